package check

// Whole data files as they once were, read for their ids alone. They may never
// have been valid, so what cannot be read is passed over.

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// header is what the first lines of a table say.
type header struct {
	separator          byte // 0 where it is not known
	line               int  // that it stands on
	named              bool // it has columns, and is no line above them
	id, example, draft int  // indexes of columns, or -1
}

// headerOf reads a header of one line. Its separator is the one that occurs
// more often, unless it is given and not 0.
func headerOf(line string, separator byte) header {
	h := header{separator: separator, id: -1, example: -1, draft: -1}
	line = strings.TrimSpace(line)
	if line == "" {
		return h
	}
	if above, ok := strings.CutPrefix(line, "sep="); ok && len(above) == 1 {
		h.separator = above[0]
		return h
	}
	if h.separator == 0 {
		h.separator = separatorOf(line)
	}
	h.named = true
	for i := 0; ; i++ {
		name, ok := cell([]byte(line), h.separator, i)
		if !ok {
			return h
		}
		h.column(i, string(name))
	}
}

func (h *header) column(i int, name string) {
	for key, at := range map[string]*int{"id": &h.id, "example": &h.example, "draft": &h.draft} {
		if *at < 0 && keyNamed(name) == key {
			*at = i
		}
	}
}

// separatorOf is what separates the cells of a line, outside quotes.
func separatorOf(line string) byte {
	more := 0
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 0 {
			more += strings.Count(part, ";") - strings.Count(part, ",")
		}
	}
	if more > 0 {
		return ';'
	}
	return ','
}

// readPast tells of every row or entry in the text of a data file its id, and
// whether it was published for good: no draft, and no example.
func readPast(path string, text []byte, found func(id string, published bool)) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if isTable(path) {
		readPastTable(text, found)
		return
	}
	readPastEntries(string(text), model.RowsOf(path), found)
}

func readPastTable(text []byte, found func(id string, published bool)) {
	h, rest := headerIn(text)
	if h.id < 0 {
		return
	}
	r := csv.NewReader(bytes.NewReader(rest))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = rune(h.separator), -1, true
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil || h.id >= len(cells) {
			continue
		}
		says := func(column int) bool { return column >= 0 && column < len(cells) && isYes(cells[column]) }
		if id := locale.Slug(cells[h.id]); id != "" {
			found(id, !says(h.example) && !says(h.draft))
		}
	}
}

// headerIn finds the header of a table, and what stands under it.
func headerIn(text []byte) (h header, rest []byte) {
	for len(text) > 0 {
		line, after, _ := bytes.Cut(text, []byte("\n"))
		if h = headerOf(string(line), h.separator); h.named {
			return h, after
		}
		text = after
	}
	return header{id: -1}, nil
}

// isYes tells whether a cell or value says yes, as model.Reader has it.
func isYes(text string) bool {
	return slices.Contains([]string{"true", "ja", "waar", "oui", "vrai", "yes", "x", "1"}, strings.ToLower(strings.TrimSpace(text)))
}

// tableLine is a line of TOML that begins a table.
var tableLine = regexp.MustCompile(`^\s*\[[^\]]*\]\]?\s*(?:#.*)?$`)

// readPastEntries reads TOML line by line: an entry begins with the line of its
// table or, inside a list, with its id, and lasts until the next.
func readPastEntries(text, kind string, found func(id string, published bool)) {
	id, published, quoted := "", true, false
	flush := func() {
		if id != "" {
			found(id, published)
		}
		id, published = "", true
	}
	for line := range strings.SplitSeq(text, "\n") {
		inside := quoted
		if (strings.Count(line, `"""`)+strings.Count(line, `'''`))%2 == 1 {
			quoted = !quoted
		}
		if inside {
			continue
		}
		if tableLine.MatchString(line) {
			flush()
		}
		if m := termLine.FindStringSubmatch(line); m != nil && kind != "budget" {
			id = locale.Slug(m[1])
		}
		for _, m := range pair.FindAllStringSubmatch(line, -1) {
			switch key := keyNamed(m[1]); {
			case key == "id" && kind == "budget":
				if id != "" {
					flush()
				}
				id = locale.Slug(m[2])
			case (key == "example" || key == "draft") && isYes(m[2]):
				published = false
			}
		}
	}
	flush()
}
