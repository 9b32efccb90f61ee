package markdown

// The parsers of goldmark, chosen and put together once. goldmark's own HTML
// renderer is not used: its output needs inline styles and drops letters from
// ids, so the tree is written by this package (writer.go and its neighbours).

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var (
	plainParser = sync.OnceValue(func() parser.Parser { return newParser(false) })
	linkParser  = sync.OnceValue(func() parser.Parser { return newParser(true) })
	lineParser  = sync.OnceValue(newLineParser)
)

// parserFor returns the parser for src. Looking for bare links costs a third of
// the parsing, so it is done only where the text holds what each of them needs.
func parserFor(src []byte) parser.Parser {
	if mayHoldLinks(src) {
		return linkParser()
	}
	return plainParser()
}

// mayHoldLinks reports whether src holds "www.", "://" or "@", without which
// GFM (section 6.9) finds no bare link.
func mayHoldLinks(src []byte) bool {
	return bytes.IndexByte(src, '@') >= 0 ||
		bytes.Contains(src, []byte("://")) ||
		bytes.Contains(src, []byte("www."))
}

func newParser(linkify bool) parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	extensions := []goldmark.Extender{extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote}
	if linkify {
		extensions = append(extensions, extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})))
	}
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extensions...)).Parser()
}

// blockParsers are goldmark's, but for HTML: only a comment is a block of its
// own. So the Markdown between two raw tags is still Markdown.
func blockParsers() []util.PrioritizedValue {
	list := parser.DefaultBlockParsers()
	for i, v := range list {
		if v.Value == parser.NewHTMLBlockParser() {
			list[i].Value = commentParser{parser.NewHTMLBlockParser()}
			return list
		}
	}
	panic("markdown: goldmark no longer has its HTML block parser among the defaults")
}

// newLineParser parses a single line: emphasis, strikethrough and code.
func newLineParser() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Strikethrough)).Parser()
}

// commentParser opens an HTML block for a comment that stands on lines of its
// own; a comment with text behind it is left to the inline parser.
type commentParser struct{ parser.BlockParser }

func (c commentParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	start := bytes.TrimLeft(line, " ")
	if !bytes.HasPrefix(start, []byte("<!--")) {
		return nil, parser.NoChildren
	}
	if _, rest, closed := bytes.Cut(start[4:], []byte("-->")); closed && len(bytes.TrimSpace(rest)) > 0 {
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, pc)
}
