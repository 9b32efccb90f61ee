// Package markdown turns prose into HTML pieces, an outline, references and plain text.
//
// A text is parsed once, by itself; where its links lead depends on the whole
// site. So the result is a row of pieces: finished HTML, or a reference that a
// resolver answers later. What must stay true: whatever the source, the HTML
// holds no raw HTML, no inline style and no address with a scheme that was not
// allowed, and a text that would cost too much is refused before it is parsed.
//
// The dialect is CommonMark 0.31 with the tables, strikethrough, task lists and
// bare links of GitHub Flavored Markdown, and footnotes as in PHP Markdown Extra.
package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"glashelder/internal/diag"
)

// Prose is a parsed text.
type Prose struct {
	Pieces   []Piece   // in order; a top-level heading always begins a new one
	Headings []Heading // top-level headings with a text, in order
	Refs     []Ref     // links, images and mentions, in the order of Pieces

	// TitleHeading is the index in Headings of the heading that became the
	// title of the page, and is left out of the HTML; -1 for none. Parse sets
	// -1; set it before asking for HTML.
	TitleHeading int

	Notes   int    // index of the first piece of the footnotes; len(Pieces) without them
	Summary string // plain text of the first real paragraph, at most 300 runes
	Bold    string // plain text of the opening paragraph or line if it is wholly bold, else ""
	Lead    string // plain text of the first 600 runes or so, headings too
	Refused bool   // a limit was passed and the text was not read; all else is empty
	Words   int    // words of the whole text, headings and tables too, code not
}

// Piece is finished HTML (Ref is -1), or the start tag of a link, an image or a
// mention: Refs[Ref], with HTML empty, for the resolver to write.
type Piece struct {
	HTML string
	Ref  int
}

// Heading is a heading at the top level. The pieces Piece to Body hold its
// contents without the tags; what stands under it begins at Body.
type Heading struct {
	Level int    // as written, 1 to 6; the HTML's level is chosen at output
	ID    string // unique in the text, never empty
	Text  string // plain text, on one line
	HTML  string // its contents with emphasis and code, without links
	Pos   diag.Pos
	Piece int // index of the piece that it opens
	Body  int // index of the first piece after it
}

// RefKind says what refers.
type RefKind int

// A Mention is a bare #some-id in running text.
const (
	Link RefKind = iota
	Image
	Mention
)

// Ref is a reference to something else, as written.
type Ref struct {
	Kind  RefKind
	Dest  string // entities and backslashes resolved, percent-encoding kept; of a Mention the id without #
	Text  string // plain text of the link, alternative text of the image, or the mention with its #
	Title string // the text between quotes behind the address
	Pos   diag.Pos
	Empty bool // an image that is marked as decoration
}

// Target is a resolver's answer to a Ref. With Missing, or with an empty URL, a
// link keeps its text and leads nowhere, an image gives its alternative text,
// and a mention is plain text.
type Target struct {
	URL           string // written as it is, but for what HTML and RFC 3986 want escaped
	Class         string
	Width, Height int // of an image, in CSS pixels; 0: not known
	Missing       bool
	External      bool // leads to another site
}

// Options of Parse; the zero value is usable.
type Options struct {
	Vague func(text string) bool // whether a link's text says nothing ("klik hier"); nil: none does
	Lang  string                 // language of the few words that the HTML adds: "nl", "fr" or "en"; "" is "nl"

	flat bool // a field of front matter: no headings, images, notes or relative links
}

// Codes are the diagnostics of this package.
var Codes = []*diag.Code{
	codeEncoding,
	codeTooLong, codeTooDeep, codeBlocks, codeBrackets, codeEmphasis, codeBackticks, codeTable, codeDefinitions, codeNotes, codeExpansion,
	codeHeadingSkipped, codeHeadingEmpty,
	codeLinkScheme, codeLinkEmpty, codeLinkText, codeLinkVague, codeImageAlt,
	codeRawHTML, codeComment, codeTableHeader,
}

// Parse parses src, Markdown without its front matter. path names the file in
// positions, first is the 1-based number of src's first line in it. The Prose
// is never nil; it is empty where the text was refused. Parse does not keep src
// and is safe for concurrent use.
func Parse(path string, src []byte, first int, opt Options) (*Prose, diag.List) {
	var list diag.List
	if at := invalidUTF8(src); at >= 0 {
		list.Add(codeEncoding, newPlacer(path, src, first).at(at))
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	src = clean(src)
	if r := measure(src); r != nil {
		list.Add(r.code, newPlacer(path, src, first).at(r.offset), r.limit)
		return &Prose{TitleHeading: -1, Refused: true}, list
	}
	w := newWriter(path, src, first, opt)
	defer w.release()
	w.list = list
	w.document(parserFor(src).Parse(text.NewReader(src)))
	return w.finish()
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	at := 0
	for {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}

var codeEncoding = &diag.Code{
	ID: "tekst-geen-utf8", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit teken is geen geldige UTF-8",
		Hint:    "bewaar het bestand opnieuw als UTF-8",
		Explain: "Een tekst moet in UTF-8 bewaard zijn, anders worden letters zoals é en ë onleesbaar op de site. Oudere programma's bewaren soms in Windows-1252. Kies in uw programma \"Bewaren als\" en daarna de codering UTF-8.",
	},
	EN: diag.Text{
		Message: "this character is not valid UTF-8",
		Hint:    "save the file again as UTF-8",
		Explain: "A text must be saved as UTF-8, or letters such as é and ë become unreadable on the site. Older programs sometimes save as Windows-1252. Choose \"Save as\" in your program and then the encoding UTF-8.",
	},
}
