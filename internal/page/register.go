package page

// The register: everything the site has, by kind, year and theme, one click
// from every page, so that nothing is more than three from home.

import (
	"strconv"

	"glashelder/internal/model"
)

// RegisterView lists the ways to everything on the site.
type RegisterView struct {
	Frame
	Count    string
	Kinds    []RegisterKind
	Overview []Link   // pages that belong to no kind: money, timeline, actions …
	Years    []Link   // of the timeline, the note is how many
	Terms    []Choice // by vocabulary
	Pages    []Line   // free pages
}

// RegisterKind is one kind: its list, and the lists by year below it.
type RegisterKind struct {
	Link
	Count string
	Years []Link
}

const registerURL = "/alles/"

func (v voice) registerLink() Link {
	return Link{Text: v.t("register.title"), URL: v.site.Href(registerURL)}
}

// register is the page of everything. made tells which addresses have a page.
func register(s *model.Site, made map[string]bool) Page {
	return Page{URL: registerURL, Template: "register", View: func() View {
		v := newVoice(s, s.Config.Language)
		view := &RegisterView{
			Frame: v.frame(registerURL, "register", v.t("register.title"), v.t("register.intro")),
			Count: v.lang.Count("kind.document", len(s.Documents)),
		}
		for _, k := range model.Kinds {
			if kind, ok := v.registerKind(k, made); ok {
				view.Kinds = append(view.Kinds, kind)
			}
		}
		view.Overview = v.overview(made)
		view.Years = v.registerYears(timelineURL, s.Documents, made)
		view.Terms = v.registerTerms(made)
		view.Pages = v.registerPages(made)
		return view
	}}
}

func (v voice) registerKind(k model.Kind, made map[string]bool) (RegisterKind, bool) {
	at := v.sectionURL(k.Name)
	docs := v.site.Of(k.Name)
	if k.Name == "page" || !made[at] || len(docs) == 0 {
		return RegisterKind{}, false
	}
	return RegisterKind{Link: v.sectionLink(k.Name), Count: v.kindCount(k.Name, len(docs)), Years: v.registerYears(at, docs, made)}, true
}

// registerYears links the pages of the years of documents below an address.
func (v voice) registerYears(at string, docs []model.Document, made map[string]bool) []Link {
	var out []Link
	seen := map[int]int{}
	first, last := 9999, 0
	for _, doc := range docs {
		if year := doc.Common().Date.Year(); !doc.Common().Date.IsZero() {
			seen[year]++
			first, last = min(first, year), max(last, year)
		}
	}
	for year := last; year >= first; year-- {
		for _, url := range []string{at + strconv.Itoa(year) + "/", at + "jaar/" + strconv.Itoa(year) + "/"} {
			if seen[year] > 0 && made[url] {
				out = append(out, Link{Text: strconv.Itoa(year), URL: v.site.Href(url)})
				break
			}
		}
	}
	return out
}

// overview links the pages that bring documents together.
func (v voice) overview(made map[string]bool) []Link {
	var out []Link
	for _, p := range []struct{ word, url string }{
		{"search.title", searchURL}, {"search.subjects", subjectsURL}, {"nav.timeline", timelineURL}, {"nav.money", moneyURL}, {"fair.title", fairnessURL}, {"payments.title", paymentsURL}, {"nav.actions", actionsURL}, {"nav.insights", insightsURL},
		{"nav.calendar", v.sectionURL("event") + "kalender/"}, {"fields.title", fieldsURL}, {"codes.title", codesURL},
	} {
		if made[p.url] {
			out = append(out, Link{Text: v.t(p.word), URL: v.site.Href(p.url)})
		}
	}
	return out
}

// registerTerms links the terms of each vocabulary that documents use.
func (v voice) registerTerms(made map[string]bool) []Choice {
	var out []Choice
	for _, k := range model.Kinds {
		var links []Link
		for _, t := range v.site.Terms[k.Name] {
			if made[t.URL] && len(t.MentionedBy) > 0 {
				links = append(links, Link{Text: t.Label(v.lang.Code()), URL: v.site.Href(t.URL), Note: v.lang.Number(int64(len(t.MentionedBy)))})
			}
		}
		if len(links) > 0 {
			out = append(out, Choice{Label: v.kindName(k.Name, "plural"), Links: links})
		}
	}
	return out
}

// registerPages are the free pages that stand at the top of the site or have
// no page above them.
func (v voice) registerPages(made map[string]bool) []Line {
	var out []Line
	add := func(p *model.Page) {
		if above := parentURL(p.URL); above == "/" || !made[above] {
			out = append(out, v.pageLine(p))
		}
	}
	for _, p := range v.site.Pages {
		add(p)
	}
	for _, at := range indexesBelow(v.site, "/") {
		if !inSection(v.site, at) {
			add(v.site.Indexes[at])
		}
	}
	return out[:min(len(out), registerShown)]
}

// registerShown is how many free pages the register names at most.
const registerShown = 80
