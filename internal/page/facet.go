package page

// Catalogues: lists of things from many documents, with a list of its own for
// every status, kind, theme, year … that occurs.

import (
	"cmp"
	"slices"
	"strconv"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// facet is what a list holds with one thing in common.
type facet[T any] struct {
	key   string // end of its address, from the list's own: "status/open/"
	text  string
	items []T
}

// facets sorts items by what key says of them; "" is left out. They come in the
// order in which they first occur.
func facets[T any](folder string, items []T, key func(T) (id, text string)) []facet[T] {
	var out []facet[T]
	at := map[string]int{}
	for _, item := range items {
		id, text := key(item)
		if id == "" {
			continue
		}
		i, known := at[id]
		if !known {
			i = len(out)
			at[id] = i
			out = append(out, facet[T]{key: folder + "/" + id + "/", text: text})
		}
		out[i].items = append(out[i].items, item)
	}
	return out
}

// largest puts the facets that hold most first.
func largest[T any](l *locale.Language, list []facet[T]) []facet[T] {
	slices.SortStableFunc(list, func(a, b facet[T]) int {
		return cmp.Or(cmp.Compare(len(b.items), len(a.items)), l.Compare(a.text, b.text))
	})
	return list
}

// aspect is one way to part a register: its facets under a label.
type aspect[T any] struct {
	label    string
	facets   []facet[T]
	folded   bool // behind its label
	counted  bool // the first page shows its counts as figures instead
	unlisted bool // no row of links: the page links them itself
}

// catalogue is a list with its aspects, in one language.
type catalogue[T any] struct {
	voice
	base, template string
	items          []T
	aspects        []aspect[T]
	// view shows one page of the whole list, or of the facet called name.
	view func(r *catalogue[T], at, name string, part []T, p Pager) View
}

// pages makes the whole list and that of every facet.
func (r *catalogue[T]) pages() []Page {
	make := func(at, name string, items []T) []Page {
		return listPages(r.voice, r.template, r.base+at, items, func(_ voice, part []T, p Pager) View {
			return r.view(r, at, name, part, p)
		})
	}
	out := make("", "", r.items)
	var rest []Page
	for _, a := range r.aspects {
		for _, f := range a.facets {
			rest = append(rest, make(f.key, f.text, f.items)...)
		}
	}
	for i := range rest {
		rest[i].Part = r.base
	}
	return append(out, rest...)
}

// frameAt makes the frame of a page of the register called title.
func (r *catalogue[T]) frameAt(p Pager, section, title, name, description string) Frame {
	if name == "" {
		return r.listFrame(p, section, title, description)
	}
	whole := Link{Text: title, URL: r.site.Href(r.base)}
	return r.listFrame(p, section, r.t("register.part", title, name), description, whole)
}

// choices are rows of links to the facets; at is the present one.
func (r *catalogue[T]) choices(at string, p Pager) []Choice {
	var out []Choice
	for _, a := range r.aspects {
		if a.unlisted || a.counted && at == "" && p.Number == 1 || len(a.facets) == 0 || len(a.facets) == 1 && len(a.facets[0].items) == len(r.items) {
			continue
		}
		c := Choice{Label: a.label, Folded: a.folded}
		c.Links = append(c.Links, Link{Text: r.t("list.all"), URL: r.site.Href(r.base), Note: r.lang.Number(int64(len(r.items))), Current: at == ""})
		for _, f := range a.facets {
			l := Link{Text: f.text, URL: r.site.Href(r.base + f.key), Note: r.lang.Number(int64(len(f.items))), Current: f.key == at}
			c.Links, c.Open = append(c.Links, l), c.Open || l.Current
		}
		out = append(out, c)
	}
	return out
}

// yearFacets and werfFacets part documents as the lists of all kinds do.
func yearFacets[T model.Document](docs []T) []facet[T] {
	list := facets("jaar", docs, func(d T) (string, string) {
		if d.Common().Date.IsZero() {
			return "", ""
		}
		year := strconv.Itoa(d.Common().Date.Year())
		return year, year
	})
	slices.SortFunc(list, func(a, b facet[T]) int { return cmp.Compare(b.text, a.text) })
	return list
}

func werfFacets[T model.Document](v voice, docs []T) []facet[T] {
	var out []facet[T]
	of := map[*model.Werf][]T{}
	for _, d := range docs {
		for _, r := range d.Common().Werven {
			if r.OK() {
				of[r.To()] = append(of[r.To()], d)
			}
		}
	}
	for _, w := range v.site.Werven {
		if len(of[w]) == 0 {
			continue
		}
		id, text := w.ID, v.to(w).Title
		if w.Number > 0 {
			id = strconv.Itoa(w.Number)
			text = id + " " + text
		}
		out = append(out, facet[T]{"werf/" + id + "/", text, of[w]})
	}
	return out
}

// registerText is the text that a site wrote for the page at an address.
func (v voice) registerText(at string) (doc *model.Page, ok bool) {
	doc, ok = v.site.Indexes[at]
	return doc, ok
}

// examples says how many of the items of a register were invented; "" for none.
func examples[T any](v voice, items []T, invented func(T) bool) string {
	n := 0
	for _, item := range items {
		if invented(item) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return v.t("register.examples", v.lang.Number(int64(n)), v.lang.Number(int64(len(items))))
}
