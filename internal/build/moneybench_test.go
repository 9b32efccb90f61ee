package build

// Benchmarks over generated sites of funding. The floor is a program that
// reads and parses the tables with encoding/csv and writes as many files of
// the same sizes. Memory is per allocation: the heap that a linked site keeps,
// and the largest resident size of the process while it is published.

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"glashelder/internal/sitetest"
)

var moneyDay = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// TestGeneratedMoneyCloses proves that the benchmarks' sites are right: all
// rules pass, over the model and over the finished pages.
func TestGeneratedMoneyCloses(t *testing.T) {
	dir := t.TempDir()
	size, err := sitetest.GenerateMoney(dir, 300, 120, 1)
	if err != nil {
		t.Fatal(err)
	}
	var builder Builder
	built, diags, err := builder.Check(context.Background(), Options{Dir: dir, Now: moneyDay})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags[:min(len(diags), 10)] {
		t.Errorf("%s: %s", d.Pos, d.Message("nl"))
	}
	if rows := len(built.Site.Allocations); rows != size.Rows || len(built.Site.Organisations) != 120 || len(built.Site.Payments) < rows {
		t.Errorf("%d allocations of %d organisations, %d payments; want %d of 120", rows, len(built.Site.Organisations), len(built.Site.Payments), size.Rows)
	}
}

func BenchmarkMoney(b *testing.B) {
	var small time.Duration
	b.Run("1000", func(b *testing.B) { small = benchmarkMoney(b, 1_000, 480) })
	b.Run("25000", func(b *testing.B) {
		large := benchmarkMoney(b, 25_000, 12_000)
		if small > 0 {
			b.ReportMetric(math.Log(float64(large)/float64(small))/math.Log(25), "exponent")
		}
	})
}

// benchmarkMoney publishes a site of so many rows, and returns the processor
// time of one time.
func benchmarkMoney(b *testing.B, rows, organisations int) time.Duration {
	dir := b.TempDir()
	if _, err := sitetest.GenerateMoney(dir, rows, organisations, 1); err != nil {
		b.Fatal(err)
	}
	opts := Options{Dir: dir, Now: moneyDay}
	out := filepath.Join(b.TempDir(), "public")
	live := heldMemory(b, opts)
	var ours, floor time.Duration
	var peak, bytes int64
	files := 0
	for b.Loop() {
		forgetPeak(b)
		before := cpu(b)
		var builder Builder
		_, result, diags, err := builder.Publish(context.Background(), opts, out, false)
		if err != nil || len(diags) > 0 {
			b.Fatal(err, diags.Sort()[:min(len(diags), 5)])
		}
		ours += cpu(b) - before
		peak = max(peak, peakSince(b))
		files = result.Written
		before = cpu(b)
		parseTables(b, filepath.Join(dir, "data"))
		readAndWrite(b, b.TempDir(), out, b.TempDir())
		floor += cpu(b) - before
		bytes = folderSize(b, out)
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(ours)/float64(floor), "x-floor")
	b.ReportMetric(float64(peak)/1000/float64(rows), "peak-kB/row")
	b.ReportMetric(float64(live)/1000/float64(rows), "live-kB/row")
	b.ReportMetric(float64(files), "files")
	b.ReportMetric(float64(bytes)/1e6, "MB")
	return ours / time.Duration(b.N)
}

// heldMemory is the heap, in bytes, that a proven site keeps: all records, all
// links, and the list of its pages.
func heldMemory(b *testing.B, opts Options) int64 {
	before := heap()
	var builder Builder
	built, _, err := builder.Prove(context.Background(), opts)
	if err != nil {
		b.Fatal(err)
	}
	held := heap() - before
	runtime.KeepAlive(&builder)
	runtime.KeepAlive(built)
	return held
}

func heap() int64 {
	runtime.GC()
	runtime.GC() // the first may leave what finalizers held
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// forgetPeak gives free memory back to the system and starts its largest
// resident size anew, where the system can (Linux, proc_pid_clear_refs(5)):
// what came before would else be counted.
func forgetPeak(b *testing.B) {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200); err != nil {
		b.Log("the peak is that of the process since it began:", err)
	}
}

// peakSince is the largest resident size since forgetPeak, in bytes.
func peakSince(b *testing.B) int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return peakMemory(b)
	}
	var kib int64
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(after, &kib); err != nil {
		b.Fatal("no VmHWM in /proc/self/status:", err)
	}
	return kib * 1024
}

// parseTables reads every CSV below dir, row by row.
func parseTables(b *testing.B, dir string) {
	tables, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	more, _ := filepath.Glob(filepath.Join(dir, "*", "*.csv"))
	if err != nil || len(more) == 0 {
		b.Fatal("no tables in ", dir)
	}
	for _, name := range append(tables, more...) {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.Comma = ';'
		for {
			if _, err := r.Read(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
		f.Close()
	}
}

// folderSize adds up the bytes of all files below dir.
func folderSize(b *testing.B, dir string) (size int64) {
	err := filepath.WalkDir(dir, func(_ string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		size += info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return size
}
