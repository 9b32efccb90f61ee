package page

// The search: its page in each language of the site, with the lists that lead
// to everything without a script. assets/js/zoeken.js does the searching.

import (
	"strconv"

	"glashelder/internal/model"
)

// SearchView is the page of the search.
type SearchView struct {
	Frame
	Form     SearchForm
	Lists    []SearchList
	Subjects Link
}

// SearchForm is what the script needs besides its words.
type SearchForm struct {
	URL              string // of the page
	Index            string // folder of the index
	Amount, Negative string // 1234567.89 and its opposite, as the language writes amounts
	Facets           []SearchFacet
	Orders           []Option
}

// SearchFacet is one property by which results can be narrowed, under the name
// that it has in the index and in addresses.
type SearchFacet struct {
	Name, Label string
	Order       string   // "up" or "down" by value; "" puts the most frequent first
	Many        bool     // values may be very many: they are asked for when somebody opens them
	Names       []Option // of values, by key, where the page must know them
}

// SearchList is a row of links to lists, under a heading. All leads to all of
// them where the row shows only some.
type SearchList struct {
	Label string
	Links []Link
	All   Link
}

const (
	searchURL = "/zoek/"

	// OpenSearchURL is the address of what tells browsers how to search the site.
	OpenSearchURL = searchURL + "opensearch.xml"

	// searchSection is the part of the menu that the page of the search stands
	// for: its header has no field, as the page has one.
	searchSection = "search"
)

// searchURL is the address of the page of the search in the language of a voice.
func (v voice) searchURL() string {
	if code := v.lang.Code(); code != v.site.Lang.Code() {
		return "/" + code + searchURL
	}
	return searchURL
}

// searchPages are the page of the search in every language, and the subjects.
// made tells which addresses have a page.
func searchPages(s *model.Site, made map[string]bool) []Page {
	var out []Page
	languages := s.Config.Languages
	if len(languages) == 0 {
		languages = []string{s.Lang.Code()}
	}
	for _, code := range languages {
		v := newVoice(s, code)
		if v.lang.Code() == code {
			out = append(out, Page{URL: v.searchURL(), Template: "search", View: func() View { return v.searchPage(languages, made) }})
		}
	}
	return append(out, subjectPages(s)...)
}

func (v voice) searchPage(languages []string, made map[string]bool) View {
	view := &SearchView{
		Frame: v.frame(v.searchURL(), searchSection, v.t("search.title"), v.t("search.about")),
		Form:  v.searchForm(), Lists: v.searchLists(made), Subjects: v.subjectsLink(),
	}
	view.Script = "zoeken"
	for _, code := range languages {
		other := newVoice(v.site, code)
		if len(languages) == 1 || other.lang.Code() != code {
			continue
		}
		at := other.searchURL()
		view.Alternates = append(view.Alternates, Alternate{code, v.site.Config.BaseURL + at[1:]})
		view.Languages = append(view.Languages, Link{Text: languageName(code), URL: v.site.Href(at), Lang: code, Current: code == v.lang.Code()})
	}
	return view
}

func (v voice) searchForm() SearchForm {
	const sample = 1_234_567_89
	form := SearchForm{
		URL: v.site.Href(v.searchURL()), Index: v.site.Href(searchURL), Amount: v.money(sample), Negative: v.money(-sample),
	}
	for _, f := range []struct {
		SearchFacet
		has bool // the site can have values
	}{
		{SearchFacet{"soort", v.t("search.kind"), "", false, nil}, true},
		{SearchFacet{"werf", v.kindName("werf", "singular"), "up", false, nil}, len(v.site.Werven) > 0},
		{SearchFacet{"jaar", v.t("filter.year"), "down", false, nil}, true},
		{SearchFacet{"organisatie", v.kindName("organisation", "singular"), "", true, nil}, len(v.site.Of("organisation")) > 0},
		{SearchFacet{"wijk", v.kindName("district", "singular"), "", false, nil}, len(v.site.Terms["district"]) > 0},
		{SearchFacet{"thema", v.kindName("theme", "singular"), "", false, nil}, len(v.site.Terms["theme"]) > 0},
		{SearchFacet{"status", v.t("page.status"), "", false, nil}, true},
		{SearchFacet{"taal", v.t("search.language"), "", false, nil}, len(v.site.Config.Languages) > 1},
	} {
		if f.has {
			f.Names = v.searchNames(f.Name)
			form.Facets = append(form.Facets, f.SearchFacet)
		}
	}
	for _, o := range []struct{ name, word string }{
		{"", "search.best"}, {"nieuwste", "search.newest"}, {"oudste", "search.oldest"}, {"hoogste", "search.highest"}, {"laagste", "search.lowest"},
	} {
		form.Orders = append(form.Orders, Option{o.name, v.t(o.word)})
	}
	return form
}

// searchLists are the lists that lead to everything.
func (v voice) searchLists(made map[string]bool) []SearchList {
	var out []SearchList
	add := func(label string, links []Link, all Link) {
		if len(links) > filterMost {
			links = links[:filterMost]
		} else {
			all = Link{}
		}
		if len(links) > 0 {
			out = append(out, SearchList{label, links, all})
		}
	}
	add(v.sectionTitle("werf"), v.werfLinks(made), v.sectionLink("werf"))
	add(v.t("register.kinds"), v.kindLists(made), Link{})
	add(v.t("register.years"), v.registerYears(timelineURL, v.site.Documents, made), Link{Text: v.t("nav.timeline"), URL: v.site.Href(timelineURL)})
	if list := initials(v.site); len(list) > 0 && made[v.sectionURL("organisation")] {
		add(v.sectionTitle("organisation"), v.letters(v.sectionURL("organisation"), list).Links, v.sectionLink("organisation"))
	}
	for _, kind := range termKinds {
		add(v.kindName(kind, "plural"), v.usedTerms(kind, made), v.sectionLink(kind))
	}
	return out
}

// kindLists lead to all documents of each kind, to the items that have a list of
// their own, and to the money.
func (v voice) kindLists(made map[string]bool) []Link {
	var out []Link
	add := func(at string, l Link, n int) {
		if made[at] && n > 0 {
			l.Note = v.lang.Number(int64(n))
			out = append(out, l)
		}
	}
	for _, k := range model.Kinds {
		if k.Name != "page" {
			add(v.sectionURL(k.Name), v.sectionLink(k.Name), len(v.site.Of(k.Name)))
		}
	}
	add(actionsURL, Link{Text: v.t("nav.actions"), URL: v.site.Href(actionsURL)}, len(v.site.Actions))
	add(insightsURL, Link{Text: v.t("home.insights"), URL: v.site.Href(insightsURL)}, len(v.site.Insights))
	if made[moneyURL] {
		out = append(out, v.moneyLink())
	}
	return out
}

func (v voice) werfLinks(made map[string]bool) []Link {
	var out []Link
	for _, w := range v.site.Werven {
		l := v.link(w)
		if w.Number > 0 {
			l.Text = strconv.Itoa(w.Number) + ". " + l.Text
		}
		if made[w.URL] {
			out = append(out, l)
		}
	}
	return out
}

// usedTerms lead to the terms of a vocabulary that documents use.
func (v voice) usedTerms(kind string, made map[string]bool) []Link {
	var out []Link
	for _, t := range v.site.Terms[kind] {
		if made[t.URL] && len(t.MentionedBy) > 0 {
			l := v.termLink(t)
			l.Text, l.Note = capital(l.Text), v.lang.Number(int64(len(t.MentionedBy)))
			out = append(out, l)
		}
	}
	return out
}
