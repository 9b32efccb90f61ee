package check

import (
	"testing"

	"glashelder/internal/locale"
)

func TestIsDraft(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " \n\n": true, "\ufeff\n": true,
		"+++\nconcept = true\n+++\nTekst.":            true,
		"---\ndraft: true\n---\n":                     true,
		"---\r\ntitel: A\r\nconcept: ja\r\n---\r\nT.": true,
		"+++\nconcept = true":                         true,
		"+++\nconcept = false\n+++\nTekst.":           false,
		"+++\ntitel = \"A\"\n+++\nconcept = true":     false,
		"concept = true":                              false,
		"++":                                          false,
	} {
		if isDraft([]byte(text), locale.Get("nl")) != want {
			t.Errorf("isDraft(%q) = %t", text, !want)
		}
	}
}

func TestIgnoredPath(t *testing.T) {
	for path, want := range map[string]bool{
		"content/a.md": false, "content/.trash/a.md": true, "content/a.md~": true, "node_modules/a/README.md": true, "content/a.b.md": false,
	} {
		if ignoredPath(path) != want {
			t.Errorf("ignoredPath(%q) = %t", path, !want)
		}
	}
}
