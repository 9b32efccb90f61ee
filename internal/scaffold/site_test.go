package scaffold

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2024, 2, 29, 23, 30, 0, 0, time.UTC)

func TestFilesAreFilledIn(t *testing.T) {
	for _, lang := range Languages() {
		files, err := Files(Site{Lang: lang, Title: " Een \n \"titel\" ", Day: day, Tool: Installed})
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range files {
			if strings.Contains(text, "<<") || strings.Contains(text, ">>\n") || strings.TrimSpace(text) == "" || !strings.HasSuffix(text, "\n") {
				t.Errorf("%s: %s is not filled in:\n%s", lang, name, text)
			}
		}
		if !strings.Contains(files["glashelder.toml"], `= "Een \"titel\""`) {
			t.Errorf("%s: the title is not in the configuration:\n%s", lang, files["glashelder.toml"])
		}
		for _, name := range []string{"README.md", ".gitignore", ".gitlab-ci.yml", ".github/workflows/site.yml", "content/_index.md", "data/budgetten.toml"} {
			if files[name] == "" {
				t.Errorf("%s: %s is missing", lang, name)
			}
		}
	}
}

// TestLanguagesAreAlike: what is added in one language must be added in all.
func TestLanguagesAreAlike(t *testing.T) {
	shape := func(lang string) []string {
		files, err := Files(Site{Lang: lang, Day: day, Tool: Installed})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for name, text := range files {
			if strings.HasPrefix(name, "content/") {
				name = strings.Repeat("content/", strings.Count(name, "/")) + filepath.Ext(name)
			} else if dir := filepath.Dir(name); dir != "data" && strings.HasPrefix(dir, "data") {
				name = dir
			}
			out = append(out, name+" "+strings.Repeat("[", strings.Count(text, "\n[[")))
		}
		slices.Sort(out)
		return out
	}
	dutch := shape("nl")
	for _, lang := range Languages() {
		if other := shape(lang); !slices.Equal(other, dutch) {
			t.Errorf("%s and nl differ:\n%q\n%q", lang, other, dutch)
		}
	}
}

func TestNewSiteKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	files, err := Files(Site{Lang: "nl", Day: day})
	if err != nil {
		t.Fatal(err)
	}
	written, kept, err := NewSite(dir, Site{Lang: "nl", Day: day})
	if err != nil || !slices.Equal(kept, []string{".gitignore"}) {
		t.Fatal(kept, err)
	}
	delete(files, ".gitignore")
	if want := slices.Sorted(maps.Keys(files)); !slices.Equal(written, want) {
		t.Errorf("wrote %q, want %q", written, want)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, ".gitignore")); string(text) != "mine" {
		t.Errorf(".gitignore is now %q", text)
	}
	if _, _, err := NewSite(dir, Site{Lang: "nl", Day: day}); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("a second time: %v", err)
	}
	if _, _, err := NewSite(filepath.Join(dir, "x"), Site{Lang: "de", Day: day}); !errors.Is(err, ErrLanguage) {
		t.Errorf("German: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("a site that cannot be made left its directory")
	}
}

func TestDaysAroundTheFirst(t *testing.T) {
	for text, want := range map[string]string{
		"<<day 0>>":               "2024-02-29",
		"<<day -30>> <<day 366>>": "2024-01-30 2025-03-01",
		"<<year -60>>":            "2023",
	} {
		got, err := Site{Day: day}.text("x", text)
		if err != nil || got != want {
			t.Errorf("%s: %q (%v), want %q", text, got, err, want)
		}
	}
	for _, wrong := range []string{"<<day>>", "<<day 1", "<<.Titel>>"} {
		if got, err := (Site{Day: day}).text("x", wrong); err == nil {
			t.Errorf("%s: %q without an error", wrong, got)
		}
	}
}
