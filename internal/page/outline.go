package page

// branch is one item of a tree that is written as a list: parents stand above
// what belongs to them.
type branch[T comparable] struct {
	item, parent T // parent is zero at depth 0
	depth        int
}

// outline writes a forest as a list, in the order of items; children stand
// under their parents. A circle of parents, which a rule reports elsewhere, is
// cut where it closes, so that every item stands in the list once.
func outline[T comparable](items []T, parent func(T) T, children func(T) []T) []branch[T] {
	var out []branch[T]
	var none T
	seen := map[T]bool{none: true}
	var walk func(item, above T, depth int)
	walk = func(item, above T, depth int) {
		if seen[item] {
			return
		}
		seen[item] = true
		out = append(out, branch[T]{item, above, depth})
		for _, child := range children(item) {
			walk(child, item, depth+1)
		}
	}
	for _, item := range items {
		if parent(item) == none {
			walk(item, none, 0)
		}
	}
	for _, item := range items {
		walk(item, none, 0)
	}
	return out
}
