package page

// The page about money: what the words mean, where all envelopes stand, and
// who got what by year, werf and scheme. What must stay true: the sums of
// all tables are those of the same allocations; support in kind is counted
// apart; what was invented is said to be.

import (
	"html/template"
	"slices"

	"glashelder/internal/model"
)

// MoneyView is the page about money.
type MoneyView struct {
	Frame
	Examples string // a sentence; "" where nothing was invented
	Terms    []MoneyTerm
	Figures  []Figure
	Picture  template.HTML
	Budgets  SumTable
	Years    SumTable
	Werven   SumTable
	Schemes  SumTable
	Statuses []StatusCount
	Flow     template.HTML
	Past     template.HTML // money through the years
	InKind   string
	Lacks    []string
	All      []Link // the lists
	Report   Report
}

// MoneyTerm is a word of money and what it means.
type MoneyTerm struct{ ID, Word, Meaning string }

// StatusCount is how many allocations have a status.
type StatusCount struct {
	Status Status
	Count  string
}

func moneyPages(s *model.Site) []Page {
	if !hasMoney(s) {
		return nil
	}
	v := newVoice(s, s.Lang.Code())
	ledgers := v.ledgersOf(s.Allocations)
	files := ledgers.files(v, moneyURL)
	if len(s.Allocations) > 0 {
		files = append(files, v.pictureFiles()...)
	}
	files = append(files, v.sumFiles(moneyURL, tops(s.Budgets))...)
	return []Page{{URL: moneyURL, Template: "money", View: func() View { return v.moneyPage(ledgers) }, Files: files}}
}

// hasMoney tells whether an amount stands anywhere, for then its words have a
// definition.
func hasMoney(s *model.Site) bool {
	return len(s.Budgets)+len(s.Allocations) > 0 ||
		slices.ContainsFunc(s.Decisions, func(d *model.Decision) bool { return d.HasAmount })
}

func (v voice) moneyPage(ledgers moneyLedgers) View {
	s := v.site
	tree, sum := budgetTree(s, s.Budgets), tallyOf(s.Allocations)
	view := &MoneyView{
		Frame: v.frame(moneyURL, "money", v.t("money.title"), v.t("money.about")), Examples: v.examples(sum),
		Terms: v.moneyTerms(), Report: v.report(v.t("money.title"), moneyURL), Lacks: v.moneyLacks(), Statuses: v.statusCounts(),
	}
	if len(tree) > 0 {
		whole := potOf(tops(s.Budgets))
		view.Figures = v.figures(whole.planned, true, whole.tally)
		view.Picture = v.stacked("geld", whole.planned, whole.tally, v.downloads(moneyURL+stackFiles, v.t("money.picture")))
		l := v.wholeBudgetLedger(tree)
		view.Budgets = v.outerBudgets(l)
		view.Budgets.Downloads = v.downloads(sectionOf(s, "budget")+l.name, l.caption)
		view.All = append(view.All, Link{Text: v.kindCount("budget", len(s.Budgets)), URL: v.site.Href(sectionOf(s, "budget"))})
	}
	if len(s.Allocations) == 0 {
		return view
	}
	view.All = append(view.All, Link{Text: v.kindCount("allocation", sum.Count), URL: v.site.Href(sectionOf(s, "allocation"))})
	view.All = append(view.All, Link{Text: v.t("fair.title"), URL: v.site.Href(fairnessURL)})
	if n := len(s.Payments); n > 0 {
		view.All = append(view.All, Link{Text: v.kindCount("payment", n), URL: v.site.Href(paymentsURL)})
	}
	view.All = append(view.All, v.moneyVocabularies()...)
	view.Years, view.Werven = v.shown(ledgers.years, moneyURL, sumsShown), v.shown(ledgers.werven, moneyURL, sumsShown)
	view.Schemes = v.shown(ledgers.schemes, moneyURL, schemesShown)
	view.Flow = v.flow(s.Allocations, v.downloads(moneyURL+flowFiles, v.t("money.flow_title")))
	view.Past = v.yearsPicture("verloop", s.Allocations, s.Budgets, v.downloads(moneyURL+pastFiles, v.t("money.years.title")))
	if sum.InKind > 0 {
		view.InKind = v.lang.Count("money.in_kind_apart", sum.InKind)
	}
	return view
}

// How many envelopes and schemes the page about money shows, and how many rows
// other tables have on it and on the pages of the years: no page has more than
// 1,400 elements.
const (
	budgetsShown = 6
	schemesShown = 6
	sumsShown    = 12
)

// outerBudgets are the last of the envelopes that stand in no other, with a word
// on what is left out; all envelopes where they are few.
func (v voice) outerBudgets(l *ledger) SumTable {
	if len(l.rows) <= budgetsShown {
		return v.partOf(l, l.rows)
	}
	outer := slices.DeleteFunc(slices.Clone(l.rows), func(r ledgerRow) bool { return r.within != "" })
	if len(outer) > budgetsShown {
		return v.short(l, outer[len(outer)-budgetsShown:])
	}
	t := v.partOf(l, outer)
	t.Notes = []string{v.t("money.parts_elsewhere")}
	return t
}

// moneyLedgers are the ledgers of a list that a page about money shows.
type moneyLedgers struct{ years, werven, schemes *ledger }

func (v voice) ledgersOf(list []*model.Allocation) moneyLedgers {
	return moneyLedgers{v.yearLedger(list, true), v.werfLedger(list), v.schemeLedger(list)}
}

// files are those of the ledgers that there are.
func (m moneyLedgers) files(v voice, page string) []Files {
	var out []Files
	for _, l := range []*ledger{m.years, m.werven, m.schemes} {
		if l != nil {
			out = append(out, v.files(l, page))
		}
	}
	return out
}

// moneyVocabularies leads to the lists that sum allocations in other ways.
func (v voice) moneyVocabularies() []Link {
	var out []Link
	for _, kind := range []string{"scheme", "district", "target_group", "theme", "size"} {
		if n := len(v.site.Terms[kind]); n > 0 {
			out = append(out, Link{Text: v.kindCount(kind, n), URL: v.site.Href(sectionOf(v.site, kind))})
		}
	}
	return out
}

func (v voice) moneyTerms() []MoneyTerm {
	var out []MoneyTerm
	for _, term := range moneyTerms {
		out = append(out, MoneyTerm{term.anchor, capital(v.t("money." + term.word)), v.t("money." + term.word + ".help")})
	}
	return out
}

// examples says how much of the page was invented.
func (v voice) examples(sum tally) string {
	budgets := 0
	for _, b := range v.site.Budgets {
		if b.Example {
			budgets++
		}
	}
	if sum.examples+budgets == 0 {
		return ""
	}
	n := func(i int) string { return v.lang.Number(int64(i)) }
	return v.t("money.examples_page", n(sum.examples), n(sum.Count), n(budgets), n(len(v.site.Budgets)))
}

// statusCounts counts the allocations by status, in the order of a life.
func (v voice) statusCounts() []StatusCount {
	piles, _ := heaps(v.site.Allocations, func(a *model.Allocation) []string { return []string{a.Status} })
	var out []StatusCount
	for _, status := range []string{"requested", "refused", "awarded", "partly_paid", "paid", "recovered"} {
		for _, p := range piles {
			if p.key == status {
				out = append(out, StatusCount{v.status(status), v.lang.Number(int64(p.Count))})
			}
		}
	}
	return out
}

// moneyLacks are sentences about what is not known of the money.
func (v voice) moneyLacks() []string {
	undecided, unscheduled := 0, 0
	for _, b := range v.site.Budgets {
		if !b.Decision.OK() {
			undecided++
		}
	}
	for _, a := range v.site.Allocations {
		if !a.Scheme.OK() {
			unscheduled++
		}
	}
	var out []string
	if undecided > 0 {
		out = append(out, v.lang.Count("money.lacks_decision", undecided))
	}
	if unscheduled > 0 {
		out = append(out, v.lang.Count("money.lacks_scheme", unscheduled))
	}
	return out
}
