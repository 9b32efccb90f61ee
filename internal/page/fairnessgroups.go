package page

// Who gets what, by groups of organisations: only the counting. What must stay
// true: no row stands for fewer than fairLeast organisations, and what was
// merged cannot be had again by subtracting the other rows from the total;
// euros are whole cents; support in kind is never among them.

import (
	"cmp"
	"math/bits"
	"slices"

	"glashelder/internal/locale"
)

// fairLeast is how many organisations a row stands for at least.
const fairLeast = 5

// fairAward is an allocation as it counts here.
type fairAward struct {
	who     int          // number of the organisation
	groups  []string     // that it counts in; "" is the group of which nothing is known
	granted bool         // in euros or in kind
	inKind  bool         // support that is not money
	amount  locale.Money // awarded, in cents; 0 for support in kind
}

// fairRow is one group of organisations, or several that were merged.
type fairRow struct {
	keys           []string
	asked, granted int // organisations
	awards, inKind int // allocations that were granted: in euros, in kind
	receivers      int // organisations that were awarded euros
	awarded        locale.Money
	median         locale.Money // of what each of the receivers was awarded
	largest        locale.Money // what the one with most was awarded
}

// fairSplit is the allocations of a period by groups of organisations.
type fairSplit struct {
	rows    []fairRow       // in the order that was asked for, then what is not known, then what was merged
	total   fairRow         // of every organisation and allocation once
	known   int             // organisations of which a group is known
	reached map[string]bool // groups in which something was granted, in euros or in kind
}

// merged tells whether the row holds several groups.
func (r fairRow) merged() bool { return len(r.keys) > 1 }

// telling tells whether a row has enough receivers to say something of one of them.
func (r fairRow) telling() bool { return r.receivers >= fairLeast }

// shareAsked and shareMoney are parts of a total in hundredths of a per cent.
func (r fairRow) shareAsked(total fairRow) int { return hundredths(int64(r.asked), int64(total.asked)) }
func (r fairRow) shareMoney(total fairRow) int {
	return hundredths(int64(r.awarded), int64(total.awarded))
}

// longest is the largest share of all rows, in hundredths of a per cent.
func (s fairSplit) longest() int {
	out := 0
	for _, r := range s.rows {
		out = max(out, r.shareAsked(s.total), r.shareMoney(s.total))
	}
	return out
}

// split counts allocations by group; those of one organisation stand together.
// There are no rows where fewer than fairLeast organisations asked, where
// nothing is known of any, nor where all groups would be one row.
func split(awards []fairAward, order func(a, b string) int) fairSplit {
	members, known := membersOf(awards)
	out := fairSplit{known: known, reached: map[string]bool{}}
	var keys []string
	for key, m := range members {
		keys, out.reached[key] = append(keys, key), m.granted
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(unknownLast(a, b), order(a, b), cmp.Compare(a, b)) })
	rows, at := fairRows(keys, merge(keys, members))
	out.rows, out.total = count(awards, rows, at)
	if out.total.asked < fairLeast || out.known == 0 || len(out.rows) == 1 && out.rows[0].merged() {
		out.rows = nil
	}
	return out
}

func unknownLast(a, b string) int {
	if a != "" && b != "" {
		return 0
	}
	return cmp.Compare(b, a)
}

// fairMembers is the organisations of a group.
type fairMembers struct {
	who     []int // each once
	granted bool  // whether one of them was granted something
}

// membersOf gathers the organisations of each group, and counts those of which
// a group is known.
func membersOf(awards []fairAward) (members map[string]*fairMembers, known int) {
	members = map[string]*fairMembers{}
	last := -1 // of which a group is known
	for _, a := range awards {
		for _, key := range a.groups {
			m := members[key]
			if m == nil {
				m = &fairMembers{}
				members[key] = m
			}
			if n := len(m.who); n == 0 || m.who[n-1] != a.who {
				m.who = append(m.who, a.who)
			}
			m.granted = m.granted || a.granted
			if key != "" && last != a.who {
				last = a.who
				known++
			}
		}
	}
	return members, known
}

// merge says which groups are taken together: those of fewer than fairLeast
// organisations, then the next smallest until they are enough. Groups that were
// granted nothing are named elsewhere, so that all the money of the row is known
// to be that of the others: those must be enough as well.
func merge(keys []string, members map[string]*fairMembers) map[string]bool {
	bySize := slices.Clone(keys)
	slices.SortStableFunc(bySize, func(a, b string) int { return cmp.Compare(len(members[a].who), len(members[b].who)) })
	merged, all, granted := map[string]bool{}, map[int]bool{}, map[int]bool{}
	for _, key := range bySize {
		m := members[key]
		enough := len(all) >= fairLeast && (len(granted) == 0 || len(granted) >= fairLeast)
		if len(m.who) >= fairLeast && (len(merged) == 0 || enough) {
			break
		}
		merged[key] = true
		for _, who := range m.who {
			all[who] = true
			if m.granted {
				granted[who] = true
			}
		}
	}
	return merged
}

// fairRows makes the rows, the merged one last, and says where each group is.
func fairRows(keys []string, merged map[string]bool) (rows []fairRow, at map[string]int) {
	at = map[string]int{}
	var last fairRow
	for _, key := range keys {
		if merged[key] {
			last.keys = append(last.keys, key)
			continue
		}
		at[key], rows = len(rows), append(rows, fairRow{keys: []string{key}})
	}
	for _, key := range last.keys {
		at[key] = len(rows)
	}
	if len(last.keys) > 0 {
		rows = append(rows, last)
	}
	return rows, at
}

// count fills the rows. An allocation counts once in each row that one of its
// groups is in.
func count(awards []fairAward, rows []fairRow, at map[string]int) (filled []fairRow, total fairRow) {
	tills, whole := make([]fairTill, len(rows)), fairTill{row: &total}
	for i := range tills {
		tills[i].row = &rows[i]
	}
	var counted []int
	for _, a := range awards {
		counted = counted[:0]
		for _, key := range a.groups {
			if i := at[key]; !slices.Contains(counted, i) {
				tills[i].add(a)
				counted = append(counted, i)
			}
		}
		whole.add(a)
	}
	for i := range tills {
		tills[i].close()
	}
	whole.close()
	return rows, total
}

// fairTill counts for a row, one organisation after the other.
type fairTill struct {
	row     *fairRow
	open    bool
	who     int          // that is counted now
	granted bool         // whether it was granted something
	amount  locale.Money // that it was awarded
	amounts []locale.Money
}

func (t *fairTill) add(a fairAward) {
	if t.open && t.who != a.who {
		t.next()
	}
	t.open, t.who = true, a.who
	t.granted, t.amount = t.granted || a.granted, t.amount+a.amount
	switch {
	case a.granted && a.inKind:
		t.row.inKind++
	case a.granted:
		t.row.awards++
	}
}

// next ends what is counted of an organisation.
func (t *fairTill) next() {
	t.row.asked++
	if t.granted {
		t.row.granted++
	}
	if t.amount > 0 {
		t.amounts = append(t.amounts, t.amount)
	}
	t.row.awarded += t.amount
	t.granted, t.amount = false, 0
}

func (t *fairTill) close() {
	if t.open {
		t.next()
	}
	t.row.receivers, t.row.median = len(t.amounts), median(t.amounts)
	if len(t.amounts) > 0 {
		t.row.largest = slices.Max(t.amounts)
	}
}

// median is the amount in the middle; of an even number the mean of the two in
// the middle, half a cent rounded up. 0 for none. It sorts the amounts.
func median(amounts []locale.Money) locale.Money {
	if len(amounts) == 0 {
		return 0
	}
	slices.Sort(amounts)
	low, high := amounts[(len(amounts)-1)/2], amounts[len(amounts)/2]
	return low + (high-low+1)/2
}

// hundredths is a part of a whole in hundredths of a per cent, half rounded up:
// 1234 is 12.34 %. 0 where the whole is nothing. The part is at most the whole.
func hundredths(part, whole int64) int {
	if whole <= 0 || part <= 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(part), 10000)
	low, carry := bits.Add64(low, uint64(whole)/2, 0)
	share, _ := bits.Div64(high+carry, low, uint64(whole))
	return int(share)
}
