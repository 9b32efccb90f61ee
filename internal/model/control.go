package model

// Control totals, as accountants write them under a column: a row of a table
// whose id is "totaal", and the table `total` of data/budgetten.toml. Neither
// is an allocation, payment or envelope. What must stay true: every amount of
// the file is in the sum, whatever its status, so that no cent of it can change
// unnoticed; rule `controls` of package check compares.

import (
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// Control is one amount that a file gives as the sum of others, and their sum.
type Control struct {
	Key   string       // English name of the column or key: "awarded"
	Said  locale.Money // what the total says, in cents
	Sum   locale.Money // what the amounts of the file add up to, in cents
	Count int          // of those amounts
	Pos   diag.Pos     // of the total
	Whole bool         // whether the sum is that of all allocations of the site, in tables and documents
	Alike []diag.Pos   // of amounts that are exactly the difference: one too many, or one that was forgotten
}

// summed are the columns that a total may be given for.
func summed(kind string) []string {
	switch kind {
	case "allocation":
		return []string{"requested", "awarded", "value"}
	case "payment":
		return []string{"amount"}
	}
	return nil
}

// isTotal tells whether an id marks a row as the total of its table: "totaal"
// or "total", in any case, in the language of the site or in English.
func (d *decoder) isTotal(id string) bool {
	key, ok := d.lang.English(strings.TrimRight(strings.TrimSpace(id), ": "))
	return ok && key == "total"
}

// itemsOf are the rows of a table but for its total, which is held against
// them. A table has one total, under all of its rows.
func (d *decoder) itemsOf(t *tableNotes, kind string, rec *record) []*source.Row {
	var totals, items []*source.Row
	var late *source.Row // the first row under a total
	for _, row := range t.csv.Rows {
		if id, ok := t.cell(row, "id"); ok && summed(kind) != nil && d.isTotal(id.Text) {
			totals = append(totals, row)
			continue
		}
		if items = append(items, row); len(totals) > 0 && late == nil {
			late = row
		}
	}
	switch {
	case len(totals) > 1:
		misplaced(rec, CodeTotalTwice, totals[1], totals[0])
	case late != nil:
		misplaced(rec, CodeTotalNotLast, totals[0], late)
	}
	if len(totals) > 0 && !t.csv.Partial && !t.csv.Broken {
		d.hold(t, kind, totals[0], items, rec)
	}
	return items
}

// misplaced reports a total that stands where it should not, beside another row.
func misplaced(rec *record, code *diag.Code, total, other *source.Row) {
	d := rec.diags.Add(code, total.Pos, other.Pos.Line)
	d.Related = append(d.Related, other.Pos)
}

// hold notes what a total row says of each column, and what that adds up to. A
// column with an amount that cannot be read has a message already.
func (d *decoder) hold(t *tableNotes, kind string, total *source.Row, items []*source.Row, rec *record) {
	r := d.rowReader(kind, t, total)
	r.record = rec
	for _, key := range summed(kind) {
		said, ok := r.Money(key)
		if !ok {
			continue
		}
		var cells []*source.Value
		for _, row := range items {
			if c, ok := t.cell(row, key); ok {
				cells = append(cells, t.csv.Field(c).Value)
			}
		}
		r.control(key, said, cells)
	}
}

// control files what amounts add up to beside what a total says of them,
// unless one of them cannot be read.
func (r *Reader) control(key string, said locale.Money, written []*source.Value) {
	amounts := make([]locale.Money, len(written))
	for i, v := range written {
		m, err := r.parseMoney(v)
		if err != nil {
			return
		}
		amounts[i] = m
	}
	c := Control{Key: key, Said: said, Count: len(amounts), Pos: r.At(key)}
	c.Sum, _ = locale.SumMoney(amounts...) // what is too large is reported by a rule of its own
	difference, _ := c.Sum.Add(-said)
	for i, m := range amounts {
		if m != 0 && (m == difference || m == -difference) && len(c.Alike) < maxAlike {
			c.Alike = append(c.Alike, written[i].Pos)
		}
	}
	r.record.controls = append(r.record.controls, c)
}

// maxAlike is how many amounts that may explain a difference are named.
const maxAlike = 3

// controlBudgets holds the table `total` of data/budgetten.toml against the
// amounts of all envelopes in that file, parts and wholes alike. What it says
// of allocations is held against those of the whole site, later.
func (d *decoder) controlBudgets(file string, total *source.Value, envelopes []*source.Value, rec *record) {
	r := d.newReader("total", file, total.Pos, total, rec)
	said, ok := r.Money("amount")
	r.Require("amount")
	for _, key := range summed("allocation") {
		if said, ok := r.Money(key); ok {
			rec.controls = append(rec.controls, Control{Key: key, Said: said, Pos: r.At(key), Whole: true})
		}
	}
	r.finish()
	if !ok {
		return
	}
	var amounts []*source.Value
	for _, envelope := range envelopes {
		for _, f := range envelope.Fields {
			if english(d.lang, f.Name) == "amount" {
				amounts = append(amounts, f.Value)
			}
		}
	}
	r.control("amount", said, amounts)
}

// holdWhole adds up what totals say of all allocations. Where one of them could
// not be read, that has a message already, and a sum would say nothing.
func (s *Site) holdWhole() {
	unsure := s.Partial["allocation"]
	sums := map[string]locale.Money{}
	for _, a := range s.Allocations {
		unsure = unsure || a.unread
		for key, m := range map[string]locale.Money{"requested": a.Requested, "awarded": a.Awarded, "value": a.Value} {
			sums[key], _ = sums[key].Add(m)
		}
	}
	var kept []Control
	for _, c := range s.Controls {
		if c.Whole {
			c.Sum, c.Count = sums[c.Key], len(s.Allocations)
		}
		if !c.Whole || !unsure {
			kept = append(kept, c)
		}
	}
	s.Controls = kept
}

// withoutDropped counts the documents whose ids were taken as they seem to be
// meant: one that stands twice does not belong to the total of its file, and
// another under a wrong id belongs to the whole. Totals that come out when they
// are counted the other way are taken away.
func (s *Site) withoutDropped() {
	if len(s.Dropped)+len(s.DroppedPaid) == 0 {
		return
	}
	s.Controls = slices.DeleteFunc(s.Controls, func(c Control) bool { return s.otherwise(&c) == c.Said })
	for i := range s.Controls {
		c := &s.Controls[i]
		for _, doc := range s.Dropped {
			switch b := doc.Common(); {
			case c.Whole && !b.Double && b.Kind == "allocation":
				c.Sum, _ = c.Sum.Add(amountUnder(doc, c.Key))
				c.Count++
			case !c.Whole && b.Double && b.Pos.File == c.Pos.File:
				c.Sum, _ = c.Sum.Add(-amountUnder(doc, c.Key))
			}
		}
	}
}

// otherwise is the sum of a total with, for the whole, all documents that were
// dropped, and for a file, without those that stand in it.
func (s *Site) otherwise(c *Control) locale.Money {
	var dropped locale.Money
	for _, doc := range s.Dropped {
		if c.Whole || doc.Common().Pos.File == c.Pos.File {
			dropped, _ = dropped.Add(amountUnder(doc, c.Key))
		}
	}
	for _, p := range s.DroppedPaid {
		if p.Pos.File == c.Pos.File && c.Key == "amount" {
			dropped, _ = dropped.Add(p.Amount)
		}
	}
	if !c.Whole {
		dropped = -dropped
	}
	sum, _ := c.Sum.Add(dropped)
	return sum
}

// amountUnder is what a document adds to a total under a key.
func amountUnder(doc Document, key string) locale.Money {
	switch d := doc.(type) {
	case *Allocation:
		return map[string]locale.Money{"requested": d.Requested, "awarded": d.Awarded, "value": d.Value}[key]
	case *Budget:
		if key == "amount" {
			return d.Amount
		}
	}
	return 0
}
