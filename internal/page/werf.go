package page

// A werf: what it is for, how it stands, what comes next, what happened, where
// the money is, what was decided and what still waits for an answer.

import (
	"html/template"
	"slices"
	"strconv"
	"sync"

	"glashelder/internal/model"
)

// WerfView is the page of a werf.
type WerfView struct {
	Frame
	About
	Number        int
	Facts         bool // there are facts to show beside the text
	Summary, Goal string
	Status        Status
	Lead          Link
	Start, End    Date
	Next          []Line // at most three
	Body          template.HTML
	Years         []HappeningYear
	Timeline      Link   // all of it
	TimelineMore  string // "en 12 oudere"
	Sums          Sums
	Budgets       []Line
	Awards        Link // "34 toelagen"
	Decisions     More
	Questions     More // that wait
	Partners      []Link
	PartnersMore  Link
	Indicators    []Indicator
}

// More is the start of a list, and where the rest is.
type More struct {
	Lines []Line
	All   Link // the whole list; empty where all of it is here
}

// How much of a list stands on the page of a werf.
const (
	werfTimelineShown = 60
	werfListShown     = 8
	werfPartnersShown = 40
)

// werfIndex is what belongs to each werf, gathered once for all pages.
type werfIndex struct {
	chronicle chronicle
	agenda    agenda
	budgets   map[*model.Werf][]*model.Budget
	awards    map[*model.Werf][]*model.Allocation
	decisions map[*model.Werf][]*model.Decision
	questions map[*model.Werf][]*model.Question
	partners  map[*model.Werf][]*model.Organisation
}

func werfIndexOf(s *model.Site) *werfIndex {
	return &werfIndex{
		chronicleOf(s), agendaOf(s), byWerf(s.Budgets), byWerf(s.Allocations), byWerf(s.Decisions), byWerf(s.Questions),
		partnersOf(s),
	}
}

// byWerf files documents under their werven, in their order.
func byWerf[T model.Document](docs []T) map[*model.Werf][]T {
	out := map[*model.Werf][]T{}
	for _, d := range docs {
		for _, r := range d.Common().Werven {
			if r.OK() {
				out[r.To()] = append(out[r.To()], d)
			}
		}
	}
	return out
}

// partnersOf lists the organisations of each werf: those that say so, that a
// document of the werf names, or that got support in it. By title.
func partnersOf(s *model.Site) map[*model.Werf][]*model.Organisation {
	rank := map[*model.Organisation]int{}
	for i, o := range s.Organisations {
		rank[o] = i
	}
	seen := map[*model.Werf]map[*model.Organisation]bool{}
	out := map[*model.Werf][]*model.Organisation{}
	add := func(w *model.Werf, o *model.Organisation) {
		if seen[w] == nil {
			seen[w] = map[*model.Organisation]bool{}
		}
		if !seen[w][o] {
			seen[w][o] = true
			out[w] = append(out[w], o)
		}
	}
	for _, doc := range s.Documents {
		for _, w := range (happening{doc: doc}).werven() {
			if o, ok := doc.(*model.Organisation); ok {
				add(w, o)
			}
			if a, ok := doc.(*model.Allocation); ok && a.Granted() && a.Organisation.OK() {
				add(w, a.Organisation.To())
			}
			for _, r := range doc.Common().Organisations {
				if r.OK() {
					add(w, r.To())
				}
			}
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b *model.Organisation) int { return rank[a] - rank[b] })
	}
	return out
}

func werfPages(s *model.Site) []Page {
	index := sync.OnceValue(func() *werfIndex { return werfIndexOf(s) })
	out := documents(s, "werf", s.Werven, func(v voice, w *model.Werf) View { return v.werf(w, index()) })
	awards, budgets, v := byWerf(s.Allocations), byWerf(s.Budgets), newVoice(s, s.Lang.Code())
	for i := range out {
		if w, ok := s.ByURL(out[i].URL).(*model.Werf); ok && w.Original == nil {
			out[i].Files = v.sumFiles(w.URL, tops(budgets[w]))
		}
	}
	for _, w := range s.Werven {
		if len(awards[w]) > 0 {
			out = append(out, allocationsOf(s, w, awards[w], true)...)
		}
	}
	return out
}

func (v voice) werf(w *model.Werf, index *werfIndex) View {
	o := original(w)
	view := &WerfView{
		Frame: v.frameOf(w), Number: w.Number, Summary: ownSummary(&w.Base), Goal: w.Goal, Status: v.status(w.Status), Lead: v.party(w.Lead),
		Start: v.date(w.Start), End: v.date(w.End), Body: v.body(w), Next: v.aheadLines(index.agenda.ofWerf[o], 3),
	}
	if w.Date == w.Start {
		view.Date = Date{}
	}
	view.About = v.about(w, v.werfLacks(w)...)
	view.Mentions = v.mentionsBut(view.Mentions, append(chronicled(), "budget", "allocation")...)
	list := index.chronicle.ofWerf[o]
	view.Years = v.years(list[:min(len(list), werfTimelineShown)], o, nil)
	if len(list) > 0 {
		view.Timeline = Link{Text: v.t("werf.whole_timeline"), URL: v.site.Href(o.URL + werfTimeline)}
	}
	if rest := len(list) - werfTimelineShown; rest > 0 {
		view.TimelineMore = v.lang.Count("werf.timeline_more", rest)
	}
	view.Facts = w.Goal != "" || !w.Lead.IsZero() || !w.Start.IsZero() || !w.End.IsZero() || commonFacts(view.About)
	v.werfMoney(view, o, index)
	v.werfLists(view, o, index)
	for _, lines := range [][]Line{view.Next, view.Decisions.Lines, view.Questions.Lines} {
		unbadge(lines, view.Number)
	}
	for i, indicator := range w.Indicators {
		view.Indicators = append(view.Indicators, v.indicator("indicator-"+strconv.Itoa(i+1), indicator))
	}
	return view
}

func (v voice) werfLacks(w *model.Werf) []string {
	var out []string
	add := func(missing bool, word string) {
		if missing {
			out = append(out, v.t("werf.lacks."+word))
		}
	}
	add(w.Goal == "", "goal")
	add(w.Lead.IsZero(), "lead")
	add(w.Start.IsZero(), "start")
	add(len(w.Indicators) == 0, "indicators")
	return out
}

// mentionsBut leaves out groups of mentions that a page already shows.
func (v voice) mentionsBut(groups []MentionGroup, kinds ...string) []MentionGroup {
	return slices.DeleteFunc(groups, func(g MentionGroup) bool {
		return slices.ContainsFunc(kinds, func(kind string) bool { return g.Title == v.kindName(kind, "plural") })
	})
}

func (v voice) werfMoney(view *WerfView, w *model.Werf, index *werfIndex) {
	top := tops(index.budgets[w])
	view.Sums = v.sums("deel_geldbeeld", w.URL+stackFiles, top, index.awards[w])
	if own := tallyOf(index.awards[w]); len(top) > 0 && own.Awarded != potOf(top).Awarded {
		view.Sums.Notes = append(view.Sums.Notes, v.t("werf.sums_differ", v.money(own.Awarded)))
	}
	view.Budgets = linesOf(v, index.budgets[w])
	if n := len(index.awards[w]); n > 0 {
		view.Awards = Link{Text: v.lang.Count("werf.awards", n), URL: v.site.Href(v.allocationsURL(w.URL))}
	}
}

func (v voice) werfLists(view *WerfView, w *model.Werf, index *werfIndex) {
	view.Decisions = moreOf(v, index.decisions[w], v.sectionLink("decision").URL)
	var open []*model.Question
	for _, q := range index.questions[w] {
		if q.Open() {
			open = append(open, q)
		}
	}
	view.Questions = moreOf(v, open, v.sectionLink("question").URL)
	partners := index.partners[w]
	for _, o := range partners[:min(len(partners), werfPartnersShown)] {
		view.Partners = append(view.Partners, v.link(o))
	}
	if rest := len(partners) - werfPartnersShown; rest > 0 {
		view.PartnersMore = Link{Text: v.lang.Count("werf.partners_more", rest), URL: v.sectionLink("organisation").URL}
	}
}

// unbadge leaves out the only werf of a line where all lines are of that werf.
func unbadge(lines []Line, number int) {
	for i := range lines {
		if w := lines[i].Werven; len(w) == 1 && w[0].Number == number {
			lines[i].Werven = nil
		}
	}
}

// moreOf is the start of a list, with a link to all of it where it is longer.
func moreOf[T model.Document](v voice, docs []T, url string) More {
	m := More{Lines: linesOf(v, docs[:min(len(docs), werfListShown)])}
	if len(docs) > len(m.Lines) {
		m.All = Link{Text: v.t("werf.all", v.lang.Number(int64(len(docs)))), URL: url}
	}
	return m
}
