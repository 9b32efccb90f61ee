package render

// Assets: styles and scripts become one file each, minified, with a hash of
// their content in the name, so that they can be kept for ever and change when
// they change.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"glashelder/internal/markdown"
)

// styles are the style sheets in the order in which they apply; the classes of
// highlighted code come before print, which overrides.
var styles = []string{"assets/css/base.css", "assets/css/parts.css", codeStyles, "assets/css/own.css", "assets/css/print.css"}

// codeStyles stands for the classes that package markdown writes.
const codeStyles = "(code)"

// optional are files that only a site of its own may have.
var optional = map[string]bool{"assets/css/own.css": true}

func (r *Renderer) loadAssets(files overlay, accent string) error {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("application/javascript", js.Minify)
	sheet, err := styleSheet(files)
	if err != nil {
		return err
	}
	if accent != "" {
		sheet += "@media not (prefers-color-scheme: dark) { :root { --accent: " + accent + " } }\n"
	}
	small, err := m.String("text/css", sheet)
	if err != nil {
		return fmt.Errorf("minify the styles: %w", err)
	}
	r.urls.CSS = r.asset("site.css", []byte(small))
	if err := r.loadScripts(files, m); err != nil {
		return err
	}
	icon, _, err := files.read("assets/icon.svg")
	if err != nil {
		return fmt.Errorf("read the icon: %w", err)
	}
	r.urls.Icon = r.asset("icon.svg", icon)
	return r.plainAssets(files)
}

// everyPage is the script that every page has; the others of its folder are for
// the pages that ask for them by name.
const everyPage = "site"

func styleSheet(files overlay) (string, error) {
	var sheet strings.Builder
	for _, name := range styles {
		if name == codeStyles {
			sheet.WriteString(markdown.ChromaCSS())
			continue
		}
		data, _, err := files.read(name)
		if err != nil && !optional[name] {
			return "", fmt.Errorf("read the styles: %w", err)
		}
		sheet.Write(data)
		sheet.WriteByte('\n')
	}
	return sheet.String(), nil
}

// plainAssets passes on what else stands in assets/, such as a site's logo,
// under its own name.
func (r *Renderer) plainAssets(files overlay) error {
	names, err := files.list("assets")
	if err != nil {
		return err
	}
	for _, name := range names {
		if name == "assets/icon.svg" || name == "assets/mark.svg" {
			continue
		}
		data, _, err := files.read(name)
		if err != nil {
			return fmt.Errorf("read layouts/%s: %w", name, err)
		}
		r.assets = append(r.assets, Asset{Path: name, Data: data})
	}
	return nil
}

// asset files data under a name with its hash and gives its address.
func (r *Renderer) asset(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	file := "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	r.assets = append(r.assets, Asset{Path: file, Data: data})
	return "/" + file
}
