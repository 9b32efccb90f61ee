package source

// Bytes become text here: UTF-8, no byte-order mark, lines that end in "\n".
// Everything that parses sees only such text, so that nobody else has to think
// of encodings, and a place found in it is the place an editor shows.

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"glashelder/internal/diag"
)

const byteOrderMark = "\xef\xbb\xbf"

// cleaner turns the bytes of one file into text, in one piece or in several
// that each end with a line.
type cleaner struct {
	file    string
	started bool // the first piece has been seen
	invalid bool // invalid UTF-8 was named: once a file is enough
	spoiled bool // so was an invisible character
}

// clean returns piece as text. Each byte that is not UTF-8 is replaced by
// U+FFFD, so that the other mistakes of the file are found in the same run, in
// their places. Where ok is false the file is no text that can be read.
func (c *cleaner) clean(piece []byte, line int) (text []byte, list diag.List, ok bool) {
	if !c.started {
		c.started = true
		if bytes.HasPrefix(piece, []byte("\xff\xfe")) || bytes.HasPrefix(piece, []byte("\xfe\xff")) {
			list.Add(utf16Text, diag.Pos{File: c.file, Line: 1, Col: 1})
			return nil, list, false
		}
		piece = bytes.TrimPrefix(piece, []byte(byteOrderMark))
	}
	if bytes.IndexByte(piece, '\r') >= 0 {
		piece = bytes.ReplaceAll(piece, []byte("\r\n"), []byte("\n"))
		piece = bytes.ReplaceAll(piece, []byte("\r"), []byte("\n"))
	}
	if i := bytes.IndexByte(piece, 0); i >= 0 {
		list.Add(nulByte, newLocator(c.file, string(piece[:i]), line).pos(i))
		return nil, list, false
	}
	if !utf8.Valid(piece) {
		if !c.invalid {
			c.invalid = true
			list = invalidUTF8(c.file, piece, line)
		}
		piece = []byte(string(bytes.Runes(piece)))
	}
	text, at := unspoil(piece)
	if at >= 0 && !c.spoiled {
		c.spoiled = true
		list.Add(spoiler, newLocator(c.file, string(piece[:at]), line).pos(at), nameOf(string(piece[at:])))
	}
	return text, list, true
}

// invalidUTF8 names the first byte of text that is not UTF-8.
func invalidUTF8(file string, text []byte, line int) (list diag.List) {
	i := 0
	for {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		i += size
	}
	pos := newLocator(file, string(text[:i]), line).pos(i)
	list.Add(notUTF8, pos, fmt.Sprintf("%02X", text[i]), windows1252(text[i]))
	return list
}

// windows1252 is the character that a byte of 128 and over stands for in the
// encoding of old Windows programs (WHATWG Encoding Standard, windows-1252).
func windows1252(b byte) string {
	const from80 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ"
	if b < 0xa0 {
		return string([]rune(from80)[b&0x1f])
	}
	return string(rune(b))
}

// cleanText is clean for a file that is held as a whole.
func cleanText(file string, raw []byte) ([]byte, diag.List, bool) {
	c := cleaner{file: file}
	return c.clean(raw, 1)
}

// locator gives the places of bytes in a text. It remembers the last place, so
// that asking in rising order costs one pass over the text.
type locator struct {
	file  string
	text  string
	first int // number of the first line of text

	off, line, col int
}

func newLocator(file, text string, first int) *locator {
	return &locator{file: file, text: text, first: first, line: first, col: 1}
}

// pos is the place of the character that the byte at off is of; offsets outside
// the text are drawn in.
func (l *locator) pos(off int) diag.Pos {
	off = min(max(off, 0), len(l.text))
	for off > 0 && off < len(l.text) && !utf8.RuneStart(l.text[off]) {
		off--
	}
	if off < l.off {
		l.off, l.line, l.col = 0, l.first, 1
	}
	passed := l.text[l.off:off]
	if n := strings.Count(passed, "\n"); n > 0 {
		l.line, l.col = l.line+n, 1
		passed = passed[strings.LastIndexByte(passed, '\n')+1:]
	}
	l.off, l.col = off, l.col+utf8.RuneCountInString(passed)
	return diag.Pos{File: l.file, Line: l.line, Col: l.col}
}

var utf16Text = &diag.Code{
	ID: "tekst-utf16", Severity: diag.Error,
	NL: diag.Text{
		Message: "het bestand is bewaard als UTF-16, niet als UTF-8",
		Hint:    "bewaar het opnieuw als UTF-8; in Excel heet dat \"CSV UTF-8 (door komma's gescheiden)\"",
		Explain: "Glashelder leest alleen tekst in UTF-8, de codering die alle hedendaagse programma's kennen. Sommige Windows-programma's bewaren een bestand als \"Unicode\", en dat is UTF-16. Open het bestand in uw programma, kies \"Opslaan als\" en neem bij codering UTF-8.",
	},
	EN: diag.Text{
		Message: "the file is saved as UTF-16, not as UTF-8",
		Hint:    "save it again as UTF-8; Excel calls that \"CSV UTF-8 (Comma delimited)\"",
		Explain: "Glashelder only reads text in UTF-8, the encoding that all present-day programs know. Some Windows programs save a file as \"Unicode\", which is UTF-16. Open the file in your program, choose \"Save as\" and take UTF-8 as the encoding.",
	},
}

var nulByte = &diag.Code{
	ID: "tekst-nul", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier staat een nulbyte; dit is geen leesbare tekst",
		Hint:    "kijk na of het bestand wel tekst is, en bewaar het opnieuw als UTF-8",
		Explain: "Een nulbyte komt in gewone tekst niet voor. Meestal is het bestand geen tekst maar bijvoorbeeld een afbeelding of een Word-document met de verkeerde naam, of is het bewaard als UTF-16 zonder herkenningsteken. Het bestand wordt niet gelezen.",
	},
	EN: diag.Text{
		Message: "there is a NUL byte here; this is not readable text",
		Hint:    "see whether the file really is text, and save it again as UTF-8",
		Explain: "A NUL byte never occurs in ordinary text. Most often the file is not text but, say, a picture or a Word document with the wrong name, or it was saved as UTF-16 without a mark. The file is not read.",
	},
}

var notUTF8 = &diag.Code{
	ID: "bestand-geen-utf8", Severity: diag.Error,
	NL: diag.Text{
		Message: "de byte {1} is hier geen geldige UTF-8",
		Hint:    "het bestand is wellicht bewaard als Windows-1252, waarin hier \"{2}\" staat; bewaar het opnieuw als UTF-8",
		Explain: "Glashelder leest tekst in UTF-8. Oudere programma's, en Excel bij het gewone \"CSV\", bewaren letters als é en ë in de codering Windows-1252. Die letters zouden op de site als vraagtekens verschijnen. Bewaar het bestand opnieuw en kies UTF-8 als codering. Alleen de eerste plaats in een bestand wordt genoemd.",
	},
	EN: diag.Text{
		Message: "the byte {1} is not valid UTF-8 here",
		Hint:    "the file was probably saved as Windows-1252, where this reads \"{2}\"; save it again as UTF-8",
		Explain: "Glashelder reads text in UTF-8. Older programs, and Excel with its plain \"CSV\", save letters such as é and ë in the encoding Windows-1252. Those letters would show on the site as question marks. Save the file again and choose UTF-8 as the encoding. Only the first place in a file is named.",
	},
}
