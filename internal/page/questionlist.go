package page

// The list of questions at /vragen/: how many were answered, how soon, and what
// still waits. With a list for every status, year and werf.

import (
	"html/template"
	"slices"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// QuestionsView is one page of the list of questions.
type QuestionsView struct {
	Frame
	About     About // of the folder's own page
	HasAbout  bool
	Body      template.HTML
	Figures   []Figure // counts by status, on the first page
	Examples  string   // how much of it was invented
	Median    string   // how soon half of the answers came
	Choices   []Choice
	Lines     []Line
	Registers []Link
	Pager     Pager
}

// questionStates are the lists by status, in the order in which they are shown.
var questionStates = []struct{ id, word string }{
	{"te-laat", "question.state.late"}, {"open", "question.state.open"}, {"beantwoord", "question.state.answered"},
	{"geen-oplossing", "question.state.no_solution"}, {"overgedragen", "question.state.transferred"},
}

// questionRank is the index in questionStates of where a question stands.
func (v voice) questionRank(q *model.Question) int {
	switch {
	case q.Overdue(v.site.Now):
		return 0
	case q.Open():
		return 1
	case q.Status == "no_solution":
		return 3
	case q.Status == "transferred":
		return 4
	}
	return 2
}

// questionLists makes the list in every language in which its folder has a page.
func questionLists(s *model.Site) []Page {
	if len(s.Questions) == 0 {
		return nil
	}
	return inEachLanguage(s, "question", func(v voice, base string) []Page { return v.questionList(base) })
}

func (v voice) questionList(base string) []Page {
	r := &catalogue[*model.Question]{voice: v, base: base, template: "questions", items: v.site.Questions}
	states := facets("status", r.items, func(q *model.Question) (string, string) {
		state := questionStates[v.questionRank(q)]
		return state.id, v.t(state.word)
	})
	slices.SortFunc(states, func(a, b facet[*model.Question]) int {
		return v.questionRank(a.items[0]) - v.questionRank(b.items[0])
	})
	kinds := facets("soort", r.items, func(q *model.Question) (string, string) {
		return locale.Slug(v.t("kind." + q.Form + ".plural")), capital(v.t("kind." + q.Form + ".plural"))
	})
	r.aspects = []aspect[*model.Question]{
		{label: v.t("register.by_status"), facets: states, counted: true},
		{label: v.t("register.by_kind"), facets: kinds},
		{label: v.t("list.by_year"), facets: yearFacets(r.items)},
		{label: v.t("list.by_werf"), facets: werfFacets(v, r.items), folded: true},
	}
	r.view = func(r *catalogue[*model.Question], at, name string, part []*model.Question, p Pager) View {
		view := &QuestionsView{
			Frame: r.frameAt(p, "question", v.sectionTitle("question"), name, v.t("question.about")), Choices: r.choices(at, p), Pager: p,
		}
		for _, q := range part {
			view.Lines = append(view.Lines, v.questionLine(q))
		}
		if at == "" && p.Number == 1 {
			v.questionsOpening(view, base, states)
		}
		return view
	}
	return r.pages()
}

// questionLine is a question in a list, with how long it waits or waited.
func (v voice) questionLine(q *model.Question) Line {
	l := v.line(q)
	l.KindLabel = capital(v.value("kind", q.Form))
	l.Status, l.Note = v.questionStatus(q), v.waited(q)
	return l
}

// questionsOpening fills what stands on the first page alone.
func (v voice) questionsOpening(view *QuestionsView, base string, states []facet[*model.Question]) {
	if doc, ok := v.site.Indexes[v.sectionURL("question")]; ok {
		index := inLanguage(doc, v.lang.Code())
		view.Body, view.About, view.HasAbout = v.indexText(&view.Frame, index), v.about(index), true
		v.languagesOf(&view.Frame, index)
	}
	for _, f := range states {
		view.Figures = append(view.Figures, Figure{Link{Text: f.text, URL: v.site.Href(base + f.key)}, v.lang.Number(int64(len(f.items)))})
	}
	view.Examples = examples(v, v.site.Questions, func(q *model.Question) bool { return q.Example })
	if days, ok := medianDays(v.site.Questions); ok {
		view.Median = v.lang.Count("question.median", days)
	}
	if len(v.site.Actions) > 0 {
		view.Registers = append(view.Registers, Link{Text: v.t("action.all"), URL: v.site.Href(actionsURL)})
	}
	if len(v.site.Insights) > 0 {
		view.Registers = append(view.Registers, Link{Text: v.t("insight.all"), URL: v.site.Href(insightsURL)})
	}
}

// medianDays is the number of days within which half of the answers came (of an
// even number the lower of the two in the middle).
// What was passed on is no answer; only dates that are known to the day count.
func medianDays(questions []*model.Question) (days int, ok bool) {
	var all []int
	for _, q := range questions {
		if q.Date.IsDay() && q.Answered.IsDay() && q.Status != "transferred" {
			all = append(all, q.DaysOpen(q.Answered.End()))
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	slices.Sort(all)
	return all[(len(all)-1)/2], true
}
