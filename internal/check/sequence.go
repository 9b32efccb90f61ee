package check

// Time: what follows from something else is not older than it. A decision comes
// before the award and the payment, a meeting before its approval, a question
// before its answer.

import (
	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeAwardFirst = mistake("toekenning-voor-beslissing",
	diag.Text{Message: "\"{1}\" is van {2}, maar de beslissing \"{3}\" die ze toekent is van {4}", Hint: "kijk na of de datum juist is, en of dit de juiste beslissing is",
		Explain: "De datum van een toelage zegt wanneer ze haar status kreeg. Toegekend zijn kan pas vanaf de dag van de beslissing. Vaak staat er de datum van de aanvraag, of wijst de toelage naar een latere beslissing."},
	diag.Text{Message: "\"{1}\" is dated {2}, but the decision \"{3}\" that grants it is of {4}", Hint: "see whether the date is right, and whether this is the right decision",
		Explain: "The date of an allocation says when it reached its status. It can be awarded only from the day of the decision. Often it is the date of the request, or the allocation points to a later decision."})

var codePaidFirst = mistake("betaling-voor-beslissing",
	diag.Text{Message: "\"{1}\" is betaald op {2}, maar de beslissing \"{3}\" is van {4}", Hint: "kijk na of de datum van de betaling juist is",
		Explain: "Er kan niets betaald zijn voordat het beslist was. Vaak is het jaar verkeerd, of hoort de betaling bij een toelage van een vorig jaar."},
	diag.Text{Message: "\"{1}\" was paid on {2}, but the decision \"{3}\" is of {4}", Hint: "see whether the date of the payment is right",
		Explain: "Nothing can be paid before it was decided. Often the year is wrong, or the payment belongs to an allocation of a year before."})

var codeApprovedFirst = mistake("goedkeuring-voor-vergadering",
	diag.Text{Message: "het verslag is goedgekeurd op {1}, maar de vergadering was op {2}", Hint: "kijk na welke datum juist is",
		Explain: "Een verslag wordt goedgekeurd na de vergadering, meestal bij het begin van de volgende. Vaak zijn de twee datums omgewisseld."},
	diag.Text{Message: "the minutes were approved on {1}, but the meeting was on {2}", Hint: "see which date is right",
		Explain: "Minutes are approved after the meeting, usually when the next one begins. Often the two dates are swapped."})

var codeAnsweredFirst = mistake("antwoord-voor-vraag",
	diag.Text{Message: "de vraag is van {1}, maar het antwoord van {2}", Hint: "kijk na welke datum juist is: \"{3}\" is de dag van het antwoord",
		Explain: "Een vraag kan niet beantwoord zijn voordat ze gesteld is. `datum` is de dag van de vraag, `beantwoord` die van het antwoord."},
	diag.Text{Message: "the question is of {1}, but the answer of {2}", Hint: "see which date is right: \"{3}\" is the day of the answer",
		Explain: "A question cannot be answered before it was asked. `date` is the day of the question, `answered` that of the answer."})

var sequence = Rule{
	Codes: []*diag.Code{codeAwardFirst, codePaidFirst, codeApprovedFirst, codeAnsweredFirst},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			if d := a.Decision.To(); d != nil && a.Granted() {
				afterDecision(s.Lang, a, d, diags)
			}
		}
		for _, m := range s.Minutes {
			if before(m.Approved, m.Date) {
				diags.Add(codeApprovedFirst, m.At("approved"), s.Lang.Date(m.Approved), s.Lang.Date(m.Date))
			}
		}
		for _, q := range s.Questions {
			if before(q.Answered, q.Date) {
				diags.Add(codeAnsweredFirst, q.At("answered"), s.Lang.Date(q.Date), s.Lang.Date(q.Answered), s.Lang.Key("answered"))
			}
		}
	},
}

// afterDecision holds the date of an award and those of its payments against d.
func afterDecision(lang *locale.Language, a *model.Allocation, d *model.Decision, diags *diag.List) {
	if before(a.Date, d.Date) {
		related(diags.Add(codeAwardFirst, a.At("date"), a.ID, lang.Date(a.Date), d.ID, lang.Date(d.Date)), d.At("date"))
	}
	for _, p := range a.Payments {
		if before(p.Date, d.Date) {
			related(diags.Add(codePaidFirst, p.At("date"), p.ID, lang.Date(p.Date), d.ID, lang.Date(d.Date)), d.At("date"))
		}
	}
}
