package model

// Tables of data/: rows to allocations, organisations and payments. What must
// stay true: what is wrong with a table is said once, not once a row, and a row
// that could not be cut into its cells has that one message.

import (
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/source"
)

// tableNotes is what the rows of one table share.
type tableNotes struct {
	csv      *source.CSV
	keys     []string        // of the columns, by their English names
	decimal  byte            // as in Reader
	asked    []Key           // room for what one row is asked
	absent   map[string]bool // columns that the table lacks: said once for all rows
	dayFirst bool            // a date with the day first was reported
}

// cell is the first filled cell of a row under a key.
func (t *tableNotes) cell(row *source.Row, key string) (source.Cell, bool) {
	for _, c := range row.Cells {
		if t.keys[c.Column] == key {
			return c, true
		}
	}
	return source.Cell{}, false
}

// rowFields are the fields of a row.
type rowFields struct {
	table *tableNotes
	row   *source.Row
}

func (r rowFields) get(key string) (source.Field, bool) {
	c, ok := r.table.cell(r.row, key)
	if !ok {
		return source.Field{}, false
	}
	return r.table.csv.Field(c), true
}

func (r rowFields) names() []string {
	names := make([]string, len(r.row.Cells))
	for i, c := range r.row.Cells {
		names[i] = r.table.keys[c.Column]
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tableKind is what the rows of a table are, by where it stands.
func tableKind(file string) string {
	switch {
	case file == "data/organisaties.csv", strings.HasPrefix(file, "data/organisaties/"):
		return "organisation"
	case strings.HasPrefix(file, "data/toelagen/"), file == "data/toelagen.csv":
		return "allocation"
	case strings.HasPrefix(file, "data/betalingen/"), file == "data/betalingen.csv":
		return "payment"
	}
	return ""
}

// table decodes the rows of a table, but for its total.
func (d *decoder) table(table *source.CSV, kind string) (docs []decoded, payments []*Payment, recs []*record) {
	rec := &record{}
	notes := d.columns(table, kind, rec)
	recs = append(recs, rec)
	if table.Broken || table.Partial || len(table.Columns) == 0 || notes.absent["id"] {
		d.partial[kind] = true
	}
	k, _ := kindNamed(kind)
	for _, row := range d.itemsOf(notes, kind, rec) {
		r := d.rowReader(kind, notes, row)
		if kind == "payment" {
			p := decodePayment(r)
			r.finish()
			if row.Ragged {
				r.record.silence()
				p.HasAmount = false
			}
			payments, recs = append(payments, p), append(recs, r.record)
			continue
		}
		entry := d.entry(r, k, "")
		if a, ok := entry.doc.(*Allocation); ok {
			a.Stated = r.stated()
			a.unread, a.Unsure = a.unread || row.Ragged, a.Unsure || row.Ragged
		}
		if row.Ragged {
			entry.rec.silence()
		}
		docs = append(docs, entry)
	}
	return docs, payments, recs
}

// silence forgets what is wrong in a row whose cells may stand under the wrong
// columns; an error says so. Where it refers to is not known either.
func (rec *record) silence() { rec.diags, rec.links, rec.tooLarge = nil, nil, nil }

// columns reports the columns that every table needs and this one lacks, also
// when it has no rows, and those that are two names for one key.
func (d *decoder) columns(table *source.CSV, kind string, rec *record) *tableNotes {
	notes := &tableNotes{csv: table, decimal: d.decimalOf(table.Path), absent: map[string]bool{}}
	for _, c := range table.Columns {
		notes.keys = append(notes.keys, english(d.lang, c.Name))
	}
	if len(table.Columns) == 0 {
		if !table.Broken && !table.Partial { // else an error says why
			rec.diags.Add(CodeTableEmpty, diag.Pos{File: table.Path})
		}
		return notes
	}
	has := map[string]source.Field{}
	for i, c := range table.Columns {
		key := notes.keys[i]
		if first, twice := has[key]; twice && c.Name != "" {
			related := rec.diags.Add(CodeKeyTwice, c.Pos, c.Name, first.Name)
			related.Related = append(related.Related, first.Pos)
			continue
		}
		has[key] = c
	}
	for _, name := range needed(kind) {
		if _, ok := has[name]; !ok && !notes.absent[name] {
			notes.absent[name] = true
			rec.diags.Add(CodeColumnMissing, diag.Pos{File: table.Path, Line: 1, Col: 1}, d.lang.Key(name))
		}
	}
	return notes
}

// needed are the columns that every row of a table fills in.
func needed(kind string) []string {
	names := []string{"id"}
	if kind != "payment" {
		names = append(names, "title")
	}
	for _, k := range Describe(kind) {
		if k.Required {
			names = append(names, k.Name)
		}
	}
	return names
}
