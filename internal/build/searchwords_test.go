package build

// Every word that a reader sees on the page of a document finds that page; or
// the document that the row leads to in which the word stands, as a list says
// of other documents what these say themselves. What does not count: words of
// the interface, what is said of the page instead of its document, and figures
// that are worked out (sums, shares, counts, sizes of files), which nobody wrote.

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"glashelder/internal/model"
	"glashelder/internal/search"
)

// unsearched are the parts of a page that say something of the page, or again
// what stands below, by class.
var unsearched = []string{"kruimels", "geschiedenis", "inhoudstafel", "bladeren", "keuzes", "downloads", "voorlezen"}

// shownWord is a word on a page, as it is written, and where its row leads.
type shownWord struct {
	text  string
	row   *[]string // addresses; nil outside rows and in prose
	prose bool      // it stands in the text of the document
}

// element is one that is open.
type element struct {
	tag        string
	row        *[]string
	prose, out bool
}

// shownWords lists the words in the <main> of a page.
func shownWords(t *testing.T, page []byte) []shownWord {
	t.Helper()
	_, main, ok := bytes.Cut(page, []byte("<main"))
	main, _, closed := bytes.Cut(main, []byte("</main>"))
	if !ok || !closed {
		t.Fatal("a page without <main>")
	}
	text := string(main)
	open := []element{{tag: "main"}}
	_, text, _ = strings.Cut(text, ">")
	var out []shownWord
	var line strings.Builder
	flush := func() {
		at := open[len(open)-1]
		for _, word := range strings.Fields(html.UnescapeString(line.String())) {
			if !at.out && strings.ContainsFunc(word, unicode.IsLetter) {
				out = append(out, shownWord{strings.TrimFunc(word, unicode.IsPunct), at.row, at.prose})
			}
		}
		line.Reset()
	}
	for text != "" {
		before, rest, more := strings.Cut(text, "<")
		line.WriteString(before)
		if !more {
			break
		}
		tag, after, _ := strings.Cut(rest, ">")
		text = after
		switch tag {
		case "em", "/em", "strong", "/strong", "code", "/code", "del", "/del":
			continue
		}
		flush()
		open = step(open, tag)
	}
	flush()
	return out
}

// step follows one tag.
func step(open []element, tag string) []element {
	if strings.HasPrefix(tag, "/") {
		for i := len(open) - 1; i > 0; i-- {
			if open[i].tag == tag[1:] {
				return open[:i]
			}
		}
		return open
	}
	name, attributes, _ := strings.Cut(strings.TrimSuffix(tag, "/"), " ")
	at := open[len(open)-1]
	at.tag = name
	if class := attribute(attributes, "class"); class != "" {
		for _, c := range strings.Fields(class) {
			at.out = at.out || slices.Contains(unsearched, c)
			at.prose = at.prose || c == "proza"
		}
	}
	at.out = at.out || name == "svg" || name == "figure" || name == "template" || name == "script"
	if at.prose {
		at.row = nil
	} else if name == "li" || name == "tr" || name == "dd" {
		at.row = &[]string{}
	}
	if href := attribute(attributes, "href"); href != "" && at.row != nil {
		*at.row = append(*at.row, href)
	}
	switch name {
	case "br", "img", "wbr", "input", "hr", "path", "rect", "col", "link":
		return open
	}
	return append(open, at)
}

// attribute reads an attribute; minified HTML may leave quotes out.
func attribute(attributes, name string) string {
	at := strings.Index(" "+attributes, " "+name+"=")
	if at < 0 {
		return ""
	}
	value := attributes[at+len(name)+1:]
	if strings.HasPrefix(value, `"`) {
		value, _, _ = strings.Cut(value[1:], `"`)
	} else {
		value, _, _ = strings.Cut(value, " ")
	}
	return html.UnescapeString(value)
}

// interfaceWords are the words and values of the locale tables.
func interfaceWords(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, code := range []string{"nl", "fr", "en"} {
		file, err := parser.ParseFile(token.NewFileSet(), "../locale/"+code+".go", nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			kv, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			if field, ok := kv.Key.(*ast.Ident); ok && (field.Name == "words" || field.Name == "values" || field.Name == "calendar") {
				literals(kv.Value, out)
			}
			return false
		})

	}
	return out
}

// literals adds the words of all texts in an expression, but for keys.
func literals(in ast.Expr, to map[string]bool) {
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			literals(n.Value, to)
			return false
		case *ast.BasicLit:
			if said, err := strconv.Unquote(n.Value); err == nil {
				for word := range strings.FieldsSeq(said) {
					to[search.Fold(word)] = true
				}
			}
		}
		return true
	})
}

// finder looks up words in an index.
type finder struct {
	*search.Searcher
	pages map[string][]int // documents by the address of their page
	known map[string][]int // results by word
	t     *testing.T
}

func newFinder(t *testing.T, b *Built) *finder {
	t.Helper()
	files, err := b.index()
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]byte{}
	for _, f := range files {
		byName[f.Name] = f.Data
	}
	s, err := search.Open(func(name string) ([]byte, error) { return byName[name], nil })
	if err != nil {
		t.Fatal(err)
	}
	f := &finder{s, map[string][]int{}, map[string][]int{}, t}
	for d := range s.Manifest.Documents {
		card, err := s.Card(d)
		if err != nil {
			t.Fatal(err)
		}
		page, _, _ := strings.Cut(card.Address, "#")
		f.pages[page] = append(f.pages[page], d)
	}
	return f
}

// leads tells whether a word finds the page at an address or an item of it.
func (f *finder) leads(word, page string) bool {
	found, ok := f.known[word]
	if !ok {
		results, err := f.Search(`"`+word+`"`, search.ByScore) // a phrase: without guesses
		if err != nil {
			f.t.Fatal(err)
		}
		found = results.Documents
		slices.Sort(found)
		f.known[word] = found
	}
	for _, d := range f.pages[page] {
		if _, ok := slices.BinarySearch(found, d); ok {
			return true
		}
	}
	return false
}

// shows tells whether a word finds the page that it stands on, or one that its
// row leads to.
func (f *finder) shows(w shownWord, page string) (here, there bool) {
	if f.leads(w.text, page) {
		return true, false
	}
	if w.row != nil {
		for _, href := range *w.row {
			to, _, _ := strings.Cut(href, "#")
			there = there || f.leads(w.text, to)
		}
	}
	return false, there
}

func TestEveryWordIsFound(t *testing.T) {
	var b Builder
	built, _, err := b.Prove(context.Background(), Options{Dir: demo, Now: day})
	if err != nil {
		t.Fatal(err)
	}
	f, interfaces := newFinder(t, built), interfaceWords(t)
	for _, word := range []string{"b", "kb", "mb", "1er"} { // of sizes and days
		interfaces[word] = true
	}
	total, byRow := 0, 0
	for _, doc := range built.Site.Versions() {
		missing := map[string]bool{}
		page, ok, err := built.Page(doc.Common().URL)
		if err != nil || !ok {
			continue
		}
		for _, w := range shownWords(t, page) {
			if interfaces[search.Fold(w.text)] && !w.prose || doc.Common().Index && !w.prose {
				continue // around the text of a folder's page stand lists
			}
			total++
			here, there := f.shows(w, built.Site.Href(doc.Common().URL))
			if there {
				byRow++
			}
			if !here && !there {
				missing[w.text] = true
			}
		}
		report(t, doc, missing)
	}
	t.Logf("%d words; %d of them find only the document that their row leads to", total, byRow)
	if total < 10_000 {
		t.Error("hardly any words were looked at")
	}
}

func report(t *testing.T, doc model.Document, missing map[string]bool) {
	t.Helper()
	if len(missing) > 0 {
		t.Errorf("%s: not found: %s", doc.Common().URL, strings.Join(slices.Sorted(maps.Keys(missing)), " "))
	}
}
