package page

// The page of minutes: who was there, what was on the agenda, what was said and
// voted, and what came of it.

import (
	"html/template"
	"slices"
	"strconv"
	"sync"

	"glashelder/internal/model"
)

// MinutesView is the page of the minutes of one meeting.
type MinutesView struct {
	Frame
	About
	Summary          string
	Status           Status
	Approved         Date
	Start, End       Date
	Where            string
	Online           bool
	Forum, Event     Link
	Entity           string
	Chair, Secretary string
	Attendance       int
	Present, Excused []Link
	Agenda           []AgendaRow
	Decisions        []Line
	Body             template.HTML
	Rounds           []RoundView
	InsightCounts    []Figure // how many insights were acted on, are open, were set aside
	Polls            []PollView
	Actions          ActionTable
	Contents         []Link
	Previous, Next   Link // meeting of the same forum; the note is its date
	Register         Link // of all actions
}

// AgendaRow is one item of the agenda.
type AgendaRow struct {
	ID, Number     string
	Start          Date
	Title, Summary template.HTML
	Decision       Line
	HasDecision    bool
}

// RoundView is one question with what was said about it.
type RoundView struct {
	Number   int // 1-based
	Question string
	Rows     []InsightRow
}

// minutesPages makes the page of every minutes.
func minutesPages(s *model.Site) []Page {
	known := sync.OnceValue(func() outcomes { return outcomesOf(s) })
	around := sync.OnceValue(func() map[*model.Minutes]neighbours { return neighboursOf(s) })
	return documents(s, "minutes", s.Minutes, func(v voice, m *model.Minutes) View {
		view := v.minutesView(m)
		for i, r := range m.Rounds {
			view.Rounds = append(view.Rounds, v.round(known(), m, i, r))
		}
		view.InsightCounts = v.stateFigures(known().count(m.Insights()))
		view.Contents = v.minutesContents(view, contents(m.Prose))
		near := around()[original(m)]
		view.Previous, view.Next = v.meeting(near.before), v.meeting(near.after)
		return view
	})
}

func (v voice) minutesView(m *model.Minutes) *MinutesView {
	view := &MinutesView{
		Frame: v.frameOf(m), About: v.about(m, v.minutesLack(m)...), Summary: ownSummary(&m.Base),
		Status: v.status(m.Status), Approved: v.date(m.Approved), Where: m.Location, Online: m.Online,
		Forum: linkTo(v, m.Forum), Event: linkTo(v, m.Event), Entity: m.Entity, Chair: m.Chair, Secretary: m.Secretary,
		Attendance: m.Attendance, Present: v.parties(m.Present), Excused: v.parties(m.Excused),
		Decisions: linesOf(v, decisionsOf(m)), Body: v.body(m), Actions: v.actionTable(m, m.Actions),
		Register: Link{Text: v.t("action.all"), URL: v.site.Href(actionsURL)},
	}
	view.Start, view.End = v.meetingTime(m)
	taken := headingIDs(m)
	for _, a := range m.Agenda {
		view.Agenda = append(view.Agenda, v.agendaRow(a, taken))
	}
	for i, p := range m.Polls {
		view.Polls = append(view.Polls, v.poll("peiling_"+strconv.Itoa(i+1), p))
	}
	return view
}

// minutesLack says in sentences what minutes lack.
func (v voice) minutesLack(m *model.Minutes) []string {
	var out []string
	switch m.Status {
	case "draft":
		out = append(out, v.t("minutes.lacks.approval"))
	case "":
		out = append(out, v.t("minutes.lacks.status"))
	}
	if m.Attendance == 0 && len(m.Present) == 0 {
		out = append(out, v.t("minutes.lacks.attendance"))
	}
	return out
}

// meetingTime is when a meeting began and ended; the end of a meeting of one
// day is a time of that day.
func (v voice) meetingTime(m *model.Minutes) (from, to Date) {
	from, to = v.moment(m.Start), v.moment(m.End)
	if from.Text == "" {
		from = v.date(m.Date)
	} else if m.End.HasClock && m.End.Day() == m.Start.Day() {
		to.Text = v.lang.Clock(m.End.Time)
	}
	return from, to
}

func (v voice) agendaRow(a *model.AgendaItem, taken map[string]bool) AgendaRow {
	row := AgendaRow{Number: a.Number, Title: inline(a.Title), Summary: inline(a.Summary)}
	if !taken[a.ID] {
		row.ID = a.ID
	}
	if a.Start != "" {
		row.Start = Date{Text: v.clock(a.Start), ISO: a.Start}
	}
	if a.Decision.OK() {
		row.Decision, row.HasDecision = v.line(a.Decision.To()), true
	}
	return row
}

// decisionsOf are the decisions taken at a meeting: those that name its
// minutes, and those that its agenda names.
func decisionsOf(m *model.Minutes) []*model.Decision {
	var out []*model.Decision
	for _, mention := range original(m).MentionedBy {
		if d, ok := mention.From.(*model.Decision); ok && mention.Key == "minutes" {
			out = append(out, d)
		}
	}
	for _, a := range m.Agenda {
		if d := a.Decision.To(); d != nil && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// round shows round i of minutes.
func (v voice) round(known outcomes, m *model.Minutes, i int, r model.Round) RoundView {
	view := RoundView{Number: i + 1, Question: r.Question}
	taken := headingIDs(m)
	for _, insight := range r.Insights {
		row := known.row(v, insight)
		if !taken[insight.ID] {
			row.ID = insight.ID
		}
		view.Rows = append(view.Rows, row)
	}
	return view
}

// minutesContents are the parts of a long page of minutes; nothing for a short one.
func (v voice) minutesContents(view *MinutesView, text []Link) []Link {
	var out []Link
	add := func(there bool, word, id string) {
		if there {
			out = append(out, Link{Text: v.t(word), URL: "#" + id})
		}
	}
	add(len(view.Agenda) > 0, "minutes.agenda", "deel_agenda")
	out = append(out, text...)
	add(len(view.Decisions) > 0, "minutes.decisions", "deel_beslissingen")
	add(len(view.Rounds) > 0, "minutes.rounds", "deel_rondes")
	add(len(view.Polls) > 0, "minutes.polls", "deel_peilingen")
	add(len(view.Actions.Rows) > 0, "action.title", "deel_opvolging")
	add(len(view.Present) > 0, "minutes.present", "deel_aanwezig")
	if len(out) < 4 {
		return nil
	}
	return out
}

// stateFigures are the counts of insights by state, with the words for them;
// nothing where there are few insights.
func (v voice) stateFigures(counts []int) []Figure {
	var out []Figure
	total := 0
	for i, state := range insightStates {
		total += counts[i]
		out = append(out, Figure{Link{Text: v.t("insight.state." + state)}, v.lang.Number(int64(counts[i]))})
	}
	if total < 10 { // few enough to see at a glance
		return nil
	}
	return out
}

// neighbours are the meetings of the same forum before and after one.
type neighbours struct{ before, after *model.Minutes }

func neighboursOf(s *model.Site) map[*model.Minutes]neighbours {
	out := map[*model.Minutes]neighbours{}
	for _, f := range s.Forums {
		for i, m := range f.Meetings { // newest first
			var n neighbours
			if i > 0 {
				n.after = f.Meetings[i-1]
			}
			if i+1 < len(f.Meetings) {
				n.before = f.Meetings[i+1]
			}
			out[m] = n
		}
	}
	return out
}

// meeting leads to minutes, with their date.
func (v voice) meeting(m *model.Minutes) Link {
	if m == nil {
		return Link{}
	}
	l := v.link(m)
	l.Note = v.lang.Date(m.Date)
	return l
}
