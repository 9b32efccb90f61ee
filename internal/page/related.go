package page

// What has to do with an organisation or a term, by kind: the newest few on its
// own page, all of them in lists below its address where there are many.

import (
	"cmp"
	"slices"

	"glashelder/internal/model"
)

// Group is the documents of one kind that have to do with another, cut to the
// newest few.
type Group struct {
	ID, Title string
	Lines     []Line // the note says in what way
	All       Link   // leads to all of them, where these are some
}

// RelatedView is one page of the list of what has to do with a document.
type RelatedView struct {
	Frame
	Pager
	Lines []Line
}

// relatedShown is how many documents of one kind stand on a page.
const relatedShown = 8

// relation is what has to do with a document, of one kind.
type relation struct {
	kind string // "page" for folders' own pages, whatever their folder
	docs []model.Document
}

// relationsOf gathers what refers to a document, but for some kinds, by kind in
// the order of model.Kinds, each newest first, or by name where it is timeless.
func relationsOf(s *model.Site, b *model.Base, except ...string) []relation {
	var out []relation
	for _, m := range b.MentionedBy {
		from := m.From.Common()
		kind := from.Kind
		if from.Index {
			kind = "page"
		}
		if !slices.Contains(except, kind) {
			out = relate(out, kind, m.From)
		}
	}
	for _, r := range out {
		if timeless(r.kind) {
			slices.SortStableFunc(r.docs, func(a, b model.Document) int { return compareNames(s, a.Common(), b.Common()) })
		}
	}
	return out
}

// compareNames orders two documents of a kind by their titles.
func compareNames(s *model.Site, a, b *model.Base) int {
	if a.NameRank > 0 && b.NameRank > 0 {
		return cmp.Compare(a.NameRank, b.NameRank)
	}
	return s.Lang.Compare(a.Title, b.Title)
}

// allocationsAbout are those that refer to a document, newest first.
func allocationsAbout(b *model.Base) []*model.Allocation {
	var out []*model.Allocation
	for _, m := range b.MentionedBy {
		if a, ok := m.From.(*model.Allocation); ok && (len(out) == 0 || out[len(out)-1] != a) {
			out = append(out, a)
		}
	}
	return out
}

// timeless tells whether documents of a kind go by their names: a date, where
// they have one, is no more than that of the file.
func timeless(kind string) bool {
	switch kind {
	case "organisation", "forum", "werf", "page":
		return true
	}
	return slices.Contains(termKinds, kind)
}

// relate adds a document to the relation of its kind, unless it is there.
// Mentions are sorted, so that one twice in a row is all that must be seen.
func relate(list []relation, kind string, doc model.Document) []relation {
	i := slices.IndexFunc(list, func(r relation) bool { return r.kind == kind })
	if i < 0 {
		i, list = len(list), append(list, relation{kind: kind})
	}
	if docs := list[i].docs; len(docs) == 0 || docs[len(docs)-1] != doc {
		list[i].docs = append(docs, doc)
	}
	return list
}

// mergeRelation adds documents of one kind to the relations, each once: newest
// first, or in the order given where the kind is timeless.
func mergeRelation[T model.Document](list []relation, kind string, docs []T) []relation {
	old, list := take[T](list, kind)
	seen := map[model.Document]bool{}
	merged := relation{kind: kind}
	for _, doc := range append(old, docs...) {
		if !seen[doc] {
			seen[doc] = true
			merged.docs = append(merged.docs, doc)
		}
	}
	if len(merged.docs) == 0 {
		return list
	}
	if !timeless(kind) {
		slices.SortStableFunc(merged.docs, func(a, b model.Document) int { return b.Common().Date.Compare(a.Common().Date) })
	}
	list = append(list, merged)
	slices.SortStableFunc(list, func(a, b relation) int { return cmp.Compare(rankOfKind(a.kind), rankOfKind(b.kind)) })
	return list
}

// rankOfKind is the place of a kind in the order in which a site shows them.
func rankOfKind(kind string) int {
	return slices.IndexFunc(model.Kinds, func(k model.Kind) bool { return k.Name == kind })
}

// take removes the relation of a kind and gives its documents.
func take[T model.Document](list []relation, kind string) ([]T, []relation) {
	var out []T
	rest := slices.DeleteFunc(slices.Clone(list), func(r relation) bool {
		if r.kind != kind {
			return false
		}
		for _, doc := range r.docs {
			out = append(out, doc.(T))
		}
		return true
	})
	return out, rest
}

// role says in a few words in what way a document has to do with another; "".
type role func(voice, model.Document) string

// groups shows relations on the page of what they belong to.
func (v voice) groups(doc model.Document, list []relation, say role) []Group {
	var out []Group
	for _, r := range list {
		g := Group{ID: "bij_" + r.kind, Title: v.kindName(r.kind, "plural")}
		for _, d := range r.docs[:min(len(r.docs), relatedShown)] {
			g.Lines = append(g.Lines, v.relatedLine(d, say))
		}
		if n := len(r.docs); n > relatedShown {
			g.All = Link{Text: v.t("related.all", v.kindCount(r.kind, n)), URL: v.site.Href(relatedURL(v.site, doc, r.kind))}
		}
		out = append(out, g)
	}
	return out
}

func (v voice) relatedLine(doc model.Document, say role) Line {
	l := v.line(doc)
	if timeless(doc.Common().Kind) {
		l.Date = Date{}
	}
	if say != nil {
		l.Note = cmp.Or(say(v, doc), l.Note)
	}
	return l
}

// relatedURL is the address of the list of one kind that belongs to a document.
func relatedURL(s *model.Site, doc model.Document, kind string) string {
	base := doc.Common().URL
	if o := doc.Common().Original; o != nil {
		base = o.Common().URL
	}
	return base + or(s.Config.Sections[kind], "paginas") + "/"
}

// relatedLists are the lists of all organisations and terms.
func relatedLists(s *model.Site) []Page {
	var out []Page
	for _, o := range s.Organisations {
		out = append(out, relatedPages(s, o, organisationRelations(s, o), organisationRole(o))...)
	}
	x := newTermIndex(s)
	for _, kind := range termKinds {
		for _, t := range s.Terms[kind] {
			out = append(out, relatedPages(s, t, x.relations(s, t), nil)...)
		}
	}
	return out
}

// relatedPages are the lists of what its own page does not show whole.
func relatedPages(s *model.Site, doc model.Document, list []relation, say role) []Page {
	v, b := newVoice(s, s.Lang.Code()), doc.Common()
	var out []Page
	for _, r := range list {
		if len(r.docs) <= relatedShown {
			continue
		}
		out = append(out, listPages(v, "related", relatedURL(s, doc, r.kind), r.docs, func(v voice, part []model.Document, p Pager) View {
			title := v.t("related.of", b.Title, v.kindName(r.kind, "plural"))
			view := &RelatedView{Frame: v.listFrame(p, b.Kind, title, "", v.sectionLink(b.Kind), v.link(doc)), Pager: p}
			for _, d := range part {
				view.Lines = append(view.Lines, v.relatedLine(d, say))
			}
			return view
		})...)
	}
	return out
}
