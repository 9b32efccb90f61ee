package table

import (
	"strings"
	"unicode/utf8"
)

// The text files follow RFC 4180: lines end in CRLF, and a cell with a
// separator, a quote or a line end stands in quotes, its own quotes doubled.

// CSV writes the table for machines: UTF-8 without byte-order mark, commas,
// decimal points, Column.Key in the first row, and no total.
func (t *Table) CSV() []byte {
	w := csvWriter{comma: ',', mark: '.', words: Words{Yes: "true", No: "false"}, lone: len(t.Columns) == 1, machine: true, b: make([]byte, 0, t.size())}
	for i, c := range t.Columns {
		w.text(i, c.Key)
	}
	w.endLine()
	for _, row := range t.Rows {
		w.row(t.Columns, row)
	}
	return w.b
}

// ExcelCSV writes the table as Excel opens it in the language of the table:
// with a byte-order mark, Column.Title in the first row and the total in the
// last. Excel takes its separator and decimal mark from the reader's region:
// semicolons and decimal commas where Dutch or French is spoken.
func (t *Table) ExcelCSV() []byte {
	w := csvWriter{comma: ',', mark: '.', words: t.Words, lone: len(t.Columns) == 1, b: make([]byte, 0, t.size())}
	if t.Language == "nl" || t.Language == "fr" {
		w.comma, w.mark = ';', ','
	}
	w.b = append(w.b, "\uFEFF"...)
	for i, c := range t.Columns {
		w.text(i, c.Title)
	}
	w.endLine()
	for _, row := range t.withTotal() {
		w.row(t.Columns, row)
	}
	return w.b
}

// csvWriter writes the lines of one file.
type csvWriter struct {
	b     []byte
	comma byte // between cells
	mark  byte // before decimals
	words Words

	machine bool // whether machines read it
	lone    bool // one column: an empty cell would make an empty line, which readers pass over
}

func (w *csvWriter) row(columns []Column, row []Cell) {
	for i, column := range columns {
		cell := at(row, i)
		switch {
		case column.Kind == Flag && cell.Known:
			w.text(i, w.words.flag(cell))
		case cell.isValue(column.Kind):
			w.separate(i)
			w.b = appendNumber(w.b, cell.Number, column.Kind, w.mark)
		case w.machine:
			w.text(i, cell.forMachines())
		default:
			w.text(i, cell.Text)
		}
	}
	w.endLine()
}

// separate goes to the cell of a column, counted from 0.
func (w *csvWriter) separate(column int) {
	if column > 0 {
		w.b = append(w.b, w.comma)
	}
}

func (w *csvWriter) endLine() { w.b = append(w.b, "\r\n"...) }

// text writes a cell of words. An apostrophe before it keeps a spreadsheet
// from reading it as a formula.
func (w *csvWriter) text(column int, text string) {
	w.separate(column)
	quoted := needsQuotes(text) || w.lone && text == ""
	if quoted {
		w.b = append(w.b, '"')
	}
	if startsFormula(text) {
		w.b = append(w.b, '\'')
	}
	w.b = appendCell(w.b, text)
	if quoted {
		w.b = append(w.b, '"')
	}
}

// needsQuotes reports whether a text stands in quotes: wherever the separator
// of any region occurs in it, or spaces that a reader could trim.
func needsQuotes(text string) bool {
	return strings.ContainsAny(text, ",;\t\"\r\n") ||
		strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ")
}

// appendCell writes text with its quotes doubled, and U+FFFD for what a text
// file cannot hold.
func appendCell(b []byte, text string) []byte {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '"':
			b = append(b, `""`...)
		case holdable(r, size):
			b = append(b, text[i:i+size]...)
		default:
			b = append(b, "\uFFFD"...)
		}
		i += size
	}
	return b
}
