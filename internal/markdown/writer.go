package markdown

// From goldmark's tree to pieces: the walk over the blocks. The inline nodes
// are in inline.go, tables in table.go, code in code.go, notes in note.go.
// What must stay true: this is the only place that decides on tags, so a kind
// of node that it does not know is a broken promise, not silence.

import (
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"glashelder/internal/diag"
)

// treeDepth is how deep the tree may be: nesting that no reader can follow, and
// that would cost stack here.
const treeDepth = 200

// span is a piece whose text still lies in the buffer.
type span struct{ from, to, ref int }

// writer writes one text.
type writer struct {
	src      []byte
	opt      Options
	place    *placer
	out      *buffer
	from     int // offset in out at which the piece begins that is being written
	spans    []span
	p        *Prose
	list     diag.List
	ids      map[string]int  // how often an id was asked for
	tags     map[string]bool // raw tags that were reported
	words    words
	tables   int
	depth    int
	expanded int      // bytes of addresses and titles written so far
	refused  *refusal // the first limit that was passed while writing
	inLink   bool
	bare     bool // write neither links nor diagnostics: the copy of a heading
	level    int  // of the heading before, as written
	code     int  // bytes of code highlighted so far
}

func newWriter(path string, src []byte, first int, opt Options) *writer {
	return &writer{
		src: src, opt: opt,
		place: newPlacer(path, src, first),
		out:   takeBuffer(),
		p:     &Prose{TitleHeading: -1},
		words: wordsOf(opt.Lang),
	}
}

func (w *writer) release() { w.out.release() }

// cut ends the piece that is being written and returns the index of the next.
func (w *writer) cut() int {
	if end := len(w.out.b); end > w.from {
		w.spans = append(w.spans, span{w.from, end, -1})
		w.from = end
	}
	return len(w.spans)
}

// refer appends a reference as a piece of its own.
func (w *writer) refer(r Ref) {
	w.cut()
	w.spans = append(w.spans, span{w.from, w.from, len(w.p.Refs)})
	w.p.Refs = append(w.p.Refs, r)
}

// report adds a diagnostic at an offset of the source.
func (w *writer) report(code *diag.Code, offset int, args ...any) {
	if !w.bare {
		w.list.Add(code, w.place.at(offset), args...)
	}
}

// refuse gives the text up because of a limit that could not be counted before.
func (w *writer) refuse(code *diag.Code, offset, limit int) {
	if w.refused == nil {
		w.refused = &refusal{code, offset, limit}
	}
}

// finish returns what was written, or an empty Prose when a limit was passed.
func (w *writer) finish() (*Prose, diag.List) {
	if r := w.refused; r != nil {
		var list diag.List
		list.Add(r.code, w.place.at(r.offset), r.limit)
		return &Prose{TitleHeading: -1, Refused: true}, list
	}
	html := string(w.out.b)
	w.p.Pieces = make([]Piece, len(w.spans))
	for i, s := range w.spans {
		w.p.Pieces[i] = Piece{HTML: html[s.from:s.to], Ref: s.ref}
	}
	return w.p, w.list
}

// document writes the whole tree.
func (w *writer) document(root ast.Node) {
	w.p.Notes = -1
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			w.heading(n)
		case *east.FootnoteList:
			w.p.Notes = w.cut()
			w.block(n)
		default:
			w.block(n)
		}
	}
	end := w.cut()
	if w.p.Notes < 0 {
		w.p.Notes = end
	}
	w.digest(root)
}

func (w *writer) blocks(parent ast.Node) {
	w.depth++
	defer func() { w.depth-- }()
	if w.depth > treeDepth {
		w.refuse(codeTooDeep, -1, treeDepth)
		return
	}
	for n := parent.FirstChild(); n != nil && w.refused == nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.out.add("<p>")
		w.inlines(n)
		w.out.add("</p>\n")
	case *ast.TextBlock:
		w.inlines(n)
		if n.NextSibling() != nil {
			w.out.add("\n")
		}
	case *ast.Heading:
		w.boldLine(n)
	case *ast.Blockquote:
		w.out.add("<blockquote>\n")
		w.blocks(n)
		w.out.add("</blockquote>\n")
	case *ast.List:
		w.listOf(n)
	case *ast.ThematicBreak:
		w.out.add("<hr>\n")
	case *ast.CodeBlock:
		w.codeBlock(n, "")
	case *ast.FencedCodeBlock:
		w.codeBlock(n, string(n.Language(w.src)))
	case *ast.HTMLBlock:
		w.comment(n)
	case *east.Table:
		w.table(n)
	case *east.FootnoteList:
		w.notes(n)
	case *ast.LinkReferenceDefinition:
	default:
		panic(fmt.Sprintf("markdown: no way to write a %s", n.Kind()))
	}
}

func (w *writer) listOf(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.out.add("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		w.out.add(` start="`, strconv.Itoa(n.Start), `"`)
	}
	w.out.add(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if isTask(item) {
			w.out.add(`<li class="taak">`)
		} else {
			w.out.add("<li>")
		}
		w.blocks(item)
		w.out.add("</li>\n")
	}
	w.out.add("</", tag, ">\n")
}

// isTask reports whether a list item begins with a box to tick.
func isTask(item ast.Node) bool {
	first := item.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return false
	}
	return first.FirstChild().Kind() == east.KindTaskCheckBox
}
