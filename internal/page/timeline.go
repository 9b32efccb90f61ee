package page

// Timelines: of the whole site and of each werf, newest first, with a page for
// every year; and the picture of the werven in time. Long years are cut into
// pages.

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// TimelineView is a timeline, or one page of one year of it.
type TimelineView struct {
	Frame
	Pager
	Intro   string
	Jump    Choice // to the pages of the years
	Years   []HappeningYear
	Rest    Link          // to the first year that is not shown whole
	Gantt   template.HTML // only on the first page of the site's own timeline
	Undated string        // sentence; "" where everything has a date
}

// timelineShown is how many points stand on the first page of a timeline.
const timelineShown = 40

// row is one timeline: of the site, or of a werf.
type row struct {
	list    []happening
	base    string // address of its first page
	title   string
	section string
	above   []Link
	werf    *model.Werf // nil for the site
}

// timelinePages are the timelines of the site and its werven. They speak the
// site's own language, for they are lists and no documents.
func timelinePages(s *model.Site) []Page {
	v, c := newVoice(s, s.Config.Language), chronicleOf(s)
	var out []Page
	if len(s.Documents) > 0 {
		out = v.timeline(c, row{list: c.all, base: timelineURL, title: v.t("nav.timeline"), section: "timeline"})
	}
	for _, w := range s.Werven {
		if list := c.ofWerf[w]; len(list) > 0 {
			out = append(out, v.timeline(c, row{
				list: list, base: w.URL + werfTimeline, title: v.t("timeline.of", w.Title),
				section: "werf", above: []Link{v.sectionLink("werf"), v.link(w)}, werf: w,
			})...)
		}
	}
	return out
}

// werfTimeline is where the timeline of a werf stands, below its own address.
const werfTimeline = "tijdlijn/"

// yearOfRow is one year of a timeline, with all that happened in it.
type yearOfRow struct {
	year int
	list []happening
}

// cut divides a row, which is sorted, into its years.
func (r row) cut() []yearOfRow {
	var out []yearOfRow
	for from := 0; from < len(r.list); {
		year, to := r.list[from].date.Year(), from
		for to < len(r.list) && r.list[to].date.Year() == year {
			to++
		}
		out = append(out, yearOfRow{year, r.list[from:to]})
		from = to
	}
	return out
}

// timeline makes the first page of a row and the pages of its years.
func (v voice) timeline(c chronicle, r row) []Page {
	years := r.cut()
	out := []Page{{URL: r.base, Template: "timeline", View: func() View { return v.timelineFront(c, r, years) }}}
	for _, y := range years {
		out = append(out, v.timelineYear(r, years, y)...)
	}
	return out
}

func (v voice) timelineFront(c chronicle, r row, years []yearOfRow) View {
	view := &TimelineView{Frame: v.frame(r.base, r.section, r.title, "", r.above...), Jump: v.jump(r, years, 0)}
	shown := r.list[:min(timelineShown, len(r.list))]
	view.Years = v.years(shown, r.werf, r.yearURL)
	if len(shown) < len(r.list) {
		year := r.list[len(shown)].date.Year()
		view.Rest = Link{Text: strconv.Itoa(year), URL: v.site.Href(r.yearURL(year))}
	}
	if r.werf == nil {
		view.Intro, view.Gantt = v.t("timeline.intro"), v.gantt(v.site.Werven)
		if c.undated > 0 {
			view.Undated = v.lang.Count("timeline.undated", c.undated)
		}
	}
	return view
}

func (v voice) timelineYear(r row, years []yearOfRow, y yearOfRow) []Page {
	above := append(slices.Clone(r.above), Link{Text: r.title, URL: v.site.Href(r.base)})
	return listPages(v, "timeline", r.yearURL(y.year), y.list, func(v voice, part []happening, p Pager) View {
		f := v.listFrame(p, r.section, r.title+", "+strconv.Itoa(y.year), "", above...)
		return &TimelineView{Frame: f, Pager: p, Jump: v.jump(r, years, y.year), Years: v.years(part, r.werf, nil)}
	})
}

func (r row) yearURL(year int) string { return r.base + strconv.Itoa(year) + "/" }

// jump links the years of a row; current is 0 on its first page.
func (v voice) jump(r row, years []yearOfRow, current int) Choice {
	choice := Choice{Label: v.t("timeline.years")}
	for _, y := range years {
		choice.Links = append(choice.Links, Link{
			Text: strconv.Itoa(y.year), URL: v.site.Href(r.yearURL(y.year)), Current: y.year == current, Note: v.lang.Number(int64(len(y.list))),
		})
	}
	return choice
}

// gantt is the picture of the werven in time, with their milestones.
func (v voice) gantt(werven []*model.Werf) template.HTML {
	spans := make([]chart.Span, len(werven))
	var dates spoken
	for i, w := range werven {
		b := v.badge(w)
		spans[i] = chart.Span{Label: strings.TrimSpace(strconv.Itoa(w.Number) + " " + b.Title), URL: b.URL, Class: "werf-" + strconv.Itoa(w.Number)}
		if w.Number == 0 {
			spans[i].Label, spans[i].Class = b.Title, ""
		}
		spans[i].From, spans[i].To = dates.at(w.Start, w.Start.Start()), werfEnd(w, &dates)
		for j := range w.Milestones {
			m := milestoneIn(v, w, j)
			spans[i].Marks = append(spans[i].Marks, chart.Mark{At: dates.at(m.Date, firstDay(m.Date)), Title: m.Title})
		}
	}
	frame := chart.Frame{ID: "looptijd", Title: v.t("gantt.title"), Sentence: v.ganttSentence(werven), Data: v.t("chart.data")}
	return chart.Gantt(frame, chart.GanttWords{
		Label: v.t("nav.werf"), From: v.t("gantt.from"), To: v.t("gantt.to"), Marks: capital(v.t("kind.milestone.plural")),
		Open: v.t("gantt.open"), Now: v.site.Now,
		Date: func(t time.Time) string { return v.lang.Date(dates[t.Nanosecond()]) },
	}, spans)
}

// spoken remembers dates, so that a chart that knows times only says each as it
// was written: "2021", not "1 january 2021". Each time carries the place of its
// date as nanoseconds.
type spoken []locale.Date

func (s *spoken) at(d locale.Date, t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	*s = append(*s, d)
	return t.Add(time.Duration(len(*s) - 1))
}

// werfEnd is when a werf ended; zero while it goes on. One that is done without
// saying when ends at its last milestone.
func werfEnd(w *model.Werf, dates *spoken) time.Time {
	if !w.End.IsZero() && w.End.End().Year() < 9999 {
		return dates.at(w.End, w.End.End())
	}
	if w.Status != "done" {
		return time.Time{}
	}
	last := w.Start
	for _, m := range w.Milestones {
		if m.Date.Compare(last) > 0 {
			last = m.Date
		}
	}
	return dates.at(last, firstDay(last))
}

// ganttSentence counts the werven by status.
func (v voice) ganttSentence(werven []*model.Werf) string {
	var parts []string
	undated := 0
	for _, status := range []string{"active", "planned", "done"} {
		n := 0
		for _, w := range werven {
			if w.Status == status {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, v.lang.Number(int64(n))+" "+v.value("status", status))
		}
	}
	for _, w := range werven {
		if w.Start.IsZero() {
			undated++
		}
	}
	sentence := v.t("gantt.sentence", v.lang.Count("kind.werf", len(werven)), strings.Join(parts, ", "))
	if undated > 0 {
		sentence += " " + v.lang.Count("gantt.undated", undated)
	}
	return sentence
}

// newestFirst orders documents by date, newest first.
func newestFirst(a, b model.Document) int {
	x, y := a.Common(), b.Common()
	return cmp.Or(firstDay(y.Date).Compare(firstDay(x.Date)), strings.Compare(x.ID, y.ID))
}
