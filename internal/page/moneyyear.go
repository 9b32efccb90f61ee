package page

// The money of one year: what was set aside for it, and who asked and got what.

import (
	"maps"
	"slices"
	"strconv"

	"glashelder/internal/model"
)

// MoneyYearView is the page of the money of one year.
type MoneyYearView struct {
	Frame
	Figures []Figure
	Notes   []string
	Choices []Choice // the years
	Budgets SumTable // set aside for this year alone
	Werven  SumTable
	Schemes SumTable
	Lists   []Link
	Money   Link
}

func moneyYearURL(year int) string { return moneyURL + strconv.Itoa(year) + "/" }

// moneyYearPages are the pages of the years that allocations are for.
func moneyYearPages(s *model.Site) []Page {
	v, byYear := newVoice(s, s.Lang.Code()), allocationsByYear(s)
	years := slices.Sorted(maps.Keys(byYear))
	slices.Reverse(years)
	var out []Page
	for _, year := range years {
		url, ledgers := moneyYearURL(year), v.ledgersOf(byYear[year])
		ledgers.years = nil
		budgets := v.wholeBudgetLedger(budgetsOf(s, year))
		files := ledgers.files(v, url)
		if budgets != nil {
			files = append(files, v.files(budgets, url))
		}
		out = append(out, Page{URL: url, Template: "moneyyear", Files: files, View: func() View {
			view := v.moneyYear(year, byYear[year], ledgers)
			if budgets != nil {
				view.Figures = append([]Figure{{v.moneyWords().Planned, v.money(budgets.total.planned)}}, view.Figures...)
			}
			view.Budgets, view.Choices = v.shown(budgets, url, pageSize), v.moneyYears(years, year)
			return view
		}})
	}
	return out
}

func (v voice) moneyYear(year int, list []*model.Allocation, ledgers moneyLedgers) *MoneyYearView {
	url, title, sum := moneyYearURL(year), v.t("money.in_year", strconv.Itoa(year)), tallyOf(list)
	all := v.site.Href(allocationYearURL(v.site, year))
	return &MoneyYearView{
		Frame: v.frame(url, "money", title, v.t("money.in_year_about", strconv.Itoa(year)), v.moneyLink()), Money: v.moneyLink(),
		Figures: v.figures(0, false, sum), Notes: append(v.moneyNotes(sum), v.t("money.year_note")),
		Werven: v.shown(ledgers.werven, url, sumsShown), Schemes: v.shown(ledgers.schemes, url, sumsShown),
		Lists: []Link{
			{Text: v.kindCount("allocation", len(list)), URL: all},
			{Text: v.t("fair.title"), URL: v.site.Href(fairPeriod{year: year}.url(false))},
		},
	}
}

// moneyYears is the row of years that have a page.
func (v voice) moneyYears(years []int, current int) []Choice {
	out := Choice{Label: v.t("list.by_year")}
	for _, year := range years {
		out.Links = append(out.Links, Link{Text: strconv.Itoa(year), URL: v.site.Href(moneyYearURL(year)), Current: year == current})
	}
	return []Choice{out}
}

// budgetsOf are the envelopes for one year alone. One inside another of them is
// marked as its part, for it may not be added to it.
func budgetsOf(s *model.Site, year int) []branch[*model.Budget] {
	var list []*model.Budget
	for _, b := range s.Budgets {
		if p := b.Period; !p.IsZero() && p.Start().Year() == year && p.End().Year() == year {
			list = append(list, b)
		}
	}
	return budgetTree(s, list)
}
