// Package model is the typed, linked site: the only home of the domain.
//
// Build turns records into documents (decode.go), leads every reference to its
// document (ref.go, textlinks.go), and adds up what is counted (budget.go,
// related.go). Right of here everything is a pure function of the Site, which
// nobody changes any more. The package does no input or output, knows no
// clock, and gives the same Site for the same records.
package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/history"
	"glashelder/internal/locale"
	"glashelder/internal/privacy"
	"glashelder/internal/source"
)

// Options are what a build is told besides the files.
type Options struct {
	Now     time.Time // what is past, coming and overdue is judged against its day in the site's zone; a time in UTC is a day already
	Drafts  bool      // drafts are part of the site, and marked
	BaseURL string    // instead of the configuration's
	History *history.History
}

// Site is everything that is known of one site.
type Site struct {
	Config  *Config
	Lang    *locale.Language
	Now     time.Time // midnight in UTC of the day the site is built for
	Drafts  bool
	Bare    bool
	History *history.History

	// Originals only, drafts left out unless asked for. By number, newest
	// first, or by title, as readers expect of the kind.
	Werven        []*Werf
	Minutes       []*Minutes
	Decisions     []*Decision
	Allocations   []*Allocation
	Organisations []*Organisation
	Events        []*Event
	Questions     []*Question
	Forums        []*Forum
	Publications  []*Publication
	Pages         []*Page // without the folders' own pages
	Budgets       []*Budget
	Terms         map[string][]*Term // by kind of vocabulary
	Payments      []*Payment

	Documents   []Document       // of all kinds, rows and entries included, in the order of Kinds
	Indexes     map[string]*Page // folders' own pages, by address
	Attachments []*Attachment    // by path
	SiteLinks   []SiteLink       // links in texts to addresses that are not documents
	Findings    []Finding        // what looks private, by file
	Actions     []*Action        // of all documents, by due date
	Insights    []*Insight       // of all minutes, newest minutes first
	Files       map[string]bool  // every file of the project, by path
	Dropped     []Document       // whose id was taken: an error says so, and what lacks without them is no mistake of its own
	DroppedPaid []*Payment       // likewise: payments that are not among Payments
	TooLarge    []Unfit          // amounts that cannot be counted
	Controls    []Control        // amounts that files give as the sum of their own
	Partial     map[string]bool  // kinds (and "payment") of which a file of data/ could not be read whole: what lacks there is no mistake of its own

	of           map[string][]Document
	index        map[string]map[string]Document
	drafts       map[string]map[string]diag.Pos
	draftFiles   map[string]bool     // drafts and translations of drafts that are left out
	withheld     map[string]diag.Pos // files that exist and are not published, with the place that says so
	werfByNumber map[string]Document
	byPath       map[string]Document
	byURL        map[string]Document
	items        map[string][]item
	files        map[string]source.File
	attached     map[string]*Attachment
	fileNames    []string                 // of files, sorted
	fronts       map[string]*source.Value // front matter by path, for translations
	clashes      map[string]bool          // addresses that are claimed twice, in lower case
	proposed     int                      // mistakes that came with a proposal, see near
}

// Finding is something in a file that looks private.
type Finding struct {
	File string
	privacy.Finding
}

// Attachment is a file published as it is.
type Attachment struct {
	Path string // relative to the source
	URL  string // on the site, without its prefix
	Size int64  // bytes
}

// SiteLink is a link in a text to an address of the site by its path.
type SiteLink struct {
	URL string
	Pos diag.Pos
}

// Build makes the site of a project.
func Build(project *source.Project, opts Options) (*Site, diag.List) {
	config, diags := readConfig(project.Config, opts)
	d := newDecoder(config)
	d.history, d.bare = opts.History, project.Bare
	s := newSite(project, config, opts)

	docs := d.documents(project.Documents)
	entries, payments, loose := d.data(project)
	s.Payments, s.Partial = payments, d.partial

	var links [][]link
	var insights []*InsightRef
	gather := func(rec *record) {
		diags = append(diags, rec.diags...)
		links = append(links, rec.links)
		insights = append(insights, rec.insights...)
		s.Controls = append(s.Controls, rec.controls...)
		s.TooLarge = append(s.TooLarge, rec.tooLarge...)
	}
	translations := s.file(docs, entries, gather, &diags)
	s.nameSite()
	s.translate(d, translations, gather, &diags)
	for _, rec := range loose {
		gather(rec)
	}
	s.arrange()
	s.knowAddresses()
	s.gatherItems(&diags)
	s.resolve(links, &diags)
	s.resolveInsights(insights, &diags)
	s.sumMoney()
	s.holdWhole()
	s.withoutDropped()
	s.attach(&diags)
	s.followTexts(&diags)
	s.relate()
	s.checkAddresses(&diags)
	return s, diags
}

func newSite(project *source.Project, config *Config, opts Options) *Site {
	s := &Site{
		Config: config, Lang: config.lang, Drafts: opts.Drafts, Bare: project.Bare, History: opts.History,
		Now:   today(opts.Now, config.zone),
		Terms: map[string][]*Term{}, Indexes: map[string]*Page{}, Files: map[string]bool{},
		of: map[string][]Document{}, index: map[string]map[string]Document{}, drafts: map[string]map[string]diag.Pos{},
		draftFiles: map[string]bool{}, withheld: map[string]diag.Pos{},
		werfByNumber: map[string]Document{}, byPath: map[string]Document{}, byURL: map[string]Document{},
		items: map[string][]item{}, files: map[string]source.File{}, attached: map[string]*Attachment{},
		fronts: map[string]*source.Value{}, clashes: map[string]bool{},
	}
	for _, k := range Kinds {
		s.index[k.Name], s.drafts[k.Name] = map[string]Document{}, map[string]diag.Pos{}
	}
	for _, f := range project.Files {
		s.files[f.Path], s.Files[f.Path] = f, true
	}
	s.fileNames = sortedKeys(s.files)
	for _, d := range project.Documents {
		s.fronts[d.Path] = d.Front
	}
	s.findings(project)
	return s
}

// today is the day that it is in a zone, at midnight in UTC. A server of the
// site's builds may stand elsewhere, where it is still yesterday.
func today(now time.Time, zone *time.Location) time.Time {
	if now.Location() != time.UTC {
		now = now.In(zone)
	}
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

func (s *Site) findings(project *source.Project) {
	add := func(file string, found []privacy.Finding) {
		s.Files[file] = true
		for _, f := range found {
			s.Findings = append(s.Findings, Finding{file, f})
		}
	}
	for _, d := range project.Documents {
		add(d.Path, d.Findings)
	}
	for _, t := range project.Tables {
		add(t.Path, t.Findings)
	}
	for _, f := range project.Data {
		add(f.Path, f.Findings)
	}
}

// file puts every document under its id; translations are handed back.
func (s *Site) file(docs, entries []decoded, gather func(*record), diags *diag.List) (translations []decoded) {
	for _, d := range append(docs, entries...) {
		b := d.doc.Common()
		switch {
		case d.body != nil && d.body.Empty:
			continue
		case d.place.lang != "":
			translations = append(translations, d)
			continue
		case b.Draft && !s.Drafts:
			s.drafts[b.Kind][b.ID], s.draftFiles[b.Pos.File] = b.Pos, true
			*diags = append(*diags, d.rec.diags...)
			s.TooLarge = append(s.TooLarge, d.rec.tooLarge...)
			continue
		}
		gather(d.rec)
		if b.Index {
			s.fileIndex(d.doc.(*Page), diags)
			continue
		}
		s.fileDocument(d.doc, diags)
	}
	return translations
}

// nameSite takes the heading of the home page for the name of a site whose
// configuration gives none.
func (s *Site) nameSite() {
	home, ok := s.Indexes["/"]
	if s.Config.titled || !ok {
		return
	}
	if home.TitleWritten || (home.Prose != nil && home.Prose.TitleHeading >= 0) {
		s.Config.Title = home.Title
	}
}

func (s *Site) fileIndex(p *Page, diags *diag.List) {
	s.byPath[p.Pos.File] = p
	if first, twice := s.Indexes[p.URL]; twice {
		d := diags.Add(CodeAddressTwice, p.Pos, p.URL)
		d.Related = append(d.Related, first.Pos)
		return
	}
	s.Indexes[p.URL] = p
}

func (s *Site) fileDocument(doc Document, diags *diag.List) {
	b := doc.Common()
	if first, twice := s.index[b.Kind][b.ID]; twice {
		d := diags.Add(CodeIDTwice, b.Pos, s.Lang.Word("kind."+b.Kind+".singular"), b.ID)
		d.Related = append(d.Related, first.Common().Pos)
		first.Common().Disputed = true
		b.Double = first.Common().Title == b.Title && organisationOf(first) == organisationOf(doc)
		s.Dropped = append(s.Dropped, doc)
		return
	}
	s.index[b.Kind][b.ID] = doc
	s.of[b.Kind] = append(s.of[b.Kind], doc)
	if !b.Row {
		s.byPath[b.Pos.File] = doc
	}
	if w, ok := doc.(*Werf); ok && w.Number > 0 {
		number := strconv.Itoa(w.Number)
		if first, twice := s.werfByNumber[number]; twice {
			d := diags.Add(CodeIDTwice, b.Pos, s.Lang.Word("kind.werf.singular"), number)
			d.Related = append(d.Related, first.Common().Pos)
		}
		s.werfByNumber[number] = doc
	}
	if s.History != nil {
		b.Revisions = s.History.Of(b.Pos.File)
	}
}

// organisationOf is the id of who gets an allocation; "" for other documents.
func organisationOf(doc Document) string {
	if a, ok := doc.(*Allocation); ok {
		return a.Organisation.ID()
	}
	return ""
}

// translate decodes each translation over the keys of its original, so that it
// needs to say only what differs. One of a draft waits with its original.
func (s *Site) translate(d *decoder, translations []decoded, gather func(*record), diags *diag.List) {
	for _, t := range translations {
		b := t.doc.Common()
		original, ok := s.index[b.Kind][b.ID]
		if b.Index {
			var page *Page
			page, ok = s.Indexes[strings.TrimPrefix(b.URL, "/"+b.Lang)]
			original = page
		}
		_, draft := s.drafts[b.Kind][b.ID]
		if !ok && (draft && !b.Index || s.draftFiles[t.place.original(b.Pos.File)]) {
			s.draftFiles[b.Pos.File] = true
			continue
		}
		if !ok {
			gather(t.rec)
			diags.Add(CodeTranslationAlone, b.Pos, b.Lang)
			continue
		}
		merged := d.document(t.body, t.place, merge(s.Lang, s.frontOf(original), t.front))
		m := merged.doc.Common()
		if m.Draft && !s.Drafts {
			s.draftFiles[b.Pos.File] = true
			*diags = append(*diags, merged.rec.diags...)
			s.TooLarge = append(s.TooLarge, merged.rec.tooLarge...)
			continue
		}
		m.Original = original
		gather(merged.rec)
		o := original.Common()
		o.Translations = append(o.Translations, merged.doc)
		slices.SortFunc(o.Translations, func(x, y Document) int {
			return strings.Compare(x.Common().Lang, y.Common().Lang)
		})
		s.byPath[m.Pos.File] = merged.doc
	}
}

// arrange sorts the documents of each kind as readers expect them.
func (s *Site) arrange() {
	for _, k := range Kinds {
		docs := s.of[k.Name]
		slices.SortStableFunc(docs, s.order(k.Name))
		if byTitle(k.Name) {
			rankNames(docs)
		}
		s.Documents = append(s.Documents, docs...)
	}
	s.Werven = typed[*Werf](s.of["werf"])
	s.Minutes = typed[*Minutes](s.of["minutes"])
	s.Decisions = typed[*Decision](s.of["decision"])
	s.Allocations = typed[*Allocation](s.of["allocation"])
	s.Organisations = typed[*Organisation](s.of["organisation"])
	s.Events = typed[*Event](s.of["event"])
	s.Questions = typed[*Question](s.of["question"])
	s.Forums = typed[*Forum](s.of["forum"])
	s.Publications = typed[*Publication](s.of["publication"])
	s.Pages = typed[*Page](s.of["page"])
	s.Budgets = typed[*Budget](s.of["budget"])
	for _, v := range vocabularies {
		s.Terms[v.kind] = typed[*Term](s.of[v.kind])
	}
}

func (s *Site) order(kind string) func(a, b Document) int {
	byID := func(a, b Document) int { return strings.Compare(a.Common().ID, b.Common().ID) }
	titles := func(a, b Document) int {
		return cmp.Or(s.Lang.Compare(a.Common().Title, b.Common().Title), byID(a, b))
	}
	switch {
	case kind == "werf":
		return func(a, b Document) int {
			return cmp.Or(cmp.Compare(a.(*Werf).Number, b.(*Werf).Number), titles(a, b))
		}
	case byTitle(kind):
		return titles
	case kind == "page", kind == "budget", kind == "size":
		return byID
	}
	return func(a, b Document) int {
		return cmp.Or(b.Common().Date.Compare(a.Common().Date), byID(a, b))
	}
}

// byTitle tells whether documents of a kind go by their titles.
func byTitle(kind string) bool {
	switch kind {
	case "organisation", "forum", "theme", "district", "target_group", "scheme":
		return true
	}
	return false
}

// rankNames gives documents in the order of their titles their places.
func rankNames(docs []Document) {
	rank, title := 0, ""
	for _, d := range docs {
		if b := d.Common(); rank == 0 || b.Title != title {
			rank, title = rank+1, b.Title
		}
		d.Common().NameRank = rank
	}
}

func typed[T Document](docs []Document) []T {
	out := make([]T, len(docs))
	for i, d := range docs {
		out[i] = d.(T)
	}
	return out
}

// Of lists the documents of a kind.
func (s *Site) Of(kind string) []Document { return s.of[kind] }

// ByURL finds the document at an address, without the site's prefix.
func (s *Site) ByURL(url string) Document { return s.byURL[url] }

// Href is an address of the site as it stands in a link.
func (s *Site) Href(url string) string { return s.Config.Prefix() + url }
