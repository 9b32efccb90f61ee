package page

import (
	"slices"

	"glashelder/internal/model"
)

// NotFoundView is what readers see at an address that does not exist. It serves
// for every depth, as all its addresses begin at the root.
type NotFoundView struct {
	Frame
	Sections []Link
	Recent   []Line
	Register Link
}

// recentShown is how many documents the page names.
const recentShown = 5

// notFound is the page of a web server for addresses that do not exist.
func notFound(s *model.Site) []Page {
	return []Page{{URL: "/404.html", Template: "notfound", View: func() View {
		v := newVoice(s, s.Config.Language)
		f := v.frame("/404.html", "", v.t("page.not_found"), v.t("notfound.text"))
		f.NoIndex = true
		return &NotFoundView{Frame: f, Sections: v.menu(""), Recent: v.recent(), Register: v.registerLink()}
	}}}
}

// dayless are the kinds whose documents tell of no day: only their files do.
var dayless = []string{"page", "organisation", "forum"}

// recent are the documents with the latest date that has come.
func (v voice) recent() []Line {
	var best []model.Document
	for _, doc := range v.site.Documents {
		b := doc.Common()
		if b.Date.IsZero() || b.Date.Start().After(v.site.Now) || slices.Contains(dayless, b.Kind) {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].Common().Date.Compare(b.Date) < 0 {
			at--
		}
		if at < recentShown {
			best = append(best[:at:at], append([]model.Document{doc}, best[at:]...)...)
			best = best[:min(len(best), recentShown)]
		}
	}
	return linesOf(v, best)
}
