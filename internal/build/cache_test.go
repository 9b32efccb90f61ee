package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestLooksFirst: what was published is left as it is only while every input
// and output is as it was, and only when there was nothing to say.
func TestLooksFirst(t *testing.T) {
	dir := t.TempDir()
	public, cache := filepath.Join(dir, "public"), filepath.Join(dir, ".glashelder")
	put := func(name, text string, age time.Duration) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-age)
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	opts := Options{Dir: dir, Now: day, Cache: cache}
	builds := func(what string, want bool) {
		t.Helper()
		var b Builder
		built, _, diags, err := b.Publish(context.Background(), opts, public, false)
		if err != nil || Stops(diags, false) {
			t.Fatal(what, err, diags)
		}
		if got := built != nil; got != want {
			t.Errorf("%s: built is %v, want %v", what, got, want)
		}
	}
	put("content/over.md", "# Over\n\nTekst.\n", time.Hour)
	builds("the first time", true)
	builds("nothing changed", false)
	put("content/over.md", "# Over\n\nTeksT.\n", 30*time.Minute)
	builds("one letter", true)
	builds("nothing changed again", false)
	opts.Drafts = true
	builds("another option", true)
	opts.Now = day.AddDate(0, 0, 1)
	builds("another day", true)
	if err := os.Remove(filepath.Join(public, "over", "index.html")); err != nil {
		t.Fatal(err)
	}
	builds("a page is gone", true)
	put("content/nieuw.md", "# Nieuw\n\nTekst.\n", time.Hour)
	builds("a new file", true)
	builds("nothing changed since", false)
	if err := os.WriteFile(cacheFile(opts, public), []byte("nl stuk"), 0o644); err != nil {
		t.Fatal(err)
	}
	builds("a broken cache", true)
	put("content/leeg.md", "", time.Hour)
	builds("a warning", true)
	builds("a warning is said again", true)
	put("content/leeg.md", "# Niet meer leeg\n\nTekst.\n", 0)
	builds("a file of just now", true)
	builds("which may change again", true)
	opts.Cache = ""
	builds("no cache", true)
}
