// Package page says which pages exist and what each shows.
//
// A view is plain data: strings, numbers, bools, template.HTML, slices and
// structs, never a pointer into the model and never a map. It holds all that
// its template can see, so a page follows from its template and its view
// alone. Every address in a view carries the site's prefix and stands in an
// href as it is.
package page

import (
	"glashelder/internal/diag"
	"glashelder/internal/model"
)

// Page is one page of the site.
type Page struct {
	URL      string      // on the site, without its prefix: "/verslagen/kick-off/"
	Template string      // file of layouts/ without ".html"
	View     func() View // filled when asked, and not kept
	Files    []Files     // that stand beside it
	Hidden   bool        // from search engines: a redirect, a page for mistakes
	Part     string      // address of the list that this page is a part of; "" for most
}

// View is what a template sees. Views embed a Frame.
type View interface{ Base() *Frame }

// File is the path of the page in the output.
func (p Page) File() string {
	if p.URL[len(p.URL)-1] == '/' {
		return p.URL[1:] + "index.html"
	}
	return p.URL[1:]
}

// Type is a sort of page: its template, an empty view for tests, and the pages
// of that sort that a site has.
type Type struct {
	Template string
	View     View
	Pages    func(*model.Site) []Page
	General  bool // serves every kind, and gives way to pages made for one
}

// Types lists every sort of page. A new one is one file and one line here.
var Types = []Type{
	{"minutes", &MinutesView{}, minutesPages, false},
	{"decision", &DecisionView{}, decisionPages, false},
	{"question", &QuestionView{}, questionPages, false},
	{"questions", &QuestionsView{}, questionLists, false},
	{"forum", &ForumView{}, forumPages, false},
	{"publication", &PublicationView{}, publicationPages, false},
	{"actions", &ActionsView{}, actionLists, false},
	{"owners", &OwnersView{}, ownerLists, false},
	{"insights", &InsightsView{}, insightLists, false},
	{"page", &PageView{}, freePages, false},
	{"home", &HomeView{}, homePages, false},
	{"werven", &WervenView{}, werfLists, false},
	{"werf", &WerfView{}, werfPages, false},
	{"timeline", &TimelineView{}, timelinePages, false},
	{"calendar", &CalendarView{}, calendarPages, false},
	{"event", &EventView{}, eventPages, false},
	{"money", &MoneyView{}, moneyPages, false},
	{"moneyyear", &MoneyYearView{}, moneyYearPages, false},
	{"fairness", &FairnessView{}, fairnessPages, false},
	{"columns", &ColumnsView{}, columnPages, false},
	{"payments", &PaymentsView{}, paymentLists, false},
	{"budget", &BudgetView{}, budgetPages, false},
	{"budgets", &BudgetsView{}, budgetLists, false},
	{"allocation", &AllocationView{}, allocationPages, false},
	{"allocations", &AllocationsView{}, allocationLists, false},
	{"organisation", &OrganisationView{}, organisationPages, false},
	{"organisations", &OrganisationsView{}, organisationLists, false},
	{"term", &TermView{}, termPages, false},
	{"terms", &TermsView{}, termLists, false},
	{"related", &RelatedView{}, relatedLists, false},
	{"redirect", &RedirectView{}, redirects, false},
	{"notfound", &NotFoundView{}, notFound, false},
	{"fields", &FieldsView{}, fieldPages, false},
	{"codes", &CodesView{}, byAll, false},
	{"register", &RegisterView{}, byAll, false},
	{"search", &SearchView{}, byAll, false},
	{"subjects", &SubjectsView{}, byAll, false},
	{"list", &ListView{}, kindLists, true},
	{"ordinary", &OrdinaryView{}, ordinaryPages, true},
}

// All lists the pages of a site, in the order of Types. The general types come
// last and leave out what others made already; any other two pages at one
// address are a mistake in the content, for the check to name.
//
// codes are the messages that the manual explains, sorted by id.
func All(s *model.Site, codes ...*diag.Code) []Page {
	var out []Page
	made := map[string]bool{}
	for _, t := range Types {
		before := len(out)
		for _, p := range t.Pages(s) {
			if !t.General || (!made[p.URL] && !made[p.Part]) {
				out = append(out, p)
			}
		}
		for _, p := range out[before:] {
			made[p.URL] = true
		}
	}
	for _, p := range codePages(s, codes) {
		out, made[p.URL] = append(out, p), true
	}
	for _, p := range searchPages(s, made) {
		out, made[p.URL] = append(out, p), true
	}
	return append(out, register(s, made))
}

// byAll stands for types whose pages All makes itself, as it has what they need.
func byAll(*model.Site) []Page { return nil }

// documents makes a page of each document of a kind and of its translations.
func documents[T model.Document](s *model.Site, template string, docs []T, view func(voice, T) View) []Page {
	var out []Page
	add := func(doc T) {
		b := doc.Common()
		out = append(out, Page{URL: b.URL, Template: template, View: func() View {
			return view(newVoice(s, b.Lang), doc)
		}})
	}
	for _, doc := range docs {
		add(doc)
		for _, t := range doc.Common().Translations {
			add(t.(T))
		}
	}
	return out
}
