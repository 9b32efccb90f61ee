package locale

import (
	"errors"
	"testing"
)

func TestForeignMoney(t *testing.T) {
	for _, c := range []struct{ own, text, other string }{
		{"EUR", "USD 100", "USD"}, {"EUR", "£ 50", "GBP"}, {"EUR", "100 CHF", "CHF"}, {"EUR", "-$1,234.56", "USD"}, {"EUR", "US$ 5", "USD"},
		{"EUR", "1.234,00 zł", "PLN"}, {"EUR", "CA$ 5", "CAD"}, {"EUR", "5 pond", "GBP"}, {"EUR", "¥ 5000", "JPY"}, {"EUR", "10.000 bef", "BEF"},
		{"CHF", "€ 5", "EUR"}, {"CHF", "5 euro", "EUR"}, {"CAD", "US$ 5", "USD"}, {"SEK", "5 DKK", "DKK"},
	} {
		own, _ := CurrencyOf(c.own)
		_, err := own.Parse(c.text, ',')
		var foreign *ForeignMoney
		if !errors.As(err, &foreign) || foreign.Other != c.other || foreign.Own != c.own || foreign.Text != c.text {
			t.Errorf("%s: Parse(%q) fails with %v, want %s", c.own, c.text, err, c.other)
		}
	}
	for _, text := range []string{"USD", "veel USD", "€ 5 USD", "USD 5 USD", "5 XYZ"} {
		if _, err := ParseMoney(text, 0); err != ErrMoneyForm {
			t.Errorf("ParseMoney(%q) fails with %v", text, err)
		}
	}
}

func TestOwnCurrency(t *testing.T) {
	for _, c := range []struct{ code, text string }{
		{"CHF", "CHF 12,50"}, {"CHF", "12.50"}, {"CHF", "-12,50 Fr."}, {"SEK", "12,50 kr"}, {"CAD", "$12.50"}, {"USD", "12,50 dollar"}, {"PLN", "12,50 ZŁ"},
	} {
		own, ok := CurrencyOf(c.code)
		if got, err := own.Parse(c.text, 0); !ok || err != nil || max(got, -got) != 1250 {
			t.Errorf("%s: Parse(%q) = %v, %v", c.code, c.text, got, err)
		}
	}
}

// TestCurrencies proves that every currency reads what it prints, in every
// language, and that none that counts otherwise than in cents is offered.
func TestCurrencies(t *testing.T) {
	for _, code := range CurrencyCodes() {
		own, ok := CurrencyOf(code)
		if !ok || len(code) != 3 {
			t.Errorf("%q is no currency of a site", code)
		}
		for _, language := range Codes() {
			text := Get(language).In(own).Money(-123450)
			if got, err := own.Parse(text, 0); err != nil || got != -123450 {
				t.Errorf("%s, %s: %q is read as %v, %v", code, language, text, got, err)
			}
		}
	}
	for _, code := range []string{"JPY", "TND", "BEF", "eur", "", "XXX"} {
		if _, ok := CurrencyOf(code); ok {
			t.Errorf("a site can count in %q", code)
		}
	}
}

func TestMoneyIn(t *testing.T) {
	for _, c := range []struct{ language, currency, want string }{
		{"nl", "EUR", "€\u00a0-1.234,50"}, {"nl", "CHF", "CHF\u00a0-1.234,50"}, {"en", "GBP", "-£1,234.50"}, {"en", "CHF", "-CHF\u00a01,234.50"}, {"fr", "PLN", "-1\u202f234,50\u00a0zł"},
	} {
		own, _ := CurrencyOf(c.currency)
		l := Get(c.language).In(own)
		if got := l.Money(-123450); got != c.want || l.Currency().Code != c.currency || Get(c.language).Currency().Code != "EUR" {
			t.Errorf("%s in %s: %q, want %q", c.language, c.currency, got, c.want)
		}
		if l.Compare("a", "b") >= 0 || l.Word("and") != Get(c.language).Word("and") {
			t.Errorf("%s in %s is no longer the same language", c.language, c.currency)
		}
	}
}
