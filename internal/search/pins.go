package search

// Pins: what the next build keeps, so that an edit changes few files: the
// numbers of documents, the average lengths and the bounds of shards. Without
// pins all of it follows from the documents alone.

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// pins is written as JSON.
type pins struct {
	IDs      []string        `json:"ids"`      // by number; "" is a hole
	Averages [fieldCount]int `json:"averages"` // lengths of fields, in atoms
	Year     int             `json:"year"`     // of the newest document that ages
	Terms    []string        `json:"terms"`    // bounds
	Spelling []string        `json:"spelling"`
	Sizes    sizes           `json:"sizes"`

	numbers []int // by the order in which documents came
}

// sizes says how large files should be: packed bytes of t and s shards, t shards
// a p file, cards a file. Small sites have small shards, so that an edit and a
// query cost little, and large ones not too many files. Below 30,000 documents no
// folder has more than directoryMost files, so that no query needs a page of a
// directory.
type sizes struct {
	Term           int `json:"term"`
	Spelling       int `json:"spelling"`
	PositionsEvery int `json:"positionsEvery"`
	Cards          int `json:"cards"`
}

func sizesFor(documents int) sizes {
	switch {
	case documents < 3_000:
		return sizes{Term: 9 << 10, Spelling: 20 << 10, PositionsEvery: 2, Cards: 24}
	case documents < 30_000:
		return sizes{Term: 12 << 10, Spelling: 15 << 10, PositionsEvery: 2, Cards: 32}
	}
	return sizes{Term: 24 << 10, Spelling: 24 << 10, PositionsEvery: 2, Cards: 32}
}

// newPins numbers the documents, beginning with what was pinned before.
func newPins(documents []entry, previous []byte) (*pins, error) {
	const least = 256
	p := &pins{}
	if len(previous) > 0 {
		if err := json.Unmarshal(previous, p); err != nil {
			return nil, fmt.Errorf("reading the pins of the search index: %w", err)
		}
	}
	if err := p.number(documents); err != nil {
		return nil, err
	}
	p.average(documents)
	if p.Sizes == (sizes{}) {
		p.Sizes = sizesFor(len(documents))
	}
	if p.Sizes.Term < least || p.Sizes.Spelling < least || p.Sizes.PositionsEvery <= 0 || p.Sizes.Cards <= 0 {
		return nil, fmt.Errorf("the pins of the search index have impossible sizes")
	}
	return p, nil
}

// number gives every document its number: the one it had; or, for new ones in
// the order of kind, date and ID, the first free.
func (p *pins) number(documents []entry) error {
	had := map[string]int{}
	for n, id := range p.IDs {
		if id != "" {
			had[id] = n
		}
		p.IDs[n] = ""
	}
	p.numbers = make([]int, len(documents))
	seen := make(map[string]bool, len(documents))
	var fresh []int
	for i := range documents {
		id := documents[i].id
		if id == "" || seen[id] {
			return fmt.Errorf("search: two documents have the address %q", id)
		}
		seen[id] = true
		n, ok := had[id]
		if !ok {
			fresh = append(fresh, i)
			continue
		}
		p.numbers[i], p.IDs[n] = n, id
	}
	slices.SortFunc(fresh, func(a, b int) int {
		x, y := &documents[a], &documents[b]
		return cmp.Or(strings.Compare(x.kind, y.kind), strings.Compare(x.date, y.date), strings.Compare(x.id, y.id))
	})
	free := 0
	for _, i := range fresh {
		for free < len(p.IDs) && p.IDs[free] != "" {
			free++
		}
		if free == len(p.IDs) {
			p.IDs = append(p.IDs, "")
		}
		p.numbers[i], p.IDs[free] = free, documents[i].id
	}
	for len(p.IDs) > 0 && p.IDs[len(p.IDs)-1] == "" {
		p.IDs = p.IDs[:len(p.IDs)-1]
	}
	return nil
}

// holes returns the numbers that no document has.
func (p *pins) holes() []int {
	var holes []int
	for n, id := range p.IDs {
		if id == "" {
			holes = append(holes, n)
		}
	}
	return holes
}

// average sets the average lengths and the newest year; the averages that were
// pinned stay while they are less than a third off.
func (p *pins) average(documents []entry) {
	var sums, counts [fieldCount]int
	for i := range documents {
		for f, n := range documents[i].lengths {
			sums[f] += n
			if n > 0 {
				counts[f]++
			}
		}
		p.Year = max(p.Year, documents[i].year)
	}
	for f := range fieldCount {
		now := max(1, sums[f]/max(1, counts[f]))
		if was := p.Averages[f]; was <= 0 || now*3 > was*4 || now*4 < was*3 {
			p.Averages[f] = now
		}
	}
}

// encode returns the pins as bytes.
func (p *pins) encode() []byte {
	data, err := json.Marshal(p)
	if err != nil {
		panic("search: " + err.Error()) // strings and numbers only
	}
	return data
}
