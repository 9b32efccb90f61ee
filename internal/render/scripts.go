package render

// Scripts: one file each of assets/js, minified, with a hash in the name. One
// that imports others is a module. What must stay true: as the names of what it
// imports stand in it, those are filed first, and its own name changes with theirs.

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"

	"glashelder/internal/model"
)

// script is a file that a page may ask for; addresses are without the site's
// prefix until in gives them it.
type script struct {
	URL     string
	Module  bool     // it imports or exports
	Imports []string // addresses of all that it needs, in the order in which it needs them; not what it may import later
}

// in gives a script the addresses that it has in a site.
func (s script) in(site *model.Site) script {
	s.URL, s.Imports = site.Href(s.URL), slices.Clone(s.Imports)
	for i, at := range s.Imports {
		s.Imports[i] = site.Href(at)
	}
	return s
}

// imports finds, in a minified module, the neighbour that each import and export
// names; exported tells that there are any.
var (
	imports  = regexp.MustCompile(`(\b(?:import|from) ?\(?)"\./([\w-]+)\.js"`)
	exported = regexp.MustCompile(`(?:^|[;}])export\b`)
)

// scriptLoader files the scripts of a folder, each once.
type scriptLoader struct {
	*Renderer
	files overlay
	small *minify.M
	begun []string // those that wait for what they import
}

func (r *Renderer) loadScripts(files overlay, m *minify.M) error {
	names, err := files.list("assets/js")
	if err != nil {
		return err
	}
	r.scripts = map[string]script{}
	l := scriptLoader{Renderer: r, files: files, small: m}
	for _, file := range names {
		if path.Ext(file) != ".js" {
			continue
		}
		if _, err := l.load(strings.TrimSuffix(path.Base(file), ".js")); err != nil {
			return err
		}
	}
	r.urls.JS = r.scripts[everyPage].URL
	return nil
}

// load files a script, after those that it imports.
func (l *scriptLoader) load(name string) (script, error) {
	if s, done := l.scripts[name]; done {
		return s, nil
	}
	file := "assets/js/" + name + ".js"
	if slices.Contains(l.begun, name) {
		return script{}, fmt.Errorf("layouts/%s imports itself, by way of %s", file, strings.Join(l.begun, ", "))
	}
	l.begun = append(l.begun, name)
	defer func() { l.begun = l.begun[:len(l.begun)-1] }()
	text, _, err := l.files.read(file)
	if err != nil {
		return script{}, fmt.Errorf("read layouts/%s: %w", file, err)
	}
	text, err = l.small.Bytes("application/javascript", text)
	if err != nil {
		return script{}, fmt.Errorf("minify layouts/%s: %w", file, err)
	}
	s := script{Module: imports.Match(text) || exported.Match(text)}
	text, err = l.named(text, &s)
	if err != nil {
		return script{}, err
	}
	s.URL = l.asset(name+".js", text)
	l.scripts[name] = s
	return s, nil
}

// named sets the names that files have in the place of those that a module
// imports them by.
func (l *scriptLoader) named(text []byte, s *script) ([]byte, error) {
	var failed error
	text = imports.ReplaceAllFunc(text, func(found []byte) []byte {
		parts := imports.FindSubmatch(found)
		other, err := l.load(string(parts[2]))
		if err != nil {
			failed = err
			return found
		}
		for _, at := range append(slices.Clone(other.Imports), other.URL) {
			if later := bytes.HasSuffix(parts[1], []byte("(")); !later && !slices.Contains(s.Imports, at) {
				s.Imports = append(s.Imports, at)
			}
		}
		return []byte(string(parts[1]) + `"./` + path.Base(other.URL) + `"`)
	})
	return text, failed
}
