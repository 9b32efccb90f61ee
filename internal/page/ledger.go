package page

// Sums in rows, before they are put in words. What must stay true: the table on
// a page and the files that are downloaded from it are both made from one
// ledger, so that they agree to the cent.

import (
	"strings"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/table"
)

// ledger is sums over allocations, in rows.
type ledger struct {
	name      string // of its files: "jaren"; also makes its id on the page
	key       string // of the first column, for machines: "year"
	caption   string
	head      string // of the first column
	bars      string // head of the column of bars; "" where there are none
	meaning   string // head of the column of definitions; "" where there is none
	planned   bool   // whether the rows are envelopes
	moneyless bool   // whether there are no sums at all: the rows are names
	rows      []ledgerRow
	total     ledgerRow
	hasTotal  bool
	notes     []string
	more      []table.Column // columns that only the files have
}

// ledgerRow is one row of sums.
type ledgerRow struct {
	tally
	id      string // for machines; "" where the name is all there is
	name    Link
	mark    string // as in SumRow
	within  string
	meaning string
	planned locale.Money // of an envelope
	whole   locale.Money // what the bar is a part of
	example bool
	more    []table.Cell // in the columns that only the files have
}

func (r ledgerRow) left() locale.Money { return r.planned - r.Awarded }

// recovered tells whether anything came back, for then that has a column.
func (l *ledger) recovered() bool { return l.total.Recovered > 0 && !l.planned }

// partOf puts some rows of a ledger in words, with the total of all.
func (v voice) partOf(l *ledger, rows []ledgerRow) SumTable {
	t := SumTable{
		ID: "t_" + l.name, Caption: l.caption, Head: l.head, Words: v.moneyWords(), Planned: l.planned, Bars: l.bars,
		Meaning: l.meaning, Recovered: l.recovered(), HasTotal: l.hasTotal, Total: v.sumRow(l, l.total), Notes: l.notes,
	}
	t.Total.Share = ""
	for _, r := range rows {
		t.Rows = append(t.Rows, v.sumRow(l, r))
	}
	return t
}

// sumRow puts one row in words.
func (v voice) sumRow(l *ledger, r ledgerRow) SumRow {
	row := SumRow{
		Name: r.name, Mark: r.mark, Within: r.within, Meaning: r.meaning, Example: r.example,
		Count: v.lang.Number(int64(r.Count)), Requested: v.money(r.Requested), Awarded: v.money(r.Awarded),
		Paid: v.money(r.Paid), Recovered: v.money(r.Recovered), Share: chart.Share(int64(r.Awarded), int64(r.whole)),
	}
	if l.planned {
		row.Planned, row.Left, row.Back = v.money(r.planned), v.money(r.left()), v.back(r.Recovered)
	}
	return row
}

// sheetOf is a ledger as a table to download.
func (v voice) sheetOf(l *ledger, page string) *table.Table {
	t := v.sheet(l.caption, page, l.notes)
	t.Columns = []table.Column{{Key: "id", Title: "Id", Meaning: v.t("download.id")}, {Key: l.key, Title: l.head, Meaning: v.t("download.name")}}
	t.Columns = append(t.Columns, l.more...)
	if !l.moneyless {
		t.Columns = append(t.Columns, v.sumColumns(l)...)
	}
	if l.meaning != "" {
		t.Columns = append(t.Columns, table.Column{Key: "definition", Title: l.meaning, Meaning: v.t("download.definition")})
	}
	t.Columns = append(t.Columns, v.column("", "url", table.Web))
	for _, r := range l.rows {
		t.Rows = append(t.Rows, v.cells(l, r))
	}
	if l.hasTotal {
		t.Total = v.cells(l, l.total)
	}
	return t
}

// sumColumns are the columns of numbers.
func (v voice) sumColumns(l *ledger) []table.Column {
	out := []table.Column{
		{Key: "allocations", Title: v.t("money.count"), Meaning: v.t("download.allocations"), Kind: table.Count},
		{Key: "in_kind", Title: v.t("download.in_kind"), Meaning: v.t("download.in_kind_help"), Kind: table.Count},
		{Key: "examples", Title: v.t("download.examples"), Meaning: v.t("download.examples_help"), Kind: table.Count},
	}
	words := []string{"requested", "awarded", "paid", "recovered"}
	if l.planned {
		words = []string{"planned", "requested", "awarded", "paid", "recovered", "left"}
	}
	for _, word := range words {
		out = append(out, v.moneyColumn(word))
	}
	return out
}

// cells is one row in the columns of sheetOf.
func (v voice) cells(l *ledger, r ledgerRow) []table.Cell {
	cells := []table.Cell{table.Of(r.id), table.Of(r.name.Text)}
	if r.more == nil {
		r.more = make([]table.Cell, len(l.more))
	}
	cells = append(cells, r.more...)
	if !l.moneyless {
		cells = append(cells, r.sumCells(l)...)
	}
	if l.meaning != "" {
		cells = append(cells, table.Of(r.meaning))
	}
	return append(cells, table.Of(v.whole(r.name.URL)))
}

// sumCells are the numbers of a row in the columns of sumColumns.
func (r ledgerRow) sumCells(l *ledger) []table.Cell {
	cells := []table.Cell{table.Int(r.Count), table.Int(r.InKind), table.Int(r.examples)}
	amounts := []locale.Money{r.Requested, r.Awarded, r.Paid, r.Recovered}
	if l.planned {
		amounts = []locale.Money{r.planned, r.Requested, r.Awarded, r.Paid, r.Recovered, r.left()}
	}
	for _, m := range amounts {
		cells = append(cells, table.Cents(m))
	}
	return cells
}

// whole is an address of the site with its protocol and host; "" stays "".
func (v voice) whole(href string) string {
	if href == "" {
		return ""
	}
	return v.site.Config.BaseURL + strings.TrimPrefix(href, v.site.Config.Prefix()+"/")
}

// ledgerOf makes a ledger of heaps. Its bars show what was awarded, as a part
// of the largest; its total is that of the whole list. nil without heaps.
func ledgerOf[K comparable](v voice, name, key, head string, list []*model.Allocation, heaps []heap[K], row func(K) ledgerRow) *ledger {
	if len(heaps) == 0 {
		return nil
	}
	l := &ledger{
		name: name, key: key, caption: v.t("money.table." + key), head: head, bars: v.t("money.bar"),
		hasTotal: len(heaps) > 1, total: ledgerRow{name: Link{Text: capital(v.t("total"))}, tally: tallyOf(list)},
	}
	largest := locale.Money(0)
	for _, h := range heaps {
		largest = max(largest, h.Awarded)
	}
	for _, h := range heaps {
		r := row(h.key)
		r.tally, r.whole = h.tally, largest
		l.rows = append(l.rows, r)
	}
	return l
}
