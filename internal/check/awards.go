package check

// Awards and the decisions that grant them: each names an adopted decision, and
// the two agree on the envelope.

import (
	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeNotAdopted = mistake("beslissing-niet-aangenomen",
	diag.Text{Message: "\"{1}\" steunt op de beslissing \"{2}\", en die is {3}", Hint: "noem de beslissing die de toelage toekent, of pas de status van één van beide aan",
		Explain: "Een toelage wordt toegekend door een beslissing die is aangenomen. Een voorstel, een verworpen of een ingetrokken beslissing kan niets toekennen. Is de toelage nog maar aangevraagd, geef ze dan `status = \"aangevraagd\"`."},
	diag.Text{Message: "\"{1}\" rests on the decision \"{2}\", which is {3}", Hint: "name the decision that grants the allocation, or change the status of one of the two",
		Explain: "An allocation is granted by a decision that was adopted. A proposal and a decision that was rejected or withdrawn cannot grant anything. If the allocation was only requested, give it `status = \"requested\"`."})

var codeSuperseded = mistake("beslissing-vervangen",
	diag.Text{Message: "\"{1}\" steunt op de beslissing \"{2}\", en die is vervangen{3}", Hint: "noem de nieuwe beslissing als die de toelage overneemt; anders is de toelage vervallen",
		Explain: "Een beslissing die vervangen is, kent niets meer toe. De toelagen die blijven bestaan, noemen de nieuwe beslissing, zodat lezers bij de tekst uitkomen die geldt. Staat er geen nieuwe beslissing bij, zet dan in de nieuwe `vervangt = [\"…\"]`."},
	diag.Text{Message: "\"{1}\" rests on the decision \"{2}\", which was superseded{3}", Hint: "name the newer decision if it takes the allocation over; else the allocation has lapsed",
		Explain: "A decision that was superseded grants nothing any more. Allocations that remain name the newer decision, so that readers reach the text that holds. Where no newer decision is named, write `supersedes = [\"…\"]` in it."})

var codeInKind = mistake("natura-in-euro",
	diag.Text{Message: "\"{1}\" is steun in natura en kan geen {2} toegekend krijgen", Hint: "zet wat de steun waard is in de kolom \"{3}\", of neem een andere soort",
		Explain: "Steun in natura is een lokaal, advies of materiaal. Wat dat waard is, staat in `waarde` en telt nooit mee in de totalen in euro. Gaat het toch om geld, kies dan structureel, project of investering."},
	diag.Text{Message: "\"{1}\" is support in kind and cannot have {2} awarded", Hint: "put what the support is worth in the column \"{3}\", or take another kind",
		Explain: "Support in kind is a building, advice or material. What it is worth stands in `value` and never counts in totals in euro. If it is money after all, choose structural, project or investment."})

var codeNoRefusal = doubt("weigering-zonder-reden",
	diag.Text{Message: "\"{1}\" is geweigerd, maar er staat geen reden bij", Hint: "schrijf in één zin waarom",
		Explain: "Wie een toelage niet krijgt, heeft recht op de reden. Schrijf ze in één zin in `reden`, zoals: De aanvraag kwam na de uiterste datum."},
	diag.Text{Message: "\"{1}\" was refused, but no reason is given", Hint: "write the reason in one sentence",
		Explain: "Whoever is refused an allocation has a right to the reason. Write it in one sentence in `reason`, such as: The request came after the deadline."})

var codeOtherBudget = doubt("budget-anders",
	diag.Text{Message: "\"{1}\" komt uit het budget \"{2}\", maar de beslissing neemt \"{3}\"", Hint: "kijk na welk budget juist is",
		Explain: "Een beslissing kan zeggen uit welk budget het geld komt. De toelagen die ze toekent, komen dan uit dat budget of uit een deel ervan."},
	diag.Text{Message: "\"{1}\" comes from the budget \"{2}\", but the decision takes \"{3}\"", Hint: "see which budget is right",
		Explain: "A decision may say which budget the money comes from. The allocations that it grants then come from that budget or from a part of it."})

var adoption = Rule{
	Codes: []*diag.Code{codeNotAdopted, codeSuperseded, codeInKind, codeNoRefusal, codeOtherBudget},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			if a.Granted() {
				granted(s, a, diags)
			}
			if a.Status == "refused" && a.Reason == "" && !paidNotGranted(a) {
				diags.Add(codeNoRefusal, a.At("status"), a.ID)
			}
			if a.InKind() && a.Awarded > 0 {
				diags.Add(codeInKind, a.At("awarded"), a.ID, s.Lang.Money(a.Awarded), s.Lang.Key("value"))
			}
		}
	},
}

// granted holds an award against its decision.
func granted(s *model.Site, a *model.Allocation, diags *diag.List) {
	d := a.Decision.To()
	if d == nil {
		return
	}
	switch d.Status {
	case "adopted":
	case "superseded":
		newer, places := "", []diag.Pos{d.At("status")}
		for _, n := range d.SupersededBy {
			newer += ": \"" + n.ID + "\""
			places = append(places, n.Pos)
			break
		}
		related(diags.Add(codeSuperseded, a.Decision.Pos(), a.ID, d.ID, newer), places...)
	default:
		related(diags.Add(codeNotAdopted, a.Decision.Pos(), a.ID, d.ID, s.Lang.Value("status", d.Status)), d.At("status"))
	}
	if taken, own := d.Budget.To(), a.Budget.To(); taken != nil && own != nil && !inside(own, taken) {
		related(diags.Add(codeOtherBudget, a.Budget.Pos(), a.ID, own.ID, taken.ID), d.Budget.Pos())
	}
}

// inside tells whether b is whole, or a part of it.
func inside(b, whole *model.Budget) bool {
	for range maxDepth {
		if b == whole {
			return true
		}
		if b = b.Parent.To(); b == nil {
			return false
		}
	}
	return false
}

// maxDepth ends a walk upwards that a circle would make endless.
const maxDepth = 64
