package page

// Long lists in pages: who has a list that may grow calls listPages, embeds
// Pager in its view, and ends its template with {{template "bladeren" .Pager}}.

import (
	"strconv"

	"glashelder/internal/model"
)

// pageSize is how many items stand on one page of a list.
const pageSize = 40

// Pager is where a page stands in a list: the row of page numbers below it.
type Pager struct {
	At             string // address of this page, without the site's prefix: what v.frame takes
	Number, Last   int    // 1-based
	Total          int    // items on all pages together
	From, To       int    // which of them stand here, 1-based; both 0 in an empty list
	Previous, Next string // addresses for links; "" at the ends
	Numbers        []Link // page numbers; one without an address is a gap. Empty when there is one page
}

// listPages cuts items into pages of pageSize and makes each with view, when
// it is asked for. The first stands at base, the others at base2/, base3/ …
// An empty list has one page.
//
//	listPages(v, "question", "/vragen/", s.Questions, func(v voice, part []*model.Question, p Pager) View {
//		f := v.listFrame(p, "question", v.sectionTitle("question"), "")
//		return &QuestionsView{Frame: f, Pager: p, Lines: linesOf(v, part)}
//	})
func listPages[T any](v voice, template, base string, items []T, view func(voice, []T, Pager) View) []Page {
	last := max(1, (len(items)+pageSize-1)/pageSize)
	out := make([]Page, last)
	for i := range out {
		from, to := i*pageSize, min((i+1)*pageSize, len(items))
		out[i] = Page{URL: pageURL(v.site, base, i+1), Template: template, View: func() View {
			return view(v, items[from:to], v.pager(base, i+1, last, len(items)))
		}}
	}
	return out
}

// pageURL is the address of page n of the list at base. A document that is
// called "2" keeps its address.
func pageURL(s *model.Site, base string, n int) string {
	if n == 1 {
		return base
	}
	at := base + strconv.Itoa(n) + "/"
	if s.ByURL(at) != nil {
		return base + "pagina-" + strconv.Itoa(n) + "/"
	}
	return at
}

// pager describes page n of a list of total items at base.
func (v voice) pager(base string, n, last, total int) Pager {
	at := func(n int) string { return v.site.Href(pageURL(v.site, base, n)) }
	p := Pager{At: pageURL(v.site, base, n), Number: n, Last: last, Total: total, To: min(n*pageSize, total)}
	if total > 0 {
		p.From = (n-1)*pageSize + 1
	}
	if n > 1 {
		p.Previous = at(n - 1)
	}
	if n < last {
		p.Next = at(n + 1)
	}
	if last == 1 {
		return p
	}
	before := 0
	for _, i := range shownPages(n, last) {
		if i > before+1 {
			p.Numbers = append(p.Numbers, Link{Text: "…"})
		}
		p.Numbers = append(p.Numbers, Link{Text: v.lang.Number(int64(i)), URL: at(i), Current: i == n})
		before = i
	}
	return p
}

// shownPages lists the page numbers to link from page n: the ends, and two on
// either side. A gap of one page is filled.
func shownPages(n, last int) []int {
	var out []int
	for i := 1; i <= last; i++ {
		near := i >= n-2 && i <= n+2
		filler := i == 2 && n == 5 || i == last-1 && n == last-4
		if i == 1 || i == last || near || filler {
			out = append(out, i)
		}
	}
	return out
}

// listFrame makes the frame of one page of a list. From the second page on, the
// title says which page it is, and the first stands above it.
func (v voice) listFrame(p Pager, section, title, description string, above ...Link) Frame {
	if p.Number > 1 {
		first := p.Numbers[0]
		above = append(above[:len(above):len(above)], Link{Text: title, URL: first.URL})
		title += ", " + v.t("nav.page", p.Number, p.Last)
	}
	return v.frame(p.At, section, title, description, above...)
}
