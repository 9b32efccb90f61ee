package page

// What happens when: documents and milestones in one row of time, for the
// timelines of the site and of each werf. Built once for all pages. What must
// stay true: everything with a date stands in it exactly once, allocations,
// payments and what is no event in time apart.

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/markdown"
	"glashelder/internal/model"
)

// happening is one point in time: a document, or a milestone of a werf.
type happening struct {
	date      locale.Date
	doc       model.Document // of a milestone its werf
	milestone int            // index among the milestones of the werf; noMilestone for a document
}

const noMilestone = -1

// chronicle is everything that happens, newest first.
type chronicle struct {
	all     []happening
	ofWerf  map[*model.Werf][]happening
	undated int // documents of the same kinds without a date
}

// chronicled are the kinds that happen on a day. Allocations are money, told
// elsewhere; a profile or a forum lasts.
func chronicled() []string {
	return []string{"minutes", "decision", "event", "publication", "question"}
}

func chronicleOf(s *model.Site) chronicle {
	c := chronicle{ofWerf: map[*model.Werf][]happening{}}
	for _, w := range s.Werven {
		for i, m := range w.Milestones {
			c.all = append(c.all, happening{m.Date, w, i})
		}
	}
	for _, kind := range chronicled() {
		for _, doc := range s.Of(kind) {
			if date := doc.Common().Date; date.IsZero() {
				c.undated++
			} else {
				c.all = append(c.all, happening{date, doc, noMilestone})
			}
		}
	}
	slices.SortStableFunc(c.all, func(a, b happening) int {
		return cmp.Or(cmp.Compare(b.date.Year(), a.date.Year()), firstDay(b.date).Compare(firstDay(a.date)))
	})
	for _, h := range c.all {
		for _, w := range h.werven() {
			c.ofWerf[w] = append(c.ofWerf[w], h)
		}
	}
	return c
}

// firstDay is the day by which a date is sorted: of a period without a known
// start, its last.
func firstDay(d locale.Date) time.Time {
	if start := d.Start(); !start.IsZero() {
		return start
	}
	return d.End()
}

func (h happening) werven() []*model.Werf {
	if w, ok := h.doc.(*model.Werf); ok {
		return []*model.Werf{w}
	}
	var out []*model.Werf
	for _, r := range h.doc.Common().Werven {
		if r.OK() {
			out = append(out, r.To())
		}
	}
	return out
}

// coming tells whether it still has to happen on the day now.
func (h happening) coming(now time.Time) bool {
	if w, ok := h.doc.(*model.Werf); ok {
		return milestoneComing(w.Milestones[h.milestone], now)
	}
	if e, ok := h.doc.(*model.Event); ok && e.Status == "cancelled" {
		return false
	}
	return !firstDay(h.date).Before(now)
}

// milestoneComing: a milestone lies ahead until its last day has gone by, if
// nobody said that it is done or under way.
func milestoneComing(m model.Milestone, now time.Time) bool {
	switch {
	case m.Status == "done":
		return false
	case m.Status == "planned":
		return !m.Date.End().Before(now)
	}
	return !firstDay(m.Date).Before(now)
}

// Happening is one point of a timeline.
type Happening struct {
	Link
	KindLabel string
	Date      Date
	Summary   string
	Werven    []Badge
	Tint      int // number of the werf whose colour it has; 0 for none
	Status    Status
	Coming    bool
	Example   bool
	Milestone bool // else it is a document
}

// HappeningYear is a year of a timeline.
type HappeningYear struct {
	Year   string
	URL    string // of the page of the year; empty where this is it
	Points []Happening
}

// happening shows a point of a timeline. only is the werf whose timeline it is,
// which needs not be named; nil in that of the whole site.
func (v voice) happening(h happening, only *model.Werf) Happening {
	out := Happening{Date: v.date(h.date), Coming: h.coming(v.site.Now)}
	if w, ok := h.doc.(*model.Werf); ok {
		v.milestone(&out, w, h.milestone)
	} else {
		l := v.line(h.doc)
		out.Link, out.KindLabel, out.Status, out.Example = l.Link, l.KindLabel, l.Status, l.Example
		out.Note, out.Summary, out.Werven = "", cut(l.Summary, 160), l.Werven
	}
	switch {
	case only != nil:
		out.Tint, out.Werven = only.Number, nil
	case len(out.Werven) > 0:
		out.Tint = out.Werven[0].Number
	}
	return out
}

func (v voice) milestone(out *Happening, w *model.Werf, i int) {
	m := milestoneIn(v, w, i)
	out.KindLabel, out.Status = v.t("ahead.milestone.untitled"), v.status(m.Status)
	out.Text, out.Summary, out.URL = m.Title, m.Text, v.target(w, m.Link)
	out.Lang = v.foreign(version(v, w))
	out.Werven, out.Example, out.Milestone = []Badge{v.badge(w)}, w.Example, true
}

// milestoneIn is a milestone in the words of the translation where there is one.
func milestoneIn(v voice, w *model.Werf, i int) model.Milestone {
	if t := version(v, w); len(t.Milestones) == len(w.Milestones) {
		return t.Milestones[i]
	}
	return w.Milestones[i]
}

// version is the translation of doc for this voice, or doc itself.
func version[T model.Document](v voice, doc T) T { return inLanguage(doc, v.lang.Code()).(T) }

// target is where an address, as written in a document's front matter, leads
// on the site; "" where it leads nowhere.
func (v voice) target(doc model.Document, written string) string {
	if written == "" {
		return ""
	}
	return v.site.Resolver(doc)(markdown.Ref{Kind: markdown.Link, Dest: written}).URL
}

// years groups happenings by year, in their order. url gives the address of a
// year's page; nil for none.
func (v voice) years(list []happening, only *model.Werf, url func(int) string) []HappeningYear {
	var out []HappeningYear
	last := -1
	for _, h := range list {
		if y := h.date.Year(); y != last {
			last = y
			year := HappeningYear{Year: strconv.Itoa(y)}
			if url != nil {
				year.URL = v.site.Href(url(y))
			}
			out = append(out, year)
		}
		points := &out[len(out)-1].Points
		*points = append(*points, v.happening(h, only))
	}
	return out
}
