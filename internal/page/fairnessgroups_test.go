package page

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/locale"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		amounts []locale.Money
		want    locale.Money
	}{
		{nil, 0},
		{[]locale.Money{7}, 7},
		{[]locale.Money{9, 1, 4}, 4},
		{[]locale.Money{4, 2}, 3},
		{[]locale.Money{10, 1, 4, 3}, 4}, // 3.5 cents
		{[]locale.Money{math.MaxInt64, math.MaxInt64 - 1}, math.MaxInt64},
	} {
		if got := median(c.amounts); got != c.want {
			t.Errorf("median of %v: %d, want %d", c.amounts, got, c.want)
		}
	}
}

func TestHundredths(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        int
	}{
		{0, 0, 0}, {5, 0, 0}, {0, 5, 0}, {1, 3, 3333}, {2, 3, 6667}, {1, 20000, 1}, {1, 20001, 0},
		{7, 7, 10000}, {math.MaxInt64, math.MaxInt64, 10000}, {math.MaxInt64 / 4, math.MaxInt64, 2500},
	} {
		if got := hundredths(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %d, want %d", c.part, c.whole, got, c.want)
		}
	}
}

// granting is awards of one euro to each of some new organisations in a group.
// A group in capitals is refused.
func granting(sizes ...string) []fairAward {
	var out []fairAward
	for _, s := range sizes {
		var group string
		var n int
		if _, err := fmt.Sscanf(s, "%1s%d", &group, &n); err != nil {
			panic(err)
		}
		granted := group == strings.ToLower(group)
		for range n {
			a := fairAward{who: len(out), groups: []string{strings.Trim(group, "?")}, granted: granted}
			if granted {
				a.amount = 100
			}
			out = append(out, a)
		}
	}
	return out
}

func rowsText(rows []fairRow) string {
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%s:%d", strings.Join(r.keys, "+"), r.asked))
	}
	return strings.Join(out, " ")
}

func TestSplitMerges(t *testing.T) {
	for _, c := range []struct {
		name   string
		groups []string
		want   string
	}{
		{"none is small", []string{"a5", "b6"}, "a:5 b:6"},
		{"two small ones", []string{"a9", "b3", "c3"}, "a:9 b+c:6"},
		{"one small one takes the next smallest", []string{"a9", "b2", "c6"}, "a:9 b+c:8"},
		{"of equal ones the first in order joins", []string{"a6", "b6", "c2"}, "b:6 a+c:8"},
		{"the small ones are too few together", []string{"a9", "b1", "c2", "d7"}, "a:9 b+c+d:10"},
		{"all in one row", []string{"a4", "b5"}, ""},
		{"fewer than five", []string{"a4"}, ""},
		{"nothing is known", []string{"?9"}, ""},
		{"one group", []string{"a5"}, "a:5"},
		{"what is not known comes after what is", []string{"?6", "a5"}, "a:5 :6"},
		{"what is not known merges", []string{"a9", "?2", "b4"}, "a:9 b+:6"},
		{"a group without grants does not hide others", []string{"a9", "b6", "c4", "D4"}, "a:9 D+b+c:14"},
		{"groups without grants may be among themselves", []string{"a9", "C3", "D4"}, "a:9 C+D:7"},
	} {
		order := func(a, b string) int { return cmp.Compare(a, b) }
		if got := rowsText(split(granting(c.groups...), order).rows); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSplitCounts(t *testing.T) {
	var awards []fairAward
	awards = append(awards, fairAward{who: 0, groups: []string{"a"}, granted: true, amount: 900}) // its first
	for who := range 6 {
		awards = append(awards, fairAward{who: who, groups: []string{"a"}, granted: true, amount: locale.Money(100 * (who + 1))})
	}
	awards = append(awards,
		fairAward{who: 6, groups: []string{"a"}, granted: true, inKind: true},
		fairAward{who: 7, groups: []string{"a"}},
	)
	s := split(awards, strings.Compare)
	want := fairRow{keys: []string{"a"}, asked: 8, granted: 7, awards: 7, inKind: 1, receivers: 6, awarded: 3000, median: 450, largest: 1000}
	if len(s.rows) != 1 || fmt.Sprint(s.rows[0]) != fmt.Sprint(want) {
		t.Errorf("rows %+v, want %+v", s.rows, want)
	}
	if want.keys = nil; fmt.Sprint(s.total) != fmt.Sprint(want) || s.known != 8 || !s.reached["a"] {
		t.Errorf("total %+v, known %d, reached %v", s.total, s.known, s.reached)
	}
}

// naive counts by definition, from nothing but the allocations.
func naive(awards []fairAward, keys []string) (r fairRow, withGrant int) {
	r.keys = keys
	open := map[string]bool{}
	for _, a := range awards {
		for _, key := range a.groups {
			open[key] = open[key] || a.granted
		}
	}
	asked, granted, grantedGroups, sums := map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]locale.Money{}
	for _, a := range awards {
		in := slices.ContainsFunc(a.groups, func(key string) bool { return slices.Contains(keys, key) })
		if !in {
			continue
		}
		if slices.ContainsFunc(a.groups, func(key string) bool { return slices.Contains(keys, key) && open[key] }) {
			grantedGroups[a.who] = true
		}
		asked[a.who] = true
		if a.granted {
			granted[a.who] = true
		}
		sums[a.who] += a.amount
		r.awarded += a.amount
		if a.granted && a.inKind {
			r.inKind++
		} else if a.granted {
			r.awards++
		}
	}
	var amounts []locale.Money
	for _, sum := range sums {
		if sum > 0 {
			amounts = append(amounts, sum)
			r.largest = max(r.largest, sum)
		}
	}
	r.asked, r.granted, r.receivers, r.median = len(asked), len(granted), len(amounts), median(amounts)
	return r, len(grantedGroups)
}

// randomAwards are allocations of organisations that are in one group each, or
// in several.
func randomAwards(r *rand.Rand, several bool) []fairAward {
	groups := strings.Split("abcdefgh", "")[:1+r.IntN(8)]
	home := make([]string, 1+r.IntN(60))
	for i := range home {
		if home[i] = groups[min(r.IntN(len(groups)), r.IntN(len(groups)))]; r.IntN(9) == 0 {
			home[i] = ""
		}
	}
	out := make([]fairAward, r.IntN(120))
	for i := range out {
		a := fairAward{who: r.IntN(len(home)), granted: r.IntN(4) > 0}
		a.groups = []string{home[a.who]}
		if several && home[a.who] != "" {
			for _, g := range groups {
				if r.IntN(5) == 0 && g != home[a.who] {
					a.groups = append(a.groups, g)
				}
			}
		}
		if a.inKind = r.IntN(6) == 0; a.granted && !a.inKind {
			a.amount = locale.Money(r.IntN(1_000_000))
		}
		out[i] = a
	}
	slices.SortFunc(out, func(a, b fairAward) int { return cmp.Compare(a.who, b.who) })
	return out
}

// Every row is what its groups are by definition and stands for five at least;
// where an organisation is in one group, the rows add up to the total, so that
// the total less the others is a row again.
func TestSplitHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tables, mergers := 0, 0
	for i := range 4000 {
		several := i%2 == 1
		awards := randomAwards(r, several)
		s := split(awards, strings.Compare)
		var all, shown []string
		for _, a := range awards {
			all = append(all, a.groups...)
		}
		slices.Sort(all)
		all = slices.Compact(all)
		whole, _ := naive(awards, all)
		if whole.keys = nil; fmt.Sprint(whole) != fmt.Sprint(s.total) {
			t.Fatalf("total %+v, want %+v", s.total, whole)
		}
		if len(s.rows) == 0 {
			checkHidden(t, awards, all, s)
			continue
		}
		tables++
		var sum fairRow
		for j, row := range s.rows {
			want, withGrant := naive(awards, row.keys)
			if fmt.Sprint(row) != fmt.Sprint(want) {
				t.Fatalf("row %+v, want %+v", row, want)
			}
			if row.asked < fairLeast || row.merged() && (j != len(s.rows)-1 || withGrant > 0 && withGrant < fairLeast) {
				t.Fatalf("rows %s: %+v is not safe", rowsText(s.rows), row)
			}
			if row.merged() {
				mergers++
			}
			shown = append(shown, row.keys...)
			sum.asked, sum.granted, sum.awards, sum.inKind, sum.awarded = sum.asked+row.asked, sum.granted+row.granted, sum.awards+row.awards, sum.inKind+row.inKind, sum.awarded+row.awarded
		}
		slices.Sort(shown)
		if !slices.Equal(shown, all) {
			t.Fatalf("rows of %q, want %q", shown, all)
		}
		if w := s.total; !several && (sum.asked != w.asked || sum.granted != w.granted || sum.awards != w.awards || sum.inKind != w.inKind || sum.awarded != w.awarded) {
			t.Fatalf("the rows are %+v together, the total %+v", sum, w)
		}
	}
	if tables < 1000 || mergers < 300 {
		t.Errorf("only %d tables and %d mergers were looked at", tables, mergers)
	}
}

// checkHidden fails where a table is missing that could have been shown.
func checkHidden(t *testing.T, awards []fairAward, keys []string, s fairSplit) {
	t.Helper()
	small := false
	for _, key := range keys {
		row, _ := naive(awards, []string{key})
		small = small || row.asked < fairLeast
	}
	if s.total.asked >= fairLeast && !small && s.known > 0 {
		t.Fatalf("no table of %d organisations in groups %q", s.total.asked, keys)
	}
}
