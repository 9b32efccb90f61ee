package markdown

// Links and images: which addresses are let through, and what their words must
// hold. What must stay true: an address with another scheme than those below
// never reaches the resolver, however it is disguised.

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"glashelder/internal/diag"
)

// expansionBytes bounds the addresses and titles that reference links may
// repeat: [a] can stand for an address of any length, any number of times.
// Each reference counts for refBytes besides.
const (
	expansionBytes = 4 << 20
	refBytes       = 64
)

func (w *writer) link(n *ast.Link) {
	text := w.line(n)
	ref := Ref{Kind: Link, Dest: resolved(n.Destination), Text: text, Title: resolved(n.Title)}
	if w.inLink || w.bare || !w.allowed(ref, n.Pos()) {
		w.inlines(n)
		return
	}
	switch {
	case text == "":
		w.report(codeLinkText, n.Pos(), ref.Dest)
	case w.opt.Vague != nil && w.opt.Vague(text):
		w.report(codeLinkVague, n.Pos(), text)
	}
	w.open(ref, n.Pos())
	w.inlines(n)
	w.close()
}

// autoLink writes an address that stands for itself, between < and > or bare.
func (w *writer) autoLink(n *ast.AutoLink) {
	label := string(n.Label(w.src))
	ref := Ref{Kind: Link, Dest: string(n.URL(w.src)), Text: label}
	if n.AutoLinkType == ast.AutoLinkEmail && !hasScheme(ref.Dest, "mailto") {
		ref.Dest = "mailto:" + ref.Dest
	}
	offset := n.Pos()
	if bytes.HasPrefix(w.src[min(offset+1, len(w.src)):], []byte(label)) && w.src[offset] != '<' {
		offset++ // goldmark counts the blank before a bare link
	}
	if w.inLink || w.bare || !w.allowed(ref, offset) {
		w.out.escape(label)
		return
	}
	w.open(ref, offset)
	w.out.escape(label)
	w.close()
}

func (w *writer) open(ref Ref, offset int) {
	ref.Pos = w.place.at(offset)
	w.refer(ref)
	w.expand(ref, offset)
	w.inLink = true
}

func (w *writer) close() {
	w.out.add("</a>")
	w.inLink = false
}

func (w *writer) expand(ref Ref, offset int) {
	w.expanded += refBytes + len(ref.Dest) + len(ref.Title)
	if w.expanded > expansionBytes {
		w.refuse(codeExpansion, offset, expansionBytes)
	}
}

func (w *writer) image(n *ast.Image) {
	ref := Ref{Kind: Image, Dest: resolved(n.Destination), Text: w.line(n), Title: resolved(n.Title)}
	ref.Empty = ref.Text == "" && isDecorative(ref.Title)
	if w.bare || w.opt.flat || !w.allowed(ref, n.Pos()) {
		w.out.escape(ref.Text)
		return
	}
	if ref.Text == "" && !ref.Empty {
		w.report(codeImageAlt, n.Pos(), ref.Dest)
	}
	ref.Pos = w.place.at(n.Pos())
	w.refer(ref)
	w.expand(ref, n.Pos())
}

// isDecorative reports whether an image's title marks it as decoration.
func isDecorative(title string) bool {
	switch strings.ToLower(strings.TrimSpace(title)) {
	case "decoratief", "decorative", "décoratif":
		return true
	}
	return false
}

// allowed reports whether ref may lead where it says, and says why not.
func (w *writer) allowed(ref Ref, offset int) bool {
	if strings.TrimSpace(ref.Dest) == "" {
		w.report(codeLinkEmpty, offset, ref.Text)
		return false
	}
	name := scheme(ref.Dest)
	switch name {
	case "http", "https":
		return true
	case "mailto", "tel":
		if ref.Kind == Link {
			return true
		}
	case "":
		return !w.opt.flat
	}
	w.report(codeLinkScheme, offset, name, ref.Dest)
	return false
}

func hasScheme(dest, name string) bool { return scheme(dest) == name }

// scheme returns the scheme of an address in lower case, as browsers read it:
// blanks and control characters do not count (URL Standard, 4.4). It is "" for
// an address within the site, and "//" for one that only leaves out its scheme.
func scheme(dest string) string {
	var name []byte
	for i := 0; i < len(dest); i++ {
		c := dest[i]
		switch {
		case c <= ' ':
			continue
		case c == ':':
			return strings.ToLower(string(name))
		case isWordByte(c) || c == '+' || c == '-' || c == '.':
			name = append(name, c)
			continue
		case (c == '/' || c == '\\') && len(name) == 0 && isSlash(strings.TrimLeft(dest[i+1:], "\t\n\r")):
			return "//"
		}
		return ""
	}
	return ""
}

func isSlash(rest string) bool {
	return rest != "" && (rest[0] == '/' || rest[0] == '\\')
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

var codeLinkScheme = &diag.Code{
	ID: "link-schema", Severity: diag.Error,
	NL: diag.Text{
		Message: "het adres {2} begint met {1}, en dat mag niet",
		Hint:    "gebruik een adres dat begint met https:, http:, mailto: of tel:, of een adres binnen de site",
		Explain: "Links mogen alleen leiden naar een andere pagina van de site, een website (https: of http:), een mailadres (mailto:) of een telefoonnummer (tel:). Afbeeldingen komen van de site of van een website. Andere adressen, zoals javascript: of data:, kunnen lezers schade doen. Staat er een dubbelepunt in een bestandsnaam, schrijf dan `./` ervoor: `[verslag](./deel:1.md)`. Een adres dat met `//` begint, krijgt https: ervoor.",
	},
	EN: diag.Text{
		Message: "the address {2} begins with {1}, which is not allowed",
		Hint:    "use an address that begins with https:, http:, mailto: or tel:, or an address within the site",
		Explain: "Links may only lead to another page of the site, a website (https: or http:), a mail address (mailto:) or a telephone number (tel:). Images come from the site or a website. Other addresses, such as javascript: or data:, can harm readers. If a file's name holds a colon, write `./` before it: `[minutes](./part:1.md)`. An address that begins with `//` needs https: before it.",
	},
}

var codeLinkEmpty = &diag.Code{
	ID: "link-leeg", Severity: diag.Error,
	NL: diag.Text{
		Message: "de link of afbeelding \"{1}\" heeft geen adres",
		Hint:    "schrijf het adres tussen de ronde haken",
		Explain: "Tussen de ronde haken staat waar een link naartoe leidt of waar een afbeelding staat. Voorbeeld: `[het verslag](../verslagen/startmoment.md)`",
	},
	EN: diag.Text{
		Message: "the link or image \"{1}\" has no address",
		Hint:    "write the address between the round brackets",
		Explain: "Between the round brackets stands where a link leads or where an image is. Example: `[the minutes](../verslagen/startmoment.md)`",
	},
}

var codeLinkText = &diag.Code{
	ID: "link-zonder-tekst", Severity: diag.Error,
	NL: diag.Text{
		Message: "de link naar {1} heeft geen tekst",
		Hint:    "schrijf tussen de vierkante haken waar de link naartoe leidt",
		Explain: "Een link zonder tekst is onzichtbaar, en wie een schermlezer gebruikt, hoort niet waar hij naartoe leidt. Voorbeeld: `[verslag van het startmoment](../verslagen/startmoment.md)`",
	},
	EN: diag.Text{
		Message: "the link to {1} has no text",
		Hint:    "write between the square brackets where the link leads",
		Explain: "A link without text cannot be seen, and people who use a screen reader do not hear where it leads. Example: `[minutes of the kick-off](../verslagen/startmoment.md)`",
	},
}

var codeLinkVague = &diag.Code{
	ID: "link-vaag", Severity: diag.Warning,
	NL: diag.Text{
		Message: "de linktekst \"{1}\" zegt niet waar de link naartoe leidt",
		Hint:    "noem de pagina of het document waar de link naartoe leidt",
		Explain: "Wie een schermlezer gebruikt, springt vaak van link naar link en hoort dan alleen de linktekst. Ook wie snel leest, ziet vooral de links. Schrijf dus niet \"klik hier\" maar bijvoorbeeld \"lees het verslag van het startmoment\".",
	},
	EN: diag.Text{
		Message: "the link text \"{1}\" does not say where the link leads",
		Hint:    "name the page or the document that the link leads to",
		Explain: "People who use a screen reader often jump from link to link, and then hear only the link text. People who skim see mostly the links too. So do not write \"click here\" but, say, \"read the minutes of the kick-off\".",
	},
}

var codeImageAlt = &diag.Code{
	ID: "afbeelding-zonder-alt", Severity: diag.Error,
	NL: diag.Text{
		Message: "de afbeelding {1} heeft geen alternatieve tekst",
		Hint:    "beschrijf tussen de vierkante haken wat er te zien is; is de afbeelding versiering, schrijf dan ![]({1} \"decoratief\")",
		Explain: "Wie de afbeelding niet kan zien, leest of hoort de alternatieve tekst. Beschrijf kort wat belangrijk is om de tekst te begrijpen: `![Zaal met vijftig deelnemers aan zes tafels](zaal.jpg)`. Is de afbeelding alleen versiering, zeg dat dan: `![](lijn.svg \"decoratief\")`.",
	},
	EN: diag.Text{
		Message: "the image {1} has no alternative text",
		Hint:    "describe between the square brackets what there is to see; for mere decoration write ![]({1} \"decorative\")",
		Explain: "People who cannot see the image read or hear the alternative text. Describe briefly what matters for the text: `![A room with fifty participants at six tables](room.jpg)`. If the image is mere decoration, say so: `![](line.svg \"decorative\")`.",
	},
}
