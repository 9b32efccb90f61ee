package table

import (
	"strings"
	"unicode/utf8"
)

// JSON writes the table as one object, a row a line: its title, page,
// language, notes, columns, rows and total (null where there is none); a bare
// table has no notes and no columns. Values
// stand under Column.Key, in the order of the columns: money and shares as
// numbers with two decimals (euros, per cent), flags as booleans, empty cells
// as null. It ends in a line end.
func (t *Table) JSON() []byte {
	keys := t.jsonKeys()
	b := make([]byte, 0, t.size()+len(t.Rows)*len(strings.Join(keys, "")))
	b = appendMember(b, `{"title":`, t.Title)
	b = appendMember(b, `,"page":`, t.Page)
	b = appendMember(b, `,"language":`, t.Language)
	if !t.Bare {
		b = t.appendExplanation(b)
	}
	b = append(b, ",\n\"rows\":["...)
	for i, row := range t.Rows {
		b = append(append(b, comma(i)...), '\n')
		b = t.appendObject(b, keys, row)
	}
	b = append(b, "],\n\"total\":"...)
	if t.Total == nil {
		return append(b, "null}\n"...)
	}
	return append(t.appendObject(b, keys, t.Total), "}\n"...)
}

// appendExplanation writes the notes, and what each column means.
func (t *Table) appendExplanation(b []byte) []byte {
	b = append(b, ",\n\"notes\":["...)
	for i, note := range t.Notes {
		b = appendMember(b, comma(i), note)
	}
	b = append(b, "],\n\"columns\":["...)
	for i, c := range t.Columns {
		b = appendMember(b, comma(i)+"\n{\"key\":", c.Key)
		b = appendMember(b, `,"title":`, c.Title)
		b = appendMember(b, `,"meaning":`, c.Meaning)
		b = appendMember(b, `,"type":`, c.Kind.String())
		b = append(b, '}')
	}
	return append(b, ']')
}

// comma is what stands before the i-th of a list.
func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

// jsonKeys is what stands before the value of each column in an object.
func (t *Table) jsonKeys() []string {
	keys := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = string(appendString([]byte(comma(i)), c.Key)) + ":"
	}
	return keys
}

// appendMember writes what stands before a string, and the string.
func appendMember(b []byte, before, text string) []byte {
	return appendString(append(b, before...), text)
}

func (t *Table) appendObject(b []byte, keys []string, row []Cell) []byte {
	b = append(b, '{')
	for i, column := range t.Columns {
		b = append(b, keys[i]...)
		b = appendValue(b, column.Kind, at(row, i))
	}
	return append(b, '}')
}

func appendValue(b []byte, k Kind, c Cell) []byte {
	switch {
	case c.Empty(k):
		return append(b, "null"...)
	case !c.isValue(k):
		return appendString(b, c.forMachines())
	case k != Flag:
		return appendNumber(b, c.Number, k, '.')
	case c.Number != 0:
		return append(b, "true"...)
	}
	return append(b, "false"...)
}

// appendString writes text as encoding/json does, byte for byte: also <, > and
// &, so that it is harmless in HTML, and the line ends of JavaScript, are escaped.
func appendString(b []byte, text string) []byte {
	b = append(b, '"')
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(b, `\ufffd`...)
		case r < 0x20 || strings.ContainsRune("\"\\<>&\u2028\u2029", r):
			b = appendEscape(b, r)
		default:
			b = append(b, text[i:i+size]...)
		}
		i += size
	}
	return append(b, '"')
}

func appendEscape(b []byte, r rune) []byte {
	if i := strings.IndexRune("\"\\\b\f\n\r\t", r); i >= 0 {
		return append(b, '\\', `"\bfnrt`[i])
	}
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
