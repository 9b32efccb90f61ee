package model

// Where the keys of a table were written: rules that look at the linked site
// point at the cell or value that is wrong, not at the document.

import (
	"glashelder/internal/diag"
	"glashelder/internal/source"
)

// fields are what was written in one table, by English name.
type fields interface {
	get(name string) (source.Field, bool)
	names() []string // sorted
}

// keyFields are the fields of front matter or of a table in a data file.
type keyFields map[string]source.Field

func (k keyFields) get(name string) (source.Field, bool) {
	f, ok := k[name]
	return f, ok
}

func (k keyFields) names() []string { return sortedKeys(k) }

// Written remembers the places of the keys of one table, by English name. The
// zero Written knows of none.
type Written struct {
	start  diag.Pos
	fields fields
}

// written is what r knows of the table it reads.
func (r *Reader) written() Written { return Written{r.pos, r.fields} }

// At is the place of key's value, or of the table when key was not written.
func (w Written) At(key string) diag.Pos {
	if f, ok := w.get(key); ok && f.Value != nil {
		return f.Value.Pos
	}
	return w.start
}

func (w Written) get(key string) (f source.Field, ok bool) {
	if w.fields != nil {
		f, ok = w.fields.get(key)
	}
	return f, ok
}

// Wrote tells whether key was written, whatever its value.
func (w Written) Wrote(key string) bool {
	_, ok := w.get(key)
	return ok
}

// Keys lists the keys that were written, sorted.
func (w Written) Keys() []string {
	if w.fields == nil {
		return nil
	}
	return w.fields.names()
}
