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
		at := strings.TrimPrefix(r.more[script], "/")
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
