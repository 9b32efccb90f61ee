package page

// Sums of envelopes, in short: for the home page and the pages of the werven.
// What must stay true: all amounts belong to the same envelopes, so that what
// is left is what was planned less what was awarded, to the cent.

import (
	"html/template"

	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/table"
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

// pot is envelopes that do not overlap, with what was taken from them.
type pot struct {
	planned locale.Money
	tally
	invented bool // whether an envelope was
}

func potOf(budgets []*model.Budget) pot {
	var p pot
	for _, b := range budgets {
		p.planned += b.Amount
		p.merge(tallyOf(takenFrom(b)))
		p.invented = p.invented || hasExample(b, map[*model.Budget]bool{})
	}
	return p
}

// sums adds up envelopes that do not overlap, or where there are none, loose
// awards. id is unique on the page; the files of the picture stand at an address.
func (v voice) sums(id, files string, budgets []*model.Budget, loose []*model.Allocation) Sums {
	p := potOf(budgets)
	if len(budgets) == 0 {
		p.tally = tallyOf(loose)
	}
	if len(budgets)+p.Count == 0 {
		return Sums{}
	}
	out := Sums{Figures: v.figures(p.planned, len(budgets) > 0, p.tally), Notes: v.moneyNotes(p.tally)}
	out.Picture = v.stacked(id, p.planned, p.tally, v.downloads(files, v.t("money.picture")))
	if p.invented {
		out.Notes = append(out.Notes, v.t("sums.invented"))
	}
	return out
}

// sumFiles are the files of the picture of envelopes, for the page at an
// address; none where there is no picture.
func (v voice) sumFiles(page string, budgets []*model.Budget) []Files {
	if potOf(budgets).planned <= 0 {
		return nil
	}
	return []Files{beside(page+stackFiles, func() *table.Table {
		p := potOf(budgets)
		return v.stackSheet(p.planned, p.tally, page)
	})}
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
