package page

// The picture of money through the years. What must stay true: an allocation
// counts in the year that it is for, as in every table of years; an envelope
// counts once, and what was planned for no year in particular is not dealt out
// over years but said in words, so that both together are all that was planned.

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// yearsShown is how many years the picture goes back.
const yearsShown = 20

// yearSum is the money of one year.
type yearSum struct {
	year    int
	planned locale.Money // in envelopes for this year alone; 0 where there are none
	asked   bool         // whether for some allocation the amount requested is known
	tally
}

// moneyThrough is money year by year, and what belongs to no year.
type moneyThrough struct {
	years     []yearSum    // the oldest first
	anyYear   locale.Money // planned for more years than one, or for none
	undated   int          // allocations without a year
	notAsked  int          // allocations of which the amount requested is not known
	olderThan int          // the first year that is there, where others are left out; else 0
	whole     tally
}

// yearsPicture is the picture, with the files of yearSums. budgets may hold
// envelopes with those inside them. "" where fewer than two years have money.
func (v voice) yearsPicture(id string, list []*model.Allocation, budgets []*model.Budget, downloads Downloads) template.HTML {
	m := yearSums(list, budgets)
	if len(m.years) < 2 {
		return ""
	}
	frame := v.picture(id, v.t("money.years.title"), v.yearsSentence(m)+v.invented(m.whole), downloads)
	frame.Notes = v.yearsNotes(m)
	words := chart.YearWords{Year: capital(v.t("year")), None: v.t("money.years.empty"), Amount: v.cents}
	rows := v.yearRows(m, len(list) == len(v.site.Allocations))
	for _, s := range m.series() {
		words.Series = append(words.Series, chart.Series{Name: capital(v.t("money." + s.word)), Shape: s.shape, URL: v.meaning(s.word)})
		for i, y := range m.years {
			rows[i].Values = append(rows[i].Values, s.value(y))
		}
	}
	return chart.Years(frame, words, rows)
}

// yearRows are the years; linked: each leads to its page.
func (v voice) yearRows(m moneyThrough, linked bool) []chart.Year {
	rows := make([]chart.Year, len(m.years))
	for i, y := range m.years {
		rows[i].Year = y.year
		if linked && y.Count > 0 {
			rows[i].URL = v.site.Href(moneyYearURL(y.year))
		}
	}
	return rows
}

// yearSeries is what one bar of every year stands for.
type yearSeries struct {
	word  string // without "money."
	shape chart.Shape
	value func(yearSum) int64
}

// series are the bars of a year, in the order in which money moves; without
// those of which nothing is known.
func (m moneyThrough) series() []yearSeries {
	known := func(has bool, amount locale.Money) int64 {
		if !has {
			return chart.Unknown
		}
		return int64(amount)
	}
	all := []yearSeries{
		{"planned", chart.Empty, func(y yearSum) int64 { return known(y.planned > 0, y.planned) }},
		{"requested", chart.Dotted, func(y yearSum) int64 { return known(y.asked, y.Requested) }},
		{"awarded", chart.Hatched, func(y yearSum) int64 { return known(y.Count > 0, y.Awarded) }},
		{"paid", chart.Full, func(y yearSum) int64 { return known(y.Count > 0, y.Paid) }},
	}
	return slices.DeleteFunc(all, func(s yearSeries) bool {
		return !slices.ContainsFunc(m.years, func(y yearSum) bool { return s.value(y) >= 0 })
	})
}

// yearSums adds allocations and envelopes up by year.
func yearSums(list []*model.Allocation, budgets []*model.Budget) moneyThrough {
	m, planned := moneyThrough{}, map[int]locale.Money{}
	m.anyYear = plannedByYear(tops(budgets), planned, map[*model.Budget]bool{})
	byYear := map[int]*yearSum{}
	for year, amount := range planned {
		byYear[year] = &yearSum{year: year, planned: amount}
	}
	for _, a := range list {
		if year := a.Year(); year == 0 {
			m.undated++
		} else {
			y := byYear[year]
			if y == nil {
				y = &yearSum{year: year}
				byYear[year] = y
			}
			y.add(a)
			y.asked = y.asked || a.HasRequested
			if !a.HasRequested && !a.InKind() {
				m.notAsked++
			}
		}
	}
	m.keep(byYear)
	return m
}

// keep takes over the last years, in order.
func (m *moneyThrough) keep(byYear map[int]*yearSum) {
	for _, y := range byYear {
		if y.planned > 0 || y.Requested > 0 || y.Awarded > 0 || y.Paid > 0 {
			m.years = append(m.years, *y)
		}
	}
	slices.SortFunc(m.years, func(a, b yearSum) int { return cmp.Compare(a.year, b.year) })
	if len(m.years) > yearsShown {
		m.years = m.years[len(m.years)-yearsShown:]
		m.olderThan = m.years[0].year
	}
	for _, y := range m.years {
		m.whole.merge(y.tally)
	}
}

// plannedByYear adds envelopes up by the year that they are for. Of one for
// more years the parts are counted, and what is in no part is returned; of one
// for a year its parts are not, for they are in it.
func plannedByYear(budgets []*model.Budget, planned map[int]locale.Money, seen map[*model.Budget]bool) (anyYear locale.Money) {
	for _, b := range budgets {
		if seen[b] {
			continue
		}
		seen[b] = true
		if year := b.Period.Year(); year > 0 && b.Period.Start().Year() == year && b.Period.End().Year() == year {
			planned[year] += b.Amount
			continue
		}
		left := b.Amount
		for _, child := range b.Children {
			left -= child.Amount
		}
		anyYear += max(0, left) + plannedByYear(b.Children, planned, seen)
	}
	return anyYear
}

// yearsSentence says how much was awarded, and how the last year in which
// something was compares with the year before it.
func (v voice) yearsSentence(m moneyThrough) string {
	first, final := strconv.Itoa(m.years[0].year), strconv.Itoa(m.years[len(m.years)-1].year)
	last, before := yearSum{}, locale.Money(0)
	for i, y := range m.years {
		if y.Awarded <= 0 {
			continue
		}
		last, before = y, 0
		if i > 0 && m.years[i-1].year == y.year-1 {
			before = m.years[i-1].Awarded
		}
	}
	if last.year == 0 {
		return v.t("money.years.nothing", first, final)
	}
	sentence := v.t("money.years.whole", first, final, v.money(m.whole.Awarded), v.money(m.whole.Paid))
	if last.year == m.years[0].year {
		return sentence
	}
	return sentence + " " + v.comparison(last, before)
}

// comparison says how a year compares with the one before it.
func (v voice) comparison(last yearSum, before locale.Money) string {
	year, earlier, amount := strconv.Itoa(last.year), strconv.Itoa(last.year-1), v.money(last.Awarded)
	change := last.Awarded - before
	share := v.lang.Percent(int64(max(change, -change)), int64(before))
	switch {
	case before == 0:
		return v.t("money.years.new", year, amount, earlier)
	case change == 0:
		return v.t("money.years.same", year, amount, earlier)
	case share == v.lang.Percent(0, 1):
		return v.t("money.years.about", year, amount, earlier)
	case change > 0:
		return v.t("money.years.more", year, amount, share, earlier)
	}
	return v.t("money.years.less", year, amount, share, earlier)
}

// yearsNotes say what a year is, and what the picture leaves out.
func (v voice) yearsNotes(m moneyThrough) []string {
	out := []string{v.t("money.year_note")}
	if m.anyYear > 0 {
		out = append(out, v.t("money.years.any_year", v.money(m.anyYear)))
	}
	if m.undated > 0 {
		out = append(out, v.lang.Count("money.years.undated", m.undated))
	}
	if m.notAsked > 0 && slices.ContainsFunc(m.years, func(y yearSum) bool { return y.asked }) {
		out = append(out, v.lang.Count("money.years.not_asked", m.notAsked))
	}
	if m.olderThan > 0 {
		out = append(out, v.t("money.years.older", strconv.Itoa(m.olderThan)))
	}
	return out
}
