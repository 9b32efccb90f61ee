package search

// Phrases: words that stand one after the other (format.go, section 9 step 8).

import (
	"cmp"
	"slices"
)

// positionsOf returns the positions of a lexeme as its p file has them; empty if
// they are not kept.
func (s *Searcher) positionsOf(h *head) ([]byte, error) {
	every := s.Manifest.TermsPerPositions
	name, err := s.fileAt(&s.Manifest.Positions, h.shard/every)
	if err != nil {
		return nil, err
	}
	blocks, err := load(s, "p", name, decodePositions)
	if err != nil {
		return nil, err
	}
	i := h.shard % every
	if i >= len(blocks) || h.ordinal >= len(blocks[i]) {
		in := scanner{bad: true}
		return nil, in.err()
	}
	return blocks[i][h.ordinal], nil
}

// positions reads the positions in one document, ascending; nil if only a part
// of a compound stands there.
func (s *scanner) positions() (list []int) {
	position := -1
	for code := s.number(); code != 0; code = s.number() {
		position += code >> 1
		list = append(list, position)
		if code&1 == 1 {
			break
		}
	}
	return list
}

// skipPositions passes over what positions reads.
func (s *scanner) skipPositions() {
	for code := s.number(); code != 0 && code&1 == 0; code = s.number() {
	}
}

// decodePositions returns the lists of each block of a p file, undecoded.
func decodePositions(data []byte) ([][][]byte, error) {
	in := scanner{data: data}
	var blocks [][][]byte
	for len(in.data) > 0 {
		lists := make([][]byte, in.count(1))
		lengths := make([]int, len(lists))
		for i := range lengths {
			lengths[i] = in.number()
		}
		for i, l := range lengths {
			lists[i] = in.bytes(l)
		}
		blocks = append(blocks, lists)
	}
	return blocks, in.err()
}

// positionsByDocument returns the positions of a lexeme in the documents that
// are wanted; ok is false if they are not kept.
func (s *Searcher) positionsByDocument(h *head, wanted func(document int) bool) (by map[int][]int, ok bool, err error) {
	data, err := s.positionsOf(h)
	if err != nil || len(data) == 0 {
		return nil, false, err
	}
	in := scanner{data: data}
	by = map[int][]int{}
	err = h.each(s.Manifest.Documents, func(p posting) {
		if !wanted(p.document) {
			in.skipPositions()
		} else if list := in.positions(); len(list) > 0 {
			by[p.document] = list
		}
	})
	return by, true, cmp.Or(err, in.err())
}

// phraseUnit returns the unit of a phrase: documents with its words one after
// the other; nil if it has no words.
func (s *Searcher) phraseUnit(text string) (*unit, error) {
	u := s.newUnit("")
	u.needed = true
	var starts map[int][]int // by document: where the phrase may begin
	words := 0
	values, titles := make([]int, s.Manifest.Documents), make([]int, s.Manifest.Documents)
	found := make([]int, s.Manifest.Documents) // words of the phrase, by document
	for _, t := range tokens(text) {
		if t.parts != nil {
			continue
		}
		if words == mostUnits {
			break
		}
		words++
		h, err := s.find(t.key)
		if err != nil || h == nil {
			u.weight = 0
			return u, err
		}
		idf := s.idf(h.count)
		u.weight += idf
		err = h.each(s.Manifest.Documents, func(p posting) {
			values[p.document] += idf * p.impact
			found[p.document]++
			titles[p.document] += number(p.title)
		})
		if err != nil {
			return nil, err
		}
		by, ok, err := s.positionsByDocument(h, func(d int) bool { return found[d] == words })
		if err != nil {
			return nil, err
		}
		if ok {
			starts = follow(starts, by, t.position)
		}
	}
	if words == 0 {
		return nil, nil
	}
	for d, n := range found {
		if n == words && (starts == nil || len(starts[d]) > 0) {
			u.values[d], u.titles[d] = values[d], titles[d] == words
		}
	}
	return u, nil
}

// follow keeps the starts of a phrase after which a word stands at its place.
func follow(starts, by map[int][]int, offset int) map[int][]int {
	kept := map[int][]int{}
	for d, positions := range by {
		for _, p := range positions {
			start := p - offset
			if starts == nil || slices.Contains(starts[d], start) {
				kept[d] = append(kept[d], start)
			}
		}
	}
	return kept
}
