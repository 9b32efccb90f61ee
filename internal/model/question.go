package model

import (
	"strings"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/markdown"
)

// Question is a question or signal, with what became of it.
type Question struct {
	Base
	AskedBy    Party
	RaisedAt   Ref[Document] // minutes or event
	Form       string        // question, signal
	Status     string        // open, in_progress, answered, no_solution, transferred
	Owner      Party
	Due        locale.Date
	EarlierDue []locale.Date
	Answered   locale.Date
	Decision   Ref[*Decision]
	Earlier    []Ref[*Question]
	WhoCanAct  []Party
	Insights   []*InsightRef
	Actions    []*Action

	Later []*Question // in which the same signal came back
}

// Decode asks for the keys of a question.
func (q *Question) Decode(r *Reader) {
	q.AskedBy = party(r, "asked_by")
	q.RaisedAt = one[Document](r, "raised_at", "minutes", "event")
	q.Form = r.Choice("kind", "question", "signal")
	q.Status = r.Choice("status", "open", "in_progress", "answered", "no_solution", "transferred")
	q.Owner = party(r, "owner")
	q.Due = r.Date("due")
	q.EarlierDue = dates(r, "earlier_due")
	q.Answered = r.Date("answered")
	q.Decision = one[*Decision](r, "decision", "decision")
	q.Earlier = many[*Question](r, "earlier", "question")
	q.WhoCanAct = parties(r, "who_can_act")
	q.Insights = insightRefs(r, q)
	decodeActions(r, q, &q.Actions)
}

// IsAnswer tells whether a heading opens the answer to a question.
func IsAnswer(h markdown.Heading) bool {
	switch strings.ToLower(h.Text) {
	case "antwoord", "answer", "réponse":
		return true
	}
	return false
}

// HasAnswer tells whether there is text under "## Antwoord".
func (q *Question) HasAnswer() bool {
	if q.Prose == nil {
		return false
	}
	from, to, ok := q.Prose.Section(IsAnswer)
	return ok && to > from
}

// Open tells whether the question still waits.
func (q *Question) Open() bool { return q.Status == "open" || q.Status == "in_progress" }

// Overdue tells whether the answer should have been given before now.
func (q *Question) Overdue(now time.Time) bool {
	return q.Open() && !q.Due.IsZero() && q.Due.End().Before(now)
}

// DaysOpen counts the days from asking to the answer, or to now while open.
func (q *Question) DaysOpen(now time.Time) int {
	if q.Date.IsZero() {
		return 0
	}
	end := now
	if !q.Answered.IsZero() {
		end = q.Answered.Start()
	}
	return max(0, int(end.Sub(q.Date.Start()).Hours()/24))
}
