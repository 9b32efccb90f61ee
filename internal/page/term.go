package page

// Terms of the vocabularies: a theme, district, target group, scheme or size,
// with all that has to do with it, and the list of each vocabulary.

import (
	"html/template"
	"slices"
	"sync"

	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/table"
)

// TermView is the page of one term.
type TermView struct {
	Frame
	About
	Facet       string // "thema:toegankelijkheid" where the vocabulary is a facet of searches
	Description string
	HasFacts    bool
	Website     Link
	Labels      []Link // the term in the other languages
	Broader     Link
	Narrower    []Link
	Figures     []Figure
	Years       SumTable
	Allocations AllocationTable
	Groups      []Group
	Insights    []TermInsight
	AllInsights Link
	Empty       bool // nothing has to do with it yet
}

// TermInsight is an insight about a theme.
type TermInsight struct {
	Text Link
	From Link
	Date Date
}

// TermsView is one page of the list of a vocabulary.
type TermsView struct {
	Frame
	Pager
	About    string // what the vocabulary is
	Body     template.HTML
	Money    bool // whether the columns of money are there
	Words    MoneyWords
	Head     string
	Meanings bool // whether there is a column of definitions
	Rows     []TermRow
	Notes    []string

	Downloads Downloads
}

// TermRow is one term in the list.
type TermRow struct {
	SumRow
	Documents string // how many have to do with it
}

// termKinds are the vocabularies.
var termKinds = []string{"theme", "district", "target_group", "scheme", "size"}

// termIndex is what has to do with each term, gathered once for all pages.
type termIndex struct {
	members  map[string][]*model.Organisation    // of a size, by id
	money    map[*model.Term][]*model.Allocation // with the term; none for a size: who gets what stands on the page of that name
	insights map[*model.Term][]*model.Insight    // about a theme, newest minutes first
}

func newTermIndex(s *model.Site) termIndex {
	x := termIndex{map[string][]*model.Organisation{}, map[*model.Term][]*model.Allocation{}, map[*model.Term][]*model.Insight{}}
	for _, o := range s.Organisations {
		if o.Size != "" {
			x.members[o.Size] = append(x.members[o.Size], o)
		}
	}
	for _, kind := range termKinds {
		for _, t := range s.Terms[kind] {
			x.money[t] = allocationsAbout(&t.Base)
		}
	}
	for _, i := range s.Insights {
		if i.Theme.OK() {
			x.insights[i.Theme.To()] = append(x.insights[i.Theme.To()], i)
		}
	}
	return x
}

// relations is what else has to do with a term, other terms apart.
func (x termIndex) relations(s *model.Site, t *model.Term) []relation {
	list := relationsOf(s, &t.Base, append([]string{"allocation"}, termKinds...)...)
	if t.Kind == "size" {
		list = mergeRelation(list, "organisation", x.members[t.ID])
	}
	return list
}

func termPages(s *model.Site) []Page {
	x := newTermIndex(s)
	var out []Page
	for _, kind := range termKinds {
		out = append(out, documents(s, "term", s.Terms[kind], func(v voice, t *model.Term) View { return v.termPage(t, x) })...)
	}
	return out
}

// termLists are the lists of the vocabularies.
func termLists(s *model.Site) []Page {
	x := newTermIndex(s)
	var out []Page
	for _, kind := range termKinds {
		if len(s.Terms[kind]) > 0 {
			out = append(out, vocabulary(s, kind, x)...)
		}
	}
	return out
}

func (v voice) termPage(t *model.Term, x termIndex) View {
	lacks := []string{}
	if t.Description == "" && (t.Kind == "scheme" || t.Kind == "size") {
		lacks = append(lacks, v.t("term.no_description"))
	}
	view := &TermView{
		Frame: v.frameOf(t), About: v.about(t, lacks...), Description: t.Description, Broader: v.termLink(t.Broader.To()),
		Groups: v.groups(t, x.relations(v.site, t), nil),
	}
	view.Title, view.Mentions = capital(t.Label(v.lang.Code())), nil
	if facet := map[string]string{"theme": "thema", "district": "wijk"}[t.Kind]; facet != "" {
		view.Facet = facet + ":" + t.Label(v.lang.Code())
	}
	if t.Website != "" {
		view.Website = Link{Text: bareAddress(t.Website), URL: t.Website}
	}
	for _, code := range locale.Codes() {
		if label := t.Labels[code]; label != "" && code != v.lang.Code() && capital(label) != view.Title {
			view.Labels = append(view.Labels, Link{Text: label, Lang: code, Note: v.languageWord(code)})
		}
	}
	for _, n := range t.Narrower {
		view.Narrower = append(view.Narrower, v.termLink(n))
	}
	view.HasFacts = view.Broader.URL != "" || view.Website.URL != "" || len(view.Narrower)+len(view.Labels) > 0 || commonFacts(view.About)
	view.insights(v, x.insights[t])
	view.money(v, t, x.money[t])
	view.Empty = len(view.Groups)+len(view.Insights)+len(view.Allocations.Rows)+len(view.Narrower) == 0
	return view
}

func (view *TermView) insights(v voice, list []*model.Insight) {
	for _, i := range list[:min(len(list), relatedShown)] {
		from := i.Doc.Common()
		view.Insights = append(view.Insights, TermInsight{
			Text: Link{Text: cut(i.Text, 240), URL: v.site.Href(i.URL())}, From: v.link(i.Doc), Date: v.date(from.Date),
		})
	}
	if len(list) > relatedShown {
		view.AllInsights = Link{Text: v.t("related.all", v.lang.Count("kind.insight", len(list))), URL: v.site.Href(insightsURL)}
	}
}

func (view *TermView) money(v voice, t *model.Term, list []*model.Allocation) {
	if len(list) == 0 {
		return
	}
	view.Figures = v.figures(0, false, tallyOf(list))
	view.Years = v.carried(v.yearLedger(list, false), t.URL, t.ID)
	view.Allocations = v.someAllocations(v.lang.Count("term.allocations", len(list)), &t.Base, list)
	view.Allocations.Organisations = true
	if t.Kind != "scheme" {
		view.Years.Notes = append(view.Years.Notes, v.t("money.several."+t.Kind))
	}
}

// termLink leads to a term; the zero Link for nil.
func (v voice) termLink(t *model.Term) Link {
	if t == nil {
		return Link{}
	}
	return Link{Text: t.Label(v.lang.Code()), URL: v.site.Href(t.URL)}
}

func vocabulary(s *model.Site, kind string, x termIndex) []Page {
	parent := func(t *model.Term) *model.Term { return t.Broader.To() }
	tree := outline(s.Terms[kind], parent, func(t *model.Term) []*model.Term { return t.Narrower })
	return inEachLanguage(s, kind, func(v voice, base string) []Page {
		once := sync.OnceValue(func() *ledger { return v.termLedger(kind, tree, x) })
		name, caption := v.site.Config.Sections[kind], v.sectionTitle(kind)
		meanings := slices.ContainsFunc(tree, func(br branch[*model.Term]) bool { return br.item.Description != "" })
		out := listPages(v, "terms", base, tree, func(v voice, _ []branch[*model.Term], p Pager) View {
			l := once()
			view := &TermsView{
				Pager: p, Words: v.moneyWords(), About: v.t("term.about." + kind), Head: l.head, Meanings: meanings,
				Money: l.total.Count > 0, Notes: l.notes, Downloads: v.downloads(base+name, caption),
			}
			view.Frame = v.listFrame(p, kind, caption, view.About)
			if p.Number == 1 {
				view.Body = v.opening(&view.Frame, kind)
			}
			for _, r := range l.rows[p.From-1 : p.To] {
				view.Rows = append(view.Rows, v.termRow(l, r))
			}
			return view
		})
		out[0].Files = []Files{beside(base+name, func() *table.Table { return v.sheetOf(once(), base) })}
		return out
	})
}

// termLedger is a vocabulary with the sums of each term. Its total, of all
// allocations, is not shown: one may have several terms, or none.
func (v voice) termLedger(kind string, tree []branch[*model.Term], x termIndex) *ledger {
	l := &ledger{
		name: v.site.Config.Sections[kind], key: kind, caption: v.sectionTitle(kind), head: v.kindName(kind, "singular"), meaning: v.t("term.meaning"), moneyless: kind == "size",
		more: []table.Column{{Key: "documents", Title: v.t("term.documents"), Meaning: v.t("download.documents"), Kind: table.Count}},
	}
	if slices.ContainsFunc(tree, func(br branch[*model.Term]) bool { return len(x.money[br.item]) > 0 }) {
		l.total.tally = tallyOf(v.site.Allocations)
		l.notes = v.moneyNotes(l.total.tally)
		if kind != "scheme" {
			l.notes = append(l.notes, v.t("money.several."+kind))
		}
	}
	for _, br := range tree {
		r := ledgerRow{id: br.item.ID, name: v.termLink(br.item), tally: tallyOf(x.money[br.item]), meaning: br.item.Description, mark: indentation(br.depth)}
		if br.parent != nil {
			r.within = v.t("term.within", br.parent.Label(v.lang.Code()))
		}
		documents := 0
		for _, rel := range x.relations(v.site, br.item) {
			documents += len(rel.docs)
		}
		r.more = []table.Cell{table.Int(documents)}
		l.rows = append(l.rows, r)
	}
	return l
}

// termRow is a term in the list.
func (v voice) termRow(l *ledger, r ledgerRow) TermRow {
	row := TermRow{SumRow: v.sumRow(l, r), Documents: v.lang.Number(r.more[0].Number)}
	if r.Count == 0 {
		row.Count, row.Requested, row.Awarded, row.Paid = "–", "–", "–", "–"
	}
	return row
}
