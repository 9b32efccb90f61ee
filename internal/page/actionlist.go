package page

// The register of actions at /opvolging/: what is late comes first, then what
// still has to happen, then what was done. With a list for every status and for
// everyone who promised something.

import (
	"cmp"
	"html/template"
	"slices"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// ActionsView is one page of the register of actions.
type ActionsView struct {
	Frame
	Body     template.HTML
	Figures  []Figure // counts by status, on the first page
	Examples string   // how much of it was invented
	Choices  []Choice
	Table    ActionTable
	Owners   []OwnerRow
	Everyone Link // leads to all owners, where these are some
	Pager    Pager
}

// OwnerRow is who promised something, with the counts.
type OwnerRow struct {
	Owner             Link
	Total, Open, Late int
}

// OwnersView is one page of all who promised something.
type OwnersView struct {
	Frame
	Owners []OwnerRow
	Pager  Pager
}

// ownersShown is how many owners stand on the first page of the register.
const ownersShown = 12

// actionRank orders actions by how much they ask for attention.
func actionRank(a *model.Action, now time.Time) int {
	switch {
	case a.Overdue(now):
		return 0
	case a.Status == "open" || a.Status == "in_progress":
		return 1
	case a.Status == "done":
		return 2
	}
	return 3
}

// actionStates are the lists by status; the index is the rank.
var actionStates = []struct{ id, word string }{
	{"te-laat", "action.state.late"}, {"open", "action.state.open"}, {"afgerond", "action.state.done"}, {"geschrapt", "action.state.dropped"},
}

// ranked sorts actions: late ones longest first, open ones by due date with
// those without at the end, what is done newest first.
func ranked(actions []*model.Action, now time.Time) []*model.Action {
	out := slices.Clone(actions)
	slices.SortStableFunc(out, func(a, b *model.Action) int {
		rank := actionRank(a, now)
		if c := cmp.Compare(rank, actionRank(b, now)); c != 0 {
			return c
		}
		if rank >= 2 {
			return b.Done.Compare(a.Done)
		}
		if a.Due.IsZero() != b.Due.IsZero() {
			if a.Due.IsZero() {
				return 1
			}
			return -1
		}
		return a.Due.Compare(b.Due)
	})
	return out
}

// actionLists makes the register; a site without actions has none.
func actionLists(s *model.Site) []Page {
	if len(s.Actions) == 0 {
		return nil
	}
	v := newVoice(s, s.Lang.Code())
	r := &catalogue[*model.Action]{voice: v, base: actionsURL, template: "actions", items: ranked(s.Actions, s.Now)}
	states := facets("status", r.items, func(a *model.Action) (string, string) {
		state := actionStates[actionRank(a, s.Now)]
		return state.id, v.t(state.word)
	})
	owners := largest(s.Lang, facets("wie", r.items, v.ownerOf))
	rows := v.ownerRows(owners)
	r.aspects = []aspect[*model.Action]{
		{label: v.t("register.by_status"), facets: states, counted: true},
		{label: v.t("register.by_owner"), facets: owners, unlisted: true},
	}
	r.view = func(r *catalogue[*model.Action], at, name string, part []*model.Action, p Pager) View {
		view := &ActionsView{
			Frame: r.frameAt(p, "action", v.t("nav.actions"), name, v.t("action.about")), Choices: r.choices(at, p),
			Table: v.actionRegister(part), Pager: p,
		}
		if at == "" && p.Number == 1 {
			v.actionsOpening(view, states, rows)
		}
		return view
	}
	return r.pages()
}

// ownerLists lists everyone who promised something.
func ownerLists(s *model.Site) []Page {
	if len(s.Actions) == 0 {
		return nil
	}
	v := newVoice(s, s.Lang.Code())
	rows := v.ownerRows(largest(s.Lang, facets("wie", s.Actions, v.ownerOf)))
	return listPages(v, "owners", actionsURL+"wie/", rows, func(v voice, part []OwnerRow, p Pager) View {
		above := Link{Text: v.t("nav.actions"), URL: v.site.Href(actionsURL)}
		return &OwnersView{v.listFrame(p, "action", v.t("register.by_owner"), "", above), part, p}
	})
}

// actionsOpening fills what stands on the first page alone.
func (v voice) actionsOpening(view *ActionsView, states []facet[*model.Action], owners []OwnerRow) {
	if doc, ok := v.registerText(actionsURL); ok {
		view.Body = v.indexText(&view.Frame, doc)
	}
	for _, f := range states {
		view.Figures = append(view.Figures, Figure{Link{Text: f.text, URL: v.site.Href(actionsURL + f.key)}, v.lang.Number(int64(len(f.items)))})
	}
	view.Examples = examples(v, v.site.Actions, func(a *model.Action) bool { return a.Doc.Common().Example })
	view.Owners = owners[:min(len(owners), ownersShown)]
	view.Everyone = Link{Text: v.t("nav.all", v.lang.Count("action.owners", len(owners))), URL: v.site.Href(actionsURL + "wie/")}
}

// ownerOf is who promised an action: the end of an address, and a name.
func (v voice) ownerOf(a *model.Action) (id, text string) {
	if a.Owner.IsZero() {
		return "niemand", v.t("action.nobody")
	}
	label := a.Owner.Label()
	return or(locale.Slug(label), "wie"), label
}

// ownerRows counts what everyone promised; the most open promises first.
func (v voice) ownerRows(owners []facet[*model.Action]) []OwnerRow {
	var out []OwnerRow
	for _, f := range owners {
		row := OwnerRow{Owner: Link{Text: f.text, URL: v.site.Href(actionsURL + f.key)}, Total: len(f.items)}
		for _, a := range f.items {
			switch actionRank(a, v.site.Now) {
			case 0:
				row.Open, row.Late = row.Open+1, row.Late+1
			case 1:
				row.Open++
			}
		}
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b OwnerRow) int {
		return cmp.Or(cmp.Compare(b.Late, a.Late), cmp.Compare(b.Open, a.Open))
	})
	return out
}
