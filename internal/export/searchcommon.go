package export

// What search documents of every kind have: the keys of every kind, and those
// that a document names.

import (
	"path"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/model"
)

// common adds what documents of every kind say.
func (f *found) common(b *model.Base) {
	f.werven(b.Werven)
	for _, r := range b.Organisations {
		f.organisation(r, true)
	}
	f.themes(b.Themes)
	f.districts(b.Districts)
	for _, r := range b.TargetGroups {
		f.term(r)
	}
	f.say(b.Plain)
	for _, file := range b.Files {
		f.file(file)
	}
	for _, a := range b.Attachments {
		f.say(path.Base(a.Path))
	}
	for _, c := range b.Corrections {
		f.dates(c.Date)
		f.say(c.Text)
	}
	for _, c := range b.Conflicts {
		f.say(c.Text)
		f.say(c.Sources...)
	}
	if b.Kind != "organisation" { // which asks for consent first
		f.contact(b.Contact)
	}
}

func (f *found) contact(c model.Contact) { f.say(c.Name, c.Email, c.Phone) }

func (f *found) file(file model.File) {
	f.say(file.Title, file.Reason)
	f.dates(file.Date)
	if file.Attached != nil {
		f.say(strings.TrimPrefix(path.Ext(file.Attached.URL), "."))
	}
	if file.Start > 0 {
		f.say(clock(file.Start))
	}
	for _, c := range file.Chapters {
		f.say(clock(c.Start), c.Title)
	}
}

// clock is a place in a recording, "11:20" or "1:02:03".
func clock(d time.Duration) string {
	text := time.Time{}.Add(d).Format("4:05")
	if d >= time.Hour {
		text = time.Time{}.Add(d).Format("3:04:05")
	}
	return text
}

// werven are a facet, and stand on the card.
func (f *found) werven(refs []model.Ref[*model.Werf]) {
	for _, r := range refs {
		if r.OK() {
			f.Labels = append(f.Labels, f.werf(r.To()))
			f.say(f.werfName(r.To()))
		}
	}
}

// werf makes a werf a facet, and gives its label.
func (f *found) werf(w *model.Werf) string {
	key := w.ID
	if w.Number > 0 {
		key = strconv.Itoa(w.Number)
	}
	label := w.Title
	if w.Number > 0 {
		label = key + " " + w.Title
	}
	f.facet("werf", key, label)
	return f.werfName(w)
}

// werfName is a werf in the language of the document: "1 Basiswerk".
func (f *found) werfName(w *model.Werf) string {
	name := f.title(w)
	if w.Number > 0 {
		name = strconv.Itoa(w.Number) + " " + name
	}
	return name
}

// organisation is a facet; its names find what it has to do with. With label it
// stands on the card too.
func (f *found) organisation(r model.Ref[*model.Organisation], label bool) {
	if !r.OK() {
		return
	}
	o := r.To()
	f.facet("organisatie", o.ID, o.Title)
	f.name(f.title(o), o.Title)
	f.name(o.AlsoKnownAs...)
	if label {
		f.Labels = append(f.Labels, f.title(o))
	}
}

// party is somebody with a part in something.
func (f *found) party(p model.Party) {
	switch {
	case p.Organisation.OK():
		f.organisation(p.Organisation, false)
	case p.Name == "anoniem", p.Name == "anonymous", p.Name == "anonyme":
	default:
		f.name(p.Label())
	}
	f.say(p.Role)
	f.dates(p.From, p.Until)
}

func (f *found) parties(lists ...[]model.Party) {
	for _, list := range lists {
		for _, p := range list {
			f.party(p)
		}
	}
}

func (f *found) themes(refs []model.Ref[*model.Term]) {
	for _, r := range refs {
		f.termFacet("thema", r)
	}
}

func (f *found) districts(refs []model.Ref[*model.Term]) {
	for _, r := range refs {
		f.termFacet("wijk", r)
	}
}

func (f *found) termFacet(facet string, r model.Ref[*model.Term]) {
	if r.OK() {
		f.facet(facet, r.To().ID, upper(r.To().Label(f.site.Lang.Code())))
		f.name(r.To().Label(f.lang.Code()))
	}
}

// term says the label of a term that is no facet.
func (f *found) term(r model.Ref[*model.Term]) {
	if r.OK() {
		f.say(r.To().Label(f.lang.Code()))
	}
}

// title is the title of a document in the language of the one that names it.
func (f *found) title(doc model.Document) string {
	for _, t := range doc.Common().Translations {
		if t.Common().Lang == f.lang.Code() {
			return t.Common().Title
		}
	}
	return doc.Common().Title
}

// titleOf says the title of what a document refers to.
func titleOf[T model.Document](f *found, refs ...model.Ref[T]) {
	for _, r := range refs {
		if r.OK() {
			f.say(f.title(r.To()))
		}
	}
}

// titles says the titles of documents.
func titles[T model.Document](f *found, docs []T) {
	for _, d := range docs {
		f.say(f.title(d))
	}
}
