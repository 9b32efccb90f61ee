package page

// Lists of allocations: all of them, in three orders that need no script, and
// those of one budget, organisation, scheme … where there are many.

import (
	"cmp"
	"html/template"
	"maps"
	"slices"
	"strconv"

	"glashelder/internal/model"
	"glashelder/internal/table"
)

// AllocationsView is one page of a list of allocations.
type AllocationsView struct {
	Frame
	Pager
	Body    template.HTML // text of the folder's own page, on the first page
	Choices []Choice      // of the order, of the year
	Filter  FilterForm    // on the first page of the whole list
	Figures []Figure      // on the first page of the list of a document
	Years   SumTable      // likewise, where there are several pages
	Table   AllocationTable
	Money   Link // leads to the page about money
}

// allocationsShown is how many allocations stand on the page of what they
// belong to, before there is a list of their own.
const allocationsShown = 20

// allocationFiles is the name of the files of a list of allocations.
const allocationFiles = "toelagen"

// withFiles puts the files of a list of allocations beside its first page. short
// leaves out what only the files of the whole list and of the years have.
func (v voice) withFiles(pages []Page, base, title string, list []*model.Allocation, total tally, short bool) []Page {
	pages[0].Files = append(pages[0].Files, beside(base+allocationFiles, func() *table.Table {
		return v.allocationSheet(title, base, list, v.moneyNotes(total), short)
	}))
	return pages
}

// allocationOrders are the orders of the whole list. The first is that of the
// site: newest first.
var allocationOrders = []struct {
	word, folder string
	list         func(*model.Site) []*model.Allocation
}{
	{"money.by_date", "", func(s *model.Site) []*model.Allocation { return s.Allocations }},
	{"money.by_amount", "op-bedrag/", byAmount},
	{"money.by_organisation", "op-organisatie/", byOrganisation},
}

// byAmount puts the largest first; what has no amount comes last.
func byAmount(s *model.Site) []*model.Allocation {
	list := slices.Clone(s.Allocations)
	slices.SortStableFunc(list, func(a, b *model.Allocation) int { return cmp.Compare(b.Counts(), a.Counts()) })
	return list
}

// byOrganisation goes by the name of the organisation; within one, newest first.
func byOrganisation(s *model.Site) []*model.Allocation {
	var list []*model.Allocation
	for _, o := range s.Organisations {
		list = append(list, o.Allocations...)
	}
	for _, a := range s.Allocations {
		if !a.Organisation.OK() {
			list = append(list, a)
		}
	}
	return list
}

// allocationLists are the lists of allocations.
func allocationLists(s *model.Site) []Page {
	if len(s.Allocations) == 0 && s.Indexes[sectionOf(s, "allocation")] == nil {
		return nil
	}
	total, byYear := tallyOf(s.Allocations), allocationsByYear(s)
	years := slices.Sorted(maps.Keys(byYear))
	slices.Reverse(years)
	var out []Page
	for _, order := range allocationOrders {
		list := order.list(s)
		out = append(out, inEachLanguage(s, "allocation", func(v voice, base string) []Page {
			pages := listPages(v, "allocations", base+order.folder, list, func(v voice, part []*model.Allocation, p Pager) View {
				return v.allocationList(base, order.folder, order.word, part, total, years, p)
			})
			if order.folder != "" {
				return pages
			}
			pages[0].Files = append(pages[0].Files, v.filterFiles(base)...)
			return v.withFiles(pages, base, v.sectionTitle("allocation"), list, total, false)
		})...)
	}
	out = append(out, allocationYearLists(s, byYear, years)...)
	return append(out, partialAllocationLists(s)...)
}

// allocationsByYear sorts the allocations by the year that they are for.
func allocationsByYear(s *model.Site) map[int][]*model.Allocation {
	byYear := map[int][]*model.Allocation{}
	for _, a := range s.Allocations {
		if year := a.Year(); year > 0 {
			byYear[year] = append(byYear[year], a)
		}
	}
	return byYear
}

func allocationYearLists(s *model.Site, byYear map[int][]*model.Allocation, years []int) []Page {
	var out []Page
	v := newVoice(s, s.Lang.Code())
	for _, year := range years {
		list, total, base := byYear[year], tallyOf(byYear[year]), allocationYearURL(s, year)
		title := v.t("money.allocations_for", strconv.Itoa(year))
		pages := listPages(v, "allocations", base, list, func(v voice, part []*model.Allocation, p Pager) View {
			view := &AllocationsView{Pager: p, Money: v.moneyLink(), Frame: v.listFrame(p, "allocation", title, "", v.moneyLink(), v.sectionLink("allocation"))}
			view.Choices = v.allocationYears(years, year)
			view.Table = v.allocationTable("t_toelagen", title, part, total)
			view.Table.Organisations = true
			view.Table.Downloads = v.downloads(base+allocationFiles, title)
			return view
		})
		out = append(out, v.withFiles(pages, base, title, list, total, false)...)
	}
	return out
}

// allocationYears is the row of years; nothing where there is one.
func (v voice) allocationYears(years []int, current int) []Choice {
	if len(years) < 2 {
		return nil
	}
	out := Choice{Label: v.t("list.by_year")}
	out.Links = []Link{{Text: v.t("list.all"), URL: v.sectionLink("allocation").URL, Current: current == 0}}
	for _, year := range years {
		link := Link{Text: strconv.Itoa(year), URL: v.site.Href(allocationYearURL(v.site, year)), Current: year == current}
		out.Links = append(out.Links, link)
	}
	return []Choice{out}
}

func allocationYearURL(s *model.Site, year int) string {
	return sectionOf(s, "allocation") + "jaar/" + strconv.Itoa(year) + "/"
}

func (v voice) allocationList(base, folder, word string, part []*model.Allocation, total tally, years []int, p Pager) View {
	title := v.sectionTitle("allocation")
	above := []Link{v.moneyLink()}
	if folder != "" {
		above = append(above, Link{Text: title, URL: v.site.Href(base)})
		title += ", " + v.t(word)
	}
	view := &AllocationsView{Pager: p, Money: v.moneyLink()}
	view.Frame = v.listFrame(p, "allocation", title, v.t("money.allocations_about"), above...)
	if p.Number == 1 && folder == "" {
		view.Body = v.opening(&view.Frame, "allocation")
		view.addFilter(v.filterForm(base))
	}
	orders := Choice{Label: v.t("money.order")}
	for _, o := range allocationOrders {
		link := Link{Text: capital(v.t(o.word)), URL: v.site.Href(base + o.folder), Current: o.folder == folder}
		orders.Links = append(orders.Links, link)
	}
	view.Choices = append([]Choice{orders}, v.allocationYears(years, 0)...)
	view.Table = v.allocationTable("t_toelagen", v.t("money.table_caption", v.t(word)), part, total)
	view.Table.Organisations = true
	view.Table.Downloads = v.downloads(base+allocationFiles, v.sectionTitle("allocation"))
	return view
}

// allocationsURL is the address of the list of a document's allocations, when
// they are too many for its own page.
func (v voice) allocationsURL(base string) string {
	return base + v.site.Config.Sections["allocation"] + "/"
}

// partialAllocationLists are the lists of what has more allocations than its
// own page shows.
func partialAllocationLists(s *model.Site) []Page {
	var out []Page
	add := func(doc model.Document, list []*model.Allocation, organisations bool) {
		if len(list) > allocationsShown {
			out = append(out, allocationsOf(s, doc, list, organisations)...)
		}
	}
	for _, b := range s.Budgets {
		add(b, allocationsIn(b), true)
	}
	for _, o := range s.Organisations {
		add(o, o.Allocations, false)
	}
	terms := newTermIndex(s)
	for _, kind := range termKinds {
		for _, t := range s.Terms[kind] {
			add(t, terms.money[t], true)
		}
	}
	return out
}

func allocationsOf(s *model.Site, doc model.Document, list []*model.Allocation, organisations bool) []Page {
	v, total, b := newVoice(s, s.Lang.Code()), tallyOf(list), doc.Common()
	base, title := v.allocationsURL(b.URL), v.t("money.allocations_of", b.Title)
	pages := listPages(v, "allocations", base, list, func(v voice, part []*model.Allocation, p Pager) View {
		view := &AllocationsView{Pager: p, Money: v.moneyLink()}
		view.Frame = v.listFrame(p, b.Kind, title, "", v.sectionLink(b.Kind), v.link(doc))
		if p.Number == 1 {
			view.Figures = v.figures(0, false, total)
			if p.Last > 1 {
				view.Years = v.carried(v.yearLedger(list, false), base, b.ID)
			}
		}
		view.Table = v.allocationTable("t_toelagen", title, part, total)
		view.Table.Organisations = organisations
		view.Table.Downloads = v.downloads(base+allocationFiles, title)
		return view
	})
	return v.withFiles(pages, base, title, list, total, true)
}

func (v voice) moneyLink() Link {
	return Link{Text: v.t("money.title"), URL: v.site.Href(moneyURL)}
}

// sectionOf is the address of the list of a kind.
func sectionOf(s *model.Site, kind string) string { return "/" + s.Config.Sections[kind] + "/" }

// inEachLanguage makes the list of a kind at its address, and at that of every
// translation of the folder's own page.
func inEachLanguage(s *model.Site, kind string, list func(v voice, base string) []Page) []Page {
	base := sectionOf(s, kind)
	out := list(newVoice(s, s.Lang.Code()), base)
	if index := s.Indexes[base]; index != nil {
		for _, t := range index.Translations {
			b := t.Common()
			out = append(out, list(newVoice(s, b.Lang), b.URL)...)
		}
	}
	return out
}

// opening is the text of the own page of a kind's folder; it gives the frame
// the languages in which there is one.
func (v voice) opening(f *Frame, kind string) template.HTML {
	index := v.site.Indexes[sectionOf(v.site, kind)]
	if index == nil {
		return ""
	}
	doc := inLanguage(index, v.lang.Code())
	v.languagesOf(f, doc)
	return v.indexText(f, doc)
}
