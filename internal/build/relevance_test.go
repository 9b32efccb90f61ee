package build

// Whether readers find what they came for on the demo site: two sets of queries,
// whose answers people judged by reading the documents. What must stay true: the
// judgements know no engine. relevancebeside_test.go has Pagefind answer the same
// queries on the same pages, relevancesqlite_test.go SQLite.

import (
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glashelder/internal/search"
)

// judgedQuery is a query and how good each answer is, by the path of its page.
type judgedQuery struct {
	kind, text string
	grades     map[string]int
}

// judgedSet is a file of queries, and what must hold of them.
type judgedSet struct {
	name, file string
	least      int                // queries that the file has at least
	floors     map[string]float64 // nDCG@10 by kind
	recall     map[string]float64 // recall@50 by kind
	reciprocal float64            // least mean reciprocal rank of known items
	empty      float64            // greatest share of queries that find nothing
	leads      map[string]float64 // nDCG@10 above Pagefind that reads the pages, by kind
	behind     map[string]float64 // how much SQLite may be ahead, by kind; nothing in others
}

// judgedSets are the queries that the engine was made with, and those of readers
// who had not seen it.
var judgedSets = []judgedSet{
	{name: "own", file: "relevance.txt", least: 64, floors: floors, recall: recalls, reciprocal: leastReciprocal, empty: 0.02, leads: leads,
		behind: map[string]float64{"filter": 0.005}}, // filters alone: both find the same, and no order is right
	{name: "blind", file: "relevance-blind.txt", least: 48, floors: blindFloors, recall: blindRecalls, reciprocal: 0.99, empty: 0.03, leads: blindLeads,
		behind: map[string]float64{"bekend": 0.01, "bepaling": 0.03}},
}

// floors are what the engine must reach of each kind, nDCG@10, a little under
// what was measured; "alle" is the mean over all queries.
var floors = map[string]float64{
	"bekend": 0.95, "hoofd": 0.93, "bepaling": 0.97, "los": 0.95, "verbuiging": 0.92, "tikfout": 0.94, "filter": 0.96, "naam": 0.96, "alle": 0.95,
}

// leastReciprocal is the least mean reciprocal rank of known items.
const leastReciprocal = 0.99

// shown and recalled are how many pages count for nDCG and for recall.
const shown, recalled = 10, 50

// recalls are the least shares of what answers a query, wholly or in part, among
// the first fifty pages: of each query, and then the mean of its kind.
var recalls = map[string]float64{"hoofd": 0.95, "bepaling": 0.95, "los": 0.95, "verbuiging": 0.95}

// The same of the blind set, a little under what was measured. Two pages that it
// names are generated, of keys and of messages, and in no index.
var (
	blindFloors  = map[string]float64{"bekend": 0.91, "hoofd": 0.9, "bepaling": 0.95, "los": 0.84, "verbuiging": 0.89, "tikfout": 0.88, "filter": 0.97, "naam": 0.91, "alle": 0.91}
	blindRecalls = map[string]float64{"hoofd": 0.95, "bepaling": 0.93, "los": 0.88, "verbuiging": 0.77}
	blindLeads   = map[string]float64{"alle": 0.2, "hoofd": 0.4, "los": 0.2, "tikfout": 0.4}
)

// readQueries reads "kind | query | grade page page | grade page …" a line. A
// page that is not on the site is a failure, as is a page judged twice.
func readQueries(t *testing.T, built *Built, set judgedSet) []judgedQuery {
	t.Helper()
	text, err := os.ReadFile("testdata/" + set.file)
	if err != nil {
		t.Fatal(err)
	}
	var all []judgedQuery
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, " | ")
		q := judgedQuery{columns[0], columns[1], map[string]int{}}
		for _, column := range columns[2:] {
			words := strings.Fields(column)
			grade, err := strconv.Atoi(words[0])
			if err != nil || grade < 1 || grade > 3 {
				t.Fatalf("no grade: %s", column)
			}
			for _, page := range words[1:] {
				if _, there, err := built.Page(urlOf(page)); err != nil || !there || q.grades[page] > 0 {
					t.Fatalf("%s: %s is judged twice or is no page: %v", q.text, page, err)
				}
				q.grades[page] = grade
			}
		}
		all = append(all, q)
	}
	if len(all) < set.least {
		t.Fatalf("only %d queries", len(all))
	}
	return all
}

// gradedGain is the nDCG of the first ten pages; the gain of a page is 2^grade-1.
func gradedGain(found []string, grades map[string]int) float64 {
	sum := func(grades []int) (gain float64) {
		for i, grade := range grades[:min(shown, len(grades))] {
			gain += float64(int(1)<<grade-1) / math.Log2(float64(i+2))
		}
		return gain
	}
	var given []int
	for _, page := range found {
		given = append(given, grades[page])
	}
	best := slices.Sorted(maps.Values(grades))
	slices.Reverse(best)
	return sum(given) / sum(best)
}

// recallOf is the share of the pages of grade 2 and 3 that was found, and what was
// not; 1 where there are none.
func recallOf(found []string, grades map[string]int) (share float64, missed []string) {
	wanted := 0
	for _, page := range slices.Sorted(maps.Keys(grades)) {
		if grades[page] < 2 {
			continue
		}
		wanted++
		if !slices.Contains(found, page) {
			missed = append(missed, page)
		}
	}
	if wanted == 0 {
		return 1, nil
	}
	return 1 - float64(len(missed))/float64(wanted), missed
}

// scores are the figures of one engine.
type scores struct {
	gain       map[string]float64 // mean nDCG@10 by kind, and of "alle"
	reciprocal float64            // mean reciprocal rank of what "bekend" queries are for
	empty      float64            // share of queries without any result
}

func score(queries []judgedQuery, answers [][]string) scores {
	s, counts := scores{gain: map[string]float64{}}, map[string]float64{}
	for i, q := range queries {
		for _, kind := range []string{q.kind, "alle"} {
			s.gain[kind] += gradedGain(answers[i], q.grades)
			counts[kind]++
		}
		if len(answers[i]) == 0 {
			s.empty++
		}
		at := slices.IndexFunc(answers[i], func(page string) bool { return q.grades[page] == 3 })
		if q.kind == "bekend" && at >= 0 && at < shown {
			s.reciprocal += 1 / float64(at+1)
		}
	}
	for kind, n := range counts {
		s.gain[kind] /= n
	}
	s.reciprocal /= counts["bekend"]
	s.empty /= counts["alle"]
	return s
}

// ourAnswers are the fifty best pages for each query. Results on one page count
// once, where the best of them stands, as Pagefind shows them.
func ourAnswers(t *testing.T, built *Built, queries []judgedQuery) [][]string {
	t.Helper()
	f, answers := newFinder(t, built), make([][]string, len(queries))
	for i, q := range queries {
		found, err := f.Search(q.text, search.ByScore)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found.Documents {
			card, err := f.Card(d)
			if err != nil {
				t.Fatal(err)
			}
			if page := pageOf(built, card.Address); !slices.Contains(answers[i], page) {
				answers[i] = append(answers[i], page)
			}
			if len(answers[i]) == recalled {
				break
			}
		}
	}
	return answers
}

// pageOf is the path of a page on the site, without slashes around it.
func pageOf(built *Built, address string) string {
	address, _, _ = strings.Cut(address, "#")
	return strings.Trim(strings.TrimPrefix(address, built.Site.Config.Prefix()), "/")
}

// urlOf is the other way round; the home page is "".
func urlOf(page string) string { return strings.TrimSuffix("/"+page, "/") + "/" }

// TestRelevance: people find what they came for, and find it high.
func TestRelevance(t *testing.T) {
	built := provenDemo(t)
	for _, set := range judgedSets {
		t.Run(set.name, func(t *testing.T) {
			queries := readQueries(t, built, set)
			answers := ourAnswers(t, built, queries)
			for i, q := range queries {
				if gain := gradedGain(answers[i], q.grades); gain < 0.8 {
					t.Logf("%.2f %s: %s: %v", gain, q.kind, q.text, answers[i][:min(shown, len(answers[i]))])
				}
			}
			gains(t, set, score(queries, answers))
			recall(t, set, queries, answers)
		})
	}
}

// gains holds what stands high against what must hold.
func gains(t *testing.T, set judgedSet, s scores) {
	t.Helper()
	for _, kind := range slices.Sorted(maps.Keys(s.gain)) {
		t.Logf("%-10s nDCG@10 %.3f", kind, s.gain[kind])
		if s.gain[kind] < set.floors[kind] {
			t.Errorf("%s: nDCG@10 is %.3f, less than %.2f", kind, s.gain[kind], set.floors[kind])
		}
	}
	t.Logf("known items: MRR %.3f; without results: %.1f %%", s.reciprocal, 100*s.empty)
	if s.reciprocal < set.reciprocal || s.empty > set.empty {
		t.Errorf("known items must have an MRR of %.2f, and at most %.0f %% of queries may find nothing", set.reciprocal, 100*set.empty)
	}
}

// recall holds what is found at all against what must hold.
func recall(t *testing.T, set judgedSet, queries []judgedQuery, answers [][]string) {
	t.Helper()
	sums, counts := map[string]float64{}, map[string]float64{}
	for i, q := range queries {
		share, missed := recallOf(answers[i], q.grades)
		sums[q.kind] += share
		counts[q.kind]++
		if len(missed) > 0 {
			t.Logf("not among the first %d: %s: %s: %v", recalled, q.kind, q.text, missed)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(sums)) {
		share := sums[kind] / counts[kind]
		t.Logf("%-10s recall@%d %.3f", kind, recalled, share)
		if share < set.recall[kind] {
			t.Errorf("%s: recall@%d is %.3f, less than %.2f", kind, recalled, share, set.recall[kind])
		}
	}
}
