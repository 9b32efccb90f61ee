package page

// The page of a forum: what it may do, who sits in it and which seats are open,
// how often it met, what it decided.

import (
	"html/template"
	"time"

	"glashelder/internal/model"
)

// ForumView is the page of one forum.
type ForumView struct {
	Frame
	About
	Summary             string
	Mandate             template.HTML
	Parent              Link
	Children            []Link
	Started, Ended      Date
	Stopped             bool // it ended before today
	City, Civil         Side
	OpenSeats           int
	HasSeats            bool
	Former, Coming      []Member
	Held                int // meetings so far
	Promised            int // meetings promised; 0 where none were
	Meetings, Decisions []Line
	AllMeetings         Link
	AllDecisions        Link
	Body                template.HTML
}

// Side is one of the two sides of a forum: the city or civil society.
type Side struct {
	Members     []Member
	Seats, Open int // Seats is 0 where none were agreed
}

// Member is an organisation or service with its part in a forum.
type Member struct {
	Link
	From, Until Date
}

// linesShown is how many documents of one sort stand on the page of another.
const linesShown = 12

// forumPages makes the page of every forum, and the lists of what is more than
// its page holds.
func forumPages(s *model.Site) []Page {
	out := documents(s, "forum", s.Forums, func(v voice, f *model.Forum) View { return v.forumView(f) })
	for _, f := range s.Forums {
		if len(f.Meetings) > linesShown {
			out = append(out, forumList(s, f, "minutes", f.Meetings)...)
		}
		if len(f.Decisions) > linesShown {
			out = append(out, forumList(s, f, "decision", f.Decisions)...)
		}
	}
	return out
}

// forumList lists all documents of a kind that belong to a forum.
func forumList[T model.Document](s *model.Site, f *model.Forum, kind string, docs []T) []Page {
	v := newVoice(s, s.Lang.Code())
	return listPages(v, "list", v.partURL(f.URL, kind), docs, func(v voice, part []T, p Pager) View {
		title := v.t("forum.list", v.sectionTitle(kind), f.Title)
		return &ListView{
			Frame: v.listFrame(p, "forum", title, "", v.sectionLink("forum"), v.link(f)),
			Count: v.lang.Count("kind."+kind, len(docs)), Lines: linesOf(v, part), Pager: p,
		}
	})
}

// partURL is the address of the list of documents of a kind that belong to the
// document at base.
func (v voice) partURL(base, kind string) string {
	return base + v.site.Config.Sections[kind] + "/"
}

func (v voice) forumView(f *model.Forum) *ForumView {
	own := original(f)
	view := &ForumView{
		Frame: v.frameOf(f), About: v.about(f, v.forumLacks(f)...), Summary: ownSummary(&f.Base), Mandate: block(f.Mandate),
		Parent: linkTo(v, f.Parent), Children: linksOf(v, own.Children), Started: v.date(f.Started), Ended: v.date(f.Ended),
		Stopped: stopped(f, v.site.Now), Held: held(own, v.site.Now), Promised: f.MeetingsPromised,
		Meetings:  linesOf(v, own.Meetings[:min(len(own.Meetings), linesShown)]),
		Decisions: linesOf(v, own.Decisions[:min(len(own.Decisions), linesShown)]),
		Body:      v.body(f),
	}
	if len(own.Meetings) > linesShown {
		view.AllMeetings = Link{Text: v.t("nav.all", v.lang.Count("kind.minutes", len(own.Meetings))), URL: v.site.Href(v.partURL(own.URL, "minutes"))}
	}
	if len(own.Decisions) > linesShown {
		view.AllDecisions = Link{Text: v.t("nav.all", v.lang.Count("kind.decision", len(own.Decisions))), URL: v.site.Href(v.partURL(own.URL, "decision"))}
	}
	v.seat(view, f)
	return view
}

// seat places the members: on their side, among those who left, or among those
// who are still to come. A forum that stopped is shown as it was at its end.
func (v voice) seat(view *ForumView, f *model.Forum) {
	at := v.site.Now
	if stopped(f, at) {
		at = f.Ended.End()
	}
	for _, m := range f.Members {
		member := Member{v.party(m), v.date(m.From), v.date(m.Until)}
		switch {
		case !m.Until.IsZero() && m.Until.End().Before(at):
			view.Former = append(view.Former, member)
		case !m.From.IsZero() && m.From.Start().After(at):
			view.Coming = append(view.Coming, member)
		case m.Organisation.ID() != "":
			view.Civil.Members = append(view.Civil.Members, member)
		default:
			view.City.Members = append(view.City.Members, member)
		}
	}
	view.City.Seats, view.Civil.Seats = f.Seats.City, f.Seats.CivilSociety
	view.City.Open = max(0, f.Seats.City-len(view.City.Members))
	view.Civil.Open = max(0, f.Seats.CivilSociety-len(view.Civil.Members))
	view.HasSeats = f.Seats != model.Seats{}
	view.OpenSeats = view.City.Open + view.Civil.Open
}

func stopped(f *model.Forum, now time.Time) bool {
	return !f.Ended.IsZero() && f.Ended.End().Before(now)
}

// held counts the meetings that are not still to come. Invented minutes are no
// meetings of a forum that exists.
func held(f *model.Forum, now time.Time) int {
	n := 0
	for _, m := range f.Meetings {
		if !m.Date.Start().After(now) && (f.Example || !m.Example) {
			n++
		}
	}
	return n
}

// forumLacks says in sentences what a forum lacks.
func (v voice) forumLacks(f *model.Forum) []string {
	var out []string
	if f.Mandate == "" {
		out = append(out, v.t("forum.lacks.mandate"))
	}
	if len(f.Members) == 0 {
		out = append(out, v.t("forum.lacks.members"))
	}
	meetings := held(original(f), v.site.Now)
	switch {
	case meetings < f.MeetingsPromised:
		n := func(i int) string { return v.lang.Number(int64(i)) }
		out = append(out, v.t("forum.lacks.meetings", n(f.MeetingsPromised), n(meetings)))
	case meetings == 0:
		out = append(out, v.t("forum.lacks.minutes"))
	}
	return out
}
