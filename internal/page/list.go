package page

// Lists of the kinds: all documents of a kind at /verslagen/, those of a year
// at /verslagen/jaar/2021/, those of a werf at /verslagen/werf/1/. A kind that
// has lists of a type of its own gets none here (see All).

import (
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"glashelder/internal/model"
)

// ListView is one page of a list of documents of one kind.
type ListView struct {
	Frame
	About    About // of the folder's own page
	HasAbout bool
	Body     template.HTML // the folder's own text, on the first page
	Count    string        // "12 verslagen"
	Choices  []Choice
	Lines    []Line
	Pager    Pager
}

// Choice is a row of links of which one may be the present page: years, werven.
type Choice struct {
	Label  string
	Links  []Link // the note is how many there are
	Folded bool   // behind its label, as its links are long
	Open   bool   // though folded: it holds the present page
}

// shelf is what the lists of one kind in one language share, counted once.
type shelf struct {
	voice
	kind   string
	base   string // address of the whole list
	index  model.Document
	all    []model.Document
	years  []int // newest first
	byYear map[int][]model.Document
	werven []*model.Werf // by number
	byWerf map[*model.Werf][]model.Document
}

// kindLists makes the lists of every kind that has documents or a folder's page.
func kindLists(s *model.Site) []Page {
	var out []Page
	for _, k := range model.Kinds {
		at := "/" + s.Config.Sections[k.Name] + "/"
		index, written := s.Indexes[at]
		if at == "//" || len(s.Of(k.Name)) == 0 && !written {
			continue
		}
		sh := newShelf(newVoice(s, s.Config.Language), k.Name)
		out = append(out, sh.pages()...)
		if !written {
			continue
		}
		sh.index = index
		for _, t := range index.Translations {
			other := *sh
			other.voice, other.base, other.index = newVoice(s, t.Common().Lang), t.Common().URL, t
			out = append(out, other.pages()...)
		}
	}
	return out
}

// undated are the kinds whose date says nothing that readers look for.
var undated = []string{"werf", "organisation", "forum"}

// newShelf sorts the documents of a kind by year and by werf.
func newShelf(v voice, kind string) *shelf {
	sh := &shelf{
		voice: v, kind: kind, base: v.sectionURL(kind), all: v.site.Of(kind),
		byYear: map[int][]model.Document{}, byWerf: map[*model.Werf][]model.Document{},
	}
	if p, ok := v.site.Indexes[sh.base]; ok {
		sh.index = p
	}
	for _, doc := range sh.all {
		b := doc.Common()
		if !b.Date.IsZero() && !slices.Contains(undated, kind) {
			year := b.Date.Year()
			sh.byYear[year] = append(sh.byYear[year], doc)
		}
		for _, r := range b.Werven {
			if r.OK() {
				sh.byWerf[r.To()] = append(sh.byWerf[r.To()], doc)
			}
		}
	}
	for year := range sh.byYear {
		sh.years = append(sh.years, year)
	}
	slices.Sort(sh.years)
	slices.Reverse(sh.years)
	for _, w := range v.site.Werven {
		if len(sh.byWerf[w]) > 0 {
			sh.werven = append(sh.werven, w)
		}
	}
	return sh
}

// pages makes the whole list and the lists by year, by werf and by folder. All
// are part of the whole list: they give way with it.
func (sh *shelf) pages() []Page {
	out := sh.list(sh.base, "", sh.index, sh.all)
	rest := sh.folders()
	for _, year := range sh.years {
		rest = append(rest, sh.list(sh.yearURL(year), sh.yearTitle(year), sh.yearIndex(year), sh.byYear[year])...)
	}
	for _, w := range sh.werven {
		rest = append(rest, sh.list(sh.werfURL(w), sh.werfTitle(w), nil, sh.byWerf[w])...)
	}
	for i := range rest {
		rest[i].Part = sh.base
	}
	return append(out, rest...)
}

// list makes the pages of one list. title is what it is called below the whole
// list; "" for the whole list itself.
func (sh *shelf) list(base, title string, index model.Document, docs []model.Document) []Page {
	return listPages(sh.voice, "list", base, docs, func(v voice, part []model.Document, p Pager) View {
		section := Link{Text: sh.title(), URL: v.site.Href(sh.base)}
		view := &ListView{Count: v.kindCount(sh.kind, len(docs)), Choices: sh.choices(base), Lines: linesOf(v, part), Pager: p}
		for i := range view.Lines {
			view.Lines[i].KindLabel = "" // the page says it
		}
		if title == "" {
			view.Frame = v.listFrame(p, sh.kind, section.Text, summaryOf(index))
		} else {
			view.Frame = v.listFrame(p, sh.kind, title, summaryOf(index), section)
		}
		if index != nil && p.Number == 1 {
			view.Body = v.indexText(&view.Frame, index)
			view.About, view.HasAbout = v.about(index), true
			view.Frame.take(v.frameOf(index))
		}
		return view
	})
}

// take copies the notices and languages of a folder's page.
func (f *Frame) take(of Frame) {
	f.Example, f.Draft, f.Corrections, f.Conflicts = of.Example, of.Draft, of.Corrections, of.Conflicts
	f.Languages, f.Alternates, f.Untranslated = of.Languages, of.Alternates, of.Untranslated
}

// folders makes the lists of the folders below the kind's own that have a page
// and are no year: /verslagen/projectgroep/.
func (sh *shelf) folders() []Page {
	var out []Page
	for _, at := range indexesBelow(sh.site, sh.voice.sectionURL(sh.kind)) {
		index := model.Document(sh.site.Indexes[at])
		if _, isYear := sh.yearOf(at); isYear {
			continue
		}
		folder := path.Dir(index.Common().Pos.File) + "/"
		var docs []model.Document
		for _, doc := range sh.all {
			if strings.HasPrefix(doc.Common().Pos.File, folder) {
				docs = append(docs, doc)
			}
		}
		in := inLanguage(index, sh.lang.Code())
		if in.Common().Lang != sh.lang.Code() {
			continue
		}
		out = append(out, sh.list(in.Common().URL, in.Common().Title, in, docs)...)
	}
	return out
}

// choices are the rows of years and werven, each with what it holds.
func (sh *shelf) choices(current string) []Choice {
	var out []Choice
	link := func(text, at string, n int) Link {
		return Link{Text: text, URL: sh.site.Href(at), Note: sh.lang.Number(int64(n)), Current: at == current}
	}
	if len(sh.years) > 1 {
		years := Choice{Label: sh.t("list.by_year"), Links: []Link{link(sh.t("list.all"), sh.base, len(sh.all))}}
		for _, year := range sh.years {
			years.Links = append(years.Links, link(strconv.Itoa(year), sh.yearURL(year), len(sh.byYear[year])))
		}
		out = append(out, years)
	}
	if len(sh.werven) > 0 && sh.kind != "werf" {
		werven := Choice{Label: sh.t("list.by_werf"), Folded: true}
		for _, w := range sh.werven {
			l := link(sh.werfName(w), sh.werfURL(w), len(sh.byWerf[w]))
			werven.Links, werven.Open = append(werven.Links, l), werven.Open || l.Current
		}
		out = append(out, werven)
	}
	return out
}

// title is what the whole list is called.
func (sh *shelf) title() string { return sh.sectionTitle(sh.kind) }

func (sh *shelf) yearTitle(year int) string {
	if index := sh.yearIndex(year); index != nil && index.Common().TitleWritten {
		return index.Common().Title
	}
	return sh.t("list.of_year", sh.title(), strconv.Itoa(year))
}

func (sh *shelf) werfTitle(w *model.Werf) string {
	if w.Number == 0 {
		return sh.t("list.of_werf", sh.title(), sh.to(w).Title)
	}
	return sh.t("list.of_werf", sh.title(), strconv.Itoa(w.Number)) + ": " + sh.to(w).Title
}

// werfName is a werf by its number and title: "1 Basiswerk".
func (sh *shelf) werfName(w *model.Werf) string {
	if w.Number == 0 {
		return sh.to(w).Title
	}
	return strconv.Itoa(w.Number) + " " + sh.to(w).Title
}

func (sh *shelf) werfURL(w *model.Werf) string {
	if w.Number == 0 {
		return sh.base + "werf/" + w.ID + "/"
	}
	return sh.base + "werf/" + strconv.Itoa(w.Number) + "/"
}

// yearURL is the address of the list of a year: that of the year's own folder
// where it has a page.
func (sh *shelf) yearURL(year int) string {
	if index := sh.yearIndex(year); index != nil {
		return index.Common().URL
	}
	return sh.base + "jaar/" + strconv.Itoa(year) + "/"
}

// yearIndex is the page of a year's folder, content/verslagen/2021/_index.md,
// in the language of the list; nil where there is none.
func (sh *shelf) yearIndex(year int) model.Document {
	index, ok := sh.site.Indexes[sh.sectionURL(sh.kind)+strconv.Itoa(year)+"/"]
	if !ok {
		return nil
	}
	if in := inLanguage(index, sh.lang.Code()); in.Common().Lang == sh.lang.Code() {
		return in
	}
	return nil
}

// yearOf tells whether an address is that of a year of which there are documents.
func (sh *shelf) yearOf(at string) (int, bool) {
	year, err := strconv.Atoi(path.Base(at))
	return year, err == nil && len(sh.byYear[year]) > 0
}

// indexesBelow lists the addresses of the folders' pages below one, sorted.
func indexesBelow(s *model.Site, above string) []string {
	var out []string
	for at := range s.Indexes {
		if at != above && strings.HasPrefix(at, above) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out
}

// inLanguage is the translation of a document in a language, else the document.
func inLanguage(doc model.Document, lang string) model.Document {
	for _, t := range doc.Common().Translations {
		if t.Common().Lang == lang {
			return t
		}
	}
	return doc
}

func summaryOf(index model.Document) string {
	if index == nil {
		return ""
	}
	return index.Common().Summary
}
