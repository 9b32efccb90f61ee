package locale

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestCompare(t *testing.T) {
	sorted := []string{"", "1", "2", "10", "Aalst", "appel", "Ärzte", "azijn", "een", "Eén", "één", "Gent", "werf 2", "werf 10", "zon", "Zon", "Жук"}
	nl := Get("nl")
	for i, a := range sorted {
		for j, b := range sorted {
			if got := sign(nl.Compare(a, b)); got != sign(i-j) {
				t.Errorf("Compare(%q, %q) = %d", a, b, got)
			}
		}
	}
}

func TestSortBy(t *testing.T) {
	type item struct{ name, note string }
	items := []item{{"zon", ""}, {"één", "1"}, {"Appel", ""}, {"één", "2"}, {"een", ""}}
	SortBy(Get("nl"), items, func(i item) string { return i.name })
	var names []string
	for _, i := range items {
		names = append(names, i.name+i.note)
	}
	if got := strings.Join(names, " "); got != "Appel een één1 één2 zon" {
		t.Errorf("sorted: %s", got)
	}
}

// TestCompareAtOnce is for the race detector: collators are not safe to share.
func TestCompareAtOnce(t *testing.T) {
	want := []string{"a", "B", "c", "één", "Z"}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				got := []string{"Z", "één", "c", "B", "a"}
				slices.SortFunc(got, Get("nl").Compare)
				if !slices.Equal(got, want) {
					t.Errorf("sorted: %v", got)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzCompare(f *testing.F) {
	f.Add("werf 2", "werf 10", "Werf 1")
	f.Add("0", "00", "١")
	f.Add("een", "één", "Eén")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		nl := Get("nl")
		names := []string{a, b, c}
		slices.SortFunc(names, nl.Compare)
		if nl.Compare(names[0], names[2]) > 0 || nl.Compare(a, b) != -nl.Compare(b, a) || (nl.Compare(a, b) == 0) != (a == b) {
			t.Fatalf("no order: %q", names)
		}
	})
}
