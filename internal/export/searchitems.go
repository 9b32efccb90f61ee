package export

// Items of documents that can be found by themselves, at their own address:
// agenda items, insights, actions. Those of a translation are found with its
// original.

import (
	"strings"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/markdown"
	"glashelder/internal/model"
	"glashelder/internal/search"
)

// searchItems gives the items of a document; false when no more are wanted.
func searchItems(s *model.Site, doc model.Document, give func(search.Document) bool) bool {
	if b := doc.Common(); b.Original != nil || b.Index {
		return true
	}
	switch d := doc.(type) {
	case *model.Minutes:
		return agendaItems(s, d, give) && insightItems(s, d, give) && actionItems(s, d, d.Actions, give)
	case *model.Decision:
		return actionItems(s, d, d.Actions, give)
	case *model.Question:
		return actionItems(s, d, d.Actions, give)
	}
	return true
}

// newItem begins the search document of a part of doc.
func newItem(s *model.Site, doc model.Document, kind, text, url string) *found {
	b := doc.Common()
	f := newFound(s, b, kind, url)
	f.Title = cut(markdown.InlineText(text), cardRunes)
	f.when(b.Date)
	if strings.HasSuffix(f.Title, "…") {
		f.say(text)
	}
	for _, r := range b.Werven {
		if r.OK() {
			f.Labels = append(f.Labels, f.werf(r.To()))
		}
	}
	f.districts(b.Districts)
	return f
}

// end gives the item; on its card stand the document that it is part of and the
// first of leads.
func (f *found) end(b *model.Base, leads ...string) search.Document {
	f.Labels = append(f.Labels, b.Title)
	f.example(b.Example)
	return f.done(leads...)
}

func agendaItems(s *model.Site, m *model.Minutes, give func(search.Document) bool) bool {
	for _, a := range m.Agenda {
		from, to, anchor := section(m.Prose, a)
		f := newItem(s, m, "agenda_item", a.Title, m.URL+"#"+anchor)
		f.Ages, f.Summary = true, markdown.InlineText(a.Summary)
		said := ""
		if from < to {
			said = m.Prose.Shown(from, to)
		}
		f.say(said)
		f.themes(m.Themes)
		titleOf(f, a.Decision)
		if !give(f.end(&m.Base, a.Summary, said)) {
			return false
		}
	}
	return true
}

// section finds what the minutes say of an agenda item: the part of the text
// under a heading with its title. Without one the item itself is the place.
func section(p *markdown.Prose, a *model.AgendaItem) (from, to int, anchor string) {
	if p == nil {
		return 0, 0, a.ID
	}
	slug := locale.Slug(a.Title)
	from, to, ok := p.Section(func(h markdown.Heading) bool {
		if locale.Slug(h.Text) != slug {
			return false
		}
		anchor = h.ID
		return true
	})
	if !ok {
		return 0, 0, a.ID
	}
	return from, to, anchor
}

// insightItems are the insights. They are found by what was said, never by who
// was there.
func insightItems(s *model.Site, m *model.Minutes, give func(search.Document) bool) bool {
	for _, r := range m.Rounds {
		for _, i := range r.Insights {
			f := newItem(s, m, "insight", i.Text, i.URL())
			f.Summary = markdown.InlineText(r.Question)
			f.say(i.SetAside)
			if i.Theme.OK() {
				f.termFacet("thema", i.Theme)
				f.Labels = append(f.Labels, i.Theme.To().Label(f.lang.Code()))
			} else {
				f.themes(m.Themes)
			}
			if !give(f.end(&m.Base, r.Question)) {
				return false
			}
		}
	}
	return true
}

func actionItems(s *model.Site, doc model.Document, list []*model.Action, give func(search.Document) bool) bool {
	b := doc.Common()
	for _, a := range list {
		f := newItem(s, doc, "action", a.Text, a.URL())
		f.status(a.Status)
		f.due(a.Due)
		f.late(a.Overdue(s.Now))
		f.kindNames("action")
		f.themes(b.Themes)
		f.action(a)
		if a.Owner.Label() != "" && a.Owner.Organisation.OK() {
			f.Labels = append(f.Labels, f.title(a.Owner.Organisation.To()))
		}
		if !give(f.end(b, a.Note)) {
			return false
		}
	}
	return true
}

// action says what the row of an action shows besides its text.
func (f *found) action(a *model.Action) {
	f.party(a.Owner)
	f.dates(a.Due, a.Done)
	f.dates(a.EarlierDue...)
	f.say(a.Note)
	if !strings.Contains(a.Evidence, "://") {
		f.say(a.Evidence)
	}
	f.insights(a.Insights)
}

// actions says the actions of a document.
func (f *found) actions(list []*model.Action) {
	for _, a := range list {
		f.say(a.Text)
		f.action(a)
	}
}

// insights says the insights that something refers to.
func (f *found) insights(refs []*model.InsightRef) {
	for _, r := range refs {
		if r.To != nil {
			f.say(r.To.Text)
			f.term(r.To.Theme)
			f.say(f.title(r.To.Doc))
		}
	}
}

// clockTime says a time of day, "19:30", as pages write it.
func (f *found) clockTime(text string) {
	if t, err := time.Parse("15:04", text); err == nil {
		f.say(f.lang.Clock(t))
	}
}
