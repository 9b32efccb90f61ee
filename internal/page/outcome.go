package page

// What came of what was said: for every insight the decisions, actions and
// answers that name it, or why nothing was done with it. Built once for all
// pages; a translation's insights share the outcomes of the original's.

import (
	"html/template"

	"glashelder/internal/model"
)

// InsightRow is one insight with what came of it.
type InsightRow struct {
	ID       string // its place on this page; "" where it stands elsewhere
	URL      string
	Text     template.HTML
	Name     string // the text, short and plain
	Kind     string
	Theme    Link
	State    string // "acted_on", "set_aside" or "open"
	Outcomes []Outcome
	Mentions []Link // texts that speak of it
	SetAside template.HTML
	From     Line // the minutes; in the register
}

// Outcome is a decision, action or question that names an insight.
type Outcome struct {
	Link
	Kind    string // "Beslissing"
	Status  Status
	Example bool
}

// The states of an insight. Their words are "insight.state.…".
var insightStates = []string{"acted_on", "open", "set_aside"}

type insightKey struct{ minutes, id string }

func keyOf(i *model.Insight) insightKey { return insightKey{i.Doc.Common().ID, i.ID} }

// outcome is a document that names an insight, or an action of it that does.
type outcome struct {
	doc    model.Document
	action *model.Action
}

// outcomes are those of all insights of a site.
type outcomes struct {
	of       map[insightKey][]outcome
	original map[insightKey]*model.Insight
}

func outcomesOf(s *model.Site) outcomes {
	o := outcomes{map[insightKey][]outcome{}, map[insightKey]*model.Insight{}}
	for _, i := range s.Insights {
		o.original[keyOf(i)] = i
	}
	add := func(refs []*model.InsightRef, what outcome) {
		for _, r := range refs {
			if r.To != nil {
				o.of[keyOf(r.To)] = append(o.of[keyOf(r.To)], what)
			}
		}
	}
	for _, d := range s.Decisions {
		add(d.Insights, outcome{doc: d})
	}
	for _, a := range s.Actions {
		add(a.Insights, outcome{doc: a.Doc, action: a})
	}
	for _, q := range s.Questions {
		add(q.Insights, outcome{doc: q})
	}
	return o
}

// state tells what became of an insight.
func (o outcomes) state(i *model.Insight) string {
	switch {
	case len(o.of[keyOf(i)]) > 0:
		return "acted_on"
	case i.SetAside != "":
		return "set_aside"
	}
	return "open"
}

// invented tells whether something came of an insight, and all of it is an example.
func (o outcomes) invented(i *model.Insight) bool {
	for _, out := range o.of[keyOf(i)] {
		if !out.doc.Common().Example {
			return false
		}
	}
	return len(o.of[keyOf(i)]) > 0
}

// count counts insights by state, in the order of insightStates.
func (o outcomes) count(insights []*model.Insight) []int {
	out := make([]int, len(insightStates))
	for _, i := range insights {
		state := o.state(i)
		for n, name := range insightStates {
			if name == state {
				out[n]++
			}
		}
	}
	return out
}

// row shows an insight with what came of it.
func (o outcomes) row(v voice, i *model.Insight) InsightRow {
	row := v.insightRow(i)
	row.State = o.state(i)
	for _, out := range o.of[keyOf(i)] {
		row.Outcomes = append(row.Outcomes, v.outcome(out))
	}
	if known := o.original[keyOf(i)]; known != nil {
		row.Mentions = v.insightMentions(known)
	}
	return row
}

func (v voice) insightRow(i *model.Insight) InsightRow {
	return InsightRow{
		URL: v.itemURL(&i.Item), Text: inline(i.Text), Name: cut(i.Text, nameLength), Kind: v.value("kind", i.Kind),
		Theme: v.term(i.Theme), SetAside: inline(i.SetAside),
	}
}

func (v voice) term(ref model.Ref[*model.Term]) Link {
	if !ref.OK() {
		return Link{}
	}
	return Link{Text: ref.To().Label(v.lang.Code()), URL: v.site.Href(ref.To().URL)}
}

func (v voice) outcome(o outcome) Outcome {
	if a := o.action; a != nil {
		return Outcome{Link{Text: cut(a.Text, nameLength), URL: v.itemURL(&a.Item)}, capital(v.t("kind.action.singular")), v.actionStatus(a), a.Doc.Common().Example}
	}
	l := v.line(o.doc)
	if q, ok := o.doc.(*model.Question); ok {
		l = v.questionLine(q)
	}
	return Outcome{l.Link, l.KindLabel, l.Status, l.Example}
}

// insightMentions are the texts that link to an insight.
func (v voice) insightMentions(i *model.Insight) []Link {
	var out []Link
	for _, m := range i.MentionedBy {
		if m.Key == "text" && m.From != i.Doc {
			out = append(out, v.link(m.From))
		}
	}
	return out
}

// insightLinks lead to insights by their first words.
func (v voice) insightLinks(refs []*model.InsightRef) []Link {
	var out []Link
	for _, r := range refs {
		if r.To != nil {
			out = append(out, Link{Text: cut(r.To.Text, nameLength), URL: v.itemURL(&r.To.Item)})
		}
	}
	return out
}

// insightRows shows the insights that a decision or an answer acts on.
func (v voice) insightRows(refs []*model.InsightRef) []InsightRow {
	var out []InsightRow
	for _, r := range refs {
		if r.To != nil {
			row := v.insightRow(r.To)
			row.SetAside, row.From = "", v.line(r.To.Doc)
			out = append(out, row)
		}
	}
	return out
}
