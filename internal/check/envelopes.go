package check

// Envelopes: what is awarded from one, with the envelopes inside it, is never
// more than its amount, and its parts are never more than the whole.

import (
	"cmp"
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeOverspent = mistake("budget-overschreden",
	diag.Text{Message: "met \"{1}\" gaat het budget \"{2}\" over zijn grens: {3} toegekend op {4}, dat is {5} te veel", Hint: "verlaag een toekenning, verhoog het budget met de beslissing die dat doet, of neem een ander budget",
		Explain: "Uit een budget kan niet meer toegekend worden dan erin zit, de delen van het budget meegerekend. De melding staat bij de eerste toelage die er in de tijd over gaat. Steun in natura telt niet mee. Voorbeeld: uit 45.000 euro kunnen geen twee toelagen van 25.000 euro komen."},
	diag.Text{Message: "\"{1}\" takes the budget \"{2}\" over its limit: {3} awarded out of {4}, which is {5} too much", Hint: "lower an award, raise the budget with the decision that does so, or take another budget",
		Explain: "No more can be awarded from a budget than it holds, its parts included. The message stands at the first allocation in time that goes over it. Support in kind does not count. Two allocations of 25,000 euro cannot come from 45,000 euro."})

var codeParts = mistake("deelbudgetten-te-groot",
	diag.Text{Message: "met \"{1}\" zijn de delen van het budget \"{2}\" samen {3}: {4} meer dan de {5} van het geheel", Hint: "verlaag een deel, of verhoog het budget waar het uit komt",
		Explain: "Een budget kan in delen verdeeld zijn: elk deel noemt het geheel in `bovenliggend`. De delen samen kunnen niet meer zijn dan het geheel. Voorbeeld: een budget van 750.000 euro met delen van 400.000 en 400.000 euro klopt niet."},
	diag.Text{Message: "with \"{1}\" the parts of the budget \"{2}\" come to {3}: {4} more than the {5} of the whole", Hint: "lower a part, or raise the budget that it comes from",
		Explain: "A budget may be divided into parts: each names the whole in `parent`. The parts together cannot be more than the whole. A budget of 750,000 euro with parts of 400,000 and 400,000 euro is wrong."})

var envelopes = Rule{
	Codes: []*diag.Code{codeOverspent, codeParts},
	Check: func(s *model.Site, diags *diag.List) {
		for _, b := range s.Budgets {
			if b.Totals.Awarded > b.Amount {
				overspent(s, b, diags)
			}
			parts(s, b, diags)
		}
	},
}

// overspent reports the award that takes b over its amount.
func overspent(s *model.Site, b *model.Budget, diags *diag.List) {
	var total locale.Money
	var tip *model.Allocation
	for _, a := range within(b) {
		total, _ = total.Add(a.Counts())
		if tip == nil && total > b.Amount {
			tip = a
		}
	}
	if tip == nil {
		return // the amount is below zero, which is said elsewhere
	}
	d := diags.Add(codeOverspent, tip.At("awarded"), tip.ID, b.ID,
		s.Lang.Money(total), s.Lang.Money(b.Amount), s.Lang.Money(total-b.Amount))
	related(d, b.At("amount"), tip.Decision.Pos())
}

// within lists what was taken from b and from the envelopes inside it, in time.
func within(b *model.Budget) []*model.Allocation {
	var out []*model.Allocation
	seen := map[*model.Budget]bool{}
	var gather func(*model.Budget)
	gather = func(b *model.Budget) {
		if seen[b] {
			return
		}
		seen[b] = true
		out = append(out, b.Allocations...)
		for _, child := range b.Children {
			gather(child)
		}
	}
	gather(b)
	slices.SortFunc(out, func(x, y *model.Allocation) int {
		return cmp.Or(x.Date.Compare(y.Date), strings.Compare(x.ID, y.ID))
	})
	return out
}

// parts reports the envelope that makes the parts of b more than the whole.
func parts(s *model.Site, b *model.Budget, diags *diag.List) {
	var total locale.Money
	var tip *model.Budget
	for _, child := range b.Children {
		total, _ = total.Add(child.Amount)
		if tip == nil && total > b.Amount {
			tip = child
		}
	}
	if tip != nil && total > b.Amount {
		d := diags.Add(codeParts, tip.At("amount"), tip.ID, b.ID,
			s.Lang.Money(total), s.Lang.Money(total-b.Amount), s.Lang.Money(b.Amount))
		related(d, b.At("amount"))
	}
}
