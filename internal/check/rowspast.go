package check

// What changed lines tell of rows. A line may be the middle of a row, and where
// a text spans lines it may look like a row: so this gathers too much rather
// than too little, but for rows whose id does not stand on their first line.

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"glashelder/internal/history"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// PastRows is every id that may ever have been that of a row or entry of a data
// file, with the change that put it there or took it away last.
type PastRows struct {
	kinds map[string]map[string]*sight // by kind and id
	heads map[string]*header           // of tables, by the name of contents

	change    *history.Change // the one that lines come from
	kind      string
	next      int  // number of the line that the header may stand on; 0 once it was found
	separator byte // that a line above the header gave; 0 for none
}

// sight is a change of a row: in it, from is -1, or taken out of that parent.
type sight struct {
	change *history.Change
	from   int
}

// contents names the last contents that the row stood in.
func (s sight) contents() string {
	if s.from >= 0 {
		return s.change.Before[s.from]
	}
	return s.change.After
}

// NewPastRows knows nothing yet.
func NewPastRows() *PastRows {
	return &PastRows{kinds: map[string]map[string]*sight{}, heads: map[string]*header{}}
}

// Take learns from one changed line; they come as History.Changes gives them.
func (p *PastRows) Take(c *history.Change, l history.Line) {
	if c != p.change {
		p.begin(c)
	}
	text := l.Text
	if l.Number == 1 {
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
	}
	switch {
	case p.kind == "":
	case !isTable(c.Path):
		for _, id := range entriesIn(text, p.kind) {
			p.note(id, l.From)
		}
	case l.From < 0 && l.Number == p.next:
		p.header(text)
	default:
		p.row(text, l)
	}
}

func isTable(file string) bool { return strings.EqualFold(path.Ext(file), ".csv") }

// begin turns to another change: until its lines say otherwise, a table keeps
// its header.
func (p *PastRows) begin(c *history.Change) {
	p.change, p.kind, p.next, p.separator = c, model.RowsOf(c.Path), 1, 0
	for _, before := range c.Before {
		if h := p.heads[before]; h != nil && c.After != "" {
			p.heads[c.After] = h
		}
	}
}

// header looks for the header on the next line: spreadsheets may put a blank
// line or "sep=;" above it.
func (p *PastRows) header(line []byte) {
	h := headerOf(string(line), p.separator)
	h.line, p.separator = p.next, h.separator
	p.heads[p.change.After] = &h
	if p.next++; h.named {
		p.next = 0
	}
}

// row notes the id of a line that may begin a row.
func (p *PastRows) row(line []byte, l history.Line) {
	contents := sight{p.change, l.From}.contents()
	column, separator := 0, byte(0) // where the header is not known: ids most often come first
	if h := p.heads[contents]; h != nil {
		if l.Number <= h.line || h.named && h.id < 0 {
			return
		}
		column, separator = max(h.id, 0), h.separator
	}
	if separator == 0 {
		separator = separatorOf(string(line))
	}
	if id, _ := cell(line, separator, column); len(id) > 0 {
		p.note(id, l.From)
	}
}

// note remembers the latest sight of an id. That it left one file does not
// count when it came to another first.
func (p *PastRows) note(written []byte, from int) {
	ids := p.kinds[p.kind]
	if ids == nil {
		ids = map[string]*sight{}
		p.kinds[p.kind] = ids
	}
	known := ids[string(written)]
	if known == nil {
		id := locale.Slug(string(written))
		if known = ids[id]; known == nil && id != "" {
			ids[id] = &sight{p.change, from}
		}
	}
	if known != nil && (from < 0 || known.change.Path == p.change.Path) {
		*known = sight{p.change, from}
	}
}

// cell is the cell with this index of a line, without quotes; false where there
// is none.
func cell(line []byte, separator byte, at int) ([]byte, bool) {
	for ; ; at-- {
		end, quoted := 0, false
		for end < len(line) && (quoted || line[end] != separator) {
			if line[end] == '"' {
				quoted = !quoted
			}
			end++
		}
		if at == 0 {
			return bytes.Trim(line[:end], " \t\r\""), true
		}
		if end == len(line) {
			return nil, false
		}
		line = line[end+1:]
	}
}

var (
	// termLine begins an entry of a vocabulary: [id] or ["id"].
	termLine = regexp.MustCompile(`^\s*\[\s*["']?([^\[\]"'.=]+?)["']?\s*\]\s*(?:#.*)?$`)
	// pair is a key of TOML with the beginning of its value.
	pair = regexp.MustCompile(`(?:^|[{,])\s*["']?([\p{L}_-]+)["']?\s*=\s*["']?([^"',{}\[\]\s]*)`)
)

// entriesIn are the ids of entries that a line of a TOML file gives.
func entriesIn(line []byte, kind string) (ids [][]byte) {
	if kind != "budget" {
		if m := termLine.FindSubmatch(line); m != nil {
			ids = append(ids, m[1])
		}
		return ids
	}
	for _, m := range pair.FindAllSubmatch(line, -1) {
		if keyNamed(string(m[1])) == "id" {
			ids = append(ids, m[2])
		}
	}
	return ids
}

// keyNamed is the English name of a key or column in whatever language: the
// site may once have had another.
func keyNamed(name string) string {
	name = strings.TrimSpace(name)
	for _, code := range locale.Codes() {
		if key, known := locale.Get(code).English(name); known {
			return key
		}
	}
	return name
}
