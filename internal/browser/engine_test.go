package browser

// The search engine of the browser, held against the one in Go: on the index and
// answers that both share, and on every word of the demo site's own texts. What
// must stay true: both find the same documents in the same order, and whatever
// happens to the files or is typed, the engine answers.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"glashelder/internal/search"
	"glashelder/internal/serve"
	"glashelder/layouts"
)

// library serves the engine and some indexes, under the strict policy. Its files
// may be changed while it serves.
type library struct {
	sync.Mutex
	files map[string][]byte
}

func (l *library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.Lock()
	data, ok := l.files[strings.TrimPrefix(r.URL.Path, "/")]
	l.Unlock()
	w.Header().Set("Content-Security-Policy", serve.Policy)
	switch {
	case r.URL.Path == "/":
		_, _ = w.Write([]byte(`<!doctype html><html lang="nl"><title>Zoekmachine</title><link rel="icon" href="data:,">`))
	case !ok:
		http.NotFound(w, r)
	default:
		if strings.HasSuffix(r.URL.Path, ".js") {
			w.Header().Set("Content-Type", "text/javascript")
		}
		_, _ = w.Write(data)
	}
}

// put adds the files of an index under a folder, or replaces them.
func (l *library) put(folder string, files map[string][]byte) {
	l.Lock()
	defer l.Unlock()
	for name, data := range files {
		l.files[folder+"/"+name] = data
	}
}

// move puts the files of one folder in the place of those of another.
func (l *library) move(from, to string) {
	l.Lock()
	defer l.Unlock()
	maps.DeleteFunc(l.files, func(name string, _ []byte) bool { return strings.HasPrefix(name, to) })
	for name, data := range maps.Clone(l.files) {
		if rest, ok := strings.CutPrefix(name, from); ok {
			l.files[to+rest] = data
			delete(l.files, name)
		}
	}
}

// reply is what an engine finds.
type reply struct {
	Documents  []int  `json:"documents"`
	Suggestion string `json:"suggestion"`
}

// asked is a query with the order of its results: 0 score, 1 date, 2 amount.
type asked struct {
	Query string `json:"query"`
	Order int    `json:"order"`
	reply
}

// engine is a tab with the engine in it, as the variable engine.
type engine struct {
	*tab
	*library
}

func TestEngine(t *testing.T) {
	l := &library{files: map[string][]byte{}}
	for _, name := range []string{"zoekmachine", "zoektaal", "zoekfilters", "zoekspelling", "zoekuittreksel"} {
		source, err := layouts.Files.ReadFile("assets/js/" + name + ".js")
		if err != nil {
			t.Fatal(err)
		}
		l.files[name+".js"] = source
	}
	server := httptest.NewServer(l)
	defer server.Close()
	e := engine{startChrome(t).tab(t), l}
	if err := e.do(chromedp.Navigate(server.URL + "/")); err != nil {
		t.Fatal(err)
	}
	eval[bool](t, e, `
		const machine = await import("/zoekmachine.js"), parts = {language: () => import("/zoektaal.js"), filters: () => import("/zoekfilters.js"), spelling: () => import("/zoekspelling.js")};
		self.engine = {...machine, ...await import("/zoekuittreksel.js"), open: (base, options) => machine.open(base, parts, options)};
		return true;`)
	t.Run("words", func(t *testing.T) { engineWords(t, e) })
	t.Run("shared", func(t *testing.T) { engineShared(t, e) })
	t.Run("content", func(t *testing.T) { engineContent(t, e) })
	t.Run("facets", func(t *testing.T) { engineFacets(t, e) })
	t.Run("excerpts", func(t *testing.T) { engineExcerpts(t, e) })
	t.Run("odd", func(t *testing.T) { engineOdd(t, e) })
	if said, _ := e.told(); len(said) > 0 {
		t.Errorf("the engine is not quiet: %v", said)
	}
	t.Run("publication", func(t *testing.T) { enginePublishes(t, e) })
	t.Run("faults", func(t *testing.T) { engineFaults(t, e, server) }) // ends the server
}

// eval evaluates the body of an async function; data, of which it may have none,
// is its argument.
func eval[T any](t *testing.T, e engine, body string, data ...any) T {
	t.Helper()
	argument, err := json.Marshal(append([]any{}, data...))
	if err != nil {
		t.Fatal(err)
	}
	value, err := ask[T](e.tab, fmt.Sprintf("(async (...data) => {%s})(...%s)", body, argument), chromedp.EvalAwaitPromise)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// shared reads a file that package search keeps for both engines.
func shared[T any](t *testing.T, name string) (value T) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "search", "testdata", name))
	if err == nil {
		err = json.Unmarshal(data, &value)
	}
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// engineWords: both engines fold and cut alike.
func engineWords(t *testing.T, e engine) {
	vectors := shared[map[string]any](t, "fold.json")
	for _, wrong := range eval[[]string](t, e, `
		const [{fold, tokens}] = data, wrong = [];
		const same = (text, a, b) => JSON.stringify(a) === JSON.stringify(b) || wrong.push(JSON.stringify([text, a, b]));
		for (const [word, key] of fold) same(word, engine.fold(word), key);
		for (const [text, all] of tokens) same(text, engine.tokens(text).map((t) => [t.key, t.accent, t.position, t.parts ?? []]), all);
		return fold.length && tokens.length ? wrong : ["no vectors"];`, vectors) {
		t.Errorf("[text, browser, Go]: %s", wrong)
	}
}

// engineShared: both find the same in the index that they share.
func engineShared(t *testing.T, e engine) {
	e.put("gedeeld", shared[map[string][]byte](t, "index.json"))
	e.same(t, "gedeeld", shared[[]asked](t, "queries.json"))
}

// same holds the browser's answers in an index against others.
func (e engine) same(t *testing.T, folder string, want []asked) {
	t.Helper()
	if len(want) == 0 {
		t.Fatal("nothing is asked")
	}
	got := eval[[]struct {
		reply
		Error any `json:"error"`
	}](t, e, `
		const [folder, queries] = data, index = engine.open("/" + folder + "/"), answers = [];
		for (const {query, order} of queries) {
			const page = await index.search(query, {sort: ["", "newest", "highest"][order], limit: 1e6});
			answers.push({documents: page.results.map((r) => r.number), suggestion: page.suggestion?.instead ?? "", error: page.error});
		}
		return answers;`, folder, want)
	wrong := 0
	for i, w := range want {
		if g := got[i]; g.Error != nil || !slices.Equal(g.Documents, w.Documents) || g.Suggestion != w.Suggestion {
			if wrong++; wrong < 10 {
				t.Errorf("%.60q, order %d: the browser finds %v %q (%v), not %v %q", w.Query, w.Order, g.Documents, g.Suggestion, g.Error, w.Documents, w.Suggestion)
			}
		}
	}
	t.Logf("%d queries, %d differ", len(want), wrong)
}

var (
	wordOf  = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+(?:['’./_-][\p{L}\p{N}\p{M}]+)*`)
	titleOf = regexp.MustCompile(`(?m)^titel\s*[=:]\s*"?([^"\n]*)`)
)

// contentDocuments are the texts of the demo site, as they are written.
func contentDocuments(t *testing.T) (all []search.Document) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", "..", "content"), func(file string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text, n := string(data), len(all)
		d := search.Document{
			ID: "/" + filepath.ToSlash(file), Title: filepath.Base(file), Kind: filepath.Base(filepath.Dir(file)), Language: "nl", Text: text,
			Date: fmt.Sprintf("20%02d-%02d-01", 10+n%15, 1+n%12), Cents: int64(n%7) * 100_000,
		}
		if found := titleOf.FindStringSubmatch(text); found != nil {
			d.Title = found[1]
		}
		d.Facets = []search.FacetOf{{Facet: "soort", Key: d.Kind}, {Facet: "jaar", Key: d.Date[:4]}}
		all = append(all, d)
		return nil
	})
	if err != nil || len(all) < 20 {
		t.Fatalf("the demo site has %d texts: %v", len(all), err)
	}
	return all
}

// contentQueries are all words of some texts, their beginnings, neighbours and
// mistakes, each with what the Go engine finds.
func contentQueries(t *testing.T, s *search.Searcher, all []search.Document) (queries []asked) {
	t.Helper()
	seen := map[string]bool{}
	add := func(query string) {
		if seen[query] {
			return
		}
		seen[query] = true
		q := asked{Query: query, Order: len(queries) % 3}
		found, err := s.Search(query, search.Order(q.Order))
		if err != nil {
			t.Fatalf("%q: %v", query, err)
		}
		q.reply = reply{found.Documents, found.Suggestion}
		queries = append(queries, q)
	}
	for _, d := range all {
		words := wordOf.FindAllString(d.Text, -1)
		for i, w := range words {
			add(w + " ")
			if i%40 > 0 || i+2 >= len(words) {
				continue
			}
			letters := []rune(w)
			add(string(letters[:(len(letters)+1)/2]))
			add(string(letters[:len(letters)/2]) + "q" + string(letters[len(letters)/2:]))
			add(w + " " + words[i+1])
			add(w + words[i+1])
			add(fmt.Sprintf(`"%s %s" %s jaar:>2015`, w, words[i+1], words[i+2]))
			add(w + " OR " + words[i+2] + " -" + words[i+1] + " bedrag:>2.000")
			add(fmt.Sprintf("soort:>%s %s", d.Kind, w))
			add(fmt.Sprintf(`soort:..%s "%s %sx" OR %s`, d.Kind, w, words[i+1], words[i+2]))
		}
	}
	return queries
}

// engineContent: both resolve every word of the demo site to the same, and the
// first answer costs few requests.
func engineContent(t *testing.T, e engine) {
	all := contentDocuments(t)
	index, err := search.Build(slices.Values(all), search.Options{Facets: []string{"soort", "jaar"}})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range index.Files {
		files[f.Name] = f.Data
	}
	s, err := search.Open(func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	e.put("inhoud", files)
	queries := contentQueries(t, s, all)
	for some := range slices.Chunk(queries, 4000) {
		e.same(t, "inhoud", some)
	}
	costs := eval[[]float64](t, e, `
		const first = engine.open("/inhoud/"), {error, results} = await first.search("werf ");
		const times = [];
		for (const {query} of data[0]) {
			await first.search(query);
			const start = performance.now();
			await first.search(query);
			times.push(performance.now() - start);
		}
		times.sort((a, b) => a - b);
		let requests = 0, bytes = 0;
		const counting = async (...asked) => {
			const response = await fetch(...asked);
			requests++;
			bytes += (await response.clone().arrayBuffer()).byteLength;
			return response;
		};
		await engine.open("/inhoud/", {fetch: counting}).search("werf ");
		return [error ? 0 : results.length, requests, bytes, times[times.length >> 1], times[times.length * .95 | 0]];`, queries[:min(500, len(queries))])
	t.Logf("the first query: %.0f results, %.0f requests, %.0f bytes; warm: median %.2f ms, 95 %% %.2f ms", costs[0], costs[1], costs[2], costs[3], costs[4])
	if costs[0] == 0 || costs[1] > 14 {
		t.Errorf("the first query gives %.0f results for %.0f requests", costs[0], costs[1])
	}
}

// engineFacets: a facet counts as if nothing of it were chosen, and filters in
// the query are as those apart.
func engineFacets(t *testing.T, e engine) {
	for _, wrong := range eval[[]string](t, e, `
		const index = engine.open("/inhoud/"), wrong = [], of = async (page, name) => Object.fromEntries((await page.facets()).facets.find((f) => f.name === name).values.map((v) => [v.key, v.count]));
		const same = (what, a, b) => JSON.stringify(a) === JSON.stringify(b) || wrong.push(what + ": " + JSON.stringify([a, b]));
		const plain = await index.search("de"), years = await of(plain, "jaar"), kinds = await of(plain, "soort");
		const two = Object.keys(years).slice(0, 2), [kind] = Object.keys(kinds);
		const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
		same("counts", [sum(years), sum(kinds)], [plain.total, plain.total]);
		const page = await index.search("de", {filters: {jaar: two}});
		same("or within", page.total, years[two[0]] + years[two[1]]);
		same("own choice", await of(page, "jaar"), years);
		same("others", sum(await of(page, "soort")), page.total);
		const both = await index.search("de", {filters: {jaar: two, soort: [kind]}});
		same("and between", both.total, (await of(page, "soort"))[kind] ?? 0);
		const typed = await index.search("de soort:" + kind + " " + two.map((y) => "jaar:" + y).join(" "));
		same("typed", typed.results, both.results);
		const chosen = (await both.facets()).facets.flatMap((f) => f.values.filter((v) => v.chosen).map((v) => v.key));
		same("chosen", chosen.sort(), [kind, ...two].sort());
		same("some", (await both.facets(["jaar"])).facets.map((f) => f.name), ["jaar"]);
		for (const [up, down, field] of [["oldest", "newest", "date"], ["lowest", "highest", "cents"]]) {
			const [a, b] = await Promise.all([up, down].map((sort) => index.search("de", {sort, limit: 1000})));
			const values = (page) => page.results.map((r) => r[field] || null), having = values(a).filter((v) => v);
			same(up, having, [...having].sort((a, b) => a < b ? -1 : a > b ? 1 : 0));
			same(down, values(b).filter((v) => v), [...having].reverse());
			same("none last", [values(a).indexOf(null), values(b).indexOf(null)].map((i) => i < 0 ? having.length : i), [having.length, having.length]);
		}
		const pages = await Promise.all([0, 5].map((offset) => index.search("de", {offset, limit: 5})));
		same("pages", pages.flatMap((p) => p.results), plain.results.slice(0, 10));
		same("filter only", (await index.search("", {filters: {soort: [kind]}})).total, (await index.search("soort:" + kind)).total);
		return plain.total > 20 ? wrong : ["too few results"];`) {
		t.Error(wrong)
	}
}

// engineExcerpts: an excerpt shows the words found, and says nothing else than
// the text.
func engineExcerpts(t *testing.T, e engine) {
	for _, wrong := range eval[[]string](t, e, `
		const wrong = [], filler = "Er stond iets heel anders in dit lange stuk. ".repeat(60);
		const text = filler + "Het <b>subsidiereglement</b> voor de wijkraad\n\n werd goedgekeurd. " + filler;
		const check = (what, ok, segments) => ok || wrong.push(what + ": " + JSON.stringify(segments));
		const said = (segments) => segments.map((s) => s.text).join(""), hits = (segments) => segments.filter((s) => s.hit).map((s) => s.text).join("|");
		const both = engine.excerpt(text, [["reglement"], ["wijkraad", "wijkraden"]]);
		check("hits", hits(both) === "subsidiereglement|wijkraad", both);
		check("length", said(both).length < 220 && said(both).length > 100, both);
		check("dots", said(both).startsWith("… ") && said(both).endsWith(" …"), both);
		check("text", text.replace(/\s+/g, " ").includes(said(both).slice(2, -2).trim()), both);
		const none = engine.excerpt(text, [["zwembad"]]);
		check("none", !hits(none) && said(none).startsWith("Er stond"), none);
		check("short", said(engine.excerpt("  kort  stuk ", [["stuk"]])) === "kort stuk", 0);
		check("empty", engine.excerpt("", [["x"]]).length === 0, 0);
		check("accents", hits(engine.excerpt("Één woord, foto's", [["een"], ["foto"]])) === "Één|foto's", engine.excerpt("Één woord, foto's", [["een"], ["foto"]]));
		check("says", engine.says("Reglement van de wijkraden", [["reglement"], ["wijkraad", "wijkraden"]]) && !engine.says("Reglement", [["reglement"], ["wijkraad"]]), 0);
		check("one long word", said(engine.excerpt("x".repeat(5000) + " y", [["y"]])).length < 260, 0);
		return wrong;`) {
		t.Error(wrong)
	}
}

// engineOdd: whatever is typed, an answer comes soon.
func engineOdd(t *testing.T, e engine) {
	for _, wrong := range eval[[]string](t, e, `
		const index = engine.open("/inhoud/"), wrong = [], pieces = ['"', "-", ":", "..", " ", "“", "é", "😀", "\u202e", "\u00ad", "\ud800", "<b>", "de", "OR ", "soort:", "bedrag:>", "5.000", "'", "/", "__proto__:"];
		const queries = [..."\"-:.<&\u202e\u200f😀".split("").map((c) => c.repeat(10000)), "subsidie ".repeat(1200), "x".repeat(10000), "a.".repeat(5000), "-x ".repeat(3000), "x OR ".repeat(2000), '"a b" '.repeat(1600), "soort:x ".repeat(1200), "<script>alert(1)</script>", null, undefined, 7];
		for (let i = 0, seed = 1; i < 500; i++) queries.push(Array.from({length: i % 12}, () => pieces[(seed = seed * 48271 % 2147483647) % pieces.length]).join(""));
		for (const query of queries) {
			const start = performance.now(), page = await index.search(query).catch((e) => ({error: "throws " + e}));
			if (page.error || performance.now() - start > 2000) wrong.push(JSON.stringify([String(query).slice(0, 40), page.error, performance.now() - start]));
		}
		return wrong;`) {
		t.Error(wrong)
	}
}

// fault gives the error of a query in an index, with the folder of the file and
// how much there is beside it; "" if there is none.
func (e engine) fault(t *testing.T, folder, query string) string {
	t.Helper()
	return eval[string](t, e, `
		const [folder, query] = data, page = await engine.open("/" + folder + "/").search(query);
		return page.error ? page.error.kind + " " + page.error.file.replace(/[^/]*$/, "") + page.results.length + page.words().length + (await page.facets()).facets.length : "";`, folder, query)
}

// engineFaults: files that are gone, damaged or newer are errors that can be
// shown, and so is a network that is gone.
func engineFaults(t *testing.T, e engine, server *httptest.Server) {
	expect := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, not %q", what, got, want)
		}
	}
	for _, c := range []struct {
		folder, prefix, want string
		change               func([]byte) []byte
	}{
		{"heel", "", "", bytes.Clone},
		{"weg", "t/", "missing t/000", func([]byte) []byte { return nil }},
		{"half", "t/", "damaged t/000", func(data []byte) []byte { return data[:len(data)/2] }},
		{"leeg", "c/", "damaged c/000", func([]byte) []byte { return []byte{} }},
		{"nieuw", "manifest", "format 000", func(data []byte) []byte { return bytes.Replace(data, []byte(`"format":2`), []byte(`"format":3`), 1) }},
		{"stuk", "manifest", "damaged 000", func(data []byte) []byte { return data[1:] }},
	} {
		files := shared[map[string][]byte](t, "index.json")
		for name, data := range files {
			if !strings.HasPrefix(name, c.prefix) {
				continue
			}
			if files[name] = c.change(data); files[name] == nil {
				delete(files, name)
			}
		}
		e.put(c.folder, files)
		expect(c.folder, e.fault(t, c.folder, "stad"), c.want)
	}
	expect("a manifest of its own that is gone", eval[string](t, e, `
		const page = await engine.open("/gedeeld/", {manifest: "vorige.json"}).search("stad");
		return page.error?.kind ?? "" + (page.total > 0);`), "true")
	expect("no index", e.fault(t, "nergens", "stad"), "missing 000")
	expect("a query that is outdated", eval[string](t, e, `
		const stop = new AbortController(), page = engine.open("/gedeeld/").search("stad", {signal: stop.signal});
		stop.abort();
		return (await page).error.kind;`), "aborted")
	server.Close()
	expect("no network", e.fault(t, "gedeeld", "stad"), "network 000")
}

// enginePublishes: when other files are published, a page that is open finds
// what they say.
func enginePublishes(t *testing.T, e engine) {
	e.put("uitgave", shared[map[string][]byte](t, "index.json"))
	if !eval[bool](t, e, `self.index = engine.open("/uitgave/"); return !(await index.search("subsidie")).error;`) {
		t.Fatal("the first index is not read")
	}
	e.move("inhoud/", "uitgave/")
	if found := eval[[]int](t, e, `
		const pages = await Promise.all(["vergadering", "vergader", "vergadering"].map((query) => index.search(query)));
		const now = await engine.open("/uitgave/").search("vergadering"), {error, facets} = await pages[2].facets();
		return pages.some((page) => page.error) || error || !facets.length ? [] : [pages[0].total, pages[2].total, now.total];`); len(found) != 3 || found[0] == 0 || found[0] != found[1] || found[0] != found[2] {
		t.Errorf("after a publication an open page finds, and a new one: %v", found)
	}
	if n := eval[int](t, e, `
		self.before = await index.search("vergadering");
		return before.total;`); n == 0 {
		t.Fatal("nothing is found")
	}
	e.put("uitgave2", shared[map[string][]byte](t, "index.json"))
	e.move("uitgave2/", "uitgave/")
	if wrong := eval[string](t, e, `
		const {error, facets} = await before.facets();
		return error?.kind ?? (facets.length ? "" : "no facets");`); wrong != "" {
		t.Errorf("after another, the counts of a page that is open: %s", wrong)
	}
}
