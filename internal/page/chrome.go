package page

import (
	"html/template"

	"glashelder/internal/model"
)

// Chrome is what header and footer show. It is the same for all pages of one
// section in one language, so they are filled once for each.
type Chrome struct {
	Lang, Section string
	SiteTitle     string
	Home          string
	Logo, LogoAlt string
	Search        string // address that a search leads to; "" on the page that has its own field
	Menu          []Link
	About         []Link // pages about the site, in the footer
	Languages     []Link
	Publisher     Contact
	Text          template.HTML // of the site's own choice
	Licence       Link
}

// NewChrome makes the header and footer of a section in a language.
func NewChrome(s *model.Site, lang, section string) Chrome {
	v := newVoice(s, lang)
	c := Chrome{
		Lang: lang, Section: section, SiteTitle: s.Config.Title, Home: s.Href("/"), Menu: v.menu(section),
		About: v.aboutSite(), Publisher: v.publisher(), Text: inline(s.Config.Footer),
		Licence: Link{Text: licenceName(s.Config.Licence), URL: s.Config.Licence},
	}
	if section != searchSection {
		c.Search = s.Href(v.searchURL())
	}
	if s.Config.Logo != "" {
		c.Logo, c.LogoAlt = s.Href("/assets/"+s.Config.Logo), s.Config.LogoAlt
	}
	if home, ok := s.Indexes["/"]; ok && len(home.Translations) > 0 {
		for _, d := range append([]model.Document{home}, home.Translations...) {
			b := d.Common()
			c.Languages = append(c.Languages, Link{Text: languageName(b.Lang), URL: s.Href(b.URL), Lang: b.Lang, Current: b.Lang == lang})
		}
	}
	return c
}

// menu lists the parts of the site that have something to show.
func (v voice) menu(section string) []Link {
	var out []Link
	add := func(ok bool, text, url string, sections ...string) {
		if !ok {
			return
		}
		l := Link{Text: text, URL: v.site.Href(url)}
		for _, name := range sections {
			l.Current = l.Current || name == section
		}
		out = append(out, l)
	}
	s := v.site
	kind := func(name string, also ...string) {
		add(len(s.Of(name)) > 0, v.t("nav."+name), v.sectionURL(name), append(also, name)...)
	}
	kind("werf")
	add(len(s.Documents) > 0, v.t("nav.timeline"), timelineURL, "timeline")
	kind("minutes")
	kind("decision")
	add(len(s.Allocations)+len(s.Budgets) > 0, v.t("nav.money"), moneyURL, "money", "allocation", "budget", "scheme")
	kind("organisation")
	kind("event")
	kind("question", "action", "insight")
	kind("forum")
	kind("publication")
	return out
}

// Addresses of pages that belong to no kind.
const (
	timelineURL = "/tijdlijn/"
	moneyURL    = "/geld/"
	actionsURL  = "/opvolging/"
	insightsURL = "/inzichten/"
)

// aboutSite lists the free pages at the top of the site and the manual.
func (v voice) aboutSite() []Link {
	var out []Link
	for _, p := range v.site.Pages {
		if topLevel(p.ID) {
			out = append(out, v.link(p))
		}
	}
	if p, ok := v.site.Indexes["/handleiding/"]; ok {
		out = append(out, v.link(p))
	}
	return append(out, v.registerLink())
}

func topLevel(id string) bool {
	for _, c := range id {
		if c == '/' {
			return false
		}
	}
	return id != ""
}

// licenceName is the short name of a licence people know by its address.
func licenceName(url string) string {
	switch url {
	case "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/deed.nl":
		return "CC BY 4.0"
	case "https://creativecommons.org/publicdomain/zero/1.0/":
		return "CC0 1.0"
	case "https://creativecommons.org/licenses/by-sa/4.0/":
		return "CC BY-SA 4.0"
	}
	return url
}
