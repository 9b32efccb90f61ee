package locale

import (
	"math"
	"testing"
)

func TestNumbers(t *testing.T) {
	nl, fr, en := Get("nl"), Get("fr"), Get("en")
	for _, c := range []struct{ got, want string }{
		{nl.Number(0), "0"}, {nl.Number(999), "999"}, {nl.Number(1000), "1.000"}, {nl.Number(-1234567), "-1.234.567"},
		{fr.Number(12345), "12\u202f345"}, {en.Number(math.MinInt64), "-9,223,372,036,854,775,808"},
		{nl.Decimal("-1234.50"), "-1.234,50"}, {en.Decimal("0.125"), "0.125"}, {nl.Decimal("12"), "12"}, {nl.Decimal("ca. 5"), "ca. 5"},
		{nl.Percent(1, 3), "33,3%"}, {nl.Percent(1, 2), "50%"}, {nl.Percent(0, 5), "0%"}, {nl.Percent(2, 3), "66,7%"},
		{nl.Percent(-1, 3), "-33,3%"}, {nl.Percent(-1, -3), "33,3%"}, {nl.Percent(-1, 100000), "0%"}, {nl.Percent(1, 0), "–"},
		{nl.Percent(math.MaxInt64, math.MaxInt64), "100%"}, {nl.Percent(math.MaxInt64, 1), "–"}, {nl.Percent(5, 4), "125%"},
		{fr.Percent(1, 8), "12,5\u202f%"}, {en.Percent(1, 8), "12.5%"}, {nl.Percent(math.MinInt64, math.MinInt64), "100%"},
		{nl.Size(0), "0\u00a0B"}, {nl.Size(999), "999\u00a0B"}, {nl.Size(1000), "1\u00a0kB"}, {nl.Size(2910000), "2,9\u00a0MB"},
		{nl.Size(28450000), "28\u00a0MB"}, {nl.Size(999499), "999\u00a0kB"}, {nl.Size(999500), "1\u00a0MB"}, {nl.Size(9960), "10\u00a0kB"},
		{fr.Size(1500), "1,5\u00a0ko"}, {en.Size(1234567890), "1.2\u00a0GB"}, {nl.Size(math.MaxInt64), "9.223.372\u00a0TB"},
		{nl.Size(-5), "0\u00a0B"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
