package page

// The frame: what every page has around its own content, whatever its type.

import (
	"html/template"
	"slices"
	"strings"

	"glashelder/internal/markdown"
	"glashelder/internal/model"
)

// Frame is the common part of every view.
type Frame struct {
	Lang, Dir    string // of the page: "nl", "ltr"
	Section      string // which part of the menu the page belongs to: a kind, "home", "money", "timeline" …
	Title        string // the h1
	SiteTitle    string
	Description  string // for search engines; plain text
	Canonical    string // absolute address
	Alternates   []Alternate
	NoIndex      bool
	Script       string // one more script, "toelagen" for assets/js/toelagen.js; "" for most pages
	Home         string // address of the home page in this site
	Crumbs       []Link // from home to the page above this one
	KindLabel    string // "Verslag"; empty on lists
	Date         Date
	Werven       []Badge
	Example      bool // invented for demonstration
	Draft        bool
	Superseded   []Link // what came in the place of this document
	Corrections  []Correction
	Conflicts    []Conflict
	Languages    []Link   // the same page in other languages
	Untranslated []string // names of the site's languages that this page lacks; only where it has some
	Found        Found    // of the document that the page is; none on lists
	Opening      Found    // of the text of a folder's page that stands above a list
}

// Base makes Frame serve as the common part of a View.
func (f *Frame) Base() *Frame { return f }

// Alternate is the same page in another language.
type Alternate struct{ Lang, URL string }

// Link is an address and its words.
type Link struct {
	Text, URL string
	Lang      string // of what it leads to, where it differs
	Current   bool   // it leads to this page or the section it belongs to
	Note      string // a few words behind it
}

// Date is a date in words and for machines; both empty where there is none.
type Date struct{ Text, ISO string }

// Badge is a werf in short.
type Badge struct {
	Number int
	Title  string
	URL    string
}

// Correction is what was wrong and is now right.
type Correction struct {
	Date Date
	Text template.HTML
}

// Conflict is a disagreement between sources.
type Conflict struct {
	Text    template.HTML
	Sources []string
}

// frame makes the frame of a page that is no document: a list, an overview.
// above are the pages between home and this one.
func (v voice) frame(url, section, title, description string, above ...Link) Frame {
	home := Link{Text: v.t("nav.home"), URL: v.site.Href("/")}
	f := Frame{
		Lang: v.lang.Code(), Dir: "ltr", Section: section, Title: title, SiteTitle: v.site.Config.Title,
		Description: cut(or(description, v.site.Config.Description), 160), Home: home.URL,
		Canonical: v.site.Config.BaseURL + strings.TrimPrefix(url, "/"),
	}
	if url != "/" {
		f.Crumbs = append([]Link{home}, above...)
	}
	return f
}

// frameOf makes the frame of a document's page.
func (v voice) frameOf(doc model.Document) Frame {
	b := doc.Common()
	f := v.frame(b.URL, b.Kind, b.Title, b.Summary)
	if b.Kind != "page" {
		f.Crumbs = append(f.Crumbs, v.sectionLink(b.Kind))
		f.KindLabel = v.kindName(b.Kind, "singular")
	} else {
		f.Crumbs = append(f.Crumbs, v.foldersAbove(b)...)
	}
	f.Date = v.date(b.Date)
	f.Werven = v.badges(b.Werven)
	f.Example, f.Draft = b.Example, b.Draft
	for _, c := range b.Corrections {
		f.Corrections = append(f.Corrections, Correction{v.date(c.Date), inline(c.Text)})
	}
	for _, c := range b.Conflicts {
		f.Conflicts = append(f.Conflicts, Conflict{inline(c.Text), c.Sources})
	}
	f.Found = v.found(doc)
	v.languagesOf(&f, doc)
	return f
}

// languagesOf links the translations of a document to one another, and names
// the languages that are missing.
func (v voice) languagesOf(f *Frame, doc model.Document) {
	original := doc
	if o := doc.Common().Original; o != nil {
		original = o
	}
	all := append([]model.Document{original}, original.Common().Translations...)
	if len(all) == 1 {
		return
	}
	have := make([]string, len(all))
	for i, d := range all {
		b := d.Common()
		have[i] = b.Lang
		f.Alternates = append(f.Alternates, Alternate{b.Lang, v.site.Config.BaseURL + strings.TrimPrefix(b.URL, "/")})
		f.Languages = append(f.Languages, Link{Text: languageName(b.Lang), URL: v.site.Href(b.URL), Lang: b.Lang, Current: d == doc})
	}
	for _, lang := range v.site.Config.Languages {
		if !slices.Contains(have, lang) {
			f.Untranslated = append(f.Untranslated, v.languageWord(lang))
		}
	}
}

// foldersAbove links the folders' own pages that stand above a free page.
func (v voice) foldersAbove(b *model.Base) []Link {
	var out []Link
	at := "/"
	for part := range strings.SplitSeq(strings.Trim(b.URL, "/"), "/") {
		if at += part + "/"; at == b.URL {
			break
		}
		if p, ok := v.site.Indexes[at]; ok {
			out = append(out, Link{Text: p.Title, URL: v.site.Href(at)})
		}
	}
	return out
}

// inline is one line of text with emphasis as safe HTML.
func inline(text string) template.HTML { return template.HTML(markdown.Inline(text)) }

// block is a short text of some paragraphs as safe HTML.
func block(text string) template.HTML {
	if text == "" {
		return ""
	}
	return template.HTML(markdown.Block(text))
}

func or(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}

// cut shortens text to at most n runes, at a space, with an ellipsis.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	short := string(runes[:n-1])
	if i := strings.LastIndexByte(short, ' '); i > n/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:.") + "…"
}
