package main

// What `schema` prints must accept what people really write: here the
// documents of a new site, in every language. The judge below knows the words
// of JSON Schema 2020-12 that the schemas use, and fails on any other.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"glashelder/internal/scaffold"
	"glashelder/internal/source"
)

func TestSchemasAcceptNewSites(t *testing.T) {
	for _, lang := range scaffold.Languages() {
		dir := filepath.Join(t.TempDir(), lang)
		day := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
		if _, _, err := scaffold.NewSite(dir, scaffold.Site{Lang: lang, Day: day, Tool: scaffold.Installed}); err != nil {
			t.Fatal(err)
		}
		var loader source.Loader
		project, diags, err := loader.Load(t.Context(), dir)
		if err != nil || len(diags) > 0 {
			t.Fatal(err, diags)
		}
		if problems := judge(schemaOf(t, "config", lang), plain(project.Config.Root), ""); len(problems) > 0 {
			t.Errorf("%s: %s: %q", lang, project.Config.Path, problems)
		}
		seen := map[string]bool{}
		for _, d := range project.Documents {
			kind := kindOfFolder(t, lang, d.Path)
			seen[kind] = true
			if problems := judge(schemaOf(t, kind, lang), plain(d.Front), ""); len(problems) > 0 {
				t.Errorf("%s: %s: %q", lang, d.Path, problems)
			}
		}
		if len(seen) != 10 {
			t.Errorf("%s: the new site has documents of %d kinds, want 10: %v", lang, len(seen), seen)
		}
	}
}

// TestSchemaRefuses shows that the judge and the schemas can say no.
func TestSchemaRefuses(t *testing.T) {
	for _, c := range []struct {
		front map[string]any
		want  string
	}{
		{map[string]any{"titel": "x", "status": "aangenomen"}, ""},
		{map[string]any{"title": "x", "status": "adopted"}, ""},
		{map[string]any{"titel": "x", "statuus": "aangenomen"}, "/statuus: not a key"},
		{map[string]any{"status": "misschien"}, "/status: not listed"},
		{map[string]any{"consensus": "ja"}, "/consensus: not of type boolean"},
		{map[string]any{"artikelen": []any{map[string]any{"nummr": "1"}}}, "/artikelen: fits nothing"},
	} {
		problems := judge(schemaOf(t, "decision", "nl"), c.front, "")
		if got := strings.Join(problems, "; "); got != c.want {
			t.Errorf("%v: %q, want %q", c.front, got, c.want)
		}
	}
}

// kindOfFolder is the kind of a document of a new site, by what stands in the
// configuration of its language.
func kindOfFolder(t *testing.T, lang, file string) string {
	t.Helper()
	folders := map[string][]string{
		"nl": {"werven", "verslagen", "beslissingen", "toelagen", "organisaties", "agenda", "vragen", "overleg", "publicaties"},
		"fr": {"chantiers", "comptes-rendus", "decisions", "subventions", "organisations", "agenda", "questions", "concertation", "publications"},
		"en": {"werven", "minutes", "decisions", "allocations", "organisations", "events", "questions", "forums", "publications"},
	}
	kinds := []string{"werf", "minutes", "decision", "allocation", "organisation", "event", "question", "forum", "publication"}
	folder, _, nested := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	if !nested {
		return "page"
	}
	i := slices.Index(folders[lang], folder)
	if i < 0 {
		t.Fatalf("%s: in no folder of a kind", file)
	}
	return kinds[i]
}

func schemaOf(t *testing.T, kind, lang string) map[string]any {
	t.Helper()
	var out, problem bytes.Buffer
	if code := run(t.Context(), []string{"schema", kind, "--lang", lang}, &out, &problem); code != exitFine {
		t.Fatalf("schema %s: exit code %d: %s", kind, code, problem.String())
	}
	var schema map[string]any
	if err := json.Unmarshal(out.Bytes(), &schema); err != nil {
		t.Fatalf("schema %s: %v", kind, err)
	}
	return schema
}

// plain is a value as JSON has it; dates are text.
func plain(v *source.Value) any {
	switch v.Kind {
	case source.Number:
		n, _ := strconv.ParseFloat(v.Text, 64)
		return n
	case source.Bool:
		return v.Text == "true"
	case source.List:
		list := []any{}
		for _, item := range v.Items {
			list = append(list, plain(item))
		}
		return list
	case source.Table:
		table := map[string]any{}
		for _, f := range v.Fields {
			table[f.Name] = plain(f.Value)
		}
		return table
	}
	return v.Text
}

// judge says where a value does not fit a schema.
func judge(schema map[string]any, value any, at string) []string {
	var problems []string
	for word, says := range schema {
		switch word {
		case "$schema", "title", "description", "format", "properties":
		case "type":
			if types, ok := says.([]any); ok {
				says = types
			}
			if !ofType(says, value) {
				problems = append(problems, fmt.Sprintf("%s: not of type %v", at, says))
			}
		case "enum":
			if !slices.Contains(says.([]any), value) {
				problems = append(problems, at+": not listed")
			}
		case "pattern":
			if text, ok := value.(string); ok && !regexp.MustCompile(says.(string)).MatchString(text) {
				problems = append(problems, at+": does not match")
			}
		case "minimum":
			if n, ok := value.(float64); ok && n < says.(float64) {
				problems = append(problems, at+": too small")
			}
		case "anyOf":
			if !slices.ContainsFunc(says.([]any), func(s any) bool { return len(judge(s.(map[string]any), value, at)) == 0 }) {
				problems = append(problems, at+": fits nothing")
			}
		case "allOf":
			for _, s := range says.([]any) {
				problems = append(problems, judge(s.(map[string]any), value, at)...)
			}
		case "required", "additionalProperties":
			problems = append(problems, judgeKeys(schema, word, value, at)...)
		case "items":
			list, _ := value.([]any)
			for i, item := range list {
				problems = append(problems, judge(says.(map[string]any), item, fmt.Sprintf("%s/%d", at, i))...)
			}
		default:
			problems = append(problems, "the judge does not know "+word)
		}
	}
	return append(problems, judgeProperties(schema, value, at)...)
}

func judgeKeys(schema map[string]any, word string, value any, at string) (problems []string) {
	table, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	if word == "required" {
		for _, key := range schema[word].([]any) {
			if _, has := table[key.(string)]; !has {
				problems = append(problems, fmt.Sprintf("%s: lacks %v", at, key))
			}
		}
		return problems
	}
	known, _ := schema["properties"].(map[string]any)
	for key := range table {
		if _, ok := known[key]; !ok && schema[word] == false {
			problems = append(problems, at+"/"+key+": not a key")
		}
	}
	return problems
}

func judgeProperties(schema map[string]any, value any, at string) (problems []string) {
	table, _ := value.(map[string]any)
	properties, _ := schema["properties"].(map[string]any)
	for key, inner := range table {
		if s, ok := properties[key].(map[string]any); ok {
			problems = append(problems, judge(s, inner, at+"/"+key)...)
		}
	}
	return problems
}

func ofType(says, value any) bool {
	if types, ok := says.([]any); ok {
		return slices.ContainsFunc(types, func(one any) bool { return ofType(one, value) })
	}
	switch v := value.(type) {
	case string:
		return says == "string"
	case bool:
		return says == "boolean"
	case float64:
		return says == "number" || says == "integer" && v == float64(int64(v))
	case []any:
		return says == "array"
	}
	return says == "object"
}
