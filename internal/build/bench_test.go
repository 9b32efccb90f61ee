package build

// Benchmarks over generated sites. The floor is a program that only reads the
// inputs and writes as many files of the same sizes; times are processor time
// of the whole process, because the machine may be shared.

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"glashelder/internal/sitetest"
)

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkBuild(b, n) })
	}
}

func benchmarkBuild(b *testing.B, n int) {
	dir := b.TempDir()
	size, err := sitetest.Generate(dir, n, 1)
	if err != nil {
		b.Fatal(err)
	}
	out := filepath.Join(b.TempDir(), "public")
	opts := Options{Dir: dir, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	var ours, floor time.Duration
	files := 0
	for b.Loop() {
		runtime.GC()
		before := cpu(b)
		var builder Builder
		_, result, diags, err := builder.Publish(context.Background(), opts, out, false)
		if err != nil || Stops(diags, false) {
			b.Fatal(err, diags.Sort()[:min(len(diags), 5)])
		}
		ours += cpu(b) - before
		files = result.Written
		before = cpu(b)
		readAndWrite(b, dir, out, b.TempDir())
		floor += cpu(b) - before
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(ours)/float64(floor), "x-floor")
	b.ReportMetric(float64(peakMemory(b))/(1<<20), "peak-MiB")
	b.ReportMetric(float64(size.Documents), "documents")
	b.ReportMetric(float64(files), "files")
}

// readAndWrite is the floor.
func readAndWrite(b *testing.B, in, published, to string) {
	read := func(root string, use func(name string, data []byte)) {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			use(name, data)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	read(in, func(string, []byte) {})
	made := map[string]bool{}
	err := filepath.WalkDir(published, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(published, name)
		target := filepath.Join(to, rel)
		if folder := filepath.Dir(target); !made[folder] {
			made[folder] = true
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
		}
		return os.WriteFile(target, make([]byte, info.Size()), 0o644)
	})
	if err != nil {
		b.Fatal(err)
	}
}

// cpu is the processor time of this process, user and system.
func cpu(b *testing.B) time.Duration {
	u := usage(b)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory is the largest resident size so far, in bytes.
func peakMemory(b *testing.B) int64 { return usage(b).Maxrss * 1024 }

func usage(b *testing.B) syscall.Rusage {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u
}
