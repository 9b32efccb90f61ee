package page

// Tables of money that pages of several kinds show: rows of allocations, rows
// of sums, a few large figures. What must stay true: every head of a column of
// money leads to the definition of its word; a total is summed from all rows,
// also those on other pages; support in kind is counted, never added to euros.

import (
	"html/template"
	"strings"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// MoneyWords are the words for money, each leading to its definition.
type MoneyWords struct{ Planned, Requested, Awarded, Paid, Recovered, Left Link }

// Figure is one large figure with its word.
type Figure struct {
	Word   Link
	Amount string
}

// AllocationTable is a table of allocations, for the template "toelagen".
type AllocationTable struct {
	ID, Caption   string
	Organisations bool // whether their column is there
	Own           bool // the document of the page gave them the money
	Words         MoneyWords
	Rows          []AllocationRow
	Total         SumRow
	Notes         []string
	Downloads     Downloads
	All           Link // leads to the whole list, where this is a part of it
}

// AllocationRow is one allocation. Amounts are "" where there is none.
type AllocationRow struct {
	Title, Organisation      Link
	Date                     Date
	Status                   Status
	Requested, Awarded, Paid string
	Back                     string        // how much of what was paid came back, in words
	Share                    template.HTML // how much of what was awarded is paid
	Example                  bool
}

// SumTable is a table of sums over allocations, for the template "sommen".
type SumTable struct {
	ID, Caption string
	Head        string // of the first column
	Words       MoneyWords
	Rows        []SumRow
	Planned     bool   // whether what is planned and left stands there, and not the number of allocations
	Recovered   bool   // whether the column is there
	Meaning     string // head of the column of definitions; "" where there is none
	Bars        string // head of the column of bars; "" where there are none
	Total       SumRow
	HasTotal    bool
	Notes       []string
	Downloads   Downloads
	All         Link // leads to the whole list, where this is a part of it
}

// SumRow is one row of sums.
type SumRow struct {
	Name                                               Link
	Mark                                               string // drawn before the name of what is part of the row above
	Within                                             string // what it is part of, for those who do not see the mark
	Meaning                                            string // a definition
	Count                                              string // of allocations
	Planned, Requested, Awarded, Paid, Recovered, Left string
	Back                                               string // how much of what was paid came back, in words, where that has no column
	Share                                              template.HTML
	Example                                            bool
}

// moneyTerms are the words of money with the anchors of their definitions on
// the page about money.
var moneyTerms = []struct{ word, anchor string }{
	{"planned", "voorzien"},
	{"requested", "aangevraagd"},
	{"awarded", "toegekend"},
	{"paid", "betaald"},
	{"recovered", "teruggevorderd"},
	{"left", "nog-te-verdelen"},
}

func (v voice) moneyWords() MoneyWords {
	var w MoneyWords
	for i, to := range []*Link{&w.Planned, &w.Requested, &w.Awarded, &w.Paid, &w.Recovered, &w.Left} {
		word := moneyTerms[i].word
		*to = Link{Text: capital(v.t("money." + word)), URL: v.meaning(word)}
	}
	return w
}

// meaning is the address of the definition of a word of money; "" for a word
// that has none.
func (v voice) meaning(word string) string {
	for _, term := range moneyTerms {
		if term.word == word {
			return v.site.Href(moneyURL + "#" + term.anchor)
		}
	}
	return ""
}

// allocationRow is one allocation in a table.
func (v voice) allocationRow(a *model.Allocation) AllocationRow {
	row := AllocationRow{
		Title: v.link(a), Organisation: linkTo(v, a.Organisation), Date: v.date(a.Date),
		Status: v.status(a.Status), Awarded: v.awarded(a), Example: a.Example,
	}
	if a.HasRequested && !a.InKind() { // no total counts it
		row.Requested = v.money(a.Requested)
	}
	if len(a.Payments) > 0 {
		row.Paid = v.money(a.Paid)
	}
	row.Back = v.back(a.Recovered)
	if a.Counts() > 0 {
		row.Share = chart.Share(int64(a.Paid), int64(a.Counts()))
	}
	return row
}

// awarded is what an allocation was given, in words: an amount, "in kind", or
// "" where nothing was.
func (v voice) awarded(a *model.Allocation) string {
	switch {
	case !a.Granted():
		return ""
	case a.InKind():
		return v.t("money.in_kind")
	case a.HasAwarded:
		return v.money(a.Awarded)
	}
	return ""
}

// allocationTable is a table of some allocations; total counts those that the
// table stands for.
func (v voice) allocationTable(id, caption string, rows []*model.Allocation, total tally) AllocationTable {
	t := AllocationTable{
		ID: id, Caption: caption, Words: v.moneyWords(),
		Total: v.allocationTotal(total), Notes: v.moneyNotes(total),
	}
	for _, a := range rows {
		t.Rows = append(t.Rows, v.allocationRow(a))
	}
	return t
}

// allocationTotal is the last row of a table of allocations.
func (v voice) allocationTotal(t tally) SumRow {
	return SumRow{
		Name: Link{Text: v.t("money.total_of", v.lang.Number(int64(t.Count)))}, Requested: v.money(t.Requested), Awarded: v.money(t.Awarded),
		Paid: v.money(t.Paid), Back: v.back(t.Recovered),
	}
}

// back says how much of what was paid came back; "" where nothing did.
func (v voice) back(m locale.Money) string {
	if m <= 0 {
		return ""
	}
	return v.t("money.recovered_of", v.money(m))
}

// someAllocations is the table of the first of a document's allocations, with
// the way to all of them. The page carries the files of a table that is whole.
func (v voice) someAllocations(caption string, b *model.Base, all []*model.Allocation) AllocationTable {
	t := v.allocationTable("t_toelagen", caption, all[:min(len(all), allocationsShown)], tallyOf(all))
	if len(all) > allocationsShown {
		list := v.allocationsURL(b.URL)
		t.All = Link{Text: v.t("money.all_allocations", v.lang.Number(int64(len(all)))), URL: v.site.Href(list)}
		t.Downloads = v.downloads(list+allocationFiles, caption)
	} else {
		t.Downloads = v.within(b.ID, v.allocationSheet(caption, b.URL, all, t.Notes, true))
	}
	return t
}

// moneyNotes are the sentences that a sum needs: what it leaves out, and how
// much of it was invented.
func (v voice) moneyNotes(t tally) []string {
	var out []string
	if t.InKind > 0 {
		out = append(out, v.lang.Count("money.in_kind_apart", t.InKind))
	}
	if t.examples > 0 && t.examples == t.Count {
		out = append(out, v.lang.Count("money.examples_all", t.Count))
	} else if t.examples > 0 {
		out = append(out, v.t("money.examples", v.lang.Number(int64(t.examples)), v.lang.Number(int64(t.Count))))
	}
	return out
}

// figures are the large figures of some allocations. planned tells whether
// envelope is an amount that they are taken from.
func (v voice) figures(envelope locale.Money, planned bool, t tally) []Figure {
	w := v.moneyWords()
	out := []Figure{{w.Requested, v.money(t.Requested)}, {w.Awarded, v.money(t.Awarded)}, {w.Paid, v.money(t.Paid)}}
	if t.Requested == 0 {
		out = out[1:]
	}
	if planned {
		out = append([]Figure{{w.Planned, v.money(envelope)}}, out...)
	}
	if t.Recovered > 0 {
		out = append(out, Figure{w.Recovered, v.money(t.Recovered)})
	}
	if planned {
		out = append(out, Figure{w.Left, v.money(envelope - t.Awarded)})
	}
	return out
}

// stackPart is one part of an envelope.
type stackPart struct {
	word   string // without "money."
	amount locale.Money
	shape  chart.Shape
}

// stackParts are what was kept, recovered, is still to be paid, and is left.
// Together they are the envelope, unless more was awarded.
func stackParts(envelope locale.Money, t tally) []stackPart {
	parts := []stackPart{{"kept", t.Paid - t.Recovered, chart.Full}}
	if back := t.backForGood(); back > 0 {
		parts = append(parts, stackPart{"recovered", back, chart.Dotted})
	}
	return append(parts, stackPart{"unpaid", t.unpaid, chart.Hatched}, stackPart{"left", max(0, envelope-t.Awarded), chart.Empty})
}

// backForGood is what was recovered for good: not what was paid again later.
func (t tally) backForGood() locale.Money { return t.Awarded - (t.Paid - t.Recovered) - t.unpaid }

// stackNotes say of what the picture shows less than was recovered.
func (v voice) stackNotes(t tally) []string {
	if again := t.Recovered - t.backForGood(); again > 0 {
		return []string{v.t("money.paid_again", v.money(again))}
	}
	return nil
}

// stacked is the picture of an envelope, with the files of stackSheet. "" for
// an envelope of nothing.
func (v voice) stacked(id string, envelope locale.Money, t tally, downloads Downloads) template.HTML {
	if envelope <= 0 {
		return ""
	}
	var parts []chart.Part
	for _, p := range stackParts(envelope, t) {
		parts = append(parts, chart.Part{Label: capital(v.t("money." + p.word)), Value: int64(p.amount), Text: v.money(p.amount), Shape: p.shape, URL: v.meaning(p.word)})
	}
	frame := v.picture(id, v.t("money.picture"), v.envelopeSentence(envelope, t)+v.invented(t), downloads)
	frame.Notes = v.stackNotes(t)
	return chart.Stacked(frame, chart.StackWords{Label: v.t("money.part"), Value: capital(v.t("money.amount"))}, parts)
}

// invented is the sentence that follows the words of a picture of invented
// figures; "" where none of them is.
func (v voice) invented(t tally) string {
	switch {
	case t.examples == 0:
		return ""
	case t.examples == t.Count:
		return " " + v.t("money.invented")
	}
	return " " + v.t("money.partly_invented")
}

// envelopeSentence says where an envelope stands.
func (v voice) envelopeSentence(envelope locale.Money, t tally) string {
	share := func(m locale.Money) string { return v.lang.Percent(int64(m), int64(envelope)) }
	switch {
	case t.Awarded == 0:
		return v.t("money.sentence.none", v.money(envelope))
	case t.Awarded > envelope:
		return v.t("money.sentence.over", v.money(envelope), v.money(t.Awarded-envelope))
	case t.Awarded == envelope:
		return v.t("money.sentence.all", v.money(envelope), share(t.Paid))
	}
	return v.t("money.sentence", v.money(envelope), share(t.Awarded), share(t.Paid), share(envelope-t.Awarded))
}

// indentation marks a row as part of the row above it, depth levels down.
func indentation(depth int) string {
	if depth == 0 {
		return ""
	}
	return strings.Repeat("\u2003", depth-1) + "↳\u00a0"
}
