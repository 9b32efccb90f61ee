package page

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var manualFiles = map[string]string{"content/handleiding/_index.md": "+++\ntitel = \"Handleiding\"\n+++\n"}

// TestFields proves that the reference has every key that a decoder asks for,
// nested ones too, and a sentence for each.
func TestFields(t *testing.T) {
	s := smallSite(t, manualFiles)
	v := newVoice(s, "nl")
	for _, kind := range model.Described() {
		view, ok := pageAt(s, v.fieldURL(kind)).(*FieldsView)
		if !ok {
			t.Errorf("%s: no reference", kind)
			continue
		}
		ids, n := map[string]bool{}, 0
		for _, g := range view.Groups {
			if ids[g.ID] {
				t.Errorf("%s: two groups are called %q", kind, g.ID)
			}
			ids[g.ID] = true
			for _, f := range g.Fields {
				if !f.InTable {
					n++
				}
				if f.Help == "" {
					t.Errorf("%s: %s has no help", kind, f.Name)
				}
			}
		}
		if want := countKeys(model.Describe(kind)); n != want {
			t.Errorf("%s: %d keys are shown, %d are read", kind, n, want)
		}
	}
	if pageAt(smallSite(t, nil), fieldsURL) != nil {
		t.Error("a site without a manual has a reference")
	}
}

func countKeys(keys []model.Key) int {
	n := len(keys)
	for _, k := range keys {
		n += countKeys(k.Keys)
	}
	return n
}

func TestCodes(t *testing.T) {
	code := &diag.Code{ID: "fout-x", Severity: diag.Error, NL: diag.Text{Message: "\"{1}\" is <fout>", Hint: "schrijf {2}", Explain: "Zie `x`."}}
	view := pageAt(smallSite(t, manualFiles), codesURL, code).(*CodesView)
	if got := fmt.Sprint(view.Codes); got != "[{fout-x true \"…\" is &lt;fout&gt; Schrijf … <p>Zie <code>x</code>.</p>\n}]" {
		t.Error(got)
	}
}

// exampleFolders says of which kind the examples on a page of the manual are.
var exampleFolders = map[string]string{
	"beginnen": "verslagen", "verslag-schrijven": "verslagen", "beslissing-vastleggen": "beslissingen", "vraag-beantwoorden": "vragen",
	"agenda-en-oproep": "agenda", "organisatie-bijhouden": "organisaties", "werf-bijwerken": "werven",
	"fout-herstellen": "publicaties", "vertalen": "publicaties", "toelage-toevoegen": "toelagen", "wat-wordt-nagekeken": "",
}

var fenced = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```")

// TestManualExamples decodes every example of the manual: each key, value and
// date in it is one that staff can really write.
func TestManualExamples(t *testing.T) {
	pages, err := filepath.Glob("../../content/handleiding/*.md")
	if err != nil || len(pages) < 10 {
		t.Fatalf("the manual has %d pages (%v)", len(pages), err)
	}
	for _, path := range pages {
		name := strings.TrimSuffix(filepath.Base(path), ".md")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		folder, known := exampleFolders[name]
		if !known && name != "_index" {
			t.Errorf("%s: say in exampleFolders what its examples are", name)
		}
		for i, m := range fenced.FindAllStringSubmatch(string(text), -1) {
			if file, example := exampleFile(folder, m[1], m[2], i); file != "" {
				_, diags := buildSite(t, map[string]string{file: example})
				reportExample(t, name, example, diags)
			}
		}
	}
}

// exampleFile is an example as a file of a site; "" where it is no content.
func exampleFile(folder, language, text string, i int) (file, example string) {
	name := fmt.Sprintf("content/%s/voorbeeld-%d.md", folder, i)
	switch {
	case language == "" && strings.HasPrefix(text, "+++\n"):
		return name, text
	case language == "csv":
		return tableExample(text)
	case language == "toml" && (strings.HasPrefix(text, "[[budget]]") || strings.HasPrefix(text, "[totaal]")):
		return "data/budgetten.toml", text
	case language == "toml" && (folder == "" || strings.HasPrefix(text, "taal = ")):
		return "glashelder.toml", text
	case language == "toml":
		return name, "+++\n" + text + "+++\nTekst.\n"
	}
	return "", ""
}

// tableExample is a table in the manual as a file of a site. Rows without a
// header are to be pasted into the table of the demo site that has as many
// columns.
func tableExample(text string) (file, example string) {
	first, _, _ := strings.Cut(text, "\n")
	for _, file := range []string{"data/betalingen/2023.csv", "data/toelagen/2023.csv"} {
		table, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			return file, err.Error()
		}
		header, _, _ := strings.Cut(string(table), "\n")
		switch {
		case strings.HasPrefix(first, header[:len("id;toelage;")]):
			return file, text
		case strings.Count(first, ";") == strings.Count(header, ";"):
			return file, header + "\n" + text
		}
	}
	return "data/toelagen/2023.csv", text
}

// reportExample reports what is wrong with an example, but not that the
// documents it names and the keys it leaves out are elsewhere.
func reportExample(t *testing.T, name, example string, diags diag.List) {
	t.Helper()
	for _, d := range diags {
		switch d.Code {
		case model.CodeRefUnknown, model.CodeFileMissing, model.CodeLinkBroken, model.CodeKeyMissing:
			continue
		}
		t.Errorf("%s: %s\n%s", name, d.Message("nl"), example)
	}
}
