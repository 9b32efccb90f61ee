package browser

// One visit to every page on a narrow phone, and what follows from it: no page
// says or asks for anything it should not, none scrolls sideways, none is heavy,
// and all are near.

import (
	"bytes"
	"compress/gzip"
	"net/url"
	"os"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"glashelder/internal/page"
)

// visit is what was seen of a page.
type visit struct {
	Elements int      // in the whole document
	Links    []string // addresses of all links
	Wide     []string // what sticks out to the side, if the page scrolls that way
	Text     string   // of main, as it is read, without forms that need a script
	Kept     int      // entries in the page's own storage

	said, requests []string
}

// look at 320 CSS pixels, the width of WCAG 2.2, 1.4.10.
const narrow = 320

const seeScript = `(() => {
	const over = document.documentElement.scrollWidth > innerWidth;
	const name = (e) => e.tagName.toLowerCase() + (e.id && "#" + e.id) + (e.className && "." + (e.className.baseVal ?? e.className));
	return {
		Elements: document.getElementsByTagName("*").length,
		Links: [...document.links].map((a) => a.href),
		Wide: over ? [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 6).map(name).concat("page") : [],
		Text: (document.querySelectorAll("main form").forEach((e) => { e.hidden = true; }), document.querySelector("main")?.innerText ?? ""),
		Kept: document.cookie.length + localStorage.length + sessionStorage.length,
	};
})()`

// takeTour visits every page once and gives what was seen, by address.
func takeTour(t *testing.T, d *demo, c *chrome) map[string]visit {
	t.Helper()
	var mu sync.Mutex
	seen := map[string]visit{}
	inTabs(t, c, d.pages, func(b *tab, p page.Page) {
		v, err := b.see(d.address(p))
		if err != nil {
			t.Errorf("%s: %v", p.URL, err)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		seen[p.URL] = v
	})
	return seen
}

// see opens a page on a narrow phone.
func (b *tab) see(address string) (visit, error) {
	b.told()
	if err := b.do(look(narrow, "light"), chromedp.Navigate(address)); err != nil {
		return visit{}, err
	}
	v, err := ask[visit](b, seeScript)
	v.said, v.requests = b.told()
	return v, err
}

// judgeQuiet: no violation of the policy, no message, no other host, no cookie,
// nothing kept, and no scrolling sideways.
func judgeQuiet(t *testing.T, d *demo, c *chrome, seen map[string]visit) {
	for _, p := range d.pages {
		v := seen[p.URL]
		for _, said := range v.said {
			t.Errorf("%s: %s", p.URL, said)
		}
		for _, r := range v.requests {
			if !strings.HasPrefix(r, d.base+"/") && !strings.HasPrefix(r, "data:") {
				t.Errorf("%s asks for %s", p.URL, r)
			}
		}
		if v.Kept > 0 {
			t.Errorf("%s keeps something in the browser", p.URL)
		}
		if len(v.Wide) > 0 {
			t.Errorf("%s scrolls sideways at %d px: %s", p.URL, narrow, strings.Join(v.Wide, ", "))
		}
	}
	cookies, err := chromedp.CallBrowser(c.ctx, storage.GetCookies, storage.GetCookiesParams{})
	if err != nil {
		t.Fatal(err)
	}
	for _, cookie := range cookies.Cookies {
		t.Errorf("the site sets a cookie: %s", cookie.Name)
	}
	judgeJudge(t, d, c)
}

// judgeJudge proves that the collector can fail: a page that breaks the policy,
// asks for what is not there and is too wide is heard and seen.
func judgeJudge(t *testing.T, d *demo, c *chrome) {
	t.Helper()
	b := c.tab(t)
	if _, err := b.see(d.base + "/"); err != nil {
		t.Fatal(err)
	}
	_, err := ask[bool](b, `(() => { const s = document.createElement("style"); s.textContent = "p{color:red}"; document.head.append(s);
		const i = new Image(); i.src = "/is-niet-hier.png"; return new Promise((r) => { i.onerror = () => r(true); }); })()`, chromedp.EvalAwaitPromise)
	if err != nil {
		t.Fatal(err)
	}
	said, requests := b.told()
	heard := strings.Join(said, "\n")
	if !strings.Contains(heard, "Content Security Policy") || !strings.Contains(heard, "404") || len(requests) == 0 {
		t.Errorf("a page that breaks the policy was not heard, only:\n%s", heard)
	}
	v, err := ask[visit](b, `const m = document.querySelector("main"); m.className = "bedrag"; m.append("w".repeat(400));`+seeScript)
	if err != nil || len(v.Wide) == 0 {
		t.Errorf("a page that scrolls sideways was not seen (%v)", err)
	}
}

// judgeReach: every page can be reached by links alone, and one page of every
// template from home in three clicks.
func judgeReach(t *testing.T, d *demo, seen map[string]visit) {
	clicks := map[string]int{"/": 0}
	for queue := []string{"/"}; len(queue) > 0; queue = queue[1:] {
		for _, link := range seen[queue[0]].Links {
			to, ok := strings.CutPrefix(link, d.base)
			to, _, _ = strings.Cut(to, "#")
			if to, _ = url.PathUnescape(to); !ok {
				continue
			}
			if _, known := clicks[to]; !known {
				clicks[to] = clicks[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	nearest := map[string]int{}
	for _, p := range d.pages {
		n, reached := clicks[p.URL]
		switch {
		case p.Template == "redirect" || p.Template == "notfound":
			continue // nobody is meant to link to these
		case !reached:
			t.Errorf("no links lead from home to %s", p.URL)
			continue
		}
		if best, ok := nearest[p.Template]; !ok || n < best {
			nearest[p.Template] = n
		}
	}
	for name, n := range nearest {
		if n > 3 {
			t.Errorf("the nearest page of the template %s is %d clicks from home", name, n)
		}
	}
	if len(nearest) < 5 {
		t.Errorf("only %d templates were reached", len(nearest))
	}
}

// Limits of a first load, in bytes of gzip (brotli, which servers prefer, is
// smaller still), requests and elements.
const (
	maxFirst    = 25_000
	maxPart     = 8_000
	maxSearch   = 10_500 // the search page's own scripts, apart from the rest
	maxEngine   = 5_050  // the engine alone
	maxRequests = 6
	maxElements = 1400
)

// judgeWeight: what a first load of each page costs.
func judgeWeight(t *testing.T, d *demo, seen map[string]visit) {
	heaviest, most := 0, 0
	for _, p := range d.pages {
		v, total, searching := seen[p.URL], 0, 0
		requests := slices.Compact(slices.Sorted(slices.Values(v.requests)))
		for _, r := range requests {
			at, _, _ := strings.Cut(strings.TrimPrefix(r, d.base), "?")
			size := d.weigh(t, at)
			if strings.HasPrefix(at, "/assets/zoek") && p.Template == "search" {
				searching += size
				if strings.Contains(at, "zoekmachine") && size > maxEngine {
					t.Errorf("%s weighs %d bytes, and may weigh %d", at, size, maxEngine)
				}
				continue
			}
			total += size
			if ext := path.Ext(at); (ext == ".css" || ext == ".js") && size > maxPart {
				t.Errorf("%s weighs %d bytes, and may weigh %d", at, size, maxPart)
			}
		}
		if searching > maxSearch || (searching > 0) != (p.Template == "search") {
			t.Errorf("%s has %d bytes of scripts to search, and may have %d", p.URL, searching, maxSearch)
		}
		if total > maxFirst {
			t.Errorf("a first load of %s takes %d bytes, and may take %d", p.URL, total, maxFirst)
		}
		if len(requests) > maxRequests || len(requests) < 2 {
			t.Errorf("a first load of %s takes %d requests, and may take %d: %s", p.URL, len(requests), maxRequests, requests)
		}
		if v.Elements > maxElements {
			t.Errorf("%s has %d elements, and may have %d", p.URL, v.Elements, maxElements)
		}
		heaviest, most = max(heaviest, total), max(most, v.Elements)
	}
	t.Logf("%d pages; the heaviest first load is %d bytes of gzip, the longest page has %d elements", len(d.pages), heaviest, most)
}

// weigh is the size of a published file as gzip.
func (d *demo) weigh(t *testing.T, at string) int {
	t.Helper()
	data, err := os.ReadFile(d.file(at))
	if err != nil {
		t.Errorf("%s was asked for, and is not published", at)
		return 0
	}
	return gzipped(data)
}

// gzipped is the size of bytes as gzip.
func gzipped(data []byte) int {
	var small bytes.Buffer
	w, _ := gzip.NewWriterLevel(&small, gzip.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return small.Len()
}

// longest are the n pages with the most elements.
func (d *demo) longest(n int, seen map[string]visit) []page.Page {
	pages := slices.Clone(d.pages)
	sort.SliceStable(pages, func(i, j int) bool { return seen[pages[i].URL].Elements > seen[pages[j].URL].Elements })
	return pages[:min(n, len(pages))]
}
