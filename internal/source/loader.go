package source

// Reading a project: in parallel, each file once, and only those that changed
// since the Loader read them last. What must stay true: what is remembered is
// what reading afresh would give.

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/markdown"
)

// settled is how old a file must be, when it is read, for its size and time to
// prove from then on that it is the same: a younger one may change again
// within one tick of a file system's clock.
const settled = 2 * time.Second

// Loader reads projects and remembers parsed files, by path, size and time of
// change; and by content where a file was only just changed. The zero Loader
// is ready; it may be used again and again, also by several goroutines. Vague
// and Lang must stay the same while it is used.
type Loader struct {
	Vague func(text string) bool // whether the text of a link says nothing; nil: none does
	Jobs  int                    // files in flight at most; 0: as many as processors

	// Lang is the language of the few words that Markdown's HTML adds to the text
	// at a path; config is nil where there is none. nil: Dutch.
	Lang func(config *DataFile, path string) string

	mu    sync.Mutex
	dir   string
	known map[string]*record
}

// record is what came of one file. One of doc, csv and data is set, unless the
// file is only passed on.
type record struct {
	size  int64
	mtime time.Time
	young bool
	hash  [sha256.Size]byte // of a young file
	lang  string            // of the words added to a document

	doc  *Document
	csv  *CSV
	data *DataFile
	list diag.List
}

// Load reads the project in dir. Mistakes in files are diagnostics, also files
// that cannot be read; the error is about dir itself, or that of ctx.
func (l *Loader) Load(ctx context.Context, dir string) (*Project, diag.List, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site's directory: %w", err)
	}
	defer root.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.dir != dir {
		l.dir, l.known = dir, nil
	}
	entries, bare, list, err := survey(ctx, root)
	if err != nil {
		return nil, nil, err
	}
	records := l.readAll(ctx, root, entries)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	project := &Project{Bare: bare, dir: dir}
	known := make(map[string]*record, len(entries))
	for i, e := range entries {
		list = append(list, records[i].list...)
		known[e.path] = records[i]
		project.add(e, records[i])
	}
	l.known = known
	return project, list, nil
}

// readAll reads the entries with as many workers as the Loader has jobs.
func (l *Loader) readAll(ctx context.Context, root *os.Root, entries []entry) []*record {
	records := make([]*record, len(entries))
	var config *DataFile
	for i, e := range entries {
		if e.path == configFile { // first: it says which language the others are in
			records[i] = l.read(root, e, "")
			config = records[i].data
		}
	}
	jobs := l.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(jobs, len(entries)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(entries) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if records[i] == nil {
					records[i] = l.read(root, entries[i], l.langOf(config, entries[i]))
				}
			}
		})
	}
	workers.Wait()
	return records
}

func (l *Loader) langOf(config *DataFile, e entry) string {
	if l.Lang == nil || e.role != document {
		return ""
	}
	return l.Lang(config, e.path)
}

// read gives the record of one file, from memory where that is the same.
func (l *Loader) read(root *os.Root, e entry, lang string) *record {
	if old := l.known[e.path]; old != nil && old.lang == lang && old.same(root, e) {
		return old
	}
	r := &record{size: e.size, mtime: e.mtime, young: time.Since(e.mtime) < settled, lang: lang}
	if e.role == attachment {
		return r
	}
	opt := markdown.Options{Vague: l.Vague, Lang: lang}
	if limit, name := limitOf(e.role); e.size > limit {
		r.refuse(e, tooLarge, name)
		return r
	}
	f, err := root.Open(e.path)
	if err == nil {
		err = r.parse(f, e, opt)
		f.Close()
	}
	if err != nil {
		r.size = -1 // never the same: to be read again next time
		r.refuse(e, CodeUnreadable, Reason(err))
	}
	return r
}

// limitOf is the size over which a file is not read, in bytes and in words.
func limitOf(r role) (bytes int64, name string) {
	switch r {
	case document:
		return maxMarkdown, "4 MiB"
	case dataFile:
		return maxData, "8 MiB"
	}
	return 1 << 62, ""
}

// same tells whether e is the file that r came of.
func (r *record) same(root *os.Root, e entry) bool {
	if r.size != e.size || !r.mtime.Equal(e.mtime) {
		return false
	}
	if !r.young || r.doc == nil && r.csv == nil && r.data == nil {
		return true
	}
	young := time.Since(e.mtime) < settled
	f, err := root.Open(e.path)
	if err != nil {
		return false
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil || [sha256.Size]byte(h.Sum(nil)) != r.hash {
		return false
	}
	r.young = young
	return true
}

// parse reads a file into r. The error is that of reading.
func (r *record) parse(f io.Reader, e entry, opt markdown.Options) error {
	h := sha256.New()
	if r.young {
		f = io.TeeReader(f, h)
		defer func() { r.hash = [sha256.Size]byte(h.Sum(nil)) }()
	}
	if e.role == table {
		var err error
		r.csv, r.list, err = parseCSV(e.path, f)
		return err
	}
	limit, name := limitOf(e.role)
	raw := make([]byte, 0, e.size+1)
	raw, err := appendAll(raw, io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return err
	case int64(len(raw)) > limit:
		r.refuse(e, tooLarge, name)
	case e.role == document:
		r.doc, r.list = parseDocument(e.path, raw, opt)
	default:
		r.data, r.list = parseData(e.path, raw)
	}
	return nil
}

// appendAll is io.ReadAll into a buffer of about the right size.
func appendAll(buf []byte, src io.Reader) ([]byte, error) {
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := src.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}

// refuse makes r stand for a file that is not read.
func (r *record) refuse(e entry, code *diag.Code, why string) {
	r.doc, r.csv, r.data, r.list = nil, nil, nil, nil
	r.list.Add(code, diag.Pos{File: e.path}, why)
	switch e.role {
	case document:
		r.doc = brokenDocument(e.path, e.size)
	case table:
		r.csv = &CSV{Path: e.path, Broken: true}
	case dataFile:
		r.data = &DataFile{Path: e.path, Root: &Value{Kind: Table, Pos: diag.Pos{File: e.path}}, Broken: true}
	}
}

// add puts what came of a file in its place. A document is copied, because who
// builds pages of it may choose which heading is its title.
func (p *Project) add(e entry, r *record) {
	switch {
	case r.doc != nil:
		doc, prose := *r.doc, *r.doc.Prose
		doc.Prose = &prose
		p.Documents = append(p.Documents, &doc)
	case r.csv != nil:
		p.Tables = append(p.Tables, r.csv)
	case e.path == configFile:
		p.Config = r.data
	case r.data != nil:
		p.Data = append(p.Data, r.data)
	default:
		p.Files = append(p.Files, File{e.path, e.size})
	}
}
