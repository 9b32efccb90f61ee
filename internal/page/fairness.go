package page

// Who gets what: the allocations of all years and of each year by groups of
// organisations, and whom they did not reach yet. What must stay true: no name
// of an organisation stands here, groups stand in the order of their
// vocabulary, and no row is about fewer than five organisations.

import (
	"html/template"
	"maps"
	"slices"
	"strconv"

	"glashelder/internal/chart"
	"glashelder/internal/model"
)

// FairnessView is the page of who got what in a period.
type FairnessView struct {
	Frame
	Choices []Choice // the years; who or where
	Notes   []string
	Tables  []FairTable
	Reached []FairReach
	Money   Link
}

// FairTable is one kind of groups. Without rows there is no more than its
// sentence.
type FairTable struct {
	ID, Title, Sentence string
	Head                string
	Awarded             Link
	InKind              bool // whether the column is there
	Rows                []FairRow
	Total               FairRow
	Notes               []string
	Columns             []FairColumn
	Downloads           Downloads
}

// FairRow is one group, or several that were merged.
type FairRow struct {
	Name                            Link
	Asked, Granted, Awards, InKind  string
	Awarded, Median                 string
	ShareAsked, ShareMoney, Largest string        // per cent
	BarAsked, BarMoney              template.HTML // the same shares
}

// FairColumn says what a column counts.
type FairColumn struct{ Word, Meaning string }

// fairnessURL is the address of the page for all years.
const fairnessURL = moneyURL + "verdeling/"

// fairPeriod is the allocations of a year, or of all years, in groups.
type fairPeriod struct {
	year   int                 // 0: all
	list   []*model.Allocation // those of one organisation stand together
	kinds  []fairKind
	splits []fairSplit // by kind
}

// url is the address of the period's page about organisations, or about places.
func (p fairPeriod) url(where bool) string {
	at := fairnessURL
	if p.year > 0 {
		at += strconv.Itoa(p.year) + "/"
	}
	if where {
		at += "per-wijk/"
	}
	return at
}

func fairnessPages(s *model.Site) []Page {
	if len(s.Allocations) == 0 {
		return nil
	}
	v, x, byYear := newVoice(s, s.Lang.Code()), newFairIndex(s), fairYears(s)
	years := slices.Sorted(maps.Keys(byYear))[1:]
	slices.Reverse(years)
	var out []Page
	for _, year := range append([]int{0}, years...) {
		p := v.fairPeriod(year, byYear[year], x)
		out = append(out, v.fairnessPage(p, years, x, false))
		if len(s.Terms["district"]) > 0 {
			out = append(out, v.fairnessPage(p, years, x, true))
		}
	}
	return out
}

// fairYears are the allocations of each year, and those of all years under 0.
func fairYears(s *model.Site) map[int][]*model.Allocation {
	out := map[int][]*model.Allocation{0: byOrganisation(s)}
	for _, a := range out[0] {
		if year := a.Year(); year > 0 {
			out[year] = append(out[year], a)
		}
	}
	return out
}

func (v voice) fairPeriod(year int, list []*model.Allocation, x *fairIndex) fairPeriod {
	p, counted := fairPeriod{year: year, list: list, kinds: v.fairKinds(year, x)}, awards(list)
	for _, k := range p.kinds {
		if k.missing != "" {
			p.splits = append(p.splits, fairSplit{})
			continue
		}
		for i, a := range list {
			counted[i].groups = k.groups(a)
		}
		p.splits = append(p.splits, split(counted, k.order))
	}
	return p
}

func (v voice) fairnessPage(p fairPeriod, years []int, x *fairIndex, where bool) Page {
	out := Page{URL: p.url(where), Template: "fairness", View: func() View { return v.fairness(p, years, x, where) }}
	for i, k := range p.kinds {
		if k.where == where && len(p.splits[i].rows) > 0 {
			out.Files = append(out.Files, beside(out.URL+k.file, v.fairSheet(p, k, p.splits[i])))
		}
	}
	return out
}

func (v voice) fairness(p fairPeriod, years []int, x *fairIndex, where bool) View {
	title, about := v.fairTitle(p, where), v.t("fair.about")
	above := []Link{v.moneyLink()}
	if where {
		above, about = append(above, Link{Text: v.fairTitle(p, false), URL: v.site.Href(p.url(false))}), v.t("fair.about_where")
	}
	view := &FairnessView{
		Frame: v.frame(p.url(where), "money", title, about, above...), Money: v.moneyLink(),
		Notes: v.fairNotes(p), Choices: v.fairChoices(p, years, where),
	}
	for i, k := range p.kinds {
		if k.where == where {
			view.Tables = append(view.Tables, v.fairTable(p, k, p.splits[i]))
			view.Reached = append(view.Reached, v.fairReach(p, k, p.splits[i], x)...)
		}
	}
	if !slices.ContainsFunc(view.Tables, func(t FairTable) bool { return len(t.Rows) > 0 || t.Sentence != view.Tables[0].Sentence }) {
		view.Notes = append(view.Notes, view.Tables[0].Sentence) // once, and not for every kind
		view.Tables = nil
	}
	return view
}

func (v voice) fairTitle(p fairPeriod, where bool) string {
	title := v.t("fair.title")
	if p.year > 0 {
		title = v.t("fair.title_year", strconv.Itoa(p.year))
	}
	if where {
		title = v.t("fair.title_where", title)
	}
	return title
}

// fairNotes say how much was invented, and which year an allocation is in.
func (v voice) fairNotes(p fairPeriod) []string {
	sum := tallyOf(p.list)
	sum.InKind = 0 // has a column of its own
	out := v.moneyNotes(sum)
	if p.year > 0 {
		out = append(out, v.t("money.year_note"))
	}
	return out
}

// fairChoices leads to the other years, and from organisations to places.
func (v voice) fairChoices(p fairPeriod, years []int, where bool) []Choice {
	byYear := Choice{Label: v.t("list.by_year")}
	for _, year := range append([]int{0}, years...) {
		other := fairPeriod{year: year}
		text := v.t("fair.all_years")
		if year > 0 {
			text = strconv.Itoa(year)
		}
		byYear.Links = append(byYear.Links, Link{Text: text, URL: v.site.Href(other.url(where)), Current: year == p.year})
	}
	out := []Choice{byYear}
	if len(v.site.Terms["district"]) > 0 {
		out = append(out, Choice{Label: v.t("fair.part"), Links: []Link{
			{Text: v.t("fair.who"), URL: v.site.Href(p.url(false)), Current: !where},
			{Text: v.t("fair.where"), URL: v.site.Href(p.url(true)), Current: where},
		}})
	}
	return out
}

func (v voice) fairTable(p fairPeriod, k fairKind, s fairSplit) FairTable {
	t := FairTable{
		ID: "t_" + k.file, Title: v.t("fair." + k.name), Head: v.fairHead(k), Awarded: v.moneyWords().Awarded, InKind: s.total.inKind > 0,
	}
	var none bool
	if t.Sentence, none = v.fairMissing(k, s); none {
		return t
	}
	t.Sentence = v.fairSentence(k, s)
	shown, left, longest := 0, 0, s.longest()
	for _, r := range s.rows {
		if name := r.keys[0]; !r.merged() && name != "" {
			if shown++; shown > k.shown {
				left++
				continue
			}
		}
		t.Rows = append(t.Rows, v.fairRow(v.fairName(k, r), r, s.total, longest))
	}
	t.Total = v.fairRow(Link{Text: capital(v.t("total"))}, s.total, s.total, longest)
	t.Notes, t.Columns = append(v.fairCoverage(s), k.notes...), v.fairDefinitions(s)
	if left > 0 {
		t.Notes = append([]string{v.t("fair.cut", v.lang.Number(int64(k.shown)), v.lang.Number(int64(k.shown+left)))}, t.Notes...)
	}
	t.Downloads = v.downloads(p.url(k.where)+k.file, v.fairCaption(p, k))
	return t
}

// fairName is what a row is called.
func (v voice) fairName(k fairKind, r fairRow) Link {
	switch {
	case r.merged():
		return Link{Text: v.lang.Count("fair.merged", len(r.keys))}
	case r.keys[0] == "":
		return Link{Text: v.t("fair.unknown")}
	}
	l := k.label(r.keys[0])
	if k.name != "legal_form" { // as it is written: vzw
		l.Text = capital(l.Text)
	}
	return l
}

// fairRow puts a row in words. A share as large as longest fills a bar.
func (v voice) fairRow(name Link, r, total fairRow, longest int) FairRow {
	n := func(i int) string { return v.lang.Number(int64(i)) }
	row := FairRow{
		Name: name, Asked: n(r.asked), Granted: n(r.granted), Awards: n(r.awards), InKind: n(r.inKind), Awarded: v.money(r.awarded),
		ShareAsked: v.lang.Percent(int64(r.asked), int64(total.asked)), ShareMoney: v.lang.Percent(int64(r.awarded), int64(total.awarded)),
		BarAsked: chart.Share(int64(r.shareAsked(total)), int64(longest)), BarMoney: chart.Share(int64(r.shareMoney(total)), int64(longest)),
		Median: "–", Largest: "–",
	}
	if r.telling() {
		row.Median, row.Largest = v.money(r.median), v.lang.Percent(int64(r.largest), int64(r.awarded))
	}
	return row
}
