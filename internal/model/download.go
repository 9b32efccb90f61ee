package model

// Tables that were downloaded from the site and put back. What must stay true:
// a download can be read as it is; the columns that it has besides, which
// follow from the rest, are no part of the schema, and no amount among them
// passes unchecked.

import (
	"strings"
	"unicode"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
)

// Stated is an amount that a row gives though it follows from payments; rule
// `paymentStatus` of package check compares.
type Stated struct {
	Key    string // "paid" or "recovered"
	Name   string // of the column, as it was written
	Amount locale.Money
	Pos    diag.Pos
}

// computed are the columns that only downloads of a kind have.
func computed(kind string) []string {
	switch kind {
	case "allocation":
		return []string{"organisation_title", "kbo", "budget_title", "paid", "recovered", "url"}
	case "payment":
		return []string{"organisation", "url"}
	}
	return nil
}

// stated reads what a row says of sums over payments.
func (r *Reader) stated() (out []Stated) {
	for _, key := range []string{"paid", "recovered"} {
		f, written := r.fields.get(key)
		if !written {
			continue
		}
		if m, ok := r.Money(key); ok {
			out = append(out, Stated{key, f.Name, m, r.At(key)})
		}
	}
	return out
}

// formulaSigns begin what a spreadsheet could take for a formula: those of
// package table, which guards such texts.
const formulaSigns = "=+-@|%" + "＝＋－＠｜％" + "﹦﹢﹣﹫﹪"

// unguarded takes the apostrophe off that keeps a spreadsheet from reading a
// text as a formula.
func unguarded(text string) string {
	rest, ok := strings.CutPrefix(text, "'")
	if !ok {
		return text
	}
	seen := strings.TrimLeftFunc(rest, func(c rune) bool { return unicode.IsSpace(c) || unicode.Is(unicode.Cf, c) })
	if strings.IndexAny(seen, formulaSigns) != 0 {
		return text
	}
	return strings.TrimSpace(rest)
}
