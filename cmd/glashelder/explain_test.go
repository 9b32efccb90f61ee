package main

import (
	"bytes"
	"testing"

	"glashelder/internal/build"
)

// TestExplainHasNoPlaceholders: a code that is explained is about no place, so
// no message or hint shows where the words of one would stand.
func TestExplainHasNoPlaceholders(t *testing.T) {
	explain := func(args ...string) []byte {
		var out, problem bytes.Buffer
		if code := run(t.Context(), append([]string{"explain"}, args...), &out, &problem); code != exitFine {
			t.Fatalf("explain %q: exit code %d: %s", args, code, problem.String())
		}
		return out.Bytes()
	}
	filled := 0
	for _, lang := range []string{"nl", "en"} {
		texts := [][]byte{explain("--lang", lang)}
		for _, c := range build.Codes() {
			texts = append(texts, explain(c.ID, "--lang", lang))
			if placeholder.MatchString(c.In(lang).Hint) {
				filled++
			}
		}
		for _, text := range texts {
			if at := placeholder.FindIndex(text); at != nil {
				t.Errorf("%s: %s", lang, text[max(0, at[0]-60):min(len(text), at[1]+20)])
			}
		}
	}
	if filled == 0 {
		t.Error("no hint has a placeholder: nothing is tested")
	}
}
