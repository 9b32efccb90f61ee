package page

// The calendar: what comes, soonest first; calls that are open; and what was,
// newest first, in pages. The lists by year and by werf are those that every
// kind has.

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"glashelder/internal/model"
)

// CalendarView is one page of the calendar. What comes stands on the first only.
type CalendarView struct {
	Frame
	About    About
	HasAbout bool
	Summary  string
	Body     template.HTML
	Choices  []Choice
	Front    bool
	Calls    []Line
	Coming   []Line
	More     int // coming events that are not shown; they stand in the list of their year
	Undated  []Line
	Past     []Line
	Pager    Pager
}

// calendarShown is how many coming events stand on the calendar.
const calendarShown = 40

// programme is all events, sorted out by what a reader can still do.
type programme struct {
	calls   []*model.Event // open, by deadline
	coming  []*model.Event // soonest first, those that were called off included
	undated []*model.Event
	past    []*model.Event // newest first
}

func programmeOf(s *model.Site) programme {
	var p programme
	for _, e := range s.Events {
		switch {
		case e.Call && !e.Deadline.IsZero():
			if !e.Closed(s.Now) && e.Status != "cancelled" {
				p.calls = append(p.calls, e)
			} else {
				p.past = append(p.past, e)
			}
		case e.Date.IsZero() && e.Start.IsZero():
			p.undated = append(p.undated, e)
		case e.Past(s.Now):
			p.past = append(p.past, e)
		default:
			p.coming = append(p.coming, e)
		}
	}
	slices.SortStableFunc(p.calls, func(a, b *model.Event) int { return a.Deadline.Time.Compare(b.Deadline.Time) })
	slices.SortStableFunc(p.coming, func(a, b *model.Event) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Start.Time.Compare(b.Start.Time), cmp.Compare(a.ID, b.ID))
	})
	return p
}

func calendarPages(s *model.Site) []Page {
	base := sectionOf(s, "event")
	index, written := s.Indexes[base]
	if len(s.Events) == 0 && !written {
		return nil
	}
	p := programmeOf(s)
	sh := newShelf(newVoice(s, s.Config.Language), "event")
	out := sh.calendar(p)
	if written {
		for _, t := range index.Translations {
			other := *sh
			other.voice, other.base, other.index = newVoice(s, t.Common().Lang), t.Common().URL, t
			out = append(out, other.calendar(p)...)
		}
	}
	return out
}

// calendar makes the calendar in place of the whole list, and keeps the lists
// that are parts of it.
func (sh *shelf) calendar(p programme) []Page {
	out := listPages(sh.voice, "calendar", sh.base, p.past, func(v voice, part []*model.Event, pager Pager) View {
		return sh.calendarView(v, p, part, pager)
	})
	for _, list := range sh.pages() {
		if list.Part != "" {
			out = append(out, list)
		}
	}
	return out
}

func (sh *shelf) calendarView(v voice, p programme, past []*model.Event, pager Pager) View {
	view := &CalendarView{
		Frame: v.listFrame(pager, "event", sh.title(), summaryOf(sh.index)), Choices: sh.choices(sh.base), Front: pager.Number == 1,
		Past: v.eventLines(past), Pager: pager,
	}
	if !view.Front {
		return view
	}
	shown := p.coming[:min(len(p.coming), calendarShown)]
	view.Coming, view.More, view.Undated = v.eventLines(shown), len(p.coming)-len(shown), v.eventLines(p.undated)
	for _, e := range p.calls {
		view.Calls = append(view.Calls, v.aheadLine(ahead{date: e.Deadline.Day(), what: "call", doc: e}))
	}
	if sh.index != nil {
		view.HasAbout, view.About, view.Body = true, v.about(sh.index), v.indexText(&view.Frame, sh.index)
		view.Summary = ownSummary(sh.index.Common())
		v.indexFrame(&view.Frame, sh.index.(*model.Page))
	}
	return view
}

// eventLines shows events with their hours and place.
func (v voice) eventLines(events []*model.Event) []Line {
	var out []Line
	for _, e := range events {
		l := v.line(e)
		l.Date, l.Note = v.when(version(v, e)), v.where(version(v, e))
		if e.Call {
			l.KindLabel = capital(v.t("event.call"))
		}
		out = append(out, l)
	}
	return out
}

// when is the day of an event with its hours, as far as they are known.
func (v voice) when(e *model.Event) Date {
	switch {
	case e.Start.IsZero():
		return v.date(e.Date)
	case e.End.IsZero() || !e.End.HasClock && e.End.Day() == e.Start.Day():
		return v.moment(e.Start)
	case !e.Start.HasClock && !e.End.HasClock:
		return v.date(e.Date)
	case e.End.Day() == e.Start.Day():
		start := v.moment(e.Start)
		start.Text = v.t("time.from_to", start.Text, v.lang.Clock(e.End.Time))
		return start
	}
	return Date{Text: v.t("time.from_to", v.moment(e.Start).Text, v.moment(e.End).Text), ISO: v.moment(e.Start).ISO}
}

// alsoOnline tells whether an event at a place is online too, where the place
// itself does not say so.
func (v voice) alsoOnline(e *model.Event) bool {
	return e.Online && e.Location != "" && !strings.Contains(strings.ToLower(e.Location), v.t("event.online"))
}

// where is the place of an event in one line.
func (v voice) where(e *model.Event) string {
	switch {
	case e.Location == "" && e.Online:
		return v.t("event.online")
	default:
		return e.Location
	}
}
