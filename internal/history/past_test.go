package history

import (
	"context"
	"strings"
	"testing"
)

// TestPaths follows files that were moved, removed and made anew.
func TestPaths(t *testing.T) {
	r := newRepo(t)
	long := strings.Repeat("een regel\n", 20)
	r.write("site/a.md", "A "+long)
	r.write("site/gone.md", "weg")
	r.write("site/again.md", "eerst")
	r.write("site/één naam.md", "B "+long)
	r.write("other/c.md", "C "+long)
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "een")
	r.git("mv", "site/a.md", "site/b.md")
	r.git("mv", "site/één naam.md", "other/d.md")
	r.git("rm", "-q", "site/gone.md", "site/again.md")
	r.git("commit", "-q", "-m", "twee")
	r.git("mv", "site/b.md", "site/c.md")
	r.write("site/again.md", "opnieuw")
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "drie")

	h, err := Read(context.Background(), r.dir+"/site")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var paths []string
	for _, p := range h.Paths() {
		got, paths = append(got, p.Path+" "+p.Now), append(paths, p.Path)
	}
	want := "a.md c.md|again.md again.md|b.md c.md|c.md c.md|gone.md gone.md|één naam.md één naam.md"
	if strings.Join(got, "|") != want {
		t.Errorf("paths %q, want %q", strings.Join(got, "|"), want)
	}
	texts, err := h.LastTexts(context.Background(), append(paths, "never.md", "a\nb"))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"a.md": "A " + long, "b.md": "A " + long, "gone.md": "weg", "again.md": "opnieuw", "één naam.md": "B " + long,
	} {
		if string(texts[path]) != want {
			t.Errorf("%s was %q", path, texts[path])
		}
	}
	if len(texts) != 6 {
		t.Errorf("%d texts, want 6", len(texts))
	}
}

func TestPathsWithoutHistory(t *testing.T) {
	for _, h := range []*History{nil, {}} {
		texts, err := h.LastTexts(context.Background(), []string{"a.md"})
		if len(h.Paths()) != 0 || len(texts) != 0 || err != nil {
			t.Errorf("%v: %v, %v, %v", h, h.Paths(), texts, err)
		}
	}
}
