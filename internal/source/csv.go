package source

// Tables come from spreadsheets, so they are read as those write them: comma,
// semicolon or tab, "sep=;", byte-order mark, quoted line ends, rows and
// columns of empty cells. encoding/csv cuts the cells (RFC 4180); this file gives them names
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

	named   int          // columns up to and with the last that has a name
	unnamed map[int]bool // columns without a name, as long as nothing stands in them
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
	r.table.Findings = r.text.findings
	return r.table, append(r.text.list, r.list...), err
}

// separator decides between comma, semicolon and tab: what a first line "sep=;"
// says, else the one that occurs most often in the header.
func (r *tableReader) separator() {
	size := r.text.firstLine()
	first := strings.TrimLeft(string(r.text.kept[:size]), " \n")
	sep, ok := strings.CutPrefix(strings.Trim(first, "\"\n "), "sep=")
	if ok && len(sep) == 1 && strings.Contains(separators, sep) {
		r.table.Separator = sep[0]
		r.text.drop(size)
		return
	}
	r.table.Separator = mostIn(first)
}

const separators = ",;\t"

// mostIn is the separator that a header has most of, outside its quotes.
func mostIn(header string) byte {
	best, most := separators[0], 0
	for i := range len(separators) {
		count := 0
		for j, part := range strings.Split(header, `"`) {
			if j%2 == 0 {
				count += strings.Count(part, separators[i:i+1])
			}
		}
		if count > most {
			best, most = separators[i], count
		}
	}
	return best
}

// begin starts encoding/csv on the text that is kept.
func (r *tableReader) begin() {
	r.text.next = 0
	r.base, r.passed = r.text.line-1, 0
	r.cells = csv.NewReader(r.text)
	r.cells.FieldsPerRecord = -1
	r.cells.ReuseRecord = true
	r.cells.Comma = rune(r.table.Separator)
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
// gets none, and its cells are passed over; that is a mistake once one of them
// is filled.
func (r *tableReader) header(cells []string, at func(line, col int) diag.Pos) {
	known := map[string]diag.Pos{}
	r.unnamed = map[int]bool{}
	for i, cell := range cells[:min(len(cells), maxColumns)] {
		name, pos := strings.TrimSpace(cell), at(r.cells.FieldPos(i))
		if before, twice := known[name]; twice && name != "" {
			r.list.Add(columnTwice, pos, name).Related = []diag.Pos{before}
			name = ""
		} else if len(name) > maxCell {
			r.list.Add(cellTooLong, pos)
			name = ""
		} else if name == "" {
			r.unnamed[i] = true
		}
		if known[name] = pos; !r.unnamed[i] {
			r.named = i + 1
		}
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
	ragged := !r.table.Broken && !r.fits(cells)
	if ragged {
		r.add(raggedRow, start, len(cells), r.named)
	}
	row := &Row{Pos: start, Cells: make([]Cell, 0, min(filled(cells), len(columns))), Ragged: ragged}
	for i, cell := range cells[:min(len(cells), len(columns))] {
		if isBlank(cell) {
			continue
		}
		if columns[i].Name == "" {
			r.nameless(i)
			continue
		}
		pos := at(r.cells.FieldPos(i))
		if len(cell) > maxCell {
			r.add(cellTooLong, pos)
			continue
		}
		row.Cells = append(row.Cells, Cell{Text: cell, Line: pos.Line, Col: int32(pos.Col), Column: int32(i)})
	}
	r.table.Rows = append(r.table.Rows, row)
}

// fits tells whether a row has a cell for each column that has a name, and no
// filled cell beyond the header. A spreadsheet writes as many cells as its
// widest row has.
func (r *tableReader) fits(cells []string) bool {
	width := len(cells)
	for width > len(r.table.Columns) && isBlank(cells[width-1]) {
		width--
	}
	return len(cells) >= r.named && width <= len(r.table.Columns)
}

// nameless reports, once, that something stands in a column without a name.
func (r *tableReader) nameless(column int) {
	if r.unnamed[column] {
		r.list.Add(columnUnnamed, r.table.Columns[column].Pos)
		delete(r.unnamed, column)
	}
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
	r.table.Partial = true
	switch {
	case len(r.list) < maxMistakes:
		r.list.Add(code, pos, args...)
	case len(r.list) == maxMistakes:
		r.list.Add(tooManyMistakes, pos, maxMistakes)
	}
}
