package page

// The list of all payments, newest first: the end of the way of every euro.

import (
	"cmp"
	"slices"

	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/table"
)

// PaymentsView is one page of the list of payments.
type PaymentsView struct {
	Frame
	Pager
	Words     MoneyWords
	Rows      []PaidRow
	Paid      string // all that was paid, on all pages
	Recovered string // "" where nothing was
	Net       string
	Whole     string // says that the total is of all
	Notes     []string
	Downloads Downloads
	Money     Link
}

// PaidRow is a payment with the allocation that it belongs to.
type PaidRow struct {
	PaymentRow
	Allocation, Organisation Link
}

// paymentFiles is the name of the files of a list of payments.
const paymentFiles = "betalingen"

const paymentsURL = moneyURL + paymentFiles + "/"

func paymentLists(s *model.Site) []Page {
	if len(s.Payments) == 0 {
		return nil
	}
	v, list := newVoice(s, s.Lang.Code()), slices.Clone(s.Payments)
	slices.SortStableFunc(list, func(a, b *model.Payment) int { return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID)) })
	paid, recovered := paidOf(list)
	notes := v.paymentNotes(list)
	out := listPages(v, "payments", paymentsURL, list, func(v voice, part []*model.Payment, p Pager) View {
		view := &PaymentsView{
			Pager: p, Frame: v.listFrame(p, "money", v.t("payments.title"), v.t("payments.about"), v.moneyLink()), Words: v.moneyWords(),
			Notes: notes, Downloads: v.downloads(paymentsURL+paymentFiles, v.t("payments.title")), Money: v.moneyLink(),
			Paid: v.money(paid), Net: v.money(paid - recovered),
			Whole: v.t("payments.total_of", v.lang.Number(int64(len(list)))),
		}
		if recovered > 0 {
			view.Recovered = v.money(recovered)
		}
		for _, pay := range part {
			view.Rows = append(view.Rows, v.paidRow(pay))
		}
		return view
	})
	out[0].Files = []Files{beside(paymentsURL+paymentFiles, func() *table.Table {
		return v.paymentSheet(v.t("payments.title"), paymentsURL, list, notes)
	})}
	return out
}

// paidOf adds up what was paid and what came back.
func paidOf(list []*model.Payment) (paid, recovered locale.Money) {
	for _, p := range list {
		paid, recovered = paid+max(0, p.Amount), recovered-min(0, p.Amount)
	}
	return paid, recovered
}

func (v voice) paidRow(p *model.Payment) PaidRow {
	row := PaidRow{PaymentRow: v.payment(p)}
	if a := p.Allocation.To(); a != nil {
		row.Allocation, row.Organisation = v.link(a), linkTo(v, a.Organisation)
		row.Allocation.URL += "#" + row.Anchor
		row.Example = row.Example || a.Example
	}
	return row
}

// paymentNotes says how many payments were invented.
func (v voice) paymentNotes(list []*model.Payment) []string {
	n := 0
	for _, p := range list {
		if a := p.Allocation.To(); p.Example || a != nil && a.Example {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case len(list):
		return []string{v.lang.Count("payments.examples_all", n)}
	}
	return []string{v.t("payments.examples", v.lang.Number(int64(n)), v.lang.Number(int64(len(list))))}
}
