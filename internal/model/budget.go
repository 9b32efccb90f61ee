package model

// Envelopes, payments, and the sums of both. All amounts are integer cents;
// support in kind is never among them. A payment below zero is a recovery.

import (
	"cmp"
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
)

// Budget is an envelope: the money that allocations are taken from.
type Budget struct {
	Base
	Period   locale.Date // year or period
	Amount   locale.Money
	Decision Ref[*Decision]
	Parent   Ref[*Budget]
	Source   string
	Unsure   bool // the amount cannot be read

	Children    []*Budget     // by id
	Allocations []*Allocation // taken from this envelope itself, newest first
	Own         Totals        // of Allocations
	Totals      Totals        // with those of the envelopes inside
}

// Payment is money that went to or, below zero, came back from an organisation.
type Payment struct {
	ID         string
	Allocation Ref[*Allocation]
	Date       locale.Date
	Amount     locale.Money
	HasAmount  bool
	Note       string
	Example    bool
	Pos        diag.Pos
	AmountPos  diag.Pos
	Written    // where its cells are
}

// Totals are sums over allocations, in cents.
type Totals struct {
	Count                               int // allocations of whatever status
	Requested, Awarded, Paid, Recovered locale.Money
	InKind                              int
}

// Add counts one allocation.
func (t *Totals) Add(a *Allocation) {
	t.Count++
	if a.InKind() {
		t.InKind++
		return
	}
	t.grow(a.Requested, a.Counts(), a.Paid, a.Recovered)
}

// Merge adds the sums of u.
func (t *Totals) Merge(u Totals) {
	t.Count += u.Count
	t.InKind += u.InKind
	t.grow(u.Requested, u.Awarded, u.Paid, u.Recovered)
}

// grow adds amounts, and stays at the largest there is where a sum does not
// fit: rule `sums` of package check reports that.
func (t *Totals) grow(requested, awarded, paid, recovered locale.Money) {
	t.Requested, _ = t.Requested.Add(requested)
	t.Awarded, _ = t.Awarded.Add(awarded)
	t.Paid, _ = t.Paid.Add(paid)
	t.Recovered, _ = t.Recovered.Add(recovered)
}

// Left is what remains to be distributed from an envelope.
func (b *Budget) Left() locale.Money { return b.Amount - b.Totals.Awarded }

// Decode asks for the keys of an envelope.
func (b *Budget) Decode(r *Reader) {
	year, period := r.Date("year"), r.Date("period")
	if b.Period = period; period.IsZero() {
		b.Period = year
	}
	amount, read := r.Money("amount")
	b.Amount, b.Unsure = amount, !read
	b.Decision = one[*Decision](r, "decision", "decision")
	b.Parent = one[*Budget](r, "parent", "budget")
	b.Source = r.Text("source")
	r.Require("title", "amount")
}

// decodePayment reads one row of data/betalingen.
func decodePayment(r *Reader) *Payment {
	p := &Payment{Pos: r.pos, AmountPos: r.At("amount"), Written: r.written()}
	p.ID = r.Text("id")
	p.Allocation = one[*Allocation](r, "allocation", "allocation")
	p.Date = r.Date("date")
	p.Amount, p.HasAmount = r.Money("amount")
	p.Note = r.Text("note")
	p.Example = r.Bool("example")
	r.Require("id", "allocation", "date", "amount")
	return p
}

// sumMoney hangs payments on allocations, allocations on envelopes,
// organisations and decisions, and adds them up.
func (s *Site) sumMoney() {
	s.hangPayments()
	for _, a := range s.Allocations {
		slices.SortStableFunc(a.Payments, func(p, q *Payment) int {
			return cmp.Or(p.Date.Compare(q.Date), strings.Compare(p.ID, q.ID))
		})
		s.hang(a)
	}
	for _, b := range s.Budgets {
		if parent := b.Parent.To(); parent != nil && !parent.Disputed {
			parent.Children = append(parent.Children, b)
		}
	}
	for _, b := range s.Budgets {
		b.total(map[*Budget]bool{})
	}
}

// hangPayments hangs every payment but those whose id was taken, which may
// stand twice: nobody knows what was paid on their allocations.
func (s *Site) hangPayments() {
	taken := map[string]bool{}
	var kept []*Payment
	for _, p := range s.Payments {
		twice := taken[p.ID] && p.ID != ""
		taken[p.ID] = true
		if twice {
			s.DroppedPaid = append(s.DroppedPaid, p)
		} else {
			kept = append(kept, p)
		}
		if a := p.Allocation.To(); a != nil {
			a.PaidUnsure = a.PaidUnsure || twice || !p.HasAmount
			if !twice {
				a.receive(p)
			}
		}
	}
	s.Payments = kept
}

func (a *Allocation) receive(p *Payment) {
	a.Payments = append(a.Payments, p)
	if p.Amount >= 0 {
		a.Paid, _ = a.Paid.Add(p.Amount)
	} else {
		a.Recovered, _ = a.Recovered.Add(-p.Amount)
	}
}

func (s *Site) hang(a *Allocation) {
	a.PaidUnsure = a.PaidUnsure || a.Disputed
	if b := a.Budget.To(); b != nil && !b.Disputed {
		b.Allocations = append(b.Allocations, a)
		b.Own.Add(a)
		if len(a.Werven) == 0 {
			a.Werven = b.Werven
		}
	}
	if o := a.Organisation.To(); o != nil {
		o.Allocations = append(o.Allocations, a)
		o.Totals.Add(a)
	}
	if d := a.Decision.To(); d != nil {
		d.Awards = append(d.Awards, a)
	}
}

// total sums an envelope with those inside it; a circle of parents is cut
// where it closes (a rule of its own reports it).
func (b *Budget) total(seen map[*Budget]bool) Totals {
	sum := b.Own
	seen[b] = true
	for _, child := range b.Children {
		if !seen[child] {
			sum.Merge(child.total(seen))
		}
	}
	b.Totals = sum
	return sum
}
