package model

// From records to documents: every file, row and entry goes through the
// decoder of its kind. Nothing is linked yet.

import (
	"path"
	"runtime"
	"strings"
	"sync"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/history"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

var noPos = diag.Pos{}

// decoder holds what every reader of one site needs.
type decoder struct {
	config  *Config
	lang    *locale.Language // writes amounts in the currency of the site
	zone    *time.Location
	history *history.History
	bare    bool
	partial map[string]bool // kinds of which a data file could not be read whole
}

func newDecoder(c *Config) *decoder {
	d := &decoder{config: c, lang: c.lang, zone: c.zone, partial: map[string]bool{}}
	if d.lang == nil {
		d.lang = locale.Get("nl")
	}
	if d.zone == nil {
		d.zone = time.UTC
	}
	return d
}

// decimalOf is how amounts of a file are written.
func (d *decoder) decimalOf(file string) byte {
	for _, name := range []string{file, strings.TrimPrefix(file, "data/")} {
		if c, ok := d.config.DecimalOf[name]; ok {
			return c
		}
	}
	return d.config.Decimal
}

// decoded is one document and what its decoding left behind.
type decoded struct {
	doc   Document
	place place
	rec   *record
	front *source.Value
	body  *source.Document
}

// documents decodes all Markdown files, in parallel; the order is that of the files.
func (d *decoder) documents(files []*source.Document) []decoded {
	out := make([]decoded, len(files))
	var wait sync.WaitGroup
	jobs := runtime.GOMAXPROCS(0)
	for j := range jobs {
		wait.Go(func() {
			for i := j; i < len(files); i += jobs {
				out[i] = d.document(files[i], d.placeOf(files[i].Path, d.bare), files[i].Front)
			}
		})
	}
	wait.Wait()
	return out
}

// document decodes one file as the kind its place gives.
func (d *decoder) document(file *source.Document, p place, front *source.Value) decoded {
	if d.bare && p.kind == "page" && !p.index && d.looksDated(file, p) {
		p.kind = "minutes"
		p.setID()
	}
	kind, _ := kindNamed(p.kind)
	if p.index {
		kind, _ = kindNamed("page")
	}
	doc := kind.New()
	b := doc.Common()
	b.Kind, b.ID, b.Index = kind.Name, p.id, p.index
	b.Lang = or(p.lang, d.config.Language)
	b.Pos = diag.Pos{File: file.Path, Line: 1, Col: 1}
	b.URL = d.address(p)
	if file.Prose != nil {
		prose := *file.Prose // the loader may remember its own
		b.Prose = &prose
	}
	rec := &record{from: doc}
	r := d.newReader(kind.Name, file.Path, b.Pos, front, rec)
	b.Written = r.written()
	b.decode(r)
	doc.Decode(r)
	r.finish()
	d.deriveDate(doc, p, &rec.diags)
	d.deriveTitle(doc, p)
	d.summarise(b)
	if b.Unread = file.Broken; b.Unread {
		rec.diags = nil // an error says why
	}
	if decision, ok := doc.(*Decision); ok && len(decision.Articles) == 0 {
		decision.Articles = articlesOf(b.Prose)
	}
	return decoded{doc: doc, place: p, rec: rec, front: front, body: file}
}

// looksDated tells whether a file in a plain folder is a report of a meeting:
// its name, its folder or its first lines give a date.
func (d *decoder) looksDated(file *source.Document, p place) bool {
	if _, _, ok := locale.DateInName(p.name); ok {
		return true
	}
	if _, ok := folderDate(p.folders); ok {
		return true
	}
	if file.Prose == nil {
		return false
	}
	_, _, _, ok := locale.FindDate(firstLines(file.Prose))
	return ok
}

func (d *decoder) summarise(b *Base) {
	if b.Summary == "" && b.Prose != nil {
		b.Summary = b.Prose.Summary
	}
}

// entry decodes a row of a table or an entry of a data file. id is given where
// it is the name of the entry's table; else the key "id" holds it.
func (d *decoder) entry(r *Reader, kind Kind, id string) decoded {
	doc := kind.New()
	b := doc.Common()
	r.pos.File = r.file
	b.Kind, b.Lang, b.Pos, b.Row = kind.Name, d.config.Language, r.pos, true
	rec := r.record
	rec.from = doc
	b.Written = r.written()
	if b.ID = id; id == "" {
		b.ID = r.Text("id")
		r.Require("id")
		if clean := locale.Slug(b.ID); clean != b.ID {
			rec.diags.Add(CodeBadID, r.At("id"), b.ID, clean)
			b.ID = clean
		}
	}
	b.decode(r)
	doc.Decode(r)
	r.finish()
	if own, ok := doc.(dated); ok && b.Date.IsZero() {
		b.Date = own.ownDate()
	}
	b.Title = or(b.Title, capital(strings.ReplaceAll(b.ID, "-", " ")))
	b.URL = rowAddress(d.config.Sections[kind.Name], b.ID)
	return decoded{doc: doc, rec: rec}
}

// data decodes the data files: vocabularies, envelopes, and tables of
// allocations, organisations and payments.
func (d *decoder) data(project *source.Project) (docs []decoded, payments []*Payment, loose []*record) {
	for _, file := range project.Data {
		docs = append(docs, d.dataFile(file, &loose)...)
	}
	for _, table := range project.Tables {
		kind := tableKind(table.Path)
		if kind == "" {
			rec := &record{}
			rec.diags.Add(CodeTableUnknown, diag.Pos{File: table.Path}, table.Path)
			loose = append(loose, rec)
			continue
		}
		rows, more, recs := d.table(table, kind)
		docs, payments, loose = append(docs, rows...), append(payments, more...), append(loose, recs...)
	}
	return docs, payments, loose
}

// dataFile decodes one TOML file of data/.
func (d *decoder) dataFile(file *source.DataFile, loose *[]*record) []decoded {
	for _, v := range vocabularies {
		if v.file == file.Path {
			kind, _ := kindNamed(v.kind)
			d.partial[v.kind] = file.Broken
			return d.terms(file, kind, loose)
		}
	}
	rec := &record{}
	*loose = append(*loose, rec)
	switch file.Path {
	case "data/budgetten.toml":
		d.partial["budget"] = file.Broken
		return d.budgets(file, rec)
	case "data/redacties.toml":
		if len(file.Root.Fields) > 0 {
			rec.diags.Add(CodeRedaction, file.Root.Fields[0].Pos)
		}
		return nil
	}
	d2 := rec.diags.Add(CodeTableUnknown, diag.Pos{File: file.Path}, file.Path)
	d2.Near = diag.Near(path.Base(file.Path), []string{"themas.toml", "wijken.toml", "doelgroepen.toml", "regelingen.toml", "groottes.toml", "budgetten.toml", "redacties.toml"})
	return nil
}

func (d *decoder) terms(file *source.DataFile, kind Kind, loose *[]*record) []decoded {
	var out []decoded
	for _, f := range file.Root.Fields {
		if f.Value.Kind != source.Table {
			rec := &record{}
			rec.diags.Add(CodeWrongType, f.Pos, f.Name, d.lang.Word("type.table"))
			*loose = append(*loose, rec)
			continue
		}
		id := locale.Slug(f.Name)
		entry := d.entry(d.newReader(kind.Name, file.Path, f.Pos, f.Value, &record{}), kind, id)
		if id != f.Name {
			entry.rec.diags.Add(CodeBadID, f.Pos, f.Name, id)
		}
		out = append(out, entry)
	}
	return out
}

func (d *decoder) budgets(file *source.DataFile, rec *record) []decoded {
	kind, _ := kindNamed("budget")
	var envelopes []*source.Value
	var total *source.Value
	for _, f := range file.Root.Fields {
		switch name := english(d.lang, f.Name); {
		case name == "total" && f.Value.Kind == source.Table:
			total = f.Value
		case name == "budget" && (f.Value.Kind == source.List || f.Value.Kind == source.Table):
			envelopes = append(envelopes, d.tablesIn(f, rec)...)
		default:
			rec.diags.Add(CodeKeyUnknown, f.Pos, f.Name).Near = "budget"
		}
	}
	var out []decoded
	for _, v := range envelopes {
		out = append(out, d.entry(d.newReader(kind.Name, file.Path, v.Pos, v, &record{}), kind, ""))
	}
	if total != nil && !file.Broken {
		d.controlBudgets(file.Path, total, envelopes, rec)
	}
	return out
}

// tablesIn are the tables of a list, or the one that stands in its place.
func (d *decoder) tablesIn(f source.Field, rec *record) []*source.Value {
	items := f.Value.Items
	if f.Value.Kind == source.Table {
		items = []*source.Value{f.Value}
	}
	var out []*source.Value
	for _, v := range items {
		if v.Kind != source.Table {
			rec.diags.Add(CodeWrongType, v.Pos, f.Name, d.lang.Word("type.tables"))
			continue
		}
		out = append(out, v)
	}
	return out
}
