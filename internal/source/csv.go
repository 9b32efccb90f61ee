package source

// Tables come from spreadsheets, so they are read as those write them: comma
// or semicolon, "sep=;", byte-order mark, quoted line ends, rows of empty
// cells. encoding/csv cuts the cells (RFC 4180); this file gives them names
// and places, and goes on after a mistake.

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"glashelder/internal/diag"
)

const (
	maxRows     = 1_000_000
	maxColumns  = 512
	maxCell     = 64 << 10 // bytes
	maxMistakes = 1000     // named in one table
)

// tableReader reads one table.
type tableReader struct {
	table  *CSV
	text   *tableText
	cells  *csv.Reader
	passed int64 // bytes that cells has read and text has dropped
	base   int   // file's number of the line before the first that cells reads
	list   diag.List
}

// parseCSV reads a table to its end. The error is that of src.
func parseCSV(path string, src io.Reader) (*CSV, diag.List, error) {
	r := &tableReader{table: &CSV{Path: path}, text: newTableText(path, src)}
	r.separator()
	r.begin()
	err := r.all()
	if err == errNoText || err == errLongLine {
		r.table.Broken, err = true, nil
	}
	if len(r.text.list)+len(r.list) == 0 && r.table.Columns == nil {
		r.list.Add(emptyFile, diag.Pos{File: path})
	}
	r.table.Findings = r.text.findings
	return r.table, append(r.text.list, r.list...), err
}

// separator decides between comma and semicolon: what a first line "sep=;"
// says, else the one that occurs more often in the header.
func (r *tableReader) separator() {
	size := r.text.firstLine()
	first := strings.TrimSpace(string(r.text.kept[:size]))
	if sep, ok := strings.CutPrefix(first, "sep="); ok && (sep == ";" || sep == ",") {
		r.table.Semicolon = sep == ";"
		r.text.drop(size)
		return
	}
	outside := 0
	for i, part := range strings.Split(first, `"`) {
		if i%2 == 0 {
			outside += strings.Count(part, ";") - strings.Count(part, ",")
		}
	}
	r.table.Semicolon = outside > 0
}

// begin starts encoding/csv on the text that is kept.
func (r *tableReader) begin() {
	r.text.next = 0
	r.base, r.passed = r.text.line-1, 0
	r.cells = csv.NewReader(r.text)
	r.cells.FieldsPerRecord = -1
	r.cells.ReuseRecord = true
	if r.table.Semicolon {
		r.cells.Comma = ';'
	}
}

// all reads every row; the first is the header.
func (r *tableReader) all() error {
	for {
		cells, err := r.cells.Read()
		size := int(r.cells.InputOffset() - r.passed)
		switch {
		case err == io.EOF:
			return nil
		case err == errLongLine:
			r.list.Add(cellTooLong, diag.Pos{File: r.table.Path, Line: r.text.tail, Col: 1})
			return err
		case err != nil:
			if err := r.mistake(err, size); err != nil {
				return err
			}
			continue
		case filled(cells) == 0: // a spreadsheet's empty row
		case r.table.Columns == nil:
			r.header(cells, r.places(size))
		case len(r.table.Rows) == maxRows:
			r.list.Add(tooManyRows, diag.Pos{File: r.table.Path, Line: r.text.line, Col: 1})
			r.table.Broken = true
			return nil
		default:
			r.row(cells, r.places(size))
		}
		r.passed += int64(size)
		r.text.drop(size)
	}
}

// mistake names what encoding/csv could not read of a row, drops that and
// begins again after it: where a quote is not closed, with the line after the
// one that opens it. It returns an error that is not about the text.
func (r *tableReader) mistake(err error, size int) error {
	var wrong *csv.ParseError
	if !errors.As(err, &wrong) && err != errLongRow {
		return err
	}
	line := r.text.firstLine()
	head := string(r.text.kept[:line])
	open := err == errLongRow || wrong.Err == csv.ErrQuote &&
		(wrong.Line > wrong.StartLine || strings.Count(head, `"`)%2 == 1)
	if open {
		size = line
		r.add(openQuote, newLocator(r.table.Path, head, r.text.line).pos(opening(head)))
	} else {
		r.add(strayQuote, r.places(size)(wrong.Line, wrong.Column))
	}
	r.text.drop(size)
	r.begin()
	return nil
}

// opening is the index of the quote that a line opens and does not close.
func opening(line string) int {
	at, quoted := 0, false
	for i := range len(line) {
		if line[i] != '"' {
			continue
		}
		if quoted = !quoted; quoted && (i == 0 || line[i-1] != '"') {
			at = i
		}
	}
	return at
}

// places turns the lines and columns of encoding/csv, which counts bytes, into
// places of the file, for the row that the first size bytes of the kept text
// are. To be asked in rising order.
func (r *tableReader) places(size int) func(line, col int) diag.Pos {
	text := string(r.text.kept[:size])
	place := newLocator(r.table.Path, text, r.text.line)
	start, current := 0, r.text.line-r.base
	return func(line, col int) diag.Pos {
		for ; current < line; current++ {
			start += strings.IndexByte(text[start:], '\n') + 1
		}
		return place.pos(start + col - 1)
	}
}

// header reads the names of the columns. A column without a name of its own
// gets none, and its cells are passed over.
func (r *tableReader) header(cells []string, at func(line, col int) diag.Pos) {
	known := map[string]diag.Pos{}
	for i, cell := range cells[:min(len(cells), maxColumns)] {
		name, pos := strings.TrimSpace(cell), at(r.cells.FieldPos(i))
		if before, twice := known[name]; twice && name != "" {
			r.list.Add(columnTwice, pos, name).Related = []diag.Pos{before}
			name = ""
		} else if len(name) > maxCell {
			r.list.Add(cellTooLong, pos)
			name = ""
		} else if name == "" {
			r.list.Add(columnUnnamed, pos)
		}
		known[name] = pos
		r.table.Columns = append(r.table.Columns, Field{Name: strings.Clone(name), Pos: pos})
	}
	if len(cells) > maxColumns {
		r.list.Add(tooManyColumns, at(r.cells.FieldPos(maxColumns)), len(cells))
		r.table.Broken = true
	}
}

// row reads one row under the names of the columns.
func (r *tableReader) row(cells []string, at func(line, col int) diag.Pos) {
	columns := r.table.Columns
	start := at(r.cells.FieldPos(0))
	if len(cells) != len(columns) && !r.table.Broken {
		r.add(raggedRow, start, len(cells), len(columns))
	}
	room := min(filled(cells), len(columns))
	row := &Value{Kind: Table, Pos: start, Fields: make([]Field, 0, room)}
	values := make([]Value, room)
	for i, cell := range cells[:min(len(cells), len(columns))] {
		if isBlank(cell) || columns[i].Name == "" {
			continue
		}
		pos := at(r.cells.FieldPos(i))
		if len(cell) > maxCell {
			r.add(cellTooLong, pos)
			continue
		}
		v := &values[len(row.Fields)]
		*v = Value{Kind: Text, Pos: pos, Text: cell}
		row.Fields = append(row.Fields, Field{Name: columns[i].Name, Pos: columns[i].Pos, Value: v})
	}
	r.table.Rows = append(r.table.Rows, row)
}

// filled counts the cells that are not blank.
func filled(cells []string) (n int) {
	for _, cell := range cells {
		if !isBlank(cell) {
			n++
		}
	}
	return n
}

func isBlank(cell string) bool { return strings.TrimSpace(cell) == "" }

// add names a mistake in a row, unless very many were named.
func (r *tableReader) add(code *diag.Code, pos diag.Pos, args ...any) {
	switch {
	case len(r.list) < maxMistakes:
		r.list.Add(code, pos, args...)
	case len(r.list) == maxMistakes:
		r.list.Add(tooManyMistakes, pos, maxMistakes)
	}
}
