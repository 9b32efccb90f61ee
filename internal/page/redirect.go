package page

import (
	"html/template"
	"strings"

	"glashelder/internal/model"
)

// RedirectView sends readers of an old address on to the new one.
type RedirectView struct {
	Frame
	To      Link
	Refresh template.HTML // the meta element that sends on; no template writes an address there
}

// redirects are the old addresses of documents, folders' pages and translations.
func redirects(s *model.Site) []Page {
	var out []Page
	for _, doc := range s.Versions() {
		for _, a := range doc.Common().Aliases {
			out = append(out, Page{URL: redirectFile(a.Path), Template: "redirect", Hidden: true, View: func() View {
				v := newVoice(s, doc.Common().Lang)
				f := v.frameOf(doc)
				f.NoIndex, f.Found = true, Found{}
				to := v.link(doc)
				return &RedirectView{Frame: f, To: to, Refresh: refresh(to.URL)}
			}})
		}
	}
	return out
}

func refresh(url string) template.HTML {
	return template.HTML(`<meta http-equiv="refresh" content="0; url=` + template.HTMLEscapeString(url) + `">`)
}

// redirectFile is where the page that redirects from an old address stands.
func redirectFile(old string) string {
	if strings.HasSuffix(old, "/") || strings.HasSuffix(old, ".html") {
		return old
	}
	return old + "/"
}
