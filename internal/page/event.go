package page

// An event or a call: when and where, for whom, how to take part and until
// when, the programme, and what came of it. What must stay true: nothing asks a
// reader to register for what is past, full of date or called off.

import (
	"html/template"
	"slices"
	"strings"

	"glashelder/internal/model"
)

// EventView is the page of an event.
type EventView struct {
	Frame
	About
	Summary       string
	Facts         bool // there are facts to show beside the text
	Notice        Notice
	Status        Status
	When, Closes  Date // Closes: of a call
	Where         string
	Online        bool // besides a place
	Organisers    []Link
	Audience      string
	Accessibility string
	Register      Register
	Recordings    []FileLine
	Programme     []Slot
	Tables        []ThemeTable
	Learning      []string
	Minutes       []Line
	Body          template.HTML
}

// Notice is what a reader must know first.
type Notice struct{ Title, Text string }

// Register is how to take part; the zero Register where nobody needs to.
type Register struct {
	URL      string // "" when it is too late
	Text     string // "Inschrijven tot en met 3 mei 2027", or that it is closed
	Capacity string
}

// Slot is one part of a programme.
type Slot struct {
	Start, End    Date // hours
	Title, Person string
	Text          template.HTML
}

// ThemeTable is a table at which one question is discussed.
type ThemeTable struct{ Title, Question string }

func eventPages(s *model.Site) []Page {
	return documents(s, "event", s.Events, func(v voice, e *model.Event) View { return v.event(e) })
}

func (v voice) event(e *model.Event) View {
	o := original(e)
	view := &EventView{
		Frame: v.frameOf(e), About: v.about(e, v.eventLacks(e, o)...), Summary: ownSummary(&e.Base), Notice: v.eventNotice(e),
		When: v.when(e), Where: v.where(e), Online: v.alsoOnline(e), Organisers: v.parties(e.Organisers),
		Audience: e.Audience, Accessibility: e.Accessibility, Register: v.register(e), Programme: v.slots(e.Programme),
		Closes: v.moment(e.Deadline), Learning: e.LearningQuestions, Minutes: v.eventMinutes(o), Body: v.body(e),
	}
	view.Date = Date{}
	if e.Call {
		view.KindLabel = capital(v.t("event.call"))
		if e.Start.IsZero() {
			view.When = Date{}
		}
		if !e.Date.IsZero() && e.Date != e.Deadline.Day() && e.Start.IsZero() {
			view.Date = v.date(e.Date)
		}
	}
	view.Status = v.eventStatus(e)
	for _, f := range e.Files {
		if f.Attached == nil && f.URL == "" {
			continue
		}
		if f.Kind == "recording" {
			view.Recordings = append(view.Recordings, v.file(f))
		}
	}
	for _, t := range e.Tables {
		view.Tables = append(view.Tables, ThemeTable{t.Title, t.Question})
	}
	view.Facts = view.facts()
	view.Mentions = withoutLines(view.Mentions, view.Minutes)
	return view
}

// facts tells whether anything stands beside the text.
func (view *EventView) facts() bool {
	return view.Closes.Text+view.When.Text+view.Where+view.Audience+view.Accessibility+view.Register.Capacity != "" ||
		len(view.Organisers)+len(view.Recordings) > 0 || commonFacts(view.About)
}

// eventStatus is how an event stands on the day of the site.
func (v voice) eventStatus(e *model.Event) Status {
	past := e.Past(v.site.Now)
	switch {
	case e.Status != "scheduled":
		return v.status(e.Status)
	case e.Call && !e.Deadline.IsZero() && e.Closed(v.site.Now):
		return Status{"done", v.t("event.closed")}
	case e.Call && !e.Deadline.IsZero():
		return Status{"active", v.t("event.open")}
	case past:
		return Status{"done", v.t("event.past")}
	}
	return Status{"scheduled", v.t("event.coming")}
}

// eventNotice is the first thing to know: called off, moved, a call that is
// open or closed.
func (v voice) eventNotice(e *model.Event) Notice {
	notice := func(word string, args ...any) Notice {
		return Notice{v.t("event.notice." + word), v.t("event.notice."+word+".text", args...)}
	}
	call := e.Call && !e.Deadline.IsZero()
	switch {
	case e.Status == "cancelled":
		return notice("cancelled")
	case call && e.Closed(v.site.Now):
		return notice("closed", v.moment(e.Deadline).Text)
	case e.Status == "moved" && !e.Past(v.site.Now):
		return notice("moved")
	case call:
		return notice("open", v.moment(e.Deadline).Text)
	}
	return Notice{}
}

// register says how to take part, or that it is too late.
func (v voice) register(e *model.Event) Register {
	r := e.Registration
	if r == nil {
		return Register{}
	}
	out := Register{}
	if r.Capacity > 0 {
		out.Capacity = v.lang.Count("event.places", r.Capacity)
	}
	over := e.Past(v.site.Now) || e.Call && e.Closed(v.site.Now)
	late := !r.Deadline.IsZero() && r.Deadline.Day().End().Before(v.site.Now)
	switch {
	case e.Status == "cancelled":
		out.Text = v.t("event.register_cancelled")
	case late:
		out.Text = v.t("event.register_closed", v.moment(r.Deadline).Text)
	case over:
		out.Text = v.t("event.register_past")
	default:
		out.URL, out.Text = r.URL, v.t("event.register_now")
		if !r.Deadline.IsZero() {
			out.Text = v.t("event.register_open", v.moment(r.Deadline).Text)
		}
	}
	return out
}

// slots are the parts of a programme, by time where all have one.
func (v voice) slots(programme []model.Slot) []Slot {
	list := slices.Clone(programme)
	if !slices.ContainsFunc(list, func(s model.Slot) bool { return s.Start == "" }) {
		slices.SortStableFunc(list, func(a, b model.Slot) int { return strings.Compare(a.Start, b.Start) })
	}
	out := make([]Slot, len(list))
	for i, s := range list {
		start, end := v.hour(s.Start), v.hour(s.End)
		start.Text = withoutUnit(start.Text, end.Text)
		out[i] = Slot{Start: start, End: end, Title: s.Title, Person: s.Speaker, Text: block(s.Text)}
	}
	return out
}

// withoutUnit leaves out the word behind an hour ("18.30 uur") where the hour
// that follows ends in the same.
func withoutUnit(start, end string) string {
	if i := strings.LastIndexByte(start, ' '); i > 0 && i < len(end) && strings.HasSuffix(end, start[i:]) && strings.Trim(start[i:], " 0123456789") != "" {
		return start[:i]
	}
	return start
}

func (v voice) hour(clock string) Date {
	if clock == "" {
		return Date{}
	}
	return Date{Text: v.clock(clock), ISO: clock}
}

func (v voice) eventMinutes(e *model.Event) []Line {
	var out []Line
	for _, r := range e.Minutes {
		if r.OK() {
			out = append(out, v.line(r.To()))
		}
	}
	return out
}

// withoutLines takes lines that a page already shows out of its mentions.
func withoutLines(groups []MentionGroup, shown []Line) []MentionGroup {
	var out []MentionGroup
	for _, g := range groups {
		g.Lines = slices.DeleteFunc(slices.Clone(g.Lines), func(l Line) bool {
			return slices.ContainsFunc(shown, func(s Line) bool { return s.URL == l.URL })
		})
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func (v voice) eventLacks(e, original *model.Event) []string {
	past := e.Past(v.site.Now)
	var out []string
	add := func(missing bool, word string) {
		if missing {
			out = append(out, v.t("event.lacks."+word))
		}
	}
	add(e.Date.IsZero(), "date")
	add(!e.Call && e.Status != "cancelled" && e.Location == "" && !e.Online, "location")
	add(!e.Call && e.Status != "cancelled" && !past && e.Accessibility == "", "accessibility")
	add(!e.Call && e.Status != "cancelled" && past && len(original.Minutes) == 0, "minutes")
	return out
}
