package markdown

// Code blocks, coloured by chroma. What must stay true: colouring never changes
// the text of a block, and costs nothing until the first block is met.

import (
	"embed"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/yuin/goldmark/ast"
)

// lexerFiles are chroma's own (MIT, see lexers/COPYING), only those that the
// texts of a site need: importing chroma's package of all of them costs 22 ms
// at every start.
//
//go:embed lexers/*.xml
var lexerFiles embed.FS

// Bounds of what is coloured: chroma gives up after some time on a slow
// pattern, and what a page shows may not depend on time.
const (
	blockCode = 8 << 10  // bytes a block
	textCode  = 64 << 10 // bytes a text
)

// lexer returns chroma's lexer for the name that stands behind the fence, or
// nil. Lexers are compiled at their first use.
func lexer(name string) chroma.Lexer {
	i := -1
	switch strings.ToLower(name) {
	case "bash", "sh", "shell":
		i = 0
	case "csv":
		i = 1
	case "diff", "patch":
		i = 2
	case "ini":
		i = 3
	case "javascript", "js":
		i = 4
	case "json":
		i = 5
	case "sql":
		i = 6
	case "toml":
		i = 7
	case "xml", "html", "svg":
		i = 8
	case "yaml", "yml":
		i = 9
	}
	if i < 0 {
		return nil
	}
	return lexers[i]()
}

var lexers = [...]func() chroma.Lexer{
	lexerOf("bash"), lexerOf("csv"), lexerOf("diff"), lexerOf("ini"), lexerOf("javascript"),
	lexerOf("json"), lexerOf("sql"), lexerOf("toml"), lexerOf("xml"), lexerOf("yaml"),
}

func lexerOf(file string) func() chroma.Lexer {
	return sync.OnceValue(func() chroma.Lexer {
		return chroma.Coalesce(chroma.MustNewXMLLexer(lexerFiles, "lexers/"+file+".xml"))
	})
}

func (w *writer) codeBlock(n ast.Node, language string) {
	text := string(n.Lines().Value(w.src))
	w.out.add(`<pre tabindex="0"><code`)
	if language = languageClass(language); language != "" {
		w.out.add(` class="language-`, language, `"`)
	}
	w.out.add(">")
	if !w.coloured(text, language) {
		w.out.escape(text)
	}
	w.out.add("</code></pre>\n")
}

// languageClass returns the name behind a fence when it can be a class.
func languageClass(name string) string {
	if len(name) > 30 {
		return ""
	}
	for i := 0; i < len(name); i++ {
		if c := name[i]; !isWordByte(c) && c != '-' && c != '_' && c != '+' && c != '#' {
			return ""
		}
	}
	return strings.ToLower(name)
}

// coloured writes code with a class for each kind of token, and reports
// whether it did.
func (w *writer) coloured(text, language string) bool {
	lexer := lexer(language)
	if lexer == nil || len(text) > blockCode || w.code+len(text) > textCode {
		return false
	}
	w.code += len(text)
	tokens, err := chroma.Tokenise(lexer, nil, text)
	if err != nil || joined(tokens) != text {
		return false
	}
	for _, t := range tokens {
		class := tokenClass(t.Type)
		if class == "" || strings.TrimSpace(t.Value) == "" {
			w.out.escape(t.Value)
			continue
		}
		w.out.add(`<span class="`, class, `">`)
		w.out.escape(t.Value)
		w.out.add("</span>")
	}
	return true
}

func joined(tokens []chroma.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.Value)
	}
	return b.String()
}

// tokenClass is the class of a kind of token: chroma's own short names, but
// only one for each colour of ChromaCSS.
func tokenClass(t chroma.TokenType) string {
	switch {
	case t.InCategory(chroma.Comment):
		return "c"
	case t.InCategory(chroma.Keyword):
		return "k"
	case t.InSubCategory(chroma.LiteralNumber), t.InSubCategory(chroma.LiteralDate):
		return "m"
	case t.InCategory(chroma.Literal):
		return "s"
	case t == chroma.NameTag, t == chroma.NameAttribute, t == chroma.NameProperty:
		return "n"
	case t == chroma.GenericInserted:
		return "gi"
	case t == chroma.GenericDeleted:
		return "gd"
	}
	return ""
}
