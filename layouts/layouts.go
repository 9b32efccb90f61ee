// Package layouts embeds the templates, styles and scripts of the site. A site
// replaces any of them by a file of the same name in its own layouts/.
package layouts

import "embed"

// Files holds the page templates, deel/ (partials) and assets/.
//
//go:embed *.html deel assets
var Files embed.FS
