package browser

// What the tests of the search page stand on: what they see of it, what a
// reader does there, and what the index says by the searcher in Go.

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"glashelder/internal/search"
)

// answer is what the search page shows.
type answer struct {
	Status, Fault, Meant, At, Focus, Title, Query string
	Titles, Links, Marks, Chosen                  []string
	Refine                                        string              // the heading of the choices
	Facets                                        map[string][]string // "key label count"; those chosen begin with "*"
	Nothing, Lists, More                          bool                // what can be seen
	Alert                                         bool                // the fault stands in what is read out at once
	Strange                                       int                 // elements that only markup in a text or a query can make
}

const answerScript = `(() => {
	const panel = document.querySelector(".gezocht"), seen = (e) => !!e && e.checkVisibility();
	const part = (name) => panel.querySelector("[data-deel=" + name + "]"), text = (e) => seen(e) ? e.textContent : "";
	const all = (q, f) => [...panel.querySelectorAll(q)].map(f);
	return {
		Status: text(part("aantal")), Fault: text(part("fout")), Alert: !!part("fout").closest("[role=alert]"), Meant: text(part("bedoeld")),
		At: location.pathname + location.search, Title: document.title, Query: document.querySelector("#zoek_q").value,
		Focus: document.activeElement.name + (document.activeElement.value && document.activeElement.type === "checkbox" ? "=" + document.activeElement.value : ""),
		Titles: all("ol > li > h3", (e) => e.textContent), Links: all("ol > li > h3 a", (e) => e.getAttribute("href")), Marks: all("ol mark", (e) => e.textContent),
		Chosen: all(".keuzes button", (e) => e.textContent), Refine: panel.querySelector("summary").textContent,
		Facets: Object.fromEntries(all("[data-naam]:not([hidden])", (set) => [set.dataset.naam, [...set.querySelectorAll("li")].map((li) =>
			(li.querySelector("input").checked ? "*" : "") + li.querySelector("input").value + " " + li.querySelector("label > span").textContent + " " + li.querySelector(".meta").childNodes[1].data)])),
		Nothing: seen(part("niets")), Lists: seen(document.querySelector(".zoeklijsten")), More: seen(part("meer")),
		Strange: document.querySelectorAll(".gezocht :is(img, script, iframe, b, i), .gezocht a:not([href^='/'])").length,
	};
})()`

// answered waits until what was typed is answered: longer than the wait before
// an answer, and until results, counts and the excerpts in sight are there.
const answered = `new Promise((done) => setTimeout(function look() {
	document.querySelector(".gezocht ol")?.getAttribute("aria-busy") === "true" ? setTimeout(look, 20) : setTimeout(done, 60, true);
}, 220))`

// shows gives what stands on the page when all is answered.
func (b *tab) shows(t *testing.T) answer {
	t.Helper()
	if _, err := ask[bool](b, answered, chromedp.EvalAwaitPromise); err != nil {
		t.Fatal(err)
	}
	a, err := ask[answer](b, answerScript)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// searches opens the search page at a query of an address, "?q=woord".
func (b *tab) searches(t *testing.T, s *searched, query string) answer {
	t.Helper()
	if err := b.do(look(1280, "light"), chromedp.Navigate(s.base+s.model.Href("/zoek/")+query)); err != nil {
		t.Fatal(err)
	}
	return b.shows(t)
}

// enters fills in a field of the search page as a reader's input does; a
// checkbox is one of a name and value, "soort=verslag".
func (b *tab) enters(t *testing.T, name, value string) answer {
	t.Helper()
	if _, err := ask[bool](b, fmt.Sprintf(`(() => {
		const [name, value] = %q.split("=");
		if (value) document.querySelectorAll(".meer").forEach((e) => e.firstChild.data === document.querySelector("#zoeken").dataset.more && e.click());
		const field = document.querySelector(value ? "[name=" + name + "][value='" + value + "']" : "#zoek_" + name);
		document.querySelector(".gezocht details").open = true;
		field.focus();
		if (value) field.checked = !field.checked; else field.value = %q;
		for (const what of ["input", "change"]) field.dispatchEvent(new Event(what, {bubbles: true}));
		return true;
	})()`, name, value), byReader); err != nil {
		t.Fatal(err)
	}
	return b.shows(t)
}

// searcher reads the published index.
func (s *searched) searcher(t *testing.T) *search.Searcher {
	t.Helper()
	index, err := search.Open(func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(s.dir, "zoek", filepath.FromSlash(name)))
	})
	if err != nil {
		t.Fatal(err)
	}
	return index
}

// finds gives the titles that a query finds, in the order of the index.
func finds(t *testing.T, index *search.Searcher, query string, order search.Order) []string {
	t.Helper()
	found, err := index.Search(query, order)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, d := range found.Documents {
		card, err := index.Card(d)
		if err != nil {
			t.Fatal(err)
		}
		titles = append(titles, card.Title)
	}
	return titles
}

// shown is the sentence that counts results.
func (s *searched) shown(n int) string {
	l := s.model.Lang
	switch n {
	case 0:
		return l.Word("search.found_none")
	case 1:
		return l.Word("search.found.one", 1)
	}
	return strings.Replace(l.Word("search.found.other"), "%d", l.Number(int64(n)), 1)
}

// spoils has the server answer otherwise for files below a folder of the index.
func (s *searched) spoils(folder string, answer http.HandlerFunc) (end func()) {
	return s.serves("/zoek/"+folder, answer)
}

// serves has the server answer otherwise for addresses with a part.
func (s *searched) serves(part string, answer http.HandlerFunc) (end func()) {
	f := func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.Contains(r.URL.Path, part) {
			return false
		}
		answer(w, r)
		return true
	}
	s.spoil.Store(&f)
	return func() { s.spoil.Store(nil) }
}

// holds keeps addresses with a part waiting until they are let go.
func (s *searched) holds(part string) (letGo func()) {
	wait := make(chan struct{})
	f := func(_ http.ResponseWriter, r *http.Request) bool {
		if strings.Contains(r.URL.Path, part) {
			<-wait
		}
		return false
	}
	s.spoil.Store(&f)
	return func() { s.spoil.Store(nil); close(wait) }
}

// uncached is a tab that asks the server for everything.
func (c *chrome) uncached(t *testing.T) *tab {
	t.Helper()
	b := c.tab(t)
	if err := b.do(command(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})); err != nil {
		t.Fatal(err)
	}
	return b
}

// gives is the value of a script, which must not fail.
func gives[T any](t *testing.T, b *tab, script string) T {
	t.Helper()
	v, err := ask[T](b, script, byReader, chromedp.EvalAwaitPromise)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
