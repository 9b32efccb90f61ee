package browser

// The filter among very many allocations, and pictures of it to look at.

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"glashelder/internal/build"
	"glashelder/internal/sitetest"
)

// shootFilter makes pictures of a search.
func shootFilter(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			for name, script := range map[string]string{"rust": "true", "zoeken": `document.querySelector("form.filter details").open = true`} {
				at := map[string]string{"rust": "", "zoeken": "?q=de&jaar=2023&van=100&tot=x"}[name]
				b.open(t, s.list+at)
				err := b.do(look(width, scheme))
				if err == nil {
					_, err = ask[bool](b, script)
				}
				if err == nil {
					var picture []byte
					picture, err = chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
					if err == nil {
						err = os.WriteFile(filepath.Join(*shotsDir, fmt.Sprintf("filter-%s-%d-%s.png", name, width, scheme)), picture, 0o644)
					}
				}
				if err != nil {
					t.Error(err)
				}
			}
		}
	}
}

// BenchmarkFilter measures an answer among 25,000 allocations in a browser, from
// the last key to the sentence that says what was found, less the wait while
// typing; and once, how long the file takes from the first key to an answer.
func BenchmarkFilter(b *testing.B) {
	dir := b.TempDir()
	if _, err := sitetest.GenerateMoney(dir, 25_000, 12_000, 1); err != nil {
		b.Fatal(err)
	}
	var builder build.Builder
	built, diags, err := builder.Prove(b.Context(), build.Options{Dir: dir, Now: day})
	if err != nil || build.Stops(diags, false) {
		b.Fatal(err, diags)
	}
	file, _, err := built.File("toelagen/filter.json")
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok, err := built.Page(r.URL.Path)
		if r.URL.Path == "/toelagen/filter.json" {
			data = file
		} else if !ok {
			data, _, err = built.File(r.URL.Path[1:])
		}
		if err != nil {
			b.Error(err)
		}
		http.ServeContent(w, r, path.Base(r.URL.Path)+map[bool]string{true: ".html"}[ok], day, bytes.NewReader(data))
	}))
	defer server.Close()
	page := startChrome(b).tab(b)
	if err := page.do(chromedp.Navigate(server.URL + "/toelagen/")); err != nil {
		b.Fatal(err)
	}
	searches := []string{"buurt", "buurt w", "de", "zzz", "jong"}
	first, answer := page.answer(b, searches[4]), 0.0
	for b.Loop() {
		for _, words := range searches {
			answer += page.answer(b, words)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(first, "first-ms")
	b.ReportMetric(answer/float64(b.N*len(searches)), "answer-ms")
	b.ReportMetric(float64(gzipped(file))/1000, "gzip-kB")
}

// answer gives the milliseconds until words are answered, less the wait.
func (b *tab) answer(t testing.TB, words string) float64 {
	ms, err := ask[float64](b, fmt.Sprintf(`new Promise((done) => {
		const form = document.querySelector("form.filter"), status = form.querySelector("[role=status]"), start = performance.now();
		status.textContent = "";
		new MutationObserver((_, watch) => {
			if (!status.textContent || status.textContent === document.querySelector("#filter").dataset.loading) return;
			watch.disconnect();
			done(performance.now() - start - 80);
		}).observe(status, {childList: true});
		form.elements.q.value = %q;
		form.elements.q.dispatchEvent(new Event("input", {bubbles: true}));
	})`, words), chromedp.EvalAwaitPromise)
	if err != nil {
		t.Fatal(err)
	}
	return ms
}
