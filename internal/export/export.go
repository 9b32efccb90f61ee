// Package export makes every file that is not a page: one file of this package
// for each standard.
//
// An export is a pure function of the site. What must stay true: the same site
// gives the same bytes, and rows that are invented never leave our own tables
// without saying so.
package export

import (
	"glashelder/internal/model"
)

// File is one file of the output.
type File struct {
	Path string // relative to the output, with "/"
	Data []byte
}

// exports lists them all. A new one is one file and one line here. addresses
// are those of the pages that search engines may show, without the site's prefix.
var exports = []func(s *model.Site, addresses []string) []File{
	sitemap,
	robots,
	opensearch,
}

// All makes every export of a site.
func All(s *model.Site, addresses []string) []File {
	var out []File
	for _, f := range exports {
		out = append(out, f(s, addresses)...)
	}
	return out
}
