package markdown

import (
	"strings"
	"testing"
)

// TestShown: a text without markup is what its blocks say, and nothing of the
// markup.
func TestShown(t *testing.T) {
	for source, want := range map[string]string{
		"Een *aan*vraag &amp; <b>\n":                 "Een aanvraag & <b>",
		"Zie [de nota](nota.md) van 3 &lt; 4.\n":     "Zie de nota van 3 < 4.",
		"Regel\\\ntwee\n\n- een\n- twee\n":           "Regel twee een twee",
		"| a | b |\n|---|---|\n| c1 | d<e |\n":       "a b c1 d<e",
		"Zoals in #t12 staat.\n":                     "Zoals in #t12 staat.",
		"```go\nfunc Main() {}\n```\n":               "func Main() {}",
		"![Een zaal](zaal.png)\n":                    "Een zaal",
		"## Kop\n\nTekst[^1].\n\n[^1]: De voetnoot.": "Kop Tekst 1 . De voetnoot.",
	} {
		p, _ := Parse("proef.md", []byte(source), 1, Options{})
		got := strings.Join(strings.Fields(p.Shown(0, len(p.Pieces))), " ")
		if !strings.HasPrefix(strings.ReplaceAll(got, "Tabel 1 ", ""), want) && !strings.Contains(got, want) {
			t.Errorf("%q shows %q, not %q", source, got, want)
		}
	}
}
