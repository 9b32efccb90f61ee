package build_test

// Mistakes as people make them: a line of the demo site lost, doubled, moved or
// mistyped. What must stay true: no such site crashes the checks, and whatever
// is said about it points at a place that exists.

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"glashelder/internal/build"
	"glashelder/internal/check"
	"glashelder/internal/diag"
	"glashelder/internal/model"
	"glashelder/internal/source"
)

const mutations = 200

func TestMutations(t *testing.T) {
	dir, files := copyDemo(t)
	random := rand.New(rand.NewPCG(2026, 5))
	var l source.Loader
	if diags := prove(t, &l, dir); hasErrors(diags) {
		t.Fatalf("the demo site itself is not well: %v", said(diags))
	}
	noticed := 0
	for i := range mutations {
		name := files[random.IntN(len(files))]
		path := filepath.Join(dir, filepath.FromSlash(name))
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		after, what := mutate(random, string(before))
		write(t, path, after)
		diags := prove(t, &l, dir)
		if len(diags) > 0 {
			noticed++
		}
		if i%20 == 0 {
			fill(t, dir)
		}
		for _, d := range diags {
			if err := inside(dir, d); err != nil {
				t.Errorf("mutation %d, %s of %s: %s (%s): %v", i, what, name, d.Message("nl"), d.Code.ID, err)
			}
		}
		write(t, path, string(before))
	}
	if noticed < mutations/4 {
		t.Errorf("only %d of %d mutations were noticed", noticed, mutations)
	}
}

// copyDemo copies the sources of the demo site, and lists those to mutate.
func copyDemo(t *testing.T) (dir string, files []string) {
	t.Helper()
	dir = t.TempDir()
	for _, part := range []string{"content", "data"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join("../..", part))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile("../../glashelder.toml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "glashelder.toml"), string(config))
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && slices.Contains([]string{".md", ".csv", ".toml"}, filepath.Ext(path)) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir, files
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var november = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

// prove reads the site and runs the rules over it.
func prove(t *testing.T, l *source.Loader, dir string) diag.List {
	t.Helper()
	project, diags, err := l.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	site, found := model.Build(project, model.Options{Now: november})
	return slices.Concat(diags, found, check.Site(site))
}

// fill makes every page of the site, mistakes and all: the preview shows them too.
func fill(t *testing.T, dir string) {
	t.Helper()
	var b build.Builder
	if _, _, err := b.Check(context.Background(), build.Options{Dir: dir, Now: november}); err != nil {
		t.Fatal(err)
	}
}

func hasErrors(diags diag.List) bool {
	errors, _ := diags.Count()
	return errors > 0
}

func said(diags diag.List) string {
	var b strings.Builder
	_ = diag.Write(&b, "text", "nl", diags)
	return b.String()
}

// mutate makes one mistake in a text, and names it.
func mutate(random *rand.Rand, text string) (mutated, what string) {
	lines := strings.SplitAfter(text, "\n")
	at := random.IntN(len(lines))
	switch random.IntN(7) {
	case 0:
		return strings.Join(slices.Delete(lines, at, at+1), ""), fmt.Sprintf("line %d lost", at+1)
	case 1:
		return strings.Join(slices.Insert(lines, at, lines[at]), ""), fmt.Sprintf("line %d doubled", at+1)
	case 2:
		to := random.IntN(len(lines))
		lines[at], lines[to] = lines[to], lines[at]
		return strings.Join(lines, ""), fmt.Sprintf("lines %d and %d swapped", at+1, to+1)
	case 3:
		return text[:min(len(text), random.IntN(len(text)+1))], "end lost"
	}
	mark := []string{";", "\"", "=", "-", "0", "[", "]", "}", "\x00", "é", "2", "+++\n", "\t", "#", "|", " "}[random.IntN(16)]
	line := []rune(lines[at])
	col := random.IntN(len(line) + 1)
	switch {
	case len(line) > 0 && col < len(line) && random.IntN(2) == 0:
		line = slices.Replace(line, col, col+1, []rune(mark)...)
	default:
		line = slices.Insert(line, col, []rune(mark)...)
	}
	lines[at] = string(line)
	return strings.Join(lines, ""), fmt.Sprintf("%q at %d:%d", mark, at+1, col+1)
}

// inside tells why a place that a diagnostic names does not exist.
func inside(dir string, d diag.Diagnostic) error {
	for _, p := range append([]diag.Pos{d.Pos}, d.Related...) {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p.File)))
		if err != nil && p.Line == 0 {
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(p.File))); err == nil {
				continue
			}
		}
		if err != nil {
			return err
		}
		lines := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
		if p.Line < 0 || p.Line > len(lines) || p.Line == 0 && p.Col != 0 {
			return fmt.Errorf("%s: there are %d lines", p, len(lines))
		}
		if p.Line > 0 && (p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1) {
			return fmt.Errorf("%s: the line has %d characters", p, utf8.RuneCountInString(lines[p.Line-1]))
		}
	}
	return nil
}
