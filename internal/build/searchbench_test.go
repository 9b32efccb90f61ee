package build

// The search index of generated sites: its size, what a reader fetches, how
// long a query takes, and what making it costs; and the same of Pagefind on the
// same pages in the same run, where npm can fetch it.
//
//	make bench-search

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"glashelder/internal/export"
	"glashelder/internal/search"
	"glashelder/internal/search/dutch"
	"glashelder/internal/sitetest"
)

var searchedWords = strings.Fields("vergadering reglement mobiliteit bewoner huisvesting sport toelage dossier")

// dutchVocabulary is 25,000 words, the most common first: function words, words
// of civil society, then words of the list with their inflections and compounds.
func dutchVocabulary() []string {
	words := strings.Fields("de van het een en in is op te dat voor met zijn die er aan niet om ook als naar bij maar worden uit dan door over wordt kan nog we wat of hun deze tot heeft moet werd meer geen veel zo al wel welke tussen onder tegen onze hebben waar")
	civic := append(strings.Fields("subsidie organisatie stad wijk werf beslissing verslag vereniging middenveld budget vrijwilliger buurt overleg inspraak participatie bestuur schepen gemeenteraad project samenwerking aanvraag evaluatie cultuur welzijn armoede onderwijs"), searchedWords...)
	words = append(words, civic...)
	r := rand.New(rand.NewPCG(7, 7))
	bases := slices.DeleteFunc(dutch.List().Bases(), func(w string) bool { return len(w) < 4 || len(w) > 14 })
	for len(words) < 25_000 {
		w := bases[r.IntN(len(bases))]
		switch r.IntN(10) {
		case 0, 1, 2:
			w = civic[r.IntN(len(civic))] + w
		case 3, 4:
			w += "en"
		case 5:
			w += "s"
		}
		words = append(words, w)
	}
	return words
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				searchFigures(b, n)
			}
		})
	}
}

func searchFigures(b *testing.B, n int) {
	dir := b.TempDir()
	if _, err := sitetest.GenerateOf(dutchVocabulary(), dir, n*10/13, 1); err != nil { // every ten bring three rows of money
		b.Fatal(err)
	}
	var builder Builder
	opts := Options{Dir: dir, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	built, diags, err := builder.Prove(context.Background(), opts)
	if err != nil || Stops(diags, false) {
		b.Fatal(err, diags.Sort()[:min(len(diags), 5)])
	}
	builder = Builder{} // what it remembers is not of the index
	ours := indexing(b, built)
	sizes(b, built)
	firstQueries(b, built)
	warmQueries(b, built)
	edited(b, built)
	theirs, folder := pagefind(b, built)
	if theirs > 0 {
		b.ReportMetric(ours.Seconds()/theirs.Seconds(), "cpu-of-pagefind")
	}
	inNode(b, built, folder)
}

// indexing makes the index, and reports what that costs.
func indexing(b *testing.B, built *Built) time.Duration {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // where there is one
	site, start := memoryLine(b, "VmRSS"), cpu(b)
	files, err := built.index()
	if err != nil {
		b.Fatal(err)
	}
	spent := cpu(b) - start
	b.ReportMetric(spent.Seconds(), "index-cpu-s")
	peak := memoryLine(b, "VmHWM")
	b.ReportMetric(peak, "peak-MiB")
	b.ReportMetric(peak-site, "peak-over-site-MiB")
	b.ReportMetric(float64(len(files)), "files")
	return spent
}

// memoryLine reads a line of /proc/self/status, in MiB; 0 where there is none.
func memoryLine(b *testing.B, name string) float64 {
	b.Helper()
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		var kB float64
		if n, _ := fmt.Sscanf(line, name+": %f kB", &kB); n == 1 {
			return kB / 1024
		}
	}
	return 0
}

func sizes(b *testing.B, built *Built) {
	files, _ := built.index()
	total, count, bytes := 0, map[string]int{}, map[string]int{}
	for _, f := range files {
		folder := filepath.Dir(f.Name)
		total, count[folder], bytes[folder] = total+len(f.Data), count[folder]+1, bytes[folder]+len(f.Data)
	}
	b.ReportMetric(float64(total)/1e6, "index-MB")
	for _, folder := range []string{"t", "s", "p", "c", "f", "d", "."} {
		b.Logf("%s  %5d files %9d bytes", folder, count[folder], bytes[folder])
	}
	documents := 0
	for range built.SearchDocuments() {
		documents++
	}
	b.ReportMetric(float64(documents), "found-documents")
	b.ReportMetric(float64(len(built.Pages)), "pages")
}

// reader reads an index as a browser does, and counts.
type reader struct {
	*search.Searcher
	files           map[string][]byte
	seen            map[string]bool
	bytes, requests int
}

func newReader(b *testing.B, files []search.File) *reader {
	b.Helper()
	r := &reader{files: map[string][]byte{}, seen: map[string]bool{}}
	for _, f := range files {
		r.files[f.Name] = f.Data
	}
	s, err := search.Open(r.fetch)
	if err != nil {
		b.Fatal(err)
	}
	r.Searcher = s
	return r
}

func (r *reader) fetch(name string) ([]byte, error) {
	data := r.files[name]
	if !r.seen[name] {
		r.seen[name] = true
		r.requests++
		r.bytes += len(data)
		if filepath.Ext(name) == ".json" { // the others are compressed already
			r.bytes += zipped(data) - len(data)
		}
	}
	return data, nil
}

// since tells what was fetched since it was asked last, in kB and requests.
func (r *reader) since() (kB, requests float64) {
	kB, requests = float64(r.bytes)/1000, float64(r.requests)
	r.bytes, r.requests = 0, 0
	return kB, requests
}

func zipped(data []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Len()
}

// ten shows the ten best of a query, and gives their cards.
func (r *reader) ten(b *testing.B, query string) []search.Card {
	b.Helper()
	found, err := r.Search(query, search.ByScore)
	if err != nil || len(found.Documents) == 0 {
		b.Fatalf("%q: %v, %d results", query, err, len(found.Documents))
	}
	var cards []search.Card
	for _, d := range found.Documents[:min(10, len(found.Documents))] {
		card, err := r.Card(d)
		if err != nil {
			b.Fatal(err)
		}
		cards = append(cards, card)
	}
	return cards
}

// firstQueries reports what the standard queries fetch: the mean over some words.
func firstQueries(b *testing.B, built *Built) {
	files, _ := built.index()
	sums := map[string]float64{}
	for i, word := range searchedWords {
		r := newReader(b, files)
		cards := r.ten(b, word)
		kB, requests := r.since()
		sums["first-kB"], sums["first-requests"] = sums["first-kB"]+kB, sums["first-requests"]+requests
		sums["excerpts-kB"] += kB + pagesOf(b, built, cards)
		sums["excerpts-needed-kB"] += kB + pagesOf(b, built, slices.DeleteFunc(cards, func(c search.Card) bool { return strings.Contains(search.Fold(c.Title+c.Text), word) }))
		r.ten(b, searchedWords[(i+1)%len(searchedWords)])
		kB, _ = r.since()
		sums["next-kB"] += kB
		r.ten(b, searchedWords[(i+2)%len(searchedWords)]+" "+searchedWords[(i+3)%len(searchedWords)])
		kB, _ = r.since()
		sums["next-two-words-kB"] += kB
		sums["filter-kB"] += columnsOf(newReader(b, files))
	}
	for name, sum := range sums {
		b.ReportMetric(sum/float64(len(searchedWords)), name)
	}
}

// pagesOf is the size of the pages that excerpts are cut from, compressed, in kB.
func pagesOf(b *testing.B, built *Built, cards []search.Card) float64 {
	b.Helper()
	seen, total := map[string]bool{}, 0
	for _, c := range cards {
		at, _, _ := strings.Cut(c.Address, "#")
		if seen[at] {
			continue
		}
		seen[at] = true
		page, ok, err := built.Page(strings.TrimPrefix(at, built.Site.Config.Prefix()))
		if err != nil || !ok {
			b.Fatalf("%s: %v", at, err)
		}
		total += zipped(page)
	}
	return float64(total) / 1000
}

// columnsOf is what filtering without words fetches, in kB: the columns of all
// facets but that of the organisations, which a page reads when that is opened.
func columnsOf(r *reader) float64 {
	r.since()
	_, _ = r.fetch("f/" + r.Manifest.Columns + ".bin")
	_, _ = r.fetch("f/" + r.Manifest.Date + ".bin")
	for _, f := range r.Manifest.Facets {
		if f.File != "" && f.Name != "organisatie" {
			_, _ = r.fetch("f/" + f.File + ".bin")
		}
	}
	kB, _ := r.since()
	return kB
}

// warmed are queries of one, two and three words.
func warmed() []string {
	words, queries := dutchVocabulary()[60:160], []string{}
	for i, w := range words {
		queries = append(queries, w+strings.Repeat(" "+words[(i*7+3)%len(words)], i%3))
	}
	return queries
}

// warmQueries reports how long queries take whose files are there already.
func warmQueries(b *testing.B, built *Built) {
	files, _ := built.index()
	r := newReader(b, files)
	var times []time.Duration
	for round := range 3 {
		for _, query := range warmed() {
			start := time.Now()
			if _, err := r.Search(query, search.ByScore); err != nil {
				b.Fatal(err)
			}
			if round > 0 {
				times = append(times, time.Since(start))
			}
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "warm-ms")
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "warm95-ms")
}

// edited reports how many bytes of term shards are new when one word of one
// document becomes another: the mean of some edits.
func edited(b *testing.B, built *Built) {
	before, _ := built.index()
	had, changed := map[string]bool{}, 0
	for _, f := range before {
		had[f.Name] = true
	}
	edits := []int{500, 2_500, 7_500, 12_500}
	for _, word := range edits {
		after, err := search.Build(replaced(built, dutchVocabulary()[word]), search.Options{Facets: export.SearchFacets})
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range after.Files {
			if strings.HasPrefix(f.Name, "t/") && !had[f.Name] {
				changed += len(f.Data)
			}
		}
	}
	b.ReportMetric(float64(changed)/1000/float64(len(edits)), "edit-kB")
}

// replaced are the documents, with one word "van" of a decision become another.
func replaced(built *Built, word string) iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		done := false
		for d := range built.SearchDocuments() {
			if !done && strings.Contains(d.Text, " van ") && d.Kind == "beslissing" {
				done, d.Text = true, strings.Replace(d.Text, " van ", " "+word+" ", 1)
			}
			if !yield(d) {
				return
			}
		}
	}
}

// writePage writes a page of a site into a folder, by its path on the site.
func writePage(t testing.TB, public, at string, page []byte) {
	t.Helper()
	file := filepath.Join(public, filepath.FromSlash(at), "index.html")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
}

// pagefind indexes the same pages with Pagefind, and reports the same; the time
// of the processor and the folder, 0 and "" where it cannot be had.
func pagefind(b *testing.B, built *Built) (spent time.Duration, folder string) {
	program := fetchPagefind(b)
	if program == "" {
		return 0, ""
	}
	public, out, pages := b.TempDir(), b.TempDir(), 0
	for _, doc := range built.Site.Documents {
		page, _, err := built.Page(doc.Common().URL)
		if err != nil {
			b.Fatal(err)
		}
		writePage(b, public, doc.Common().URL, page)
		pages++
	}
	run := exec.Command(program, "--site", public, "--output-path", out)
	if said, err := run.CombinedOutput(); err != nil {
		b.Logf("Pagefind failed, so no comparison: %v %s", err, said)
		return 0, ""
	}
	count, total := 0, int64(0)
	err := filepath.WalkDir(out, func(_ string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			info, infoErr := e.Info()
			if infoErr == nil {
				count, total = count+1, total+info.Size()
			}
			err = infoErr
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	spent = run.ProcessState.UserTime() + run.ProcessState.SystemTime()
	b.ReportMetric(float64(pages), "pagefind-pages")
	b.ReportMetric(float64(count), "pagefind-files")
	b.ReportMetric(float64(total)/1e6, "pagefind-MB")
	b.ReportMetric(spent.Seconds(), "pagefind-cpu-s")
	if u, ok := run.ProcessState.SysUsage().(*syscall.Rusage); ok {
		b.ReportMetric(float64(u.Maxrss)/1024, "pagefind-peak-MiB")
	}
	return spent, out
}

// inNode reports what a reader fetches and waits for with our own scripts, and
// with those of Pagefind in its folder, where node is.
func inNode(b *testing.B, built *Built, pagefind string) {
	node, err := exec.LookPath("node")
	if err != nil {
		b.Log("without node no scripts are measured")
		return
	}
	engine, index := b.TempDir(), b.TempDir()
	for _, a := range built.Assets {
		if name, is := strings.CutPrefix(a.Path, "assets/zoek"); is {
			name, _, _ = strings.Cut(name, ".")
			write(b, engine, "zoek"+name+".js", unhashed.ReplaceAll(a.Data, []byte(`"./$1.js"`)))
		}
	}
	write(b, engine, "package.json", []byte(`{"type":"module"}`))
	files, _ := built.index()
	for _, f := range files {
		write(b, index, f.Name, f.Data)
	}
	asked, _ := json.Marshal(map[string][]string{"words": searchedWords, "queries": warmed()})
	cmd := exec.Command(node, "testdata/searchcost.mjs", engine, index, pagefind)
	cmd.Stdin = bytes.NewReader(asked)
	said, err := cmd.Output()
	if err != nil {
		b.Fatalf("node: %v", err)
	}
	type cost struct{ First, Requests, Next, TwoWords, Filter, Warm, Warm95 float64 }
	var costs struct{ Ours, Theirs *cost }
	if err := json.Unmarshal(said, &costs); err != nil {
		b.Fatal(err)
	}
	for name, c := range map[string]*cost{"js": costs.Ours, "pagefind": costs.Theirs} {
		if c == nil {
			continue
		}
		for what, n := range map[string]float64{"first-kB": c.First, "requests": c.Requests, "next-kB": c.Next, "next-two-words-kB": c.TwoWords, "filter-kB": c.Filter, "warm-ms": c.Warm, "warm95-ms": c.Warm95} {
			b.ReportMetric(n, name+"-"+what)
		}
	}
}

// unhashed finds the names by which our scripts import each other.
var unhashed = regexp.MustCompile(`"\./(zoek\w+)\.\w+\.js"`)

func write(b *testing.B, folder, name string, data []byte) {
	b.Helper()
	file := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		b.Fatal(err)
	}
}
