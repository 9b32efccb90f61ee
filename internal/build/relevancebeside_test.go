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
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glashelder/internal/export"
	"glashelder/internal/search"
)

// leads are what it must be above Pagefind that reads the pages. Of heads, 0.40
// is the aim: those of three letters (fietslessen, rolstoelbus) are not found yet.
var leads = map[string]float64{"alle": 0.2, "hoofd": 0.32, "los": 0.4, "tikfout": 0.4}

// TestRelevanceBesidePagefind: what the same queries find with Pagefind, which is
// given our facets as its filters; it has no amounts. Once it reads the pages, as
// anyone would run it; once pages of the texts of our documents alone, without
// the lists of other documents that stand on pages, which is the best for it.
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
	queries := readQueries(t, built)
	ours := ourAnswers(t, built, queries)
	for _, bare := range []bool{false, true} {
		t.Run(map[bool]string{false: "pages", true: "texts"}[bare], func(t *testing.T) {
			folder := pagefindIndex(t, built, program, bare)
			mine, theirs := compare(t, queries, ours, pagefindAnswers(t, node, folder, queries))
			for kind, lead := range leads {
				if got := mine.gain[kind] - theirs.gain[kind]; got < lead && !bare {
					t.Errorf("%s: %.2f above Pagefind, not %.2f", kind, got, lead)
				}
			}
		})
	}
}

// pagefindAnswers are the ten best pages for each query, of the index in a folder.
func pagefindAnswers(t *testing.T, node, folder string, queries []judgedQuery) (answers [][]string) {
	t.Helper()
	var asked bytes.Buffer
	for _, q := range queries {
		words, filters := pagefindQuery(q.text)
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

// compare prints the figures of both, and where Pagefind is better.
func compare(t *testing.T, queries []judgedQuery, ourAnswers, theirAnswers [][]string) (ours, theirs scores) {
	t.Helper()
	if len(theirAnswers) != len(queries) {
		t.Fatalf("%d answers of Pagefind to %d queries", len(theirAnswers), len(queries))
	}
	for i, q := range queries {
		mine, other := gradedGain(ourAnswers[i], q.grades), gradedGain(theirAnswers[i], q.grades)
		if mine < other {
			t.Logf("Pagefind is better, %.2f to %.2f: %s\n ours %v\n theirs %v", other, mine, q.text, ourAnswers[i], theirAnswers[i])
		}
	}
	ours, theirs = score(queries, ourAnswers), score(queries, theirAnswers)
	for _, kind := range slices.Sorted(maps.Keys(floors)) {
		t.Logf("%-10s nDCG@10 %.3f, Pagefind %.3f", kind, ours.gain[kind], theirs.gain[kind])
	}
	t.Logf("known items: MRR %.3f, Pagefind %.3f; without results %.1f %%, Pagefind %.1f %%", ours.reciprocal, theirs.reciprocal, 100*ours.empty, 100*theirs.empty)
	return ours, theirs
}

var mainBegins = regexp.MustCompile(`<main[^>]*>`)

// pagefindIndex writes the pages that our index leads to, with the facets of
// their documents as filters, has Pagefind index them, and gives its folder.
func pagefindIndex(t *testing.T, built *Built, program string, bare bool) string {
	t.Helper()
	public := t.TempDir()
	for d := range export.SearchDocuments(built.Site) {
		if strings.Contains(d.ID, "#") {
			continue
		}
		page, there, err := built.Page(urlOf(pageOf(built, d.ID)))
		if err != nil || !there {
			t.Fatalf("%s: %v", d.ID, err)
		}
		if bare {
			page = textPage(d)
		}
		var filters strings.Builder
		for _, f := range d.Facets {
			fmt.Fprintf(&filters, `<span data-pagefind-filter="%s:%s"></span>`, f.Facet, f.Key)
		}
		page = mainBegins.ReplaceAllFunc(page, func(tag []byte) []byte { return slices.Concat(tag, []byte(filters.String())) })
		writePage(t, public, pageOf(built, d.ID), page)
	}
	out := filepath.Join(t.TempDir(), "pagefind")
	cmd := exec.Command(program, "--site", public, "--output-path", out, "--root-selector", "main")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("Pagefind failed: %v %s", err, said)
	}
	return out
}

// textPage is a page of what a document says, and no more.
func textPage(d search.Document) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<html lang="%s"><body><main><h1>%s</h1><p>%s</p>`, d.Language, html.EscapeString(d.Title), html.EscapeString(d.Summary))
	for _, h := range d.Headings {
		fmt.Fprintf(&b, "<h2>%s</h2>", html.EscapeString(h))
	}
	fmt.Fprintf(&b, "<p>%s</p><p>%s</p></main></body></html>", html.EscapeString(d.Text), html.EscapeString(strings.Join(d.Names, ", ")))
	return []byte(b.String())
}

// pagefindQuery gives a query in the words of Pagefind: any of the values of a
// filter that has more, like jaar:2026..2027.
func pagefindQuery(text string) (words string, filters map[string]any) {
	filters = map[string]any{}
	var rest []string
	for _, word := range strings.Fields(text) {
		name, value, is := strings.Cut(word, ":")
		switch {
		case is && name == "bedrag":
		case is:
			values := []string{value}
			if from, to, ranged := strings.Cut(value, ".."); ranged {
				values = nil
				low, _ := strconv.Atoi(from)
				high, _ := strconv.Atoi(to)
				for year := low; year <= high; year++ {
					values = append(values, strconv.Itoa(year))
				}
			}
			filters[name] = map[string]any{"any": values}
		default:
			rest = append(rest, word)
		}
	}
	return strings.Join(rest, " "), filters
}
