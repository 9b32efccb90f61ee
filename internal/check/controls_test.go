package check

import (
	"testing"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// TestSumsOverflow proves that amounts which each are small enough are refused
// together, once, and that their totals do not turn negative before that.
func TestSumsOverflow(t *testing.T) {
	s := &model.Site{Lang: locale.Get("nl")}
	b := &model.Budget{}
	for range 9300 {
		a := &model.Allocation{Status: "awarded", Awarded: mostMoney}
		s.Allocations = append(s.Allocations, a)
		b.Totals.Add(a)
		b.Totals.Merge(model.Totals{Requested: mostMoney})
		s.Payments = append(s.Payments, &model.Payment{Amount: -mostMoney})
	}
	var diags diag.List
	sums.Check(s, &diags)
	amounts.Check(s, &diags)
	if len(diags) != 2 || diags[0].Code != codeSumTooMuch || diags[1].Code != codeSumTooMuch {
		t.Errorf("sums that do not fit: %d messages", len(diags))
	}
	if b.Totals.Awarded < 0 || b.Totals.Requested < 0 {
		t.Errorf("a total turned over: %v, %v", b.Totals.Awarded, b.Totals.Requested)
	}
}

func TestApart(t *testing.T) {
	for _, c := range [][3]locale.Money{{1, 3, 2}, {3, 1, 2}, {-1, 1, 2}, {5, 5, 0}} {
		if got := apart(c[0], c[1]); got != c[2] {
			t.Errorf("apart(%v, %v) = %v", c[0], c[1], got)
		}
	}
}
