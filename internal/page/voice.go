package page

// A voice speaks of a site in one language: it turns what the model knows into
// the words, links and lines that views are made of.

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

type voice struct {
	site *model.Site
	lang *locale.Language
}

// newVoice speaks the language with a code; the site's own where it is unknown.
func newVoice(s *model.Site, code string) voice {
	if l := s.Config.In(code); l != nil {
		return voice{s, l}
	}
	return voice{s, s.Lang}
}

// t is an interface word.
func (v voice) t(id string, args ...any) string { return v.lang.Word(id, args...) }

// value is a listed value in words: the status "adopted" is "aangenomen". ""
// stays "".
func (v voice) value(key, english string) string {
	if english == "" {
		return ""
	}
	return v.lang.Value(key, english)
}

func (v voice) date(d locale.Date) Date {
	if d.IsZero() {
		return Date{}
	}
	return Date{Text: v.lang.Date(d), ISO: isoDate(d)}
}

// isoDate is a date as the datetime attribute of <time> takes it: a day, month
// or year; "" for what that cannot say.
func isoDate(d locale.Date) string {
	if d.IsInterval() {
		return ""
	}
	text := strings.TrimRight(d.String(), "~?%")
	if len(text) == len("2022-21") && text[5:] > "12" {
		return ""
	}
	return text
}

// moment is a day with, where known, its time.
func (v voice) moment(m model.Moment) Date {
	if m.IsZero() {
		return Date{}
	}
	if !m.HasClock {
		return Date{Text: v.lang.Day(m.Time), ISO: m.Time.Format(time.DateOnly)}
	}
	return Date{Text: v.lang.Day(m.Time) + ", " + v.lang.Clock(m.Time), ISO: m.Time.Format(time.RFC3339)}
}

// clock is a time of day, "19:30", in words.
func (v voice) clock(text string) string {
	t, err := time.Parse("15:04", text)
	if err != nil {
		return text
	}
	return v.lang.Clock(t)
}

// offset is a place in a recording: "11:20" or "1:02:03".
func offset(d time.Duration) string {
	s := int(d.Seconds())
	pad := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	if s >= 3600 {
		return strconv.Itoa(s/3600) + ":" + pad(s/60%60) + ":" + pad(s%60)
	}
	return strconv.Itoa(s/60) + ":" + pad(s%60)
}

func (v voice) money(m locale.Money) string { return v.lang.Money(m) }

// to is the best version of a document for this voice: its translation where
// there is one.
func (v voice) to(doc model.Document) *model.Base {
	for _, t := range doc.Common().Translations {
		if t.Common().Lang == v.lang.Code() {
			return t.Common()
		}
	}
	return doc.Common()
}

// link leads to a document.
func (v voice) link(doc model.Document) Link {
	b := v.to(doc)
	l := Link{Text: b.Title, URL: v.site.Href(b.URL)}
	if b.Lang != v.lang.Code() {
		l.Lang = b.Lang
	}
	return l
}

// linkTo leads to what a reference refers to; the zero Link when it leads nowhere.
func linkTo[T model.Document](v voice, ref model.Ref[T]) Link {
	if !ref.OK() {
		return Link{}
	}
	return v.link(ref.To())
}

func linksTo[T model.Document](v voice, refs []model.Ref[T]) []Link {
	var out []Link
	for _, r := range refs {
		if r.OK() {
			out = append(out, v.link(r.To()))
		}
	}
	return out
}

// party is somebody with a part in something, linked where it is an
// organisation of the site. The note is the role.
func (v voice) party(p model.Party) Link {
	l := Link{Text: p.Label(), Note: p.Role}
	if p.Organisation.OK() {
		l.URL = v.link(p.Organisation.To()).URL
	}
	if l.Text == "anoniem" || l.Text == "anonymous" || l.Text == "anonyme" {
		l.Text = v.t("question.anonymous")
	}
	return l
}

func (v voice) parties(list []model.Party) []Link {
	var out []Link
	for _, p := range list {
		out = append(out, v.party(p))
	}
	return out
}

func (v voice) badge(w *model.Werf) Badge {
	b := v.to(w)
	return Badge{Number: w.Number, Title: b.Title, URL: v.site.Href(b.URL)}
}

func (v voice) badges(refs []model.Ref[*model.Werf]) []Badge {
	var out []Badge
	for _, r := range refs {
		if r.OK() {
			out = append(out, v.badge(r.To()))
		}
	}
	return out
}

// sectionURL is the address of the list of a kind, without the site's prefix.
func (v voice) sectionURL(kind string) string {
	return "/" + v.site.Config.Sections[kind] + "/"
}

// sectionLink leads to the list of a kind.
func (v voice) sectionLink(kind string) Link {
	return Link{Text: v.sectionTitle(kind), URL: v.site.Href(v.sectionURL(kind))}
}

// sectionTitle is what the list of a kind is called.
func (v voice) sectionTitle(kind string) string {
	if p, ok := v.site.Indexes[v.sectionURL(kind)]; ok && p.TitleWritten {
		if b := v.to(p); b.Lang == v.lang.Code() {
			return b.Title
		}
	}
	return v.kindName(kind, "plural")
}

// body is the text of a document.
func (v voice) body(doc model.Document) template.HTML {
	return template.HTML(v.site.HTML(doc))
}

// Line is a document in a list.
type Line struct {
	Link
	KindLabel string
	Date      Date
	Summary   string
	Werven    []Badge
	Status    Status
	Amount    string
	Example   bool
}

// Status is a status in words; Name is its English value, for the style.
type Status struct{ Name, Text string }

// status gives a status in words; the zero Status where there is none.
func (v voice) status(name string) Status {
	if name == "" {
		return Status{}
	}
	return Status{Name: name, Text: v.value("status", name)}
}

// line is a document in a list, with what its kind adds.
func (v voice) line(doc model.Document) Line {
	b := v.to(doc)
	l := Line{
		Link: v.link(doc), KindLabel: v.kindName(b.Kind, "singular"), Date: v.date(b.Date),
		Summary: cut(b.Summary, 240), Werven: v.badges(b.Werven), Example: b.Example,
	}
	switch d := doc.(type) {
	case *model.Organisation: // has no day of its own: only its file has
		l.Date = Date{}
	case *model.Forum:
		l.Date = v.date(d.Started)
	case *model.Werf:
		l.Status = v.status(d.Status)
	case *model.Decision:
		l.Status = v.status(d.Status)
		if d.HasAmount {
			l.Amount = v.money(d.Amount)
		}
	case *model.Question:
		l.Status = v.status(d.Status)
	case *model.Minutes:
		l.Status = v.status(d.Status)
	case *model.Allocation:
		l.Status = v.status(d.Status)
		l.Note = linkTo(v, d.Organisation).Text
		if d.HasAwarded && !d.InKind() {
			l.Amount = v.money(d.Awarded)
		}
	case *model.Event:
		if d.Status != "scheduled" {
			l.Status = v.status(d.Status)
		}
		if !d.Start.IsZero() && d.End.IsZero() {
			l.Date = v.moment(d.Start)
		}
	case *model.Budget:
		l.Amount = v.money(d.Amount)
	}
	return l
}

func linesOf[T model.Document](v voice, docs []T) []Line {
	var out []Line
	for _, d := range docs {
		out = append(out, v.line(d))
	}
	return out
}

func languageName(code string) string {
	if l := locale.Get(code); l != nil {
		return l.Name()
	}
	return code
}
