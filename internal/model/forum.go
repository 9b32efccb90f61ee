package model

import (
	"time"

	"glashelder/internal/locale"
)

// Forum is a standing group: a project group, a parliament, a committee.
type Forum struct {
	Base
	Mandate          string
	Members          []Party
	Seats            Seats
	Parent           Ref[*Forum]
	Started, Ended   locale.Date
	MeetingsPromised int

	Meetings  []*Minutes  // newest first
	Decisions []*Decision // newest first
	Children  []*Forum
}

// Seats is how many places there are for whom; both zero where nothing was agreed.
type Seats struct{ City, CivilSociety int }

// Decode asks for the keys of a forum.
func (f *Forum) Decode(r *Reader) {
	f.Mandate = r.Text("mandate")
	r.Tables("members", func(r *Reader) {
		m := member(r)
		m.From, m.Until = r.Date("from"), r.Date("until")
		f.Members = append(f.Members, m)
	})
	r.Table("seats", func(r *Reader) {
		f.Seats = Seats{r.Int("city"), r.Int("civil_society")}
	})
	f.Parent = one[*Forum](r, "parent", "forum")
	f.Started = r.Date("started")
	f.Ended = r.Date("ended")
	f.MeetingsPromised = r.Int("meetings_promised")
}

// Taken counts the seats taken at now: services sit for the city,
// organisations for civil society.
func (f *Forum) Taken(now time.Time) (taken Seats) {
	for _, m := range f.Members {
		if (!m.Until.IsZero() && m.Until.End().Before(now)) || (!m.From.IsZero() && m.From.Start().After(now)) {
			continue
		}
		if m.Organisation.ID() != "" {
			taken.CivilSociety++
		} else {
			taken.City++
		}
	}
	return taken
}
