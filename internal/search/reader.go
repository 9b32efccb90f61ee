package search

// Searcher reads an index as the browser does: only its files, and of those only
// what a query needs. Tests and benchmarks measure relevance with it, and hold
// the browser's engine against it.

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Searcher searches one index. It is for one goroutine at a time.
type Searcher struct {
	Manifest Manifest
	read     func(name string) ([]byte, error)
	kept     map[string]any // decoded files and columns, by name
}

// Open reads the manifest of an index whose files read returns.
func Open(read func(name string) ([]byte, error)) (*Searcher, error) {
	s := &Searcher{read: read, kept: map[string]any{}}
	data, err := read("manifest.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &s.Manifest); err != nil {
		return nil, fmt.Errorf("%w: manifest.json: %w", errBroken, err)
	}
	m := &s.Manifest
	if m.Format != Format {
		return nil, fmt.Errorf("%w: format %d, not %d", errBroken, m.Format, Format)
	}
	if m.TermsPerPositions < 1 || m.CardsPerFile < 1 || m.Documents < 0 || m.Documents > 1<<26 {
		return nil, fmt.Errorf("%w: manifest.json has impossible numbers", errBroken)
	}
	return s, nil
}

// load returns a file, decoded once.
func load[T any](s *Searcher, folder, name string, decode func([]byte) (T, error)) (T, error) {
	file := fileName(folder, name)
	return once(s, file, func() (v T, err error) {
		data, err := s.read(file)
		if err != nil {
			return v, err
		}
		if data, err = unpack(data); err == nil {
			v, err = decode(data)
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", file, err)
		}
		return v, err
	})
}

// once returns what was made under a name before, or makes it.
func once[T any](s *Searcher, name string, make func() (T, error)) (T, error) {
	if v, ok := s.kept[name].(T); ok {
		return v, nil
	}
	v, err := make()
	if err == nil {
		s.kept[name] = v
	}
	return v, err
}

// size returns how many files a directory lists.
func (d *Directory) size() int {
	if d.Per > 0 {
		return d.Count
	}
	return len(d.Names) / nameSize
}

// page returns the part of a directory that lists file i, and i within it.
func (s *Searcher) page(d *Directory, i int) (*Directory, int, error) {
	if d.Per == 0 {
		return d, i, nil
	}
	n := i / d.Per
	if (n+1)*nameSize > len(d.Pages) {
		return nil, 0, fmt.Errorf("%w: the directory has no page %d", errBroken, n)
	}
	page, err := load(s, "d", d.Pages[n*nameSize:(n+1)*nameSize], func(data []byte) (*Directory, error) {
		p := &Directory{}
		return p, json.Unmarshal(data, p)
	})
	return page, i % d.Per, err
}

// fileAt returns the name of file i of a directory.
func (s *Searcher) fileAt(d *Directory, i int) (string, error) {
	page, i, err := s.page(d, i)
	if err != nil {
		return "", err
	}
	if i < 0 || (i+1)*nameSize > len(page.Names) {
		return "", fmt.Errorf("%w: the directory has no file %d", errBroken, i)
	}
	return page.Names[i*nameSize : (i+1)*nameSize], nil
}

// shardOf returns the number of the shard that may have a string, and the bound
// of the next one.
func (s *Searcher) shardOf(d *Directory, text string) (i int, next string, err error) {
	if i = lastBound(d.Bounds, text); d.Per == 0 {
		if i+1 < len(d.Bounds) {
			next = d.Bounds[i+1]
		}
		return i, next, nil
	}
	if i+1 < len(d.Bounds) {
		next = d.Bounds[i+1]
	}
	page, _, err := s.page(d, i*d.Per)
	if err != nil {
		return 0, "", err
	}
	j := lastBound(page.Bounds, text)
	if j+1 < len(page.Bounds) {
		next = page.Bounds[j+1]
	}
	return i*d.Per + j, next, nil
}

func lastBound(bounds []string, text string) int {
	i, ok := slices.BinarySearch(bounds, text)
	if !ok {
		i--
	}
	return max(0, i)
}

// termShard is a decoded t file.
type termShard struct {
	keys    []string
	refs    []int          // index of the lexeme's entry, -1 = elsewhere
	foreign map[int]string // by entry: the lexeme elsewhere
	heads   map[int]*head  // by entry of a lexeme
}

// head is what a shard says of a lexeme.
type head struct {
	key     string
	ordinal int // among the lexemes of the shard
	shard   int
	count   int
	bitmap  bool
	parts   []string
	gaps    []byte
	impacts []byte
}

func (s *Searcher) terms(i int) (*termShard, error) {
	name, err := s.fileAt(&s.Manifest.Terms, i)
	if err != nil {
		return nil, err
	}
	return load(s, "t", name, func(data []byte) (*termShard, error) { return decodeTerms(data, i) })
}

func decodeTerms(data []byte, shard int) (*termShard, error) {
	in := scanner{data: data}
	n := in.count(1)
	var lengths [6]int
	for i := range lengths {
		lengths[i] = in.number()
	}
	var sections [6]scanner
	for i, l := range lengths {
		sections[i].data = in.bytes(l)
	}
	t := &termShard{foreign: map[int]string{}, heads: map[int]*head{}}
	before := ""
	for i := range n {
		before = sections[0].front(before)
		t.keys = append(t.keys, before)
		switch ref := sections[1].number(); ref {
		case 0:
			t.refs = append(t.refs, i)
			t.heads[i] = decodeHead(before, len(t.heads), shard, &sections)
		case 1:
			t.refs = append(t.refs, -1)
			t.foreign[i] = sections[2].string()
		default:
			t.refs = append(t.refs, i+unzigzag(uint64(ref-1)))
		}
	}
	for i := range sections {
		in.bad = in.bad || sections[i].bad
	}
	for _, to := range t.refs {
		in.bad = in.bad || to >= 0 && t.heads[to] == nil || to < -1
	}
	return t, in.err()
}

func decodeHead(key string, ordinal, shard int, sections *[6]scanner) *head {
	heads, documents, impacts := &sections[3], &sections[4], &sections[5]
	n := heads.number()
	h := &head{key: key, ordinal: ordinal, shard: shard, count: n >> 1, bitmap: n&1 == 1}
	for range heads.count(2) {
		start, length := heads.number(), heads.number()
		if start+length > len(key) {
			heads.bad = true
			return h
		}
		h.parts = append(h.parts, key[start:start+length])
	}
	all := documents.data
	listed, extra := h.count, 0
	if h.bitmap {
		documents.bytes(documents.number())
		listed, extra = documents.number(), 1
	}
	for i := 0; i < listed && !documents.bad; i++ {
		documents.number()
	}
	h.gaps = all[:len(all)-len(documents.data)]
	h.impacts = impacts.bytes(listed + extra)
	return h
}

// posting is one document of a list.
type posting struct {
	document int
	impact   int
	title    bool
}

// each calls do for every document of a list, ascending.
func (h *head) each(numbers int, do func(posting)) error {
	in := scanner{data: h.gaps}
	var bitmap []byte
	rest := 0
	listed := h.count
	if h.bitmap {
		bitmap = in.bytes(in.number())
		listed = in.number()
		rest = int(h.impacts[listed] & mostImpact)
	}
	document, at := -1, 0
	for i := range listed {
		next := document + in.number() + 1
		if next >= numbers {
			in.bad = true
		}
		if in.bad {
			return in.err()
		}
		eachBit(bitmap, at, next, func(d int) { do(posting{d, rest, false}) })
		do(posting{next, int(h.impacts[i] & mostImpact), h.impacts[i]&titleBit != 0})
		document, at = next, next+1
	}
	eachBit(bitmap, at, numbers, func(d int) { do(posting{d, rest, false}) })
	return nil
}

func eachBit(bitmap []byte, from, to int, do func(int)) {
	for d := from; d < min(to, 8*len(bitmap)); d++ {
		if bitmap[d/8]&(1<<(d%8)) != 0 {
			do(d)
		}
	}
}

// find returns the lexeme of a key, nil if the site has no such key.
func (s *Searcher) find(key string) (*head, error) {
	for range 2 {
		i, _, err := s.shardOf(&s.Manifest.Terms, key)
		if err != nil || s.Manifest.Terms.size() == 0 {
			return nil, err
		}
		shard, err := s.terms(i)
		if err != nil {
			return nil, err
		}
		entry, ok := slices.BinarySearch(shard.keys, key)
		if !ok {
			return nil, nil
		}
		if to := shard.refs[entry]; to >= 0 {
			return shard.heads[to], nil
		}
		key = shard.foreign[entry]
	}
	return nil, fmt.Errorf("%w: %q leads from alias to alias", errBroken, key)
}

// Card is what is shown of a document.
type Card struct {
	Title, Address, Kind, Date string
	Cents                      *int64
	Labels                     []string
	Text, Language             string
}

// Card returns the card of a document.
func (s *Searcher) Card(document int) (Card, error) {
	name, err := s.fileAt(&s.Manifest.Cards, document/s.Manifest.CardsPerFile)
	if err != nil {
		return Card{}, err
	}
	cards, err := load(s, "c", name, func(data []byte) (all []json.RawMessage, err error) { return all, json.Unmarshal(data, &all) })
	if err != nil {
		return Card{}, err
	}
	i := document % s.Manifest.CardsPerFile
	if i >= len(cards) {
		return Card{}, fmt.Errorf("%w: no card of document %d", errBroken, document)
	}
	var c Card
	fields := []any{&c.Title, &c.Address, &c.Kind, &c.Date, &c.Cents, &c.Labels, &c.Text, &c.Language}
	return c, json.Unmarshal(cards[i], &fields)
}

// exactKey is the key of the exact spelling of a word.
func exactKey(key, accent string) string { return key + " " + accent }

// isExact tells whether a key is that of an exact spelling.
func isExact(key string) bool { return strings.Contains(key, " ") }
