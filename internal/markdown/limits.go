package markdown

// What a text may cost, counted before it is parsed. goldmark needs time or
// memory that grows with the square of some counts; one pass over the lines
// bounds each of them. What must stay true: the counts here are never lower
// than what goldmark will meet, and honest texts stay far below the limits.

import (
	"bytes"

	"glashelder/internal/diag"
)

// The limits. Squares are summed over paragraphs, as inline parsing starts
// anew with each.
const (
	textBytes       = 2 << 20 // bytes of a text
	lineDepth       = 64      // quotes, list items and notes inside each other
	textBlocks      = 100e3   // paragraphs, headings and items; an item with a text is two
	containerWork   = 2e6     // containers that a line may be in, summed over the lines
	bracketWork     = 30e6    // sum of the squares of the brackets in a paragraph
	emphasisWork    = 200e6   // sum of the squares of the runs of *, _ and ~ in a paragraph
	backtickLengths = 16      // different lengths of runs of backticks in a paragraph
	backtickWork    = 2e6     // those times the lines of the paragraph, summed
	tableCells      = 250e3   // cells of all tables
	tableBars       = 3000    // escaped bars on lines with code
	definitionWork  = 50e6    // sum of the squares of the lines that begin with [ in a paragraph
	noteMarks       = 5000    // marks and definitions of notes
)

// refusal says which limit a text passes, and where: an offset in bytes, -1 for
// the text as a whole.
type refusal struct {
	code   *diag.Code
	offset int
	limit  int
}

// measure returns why src may not be parsed, or nil.
func measure(src []byte) *refusal {
	if len(src) > textBytes {
		return &refusal{codeTooLong, -1, textBytes >> 20}
	}
	m := meter{src: src, trustFences: !bytes.Contains(src, []byte("<!--"))}
	for at := 0; at < len(src) && m.refused == nil; {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src) - at
		}
		m.line(src[at:at+end], at)
		at += end + 1
	}
	m.endParagraph()
	return m.refused
}

// meter counts line by line. The fields of paragraph hold for the lines since
// the last place where goldmark surely begins a new one.
type meter struct {
	src         []byte
	trustFences bool   // a comment could hide a fence from goldmark
	fence       []byte // the fence that is open
	markers     []int  // columns of the containers that are open, at most
	previous    []byte // the line before in the same run of lines
	inTable     bool
	columns     int // of the widest delimiter row in this run of lines

	paragraph paragraph

	brackets, emphasis, backticks, definitions, walked int // work so far
	cells, bars, notes, blocks                         int
	refused                                            *refusal
}

type paragraph struct {
	start, lines, brackets, runs, definitions int
	lengths                                   []int // different lengths of runs of backticks
}

func (m *meter) refuse(code *diag.Code, at, limit int) {
	if m.refused == nil {
		m.refused = &refusal{code, at, limit}
	}
}

func (m *meter) line(line []byte, at int) {
	if m.inFence(line) {
		return
	}
	rest := m.containers(line, at)
	if m.walked += len(m.markers); m.walked > containerWork {
		m.refuse(codeBlocks, at, containerWork)
	}
	if len(bytes.TrimLeft(rest, " \t")) == 0 {
		m.endParagraph()
		m.previous, m.inTable, m.columns = nil, false, 0
		return
	}
	m.tables(line, rest, at)
	if m.startsParagraph(line) {
		m.endParagraph()
	}
	if m.paragraph.lines == 0 || isUnderline(rest) || rest[0] == '#' {
		m.block(at)
	}
	if m.paragraph.lines == 0 {
		m.paragraph.start = at
	}
	m.paragraph.lines++
	m.inlines(line, rest)
	m.previous = line
}

// inFence passes over the lines of fenced code, which are not parsed further. A
// fence counts only where nothing can keep goldmark from seeing it: indented by
// less than four blanks, outside containers.
func (m *meter) inFence(line []byte) bool {
	mark := bytes.TrimLeft(line, " ")
	if !m.trustFences || len(line)-len(mark) > 3 {
		return m.fence != nil
	}
	size := 0
	for size < len(mark) && mark[size] == mark[0] && (mark[0] == '`' || mark[0] == '~') {
		size++
	}
	info := bytes.TrimRight(mark[size:], " \t")
	switch {
	case m.fence != nil:
		if size >= len(m.fence) && mark[0] == m.fence[0] && len(info) == 0 {
			m.fence = nil
		}
		return true
	case size < 3 || mark[0] == '`' && bytes.IndexByte(info, '`') >= 0:
		return false
	}
	m.endParagraph()
	m.previous, m.inTable, m.columns = nil, false, 0
	m.fence = mark[:size]
	return true
}

// containers notes the markers of quotes, items and notes that the line begins
// with, and returns what stands behind them. A container stays open at most
// until a marker stands in its column or before it, or until a text without
// indentation follows a blank line.
func (m *meter) containers(line []byte, at int) []byte {
	if m.previous == nil && len(line) > 0 && line[0] > ' ' && markerSize(line) == 0 {
		m.markers = m.markers[:0]
	}
	column := 0
	for i := 0; ; {
		for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
			column = nextColumn(column, line[i])
			i++
		}
		size := markerSize(line[i:])
		if size == 0 || isRule(line[i:]) {
			return line[i:]
		}
		for len(m.markers) > 0 && m.markers[len(m.markers)-1] >= column {
			m.markers = m.markers[:len(m.markers)-1]
		}
		if m.markers = append(m.markers, column); len(m.markers) > lineDepth {
			m.refuse(codeTooDeep, at, lineDepth)
			return nil
		}
		m.block(at)
		column += size
		i += size
	}
}

// block counts a part of the text that goldmark keeps as a node.
func (m *meter) block(at int) {
	if m.blocks++; m.blocks > textBlocks {
		m.refuse(codeBlocks, at, textBlocks)
	}
}

func nextColumn(column int, c byte) int {
	if c == '\t' {
		return column/4*4 + 4
	}
	return column + 1
}

// markerSize returns the length of the container's marker that s begins with:
// ">", "- ", "12. ", "[^a]:"; 0 for none.
func markerSize(s []byte) int {
	if len(s) == 0 {
		return 0
	}
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+':
		return endOfMarker(s, 1)
	case '0' <= c && c <= '9':
		i := 1
		for i < len(s) && i < 9 && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		if i < len(s) && (s[i] == '.' || s[i] == ')') {
			return endOfMarker(s, i+1)
		}
	case bytes.HasPrefix(s, []byte("[^")):
		if end := bytes.Index(s, []byte("]:")); end > 0 {
			return end + 2
		}
	}
	return 0
}

// endOfMarker returns size when a list's marker of that size ends there.
func endOfMarker(s []byte, size int) int {
	if size == len(s) || s[size] == ' ' || s[size] == '\t' {
		return size
	}
	return 0
}

// isRule reports whether s is a thematic break such as "* * *", not items in items.
func isRule(s []byte) bool {
	count := 0
	for _, c := range s {
		switch c {
		case s[0]:
			count++
		case ' ', '\t':
		default:
			return false
		}
	}
	return count >= 3 && (s[0] == '-' || s[0] == '*')
}

// isUnderline reports whether s may make a heading of the line before.
func isUnderline(s []byte) bool {
	s = bytes.TrimSpace(s)
	return len(s) > 0 && (s[0] == '=' || s[0] == '-') && len(bytes.Trim(s, string(s[:1]))) == 0
}

// startsParagraph reports whether inline parsing surely starts anew with line:
// an item, a heading, a row of a table.
func (m *meter) startsParagraph(line []byte) bool {
	start := bytes.TrimLeft(line, " ")
	if len(line)-len(start) > 3 || len(start) < 3 {
		return false
	}
	switch start[0] {
	case '-', '*', '+':
		return start[1] == ' ' && start[2] != ' ' && start[2] != '\t'
	case '#':
		heading := bytes.TrimLeft(start, "#")
		return len(start)-len(heading) <= 6 && len(heading) > 0 && heading[0] == ' '
	case '|':
		return m.inTable
	}
	return false
}

// tables counts the cells that a table of the widest delimiter row so far would
// get for this line, and finds out whether this line is a row for certain.
func (m *meter) tables(line, rest []byte, at int) {
	if columns := delimiterColumns(rest); columns > 0 {
		m.inTable = m.inTable || m.paragraph.lines == 1 && isBarLine(m.previous) && isBarLine(line) && rowCells(m.previous) == columns
		m.columns = max(m.columns, columns)
		m.cells += columns
	}
	m.inTable = m.inTable && isBarLine(line)
	m.cells += m.columns
	if m.cells > tableCells {
		m.refuse(codeTable, at, tableCells)
	}
	if bytes.IndexByte(line, '`') >= 0 {
		if m.bars += bytes.Count(line, []byte(`\|`)); m.bars > tableBars {
			m.refuse(codeTable, at, tableBars)
		}
	}
}

func isBarLine(line []byte) bool { return len(line) > 0 && line[0] == '|' }

// delimiterColumns returns how many columns a delimiter row has (GFM, 4.10); 0
// for a line that is none.
func delimiterColumns(line []byte) int {
	dash := false
	for _, c := range line {
		switch c {
		case '-':
			dash = true
		case '|', ':', ' ', '\t':
		default:
			return 0
		}
	}
	if !dash {
		return 0
	}
	return rowCells(line)
}

// rowCells counts the cells of a row as goldmark does.
func rowCells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	line = bytes.TrimSuffix(line, []byte("|"))
	return bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`)) + 1
}

// inlines counts what inline parsing may go over again and again.
func (m *meter) inlines(line, rest []byte) {
	p := &m.paragraph
	if bytes.HasPrefix(rest, []byte("[")) {
		p.definitions++
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; c {
		case '[':
			p.brackets++
			if i+1 < len(line) && line[i+1] == '^' {
				m.notes++
			}
		case '*', '_', '~':
			if i == 0 || line[i-1] != c {
				p.runs++
			}
		case '`':
			start := i
			for i+1 < len(line) && line[i+1] == '`' {
				i++
			}
			p.backticks(i + 1 - start)
			if start > 0 && line[start-1] == '\\' {
				p.backticks(i - start)
			}
		}
	}
}

// backticks notes the length of a run, while there are not too many yet.
func (p *paragraph) backticks(length int) {
	for _, known := range p.lengths {
		if known == length {
			return
		}
	}
	if len(p.lengths) <= backtickLengths {
		p.lengths = append(p.lengths, length)
	}
}

// endParagraph adds the work of a paragraph to that of the text.
func (m *meter) endParagraph() {
	p := &m.paragraph
	m.brackets += p.brackets * p.brackets
	m.emphasis += p.runs * p.runs
	m.definitions += p.definitions * p.definitions
	m.backticks += len(p.lengths) * p.lines
	switch {
	case m.brackets > bracketWork:
		m.refuse(codeBrackets, p.start, p.brackets)
	case m.emphasis > emphasisWork:
		m.refuse(codeEmphasis, p.start, p.runs)
	case m.definitions > definitionWork:
		m.refuse(codeDefinitions, p.start, p.definitions)
	case len(p.lengths) > backtickLengths || m.backticks > backtickWork:
		m.refuse(codeBackticks, p.start, backtickLengths)
	case m.notes > noteMarks:
		m.refuse(codeNotes, p.start, noteMarks)
	}
	*p = paragraph{lengths: p.lengths[:0]}
}
