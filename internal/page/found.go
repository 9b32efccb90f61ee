package page

// What a page is found by, for who runs Pagefind over the built pages: what it
// is, of when, and where it stands. What must stay true: a page has it when our
// own index (export/search.go) leads to it, and it says what the facets of that
// say; a test of build compares them. Werven, organisations, districts and themes
// are no part of it: the links that show them carry the attribute.

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/model"
)

// Found is what a page is found by; the zero Found for a page that is not.
type Found struct {
	Kind   string // "Verslag", in the language of the page
	Status string // "goedgekeurd"; "" where there is none
	Late   string // "te laat"; "" if it is not
	Year   string // "2022"; "" for what lasts
	Day    string // to sort by, "2022-01-20"
	Lang   string
}

// found tells what a document is found by.
func (v voice) found(doc model.Document) Found {
	b := doc.Common()
	if b.Draft {
		return Found{}
	}
	kind, url := b.Kind, b.URL
	if b.Original != nil {
		url = b.Original.Common().URL
	}
	switch page := b.Index || kind == "page"; {
	case page && strings.HasPrefix(url, manualURL):
		kind = "manual"
	case page:
		kind = "page"
	}
	f := Found{Kind: v.kindName(kind, "singular"), Lang: b.Lang}
	if kind == "page" || kind == "manual" {
		return f
	}
	date, lasts := b.Date, false
	status := ""
	switch d := doc.(type) {
	case *model.Werf:
		date, lasts, status = d.Start, true, d.Status
	case *model.Forum:
		date, lasts = d.Started, true
	case *model.Organisation, *model.Term:
		return f
	case *model.Minutes:
		status = d.Status
	case *model.Decision:
		status = d.Status
	case *model.Allocation:
		status = d.Status
	case *model.Question:
		status = d.Status
		if d.Overdue(v.site.Now) {
			f.Late = v.t("action.overdue")
		}
	case *model.Event:
		if status = d.Status; status == "scheduled" {
			status = ""
		}
	}
	f.Status = v.value("status", status)
	if !date.IsZero() {
		day := firstDay(date)
		f.Day = day.Format(time.DateOnly)
		if !lasts {
			f.Year = strconv.Itoa(day.Year())
		}
	}
	if a, ok := doc.(*model.Allocation); ok && a.Year() > 0 {
		f.Year = strconv.Itoa(a.Year())
	}
	return f
}

// indexText is the text of a folder's page above a list: what is found there is
// that text alone.
func (v voice) indexText(f *Frame, index model.Document) template.HTML {
	f.Opening = v.found(index)
	return v.body(index)
}
