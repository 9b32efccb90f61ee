package check

// The amount of a decision, held against what it grants: the awards that cite
// it or, where it grants none, the envelopes that it makes.

import (
	"slices"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeDecisionSum = mistake("beslissing-bedrag",
	diag.Text{Message: "de beslissing \"{1}\" noemt {2}, maar haar toelagen (aantal: {3}) zijn samen {4}: een verschil van {5}", Hint: "kijk na of er een toelage ontbreekt, dubbel staat of een verkeerd bedrag heeft",
		Explain: "Het bedrag van een beslissing is de som van de toelagen die ernaar verwijzen, steun in natura niet meegerekend. Zo kan iedereen nagaan dat alles wat beslist is, ook in de tabellen staat. Voorbeeld: een beslissing van 45.000 euro heeft toelagen van 25.000 en 20.000 euro."},
	diag.Text{Message: "the decision \"{1}\" says {2}, but its allocations (count: {3}) come to {4}: a difference of {5}", Hint: "see whether an allocation is missing, stands twice or has a wrong amount",
		Explain: "The amount of a decision is the sum of the allocations that cite it, support in kind apart. So anybody can see that all that was decided is in the tables. A decision of 45,000 euro has allocations of 25,000 and 20,000 euro."})

var codeDecisionNoSum = mistake("beslissing-zonder-bedrag",
	diag.Text{Message: "de beslissing \"{1}\" noemt geen bedrag, maar kent samen {3} toe (aantal toelagen: {2})", Hint: "vul \"{4}\" in bij de beslissing",
		Explain: "Een beslissing die geld toekent, noemt het bedrag, zodat het te vergelijken is met de toelagen die ernaar verwijzen."},
	diag.Text{Message: "the decision \"{1}\" gives no amount, but grants {3} together (count of allocations: {2})", Hint: "fill in \"{4}\" in the decision",
		Explain: "A decision that grants money gives the amount, so that it can be compared with the allocations that cite it."})

var codeDecisionBudgets = mistake("beslissing-budgetten",
	diag.Text{Message: "de beslissing \"{1}\" noemt {2}, maar haar budgetten (aantal: {3}) zijn samen {4}: een verschil van {5}", Hint: "kijk na of er een budget ontbreekt of een verkeerd bedrag heeft",
		Explain: "Een beslissing die geen toelagen toekent maar budgetten vastlegt, noemt het bedrag van die budgetten samen. Een deel telt niet mee als ook het geheel naar de beslissing verwijst. Verhoogt de beslissing een budget, schrijf dan het nieuwe bedrag van het hele budget, en zeg in de tekst hoeveel erbij komt. Voorbeeld: een beslissing van 45.000 euro legt budgetten van 25.000 en 20.000 euro vast."},
	diag.Text{Message: "the decision \"{1}\" says {2}, but its budgets (count: {3}) come to {4}: a difference of {5}", Hint: "see whether a budget is missing or has a wrong amount",
		Explain: "A decision that grants no allocations but lays down budgets gives the amount of those budgets together. A part does not count where the whole cites the decision too. If the decision raises a budget, write the new amount of the whole budget, and say in the text how much was added. A decision of 45,000 euro lays down budgets of 25,000 and 20,000 euro."})

var codeDecisionIdle = doubt("beslissing-zonder-toelagen",
	diag.Text{Message: "de beslissing \"{1}\" noemt {2}, maar geen toelage in euro en geen budget verwijst ernaar", Hint: "vul de toelagen of het budget in, of haal \"{3}\" weg als de beslissing geen geld geeft",
		Explain: "Het bedrag van een aangenomen beslissing is pas te controleren als de toelagen of budgetten erbij staan. Zo ziet iedereen waar het geld naartoe ging. Noem de beslissing in de kolom `beslissing` van elke toelage, of bij het budget dat ze vastlegt. Ontbreken ze nog, dan blijft deze waarschuwing staan."},
	diag.Text{Message: "the decision \"{1}\" says {2}, but no allocation in euro and no budget cites it", Hint: "fill in the allocations or the budget, or remove \"{3}\" if the decision gives no money",
		Explain: "The amount of an adopted decision can be checked only once its allocations or budgets are there. So everybody sees where the money went. Name the decision in the column `decision` of each allocation, or at the budget that it lays down. As long as they are missing, this warning stays."})

var decided = Rule{
	Codes: []*diag.Code{codeDecisionSum, codeDecisionNoSum, codeDecisionBudgets, codeDecisionIdle},
	Check: func(s *model.Site, diags *diag.List) {
		if s.Partial["allocation"] || s.Partial["budget"] {
			return // nobody knows what is missing
		}
		budgets, strays, misnamed := laidDown(s), straysOf(s), misnamedOf(s)
		for _, d := range s.Decisions {
			if d.Status != "adopted" {
				continue
			}
			awards := addends{}
			for _, a := range slices.Concat(d.Awards, misnamed[d]) {
				if a.Granted() && !a.InKind() {
					awards.add(a.Awarded, a.At("awarded"))
				}
			}
			switch {
			case slices.ContainsFunc(d.Awards, func(a *model.Allocation) bool { return a.Unsure }) || d.Wrote("amount") && !d.HasAmount:
			case (len(awards.places) > 0 || len(budgets[d].places) == 0) && strays.mayFill(d, d.Amount-awards.total):
			case len(awards.places) > 0:
				decisionSum(s, d, awards, diags)
			case d.HasAmount && d.Amount != 0:
				decisionBudgets(s, d, budgets[d], diags)
			}
		}
	},
}

// addends are amounts that belong together, and where they were written.
type addends struct {
	total  locale.Money
	places []diag.Pos
	unsure bool // another one belongs to them, or one cannot be read
}

func (a *addends) add(m locale.Money, pos diag.Pos) {
	a.total, _ = a.total.Add(m)
	a.places = append(a.places, pos)
}

// laidDown adds up the envelopes of each decision, but for the parts of
// envelopes that cite the same one.
func laidDown(s *model.Site) map[*model.Decision]addends {
	out := map[*model.Decision]addends{}
	for _, b := range s.Budgets {
		if d := b.Decision.To(); d != nil && !cites(b.Parent.To(), d) {
			sum := out[d]
			sum.add(b.Amount, b.At("amount"))
			sum.unsure = sum.unsure || b.Unsure
			out[d] = sum
		}
	}
	for _, doc := range s.Dropped {
		if b, ok := doc.(*model.Budget); ok && b.Decision.To() != nil {
			sum := out[b.Decision.To()]
			sum.unsure = true
			out[b.Decision.To()] = sum
		}
	}
	return out
}

// misnamedOf are the awards that bear the id of another, by their decisions,
// which count them all the same.
func misnamedOf(s *model.Site) map[*model.Decision][]*model.Allocation {
	out := map[*model.Decision][]*model.Allocation{}
	for _, doc := range s.Dropped {
		if a, ok := doc.(*model.Allocation); ok && !a.Double && a.Decision.To() != nil {
			d := a.Decision.To()
			out[d] = append(out[d], a)
		}
	}
	return out
}

// strays are awards that have a mistake of their own, for which their decision
// is not known for sure: each may be what another decision lacks. Of each sort
// the smallest counts, in cents: where that is too large to fit, all are.
type strays struct {
	free locale.Money                     // of any decision; 0 where there is none
	of   map[*model.Decision]locale.Money // of that decision only
}

func straysOf(s *model.Site) strays {
	out := strays{of: map[*model.Decision]locale.Money{}}
	note := func(a *model.Allocation) {
		d, amount := a.Decision.To(), a.Awarded
		if a.Unsure {
			amount = 1 // it may be any
		}
		paid := paidNotGranted(a)
		switch {
		case amount <= 0 || a.InKind() || !a.Granted() && !a.Unsure && !paid:
		case d == nil || d.Status != "adopted" || !d.HasAmount:
			out.free = smallest(out.free, amount)
		case a.Double || paid:
			out.of[d] = smallest(out.of[d], amount)
		}
	}
	for _, a := range s.Allocations {
		note(a)
	}
	for _, doc := range s.Dropped {
		if a, ok := doc.(*model.Allocation); ok {
			note(a)
		}
	}
	return out
}

// smallest is the smaller of two amounts, of which the first may be none.
func smallest(a, b locale.Money) locale.Money {
	if a == 0 {
		return b
	}
	return min(a, b)
}

// mayFill tells whether a stray may be what a decision lacks.
func (t strays) mayFill(d *model.Decision, lacking locale.Money) bool {
	of := t.of[d]
	return t.free > 0 && t.free <= lacking || of > 0 && of <= lacking
}

// cites tells whether b, or an envelope that b is part of, names d.
func cites(b *model.Budget, d *model.Decision) bool {
	for range maxDepth {
		if b == nil || b.Decision.To() == d {
			return b != nil
		}
		b = b.Parent.To()
	}
	return false
}

// decisionSum holds the amount of d against the awards that cite it.
func decisionSum(s *model.Site, d *model.Decision, awards addends, diags *diag.List) {
	switch {
	case d.HasAmount && awards.total != d.Amount:
		disagree(codeDecisionSum, s, d, awards, diags)
	case !d.HasAmount && awards.total != 0 && !d.Wrote("amount"):
		related(diags.Add(codeDecisionNoSum, d.Pos, d.ID, len(awards.places), s.Lang.Money(awards.total), s.Lang.Key("amount")), firstFew(awards.places)...)
	}
}

// decisionBudgets holds the amount of d, which no award cites, against the
// envelopes that it lays down.
func decisionBudgets(s *model.Site, d *model.Decision, budgets addends, diags *diag.List) {
	switch {
	case budgets.unsure:
	case len(budgets.places) == 0:
		diags.Add(codeDecisionIdle, d.At("amount"), d.ID, s.Lang.Money(d.Amount), s.Lang.Key("amount"))
	case budgets.total != d.Amount:
		disagree(codeDecisionBudgets, s, d, budgets, diags)
	}
}

// disagree reports that the amount of d is not what others add up to.
func disagree(code *diag.Code, s *model.Site, d *model.Decision, sum addends, diags *diag.List) {
	related(diags.Add(code, d.At("amount"), d.ID, s.Lang.Money(d.Amount), len(sum.places), s.Lang.Money(sum.total), s.Lang.Money(apart(sum.total, d.Amount))), firstFew(sum.places)...)
}

// firstFew keeps a message short: a decision may grant hundreds of awards.
func firstFew(places []diag.Pos) []diag.Pos { return places[:min(len(places), 12)] }
