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

var codeStatusFirst = doubt("status-voor-betaling",
	diag.Text{Message: "\"{1}\" is {2} sinds {3}, maar de betaling \"{4}\", die daarbij hoort, is van {5}", Hint: "zet bij de toelage de dag waarop ze haar status kreeg, of kijk na of de datum van de betaling juist is",
		Explain: "De datum van een toelage zegt wanneer ze haar status kreeg. Betaald is ze pas met de laatste betaling, deels betaald met de eerste, en teruggevorderd met de eerste terugvordering. Vaak bleef de datum van de beslissing staan. Voorbeeld: een toelage die op 2022-04-05 het laatste deel kreeg, is `betaald` met datum 2022-04-05 of later."},
	diag.Text{Message: "\"{1}\" is {2} since {3}, but the payment \"{4}\" that makes it so is of {5}", Hint: "give the allocation the day on which it reached its status, or see whether the date of the payment is right",
		Explain: "The date of an allocation says when it reached its status. It is paid only with the last payment, partly paid with the first, and recovered with the first recovery. Often the date of the decision was left. An allocation that got its last part on 2022-04-05 is `paid` with the date 2022-04-05 or later."})

var codePaidAhead = doubt("betaling-in-de-toekomst",
	diag.Text{Message: "de betaling \"{1}\" is van {2}, maar vandaag is het {3}", Hint: "kijk na of de datum juist is; wat nog betaald moet worden, is nog geen betaling",
		Explain: "In data/betalingen/ staat wat betaald is. Een betaling die nog moet komen, zou nu al meetellen als betaald. Vaak is het jaar verkeerd. Is ze gepland, zet ze er dan in op de dag zelf."},
	diag.Text{Message: "the payment \"{1}\" is of {2}, but today is {3}", Hint: "see whether the date is right; what is still to be paid is no payment yet",
		Explain: "In data/betalingen/ stands what was paid. A payment that is still to come would count as paid already. Often the year is wrong. If it is planned, enter it on the day itself."})

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
	Codes: []*diag.Code{codeAwardFirst, codePaidFirst, codeStatusFirst, codePaidAhead, codeApprovedFirst, codeAnsweredFirst},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			if d := a.Decision.To(); d != nil && a.Granted() && (d.Status == "adopted" || d.Status == "superseded") {
				afterDecision(s.Lang, a, d, diags)
			}
			afterPayment(s, a, diags)
		}
		for _, p := range s.Payments {
			if future(p.Date, s.Now) {
				diags.Add(codePaidAhead, p.At("date"), p.ID, s.Lang.Date(p.Date), s.Lang.Date(locale.DateOf(s.Now)))
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

// afterPayment holds the date of a against that of the payment that gave it its
// status.
func afterPayment(s *model.Site, a *model.Allocation, diags *diag.List) {
	if a.Unsure || a.PaidUnsure || statusOf(a) != a.Status {
		return // said elsewhere
	}
	if p := turning(a); p != nil && before(a.Date, p.Date) && !future(p.Date, s.Now) {
		related(diags.Add(codeStatusFirst, a.At("date"), a.ID, s.Lang.Value("status", a.Status), s.Lang.Date(a.Date), p.ID, s.Lang.Date(p.Date)), p.At("date"))
	}
}

// turning is the payment with which a reached its status; nil where none did.
func turning(a *model.Allocation) *model.Payment {
	if len(a.Payments) == 0 {
		return nil
	}
	switch a.Status {
	case "paid":
		return a.Payments[len(a.Payments)-1]
	case "partly_paid":
		return a.Payments[0]
	case "recovered":
		for _, p := range a.Payments {
			if p.Amount < 0 {
				return p
			}
		}
	}
	return nil
}
