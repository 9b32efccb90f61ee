//go:build unix

package build

// kill -9 at random moments of a real build never leaves a mixed public/.

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary be the build that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("GLASHELDER_TEST_PUBLISH"); dir != "" {
		var b Builder
		_, _, diags, err := b.Publish(context.Background(), Options{Dir: dir, Now: day}, filepath.Join(dir, "public"), false)
		if err != nil || Stops(diags, false) {
			fmt.Fprintln(os.Stderr, err, diags)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// generation writes a site of some hundred pages that all carry one word.
func generation(t *testing.T, dir, word string) {
	t.Helper()
	for i := range 150 {
		name := filepath.Join(dir, "content", "verslagen", fmt.Sprintf("2024-01-%02d-verslag-%d.md", 1+i%28, i))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("# Verslag "+word+"\n\nDit is "+word+".\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "glashelder.toml"), []byte("title = \""+word+"\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func publishIn(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "GLASHELDER_TEST_PUBLISH="+dir)
	c.Stderr = os.Stderr
	return c
}

func TestKilledBuildLeavesNoMixture(t *testing.T) {
	if testing.Short() {
		t.Skip("kills forty builds")
	}
	dir := t.TempDir()
	words := []string{"appel", "peer"}
	generation(t, dir, words[0])
	start := time.Now()
	if err := publishIn(t, dir).Run(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(start)
	r := rand.New(rand.NewPCG(3, uint64(start.Unix())))
	seen := map[string]int{}
	for i := range 40 {
		generation(t, dir, words[(i+1)%2])
		c := publishIn(t, dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(whole) * 12 / 10)))
		_ = c.Process.Kill()
		_ = c.Wait()
		seen[oneGeneration(t, dir, words)]++
	}
	if err := publishIn(t, dir).Run(); err != nil {
		t.Fatal("the next build does not heal: ", err)
	}
	t.Logf("generations seen after kills: %v", seen)
}

// oneGeneration reads the published site and demands that it is of one piece.
func oneGeneration(t *testing.T, dir string, words []string) string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(dir, "public", "verslagen", "2024-*", "index.html"))
	if err != nil || len(pages) < 150 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	count := map[string]int{}
	for _, p := range pages {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words {
			if strings.Contains(string(data), "<p>Dit is "+word) {
				count[word]++
			}
		}
	}
	for word, n := range count {
		if n == 150 && len(count) == 1 {
			return word
		}
	}
	t.Fatalf("a mixture: %v", count)
	return ""
}
