package model

import "glashelder/internal/locale"

// Werf is one work stream.
type Werf struct {
	Base
	Number     int
	Status     string // planned, active, done
	Start, End locale.Date
	Goal       string
	Lead       Party
	Milestones []Milestone // as written
	Indicators []Indicator
}

// Milestone is a date in a werf's life; a date alone is enough.
type Milestone struct {
	Date    locale.Date
	Title   string
	Status  string // planned, done, or "" where nothing was said
	Text    string
	Link    string
	Written // where its keys were written
}

// Indicator is a figure that shows whether a werf reaches its goal.
type Indicator struct {
	Title, Unit      string
	Baseline, Target string // numbers as written
	Values           []Measure
}

// Measure is an indicator's value at a date.
type Measure struct {
	Date   locale.Date
	Value  string
	Source string
}

// Decode asks for the keys of a werf.
func (w *Werf) Decode(r *Reader) {
	w.Number = r.Int("number")
	w.Status = r.Choice("status", "planned", "active", "done")
	w.Start = r.Date("start")
	w.End = r.Date("end")
	w.Goal = r.Text("goal")
	w.Lead = party(r, "lead")
	r.Tables("milestones", func(r *Reader) {
		m := Milestone{Date: r.Date("date"), Title: r.Text("title"), Status: r.Choice("status", "", "planned", "active", "done"), Text: r.Text("text"), Link: r.Text("link"), Written: r.written()}
		r.Require("date")
		w.Milestones = append(w.Milestones, m)
	})
	r.Tables("indicators", w.decodeIndicator)
}

func (w *Werf) decodeIndicator(r *Reader) {
	i := Indicator{Title: r.Text("title"), Unit: r.Text("unit"), Baseline: r.Number("baseline"), Target: r.Number("target")}
	r.Require("title")
	r.Tables("values", func(r *Reader) {
		i.Values = append(i.Values, Measure{r.Date("date"), r.Number("value"), r.Text("source")})
		r.Require("date", "value")
	})
	w.Indicators = append(w.Indicators, i)
}
