package search

import (
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// judged is a query with the documents that answer it.
type judged struct {
	kind, query string
	answers     []string
}

// readJudged reads testdata/relevance.txt: documents ("# id | kind | date |
// title", then the text), then queries ("? kind = query : answers").
func readJudged(t *testing.T) (all []Document, queries []judged) {
	text, err := os.ReadFile("testdata/relevance.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "# "); ok {
			f := strings.Split(head, " | ")
			all = append(all, Document{ID: f[0], Kind: f[1], Date: f[2], Title: f[3], Language: "nl", Ages: true, Facets: []FacetOf{{"soort", f[1], ""}, {"jaar", f[2][:4], ""}}})
			if f[0] == "voedsel" {
				all[len(all)-1].Cents = 1_850_000
			}
		} else if q, ok := strings.CutPrefix(line, "? "); ok {
			kind, rest, _ := strings.Cut(q, " = ")
			at := strings.LastIndex(rest, " : ")
			queries = append(queries, judged{kind, rest[:at], strings.Fields(rest[at+3:])})
		} else if line != "" {
			all[len(all)-1].Text += line
		}
	}
	return all, queries
}

// TestRelevance: the judged answers stand high among 300 other documents.
func TestRelevance(t *testing.T) {
	all, queries := readJudged(t)
	others := newCorpus(11).withoutCivic()
	for i := range 300 {
		d := others.document(i, 300)
		d.Names = nil
		all = append(all, d)
	}
	s := open(t, all)
	sums, counts, reciprocal, nothing := map[string]float64{}, map[string]float64{}, 0.0, 0
	for _, q := range queries {
		found, _ := find(t, s, q.query)
		score := ndcg(found, q.answers)
		for _, kind := range []string{q.kind, "all"} {
			sums[kind] += score
			counts[kind]++
		}
		if q.kind == "known" {
			reciprocal += 1 / float64(1+max(0, slices.Index(found, q.answers[0])))
		}
		if len(found) == 0 {
			nothing++
		}
		if score < 0.9 {
			t.Logf("%.2f %s %q: %v", score, q.kind, q.query, found[:min(5, len(found))])
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(map[string]int{"known": 0, "head": 0, "modifier": 0, "split": 0, "inflection": 0, "typo": 0, "facet": 0, "phrase": 0, "all": 0})) {
		t.Logf("%-10s nDCG@10 %.3f of %.0f queries", kind, sums[kind]/counts[kind], counts[kind])
		if sums[kind]/counts[kind] < 0.85 {
			t.Errorf("%s: nDCG@10 is %.3f", kind, sums[kind]/counts[kind])
		}
	}
	if mrr := reciprocal / counts["known"]; mrr < 0.99 || nothing*50 > len(queries) {
		t.Errorf("known items: MRR %.3f; %d of %d queries find nothing", mrr, nothing, len(queries))
	}
}

// ndcg is the normalised discounted cumulative gain of the first ten.
func ndcg(found, answers []string) float64 {
	gain, ideal := 0.0, 0.0
	for i := range 10 {
		discount := 1 / math.Log2(float64(i+2))
		if i < len(found) && slices.Contains(answers, found[i]) {
			gain += discount
		}
		if i < len(answers) {
			ideal += discount
		}
	}
	return gain / ideal
}
