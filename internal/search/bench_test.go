package search

// The figures to hold, on the generated corpus:
//
//	go test ./internal/search -run '^$' -bench Figures -benchtime 1x

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"iter"
	"os"
	"path"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stream generates documents one by one, as a build gives them.
func stream(n int, seed uint64) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		c := newCorpus(seed)
		for i := range n {
			if !yield(c.document(i, n)) {
				return
			}
		}
	}
}

// meter counts what a searcher reads, as it comes over the line.
type meter struct {
	files           map[string][]byte
	seen            map[string]bool
	bytes, requests int
}

func newMeter(index Index) *meter {
	m := &meter{files: map[string][]byte{}, seen: map[string]bool{}}
	for _, f := range index.Files {
		m.files[f.Name] = f.Data
	}
	return m
}

func (m *meter) read(name string) ([]byte, error) {
	data := m.files[name]
	if !m.seen[name] {
		m.seen[name] = true
		m.requests++
		m.bytes += len(data)
		if path.Ext(name) == ".json" {
			m.bytes += len(zipped(data)) - len(data)
		}
	}
	return data, nil
}

// since returns what was read since the last call.
func (m *meter) since() (bytes, requests float64) {
	bytes, requests = float64(m.bytes)/1000, float64(m.requests)
	m.bytes, m.requests = 0, 0
	return bytes, requests
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func BenchmarkFigures(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for range b.N {
				figures(b, n)
			}
		})
	}
}

func figures(b *testing.B, n int) {
	for d := range stream(n, 1) { // generating is not indexing
		_ = d
	}
	start := cpu()
	for d := range stream(n, 1) {
		_ = d
	}
	generating := cpu() - start
	debug.FreeOSMemory()
	os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // where there is one
	start = cpu()
	index, err := Build(stream(n, 1), Options{Facets: testFacets})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric((cpu() - start - generating).Seconds(), "build-cpu-s")
	b.ReportMetric(peak(), "peak-MiB")
	files, sizes := folders(index)
	b.ReportMetric(float64(files["all"]), "files")
	b.ReportMetric(float64(sizes["all"])/1e6, "index-MB")
	first(b, index)
	warm(b, index)
	edit(b, index, n)
	for _, folder := range slices.Sorted(keysOf(files)) {
		b.Logf("%-4s %5d files %9d bytes", folder, files[folder], sizes[folder])
	}
}

// edit reports what changes in t/ when one page gets another word.
func edit(b *testing.B, was Index, n int) {
	is, err := Build(func(yield func(Document) bool) {
		i := 0
		for d := range stream(n, 1) {
			if i++; i == n/2 {
				d.Text = strings.Replace(d.Text, " van ", " "+vocabulary25k()[12_345]+" ", 1)
			}
			if !yield(d) {
				return
			}
		}
	}, Options{Facets: testFacets})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(changed(was, is, "t"))/1000, "edit-kB")
}

func keysOf(m map[string]int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// first reports what the standard queries read, the mean over some words.
func first(b *testing.B, index Index) {
	words := []string{"vergadering", "reglement", "mobiliteit", "bewoners", "huisvesting", "sport", "toelagen", "dossiers"}
	sums := map[string]float64{}
	for i, word := range words {
		m := newMeter(index)
		s, err := Open(m.read)
		if err != nil {
			b.Fatal(err)
		}
		sums["load-kB"] += float64(m.bytes) / 1000
		showTen(b, s, word, ByScore)
		bytes, requests := m.since()
		sums["first-kB"], sums["first-requests"] = sums["first-kB"]+bytes, sums["first-requests"]+requests
		showTen(b, s, words[(i+1)%len(words)], ByScore)
		bytes, _ = m.since()
		sums["next-kB"] += bytes
		showTen(b, s, word+" "+words[(i+3)%len(words)], ByScore)
		bytes, _ = m.since()
		sums["next-two-words-kB"] += bytes
		sums["filter-kB"] += filterOnly(b, index)
	}
	for name, sum := range sums {
		b.ReportMetric(sum/float64(len(words)), name)
	}
}

func showTen(b *testing.B, s *Searcher, query string, order Order) {
	found, err := s.Search(query, order)
	if err != nil {
		b.Fatal(err)
	}
	if len(found.Documents) == 0 {
		b.Errorf("%q finds nothing", query)
	}
	for _, d := range found.Documents[:min(10, len(found.Documents))] {
		if _, err := s.Card(d); err != nil {
			b.Fatal(err)
		}
	}
}

// filterOnly returns the kB of all columns, as counts need them, but for that of
// the organisations, which a page reads when its list is opened.
func filterOnly(b *testing.B, index Index) float64 {
	m := newMeter(index)
	s, err := Open(m.read)
	if err != nil {
		b.Fatal(err)
	}
	m.since()
	for i := range s.Manifest.Facets {
		if f := &s.Manifest.Facets[i]; f.Name != "organisatie" {
			if _, err := s.facetColumn(f); err != nil {
				b.Fatal(err)
			}
		}
	}
	if _, err := s.dates(); err != nil {
		b.Fatal(err)
	}
	kB, _ := m.since()
	return kB
}

// warm reports how long queries take whose files are there already.
func warm(b *testing.B, index Index) {
	s, err := Open(newMeter(index).read)
	if err != nil {
		b.Fatal(err)
	}
	var times []time.Duration
	for round := range 3 {
		for i, w := range civicWords {
			query := w + strings.Repeat(" "+civicWords[(i*7+3)%len(civicWords)], i%3)
			start := time.Now()
			if _, err := s.Search(query, ByScore); err != nil {
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

// cpu returns the processor time of this process.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peak returns the most memory that this process had, in MiB; 0 where the
// system does not say.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		var kB float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kB); n == 1 {
			return kB / 1024
		}
	}
	return 0
}
