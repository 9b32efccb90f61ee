package page

// The register of insights at /inzichten/: everything that was said in rounds,
// with what came of it.

import (
	"html/template"
	"slices"
	"sync"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// InsightsView is one page of the register of insights.
type InsightsView struct {
	Frame
	Body     template.HTML
	Examples string   // how much of it was invented
	Invented string   // of how many what came of them was
	Sentence string   // how much was acted on
	Figures  []Figure // counts by state, on the first page
	Choices  []Choice
	Rows     []InsightRow
	Pager    Pager
}

// insightLists makes the register; a site without insights has none.
func insightLists(s *model.Site) []Page {
	if len(s.Insights) == 0 {
		return nil
	}
	v := newVoice(s, s.Lang.Code())
	known := sync.OnceValue(func() outcomes { return outcomesOf(s) })
	r := &catalogue[*model.Insight]{voice: v, base: insightsURL, template: "insights", items: s.Insights}
	states := v.stateFacets(known(), s.Insights)
	kinds := facets("soort", r.items, func(i *model.Insight) (string, string) {
		return locale.Slug(v.value("kind", i.Kind)), capital(v.value("kind", i.Kind))
	})
	themes := facets("thema", r.items, func(i *model.Insight) (string, string) {
		if !i.Theme.OK() {
			return "", ""
		}
		return i.Theme.To().ID, v.term(i.Theme).Text
	})
	r.aspects = []aspect[*model.Insight]{
		{label: v.t("register.by_state"), facets: states, counted: true},
		{label: v.t("register.by_kind"), facets: largest(s.Lang, kinds)},
		{label: v.t("register.by_theme"), facets: largest(s.Lang, themes), folded: true},
	}
	r.view = func(r *catalogue[*model.Insight], at, name string, part []*model.Insight, p Pager) View {
		view := &InsightsView{
			Frame: r.frameAt(p, "insight", v.t("nav.insights"), name, v.t("insight.about")), Choices: r.choices(at, p), Pager: p,
		}
		for _, i := range part {
			row := known().row(v, i)
			row.From = v.line(i.Doc)
			view.Rows = append(view.Rows, row)
		}
		if at == "" && p.Number == 1 {
			v.insightsOpening(view, known(), states)
		}
		return view
	}
	return r.pages()
}

// stateFacets part insights by what became of them, in the order of insightStates.
func (v voice) stateFacets(known outcomes, insights []*model.Insight) []facet[*model.Insight] {
	out := facets("stand", insights, func(i *model.Insight) (string, string) {
		state := known.state(i)
		return insightFolder(state), v.t("insight.state." + state)
	})
	order := func(f facet[*model.Insight]) int { return slices.Index(insightStates, known.state(f.items[0])) }
	slices.SortFunc(out, func(a, b facet[*model.Insight]) int { return order(a) - order(b) })
	return out
}

// insightFolder is the end of the address of the insights in a state.
func insightFolder(state string) string {
	switch state {
	case "acted_on":
		return "opgenomen"
	case "set_aside":
		return "niet-weerhouden"
	}
	return "open"
}

// insightsOpening fills what stands on the first page alone.
func (v voice) insightsOpening(view *InsightsView, known outcomes, states []facet[*model.Insight]) {
	if doc, ok := v.registerText(insightsURL); ok {
		view.Body = v.indexText(&view.Frame, doc)
	}
	total, acted := 0, 0
	for _, f := range states {
		total += len(f.items)
		if f.key == "stand/opgenomen/" {
			acted = len(f.items)
		}
		view.Figures = append(view.Figures, Figure{Link{Text: f.text, URL: v.site.Href(insightsURL + f.key)}, v.lang.Number(int64(len(f.items)))})
	}
	view.Examples = examples(v, v.site.Insights, func(i *model.Insight) bool { return i.Doc.Common().Example })
	invented := 0
	for _, i := range v.site.Insights {
		if known.invented(i) {
			invented++
		}
	}
	if invented > 0 {
		view.Invented = v.t("insight.invented", v.lang.Number(int64(invented)))
	}
	view.Sentence = v.t("insight.sentence", v.lang.Count("kind.insight", total), v.lang.Percent(int64(acted), int64(total)))
}
