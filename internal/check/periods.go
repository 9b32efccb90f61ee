package check

// Time: nothing ends before it begins.

import (
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeEndFirst = mistake("einde-voor-begin",
	diag.Text{Message: "\"{1}\" ({2}) ligt voor \"{3}\" ({4})", Hint: "kijk na welke van de twee juist is",
		Explain: "Een einde kan niet voor het begin liggen: een vergadering, een programmapunt, een lidmaatschap, een werf, een beslissing of een organisatie. Vaak zijn dag en maand omgewisseld, of staat er een verkeerd jaar. Bij een vergadering die na middernacht eindigt, hoort ook de datum van de volgende dag."},
	diag.Text{Message: "\"{1}\" ({2}) comes before \"{3}\" ({4})", Hint: "see which of the two is right",
		Explain: "An end cannot come before the beginning: of a meeting, a part of a programme, a membership, a work stream, a decision or an organisation. Often day and month are swapped, or a year is wrong. For a meeting that ends after midnight, write the date of the next day with the end."})

var periods = Rule{
	Codes: []*diag.Code{codeEndFirst},
	Check: func(s *model.Site, diags *diag.List) {
		p := periodCheck{s.Lang, diags}
		for _, w := range s.Werven {
			p.dates(w.Written, "start", w.Start, "end", w.End)
		}
		for _, d := range s.Decisions {
			p.dates(d.Written, "in_force", d.InForce, "until", d.Until)
		}
		for _, o := range s.Organisations {
			p.dates(o.Written, "founded", o.Founded, "dissolved", o.Dissolved)
		}
		for _, f := range s.Forums {
			p.dates(f.Written, "started", f.Started, "ended", f.Ended)
			for _, m := range f.Members {
				p.dates(m.Written, "from", m.From, "until", m.Until)
			}
		}
		for _, m := range s.Minutes {
			p.moments(m.Written, "start", m.Start, "end", m.End)
		}
		for _, e := range s.Events {
			p.moments(e.Written, "start", e.Start, "end", e.End)
			for _, slot := range e.Programme {
				p.slot(slot)
			}
		}
	},
}

type periodCheck struct {
	lang  *locale.Language
	diags *diag.List
}

func (p periodCheck) add(at model.Written, first, begin, last, end string) {
	related(p.diags.Add(codeEndFirst, at.At(last), p.lang.Key(last), end, p.lang.Key(first), begin), at.At(first))
}

func (p periodCheck) dates(at model.Written, first string, begin locale.Date, last string, end locale.Date) {
	if !begin.IsZero() && !end.IsZero() && end.End().Before(begin.Start()) {
		p.add(at, first, p.lang.Date(begin), last, p.lang.Date(end))
	}
}

// moments compares times of day only where both ends have one.
func (p periodCheck) moments(at model.Written, first string, begin model.Moment, last string, end model.Moment) {
	if begin.IsZero() || end.IsZero() {
		return
	}
	day := end.Day().Compare(begin.Day())
	if day < 0 || day == 0 && begin.HasClock && end.HasClock && end.Time.Before(begin.Time) {
		p.add(at, first, p.moment(begin), last, p.moment(end))
	}
}

func (p periodCheck) moment(m model.Moment) string {
	day := p.lang.Date(m.Day())
	if m.HasClock {
		day += " " + m.Time.Format("15:04")
	}
	return day
}

// slot compares the times of one part of a programme, written "19:30". What
// begins in the evening may end in the night.
func (p periodCheck) slot(slot model.Slot) {
	night := slot.Start >= "18:00" && slot.End < "06:00"
	if slot.Start != "" && slot.End != "" && slot.End < slot.Start && !night {
		p.add(slot.Written, "start", slot.Start, "end", slot.End)
	}
}

// before tells whether a ends before b begins; never where one is not known.
func before(a, b locale.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.End().Before(b.Start())
}

// future tells whether d begins after the day the site is built for.
func future(d locale.Date, now time.Time) bool { return !d.IsZero() && d.Start().After(now) }
