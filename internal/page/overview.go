package page

// Overviews: pages that no document is, and that say something themselves: the
// money of a year, how it is shared out, the reference of the manual. The search
// leads to them by what they are called and what they explain. What they list is
// found at its own place.

import (
	"html"
	"html/template"
	"regexp"
	"strings"
)

// Explainer is a view with texts of its own, in plain text.
type Explainer interface{ Explains() []string }

// Overview tells whether a page is one. Its view has the title and description
// that it is found by, and may be an Explainer.
func (p Page) Overview() bool {
	switch p.Template {
	case "fairness", "moneyyear":
		return true
	case "search", "redirect", "notfound":
		return false
	}
	belowHome := strings.Count(p.URL, "/") == 2 && p.Part == "" && !p.Hidden
	return belowHome || p.URL == paymentsURL || p.Reference()
}

// Reference tells whether an overview explains the site itself, not what it tells.
func (p Page) Reference() bool {
	return p.Template == "fields" || p.Template == "codes" || p.Template == "columns"
}

// Explains are the words of money with what they mean.
func (m *MoneyView) Explains() []string {
	var out []string
	for _, t := range m.Terms {
		out = append(out, t.Word, t.Meaning)
	}
	return out
}

// Explains are the messages with what they mean.
func (c *CodesView) Explains() []string {
	var out []string
	for _, e := range c.Codes {
		out = append(out, e.ID, plain(e.Message), plain(e.Explain), plain(e.Hint))
	}
	return out
}

// Explains are the keys with what is written there.
func (f *FieldsView) Explains() []string {
	out := append([]string{}, f.Where...)
	for _, g := range f.Groups {
		out = append(out, g.Title)
		for _, k := range g.Fields {
			out = append(out, k.Name, k.English, k.Help, strings.Join(k.Values, " "))
		}
	}
	return out
}

// Explains are the columns with what they mean.
func (c *ColumnsView) Explains() []string {
	var out []string
	for _, f := range c.Formats {
		out = append(out, f.Name, f.Meaning)
	}
	for _, g := range c.Groups {
		out = append(out, g.Title)
		for _, r := range g.Rows {
			out = append(out, r.Key, r.Title, r.Meaning)
		}
	}
	return out
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is the text of what render made of Markdown.
func plain(text template.HTML) string {
	return html.UnescapeString(tag.ReplaceAllString(string(text), " "))
}
