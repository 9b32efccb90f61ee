package page

// The list of organisations from A to Z.

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// OrganisationsView is one page of the list of organisations.
type OrganisationsView struct {
	Frame
	Pager
	Body    template.HTML
	Count   string
	Choices []Choice // the letters
	Groups  []LetterGroup
}

// LetterGroup is the organisations on a page whose names begin with a letter.
type LetterGroup struct {
	ID, Letter string
	Lines      []Line
}

// initialed is an organisation with the letter under which it is found.
type initialed struct {
	organisation *model.Organisation
	initial      string
}

func organisationLists(s *model.Site) []Page {
	list := initials(s)
	if len(list) == 0 {
		return nil
	}
	return inEachLanguage(s, "organisation", func(v voice, base string) []Page {
		letters := v.letters(base, list)
		return listPages(v, "organisations", base, list, func(v voice, part []initialed, p Pager) View {
			f := v.listFrame(p, "organisation", v.sectionTitle("organisation"), v.t("organisation.about"))
			view := &OrganisationsView{Frame: f, Pager: p, Choices: []Choice{letters}, Groups: v.letterGroups(part)}
			view.Count = v.kindCount("organisation", len(list))
			if p.Number == 1 {
				view.Body = v.opening(&view.Frame, "organisation")
			}
			return view
		})
	})
}

// initials sorts the organisations by letter; within one they keep the site's
// order, which is by name.
func initials(s *model.Site) []initialed {
	list := make([]initialed, len(s.Organisations))
	for i, o := range s.Organisations {
		list[i] = initialed{o, initialOf(o.Title)}
	}
	slices.SortStableFunc(list, func(a, b initialed) int {
		return cmp.Or(cmp.Compare(rankOfInitial(a.initial), rankOfInitial(b.initial)), s.Lang.Compare(a.initial, b.initial))
	})
	return list
}

// initialOf is the letter under which a name is found: a capital without
// accents, "0–9" for all figures, "#" for what has neither.
func initialOf(name string) string {
	c, size := utf8.DecodeRuneInString(locale.Slug(name))
	switch {
	case size == 0 || !unicode.IsLetter(c) && !unicode.IsDigit(c):
		return "#"
	case unicode.IsDigit(c):
		return "0–9"
	}
	return string(unicode.ToUpper(c))
}

// rankOfInitial puts figures before letters, and the rest behind them.
func rankOfInitial(initial string) int {
	switch initial {
	case "0–9":
		return 0
	case "#":
		return 2
	}
	return 1
}

// initialID is the id of a letter's heading.
func initialID(initial string) string {
	switch initial {
	case "#":
		return "letter_andere"
	case "0–9":
		return "letter_cijfers"
	}
	return "letter_" + strings.ToLower(initial)
}

// letters is the row of letters, each leading to the first of its organisations.
func (v voice) letters(base string, list []initialed) Choice {
	out := Choice{Label: v.t("organisation.by_letter")}
	for i, x := range list {
		if i == 0 || x.initial != list[i-1].initial {
			at := v.site.Href(pageURL(v.site, base, i/pageSize+1)) + "#" + initialID(x.initial)
			out.Links = append(out.Links, Link{Text: x.initial, URL: at})
		}
	}
	return out
}

func (v voice) letterGroups(part []initialed) []LetterGroup {
	var out []LetterGroup
	for i, x := range part {
		if i == 0 || x.initial != part[i-1].initial {
			out = append(out, LetterGroup{ID: initialID(x.initial), Letter: x.initial})
		}
		g := &out[len(out)-1]
		g.Lines = append(g.Lines, v.organisationLine(x.organisation))
	}
	return out
}

// organisationLine is an organisation in a list: its legal form, where it
// works, and what it was given.
func (v voice) organisationLine(o *model.Organisation) Line {
	l := v.line(o)
	l.Date, l.KindLabel = Date{}, or(o.LegalForm, l.KindLabel)
	if districts := v.terms(o.Districts); len(districts) > 0 {
		l.Note = districts[0].Text
		if more := len(districts) - 1; more > 0 {
			l.Note += " +" + strconv.Itoa(more)
		}
	}
	if o.Totals.Awarded > 0 {
		l.Amount = v.t("money.awarded") + v.t("colon") + v.money(o.Totals.Awarded)
	}
	return l
}
