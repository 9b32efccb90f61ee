// Package internal holds the test of the house's own rules: which room may
// use which, and who imports a library from outside.
package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// layers is the table of architecture: a package imports only from lower layers.
var layers = map[string]int{
	"diag": 0, "locale": 0, "chart": 0, "output": 0, "privacy": 0, "search": 0,
	"markdown": 1, "history": 1, "sitetest": 1, "table": 1,
	"source": 2,
	"model":  3,
	"check":  4, "page": 4, "export": 4, "scaffold": 4,
	"render":  5,
	"build":   6,
	"serve":   7,
	"browser": 8,
}

// importers says which one package uses a library; tests may use those of tests.
var importers = map[string]string{
	"github.com/yuin/goldmark":        "internal/markdown",
	"github.com/alecthomas/chroma/v2": "internal/markdown",
	"github.com/BurntSushi/toml":      "internal/source",
	"github.com/goccy/go-yaml":        "internal/source",
	"github.com/tdewolff/minify/v2":   "internal/render",
	"github.com/fsnotify/fsnotify":    "internal/serve",
	"github.com/spf13/cobra":          "cmd/glashelder",
	"golang.org/x/text":               "internal/locale",
	"golang.org/x/sys":                "internal/output",
	"golang.org/x/tools":              "internal/sitetest",
	"github.com/chromedp/chromedp":    "internal/browser",
	"github.com/chromedp/cdproto":     "internal/browser",
	"github.com/rogpeppe/go-internal": "cmd/glashelder",
	"github.com/xuri/excelize/v2":     "internal/table", // tests only
}

// TestHouse walks every Go file and holds its imports against the tables.
func TestHouse(t *testing.T) {
	files := 0
	for _, root := range []string{".", "../cmd", "../layouts"} {
		err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") {
				return err
			}
			files++
			return checkImports(t, filepath.ToSlash(file))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
}

func checkImports(t *testing.T, file string) error {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	room := path.Dir(path.Join("internal", file))
	test := strings.HasSuffix(file, "_test.go")
	for _, spec := range f.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if inner, ok := strings.CutPrefix(name, "glashelder/internal/"); ok {
			checkLayer(t, file, room, inner, test)
		} else if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
			checkLibrary(t, file, room, name)
		}
	}
	return nil
}

func checkLayer(t *testing.T, file, room, imported string, test bool) {
	imported, _, _ = strings.Cut(imported, "/")
	to, known := layers[imported]
	if !known {
		t.Errorf("%s imports internal/%s, which has no layer", file, imported)
	}
	own, inside := strings.CutPrefix(room, "internal/")
	own, _, _ = strings.Cut(own, "/")
	if !inside || own == imported || (test && imported == "sitetest") {
		return
	}
	from, known := layers[own]
	if !known {
		t.Errorf("internal/%s has no layer", own)
	}
	if from <= to {
		t.Errorf("%s (layer %d) imports internal/%s (layer %d)", file, from, imported, to)
	}
}

func checkLibrary(t *testing.T, file, room, name string) {
	for library, importer := range importers {
		if name == library || strings.HasPrefix(name, library+"/") {
			if room != importer && !strings.HasPrefix(room, importer+"/") {
				t.Errorf("%s imports %s, which belongs to %s", file, name, importer)
			}
			return
		}
	}
	t.Errorf("%s imports %s, which no package is named for", file, name)
}
