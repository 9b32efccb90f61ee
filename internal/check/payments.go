package check

// Payments: never more than was awarded, in step with the status, each counted
// once.

import (
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeOverpaid = mistake("te-veel-betaald",
	diag.Text{Message: "met \"{1}\" is op \"{2}\" {3} betaald, {4} meer dan de {5} die toegekend zijn", Hint: "kijk na of de betaling dubbel staat of bij een andere toelage hoort",
		Explain: "Op een toelage kan nooit meer betaald zijn dan toegekend is, terugvorderingen afgetrokken. De melding staat bij de betaling die er in de tijd over gaat. Vaak staat een betaling twee keer in de tabel, of is de id van de toelage verkeerd overgenomen."},
	diag.Text{Message: "with \"{1}\", {3} was paid on \"{2}\", {4} more than the {5} awarded", Hint: "see whether the payment stands twice or belongs to another allocation",
		Explain: "Never more can be paid on an allocation than was awarded, recoveries taken off. The message stands at the payment that goes over it in time. Often a payment stands in the table twice, or the id of the allocation was copied wrongly."})

var codePaidBack = mistake("te-veel-teruggevorderd",
	diag.Text{Message: "met \"{1}\" is op \"{2}\" {3} teruggevorderd, {4} meer dan de {5} die betaald zijn", Hint: "kijk na of de terugvordering dubbel staat of bij een andere toelage hoort",
		Explain: "Wat niet betaald is, kan niet teruggevorderd worden. De melding staat bij de terugvordering waarmee het saldo onder nul gaat. Terugvorderingen zijn betalingen met een minteken."},
	diag.Text{Message: "with \"{1}\", {3} was recovered on \"{2}\", {4} more than the {5} paid", Hint: "see whether the recovery stands twice or belongs to another allocation",
		Explain: "What was not paid cannot be recovered. The message stands at the recovery that takes the balance below zero. Recoveries are payments with a minus sign."})

var codeStatus = mistake("status-betalingen",
	diag.Text{Message: "de status van \"{1}\" is {2}, maar er is {3} betaald en {4} teruggevorderd van {5}: daarbij hoort {6}", Hint: "pas de status aan, of vul de betalingen aan",
		Explain: "De status van een toelage volgt uit haar betalingen. Zonder betalingen is ze toegekend; met een deel is ze deels betaald; met alles is ze betaald; en met een betaling onder nul is ze teruggevorderd."},
	diag.Text{Message: "the status of \"{1}\" is {2}, but {3} was paid and {4} recovered of {5}: that makes it {6}", Hint: "change the status, or complete the payments",
		Explain: "The status of an allocation follows from its payments. Without payments it is awarded; with a part of it, partly paid; with all of it, paid; and with a payment below zero, recovered."})

var codePaidNotGranted = mistake("betaling-zonder-toekenning",
	diag.Text{Message: "\"{1}\" is {2}, maar er is {3} betaald", Hint: "kijk na of de betaling bij een andere toelage hoort; is de toelage toch toegekend, pas dan de status aan",
		Explain: "Wat aangevraagd of geweigerd is, kan niet betaald zijn: betalen kan pas als een beslissing de toelage toekent. Vaak is de id van de toelage bij de betaling verkeerd overgenomen, of bleef de status staan toen de toelage werd toegekend. Verbeter de betaling in data/betalingen/, of geef de toelage haar beslissing, haar bedrag en een status zoals `betaald`."},
	diag.Text{Message: "\"{1}\" is {2}, but {3} was paid", Hint: "see whether the payment belongs to another allocation; if this one was awarded after all, change the status",
		Explain: "What was requested or refused cannot have been paid: that takes a decision that awards the allocation. Often the id of the allocation was copied wrongly with the payment, or the status was left when the allocation was awarded. Correct the payment in data/betalingen/, or give the allocation its decision, its amount and a status such as `paid`."})

var codeStated = mistake("betaald-bedrag-anders",
	diag.Text{Message: "in de kolom \"{2}\" van \"{1}\" staat {3}, maar volgens de betalingen is het {4}", Hint: "verbeter de betalingen, of laat de kolom \"{2}\" weg: Glashelder rekent ze zelf uit",
		Explain: "Een tabel die van de site is gehaald, zegt ook hoeveel betaald en teruggevorderd is. Dat volgt uit data/betalingen/, en hoort niet in een tabel die u zelf bijhoudt. Staat het er toch, dan moet het kloppen. Kwam er na het ophalen een betaling bij, haal de kolom dan weg."},
	diag.Text{Message: "the column \"{2}\" of \"{1}\" says {3}, but by the payments it is {4}", Hint: "correct the payments, or leave the column \"{2}\" out: Glashelder works it out itself",
		Explain: "A table that was downloaded from the site also says how much was paid and recovered. That follows from data/betalingen/, and does not belong in a table that you keep yourself. Where it is there all the same, it must be right. If a payment was added after the download, remove the column."})

var codePaymentTwice = mistake("betaling-dubbel",
	diag.Text{Message: "er is al een betaling met id \"{1}\"", Hint: "geef elke betaling een eigen id",
		Explain: "Elke betaling heeft een eigen id, ook over de bestanden van data/betalingen/ heen. Zo wordt geen betaling twee keer geteld."},
	diag.Text{Message: "there already is a payment with id \"{1}\"", Hint: "give every payment an id of its own",
		Explain: "Every payment has an id of its own, over all files of data/betalingen/. So no payment is counted twice."})

var codeRowTwice = doubt("rij-dubbel",
	diag.Text{Message: "\"{1}\" en \"{2}\" lijken hetzelfde: {3}, {4}", Hint: "haal één van de twee weg, of geef ze een titel of opmerking die ze onderscheidt",
		Explain: "Twee rijen met dezelfde organisatie, titel en datum, hetzelfde budget en hetzelfde bedrag zijn meestal één toelage die twee keer is ingevoerd. Voor betalingen geldt hetzelfde met de toelage, de datum en het bedrag. Zijn het er toch twee, zeg dan in de titel of de opmerking wat het verschil is."},
	diag.Text{Message: "\"{1}\" and \"{2}\" look like the same: {3}, {4}", Hint: "remove one of the two, or give them a title or note that tells them apart",
		Explain: "Two rows with the same organisation, title, date, budget and amount are usually one allocation that was entered twice. For payments it is the same with the allocation, the date and the amount. If they are two after all, say in the title or the note what the difference is."})

var payments = Rule{
	Codes: []*diag.Code{codeOverpaid, codePaidBack},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			if a.Granted() && !a.Unsure && !a.PaidUnsure {
				balance(s, a, diags)
			}
		}
	},
}

// balance follows the payments of a in time and reports where they first leave
// what was awarded.
func balance(s *model.Site, a *model.Allocation, diags *diag.List) {
	var net, paid locale.Money
	for _, p := range a.Payments {
		net, _ = net.Add(p.Amount)
		paid, _ = paid.Add(max(0, p.Amount))
		if net > a.Counts() {
			over := net - a.Counts()
			related(diags.Add(codeOverpaid, p.AmountPos, p.ID, a.ID, s.Lang.Money(net), s.Lang.Money(over), s.Lang.Money(a.Counts())),
				a.At("awarded"), a.Decision.Pos())
			return
		}
		if net < 0 {
			related(diags.Add(codePaidBack, p.AmountPos, p.ID, a.ID, s.Lang.Money(paid-net), s.Lang.Money(-net), s.Lang.Money(paid)), a.At("awarded"))
			return
		}
	}
}

var paymentStatus = Rule{
	Codes: []*diag.Code{codeStatus, codePaidNotGranted, codeStated},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			if a.PaidUnsure {
				continue
			}
			if !s.Partial["payment"] && !a.InKind() {
				stated(s, a, diags)
			}
			if !a.Unsure {
				status(s, a, diags)
			}
		}
	},
}

// status holds the status of a against its payments.
func status(s *model.Site, a *model.Allocation, diags *diag.List) {
	var d *diag.Diagnostic
	fits := statusOf(a)
	switch {
	case a.Status == fits:
		return
	case paidNotGranted(a):
		paid := a.Paid
		if paid == 0 {
			paid = -a.Recovered
		}
		d = diags.Add(codePaidNotGranted, a.At("status"), a.ID, s.Lang.Value("status", a.Status), s.Lang.Money(paid))
	case s.Partial["payment"]:
		return
	default:
		d = diags.Add(codeStatus, a.At("status"), a.ID, s.Lang.Value("status", a.Status),
			s.Lang.Money(a.Paid), s.Lang.Money(a.Recovered), s.Lang.Money(a.Awarded), s.Lang.Value("status", fits))
	}
	for _, p := range a.Payments {
		related(d, p.AmountPos)
	}
}

// paidNotGranted tells whether money went to what was requested or refused.
func paidNotGranted(a *model.Allocation) bool {
	return !a.Granted() && (a.Paid > 0 || a.Recovered > 0)
}

// stated holds what the row of a says of its payments against them.
func stated(s *model.Site, a *model.Allocation, diags *diag.List) {
	for _, said := range a.Stated {
		sum := a.Paid
		if said.Key == "recovered" {
			sum = a.Recovered
		}
		if said.Amount != sum {
			d := diags.Add(codeStated, said.Pos, a.ID, said.Name, s.Lang.Money(said.Amount), s.Lang.Money(sum))
			for _, p := range a.Payments {
				related(d, p.AmountPos)
			}
		}
	}
}

// statusOf is the status that the payments of a make; its own where they leave
// it open.
func statusOf(a *model.Allocation) string {
	net := a.Paid - a.Recovered
	switch {
	case a.Recovered > 0:
		return "recovered"
	case len(a.Payments) > 0 && net >= a.Awarded && (a.Granted() || a.Awarded > 0):
		return "paid"
	case net > 0:
		return "partly_paid"
	case !a.Granted() || a.InKind() || a.Awarded == 0 && a.Status == "paid":
		return a.Status
	}
	return "awarded"
}

var doubles = Rule{
	Codes: []*diag.Code{codePaymentTwice, codeRowTwice},
	Check: func(s *model.Site, diags *diag.List) {
		allocationsTwice(s, diags)
		paymentIDs(s, diags)
		paymentsTwice(s, diags)
	},
}

func allocationsTwice(s *model.Site, diags *diag.List) {
	type row struct {
		organisation, budget, title string
		date                        locale.Date
		amount, requested, value    locale.Money
	}
	first := map[row]*model.Allocation{}
	for _, a := range s.Allocations {
		key := row{a.Organisation.ID(), a.Budget.ID(), strings.ToLower(a.Title), a.Date, a.Awarded, a.Requested, a.Value}
		before, twice := first[key]
		if !twice {
			first[key] = a
			continue
		}
		related(diags.Add(codeRowTwice, a.Pos, a.ID, before.ID, s.Lang.Date(a.Date), s.Lang.Money(max(a.Awarded, a.Requested, a.Value))), before.Pos)
	}
}

// paymentIDs reports the payments whose id was taken.
func paymentIDs(s *model.Site, diags *diag.List) {
	if len(s.DroppedPaid) == 0 {
		return
	}
	first := map[string]*model.Payment{}
	for _, p := range s.Payments {
		first[p.ID] = p
	}
	for _, p := range s.DroppedPaid {
		related(diags.Add(codePaymentTwice, p.At("id"), p.ID), first[p.ID].At("id"))
	}
}

func paymentsTwice(s *model.Site, diags *diag.List) {
	type row struct {
		allocation string
		date       locale.Date
		amount     locale.Money
		note       string
	}
	first := map[row]*model.Payment{}
	for _, p := range s.Payments {
		if !p.HasAmount {
			continue
		}
		key := row{p.Allocation.ID(), p.Date, p.Amount, p.Note}
		if before, twice := first[key]; twice {
			related(diags.Add(codeRowTwice, p.Pos, p.ID, before.ID, s.Lang.Date(p.Date), s.Lang.Money(p.Amount)), before.Pos)
			continue
		}
		first[key] = p
	}
}
