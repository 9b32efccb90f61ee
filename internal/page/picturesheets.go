package page

// The numbers of pictures as tables to download. What must stay true: a table
// holds what its picture shows, no more and no less.

import (
	"slices"
	"strconv"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/table"
)

// The names of the files of pictures.
const (
	flowFiles  = "stroom"
	pastFiles  = "verloop"
	stackFiles = "stand"
)

// pictureFiles are the files of the pictures on the page about money.
func (v voice) pictureFiles() []Files {
	s, receivers := v.site, 0
	for _, o := range s.Organisations {
		if o.Totals.Awarded > 0 {
			receivers++
		}
	}
	var out []Files
	if receivers > 1 {
		out = append(out, beside(moneyURL+flowFiles, func() *table.Table { return v.flowSheet(s.Allocations, moneyURL) }))
	}
	if len(yearSums(s.Allocations, s.Budgets).years) > 1 {
		out = append(out, beside(moneyURL+pastFiles, func() *table.Table { return v.pastSheet(s.Allocations, s.Budgets, moneyURL) }))
	}
	return out
}

// flowSheet is what went from which envelope, by which werf, to whom.
func (v voice) flowSheet(list []*model.Allocation, page string) *table.Table {
	words := v.flowWords()
	t := v.sheet(v.t("money.flow_title"), page, v.moneyNotes(tallyOf(list)))
	t.Columns = []table.Column{
		{Key: "budget_title", Title: words.From, Meaning: v.t("download.name")}, {Key: "werf_title", Title: words.Via, Meaning: v.t("download.name")},
		{Key: "organisation_title", Title: words.To, Meaning: v.t("download.name")}, v.moneyColumn("awarded"), v.inventedColumn(), v.column("", "url", table.Web),
	}
	invented := table.Yes(tallyOf(list).examples > 0)
	for _, r := range v.flowRows(list) {
		t.Rows = append(t.Rows, []table.Cell{table.Of(r.From), table.Of(r.Via), table.Of(r.To), table.Cents(locale.Money(r.Value)), invented, table.Of(v.whole(r.URL))})
	}
	t.Total = totalOf(t, capital(v.t("total")))
	return t
}

// pastSheet is money year by year.
func (v voice) pastSheet(list []*model.Allocation, budgets []*model.Budget, page string) *table.Table {
	m := yearSums(list, budgets)
	t := v.sheet(v.t("money.years.title"), page, append(v.moneyNotes(m.whole), v.yearsNotes(m)...))
	t.Columns = []table.Column{{Key: "year", Title: capital(v.t("year")), Meaning: v.lang.Help("", "year")}}
	for _, s := range m.series() {
		t.Columns = append(t.Columns, v.moneyColumn(s.word))
	}
	t.Columns = append(t.Columns, v.inventedColumn())
	for _, y := range m.years {
		row := []table.Cell{table.Of(strconv.Itoa(y.year))}
		for _, s := range m.series() {
			cell := table.Cell{}
			if value := s.value(y); value != chart.Unknown {
				cell = table.Cents(locale.Money(value))
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, append(row, table.Yes(y.examples > 0 || y.planned > 0 && hasInvented(budgets))))
	}
	return t
}

// hasInvented tells whether one of some envelopes was invented.
func hasInvented(budgets []*model.Budget) bool {
	return slices.ContainsFunc(budgets, func(b *model.Budget) bool { return b.Example })
}

// stackSheet is the parts of an envelope.
func (v voice) stackSheet(envelope locale.Money, t tally, page string) *table.Table {
	out := v.sheet(v.t("money.picture"), page, append(v.moneyNotes(t), v.stackNotes(t)...))
	out.Columns = []table.Column{
		{Key: "part", Title: v.t("money.part"), Meaning: v.t("download.name")},
		{Key: "amount", Title: capital(v.t("money.amount")), Meaning: v.t("download.amount"), Kind: table.Money}, v.inventedColumn(),
	}
	for _, p := range stackParts(envelope, t) {
		out.Rows = append(out.Rows, []table.Cell{table.Coded(capital(v.t("money."+p.word)), p.word), table.Cents(p.amount), table.Yes(t.examples > 0)})
	}
	out.Total = totalOf(out, capital(v.t("total")))
	return out
}
