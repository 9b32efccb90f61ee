package search

// Folding: how spellings of one word become one key. What must stay true: the
// browser's engine folds the same (format.go, section 8; testdata/fold.json),
// because it looks up what this file wrote.

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./folding/generate.go /usr/share/unicode/UnicodeData.txt fold.gz

//go:embed fold.gz
var foldData []byte

// decompositions has, from the Unicode Character Database (fold.NOTICE), the lower-case NFKD of every code point for which that is
// more than its lower case.
var decompositions = sync.OnceValue(func() map[rune]string {
	packed, err := gzip.NewReader(bytes.NewReader(foldData))
	if err != nil {
		panic("search: the embedded folding table: " + err.Error())
	}
	text, err := io.ReadAll(packed)
	if err != nil {
		panic("search: the embedded folding table: " + err.Error())
	}
	table := make(map[rune]string, 6000)
	for line := range strings.Lines(string(text)) {
		code, to, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if r, err := strconv.ParseUint(code, 16, 32); err == nil {
			table[rune(r)] = to
		}
	}
	return table
})

// foldMap has the letters that are no base letter with a mark, yet are written
// without knowing them.
var foldMap = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h", 'ŋ': "n", 'ı': "i",
	'ς': "σ", 'ٱ': "ا", 'ى': "ي", 'ة': "ه", 'ک': "ك", 'ی': "ي", '\u0640': "",
	'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
	'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
}

// Fold returns the key of a word: lower case, without marks, at most 64 code
// points; empty if it has neither letter nor number.
func Fold(word string) string {
	key, _ := foldBoth(word)
	return key
}

// foldBoth returns fold and accent of a word (section 8).
func foldBoth(word string) (key, accent string) {
	if key, ok := foldPlain(word); ok {
		return key, key
	}
	var k, a strings.Builder
	nk, na := 0, 0
	each := func(r rune) {
		if !isKept(r) {
			return
		}
		if na < mostKey {
			a.WriteRune(r)
			na++
		}
		to, mapped := foldMap[r]
		if !mapped {
			if unicode.Is(unicode.M, r) {
				return
			}
			to = string(r)
		}
		for _, r := range to {
			if nk < mostKey {
				k.WriteRune(r)
				nk++
			}
		}
	}
	for _, r := range word {
		decompose(r, each)
	}
	return k.String(), a.String()
}

// foldPlain folds a word of a-z, A-Z and 0-9 only.
func foldPlain(word string) (string, bool) {
	upper := false
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || !isAtomASCII(c) {
			return "", false
		}
		upper = upper || c <= 'Z' && c >= 'A'
	}
	if len(word) > mostKey {
		word = word[:mostKey]
	}
	if upper {
		word = strings.ToLower(word)
	}
	return word, true
}

// decompose calls each with the lower-case NFKD of r.
func decompose(r rune, each func(rune)) {
	const base, lead, vowel, tail, count = 0xAC00, 0x1100, 0x1161, 0x11A7, 11172
	switch {
	case r < utf8.RuneSelf:
		each(unicode.ToLower(r))
	case r >= base && r < base+count:
		s := r - base
		each(lead + s/588)
		each(vowel + s%588/28)
		if s%28 > 0 {
			each(tail + s%28)
		}
	default:
		if to, ok := decompositions()[r]; ok {
			for _, d := range to {
				each(d)
			}
			return
		}
		each(unicode.ToLower(r))
	}
}

// isKept tells whether folding keeps the code point, apart from marks.
func isKept(r rune) bool {
	if r < utf8.RuneSelf {
		return isAtomASCII(byte(r))
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M)
}

func isAtomASCII(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
