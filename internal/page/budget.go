package page

// Envelopes: the page of each, and the list of all as a tree.

import (
	"cmp"
	"html/template"
	"slices"

	"glashelder/internal/model"
)

// BudgetView is the page of one envelope.
type BudgetView struct {
	Frame
	About
	Summary     string
	Figures     []Figure
	Picture     template.HTML
	Words       MoneyWords
	Period      Date
	Parent      Link
	Decision    Link
	DecidedOn   Date
	Source      Link   // its text is the source; without an address where it is no web address
	Inside      string // how much of the envelope is in the envelopes inside it
	Children    SumTable
	Allocations AllocationTable
	Money       Link
}

// BudgetsView is one page of the list of all envelopes.
type BudgetsView struct {
	Frame
	Pager
	Body  template.HTML
	Table SumTable
	Money Link
}

func budgetPages(s *model.Site) []Page {
	return documents(s, "budget", s.Budgets, func(v voice, b *model.Budget) View { return v.budget(b) })
}

func budgetLists(s *model.Site) []Page {
	if len(s.Budgets) == 0 {
		return nil
	}
	tree, whole := budgetTree(s, s.Budgets), tallyOf(s.Allocations)
	return inEachLanguage(s, "budget", func(v voice, base string) []Page {
		l := v.wholeBudgetLedger(tree)
		l.notes = append(l.notes, v.moneyNotes(whole)...)
		out := listPages(v, "budgets", base, l.rows, func(v voice, part []ledgerRow, p Pager) View {
			f := v.listFrame(p, "budget", v.sectionTitle("budget"), v.t("budget.about"), v.moneyLink())
			view := &BudgetsView{Frame: f, Pager: p, Table: v.partOf(l, part), Money: v.moneyLink()}
			view.Table.Downloads = v.downloads(base+l.name, l.caption)
			if p.Number == 1 {
				view.Body = v.opening(&view.Frame, "budget")
			}
			return view
		})
		out[0].Files = []Files{v.files(l, base)}
		return out
	})
}

func (v voice) budget(b *model.Budget) View {
	all := allocationsIn(b)
	sum := tallyOf(all)
	view := &BudgetView{
		Frame: v.frameOf(b), Summary: b.Summary, Words: v.moneyWords(), Period: v.date(b.Period),
		Parent: linkTo(v, b.Parent), Decision: linkTo(v, b.Decision), Source: sourceLink(b.Source),
		Figures: v.figures(b.Amount, true, sum), Money: v.moneyLink(),
	}
	view.Picture = v.stacked("deel_verdeling", b.Amount, sum, v.within(b.ID+"-"+stackFiles, v.stackSheet(b.Amount, sum, b.URL)))
	if d := b.Decision.To(); d != nil {
		view.DecidedOn = v.date(d.Date)
	}
	if len(b.Children) > 0 {
		view.Children = v.carried(v.budgetLedger(branches(b.Children)), b.URL, b.ID)
		view.Inside = v.insideSentence(b)
	}
	if len(all) > 0 {
		view.Allocations = v.someAllocations(v.lang.Count("budget.allocations", len(all)), &b.Base, all)
		view.Allocations.Organisations = true
	}
	var lacks []string
	if !b.Decision.OK() {
		lacks = append(lacks, v.t("budget.no_decision"))
	}
	if b.Source == "" && !b.Decision.OK() {
		lacks = append(lacks, v.t("budget.no_source"))
	}
	view.About = v.about(b, lacks...)
	view.Mentions = without(view.Mentions, v.kindName("allocation", "plural"), v.kindName("budget", "plural"))
	return view
}

// insideSentence says how much of an envelope is in the envelopes inside it.
func (v voice) insideSentence(b *model.Budget) string {
	inside := b.Amount * 0
	for _, child := range b.Children {
		inside += child.Amount
	}
	if rest := b.Amount - inside; rest > 0 {
		return v.t("budget.inside", v.money(inside), v.money(rest))
	}
	return v.t("budget.inside_all", v.money(inside))
}

// sourceLink is where something comes from: a web address or a text.
func sourceLink(text string) Link {
	l := Link{Text: text}
	if isWebAddress(text) {
		l.URL = text
	}
	return l
}

func branches(list []*model.Budget) []branch[*model.Budget] {
	out := make([]branch[*model.Budget], len(list))
	for i, b := range list {
		out[i].item = b
	}
	return out
}

// budgetTree is envelopes as a tree, in order of period, then of name. One
// inside an envelope that is not among them stands at the top.
func budgetTree(s *model.Site, list []*model.Budget) []branch[*model.Budget] {
	in := map[*model.Budget]bool{}
	for _, b := range list {
		in[b] = true
	}
	order := func(a, b *model.Budget) int {
		return cmp.Or(a.Period.Compare(b.Period), s.Lang.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	}
	sorted := func(list []*model.Budget) []*model.Budget {
		list = slices.DeleteFunc(slices.Clone(list), func(b *model.Budget) bool { return !in[b] })
		slices.SortFunc(list, order)
		return list
	}
	parent := func(b *model.Budget) *model.Budget {
		if p := b.Parent.To(); in[p] {
			return p
		}
		return nil
	}
	return outline(sorted(list), parent, func(b *model.Budget) []*model.Budget { return sorted(b.Children) })
}

// takenFrom is what was taken from an envelope and those inside it, envelope
// by envelope.
func takenFrom(b *model.Budget) []*model.Allocation {
	if len(b.Children) == 0 {
		return b.Allocations
	}
	parent := func(x *model.Budget) *model.Budget { return nil }
	var out []*model.Allocation
	for _, br := range outline([]*model.Budget{b}, parent, func(x *model.Budget) []*model.Budget { return x.Children }) {
		out = append(out, br.item.Allocations...)
	}
	return out
}

// allocationsIn is what was taken from an envelope and those inside it, newest
// first.
func allocationsIn(b *model.Budget) []*model.Allocation {
	out := takenFrom(b)
	if len(b.Children) > 0 {
		slices.SortStableFunc(out, func(a, b *model.Allocation) int {
			return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
		})
	}
	return out
}

// without leaves out groups of mentions that the page itself shows.
func without(groups []MentionGroup, titles ...string) []MentionGroup {
	return slices.DeleteFunc(groups, func(g MentionGroup) bool { return slices.Contains(titles, g.Title) })
}
