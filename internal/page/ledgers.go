package page

// The ledgers of the site: sums by year, werf, scheme, size and envelope. What
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
	piles, _ := heaps(list, func(a *model.Allocation) []int { return []int{allocationYear(a)} })
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

// sizeLedger sums by the size of the organisation. The definition of each size
// stands with its figures. nil where no organisation has one.
func (v voice) sizeLedger(list []*model.Allocation) *ledger {
	sizes := map[string]*model.Term{}
	for _, t := range v.site.Terms["size"] {
		sizes[t.ID] = t
	}
	piles, _ := heaps(list, func(a *model.Allocation) []string {
		if o := a.Organisation.To(); o != nil {
			return []string{o.Size}
		}
		return []string{""}
	})
	if len(piles) == 1 && piles[0].key == "" {
		return nil
	}
	l := ledgerOf(v, "groottes", "size", v.kindName("size", "singular"), list, bySum(piles), func(id string) ledgerRow {
		switch t := sizes[id]; {
		case id == "":
			return ledgerRow{name: Link{Text: v.t("money.no_size")}}
		case t == nil:
			return ledgerRow{id: id, name: Link{Text: v.value("size", id)}}
		default:
			return ledgerRow{id: id, name: v.termLink(t), meaning: t.Description}
		}
	})
	if l != nil {
		l.meaning = v.t("term.meaning")
	}
	return l
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
			id: b.ID, name: v.link(b), tally: tally{Totals: b.Totals, examples: examplesIn(b)}, planned: b.Amount, whole: b.Amount, example: b.Example,
			mark: indentation(br.depth), more: []table.Cell{table.Of(b.Parent.ID()), table.Of(b.Period.String()), table.Of(b.Decision.ID()), table.Yes(b.Example)},
		}
		if br.parent != nil {
			r.within = v.t("budget.within", br.parent.Title)
		}
		l.rows = append(l.rows, r)
	}
	return l
}

// wholeBudgetLedger is all envelopes; its total sums those that are in no other.
func (v voice) wholeBudgetLedger(tree []branch[*model.Budget]) *ledger {
	l := v.budgetLedger(tree)
	if l == nil {
		return nil
	}
	l.hasTotal = true
	whole := potOf(tops(v.site.Budgets))
	l.total.planned, l.total.tally, l.total.whole = whole.planned, whole.tally, whole.planned
	return l
}

// examplesIn counts the invented allocations of an envelope and those inside
// it; a circle is cut where it closes.
func examplesIn(b *model.Budget, above ...*model.Budget) int {
	n := tallyOf(b.Allocations).examples
	above = append(above, b)
	for _, child := range b.Children {
		if !slices.Contains(above, child) {
			n += examplesIn(child, above...)
		}
	}
	return n
}

// files are a ledger's files beside the page at an address.
func (v voice) files(l *ledger, page string) Files {
	return beside(page+l.name, func() *table.Table { return v.sheetOf(l, page) })
}

// shown is a ledger on the page that its files stand beside.
func (v voice) shown(l *ledger, page string) SumTable {
	t := v.sumTable(l)
	if l != nil {
		t.Downloads = v.downloads(page+l.name, l.caption)
	}
	return t
}

// carried is a ledger on a page that carries its files itself.
func (v voice) carried(l *ledger, page, name string) SumTable {
	t := v.sumTable(l)
	if l != nil {
		t.Downloads = v.within(name+"-"+l.name, v.sheetOf(l, page))
	}
	return t
}
