package render

// Loading: the built-in layouts with the site's own files in their place. A
// template is minified as it is read, so that pages need not be.

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/page"
)

// CodeLayout is a mistake in a template of the site's own.
var CodeLayout = &diag.Code{ID: "layout-fout", Severity: diag.Error,
	NL: diag.Text{Message: "dit sjabloon werkt niet: {1}", Hint: "vergelijk met het ingebouwde sjabloon van dezelfde naam",
		Explain: "Een site mag sjablonen in layouts/ vervangen door eigen bestanden met dezelfde naam. Ze zijn geschreven in html/template van Go en zien dezelfde gegevens als de ingebouwde. Een schrijffout of een naam die niet bestaat, wordt bij het laden gemeld."},
	EN: diag.Text{Message: "this template does not work: {1}", Hint: "compare it with the built-in template of the same name",
		Explain: "A site may replace templates in layouts/ by files of its own with the same names. They are written in Go's html/template and see the same data as the built-in ones. A slip or a name that does not exist is reported when they are loaded."},
}

// Codes lists the codes of this package.
var Codes = []*diag.Code{CodeLayout}

// Load reads the layouts: built in, and over them the site's own (nil where
// it has none), for the languages with these codes. accent is the site's own
// colour, "#rrggbb", or "". own is diagnosed; the
// built-in ones are proven by tests.
func Load(builtIn, own fs.FS, accent string, languages ...string) (*Renderer, diag.List, error) {
	files := overlay{builtIn: builtIn, own: own}
	r := &Renderer{sets: map[string]*template.Template{}}
	var diags diag.List
	names, err := files.list("deel")
	if err != nil {
		return nil, nil, err
	}
	names = append(names, "base.html")
	for _, t := range page.Types {
		names = append(names, t.Template+".html")
	}
	for _, code := range languages {
		l := locale.Get(code)
		if l == nil {
			continue
		}
		set := template.New("").Funcs(functions(l))
		for _, name := range names {
			if err := files.parse(set, name, l, &diags); err != nil {
				return nil, diags, err
			}
		}
		r.sets[code] = set
	}
	if err := r.loadAssets(files, accent); err != nil {
		return nil, diags, err
	}
	if own != nil {
		diags = append(diags, r.try()...)
	}
	return r, diags.Sort(), nil
}

// overlay is the built-in layouts with the site's own files over them.
type overlay struct{ builtIn, own fs.FS }

// read gives a file and whether it is the site's own.
func (o overlay) read(name string) (data []byte, own bool, err error) {
	if o.own != nil {
		if data, err = fs.ReadFile(o.own, name); err == nil {
			return data, true, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, true, fmt.Errorf("read layouts/%s: %w", name, err)
		}
	}
	data, err = fs.ReadFile(o.builtIn, name)
	return data, false, err
}

// list names the files of a folder, from both, sorted.
func (o overlay) list(folder string) ([]string, error) {
	seen := map[string]bool{}
	for _, files := range []fs.FS{o.builtIn, o.own} {
		if files == nil {
			continue
		}
		entries, err := fs.ReadDir(files, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("read layouts/%s: %w", folder, err)
		}
		for _, e := range entries {
			if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
				seen[path.Join(folder, e.Name())] = true
			}
		}
	}
	var out []string
	for name := range seen {
		out = append(out, name)
	}
	slices.Sort(out)
	return out, nil
}

// parse adds a template file to a set. A mistake in the site's own file is a
// diagnostic, and the built-in one serves in its place.
func (o overlay) parse(set *template.Template, name string, l *locale.Language, diags *diag.List) error {
	data, own, err := o.read(name)
	if err != nil {
		return fmt.Errorf("read template %s: %w", name, err)
	}
	if own {
		// First as written, so that a mistake has the line that people see.
		_, err := template.New(name).Funcs(functions(l)).Parse(string(data))
		if err != nil {
			addLayoutError(diags, name, err)
			return overlay{builtIn: o.builtIn}.parse(set, name, l, diags)
		}
	}
	small, err := minifyTemplate(data)
	if err != nil {
		small = data
	}
	if _, err := set.New(name).Parse(setWords(ownParts(name, string(small)), l)); err != nil {
		return fmt.Errorf("read template %s: %w", name, err)
	}
	return nil
}

var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?:?([^:]+):(\d+)(?::(\d+))?:? ?(.*)$`)

// addLayoutError reports what html/template says, at its file and line.
func addLayoutError(diags *diag.List, name string, err error) {
	pos, text := diag.Pos{File: "layouts/" + name, Line: 1, Col: 1}, err.Error()
	if m := templatePlace.FindStringSubmatch(text); m != nil {
		pos.Line, _ = strconv.Atoi(m[2])
		if col, err := strconv.Atoi(m[3]); err == nil {
			pos.Col = col + 1
		}
		text = m[4]
	}
	diags.Add(CodeLayout, pos, text)
}

// ownParts gives the parts that every page template defines, "main" and
// "head", names of their own, so that one set can hold all page templates.
func ownParts(name, text string) string {
	if strings.Contains(name, "/") || name == "base.html" {
		return text
	}
	page := strings.TrimSuffix(name, ".html")
	return strings.NewReplacer(`{{define "main"}}`, `{{define "`+page+`/main"}}`, `{{define "head"}}`, `{{define "`+page+`/head"}}`).Replace(text)
}

var fixedWord = regexp.MustCompile(`\{\{t "([^"]+)"\}\}`)

// setWords writes the interface words that need no arguments into a template,
// so that pages need not look them up.
func setWords(text string, l *locale.Language) string {
	return fixedWord.ReplaceAllStringFunc(text, func(action string) string {
		return template.HTMLEscapeString(l.Word(fixedWord.FindStringSubmatch(action)[1]))
	})
}

// minifyTemplate takes superfluous white space and comments out of a template.
// End tags and quotes stay: validators ask for them.
func minifyTemplate(data []byte) ([]byte, error) {
	m := minify.New()
	h := &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
		KeepSpecialComments: false, TemplateDelims: html.GoTemplateDelims,
	}
	m.Add("text/html", h)
	return m.Bytes("text/html", data)
}
