package check

// Amounts that cannot be: below zero where only a recovery may be, or so large
// that sums would no longer fit.

import (
	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// mostMoney is the largest amount that is taken for real, in cents. Nine
// thousand of them fit in a sum.
const mostMoney locale.Money = 1_000_000_000_000_000

var codeNegative = mistake("bedrag-negatief",
	diag.Text{Message: "\"{1}\" kan niet negatief zijn: {2}", Hint: "een terugvordering is een betaling met een minteken, in data/betalingen/",
		Explain: "Een budget, een aanvraag, een toekenning en een waarde zijn nul of meer. Alleen een betaling kan onder nul liggen: dan is het een terugvordering. Schrijf `toegekend` als 1.000,00, en de terugvordering als een rij in data/betalingen/ met -1.000,00."},
	diag.Text{Message: "\"{1}\" cannot be negative: {2}", Hint: "a recovery is a payment with a minus sign, in data/betalingen/",
		Explain: "A budget, a request, an award and a value are zero or more. Only a payment may be below zero: it is then a recovery. Write `awarded` as 1,000.00, and the recovery as a row in data/betalingen/ with -1,000.00."})

var codeTooMuch = mistake("bedrag-te-groot",
	diag.Text{Message: "{1} is te groot om een echt bedrag te zijn", Hint: "kijk na of er geen cijfers te veel staan",
		Explain: "Een bedrag boven tien biljoen euro is een tikfout, of twee getallen die aan elkaar geplakt zijn. Met zulke bedragen zouden totalen niet meer kloppen. Schrijf bijvoorbeeld 12.345,00."},
	diag.Text{Message: "{1} is too large to be a real amount", Hint: "see whether there are figures too many",
		Explain: "An amount above ten trillion euro is a slip of the pen, or two numbers stuck together. With such amounts totals would no longer be right. Write 12,345.00, for example."})

var amounts = Rule{
	Codes: []*diag.Code{codeNegative, codeTooMuch},
	Check: func(s *model.Site, diags *diag.List) {
		a := amountCheck{s, diags}
		for _, b := range s.Budgets {
			a.amount("amount", b.Amount, b.At("amount"))
		}
		for _, d := range s.Decisions {
			a.amount("amount", d.Amount, d.At("amount"))
		}
		for _, g := range s.Allocations {
			a.amount("requested", g.Requested, g.At("requested"))
			a.amount("awarded", g.Awarded, g.At("awarded"))
			a.amount("value", g.Value, g.At("value"))
		}
		for _, p := range s.Payments {
			a.size(p.Amount, p.AmountPos)
		}
	},
}

type amountCheck struct {
	site  *model.Site
	diags *diag.List
}

func (a amountCheck) amount(key string, m locale.Money, pos diag.Pos) {
	if m < 0 {
		a.diags.Add(codeNegative, pos, a.site.Lang.Key(key), a.site.Lang.Money(m))
	}
	a.size(m, pos)
}

func (a amountCheck) size(m locale.Money, pos diag.Pos) {
	if m > mostMoney || m < -mostMoney {
		a.diags.Add(codeTooMuch, pos, a.site.Lang.Money(m))
	}
}
