// This file makes the names that addresses, ids and anchors consist of. What
// must stay true: a slug never changes once a site has published it, a slug of
// a slug is itself, and every slug is a safe file name on every system.

package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slugBytes is the most bytes in a slug; with ".html" or a digest it stays far
// below the 255 bytes that file systems allow.
const slugBytes = 80

// latin writes out the Latin letters that have no plain letter inside them.
var latin = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h", 'ı': "i", 'ŋ': "ng",
}

// Slug returns a name for addresses: "Één vraag" → "een-vraag". Latin letters
// become a–z, other letters stay as they are in lower case, apostrophes vanish
// and everything else becomes a single hyphen. A slug has at most 80 bytes, cut
// at a hyphen where there is one, and is empty only where s has no letter or
// figure. A name that Windows keeps for a device ("con") gets "-x" after it.
func Slug(s string) string {
	if isSlug(s) {
		return avoidDevice(s)
	}
	w := slugWriter{}
	for _, r := range norm.NFC.String(s) {
		w.add(r)
	}
	return avoidDevice(shorten(norm.NFC.String(w.out.String())))
}

// isSlug is the fast path: what is a slug already, in ASCII.
func isSlug(s string) bool {
	if s == "" || len(s) > slugBytes || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// slugWriter puts a hyphen between words, never at either end.
type slugWriter struct {
	out   strings.Builder
	gap   bool // something between words was passed over
	marks bool // the last letter keeps its marks: it is not Latin
}

func (w *slugWriter) add(r rune) {
	switch {
	case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		w.write(unicode.ToLower(r), false)
	case unicode.Is(unicode.M, r):
		if w.marks && !w.gap {
			w.out.WriteRune(r)
		}
	case unicode.Is(unicode.Latin, r) || unicode.Is(unicode.No, r):
		w.addLatin(r)
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		w.write(unicode.ToLower(r), true)
	case !isSilent(r):
		w.gap = true
	}
}

// addLatin writes a Latin letter or a small figure with what it is made of: é
// is an e with a mark, ĳ an i and a j.
func (w *slugWriter) addLatin(r rune) {
	for _, part := range norm.NFKD.String(string(r)) {
		part = unicode.ToLower(part)
		switch spelled, ok := latin[part]; {
		case ok:
			for _, letter := range spelled {
				w.write(letter, false)
			}
		case unicode.Is(unicode.M, part):
		case unicode.IsLetter(part) || unicode.IsNumber(part):
			w.write(part, false)
		default:
			w.gap = true
		}
	}
}

func (w *slugWriter) write(r rune, marks bool) {
	if w.gap && w.out.Len() > 0 {
		w.out.WriteByte('-')
	}
	w.out.WriteRune(r)
	w.gap, w.marks = false, marks
}

// isSilent reports whether r is passed over without ending a word: apostrophes,
// soft hyphens, joiners.
func isSilent(r rune) bool {
	return strings.ContainsRune("'’‘ʼ", r) || unicode.Is(unicode.Cf, r)
}

// shorten cuts a slug to its most bytes, at the last hyphen or else between runes.
func shorten(slug string) string {
	if len(slug) <= slugBytes {
		return slug
	}
	if at := strings.LastIndexByte(slug[:slugBytes+1], '-'); at > 0 {
		return slug[:at]
	}
	end := slugBytes
	for !utf8.RuneStart(slug[end]) {
		end--
	}
	return slug[:end]
}

// avoidDevice keeps a slug apart from the names that Windows keeps for devices:
// con, prn, aux, nul, com0–com9, lpt0–lpt9.
func avoidDevice(slug string) string {
	switch {
	case slug == "con" || slug == "prn" || slug == "aux" || slug == "nul":
		return slug + "-x"
	case len(slug) == 4 && (slug[:3] == "com" || slug[:3] == "lpt") && slug[3] >= '0' && slug[3] <= '9':
		return slug + "-x"
	}
	return slug
}
