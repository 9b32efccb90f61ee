package locale

import (
	"errors"
	"math"
	"testing"
)

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		text    string
		decimal byte
		want    Money
	}{
		{"1234.56", 0, 123456}, {"1.234,56", 0, 123456}, {"1,234.56", 0, 123456}, {"€ 1 234,56", 0, 123456},
		{"€\u00a01\u202f234,56", 0, 123456}, {"1234", 0, 123400}, {"-12,50", 0, -1250}, {"- € 12,50", 0, -1250}, {"€ -12,50", 0, -1250},
		{"\u221212,50 EUR", 0, -1250}, {"+5", 0, 500}, {"12,5", 0, 1250}, {"0", 0, 0}, {"0,05", 0, 5}, {"1.234.567", 0, 123456700},
		{"1.234.567,8", 0, 123456780}, {"1'234.50", 0, 123450}, {"750.000,00 euro", 0, 75000000}, {"€ 750.000,-", ',', 75000000},
		{"50,-- euro", 0, 5000}, {"1.234", ',', 123400}, {"3,980", '.', 398000}, {"750.000 euro", ',', 75000000}, {"12.50", ',', 1250},
		{"1,234.56", ',', 123456}, {"007", 0, 700}, {"92233720368547758,07", 0, math.MaxInt64}, {"12500 €", 0, 1250000},
	} {
		if got, err := ParseMoney(c.text, c.decimal); err != nil || got != c.want {
			t.Errorf("ParseMoney(%q, %q) = %v, %v, want %v", c.text, c.decimal, got, err, c.want)
		}
	}
}

func TestParseMoneyErrors(t *testing.T) {
	for _, c := range []struct {
		text    string
		decimal byte
		want    error
	}{
		{"", 0, ErrMoneyEmpty}, {" \u00a0", 0, ErrMoneyEmpty}, {"€", 0, ErrMoneyForm}, {"-", 0, ErrMoneyForm}, {"veel", 0, ErrMoneyForm},
		{"12.", 0, ErrMoneyForm}, {".5", 0, ErrMoneyForm}, {"--5", 0, ErrMoneyForm}, {"€€5", 0, ErrMoneyForm}, {"5-", 0, ErrMoneyForm},
		{"1e5", 0, ErrMoneyForm}, {"٣", 0, ErrMoneyForm},
		{"1.23.456", 0, ErrMoneyGrouping}, {"1.234,567.89", 0, ErrMoneyGrouping}, {"1 23", 0, ErrMoneyGrouping}, {"1.234.56", 0, ErrMoneyGrouping},
		{"12,3 4", 0, ErrMoneyGrouping}, {"1..234", 0, ErrMoneyGrouping}, {"0.123.456", 0, ErrMoneyGrouping}, {"1,23,456.7", 0, ErrMoneyGrouping},
		{"1234.567", 0, ErrMoneyDecimals}, {"0,123", 0, ErrMoneyDecimals}, {"1.234", '.', ErrMoneyDecimals}, {"1.234,567", 0, ErrMoneyDecimals},
		{"12,3456", ',', ErrMoneyDecimals},
		{"92233720368547758,08", 0, ErrMoneyRange}, {"99999999999999999999", 0, ErrMoneyRange},
	} {
		if got, err := ParseMoney(c.text, c.decimal); !errors.Is(err, c.want) || got != 0 {
			t.Errorf("ParseMoney(%q, %q) = %v, %v, want %v", c.text, c.decimal, got, err, c.want)
		}
	}
}

func TestAmbiguousMoney(t *testing.T) {
	for text, want := range map[string][2]Money{
		"1.234": {123400, 123}, "3,980": {398000, 398}, "750.000 euro": {75000000, 75000}, "€ -1,999": {-199900, -199},
	} {
		_, err := ParseMoney(text, 0)
		var both *AmbiguousMoney
		if !errors.As(err, &both) || both.Either != want || both.Text != text {
			t.Errorf("ParseMoney(%q) fails with %v, want %v", text, err, want)
		}
	}
}

func TestMoneyAsText(t *testing.T) {
	for _, c := range []struct {
		amount            Money
		plain, nl, fr, en string
	}{
		{1234500, "12345.00", "€\u00a012.345,00", "12\u202f345,00\u00a0€", "€12,345.00"},
		{-5, "-0.05", "€\u00a0-0,05", "-0,05\u00a0€", "-€0.05"},
		{0, "0.00", "€\u00a00,00", "0,00\u00a0€", "€0.00"},
		{math.MinInt64, "-92233720368547758.08", "€\u00a0-92.233.720.368.547.758,08", "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08\u00a0€", "-€92,233,720,368,547,758.08"},
	} {
		if got := c.amount.String(); got != c.plain {
			t.Errorf("String() = %q, want %q", got, c.plain)
		}
		for code, want := range map[string]string{"nl": c.nl, "fr": c.fr, "en": c.en} {
			if got := Get(code).Money(c.amount); got != want {
				t.Errorf("%s: Money = %q, want %q", code, got, want)
			}
		}
	}
}

func TestAddMoney(t *testing.T) {
	if sum, ok := SumMoney(1, -3, 500); sum != 498 || !ok {
		t.Errorf("SumMoney = %v, %v", sum, ok)
	}
	for _, c := range []struct{ a, b Money }{{math.MaxInt64, 1}, {math.MinInt64, -1}, {math.MinInt64, math.MinInt64}} {
		if sum, ok := c.a.Add(c.b); ok {
			t.Errorf("%v + %v = %v", c.a, c.b, sum)
		}
	}
	if sum, ok := SumMoney(math.MaxInt64, 1, -1); ok {
		t.Errorf("a sum that did not fit on the way is %v", sum)
	}
	if sum, ok := Money(math.MaxInt64).Add(math.MinInt64); sum != -1 || !ok {
		t.Errorf("the largest and the smallest make %v, %v", sum, ok)
	}
}

func FuzzMoney(f *testing.F) {
	for _, s := range []string{"1234.56", "€ 1.234,56", "1.234", "-12,50 EUR", "50,-", "1 234 567,8", "0,123", "€", "99999999999999999999"} {
		f.Add(s, byte(0))
		f.Add(s, byte(','))
	}
	f.Fuzz(func(t *testing.T, s string, decimal byte) {
		if decimal != ',' && decimal != '.' {
			decimal = 0
		}
		m, err := ParseMoney(s, decimal)
		if err != nil {
			if m != 0 {
				t.Fatalf("ParseMoney(%q) = %v and %v", s, m, err)
			}
			return
		}
		for _, text := range []string{m.String(), Get("nl").Money(m), Get("fr").Money(m), Get("en").Money(m)} {
			if again, err := ParseMoney(text, decimal); err != nil || again != m {
				t.Fatalf("%q is %v, written %q, read as %v, %v", s, m, text, again, err)
			}
		}
	})
}
