package page

// Actions on pages: promises with an owner and a due date. The same rows stand
// on the page of the document that made them and in the register of all.

import (
	"html/template"
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// ActionTable is a table of actions, for the template "acties".
type ActionTable struct {
	Rows []ActionRow
	From bool // whether each row says which document made the promise
}

// ActionRow is one action.
type ActionRow struct {
	ID          string // its place on this page; "" where it stands elsewhere
	What        template.HTML
	URL         string
	Name        string // what, short and plain
	Owner       Link
	Due         Date
	Earlier     []Date // deadlines that were moved, oldest first
	Status      Status
	Done        Date
	Evidence    Link // without an address it is words
	HasEvidence bool
	Note        template.HTML
	Insights    []Link
	From        Link
	FromKind    string
	Example     bool
}

// nameLength is how many letters of a promise or an insight name it in a link.
const nameLength = 90

// actionTable is the table of a document's own actions.
func (v voice) actionTable(doc model.Document, actions []*model.Action) ActionTable {
	var t ActionTable
	taken := headingIDs(doc)
	for _, a := range actions {
		row := v.actionRow(a)
		if !taken[a.ID] {
			row.ID = a.ID
		}
		row.Example = false // the whole page says so
		t.Rows = append(t.Rows, row)
	}
	return t
}

// actionRegister is a table of actions of several documents.
func (v voice) actionRegister(actions []*model.Action) ActionTable {
	t := ActionTable{From: true}
	for _, a := range actions {
		row := v.actionRow(a)
		row.From = v.link(a.Doc)
		row.FromKind = v.line(a.Doc).KindLabel
		row.Insights = nil // they stand where the promise was made
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v voice) actionRow(a *model.Action) ActionRow {
	row := ActionRow{
		What: inline(a.Text), URL: v.itemURL(&a.Item), Name: cut(a.Text, nameLength), Owner: v.party(a.Owner),
		Due: v.date(a.Due), Earlier: v.dates(a.EarlierDue), Status: v.actionStatus(a), Done: v.date(a.Done),
		Evidence: v.evidence(a.Evidence), HasEvidence: a.Evidence != "", Note: inline(a.Note),
		Insights: v.insightLinks(a.Insights), Example: a.Doc.Common().Example,
	}
	return row
}

// actionStatus is the status of an action; one that is overdue says so.
func (v voice) actionStatus(a *model.Action) Status {
	return v.late(v.status(a.Status), a.Overdue(v.site.Now))
}

func (v voice) late(s Status, late bool) Status {
	if late {
		s.Name += " overdue"
		s.Text += ", " + v.t("action.overdue")
	}
	return s
}

// evidence leads to what proves that something was done, or says it in words.
func (v voice) evidence(text string) Link {
	if strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://") {
		return Link{Text: v.t("action.evidence"), URL: text}
	}
	return Link{Text: text}
}

func (v voice) dates(list []locale.Date) []Date {
	var out []Date
	for _, d := range list {
		out = append(out, v.date(d))
	}
	return out
}

// itemURL leads to a part of a document, in this voice's language.
func (v voice) itemURL(i *model.Item) string {
	return v.site.Href(v.to(i.Doc).URL + "#" + i.ID)
}

// headingIDs are the places in the text of a document. An item of the same name
// gives way, so that every place on a page has a name of its own.
func headingIDs(doc model.Document) map[string]bool {
	ids := map[string]bool{}
	if p := doc.Common().Prose; p != nil {
		for _, h := range p.Headings {
			ids[h.ID] = true
		}
	}
	return ids
}

// original is the document that a translation was made of, else the document
// itself: it knows what refers to it.
func original[T model.Document](doc T) T {
	if o := doc.Common().Original; o != nil {
		return o.(T)
	}
	return doc
}
