package source

// TOML is decoded twice: BurntSushi/toml is the authority for what is valid
// and what it means; the scanner in tomltree.go finds where each key and value
// stands and how numbers were written. settle lays the two together. Where
// they differ the decoder is right, and only the place is less exact; a fuzz
// target keeps them the same.

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"glashelder/internal/diag"
	"glashelder/internal/privacy"
)

// parseTOML reads TOML text whose first line has the given number in its file.
// The table is empty, and ok false, where the text is not valid.
func parseTOML(file, text string, first int) (table *Value, list diag.List, ok bool) {
	place := newLocator(file, text, first)
	empty := &Value{Kind: Table, Pos: place.pos(0)}
	if code, at := tomlLimits(text); code != nil {
		list.Add(code, place.pos(at))
		return empty, list, false
	}
	decoded, err := decodeTOML(text)
	if err != nil {
		return empty, tomlMistake(err, place), false
	}
	s := settler{}
	table = s.table(scanTOML(place), decoded)
	unspoilValues(table, &list)
	return table, list, true
}

// decodeTOML is toml.Decode, but an unforeseen panic of the decoder on text
// from strangers comes out as an error.
func decodeTOML(text string) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	_, err = toml.Decode(text, &tree)
	return tree, err
}

// settler lays scanned values and decoded ones together. Missed counts the
// places where the scanner was wrong: none, as far as we know.
type settler struct {
	missed int
}

// table makes the fields of scanned those of decoded, in written order.
func (s *settler) table(scanned *Value, decoded map[string]any) *Value {
	seen := make(map[string]bool, len(scanned.Fields))
	kept := scanned.Fields[:0]
	for _, f := range scanned.Fields {
		d, known := decoded[f.Name]
		if !known || seen[f.Name] {
			s.missed++
			continue
		}
		seen[f.Name] = true
		f.Value = s.value(f.Value, d)
		kept = append(kept, f)
	}
	scanned.Fields = kept
	if len(kept) == len(decoded) {
		return scanned
	}
	for _, name := range slices.Sorted(maps.Keys(decoded)) {
		if !seen[name] {
			v := s.value(&Value{Kind: -1, Pos: scanned.Pos}, decoded[name])
			scanned.Fields = append(scanned.Fields, Field{Name: name, Pos: scanned.Pos, Value: v})
		}
	}
	return scanned
}

// value returns scanned where it is of decoded's kind, else what decoded says.
func (s *settler) value(scanned *Value, decoded any) *Value {
	kind, text := decodedScalar(decoded)
	if scanned.Kind != kind {
		s.missed++
		scanned = &Value{Kind: kind, Pos: scanned.Pos, Text: text}
	}
	switch d := decoded.(type) {
	case string:
		scanned.Text = d
	case map[string]any:
		return s.table(scanned, d)
	case []map[string]any:
		s.items(scanned, len(d), func(i int) any { return d[i] })
	case []any:
		s.items(scanned, len(d), func(i int) any { return d[i] })
	}
	return scanned
}

func (s *settler) items(scanned *Value, n int, decoded func(int) any) {
	if len(scanned.Items) > n {
		s.missed++
		scanned.Items = scanned.Items[:n]
	}
	for i := range n {
		if i == len(scanned.Items) {
			scanned.Items = append(scanned.Items, &Value{Kind: -1, Pos: scanned.Pos})
		}
		scanned.Items[i] = s.value(scanned.Items[i], decoded(i))
	}
}

// decodedScalar is the kind of a decoded value and, for a scalar, its text.
func decodedScalar(decoded any) (Kind, string) {
	switch d := decoded.(type) {
	case string:
		return Text, d
	case bool:
		return Bool, fmt.Sprint(d)
	case time.Time:
		return Date, decodedTime(d)
	case map[string]any:
		return Table, ""
	case []any, []map[string]any:
		return List, ""
	}
	return Number, fmt.Sprint(decoded)
}

// decodedTime writes t in ISO form; the decoder tells what was written by the
// name of the zone.
func decodedTime(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format("2006-01-02")
	case "time-local":
		return t.Format("15:04:05.999999999")
	case "datetime-local":
		return t.Format("2006-01-02T15:04:05.999999999")
	}
	return t.Format(time.RFC3339Nano)
}

// tomlMistake turns an error of the decoder into a diagnostic at its place.
func tomlMistake(err error, place *locator) (list diag.List) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		list.Add(tomlOther, place.pos(0), strings.TrimSpace(err.Error()))
		return list
	}
	arg := cmp.Or(between(parse.Message, '"'), between(parse.Message, '\''), parse.Message)
	for _, m := range tomlMistakes {
		if strings.Contains(parse.Message, m.says) {
			list.Add(m.code, place.pos(parse.Position.Start), arg)
			return list
		}
	}
	list.Add(tomlOther, place.pos(parse.Position.Start), parse.Message)
	return list
}

// between is what stands between the first and the last quote of a message.
func between(message string, quote byte) string {
	from, to := strings.IndexByte(message, quote), strings.LastIndexByte(message, quote)
	if from < 0 || to <= from+1 {
		return ""
	}
	return message[from+1 : to]
}

// parseData reads one TOML data file.
func parseData(path string, raw []byte) (*DataFile, diag.List) {
	text, list, isText := cleanText(path, raw)
	root, mistakes, ok := parseTOML(path, string(text), 1)
	data := &DataFile{Path: path, Root: root, Findings: privacy.Find(text), Broken: !isText || !ok}
	return data, append(list, mistakes...)
}
