package page

// The list of the werven: a card for each, and the picture of all in time.

import (
	"html/template"
	"sync"

	"glashelder/internal/model"
)

// WervenView is the list of the werven.
type WervenView struct {
	Frame
	About
	Summary string
	Body    template.HTML
	Cards   []WerfCard
	Gantt   template.HTML
	Text    bool // the folder has a text of its own, with what all documents have
}

// WerfCard is a werf at a glance.
type WerfCard struct {
	Link
	Number  int // 0: none
	Goal    string
	Status  Status
	Next    string // what comes next; "" where nothing is known
	NextDay Date
	Counts  []string // "12 documenten"
	Example bool
}

// glance is what the cards of the werven need, counted once for all.
type glance struct {
	agenda    agenda
	documents map[*model.Werf]int // all kinds but money and vocabularies
	awards    map[*model.Werf]int
	open      map[*model.Werf]int // questions that wait
}

func glanceOf(s *model.Site) glance {
	g := glance{agendaOf(s), map[*model.Werf]int{}, map[*model.Werf]int{}, map[*model.Werf]int{}}
	for _, doc := range s.Documents {
		b := doc.Common()
		for _, r := range b.Werven {
			q, asks := doc.(*model.Question)
			switch {
			case !r.OK():
			case b.Kind == "allocation":
				g.awards[r.To()]++
			case b.Kind != "budget" && b.Kind != "organisation":
				g.documents[r.To()]++
				if asks && q.Open() {
					g.open[r.To()]++
				}
			}
		}
	}
	return g
}

// werfLists is the list of the werven, in each language its folder has a text in.
func werfLists(s *model.Site) []Page {
	if len(s.Werven) == 0 {
		return nil
	}
	g := sync.OnceValue(func() glance { return glanceOf(s) })
	return indexPages(s, newVoice(s, s.Config.Language).sectionURL("werf"), "werven", func(v voice, url string, index *model.Page) View {
		view := &WervenView{Cards: v.cards(s.Werven, g()), Gantt: v.gantt(s.Werven)}
		view.Frame = v.frame(url, "werf", v.sectionTitle("werf"), "")
		if index != nil {
			view.Text, view.About, view.Body = true, v.about(index), v.indexText(&view.Frame, index)
			view.Summary = ownSummary(&index.Base)
			v.indexFrame(&view.Frame, index)
		}
		return view
	})
}

// indexPages makes the page at an address that a folder may have a text for:
// one in each language of that text, or just one without text (index nil).
func indexPages(s *model.Site, url, template string, view func(v voice, url string, index *model.Page) View) []Page {
	add := func(lang, url string, index *model.Page) Page {
		return Page{URL: url, Template: template, View: func() View { return view(newVoice(s, lang), url, index) }}
	}
	index, ok := s.Indexes[url]
	if !ok {
		return []Page{add(s.Config.Language, url, nil)}
	}
	out := []Page{add(s.Config.Language, url, index)}
	for _, t := range index.Translations {
		b := t.Common()
		out = append(out, add(b.Lang, b.URL, t.(*model.Page)))
	}
	return out
}

// indexFrame gives the page of a folder what its text says about it.
func (v voice) indexFrame(f *Frame, index *model.Page) {
	b := index.Common()
	if b.TitleWritten {
		f.Title = b.Title
	}
	if b.Summary != "" {
		f.Description = cut(b.Summary, 160)
	}
	f.Example, f.Draft, f.Date = b.Example, b.Draft, Date{}
	for _, c := range b.Corrections {
		f.Corrections = append(f.Corrections, Correction{v.date(c.Date), inline(c.Text)})
	}
	for _, c := range b.Conflicts {
		f.Conflicts = append(f.Conflicts, Conflict{inline(c.Text), c.Sources})
	}
	v.languagesOf(f, index)
}

func (v voice) cards(werven []*model.Werf, g glance) []WerfCard {
	out := make([]WerfCard, len(werven))
	for i, w := range werven {
		out[i] = v.card(w, g)
	}
	return out
}

func (v voice) card(w *model.Werf, g glance) WerfCard {
	t := version(v, w)
	c := WerfCard{
		Link: v.link(w), Number: w.Number, Goal: cut(or(t.Goal, t.Summary), 200),
		Status: v.status(w.Status), Example: w.Example,
	}
	if next := g.agenda.ofWerf[w]; len(next) > 0 {
		l := v.aheadLine(nextStep(next))
		c.Next, c.NextDay = l.Text, l.Date
	}
	count := func(id string, n int) {
		if n > 0 {
			c.Counts = append(c.Counts, v.lang.Count(id, n))
		}
	}
	count("kind.document", g.documents[w])
	count("kind.allocation", g.awards[w])
	count("werf.open_questions", g.open[w])
	return c
}

// nextStep is the first of what lies ahead that is a step: an answer that is
// due is one only where nothing else comes.
func nextStep(list []ahead) ahead {
	for _, x := range list {
		if x.what != "question" {
			return x
		}
	}
	return list[0]
}
