// Package build runs the stages in order; it is the only package that knows
// the order:
//
//	files --source--> records --model--> site --check--> proof
//	site --page--> views --render--> HTML; site --export--> other files
//	all of it --output--> public/
//
// What must stay true: nothing is written before everything is proven, and a
// build that fails leaves the published site as it was.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"glashelder/internal/check"
	"glashelder/internal/diag"
	"glashelder/internal/export"
	"glashelder/internal/history"
	"glashelder/internal/model"
	"glashelder/internal/output"
	"glashelder/internal/page"
	"glashelder/internal/render"
	"glashelder/internal/search"
	"glashelder/internal/source"
	"glashelder/layouts"
)

// Options say what to build.
type Options struct {
	Dir     string    // of the site
	Now     time.Time // the moment it is built for, or in UTC a day
	Drafts  bool
	BaseURL string // instead of the configuration's; may be empty
	Jobs    int    // at once; 0 means as many as there are processors
	Cache   string // folder for what Publish remembers; "" for none

	// Progress is told now and then how many of the pages are filled; it may be
	// nil, and is called by several goroutines.
	Progress func(done, total int)
}

// Builder builds one site, as often as asked, and remembers what it parsed.
type Builder struct {
	Lang string // of the site that Publish found unchanged

	loader source.Loader
}

// Built is a site that was proven and can be filled.
type Built struct {
	Site    *model.Site
	History *history.History
	Pages   []page.Page
	Assets  []render.Asset
	filler  *render.Filler
	exports []export.File
	makes   func() ([]search.File, error) // the search index
	index   func() ([]search.File, error) // the same, made when first asked for and kept
	located sync.Once                     // byURL and byPath, for who asks for a single page or file
	byURL   map[string]*page.Page
	byPath  map[string]at
	dir     string
	jobs    int
	told    func(done, total int)
}

// Prove reads and links the site and runs every rule over it. The Built is
// usable also when there are errors in the list, except that it is nil when
// the layouts could not be read.
func (b *Builder) Prove(ctx context.Context, opts Options) (*Built, diag.List, error) {
	b.loader.Jobs = opts.Jobs
	b.loader.Vague, b.loader.Lang = vague, model.LanguageAt
	project, diags, err := b.loader.Load(ctx, opts.Dir)
	if err != nil {
		return nil, diags, err
	}
	past, err := history.Read(ctx, opts.Dir)
	if err != nil {
		return nil, diags, err
	}
	site, found := model.Build(project, model.Options{Now: opts.Now, Drafts: opts.Drafts, BaseURL: opts.BaseURL, History: past})
	diags = append(diags, found...)
	diags = append(diags, check.Site(site)...)
	renderer, found, err := loadLayouts(opts.Dir, site.Config)
	diags = append(diags, found...)
	if err != nil {
		return nil, diags, err
	}
	built := &Built{
		Site: site, History: past, Pages: page.All(site, Codes()...), Assets: renderer.Assets(), filler: renderer.For(site),
		dir: opts.Dir, jobs: opts.Jobs, told: opts.Progress,
	}
	if built.jobs <= 0 {
		built.jobs = runtime.GOMAXPROCS(0)
	}
	built.makes, built.index = built.makeIndex, sync.OnceValues(built.makeIndex)
	built.exports = export.All(site, findable(built.Pages))
	found, err = built.addresses(ctx)
	return built, append(diags, found...).Sort(), err
}

// findable are the addresses of the pages that search engines may show.
func findable(pages []page.Page) []string {
	var out []string
	for _, p := range pages {
		if !p.Hidden {
			out = append(out, p.URL)
		}
	}
	return out
}

// loadLayouts reads the built-in layouts and those of the site.
func loadLayouts(dir string, config *model.Config) (*render.Renderer, diag.List, error) {
	folder := filepath.Join(dir, "layouts")
	info, err := os.Lstat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && info.Mode()&fs.ModeSymlink != 0: // source has named the link
		return render.Load(layouts.Files, nil, config.Accent, config.Languages...)
	case err != nil:
		return nil, nil, fmt.Errorf("open the site's layouts: %w", err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site's layouts: %w", err)
	}
	defer root.Close()
	return render.Load(layouts.Files, root.FS(), config.Accent, config.Languages...)
}

// addresses proves that pages, attachments, assets and exports do not share an
// address, that links to addresses lead to one of them, and that those of the
// past still do. The error is that of ctx.
func (b *Built) addresses(ctx context.Context) (diag.List, error) {
	var diags diag.List
	known := check.Addresses{}
	for _, a := range b.Assets {
		known.Claim(a.Path, "/"+a.Path, b.Site, &diags)
	}
	known.Claim(output.ListName, "/"+output.ListName, b.Site, &diags)
	known.Claim(searchManifest, "/"+searchManifest, b.Site, &diags)
	for _, p := range b.Pages {
		known.Claim(p.File(), p.URL, b.Site, &diags)
		for _, f := range p.Files {
			for _, path := range f.Paths {
				known.Claim(path[1:], path, b.Site, &diags)
			}
		}
	}
	for _, a := range b.Site.Attachments {
		known.Claim(a.URL[1:], a.URL, b.Site, &diags)
	}
	for _, e := range b.exports {
		known.Claim(e.Path, "/"+e.Path, b.Site, &diags)
	}
	known.Links(b.Site, &diags)
	texts, err := b.History.LastTexts(ctx, known.Gone(b.Site))
	if err != nil {
		return diags, err
	}
	known.Kept(b.Site, texts, &diags)
	err = b.rows(ctx, known, &diags)
	return diags, err
}

// Write fills every page and hands all files to sink. It reports what is wrong
// in the finished pages. The error is the sink's or a template's.
func (b *Built) Write(ctx context.Context, sink output.Sink) (diag.List, error) {
	tree := check.NewTree(b.Site)
	for _, a := range b.Assets {
		tree.File("/" + a.Path)
		if err := sink.Write(a.Path, a.Data); err != nil {
			return nil, err
		}
	}
	for _, e := range b.exports {
		tree.File("/" + e.Path)
		if err := sink.Write(e.Path, e.Data); err != nil {
			return nil, err
		}
	}
	for _, p := range b.Pages {
		for _, f := range p.Files {
			for _, path := range f.Paths {
				tree.File(path)
			}
		}
	}
	var diags diag.List
	if err := b.attachments(sink, tree, &diags); err != nil {
		return nil, err
	}
	tree.File("/" + searchManifest)
	if err := b.writeIndex(sink, tree); err != nil {
		return nil, err
	}
	if err := b.fill(ctx, sink, tree); err != nil {
		return nil, err
	}
	return append(diags, tree.Proof()...).Sort(), nil
}

// attachments copies the attachments; one that cannot be opened is reported.
func (b *Built) attachments(sink output.Sink, tree *check.Tree, diags *diag.List) error {
	if len(b.Site.Attachments) == 0 {
		return nil
	}
	root, err := os.OpenRoot(b.dir)
	if err != nil {
		return fmt.Errorf("open the site: %w", err)
	}
	defer root.Close()
	for _, a := range b.Site.Attachments {
		tree.File(a.URL)
		if a.URL == "/"+output.ListName {
			continue // addresses has refused it
		}
		f, err := root.Open(a.Path)
		if err != nil {
			diags.Add(source.CodeUnreadable, diag.Pos{File: a.Path}, source.Reason(err))
			continue
		}
		f.Close()
		if err := sink.Copy(a.URL[1:], root.FS(), a.Path); err != nil {
			return err
		}
	}
	return nil
}

// fill fills the pages, in parallel, each on its way to the sink.
func (b *Built) fill(ctx context.Context, sink output.Sink, tree *check.Tree) error {
	next := make(chan page.Page)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wait sync.WaitGroup
	var done atomic.Int64
	for range b.jobs {
		wait.Go(func() {
			for p := range next {
				err := b.filler.Page(p, func(html []byte) error {
					tree.Page(p.URL, html)
					return sink.Write(p.File(), html)
				})
				if err == nil {
					err = beside(p, sink)
				}
				if err != nil {
					cancel(err)
				}
				if n := done.Add(1); b.told != nil && n%256 == 0 {
					b.told(int(n), len(b.Pages))
				}
			}
		})
	}
	for _, p := range b.Pages {
		if ctx.Err() != nil {
			break
		}
		next <- p
	}
	close(next)
	wait.Wait()
	return context.Cause(ctx)
}

// beside makes the files beside a page, each on its way to the sink.
func beside(p page.Page, sink output.Sink) error {
	if _, none := sink.(nowhere); none {
		return nil
	}
	for _, f := range p.Files {
		file := f.Make()
		for i, path := range f.Paths {
			if err := sink.Write(path[1:], file(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Page fills the page at an address of the site, without its prefix; false
// when there is none.
func (b *Built) Page(url string) (html []byte, ok bool, err error) {
	b.located.Do(b.locate)
	p, ok := b.byURL[url]
	if !ok {
		return nil, false, nil
	}
	err = b.filler.Page(*p, func(data []byte) error {
		html = append(html, data...)
		return nil
	})
	return html, true, err
}
