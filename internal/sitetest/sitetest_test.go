package sitetest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

const said = "content/crlf.md:1:1: fout: een regel (regel)\n    doe iets\n1 fout\n"

// klein is what a right build makes of testdata/klein.txtar.
func klein(string) (map[string][]byte, string, int) {
	return map[string][]byte{"index.html": []byte("<h1>Proef</h1><p>een</p><p>twee</p>")}, said, 1
}

func TestEach(t *testing.T) { Each(t, "testdata/*.txtar", klein) }

func TestLoadWritesQuirks(t *testing.T) {
	a := Load(t, "testdata/klein.txtar")
	for name, want := range map[string]string{
		"glashelder.toml":   "titel = \"Proef\"\n",
		"content/crlf.md":   "een\r\ntwee\r\n",
		"content/bom.md":    "\ufeff" + "één",
		"content/beeld.bin": "\x00\x01\x02\xff",
		"content/link.md":   "een\r\ntwee\r\n",
	} {
		got, err := os.ReadFile(filepath.Join(a.Dir, name))
		if err != nil || string(got) != want {
			t.Errorf("%s: %q (%v), want %q", name, got, err, want)
		}
	}
	if to, err := os.Readlink(filepath.Join(a.Dir, "content/link.md")); to != "crlf.md" {
		t.Errorf("link to %q (%v)", to, err)
	}
	long, _ := os.ReadFile(filepath.Join(a.Dir, "content/lang.md"))
	if len(long) != 3*1024 || !utf8.Valid(long) || bytes.Count(long, []byte("herhaalt")) < 50 {
		t.Errorf("long text: %d bytes, valid %t", len(long), utf8.Valid(long))
	}
	if _, err := os.Stat(filepath.Join(a.Dir, "want")); err == nil {
		t.Error("a want/ section was written as a file of the site")
	}
	if !strings.HasPrefix(a.About, "A small site") {
		t.Errorf("about: %q", a.About)
	}
}

func TestParseRefuses(t *testing.T) {
	const end = "-- want/exit --\n0\n"
	for name, archive := range map[string]string{
		"no wish":         "-- a.md --\n",
		"unknown wish":    "-- want/page --\nx\n",
		"mistyped wish":   "-- want/diagnostic --\nx\n",
		"unknown flag":    "-- a.md (crfl) --\n" + end,
		"bad base64":      "-- a.md (base64) --\n***\n" + end,
		"nothing to copy": "-- a.md (copy 1 KiB of text) --\n" + end,
		"outside":         "-- ../a.md --\n" + end,
		"absolute":        "-- /a.md --\n" + end,
		"twice":           "-- a.md --\n-- a.md (crlf) --\n" + end,
	} {
		if _, _, _, err := parse([]byte(archive)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestCompareFindsEveryDifference(t *testing.T) {
	good := func() (map[string][]byte, string, int) { return klein("") }
	tests := []struct {
		name   string
		change func(files map[string][]byte, diagnostics *string, exit *int)
		want   string // part of the only problem
	}{
		{"exit", func(_ map[string][]byte, _ *string, exit *int) { *exit = 0 }, "exit code 0, want 1"},
		{"a diagnostic less", func(_ map[string][]byte, d *string, _ *int) { *d = "1 fout\n" }, "- content/crlf.md:1:1"},
		{"a diagnostic more", func(_ map[string][]byte, d *string, _ *int) { *d = "nog iets\n" + *d }, "+ nog iets"},
		{"another order", func(_ map[string][]byte, d *string, _ *int) { *d = "1 fout\n" + strings.TrimSuffix(*d, "1 fout\n") }, "differ"},
		{"file too much", func(f map[string][]byte, _ *string, _ *int) { f["weg.html"] = nil }, "weg.html: exists is true"},
		{"line missing", func(f map[string][]byte, _ *string, _ *int) { f["index.html"] = []byte("<h1>Proef</h1><p>een") }, `has no "<p>twee"`},
		{"wrong order", func(f map[string][]byte, _ *string, _ *int) {
			f["index.html"] = []byte("<h1>Proef</h1><p>twee<p>een")
		}, "earlier"},
		{"forbidden line", func(f map[string][]byte, _ *string, _ *int) {
			f["index.html"] = append([]byte("<script>"), f["index.html"]...)
		}, "must not"},
	}
	a := Load(t, "testdata/klein.txtar")
	for _, test := range tests {
		files, diagnostics, exit := good()
		test.change(files, &diagnostics, &exit)
		problems := a.compare(files, diagnostics, exit)
		if len(problems) != 1 || !strings.Contains(problems[0], test.want) {
			t.Errorf("%s: %q, want one with %q", test.name, problems, test.want)
		}
	}
	if problems := a.compare(nil, said, 1); len(problems) != 2 {
		t.Errorf("no files at all: %q", problems)
	}
	if problems := (&Archive{Want: map[string]string{"files": "a"}}).compare(map[string][]byte{"a": nil}, "waarom\n", 2); len(problems) != 2 || !strings.Contains(problems[1], "waarom") {
		t.Errorf("a failed build does not say why: %q", problems)
	}
}

func TestRewriteChangesDiagnosticsOnly(t *testing.T) {
	original, err := os.ReadFile("testdata/klein.txtar")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.txtar")
	for _, archive := range []string{string(original), "over\n-- a.md (crlf) --\nx\n-- want/exit --\n0\n"} {
		if err := os.WriteFile(path, []byte(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		a := Load(t, path)
		if err := a.rewrite("iets anders\n"); err != nil {
			t.Fatal(err)
		}
		before, after := a.Want, Load(t, path).Want
		before["diagnostics"] = "iets anders\n"
		if len(before) != len(after) {
			t.Errorf("sections: %v, want %v", after, before)
		}
		for name := range before {
			if before[name] != after[name] {
				t.Errorf("%s became %q", name, after[name])
			}
		}
		text, _ := os.ReadFile(path)
		if head, _, _ := strings.Cut(archive, "-- want/"); !strings.HasPrefix(string(text), head) {
			t.Errorf("the site's files changed:\n%s", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("x\n-- a (crlf) (bom) --\nb\n-- want/exit --\n1\n")
	f.Add("-- a (copy 1 KiB of text) --\né€\n-- want/files --\na\n")
	f.Add("-- ../a (base64) --\nAA==\n-- want/page/x --\n!")
	f.Fuzz(func(t *testing.T, archive string) {
		_, files, want, err := parse([]byte(archive))
		if err != nil {
			return
		}
		if len(want) == 0 {
			t.Error("accepted without a wish")
		}
		for _, file := range files {
			if file.name == "" || strings.HasPrefix(file.name, "/") || strings.Contains("/"+file.name+"/", "/../") {
				t.Errorf("accepted the path %q", file.name)
			}
		}
	})
}
