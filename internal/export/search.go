package export

// What can be found: the documents of the search index. Everything that a
// person may look for is one: documents of all kinds and their translations,
// rows and entries of data files, and the items of documents that have an
// address of their own.
//
// What must stay true: every word that a page shows of its own document finds
// that page; a draft is never found; an insight is never found by the
// organisations that were at the table.

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"glashelder/internal/locale"
	"glashelder/internal/markdown"
	"glashelder/internal/model"
	"glashelder/internal/search"
)

// SearchFolder is where the search index stands in the output.
const SearchFolder = "zoek/"

// manual is the folder of the pages about writing for the site. Readers come for
// what the site tells.
const manual = "/handleiding/"

// SearchFacets are the facets of the search documents, in the order of the page.
// Their names and keys are the same on every site; their labels speak its language.
var SearchFacets = []string{"soort", "werf", "jaar", "organisatie", "wijk", "thema", "status", "taal"}

// searchKinds are the keys of facet "soort", by kind.
var searchKinds = map[string]string{
	"werf": "werf", "minutes": "verslag", "decision": "beslissing", "allocation": "toelage", "organisation": "organisatie",
	"event": "activiteit", "question": "vraag", "forum": "overleg", "publication": "publicatie", "page": "pagina", "budget": "budget",
	"theme": "thema", "district": "wijk", "target_group": "doelgroep", "scheme": "regeling", "size": "grootte",
	"agenda_item": "agendapunt", "insight": "inzicht", "action": "opvolgpunt", "manual": "handleiding",
}

// cardRunes is how long the text on a card may be.
const cardRunes = 120

// Overview is a page that no document is, and what it says itself.
type Overview struct {
	URL, Lang, Title, Intro string
	Texts                   []string // what it explains
	Reference               bool     // it explains the site itself
}

// SearchDocuments lists what can be found on a site, in the order of its
// documents, then the overviews. No two have the same ID, which is the address on
// the site with the site's prefix.
func SearchDocuments(s *model.Site, overviews []Overview) iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		seen := map[string]bool{}
		give := func(d search.Document) bool {
			if seen[d.ID] {
				return true // a mistake that the check has named
			}
			seen[d.ID] = true
			return yield(d)
		}
		for _, doc := range s.Versions() {
			if doc.Common().Draft {
				continue
			}
			if !give(searchDocument(s, doc)) || !searchItems(s, doc, give) {
				return
			}
		}
		for _, o := range overviews {
			if !give(overviewDocument(s, o)) {
				return
			}
		}
	}
}

func overviewDocument(s *model.Site, o Overview) search.Document {
	f := newFound(s, &model.Base{Lang: o.Lang}, pageKind(o.URL), o.URL)
	f.Title, f.Summary = o.Title, o.Intro
	f.Aside = o.Reference
	f.say(o.Texts...)
	return f.done(o.Intro)
}

// pageKind is the kind of a page at an address: of the manual, or of the site.
func pageKind(url string) string {
	if strings.HasPrefix(url, manual) {
		return "manual"
	}
	return "page"
}

// found is a search document in the making.
type found struct {
	search.Document
	site  *model.Site
	lang  *locale.Language // of the document
	text  []string         // what becomes Text
	state []string         // labels that stand first: how it is with it, and when
	sum   string           // label right before the amount, which says what that is
}

// newFound begins a search document about b or a part of it.
func newFound(s *model.Site, b *model.Base, kind, url string) *found {
	lang := s.Config.In(b.Lang)
	if lang == nil {
		lang = s.Lang
	}
	f := &found{site: s, lang: lang}
	f.ID, f.Language, f.Kind = s.Href(url), b.Lang, searchKinds[kind]
	if f.Kind == "" {
		f.Kind = kind
	}
	f.facet("soort", f.Kind, upper(s.Lang.Word("kind."+kind+".singular")))
	f.facet("taal", b.Lang, upper(languageWord(s.Lang, b.Lang)))
	return f
}

// searchDocument is what can be found of one document.
func searchDocument(s *model.Site, doc model.Document) search.Document {
	b := doc.Common()
	kind := b.Kind
	if b.Index || kind == "page" {
		kind = pageKind(original(doc).Common().URL)
	}
	f := newFound(s, b, kind, b.URL)
	f.Title, f.Summary = b.Title, b.Summary
	f.when(b.Date)
	if kind == "page" || kind == "manual" {
		f.undated()
	} else { // nobody looks for a page as such
		f.called(kind)
	}
	f.Aside = kind == "manual"
	before := len(f.text)
	f.prose(b.Prose)
	opening := strings.Join(f.text[before:min(len(f.text), before+1)], "")
	f.common(b)
	f.ofKind(doc)
	f.example(b.Example)
	return f.done(b.Summary, opening)
}

// done gives the document; the first of leads that says something is on its card.
func (f *found) done(leads ...string) search.Document {
	f.Text = strings.Join(f.text, "\n")
	f.Labels = slices.Concat(f.state, f.Labels)
	if f.sum != "" {
		f.Labels = append(f.Labels, f.sum)
	}
	for _, lead := range append(leads, f.Card) {
		if lead = strings.Join(strings.Fields(lead), " "); lead != "" {
			f.Card = cut(markdown.InlineText(lead), cardRunes)
			break
		}
	}
	return f.Document
}

// prose takes the text of a document: its headings, and what stands between them.
func (f *found) prose(p *markdown.Prose) {
	if p == nil {
		return
	}
	at := 0
	for i, h := range p.Headings {
		f.say(p.Shown(at, h.Piece))
		if at = h.Body; i != p.TitleHeading {
			f.Headings = append(f.Headings, h.Text)
		}
	}
	f.say(p.Shown(at, len(p.Pieces)))
}

// say adds words that the page shows.
func (f *found) say(texts ...string) {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			f.text = append(f.text, text)
		}
	}
}

// dates, amounts and numbers are found as they are written on the page.
func (f *found) dates(list ...locale.Date) {
	for _, d := range list {
		if !d.IsZero() {
			f.say(f.lang.Date(d))
		}
	}
}

func (f *found) amount(has bool, m locale.Money) {
	if has {
		f.say(f.lang.Money(m))
	}
}

func (f *found) number(n int) {
	if n != 0 {
		f.say(f.lang.Number(int64(n)))
	}
}

// name adds names of organisations, bodies and places.
func (f *found) name(names ...string) {
	for _, n := range names {
		if n != "" && !slices.Contains(f.Names, n) {
			f.Names = append(f.Names, n)
		}
	}
}

func (f *found) facet(name, key, label string) {
	if key != "" {
		f.Facets = append(f.Facets, search.FacetOf{Facet: name, Key: key, Label: label})
	}
}

// when gives the document its date and year.
func (f *found) when(d locale.Date) {
	f.Date = firstDay(d)
	if f.Date != "" {
		f.facet("jaar", f.Date[:4], "")
	}
	f.dates(d)
}

// undated takes date and year away again, of what lasts: the date of its file
// says nothing that readers look for.
func (f *found) undated() {
	f.Date = ""
	f.year(0)
}

// year puts another year in the place of that of the date; 0 for none.
func (f *found) year(y int) {
	f.Facets = slices.DeleteFunc(f.Facets, func(v search.FacetOf) bool { return v.Facet == "jaar" })
	if y > 0 {
		f.facet("jaar", strconv.Itoa(y), "")
	}
}

// called says what documents of a kind are called. One grant among many is found
// by that as by a name; the rules of grants are called all that grants are, for who
// asks for a grant asks for those first.
func (f *found) called(kind string) {
	own := func(kind string) string { return f.lang.Word("kind." + kind + ".singular") }
	switch kind {
	case "allocation":
	case "scheme":
		f.Called = strings.Join(slices.Concat([]string{own(kind), own("allocation")}, f.lang.Also("kind.allocation"), f.lang.Also("kind.scheme")), " ")
	default:
		f.Called = own(kind)
	}
	f.kindNames(kind)
}

// kindNames finds a document by the names of its kind.
func (f *found) kindNames(kind string) {
	id := "kind." + kind
	f.words(id, func(l *locale.Language) string { return l.Word(id + ".singular") })
}

// words finds a document by a word of the tables in every language of the site,
// and by what people say instead.
func (f *found) words(also string, word func(*locale.Language) string) {
	all := []*locale.Language{f.lang}
	for _, code := range f.site.Config.Languages {
		if l := locale.Get(code); l != nil && code != f.lang.Code() {
			all = append(all, l)
		}
	}
	for _, l := range all {
		if own := word(l); own != f.Called {
			f.name(own)
		}
		f.name(l.Also(also)...)
	}
}

// status is how it is with a document: a facet, whose key is the Dutch word on
// every site; a label, in the language of the document; and words to find it by.
func (f *found) status(english string) {
	if english != "" {
		f.stands("status."+english, func(l *locale.Language) string { return l.Value("status", english) })
		if slices.Contains(exceptions, english) {
			f.Called = strings.TrimSpace(f.lang.Value("status", english) + " " + f.Called)
		}
	}
}

// exceptions are statuses that set a document apart from most of its kind, so that
// it is called by them: "afgelast activiteit".
var exceptions = []string{"refused", "recovered", "rejected", "withdrawn", "cancelled", "dropped", "no_solution"}

// late is a status beside another, of what should have been done by now.
func (f *found) late(is bool) {
	if is {
		f.stands("status.late", func(l *locale.Language) string { return l.Word("action.overdue") })
	}
}

func (f *found) stands(also string, word func(*locale.Language) string) {
	f.facet("status", locale.Slug(word(locale.Get("nl"))), upper(word(f.site.Lang)))
	f.state = append(f.state, word(f.lang))
	f.words(also, word)
}

// due is the day by which something was promised.
func (f *found) due(d locale.Date) {
	if !d.IsZero() {
		f.state = append(f.state, f.lang.Word("search.card.due", f.lang.Date(d)))
	}
}

// example marks what was invented for demonstration.
func (f *found) example(is bool) {
	if is {
		f.Labels = append(f.Labels, f.lang.Word("mark.example"))
	}
}

// firstDay is the date on which d starts, "2021-05-03", "2021-05" or "2021"; of
// a period without a known start, its last; "" where there is none. A season
// counts as its year.
func firstDay(d locale.Date) string {
	if d.IsZero() {
		return ""
	}
	first, last, _ := strings.Cut(d.String(), "/")
	if len(strings.Trim(first, ".")) == 0 {
		first = last
	}
	first = strings.TrimRight(first, "~?%")
	switch {
	case len(first) < 4:
		return ""
	case strings.Contains(first[:4], "X"):
		return strconv.Itoa(d.Year())
	case len(first) >= 7 && (first[5] == 'X' || first[5:7] > "12"):
		return first[:4]
	case strings.HasSuffix(first, "-XX"):
		return first[:7]
	}
	return first
}

// languageWord is the name of a language in another.
func languageWord(in *locale.Language, code string) string {
	if in.Has("language." + code) {
		return in.Word("language." + code)
	}
	return code
}

// upper gives a word a capital.
func upper(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(word[:size]) + word[size:]
}

// cut shortens text to at most n runes, at a space, with an ellipsis.
func cut(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	short := string([]rune(text)[:n-1])
	if i := strings.LastIndexByte(short, ' '); i > n/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:.") + "…"
}
