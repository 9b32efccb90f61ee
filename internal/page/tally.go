package page

// Counting allocations: for a year, a werf, a scheme, whatever. Each list is
// walked once, and every table is made from what was counted then.

import (
	"cmp"
	"slices"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// tally is the sums of some allocations, how many of them were invented, and
// what is still to be paid: of each what was awarded less what was paid, for one
// that was paid again after a recovery does not pay for another.
type tally struct {
	model.Totals
	examples int
	unpaid   locale.Money
}

func (t *tally) add(a *model.Allocation) {
	t.Totals.Add(a)
	if a.Example {
		t.examples++
	}
	t.unpaid, _ = t.unpaid.Add(max(0, a.Counts()-a.Paid))
}

func (t *tally) merge(u tally) {
	t.Merge(u.Totals)
	t.examples += u.examples
	t.unpaid, _ = t.unpaid.Add(u.unpaid)
}

func tallyOf(list []*model.Allocation) tally {
	var t tally
	for _, a := range list {
		t.add(a)
	}
	return t
}

// heap is the allocations that have one thing in common.
type heap[K comparable] struct {
	key K
	tally
}

// heaps counts allocations by key, in the order in which the keys come first.
// An allocation with several keys counts for each: several tells whether there
// is one, for then the heaps together are more than the whole.
func heaps[K comparable](list []*model.Allocation, keys func(*model.Allocation) []K) (out []heap[K], several bool) {
	at := map[K]int{}
	for _, a := range list {
		ks := keys(a)
		several = several || len(ks) > 1
		for _, k := range ks {
			i, known := at[k]
			if !known {
				i = len(out)
				at[k], out = i, append(out, heap[K]{key: k})
			}
			out[i].add(a)
		}
	}
	return out, several
}

// toEach gives the documents that a list of references leads to, each once;
// one zero where there is none.
func toEach[T interface {
	model.Document
	comparable
}](refs []model.Ref[T]) []T {
	var out []T
	for _, r := range refs {
		if r.OK() && !slices.Contains(out, r.To()) {
			out = append(out, r.To())
		}
	}
	if len(out) == 0 {
		var none T
		return []T{none}
	}
	return out
}

// bySum orders heaps by what was awarded, largest first; equal ones as they came.
func bySum[K comparable](list []heap[K]) []heap[K] {
	slices.SortStableFunc(list, func(a, b heap[K]) int { return cmp.Compare(b.Awarded, a.Awarded) })
	return list
}
