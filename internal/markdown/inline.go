package markdown

// The inline nodes: text, emphasis, code, links, images, mentions, raw HTML.

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"glashelder/internal/diag"
)

func (w *writer) inlines(parent ast.Node) {
	w.depth++
	defer func() { w.depth-- }()
	if w.depth > treeDepth {
		w.refuse(codeTooDeep, -1, treeDepth)
		return
	}
	for n := parent.FirstChild(); n != nil && w.refused == nil; n = n.NextSibling() {
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.out.markdownText(n.Value)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrap(n, "strong")
		} else {
			w.wrap(n, "em")
		}
	case *east.Strikethrough:
		w.wrap(n, "del")
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *east.TaskCheckBox:
		w.box(n)
	case *east.FootnoteLink:
		w.noteMark(n)
	case *east.FootnoteBacklink:
		w.noteReturn(n)
	default:
		panic("markdown: no way to write a " + n.Kind().String())
	}
}

func (w *writer) wrap(n ast.Node, tag string) {
	w.out.add("<", tag, ">")
	w.inlines(n)
	w.out.add("</", tag, ">")
}

func (w *writer) text(n *ast.Text) {
	w.mentions(n.Segment.Value(w.src), n.Segment.Start)
	switch {
	case n.HardLineBreak():
		w.trimBlanks()
		w.out.add("<br>\n")
	case n.SoftLineBreak():
		w.trimBlanks()
		w.out.add("\n")
	}
}

// trimBlanks takes back the blanks before the end of a line (CommonMark, 6.7
// and 6.8), some of which goldmark leaves where it looks for bare links.
func (w *writer) trimBlanks() {
	end := len(w.out.b)
	for end > w.from && (w.out.b[end-1] == ' ' || w.out.b[end-1] == '\t') {
		end--
	}
	w.out.b = w.out.b[:end]
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.out.add("<code>")
	w.out.b = appendEscaped(w.out.b, codeText(n, w.src), false)
	w.out.add("</code>")
}

// codeText is the text of a code span, its line ends blanks (CommonMark, 6.1).
func codeText(n *ast.CodeSpan, src []byte) []byte {
	var text []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		text = append(text, c.(*ast.Text).Segment.Value(src)...)
	}
	return bytes.ReplaceAll(text, []byte("\n"), []byte(" "))
}

// box writes the box of a task, with the task as its name for those who do not
// see that the two stand together.
func (w *writer) box(n *east.TaskCheckBox) {
	w.out.add(`<input type="checkbox" disabled`)
	if n.IsChecked {
		w.out.add(" checked")
	}
	name := w.line(n.Parent())
	if name == "" {
		name = w.words.task
	}
	w.out.attribute("aria-label", name)
	w.out.add("> ")
}

// rawHTML writes a raw tag as text. A line break is let through, a comment is
// dropped.
func (w *writer) rawHTML(n *ast.RawHTML) {
	raw := n.Segments.Value(w.src)
	switch {
	case isBreak(raw):
		w.out.add("<br>\n")
	case bytes.HasPrefix(raw, []byte("<!--")):
	default:
		w.reportTag(raw, n.Segments.At(0).Start)
		w.out.b = appendEscaped(w.out.b, raw, false)
	}
}

// isBreak reports whether a raw tag is <br>, <br/> or <br />.
func isBreak(raw []byte) bool {
	if len(raw) < 4 || len(raw) > 8 {
		return false
	}
	name := strings.TrimSpace(strings.TrimSuffix(string(raw[1:len(raw)-1]), "/"))
	return strings.EqualFold(name, "br")
}

// reportTag reports a raw tag, each name once.
func (w *writer) reportTag(raw []byte, offset int) {
	name := tagName(raw)
	if w.bare || w.tags[name] {
		return
	}
	if w.tags == nil {
		w.tags = map[string]bool{}
	}
	w.tags[name] = true
	w.report(codeRawHTML, offset, name)
}

// tagName is what to call a raw tag: "div" of </div>, "!" of a declaration.
func tagName(raw []byte) string {
	name := bytes.TrimLeft(raw, "</")
	end := 0
	for end < len(name) && end < 40 && (isWordByte(name[end]) || name[end] == '-') {
		end++
	}
	return strings.ToLower(string(name[:max(end, 1)]))
}

// comment passes over a comment that stands by itself, and writes as text what
// stands behind it on its last line.
func (w *writer) comment(n *ast.HTMLBlock) {
	raw := n.Lines().Value(w.src)
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(w.src)...)
	}
	_, rest, closed := bytes.Cut(raw, []byte("-->"))
	if !closed {
		w.report(codeComment, n.Lines().At(0).Start)
	}
	if rest = bytes.TrimSpace(rest); len(rest) > 0 {
		w.out.add("<p>")
		w.out.b = appendEscaped(w.out.b, rest, false)
		w.out.add("</p>\n")
	}
}

var codeRawHTML = &diag.Code{
	ID: "html-in-tekst", Severity: diag.Warning,
	NL: diag.Text{
		Message: "HTML-code <{1}> wordt als gewone tekst getoond",
		Hint:    "gebruik Markdown, of zet de code tussen omgekeerde accenten (`) als u ze wilt tonen",
		Explain: "Teksten mogen geen HTML bevatten: zo kan niemand per ongeluk of met opzet iets in de site plaatsen dat er niet hoort. Wat als HTML geschreven is, verschijnt daarom letterlijk op de pagina. Schrijf `**vet**` in plaats van `<b>vet</b>`. Alleen `<br>`, voor een nieuwe regel, en opmerkingen tussen `<!--` en `-->` mogen wel.",
	},
	EN: diag.Text{
		Message: "the HTML code <{1}> is shown as plain text",
		Hint:    "use Markdown, or put the code between backticks (`) if you want to show it",
		Explain: "Texts may not hold HTML, so that nobody can put something into the site that does not belong there, by accident or on purpose. What is written as HTML therefore appears literally on the page. Write `**bold**` instead of `<b>bold</b>`. Only `<br>`, for a new line, and comments between `<!--` and `-->` are allowed.",
	},
}

var codeComment = &diag.Code{
	ID: "opmerking-niet-gesloten", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze opmerking begint met <!-- maar wordt nergens gesloten",
		Hint:    "schrijf --> achter de opmerking",
		Explain: "Wat tussen `<!--` en `-->` staat, is een opmerking en komt niet op de site. Zonder `-->` verdwijnt ook alle tekst die erna komt. Voorbeeld: `<!-- nog nakijken -->`",
	},
	EN: diag.Text{
		Message: "this comment begins with <!-- but is closed nowhere",
		Hint:    "write --> behind the comment",
		Explain: "What stands between `<!--` and `-->` is a comment and does not appear on the site. Without `-->` all the text that follows it vanishes too. Example: `<!-- to be checked -->`",
	},
}
