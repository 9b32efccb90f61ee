package output

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// page is as large as a middling page of a site; a folder a page, as sites have.
var page = []byte(strings.Repeat("<p>Verslag van het traject middenveld.</p>\n", 120))

func pageName(i int) string { return fmt.Sprintf("verslagen/2021/blad-%d/index.html", i) }

const pages = 10_000

// BenchmarkPublish publishes ten thousand pages over ten thousand older ones.
func BenchmarkPublish(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		publishPages(b, dir, 1)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
}

// BenchmarkPublishTwoWriters does the same with two goroutines.
func BenchmarkPublishTwoWriters(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		publishPages(b, dir, 2)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
}

func publishPages(b *testing.B, dir string, writers int) {
	tree, err := Begin(dir)
	if err != nil {
		b.Fatal(err)
	}
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := w; i < pages; i += writers {
				if err := tree.Write(pageName(i), page); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if _, err := tree.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkPlainFiles is the floor: the same files by os.WriteFile, and the
// removal of the older ones.
func BenchmarkPlainFiles(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		for i := range pages {
			name := filepath.Join(dir, pageName(i))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(name, page, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
}
