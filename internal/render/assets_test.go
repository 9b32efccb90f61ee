package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"glashelder/internal/model"
	"glashelder/internal/page"
	"glashelder/internal/source"
	"glashelder/layouts"
)

// asking is a page of some title that asks for a script.
func asking(script string) page.Page {
	return page.Page{URL: "/x/", Template: "page", View: func() page.View {
		return &page.PageView{Frame: page.Frame{Lang: "nl", Title: "X", Script: script}}
	}}
}

// A page has the script that every page has and the one that it asks for, under
// names with a hash; a site may add its own. One that is not there is an error.
func TestScripts(t *testing.T) {
	own := fstest.MapFS{"assets/js/eigen.js": {Data: []byte("let getal = 1; alert(getal);")}, "assets/js/leesmij.txt": {Data: []byte("geen script {")}}
	r, diags, err := Load(layouts.Files, own, "", "nl")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	site, _ := model.Build(&source.Project{}, model.Options{BaseURL: "https://site.example/stad/"})
	for script, want := range map[string]int{"": 1, "toelagen": 2, "eigen": 2} {
		var html []byte
		err := r.For(site).Page(asking(script), func(data []byte) error { html = bytes.Clone(data); return nil })
		if err != nil {
			t.Fatal(err)
		}
		at := strings.TrimPrefix(r.scripts[script].URL, "/")
		if n := bytes.Count(html, []byte("<script")); n != want || want == 2 && !bytes.Contains(html, []byte(`src="/stad/`+at+`"`)) {
			t.Errorf("%q: %d scripts, want %d with %s", script, n, want, at)
		}
		if want == 2 && !slices.ContainsFunc(r.Assets(), func(a Asset) bool { return a.Path == at && len(a.Data) > 0 }) {
			t.Errorf("%s is not among the files", at)
		}
	}
	if err := r.For(site).Page(asking("nergens"), func([]byte) error { return nil }); err == nil {
		t.Error("a script that is not there is no error")
	}
	own["assets/js/eigen.js"] = &fstest.MapFile{Data: []byte("let = = 1")}
	if _, _, err := Load(layouts.Files, own, "", "nl"); err == nil || !strings.Contains(err.Error(), "eigen.js") {
		t.Errorf("a script that cannot be read: %v", err)
	}
}

// A module names what it imports by the names that the files have; these change
// with what they import. A page loads all of it at once.
func TestModules(t *testing.T) {
	load := func(deep string) *Renderer {
		t.Helper()
		own := fstest.MapFS{
			"assets/js/boven.js":  {Data: []byte("import { a } from './midden.js';\nimport \"./diep.js\";\nalert(a);\nimport('./later.js');")},
			"assets/js/later.js":  {Data: []byte("import './midden.js'; alert(2)")},
			"assets/js/diep.js":   {Data: []byte("export const b = " + deep + ";")},
			"assets/js/midden.js": {Data: []byte("import {b} from './diep.js'; export const a = b; export * from \"./diep.js\";")},
		}
		r, diags, err := Load(layouts.Files, own, "", "nl")
		if err != nil || len(diags) > 0 {
			t.Fatal(err, diags)
		}
		return r
	}
	first, second := load("1"), load("2")
	for name, script := range first.scripts {
		changed := script.URL != second.scripts[name].URL
		if own := slices.Contains([]string{"boven", "midden", "diep", "later"}, name); own != changed || own && !script.Module {
			t.Errorf("%s: %s became %s; module: %t", name, script.URL, second.scripts[name].URL, script.Module)
		}
	}
	top := first.scripts["boven"]
	if want := []string{first.scripts["diep"].URL, first.scripts["midden"].URL}; !slices.Equal(top.Imports, want) {
		t.Errorf("needs %v, want %v", top.Imports, want)
	}
	text := ""
	for _, a := range first.Assets() {
		if "/"+a.Path == top.URL {
			text = string(a.Data)
		}
	}
	for _, at := range append(slices.Clone(top.Imports), first.scripts["later"].URL) {
		if !strings.Contains(text, `"./`+strings.TrimPrefix(at, "/assets/")+`"`) {
			t.Errorf("%s is not imported by\n%s", at, text)
		}
	}
	site, _ := model.Build(&source.Project{}, model.Options{BaseURL: "https://site.example/stad/"})
	err := first.For(site).Page(asking("boven"), func(data []byte) error {
		for _, want := range []string{`<script src="/stad` + top.URL + `" type="module"></script>`, `<link rel="modulepreload" href="/stad` + top.Imports[0] + `">`} {
			if !bytes.Contains(data, []byte(want)) {
				t.Errorf("the page lacks %s", want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, wrong := range map[string]string{"nergens.js": "import './nergens.js'", "zelf.js": "import './zelf.js'"} {
		own := fstest.MapFS{"assets/js/zelf.js": {Data: []byte(wrong)}}
		if _, _, err := Load(layouts.Files, own, "", "nl"); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}
