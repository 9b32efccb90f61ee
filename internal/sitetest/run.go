package sitetest

// Running an archive: build the site, compare, and with -update write down what
// was said. What must stay true: comparing reports every difference at once,
// each with what was wanted, and -update changes nothing but want/diagnostics.

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in the test archives")

// Updating reports whether the tests run with -update, for packages that have
// golden files of their own beside archives.
func Updating() bool { return *update }

// Build makes the site in dir and returns the files that came of it, by path
// with "/" ("werven/1/index.html"), the diagnostics in the text format and the
// exit code.
type Build func(dir string) (files map[string][]byte, diagnostics string, exit int)

// Each runs every archive that a glob names as a subtest; no archive at all is
// a failure.
func Each(t *testing.T, glob string, build Build) {
	t.Helper()
	paths, err := filepath.Glob(glob)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archive at %s (%v)", glob, err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		t.Run(name, func(t *testing.T) { Run(t, Load(t, path), build) })
	}
}

// Run builds a's site and compares:
//
//	want/exit         the exit code; 0 where the section is missing
//	want/diagnostics  the diagnostics, line by line and complete
//	want/files        paths that must exist; "!path" must not
//	want/page/PATH    lines that must occur in that file, in this order; "!line" nowhere in it
//
// White space around a line and empty lines do not count. With -update,
// want/diagnostics is rewritten in the archive, and not compared.
func Run(t testing.TB, a *Archive, build Build) {
	t.Helper()
	files, diagnostics, exit := build(a.Dir)
	if *update {
		if err := a.rewrite(diagnostics); err != nil {
			t.Fatal(err)
		}
		a.Want["diagnostics"] = diagnostics
	}
	for _, problem := range a.compare(files, diagnostics, exit) {
		t.Errorf("%s: %s", a.Path, problem)
	}
}

// compare returns a sentence for everything that is not as a wants it.
func (a *Archive) compare(files map[string][]byte, diagnostics string, exit int) []string {
	problems := compareExit(a.Want["exit"], exit)
	if want, given := a.Want["diagnostics"]; given {
		problems = append(problems, compareLines(want, diagnostics)...)
	} else if len(problems) > 0 {
		problems = append(problems, "it said:\n"+diagnostics)
	}
	for _, path := range lines(a.Want["files"]) {
		path, absent := strings.CutPrefix(path, "!")
		if _, is := files[path]; is == absent {
			problems = append(problems, fmt.Sprintf("want/files: %s: exists is %t", path, is))
		}
	}
	for _, name := range a.pages() {
		page, is := files[name]
		if !is {
			problems = append(problems, "want/page/"+name+": there is no such file")
			continue
		}
		for _, p := range comparePage(a.Want["page/"+name], string(page)) {
			problems = append(problems, "want/page/"+name+": "+p)
		}
	}
	return problems
}

// pages lists the PATHs of the sections want/page/PATH, sorted.
func (a *Archive) pages() []string {
	var names []string
	for name := range a.Want {
		if page, is := strings.CutPrefix(name, "page/"); is {
			names = append(names, page)
		}
	}
	slices.Sort(names)
	return names
}

// lines are the lines of a section that say something, trimmed.
func lines(section string) []string {
	var said []string
	for line := range strings.Lines(section) {
		if line = strings.TrimSpace(line); line != "" {
			said = append(said, line)
		}
	}
	return said
}

func compareExit(section string, exit int) []string {
	want := strings.TrimSpace(section)
	if want == "" {
		want = "0"
	}
	if want == strconv.Itoa(exit) {
		return nil
	}
	return []string{fmt.Sprintf("exit code %d, want %s", exit, want)}
}

// compareLines shows two texts as a list of what is missing (-) and what is too
// much (+), and speaks up too where only the order differs.
func compareLines(want, got string) []string {
	wanted, given := lines(want), lines(got)
	if slices.Equal(wanted, given) {
		return nil
	}
	var b strings.Builder
	b.WriteString("want/diagnostics differ:\n")
	left := slices.Clone(given)
	for _, line := range wanted {
		if i := slices.Index(left, line); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			b.WriteString("- " + line + "\n")
		}
	}
	for _, line := range left {
		b.WriteString("+ " + line + "\n")
	}
	b.WriteString("all of it was:\n" + got)
	return []string{b.String()}
}

// comparePage looks for the lines of a section in a page.
func comparePage(section, page string) []string {
	wanted := lines(section)
	if len(wanted) == 0 {
		return []string{"the section is empty and tests nothing"}
	}
	var problems []string
	rest := page
	for _, line := range wanted {
		if forbidden, is := strings.CutPrefix(line, "!"); is {
			if strings.Contains(page, forbidden) {
				problems = append(problems, fmt.Sprintf("has %q, which it must not", forbidden))
			}
			continue
		}
		switch _, after, found := strings.Cut(rest, line); {
		case found:
			rest = after
		case strings.Contains(page, line):
			problems = append(problems, fmt.Sprintf("has %q, but earlier than the line above it", line))
		default:
			problems = append(problems, fmt.Sprintf("has no %q", line))
		}
	}
	return problems
}

// rewrite puts diagnostics into the archive's own file.
func (a *Archive) rewrite(diagnostics string) error {
	data, err := os.ReadFile(a.Path)
	if err != nil {
		return err
	}
	archive := txtar.Parse(data)
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want/diagnostics" })
	if i < 0 {
		i = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: "want/diagnostics"})
	}
	archive.Files[i].Data = []byte(diagnostics)
	return os.WriteFile(a.Path, txtar.Format(archive), 0o644)
}
