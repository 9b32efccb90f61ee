// Package table holds exact values in rows and columns, and writes them as the
// files that readers download.
//
// What must stay true: every file of a table holds the same rows in the same
// order, to the cent; no cell starts a formula; the same table gives the same
// bytes.
package table

import (
	"slices"

	"glashelder/internal/locale"
)

// Kind is what the cells of a column are.
type Kind int

// The kinds of columns.
const (
	Text  Kind = iota
	Count      // a whole number
	Money      // cents
	Share      // hundredths of a per cent: 1234 is 12.34 %
	Date       // EDTF, such as 2022-03-15 or 2022
	Flag       // yes or no
	Web        // an address, whole
)

// String is the kind's name for machines.
func (k Kind) String() string {
	return [...]string{"text", "count", "money", "share", "date", "flag", "web"}[k]
}

// isNumber reports whether cells of the kind hold a number.
func (k Kind) isNumber() bool { return k == Count || k == Money || k == Share }

// Column is one column. Key is its name for machines, in English and
// snake_case; Title its name for readers; Meaning one sentence, with its unit.
type Column struct {
	Key, Title, Meaning string
	Kind                Kind
}

// Cell is one value: Text for the kinds Text, Date and Web, Number for the
// others (1 for yes). The zero Cell is empty. Where a number is not Known, Text
// stands in its place: the word "Total" may stand under years.
type Cell struct {
	Text   string
	Code   string // what machines read instead of Text; "" where that is the same
	Number int64
	Known  bool // whether Number was given
}

// Table is a table of exact values.
type Table struct {
	Title    string   // a caption, as on the page
	Page     string   // whole address of the page that shows it
	Language string   // of titles and notes: "nl"
	Notes    []string // sentences on what is left out or invented
	Columns  []Column
	Rows     [][]Cell
	Total    []Cell // as on the page, of all rows; nil where there is none
	Words    Words

	// Bare leaves out of the workbook and the JSON what the columns mean, and the
	// notes: for a small table that a page carries with it.
	Bare bool
}

// Words are the words that the files need in the language of the site.
type Words struct {
	Sheet       string // name of the sheet with the rows
	Explanation string // name of the sheet with the columns and the notes
	Column      string // head over the names of the columns there
	Meaning     string // head over their meanings
	Source      string // before the address of the page
	Yes, No     string
}

// flag is the word for a cell of a flag.
func (w Words) flag(c Cell) string {
	if c.Number != 0 {
		return w.Yes
	}
	return w.No
}

// Of is a cell of text, a date or an address.
func Of(text string) Cell { return Cell{Text: text} }

// Coded is a cell of text that has a name of its own for machines.
func Coded(text, code string) Cell { return Cell{Text: text, Code: code} }

// Int is a cell of a whole number, or of a share in hundredths of a per cent.
func Int(n int) Cell { return Cell{Number: int64(n), Known: true} }

// Cents is a cell of money.
func Cents(m locale.Money) Cell { return Cell{Number: int64(m), Known: true} }

// Yes is a cell of a flag.
func Yes(yes bool) Cell {
	if yes {
		return Cell{Number: 1, Known: true}
	}
	return Cell{Known: true}
}

// Empty reports whether the cell, in a column of kind k, holds nothing.
func (c Cell) Empty(k Kind) bool { return c.Text == "" && !c.isValue(k) }

// isValue reports whether the cell is a number or a flag, rather than text.
func (c Cell) isValue(k Kind) bool { return c.Known && (k.isNumber() || k == Flag) }

// forMachines is the text of the cell in formats for machines.
func (c Cell) forMachines() string {
	if c.Code != "" {
		return c.Code
	}
	return c.Text
}

// at is the cell of a column; a row that is too short ends in empty cells.
func at(row []Cell, column int) Cell {
	if column < len(row) {
		return row[column]
	}
	return Cell{}
}

// size is about how many bytes all cells take as text, with what stands between
// them: a large file that grows while it is written is copied many times.
func (t *Table) size() int {
	n := 256
	for _, row := range t.withTotal() {
		for _, c := range row {
			if n += len(c.Text) + len(",\"\""); c.Known {
				n += len("12345.67")
			}
		}
	}
	return n
}

// withTotal is all rows and, where there is one, the total as the last.
func (t *Table) withTotal() [][]Cell {
	if t.Total == nil {
		return t.Rows
	}
	return append(slices.Clip(t.Rows), t.Total)
}

// Format is a sort of file. Write writes a table in it.
type Format struct {
	Name   string // "csv", "excel-csv", "xlsx", "json"
	Ending string // of the file's name: ".csv", "-excel.csv", ".xlsx", ".json"
	Type   string // media type
	Write  func(*Table) []byte
}

// Formats are all formats, in the order in which pages offer them.
var Formats = []Format{
	{"csv", ".csv", "text/csv;charset=utf-8", (*Table).CSV},
	{"excel-csv", "-excel.csv", "text/csv;charset=utf-8", (*Table).ExcelCSV},
	{"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (*Table).Workbook},
	{"json", ".json", "application/json", (*Table).JSON},
}
