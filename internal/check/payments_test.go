package check

import (
	"testing"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// TestStatusOf goes over every status and a row of payments.
func TestStatusOf(t *testing.T) {
	for _, c := range []struct {
		status, form string
		awarded      locale.Money
		paid         []locale.Money
		want         string
	}{
		{"awarded", "", 100, nil, "awarded"},
		{"paid", "", 100, nil, "awarded"},
		{"recovered", "", 100, nil, "awarded"},
		{"paid", "", 0, nil, "paid"},
		{"awarded", "", 100, []locale.Money{60}, "partly_paid"},
		{"awarded", "", 100, []locale.Money{60, 40}, "paid"},
		{"paid", "", 100, []locale.Money{100, -10}, "recovered"},
		{"paid", "", 100, []locale.Money{100, -100}, "recovered"},
		{"requested", "", 0, nil, "requested"},
		{"refused", "", 0, nil, "refused"},
		{"requested", "", 0, []locale.Money{10}, "partly_paid"},
		{"refused", "", 10, []locale.Money{10}, "paid"},
		{"paid", "in_kind", 0, nil, "paid"},
		{"awarded", "in_kind", 0, nil, "awarded"},
	} {
		a := &model.Allocation{Status: c.status, Form: c.form, Awarded: c.awarded}
		for _, amount := range c.paid {
			a.Payments = append(a.Payments, &model.Payment{Amount: amount})
			a.Paid += max(amount, 0)
			a.Recovered -= min(amount, 0)
		}
		if got := statusOf(a); got != c.want {
			t.Errorf("%s of %d with %v makes %s, want %s", c.status, c.awarded, c.paid, got, c.want)
		}
	}
}
