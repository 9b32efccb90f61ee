package browser

// The search page, as readers use it: it shows what the index holds, in the
// order in which the searcher in Go finds it; the address says it all; and
// whatever is typed, missing or broken, nothing but text comes of it and the
// lists are there. On the demo site, and on a small one below a path.

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"glashelder/internal/search"
)

// TestSearch opens the search page and searches.
func TestSearch(t *testing.T) {
	c := startChrome(t)
	demo, small := serveSite(t, filepath.Join("..", "..")), serveSite(t, smallSite(t))
	t.Run("finds", func(t *testing.T) { judgeAnswers(t, demo, c); judgeAnswers(t, small, c) })
	t.Run("facets", func(t *testing.T) { judgeFacets(t, demo, c) })
	t.Run("counts", func(t *testing.T) { judgeCounts(t, demo, c) })
	t.Run("ranges", func(t *testing.T) { judgeRanges(t, small, c) })
	t.Run("address", func(t *testing.T) { judgeSearchAddress(t, demo, c) })
	t.Run("more", func(t *testing.T) { judgeSearchMore(t, small, c) })
	t.Run("meant", func(t *testing.T) { judgeMeant(t, demo, c) })
	t.Run("languages", func(t *testing.T) { judgeSearchLanguages(t, demo, c) })
	t.Run("header", func(t *testing.T) { judgeHeader(t, small, c) })
	t.Run("hostile", func(t *testing.T) { judgeHostileSearch(t, small, c) })
	t.Run("keyboard", func(t *testing.T) { judgeSearchKeyboard(t, demo, c) })
	t.Run("failures", func(t *testing.T) { judgeSearchFailures(t, demo, c) })
	t.Run("no counts", func(t *testing.T) { judgeNoCounts(t, demo, c) })
	t.Run("stale", func(t *testing.T) { judgeStale(t, demo, c) })
	t.Run("narrow", func(t *testing.T) { judgeSearchNarrow(t, demo, c) })
	t.Run("early", func(t *testing.T) { judgeEarly(t, demo, c) })
	t.Run("broken", func(t *testing.T) { judgeBroken(t, demo, c) })
	t.Run("heard", func(t *testing.T) { judgeHeard(t, demo, c) })
	t.Run("focus", func(t *testing.T) { judgeSearchFocus(t, demo, c) })
	t.Run("chosen", func(t *testing.T) { judgeChosen(t, demo, c) })
	t.Run("telephone", func(t *testing.T) { judgeTelephone(t, demo, c) })
	t.Run("names", func(t *testing.T) { judgeNames(t, demo, c) })
	t.Run("marks", func(t *testing.T) { judgeMarks(t, demo, c) })
	t.Run("tips", func(t *testing.T) { judgeTips(t, demo) })
	t.Run("axe", func(t *testing.T) { judgeSearchAxe(t, demo, c) })
}

// judgeAnswers: what is shown is what the searcher in Go finds, in its order,
// and the words stand out in what was cut from the pages.
func judgeAnswers(t *testing.T, s *searched, c *chrome) {
	b, index := c.tab(t), s.searcher(t)
	some, marks := 0, 0
	for _, query := range []string{"toelage", "middenveldparlement", "participatie minderheden", `"sociaal middenveld"`, "doel 12", "beuk -doel", "soort:beslissing", "bestaatnietzeker"} {
		want := finds(t, index, query, search.ByScore)
		got := b.searches(t, s, "?q="+url.QueryEscape(query))
		if shown := want[:min(10, len(want))]; got.Status != s.shown(len(want)) || !slices.Equal(got.Titles, shown) {
			t.Errorf("%s: %s %q, want %d: %q", query, got.Status, got.Titles, len(want), shown)
		}
		if got.Nothing != (len(want) == 0) || got.Lists != (len(want) == 0) || got.Fault != "" {
			t.Errorf("%s: says that nothing is found: %t, shows the lists: %t; %s", query, got.Nothing, got.Lists, got.Fault)
		}
		some, marks = some+len(want), marks+len(got.Marks)
	}
	if some < 20 || marks < 5 {
		t.Errorf("%d results, %d words stand out", some, marks)
	}
	b.quiet(t)
}

// judgeFacets: one or the other within a facet, both of two facets; counts tell
// beforehand how many there will be, and the focus stays on the box.
func judgeFacets(t *testing.T, s *searched, c *chrome) {
	b, index := c.tab(t), s.searcher(t)
	before := b.searches(t, s, "?q=toelage")
	steps := []struct{ box, query string }{
		{"soort=beslissing", "toelage soort:beslissing"},
		{"soort=verslag", "toelage soort:beslissing soort:verslag"},
		{"werf=1", "toelage soort:beslissing soort:verslag werf:1"},
		{"soort=verslag", "toelage soort:beslissing werf:1"},
	}
	for _, step := range steps {
		want := finds(t, index, step.query, search.ByScore)
		got := b.enters(t, step.box, "")
		name, key, _ := strings.Cut(step.box, "=")
		if got.Status != s.shown(len(want)) || !slices.Equal(got.Titles, want[:min(10, len(want))]) || got.Focus != step.box {
			t.Errorf("%s: %s %q, want %d; focus on %s", step.query, got.Status, got.Titles, len(want), got.Focus)
		}
		if i := slices.IndexFunc(before.Facets[name], func(v string) bool { return strings.HasPrefix(v, key+" ") }); step == steps[0] {
			if i < 0 || !strings.HasSuffix(before.Facets[name][i], fmt.Sprintf(" %d", len(want))) {
				t.Errorf("%s: counted beforehand as %q, is %d", step.box, before.Facets[name], len(want))
			}
		}
	}
	got := b.searches(t, s, "?soort=beslissing&werf=1")
	want := finds(t, index, "soort:beslissing werf:1", search.ByScore)
	if got.Status != s.shown(len(want)) || !slices.ContainsFunc(got.Facets["soort"], func(v string) bool { return strings.HasPrefix(v, "*beslissing ") }) {
		t.Errorf("facets of an address: %s, want %d; %q", got.Status, len(want), got.Facets["soort"])
	}
	b.quiet(t)
}

// judgeCounts: what nobody sees is not asked for: no column on a telephone until
// some choices are opened, and the organisations only when theirs are. Kinds have
// their names all the same.
func judgeCounts(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	if err := b.do(look(390, "light"), chromedp.Navigate(s.base+s.model.Href("/zoek/")+"?q=wereldkeuken")); err != nil {
		t.Fatal(err)
	}
	fetched := func(what string) int {
		n, err := ask[int](b, fmt.Sprintf(`performance.getEntriesByType("resource").filter((e) => e.name.includes("/zoek/%s")).length`, what))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	got := b.shows(t)
	kinds, err := ask[[]string](b, `[...document.querySelectorAll("ol [data-soort]")].map((e) => e.textContent)`)
	if err != nil || !slices.Contains(kinds, "Organisatie") || !slices.Contains(kinds, "Toelage") {
		t.Errorf("the kinds are %q: %v", kinds, err)
	}
	if n := fetched("f/"); n != 0 || len(got.Facets["werf"]) > 0 {
		t.Errorf("before the choices are open there are %d columns, and %q", n, got.Facets["werf"])
	}
	open := func(what string) []string {
		t.Helper()
		if _, err := ask[bool](b, fmt.Sprintf(`document.querySelector(".gezocht %s summary").click(); true`, what), byReader); err != nil {
			t.Fatal(err)
		}
		return b.shows(t).Facets["organisatie"]
	}
	if open("details"); fetched("f/") != 0 {
		t.Errorf("with the choices open there are %d columns", fetched("f/"))
	}
	if names := open("[data-naam=soort]"); fetched("f/") != 1 || len(names) > 0 {
		t.Errorf("with the kinds open there are %d columns, and %q", fetched("f/"), names)
	}
	if names := open("[data-naam=organisatie]"); len(names) == 0 || !strings.Contains(strings.Join(names, "\n"), "Wereldkeuken") {
		t.Errorf("the organisations are %q", names)
	}
	if n := fetched("manifest.json"); n != 1 {
		t.Errorf("the manifest is asked for %d times", n)
	}
	b.quiet(t)
}

// judgeRanges: dates, amounts and orders.
func judgeRanges(t *testing.T, s *searched, c *chrome) {
	b, index := c.tab(t), s.searcher(t)
	for _, step := range []struct {
		name, value, query string
		order              search.Order
	}{
		{"min", "€ 1.080,05", "soort:toelage bedrag:1080,05..", search.ByScore},
		{"max", "1084.5", "soort:toelage bedrag:1080,05..1084,50", search.ByScore},
		{"min", "", "soort:toelage bedrag:..1084,50", search.ByScore},
		{"max", "", "soort:toelage", search.ByScore},
		{"van", "2021-01-05", "soort:toelage datum:2021-01-05..", search.ByScore},
		{"tot", "2021-01-20", "soort:toelage datum:2021-01-05..2021-01-20", search.ByScore},
		{"sorteer", "hoogste", "soort:toelage datum:2021-01-05..2021-01-20", search.ByAmount},
	} {
		if step.name == "min" && step.value != "" {
			b.searches(t, s, "?soort=toelage")
		}
		want := finds(t, index, step.query, step.order)
		got := b.enters(t, step.name, step.value)
		if got.Status != s.shown(len(want)) || !slices.Equal(got.Titles, want[:min(10, len(want))]) || len(want) == 0 {
			t.Errorf("%s %s: %s %q, want %d %q", step.name, step.value, got.Status, got.Titles, len(want), want[:min(10, len(want))])
		}
	}
	all := b.searches(t, s, "?soort=toelage")
	got := b.enters(t, "min", "veel")
	wrong, err := ask[bool](b, `(() => {
		const field = document.querySelector("#zoek_min"), fault = document.querySelector("#zoek_fout");
		return field.ariaInvalid === "true" && !fault.hidden && field.getAttribute("aria-describedby").includes(fault.id);
	})()`)
	if err != nil || !wrong || got.Status != all.Status {
		t.Errorf("what is no amount is called wrong: %t; %s, want %s (%v)", wrong, got.Status, all.Status, err)
	}
	b.quiet(t)
}

// judgeSearchAddress: the address says what is asked and gives it again; back
// and forward go from search to search.
func judgeSearchAddress(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	first := b.searches(t, s, "")
	if first.Status != "" || !first.Lists {
		t.Errorf("without a question: %q; the lists are there: %t", first.Status, first.Lists)
	}
	b.enters(t, "q", "toel")
	word := b.enters(t, "q", "toelage")
	box := b.enters(t, "soort=beslissing", "")
	sorted := b.enters(t, "sorteer", "oudste")
	if want := s.model.Href("/zoek/") + "?q=toelage&soort=beslissing&sorteer=oudste"; sorted.At != want {
		t.Errorf("address %s, want %s", sorted.At, want)
	}
	for _, step := range []struct {
		script string
		want   answer
	}{{"history.back()", box}, {"history.back()", word}, {"history.back()", first}, {"history.go(3)", sorted}} {
		if _, err := ask[bool](b, step.script+"; true"); err != nil {
			t.Fatal(err)
		}
		if got := b.shows(t); got.At != step.want.At || got.Status != step.want.Status || got.Query != step.want.Query || !slices.Equal(got.Titles, step.want.Titles) {
			t.Errorf("%s: %s %q %q, want %s %q %q", step.script, got.At, got.Status, got.Titles, step.want.At, step.want.Status, step.want.Titles)
		}
	}
	fresh := c.tab(t)
	got := fresh.searches(t, s, strings.TrimPrefix(sorted.At, s.model.Href("/zoek/")))
	if !slices.Equal(got.Titles, sorted.Titles) || got.Status != sorted.Status || len(got.Titles) == 0 {
		t.Errorf("the address gives %q %q, want %q %q", got.Status, got.Titles, sorted.Status, sorted.Titles)
	}
	if got := fresh.searches(t, s, "?van=ooit&sorteer=zomaar&pagina=900&nieuws=ja&soort="); got.Status != "" || !got.Lists {
		t.Errorf("an address that asks for nothing: %q, lists: %t", got.Status, got.Lists)
	}
	b.quiet(t)
	fresh.quiet(t)
}

// judgeSearchMore: ten at a time, the focus on the first of the new ones, and
// the address gives all of them again.
func judgeSearchMore(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	want := finds(t, s.searcher(t), "soort:toelage", search.ByScore)
	b.searches(t, s, "?soort=toelage")
	if _, err := ask[bool](b, `document.querySelector("[data-deel=meer]").click(); true`); err != nil {
		t.Fatal(err)
	}
	got := b.shows(t)
	focus, err := ask[string](b, `document.activeElement.textContent`)
	if err != nil || !slices.Equal(got.Titles, want[:20]) || focus != want[10] || !strings.HasSuffix(got.At, "&pagina=2") {
		t.Errorf("more: %s, focus on %q, %q (%v)", got.At, focus, got.Titles, err)
	}
	b.searches(t, s, "?soort=toelage")
	if _, err := ask[bool](b, `(() => {
		document.querySelector("#zoek_q").value = "doel";
		document.querySelector("#zoek_q").dispatchEvent(new Event("input", {bubbles: true}));
		document.querySelector("[data-deel=meer]").click();
		return true;
	})()`, byReader); err != nil {
		t.Fatal(err)
	}
	if got, other := b.shows(t), finds(t, s.searcher(t), "doel soort:toelage", search.ByScore); !slices.Equal(got.Titles, other[:min(10, len(other))]) {
		t.Errorf("more of what is no longer asked: %q", got.Titles)
	}
	again := b.searches(t, s, "?soort=toelage&pagina=9")
	if !slices.Equal(again.Titles, want[:90]) || again.More {
		t.Errorf("nine times ten of %d: %d, and more: %t", len(want), len(again.Titles), again.More)
	}
	b.quiet(t)
}

// judgeMeant: another word is proposed, as a link, beside what was typed.
func judgeMeant(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "")
	got := b.enters(t, "q", "middenveldparlemant")
	if got.Meant != s.model.Lang.Word("search.meant", "middenveldparlemant", "middenveldparlement") || len(got.Titles) == 0 || got.Query != "middenveldparlemant" {
		t.Fatalf("%q: %q %q", got.Query, got.Meant, got.Titles)
	}
	href, err := ask[string](b, `document.querySelector("[data-deel=bedoeld] a").getAttribute("href")`)
	if err != nil || !strings.HasSuffix(href, "?q=middenveldparlement") {
		t.Errorf("the link leads to %s (%v)", href, err)
	}
	if _, err := ask[bool](b, `document.querySelector("[data-deel=bedoeld] a").click(); true`, byReader); err != nil {
		t.Fatal(err)
	}
	if got := b.shows(t); got.Query != "middenveldparlement" || got.Meant != "" || got.Focus != "q" || !strings.HasSuffix(got.At, "?q=middenveldparlement") {
		t.Errorf("after it: %q %q, focus on %q, %s", got.Query, got.Meant, got.Focus, got.At)
	}
	b.quiet(t)
}

// judgeSearchLanguages: the page speaks every language of the site, of one index.
func judgeSearchLanguages(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	want := finds(t, s.searcher(t), "middenveld", search.ByScore)
	for _, code := range []string{"fr", "en"} {
		if err := b.do(look(1280, "light"), chromedp.Navigate(s.base+s.model.Href("/"+code+"/zoek/")+"?q=middenveld")); err != nil {
			t.Fatal(err)
		}
		got, l := b.shows(t), s.model.Config.In(code)
		if sentence := strings.Replace(l.Word("search.found.other"), "%d", l.Number(int64(len(want))), 1); got.Status != sentence || !slices.Equal(got.Titles, want[:10]) {
			t.Errorf("%s: %q %q, want %q", code, got.Status, got.Titles, sentence)
		}
		decision := "beslissing " + strings.ToUpper(l.Word("kind.decision.singular")[:1]) + l.Word("kind.decision.singular")[1:] + " "
		if !slices.ContainsFunc(got.Facets["soort"], func(v string) bool { return strings.HasPrefix(v, decision) }) {
			t.Errorf("%s: kinds are %q, want %q", code, got.Facets["soort"], decision)
		}
		if !gives[bool](t, b, `!!document.querySelector("ol .meta span[lang=nl]")`) {
			t.Errorf("%s: no label says that it is Dutch", code)
		}
		if code == "en" && !gives[bool](t, b, `[...document.querySelectorAll("ol time")].some((e) => /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(e.textContent))`) {
			t.Error("no English date begins with the day")
		}
	}
	b.quiet(t)
}

// judgeHeader: the field at the head of every page leads to the search page,
// also without a script, and browsers are told of it.
func judgeHeader(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	if err := b.do(look(1280, "light"), chromedp.Navigate(s.list)); err != nil {
		t.Fatal(err)
	}
	told, err := ask[string](b, `document.querySelector("link[rel=search]").getAttribute("href")`)
	if err != nil || told != "/stad/zoek/opensearch.xml" {
		t.Errorf("browsers are told of %q (%v)", told, err)
	}
	if _, err := ask[bool](b, `document.querySelector(".kop input").focus(); true`); err != nil {
		t.Fatal(err)
	}
	if err := b.do(chromedp.KeyEvent("beuk & co"), chromedp.KeyEvent(kb.Enter), chromedp.WaitReady(".gezocht ol")); err != nil {
		t.Fatal(err)
	}
	if got := b.shows(t); got.At != "/stad/zoek/?q=beuk+%26+co" || got.Query != "beuk & co" || len(got.Titles) == 0 || !strings.HasPrefix(got.Title, "beuk & co – ") {
		t.Errorf("leads to %s, %q: %q %q", got.At, got.Query, got.Title, got.Titles)
	}
	b.quiet(t)
}

// judgeHostileSearch: whatever is typed, or stands in a title, stays text.
func judgeHostileSearch(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "")
	for _, query := range append(slices.Clone(hostile),
		strings.Repeat("doel ", 2000), strings.Repeat("a", 10_000), strings.Repeat(`"`, 10_000), "!?.,;:()[]{}", `"`, `"doel`, `-`, `--doel`, `soort:`, `soort:"`, `jaar:..`, `bedrag:>`,
		"\u202edoel\u202c \u200f1", "🦊🎉 doel", "<b>doel</b>", `</script><img src=x onerror=alert(1)>`, "  ", "%00%", "__proto__", "constructor:1", "q=1&soort=2#x",
	) {
		got := b.enters(t, "q", query)
		if got.Strange > 0 || strings.Contains(got.Title, "gehackt") && !strings.Contains(query, "gehackt") || got.Fault != "" {
			t.Errorf("%.40q: %d strange elements, %q, %s", query, got.Strange, got.Title, got.Fault)
		}
		if said := got.Status != "" && (got.Nothing || len(got.Titles) > 0); said == (strings.TrimSpace(query) == "") {
			t.Errorf("%.40q: %q, nothing: %t, %d titles", query, got.Status, got.Nothing, len(got.Titles))
		}
		if len(got.At) > 8000 {
			t.Errorf("%.40q: an address of %d bytes", query, len(got.At))
		}
	}
	for _, title := range hostile {
		if got := b.searches(t, s, "?soort=toelage&q="+url.QueryEscape(title)); got.Strange > 0 {
			t.Errorf("%.40q: %d strange elements", title, got.Strange)
		}
	}
	got := b.searches(t, s, "?q=onerror")
	if !slices.Contains(got.Titles, hostile[0]) || got.Strange > 0 || strings.Contains(got.Title, "gehackt") {
		t.Errorf("a title with markup is shown as %q", got.Titles)
	}
	if !slices.ContainsFunc(got.Links, func(l string) bool { return strings.HasPrefix(l, "/stad/") }) {
		t.Errorf("links lead to %q", got.Links)
	}
	b.quiet(t)
}

// judgeSearchKeyboard: without a mouse; the focus stays while typing, on Enter
// and on a box; Escape clears.
func judgeSearchKeyboard(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "")
	press := func(keys string) answer {
		t.Helper()
		if err := b.do(chromedp.KeyEvent(keys)); err != nil {
			t.Fatal(err)
		}
		return b.shows(t)
	}
	if _, err := ask[bool](b, `document.querySelector("#zoek_q").focus(); true`); err != nil {
		t.Fatal(err)
	}
	typed := press("toelage")
	if typed.Focus != "q" || len(typed.Titles) == 0 {
		t.Errorf("typed: focus on %q, %q", typed.Focus, typed.Titles)
	}
	if got := press(kb.Enter); got.Focus != "q" || got.Status != typed.Status || got.At != typed.At {
		t.Errorf("Enter: focus on %q, %q, %s", got.Focus, got.Status, got.At)
	}
	var got answer
	for range 10 {
		if got = press(kb.Tab); strings.HasPrefix(got.Focus, "soort=") {
			break
		}
	}
	box := got.Focus
	if got = press(" "); got.Focus != box || !strings.Contains(got.At, box) || got.Status == typed.Status {
		t.Errorf("a box: focus on %q, want %q; %s %s", got.Focus, box, got.At, got.Status)
	}
	chosen := got.At
	if got = press(kb.Escape); got.Focus != box || got.At != chosen || got.Query != "toelage" {
		t.Errorf("Escape on a box: focus on %q, %q, %s", got.Focus, got.Query, got.At)
	}
	if _, err := ask[bool](b, `document.querySelector("#zoek_q").focus(); true`); err != nil {
		t.Fatal(err)
	}
	if got = press(kb.Escape); got.Focus != "q" || got.Query != "" || got.At != s.model.Href("/zoek/")+"?"+box || got.Status == "" {
		t.Errorf("Escape in the field: focus on %q, %q, %s", got.Focus, got.Query, got.At)
	}
	b.quiet(t)
}

// judgeSearchFailures: where a file is missing, cut off or cannot be had, that
// is said and the lists are there; when it can, the search works.
func judgeSearchFailures(t *testing.T, s *searched, c *chrome) {
	word := s.model.Lang.Word
	gone := func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "404", http.StatusNotFound) }
	cutOff := func(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(s.file(r.URL.Path))
		if err == nil {
			_, _ = w.Write(data[:len(data)*2/3])
		}
	}
	hangUp := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	for _, fault := range []struct {
		folder string
		answer http.HandlerFunc
		word   string
	}{
		{"manifest.json", gone, "search.failed"}, {"manifest.json", cutOff, "search.failed"}, {"manifest.json", hangUp, "search.offline"},
		{"t/", gone, "search.failed"}, {"t/", cutOff, "search.failed"}, {"t/", hangUp, "search.offline"},
		{"c/", gone, "search.failed"}, {"c/", cutOff, "search.failed"},
	} {
		b := c.uncached(t)
		end := s.spoils(fault.folder, fault.answer)
		b.searches(t, s, "")
		if got := b.enters(t, "q", "toelage"); got.Fault != word(fault.word) || !got.Alert || !got.Lists || got.Status != "" || len(got.Titles) > 0 {
			t.Errorf("%s: %q, lists: %t, %q %q", fault.folder, got.Fault, got.Lists, got.Status, got.Titles)
		}
		end()
		if got := b.enters(t, "q", "toelagen"); got.Fault != "" || got.Lists || len(got.Titles) == 0 {
			t.Errorf("%s, and then it is there: %q, lists: %t, %q", fault.folder, got.Fault, got.Lists, got.Titles)
		}
		said, _ := b.told()
		if i := slices.IndexFunc(said, func(text string) bool {
			return !strings.Contains(text, "404") && !strings.Contains(text, "ERR_EMPTY_RESPONSE")
		}); i >= 0 {
			t.Errorf("%s: the page says %s", fault.folder, said[i])
		}
	}
}

// judgeNoCounts: where the counts cannot be had, the results stand there, and it
// is said. A day that does not exist is no bound.
func judgeNoCounts(t *testing.T, s *searched, c *chrome) {
	b := c.uncached(t)
	defer s.spoils("f/", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "404", http.StatusNotFound) })()
	if got := b.searches(t, s, "?q=toelage"); len(got.Titles) == 0 || got.Fault != s.model.Lang.Word("search.failed") || !got.Alert {
		t.Errorf("without counts: %q, %d results", got.Fault, len(got.Titles))
	}
	want := finds(t, s.searcher(t), "toelage", search.ByScore)
	if got := b.searches(t, s, "?q=toelage&van=2021-99-99"); got.Status != s.shown(len(want)) {
		t.Errorf("from a day that does not exist: %s", got.Status)
	}
}

// judgeStale: a file that went with a publication, while the page was open, is
// asked for anew, and the reader notices nothing.
func judgeStale(t *testing.T, s *searched, c *chrome) {
	b := c.uncached(t)
	var asked atomic.Int64
	defer s.spoils("t/", func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 1 {
			http.Error(w, "404", http.StatusNotFound)
			return
		}
		http.ServeFile(w, r, s.file(r.URL.Path))
	})()
	b.searches(t, s, "")
	if got := b.enters(t, "q", "toelage"); got.Fault != "" || len(got.Titles) == 0 || asked.Load() < 2 {
		t.Errorf("asked %d times: %q %q", asked.Load(), got.Fault, got.Titles)
	}
}

// judgeSearchNarrow: in use, with all choices open, a narrow phone does not
// scroll sideways.
func judgeSearchNarrow(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "?q=toelage&pagina=4")
	if err := b.do(look(narrow, "light")); err != nil {
		t.Fatal(err)
	}
	v, err := ask[visit](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; });`+seeScript)
	if err != nil || len(v.Wide) > 0 || v.Elements > maxElements {
		t.Errorf("sideways: %s; %d elements (%v)", strings.Join(v.Wide, ", "), v.Elements, err)
	}
	b.quiet(t)
}

// judgeSearchAxe: axe finds nothing in a search, with results, with a mistake,
// and with nothing found.
func judgeSearchAxe(t *testing.T, s *searched, c *chrome) {
	source, err := os.ReadFile(filepath.Join(needPackages(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := c.tab(t)
	for _, query := range []string{"?q=middenveldparlemant&soort=inzicht&min=veel", "?q=toelage", "?q=bestaatnietzeker"} {
		b.searches(t, s, query)
		if _, err := ask[bool](b, string(source)+`;document.querySelectorAll("details").forEach((e) => { e.open = true; }); true`); err != nil {
			t.Fatal(err)
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{1280, narrow} {
				if err := b.do(look(width, scheme)); err != nil {
					t.Fatal(err)
				}
				found, err := ask[verdict](b, axeRun, chromedp.EvalAwaitPromise)
				if err != nil || found.Passes < 10 {
					t.Fatalf("axe passed %d rules (%v)", found.Passes, err)
				}
				for _, v := range found.Violations {
					t.Errorf("%s, %s at %d px: %s", query, scheme, width, v)
				}
			}
		}
	}
}

// judgeEarly: on a slow line, before the script is there, the field has what the
// address asks and the lists wait; what is typed then is searched for.
func judgeEarly(t *testing.T, s *searched, c *chrome) {
	for _, step := range []struct{ address, typed, at string }{
		{"", "toelage", "?q=toelage"},
		{"?q=toelage&soort=beslissing", "", "?q=toelage&soort=beslissing"},
		{"?q=verslag&soort=beslissing", "toelage", "?q=toelage&soort=beslissing"},
	} {
		b, letGo := c.uncached(t), s.holds("/assets/zoeken.")
		if err := b.do(look(1280, "light"), command(cdppage.Navigate, cdppage.NavigateParams{URL: s.base + s.model.Href("/zoek/") + step.address}), chromedp.WaitReady("body > .voorlezen")); err != nil {
			t.Fatal(err)
		}
		query, lists := gives[string](t, b, `document.querySelector("#zoek_q").value`), gives[bool](t, b, `document.querySelector(".zoeklijsten").checkVisibility()`)
		if wanted, _ := url.ParseQuery(strings.TrimPrefix(step.address, "?")); query != wanted.Get("q") || lists != (step.address == "") {
			t.Errorf("%q, before the script: %q in the field; the lists are seen: %t", step.address, query, lists)
		}
		if step.typed != "" {
			gives[bool](t, b, `document.querySelector("#zoek_q").select(); true`)
			if err := b.do(chromedp.KeyEvent(step.typed)); err != nil {
				t.Fatal(err)
			}
		}
		letGo()
		if err := b.do(chromedp.WaitReady(".gezocht")); err != nil {
			t.Fatal(err)
		}
		if got := b.shows(t); got.Query != "toelage" || got.At != s.model.Href("/zoek/")+step.at || len(got.Titles) == 0 || got.Lists {
			t.Errorf("%q, then %q: %q in the field, %s, %q", step.address, step.typed, got.Query, got.At, got.Titles)
		}
		b.quiet(t)
	}
}

// judgeBroken: where a script of the search does not come, that is said and read
// out, and the lists are there.
func judgeBroken(t *testing.T, s *searched, c *chrome) {
	for _, script := range []string{"/assets/zoeken.", "/assets/zoekmachine."} {
		b, end := c.uncached(t), s.serves(script, http.NotFound)
		if err := b.do(chromedp.Navigate(s.base + s.model.Href("/zoek/") + "?q=toelage")); err != nil {
			t.Fatal(err)
		}
		said := gives[string](t, b, `document.querySelector("main [role=alert]")?.textContent ?? ""`)
		query, lists := gives[string](t, b, `document.querySelector("#zoek_q").value`), gives[bool](t, b, `document.querySelector(".zoeklijsten").checkVisibility()`)
		if said != s.model.Lang.Word("search.failed") || query != "toelage" || !lists {
			t.Errorf("without %s: %q; %q in the field; the lists are seen: %t", script, said, query, lists)
		}
		end()
	}
}

// judgeHeard: the count is read out once, when all has been still for a second,
// and again when a new answer has the same; the one that is seen is not.
func judgeHeard(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "")
	heard := func(script string) []string {
		t.Helper()
		return gives[[]string](t, b, `(async () => {
			const heard = [], e = document.querySelector("[data-deel=gehoord]"), field = document.querySelector("#zoek_q");
			const wait = (time) => new Promise((done) => setTimeout(done, time));
			const type = (text) => { field.value = text; field.dispatchEvent(new Event("input", {bubbles: true})); };
			let last = e.textContent;
			const watch = new MutationObserver(() => e.textContent !== last && heard.push(last = e.textContent));
			watch.observe(e, {childList: true, characterData: true, subtree: true});
			`+script+`;
			await wait(1800);
			watch.disconnect();
			return heard;
		})()`)
	}
	all := heard(`for (const text of ["verslag", "beslissing", "toelage"]) { type(text); await wait(300); }`)
	shown := b.shows(t).Status
	if !slices.Equal(all, []string{shown}) || shown == "" {
		t.Errorf("heard while typing: %q, want %q once", all, shown)
	}
	if again := heard(`field.form.requestSubmit()`); !slices.Equal(again, []string{"", shown}) {
		t.Errorf("heard of a new answer: %q, want %q after nothing", again, shown)
	}
	if gives[bool](t, b, `!!document.querySelector("[data-deel=aantal]").closest("[aria-live], [role=status], [role=alert]")`) {
		t.Error("the count that is seen is read out too")
	}
	if !gives[bool](t, b, `!!document.querySelector("[data-deel=wacht]").closest("[role=status]") && !!document.querySelector("#zoek_fout").closest("[role=alert]")`) {
		t.Error("that it takes long, or that an amount is none, is not read out")
	}
	b.quiet(t)
}

// judgeSearchFocus: whatever goes away, the focus is on something that is seen.
func judgeSearchFocus(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	for _, step := range []struct{ address, script, focus string }{
		{"?q=wereldkeuken&soort=organisatie", `const e = document.querySelector("[data-naam=organisatie] summary"); e.focus(); e.click()`, "Organisatie"},
		{"?q=toelage&soort=beslissing&soort=verslag&werf=1", `const e = document.querySelector(".keuzes button"); e.focus(); e.click()`, "Verslag"},
		{"?q=toelage&soort=beslissing", `const e = document.querySelector(".keuzes button"); e.focus(); e.click()`, "resultaten"},
		{"?soort=beslissing", `const e = document.querySelector(".keuzes button"); e.focus(); e.click()`, "q"},
		{"?soort=beslissing", `const e = document.querySelector(".wis"); e.focus(); e.click()`, "q"},
		{"?q=toelage&soort=beslissing", `const e = document.querySelector(".wis"); e.focus(); e.click()`, "Wis"},
		{"?q=toelage", `document.querySelector("[name=soort]").click(); setTimeout(() => { document.querySelector(".lijst a").focus(); history.back(); }, 400)`, "resultaten"},
		{"", `const e = document.querySelector("#zoek_q"); e.value = "toelage"; document.querySelector(".zoeklijsten a").focus(); e.dispatchEvent(new Event("input", {bubbles: true}))`, "resultaten"},
	} {
		b.searches(t, s, step.address)
		gives[bool](t, b, `{`+step.script+`} true`)
		gives[bool](t, b, `new Promise((done) => setTimeout(done, 600, true))`)
		b.shows(t)
		got := gives[string](t, b, `(() => { const e = document.activeElement; return e.checkVisibility() ? e.name || e.textContent : ""; })()`)
		if !strings.Contains(got, step.focus) || len(got) > 100 {
			t.Errorf("%s: focus on %.100q, want %q", step.address, got, step.focus)
		}
	}
	b.quiet(t)
}

// judgeChosen: what is chosen stands over the results, by its name, also while
// the choices are closed and on paper, and each can be taken away; a lesser bound
// may be the second; and only who chose something is advised to undo it.
func judgeChosen(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	werf := s.model.Werven[0]
	wanted := []string{"Beslissing", "1 " + werf.Title, "1 januari 2021 – 1 januari 2026", "€ 1.000,00 – € 900.000,00"}
	for _, width := range []int64{390, 1280} {
		if err := b.do(look(width, "light"), chromedp.Navigate(s.base+s.model.Href("/zoek/")+"?q=toelage&soort=beslissing&werf=1&van=2026-01-01&tot=2021-01-01&min=900.000&max=1000&sorteer=oudste")); err != nil {
			t.Fatal(err)
		}
		got := b.shows(t)
		for i, text := range got.Chosen {
			got.Chosen[i] = strings.ReplaceAll(text, "\u00a0", " ")
		}
		want := finds(t, s.searcher(t), "toelage soort:beslissing werf:1 datum:2021-01-01..2026-01-01 bedrag:1000..900000", search.ByScore)
		if !slices.Equal(got.Chosen, wanted) || !strings.HasSuffix(got.Refine, " (4)") || got.Status != s.shown(len(want)) || len(want) == 0 {
			t.Errorf("at %d px %q are chosen, %q: %s, want %d", width, got.Chosen, got.Refine, got.Status, len(want))
		}
	}
	if err := b.do(media("print", "prefers-color-scheme", "light")); err != nil {
		t.Fatal(err)
	}
	if !gives[bool](t, b, `["#zoek_q", ".keuzes button", "[data-deel=aantal]"].every((q) => document.querySelector(q).checkVisibility()) && ![".zij", "#zoek_sorteer", ".zoekveld .knop"].some((q) => document.querySelector(q).checkVisibility())`) {
		t.Error("paper does not say what was searched, or has what only a screen can use")
	}
	if err := b.do(look(1280, "light")); err != nil {
		t.Fatal(err)
	}
	name := s.model.Lang.Word("search.remove", "Beslissing")
	gives[bool](t, b, fmt.Sprintf(`document.querySelector('.keuzes [aria-label=%q]').click(); true`, name))
	got := b.shows(t)
	if len(got.Chosen) != 3 || got.At != s.model.Href("/zoek/")+"?q=toelage&werf=1&van=2026-01-01&tot=2021-01-01&min=900.000&max=1000&sorteer=oudste" {
		t.Errorf("with a kind taken away: %q, %s", got.Chosen, got.At)
	}
	gives[bool](t, b, `document.querySelector(".keuzes li:last-child button").click(); true`)
	if got := b.shows(t); len(got.Chosen) != 2 || strings.Contains(got.At, "min") || gives[string](t, b, `document.querySelector("#zoek_min").value`) != "" {
		t.Errorf("with the amounts taken away: %q, %s", got.Chosen, got.At)
	}
	gives[bool](t, b, `document.querySelector(".wis").click(); true`)
	if got := b.shows(t); len(got.Chosen) > 0 || got.Refine != s.model.Lang.Word("search.refine") || got.At != s.model.Href("/zoek/")+"?q=toelage&sorteer=oudste" {
		t.Errorf("with all choices cleared: %q, %q, %s", got.Chosen, got.Refine, got.At)
	}
	if err := b.do(look(390, "light"), chromedp.Navigate(s.base+s.model.Href("/zoek/")+"?q=toelage")); err != nil {
		t.Fatal(err)
	}
	b.shows(t)
	if got := b.enters(t, "van", "2021-01-01"); !slices.Equal(got.Chosen, []string{"Vanaf 1 januari 2021"}) || !strings.HasSuffix(got.Refine, " (1)") {
		t.Errorf("on a telephone, with a date: %q, %q", got.Chosen, got.Refine)
	}
	for address, advised := range map[string]bool{"?q=bestaatnietzeker": false, "?q=bestaatnietzeker&soort=beslissing": true} {
		if got := b.searches(t, s, address); !got.Nothing || gives[bool](t, b, `document.querySelector("[data-deel=raad]").checkVisibility()`) != advised {
			t.Errorf("%s: advised to undo choices: %t", address, !advised)
		}
	}
	b.quiet(t)
}

// judgeTelephone: on a telephone the choices are a short list, whose end leads to
// the results, and the first result is on the first screen; on a wide screen they
// are open. For the keyboard a link leads from the field to the results.
func judgeTelephone(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	const reached = `(() => { const e = document.activeElement, { top } = e.getBoundingClientRect(); return e.id === "zoek_kop" && top >= 0 && top < innerHeight / 2; })()`
	if err := b.do(look(390, "light"), chromedp.Navigate(s.base+s.model.Href("/zoek/")+"?q=toelage")); err != nil {
		t.Fatal(err)
	}
	got := b.shows(t)
	if top := gives[float64](t, b, `document.querySelector("ol li").getBoundingClientRect().top`); top > 500 {
		t.Errorf("the first result begins at %.0f px", top)
	}
	gives[bool](t, b, `document.querySelector(".gezocht summary").click(); true`)
	if n := gives[int](t, b, `document.querySelectorAll(".keuze[open]").length`); n > 0 {
		t.Errorf("%d choices are open", n)
	}
	text := gives[string](t, b, `(() => { const e = document.querySelector("[data-deel=toon]"), { textContent } = e; e.focus(); e.click(); return textContent; })()`)
	if text != s.model.Lang.Word("search.show", got.Status) || !gives[bool](t, b, reached) || gives[bool](t, b, `document.querySelector(".gezocht details").open`) {
		t.Errorf("%q does not lead to the results", text)
	}
	if gives[bool](t, b, `!!document.querySelector("#zoek_sorteer").closest("details")`) {
		t.Error("the order stands among the choices")
	}
	b.searches(t, s, "")
	if gives[bool](t, b, `document.querySelector(".zoekveld .sprong").checkVisibility()`) {
		t.Error("a link leads to results, and there are none")
	}
	got = b.searches(t, s, "?q=toelage")
	if closed := gives[[]string](t, b, `[...document.querySelectorAll(".keuze:not([open], [hidden])")].map((e) => e.dataset.naam)`); !slices.Equal(closed, []string{"organisatie"}) {
		t.Errorf("on a wide screen %q are closed", closed)
	}
	gives[bool](t, b, `document.querySelector(".zoekveld .knop").focus(); true`)
	if err := b.do(chromedp.KeyEvent(kb.Tab)); err != nil {
		t.Fatal(err)
	}
	if link := gives[string](t, b, `document.activeElement.offsetWidth > 50 && document.activeElement.textContent`); link != s.model.Lang.Word("search.to_results") {
		t.Errorf("after the field comes %q", link)
	}
	if err := b.do(chromedp.KeyEvent(kb.Enter)); err != nil {
		t.Fatal(err)
	}
	if after := b.shows(t).At + gives[string](t, b, `location.hash`); !gives[bool](t, b, reached) || after != got.At {
		t.Errorf("the link to the results leads to %s", after)
	}
	b.quiet(t)
}

// judgeNames: boxes and buttons have names that say all without the eye.
func judgeNames(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "?q=toelage")
	if label := gives[string](t, b, `document.querySelector("[name=soort]").labels[0].textContent`); !regexp.MustCompile(`^[A-Z][a-z ]+, [\d.]+ resultaten$`).MatchString(label) {
		t.Errorf("a box is called %q", label)
	}
	const button = `document.querySelector("[data-naam=soort] .meer")`
	before := gives[string](t, b, button+`.textContent`)
	after := gives[string](t, b, button+`.click(); `+button+`.textContent`)
	if before != "Meer keuzes: Soort" || after != "Minder keuzes: Soort" || gives[bool](t, b, button+`.hasAttribute("aria-expanded")`) {
		t.Errorf("a button is called %q, and then %q", before, after)
	}
	b.quiet(t)
}

// judgeMarks: words stand out in titles, and an excerpt keeps a heading apart
// from what follows it, and begins with neither.
func judgeMarks(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.searches(t, s, "?q=toelage")
	if n := gives[int](t, b, `document.querySelectorAll("h3 a mark").length`); n == 0 {
		t.Error("no word stands out in a title")
	}
	b.searches(t, s, "?soort=beslissing&q="+url.QueryEscape("elke weigering bekend verdeelsleutel"))
	gives[bool](t, b, `new Promise((done) => setTimeout(done, 500, true))`)
	text := gives[string](t, b, `document.querySelector("ol li > p:last-child").textContent`)
	if !regexp.MustCompile(`Artikel \d – [A-Z]`).MatchString(text) || regexp.MustCompile(`^…? ?[–·]|[–·] ?…?$`).MatchString(text) {
		t.Errorf("an excerpt is %q", text)
	}
	b.quiet(t)
}

// judgeTips: the examples of the tips find something on the site, in every language.
func judgeTips(t *testing.T, s *searched) {
	index, example, tried := s.searcher(t), regexp.MustCompile(`[“«]\s?(.+?)\s?[”»]`), 0
	for _, code := range s.model.Config.Languages {
		for _, tip := range []string{"words", "phrase", "without", "filter"} {
			for _, query := range example.FindAllStringSubmatch(s.model.Config.In(code).Word("search.tip_"+tip), -1) {
				tried++
				if len(finds(t, index, strings.TrimSpace(strings.ReplaceAll(query[1], "\u00a0", " ")), search.ByScore)) == 0 {
					t.Errorf("%s: %q finds nothing", code, query[1])
				}
			}
		}
	}
	if tried < 6 {
		t.Errorf("the tips have %d examples", tried)
	}
}
