package page

// About: what stands below the content of every document's page. What there is
// to open, whom to ask, what refers to it, what it lacks, how it changed.

import (
	"html/template"
	"path"
	"strings"

	"glashelder/internal/model"
)

// About is the part of a document's page that all kinds share.
type About struct {
	Files         []FileLine
	Organisations []Link
	Themes        []Link
	Districts     []Link
	TargetGroups  []Link
	Contact       Contact
	Official      string
	Mentions      []MentionGroup
	Lacks         []string // sentences
	History       History
	Report        Report
	Plain         []string // the same in plain language, by paragraph
}

// FileLine is something to open or download, or that is not published.
type FileLine struct {
	Link
	Kind     string // "presentatie"
	Type     string // "PDF"
	Size     string
	Date     Date
	Language string
	Start    string // where a recording begins, "11:20"
	Chapters []Chapter
	Withheld bool
	Reason   string
}

// Chapter is a place in a recording.
type Chapter struct{ Start, Title string }

// Contact is a service to turn to.
type Contact struct {
	Name, Email, Phone string
	PhoneURL           template.URL // "tel:" and digits
}

// MentionGroup is what refers to a document, of one kind.
type MentionGroup struct {
	Title string
	Lines []Line
	More  int // how many were left out
}

// History is how a document changed, in short.
type History struct {
	Last    Date
	First   Date
	Changes int
	Source  string // path of the source file
}

// mentionsShown is how many mentions of one kind stand on a page.
const mentionsShown = 12

// about gathers what all documents have. lacks are sentences that the kind
// itself adds.
func (v voice) about(doc model.Document, lacks ...string) About {
	b := doc.Common()
	a := About{
		Organisations: linksTo(v, b.Organisations),
		Themes:        v.terms(b.Themes), Districts: v.terms(b.Districts), TargetGroups: v.terms(b.TargetGroups),
		Contact: contact(b.Contact), Official: b.Official, Mentions: v.mentions(doc), Lacks: lacks,
		History: v.history(b), Report: v.reportOn(b), Plain: paragraphs(b.Plain),
	}
	for _, f := range b.Files {
		a.Files = append(a.Files, v.file(f))
	}
	for _, f := range b.Attachments {
		if !named(b.Files, f) {
			a.Files = append(a.Files, v.attachment(f))
		}
	}
	if b.Summary == "" && b.Kind != "page" && !b.Row {
		a.Lacks = append(a.Lacks, v.t("lacks.summary"))
	}
	if v.unanswerable(b) {
		a.Lacks = append(a.Lacks, v.t("lacks.report"))
	}
	return a
}

func named(files []model.File, a model.Attachment) bool {
	for _, f := range files {
		if f.Attached != nil && f.Attached.Path == a.Path {
			return true
		}
	}
	return false
}

func (v voice) file(f model.File) FileLine {
	line := FileLine{
		Link: Link{Text: f.Title, URL: f.URL}, Kind: v.value("kind", f.Kind), Date: v.date(f.Date),
		Withheld: f.Withheld, Reason: f.Reason,
	}
	if f.Language != "" && f.Language != v.lang.Code() {
		line.Language, line.Lang = languageName(f.Language), f.Language
	}
	if f.Start > 0 {
		line.Start = offset(f.Start)
	}
	for _, c := range f.Chapters {
		line.Chapters = append(line.Chapters, Chapter{offset(c.Start), c.Title})
	}
	if f.Attached != nil {
		line.URL = v.site.Href(f.Attached.URL)
		line.Type, line.Size = fileType(f.Attached.URL), v.lang.Size(f.Attached.Size)
	} else if f.URL != "" {
		line.Type = fileType(f.URL)
	}
	return line
}

func (v voice) attachment(a model.Attachment) FileLine {
	return FileLine{
		Link: Link{Text: path.Base(a.Path), URL: v.site.Href(a.URL)},
		Type: fileType(a.URL), Size: v.lang.Size(a.Size),
	}
}

// fileType is the type of a file as people name it: "PDF"; "" for a web page.
func fileType(url string) string {
	ext := strings.ToUpper(strings.TrimPrefix(path.Ext(path.Base(url)), "."))
	switch ext {
	case "PDF", "DOCX", "XLSX", "PPTX", "ODT", "ODS", "ODP", "CSV", "PNG", "JPG", "JPEG", "SVG", "GIF", "WEBP", "MP3", "MP4", "ZIP", "TXT", "JSON":
		return ext
	}
	return ""
}

func contact(c model.Contact) Contact {
	return Contact{Name: c.Name, Email: c.Email, Phone: unbroken(c.Phone), PhoneURL: phoneURL(c.Phone)}
}

// unbroken keeps a telephone number on one line.
func unbroken(phone string) string { return strings.ReplaceAll(phone, " ", "\u00a0") }

// phoneURL is the address that dials a number: only digits and a leading "+".
func phoneURL(phone string) template.URL {
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '+' {
			return c
		}
		return -1
	}, phone)
	if digits == "" {
		return ""
	}
	return template.URL("tel:" + digits)
}

func (v voice) terms(refs []model.Ref[*model.Term]) []Link {
	var out []Link
	for _, r := range refs {
		if r.OK() {
			out = append(out, Link{Text: r.To().Label(v.lang.Code()), URL: v.site.Href(r.To().URL)})
		}
	}
	return out
}

// mentions groups what refers to a document by kind.
func (v voice) mentions(doc model.Document) []MentionGroup {
	b := doc.Common()
	if b.Original != nil {
		b = b.Original.Common()
	}
	var out []MentionGroup
	kind, last := "", model.Document(nil)
	for _, m := range b.MentionedBy {
		from := m.From.Common()
		if m.From == last {
			continue
		}
		last = m.From
		if from.Kind != kind {
			kind = from.Kind
			title := v.kindName(kind, "plural")
			if from.Index {
				title = v.kindName("page", "plural")
			}
			out = append(out, MentionGroup{Title: title})
		}
		g := &out[len(out)-1]
		if len(g.Lines) == mentionsShown {
			g.More++
			continue
		}
		g.Lines = append(g.Lines, v.line(m.From))
	}
	return out
}

func (v voice) history(b *model.Base) History {
	h := History{Source: b.Pos.File, Changes: len(b.Revisions)}
	if n := len(b.Revisions); n > 0 {
		newest, oldest := b.Revisions[0].Time, b.Revisions[n-1].Time
		h.Last = Date{Text: v.lang.Day(newest), ISO: newest.Format("2006-01-02")}
		h.First = Date{Text: v.lang.Day(oldest), ISO: oldest.Format("2006-01-02")}
	}
	return h
}

// paragraphs splits text at blank lines.
func paragraphs(text string) []string {
	var out []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
