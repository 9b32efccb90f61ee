package build

// The search index: made of the site, not of its pages, before these are filled.
// A check does without. It follows from the site alone, never from an index
// that was published before, so that every build of a site gives the same bytes.

import (
	"crypto/sha256"
	"fmt"
	"iter"

	"glashelder/internal/check"
	"glashelder/internal/export"
	"glashelder/internal/output"
	"glashelder/internal/page"
	"glashelder/internal/search"
)

// searchManifest is the one file of the index whose address is known beforehand.
const searchManifest = export.SearchFolder + "manifest.json"

// SearchDocuments lists what can be found on the site.
func (b *Built) SearchDocuments() iter.Seq[search.Document] {
	return export.SearchDocuments(b.Site, b.Overviews())
}

// Overviews lists the pages that no document is, with what they say themselves.
func (b *Built) Overviews() []export.Overview {
	var out []export.Overview
	for _, p := range b.Pages {
		if !p.Overview() {
			continue
		}
		view := p.View()
		f := view.Base()
		o := export.Overview{URL: p.URL, Lang: f.Lang, Title: f.Title, Intro: f.Description, Reference: p.Reference()}
		if e, ok := view.(page.Explainer); ok {
			o.Texts = e.Explains()
		}
		out = append(out, o)
	}
	return out
}

// makeIndex makes the files of the search index, their names relative to its folder.
func (b *Built) makeIndex() ([]search.File, error) {
	index, err := search.Build(b.SearchDocuments(), search.Options{Facets: export.SearchFacets, Workers: b.jobs})
	if err != nil {
		return nil, fmt.Errorf("make the search index: %w", err)
	}
	return index.Files, nil
}

// writeIndex writes the search index to sink, before the pages: these know its
// manifest, and made beside them, the two would need their memory at once.
// Nothing of it is kept.
func (b *Built) writeIndex(sink output.Sink, tree *check.Tree) error {
	if _, none := sink.(nowhere); none {
		return nil
	}
	files, err := b.makes()
	for i := 0; err == nil && i < len(files); i++ {
		if at := export.SearchFolder + files[i].Name; at == searchManifest {
			sum := sha256.Sum256(files[i].Data)
			known := fmt.Sprintf("/%s?%x", at, sum[:4])
			b.filler.KnowManifest(known)
			tree.File(known)
		}
		err = sink.Write(export.SearchFolder+files[i].Name, files[i].Data)
		files[i].Data = nil
	}
	return err
}

// indexFile gives a file of the search index by its path, as the server wants
// it; false when there is none.
func (b *Built) indexFile(path string) (data []byte, ok bool, err error) {
	files, err := b.index()
	if err != nil {
		return nil, true, err
	}
	for _, f := range files {
		if export.SearchFolder+f.Name == path {
			return f.Data, true, nil
		}
	}
	return nil, false, nil
}
