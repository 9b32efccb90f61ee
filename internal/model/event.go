package model

import "time"

// Event is a past or coming meeting, session or webinar, or a call with a deadline.
type Event struct {
	Base
	Start, End        Moment
	Status            string // scheduled, moved, cancelled
	Location          string
	Online            bool
	Organisers        []Party
	Audience          string
	Registration      *Registration // nil where none is needed
	Accessibility     string
	Programme         []Slot
	Tables            []ThemeTable
	LearningQuestions []string
	Minutes           []Ref[*Minutes]
	Call              bool
	Deadline          Moment
}

// Registration is how to take part.
type Registration struct {
	URL      string
	Deadline Moment
	Capacity int
	Written  // where its keys were written
}

// Slot is one part of a programme.
type Slot struct {
	Start, End, Title, Speaker, Text string
	Written                          // where its keys were written
}

// ThemeTable is a table at which one question is discussed.
type ThemeTable struct{ Title, Question string }

// Decode asks for the keys of an event.
func (e *Event) Decode(r *Reader) {
	e.Start = r.Moment("start")
	e.End = r.Moment("end")
	e.Status = r.Choice("status", "scheduled", "moved", "cancelled")
	e.Location = r.Text("location")
	e.Online = r.Bool("online")
	e.Organisers = parties(r, "organisers")
	e.Audience = r.Text("audience")
	r.Table("registration", func(r *Reader) {
		e.Registration = &Registration{r.URL("url"), r.Moment("deadline"), r.Int("capacity"), r.written()}
	})
	e.Accessibility = r.Text("accessibility")
	r.Tables("programme", func(r *Reader) {
		e.Programme = append(e.Programme, Slot{r.Clock("start"), r.Clock("end"), r.Text("title"), r.Text("speaker"), r.Text("text"), r.written()})
		r.Require("title")
	})
	r.Tables("tables", func(r *Reader) {
		e.Tables = append(e.Tables, ThemeTable{r.Text("title"), r.Text("question")})
		r.Require("title")
	})
	e.LearningQuestions = r.Texts("learning_questions")
	e.Minutes = many[*Minutes](r, "minutes", "minutes")
	e.Call = r.Bool("call")
	e.Deadline = r.Moment("deadline")
	if e.Call && e.Deadline.IsZero() {
		r.record.diags.Add(CodeKeyMissing, r.At("call"), r.lang.Key("deadline"))
	}
}

// Closed tells whether the deadline, as of a call, lies before now.
func (e *Event) Closed(now time.Time) bool {
	return !e.Deadline.IsZero() && e.Deadline.Day().End().Before(now)
}

// Past tells whether the last day of an event lies before now.
func (e *Event) Past(now time.Time) bool {
	for _, m := range []Moment{e.End, e.Start} {
		if !m.IsZero() {
			return m.Day().End().Before(now)
		}
	}
	return !e.Date.IsZero() && e.Date.End().Before(now)
}
