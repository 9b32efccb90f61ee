package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// formulaSigns begin a formula in some spreadsheet (OWASP, "CSV Injection"):
// the ASCII signs, their full-width and small forms, which some programs read
// as the same, and the characters that make a program look at the next cell.
const formulaSigns = "=+-@|%\t\r\n" + "＝＋－＠｜％" + "﹦﹢﹣﹫﹪"

// startsFormula reports whether a spreadsheet could take text for a formula.
// Spaces and invisible marks before the sign do not hide it.
func startsFormula(text string) bool {
	if text != "" && isPlain(text[0]) {
		return false
	}
	for _, r := range text {
		if strings.ContainsRune(formulaSigns, r) {
			return true
		}
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return false
}

// isPlain reports whether c is an ASCII letter or figure, as most texts begin.
func isPlain(c byte) bool {
	return c-'0' < 10 || c|0x20-'a' < 26
}

// holdable reports whether CSV and XML can hold r, of which size bytes were
// read: XML 1.0 section 2.2, without the control character DEL, which RFC 4180
// leaves out as well. Tabs and line ends are held.
func holdable(r rune, size int) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r == utf8.RuneError:
		return size > 1
	}
	return r != 0x7f && r != 0xfffe && r != 0xffff
}
