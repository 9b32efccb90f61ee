package check

// Chains of "belongs to" that come back to where they began: nothing could be
// added up, and a trail of pages would never end.

import (
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeCircle = mistake("kring",
	diag.Text{Message: "\"{1}\" hoort via {2} weer bij zichzelf", Hint: "haal één van de verwijzingen weg",
		Explain: "Een budget, overleg, thema of organisatie kan deel zijn van een groter geheel, maar nooit van zichzelf. Hier loopt de keten rond: A hoort bij B en B hoort bij A. Totalen en kruimelpaden zouden dan nooit ophouden. Kijk na welke van de twee echt bovenaan staat, en laat daar `bovenliggend`, `koepel`, `ruimer` of `opvolger` weg."},
	diag.Text{Message: "\"{1}\" belongs to itself by way of {2}", Hint: "remove one of the references",
		Explain: "A budget, forum, theme or organisation can be part of something larger, but never of itself. Here the chain runs round: A belongs to B and B belongs to A. Totals and trails would never end. See which of the two really stands on top, and leave out `parent`, `umbrella`, `broader` or `successor` there."})

var circles = Rule{
	Codes: []*diag.Code{codeCircle},
	Check: func(s *model.Site, diags *diag.List) {
		circle(s.Budgets, func(b *model.Budget) model.Ref[*model.Budget] { return b.Parent }, diags)
		circle(s.Forums, func(f *model.Forum) model.Ref[*model.Forum] { return f.Parent }, diags)
		circle(s.Organisations, func(o *model.Organisation) model.Ref[*model.Organisation] { return o.Umbrella }, diags)
		circle(s.Organisations, func(o *model.Organisation) model.Ref[*model.Organisation] { return o.Successor }, diags)
		for _, k := range model.Kinds {
			circle(s.Terms[k.Name], func(t *model.Term) model.Ref[*model.Term] { return t.Broader }, diags)
		}
		supersession(s, diags)
	},
}

// circle follows each document upwards and reports a circle once, at the
// document of the least id in it. Every document is walked over once.
func circle[T interface {
	comparable
	model.Document
}](docs []T, up func(T) model.Ref[T], diags *diag.List) {
	walk := map[T]int{} // the number of the walk that came by
	for number, start := range docs {
		at, known := start, true
		for known && walk[at] == 0 {
			walk[at] = number + 1
			ref := up(at)
			if known = ref.OK(); known {
				at = ref.To()
			}
		}
		if known && walk[at] == number+1 {
			reportCircle(at, up, diags)
		}
	}
}

// reportCircle names a circle of which at is a member.
func reportCircle[T interface {
	comparable
	model.Document
}](at T, up func(T) model.Ref[T], diags *diag.List) {
	least := at
	for d := up(at).To(); d != at; d = up(d).To() {
		if d.Common().ID < least.Common().ID {
			least = d
		}
	}
	var trail []string
	var places []diag.Pos
	for d := up(least).To(); ; d = up(d).To() {
		trail = append(trail, "\""+d.Common().ID+"\"")
		if d == least {
			break
		}
		places = append(places, up(d).Pos())
	}
	related(diags.Add(codeCircle, up(least).Pos(), least.Common().ID, strings.Join(trail, ", ")), places...)
}

// supersession reports decisions that replace one another.
func supersession(s *model.Site, diags *diag.List) {
	for _, d := range s.Decisions {
		for _, ref := range d.Supersedes {
			old := ref.To()
			switch {
			case old == nil:
			case old == d:
				diags.Add(codeCircle, ref.Pos(), d.ID, "\""+d.ID+"\"")
			case d.ID < old.ID:
				if back, ok := replaces(old, d); ok {
					related(diags.Add(codeCircle, ref.Pos(), d.ID, "\""+old.ID+"\""), back)
				}
			}
		}
	}
}

// replaces gives the place where a says that it replaces b.
func replaces(a, b *model.Decision) (diag.Pos, bool) {
	for _, ref := range a.Supersedes {
		if ref.To() == b {
			return ref.Pos(), true
		}
	}
	return diag.Pos{}, false
}
