package search

// What the engine is told of a site, and what it gives back.

import "iter"

// Document is one thing that may be found. The engine takes every text as plain
// text, and keeps none of it but the card.
type Document struct {
	ID       string // its address; stable, different for every document
	Title    string
	Kind     string // key for its card, like "beslissing"
	Called   string // what such a document is called in its language; found as if the title had it
	Date     string // "2021-05-03", "2021-05", "2021", or "" (other EDTF is shown, but not sorted by)
	Language string // "nl", "fr" …
	Cents    int64  // amount in euro cents; 0 = none
	Facets   []FacetOf
	Headings []string
	Summary  string
	Text     string
	Names    []string // of people, organisations and places it is about
	Labels   []string // what its card shows besides
	Card     string   // the first 120 characters or so, for its card
	Ages     bool     // counts a little less every year: minutes, decisions
	Aside    bool     // of the site itself, not of what it tells: counts for less
}

// FacetOf is one value of one facet of a document.
type FacetOf struct {
	Facet string // "werf"
	Key   string // "3", as typed in werf:3 and kept in addresses
	Label string // "Werf 3: participatie", as shown
}

// Options say how to build.
type Options struct {
	Facets  []string // the facets, in the order of the page
	Workers int      // at once; 0 = as many as there are processors
	files   sizes    // of the files; zero: as the documents are many
}

// File is one file of the index; its name has slashes and is relative to the
// index's own folder.
type File struct {
	Name string
	Data []byte
}

// Index is a built index.
type Index struct {
	Files []File // by name; the same documents give the same bytes
}

// Build makes the index of documents, which may come in any order. It fails for
// two documents of one ID.
func Build(documents iter.Seq[Document], options Options) (Index, error) {
	b := NewBuilder(options)
	for d := range documents {
		b.Add(d)
	}
	return b.Finish()
}
