package build

// The queries of relevance_test.go, answered by SQLite FTS5 with trigrams where
// npm can fetch it: what a server with a small database would give.
// What must stay true: it has the texts, facets and amounts that our index has.

import (
	"bytes"
	"encoding/json"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sqlitePackage is what npm fetches.
const sqlitePackage = "@sqlite.org/sqlite-wasm@3.50.4-build1"

// sqliteDocument is a page for SQLite.
type sqliteDocument struct {
	Address string        `json:"address"`
	Title   string        `json:"title"`
	Text    string        `json:"text"`
	Cents   *int64        `json:"cents"`
	Facets  []sqliteFacet `json:"facets"`
}

type sqliteFacet struct {
	Name string `json:"name"`
	Key  string `json:"key"`
}

// sqliteQuery is a query in its words; amounts are in cents, nil for no bound.
type sqliteQuery struct {
	Words  []string            `json:"words"` // or phrases, without quotes
	Facets map[string][]string `json:"facets"`
	Least  *int64              `json:"least"`
	Most   *int64              `json:"most"`
}

// TestRelevanceBesideSQLite: ours is better in every kind of query, but for what
// a set names.
func TestRelevanceBesideSQLite(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node no comparison with SQLite")
	}
	folder := fetchPackage(t, sqlitePackage)
	if folder == "" {
		t.Skip("without SQLite no comparison with it")
	}
	built := provenDemo(t)
	documents := sqliteDocuments(built)
	for _, set := range judgedSets {
		t.Run(set.name, func(t *testing.T) {
			queries := readQueries(t, built, set)
			theirs := sqliteAnswers(t, node, folder, documents, queries)
			ours, other := compare(t, "SQLite", queries, ourAnswers(t, built, queries), theirs)
			for _, kind := range slices.Sorted(maps.Keys(ours.gain)) {
				if ours.gain[kind]+set.behind[kind] <= other.gain[kind] {
					t.Errorf("%s: SQLite has %.3f, we %.3f", kind, other.gain[kind], ours.gain[kind])
				}
			}
		})
	}
}

// sqliteDocuments are the pages that our index leads to, each once: a page says
// what the items on it say.
func sqliteDocuments(built *Built) (list []sqliteDocument) {
	for d := range built.SearchDocuments() {
		if strings.Contains(d.ID, "#") {
			continue
		}
		text := slices.Concat([]string{d.Summary}, d.Headings, []string{d.Text}, d.Names)
		row := sqliteDocument{Address: pageOf(built, d.ID), Title: d.Title, Text: strings.Join(text, "\n")}
		if d.Cents != 0 {
			row.Cents = &d.Cents
		}
		for _, f := range d.Facets {
			row.Facets = append(row.Facets, sqliteFacet{f.Facet, f.Key})
		}
		list = append(list, row)
	}
	return list
}

// sqliteAnswers are the ten best pages for each query.
func sqliteAnswers(t *testing.T, node, folder string, documents []sqliteDocument, queries []judgedQuery) (answers [][]string) {
	t.Helper()
	var asked struct {
		Documents []sqliteDocument `json:"documents"`
		Queries   []sqliteQuery    `json:"queries"`
	}
	asked.Documents = documents
	for _, q := range queries {
		asked.Queries = append(asked.Queries, sqliteQueryOf(q.text))
	}
	input, _ := json.Marshal(asked)
	cmd := exec.Command(node, "testdata/sqlite.mjs", folder)
	cmd.Stdin = bytes.NewReader(input)
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("SQLite does not answer: %v", err)
	}
	for line := range bytes.Lines(said) {
		var found []string
		if err := json.Unmarshal(line, &found); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, found)
	}
	return answers
}

var phraseOrWord = regexp.MustCompile(`"[^"]+"|\S+`)

// sqliteQueryOf takes a query apart.
func sqliteQueryOf(text string) sqliteQuery {
	q := sqliteQuery{Words: []string{}}
	var amount string
	text, q.Facets, amount = filtersOf(text)
	q.Least, q.Most = centsBetween(amount)
	for _, word := range phraseOrWord.FindAllString(text, -1) {
		q.Words = append(q.Words, strings.Trim(word, `"`))
	}
	return q
}

// centsBetween reads >40000, <500, 3000..5000 or 1000, in euro; a bound that is
// not there is nil.
func centsBetween(amount string) (least, most *int64) {
	cents := func(euro string) *int64 {
		n, err := strconv.ParseInt(euro, 10, 64)
		if err != nil {
			return nil
		}
		n *= 100
		return &n
	}
	if from, to, ranged := strings.Cut(amount, ".."); ranged {
		return cents(from), cents(to)
	}
	if euro, is := strings.CutPrefix(amount, ">"); is {
		return cents(euro), nil
	}
	if euro, is := strings.CutPrefix(amount, "<"); is {
		return nil, cents(euro)
	}
	return cents(amount), cents(amount)
}
