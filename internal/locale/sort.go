// This file puts names in the order in which readers of a language expect them.
// What must stay true: the order is total (two different names never compare as
// equal), so that the same names always come out in the same order.

package locale

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

func newCollator(code string) *collate.Collator {
	return collate.New(language.Make(code), collate.Numeric)
}

// Compare orders two names as readers of the language expect: capitals and
// diacritics matter least, and figures count as numbers ("werf 2" before
// "werf 10"). It is 0 only for equal strings.
func (l *Language) Compare(a, b string) int {
	collator := l.sorters.Get().(*collate.Collator)
	defer l.sorters.Put(collator)
	if c := collator.CompareString(a, b); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// SortBy sorts items by their names, in the order of Compare; items of one name
// keep their order. It asks for each name once.
func SortBy[T any](l *Language, items []T, name func(T) string) {
	type entry struct {
		name string
		item T
	}
	entries := make([]entry, len(items))
	for i, item := range items {
		entries[i] = entry{name(item), item}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return l.Compare(a.name, b.name) })
	for i, e := range entries {
		items[i] = e.item
	}
}
