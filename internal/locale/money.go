// This file reads and writes amounts of money. What must stay true: money is
// whole cents, never a floating-point number, and an amount that can be read in
// two ways is never guessed.

package locale

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Money is an amount in cents; below zero is a recovery or a correction.
type Money int64

// What can be wrong with the text of an amount. An amount that can be read in
// two ways is an *AmbiguousMoney.
var (
	ErrMoneyEmpty    = errors.New("no amount")
	ErrMoneyForm     = errors.New("not an amount")
	ErrMoneyGrouping = errors.New("thousands are not in groups of three figures")
	ErrMoneyDecimals = errors.New("more than two decimals")
	ErrMoneyRange    = errors.New("amount too large")
)

// AmbiguousMoney is the error for an amount that can be read in two ways.
type AmbiguousMoney struct {
	Text   string   // as it was written: "1.234"
	Either [2]Money // with the sign between thousands (1234.00); with it before the decimals (1.23, cut to cents)
}

func (e *AmbiguousMoney) Error() string {
	return fmt.Sprintf("%q can be %s or %s", e.Text, e.Either[0], e.Either[1])
}

// ParseMoney reads an amount: "1234.56", "1.234,56", "1,234.56", "€ 1 234,56",
// "-12,50", "€ 50,-", with or without "€", "EUR" or "euro". decimal is ',' or
// '.', the sign before the decimals where the text leaves both open ("1.234"),
// or 0 when that is not known: such a text is then an *AmbiguousMoney.
// Other errors are ErrMoneyEmpty, ErrMoneyForm, ErrMoneyGrouping,
// ErrMoneyDecimals and ErrMoneyRange, and *ForeignMoney for "USD 100".
func ParseMoney(s string, decimal byte) (Money, error) { return Euro.Parse(s, decimal) }

// Parse is ParseMoney for amounts in c: its code, symbol and names may stand
// where those of the euro may, and the euro is one of the others.
func (c Currency) Parse(s string, decimal byte) (Money, error) {
	amount, err := c.parse(s, decimal)
	if err == ErrMoneyForm {
		if foreign := c.foreign(s, decimal); foreign != nil {
			return 0, foreign
		}
	}
	return amount, err
}

func (c Currency) parse(s string, decimal byte) (Money, error) {
	body, negative, _ := c.strip(s)
	if body == "" {
		if strings.TrimSpace(s) == "" {
			return 0, ErrMoneyEmpty
		}
		return 0, ErrMoneyForm
	}
	whole, cents, err := splitMoney(body, decimal)
	if err != nil {
		return 0, err
	}
	amount, err := joinMoney(whole, cents)
	var both *AmbiguousMoney
	if err == nil && decimal == 0 && isAmbiguous(body) {
		small, _ := joinMoney(body[:len(body)-4], body[len(body)-3:len(body)-1])
		both = &AmbiguousMoney{Text: strings.TrimSpace(s), Either: [2]Money{amount, small}}
	}
	if negative {
		amount = -amount
		if both != nil {
			both.Either = [2]Money{-both.Either[0], -both.Either[1]}
		}
	}
	if both != nil {
		return 0, both
	}
	return amount, err
}

// plainSpace gives the spaces and minus signs of word processors one form.
var plainSpace = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "\u2212", "-")

// strip takes the sign and one name of the currency off an amount.
func (c Currency) strip(s string) (body string, negative, named bool) {
	body = strings.TrimSpace(plainSpace.Replace(s))
	signed := false
	for {
		before := body
		if !named {
			body, named = c.cut(body)
		}
		if body != "" && (body[0] == '-' || body[0] == '+') && !signed {
			body, negative, signed = strings.TrimSpace(body[1:]), body[0] == '-', true
		}
		if body == before {
			return writeNoCents(body), negative, named
		}
	}
}

// writeNoCents writes the dash that stands for no cents, "50,-", as figures.
func writeNoCents(body string) string {
	for _, dash := range []string{",--", ",-", ",–", ",—"} {
		if rest, ok := strings.CutSuffix(body, dash); ok {
			return rest + ",00"
		}
	}
	return body
}

// isAmbiguous reports whether the only sign in body is one '.' or ',' that can
// stand between thousands as well as before three decimals.
func isAmbiguous(body string) bool {
	at := strings.IndexAny(body, ".,")
	return at >= 1 && at <= 3 && body[0] != '0' && len(body) == at+4 && allFigures(body[:at]) && allFigures(body[at+1:])
}

// splitMoney finds the whole part, with its grouping taken out, and the decimals.
func splitMoney(body string, decimal byte) (whole, cents string, err error) {
	if strings.Trim(body, "0123456789., '’") != "" || !isFigure(body[0]) || !isFigure(body[len(body)-1]) {
		return "", "", ErrMoneyForm
	}
	whole = body
	if at := decimalAt(body, decimal); at >= 0 {
		whole, cents = body[:at], body[at+1:]
	}
	if !allFigures(cents) {
		return "", "", ErrMoneyGrouping
	}
	if whole, err = ungroup(whole); err != nil {
		return "", "", err
	}
	if len(cents) > 2 {
		return "", "", ErrMoneyDecimals
	}
	return whole, cents, nil
}

// decimalAt returns where the sign before the decimals is in body, or -1: the
// last '.' or ',', unless it stands more than once or can only be between thousands.
func decimalAt(body string, decimal byte) int {
	at := strings.LastIndexAny(body, ".,")
	switch {
	case at < 0 || strings.Count(body, body[at:at+1]) > 1:
		return -1
	case isAmbiguous(body) && body[at] != decimal:
		return -1
	}
	return at
}

// ungroup takes one kind of grouping sign out of a whole number and proves that
// every group has three figures.
func ungroup(whole string) (string, error) {
	at := strings.IndexAny(whole, "., '’")
	if at < 0 {
		return whole, nil
	}
	sign := whole[at : at+1]
	if strings.HasPrefix(whole[at:], "’") {
		sign = "’"
	}
	groups := strings.Split(whole, sign)
	for i, group := range groups {
		if !allFigures(group) || i > 0 && len(group) != 3 || i == 0 && (len(group) < 1 || len(group) > 3 || group[0] == '0') {
			return "", ErrMoneyGrouping
		}
	}
	return strings.Join(groups, ""), nil
}

// joinMoney makes cents of the figures of an amount.
func joinMoney(whole, cents string) (Money, error) {
	n, err := strconv.ParseInt(whole+(cents + "00")[:2], 10, 64)
	if err != nil {
		return 0, ErrMoneyRange
	}
	return Money(n), nil
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

func allFigures(s string) bool { return strings.Trim(s, "0123456789") == "" }

// String returns the amount as data: "1234.56", "-0.05".
func (m Money) String() string {
	sign, size := "", uint64(m)
	if m < 0 {
		sign, size = "-", -size
	}
	return fmt.Sprintf("%s%d.%02d", sign, size/100, size%100)
}

// Add returns m + other, and whether the sum fits; where it does not, the sum
// is the largest or smallest amount there is.
func (m Money) Add(other Money) (sum Money, ok bool) {
	switch {
	case other > 0 && m > math.MaxInt64-other:
		return math.MaxInt64, false
	case other < 0 && m < math.MinInt64-other:
		return math.MinInt64, false
	}
	return m + other, true
}

// SumMoney adds amounts up, and reports whether the sum fits.
func SumMoney(amounts ...Money) (sum Money, ok bool) {
	ok = true
	for _, amount := range amounts {
		fits := false
		sum, fits = sum.Add(amount)
		ok = ok && fits
	}
	return sum, ok
}
