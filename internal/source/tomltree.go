package source

// A scanner that finds where keys and values stand in TOML (toml.io/en/v1.0.0).
// It only sees text that the decoder accepts, so it need not find mistakes; on
// anything it does not understand it stops. It must never be slower than
// linear: tables are found through an index, not by searching.

import (
	"strconv"
	"strings"

	"glashelder/internal/diag"
)

// tomlScanner walks over text once and builds the tree of tables.
type tomlScanner struct {
	text  string
	at    int
	place *locator
	index map[slot]*Value // tables and arrays of tables that later lines may add to
}

// slot is a key of a table.
type slot struct {
	table *Value
	name  string
}

// keyPart is one of the parts that dots separate in a key.
type keyPart struct {
	name string
	pos  diag.Pos
}

// scanTOML returns the root table. The text of quoted values is left to the
// decoder and is empty here.
func scanTOML(place *locator) *Value {
	s := &tomlScanner{text: place.text, place: place, index: map[slot]*Value{}}
	root := &Value{Kind: Table, Pos: place.pos(0)}
	here := root
	for s.skip(); s.at < len(s.text); s.skip() {
		before := s.at
		if s.peek() == '[' {
			here = s.header(root)
		} else {
			s.pair(here)
		}
		if s.at == before {
			break
		}
	}
	return root
}

func (s *tomlScanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// skip passes over white space, new lines and comments.
func (s *tomlScanner) skip() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n':
			s.at++
		case '#':
			s.until("\n")
		default:
			return
		}
	}
}

// until moves to the first of any of the bytes in stops, or to the end.
func (s *tomlScanner) until(stops string) string {
	from := s.at
	if i := strings.IndexAny(s.text[from:], stops); i >= 0 {
		s.at += i
	} else {
		s.at = len(s.text)
	}
	return s.text[from:s.at]
}

// header reads "[a.b]" or "[[a.b]]" and returns the table it opens.
func (s *tomlScanner) header(root *Value) *Value {
	pos := s.place.pos(s.at)
	width := 1
	if strings.HasPrefix(s.text[s.at:], "[[") {
		width = 2
	}
	s.at += width
	parts := s.key()
	s.at = min(s.at+width, len(s.text))
	last := parts[len(parts)-1]
	parent := s.descend(root, parts[:len(parts)-1])
	if width == 1 {
		return s.child(parent, last, pos)
	}
	list := s.index[slot{parent, last.name}]
	if list == nil {
		list = s.put(parent, last, &Value{Kind: List, Pos: pos})
	}
	item := &Value{Kind: Table, Pos: pos}
	list.Items = append(list.Items, item)
	return item
}

// pair reads "a.b = value" into a table.
func (s *tomlScanner) pair(table *Value) {
	parts := s.key()
	s.at = min(s.at+1, len(s.text)) // =
	s.skip()
	last := parts[len(parts)-1]
	table = s.descend(table, parts[:len(parts)-1])
	table.Fields = append(table.Fields, Field{Name: last.name, Pos: last.pos, Value: s.value()})
}

// descend follows parts from a table, making tables on its way; of an array of
// tables it takes the last.
func (s *tomlScanner) descend(table *Value, parts []keyPart) *Value {
	for _, p := range parts {
		table = s.child(table, p, p.pos)
	}
	return table
}

func (s *tomlScanner) child(table *Value, p keyPart, pos diag.Pos) *Value {
	v := s.index[slot{table, p.name}]
	if v == nil {
		v = s.put(table, p, &Value{Kind: Table, Pos: pos})
	}
	if v.Kind == List {
		return v.Items[len(v.Items)-1]
	}
	return v
}

func (s *tomlScanner) put(table *Value, p keyPart, v *Value) *Value {
	s.index[slot{table, p.name}] = v
	table.Fields = append(table.Fields, Field{Name: p.name, Pos: p.pos, Value: v})
	return v
}

// key reads the parts of a key, up to the byte that ends it. There is always
// at least one part.
func (s *tomlScanner) key() (parts []keyPart) {
	for {
		s.blanks()
		pos := s.place.pos(s.at)
		name := ""
		if c := s.peek(); c == '"' || c == '\'' {
			name = s.quotedKey(c)
		} else {
			name = s.until(" \t\n.=]#\"'")
		}
		parts = append(parts, keyPart{name, pos})
		s.blanks()
		if s.peek() != '.' {
			return parts
		}
		s.at++
	}
}

func (s *tomlScanner) blanks() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.at++
	}
}

func (s *tomlScanner) quotedKey(quote byte) string {
	from := s.at + 1
	s.pass(string(quote), quote == '"')
	body := s.text[from:max(from, s.at-1)]
	if quote == '"' {
		return unescape(body)
	}
	return body
}

// pass moves over a string that mark opens and closes.
func (s *tomlScanner) pass(mark string, escapes bool) {
	s.at += len(mark)
	for s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], mark) {
		if escapes && s.text[s.at] == '\\' {
			s.at++
		}
		s.at++
	}
	s.at = min(s.at+len(mark), len(s.text))
}

// value reads one value of any kind.
func (s *tomlScanner) value() *Value {
	v := &Value{Pos: s.place.pos(s.at)}
	switch c := s.peek(); c {
	case '"', '\'':
		s.passText(c)
	case '[':
		v.Kind = List
		s.list(v)
	case '{':
		v.Kind = Table
		s.inline(v)
	default:
		bareValue(v, strings.TrimRight(s.until(",]}#\n"), " \t"))
	}
	return v
}

// passText moves over the text that a quote opens, on one line or on several.
func (s *tomlScanner) passText(quote byte) {
	mark := string(quote)
	several := strings.HasPrefix(s.text[s.at:], mark+mark+mark)
	if several {
		mark = mark + mark + mark
	}
	s.pass(mark, quote == '"')
	for n := 0; several && n < 2 && s.peek() == quote; n++ {
		s.at++ // the text itself ends in one or two quotes
	}
}

func (s *tomlScanner) list(v *Value) {
	for s.at++; ; {
		s.skip()
		switch s.peek() {
		case 0:
			return
		case ']':
			s.at++
			return
		case ',':
			s.at++
		default:
			before := s.at
			v.Items = append(v.Items, s.value())
			if s.at == before {
				return
			}
		}
	}
}

func (s *tomlScanner) inline(v *Value) {
	for s.at++; ; {
		s.skip()
		switch s.peek() {
		case 0:
			return
		case '}':
			s.at++
			return
		case ',':
			s.at++
		default:
			before := s.at
			s.pair(v)
			if s.at == before {
				return
			}
		}
	}
}

// bareValue fills v from a value that stands without quotes or brackets.
func bareValue(v *Value, word string) {
	switch {
	case word == "true" || word == "false":
		v.Kind, v.Text = Bool, word
	case isDate(word):
		v.Kind, v.Text = Date, isoDate(word)
	default:
		v.Kind, v.Text = Number, strings.ReplaceAll(word, "_", "")
	}
}

// isDate tells a date, or a time, from a number by its shape: the fifth or the
// third character.
func isDate(word string) bool {
	return len(word) > 4 && word[4] == '-' && digits(word[:4]) || len(word) > 2 && word[2] == ':' && digits(word[:2])
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isoDate writes "2021-11-27 10:00:00z" as "2021-11-27T10:00:00Z".
func isoDate(word string) string {
	return strings.ToUpper(strings.Replace(word, " ", "T", 1))
}

// unescape resolves the escapes of a basic string on one line (TOML 1.0,
// section String; \e and \x are of TOML 1.1).
func unescape(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 || i+1 >= len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		letter, width := s[i+1], 0
		switch letter {
		case 'x':
			width = 2
		case 'u':
			width = 4
		case 'U':
			width = 8
		default:
			const letters, meanings = "btnfre\"\\", "\b\t\n\f\r\x1b\"\\"
			if k := strings.IndexByte(letters, letter); k >= 0 {
				b.WriteByte(meanings[k])
			}
		}
		s = s[i+2:]
		if width > 0 {
			width = min(width, len(s))
			n, _ := strconv.ParseUint(s[:width], 16, 32)
			b.WriteRune(rune(n))
			s = s[width:]
		}
	}
}
