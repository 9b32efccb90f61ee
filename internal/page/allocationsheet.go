package page

// Allocations and payments as tables to download. What must stay true: the
// columns have the names of the content model, so that a table that was
// downloaded can be read back; a row has the sums of the page of its
// allocation; support in kind has no amount in euros.

import (
	"strings"

	"glashelder/internal/model"
	"glashelder/internal/table"
)

// sheetColumn is a column of a table of allocations. Short ones are also in
// tables that a page carries itself.
type sheetColumn struct {
	table.Column
	short bool
	cell  func(*model.Allocation) table.Cell
}

// allocationSheet is a list of allocations as a table. short leaves out what
// the page that carries it has no room for.
func (v voice) allocationSheet(title, page string, list []*model.Allocation, notes []string, short bool) *table.Table {
	t := v.sheet(title, page, notes)
	var columns []sheetColumn
	for _, c := range v.allocationColumns() {
		if c.short || !short {
			columns = append(columns, c)
			t.Columns = append(t.Columns, c.Column)
		}
	}
	for _, a := range list {
		row := make([]table.Cell, len(columns))
		for i, c := range columns {
			row[i] = c.cell(a)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Total = totalOf(t, capital(v.t("total")))
	return t
}

// totalOf sums the columns of money, but not what support in kind is worth; the
// word stands in the first column.
func totalOf(t *table.Table, word string) []table.Cell {
	total := make([]table.Cell, len(t.Columns))
	for i, c := range t.Columns {
		if c.Kind != table.Money || c.Key == "value" {
			continue
		}
		total[i].Known = true
		for _, row := range t.Rows {
			total[i].Number += row[i].Number
		}
	}
	total[0] = table.Of(word)
	return total
}

// allocationColumns are all that is known of an allocation.
func (v voice) allocationColumns() []sheetColumn {
	key := func(short bool, key string, kind table.Kind, cell func(*model.Allocation) table.Cell) sheetColumn {
		return sheetColumn{v.column("allocation", key, kind), short, cell}
	}
	text := func(short bool, name string, cell func(*model.Allocation) string) sheetColumn {
		return key(short, name, table.Text, func(a *model.Allocation) table.Cell { return table.Of(cell(a)) })
	}
	named := func(name, of string, cell func(*model.Allocation) string) sheetColumn {
		c := text(name == "organisation_title", name, cell)
		c.Title, c.Meaning = v.t("download.named", v.kindName(of, "singular")), v.t("download.name")
		return c
	}
	return append([]sheetColumn{
		text(true, "id", func(a *model.Allocation) string { return a.ID }),
		text(true, "title", func(a *model.Allocation) string { return a.Title }),
		text(true, "organisation", func(a *model.Allocation) string { return a.Organisation.ID() }),
		named("organisation_title", "organisation", func(a *model.Allocation) string { return linkTo(v, a.Organisation).Text }),
		text(false, "kbo", func(a *model.Allocation) string { return kboOf(a) }),
		text(true, "budget", func(a *model.Allocation) string { return a.Budget.ID() }),
		named("budget_title", "budget", func(a *model.Allocation) string { return linkTo(v, a.Budget).Text }),
		text(false, "werf", func(a *model.Allocation) string { return ids(a.Werven) }),
		text(true, "decision", func(a *model.Allocation) string { return a.Decision.ID() }),
		text(false, "scheme", func(a *model.Allocation) string { return a.Scheme.ID() }),
		key(false, "kind", table.Text, func(a *model.Allocation) table.Cell { return table.Coded(v.value("kind", a.Form), a.Form) }),
		key(false, "period", table.Date, func(a *model.Allocation) table.Cell { return table.Of(a.Period.String()) }),
		key(true, "status", table.Text, func(a *model.Allocation) table.Cell { return table.Coded(v.value("status", a.Status), a.Status) }),
		key(true, "date", table.Date, func(a *model.Allocation) table.Cell { return table.Of(a.Date.String()) }),
	}, append(v.amountColumns(),
		text(false, "districts", func(a *model.Allocation) string { return ids(a.Districts) }),
		text(false, "target_groups", func(a *model.Allocation) string { return ids(a.TargetGroups) }),
		text(false, "themes", func(a *model.Allocation) string { return ids(a.Themes) }),
		text(false, "reason", func(a *model.Allocation) string { return a.Reason }),
		text(false, "note", func(a *model.Allocation) string { return a.Note }),
		key(true, "example", table.Flag, func(a *model.Allocation) table.Cell { return table.Yes(a.Example) }),
		key(true, "url", table.Web, func(a *model.Allocation) table.Cell { return table.Of(v.whole(v.link(a).URL)) }),
	)...)
}

// amountColumns are the amounts of an allocation, as its page has them.
func (v voice) amountColumns() []sheetColumn {
	known := func(ok bool, cell table.Cell) table.Cell {
		if !ok {
			return table.Cell{}
		}
		return cell
	}
	value := v.column("allocation", "value", table.Money)
	return []sheetColumn{
		{v.moneyColumn("requested"), true, func(a *model.Allocation) table.Cell {
			return known(a.HasRequested && !a.InKind(), table.Cents(a.Requested))
		}},
		{v.moneyColumn("awarded"), true, func(a *model.Allocation) table.Cell {
			return known(a.HasAwarded && a.Granted() && !a.InKind(), table.Cents(a.Awarded))
		}},
		{v.moneyColumn("paid"), true, func(a *model.Allocation) table.Cell {
			return known(len(a.Payments) > 0 && !a.InKind(), table.Cents(a.Paid))
		}},
		{v.moneyColumn("recovered"), true, func(a *model.Allocation) table.Cell {
			return known(a.Recovered > 0 && !a.InKind(), table.Cents(a.Recovered))
		}},
		{value, false, func(a *model.Allocation) table.Cell { return known(a.HasValue, table.Cents(a.Value)) }},
	}
}

// ids writes references as the tables of the site have them.
func ids[T model.Document](refs []model.Ref[T]) string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.ID()
	}
	return strings.Join(out, " ")
}

// kboOf is the enterprise number of who gets an allocation, in ten figures.
func kboOf(a *model.Allocation) string {
	if o := a.Organisation.To(); o != nil {
		return strings.ReplaceAll(o.EnterpriseNumber(), ".", "")
	}
	return ""
}

// paymentSheet is payments as a table; a recovery is below zero.
func (v voice) paymentSheet(title, page string, list []*model.Payment, notes []string) *table.Table {
	t := v.sheet(title, page, notes)
	t.Columns = []table.Column{
		v.column("payment", "id", table.Text), v.column("payment", "allocation", table.Text), v.column("allocation", "organisation", table.Text),
		v.column("payment", "date", table.Date), {Key: "amount", Title: v.t("money.amount_head"), Meaning: v.lang.Help("payment", "amount"), Kind: table.Money},
		v.column("payment", "note", table.Text), v.column("payment", "example", table.Flag), v.column("", "url", table.Web),
	}
	for _, p := range list {
		organisation, url, example := "", "", p.Example
		if a := p.Allocation.To(); a != nil {
			organisation, url, example = a.Organisation.ID(), v.whole(v.link(a).URL), example || a.Example
		}
		t.Rows = append(t.Rows, []table.Cell{table.Of(p.ID), table.Of(p.Allocation.ID()), table.Of(organisation), table.Of(p.Date.String()),
			table.Cents(p.Amount), table.Of(p.Note), table.Yes(example), table.Of(url)})
	}
	t.Total = totalOf(t, capital(v.t("total")))
	return t
}
