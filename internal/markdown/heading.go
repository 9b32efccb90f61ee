package markdown

// Headings: the outline, ids that can be linked to, and what is said about
// headings that do not help. What must stay true: an id is unique in its text
// and never empty, and depends on nothing but the text.

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
)

// heading writes a top-level heading: a piece without its tags, and its entry
// in the outline.
func (w *writer) heading(n *ast.Heading) {
	if w.opt.flat {
		w.boldLine(n)
		return
	}
	text := w.line(n)
	if text == "" {
		w.report(codeHeadingEmpty, n.Pos())
		return
	}
	if n.Level > w.level+1 && n.Level > 2 {
		w.report(codeHeadingSkipped, n.Pos(), text, n.Level, max(w.level+1, 2))
	}
	w.level = n.Level
	h := Heading{Level: n.Level, ID: w.id(text), Text: text, Pos: w.place.at(n.Pos()), HTML: w.copyOf(n)}
	h.Piece = w.cut()
	w.inlines(n)
	h.Body = w.cut()
	w.p.Headings = append(w.p.Headings, h)
}

// copyOf is the contents of n without links.
func (w *writer) copyOf(n ast.Node) string {
	start := len(w.out.b)
	w.bare = true
	w.inlines(n)
	w.bare = false
	html := string(w.out.b[start:])
	w.out.b = w.out.b[:start]
	return html
}

// id returns an id for a heading that no other heading of this text has.
func (w *writer) id(text string) string {
	base := locale.Slug(text)
	if base == "" {
		base = "deel"
	}
	if w.ids == nil {
		w.ids = map[string]int{}
	}
	id := base
	for w.ids[id] > 0 {
		w.ids[base]++
		id = base + "-" + strconv.Itoa(w.ids[base])
	}
	w.ids[id]++
	return id
}

// boldLine writes a heading that may not be one: inside a quotation or a list,
// where it would break the order of levels.
func (w *writer) boldLine(n ast.Node) {
	w.out.add("<p><strong>")
	w.inlines(n)
	w.out.add("</strong></p>\n")
}

var codeHeadingSkipped = &diag.Code{
	ID: "koppen-niveau", Severity: diag.Warning,
	NL: diag.Text{
		Message: "de kop \"{1}\" is van niveau {2}, maar niveau {3} is hier het diepste dat past",
		Hint:    "gebruik niet meer hekjes dan {3}; op de pagina is het niveau al hersteld",
		Explain: "Koppen zijn de inhoudsopgave van een tekst. Wie een schermlezer gebruikt, springt van kop naar kop, en raakt de draad kwijt als er een niveau ontbreekt. Na een kop met `##` komt dus `###` en niet meteen `####`. Kies het niveau naar de inhoud, niet naar de lettergrootte.",
	},
	EN: diag.Text{
		Message: "the heading \"{1}\" has level {2}, but level {3} is the deepest that fits here",
		Hint:    "use no more than {3} number signs; the page shows a level that fits",
		Explain: "Headings are the table of contents of a text. People who use a screen reader jump from heading to heading, and lose the thread when a level is missing. So `##` is followed by `###` and not at once by `####`. Choose a level by the contents, not by the size of the letters.",
	},
}

var codeHeadingEmpty = &diag.Code{
	ID: "kop-leeg", Severity: diag.Warning,
	NL: diag.Text{
		Message: "deze kop heeft geen tekst en wordt weggelaten",
		Hint:    "schrijf een titel achter de hekjes of haal de hekjes weg",
		Explain: "Een kop zonder tekst zegt lezers niets, en wie een schermlezer gebruikt, hoort alleen \"kop\". Schrijf bijvoorbeeld: `## Wat is er afgesproken`",
	},
	EN: diag.Text{
		Message: "this heading has no text and is left out",
		Hint:    "write a title behind the number signs or remove them",
		Explain: "A heading without text tells readers nothing, and people who use a screen reader only hear \"heading\". Write, say: `## What was agreed`",
	},
}
