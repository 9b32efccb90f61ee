package model

import "glashelder/internal/locale"

// Publication is research, a report, slides, a recording.
type Publication struct {
	Base
	Publisher string
	Authors   []string
	Period    locale.Date
}

// Decode asks for the keys of a publication.
func (p *Publication) Decode(r *Reader) {
	p.Publisher = r.Text("publisher")
	p.Authors = r.Texts("authors")
	p.Period = r.Date("period")
}
