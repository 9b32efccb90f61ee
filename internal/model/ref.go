package model

// References between documents. A kind's file says what a key refers to; the
// references are resolved once, when every document is known, and each leaves
// a mention at the document it points to. Nothing else keeps track of who
// refers to whom.

import (
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// Ref is a reference to a document of type T, by id.
type Ref[T Document] struct{ cell *cell[T] }

// cell is shared by the copies of one Ref, so that resolving it reaches them all.
type cell[T Document] struct {
	id  string
	pos diag.Pos
	to  T
	ok  bool
}

// ID is the id as it was written; "" when nothing was.
func (r Ref[T]) ID() string {
	if r.cell == nil {
		return ""
	}
	return r.cell.id
}

// Pos is where the reference was written.
func (r Ref[T]) Pos() diag.Pos {
	if r.cell == nil {
		return diag.Pos{}
	}
	return r.cell.pos
}

// To is the document referred to; the zero T when there is none.
func (r Ref[T]) To() (to T) {
	if r.cell == nil {
		return to
	}
	return r.cell.to
}

// OK tells whether the reference leads to a document.
func (r Ref[T]) OK() bool { return r.cell != nil && r.cell.ok }

// link is a reference that waits for all documents to be known.
type link struct {
	from     Document
	key      string   // English name of the key it stands in
	kinds    []string // kinds it may lead to, first match counts
	id       string
	pos      diag.Pos
	optional bool // text that may be an id: nothing is wrong when it is not
	set      func(Document) bool
}

// newRef makes a reference and files it for resolving.
func newRef[T Document](r *Reader, key string, v *source.Value, kinds []string, optional bool) Ref[T] {
	c := &cell[T]{id: strings.TrimSpace(v.Text), pos: v.Pos}
	set := func(d Document) bool {
		c.to, c.ok = d.(T)
		return c.ok
	}
	r.record.links = append(r.record.links, link{
		from: r.record.from, key: key, kinds: kinds, id: c.id, pos: c.pos, optional: optional, set: set,
	})
	return Ref[T]{c}
}

// one reads a reference under key to a document of one of kinds.
func one[T Document](r *Reader, key string, kinds ...string) (ref Ref[T]) {
	f, ok := r.scalar(key, TypeRef)
	r.last().Kinds = kinds
	if !ok {
		return ref
	}
	return newRef[T](r, key, f.Value, kinds, false)
}

// many reads a list of references under key to documents of one of kinds; a
// single one is accepted, and in a row they are separated by spaces.
func many[T Document](r *Reader, key string, kinds ...string) []Ref[T] {
	items := r.list(key, TypeRefs, " ,;|")
	r.last().Kinds = kinds
	var out []Ref[T]
	for _, v := range items {
		out = append(out, newRef[T](r, key, v, kinds, false))
	}
	return out
}

// Party is somebody with a part in something: an organisation of the site, or
// a service or other body by its name.
type Party struct {
	Organisation Ref[*Organisation]
	Name         string // as written, where it is no organisation of the site
	Role         string
	From, Until  locale.Date
	Written      // where the keys of a member were written
}

// IsZero tells whether nobody was named.
func (p Party) IsZero() bool { return p.Organisation.ID() == "" && p.Name == "" }

// Label is the name to show.
func (p Party) Label() string {
	if p.Organisation.OK() {
		return p.Organisation.To().Title
	}
	if p.Name != "" {
		return p.Name
	}
	return p.Organisation.ID()
}

// party reads a key that holds an organisation's id or a name in words. What
// can only be an id must be one: lower case, no spaces.
func party(r *Reader, key string) (p Party) {
	f, ok := r.scalar(key, TypeParty)
	if !ok {
		return p
	}
	return partyOf(r, key, f.Value)
}

func parties(r *Reader, key string) []Party {
	var out []Party
	for _, v := range r.list(key, TypeParties, ";|") {
		out = append(out, partyOf(r, key, v))
	}
	return out
}

func partyOf(r *Reader, key string, v *source.Value) Party {
	text := strings.TrimSpace(v.Text)
	if locale.Slug(text) != text {
		return Party{Name: text}
	}
	switch text {
	case "anoniem", "anonymous", "anonyme":
		return Party{Name: text}
	}
	return Party{Organisation: newRef[*Organisation](r, key, v, []string{"organisation"}, false)}
}

// member reads the keys of somebody present, excused or seated: organisation
// or service, and a role.
func member(r *Reader) Party {
	p := Party{Organisation: one[*Organisation](r, "organisation", "organisation")}
	p.Name = r.Text("service")
	p.Written = r.written()
	p.Role = r.Text("role")
	return p
}

// Mention is one document that refers to another, and the key it does so under.
type Mention struct {
	From Document
	Key  string // English name; "text" for a link in the prose
}

// resolve leads every filed reference to its document and files the mention.
func (s *Site) resolve(links [][]link, diags *diag.List) {
	var astray []link
	for _, of := range links {
		for _, l := range of {
			to, found := s.lookup(l)
			if found && l.set(to) {
				s.mention(l.from, to, l.key)
			} else if !l.optional && l.id != "" {
				astray = append(astray, l)
			}
		}
	}
	renamed := s.renamed(astray)
	for _, l := range astray {
		if !slices.ContainsFunc(l.kinds, func(kind string) bool { return renamed[kind] }) {
			s.unknown(l, diags)
		}
	}
}

// renamed are the kinds of which every name that leads nowhere may be that of a
// document that was dropped, as somebody gave it the id of another: there are
// no more such names than such documents.
func (s *Site) renamed(astray []link) map[string]bool {
	dropped := map[string]int{}
	for _, doc := range s.Dropped {
		if b := doc.Common(); !b.Double {
			dropped[b.Kind]++
		}
	}
	names := map[string]map[string]bool{}
	for _, l := range astray {
		for _, kind := range l.kinds {
			if _, draft := s.drafts[kind][l.id]; dropped[kind] > 0 && !draft {
				if names[kind] == nil {
					names[kind] = map[string]bool{}
				}
				names[kind][l.id] = true
			}
		}
	}
	out := map[string]bool{}
	for kind, of := range names {
		out[kind] = len(of) <= dropped[kind]
	}
	return out
}

// lookup finds what l leads to. A werf may be named by its number.
func (s *Site) lookup(l link) (Document, bool) {
	for _, kind := range l.kinds {
		if d, ok := s.index[kind][l.id]; ok {
			return d, true
		}
		if kind == "werf" {
			if d, ok := s.werfByNumber[l.id]; ok {
				return d, true
			}
		}
	}
	return nil, false
}

func (s *Site) unknown(l link, diags *diag.List) {
	for _, kind := range l.kinds {
		if s.Partial[kind] {
			return // it may stand in what could not be read
		}
		if draft, ok := s.drafts[kind][l.id]; ok {
			d := diags.Add(CodeRefDraft, l.pos, l.id)
			d.Related = append(d.Related, draft)
			return
		}
	}
	words := make([]string, len(l.kinds))
	for i, kind := range l.kinds {
		words[i] = s.Lang.Word("kind." + kind + ".singular")
	}
	d := diags.Add(CodeRefUnknown, l.pos, strings.Join(words, " / "), l.id)
	d.Near = s.near(l.id, func() []string { return s.ids(l.kinds) })
}

// ids lists the ids of some kinds, in no order.
func (s *Site) ids(kinds []string) []string {
	var out []string
	for _, kind := range kinds {
		for id := range s.index[kind] {
			out = append(out, id)
		}
	}
	return out
}

// maxProposals is how many mistakes come with what was perhaps meant: each
// takes a look at every name, and a site may have thousands of both.
const maxProposals = 200

// near proposes one of the names for what was written, as diag.Near does.
func (s *Site) near(written string, names func() []string) string {
	if s.proposed++; s.proposed > maxProposals {
		return ""
	}
	return diag.Near(written, names())
}

// mention notes at to that from refers to it, once for each key.
func (s *Site) mention(from, to Document, key string) {
	if from == nil || from == to || from.Common().Original != nil {
		return
	}
	b := to.Common()
	for i := len(b.MentionedBy) - 1; i >= 0 && b.MentionedBy[i].From == from; i-- {
		if b.MentionedBy[i].Key == key {
			return
		}
	}
	b.MentionedBy = append(b.MentionedBy, Mention{from, key})
}
