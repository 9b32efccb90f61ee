package page

// The page about money: what the words mean, where all envelopes stand, and
// who got what by year, werf, scheme and size. What must stay true: the sums of
// all tables are those of the same allocations; support in kind is counted
// apart; what was invented is said to be.

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// MoneyView is the page about money.
type MoneyView struct {
	Frame
	Examples string // a sentence; "" where nothing was invented
	Terms    []MoneyTerm
	Figures  []Figure
	Picture  template.HTML
	Budgets  SumTable
	Years    SumTable
	Werven   SumTable
	Schemes  SumTable
	Sizes    SumTable
	Statuses []StatusCount
	Flow     template.HTML
	InKind   string
	Lacks    []string
	All      []Link // the lists
	Report   Contact
}

// MoneyTerm is a word of money and what it means.
type MoneyTerm struct{ ID, Word, Meaning string }

// StatusCount is how many allocations have a status.
type StatusCount struct {
	Status Status
	Count  string
}

// flowEnds is how many organisations the picture of the money shows apart.
const flowEnds = 15

func moneyPages(s *model.Site) []Page {
	if !hasMoney(s) {
		return nil
	}
	return []Page{{URL: moneyURL, Template: "money", View: func() View { return newVoice(s, s.Lang.Code()).moneyPage() }}}
}

// hasMoney tells whether an amount stands anywhere, for then its words have a
// definition.
func hasMoney(s *model.Site) bool {
	return len(s.Budgets)+len(s.Allocations) > 0 ||
		slices.ContainsFunc(s.Decisions, func(d *model.Decision) bool { return d.HasAmount })
}

func (v voice) moneyPage() View {
	s := v.site
	tree, sum := budgetTree(s), tallyOf(s.Allocations)
	view := &MoneyView{
		Frame: v.frame(moneyURL, "money", v.t("money.title"), v.t("money.about")), Examples: v.examples(sum),
		Terms: v.moneyTerms(), Report: v.report(), Lacks: v.moneyLacks(), Statuses: v.statusCounts(),
	}
	if len(tree) > 0 {
		amount, whole := wholeOf(tree)
		whole.examples = sum.examples
		view.Figures, view.Picture = v.figures(amount, true, whole), v.stacked("geld", amount, whole)
		view.Budgets = v.budgetTable(tree[:min(len(tree), pageSize)])
		view.Budgets.Total, view.Budgets.HasTotal = v.budgetTotal(tree), true
		view.All = append(view.All, Link{Text: v.kindCount("budget", len(s.Budgets)), URL: v.site.Href(sectionOf(s, "budget"))})
	}
	if len(s.Allocations) == 0 {
		return view
	}
	view.All = append(view.All, Link{Text: v.kindCount("allocation", sum.Count), URL: v.site.Href(sectionOf(s, "allocation"))})
	view.All = append(view.All, v.moneyVocabularies()...)
	view.Years, view.Werven = v.yearTable(s.Allocations, true), v.werfTable(s.Allocations)
	view.Schemes, view.Sizes = v.schemeTable(s.Allocations), v.sizeTable(s.Allocations)
	view.Flow = v.flow(s.Allocations)
	if sum.InKind > 0 {
		view.InKind = v.lang.Count("money.in_kind_apart", sum.InKind)
	}
	return view
}

// moneyVocabularies leads to the lists that sum allocations in other ways.
func (v voice) moneyVocabularies() []Link {
	var out []Link
	for _, kind := range []string{"scheme", "district", "target_group", "theme", "size"} {
		if n := len(v.site.Terms[kind]); n > 0 {
			out = append(out, Link{Text: v.kindCount(kind, n), URL: v.site.Href(sectionOf(v.site, kind))})
		}
	}
	return out
}

func (v voice) moneyTerms() []MoneyTerm {
	var out []MoneyTerm
	for _, term := range moneyTerms {
		out = append(out, MoneyTerm{term.anchor, capital(v.t("money." + term.word)), v.t("money." + term.word + ".help")})
	}
	return out
}

// wholeOf is the amount of all envelopes that are in no other, and their sums.
func wholeOf(tree []branch[*model.Budget]) (amount locale.Money, sum tally) {
	for _, br := range tree {
		if br.depth == 0 {
			amount += br.item.Amount
			sum.Merge(br.item.Totals)
		}
	}
	return amount, sum
}

// budgetRow is a row of sums with an envelope.
func (v voice) budgetRow(name Link, amount locale.Money, t tally) SumRow {
	row := v.sumRow(name, t)
	row.Planned, row.Left = v.money(amount), v.money(amount-t.Awarded)
	row.Back, row.Share = v.back(t.Recovered), chart.Share(int64(t.Awarded), int64(amount))
	return row
}

// examples says how much of the page was invented.
func (v voice) examples(sum tally) string {
	budgets := 0
	for _, b := range v.site.Budgets {
		if b.Example {
			budgets++
		}
	}
	if sum.examples+budgets == 0 {
		return ""
	}
	n := func(i int) string { return v.lang.Number(int64(i)) }
	return v.t("money.examples_page", n(sum.examples), n(sum.Count), n(budgets), n(len(v.site.Budgets)))
}

// sumTable makes a table of heaps. Its bars show what was awarded, as a part of
// the largest; its total is that of the whole list.
func sumTable[K comparable](v voice, id, head string, list []*model.Allocation, heaps []heap[K], name func(K) Link) SumTable {
	whole := tallyOf(list)
	t := SumTable{
		ID: "t_" + id, Caption: v.t("money.table." + id), Head: head, Words: v.moneyWords(), Bars: v.t("money.bar"),
		Recovered: whole.Recovered > 0, HasTotal: len(heaps) > 1, Total: v.sumRow(Link{Text: capital(v.t("total"))}, whole),
	}
	largest := locale.Money(0)
	for _, h := range heaps {
		largest = max(largest, h.Awarded)
	}
	for _, h := range heaps {
		row := v.sumRow(name(h.key), h.tally)
		row.Share = chart.Share(int64(h.Awarded), int64(largest))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// yearTable sums allocations by the year that they are for, newest first.
// linked: each year leads to its list.
func (v voice) yearTable(list []*model.Allocation, linked bool) SumTable {
	piles, _ := heaps(list, func(a *model.Allocation) []int { return []int{allocationYear(a)} })
	slices.SortFunc(piles, func(a, b heap[int]) int { return cmp.Compare(b.key, a.key) })
	return sumTable(v, "year", capital(v.t("year")), list, piles, func(year int) Link {
		l := Link{Text: strconv.Itoa(year)}
		if year == 0 {
			return Link{Text: capital(v.t("unknown"))}
		}
		if linked {
			l.URL = v.site.Href(allocationYearURL(v.site, year))
		}
		return l
	})
}

func (v voice) werfTable(list []*model.Allocation) SumTable {
	piles, several := heaps(list, func(a *model.Allocation) []*model.Werf { return toEach(a.Werven) })
	if len(piles) == 1 && piles[0].key == nil {
		return SumTable{}
	}
	number := func(w *model.Werf) int {
		if w == nil {
			return 1 << 30
		}
		return w.Number
	}
	slices.SortStableFunc(piles, func(a, b heap[*model.Werf]) int { return cmp.Compare(number(a.key), number(b.key)) })
	t := sumTable(v, "werf", v.kindName("werf", "singular"), list, piles, func(w *model.Werf) Link {
		if w == nil {
			return Link{Text: v.t("money.no_werf")}
		}
		l := v.link(w)
		if w.Number > 0 {
			l.Text = strconv.Itoa(w.Number) + " " + l.Text
		}
		return l
	})
	if several {
		t.Notes = append(t.Notes, v.t("money.several.werf"))
	}
	return t
}

func (v voice) schemeTable(list []*model.Allocation) SumTable {
	piles, _ := heaps(list, func(a *model.Allocation) []*model.Term { return []*model.Term{a.Scheme.To()} })
	if len(piles) == 1 && piles[0].key == nil {
		return SumTable{}
	}
	return sumTable(v, "scheme", v.kindName("scheme", "singular"), list, bySum(piles), func(t *model.Term) Link {
		if t == nil {
			return Link{Text: v.t("money.no_scheme")}
		}
		return v.termLink(t)
	})
}

// sizeTable sums by the size of the organisation. The definition of each size
// stands with its figures.
func (v voice) sizeTable(list []*model.Allocation) SumTable {
	sizes := map[string]*model.Term{}
	for _, t := range v.site.Terms["size"] {
		sizes[t.ID] = t
	}
	size := func(a *model.Allocation) []string {
		if o := a.Organisation.To(); o != nil {
			return []string{o.Size}
		}
		return []string{""}
	}
	piles, _ := heaps(list, size)
	if len(piles) == 1 && piles[0].key == "" {
		return SumTable{}
	}
	t := sumTable(v, "size", v.kindName("size", "singular"), list, bySum(piles), func(id string) Link {
		switch t := sizes[id]; {
		case id == "":
			return Link{Text: v.t("money.no_size")}
		case t == nil:
			return Link{Text: v.value("size", id)}
		default:
			return v.termLink(t)
		}
	})
	t.Meaning = v.t("term.meaning")
	for i := range t.Rows {
		if size := sizes[piles[i].key]; size != nil {
			t.Rows[i].Meaning = size.Description
		}
	}
	return t
}

// statusCounts counts the allocations by status, in the order of a life.
func (v voice) statusCounts() []StatusCount {
	piles, _ := heaps(v.site.Allocations, func(a *model.Allocation) []string { return []string{a.Status} })
	var out []StatusCount
	for _, status := range []string{"requested", "refused", "awarded", "partly_paid", "paid", "recovered"} {
		for _, p := range piles {
			if p.key == status {
				out = append(out, StatusCount{v.status(status), v.lang.Number(int64(p.Count))})
			}
		}
	}
	return out
}

// moneyLacks are sentences about what is not known of the money.
func (v voice) moneyLacks() []string {
	undecided, unscheduled := 0, 0
	for _, b := range v.site.Budgets {
		if !b.Decision.OK() {
			undecided++
		}
	}
	for _, a := range v.site.Allocations {
		if !a.Scheme.OK() {
			unscheduled++
		}
	}
	var out []string
	if undecided > 0 {
		out = append(out, v.lang.Count("money.lacks_decision", undecided))
	}
	if unscheduled > 0 {
		out = append(out, v.lang.Count("money.lacks_scheme", unscheduled))
	}
	return out
}
