package markdown

// Plain text of the tree: for titles, summaries, names and search.

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

const (
	summaryRunes = 300
	leadRunes    = 600
	// summaryWords is what a paragraph needs to be a summary: less is a label
	// or a date.
	summaryWords = 5
)

// Text returns the plain text of a Markdown text, one line a block, for search.
// It is empty where Parse refuses the text.
func Text(src []byte) string {
	if invalidUTF8(src) >= 0 {
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	src = clean(src)
	if measure(src) != nil {
		return ""
	}
	return string(plain(nil, parserFor(src).Parse(text.NewReader(src)), src, true))
}

// line is the plain text of the inline nodes under n, on one line.
func (w *writer) line(n ast.Node) string { return plainLine(n, w.src) }

func plainLine(n ast.Node, src []byte) string {
	return oneLine(plain(nil, n, src, true))
}

// oneLine makes every stretch of white space one blank.
func oneLine(b []byte) string {
	return string(bytes.Join(bytes.Fields(b), []byte(" ")))
}

// plain appends the text of everything under parent; blocks and cells end with
// a line feed. Code blocks are left out unless code is set.
func plain(dst []byte, parent ast.Node, src []byte, code bool) []byte {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			dst = append(dst, resolved(n.Segment.Value(src))...)
			if n.SoftLineBreak() || n.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.CodeSpan:
			dst = append(dst, codeText(n, src)...)
		case *ast.AutoLink:
			dst = append(dst, n.Label(src)...)
		case *ast.RawHTML:
			dst = plainTag(dst, n.Segments.Value(src))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if code {
				dst = append(dst, n.Lines().Value(src)...)
			}
		case *ast.HTMLBlock, *ast.LinkReferenceDefinition, *east.TaskCheckBox, *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			dst = plain(dst, n, src, code)
			if n.Type() == ast.TypeBlock {
				dst = append(dst, '\n')
			}
		}
	}
	return dst
}

func plainTag(dst, raw []byte) []byte {
	switch {
	case isBreak(raw):
		return append(dst, ' ')
	case bytes.HasPrefix(raw, []byte("<!--")):
		return dst
	}
	return append(dst, raw...)
}

// digest fills what a Prose knows of its text as a whole.
func (w *writer) digest(root ast.Node) {
	b := takeBuffer()
	defer b.release()
	b.b = plain(b.b, root, w.src, false)
	w.p.Words = countWords(b.b)
	w.p.Lead = firstRunes(b.b, leadRunes)
	w.p.Bold = w.bold(root)
	w.p.Summary = w.summary(root)
}

// countWords counts the stretches between white space that hold a letter or a
// digit; every byte beyond ASCII counts as a letter.
func countWords(b []byte) int {
	count, counted := 0, false
	for _, c := range b {
		switch {
		case c <= ' ':
			counted = false
		case !counted && (c >= utf8.RuneSelf || isWordByte(c)):
			counted = true
			count++
		}
	}
	return count
}

// firstRunes returns the first n runes of b, without white space at its ends.
func firstRunes(b []byte, n int) string {
	end := 0
	for ; n > 0 && end < len(b); n-- {
		_, size := utf8.DecodeRune(b[end:])
		end += size
	}
	return string(bytes.TrimSpace(b[:end]))
}

// bold returns the text of the first block that is no heading, when it is a
// paragraph and the whole of it or of its first line is bold.
func (w *writer) bold(root ast.Node) string {
	n := root.FirstChild()
	for n != nil && (n.Kind() == ast.KindHeading || n.Kind() == ast.KindHTMLBlock || n.Kind() == ast.KindLinkReferenceDefinition) {
		n = n.NextSibling()
	}
	if n == nil || n.Kind() != ast.KindParagraph {
		return ""
	}
	strong, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || strong.Level != 2 {
		return ""
	}
	switch next := strong.NextSibling().(type) {
	case nil:
	case *ast.Text:
		if !(next.SoftLineBreak() || next.HardLineBreak()) || len(bytes.TrimSpace(next.Segment.Value(w.src))) > 0 {
			return ""
		}
	default:
		return ""
	}
	return w.line(strong)
}

// summary returns the first paragraph that is long enough to be one, or else
// the first that has a letter; a wholly bold one is a title.
func (w *writer) summary(root ast.Node) string {
	first := ""
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindParagraph || isStrong(n) {
			continue
		}
		line := w.line(n)
		if w.p.Bold != "" && first == "" {
			line = strings.TrimSpace(strings.TrimPrefix(line, w.p.Bold))
		}
		if countWords([]byte(line)) >= summaryWords {
			return shorten(line, summaryRunes)
		}
		if first == "" && strings.ContainsFunc(line, unicode.IsLetter) {
			first = line
		}
	}
	return shorten(first, summaryRunes)
}

// isStrong reports whether a paragraph is one bold stretch.
func isStrong(n ast.Node) bool {
	strong, ok := n.FirstChild().(*ast.Emphasis)
	return ok && strong.Level == 2 && strong.NextSibling() == nil
}

// shorten cuts a line to at most limit runes: behind a sentence when that keeps
// a third, else behind a word, with an ellipsis.
func shorten(line string, limit int) string {
	if utf8.RuneCountInString(line) <= limit {
		return line
	}
	head := firstRunes([]byte(line), limit-1)
	for at := len(head) - 1; at > len(head)/3; at-- {
		if head[at] == ' ' && strings.IndexByte(".!?", head[at-1]) >= 0 && isSentenceEnd(head[:at]) {
			return head[:at]
		}
	}
	if at := strings.LastIndexByte(head, ' '); at > 0 && line[len(head)] != ' ' {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:-–—(") + "…"
}

// isSentenceEnd tells the end of a sentence from an abbreviation ("bv.", "nr.",
// "J."): the last word has four letters or more, or ends with ! or ?.
func isSentenceEnd(head string) bool {
	if head[len(head)-1] != '.' {
		return true
	}
	word := head[strings.LastIndexByte(head, ' ')+1:]
	return len(word) > 4 && strings.Count(word, ".") == 1
}
