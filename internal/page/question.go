package page

// The page of a question or signal: what was asked, by whom, and the answer, or
// honestly how long it has been waiting and for whom.

import (
	"html/template"
	"slices"

	"glashelder/internal/markdown"
	"glashelder/internal/model"
)

// QuestionView is the page of one question.
type QuestionView struct {
	Frame
	About
	Summary        string
	Form           string // "vraag" or "signaal"
	Status         Status
	AskedBy        Link
	RaisedAt       Link
	Owner          Link
	Due            Date
	EarlierDue     []Date
	Answered       Date
	Waited         string // how long it took, or how long it has been open
	Decision       Line
	HasDecision    bool
	WhoCanAct      []Link
	Earlier, Later []Line
	Body           template.HTML // the question, without the answer
	Answer         template.HTML
	AnswerID       string
	AnswerTitle    string
	AnswerText     string // what can be said where no answer was written
	Resolved       bool   // answered in truth: not open, transferred or without a solution
	Rest           template.HTML
	Insights       []InsightRow
	Actions        ActionTable
	Register       Link
}

// questionPages makes the page of every question.
func questionPages(s *model.Site) []Page {
	return documents(s, "question", s.Questions, func(v voice, q *model.Question) View { return v.questionView(q) })
}

func (v voice) questionView(q *model.Question) *QuestionView {
	view := &QuestionView{
		Frame: v.frameOf(q), About: v.about(q, v.questionLacks(q)...), Summary: ownSummary(&q.Base),
		Form: capital(v.value("kind", q.Form)), Status: v.questionStatus(q), AskedBy: v.party(q.AskedBy),
		RaisedAt: linkTo(v, q.RaisedAt), Owner: v.party(q.Owner), Due: v.date(q.Due), EarlierDue: v.dates(q.EarlierDue),
		Answered: v.date(q.Answered), Waited: v.waited(q), WhoCanAct: v.parties(q.WhoCanAct),
		Resolved: q.Status == "answered",
		Insights: v.insightRows(q.Insights), Actions: v.actionTable(q, q.Actions),
		Register: Link{Text: v.t("action.all"), URL: v.site.Href(actionsURL)},
	}
	view.KindLabel = view.Form
	for _, e := range q.Earlier {
		if e.OK() {
			view.Earlier = append(view.Earlier, v.questionLine(e.To()))
		}
	}
	for _, later := range original(q).Later {
		view.Later = append(view.Later, v.questionLine(later))
	}
	if q.Decision.OK() {
		view.Decision, view.HasDecision = v.line(q.Decision.To()), true
	}
	v.answer(view, q)
	return view
}

// questionLacks says in sentences what a question lacks. That it has no answer
// is said in the place of the answer.
func (v voice) questionLacks(q *model.Question) []string {
	var out []string
	if q.Owner.IsZero() {
		out = append(out, v.t("question.lacks.owner"))
	}
	if q.Open() && q.Due.IsZero() {
		out = append(out, v.t("question.lacks.due"))
	}
	if !q.Open() && q.Answered.IsZero() && q.Status != "transferred" {
		out = append(out, v.t("question.lacks.answered"))
	}
	return out
}

// questionStatus is the status of a question; one that is overdue says so.
func (v voice) questionStatus(q *model.Question) Status {
	return v.late(v.status(q.Status), q.Overdue(v.site.Now))
}

// waited says how long the asker waited or has been waiting; "" where that is
// not known.
func (v voice) waited(q *model.Question) string {
	switch days := q.DaysOpen(v.site.Now); {
	case !q.Date.IsDay():
		return ""
	case q.Open():
		return v.lang.Count("question.open_for", days)
	case q.Answered.IsDay() && q.Status == "transferred":
		return v.lang.Count("question.passed_after", days)
	case q.Answered.IsDay():
		return v.lang.Count("question.answered_after", days)
	}
	return ""
}

// answer parts the text of a question into what was asked, the answer, and what
// stands behind it.
func (v voice) answer(view *QuestionView, q *model.Question) {
	view.AnswerID, view.AnswerTitle = "antwoord", v.t("question.title."+q.Status)
	if headingIDs(q)["antwoord"] {
		view.AnswerID = "antwoord_"
	}
	if !q.HasAnswer() {
		view.Body, view.AnswerText = v.body(q), v.answerMissing(q)
		return
	}
	p, resolve := q.Prose, v.site.Resolver(q)
	at := slices.IndexFunc(p.Headings, model.IsAnswer)
	heading := p.Headings[at]
	from, to, _ := p.Section(func(h markdown.Heading) bool { return h.ID == heading.ID })
	part := func(from, to int) template.HTML { return template.HTML(p.Part(from, to, resolve)) }
	view.Body, view.Answer, view.Rest = part(0, heading.Piece), part(from, to), part(to, len(p.Pieces))
	view.AnswerID = heading.ID
	if q.Open() {
		view.AnswerTitle = v.t("question.title.partial")
	}
}

// answerMissing says why there is no answer to read.
func (v voice) answerMissing(q *model.Question) string {
	owner := q.Owner.Label()
	switch {
	case q.Status == "transferred" && owner != "":
		return v.t("question.transferred_to", owner)
	case q.Overdue(v.site.Now):
		return v.t("question.promised_past", v.lang.Date(q.Due))
	case q.Open() && !q.Due.IsZero():
		return v.t("question.promised", v.lang.Date(q.Due))
	case q.Open():
		return v.t("question.no_promise")
	}
	return v.t("question.not_written")
}
