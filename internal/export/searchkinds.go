package export

// What each kind adds to its search document: the texts of its own keys, its
// amount, its status. A kind that is not named here says all that was written
// under its keys.

import (
	"strings"

	"glashelder/internal/model"
)

// ofKind adds what is of the kind of doc alone.
func (f *found) ofKind(doc model.Document) {
	if doc.Common().Index {
		return
	}
	switch d := doc.(type) {
	case *model.Werf:
		f.ofWerf(d)
	case *model.Minutes:
		f.ofMinutes(d)
	case *model.Decision:
		f.ofDecision(d)
	case *model.Allocation:
		f.ofAllocation(d)
	case *model.Organisation:
		f.ofOrganisation(d)
	case *model.Event:
		f.ofEvent(d)
	case *model.Question:
		f.ofQuestion(d)
	case *model.Forum:
		f.ofForum(d)
	case *model.Publication:
		f.say(d.Publisher)
		f.say(d.Authors...)
		f.dates(d.Period)
	case *model.Budget:
		f.ofBudget(d)
	case *model.Term:
		f.ofTerm(d)
	case *model.Page:
	default:
		f.facts(f.site.Facts(doc))
	}
}

// facts says all values of keys, whatever they are.
func (f *found) facts(list []model.Fact) {
	for _, fact := range list {
		f.dates(fact.Date, fact.Moment.Day())
		f.amount(fact.Type == model.TypeMoney, fact.Money)
		for i, text := range fact.Texts {
			if i < len(fact.To) && fact.To[i] != nil {
				text = f.title(fact.To[i])
			}
			f.say(text)
		}
		for _, row := range fact.Rows {
			f.facts(row)
		}
	}
}

func (f *found) ofWerf(w *model.Werf) {
	f.undated()
	f.Date = firstDay(w.Start)
	f.status(w.Status)
	f.werf(w)
	f.say(w.Goal)
	f.number(w.Number)
	f.dates(w.Start, w.End)
	f.party(w.Lead)
	f.Card = w.Goal
	for _, m := range w.Milestones {
		f.dates(m.Date)
		f.say(m.Title, m.Text)
	}
	for _, i := range w.Indicators {
		f.say(i.Title, i.Unit, f.decimal(i.Baseline), f.decimal(i.Target))
		for _, v := range i.Values {
			f.dates(v.Date)
			f.say(f.decimal(v.Value), v.Source)
		}
	}
}

// decimal is a number as pages show it; "" stays "".
func (f *found) decimal(number string) string {
	if number == "" {
		return ""
	}
	return f.lang.Decimal(number)
}

func (f *found) ofMinutes(m *model.Minutes) {
	f.Ages = true
	f.status(m.Status)
	f.moments(m.Start, m.End)
	f.dates(m.Approved)
	f.name(m.Location)
	f.say(m.Entity, m.Chair, m.Secretary)
	titleOf(f, m.Forum)
	titleOf(f, m.Event)
	f.number(m.Attendance)
	f.parties(m.Present, m.Excused)
	for _, a := range m.Agenda {
		f.Headings = append(f.Headings, a.Title)
		f.say(a.Number, a.Summary)
		f.clockTime(a.Start)
		titleOf(f, a.Decision)
	}
	for _, r := range m.Rounds {
		f.say(r.Question)
		for _, i := range r.Insights {
			f.say(i.Text, i.SetAside)
			f.term(i.Theme)
		}
	}
	for _, p := range m.Polls {
		f.say(p.Question)
		f.number(p.Invited)
		f.number(p.Answered)
		for _, o := range p.Options {
			f.say(o.Label)
			f.number(o.Votes)
		}
	}
	f.actions(m.Actions)
}

func (f *found) ofDecision(d *model.Decision) {
	f.Ages = true
	f.status(d.Status)
	f.name(d.Number)
	f.say(d.Motivation)
	f.Card = d.Motivation
	for _, a := range d.Articles {
		if a.Heading < 0 {
			f.say(a.Number, a.Text)
		}
	}
	for _, s := range d.LegalBasis {
		f.say(s.Title)
	}
	if f.amount(d.HasAmount, d.Amount); d.HasAmount {
		f.Cents = int64(d.Amount)
	}
	if d.Vote != nil {
		f.number(d.Vote.For)
		f.number(d.Vote.Against)
		f.number(d.Vote.Abstain)
	}
	f.dates(d.InForce, d.Until)
	titleOf(f, d.Forum)
	titleOf(f, d.Minutes)
	titleOf(f, d.Budget)
	titleOf(f, d.Supersedes...)
	titleOf(f, d.Amends...)
	f.insights(d.Insights)
	f.actions(d.Actions)
	for _, a := range original(d).Awards {
		f.organisation(a.Organisation, false)
	}
}

func (f *found) ofAllocation(a *model.Allocation) {
	f.year(a.Year())
	f.status(a.Status)
	if year := a.Year(); year > 0 && year != a.Date.Year() {
		f.state = append(f.state, f.lang.Word("search.card.year", year))
	}
	if a.Form != "" {
		f.name(f.lang.Value("kind", a.Form))
	}
	f.organisation(a.Organisation, true)
	f.amount(a.HasRequested, a.Requested)
	f.amount(a.HasAwarded, a.Awarded)
	f.amount(a.HasValue, a.Value)
	switch {
	case a.HasAwarded && a.Granted() && !a.InKind():
		f.Cents = int64(a.Awarded)
	case a.HasValue:
		f.Cents, f.sum = int64(a.Value), f.lang.Word("search.card.estimated")
	case a.HasRequested:
		f.Cents, f.sum = int64(a.Requested), f.lang.Word("search.card.requested")
	}
	f.dates(a.Period)
	f.say(a.Reason, a.Note)
	titleOf(f, a.Decision)
	for b, depth := a.Budget.To(), 0; b != nil && depth < 8; b, depth = b.Parent.To(), depth+1 {
		f.say(f.title(b))
		f.amount(true, b.Amount)
		f.dates(b.Period)
	}
	if t := a.Scheme.To(); t != nil {
		f.say(t.Label(f.lang.Code()), t.Description)
	}
	for _, p := range original(a).Payments {
		f.dates(p.Date)
		f.amount(p.HasAmount, p.Amount)
		f.say(p.ID, p.Note)
	}
	f.Card = a.Reason + "\n" + a.Note
}

func (f *found) ofOrganisation(o *model.Organisation) {
	f.undated()
	f.facet("organisatie", o.ID, original(o).Title)
	f.name(o.AlsoKnownAs...)
	f.name(o.Address)
	if o.Seat.OK() {
		f.termFacet("wijk", o.Seat)
	}
	f.say(o.EnterpriseNumber(), o.OVO, o.LegalForm, f.decimal(o.Employees), bare(o.Website), o.Email, o.Phone)
	f.number(o.Volunteers)
	f.dates(o.Founded, o.Dissolved)
	titleOf(f, o.Successor)
	titleOf(f, o.Umbrella)
	for _, code := range o.Languages {
		f.say(languageWord(f.lang, code))
	}
	if o.Size != "" {
		for _, t := range f.site.Terms["size"] {
			if t.ID == o.Size {
				f.say(t.Label(f.lang.Code()), t.Description)
			}
		}
	}
	if o.ShowsContact(f.site.Now) {
		f.contact(o.Contact)
	}
}

// bare is a web address as people say it.
func bare(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return strings.TrimPrefix(rest, "www.")
}

func (f *found) ofEvent(e *model.Event) {
	if e.Status != "scheduled" {
		f.status(e.Status)
	}
	f.moments(e.Start, e.End, e.Deadline)
	if e.Start.HasClock {
		f.state = append(f.state, f.lang.Clock(e.Start.Time))
	}
	if e.Location != "" {
		f.state = append(f.state, e.Location)
	}
	f.name(e.Location)
	f.parties(e.Organisers)
	f.say(e.Audience, e.Accessibility)
	if r := e.Registration; r != nil {
		f.moments(r.Deadline)
		f.number(r.Capacity)
	}
	for _, s := range e.Programme {
		f.clockTime(s.Start)
		f.clockTime(s.End)
		f.say(s.Title, s.Speaker, s.Text)
	}
	for _, t := range e.Tables {
		f.say(t.Title, t.Question)
	}
	f.say(e.LearningQuestions...)
	titleOf(f, e.Minutes...)
}

func (f *found) ofQuestion(q *model.Question) {
	f.status(q.Status)
	if q.Open() {
		f.due(q.Due)
	}
	f.late(q.Overdue(f.site.Now))
	f.party(q.AskedBy)
	f.party(q.Owner)
	f.parties(q.WhoCanAct)
	f.dates(q.Due, q.Answered)
	f.dates(q.EarlierDue...)
	titleOf(f, q.RaisedAt)
	titleOf(f, q.Decision)
	titleOf(f, q.Earlier...)
	f.insights(q.Insights)
	f.actions(q.Actions)
}

func (f *found) ofForum(m *model.Forum) {
	f.undated()
	f.Date = firstDay(m.Started)
	f.say(m.Mandate)
	f.Card = m.Mandate
	f.dates(m.Started, m.Ended)
	f.parties(m.Members)
	f.number(m.Seats.City)
	f.number(m.Seats.CivilSociety)
	f.number(m.MeetingsPromised)
	titleOf(f, m.Parent)
	titles(f, original(m).Children)
}

func (f *found) ofBudget(b *model.Budget) {
	f.Cents = int64(b.Amount)
	f.amount(true, b.Amount)
	f.dates(b.Period)
	f.say(b.Source)
	titleOf(f, b.Parent)
	titleOf(f, b.Decision)
	titles(f, original(b).Children)
}

func (f *found) ofTerm(t *model.Term) {
	f.undated()
	f.Title = upper(t.Label(f.lang.Code()))
	if facet := map[string]string{"theme": "thema", "district": "wijk"}[t.Kind]; facet != "" {
		f.facet(facet, t.ID, upper(t.Label(f.site.Lang.Code())))
	}
	for _, code := range append(f.site.Config.Languages, "nl", "fr", "en") {
		if label := t.Labels[code]; label != "" && upper(label) != f.Title {
			f.name(label)
		}
	}
	f.say(t.Description, bare(t.Website))
	f.Card = t.Description
	titleOf(f, t.Broader)
	titles(f, original(t).Narrower)
}

// moments are days, as pages of events name them, with the times of those days.
func (f *found) moments(list ...model.Moment) {
	for _, m := range list {
		if m.IsZero() {
			continue
		}
		f.say(f.lang.Weekday(m.Time.Weekday()))
		f.dates(m.Day())
		if m.HasClock {
			f.say(f.lang.Clock(m.Time))
		}
	}
}

// original is the document that a translation was made of, else itself: it
// knows what belongs to it.
func original[T model.Document](doc T) T {
	if o := doc.Common().Original; o != nil {
		return o.(T)
	}
	return doc
}
