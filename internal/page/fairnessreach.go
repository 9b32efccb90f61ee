package page

// Whom the money did not reach yet: terms of the vocabularies, and legal forms,
// in which nothing was granted or no organisation is known. What must stay
// true: these are never merged away, as none is not a person.

import (
	"slices"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// FairReach is what was not reached, of one kind.
type FairReach struct {
	ID, Title string
	Lists     []FairList
}

// FairList is groups of which one thing can be said.
type FairList struct {
	Text  string
	Links []Link
	More  Link // how many more there are; leads to all, where there is a list
}

// fairListed is how many groups a list names.
const fairListed = 30

// fairReach is what a kind did not reach; nothing for a kind that has no list
// of groups, or where the groups are those of another kind.
func (v voice) fairReach(p fairPeriod, k fairKind, s fairSplit, x *fairIndex) []FairReach {
	var out FairReach
	switch {
	case k.name == "legal_form":
		out = v.reachedForms(k, s, x)
	case k.terms == "" || k.name == "seat" || len(v.site.Terms[k.terms]) == 0:
		return nil
	default:
		out = v.reachedTerms(p, k, s)
	}
	if len(out.Lists) == 0 {
		return nil
	}
	out.ID, out.Title = "bereik_"+k.file, v.fairHead(k)
	return []FairReach{out}
}

func (v voice) reachedTerms(p fairPeriod, k fairKind, s fairSplit) (out FairReach) {
	all := v.site.Terms[k.terms]
	out.Lists = append(out.Lists, v.fairList(k, "fair.no_award", len(all), v.termLinks(k, unreachedOf(all, s.reached))))
	if p.year == 0 {
		out.Lists = append(out.Lists, v.fairList(k, "fair.no_organisation", len(all), v.termLinks(k, unreachedOf(all, k.inhabited(v.site)))))
	}
	return out
}

// termLinks leads to terms, in the order of their kind.
func (v voice) termLinks(k fairKind, terms []*model.Term) []Link {
	terms = slices.Clone(terms)
	slices.SortStableFunc(terms, func(a, b *model.Term) int { return k.order(a.ID, b.ID) })
	var out []Link
	for _, t := range terms {
		out = append(out, v.termLink(t))
	}
	return out
}

// reachedForms compares the legal forms of all organisations of the site with
// those that were granted something.
func (v voice) reachedForms(k fairKind, s fairSplit, x *fairIndex) (out FairReach) {
	var links []Link
	for form := range x.forms {
		if !s.reached[form] {
			links = append(links, k.label(form))
		}
	}
	if len(x.forms) == 0 {
		return out
	}
	locale.SortBy(v.lang, links, func(l Link) string { return l.Text })
	out.Lists = []FairList{v.fairList(k, "fair.no_award", len(x.forms), links)}
	return out
}

// fairList names some groups under a sentence that counts them.
func (v voice) fairList(k fairKind, word string, all int, links []Link) FairList {
	if len(links) == 0 {
		return FairList{Text: v.t(word + ".none")}
	}
	out := FairList{Text: v.t(word, v.lang.Number(int64(len(links))), v.lang.Number(int64(all))), Links: links}
	if len(links) > fairListed {
		out.Links, out.More.Text = links[:fairListed], v.lang.Count("fair.more", len(links)-fairListed)
		if k.terms != "" {
			out.More.URL = v.sectionLink(k.terms).URL
		}
	}
	return out
}

// inhabited are the groups in which an organisation of the site is known.
func (k fairKind) inhabited(s *model.Site) map[string]bool {
	out := map[string]bool{}
	for _, o := range s.Organisations {
		for _, key := range k.of(o) {
			out[key] = true
		}
	}
	return out
}

// unreachedOf are the terms that are not reached, nor any term that falls under
// them. A circle of terms is cut where it closes.
func unreachedOf(terms []*model.Term, reached map[string]bool) []*model.Term {
	whole := map[*model.Term]bool{}
	for _, t := range terms {
		for up := t; reached[t.ID] && up != nil && !whole[up]; up = up.Broader.To() {
			whole[up] = true
		}
	}
	var out []*model.Term
	for _, t := range terms {
		if !whole[t] {
			out = append(out, t)
		}
	}
	return out
}
