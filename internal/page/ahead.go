package page

// What lies ahead: events, open calls, milestones, promises and dates by which
// an answer or a decision is due, soonest first. Built once for all pages and
// judged against the day the site is built for.

import (
	"cmp"
	"slices"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// ahead is something that still has to happen.
type ahead struct {
	date      locale.Date
	what      string // word "ahead.…": event, call, milestone, action, question, decision, in_force
	doc       model.Document
	milestone int // index among the milestones of doc
	action    *model.Action
}

// agenda is all that lies ahead, soonest first.
type agenda struct {
	all    []ahead
	ofWerf map[*model.Werf][]ahead
}

func agendaOf(s *model.Site) agenda {
	a := agenda{ofWerf: map[*model.Werf][]ahead{}}
	a.addEvents(s)
	a.addPromises(s)
	for _, w := range s.Werven {
		for i, m := range w.Milestones {
			if milestoneComing(m, s.Now) {
				a.all = append(a.all, ahead{date: m.Date, what: "milestone", doc: w, milestone: i})
			}
		}
	}
	slices.SortStableFunc(a.all, func(x, y ahead) int {
		return cmp.Or(x.when(s.Now).Compare(y.when(s.Now)), x.date.Compare(y.date))
	})
	for _, x := range a.all {
		for _, w := range (happening{doc: x.doc}).werven() {
			a.ofWerf[w] = append(a.ofWerf[w], x)
		}
	}
	return a
}

func (a *agenda) addEvents(s *model.Site) {
	for _, e := range s.Events {
		switch {
		case e.Status == "cancelled":
		case e.Call && !e.Deadline.IsZero():
			if !e.Closed(s.Now) {
				a.all = append(a.all, ahead{date: e.Deadline.Day(), what: "call", doc: e})
			}
		case !e.Date.IsZero() && !e.Past(s.Now):
			a.all = append(a.all, ahead{date: e.Date, what: "event", doc: e})
		}
	}
}

// addPromises adds what was promised by a day: actions, answers, decisions.
func (a *agenda) addPromises(s *model.Site) {
	for _, p := range s.Actions {
		if (p.Status == "open" || p.Status == "in_progress") && due(p.Due, s.Now) {
			a.all = append(a.all, ahead{date: p.Due, what: "action", doc: p.Doc, action: p})
		}
	}
	for _, q := range s.Questions {
		if q.Open() && due(q.Due, s.Now) {
			a.all = append(a.all, ahead{date: q.Due, what: "question", doc: q})
		}
	}
	for _, d := range s.Decisions {
		switch {
		case d.Status == "rejected" || d.Status == "withdrawn" || d.Status == "superseded":
		case d.Status == "proposed" && due(d.Date, s.Now):
			a.all = append(a.all, ahead{date: d.Date, what: "decision", doc: d})
		case due(d.InForce, s.Now) && d.InForce.Start().After(s.Now):
			a.all = append(a.all, ahead{date: d.InForce, what: "in_force", doc: d})
		}
	}
}

// due tells whether a date is there and its last day has not gone by.
func due(d locale.Date, now time.Time) bool { return !d.IsZero() && !d.End().Before(now) }

// when is the day that counts: what has begun is judged by its end.
func (x ahead) when(now time.Time) time.Time {
	if start := firstDay(x.date); !start.Before(now) {
		return start
	}
	return x.date.End()
}

// aheadLine shows what lies ahead as a line of a list.
func (v voice) aheadLine(x ahead) Line {
	l := v.line(x.doc)
	l.KindLabel, l.Date, l.Amount = capital(v.t("ahead."+x.what)), v.date(x.date), ""
	switch x.what {
	case "milestone":
		w := x.doc.(*model.Werf)
		m := milestoneIn(v, w, x.milestone)
		l.Text = m.Title
		if m.Title == "" {
			l.Text, l.Lang = v.t("ahead.milestone.untitled"), ""
		}
		l.URL = or(v.target(w, m.Link), l.URL)
		l.Summary, l.Status, l.Werven = m.Text, Status{}, []Badge{v.badge(w)}
	case "action":
		l.Text, l.Lang, l.URL = x.action.Text, v.foreign(x.doc), v.itemURL(&x.action.Item)
		l.Summary, l.Status, l.Note = "", v.status(x.action.Status), v.party(x.action.Owner).Text
	case "event":
		l.Date = v.line(x.doc).Date
	}
	return l
}

// foreign is the language of a document where it is not that of the voice, else "".
func (v voice) foreign(doc model.Document) string {
	if lang := doc.Common().Lang; lang != v.lang.Code() {
		return lang
	}
	return ""
}

func (v voice) aheadLines(list []ahead, limit int) []Line {
	var out []Line
	for _, x := range list[:min(len(list), limit)] {
		out = append(out, v.aheadLine(x))
	}
	return out
}
