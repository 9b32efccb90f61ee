// This file writes numbers, amounts, shares and sizes the way a language does.
// What must stay true: rounding is exact and half away from zero, and spaces
// inside a figure do not break over two lines.

package locale

import (
	"math/bits"
	"strconv"
	"strings"
)

// figures is how a language writes numbers. In money and percent, "#" stands
// for the figures.
type figures struct {
	thousands, decimal string
	money, percent     string
	bytes              []string // names of sizes: bytes, thousands, millions, … of them
}

// Number returns a whole number with its thousands set apart: "12.345".
func (l *Language) Number(n int64) string {
	sign, size := "", uint64(n)
	if n < 0 {
		sign, size = "-", -size
	}
	return sign + l.group(strconv.FormatUint(size, 10))
}

// Decimal returns a number that is written as data ("-1234.5") the way the
// language writes it ("-1.234,5"), with every decimal it has.
func (l *Language) Decimal(number string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(number, "-"); ok {
		sign, number = "-", rest
	}
	whole, decimals, has := strings.Cut(number, ".")
	if !allFigures(whole) || !allFigures(decimals) {
		return sign + number
	}
	if !has {
		return sign + l.group(whole)
	}
	return sign + l.group(whole) + l.figures.decimal + decimals
}

// Money returns an amount: "€ 12.345,00" in Dutch. It is in euros, unless
// the language was told of another currency (In).
func (l *Language) Money(m Money) string {
	sign, size := "", uint64(m)
	if m < 0 {
		sign, size = "-", -size
	}
	cents := strconv.FormatUint(100+size%100, 10)[1:]
	amount := l.group(strconv.FormatUint(size/100, 10)) + l.figures.decimal + cents
	return signed(l.money, sign, amount)
}

// Percent returns num/den as a percentage of at most one decimal: "33,3%", "50%".
// It is "–" where den is 0.
func (l *Language) Percent(num, den int64) string {
	if den == 0 {
		return "–"
	}
	sign, n, d := "", uint64(num), uint64(den)
	if num < 0 {
		n = -n
	}
	if den < 0 {
		d = -d
	}
	high, low := bits.Mul64(n, 1000)
	low, carry := bits.Add64(low, d/2, 0)
	high += carry
	if high >= d {
		return "–" // more than 10^16 times as much: no share of anything
	}
	tenths, _ := bits.Div64(high, low, d)
	if tenths > 0 && (num < 0) != (den < 0) {
		sign = "-"
	}
	return signed(l.figures.percent, sign, l.tenths(tenths))
}

// Size returns a number of bytes in words, in powers of 1000: "512 B", "2,9 MB".
func (l *Language) Size(n int64) string {
	size, one, unit := uint64(max(n, 0)), uint64(1), 0
	for size >= 1000*one-one/2 && unit < len(l.figures.bytes)-1 {
		one, unit = 1000*one, unit+1
	}
	tenths := size/one*10 + (size%one*10+one/2)/one
	if tenths >= 100 {
		tenths = (size + one/2) / one * 10
	}
	return l.tenths(tenths) + "\u00a0" + l.figures.bytes[unit]
}

// tenths writes a number of tenths, without the decimal where it is 0.
func (l *Language) tenths(n uint64) string {
	whole := l.group(strconv.FormatUint(n/10, 10))
	if n%10 == 0 {
		return whole
	}
	return whole + l.figures.decimal + strconv.FormatUint(n%10, 10)
}

// group sets the thousands of a row of figures apart.
func (l *Language) group(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	first := (len(digits)-1)%3 + 1
	var b strings.Builder
	b.WriteString(digits[:first])
	for i := first; i < len(digits); i += 3 {
		b.WriteString(l.figures.thousands)
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}

// signed fills a pattern such as "€ -#", in which "-" is where the sign goes.
func signed(pattern, sign, amount string) string {
	return strings.Replace(strings.Replace(pattern, "-", sign, 1), "#", amount, 1)
}
