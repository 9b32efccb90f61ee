package search

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// The browser's engine is held against Searcher on one small index:
// testdata/index.json has its files (name: base64), testdata/queries.json what
// Searcher finds in it. Both are written anew by go test -update.

// answer is what a query finds: numbers of documents in order.
type answer struct {
	Query      string `json:"query"`
	Order      Order  `json:"order"` // 0 score, 1 date, 2 amount
	Documents  []int  `json:"documents"`
	Suggestion string `json:"suggestion"`
}

// sharedIndex has several shards of everything.
func sharedIndex(t *testing.T) Index {
	t.Helper()
	all, _ := readJudged(t)
	for _, d := range small() {
		d.ID = "klein/" + d.ID
		all = append(all, d)
	}
	index, err := Build(slices.Values(all), Options{Facets: []string{"soort", "jaar", "werf"}, files: sizes{term: 250, spelling: 250, positionsEvery: 2, cards: 5}})
	if err != nil {
		t.Fatal(err)
	}
	return index
}

// sharedQueries are all queries that the tests ask, and some of every kind.
func sharedQueries(t *testing.T) []string {
	t.Helper()
	_, judged := readJudged(t)
	queries := slices.Concat(everyFile, foldWords, tokenTexts, []string{
		"", "wij", "ver", "w", "stad gent wijk", "subsidie -reglement", `-"burgemeester en schepenen" college`, "boom OR lid", "één OF kompas wijk", "-soort:verslag", "-soort:verslag -soort:beslissing jaar:2020..",
		"soort:vraag soort:activiteit", "jaar:>2021", "jaar:<=2013", "jaar:x", "bedrag:>x", "bedrag:<x", `"soort:x y"`, "wijk ge", "wijk bes", "datum:2021", "datum:2021-05", "datum:>=2023-02-02", "bedrag:<8000", "bedrag:18.500", "bedrag:1..2", `soort:"beslissing" de`,
		`"de"`, `""`, `"raad van de stad"`, `"subsidiereglement voor buurtfeesten"`, "en de van het", "Eén vereniging", "een vereniging", "jeugdwerkerskring", "bewonerssubsidie", "vergaderden", "boomsoort",
		"soort:>b", "soort:..verslag de", "soort:a..v stad", "bedrag:>1,5x", "bedrag:<9999999999999", `subsidie OR "bestaatniet reglement"`, "de het een", "wat is het reglement van de stad", "pleintje", "huizen", "gekregen",
		"datum:x", `-"x".`, `"soort"beslissing`, `jaar:">2020"`, "bedrag:€3.000", "dienst debatsattest één", "wijkraads.", "jeugdhuiss", "wijk-a", `-"".`, "jaar:>+5", "-\u00a0x", "01-20", "waarr", "doof", "mijn", strings.Repeat("de wijk ", 12) + `"de wijk" de`,
	})
	for _, q := range judged {
		queries = append(queries, q.query)
	}
	return queries
}

func TestShared(t *testing.T) {
	index := sharedIndex(t)
	files := map[string][]byte{}
	for _, f := range index.Files {
		files[f.Name] = f.Data
	}
	s := openIndex(t, index)
	if n := s.Manifest.Terms.size(); n < 5 {
		t.Errorf("the shared index has %d shards", n)
	}
	var answers []answer
	for i, query := range sharedQueries(t) {
		order := Order(i % 7 % 3)
		found, err := s.Search(query, order)
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, answer{query, order, found.Documents, found.Suggestion})
	}
	same(t, "testdata/index.json", files)
	same(t, "testdata/queries.json", answers)
}

// same holds a value against what is kept in a file, or writes it there.
func same(t *testing.T, file string, value any) {
	t.Helper()
	var now bytes.Buffer
	w := json.NewEncoder(&now)
	w.SetEscapeHTML(false)
	w.SetIndent("", " ")
	if err := w.Encode(value); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, now.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(was, now.Bytes()) {
		t.Errorf("%s differs; if that is meant, run go test -update, and hold the browser's engine against it", file)
	}
}
