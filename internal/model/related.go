package model

// What follows from the links between documents: items by id, attachments,
// the other side of every relation, and addresses that must not meet.

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/source"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// frontOf is the front matter of a filed document, for its translations.
func (s *Site) frontOf(doc Document) *source.Value { return s.fronts[doc.Common().Pos.File] }

// gatherItems files insights, agenda items and actions by id; within one
// document an id stands once.
func (s *Site) gatherItems(diags *diag.List) {
	add := func(i item) {
		c := i.common()
		for _, other := range s.items[c.ID] {
			if other.common().Doc == c.Doc {
				d := diags.Add(CodeItemTwice, c.Pos, c.ID)
				d.Related = append(d.Related, other.common().Pos)
				return
			}
		}
		s.items[c.ID] = append(s.items[c.ID], i)
	}
	for _, m := range s.Minutes {
		for _, a := range m.Agenda {
			add(a)
		}
		for _, i := range m.Insights() {
			add(i)
			s.Insights = append(s.Insights, i)
		}
		s.addActions(m.Actions, add)
	}
	for _, d := range s.Decisions {
		s.addActions(d.Actions, add)
	}
	for _, q := range s.Questions {
		s.addActions(q.Actions, add)
	}
	slices.SortStableFunc(s.Actions, func(a, b *Action) int { return a.Due.Compare(b.Due) })
}

func (s *Site) addActions(actions []*Action, add func(item)) {
	for _, a := range actions {
		add(a)
		s.Actions = append(s.Actions, a)
	}
}

// attach leads the files that documents name to attachments, and takes along
// everything in a bundle.
func (s *Site) attach(diags *diag.List) {
	s.withhold()
	for _, doc := range s.Versions() {
		b := doc.Common()
		for i := range b.Files {
			if !b.Files[i].Withheld {
				b.Files[i].Attached = s.attachFile(doc, b.Files[i].File, b.Files[i].Pos, diags)
			}
		}
		if o, ok := doc.(*Organisation); ok {
			o.AttachedLogo = s.attachFile(doc, o.Logo, o.At("logo"), diags)
		}
		if !isBundle(b.Pos.File) || b.Original != nil || b.Row || path.Base(b.Pos.File) != "index.md" {
			continue
		}
		folder := path.Dir(b.Pos.File) + "/"
		for _, file := range s.filesUnder(folder) {
			if _, withheld := s.withheld[file]; !withheld {
				b.Attachments = append(b.Attachments, *s.attachment(file))
			}
		}
	}
}

// withhold notes the files that documents name as existing but not published.
func (s *Site) withhold() {
	for _, doc := range s.Versions() {
		for _, f := range doc.Common().Files {
			if f.Withheld && f.File != "" {
				s.withheld[beside(doc, f.File)] = f.Pos
			}
		}
	}
}

// beside is the path of a file that doc names.
func beside(doc Document, file string) string {
	return path.Join(path.Dir(doc.Common().Pos.File), decode(file))
}

// filesUnder lists the files in a folder itself.
func (s *Site) filesUnder(folder string) []string {
	from, _ := slices.BinarySearch(s.fileNames, folder)
	var out []string
	for _, file := range s.fileNames[from:] {
		if !strings.HasPrefix(file, folder) {
			break
		}
		if !strings.Contains(file[len(folder):], "/") {
			out = append(out, file)
		}
	}
	return out
}

func (s *Site) attachFile(doc Document, file string, pos diag.Pos, diags *diag.List) *Attachment {
	if file == "" {
		return nil
	}
	full := beside(doc, file)
	if _, withheld := s.withheld[full]; withheld {
		s.refuse(pos, full, diags)
		return nil
	}
	if _, ok := s.files[full]; !ok || path.IsAbs(file) || strings.HasPrefix(full, "../") {
		d := diags.Add(CodeFileMissing, pos, file)
		d.Near = s.nearFile(path.Dir(doc.Common().Pos.File), file)
		return nil
	}
	return s.attachment(full)
}

// Versions lists every document and folder's page, each with its translations.
func (s *Site) Versions() []Document {
	var out []Document
	for _, d := range s.Documents {
		out = append(append(out, d), d.Common().Translations...)
	}
	for _, at := range sortedKeys(s.Indexes) {
		out = append(append(out, s.Indexes[at]), s.Indexes[at].Translations...)
	}
	return out
}

// relate fills in the other side of relations, and sorts what refers to what.
func (s *Site) relate() {
	s.relateDecisions()
	s.relateEvents()
	for _, m := range s.Minutes {
		with(m.Forum, func(f *Forum) { f.Meetings = append(f.Meetings, m) })
	}
	for _, q := range s.Questions {
		for _, e := range q.Earlier {
			with(e, func(before *Question) { before.Later = append(before.Later, q) })
		}
	}
	for _, f := range s.Forums {
		with(f.Parent, func(parent *Forum) { parent.Children = append(parent.Children, f) })
	}
	for _, o := range s.Organisations {
		with(o.Umbrella, func(u *Organisation) { u.Members = append(u.Members, o) })
	}
	for _, v := range vocabularies {
		for _, t := range s.Terms[v.kind] {
			with(t.Broader, func(b *Term) { b.Narrower = append(b.Narrower, t) })
		}
	}
	s.sortMentions()
}

func (s *Site) relateDecisions() {
	for _, d := range s.Decisions {
		for _, old := range d.Supersedes {
			with(old, func(o *Decision) { o.SupersededBy = append(o.SupersededBy, d) })
		}
		for _, old := range d.Amends {
			with(old, func(o *Decision) { o.AmendedBy = append(o.AmendedBy, d) })
		}
		with(d.Forum, func(f *Forum) { f.Decisions = append(f.Decisions, d) })
	}
}

// with calls f with the document a reference leads to, if it leads to one.
func with[T Document](ref Ref[T], f func(T)) {
	if ref.OK() {
		f(ref.To())
	}
}

// relateEvents lets an event know its minutes, whichever of the two names the other.
func (s *Site) relateEvents() {
	for _, m := range s.Minutes {
		e := m.Event.To()
		if e == nil || slices.ContainsFunc(e.Minutes, func(r Ref[*Minutes]) bool { return r.To() == m }) {
			continue
		}
		e.Minutes = append(e.Minutes, Ref[*Minutes]{&cell[*Minutes]{id: m.ID, pos: m.Event.Pos(), to: m, ok: true}})
	}
}

// sortMentions orders what refers to a document by kind, then newest first.
func (s *Site) sortMentions() {
	s.rankMentions()
	order := func(a, b Mention) int {
		if c := cmp.Compare(a.From.Common().rank, b.From.Common().rank); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	}
	for _, d := range s.Documents {
		slices.SortFunc(d.Common().MentionedBy, order)
	}
	for _, id := range sortedKeys(s.items) {
		for _, i := range s.items[id] {
			slices.SortFunc(i.common().MentionedBy, order)
		}
	}
}

// rankMentions gives the documents that may mention others their places: by
// kind, then newest first. Of two that are alike in that, neither goes first.
func (s *Site) rankMentions() {
	kinds := map[string]int{}
	for i, k := range Kinds {
		kinds[k.Name] = i
	}
	docs := slices.Clone(s.Documents)
	for _, at := range sortedKeys(s.Indexes) {
		docs = append(docs, s.Indexes[at])
	}
	order := func(a, b Document) int {
		x, y := a.Common(), b.Common()
		return cmp.Or(cmp.Compare(kinds[x.Kind], kinds[y.Kind]), y.Date.Compare(x.Date), strings.Compare(x.ID, y.ID))
	}
	slices.SortStableFunc(docs, order)
	for i, d := range docs {
		if d.Common().rank = i; i > 0 && order(docs[i-1], d) == 0 {
			d.Common().rank = docs[i-1].Common().rank
		}
	}
}

// checkAddresses proves that no two documents, attachments or old addresses
// share one address, and lists the attachments.
func (s *Site) checkAddresses(diags *diag.List) {
	taken := map[string]diag.Pos{}
	claim := func(at string, pos diag.Pos) {
		key := strings.ToLower(at)
		if first, twice := taken[key]; twice {
			s.clashes[key] = true
			d := diags.Add(CodeAddressTwice, pos, at)
			d.Related = append(d.Related, first)
			return
		}
		taken[key] = pos
	}
	docs := s.Versions()
	for _, d := range docs {
		claim(d.Common().URL, d.Common().Pos)
	}
	for _, file := range sortedKeys(s.attached) {
		s.Attachments = append(s.Attachments, s.attached[file])
		claim(s.attached[file].URL, diag.Pos{File: file})
	}
	for _, d := range docs {
		for _, a := range d.Common().Aliases {
			claim(a.Path, a.Pos)
		}
	}
}

// Clash tells whether more than one document or attachment claims an address,
// which was said already.
func (s *Site) Clash(url string) bool { return s.clashes[strings.ToLower(url)] }

// knowAddresses lets links find documents by address, old ones included.
func (s *Site) knowAddresses() {
	for _, d := range s.Versions() {
		s.byURL[d.Common().URL] = d
		for _, a := range d.Common().Aliases {
			if _, taken := s.byURL[a.Path]; !taken {
				s.byURL[a.Path] = d
			}
		}
	}
}
