package build

// The queries of relevance_test.go, answered by Pagefind where npm can fetch it.
// What must stay true: it is given all that it can use, so that what it lacks is
// its own.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glashelder/internal/search"
)

// leads are what it must be above Pagefind that reads the pages.
var leads = map[string]float64{"alle": 0.2, "hoofd": 0.4, "los": 0.4, "tikfout": 0.4}

// TestRelevanceBesidePagefind: what the same queries find with Pagefind, which has
// no amounts. Once it reads the built pages with their attributes, as anyone would
// run it; once pages of the texts of our documents alone, with our facets as its
// filters.
func TestRelevanceBesidePagefind(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node no comparison with Pagefind")
	}
	program := fetchPagefind(t)
	if program == "" {
		t.Skip("without Pagefind no comparison with it")
	}
	built := provenDemo(t)
	for _, bare := range []bool{false, true} {
		public, values := builtPages(t, built)
		if bare {
			public, values = textPages(t, built)
		}
		folder := pagefindIndex(t, program, public)
		for _, set := range judgedSets {
			t.Run(map[bool]string{false: "pages", true: "texts"}[bare]+"/"+set.name, func(t *testing.T) {
				queries := readQueries(t, built, set)
				theirs := pagefindAnswers(t, node, folder, queries, values)
				mine, other := compare(t, "Pagefind", queries, ourAnswers(t, built, queries), theirs)
				for kind, lead := range set.leads {
					if got := mine.gain[kind] - other.gain[kind]; got < lead && !bare {
						t.Errorf("%s: %.2f above Pagefind, not %.2f", kind, got, lead)
					}
				}
			})
		}
	}
}

// filterValues are the values of the filters of some pages, by the name of the
// facet and the key of its value in our index.
type filterValues map[string]map[string][]string

func (v filterValues) add(facet, key, value string) {
	if v[facet] == nil {
		v[facet] = map[string][]string{}
	}
	if !slices.Contains(v[facet][key], value) {
		v[facet][key] = append(v[facet][key], value)
	}
}

// pagefindAnswers are the ten best pages for each query, of the index in a folder.
func pagefindAnswers(t *testing.T, node, folder string, queries []judgedQuery, values filterValues) (answers [][]string) {
	t.Helper()
	var asked bytes.Buffer
	for _, q := range queries {
		words, filters := pagefindQuery(q.text, values)
		line, _ := json.Marshal(map[string]any{"words": words, "filters": filters})
		asked.Write(append(line, '\n'))
	}
	cmd := exec.Command(node, "testdata/pagefind.mjs", folder)
	cmd.Stdin = &asked
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("Pagefind does not answer: %v", err)
	}
	for line := range bytes.Lines(said) {
		var found []string
		if err := json.Unmarshal(line, &found); err != nil {
			t.Fatal(err)
		}
		for i, address := range found {
			found[i] = strings.Trim(address, "/")
		}
		answers = append(answers, found)
	}
	return answers
}

// compare prints the figures of both, and where the other engine is better.
func compare(t *testing.T, engine string, queries []judgedQuery, ourAnswers, theirAnswers [][]string) (ours, theirs scores) {
	t.Helper()
	if len(theirAnswers) != len(queries) {
		t.Fatalf("%d answers of %s to %d queries", len(theirAnswers), engine, len(queries))
	}
	for i, q := range queries {
		mine, other := gradedGain(ourAnswers[i], q.grades), gradedGain(theirAnswers[i], q.grades)
		if mine < other {
			first := ourAnswers[i][:min(shown, len(ourAnswers[i]))]
			t.Logf("%s is better, %.2f to %.2f: %s\n ours %v\n theirs %v", engine, other, mine, q.text, first, theirAnswers[i])
		}
	}
	ours, theirs = score(queries, ourAnswers), score(queries, theirAnswers)
	for _, kind := range slices.Sorted(maps.Keys(ours.gain)) {
		t.Logf("%-10s nDCG@10 %.3f, %s %.3f, lead %+.3f", kind, ours.gain[kind], engine, theirs.gain[kind], ours.gain[kind]-theirs.gain[kind])
	}
	t.Logf("known items: MRR %.3f, %s %.3f; without results %.1f %%, %.1f %%", ours.reciprocal, engine, theirs.reciprocal, 100*ours.empty, 100*theirs.empty)
	return ours, theirs
}

// builtPages writes all pages of the site, and gives the values of their filters:
// a page has labels where our index has keys.
func builtPages(t *testing.T, built *Built) (public string, values filterValues) {
	t.Helper()
	public, values = t.TempDir(), filterValues{}
	written := map[string]map[string][]string{}
	for _, p := range built.Pages {
		page, _, err := built.Page(p.URL)
		if err != nil {
			t.Fatal(err)
		}
		written[built.Site.Href(p.URL)] = pagefindFilters(page)
		writePage(t, public, strings.Trim(p.URL, "/"), page)
	}
	for d := range built.SearchDocuments() {
		for _, f := range d.Facets {
			for _, value := range written[d.ID][f.Facet] {
				if strings.EqualFold(value, f.Label) || value == f.Key {
					values.add(f.Facet, f.Key, value)
				}
			}
		}
	}
	return public, values
}

// textPages writes pages of what our documents say, and no more.
func textPages(t *testing.T, built *Built) (public string, values filterValues) {
	t.Helper()
	public, values = t.TempDir(), filterValues{}
	for d := range built.SearchDocuments() {
		if strings.Contains(d.ID, "#") {
			continue
		}
		for _, f := range d.Facets {
			values.add(f.Facet, f.Key, f.Key)
		}
		writePage(t, public, pageOf(built, d.ID), textPage(d))
	}
	return public, values
}

// pagefindIndex has Pagefind index pages, and gives the folder of the index.
func pagefindIndex(t *testing.T, program, public string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "pagefind")
	cmd := exec.Command(program, "--site", public, "--output-path", out, "--force-language", "nl") // one index, as ours; best for it
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("Pagefind failed: %v %s", err, said)
	}
	return out
}

// textPage is a page of what a document says, and no more.
func textPage(d search.Document) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<html lang="%s"><body>`, d.Language)
	for _, f := range d.Facets {
		fmt.Fprintf(&b, `<span data-pagefind-filter="%s:%s"></span>`, f.Facet, f.Key)
	}
	fmt.Fprintf(&b, `<main><h1>%s</h1><p>%s</p>`, html.EscapeString(d.Title), html.EscapeString(d.Summary))
	for _, h := range d.Headings {
		fmt.Fprintf(&b, "<h2>%s</h2>", html.EscapeString(h))
	}
	fmt.Fprintf(&b, "<p>%s</p><p>%s</p></main></body></html>", html.EscapeString(d.Text), html.EscapeString(strings.Join(d.Names, ", ")))
	return []byte(b.String())
}

// pagefindQuery gives a query in the words of Pagefind: any of the values of a
// filter that has more. It has no amounts.
func pagefindQuery(text string, values filterValues) (words string, filters map[string]any) {
	words, asked, _ := filtersOf(text)
	filters = map[string]any{}
	for name, keys := range asked {
		value := []string{}
		for _, key := range keys {
			value = append(value, values[name][key]...)
		}
		if len(value) == 0 {
			value = keys // which no page has
		}
		filters[name] = map[string]any{"any": value}
	}
	return words, filters
}

// filtersOf takes the filters out of a query: the values of each, which are more
// for years like jaar:2026..2027, and the amount as it was written.
func filtersOf(text string) (words string, values map[string][]string, amount string) {
	values = map[string][]string{}
	var rest []string
	for _, word := range strings.Fields(text) {
		name, value, is := strings.Cut(word, ":")
		from, to, ranged := strings.Cut(value, "..")
		switch {
		case !is:
			rest = append(rest, word)
		case name == "bedrag":
			amount = value
		case ranged:
			low, _ := strconv.Atoi(from)
			high, _ := strconv.Atoi(to)
			for year := low; year <= high; year++ {
				values[name] = append(values[name], strconv.Itoa(year))
			}
		default:
			values[name] = append(values[name], value)
		}
	}
	return strings.Join(rest, " "), values, amount
}

// fetchPagefind gives the program that indexes; "" where it cannot be had.
func fetchPagefind(t testing.TB) string {
	t.Helper()
	folder := fetchPackage(t, "pagefind@1.6")
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "node_modules", ".bin", "pagefind")
}

// fetchPackage has npm fetch a package, and gives the folder that has it in its
// node_modules; "" where it cannot be had, and then it says why.
func fetchPackage(t testing.TB, name string) string {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Logf("without npm no %s", name)
		return ""
	}
	folder := t.TempDir()
	if said, err := exec.Command(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, name).CombinedOutput(); err != nil {
		t.Logf("%s cannot be fetched, so no comparison: %v %s", name, err, said)
		return ""
	}
	return folder
}
