package build

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/export"
	"glashelder/internal/output"
	"glashelder/internal/search"
)

func provenDemo(t *testing.T) *Built {
	t.Helper()
	var b Builder
	built, diags, err := b.Prove(context.Background(), Options{Dir: demo, Now: day})
	if err != nil || Stops(diags, false) {
		t.Fatal(err, diags)
	}
	return built
}

// TestServedIndex: the server gives the files that a build writes, and no others.
func TestServedIndex(t *testing.T) {
	var written output.Memory
	if _, err := provenDemo(t).Write(context.Background(), &written); err != nil {
		t.Fatal(err)
	}
	served, n := provenDemo(t), 0
	for _, f := range written.Files() {
		if !strings.HasPrefix(f.Path, export.SearchFolder) || strings.HasSuffix(f.Path, ".html") {
			continue
		}
		want, _ := written.Get(f.Path)
		got, ok, err := served.File(f.Path)
		if err != nil || !ok || !bytes.Equal(got, want) {
			t.Errorf("%s is served otherwise: %v, %v", f.Path, ok, err)
		}
		n++
	}
	if n < 10 {
		t.Errorf("only %d files of the index were written", n)
	}
	if _, ok, err := served.File(export.SearchFolder + "t/aaaaaaaa.bin"); ok || err != nil {
		t.Errorf("a file that is not there: %v, %v", ok, err)
	}
}

// TestCheckMakesNoIndex: a check does without the index, and knows its address.
func TestCheckMakesNoIndex(t *testing.T) {
	built := provenDemo(t)
	built.makes = func() ([]search.File, error) {
		t.Error("the index was made")
		return nil, nil
	}
	built.index = built.makes
	if diags, err := built.Proof(context.Background()); err != nil || Stops(diags, false) {
		t.Error(err, diags)
	}
}

// TestFoundByAmount: every allocation is found by its amount, in words and as a filter.
func TestFoundByAmount(t *testing.T) {
	built := provenDemo(t)
	f := newFinder(t, built)
	for _, a := range built.Site.Allocations {
		if !a.HasAwarded {
			continue
		}
		at := built.Site.Href(a.URL)
		amount := built.Site.Lang.Money(a.Awarded)[len("€\u00a0"):]
		if !f.leads(amount, at) {
			t.Errorf("%s is not found by %s", at, amount)
		}
		found, err := f.Search("soort:toelage bedrag:"+amount, search.ByScore)
		if err != nil {
			t.Fatal(err)
		}
		there := false
		for _, d := range found.Documents {
			card, err := f.Card(d)
			if err != nil {
				t.Fatal(err)
			}
			if card.Address == at {
				there = card.Cents != nil && *card.Cents == int64(a.Awarded)
			}
		}
		if !there {
			t.Errorf("%s is not found by bedrag:%s", at, amount)
		}
	}
}

// firstFound are the addresses of the first n results of a query.
func (f *finder) firstFound(query string, n int) []string {
	f.t.Helper()
	found, err := f.Search(query, search.ByScore)
	if err != nil {
		f.t.Fatal(err)
	}
	var first []string
	for _, d := range found.Documents[:min(n, len(found.Documents))] {
		card, err := f.Card(d)
		if err != nil {
			f.t.Fatal(err)
		}
		first = append(first, card.Address)
	}
	return first
}

// TestFoundByOtherWords: people need not know what the site calls things, nor how
// it writes: among the first three stands what they mean.
func TestFoundByOtherWords(t *testing.T) {
	f := newFinder(t, provenDemo(t))
	for query, page := range map[string]string{
		"toelage": "/regelingen/", "subsidie": "/regelingen/", "premies": "/regelingen/", "toelage aanvragen": "/regelingen/", "subsidie aanvragen": "/regelingen/",
		"voorwaarden toelage": "/regelingen/", "hoe vraag ik een toelage": "/regelingen/", "subsidiereglement": "/regelingen/", "structurele toelage": "/regelingen/basiswerk-structureel/", "demander une subvention": "/regelingen/", "how to apply for a grant": "/regelingen/",
		"geweigerd": "/toelagen/t23-015/", "geweigerde toelagen": "/toelagen/t23-015/", "afgewezen": "/toelagen/t22-015/", "subvention refusée": "/toelagen/t22-015/", "refused grants": "/toelagen/t22-015/",
		"teruggevorderd": "/toelagen/t22-007/", "subsidie buurtsalon": "/toelagen/t22-008/", "subsidie zilverlinde": "/toelagen/t22-008/",
		"notulen": "/verslagen/", "minutes": "/verslagen/", "procès-verbal": "/verslagen/", "besluiten": "/beslissingen/", "decision": "/beslissingen/", "décision": "/beslissingen/",
		"belofte": "/vragen/wachttijd-sociale-woning-opnieuw/#actie-gesprek-woonmaatschappijen", "klacht": "/vragen/", "complaint": "/vragen/", "afgelast": "/agenda/2026-10-08-bezoek-werkplaats/",
		"te laat": "/vragen/tolk-op-vergaderingen/", "handleiding": "/handleiding/",
	} {
		if first := f.firstFound(query, 3); !slices.ContainsFunc(first, func(at string) bool { return strings.HasPrefix(at, page) && at != "/regelingen/" }) {
			t.Errorf("%q finds %s first, not %s", query, first, page)
		}
	}
	for _, query := range []string{"decision", "minutes"} { // keys in English of the reference
		if first := f.firstFound(query, 3); slices.ContainsFunc(first, func(at string) bool { return strings.HasPrefix(at, "/handleiding/") }) {
			t.Errorf("%q finds the manual first: %s", query, first)
		}
	}
}

// TestFoundOverviews: pages that no document is are found by what they are called
// and what they explain.
func TestFoundOverviews(t *testing.T) {
	f := newFinder(t, provenDemo(t))
	for query, page := range map[string]string{
		"tijdlijn": "/tijdlijn/", "opvolging": "/opvolging/", "alles op deze site": "/alles/", "geld van 2023": "/geld/2023/", "wie krijgt wat per wijk": "/geld/verdeling/per-wijk/",
		"betalingen": "/geld/betalingen/", "nog te verdelen": "/geld/", "uitleg bij de tabellen": "/geld/kolommen/", "rij-verdwenen": "/handleiding/meldingen/", "velden toelage": "/handleiding/velden/toelage/",
	} {
		first := f.firstFound(query, 3)
		if !slices.ContainsFunc(first, func(at string) bool { return strings.HasPrefix(at, page) }) {
			t.Errorf("%q finds %s first, not %s", query, first, page)
		}
	}
}
