package search

// Cards and columns: what is shown of a document, and what one filters and sorts
// by (format.go, sections 6 and 7).

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// FacetValue is one value of a facet: its key, what is shown, and how many
// documents of the whole site have it. In JSON it is an array of the three.
type FacetValue struct {
	Key, Label string
	Documents  int
}

// MarshalJSON writes the array.
func (v FacetValue) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{v.Key, v.Label, v.Documents})
}

// UnmarshalJSON reads the array.
func (v *FacetValue) UnmarshalJSON(data []byte) error {
	parts := []any{&v.Key, &v.Label, &v.Documents}
	if err := json.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("%w: a facet's value: %w", errBroken, err)
	}
	return nil
}

// encodeCards returns the contents of the c files, in order.
func encodeCards(documents []entry, p *plan) [][]byte {
	cards := make([][]byte, len(documents))
	for i := range documents {
		cards[p.numbers[i]] = documents[i].card
	}
	var contents [][]byte
	for some := range slices.Chunk(cards, p.sizes.cards) {
		content := []byte("[")
		for i, c := range some {
			if i > 0 {
				content = append(content, ',')
			}
			content = append(content, c...)
		}
		contents = append(contents, append(content, ']'))
	}
	return contents
}

// encodeFacet returns a facet without its file, and the content of its column.
func encodeFacet(name string, documents []entry, p *plan) (Facet, []byte) {
	values, ids := facetValues(name, documents)
	column := make([][]int, len(documents))
	for i := range documents {
		for _, f := range documents[i].facets {
			if id, ok := ids[f.Key]; ok && f.Facet == name && !slices.Contains(column[p.numbers[i]], id) {
				column[p.numbers[i]] = append(column[p.numbers[i]], id)
				values[id].Documents++
			}
		}
	}
	var data []byte
	for _, has := range column {
		slices.Sort(has)
		switch len(has) {
		case 0:
			data = append(data, 0)
		case 1:
			data = binary.AppendUvarint(data, uint64(2*has[0]+1))
		default:
			data = binary.AppendUvarint(data, uint64(2*len(has)))
			for _, id := range has {
				data = binary.AppendUvarint(data, uint64(id))
			}
		}
	}
	facet := Facet{Name: name, Size: len(values), Values: values}
	if len(values) <= facetInManifest {
		return facet, data
	}
	facet.Values = nil
	var head []byte
	for _, v := range values {
		head = appendString(appendString(head, v.Key), v.Label)
		head = binary.AppendUvarint(head, uint64(v.Documents))
	}
	return facet, append(head, data...)
}

// facetValues returns the values of a facet, numbers before words, and the id of
// each key. Of several labels for a key the first in order is taken.
func facetValues(name string, documents []entry) ([]FacetValue, map[string]int) {
	labels := map[string]string{}
	for i := range documents {
		for _, f := range documents[i].facets {
			if f.Facet != name {
				continue
			}
			label := f.Label
			if label == "" {
				label = f.Key
			}
			if was, ok := labels[f.Key]; !ok || label < was {
				labels[f.Key] = label
			}
		}
	}
	var values []FacetValue
	for key, label := range labels {
		values = append(values, FacetValue{Key: key, Label: label})
	}
	slices.SortFunc(values, func(a, b FacetValue) int { return compareKeys(a.Key, b.Key) })
	ids := map[string]int{}
	for i, v := range values {
		ids[v.Key] = i
	}
	return values, ids
}

// compareKeys orders whole numbers by size, before all words.
func compareKeys(a, b string) int {
	m, errA := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	switch {
	case errA == nil && errB == nil && m != n:
		return m - n
	case errA == nil && errB != nil:
		return -1
	case errA != nil && errB == nil:
		return 1
	}
	return strings.Compare(a, b)
}

// encodeColumns puts columns in one file.
func encodeColumns(columns [][]byte) []byte {
	var data []byte
	for _, c := range columns {
		data = append(binary.AppendUvarint(data, uint64(len(c))), c...)
	}
	return data
}

// encodeDates and encodeAmounts return a column, nil if no document has a value.
func encodeDates(documents []entry, p *plan) []byte {
	days := make([]int, len(documents))
	some := false
	for i := range documents {
		days[p.numbers[i]] = dayNumber(documents[i].date)
		some = some || dayNumber(documents[i].date) > 0
	}
	if !some {
		return nil
	}
	var data []byte
	before := 0
	for _, day := range days {
		data = binary.AppendUvarint(data, zigzag(day-before))
		before = day
	}
	return data
}

func encodeAmounts(documents []entry, p *plan) []byte {
	cents := make([]int64, len(documents))
	some := false
	for i := range documents {
		cents[p.numbers[i]] = max(0, documents[i].cents)
		some = some || documents[i].cents > 0
	}
	if !some {
		return nil
	}
	var data []byte
	for _, c := range cents {
		if c > 0 {
			c++
		}
		data = binary.AppendUvarint(data, uint64(c))
	}
	return data
}

// dayNumber returns yyyymmdd of "2021-05-03", "2021-05" or "2021", with zeros for
// what is unknown; 0 for anything else.
func dayNumber(date string) int {
	if len(date) != 4 && len(date) != 7 && len(date) != 10 {
		return 0
	}
	n := 0
	for i := range len(date) {
		if i == 4 || i == 7 {
			if date[i] != '-' {
				return 0
			}
			continue
		}
		if !isDigit(date[i]) {
			return 0
		}
		n = n*10 + int(date[i]-'0')
	}
	for i := len(date); i < 10; i += 3 {
		n *= 100
	}
	return n
}
