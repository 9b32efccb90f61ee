package model

// Rows and entries as documents with an address: what a data file holds, told
// by its place alone, so that it can also be asked of versions that are past.

import (
	"path"
	"strings"
)

// RowsOf is the kind of document that each row or entry of a data file is; ""
// where they are none, or the file is no data.
func RowsOf(file string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv":
		if kind := tableKind(file); kind != "payment" {
			return kind
		}
	case ".toml":
		if file == "data/budgetten.toml" {
			return "budget"
		}
		for _, v := range vocabularies {
			if v.file == file {
				return v.kind
			}
		}
	}
	return ""
}

// RowsWithoutPage are the files and folders of tables whose rows are part of
// another page.
func RowsWithoutPage() []string { return []string{"data/betalingen.csv", "data/betalingen"} }

// RowAddress is the address that a row or entry has or would have; "" where
// its id marks the total of a table, which is no document.
func (s *Site) RowAddress(kind, id string) string {
	d := newDecoder(s.Config)
	if summed(kind) != nil && d.isTotal(id) {
		return ""
	}
	return rowAddress(d.config.Sections[kind], id)
}

func rowAddress(section, id string) string { return "/" + section + "/" + id + "/" }

// Holds tells whether a document of a kind has an id, drafts included.
func (s *Site) Holds(kind, id string) bool {
	_, draft := s.drafts[kind][id]
	return draft || s.index[kind][id] != nil
}
