package page

// Sums of envelopes, in short: for the home page and the pages of the werven.
// What must stay true: all amounts belong to the same envelopes, so that what
// is left is what was planned less what was awarded, to the cent.

import (
	"html/template"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// Sums is money in short: a few large figures, a picture, and what they leave out.
type Sums struct {
	Figures []Figure
	Picture template.HTML
	Notes   []string
}

// tops are the envelopes of a list that stand in no other of that list.
func tops(budgets []*model.Budget) []*model.Budget {
	in := map[*model.Budget]bool{}
	for _, b := range budgets {
		in[b] = true
	}
	var out []*model.Budget
	for _, b := range budgets {
		if parent := b.Parent.To(); !in[parent] || parent == b {
			out = append(out, b)
		}
	}
	return out
}

// sums adds up envelopes that do not overlap, or where there are none, loose
// awards. id is unique on the page.
func (v voice) sums(id string, budgets []*model.Budget, loose []*model.Allocation) Sums {
	var envelope locale.Money
	invented := false
	for _, b := range budgets {
		envelope += b.Amount
		invented = invented || hasExample(b, map[*model.Budget]bool{})
		if b == budgets[0] {
			loose = nil
		}
		loose = append(loose, allocationsIn(b)...)
	}
	if len(budgets) == 0 && len(loose) == 0 {
		return Sums{}
	}
	t := tallyOf(loose)
	out := Sums{Figures: v.figures(envelope, len(budgets) > 0, t), Picture: v.stacked(id, envelope, t), Notes: v.moneyNotes(t)}
	if invented {
		out.Notes = append(out.Notes, v.t("sums.invented"))
	}
	return out
}

// hasExample tells whether an envelope or one inside it is invented.
func hasExample(b *model.Budget, seen map[*model.Budget]bool) bool {
	if b.Example {
		return true
	}
	seen[b] = true
	for _, child := range b.Children {
		if !seen[child] && hasExample(child, seen) {
			return true
		}
	}
	return false
}
