package markdown

// Footnotes: the mark in the text, the list at the end and the way back, each
// with a name. Ids hold a colon, which no heading's id can.

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// noteMark writes the mark of a note. The copy of a heading has none, as its id
// must occur once.
func (w *writer) noteMark(n *east.FootnoteLink) {
	if w.bare {
		return
	}
	number := strconv.Itoa(n.Index)
	w.out.add(`<sup id="`, returnID(n.Index, n.RefIndex), `">`)
	if w.inLink {
		w.out.add(number)
	} else {
		w.out.add(`<a href="#fn:`, number, `" role="doc-noteref" aria-label="`, w.words.note, " ", number, `">`, number, "</a>")
	}
	w.out.add("</sup>")
}

// noteReturn writes the way back from a note to the place in the text.
func (w *writer) noteReturn(n *east.FootnoteBacklink) {
	name := w.words.back + " " + strconv.Itoa(n.Index)
	if n.RefCount > 1 {
		name += " (" + strconv.Itoa(n.RefIndex+1) + ")"
	}
	w.out.add(` <a href="#`, returnID(n.Index, n.RefIndex), `" role="doc-backlink"`)
	w.out.attribute("aria-label", name)
	w.out.add(">↩︎</a>")
}

// returnID is the id of a mark: fnref:1, and fnref:1:2 where the note is used again.
func returnID(index, use int) string {
	id := "fnref:" + strconv.Itoa(index)
	if use > 0 {
		id += ":" + strconv.Itoa(use+1)
	}
	return id
}

func (w *writer) notes(n *east.FootnoteList) {
	w.out.add(`<div class="noten" role="doc-endnotes"`)
	w.out.attribute("aria-label", w.words.notes)
	w.out.add("><ol>\n")
	for note := n.FirstChild(); note != nil; note = note.NextSibling() {
		w.out.add(`<li id="fn:`, strconv.Itoa(note.(*east.Footnote).Index), `">`)
		w.noteBlocks(note)
		w.out.add("</li>\n")
	}
	w.out.add("</ol></div>\n")
}

// noteBlocks writes a note; goldmark hangs the way back below its last
// paragraph, or beside its blocks where it does not end with one.
func (w *writer) noteBlocks(note ast.Node) {
	for n := note.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Type() == ast.TypeInline {
			w.inline(n)
		} else {
			w.block(n)
		}
	}
}
