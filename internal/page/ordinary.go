package page

// An ordinary page serves any kind: a new kind in model has pages at once, with
// all that the kind's keys say. Kinds with a type of their own go before it
// (see All).

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"glashelder/internal/model"
)

// OrdinaryView is the page of a document of any kind.
type OrdinaryView struct {
	Frame
	About
	Summary  string
	Body     template.HTML
	HasFacts bool // of its own or common ones
	Facts    []Fact
}

// Fact is what a document says under one key: values, or rows of them.
type Fact struct {
	Label  string
	Values []Link
	Rows   []FactRow
}

// FactRow is one table under a key.
type FactRow struct{ Cells []FactCell }

// FactCell is what a table says under one of its keys.
type FactCell struct {
	Label  string
	Values []Link
}

// ordinaryPages are the pages of all documents.
func ordinaryPages(s *model.Site) []Page {
	return documents(s, "ordinary", s.Documents, func(v voice, doc model.Document) View {
		view := &OrdinaryView{Frame: v.frameOf(doc), About: v.about(doc), Summary: ownSummary(doc.Common()), Body: v.body(doc)}
		for _, f := range v.site.Facts(doc) {
			view.Facts = append(view.Facts, v.fact(f))
		}
		view.HasFacts = len(view.Facts) > 0 || commonFacts(view.About)
		return view
	})
}

// ownSummary is the summary of a document, unless its text begins with it.
func ownSummary(b *model.Base) string {
	if b.Prose != nil && b.Summary == b.Prose.Summary {
		return ""
	}
	return b.Summary
}

// commonFacts tells whether the partial "gemene-feiten" has something to show.
func commonFacts(a About) bool {
	return len(a.Organisations)+len(a.Themes)+len(a.Districts)+len(a.TargetGroups) > 0 ||
		a.Contact != Contact{} || a.Official != ""
}

// fact puts a fact in words.
func (v voice) fact(f model.Fact) Fact {
	out := Fact{Label: v.keyName(f.Key)}
	if len(f.Rows) == 0 {
		out.Values = v.factValues(f)
	}
	for _, row := range f.Rows {
		var cells []FactCell
		for _, c := range row {
			cells = append(cells, FactCell{v.keyName(c.Key), v.factValues(c)})
		}
		out.Rows = append(out.Rows, FactRow{cells})
	}
	return out
}

func (v voice) factValues(f model.Fact) []Link {
	one := func(text string) []Link { return []Link{{Text: text}} }
	switch f.Type {
	case model.TypeDate:
		return one(v.date(f.Date).Text)
	case model.TypeMoment:
		return one(v.moment(f.Moment).Text)
	case model.TypeMoney:
		return one(v.money(f.Money))
	case model.TypeBool:
		if f.True {
			return one(v.t("yes"))
		}
		return one(v.t("no"))
	case model.TypeChoice:
		return one(v.value(f.Key, f.Texts[0]))
	case model.TypeURL:
		return []Link{{Text: f.Texts[0], URL: f.Texts[0]}}
	case model.TypeTable, model.TypeTables:
		return v.nestedValues(f.Rows)
	}
	var out []Link
	for i, text := range f.Texts {
		if i < len(f.To) && f.To[i] != nil {
			out = append(out, v.link(f.To[i]))
		} else {
			out = append(out, Link{Text: text})
		}
	}
	return out
}

// nestedValues are the values of tables inside a table, one after the other.
func (v voice) nestedValues(rows [][]model.Fact) []Link {
	var out []Link
	for _, row := range rows {
		for _, f := range row {
			out = append(out, v.factValues(f)...)
		}
	}
	return out
}

// keyName is a key as a label: "aantal_aanwezigen" is "Aantal aanwezigen".
func (v voice) keyName(key string) string {
	return capital(strings.ReplaceAll(v.lang.Key(key), "_", " "))
}

// kindName is what a kind is called on a page: form is "singular" or "plural".
// A kind without words of its own goes by its name.
func (v voice) kindName(kind, form string) string {
	id := "kind." + kind + "." + form
	if word := v.t(id); word != id {
		return capital(word)
	}
	return capital(strings.ReplaceAll(kind, "_", " "))
}

// kindCount is a number of documents of a kind: "12 verslagen".
func (v voice) kindCount(kind string, n int) string {
	id := "kind." + kind
	if v.t(id+".other") == id+".other" {
		return v.lang.Count("kind.document", n)
	}
	return v.lang.Count(id, n)
}

// capital gives text a capital letter at its start.
func capital(text string) string {
	c, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(c)) + text[size:]
}
