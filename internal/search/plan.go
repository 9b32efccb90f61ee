package search

// Plan: what must be known of all documents before one word can be counted:
// their numbers, the average lengths, how large files should be. What must stay
// true: it follows from the documents alone, so that the same site gives the
// same bytes; and it hardly moves with them, so that an edit changes few files.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// plan is what the documents have in common.
type plan struct {
	numbers  []int           // by the order in which documents came
	averages [fieldCount]int // lengths of fields, in atoms
	year     int             // of the newest document that ages
	sizes    sizes
}

// sizes says how large files should be: packed bytes of t and s shards, t shards
// a p file, cards a file. Small sites have small shards, so that an edit and a
// query cost little, and large ones not too many files. Below 30,000 documents no
// folder has more than directoryMost files, so that no query needs a page of a
// directory.
type sizes struct {
	term, spelling, positionsEvery, cards int
}

func sizesFor(documents int) sizes {
	switch {
	case documents < 3_000:
		return sizes{term: 9 << 10, spelling: 28 << 10, positionsEvery: 4, cards: 32}
	case documents < 30_000:
		return sizes{term: 19 << 9, spelling: 20 << 10, positionsEvery: 4, cards: 32}
	}
	return sizes{term: 24 << 10, spelling: 24 << 10, positionsEvery: 2, cards: 32}
}

func newPlan(documents []entry, want sizes) (*plan, error) {
	p := &plan{sizes: cmp.Or(want, sizesFor(len(documents)))}
	p.average(documents)
	return p, p.number(documents)
}

// number gives every document its number, in the order of kind, date and ID:
// neighbours have words in common, and of results worth the same the newest is
// first.
func (p *plan) number(documents []entry) error {
	order := make([]int, len(documents))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := &documents[a], &documents[b]
		return cmp.Or(strings.Compare(x.kind, y.kind), strings.Compare(x.date, y.date), strings.Compare(x.id, y.id))
	})
	p.numbers = make([]int, len(documents))
	seen := make(map[string]bool, len(documents))
	for n, i := range order {
		id := documents[i].id
		if id == "" || seen[id] {
			return fmt.Errorf("search: two documents have the address %q", id)
		}
		seen[id] = true
		p.numbers[i] = n
	}
	return nil
}

// average sets the average lengths, in steps, and the newest year.
func (p *plan) average(documents []entry) {
	var sums, counts [fieldCount]int
	for i := range documents {
		for f, n := range documents[i].lengths {
			sums[f] += n
			if n > 0 {
				counts[f]++
			}
		}
		p.year = max(p.year, documents[i].year)
	}
	for f := range fieldCount {
		p.averages[f] = max(1, rounded(sums[f]/max(1, counts[f])))
	}
}
