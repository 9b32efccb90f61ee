package sitetest

// Tables as a Dutch spreadsheet saves them: semicolons, 1.234,56, and where
// asked for a last row with what the amounts come to.

import (
	"bytes"
	"encoding/csv"
	"strings"

	"glashelder/internal/locale"
)

// euro writes an amount as in the tables, "1.234,56"; nothing for zero.
func euro(m locale.Money) string {
	if m == 0 {
		return ""
	}
	whole, cents, _ := strings.Cut(m.String(), ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "." + whole[at:]
	}
	return whole + "," + cents
}

// table is a file of rows with semicolons.
type table struct {
	buf  bytes.Buffer
	w    *csv.Writer
	rows [][]string // below the header
}

func newTable(header string) *table {
	t := &table{}
	t.w = csv.NewWriter(&t.buf)
	t.w.Comma = ';'
	t.write(strings.Split(header, ";"))
	return t
}

func (t *table) row(cells ...string) {
	t.rows = append(t.rows, cells)
	t.write(cells)
}

func (t *table) write(cells []string) {
	if err := t.w.Write(cells); err != nil {
		panic(err) // a buffer takes all
	}
}

// total adds the row of control totals, with the sums of the columns at.
func (t *table) total(id int, at ...int) {
	if !controlTotals || len(t.rows) == 0 {
		return
	}
	sums := make([]string, len(t.rows[0]))
	sums[id] = "totaal"
	for _, col := range at {
		var sum locale.Money
		for _, row := range t.rows {
			m, _ := locale.ParseMoney(row[col], ',')
			sum += m
		}
		sums[col] = euro(sum)
	}
	t.write(sums)
}

func (t *table) text() string {
	t.w.Flush()
	return t.buf.String()
}
