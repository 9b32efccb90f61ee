package scaffold

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

func TestNewPutsEachKindWhereItBelongs(t *testing.T) {
	config := &model.Config{Sections: map[string]string{"minutes": "notulen", "event": "agenda", "page": ""}}
	for _, c := range []struct{ kind, title, want string }{
		{"minutes", "Overleg: één", "content/notulen/2024-02-29-overleg-een.md"},
		{"event", "Feest", "content/agenda/2024/2024-02-29-feest.md"},
		{"page", "Over ons", "content/over-ons.md"},
		{"theme", "Nieuw", "data/themas.toml"},
		{"budget", "Meer geld", "data/budgetten.toml"},
	} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "content/agenda/2024"), 0o755); err != nil {
			t.Fatal(err)
		}
		got, err := New(dir, config, locale.Get("nl"), Document{Kind: c.kind, Title: c.title, Date: day})
		if err != nil || got != c.want {
			t.Errorf("%s: %q (%v), want %q", c.kind, got, err, c.want)
			continue
		}
		if text, err := os.ReadFile(filepath.Join(dir, got)); err != nil || !strings.Contains(string(text), `"`+c.title+`"`) {
			t.Errorf("%s does not hold its title (%v):\n%s", got, err, text)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	config := &model.Config{Sections: map[string]string{"page": "", "size": "groottes"}}
	dir := t.TempDir()
	for _, c := range []struct {
		kind, title string
		want        error
	}{
		{"page", "…", ErrTitle},
		{"payment", "x", ErrKind},
		{"config", "x", ErrKind},
		{"iets", "x", ErrKind},
	} {
		if file, err := New(dir, config, locale.Get("nl"), Document{Kind: c.kind, Title: c.title, Date: day}); !errors.Is(err, c.want) {
			t.Errorf("%s %q: %q, %v, want %v", c.kind, c.title, file, err, c.want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("it wrote %v", entries)
	}
}

// TestNewNeverLosesText: a file or entry that exists stays as it is, byte for byte.
func TestNewNeverLosesText(t *testing.T) {
	config := &model.Config{Sections: map[string]string{"page": ""}}
	dir := t.TempDir()
	themes := "# eigen opmerking\n[nieuw]\nnl = \"Nieuw\"" // no line end
	for name, text := range map[string]string{"content/nieuw.md": "Mijn tekst", "data/themas.toml": themes} {
		if err := create(dir, name, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range []string{"page", "theme"} {
		if _, err := New(dir, config, locale.Get("nl"), Document{Kind: kind, Title: "Nieuw", Date: day}); !errors.Is(err, ErrExists) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if _, err := New(dir, config, locale.Get("nl"), Document{Kind: "theme", Title: "Nieuwer", Date: day}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "content/nieuw.md")); string(got) != "Mijn tekst" {
		t.Errorf("the page is now %q", got)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "data/themas.toml")); string(got) != themes+"\n\n[nieuwer]\nnl = \"Nieuwer\"\n" {
		t.Errorf("the themes are now %q", got)
	}
}

// TestHostileTitles: whatever a title holds, it ends up as one line of TOML and
// in a file of the site.
func TestHostileTitles(t *testing.T) {
	config := &model.Config{Sections: map[string]string{"page": ""}}
	for _, title := range []string{"a\"\n+++\nb = 1", `C:\x`, "../../etc/passwd", "a\x00b", "CON"} {
		dir := t.TempDir()
		file, err := New(dir, config, locale.Get("nl"), Document{Kind: "page", Title: title, Date: day})
		if err != nil {
			t.Errorf("%q: %v", title, err)
			continue
		}
		if filepath.Dir(file) != "content" {
			t.Errorf("%q: written to %s", title, file)
		}
		text, _ := os.ReadFile(filepath.Join(dir, file))
		if strings.Count(string(text), "\n+++\n") != 1 || !strings.HasPrefix(string(text), "+++\ntitel = \"") {
			t.Errorf("%q broke out of its key:\n%s", title, text)
		}
	}
}
