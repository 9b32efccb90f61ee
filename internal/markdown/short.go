package markdown

// Short texts in front matter: titles and summaries, with a little markup.

import (
	"strings"

	"github.com/yuin/goldmark/text"
)

// lineBytes bounds what Inline parses; more is no line.
const lineBytes = 4 << 10

// Inline returns one line of text as HTML: emphasis, strikethrough and code
// only, everything else as text. Line ends become blanks.
func Inline(s string) string {
	out := takeBuffer()
	defer out.release()
	if !strings.ContainsAny(s, "*_`~\\&\n\r") || len(s) > lineBytes {
		out.escape(strings.TrimSpace(s))
		return string(out.b)
	}
	w := lineWriter(s)
	defer w.release()
	return strings.TrimSuffix(strings.TrimPrefix(string(w.out.b), "<p>"), "</p>\n")
}

// InlineText returns the plain text of one line that Inline understands.
func InlineText(s string) string {
	if !strings.ContainsAny(s, "*_`~\\&\n\r") || len(s) > lineBytes {
		return strings.TrimSpace(s)
	}
	src := oneLineSource(s)
	return plainLine(lineParser().Parse(text.NewReader(src)), src)
}

func lineWriter(s string) *writer {
	src := oneLineSource(s)
	w := newWriter("", src, 1, Options{flat: true})
	w.blocks(lineParser().Parse(text.NewReader(src)))
	return w
}

func oneLineSource(s string) []byte {
	return clean([]byte(strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "\uFFFD")))
}

// Block returns a short text of some paragraphs as HTML. Headings become bold
// paragraphs, images their alternative text; links lead to http, https, mailto
// and tel addresses only. A text that Parse refuses is shown as written.
func Block(s string) string {
	p, list := Parse("", []byte(s), 1, Options{flat: true})
	if len(p.Pieces) == 0 && len(list) > 0 {
		out := takeBuffer()
		defer out.release()
		out.add("<p>")
		out.escape(strings.ToValidUTF8(s, "\uFFFD"))
		out.add("</p>\n")
		return string(out.b)
	}
	return p.HTML(func(r Ref) Target {
		name := scheme(r.Dest)
		return Target{URL: r.Dest, External: name == "http" || name == "https"}
	})
}
