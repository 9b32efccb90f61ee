package build

// Single files of a proven site, for the server: those that stand beside pages
// are made when they are asked for.

import (
	"fmt"
	"os"
	"strings"

	"glashelder/internal/export"
	"glashelder/internal/page"
)

// at says what is at the path of a file that is not a page.
type at struct {
	data   []byte      // of an asset or an export
	source string      // of an attachment, in the site
	files  *page.Files // that it is one of
	index  int         // which of them
}

// locate finds every page by its address, and every other file by its path.
func (b *Built) locate() {
	out := map[string]at{}
	b.byPath, b.byURL = out, map[string]*page.Page{}
	for _, a := range b.Site.Attachments {
		out[a.URL[1:]] = at{source: a.Path}
	}
	for i := range b.Pages {
		b.byURL[b.Pages[i].URL] = &b.Pages[i]
		for k := range b.Pages[i].Files {
			f := &b.Pages[i].Files[k]
			for n, path := range f.Paths {
				out[path[1:]] = at{files: f, index: n}
			}
		}
	}
	for _, e := range b.exports {
		out[e.Path] = at{data: e.Data}
	}
	for _, a := range b.Assets {
		out[a.Path] = at{data: a.Data}
	}
}

// File gives a file that is not a page by its path; false when there is none.
func (b *Built) File(path string) (data []byte, ok bool, err error) {
	b.located.Do(b.locate)
	found, ok := b.byPath[path]
	switch {
	case !ok && strings.HasPrefix(path, export.SearchFolder):
		return b.indexFile(path)
	case !ok:
		return nil, false, nil
	case found.files != nil:
		return found.files.Make()(found.index), true, nil
	case found.source == "":
		return found.data, true, nil
	}
	root, err := os.OpenRoot(b.dir)
	if err != nil {
		return nil, true, fmt.Errorf("open the site: %w", err)
	}
	defer root.Close()
	data, err = root.ReadFile(found.source)
	return data, true, err
}
