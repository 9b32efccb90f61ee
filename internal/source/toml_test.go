package source

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"glashelder/internal/diag"
)

// show writes a value with the places of its parts, for comparison in tests.
func show(v *Value) string {
	at := fmt.Sprintf("@%d:%d", v.Pos.Line, v.Pos.Col)
	var parts []string
	switch v.Kind {
	case List:
		for _, item := range v.Items {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, " ") + "]" + at
	case Table:
		for _, f := range v.Fields {
			parts = append(parts, fmt.Sprintf("%s@%d:%d=%s", f.Name, f.Pos.Line, f.Pos.Col, show(f.Value)))
		}
		return "{" + strings.Join(parts, " ") + "}" + at
	}
	return fmt.Sprintf("%s:%s%s", v.Kind, v.Text, at)
}

// spots writes diagnostics as "line:column code".
func spots(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Code.ID))
	}
	return strings.Join(out, ", ")
}

func TestTOMLValues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "{}@1:1"},
		{"scalars", "a = \"é\" # c\nb=1_000.50\n\nc = true", "{a@1:1=text:é@1:5 b@2:1=number:1000.50@2:3 c@4:1=bool:true@4:5}@1:1"},
		{"columns count characters", "\"é\" = 'ë' \n", "{é@1:1=text:ë@1:7}@1:1"},
		{"dates", "a = 2021-11-27\nb = 2021-11-27 10:00:00z\nc = 10:00:00", "{a@1:1=date:2021-11-27@1:5 b@2:1=date:2021-11-27T10:00:00Z@2:5 c@3:1=date:10:00:00@3:5}@1:1"},
		{"list over lines", "a = [\n  1, # een\n  'x',\n]\nb = 2", "{a@1:1=[number:1@2:3 text:x@3:3]@1:5 b@5:1=number:2@5:5}@1:1"},
		{"dotted", "a.b = 1\na.\"c d\" = 2", "{a@1:1={b@1:3=number:1@1:7 c d@2:3=number:2@2:11}@1:1}@1:1"},
		{"tables", "[a]\nb = 1\n[a.c]\nd = 2\n[e]", "{a@1:2={b@2:1=number:1@2:5 c@3:4={d@4:1=number:2@4:5}@3:1}@1:1 e@5:2={}@5:1}@1:1"},
		{"arrays of tables", "[[a]]\nb = 1\n[a.x]\ny = 1\n[[a]]\nb = 2", "{a@1:3=[{b@2:1=number:1@2:5 x@3:4={y@4:1=number:1@4:5}@3:1}@1:1 {b@6:1=number:2@6:5}@5:1]@1:1}@1:1"},
		{"inline tables", "a = { b = \"}\", c.d = [ {e = 1} ] }", "{a@1:1={b@1:7=text:}@1:11 c@1:16={d@1:18=[{e@1:25=number:1@1:29}@1:24]@1:22}@1:16}@1:5}@1:1"},
		{"texts over lines", "a = \"\"\"\nx \"y\"\"\"\"\nb = '''\n'x'''''\nc = 1", "{a@1:1=text:x \"y\"@1:5 b@3:1=text:'x''@3:5 c@5:1=number:1@5:5}@1:1"},
		{"escapes", `"\u00e9\t" = "a\"b\\"`, "{é\t@1:1=text:a\"b\\@1:14}@1:1"},
		{"exact numbers", "a = 9007199254740993\nb = 1500000.10\nc = 0x1F\nd = -inf", "{a@1:1=number:9007199254740993@1:5 b@2:1=number:1500000.10@2:5 c@3:1=number:0x1F@3:5 d@4:1=number:-inf@4:5}@1:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, list, ok := parseTOML("f", c.text, 1)
			if got := show(v); got != c.want || !ok {
				t.Errorf("got  %s (%s)\nwant %s", got, spots(list), c.want)
			}
		})
	}
}

func TestTOMLMistakes(t *testing.T) {
	for _, c := range []struct{ text, want, arg string }{
		{"a = \"x\nb = 1", "10:7 toml-tekst-open", ""},
		{"a = 'x", "10:6 toml-tekst-open", ""},
		{"a = \"\"\"x\n", "10:9 toml-tekst-open", ""},
		{"titel = 1\nb = 2\ntitel = 3", "12:1 toml-sleutel-dubbel", "titel"},
		{"[a]\n[a]", "11:2 toml-sleutel-dubbel", "a"},
		{"a =\nb = 1", "10:4 toml-waarde-ontbreekt", ""},
		{"a = ", "10:4 toml-waarde-ontbreekt", ""},
		{"é = goed", "10:1 toml-isgelijk-ontbreekt", ""},
		{"a = goed", "10:5 toml-waarde-kaal", "goed"},
		{"a: goed", "10:2 toml-isgelijk-ontbreekt", ""},
		{"een zin", "10:5 toml-isgelijk-ontbreekt", ""},
		{"a = 2021-13-01", "10:5 toml-datum", "2021-13-01"},
		{"a = 0207", "10:5 toml-getal", "0207"},
		{"a = 1.", "10:5 toml-getal", "1."},
		{"a = 99999999999999999999", "10:5 toml-getal", ""},
		{"a = [1 2]", "10:8 toml-komma-ontbreekt", ""},
		{"a = {b = 1 c = 2}", "10:12 toml-komma-ontbreekt", ""},
		{"a = \"De \"grote\" werf\"", "10:10 toml-regel", ""},
		{"a = \"C:\\Verslagen\"", "10:6 toml-schuine-streep", ""},
		{"[]", "10:2 toml-kop", ""},
		{"[[a]\nb = 1", "10:4 toml-kop", ""},
		{"= 1", "10:1 toml-sleutel-ontbreekt", ""},
		{"a..b = 1", "10:3 toml-sleutel-ontbreekt", ""},
		{"a = [1,,2]", "10:8 toml-fout", ""},
		{"a = " + strings.Repeat("[", 65), "10:69 te-diep", ""},
		{strings.Repeat("a.", 33) + "b = 1", "10:66 te-veel-punten", ""},
	} {
		_, list, ok := parseTOML("f", c.text, 10)
		if got := spots(list); got != c.want || ok {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		} else if c.arg != "" && list[0].Args[0] != c.arg {
			t.Errorf("%q: argument %q, want %q", c.text, list[0].Args[0], c.arg)
		}
	}
}

// What only looks like a bomb must pass.
func TestTOMLWithinLimits(t *testing.T) {
	for _, text := range []string{
		"a = " + strings.Repeat("[", 64) + strings.Repeat("]", 64),
		"a = \"" + strings.Repeat("[.", 1000) + "\" # " + strings.Repeat("[.", 1000),
		"a = '''\n" + strings.Repeat("[{.\n", 1000) + "'''''\nb = 1",
		"a = \"\\\"" + strings.Repeat("[", 100) + "\"",
		strings.Repeat("a.", 32) + "b = 1",
	} {
		if _, list, ok := parseTOML("f", text, 1); !ok {
			t.Errorf("%.40q: %s", text, spots(list))
		}
	}
}

// exact reports where the scanned tree differs from the decoded one.
func exact(v *Value, decoded any) error {
	switch d := decoded.(type) {
	case map[string]any:
		if v.Kind != Table || len(v.Fields) != len(d) {
			return fmt.Errorf("%s is not the table %v", show(v), d)
		}
		for _, f := range v.Fields {
			sub, known := d[f.Name]
			if !known {
				return fmt.Errorf("no key %q in %v", f.Name, d)
			}
			if err := exact(f.Value, sub); err != nil {
				return err
			}
		}
		return nil
	case []map[string]any:
		var items []any
		for _, m := range d {
			items = append(items, m)
		}
		return exact(v, items)
	case []any:
		if v.Kind != List || len(v.Items) != len(d) {
			return fmt.Errorf("%s is not the list %v", show(v), d)
		}
		for i := range d {
			if err := exact(v.Items[i], d[i]); err != nil {
				return err
			}
		}
		return nil
	}
	if !sameScalar(v, decoded) {
		return fmt.Errorf("%s is not %#v", show(v), decoded)
	}
	return nil
}

func sameScalar(v *Value, decoded any) bool {
	switch d := decoded.(type) {
	case string:
		return v.Kind == Text && v.Text == d
	case bool:
		return v.Kind == Bool && v.Text == fmt.Sprint(d)
	case int64:
		n, err := strconv.ParseInt(v.Text, 0, 64)
		return v.Kind == Number && err == nil && n == d
	case float64:
		f, err := strconv.ParseFloat(strings.TrimPrefix(strings.Replace(v.Text, "-nan", "nan", 1), "+"), 64)
		return v.Kind == Number && err == nil && (f == d || math.IsNaN(f) && math.IsNaN(d))
	case time.Time:
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02", "15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "15:04"} {
			if got, err := time.ParseInLocation(layout, v.Text, d.Location()); err == nil {
				return v.Kind == Date && got.Equal(d)
			}
		}
	}
	return false
}

// For valid TOML the scanned tree has exactly the shape and the values of the
// decoded one, and its places rise and lie within the text.
func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"", "a = 1\n", "a.b.c = 'x' # y\n[t]\nu = [1, [2, 'a'], {b = 1}]\n[[l]]\n[l.m]\nn = 1\n[[l]]\n",
		"\"a\\u00e9b\" = \"\"\"\n x \\\n  y\"\"\"\"\"\n'q' = '''a''''\n", "d = 2021-11-27 10:00:00Z\ne=07:32:00.5\nf= 1979-05-27T07:32:00-08:00",
		"n = [ +1_0, -0.5e-3, 0xDEAD_beef, 0o17, 0b1, inf, -nan, true ]", "[a.b]\nc=1\n[a]\nd=2", "x = { y.z = 1, y.w = 2, }\n", "a = [\n#c\n1\n,#d\n2,]",
		"[ a . \"b.c\" . 'd' ]\n e = 1", "é = 1", "a = \"\\x41\\e\"", "[[a]]\nb=[[1],[2]]\n[[a.c]]\n[[a.c]]\nd=1", "a=[{b=1},{b=2,c={d=3}}]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, _, ok := cleanText("f", []byte(text))
		if text = string(raw); !ok {
			return
		}
		v, list, ok := parseTOML("f", text, 1)
		if !ok && len(list) == 0 {
			t.Fatal("refused without a word")
		}
		inText(t, text, list)
		if !ok {
			return
		}
		decoded, err := decodeTOML(text)
		if err != nil {
			t.Fatal(err)
		}
		s := settler{}
		s.table(scanTOML(newLocator("f", text, 1)), decoded)
		if s.missed > 0 {
			t.Errorf("the scanner was wrong %d times: %s", s.missed, show(scanTOML(newLocator("f", text, 1))))
		}
		if strings.ContainsFunc(show(v), isSpoiler) {
			t.Errorf("%s holds what nobody sees", show(v))
		}
		if err := exact(v, unspoiled(decoded)); err != nil {
			t.Error(err)
		}
		placesInText(t, text, v)
	})
}

// unspoiled is a decoded value with its texts as unspoilValues leaves them.
func unspoiled(decoded any) any {
	switch d := decoded.(type) {
	case string:
		return strings.Map(blank, d)
	case map[string]any:
		for name := range d {
			d[name] = unspoiled(d[name])
		}
	case []map[string]any:
		for i := range d {
			unspoiled(d[i])
		}
	case []any:
		for i := range d {
			d[i] = unspoiled(d[i])
		}
	}
	return decoded
}

// inText tests that diagnostics are at places that the text has.
func inText(t *testing.T, text string, list diag.List) {
	t.Helper()
	lines := strings.Split(text, "\n")
	for _, d := range list {
		if d.Pos.Line == 0 {
			continue
		}
		if d.Pos.Line < 1 || d.Pos.Line > len(lines) || d.Pos.Col < 1 || d.Pos.Col > len([]rune(lines[d.Pos.Line-1]))+1 {
			t.Errorf("%s at %d:%d of %q", d.Code.ID, d.Pos.Line, d.Pos.Col, text)
		}
		if !slices.Contains(Codes, d.Code) {
			t.Errorf("%s is not in Codes", d.Code.ID)
		}
	}
}

// placesInText tests that every key and value of a tree is at a place that the
// text has, and that a value does not come before its key.
func placesInText(t *testing.T, text string, v *Value) {
	t.Helper()
	lines := strings.Split(text, "\n")
	var walk func(v *Value)
	walk = func(v *Value) {
		if v.Pos.Line < 1 || v.Pos.Line > len(lines) || v.Pos.Col < 1 || v.Pos.Col > len([]rune(lines[v.Pos.Line-1]))+1 {
			t.Errorf("value at %d:%d of %q", v.Pos.Line, v.Pos.Col, text)
		}
		for _, f := range v.Fields {
			if f.Pos.Line < 1 || f.Pos.Line > len(lines) {
				t.Errorf("key %q at line %d of %q", f.Name, f.Pos.Line, text)
			}
			walk(f.Value)
		}
		for _, item := range v.Items {
			walk(item)
		}
	}
	walk(v)
}

// Texts that make decoders slow are refused or read in good time: the limit
// here is what tells quadratic from linear on a busy machine.
func TestTOMLBombs(t *testing.T) {
	const size = 1 << 20
	rep := func(s string) string { return strings.Repeat(s, size/len(s)) }
	many := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"brackets": "a = " + rep("["), "braces": "a = " + rep("{a="), "headers": rep("["), "dots": rep("a.") + "a = 1",
		"quotes": "a = " + rep("\""), "triple": "a = \"\"\"" + rep("\"\" "), "backslashes": "a = \"" + rep("\\\\") + "\"",
		"tables": many("[a%d]\n"), "keys": many("k%d = 1\n"), "dotted": many("a.b.k%d = 1\n"), "lists": many("[[l]]\nk%d = 1\n"),
		"nested": many("[a.b.c.d.e.f.g.h.i.j.k%d]\n"), "inline": "a = [" + rep("{b = 1},") + "]", "comments": rep("#\n"), "newlines": rep("\n"),
		"long line": "a = {" + strings.TrimSuffix(many("k%d = 1, "), ", ") + "}", "ones": "a = " + rep("1"), "escaped ends": "a = \"\"\"" + rep("\\\n") + "\"\"\"",
		"spaces": "a = \"\"\"" + rep("\\ \n x") + "\"\"\"", "same": rep("a = 1\n"), "unclosed": rep("a = '''\n"),
	} {
		start := time.Now()
		_, list, ok := parseTOML("f", text, 1)
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%s took %v (%v %s)", name, spent, ok, spots(list))
		}
	}
}
