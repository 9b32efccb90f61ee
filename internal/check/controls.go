package check

// Control totals, and sums that no longer fit. A total that staff copied from
// their books catches what no other rule can: a cent in a request or in an
// envelope has nothing else to agree with.

import (
	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeControl = mistake("totaal-klopt-niet",
	diag.Text{Message: "het totaal van \"{1}\" is hier {2}, maar alles in dit bestand is samen {4} (aantal: {3}): een verschil van {5}", Hint: "kijk na welke rij ontbreekt, dubbel staat of een verkeerd bedrag heeft; zijn alle rijen juist, verbeter dan het totaal",
		Explain: "Een rij met `totaal` als id zegt waarop een tabel uitkomt; in data/budgetten.toml doet `[totaal]` met `bedrag` dat. Alle bedragen van het bestand tellen mee, wat hun status ook is. Zo valt elke cent op die verandert. Verwijst de melding naar een rij, dan is het bedrag daar net het verschil: misschien is die rij vergeten of dubbel geteld. Voorbeeld: `totaal;;;45.000,00`."},
	diag.Text{Message: "the total of \"{1}\" is {2} here, but this file holds {4} together (count: {3}): a difference of {5}", Hint: "see which row is missing, stands twice or has a wrong amount; if all rows are right, correct the total",
		Explain: "A row with `total` as its id says what a table comes to; in data/budgetten.toml, `[total]` with `amount` does. All amounts of the file count, whatever their status. So every cent that changes is noticed. Where the message points to a row, the amount there is exactly the difference: perhaps that row was forgotten or counted twice. Example: `total;;;45000.00`."})

var codeControlWhole = mistake("totaal-site-klopt-niet",
	diag.Text{Message: "het totaal van \"{1}\" is hier {2}, maar de {3} toelagen van de site zijn samen {4}: een verschil van {5}", Hint: "kijk na welke toelage ontbreekt, dubbel staat of een verkeerd bedrag heeft, in de tabellen en in de documenten; klopt alles, verbeter dan het totaal",
		Explain: "In data/budgetten.toml kan `[totaal]` ook zeggen waarop alle toelagen van de site samen uitkomen: met `aangevraagd`, `toegekend` en `waarde`. Dat telt over alle tabellen en over de toelagen met een eigen document heen. Zo valt ook een cent op in een document, dat geen tabel met een totaal heeft. Voorbeeld: `toegekend = \"718.651,25\"`."},
	diag.Text{Message: "the total of \"{1}\" is {2} here, but the {3} allocations of the site come to {4}: a difference of {5}", Hint: "see which allocation is missing, stands twice or has a wrong amount, in the tables and in the documents; if all is right, correct the total",
		Explain: "In data/budgetten.toml, `[total]` may also say what all allocations of the site come to: with `requested`, `awarded` and `value`. That counts over all tables and over the allocations with a document of their own. So a cent is noticed in a document too, which has no table with a total. Example: `awarded = \"718651.25\"`."})

var controls = Rule{
	Codes: []*diag.Code{codeControl, codeControlWhole},
	Check: func(s *model.Site, diags *diag.List) {
		for _, c := range s.Controls {
			if c.Said == c.Sum {
				continue
			}
			if c.Whole {
				diags.Add(codeControlWhole, c.Pos, s.Lang.Key(c.Key), s.Lang.Money(c.Said), c.Count, s.Lang.Money(c.Sum), s.Lang.Money(apart(c.Said, c.Sum)))
				continue
			}
			related(diags.Add(codeControl, c.Pos, s.Lang.Key(c.Key), s.Lang.Money(c.Said), c.Count, s.Lang.Money(c.Sum), s.Lang.Money(apart(c.Said, c.Sum))), c.Alike...)
		}
	},
}

// apart is the difference of two amounts, without a sign.
func apart(a, b locale.Money) locale.Money {
	difference, _ := max(a, b).Add(-min(a, b))
	return difference
}

var codeSumTooMuch = mistake("som-te-groot",
	diag.Text{Message: "met dit bedrag, {1}, worden alle bedragen van \"{2}\" samen te groot om op te tellen", Hint: "kijk na of er bij veel bedragen cijfers te veel staan",
		Explain: "Glashelder rekent in hele centen, tot 92 biljard euro. Komen de bedragen van de site daar samen boven, dan kloppen totalen niet meer. Dat kan alleen als er veel te grote bedragen in de tabellen staan, bijvoorbeeld omdat twee kolommen aan elkaar geplakt zijn."},
	diag.Text{Message: "with this amount, {1}, all amounts of \"{2}\" together become too large to add up", Hint: "see whether many amounts have figures too many",
		Explain: "Glashelder counts in whole cents, up to 92 quadrillion euro. Where the amounts of a site come to more, totals are no longer right. That can only be when there are many amounts that are far too large, for instance because two columns were stuck together."})

// sums reports the amounts that are too large to be counted at all, with the
// code for those that are too large to be real, and proves that no total of the site can overflow: where the sizes of all
// amounts of one sort fit in a sum, so do those of any part of them.
var sums = Rule{
	Codes: []*diag.Code{codeSumTooMuch},
	Check: func(s *model.Site, diags *diag.List) {
		for _, m := range s.TooLarge {
			diags.Add(codeTooMuch, m.Pos, m.Text)
		}
		budgets := adder{site: s, diags: diags, key: "amount"}
		for _, b := range s.Budgets {
			budgets.add(b.Amount, b.At("amount"))
		}
		for _, key := range []string{"requested", "awarded", "value"} {
			column := adder{site: s, diags: diags, key: key}
			for _, a := range s.Allocations {
				column.add(amountOf(a, key), a.At(key))
			}
		}
		payments := adder{site: s, diags: diags, key: "amount"}
		for _, p := range s.Payments {
			payments.add(p.Amount, p.AmountPos)
		}
	},
}

func amountOf(a *model.Allocation, key string) locale.Money {
	switch key {
	case "requested":
		return a.Requested
	case "awarded":
		return a.Awarded
	}
	return a.Value
}

// adder adds the sizes of amounts up and says once where they no longer fit.
type adder struct {
	site  *model.Site
	diags *diag.List
	key   string
	sum   locale.Money
	full  bool
}

func (a *adder) add(m locale.Money, pos diag.Pos) {
	sum, fits := a.sum.Add(max(m, -m))
	if a.sum = sum; !fits && !a.full {
		a.full = true
		a.diags.Add(codeSumTooMuch, pos, a.site.Lang.Money(m), a.site.Lang.Key(a.key))
	}
}
