// Package render turns views into bytes by the templates of the site.
//
// Templates are html/template, minified once when they are loaded; header and
// footer are filled once for each section and language. What must stay true:
// the same templates and view give the same bytes, and a mistake in a site's
// own template is found when it is loaded, with file and line.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"

	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/page"
)

// Renderer fills pages. It is safe for concurrent use.
type Renderer struct {
	sets    map[string]*template.Template // by language
	assets  []Asset
	urls    Assets            // without the site's prefix
	scripts map[string]script // that pages ask for, by name
}

// Assets are the addresses of the files that every page uses, and of the manifest
// of the search index, "" while it is not known.
type Assets struct{ CSS, JS, Icon, Search, Manifest string }

// Asset is a file that pages use; its name changes when its content does.
type Asset struct {
	Path string // in the output
	Data []byte
}

// Assets lists the files that the pages use.
func (r *Renderer) Assets() []Asset { return r.assets }

// Filler fills the pages of one site.
type Filler struct {
	renderer *Renderer
	site     *model.Site
	urls     Assets
	chromes  sync.Map // language + section -> chrome
}

type chrome struct{ header, footer template.HTML }

// For prepares filling the pages of a site.
func (r *Renderer) For(s *model.Site) *Filler {
	return &Filler{renderer: r, site: s, urls: Assets{
		CSS: s.Href(r.urls.CSS), JS: s.Href(r.urls.JS), Icon: s.Href(r.urls.Icon), Search: s.Href(page.OpenSearchURL),
	}}
}

// KnowManifest has the page of the search ask for the manifest of the index while
// its scripts are on their way. It must be called before pages are filled. The
// address must change with what stands there.
func (f *Filler) KnowManifest(at string) { f.urls.Manifest = f.site.Href(at) }

// document is what base.html sees.
type document struct {
	Frame          *page.Frame
	Assets         Assets
	Script         script        // the one that the page asks for; its address is "" for none
	Head           template.HTML // what the page itself adds to its head
	Header, Footer template.HTML
	Main           template.HTML
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Page fills one page and hands its bytes to use, which must not keep them.
func (f *Filler) Page(p page.Page, use func([]byte) error) error {
	view := p.View()
	frame := view.Base()
	c, err := f.chrome(frame.Lang, frame.Section)
	if err != nil {
		return err
	}
	d := document{Frame: frame, Assets: f.urls, Header: c.header, Footer: c.footer}
	if frame.Script != "" {
		s, ok := f.renderer.scripts[frame.Script]
		if !ok {
			return fmt.Errorf("fill %s: there is no assets/js/%s.js", p.URL, frame.Script)
		}
		d.Script = s.in(f.site)
	}
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := f.renderer.fill(buf, p.Template, view, d); err != nil {
		return fmt.Errorf("fill %s: %w", p.URL, err)
	}
	return use(buf.Bytes())
}

// fill fills a page's own template, and base.html around it.
func (r *Renderer) fill(buf *bytes.Buffer, name string, view page.View, d document) error {
	set := r.set(d.Frame.Lang)
	if set.Lookup(name+"/head") != nil {
		if err := set.ExecuteTemplate(buf, name+"/head", view); err != nil {
			return err
		}
		d.Head = template.HTML(buf.String())
		buf.Reset()
	}
	if err := set.ExecuteTemplate(buf, name+"/main", view); err != nil {
		return err
	}
	d.Main = template.HTML(buf.String())
	buf.Reset()
	return set.ExecuteTemplate(buf, "base.html", d)
}

// set is the templates in a language; a language that was not loaded has those
// of the first that was, in the order of the tables.
func (r *Renderer) set(lang string) *template.Template {
	if set, ok := r.sets[lang]; ok {
		return set
	}
	for _, code := range locale.Codes() {
		if set, ok := r.sets[code]; ok {
			return set
		}
	}
	panic("no templates were loaded")
}

func (f *Filler) chrome(lang, section string) (chrome, error) {
	key := lang + "/" + section
	if c, ok := f.chromes.Load(key); ok {
		return c.(chrome), nil
	}
	set := f.renderer.set(lang)
	view := page.NewChrome(f.site, lang, section)
	var header, footer bytes.Buffer
	if err := set.ExecuteTemplate(&header, "kop", view); err != nil {
		return chrome{}, fmt.Errorf("fill the header: %w", err)
	}
	if err := set.ExecuteTemplate(&footer, "voet", view); err != nil {
		return chrome{}, fmt.Errorf("fill the footer: %w", err)
	}
	c := chrome{template.HTML(header.String()), template.HTML(footer.String())}
	f.chromes.Store(key, c)
	return c, nil
}

// functions are the pure functions that templates may call.
func functions(l *locale.Language) template.FuncMap {
	return template.FuncMap{
		"t":     func(id string, args ...any) string { return l.Word(id, args...) },
		"count": func(id string, n int) string { return l.Count(id, n) },
		"n":     func(n int) string { return l.Number(int64(n)) },
		"add":   func(a, b int) int { return a + b },
	}
}
