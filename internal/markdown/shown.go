package markdown

// What a reader sees of a text, without its markup: for search.

import (
	"html"
	"strings"
)

// Shown returns the plain text of the pieces from up to to: what stands between
// the tags, one line a block, code and the alternative text of images too.
func (p *Prose) Shown(from, to int) string {
	var b strings.Builder
	for _, piece := range p.Pieces[from:to] {
		if piece.Ref < 0 {
			shown(&b, piece.HTML)
			continue
		}
		if ref := p.Refs[piece.Ref]; ref.Kind != Link { // the words of a link follow in a piece of their own
			b.WriteString(html.EscapeString(ref.Text))
		}
	}
	return html.UnescapeString(b.String())
}

// shown writes what stands between the tags of HTML that this package made, its
// entities as they are.
func shown(b *strings.Builder, text string) {
	for {
		before, rest, more := strings.Cut(text, "<")
		b.WriteString(before)
		if !more {
			return
		}
		tag, after, _ := strings.Cut(rest, ">")
		if !isInline(tag) {
			b.WriteByte('\n')
		}
		text = after
	}
}

// isInline tells whether a tag, without its brackets, may stand within a word.
func isInline(tag string) bool {
	name, _, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
	switch name {
	case "a", "em", "strong", "del", "ins", "code", "span", "sub", "mark":
		return true
	}
	return false
}
