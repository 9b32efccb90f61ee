package history

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// told writes down every changed line: the subject of the commit, the path, the
// sign and number of the line, and its text.
func told(t *testing.T, h *History, folder string) string {
	t.Helper()
	var all []string
	err := h.Changes(t.Context(), folder, []string{"data/niet"}, func(c *Change, l Line) {
		sign := "+"
		if l.From >= 0 {
			sign = strings.Repeat("-", l.From+1)
		}
		all = append(all, fmt.Sprintf("%s %s %s%d %s", c.Revision.Subject, c.Path, sign, l.Number, l.Text))
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func want(t *testing.T, what, got, want string) {
	t.Helper()
	if want = strings.ReplaceAll(strings.Trim(want, "\n"), "\t", ""); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func TestChanges(t *testing.T) {
	r := newRepo(t)
	r.write("site/data/een twee.csv", "id\na\nb\nc\n")
	r.write("site/content/x.md", "niet gevraagd")
	r.write("data/elders.csv", "id\nz\n")
	r.write("site/data/niet/a.csv", "id\nx\n")
	r.commit("begin")
	r.write("site/content/x.md", "nog altijd niet")
	r.commit("tekst")
	r.write("site/data/een twee.csv", "id\na\nB\nc\n-- a/d\n@@ -1 +1 @@")
	r.write("site/data/één.toml", "[x]\r\n")
	r.commit("wijzig")
	r.move("site/data/een twee.csv", "site/data/oud/x.csv")
	r.commit("verhuis")
	r.git("rm", "-q", "site/data/één.toml")
	r.commit("weg")

	want(t, "site", told(t, r.read("site"), "data"), `
		begin data/een twee.csv +1 id
		begin data/een twee.csv +2 a
		begin data/een twee.csv +3 b
		begin data/een twee.csv +4 c
		wijzig data/een twee.csv -3 b
		wijzig data/een twee.csv +3 B
		wijzig data/een twee.csv +5 -- a/d
		wijzig data/een twee.csv +6 @@ -1 +1 @@
		wijzig data/één.toml +1 [x]`+"\r"+`
		verhuis data/een twee.csv -1 id
		verhuis data/een twee.csv -2 a
		verhuis data/een twee.csv -3 B
		verhuis data/een twee.csv -4 c
		verhuis data/een twee.csv -5 -- a/d
		verhuis data/een twee.csv -6 @@ -1 +1 @@
		verhuis data/oud/x.csv +1 id
		verhuis data/oud/x.csv +2 a
		verhuis data/oud/x.csv +3 B
		verhuis data/oud/x.csv +4 c
		verhuis data/oud/x.csv +5 -- a/d
		verhuis data/oud/x.csv +6 @@ -1 +1 @@
		weg data/één.toml -1 [x]`+"\r")
	want(t, "the whole", told(t, r.read(""), "data"), "begin data/elders.csv +1 id\nbegin data/elders.csv +2 z")
	want(t, "no such folder", told(t, r.read("site"), "dat"), "")
	want(t, "no history", told(t, nil, "data")+told(t, &History{}, "data"), "")
}

// TestChangesOfMerge: what only a merge put in or took out is told of it, with
// the parent that had it.
func TestChangesOfMerge(t *testing.T) {
	r := newRepo(t)
	r.write("data/a.csv", "id\na\nb\nc\nd\n")
	r.commit("begin")
	r.git("checkout", "-q", "-b", "zijtak")
	r.write("data/a.csv", "id\na\nb\nc\nd\nzij\n")
	r.commit("zij")
	r.git("checkout", "-q", "main")
	r.write("data/a.csv", "id\neen\na\nb\nc\nd\n")
	r.commit("hoofd")
	r.git("merge", "-q", "--no-commit", "zijtak")
	r.write("data/a.csv", "id\neen\na\nc\nd\nnieuw\n")
	r.commit("samen")
	h := r.read("")
	got := told(t, h, "data")
	want(t, "merge", got[max(0, strings.Index(got, "samen")):], `
		samen data/a.csv +2 een
		samen data/a.csv -4 b
		samen data/a.csv --6 zij
		samen data/a.csv +6 nieuw`)
	for _, line := range []string{"zij data/a.csv +6 zij", "hoofd data/a.csv +2 een", "begin data/a.csv +3 b"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is not among\n%s", line, got)
		}
	}
}

// TestChangesByChance edits two branches by chance and merges them: each line
// that is told stands in the contents that are named, under its number, and all
// that any version held was told.
func TestChangesByChance(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	r := newRepo(t)
	var versions []string
	edit := func(text string) string {
		lines := strings.SplitAfter(text, "\n")
		for range 1 + random.IntN(4) {
			switch at := random.IntN(len(lines)); random.IntN(3) {
			case 0:
				lines = slices.Delete(lines, at, at+1)
				lines = append(lines, "")
			default:
				lines[at] += fmt.Sprintf("regel %d\n", random.IntN(1000))
			}
		}
		text = strings.Join(lines, "")
		versions = append(versions, text)
		return text
	}
	text := ""
	for c := range 6 {
		text = edit(text)
		r.write("data/a.csv", text)
		r.commit(fmt.Sprint("begin ", c))
		r.git("checkout", "-q", "-b", fmt.Sprint("zij", c))
		r.write("data/a.csv", edit(text))
		r.commit(fmt.Sprint("zij ", c))
		r.git("checkout", "-q", "main")
		r.write("data/a.csv", edit(text))
		r.commit(fmt.Sprint("hoofd ", c))
		r.git("merge", "-q", "--no-commit", "-s", "ours", fmt.Sprint("zij", c))
		text = edit(text)
		r.write("data/a.csv", text)
		r.commit(fmt.Sprint("samen ", c))
	}
	provenLines(t, r.read(""), versions)
}

func provenLines(t *testing.T, h *History, versions []string) {
	t.Helper()
	ever := map[string]bool{}
	var names []string
	said := map[string]map[int]string{}
	err := h.Changes(t.Context(), "data", nil, func(c *Change, l Line) {
		name := c.After
		if l.From >= 0 {
			name = c.Before[l.From]
		} else {
			ever[string(l.Text)] = true
		}
		if said[name] == nil {
			names, said[name] = append(names, name), map[int]string{}
		}
		said[name][l.Number] = string(l.Text)
	})
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	err = h.Contents(t.Context(), names, func(name string, text []byte) {
		lines := strings.Split(string(text), "\n")
		for number, line := range said[name] {
			if read++; number < 1 || number > len(lines) || lines[number-1] != line {
				t.Errorf("line %d of %s is not %q", number, name, line)
			}
		}
	})
	if err != nil || read < 2*len(versions) {
		t.Errorf("%d lines were read (%v)", read, err)
	}
	for _, text := range versions {
		for line := range strings.Lines(text) {
			if !ever[strings.TrimSuffix(line, "\n")] {
				t.Errorf("%q was not told", line)
			}
		}
	}
}

// TestContents finds again what Changes names.
func TestContents(t *testing.T) {
	r := newRepo(t)
	r.write("data/a.csv", "id\na\n")
	r.commit("een")
	r.write("data/a.csv", "id\nb\n")
	r.commit("twee")
	h := r.read("")
	var names []string
	err := h.Changes(t.Context(), "data", nil, func(c *Change, l Line) {
		if l.From >= 0 {
			names = append(names, c.Before[l.From], strings.Repeat("1", len(c.After)), c.After)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = h.Contents(t.Context(), names, func(name string, text []byte) { got = append(got, string(text)) })
	if err != nil || strings.Join(got, "|") != "id\na\n|id\nb\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestChangesOfShallowClone: what was cut off is not told, and is no mistake.
func TestChangesOfShallowClone(t *testing.T) {
	r := newRepo(t)
	for _, rows := range []string{"a", "a\nb", "b"} {
		r.write("data/a.csv", "id\n"+rows+"\n")
		r.commit(rows[:1])
	}
	clone := &repo{t, t.TempDir(), day}
	clone.git("clone", "-q", "--depth=2", "file://"+r.dir, ".")
	want(t, "shallow", told(t, clone.read(""), "data"), "b data/a.csv -2 a")
}

func TestChangesStopped(t *testing.T) {
	r := newRepo(t)
	r.write("data/a.csv", "id\n")
	r.commit("een")
	h := r.read("")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := h.Changes(ctx, "data", nil, func(*Change, Line) {}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestChangesLongLine(t *testing.T) {
	r := newRepo(t)
	long := strings.Repeat("x", 200<<10)
	r.write("data/a.csv", "id\n"+long+"\nb\n")
	r.commit("een")
	var sizes []int
	err := r.read("").Changes(t.Context(), "data", nil, func(_ *Change, l Line) { sizes = append(sizes, len(l.Text)) })
	if err != nil || fmt.Sprint(sizes) != fmt.Sprint([]int{2, 64<<10 - 1, 1}) {
		t.Errorf("lines of %v bytes (%v)", sizes, err)
	}
}

// FuzzPatches holds for any answer of git: no crash, and every line that is
// told belongs to a file and stands in contents that the change names.
func FuzzPatches(f *testing.F) {
	commit := strings.Repeat("a", 40)
	f.Add("\x00" + commit + "\n\ndiff --git a/data/a b/data/a\nindex 00..12 100644\n--- /dev/null\n+++ b/data/a\n@@ -0,0 +1,2 @@\n+id\n+a\n")
	f.Add("\x00" + commit + "\n\ndiff --combined data/a\nindex 1,2..3\n--- a/data/a\n+++ b/data/a\n@@@ -1,2 -1,1 +1,2 @@@\n- a\n  b\n++c\n")
	f.Add("\x00" + commit + "\ndiff\nindex 1..2\n--- a/\n@@ -9 -9 @@\n-\n\\ No\n")
	f.Fuzz(func(t *testing.T, text string) {
		h := &History{revisions: []Revision{{Commit: commit}}}
		p := &patches{h: h, commits: []int32{0}, next: 1, take: func(c *Change, l Line) {
			if c.Path == "" || l.From < -1 || l.From >= len(c.Before) || bytes.ContainsRune(l.Text, '\n') {
				t.Errorf("%+v %+v", c, l)
			}
		}}
		p.in = bufio.NewReader(strings.NewReader(text))
		if err := p.parse(strings.NewReader(text)); err != nil && err != errForm {
			t.Error(err)
		}
	})
}

// BenchmarkChanges reads a table of 25,000 rows in 20 revisions: 18 that touch
// fifty rows each and one that writes all of them anew. Beside it, a quarter
// of that, which must cost a quarter.
func BenchmarkChanges(b *testing.B) {
	for _, rows := range []int{6_250, 25_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) { benchmarkChanges(b, rows) })
	}
}

func benchmarkChanges(b *testing.B, rows int) {
	dir := b.TempDir()
	importInto(b, dir, manyRows(rows, 20))
	h, err := Read(b.Context(), dir)
	if err != nil || len(h.revisions) != 20 {
		b.Fatal(err, h.Why)
	}
	for b.Loop() {
		lines := 0
		if err := h.Changes(b.Context(), "data", nil, func(*Change, Line) { lines++ }); err != nil || lines < 3*rows {
			b.Fatal(lines, err)
		}
	}
}

// manyRows is a repository with ten tables, in the form of git-fast-import(1).
func manyRows(rows, commits int) string {
	var s strings.Builder
	touched := make([]int, rows)
	for c := range commits {
		fmt.Fprintf(&s, "commit refs/heads/alles\ncommitter A <a@x> %d +0200\ndata 1\nx\n", 1_600_000_000+c*60)
		for i := range 50 {
			touched[(c*7919+i*104729)%rows] = c
		}
		sep := ";"
		if c == commits-1 {
			sep = ","
		}
		for year := range 10 {
			table := tableOf(touched[year*rows/10:(year+1)*rows/10], year, sep)
			fmt.Fprintf(&s, "M 100644 inline data/toelagen/%d.csv\ndata %d\n%s\n", 2013+year, len(table), table)
		}
		s.WriteByte('\n')
	}
	return s.String()
}

func tableOf(touched []int, year int, sep string) string {
	var s strings.Builder
	s.WriteString(strings.ReplaceAll("id;organisatie;titel;budget;status;datum;opmerking;voorbeeld\n", ";", sep))
	for i, c := range touched {
		row := fmt.Sprintf("t%d-%05d;organisatie-%d;Een toelage voor een werking in de buurt;basiswerk-%d;betaald;2023-03-21;nota %d;\n", year, i, i%1200, year, c)
		s.WriteString(strings.ReplaceAll(row, ";", sep))
	}
	return s.String()
}

// importInto makes a repository in dir of a stream of git-fast-import(1).
func importInto(b *testing.B, dir, stream string) {
	b.Helper()
	for _, args := range [][]string{{"init", "--quiet"}, {"fast-import", "--quiet"}, {"update-ref", "HEAD", "refs/heads/alles"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if args[0] == "fast-import" {
			cmd.Stdin = strings.NewReader(stream)
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
}
