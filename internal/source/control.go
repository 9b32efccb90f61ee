package source

// Characters that nobody sees and that spoil what is around them: control
// characters, which HTML does not allow, and those that turn the direction of
// all that follows, which make a text read otherwise than it is written. They
// come along with what is pasted from Word or a PDF. Each becomes a space, so
// that places stay what they were.

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"glashelder/internal/diag"
)

// isSpoiler tells whether a character is one of those. Marks of direction
// (U+200E, U+200F) and isolates are of use in Arabic and Hebrew, and stay.
func isSpoiler(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\u202d', '\u202e':
		return true
	}
	return unicode.IsControl(r) || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

// mayHoldSpoiler is a cheap look that never misses one, at a nanosecond a byte.
func mayHoldSpoiler(text []byte) bool {
	for i, b := range text {
		switch {
		case b >= 0x20 && b < 0x7f, b == '\n', b == '\t':
		case b < 0x20 || b == 0x7f:
			return true
		case b == 0xc2 && text[i+1] < 0xa0, b == 0xef && text[i+1] >= 0xb7, b >= 0xf0,
			b == 0xe2 && text[i+1] == 0x80 && (text[i+2] == 0xad || text[i+2] == 0xae):
			return true
		}
	}
	return false
}

// unspoil replaces the spoilers of a text, which is valid UTF-8, by spaces and
// gives the place of the first among its bytes; -1 where there is none.
func unspoil(text []byte) ([]byte, int) {
	if !mayHoldSpoiler(text) {
		return text, -1
	}
	at := bytes.IndexFunc(text, isSpoiler)
	if at < 0 {
		return text, -1
	}
	return bytes.Map(blank, text), at
}

func blank(r rune) rune {
	if isSpoiler(r) {
		return ' '
	}
	return r
}

// unspoilValues does the same to the texts of a table, where a decoder made
// such characters of what was written as "\u0007".
func unspoilValues(v *Value, list *diag.List) {
	if at := strings.IndexFunc(v.Text, isSpoiler); at >= 0 {
		list.Add(spoiler, v.Pos, nameOf(v.Text[at:]))
		v.Text = strings.Map(blank, v.Text)
	}
	for _, item := range v.Items {
		unspoilValues(item, list)
	}
	for _, f := range v.Fields {
		unspoilValues(f.Value, list)
	}
}

// nameOf is the Unicode name, "U+202E", of the first character of a text.
func nameOf(text string) string {
	return fmt.Sprintf("U+%04X", []rune(text)[0])
}

var spoiler = &diag.Code{
	ID: "tekst-stuurteken", Severity: diag.Warning,
	NL: diag.Text{
		Message: "hier staat een onzichtbaar teken ({1}) dat de tekst verstoort; het wordt een spatie",
		Hint:    "verwijder het teken, of typ het woord opnieuw",
		Explain: "Stuurtekens en tekens die de leesrichting omkeren zijn niet te zien, maar ze maken een pagina ongeldig of laten een tekst anders lezen dan hij geschreven is. Ze komen vaak mee als u tekst plakt uit Word of een pdf. Op de site staat op die plaats een spatie. Van een bestand wordt alleen de eerste plaats genoemd.",
	},
	EN: diag.Text{
		Message: "there is an invisible character ({1}) here that spoils the text; it becomes a space",
		Hint:    "remove the character, or type the word again",
		Explain: "Control characters and characters that turn the direction of reading cannot be seen, but they make a page invalid or make a text read otherwise than it is written. They often come along when text is pasted from Word or a PDF. On the site a space stands in that place. Only the first place in a file is named.",
	},
}
