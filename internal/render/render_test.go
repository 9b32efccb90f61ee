package render

import (
	"bytes"
	"io/fs"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"glashelder/internal/locale"
	"glashelder/internal/page"
	"glashelder/layouts"
)

func load(t *testing.T) *Renderer {
	t.Helper()
	r, diags, err := Load(layouts.Files, nil, "", locale.Codes()...)
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	return r
}

// TestTemplatesFitTheirViews fills every template with its view, empty and
// full, in every language.
func TestTemplatesFitTheirViews(t *testing.T) {
	r := load(t)
	for _, code := range locale.Codes() {
		for _, typ := range page.Types {
			for _, full := range []bool{false, true} {
				view := sample(reflect.TypeOf(typ.View).Elem(), full).Addr().Interface().(page.View)
				view.Base().Lang = code
				var buf bytes.Buffer
				if err := r.fill(&buf, typ.Template, view, document{Frame: view.Base()}); err != nil {
					t.Errorf("%s, full: %v: %v", code, full, err)
				}
			}
		}
	}
}

// TestViewsArePlainData walks the types of all views: no pointers, maps,
// functions or interfaces, so that a page follows from its view alone.
func TestViewsArePlainData(t *testing.T) {
	for _, typ := range page.Types {
		plain(t, typ.Template, reflect.TypeOf(typ.View).Elem())
	}
}

func plain(t *testing.T, where string, typ reflect.Type) {
	switch typ.Kind() {
	case reflect.Struct:
		for f := range typ.Fields() {
			plain(t, where+"."+f.Name, f.Type)
		}
	case reflect.Slice, reflect.Array:
		plain(t, where+"[]", typ.Elem())
	case reflect.Pointer, reflect.Map, reflect.Func, reflect.Interface, reflect.Chan, reflect.UnsafePointer:
		t.Errorf("%s is a %s", where, typ.Kind())
	}
}

// TestWordsExist holds every word that a template asks for against the tables.
func TestWordsExist(t *testing.T) {
	asked := regexp.MustCompile(`\b(t|count) "([^"]+)"`)
	found := 0
	err := fs.WalkDir(layouts.Files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			found++
			id := m[2]
			if m[1] == "count" {
				id += ".other"
			}
			if !locale.Get("nl").Has(id) {
				t.Errorf("%s asks for the word %q, which the Dutch table lacks", name, id)
			}
		}
		return err
	})
	if err != nil || found < 50 {
		t.Fatal(found, err)
	}
}

// TestOwnTemplates reports the mistakes of a site's own templates at their place.
func TestOwnTemplates(t *testing.T) {
	tests := []struct{ text, want string }{
		{"{{define \"main\"}}\n<h1>{{.Title}}\n{{end}", "layouts/page.html:3"},
		{"{{define \"main\"}}\n<h1>{{.Titel}}</h1>\n{{end}}", "layouts/page.html"},
	}
	for _, test := range tests {
		own := fstest.MapFS{"page.html": {Data: []byte(test.text)}}
		_, diags, err := Load(layouts.Files, own, "", "nl")
		if err != nil {
			t.Fatal(err)
		}
		if len(diags) == 0 || !strings.HasPrefix(diags[0].Pos.String(), test.want) {
			t.Errorf("%q: got %v, want a mistake at %s", test.text, diags, test.want)
		}
	}
}

// TestOwnTemplateReplaces lets a site's own file win over the built-in one.
func TestOwnTemplateReplaces(t *testing.T) {
	own := fstest.MapFS{
		"page.html":          {Data: []byte("{{define \"main\"}}<p>eigen</p>{{end}}")},
		"assets/css/own.css": {Data: []byte(":root { --eigen: 1px }")},
	}
	r, diags, err := Load(layouts.Files, own, "", "nl")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	var out bytes.Buffer
	view := &page.PageView{}
	if err := r.fill(&out, "page", view, document{Frame: view.Base()}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "<p>eigen</p>") {
		t.Error("the site's own template was not used")
	}
	if plain := load(t); plain.urls.CSS == r.urls.CSS {
		t.Error("the style sheet has the same name with other content")
	}
}

// TestPartsHaveOneName demands that no two template files define one part:
// all of them stand in one set.
func TestPartsHaveOneName(t *testing.T) {
	define := regexp.MustCompile(`{{define "([^"]+)"}}`)
	where := map[string]string{}
	err := fs.WalkDir(layouts.Files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		for _, m := range define.FindAllStringSubmatch(string(data), -1) {
			if first := where[m[1]]; first != "" && m[1] != "main" && m[1] != "head" {
				t.Errorf("%s and %s both define %q", first, name, m[1])
			}
			where[m[1]] = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
