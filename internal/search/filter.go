package search

// Filters: facets, dates and amounts (format.go, sections 7 and 9).

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// names of the columns in queries.
var (
	dateNames   = []string{"datum", "date"}
	amountNames = []string{"bedrag", "amount", "montant"}
)

func (s *Searcher) isName(name string) bool {
	return slices.Contains(dateNames, name) || slices.Contains(amountNames, name) || s.facet(name) != nil
}

func (s *Searcher) facet(name string) *Facet {
	for i := range s.Manifest.Facets {
		if Fold(s.Manifest.Facets[i].Name) == name {
			return &s.Manifest.Facets[i]
		}
	}
	return nil
}

// filter tells of every document whether it passes: it exists, and of each name
// one of the values fits and none of the excluded ones.
func (s *Searcher) filter(filters []filter) ([]bool, error) {
	passes := make([]bool, s.Manifest.Documents)
	for i := range passes {
		passes[i] = true
	}
	for i, f := range filters {
		if slices.ContainsFunc(filters[:i], func(g filter) bool { return g.name == f.name && g.excluded == f.excluded }) {
			continue // done with the first
		}
		fits := make([]bool, len(passes))
		for _, g := range filters[i:] {
			if g.name != f.name || g.excluded != f.excluded {
				continue
			}
			if err := s.fit(g, fits); err != nil {
				return nil, err
			}
		}
		for d := range passes {
			passes[d] = passes[d] && fits[d] != f.excluded
		}
	}
	return passes, nil
}

// fit marks the documents that a filter means.
func (s *Searcher) fit(f filter, fits []bool) error {
	switch {
	case slices.Contains(dateNames, f.name):
		days, err := s.dates()
		low, high := bounds(f.value, dayBound)
		return fitColumn(days, low, high, fits, err)
	case slices.Contains(amountNames, f.name):
		cents, err := s.amounts()
		low, high := bounds(f.value, centBound)
		return fitColumn(cents, low, high, fits, err)
	}
	return s.fitFacet(s.facet(f.name), f.value, fits)
}

func fitColumn(column []int, low, high int, fits []bool, err error) error {
	for d, v := range column {
		fits[d] = fits[d] || v > 0 && v >= low && v <= high
	}
	return err
}

func (s *Searcher) fitFacet(f *Facet, value string, fits []bool) error {
	column, err := s.facetColumn(f)
	if err != nil {
		return err
	}
	key := Fold(value)
	low, high := bounds(value, wholeBound)
	wanted := make([]bool, len(column.values))
	for i, v := range column.values {
		n, _, whole := wholeBound(v.Key)
		if isRange(value) {
			wanted[i] = whole && n >= low && n <= high
		} else {
			wanted[i] = Fold(v.Key) == key
		}
	}
	for d, has := range column.ids {
		for _, id := range has {
			fits[d] = fits[d] || wanted[id]
		}
	}
	return nil
}

// isRange tells whether a value is a..b, >n or the like.
func isRange(value string) bool {
	return strings.Contains(value, "..") || strings.HasPrefix(value, "<") || strings.HasPrefix(value, ">")
}

// bounds reads a..b, a.., ..b, >n, >=n, <n, <=n or n; read returns the least
// and greatest number that a bound covers.
func bounds(value string, read func(string) (low, high int, ok bool)) (low, high int) {
	low, high = math.MinInt, math.MaxInt
	from, to, isTo := strings.Cut(value, "..")
	switch {
	case isTo:
		if l, _, ok := read(from); ok {
			low = l
		}
		if _, h, ok := read(to); ok {
			high = h
		}
		return low, high
	case isRange(value):
		return oneSided(value, read)
	}
	if l, h, ok := read(value); ok {
		return l, h
	}
	return nothing()
}

// oneSided reads >n, >=n, <n or <=n.
func oneSided(value string, read func(string) (low, high int, ok bool)) (low, high int) {
	above := value[0] == '>'
	number, equal := strings.CutPrefix(value[1:], "=")
	low, high, ok := read(number)
	switch {
	case !ok:
		return nothing()
	case above && equal:
		return low, math.MaxInt
	case above:
		return high + 1, math.MaxInt
	case equal:
		return math.MinInt, high
	}
	return math.MinInt, low - 1
}

// nothing returns bounds that no number is within.
func nothing() (low, high int) { return 1, 0 }

func wholeBound(text string) (low, high int, ok bool) {
	n, err := strconv.ParseUint(text, 10, 53)
	return int(n), int(n), err == nil
}

// dayBound reads a day, month or year as all its days.
func dayBound(text string) (low, high int, ok bool) {
	low = dayNumber(text)
	switch len(text) {
	case 4:
		high = low + 9999
	case 7:
		high = low + 99
	default:
		high = low
	}
	return low, high, low > 0
}

const mostEuros = 13 // figures

// centBound reads euros, with a comma before cents and dots for thousands, as
// the column has them: cents + 1.
func centBound(text string) (low, high int, ok bool) {
	euros, cents, _ := strings.Cut(strings.ReplaceAll(strings.Trim(text, "€"), ".", ""), ",")
	n, err := strconv.ParseUint(euros, 10, 63)
	c, wrong := strconv.ParseUint((cents + "00")[:2], 10, 8)
	if err != nil || wrong != nil || len(euros) > mostEuros {
		return 0, 0, false
	}
	low = int(n)*100 + int(c) + 1
	return low, low, true
}

// dates and amounts return a column by document, 0 where there is none.
func (s *Searcher) dates() ([]int, error) {
	return s.column(s.Manifest.Date, func(in *scanner, before int) int { return before + unzigzag(uint64(in.number())) })
}

func (s *Searcher) amounts() ([]int, error) {
	return s.column(s.Manifest.Amount, func(in *scanner, _ int) int { return in.number() })
}

func (s *Searcher) column(name string, next func(in *scanner, before int) int) ([]int, error) {
	if name == "" {
		return make([]int, s.Manifest.Documents), nil
	}
	return load(s, "f", name, func(data []byte) ([]int, error) {
		column := make([]int, s.Manifest.Documents)
		in := scanner{data: data}
		before := 0
		for d := range column {
			before = next(&in, before)
			column[d] = before
		}
		return column, in.err()
	})
}

// shared returns a column of the file that most facets share.
func (s *Searcher) shared(i int) ([]byte, error) {
	columns, err := load(s, "f", s.Manifest.Columns, func(data []byte) (all [][]byte, err error) {
		in := scanner{data: data}
		for len(in.data) > 0 {
			all = append(all, in.bytes(in.number()))
		}
		return all, in.err()
	})
	if err != nil || i < 0 || i >= len(columns) {
		return nil, cmp.Or(err, fmt.Errorf("%w: no column %d", errBroken, i))
	}
	return columns[i], nil
}

// facetColumn is the values of a facet, and their ids by document.
type facetColumn struct {
	values []FacetValue
	ids    [][]int
}

func (s *Searcher) facetColumn(f *Facet) (facetColumn, error) {
	if f.Size > facetInManifest {
		return load(s, "f", f.File, s.decodeFacet(f))
	}
	return once(s, "facet "+f.Name, func() (c facetColumn, err error) {
		data, err := s.shared(f.Column)
		if err != nil {
			return c, err
		}
		return s.decodeFacet(f)(data)
	})
}

// decodeFacet returns how the column of a facet is read.
func (s *Searcher) decodeFacet(f *Facet) func([]byte) (facetColumn, error) {
	return func(data []byte) (c facetColumn, err error) {
		in := scanner{data: data}
		c.values = f.Values
		if f.Size > facetInManifest {
			c.values = nil
			for i := 0; i < f.Size && !in.bad; i++ {
				c.values = append(c.values, FacetValue{in.string(), in.string(), in.number()})
			}
		}
		for d := 0; d < s.Manifest.Documents && !in.bad; d++ {
			c.ids = append(c.ids, readIDs(&in, len(c.values)))
		}
		return c, in.err()
	}
}

func readIDs(in *scanner, values int) []int {
	x := in.number()
	if x == 0 {
		return nil
	}
	ids := []int{x / 2}
	if x%2 == 0 {
		if x/2 > len(in.data) {
			in.bad = true
			return nil
		}
		ids = make([]int, x/2)
		for i := range ids {
			ids[i] = in.number()
		}
	}
	for _, id := range ids {
		if id >= values {
			in.bad = true
			return nil
		}
	}
	return ids
}
