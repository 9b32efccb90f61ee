package browser

// The demo site, built once into a folder and served as a web server would:
// the published files and the strict policy, and nothing else. What must stay
// true: every judge sees the same bytes that readers get, built for a fixed day.

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/page"
	"glashelder/internal/serve"
)

// required is set where nothing may be lacking, such as in CI.
var required = os.Getenv("GLASHELDER_BROWSER") == "required"

var shotsDir = flag.String("shots", "", "write pictures of the main pages to this folder")

// day is the one the demo site is built for: its agenda has a past and a future.
var day = time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)

// demo is the built site.
type demo struct {
	dir   string // of the published files
	base  string // address of the server, without "/" at the end
	pages []page.Page
}

// TestDemo builds the demo site and hands it to every judge.
func TestDemo(t *testing.T) {
	d := newDemo(t)
	t.Run("html", func(t *testing.T) { judgeHTML(t, d) })
	t.Run("browser", func(t *testing.T) {
		c := startChrome(t)
		seen := takeTour(t, d, c)
		t.Run("quiet", func(t *testing.T) { judgeQuiet(t, d, c, seen) })
		t.Run("reach", func(t *testing.T) { judgeReach(t, d, seen) })
		t.Run("weight", func(t *testing.T) { judgeWeight(t, d, seen) })
		t.Run("without script", func(t *testing.T) { judgeWithoutScript(t, d, c, seen) })
		t.Run("keyboard", func(t *testing.T) { judgeKeyboard(t, d, c) })
		t.Run("media", func(t *testing.T) { judgeMedia(t, d, c) })
		t.Run("axe", func(t *testing.T) { judgeAxe(t, d, c, seen) })
		if *shotsDir != "" {
			takeShots(t, d, c, *shotsDir)
		}
	})
}

// newDemo builds and serves the site at the root of the repository.
func newDemo(t *testing.T) *demo {
	t.Helper()
	d := &demo{dir: filepath.Join(t.TempDir(), "public")}
	var b build.Builder
	built, _, diags, err := b.Publish(t.Context(), build.Options{Dir: filepath.Join("..", ".."), Now: day}, d.dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if build.Stops(diags, false) {
		var text strings.Builder
		_ = diag.Write(&text, "text", "en", diags)
		t.Fatalf("the demo site has mistakes:\n%s", text.String())
	}
	d.pages = built.Pages
	server := httptest.NewServer(d)
	t.Cleanup(server.Close)
	d.base = server.URL
	return d
}

// refresh is what sends readers on from a page that only redirects.
var refresh = regexp.MustCompile(`<meta http-equiv="?refresh[^>]*>`)

// stay, as the query of an address, gives a redirect without its refresh, so
// that it can be looked at.
const stay = "?stay"

// ServeHTTP answers with a published file, under the strict policy.
func (d *demo) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", serve.Policy)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.URL.RawQuery == stay[1:] {
		html, err := os.ReadFile(d.file(r.URL.Path))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(refresh.ReplaceAll(html, nil))
		return
	}
	http.FileServerFS(os.DirFS(d.dir)).ServeHTTP(w, r)
}

// file is the published file behind an address of the site.
func (d *demo) file(url string) string {
	if strings.HasSuffix(url, "/") {
		url += "index.html"
	}
	return filepath.Join(d.dir, filepath.FromSlash(url))
}

// address is where a page is looked at.
func (d *demo) address(p page.Page) string {
	if p.Template == "redirect" {
		return d.base + p.URL + stay
	}
	return d.base + p.URL
}

// onePerTemplate is the first page of every template that the site uses, with
// redirects; a template without any page in the demo site is a failure, as
// nobody would look at it. Only "ordinary" may have none: it stands in for
// kinds without a template of their own.
func (d *demo) onePerTemplate(t *testing.T) []page.Page {
	t.Helper()
	var out []page.Page
	for _, typ := range page.Types {
		i := slices.IndexFunc(d.pages, func(p page.Page) bool { return p.Template == typ.Template })
		if i < 0 && typ.Template == "ordinary" {
			continue
		}
		if i < 0 {
			t.Errorf("the demo site has no page of the template %s", typ.Template)
			continue
		}
		out = append(out, d.pages[i])
	}
	return out
}

// lacks ends a test for want of something on this machine: plainly skipped, or
// failed where nothing may be lacking.
func lacks(t testing.TB, format string, args ...any) {
	t.Helper()
	what := fmt.Sprintf(format, args...)
	if required {
		t.Fatalf("GLASHELDER_BROWSER=required, and this machine lacks %s", what)
	}
	t.Skipf("not run, as this machine lacks %s", what)
}
