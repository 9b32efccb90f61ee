package page

// The kinds of groups in which organisations are compared: what puts an
// allocation in a group, and what the groups are called. What must stay true:
// the seat of an organisation and the place of its work are never mixed; what a
// profile does not say is not guessed.

import (
	"slices"
	"strconv"
	"strings"

	"glashelder/internal/model"
)

// fairKind is one way to put organisations in groups.
type fairKind struct {
	name    string // of its words: "size"
	terms   string // the vocabulary of its groups: "size"; "" where there is none
	file    string // name of its downloads: "groottes"
	where   bool   // whether it is about places
	shown   int    // how many groups the page shows
	first   string // the group that its sentence is about, where that has a row
	of      func(*model.Organisation) []string
	own     func(*model.Allocation) []string // goes before the groups of the organisation; nil where there is no such thing
	order   func(a, b string) int
	label   func(key string) Link
	missing string   // a sentence where the question has no answer
	notes   []string // what the groups are
}

// How many groups the tables of a page show, so that it stays light; their
// downloads have all.
const (
	fairPlaces = 26
	fairOthers = 20
	fairForms  = 8
)

// fairSizes are the sizes of organisations, smallest first.
var fairSizes = []string{"vrijwillig", "klein", "middelgroot", "groot"}

// groups are the keys of the groups that an allocation counts in, each once;
// one "" where none is known.
func (k fairKind) groups(a *model.Allocation) []string {
	var out []string
	if k.own != nil {
		out = k.own(a)
	}
	if o := a.Organisation.To(); len(out) == 0 && o != nil {
		out = k.of(o)
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// fairKinds are all kinds, for the allocations of a year; 0 for all years.
func (v voice) fairKinds(year int, x *fairIndex) []fairKind {
	target := v.fairTerms("target_group", "doelgroepen", x)
	target.shown = fairOthers
	target.own = func(a *model.Allocation) []string { return termIDs(a.TargetGroups) }
	target.of = func(o *model.Organisation) []string { return termIDs(o.TargetGroups) }
	seat := v.fairTerms("seat", "zetels", x)
	seat.of = func(o *model.Organisation) []string { return termIDs([]model.Ref[*model.Term]{o.Seat}) }
	work := v.fairTerms("district", "wijken", x)
	work.own = func(a *model.Allocation) []string { return termIDs(a.Districts) }
	work.of = func(o *model.Organisation) []string { return termIDs(o.Districts) }
	return []fairKind{v.fairSize(x), v.fairLegalForm(x), v.fairStaff(), v.fairNewcomers(year, x), target, seat, work}
}

// termIDs are the ids of the terms that references lead to, each once.
func termIDs(refs []model.Ref[*model.Term]) []string {
	var out []string
	for _, r := range refs {
		if t := r.To(); t != nil && !slices.Contains(out, t.ID) {
			out = append(out, t.ID)
		}
	}
	return out
}

// inOrder puts keys in the order of a list.
func inOrder(list ...string) func(a, b string) int {
	return func(a, b string) int { return slices.Index(list, a) - slices.Index(list, b) }
}

func (v voice) fairSize(x *fairIndex) fairKind {
	k := fairKind{
		name: "size", terms: "size", file: "groottes", shown: fairOthers, first: fairSizes[0], order: inOrder(fairSizes...),
		of: func(o *model.Organisation) []string { return []string{o.Size} },
		label: func(id string) Link {
			if t := x.terms["size"][id]; t != nil {
				return v.termLink(t)
			}
			return Link{Text: v.value("size", id)}
		},
	}
	for _, id := range fairSizes {
		if t := x.terms["size"][id]; t != nil && t.Description != "" {
			k.notes = append(k.notes, v.t("fair.means", capital(t.Label(v.lang.Code())), t.Description))
		}
	}
	return k
}

func (v voice) fairLegalForm(x *fairIndex) fairKind {
	return fairKind{
		name: "legal_form", file: "rechtsvormen", shown: fairForms, notes: []string{v.t("fair.note.legal_form")},
		of:    func(o *model.Organisation) []string { return []string{legalForm(o)} },
		order: func(a, b string) int { return v.lang.Compare(x.forms[a], x.forms[b]) },
		label: func(key string) Link { return Link{Text: x.forms[key]} },
	}
}

// legalForm is the legal form of an organisation in one spelling.
func legalForm(o *model.Organisation) string { return strings.ToLower(oneSpace(o.LegalForm)) }

func oneSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

func (v voice) fairStaff() fairKind {
	return fairKind{
		name: "staff", file: "personeel", shown: fairOthers, first: "volunteers", order: inOrder("volunteers", "staff"),
		of:    func(o *model.Organisation) []string { return []string{staff(o.Employees)} },
		label: func(key string) Link { return Link{Text: v.t("fair.group." + key)} },
		notes: []string{v.t("fair.note.staff")},
	}
}

// staff tells from a number of employees whether there are any; "" where it is
// not known.
func staff(employees string) string {
	switch {
	case employees == "":
		return ""
	case strings.Trim(employees, "+-0.") == "":
		return "volunteers"
	}
	return "staff"
}

// fairNewcomers tells those who were granted something in an earlier year from
// the others. Of the first year, nobody knows.
func (v voice) fairNewcomers(year int, x *fairIndex) fairKind {
	k := fairKind{
		name: "newcomer", file: "nieuwkomers", shown: fairOthers, first: "new", order: inOrder("new", "known"),
		label: func(key string) Link { return Link{Text: v.t("fair.group." + key)} },
		of: func(o *model.Organisation) []string {
			if first, granted := x.granted[o]; granted && first < year {
				return []string{"known"}
			}
			return []string{"new"}
		},
		notes: []string{v.t("fair.note.newcomer", strconv.Itoa(x.firstYear))},
	}
	switch year {
	case 0:
		k.missing = v.t("fair.newcomer_by_year")
	case x.firstYear:
		k.missing = v.t("fair.newcomer_first", strconv.Itoa(year))
	}
	return k
}

// fairTerms groups by the terms of a vocabulary, in the order of their names.
func (v voice) fairTerms(name, file string, x *fairIndex) fairKind {
	terms := name
	if name == "seat" {
		terms = "district"
	}
	label := func(id string) Link { return v.termLink(x.terms[terms][id]) }
	return fairKind{
		name: name, terms: terms, file: file, where: terms == "district", shown: fairPlaces, label: label,
		order: func(a, b string) int { return v.lang.Compare(label(a).Text, label(b).Text) },
		notes: []string{v.t("fair.note." + name)},
	}
}

// fairIndex is what all periods share.
type fairIndex struct {
	terms     map[string]map[string]*model.Term // by vocabulary and id
	forms     map[string]string                 // legal forms as they are written first, by their one spelling
	granted   map[*model.Organisation]int       // the first year in which something was granted
	firstYear int                               // of the allocations; 0 where there is none
}

func newFairIndex(s *model.Site) *fairIndex {
	x := &fairIndex{
		terms: map[string]map[string]*model.Term{}, forms: map[string]string{}, granted: map[*model.Organisation]int{},
	}
	for _, kind := range []string{"size", "district", "target_group"} {
		x.terms[kind] = map[string]*model.Term{}
		for _, t := range s.Terms[kind] {
			x.terms[kind][t.ID] = t
		}
	}
	for _, o := range s.Organisations {
		if form := legalForm(o); form != "" && x.forms[form] == "" {
			x.forms[form] = oneSpace(o.LegalForm)
		}
	}
	for _, a := range s.Allocations {
		x.add(a)
	}
	return x
}

func (x *fairIndex) add(a *model.Allocation) {
	year, o := a.Year(), a.Organisation.To()
	if year <= 0 {
		return
	}
	if x.firstYear == 0 || year < x.firstYear {
		x.firstYear = year
	}
	if first, known := x.granted[o]; a.Granted() && (!known || year < first) {
		x.granted[o] = year
	}
}

// awards are allocations as they count, without their groups. Those of one
// organisation stand together.
func awards(list []*model.Allocation) []fairAward {
	out := make([]fairAward, len(list))
	who := 0
	for i, a := range list {
		if i > 0 && a.Organisation.To() != list[i-1].Organisation.To() {
			who++
		}
		out[i] = fairAward{who: who, granted: a.Granted(), inKind: a.InKind(), amount: a.Counts()}
	}
	return out
}
