package model

// Where the keys of a table were written: rules that look at the linked site
// point at the cell or value that is wrong, not at the document.

import (
	"glashelder/internal/diag"
	"glashelder/internal/source"
)

// Written remembers the places of the keys of one table, by English name. The
// zero Written knows of none.
type Written struct {
	start  diag.Pos
	fields map[string]source.Field
}

// written is what r knows of the table it reads.
func (r *Reader) written() Written { return Written{r.pos, r.fields} }

// At is the place of key's value, or of the table when key was not written.
func (w Written) At(key string) diag.Pos {
	if f, ok := w.fields[key]; ok && f.Value != nil {
		return f.Value.Pos
	}
	return w.start
}

// Wrote tells whether key was written, whatever its value.
func (w Written) Wrote(key string) bool {
	_, ok := w.fields[key]
	return ok
}

// Keys lists the keys that were written, sorted.
func (w Written) Keys() []string { return sortedKeys(w.fields) }
