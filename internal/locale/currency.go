// This file knows currencies: how people write them beside an amount. What must
// stay true: a site counts in one currency; an amount that names another is
// never read as if it were in that one.

package locale

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Currency is a unit of money.
type Currency struct {
	Code     string // ISO 4217: "EUR"
	Symbol   string // as it is printed: "€"; the code where no symbol is its own
	Decimals int    // figures after the decimal sign: 2 for cents (ISO 4217, table A.1)

	names []string // other ways to write it, in lower case, the longest first
}

// Euro is the currency of a site that names none.
var Euro = Currency{Code: "EUR", Symbol: "€", Decimals: 2, names: []string{"euros", "euro"}}

// currencies are those that are known, in the order in which a sign that
// several share ("$", "kr") is given a name.
func currencies() []Currency {
	return []Currency{
		Euro,
		{"USD", "$", 2, []string{"us$", "dollars", "dollar"}},
		{"GBP", "£", 2, []string{"pounds", "pond"}},
		{"CHF", "CHF", 2, []string{"sfr.", "sfr", "fr."}},
		{"DKK", "DKK", 2, []string{"kr.", "kr"}},
		{"SEK", "SEK", 2, []string{"kr.", "kr"}},
		{"NOK", "NOK", 2, []string{"kr.", "kr"}},
		{"PLN", "zł", 2, []string{"zl"}},
		{"CZK", "Kč", 2, []string{"kc"}},
		{"HUF", "Ft", 2, nil},
		{"RON", "RON", 2, []string{"lei", "leu"}},
		{"BGN", "лв.", 2, []string{"лв"}},
		{"CAD", "CA$", 2, []string{"c$", "$"}},
		{"AUD", "AU$", 2, []string{"a$", "$"}},
		{"NZD", "NZ$", 2, []string{"$"}},
		{"MAD", "MAD", 2, []string{"dirham", "dh"}},
		{"TRY", "₺", 2, []string{"tl"}},
		{"UAH", "₴", 2, nil},
		{"RSD", "RSD", 2, nil},
		{"ALL", "ALL", 2, nil},
		{"BAM", "BAM", 2, nil},
		{"MKD", "MKD", 2, nil},
		{"MDL", "MDL", 2, nil},
		{"GEL", "₾", 2, nil},
		{"RUB", "₽", 2, nil},
		{"ILS", "₪", 2, nil},
		{"EGP", "EGP", 2, nil},
		{"ZAR", "ZAR", 2, nil},
		{"CDF", "CDF", 2, nil},
		{"INR", "₹", 2, nil},
		{"CNY", "CN¥", 2, nil},
		{"BRL", "R$", 2, nil},
		{"SRD", "SRD", 2, nil},
		{"JPY", "¥", 0, nil},
		{"ISK", "ISK", 0, nil},
		{"RWF", "RWF", 0, nil},
		{"TND", "TND", 3, nil},
		{"BEF", "BEF", 0, []string{"bfr.", "bfr", "bef."}},
	}
}

// CurrencyOf returns the currency with a code of ISO 4217; false when it is
// unknown, or does not count in hundredths as Money does.
func CurrencyOf(code string) (Currency, bool) {
	for _, c := range currencies() {
		if c.Code == code {
			return c, c.Decimals == 2
		}
	}
	return Currency{}, false
}

// CurrencyCodes lists the codes that CurrencyOf knows.
func CurrencyCodes() []string {
	var out []string
	for _, c := range currencies() {
		if c.Decimals == 2 {
			out = append(out, c.Code)
		}
	}
	return out
}

// ForeignMoney is the error for an amount that names another currency than it
// should.
type ForeignMoney struct {
	Text  string // as it was written: "USD 100"
	Other string // code of the currency that it names: "USD"
	Own   string // code of the one it should be in
}

func (e *ForeignMoney) Error() string {
	return fmt.Sprintf("%q is in %s, not in %s", e.Text, e.Other, e.Own)
}

// cut takes one name of the currency off the start or the end of an amount.
func (c Currency) cut(s string) (string, bool) {
	if rest, ok := cutName(s, c.Symbol); ok {
		return rest, true
	}
	for _, name := range c.names {
		if rest, ok := cutName(s, name); ok {
			return rest, true
		}
	}
	return cutName(s, c.Code)
}

// cutName takes a name, in whatever case, off the start or the end of s.
func cutName(s, name string) (string, bool) {
	if len(s) < len(name) {
		return s, false
	}
	if head := s[:len(name)]; strings.EqualFold(head, name) {
		return strings.TrimSpace(s[len(name):]), true
	}
	if at := len(s) - len(name); strings.EqualFold(s[at:], name) {
		return strings.TrimSpace(s[:at]), true
	}
	return s, false
}

// foreign names the currency that a text is in which is no amount in c: one
// that makes it an amount when its name is taken off. nil when there is none.
func (c Currency) foreign(s string, decimal byte) *ForeignMoney {
	for _, other := range currencies() {
		body, _, named := other.strip(s)
		if other.Code == c.Code || !named || body == "" {
			continue
		}
		if _, _, err := splitMoney(body, decimal); err != ErrMoneyForm {
			return &ForeignMoney{Text: strings.TrimSpace(s), Other: other.Code, Own: c.Code}
		}
	}
	return nil
}

// pattern puts the symbol of the currency in a pattern made for the euro; a
// symbol that ends in a letter does not touch the figures.
func (c Currency) pattern(euro string) string {
	last, _ := utf8.DecodeLastRuneInString(c.Symbol)
	if unicode.IsLetter(last) {
		euro = strings.Replace(euro, "€#", "€\u00a0#", 1)
	}
	return strings.Replace(euro, "€", c.Symbol, 1)
}
