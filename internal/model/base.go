package model

// What every document has, whatever its kind: the keys of "Every kind" in the
// content model, what was derived from the file, and what the rest of the site
// says about it.

import (
	"strings"
	"time"
	"unicode"

	"glashelder/internal/diag"
	"glashelder/internal/history"
	"glashelder/internal/locale"
	"glashelder/internal/markdown"
)

// Document is one thing with a page of its own: a Markdown file, a row of a
// table, an entry of a data file.
type Document interface {
	Common() *Base
	Decode(*Reader) // asks for the keys of its own kind
}

// Base is what all documents have in common.
type Base struct {
	Kind  string // English name
	ID    string // unique in its kind
	Lang  string
	URL   string   // path on the site, from "/", without the site's own prefix
	Pos   diag.Pos // where the document begins; Pos.File is its path
	Index bool     // _index.md: the text of a folder's own page
	Row   bool     // a row or entry of a data file
	// Of two documents that claim one ID, the first is Disputed: what refers to it
	// may mean the other. That one is dropped; it is Double where it looks like
	// the same thing entered twice, rather than another under a wrong ID.
	Disputed, Double bool

	// NameRank is the place of the title among those of the kind, from 1, where
	// documents of the kind go by their titles; equal titles have one place. 0 for others.
	NameRank int
	rank     int // the place of the document among all that may mention another

	Title, Summary, Plain string
	Date                  locale.Date
	Werven                []Ref[*Werf]
	Organisations         []Ref[*Organisation]
	Themes, Districts     []Ref[*Term]
	TargetGroups          []Ref[*Term]
	Files                 []File
	Contact               Contact
	Aliases               []Alias
	Draft, Example        bool
	Corrections           []Correction
	Conflicts             []Conflict
	Official              string

	Prose        *markdown.Prose // nil without text
	Attachments  []Attachment    // of a bundle, and what the text refers to
	Translations []Document      // sorted by language; the original is not among them
	Original     Document        // of a translation
	MentionedBy  []Mention       // by kind, then newest first
	Revisions    []history.Revision
	Unread       bool // the file, or its front matter, could not be read: what lacks is no mistake of its own
	Written           // where its keys were written
	TitleWritten bool // the title stands in the front matter
}

// Common makes Base serve as the common part of a Document.
func (b *Base) Common() *Base { return b }

// File is a document in the sense of content-model.md: something to open or
// download, or that exists without being published.
type File struct {
	File, URL string // one of the two; File relative to the document
	Title     string
	Language  string
	Date      locale.Date
	Kind      string
	Start     time.Duration // of a recording
	Chapters  []Chapter
	Withheld  bool // exists, but is not published
	Reason    string
	Pos       diag.Pos
	Attached  *Attachment // what File leads to
}

// Chapter is a place in a recording.
type Chapter struct {
	Start time.Duration
	Title string
}

// Contact is a service to turn to.
type Contact struct {
	Name, Email, Phone string
	PhonePos           diag.Pos // zero where there is no phone
}

// Alias is an old address that keeps working, with the "/" at both ends.
type Alias struct {
	Path string
	Pos  diag.Pos
}

// Correction is what was wrong and is now right.
type Correction struct {
	Date locale.Date
	Text string
}

// Conflict is a disagreement between sources; both are shown.
type Conflict struct {
	Text    string
	Sources []string
}

// decode asks for the keys of every kind.
func (b *Base) decode(r *Reader) {
	b.Title = oneLine(r.Text("title"))
	b.TitleWritten = b.Title != ""
	b.Summary = r.Text("summary")
	b.Plain = r.Text("plain")
	b.Date = r.Date("date")
	b.Werven = many[*Werf](r, "werf", "werf")
	b.Organisations = many[*Organisation](r, "organisations", "organisation")
	b.Themes = many[*Term](r, "themes", "theme")
	b.Districts = many[*Term](r, "districts", "district")
	b.TargetGroups = many[*Term](r, "target_groups", "target_group")
	r.Tables("documents", func(r *Reader) { b.Files = append(b.Files, decodeFile(r)) })
	r.Table("contact", b.Contact.decode)
	b.decodeAliases(r)
	b.Draft = r.Bool("draft")
	b.Example = r.Bool("example")
	r.Tables("corrections", func(r *Reader) {
		b.Corrections = append(b.Corrections, Correction{r.Date("date"), r.Text("text")})
		r.Require("date", "text")
	})
	r.Tables("conflicts", func(r *Reader) {
		b.Conflicts = append(b.Conflicts, Conflict{r.Text("text"), r.Texts("sources")})
		r.Require("text")
	})
	b.Official = r.URL("official")
}

// oneLine puts a title on one line. One of which nobody would see anything is none.
func oneLine(text string) string {
	if !strings.ContainsFunc(text, func(c rune) bool { return unicode.IsGraphic(c) && !unicode.IsSpace(c) }) {
		return ""
	}
	return strings.Join(strings.Fields(text), " ")
}

func decodeFile(r *Reader) File {
	f := File{
		File: r.Text("file"), URL: r.URL("url"), Title: r.Text("title"), Language: r.Text("language"),
		Date: r.Date("date"), Kind: r.Choice("kind", "other", "slides", "recording", "report", "letter", "dataset"),
		Start: r.Offset("start"), Reason: r.Text("reason"), Pos: r.pos,
	}
	if r.Has("file") {
		f.Pos = r.At("file")
	}
	r.Tables("chapters", func(r *Reader) {
		f.Chapters = append(f.Chapters, Chapter{r.Offset("start"), r.Text("title")})
		r.Require("start", "title")
	})
	written := r.Has("public")
	f.Withheld = !r.Bool("public") && written
	r.Require("title")
	switch {
	case f.Withheld && f.Reason == "" && !r.record.describe:
		r.record.diags.Add(CodeNoReason, r.At("public"))
	case !f.Withheld && f.File == "" && !r.Has("url") && !r.record.describe:
		r.record.diags.Add(CodeNoTarget, r.pos)
	}
	return f
}

func (c *Contact) decode(r *Reader) {
	c.Name = r.Text("name")
	c.Email = r.Mail("email")
	if c.Phone = r.Text("phone"); c.Phone != "" {
		c.PhonePos = r.At("phone")
	}
}

func (b *Base) decodeAliases(r *Reader) {
	for _, v := range r.list("aliases", TypeTexts, " ") {
		path, ok := cleanAddress(v.Text)
		if !ok {
			r.record.diags.Add(CodeBadAlias, v.Pos, v.Text)
			continue
		}
		b.Aliases = append(b.Aliases, Alias{path, v.Pos})
	}
}
