// Package sitetest is the test kit: a whole site and what must come of it, in one text archive.
//
// An archive is a txtar file (golang.org/x/tools/txtar). Sections named want/…
// say what must come of the site (see Run); all others are its files. What must
// stay true: a section that cannot be understood fails the test, for a quirk or
// a wish that is silently ignored is a test that cannot fail.
//
// A file line may end in flags, for files that a text archive cannot hold:
//
//	-- content/a.md (crlf) --               line ends are CR LF
//	-- content/a.md (bom) --                starts with a UTF-8 byte-order mark
//	-- content/a.md (no-eol) --             without the last line end
//	-- content/a.jpg (base64) --            the section is base64; white space is ignored
//	-- content/a.md (copy 64 KiB of text) -- the section repeated until there are 64 KiB
//	-- content/a.md (symlink) --            a symbolic link to what the section says
//
// Several flags work from left to right.
package sitetest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// Archive is one site, written out, and what must come of it.
type Archive struct {
	Path  string            // of the archive itself
	About string            // the text before the first section
	Dir   string            // where the site's files are: a folder that the test removes
	Want  map[string]string // by the name of the section without "want/": "diagnostics", "page/index.html"
}

// file is one section that is a file of the site.
type file struct {
	name    string // with "/"
	data    []byte
	symlink bool
}

// Load reads an archive and writes its site into a temporary folder. Whatever
// is wrong with the archive ends the test.
func Load(t testing.TB, path string) *Archive {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	about, files, want, err := parse(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	a := &Archive{Path: path, About: about, Dir: t.TempDir(), Want: want}
	for _, f := range files {
		if err := f.write(a.Dir); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	return a
}

func (f file) write(dir string) error {
	path := filepath.Join(dir, filepath.FromSlash(f.name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if f.symlink {
		return os.Symlink(strings.TrimSpace(string(f.data)), path)
	}
	return os.WriteFile(path, f.data, 0o644)
}

// parse cuts an archive into its text, the site's files and the wishes.
func parse(data []byte) (about string, files []file, want map[string]string, err error) {
	archive := txtar.Parse(data)
	want = make(map[string]string)
	seen := make(map[string]bool)
	for _, section := range archive.Files {
		f, err := readSection(section)
		if err == nil && seen[f.name] {
			err = fmt.Errorf("stands in the archive twice")
		}
		if err != nil {
			return "", nil, nil, fmt.Errorf("section %q: %w", section.Name, err)
		}
		seen[f.name] = true
		if name, is := strings.CutPrefix(f.name, "want/"); is {
			want[name] = string(f.data)
		} else {
			files = append(files, f)
		}
	}
	if err := checkWant(want); err != nil {
		return "", nil, nil, err
	}
	return string(archive.Comment), files, want, nil
}

// checkWant refuses an archive that wants nothing, or something unknown.
func checkWant(want map[string]string) error {
	if len(want) == 0 {
		return fmt.Errorf("no want/ section: nothing is tested")
	}
	for name := range want {
		switch page, isPage := strings.CutPrefix(name, "page/"); {
		case isPage && page != "":
		case name == "diagnostics", name == "exit", name == "files":
		default:
			return fmt.Errorf("unknown section want/%s: there are want/diagnostics, want/exit, want/files and want/page/PATH", name)
		}
	}
	return nil
}

var flagPattern = regexp.MustCompile(`^(.*?)\s+\(([^()]*)\)$`)

// readSection takes the flags off a section's name and applies them to its
// data.
func readSection(section txtar.File) (file, error) {
	f := file{name: section.Name, data: section.Data}
	var flags []string
	for m := flagPattern.FindStringSubmatch(f.name); m != nil; m = flagPattern.FindStringSubmatch(f.name) {
		f.name = m[1]
		flags = append([]string{m[2]}, flags...)
	}
	if !fs.ValidPath(f.name) || f.name == "." {
		return file{}, fmt.Errorf("%q is not a path inside the site", f.name)
	}
	for _, flag := range flags {
		if err := f.apply(flag); err != nil {
			return file{}, err
		}
	}
	return f, nil
}

// apply does to f what one flag asks.
func (f *file) apply(flag string) (err error) {
	switch flag {
	case "crlf":
		f.data = bytes.ReplaceAll(f.data, []byte("\n"), []byte("\r\n"))
	case "bom":
		f.data = append([]byte("\ufeff"), f.data...)
	case "no-eol":
		f.data = bytes.TrimRight(f.data, "\r\n")
	case "base64":
		f.data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(f.data)), ""))
	case "symlink":
		f.symlink = true
	default:
		f.data, err = copies(f.data, flag)
	}
	return err
}

var copyPattern = regexp.MustCompile(`^copy ([1-9][0-9]{0,4}) KiB of text$`)

// copies repeats text until it fills the KiB that flag names, exactly: a
// character that would be cut in two gives way to line ends.
func copies(text []byte, flag string) ([]byte, error) {
	m := copyPattern.FindStringSubmatch(flag)
	if m == nil {
		return nil, fmt.Errorf("unknown flag (%s)", flag)
	}
	if len(text) == 0 {
		return nil, fmt.Errorf("(%s) has no text to copy", flag)
	}
	kib, _ := strconv.Atoi(m[1])
	size := kib * 1024
	data := bytes.Repeat(text, size/len(text)+1)
	cut := size
	for cut > size-utf8.UTFMax && !utf8.RuneStart(data[cut]) {
		cut--
	}
	return append(data[:cut:cut], bytes.Repeat([]byte("\n"), size-cut)...), nil
}
