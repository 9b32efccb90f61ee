package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestYAMLValues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "{}@1:1"},
		{"comment only", "# niets\n", "{}@1:1"},
		{"scalars", "titel: \"één\" # c\nb: 1_000.50\nc: true\nd: gewone tekst", "{titel@1:1=text:één@1:8 b@2:1=number:1000.50@2:4 c@3:1=bool:true@3:4 d@4:1=text:gewone tekst@4:4}@1:1"},
		{"words that older YAML casts", "a: yes\nb: No\nc: on\nd: \"true\"", "{a@1:1=text:yes@1:4 b@2:1=text:No@2:4 c@3:1=text:on@3:4 d@4:1=text:true@4:4}@1:1"},
		{"dates", "a: 2021-11-27\nb: 2021-11-27 10:00:00\nc: '2021-11-27'\nd: 2021-13-01\ne: 2021-11", "{a@1:1=date:2021-11-27@1:4 b@2:1=date:2021-11-27T10:00:00@2:4 c@3:1=text:2021-11-27@3:4 d@4:1=text:2021-13-01@4:4 e@5:1=text:2021-11@5:4}@1:1"},
		{"exact numbers", "a: 0207451227\nb: 9007199254740993\nc: 1500000.10", "{a@1:1=number:0207451227@1:4 b@2:1=number:9007199254740993@2:4 c@3:1=number:1500000.10@3:4}@1:1"},
		{"nothing is left out", "a:\nb: ~\nc: null\nd: [1, ~]\ne: ''", "{d@4:1=[number:1@4:5]@4:4 e@5:1=text:@5:4}@1:1"},
		{"lists and tables", "l:\n  - a: 1\n    b: 2\n  - x\nf: {é: [1, b]}", "{l@1:1=[{a@2:5=number:1@2:8 b@3:5=number:2@3:8}@2:5 text:x@4:5]@2:3 f@5:1={é@5:5=[number:1@5:9 text:b@5:12]@5:8}@5:4}@1:1"},
		{"texts over lines", "a: |\n  x\n  y\nb: >-\n  x\n  y\nc: x\n  y\nd: 1", "{a@1:1=text:x\ny\n@1:4 b@4:1=text:x y@4:4 c@7:1=text:x y@7:4 d@9:1=number:1@9:4}@1:1"},
		{"keys", "2021: a\n\"é é\": b\ntrue: c", "{2021@1:1=text:a@1:7 é é@2:1=text:b@2:8 true@3:1=text:c@3:7}@1:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, list, ok := parseYAML("f", c.text, 1)
			if got := show(v); got != c.want || !ok {
				t.Errorf("got  %s (%s)\nwant %s", got, spots(list), c.want)
			}
		})
	}
}

func TestYAMLMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a: \"x\nb: 1", "10:4 yaml-tekst-open"},
		{"a: 'x\nb: 1", "10:4 yaml-tekst-open"},
		{"a:\n\tb: 1", "11:1 yaml-tab"},
		{"\ta: 1", "10:2 yaml-tab"},
		{"a: Werf 1: start", "10:4 yaml-dubbelepunt"},
		{"a: 1\n  b: 2", "10:4 yaml-dubbelepunt"},
		{"a: [1, 2\nb: 1", "11:1 yaml-haak"},
		{"a: ]", "10:4 yaml-haak"},
		{"a: [1, 2", "10:4 yaml-haak"},
		{"a: @x", "10:4 yaml-teken"},
		{"a: 1\ntekst", "11:1 yaml-sleutel-ontbreekt"},
		{"tekst\na: 1", "10:1 yaml-sleutel-ontbreekt"},
		{"a: 1\nb: 2\n\"a\": 3", "12:1 yaml-sleutel-dubbel"},
		{"a: &x 1\nb: *x", "10:4 yaml-niet-toegelaten, 11:4 yaml-niet-toegelaten"},
		{"<<: {a: 1}", "10:1 yaml-niet-toegelaten"},
		{"a: !!str 1", "10:4 yaml-niet-toegelaten"},
		{"? a\n: b", "10:1 yaml-niet-toegelaten"},
		{"a: 1\n...\nb: 2", "12:1 yaml-documenten"},
		{"tekst", "10:1 yaml-geen-tabel"},
		{"- a", "10:1 yaml-geen-tabel"},
		{"a: \"\\q\"", "10:6 yaml-fout"},
		{"a: " + strings.Repeat("[", 65), "10:1 te-diep"},
		{strings.Repeat("- ", 65), "10:1 te-diep"},
		{"a: |" + strings.Repeat("\n", 300), "267:1 te-veel-lege-regels"},
	} {
		_, list, ok := parseYAML("f", c.text, 10)
		if got := spots(list); got != c.want || ok {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

// Every text gives a tree whose places lie in the text, or a diagnostic.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"a: 1\nb:\n  - c: 'x'\n  - [1, {d: e}]\n", "a: |\n  x\n\n  y\nb: >-\n x\n", "a: \"\\u00e9\\n\" # c\n'b': ~\n", "a: &x 1\nb: *x\n<<: *x\n",
		"? a\n: b", "a: !t x", "%YAML 1.2\n---\na: 1\n...\n", "a: 2021-11-27\n", "a: b: c", "\ta: 1", "[a, b]", "é: ë\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, _, ok := cleanText("f", []byte(text))
		if text = string(raw); !ok || len(text) > maxFront {
			return
		}
		v, list, ok := parseYAML("f", text, 1)
		if ok != (len(list) == 0) || v.Kind != Table {
			t.Fatalf("%v %s %s", ok, spots(list), show(v))
		}
		lines := strings.Count(text, "\n") + 1
		for _, d := range list {
			if d.Pos.Line < 1 || d.Pos.Line > lines {
				t.Errorf("%s at line %d of %d", d.Code.ID, d.Pos.Line, lines)
			}
		}
		var walk func(v *Value)
		walk = func(v *Value) {
			if v.Pos.Line < 1 || v.Pos.Line > lines || v.Pos.Col < 1 {
				t.Errorf("value at %d:%d of %q", v.Pos.Line, v.Pos.Col, text)
			}
			seen := map[string]bool{}
			for _, f := range v.Fields {
				if seen[f.Name] {
					t.Errorf("two fields %q", f.Name)
				}
				seen[f.Name] = true
				walk(f.Value)
			}
			for _, item := range v.Items {
				walk(item)
			}
		}
		walk(v)
	})
}

// Front matter that makes the parser slow is refused or read in good time: the
// limit here is what tells quadratic from linear on a busy machine.
func TestYAMLBombs(t *testing.T) {
	rep := func(s string) string { return strings.Repeat(s, maxFront/len(s)) }
	keys := func() string {
		var b strings.Builder
		for i := 0; b.Len() < maxFront-20; i++ {
			fmt.Fprintf(&b, "k%d: 1\n", i)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"dashes": rep("- "), "value dashes": "a: " + rep("- "), "blank lines": "a: |\n" + rep("\n"), "runs of blanks": "a: |\n" + rep(strings.Repeat("\n", 256)+"  x\n"),
		"white lines": "a: |\n" + rep("    \n"), "brackets": "a: " + rep("["), "commas": "a: [" + rep(","), "anchors": rep("&a "), "aliases": rep("*a "),
		"tags": rep("! "), "questions": rep("? "), "quotes": "a: " + rep("\""), "colons": "a: " + rep(": "), "percents": rep("%"), "ats": rep("@"),
		"indents": rep("a:\n "), "keys": keys(), "items": "a:\n" + rep("-\n"), "flow": "a: {" + rep("a: {b: c},") + "}", "merge": rep("<<: *a\n"),
		"comments": rep("#\n"), "escapes": "a: \"" + rep("\\n") + "\"", "folded": "a: >\n" + rep(" x\n\n"), "plain": "a: x\n" + rep(" x\n"), "tabs": rep("\t\n"),
	} {
		start := time.Now()
		parseYAML("f", text, 1)
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%s took %v", name, spent)
		} else if spent > time.Second {
			t.Logf("%s took %v", name, spent)
		}
	}
}
