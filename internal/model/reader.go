package model

// A Reader asks one table (front matter, a row, an entry of a data file) for
// its keys by name and type. The asking is the schema: what nobody asked for is
// an unknown key, and a Reader that describes instead of reads gives the list
// behind `fields`, `schema`, `new` and the manual (see describe.go).
//
// What must stay true: a method returns a usable zero for a missing or wrong
// value and never stops; every mistake is in the list, at the place it was
// written.

import (
	"slices"
	"strings"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// Reader reads one table of one file.
type Reader struct {
	kind    string // English name of the kind or table, for help texts
	file    string
	pos     diag.Pos // where the table begins
	lang    *locale.Language
	zone    *time.Location
	decimal byte // how amounts of this file are written: ',' '.' or 0 for either
	cells   bool // a row of a table: lists are text with separators

	fields fields
	asked  []Key
	// Shared by the readers of one record.
	record *record
}

// record is what the readers of one document, row or entry collect together.
type record struct {
	diags    diag.List
	links    []link
	insights []*InsightRef
	controls []Control
	tooLarge []Unfit
	describe bool
	table    *tableNotes // of the table that the row is of; nil for what is no row
	from     Document
}

// usualKeys is more than most kinds have.
const usualKeys = 48

// saidOfTable tells whether the lack of a column was reported for all rows.
func (rec *record) saidOfTable(key string) bool { return rec.table != nil && rec.table.absent[key] }

// newReader prepares table for asking; two names of one key in one table are
// reported here.
func (d *decoder) newReader(kind, file string, pos diag.Pos, table *source.Value, rec *record) *Reader {
	r := &Reader{
		kind: kind, file: file, pos: pos, lang: d.lang, zone: d.zone,
		decimal: d.decimalOf(file), record: rec, asked: make([]Key, 0, usualKeys),
	}
	r.take(table)
	return r
}

// rowReader prepares a row for asking.
func (d *decoder) rowReader(kind string, t *tableNotes, row *source.Row) *Reader {
	return &Reader{
		kind: kind, file: t.csv.Path, pos: row.Pos, lang: d.lang, zone: d.zone, decimal: t.decimal,
		cells: true, fields: rowFields{t, row}, record: &record{table: t}, asked: t.asked[:0],
	}
}

// take files the written fields of a table, which may be nil, under their
// English names.
func (r *Reader) take(table *source.Value) {
	taken := keyFields{}
	r.fields = taken
	if table == nil {
		return
	}
	for _, f := range table.Fields {
		name := english(r.lang, f.Name)
		if first, twice := taken[name]; twice {
			d := r.record.diags.Add(CodeKeyTwice, f.Pos, f.Name, first.Name)
			d.Related = append(d.Related, first.Pos)
			continue
		}
		taken[name] = f
	}
}

// sub makes a reader for a table inside the one of r.
func (r *Reader) sub(key string, v *source.Value) *Reader {
	s := &Reader{
		kind: r.kind + "." + key, file: r.file, lang: r.lang, zone: r.zone,
		decimal: r.decimal, record: r.record, pos: r.pos,
	}
	if v != nil {
		s.pos = v.Pos
	}
	s.take(v)
	return s
}

// ask notes that key is part of the schema and returns what was written there.
func (r *Reader) ask(key string, t Type) (source.Field, bool) {
	r.asked = append(r.asked, Key{Name: key, Type: t})
	f, ok := r.fields.get(key)
	return f, ok && f.Value != nil
}

// last is the schema entry of the key asked for most recently.
func (r *Reader) last() *Key { return &r.asked[len(r.asked)-1] }

// Has tells whether key was written, without asking for it.
func (r *Reader) Has(key string) bool {
	f, ok := r.fields.get(key)
	return ok && f.Value != nil && (f.Value.Text != "" || len(f.Value.Items) > 0 || len(f.Value.Fields) > 0)
}

// At is the place of key's value, or of the table when key was not written.
func (r *Reader) At(key string) diag.Pos {
	if f, ok := r.fields.get(key); ok && f.Value != nil {
		return f.Value.Pos
	}
	return r.pos
}

// Require reports the keys that were not written or stand empty, where they
// stand; they have been or will be asked for.
func (r *Reader) Require(keys ...string) {
	for _, key := range keys {
		for i := range r.asked {
			if r.asked[i].Name == key {
				r.asked[i].Required = true
			}
		}
		if !r.record.describe && !r.record.saidOfTable(key) && !r.Has(key) {
			r.record.diags.Add(r.ofColumn(CodeKeyMissing, columnEmpty), r.At(key), r.lang.Key(key))
		}
	}
}

// ofColumn is the code for a row of a table instead of that for any other.
func (r *Reader) ofColumn(code, column *diag.Code) *diag.Code {
	if r.cells {
		return column
	}
	return code
}

func (r *Reader) wrong(key string, f source.Field, t Type) {
	r.record.diags.Add(CodeWrongType, f.Value.Pos, f.Name, r.lang.Word("type."+string(t)))
}

// scalar returns the written text of a single value; false when there is none
// or it is a list or table.
func (r *Reader) scalar(key string, t Type) (source.Field, bool) {
	f, ok := r.ask(key, t)
	if !ok {
		return f, false
	}
	if f.Value.Kind == source.List || f.Value.Kind == source.Table {
		r.wrong(key, f, t)
		return f, false
	}
	return f, f.Value.Text != ""
}

// Text reads text; numbers and dates are taken as they were written.
func (r *Reader) Text(key string) string {
	f, ok := r.scalar(key, TypeText)
	if !ok {
		return ""
	}
	text := strings.TrimSpace(f.Value.Text)
	if r.cells {
		return unguarded(text)
	}
	return text
}

// Texts reads a list of texts; a single one is accepted. In a row the texts
// are separated by ";" or "|".
func (r *Reader) Texts(key string) []string {
	var out []string
	for _, v := range r.list(key, TypeTexts, ";|") {
		out = append(out, v.Text)
	}
	return out
}

// list returns the scalar items of a list, or the single value.
func (r *Reader) list(key string, t Type, separators string) []*source.Value {
	f, ok := r.ask(key, t)
	if !ok {
		return nil
	}
	items := f.Value.Items
	switch f.Value.Kind {
	case source.Table:
		r.wrong(key, f, t)
		return nil
	case source.List:
	default:
		items = []*source.Value{f.Value}
		if r.cells {
			items = split(f.Value, separators)
		}
	}
	var out []*source.Value
	for _, v := range items {
		if v.Kind == source.List || v.Kind == source.Table {
			r.record.diags.Add(CodeWrongType, v.Pos, f.Name, r.lang.Word("type."+string(t)))
			continue
		}
		if strings.TrimSpace(v.Text) != "" {
			out = append(out, v)
		}
	}
	return out
}

// split cuts a cell into its parts; each keeps the place of its own first character.
func split(cell *source.Value, separators string) []*source.Value {
	var out []*source.Value
	col, start, startCol := 0, -1, 0
	flush := func(end int) {
		if start < 0 {
			return
		}
		part := *cell
		part.Text = strings.TrimSpace(cell.Text[start:end])
		part.Pos.Col += startCol
		out = append(out, &part)
		start = -1
	}
	for i, c := range cell.Text {
		switch {
		case strings.ContainsRune(separators, c):
			flush(i)
		case start < 0 && c != ' ':
			start, startCol = i, col
		}
		col++
	}
	flush(len(cell.Text))
	return out
}

// Table reads a table under key with f, which also runs when nothing was
// written, on an empty reader, if f is needed to describe the schema.
func (r *Reader) Table(key string, f func(*Reader)) bool {
	field, ok := r.ask(key, TypeTable)
	entry := len(r.asked) - 1
	if r.record.describe {
		s := r.sub(key, nil)
		f(s)
		r.asked[entry].Keys = s.asked
		return false
	}
	if !ok {
		return false
	}
	if field.Value.Kind != source.Table {
		r.wrong(key, field, TypeTable)
		return false
	}
	s := r.sub(key, field.Value)
	f(s)
	s.finish()
	return true
}

// Tables reads a list of tables under key, each with f; a single table is accepted.
func (r *Reader) Tables(key string, f func(*Reader)) {
	field, ok := r.ask(key, TypeTables)
	entry := len(r.asked) - 1
	if r.record.describe {
		s := r.sub(key, nil)
		f(s)
		r.asked[entry].Keys = s.asked
		return
	}
	if !ok {
		return
	}
	items := field.Value.Items
	if field.Value.Kind == source.Table {
		items = []*source.Value{field.Value}
	} else if field.Value.Kind != source.List {
		r.wrong(key, field, TypeTables)
	}
	for _, v := range items {
		if v.Kind != source.Table {
			r.record.diags.Add(CodeWrongType, v.Pos, field.Name, r.lang.Word("type.tables"))
			continue
		}
		s := r.sub(key, v)
		f(s)
		s.finish()
	}
}

// finish reports every key that nobody asked for.
func (r *Reader) finish() {
	if r.record.describe {
		return
	}
	if r.record.table != nil {
		r.record.table.asked = r.asked // room for the next row
	}
	for _, name := range r.fields.names() {
		if names(r.asked, name) || r.cells && slices.Contains(computed(r.kind), name) {
			continue
		}
		f, _ := r.fields.get(name)
		if r.belongsAbove(name) {
			r.record.diags.Add(CodeKeyPlace, f.Pos, f.Name, r.lang.Key(r.kind[strings.LastIndexByte(r.kind, '.')+1:]))
		} else {
			d := r.record.diags.Add(r.ofColumn(CodeKeyUnknown, columnUnknown), f.Pos, f.Name)
			d.Near = diag.Near(f.Name, r.askedNames())
		}
	}
}

func names(keys []Key, name string) bool {
	return slices.ContainsFunc(keys, func(k Key) bool { return k.Name == name })
}

// belongsAbove tells whether a key that a table does not have is one of the
// document around it: in TOML, what stands under a line in brackets is part of
// that table.
func (r *Reader) belongsAbove(name string) bool {
	kind, _, inside := strings.Cut(r.kind, ".")
	return inside && names(Describe(kind), name)
}

// askedNames lists the keys asked for under both of their names.
func (r *Reader) askedNames() []string {
	var names []string
	for _, k := range r.asked {
		names = append(names, k.Name, r.lang.Key(k.Name))
	}
	return names
}
