package search

// Finish: from what the workers collected to the files of the index, in the
// order of format.go.

import (
	"encoding/json"
	"slices"
	"strings"
)

// Finish makes the index. The builder is spent.
func (b *Builder) Finish() (Index, error) {
	close(b.work)
	b.running.Wait()
	for _, s := range b.segments {
		for number, lengths := range s.lengths {
			b.documents[number].lengths = lengths
		}
	}
	p, err := newPlan(b.documents, b.options.files)
	if err != nil {
		return Index{}, err
	}
	w := &writer{manifest: Manifest{Format: Format, Documents: len(b.documents), TermsPerPositions: p.sizes.positionsEvery, CardsPerFile: p.sizes.cards, Facets: []Facet{}, Empty: emptyOf(b.documents), Weights: defaultWeights}}
	w.columns(b.documents, b.options.Facets, p)
	v := newVocabulary(gather(b.segments))
	w.terms(v, newRanker(b.documents, p), p)
	w.finish()
	return Index{w.files}, nil
}

// writer gathers the files and the manifest that lists them.
type writer struct {
	files    []File
	manifest Manifest
}

// folder packs the contents of the files of a folder, and returns their names.
func (w *writer) folder(folder string, n int, content func(i int) []byte) string {
	names, files := make([]string, n), make([]File, n)
	parallel(n, func(i int) { names[i], files[i] = pack(folder, content(i)) })
	w.files = append(w.files, files...)
	return strings.Join(names, "")
}

// columns writes cards, facets, dates and amounts.
func (w *writer) columns(documents []entry, facets []string, p *plan) {
	cards := encodeCards(documents, p)
	w.manifest.Cards = w.directory(w.folder("c", len(cards), func(i int) []byte { return cards[i] }), nil)
	if dates := encodeDates(documents, p); dates != nil {
		w.manifest.Date = w.folder("f", 1, func(int) []byte { return dates })
	}
	if amounts := encodeAmounts(documents, p); amounts != nil {
		w.manifest.Amount = w.folder("f", 1, func(int) []byte { return amounts })
	}
	var shared [][]byte
	for _, name := range facets {
		facet, column := encodeFacet(name, documents, p)
		if facet.Size > facetInManifest {
			facet.File = w.folder("f", 1, func(int) []byte { return column })
		} else {
			facet.Column = len(shared)
			shared = append(shared, column)
		}
		w.manifest.Facets = append(w.manifest.Facets, facet)
	}
	w.manifest.Columns = w.folder("f", 1, func(int) []byte { return encodeColumns(shared) })
}

// terms writes the t, p and s shards.
func (w *writer) terms(v *vocabulary, r *ranker, p *plan) {
	all := v.keys(r)
	texts, sizes := make([]string, len(all)), make([]int, len(all))
	for i := range all {
		texts[i], sizes[i] = all[i].text, weigh(&all[i])
	}
	starts := cutShards(texts, sizes, p.sizes.term)
	n, every := len(starts), p.sizes.positionsEvery
	w.manifest.Terms = w.directory(w.folder("t", n, func(i int) []byte { return encodeTerms(all, starts[i], end(starts, i, len(all))) }), boundsOf(texts, starts))
	w.manifest.Positions = w.directory(w.folder("p", (n+every-1)/every, func(i int) []byte {
		var content []byte
		for t := i * every; t < min(n, (i+1)*every); t++ {
			content = encodePositions(content, all[starts[t]:end(starts, t, len(all))])
		}
		return content
	}), nil)
	w.spelling(v.spellings(all), p)
}

func (w *writer) spelling(list []spelling, p *plan) {
	texts, sizes := make([]string, len(list)), make([]int, len(list))
	for i := range list {
		texts[i], sizes[i] = list[i].text, 4
	}
	starts := cutShards(texts, sizes, p.sizes.spelling)
	w.manifest.Spelling = w.directory(w.folder("s", len(starts), func(i int) []byte { return encodeSpelling(list[starts[i]:end(starts, i, len(list))]) }), boundsOf(texts, starts))
}

// directory lists files; of many, it writes pages of the list.
func (w *writer) directory(names string, bounds []string) Directory {
	n := len(names) / nameSize
	if n <= directoryMost {
		return Directory{Names: names, Bounds: bounds}
	}
	d := Directory{Per: directoryPage, Count: n}
	if bounds == nil { // results lie scattered, so one large page is best
		d.Per = directoryPlain
	}
	pages := (n + d.Per - 1) / d.Per
	d.Pages = w.folder("d", pages, func(i int) []byte {
		from, to := i*d.Per, min(n, (i+1)*d.Per)
		page := Directory{Names: names[from*nameSize : to*nameSize]}
		if bounds != nil {
			page.Bounds = bounds[from:to]
		}
		return encodeJSON(page)
	})
	for i := 0; bounds != nil && i < n; i += d.Per {
		d.Bounds = append(d.Bounds, bounds[i])
	}
	return d
}

// finish writes the manifest, and puts the files in order, each once.
func (w *writer) finish() {
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	w.files = slices.CompactFunc(w.files, func(a, b File) bool { return a.Name == b.Name })
	w.files = append(w.files, File{"manifest.json", encodeJSON(w.manifest)})
}

func encodeJSON(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("search: " + err.Error()) // strings and numbers only
	}
	return data
}
