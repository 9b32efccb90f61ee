package source

import (
	"testing"
	"unicode/utf8"
)

// The cheap look misses no character, wherever it stands, and what is replaced
// keeps the places of the rest.
func TestUnspoilFindsEvery(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text := "aé" + string(r) + "b"
		got, at := unspoil([]byte(text))
		want, place := text, -1
		if isSpoiler(r) {
			want, place = "aé b", 3
		}
		if string(got) != want || at != place {
			t.Fatalf("U+%04X: got %q at %d, want %q at %d", r, got, at, want, place)
		}
	}
}

func TestSpoilers(t *testing.T) {
	for text, want := range map[string]bool{
		"\x00": true, "\x07": true, "\x0b": true, "\f": true, "\x7f": true, "\u0085": true, "\u202d": true, "\u202e": true, "\ufffe": true, "\ufdd0": true,
		"\n": false, "\t": false, " ": false, "\u00a0": false, "\u200e": false, "\u200f": false, "\u2067": false, "\u2069": false, "é": false, "\ufffd": false, "😀": false,
	} {
		if r, _ := utf8.DecodeRuneInString(text); isSpoiler(r) != want {
			t.Errorf("%q: got %v, want %v", text, !want, want)
		}
	}
}
