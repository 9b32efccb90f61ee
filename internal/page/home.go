package page

// The home page: the six werven at a glance, what is new, what comes, where the
// money stands, what still waits, and a way into everything. It serves a site
// that has only a folder of minutes as well.

import (
	"html/template"
	"slices"
	"sync"

	"glashelder/internal/model"
)

// HomeView is the home page.
type HomeView struct {
	Frame
	About
	Text    bool // the site has a home page of its own: what all documents have is shown
	Summary string
	Body    template.HTML
	Cards   []WerfCard
	WervenH string // "De zes werven"
	Werven  Link
	New     []Line
	Newer   Link // all of it
	Coming  []Line
	Agenda  Link
	Sums    Sums
	Money   Link
	Waiting []Wait
	Ways    []Way
	Themes  []Link
	Pages   []Link // free pages, where no text of the site's own leads to them
	All     Link   // the register of everything
}

// Wait is a number of things that wait for somebody.
type Wait struct {
	Link
	Count string
}

// Way leads to a part of the site.
type Way struct {
	Link
	Count string
	About string
}

// How much of each stands on the home page.
const (
	homeNew    = 5
	homeComing = 5
	homeThemes = 40
	homeFree   = 40
)

// homeIndex is what the home page shows, gathered once for all languages.
type homeIndex struct {
	glance glance
	fresh  []model.Document
}

func homePages(s *model.Site) []Page {
	index := sync.OnceValue(func() homeIndex { return homeIndex{glanceOf(s), freshOf(s)} })
	return indexPages(s, "/", "home", func(v voice, url string, p *model.Page) View { return v.home(url, p, index()) })
}

// freshOf lists what happened last: documents of the kinds that happen, newest
// first, nothing that lies ahead. Free pages only where nothing else has
// happened, as many have no other date than that of their file.
func freshOf(s *model.Site) []model.Document {
	var out []model.Document
	add := func(kind string) {
		for _, doc := range s.Of(kind) {
			b := doc.Common()
			if !b.Date.IsZero() && firstDay(b.Date).Before(s.Now.AddDate(0, 0, 1)) && (kind != "page" || b.Date.IsDay()) {
				out = append(out, doc)
			}
		}
	}
	for _, kind := range chronicled() {
		add(kind)
	}
	if len(out) == 0 {
		add("page")
	}
	slices.SortStableFunc(out, newestFirst)
	return out[:min(len(out), homeNew)]
}

func (v voice) home(url string, p *model.Page, index homeIndex) View {
	s := v.site
	view := &HomeView{
		Frame: v.frame(url, "home", s.Config.Title, ""), Summary: s.Config.Description,
		Cards: v.cards(s.Werven, index.glance), New: linesOf(v, index.fresh),
		Coming: v.aheadLines(index.glance.agenda.all, homeComing),
		Sums:   v.sums("deel_geldbeeld", moneyURL+stackFiles, tops(s.Budgets), s.Allocations), Waiting: v.waiting(), Ways: v.ways(), Themes: v.themes(),
		Werven: Link{Text: v.t("home.all_werven"), URL: v.sectionLink("werf").URL},
		Newer:  Link{Text: v.t("home.all_new"), URL: s.Href(timelineURL)},
		Agenda: Link{Text: v.t("home.all_coming"), URL: v.sectionLink("event").URL},
		Money:  Link{Text: v.t("home.all_money"), URL: s.Href(moneyURL)},
		All:    Link{Text: v.t("home.everything"), URL: s.Href(registerURL)},
	}
	view.WervenH = v.wervenTitle(len(s.Werven))
	if len(s.Events) == 0 {
		view.Agenda = Link{}
	}
	if p == nil {
		for _, free := range s.Pages[:min(len(s.Pages), homeFree)] {
			view.Pages = append(view.Pages, v.link(free))
		}
		return view
	}
	view.Text, view.About, view.Body = true, v.about(p), v.indexText(&view.Frame, p)
	view.Mentions = nil
	view.Summary = or(ownSummary(&p.Base), view.Summary)
	v.indexFrame(&view.Frame, p)
	return view
}

// wervenTitle is "De zes werven", up to twelve in words.
func (v voice) wervenTitle(n int) string {
	if n < 2 {
		return v.sectionTitle("werf")
	}
	number := v.lang.Number(int64(n))
	if word := v.t("number." + number); n <= 12 && word != "number."+number {
		number = word
	}
	return v.t("home.werven", number)
}

// waiting counts what waits: questions, promises, calls.
func (v voice) waiting() []Wait {
	s := v.site
	var asked, lateAnswers, promised, latePromises, calls int
	for _, q := range s.Questions {
		asked += one(q.Open())
		lateAnswers += one(q.Overdue(s.Now))
	}
	for _, a := range s.Actions {
		promised += one(a.Status == "open" || a.Status == "in_progress")
		latePromises += one(a.Overdue(s.Now))
	}
	for _, e := range s.Events {
		calls += one(e.Call && e.Status != "cancelled" && !e.Deadline.IsZero() && !e.Closed(s.Now))
	}
	var out []Wait
	add := func(some bool, word, url string, n int) {
		if some {
			out = append(out, Wait{Link{Text: v.t("home.wait." + word), URL: url}, v.lang.Number(int64(n))})
		}
	}
	add(len(s.Questions) > 0, "questions", v.sectionLink("question").URL, asked)
	add(lateAnswers > 0, "late_answers", v.sectionLink("question").URL, lateAnswers)
	add(len(s.Actions) > 0, "actions", s.Href(actionsURL), promised)
	add(latePromises > 0, "late_actions", s.Href(actionsURL), latePromises)
	add(calls > 0, "calls", v.sectionLink("event").URL, calls)
	return out
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// ways lead to every part of the site that has something to show.
func (v voice) ways() []Way {
	s := v.site
	var out []Way
	add := func(l Link, n int, word string) {
		if n == 0 {
			return
		}
		w := Way{Link: l, Count: v.lang.Number(int64(n))}
		if about := v.t("home.way." + word); about != "home.way."+word {
			w.About = about
		}
		out = append(out, w)
	}
	for _, k := range model.Kinds {
		if !k.Data && k.Folder != "" {
			l := v.sectionLink(k.Name)
			l.Text = capital(l.Text)
			add(l, len(s.Of(k.Name)), k.Name)
		}
	}
	at := func(word, url string) Link { return Link{Text: v.t(word), URL: s.Href(url)} }
	add(at("home.insights", insightsURL), len(s.Insights), "insights")
	add(at("nav.actions", actionsURL), len(s.Actions), "actions")
	return out
}

func (v voice) themes() []Link {
	var out []Link
	for _, t := range v.site.Terms["theme"] {
		if len(out) == homeThemes {
			break
		}
		out = append(out, Link{Text: t.Label(v.lang.Code()), URL: v.site.Href(t.URL)})
	}
	return out
}
