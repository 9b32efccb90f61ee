package markdown

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark/text"
)

// BenchmarkParse is the whole way of an ordinary document of 4.75 kB, and
// BenchmarkGoldmark the part of it that goldmark takes.
func BenchmarkParse(b *testing.B) {
	src := []byte(ordinary(4750)[:4750])
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		p, _ := Parse("x.md", src, 1, Options{})
		p.HTML(plainTarget)
	}
}

func BenchmarkGoldmark(b *testing.B) {
	src := []byte(ordinary(4750)[:4750])
	b.ReportAllocs()
	for b.Loop() {
		plainParser().Parse(text.NewReader(src))
	}
}

func BenchmarkMeasure(b *testing.B) {
	src := []byte(ordinary(4750)[:4750])
	for b.Loop() {
		measure(src)
	}
}

// BenchmarkBombs measures every bomb at 1 MiB: time, and the peak of memory
// where the system tells it (Linux).
func BenchmarkBombs(b *testing.B) {
	for _, bomb := range bombs() {
		b.Run(bomb.name, func(b *testing.B) {
			src := []byte(bomb.make(1 << 20))
			debug.FreeOSMemory()
			resetPeak()
			before := peak()
			for b.Loop() {
				p, _ := Parse("x.md", src, 1, Options{})
				p.HTML(plainTarget)
			}
			b.ReportMetric(peak()-before, "MiB-peak")
		})
	}
}

// resetPeak makes Linux forget the highest use of memory (proc(5), clear_refs);
// elsewhere nothing happens, and peak says 0.
func resetPeak() {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return
	}
}

func peak() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kib, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.ParseFloat(kib, 64)
	if err != nil {
		return 0
	}
	return n / 1024
}
