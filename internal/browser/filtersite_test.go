package browser

// What the tests of the filter stand on: the sites that they search, what they
// see of a page, and what a reader can do there.

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/model"
)

// hostile are purposes that a page must show as text.
var hostile = []string{
	`<img src=x onerror="document.title='gehackt'">`,
	`"><script>document.title='gehackt'</script>`,
	"\u200fمطبخ الحي\u200e voor de buurt",
	`{{.Title}} ${q} %s %d $1`,
	"Café Élan in de Œuvrestraat",
}

// searched is a published site with a list of allocations, and its model.
type searched struct {
	*demo
	list   string // address of the list
	model  *model.Site
	broken atomic.Bool // whether the file of the filter cannot be had

	spoil atomic.Pointer[func(http.ResponseWriter, *http.Request) bool] // answers in its place, where it says so
}

func (s *searched) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.broken.Load() && strings.HasSuffix(r.URL.Path, "/filter.json") {
		http.Error(w, "503", http.StatusServiceUnavailable)
		return
	}
	if spoil := s.spoil.Load(); spoil != nil && (*spoil)(w, r) {
		return
	}
	http.StripPrefix(s.model.Config.Prefix(), s.demo).ServeHTTP(w, r)
}

// serveSite publishes the site in a folder and serves it.
func serveSite(t testing.TB, dir string) *searched {
	t.Helper()
	s := &searched{demo: &demo{dir: filepath.Join(t.TempDir(), "public")}}
	var b build.Builder
	built, _, diags, err := b.Publish(t.Context(), build.Options{Dir: dir, Now: day}, s.dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if build.Stops(diags, false) {
		var text strings.Builder
		_ = diag.Write(&text, "text", "en", diags)
		t.Fatalf("the site has mistakes:\n%s", text.String())
	}
	s.pages, s.model = built.Pages, built.Site
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.base = server.URL
	s.list = s.base + built.Site.Href("/toelagen/")
	return s
}

// smallSite writes a site below a path with 90 allocations, the first of them hostile.
func smallSite(t *testing.T) string {
	t.Helper()
	var rows strings.Builder
	rows.WriteString("id;organisatie;titel;budget;beslissing;aangevraagd;toegekend;status;datum;wijken\n")
	for i := range 90 {
		title := fmt.Sprintf("Doel %d", i+1)
		if i < len(hostile) {
			title = strings.ReplaceAll(hostile[i], `"`, `""`)
		}
		fmt.Fprintf(&rows, "t%02d;%s;\"%s\";alles;geef;%d,00;%d,%02d;toegekend;%d-01-%02d;%s\n",
			i, []string{"beuk", "es"}[i%2], title, 2000+i, 1000+i, i, 2020+i%3, 1+i%28, []string{"oost", "west", ""}[i%3])
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"glashelder.toml":              "titel = \"Klein\"\ntaal = \"nl\"\nbasisadres = \"https://site.example/stad/\"\n",
		"content/beslissingen/geef.md": "+++\ntitel = \"Geef wat gevraagd is\"\ndatum = 2020-01-01\nstatus = \"aangenomen\"\nbedrag = 94045.05\n+++\nWat beslist is.\n",
		"data/organisaties.csv":        "id;titel\nbeuk;De <b>Beuk</b> & co\nes;Ésdoorn\n",
		"data/wijken.toml":             "[oost]\nnl = \"Oost\"\n[west]\nnl = \"West\"\n",
		"data/budgetten.toml":          "[[budget]]\nid = \"alles\"\ntitel = \"Alles\"\nperiode = \"2020/2022\"\nbedrag = 1000000\n",
		"data/toelagen/t.csv":          rows.String(),
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// sight is what stands on the page.
type sight struct {
	Rows, Titles, Notes []string
	Foot, List, Status  string // List is all of it, as HTML
	At, Focus, Title    string
	Hidden              bool // the form
}

const sightScript = `(() => {
	const list = document.querySelector(".toelagenlijst"), all = (q, f) => [...list.querySelectorAll(q)].filter((e) => !e.hidden).map(f);
	return {
		Rows: all("tbody tr", (e) => e.outerHTML), Titles: all("tbody th", (e) => (e.querySelector("a") ?? e).textContent), Notes: all("p.meta", (e) => e.outerHTML),
		Foot: list.querySelector("tfoot").outerHTML, List: list.outerHTML, Status: document.querySelector("form.filter [role=status]").textContent,
		At: location.pathname + location.search, Focus: document.activeElement.name ?? document.activeElement.className, Title: document.title,
	};
})()`

// settled waits until what was typed is answered: longer than the wait before
// an answer, and until the file is there.
const settled = `new Promise((done) => setTimeout(function look() {
	const status = document.querySelector("form.filter [role=status]").textContent;
	status === document.querySelector("#filter").dataset.loading ? setTimeout(look, 20) : done(true);
}, 200))`

// sees gives what stands on the page when all is answered.
func (b *tab) sees(t *testing.T) sight {
	t.Helper()
	if _, err := ask[bool](b, settled, chromedp.EvalAwaitPromise); err != nil {
		t.Fatal(err)
	}
	s, err := ask[sight](b, sightScript)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// open opens a list at an address.
func (b *tab) open(t *testing.T, address string) sight {
	t.Helper()
	if err := b.do(look(1280, "light"), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	return b.sees(t)
}

// byReader has a script count as what a reader does, for the history.
func byReader(p *runtime.EvaluateParams) { p.UserGesture = new(true) }

// fills in a field as a reader's input does.
func (b *tab) fills(t *testing.T, name, value string) sight {
	t.Helper()
	_, err := ask[bool](b, fmt.Sprintf(`(() => {
		const field = document.querySelector("form.filter").elements[%q], inside = field.closest("details");
		if (inside) inside.open = true;
		field.focus(); field.value = %q; field.dispatchEvent(new Event("input", {bubbles: true}));
		return true;
	})()`, name, value), byReader)
	if err != nil {
		t.Fatal(err)
	}
	return b.sees(t)
}

// all presses the button for more until it is gone.
func (b *tab) all(t *testing.T) sight {
	t.Helper()
	if _, err := ask[bool](b, `(() => { for (let e; (e = document.querySelector(".toelagenlijst > button:not([hidden])")); ) e.click(); return true; })()`); err != nil {
		t.Fatal(err)
	}
	return b.sees(t)
}

// static are the rows of all pages of a list that need no script.
func (s *searched) static(t *testing.T, b *tab, folder string) (rows []string, first sight) {
	t.Helper()
	base := "/toelagen/" + folder
	for _, p := range s.pages {
		rest, ok := strings.CutPrefix(p.URL, base)
		if !ok || p.Template != "allocations" || strings.Trim(rest, "0123456789/") != "" {
			continue
		}
		if err := b.do(look(1280, "light"), chromedp.Navigate(s.base+s.model.Href(p.URL))); err != nil {
			t.Fatal(err)
		}
		page, err := ask[sight](b, strings.Replace(sightScript, `document.querySelector("form.filter [role=status]").textContent`, `""`, 1))
		if err != nil {
			t.Fatal(err)
		}
		if rows = append(rows, page.Rows...); rest == "" {
			first = page
		}
	}
	return rows, first
}

// quiet: the page said nothing, and broke no policy.
func (b *tab) quiet(t *testing.T) {
	t.Helper()
	if said, _ := b.told(); len(said) > 0 {
		t.Errorf("the page says %s", strings.Join(said, "; "))
	}
}
