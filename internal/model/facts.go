package model

// What a document says under the keys of its own kind, for a page that serves
// any kind: the schema of the kind says what to ask, the front matter is asked
// again. Kinds with a page of their own never need it.

import "glashelder/internal/locale"

// Fact is one key of a kind that was written, with its value by its type: of a
// text, list, number, choice or time the Texts; of a reference the Texts and
// where they lead; of a table or list of tables the Rows.
type Fact struct {
	Key    string // English
	Type   Type
	Texts  []string   // as written; a choice in English; one for each of To
	To     []Document // nil where a text leads nowhere
	Date   locale.Date
	Moment Moment
	Money  locale.Money
	True   bool
	Rows   [][]Fact
}

// Facts lists what doc says under the keys of its own kind, in the order of its
// schema. A row of a table or data file has none.
func (s *Site) Facts(doc Document) []Fact {
	b := doc.Common()
	if b.Row {
		return nil
	}
	front := s.frontOf(doc)
	if b.Original != nil {
		front = merge(s.Lang, s.frontOf(b.Original), front)
	}
	r := newDecoder(s.Config).newReader(b.Kind, b.Pos.File, b.Pos, front, &record{})
	keys := Describe(b.Kind)
	return s.facts(r, keys[len(Describe("page")):])
}

func (s *Site) facts(r *Reader, keys []Key) []Fact {
	var out []Fact
	for _, k := range keys {
		if r.Has(k.Name) {
			out = append(out, s.fact(r, k))
		}
	}
	return out
}

func (s *Site) fact(r *Reader, k Key) Fact {
	f := Fact{Key: k.Name, Type: k.Type}
	switch k.Type {
	case TypeDate:
		f.Date = r.Date(k.Name)
	case TypeMoment:
		f.Moment = r.Moment(k.Name)
	case TypeMoney:
		f.Money, _ = r.Money(k.Name)
	case TypeBool:
		f.True = r.Bool(k.Name)
	case TypeChoice:
		f.Texts = []string{r.Choice(k.Name, k.Values...)}
	case TypeRef, TypeRefs:
		s.factRefs(&f, r, k.Kinds, " ,;|")
	case TypeParty, TypeParties:
		s.factRefs(&f, r, []string{"organisation"}, ";|")
	case TypeTable, TypeTables:
		r.Tables(k.Name, func(r *Reader) { f.Rows = append(f.Rows, s.facts(r, k.Keys)) })
	default:
		f.Texts = r.Texts(k.Name)
	}
	return f
}

func (s *Site) factRefs(f *Fact, r *Reader, kinds []string, separators string) {
	for _, v := range r.list(f.Key, f.Type, separators) {
		to, _ := s.lookup(link{kinds: kinds, id: v.Text})
		f.Texts, f.To = append(f.Texts, v.Text), append(f.To, to)
	}
}
