package model

import (
	"slices"

	"glashelder/internal/locale"
)

// Term is one entry of a vocabulary: a theme, district, target group, scheme
// or size. Its title is its label in the site's language.
type Term struct {
	Base
	Labels      map[string]string // by language
	Description string
	Website     string
	Broader     Ref[*Term]
	Narrower    []*Term
}

// Decode asks for the labels of a term, one key a language, and what else is known.
func (t *Term) Decode(r *Reader) {
	t.Labels = map[string]string{}
	codes := locale.Codes()
	for _, key := range r.fields.names() {
		if r.lang.Has("language."+key) && !slices.Contains(codes, key) {
			codes = append(codes, key)
		}
	}
	for _, code := range codes {
		if label := r.Text(code); label != "" {
			t.Labels[code] = label
		}
	}
	t.Description = r.Text("description")
	t.Website = r.URL("url")
	t.Broader = one[*Term](r, "broader", t.Kind)
	if t.Title == "" {
		t.Title = or(t.Labels[r.lang.Code()], or(t.Labels["nl"], or(t.Labels["en"], t.ID)))
	}
}

// Label is the term in a language, else in the site's.
func (t *Term) Label(lang string) string { return or(t.Labels[lang], t.Title) }
