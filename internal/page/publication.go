package page

// The page of a publication: research, a report, slides, a recording.

import (
	"html/template"

	"glashelder/internal/model"
)

// PublicationView is the page of one publication.
type PublicationView struct {
	Frame
	About
	Summary   string
	Publisher string
	Authors   []string
	Period    Date
	Body      template.HTML
}

// publicationPages makes the page of every publication.
func publicationPages(s *model.Site) []Page {
	return documents(s, "publication", s.Publications, func(v voice, p *model.Publication) View {
		view := &PublicationView{
			Frame: v.frameOf(p), About: v.about(p, v.publicationLacks(p)...), Summary: ownSummary(&p.Base),
			Publisher: p.Publisher, Authors: p.Authors, Period: v.date(p.Period), Body: v.body(p),
		}
		if p.Period.Compare(p.Date) == 0 {
			view.Date = Date{} // the period says the same
		}
		return view
	})
}

// publicationLacks says in sentences what a publication lacks.
func (v voice) publicationLacks(p *model.Publication) []string {
	var out []string
	if p.Publisher == "" {
		out = append(out, v.t("publication.lacks.publisher"))
	}
	if len(p.Files) == 0 && len(p.Attachments) == 0 {
		out = append(out, v.t("publication.lacks.file"))
	}
	return out
}
