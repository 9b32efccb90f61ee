package model

// Titles and dates that nobody wrote down: from headings, file names, folders,
// the first lines, and at last from git (content-model.md, Front matter). Where
// two rules disagree on the date, that is said.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/markdown"
)

// dated is a kind that has another date of its own to go by.
type dated interface{ ownDate() locale.Date }

func (e *Event) ownDate() locale.Date {
	if e.Start.IsZero() && !e.Deadline.IsZero() {
		return e.Deadline.Day()
	}
	if e.Start.IsZero() || e.End.IsZero() || e.End.Day() == e.Start.Day() {
		return dayOf(e.Start)
	}
	d, err := locale.ParseDate(e.Start.Day().String() + "/" + e.End.Day().String())
	if err != nil {
		return e.Start.Day()
	}
	return d
}
func (m *Minutes) ownDate() locale.Date     { return dayOf(m.Start) }
func (w *Werf) ownDate() locale.Date        { return w.Start }
func (p *Publication) ownDate() locale.Date { return p.Period }
func (b *Budget) ownDate() locale.Date      { return b.Period }

func dayOf(m Moment) locale.Date {
	if m.IsZero() {
		return locale.Date{}
	}
	return m.Day()
}

// deriveDate finds the date of doc by the rules in order. It reports rules
// that disagree.
func (d *decoder) deriveDate(doc Document, p place, diags *diag.List) {
	b := doc.Common()
	if own, ok := doc.(dated); ok && b.Date.IsZero() {
		b.Date = own.ownDate()
	}
	type rule struct {
		word string
		date locale.Date
	}
	rules := []rule{{"date.front", b.Date}}
	if date, _, ok := locale.DateInName(p.name); ok {
		rules = append(rules, rule{"date.name", date})
	}
	if date, ok := folderDate(p.folders); ok {
		rules = append(rules, rule{"date.folder", date})
	}
	if b.Date.IsZero() && b.Prose != nil && !p.index {
		if date, _, _, ok := locale.FindDate(firstLines(b.Prose)); ok {
			rules = append(rules, rule{"date.text", date})
		}
	}
	var first rule
	for _, r := range rules {
		switch {
		case r.date.IsZero():
		case first.date.IsZero():
			first = r
		case !overlap(first.date, r.date):
			l := d.lang
			diags.Add(CodeDatesDisagree, b.Pos, l.Word(first.word), l.Date(first.date), l.Word(r.word), l.Date(r.date))
		}
	}
	if b.Date = first.date; b.Date.IsZero() {
		b.Date = d.commitDate(b.Pos.File)
	}
}

// firstLines is the text in which a date in words counts as the document's own.
func firstLines(p *markdown.Prose) string {
	text := p.Lead
	for _, h := range p.Headings {
		if h.Piece == 0 {
			text = h.Text + "\n" + text
		}
	}
	return text
}

func folderDate(folders []string) (locale.Date, bool) {
	for i := len(folders) - 1; i >= 0; i-- {
		if date, _, ok := locale.DateInName(folders[i]); ok {
			return date, true
		}
	}
	return locale.Date{}, false
}

func overlap(a, b locale.Date) bool {
	return !a.Start().After(b.End()) && !b.Start().After(a.End())
}

// commitDate is the day of the first commit of a file.
func (d *decoder) commitDate(file string) locale.Date {
	if d.history == nil {
		return locale.Date{}
	}
	first, ok := d.history.First(file)
	if year := first.Time.Year(); !ok || year < 1000 || year > 2999 {
		return locale.Date{}
	}
	return locale.DateOf(first.Time)
}

// deriveTitle finds the title of doc by the rules in order, and marks the
// heading that became it, so that the page does not say it twice.
func (d *decoder) deriveTitle(doc Document, p place) {
	b := doc.Common()
	if b.Prose != nil {
		b.Prose.TitleHeading = -1
	}
	if b.Title == "" {
		b.Title = d.titleInText(b.Prose)
	} else {
		markTitle(b.Prose, b.Title)
	}
	if b.Title == "" {
		b.Title = d.titleInName(p, b)
	}
}

func (d *decoder) titleInText(prose *markdown.Prose) string {
	if prose == nil {
		return ""
	}
	for _, level := range []func(int) bool{func(l int) bool { return l == 1 }, func(l int) bool { return l > 1 }} {
		for i, h := range prose.Headings {
			if level(h.Level) && h.Text != "" && !nothing(h.Text, true) {
				if h.Level == 1 || i == 0 {
					prose.TitleHeading = i
				}
				return h.Text
			}
		}
	}
	if prose.Bold != "" && !nothing(prose.Bold, true) {
		return prose.Bold
	}
	return ""
}

// markTitle finds the opening heading that repeats a title given elsewhere.
func markTitle(prose *markdown.Prose, title string) {
	if prose == nil || len(prose.Headings) == 0 {
		return
	}
	if h := prose.Headings[0]; h.Level == 1 && locale.Slug(h.Text) == locale.Slug(title) {
		prose.TitleHeading = 0
	}
}

func nothing(text string, heading bool) bool {
	return anyLanguage(func(l *locale.Language) bool { return l.SaysNothing(text, heading) })
}

// titleInName makes a title of the file's name, or where that says nothing of
// the name, the folder and the date together.
func (d *decoder) titleInName(p place, b *Base) string {
	name := humanise(withoutDate(p.name))
	if name != "" && !nothing(name, false) {
		return name
	}
	slug := locale.Slug(name)
	if slug == "" || slug == "readme" || slug == "index" || strings.Trim(slug, "0123456789-") == "" {
		name = d.lang.Word("kind." + b.Kind + ".singular")
	}
	for i := len(p.folders) - 1; i >= 0; i-- {
		folder := inWords(withoutDate(p.folders[i]))
		if folder != "" && !isYear(folder) && !nothing(folder, false) {
			if b.Kind == "page" && b.Date.IsZero() {
				name = capital(folder)
			} else {
				name += " " + folder
			}
			break
		}
	}
	if !b.Date.IsZero() {
		name += ", " + d.lang.Date(b.Date)
	}
	return capital(name)
}

func withoutDate(name string) string {
	if _, rest, ok := locale.DateInName(name); ok {
		return rest
	}
	return name
}

// humanise turns a file name into a title.
func humanise(name string) string { return capital(inWords(name)) }

// inWords puts spaces where a file name has "-" or "_" between its words; a
// name that has spaces already keeps its hyphens.
func inWords(name string) string {
	spaced := strings.ContainsFunc(strings.TrimSpace(name), unicode.IsSpace)
	words := strings.FieldsFunc(name, func(c rune) bool { return (c == '-' && !spaced) || c == '_' || unicode.IsSpace(c) })
	return strings.Trim(strings.Join(words, " "), " -")
}

func capital(text string) string {
	c, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(c)) + text[size:]
}
