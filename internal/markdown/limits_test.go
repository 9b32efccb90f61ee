package markdown

import (
	"strings"
	"testing"
)

// TestBombs asks of every bomb that it is refused with a diagnostic, or parsed.
// How long that takes and what it holds in memory, BenchmarkBombs measures.
func TestBombs(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 64 << 10
	}
	if count := len(bombs()); count < 20 {
		t.Fatalf("only %d shapes", count)
	}
	refused := 0
	for _, b := range bombs() {
		p, list := Parse("x.md", []byte(b.make(size)), 1, Options{})
		switch errors, _ := list.Count(); {
		case len(p.Pieces) == 0 && errors > 0:
			refused++
		case len(p.HTML(plainTarget)) > 64*size:
			t.Errorf("%s: more than 64 bytes of HTML for each byte of text", b.name)
		}
	}
	if refused == 0 || refused == len(bombs()) {
		t.Errorf("%d of %d bombs refused", refused, len(bombs()))
	}
}

// TestRefusals names the limit that each text passes.
func TestRefusals(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{strings.Repeat("a ", 1100<<10), "0:0 tekst-te-lang"},
		{"a\n\n" + strings.Repeat(">", 65), "3:1 tekst-te-diep"},
		{strings.Repeat("1. ", 65), "1:1 tekst-te-diep"},
		{strings.Repeat("*a **b ", 150) + strings.Repeat("c** d* ", 150), "0:0 tekst-te-diep"},
		{strings.Repeat("- a\n", 100_001), "50001:1 tekst-te-veel-delen"},
		{strings.Repeat("[", 5500), "1:1 tekst-te-veel-haken"},
		{strings.Repeat("*a_", 8000), "1:1 tekst-te-veel-nadruk"},
		{"a\n\n" + backticks(17), "3:1 tekst-te-veel-accenten"},
		{strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("a\n", 300), "251:1 tabel-te-groot"},
		{"[^1]\n\n" + strings.Repeat("a [^1]\n\n", 5001), "10001:1 tekst-te-veel-noten"},
		{"[a]: " + strings.Repeat("x", 9000) + "\n\n" + strings.Repeat("[a]\n\n", 1000), "927:1 tekst-te-lange-adressen"},
	} {
		p, list := Parse("x.md", []byte(c.src), 1, Options{})
		if got := found(list); got != c.want || len(p.Pieces) > 0 || Text([]byte(c.src)) != "" && !strings.Contains(c.want, "adressen") && !strings.HasPrefix(c.want, "0:0 tekst-te-diep") {
			t.Errorf("%.40q: %s, want %s", c.src, got, c.want)
		}
	}
}

func backticks(lengths int) string {
	var b strings.Builder
	for i := range lengths {
		b.WriteString(strings.Repeat("`", i+1) + " ")
	}
	return b.String()
}

// TestHonestTextsPass parses long texts as people write them.
func TestHonestTextsPass(t *testing.T) {
	for name, src := range map[string]string{
		"prose":          ordinary(1_400_000),
		"one paragraph":  strings.Repeat("Een zin van een heel lang verslag, *met* wat [links](a.md).\n", 2000),
		"list of links":  strings.Repeat("- [organisatie](organisatie.md)\n", 20_000),
		"table":          "| naam | bedrag | datum |\n|---|---|---|\n" + strings.Repeat("| [x](y.md) | **5** | 2021 |\n", 20_000),
		"code":           "```js\n" + strings.Repeat("a[i] = b[j] * c[k] + `x` ** _y;\n", 20_000) + "```\n",
		"rules":          strings.Repeat("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n", 100) + strings.Repeat("a\n\n"+strings.Repeat("* ", 100)+"\n\n", 100),
		"a form":         strings.Repeat("Naam: "+strings.Repeat("_", 60)+"\n", 2000),
		"nested lists":   strings.Repeat("- a\n  - b\n    - c\n      1. d\n\n", 10_000),
		"long quotation": strings.Repeat("> Een regel van een citaat dat lang doorgaat.\n", 10_000),
	} {
		p, list := Parse("x.md", []byte(src), 1, Options{})
		if errors, _ := list.Count(); errors > 0 || len(p.Pieces) == 0 {
			t.Errorf("%s: %s", name, found(list))
		}
	}
}
