package page

// What the columns of every table to download mean, and what the formats are:
// plain CSV has no room to say so itself. What must stay true: the columns here
// are those that the files are made with.

import (
	"slices"

	"glashelder/internal/model"
	"glashelder/internal/table"
)

// ColumnsView explains the tables to download.
type ColumnsView struct {
	Frame
	Formats []FormatRow
	Groups  []ColumnGroup
	Money   Link
}

// FormatRow explains one format.
type FormatRow struct{ Name, Meaning string }

// ColumnGroup is the columns of one sort of table.
type ColumnGroup struct {
	ID, Title string
	Rows      []ColumnRow
}

// ColumnRow is one column.
type ColumnRow struct{ Key, Title, Kind, Meaning string }

const columnsURL = moneyURL + "kolommen/"

func columnPages(s *model.Site) []Page {
	if len(s.Allocations)+len(s.Budgets) == 0 && !slices.ContainsFunc(termKinds, func(kind string) bool { return len(s.Terms[kind]) > 0 }) {
		return nil
	}
	return []Page{{URL: columnsURL, Template: "columns", View: func() View { return newVoice(s, s.Lang.Code()).columns() }}}
}

func (v voice) columns() View {
	view := &ColumnsView{
		Frame: v.frame(columnsURL, "money", v.t("columns.title"), v.t("columns.about"), v.moneyLink()), Money: v.moneyLink(),
	}
	for _, f := range table.Formats {
		view.Formats = append(view.Formats, FormatRow{v.t("download." + f.Name), v.t("columns." + f.Name)})
	}
	add := func(id, title string, t *table.Table) {
		g := ColumnGroup{ID: "kolommen_" + id, Title: title}
		for _, c := range t.Columns {
			g.Rows = append(g.Rows, ColumnRow{c.Key, c.Title, v.t("columns.kind." + c.Kind.String()), c.Meaning})
		}
		view.Groups = append(view.Groups, g)
	}
	add("toelagen", v.sectionTitle("allocation"), v.allocationSheet("", "/", nil, nil, false))
	add("betalingen", v.t("payments.title"), v.paymentSheet("", "/", nil, nil))
	if p, ok := v.anyFairPeriod(); ok {
		add("verdeling", v.t("fair.title"), v.fairSheet(p, p.kinds[0], fairSplit{})())
	}
	add("stand", v.t("money.picture"), v.stackSheet(0, tally{}, "/"))
	add("stroom", v.t("money.flow_title"), v.flowSheet(nil, "/"))
	add("verloop", v.t("money.years.title"), v.pastSheet(v.site.Allocations, v.site.Budgets, "/"))
	for _, l := range v.sortsOfLedger() {
		add(l.name, l.caption, v.sheetOf(l, "/"))
	}
	return view
}

// anyFairPeriod is a period without allocations: the columns are the same.
func (v voice) anyFairPeriod() (fairPeriod, bool) {
	p := fairPeriod{kinds: v.fairKinds(0, newFairIndex(v.site))}
	return p, len(p.kinds) > 0 && len(v.site.Allocations) > 0
}

// sortsOfLedger has one ledger of every shape: envelopes, and any other.
func (v voice) sortsOfLedger() []*ledger {
	var out []*ledger
	if budgets := v.site.Budgets; len(budgets) > 0 {
		l := v.budgetLedger(branches(budgets[:1]))
		l.rows = nil
		out = append(out, l)
	}
	if len(v.site.Allocations) > 0 {
		l := v.yearLedger(v.site.Allocations[:1], false)
		l.name, l.key, l.head, l.caption, l.meaning, l.rows = "sommen", "…", v.t("columns.row"), v.t("columns.sums"), v.t("term.meaning"), nil
		out = append(out, l)
	}
	return out
}
