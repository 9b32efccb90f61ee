package model

// References to insights. An insight is named by its id where that is unique on
// the site or in the same document, else by "verslag#id".

import (
	"strings"

	"glashelder/internal/diag"
)

// InsightRef is a reference to an insight.
type InsightRef struct {
	ID   string
	Pos  diag.Pos
	To   *Insight // nil when there is none
	from Document
}

// insightRefs reads the key "insights" of doc or of a part of it.
func insightRefs(r *Reader, doc Document) []*InsightRef {
	var out []*InsightRef
	items := r.list("insights", TypeRefs, " ,;|")
	r.last().Kinds = []string{"insight"}
	for _, v := range items {
		ref := &InsightRef{ID: strings.TrimSpace(v.Text), Pos: v.Pos, from: doc}
		out = append(out, ref)
		r.record.insights = append(r.record.insights, ref)
	}
	return out
}

// resolveInsights leads every reference to its insight.
func (s *Site) resolveInsights(refs []*InsightRef, diags *diag.List) {
	for _, ref := range refs {
		found := s.itemsNamed(ref.ID, ref.from)
		insights := found[:0:0]
		for _, i := range found {
			if _, ok := i.(*Insight); ok {
				insights = append(insights, i)
			}
		}
		switch len(insights) {
		case 1:
			ref.To = insights[0].(*Insight)
			s.mentionItem(ref.from, ref.To, "insights")
		case 0:
			d := diags.Add(CodeRefUnknown, ref.Pos, s.Lang.Word("kind.insight.singular"), ref.ID)
			d.Near = s.near(ref.ID, s.insightIDs)
		default:
			d := diags.Add(CodeItemAmbiguous, ref.Pos, ref.ID)
			for _, i := range insights {
				d.Related = append(d.Related, i.common().Pos)
			}
		}
	}
}

// item is a part of a document with an address of its own.
type item interface{ common() *Item }

// itemsNamed finds the items that name leads to when it stands in from: "id",
// "#id" or "document#id". An id of from itself goes before all others.
func (s *Site) itemsNamed(name string, from Document) []item {
	doc, id, qualified := strings.Cut(name, "#")
	if !qualified {
		doc, id = "", name
	}
	all := s.items[id]
	if doc != "" {
		return keep(all, func(i item) bool { return i.common().Doc.Common().ID == doc })
	}
	if from != nil && from.Common().Original != nil {
		from = from.Common().Original // a translation shares the items of its original
	}
	if own := keep(all, func(i item) bool { return i.common().Doc == from }); len(own) > 0 {
		return own
	}
	return all
}

func keep(items []item, ok func(item) bool) []item {
	var out []item
	for _, i := range items {
		if ok(i) {
			out = append(out, i)
		}
	}
	return out
}

func (s *Site) mentionItem(from Document, to item, key string) {
	i := to.common()
	if from == nil || from.Common().Original != nil {
		return
	}
	for at := len(i.MentionedBy) - 1; at >= 0 && i.MentionedBy[at].From == from; at-- {
		if i.MentionedBy[at].Key == key {
			return
		}
	}
	i.MentionedBy = append(i.MentionedBy, Mention{from, key})
	s.mention(from, i.Doc, key)
}

func (s *Site) insightIDs() []string {
	var ids []string
	for id, items := range s.items {
		for _, i := range items {
			if _, ok := i.(*Insight); ok {
				ids = append(ids, id)
				break
			}
		}
	}
	return ids
}
