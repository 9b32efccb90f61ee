package source

import (
	"slices"
	"strings"
	"testing"

	"glashelder/internal/diag"
	"glashelder/internal/markdown"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, text, fence, front, prose string
		line                            int
		open                            bool
	}{
		{"none", "# a\n", "", "", "# a\n", 1, false},
		{"empty", "", "", "", "", 1, false},
		{"TOML", "+++\na = 1\n+++\ntekst\n", "+++", "a = 1\n", "tekst\n", 4, false},
		{"YAML", "---\na: 1\n---\n\ntekst", "---", "a: 1\n", "\ntekst", 4, false},
		{"spaces after fences", "+++ \na = 1\n+++\t\nx", "+++", "a = 1\n", "x", 4, false},
		{"nothing between", "+++\n+++\nx", "+++", "", "x", 3, false},
		{"nothing after", "---\na: 1\n---", "---", "a: 1\n", "", 4, false},
		{"a rule", "---\n\ntekst\n", "", "", "---\n\ntekst\n", 1, false},
		{"other fence inside", "+++\na = 1\n---\n+++\nx", "+++", "a = 1\n---\n", "x", 5, false},
		{"four dashes", "----\na\n---\n", "", "", "----\na\n---\n", 1, false},
		{"indented", " +++\n+++\n", "", "", " +++\n+++\n", 1, false},
		{"open", "+++\na = 1\n", "+++", "", "", 3, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := cut([]byte(c.text))
			if p.fence != c.fence || string(p.front) != c.front || string(p.prose) != c.prose || p.line != c.line || p.open != c.open {
				t.Errorf("got %q %q %q line %d open %v", p.fence, p.front, p.prose, p.line, p.open)
			}
		})
	}
}

// mine are the diagnostics of this package.
func mine(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return !slices.Contains(Codes, d.Code) })
}

func TestDocument(t *testing.T) {
	for _, c := range []struct {
		name, text, front, mistakes string
		line                        int
		empty, broken               bool
	}{
		{"plain", "# Titel\n", "{}@1:1", "", 1, false, false},
		{"TOML", "+++\ntitel = \"é\"\n+++\nx", "{titel@2:1=text:é@2:9}@2:1", "", 4, false, false},
		{"YAML with mark and CRLF", byteOrderMark + "---\r\ntitel: é\r\n---\r\nx", "{titel@2:1=text:é@2:8}@2:1", "", 4, false, false},
		{"mistake in TOML", "+++\na = 1\nb = twee\n+++\nx", "{}@2:1", "3:5 toml-waarde-kaal", 5, false, true},
		{"mistake in YAML", "---\na: 1\nb: twee: drie\n---\nx", "{}@2:1", "3:4 yaml-dubbelepunt", 5, false, true},
		{"open", "+++\na = 1\n", "{}@1:1", "1:1 voorblad-open", 3, false, true},
		{"late", "\n+++\na = 1\n+++\n", "{}@1:1", "1:1 voorblad-niet-eerst", 1, false, false},
		{"empty", " \n\n", "{}@1:1", "0:0 bestand-leeg", 1, true, false},
		{"only a mark", byteOrderMark, "{}@1:1", "0:0 bestand-leeg", 1, true, false},
		{"large front matter", "+++\na = '" + strings.Repeat("x", maxFront) + "'\n+++\nx", "{}@1:1", "1:1 te-groot", 4, false, true},
		{"invalid UTF-8", "+++\na = 'caf\xe9'\n+++\nx", "{a@2:1=text:caf�@2:5}@2:1", "2:9 bestand-geen-utf8", 4, false, false},
		{"UTF-16", "\xfe\xff\x00a", "{}@1:1", "1:1 tekst-utf16", 1, false, true},
		{"nul", "een\ntw\x00ee", "{}@1:1", "2:3 tekst-nul", 1, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, list := parseDocument("f.md", []byte(c.text), markdown.Options{})
			if got := spots(mine(list)); got != c.mistakes {
				t.Errorf("mistakes %q, want %q", got, c.mistakes)
			}
			if got := show(doc.Front); got != c.front {
				t.Errorf("front %s, want %s", got, c.front)
			}
			if doc.FrontLines != c.line || doc.Empty != c.empty || doc.Broken != c.broken || doc.Prose == nil {
				t.Errorf("line %d, empty %v, broken %v, prose %v", doc.FrontLines, doc.Empty, doc.Broken, doc.Prose)
			}
		})
	}
}

func TestWindows1252Hint(t *testing.T) {
	for b, want := range map[byte]string{0x80: "€", 0x92: "’", 0x9f: "Ÿ", 0xe9: "é", 0xff: "ÿ"} {
		_, list, ok := cleanText("f", []byte{'a', b, 'b'})
		if !ok || spots(list) != "1:2 bestand-geen-utf8" || list[0].Args[1] != want {
			t.Errorf("%02X: %v", b, list)
		}
	}
}

// Any bytes give a document, and what is said of it is at a place it has.
func FuzzFront(f *testing.F) {
	for _, seed := range []string{
		"+++\na = 1\n+++\nx", "---\na: 1\n---\nx", "+++\n", "---", byteOrderMark + "+++\r\n+++\r\n", "\xff\xfe", "a\x00", "+++\n\xe9\n+++", "\n+++\n", "---\n---\n---\n", "+++\ra=1\r+++\rx",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, _, ok := cleanText("f", raw)
		p := cut(text)
		if p.fence != "" && !p.open {
			lines := strings.SplitAfter(string(text), "\n")
			if got := strings.Join(lines[min(p.line-1, len(lines)):], ""); got != string(p.prose) {
				t.Errorf("prose %q, but from line %d the text is %q", p.prose, p.line, got)
			}
			if got := strings.Join(lines[1:p.line-2], ""); got != string(p.front) {
				t.Errorf("front %q, but before line %d the text is %q", p.front, p.line-1, got)
			}
		}
		table, list, fine := readFront("f", p)
		if table == nil || table.Kind != Table || fine != (len(list) == 0) {
			t.Fatalf("%v %v %s", table, fine, spots(list))
		}
		if ok {
			inText(t, string(text), list)
		}
	})
}

func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Codes {
		if seen[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		seen[c.ID] = true
		for _, text := range []diag.Text{c.NL, c.EN} {
			if text.Message == "" || text.Hint == "" || len(text.Explain) < 60 || strings.HasSuffix(text.Message, ".") {
				t.Errorf("%s: a text lacks, or its message ends in a full stop: %+v", c.ID, text)
			}
		}
		for _, arg := range []string{"{1}", "{2}", "{3}"} {
			nl, en := c.NL.Message+c.NL.Hint, c.EN.Message+c.EN.Hint
			if strings.Contains(nl, arg) != strings.Contains(en, arg) {
				t.Errorf("%s: only one language uses %s", c.ID, arg)
			}
		}
	}
}
