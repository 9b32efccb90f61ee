package page

// The words of who gets what: what a table shows, what its columns count, of
// whom nothing is known; and the same rows as a table to download. What must
// stay true: a sentence says what is, not what should be; numbers below five
// are not told.

import (
	"glashelder/internal/table"
)

// fairColumns are the columns of numbers, as the page and the downloads have them.
var fairColumns = []struct {
	key, word string
	kind      table.Kind
	cell      func(r, total fairRow) table.Cell
}{
	{"share_asked", "fair.share_asked", table.Share, func(r, total fairRow) table.Cell {
		return share(int64(r.asked), int64(total.asked))
	}},
	{"share_awarded", "fair.share_money", table.Share, func(r, total fairRow) table.Cell {
		return share(int64(r.awarded), int64(total.awarded))
	}},
	{"asked", "fair.asked", table.Count, func(r, _ fairRow) table.Cell { return table.Int(r.asked) }},
	{"granted", "fair.granted", table.Count, func(r, _ fairRow) table.Cell { return table.Int(r.granted) }},
	{"allocations", "fair.awards", table.Count, func(r, _ fairRow) table.Cell { return table.Int(r.awards) }},
	{"in_kind", "fair.in_kind", table.Count, func(r, _ fairRow) table.Cell { return table.Int(r.inKind) }},
	{"awarded", "fair.awarded", table.Money, func(r, _ fairRow) table.Cell { return table.Cents(r.awarded) }},
	{"median", "fair.median", table.Money, func(r, _ fairRow) table.Cell {
		if !r.telling() {
			return table.Cell{}
		}
		return table.Cents(r.median)
	}},
	{"share_largest", "fair.largest", table.Share, func(r, _ fairRow) table.Cell {
		if !r.telling() {
			return table.Cell{}
		}
		return share(int64(r.largest), int64(r.awarded))
	}},
}

// share is a cell of a part of a whole; empty where the whole is nothing.
func share(part, whole int64) table.Cell {
	if whole == 0 {
		return table.Cell{}
	}
	return table.Int(hundredths(part, whole))
}

// fairSheet is a table of groups to download, with all its rows.
func (v voice) fairSheet(p fairPeriod, k fairKind, s fairSplit) func() *table.Table {
	return func() *table.Table {
		t := v.sheet(v.fairCaption(p, k), p.url(k.where), append(append(v.fairCoverage(s), k.notes...), v.fairNotes(p)...))
		t.Columns = []table.Column{
			{Key: k.name, Title: v.fairHead(k), Meaning: v.t("fair.rule")},
			{Key: "groups", Title: v.t("fair.groups"), Meaning: v.t("fair.groups.help"), Kind: table.Count},
		}
		for _, c := range fairColumns {
			t.Columns = append(t.Columns, table.Column{Key: c.key, Title: v.t(c.word), Meaning: v.t(c.word + ".help"), Kind: c.kind})
		}
		t.Columns = append(t.Columns, v.inventedColumn())
		invented := table.Yes(tallyOf(p.list).examples > 0)
		for _, r := range s.rows {
			t.Rows = append(t.Rows, append(v.fairCells(v.fairName(k, r).Text, len(r.keys), r, s.total), invented))
		}
		groups := 0
		for _, r := range s.rows {
			groups += len(r.keys)
		}
		t.Total = v.fairCells(capital(v.t("total")), groups, s.total, s.total)
		return t
	}
}

func (v voice) fairCells(name string, groups int, r, total fairRow) []table.Cell {
	cells := []table.Cell{table.Of(name), table.Int(groups)}
	for _, c := range fairColumns {
		cells = append(cells, c.cell(r, total))
	}
	return cells
}

// fairHead is the head of the column of groups.
func (v voice) fairHead(k fairKind) string {
	if k.terms != "" {
		return capital(v.kindName(k.terms, "singular"))
	}
	return v.t("fair.head." + k.name)
}

// fairCaption is what a table is called outside its page.
func (v voice) fairCaption(p fairPeriod, k fairKind) string {
	return v.t("fair.caption", v.fairTitle(p, false), v.t("fair."+k.name))
}

// fairDefinitions say what the columns of a table count, and which groups were merged.
func (v voice) fairDefinitions(s fairSplit) []FairColumn {
	out := []FairColumn{{v.t("fair.bars"), v.t("fair.bars.help")}}
	for _, c := range fairColumns {
		if c.key != "in_kind" || s.total.inKind > 0 {
			out = append(out, FairColumn{v.t(c.word), v.t(c.word + ".help")})
		}
	}
	return append(out, FairColumn{v.t("fair.small"), v.t("fair.rule")})
}

// fairMissing says why there is no table, where there is none.
func (v voice) fairMissing(k fairKind, s fairSplit) (sentence string, missing bool) {
	switch {
	case k.missing != "":
		return k.missing, true
	case s.total.asked < fairLeast:
		return v.t("fair.few"), true
	case s.known == 0:
		return v.t("fair.nothing_known"), true
	case len(s.rows) == 0:
		return v.t("fair.all_small"), true
	}
	return "", false
}

// fairCoverage says of how many organisations the group is known. Fewer than
// five are not counted out, for a row may hide them.
func (v voice) fairCoverage(s fairSplit) []string {
	n := func(i int) string { return v.lang.Number(int64(i)) }
	all, unknown := s.total.asked, s.total.asked-s.known
	switch {
	case unknown == 0:
		return []string{v.t("fair.known_all", n(all))}
	case unknown < fairLeast:
		return []string{v.t("fair.known_most", n(all))}
	case s.known < fairLeast:
		return []string{v.t("fair.known_few", n(all))}
	}
	return []string{v.t("fair.known", n(s.known), n(all), n(unknown))}
}

// fairSentence says what a table shows: of places and target groups how many
// were reached, of others how a group's share of the money is to its share of
// the organisations.
func (v voice) fairSentence(k fairKind, s fairSplit) string {
	n := func(i int) string { return v.lang.Number(int64(i)) }
	if s.total.awarded == 0 {
		return v.t("fair.sentence.nothing", n(s.total.asked))
	}
	if k.where || k.terms == "target_group" {
		terms := v.site.Terms[k.terms]
		return v.t("fair.sentence."+k.name, n(len(terms)-len(unreachedOf(terms, s.reached))), n(len(terms)))
	}
	r, found := k.told(s)
	if !found {
		return v.t("fair.sentence.plain", n(s.total.asked), n(s.total.granted), v.money(s.total.awarded))
	}
	if len(s.rows) == 1 {
		return v.t("fair.sentence.single", n(s.total.asked), k.label(r.keys[0]).Text)
	}
	subject := v.t("fair.subject."+k.name, k.label(r.keys[0]).Text)
	if k.terms == "" && k.name != "legal_form" {
		subject = v.t("fair.subject." + r.keys[0])
	}
	return v.t("fair.sentence", subject, v.lang.Percent(int64(r.asked), int64(s.total.asked)), v.lang.Percent(int64(r.awarded), int64(s.total.awarded)))
}

// told is the group that the sentence is about: the first of its kind, else the
// one with most organisations.
func (k fairKind) told(s fairSplit) (row fairRow, found bool) {
	for _, r := range s.rows {
		switch {
		case r.merged() || r.keys[0] == "":
		case r.keys[0] == k.first:
			return r, true
		case r.asked > row.asked:
			row, found = r, true
		}
	}
	return row, found
}
