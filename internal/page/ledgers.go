package page

// The ledgers of the site: sums by year, werf, scheme and envelope. What
// must stay true: each is made from the list that its page stands for, and its
// total is that of the whole list.

import (
	"cmp"
	"slices"
	"strconv"

	"glashelder/internal/model"
	"glashelder/internal/table"
)

// yearLedger sums allocations by the year that they are for, newest first.
// linked: each year leads to its page.
func (v voice) yearLedger(list []*model.Allocation, linked bool) *ledger {
	piles, _ := heaps(list, func(a *model.Allocation) []int { return []int{a.Year()} })
	slices.SortFunc(piles, func(a, b heap[int]) int { return cmp.Compare(b.key, a.key) })
	return ledgerOf(v, "jaren", "year", capital(v.t("year")), list, piles, func(year int) ledgerRow {
		if year == 0 {
			return ledgerRow{name: Link{Text: capital(v.t("unknown"))}}
		}
		r := ledgerRow{id: strconv.Itoa(year), name: Link{Text: strconv.Itoa(year)}}
		if linked {
			r.name.URL = v.site.Href(moneyYearURL(year))
		}
		return r
	})
}

// werfLedger sums by werf, in the order of their numbers; nil where no
// allocation has one.
func (v voice) werfLedger(list []*model.Allocation) *ledger {
	piles, several := heaps(list, func(a *model.Allocation) []*model.Werf { return toEach(a.Werven) })
	if len(piles) == 1 && piles[0].key == nil {
		return nil
	}
	number := func(w *model.Werf) int {
		if w == nil {
			return 1 << 30
		}
		return w.Number
	}
	slices.SortStableFunc(piles, func(a, b heap[*model.Werf]) int { return cmp.Compare(number(a.key), number(b.key)) })
	l := ledgerOf(v, "werven", "werf", v.kindName("werf", "singular"), list, piles, func(w *model.Werf) ledgerRow {
		if w == nil {
			return ledgerRow{name: Link{Text: v.t("money.no_werf")}}
		}
		r := ledgerRow{id: w.ID, name: v.link(w)}
		if w.Number > 0 {
			r.name.Text = strconv.Itoa(w.Number) + " " + r.name.Text
		}
		return r
	})
	if l != nil && several {
		l.notes = append(l.notes, v.t("money.several.werf"))
	}
	return l
}

// schemeLedger sums by scheme, the largest first; nil where no allocation has one.
func (v voice) schemeLedger(list []*model.Allocation) *ledger {
	piles, _ := heaps(list, func(a *model.Allocation) []*model.Term { return []*model.Term{a.Scheme.To()} })
	if len(piles) == 1 && piles[0].key == nil {
		return nil
	}
	return ledgerOf(v, "regelingen", "scheme", v.kindName("scheme", "singular"), list, bySum(piles), func(t *model.Term) ledgerRow {
		if t == nil {
			return ledgerRow{name: Link{Text: v.t("money.no_scheme")}}
		}
		return ledgerRow{id: t.ID, name: v.termLink(t)}
	})
}

// budgetLedger is envelopes with what is planned and left. The bars show how
// much is awarded. nil without envelopes.
func (v voice) budgetLedger(part []branch[*model.Budget]) *ledger {
	if len(part) == 0 {
		return nil
	}
	l := &ledger{
		name: "budgetten", key: "budget", caption: v.t("budget.caption"), head: capital(v.t("money.budget")),
		planned: true, bars: v.t("money.share_awarded"), total: ledgerRow{name: Link{Text: capital(v.t("total"))}},
		more: []table.Column{v.column("budget", "parent", table.Text), v.column("budget", "period", table.Date),
			v.column("budget", "decision", table.Text), v.column("budget", "example", table.Flag)},
	}
	for _, br := range part {
		b := br.item
		r := ledgerRow{
			id: b.ID, name: v.link(b), tally: tallyOf(takenFrom(b)), planned: b.Amount, whole: b.Amount, example: b.Example,
			mark: indentation(br.depth), more: []table.Cell{table.Of(b.Parent.ID()), table.Of(b.Period.String()), table.Of(b.Decision.ID()), table.Yes(b.Example)},
		}
		if br.parent != nil {
			r.within = v.t("budget.within", br.parent.Title)
		}
		l.rows = append(l.rows, r)
	}
	return l
}

// wholeBudgetLedger is envelopes with a total, of those that are in no other.
func (v voice) wholeBudgetLedger(tree []branch[*model.Budget]) *ledger {
	l := v.budgetLedger(tree)
	if l == nil {
		return nil
	}
	l.hasTotal = true
	var outer []*model.Budget
	for _, br := range tree {
		if br.depth == 0 {
			outer = append(outer, br.item)
		}
	}
	whole := potOf(outer)
	l.total.planned, l.total.tally, l.total.whole = whole.planned, whole.tally, whole.planned
	if slices.ContainsFunc(l.rows, func(r ledgerRow) bool { return r.within != "" }) {
		l.notes = append(l.notes, v.t("money.total_note"))
	}
	return l
}

// files are a ledger's files beside the page at an address.
func (v voice) files(l *ledger, page string) Files {
	return beside(page+l.name, func() *table.Table { return v.sheetOf(l, page) })
}

// shown is the start of a ledger, of so many rows at most, on the page that its
// files stand beside.
func (v voice) shown(l *ledger, page string, most int) SumTable {
	if l == nil {
		return SumTable{}
	}
	t := v.short(l, l.rows[:min(len(l.rows), most)])
	t.Downloads = v.downloads(page+l.name, l.caption)
	return t
}

// short is some rows of a ledger; it says where there are more, for the total
// is that of all.
func (v voice) short(l *ledger, rows []ledgerRow) SumTable {
	t := v.partOf(l, rows)
	if len(rows) < len(l.rows) {
		n := func(i int) string { return v.lang.Number(int64(i)) }
		t.Notes = append(slices.Clip(t.Notes), v.t("money.part_shown", n(len(rows)), n(len(l.rows))))
	}
	return t
}

// carried is the start of a ledger on a page that carries its files itself.
func (v voice) carried(l *ledger, page, name string) SumTable {
	if l == nil {
		return SumTable{}
	}
	t := v.short(l, l.rows[:min(len(l.rows), pageSize)])
	t.Downloads = v.within(name+"-"+l.name, v.sheetOf(l, page))
	return t
}
