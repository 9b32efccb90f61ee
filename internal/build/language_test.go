package build_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glashelder/internal/build"
)

// TestWordsOfATextAreInItsLanguage: what the HTML of a text adds for those who
// hear it is in the language of the text, also once that of the site changes.
func TestWordsOfATextAreInItsLanguage(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	put("content/a.md", "# A\n\nOne.[^1]\n\n[^1]: Note.\n")
	put("content/a.fr.md", "# A\n\nUn.[^1]\n\n[^1]: Note.\n")
	var b build.Builder
	for _, language := range []string{"en", "nl"} {
		put("glashelder.toml", "language = \""+language+"\"\nlanguages = [\"fr\"]\n")
		built, _, err := b.Prove(context.Background(), build.Options{Dir: dir, Now: today})
		if err != nil {
			t.Fatal(err)
		}
		back := map[string]string{"en": "Back to the text", "nl": "Terug naar de tekst"}[language]
		for url, want := range map[string]string{"/a/": back, "/fr/a/": "Retour au texte"} {
			if html, ok, err := built.Page(url); err != nil || !ok || !strings.Contains(string(html), want) {
				t.Errorf("%s at %s does not say %q (%v, %v)", language, url, want, ok, err)
			}
		}
	}
}
