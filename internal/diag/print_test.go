package diag

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode"
)

var unknown = &Code{
	ID: "verwijzing-onbekend", Severity: Error,
	NL: Text{"geen organisatie met id \"{1}\"", "kijk na in data/organisaties.csv", "Elke verwijzing moet bestaan."},
	EN: Text{"no organisation with id \"{1}\"", "look in data/organisaties.csv", "Every reference must exist."},
}

var spare = &Code{
	ID: "sleutel-onbekend", Severity: Warning,
	NL: Text{Message: "onbekende sleutel {1}"}, EN: Text{Message: "unknown key {1}"},
}

// sample holds a warning before an error, so that the order shows.
func sample() List {
	var l List
	l.Add(spare, Pos{File: "glashelder.toml"}, "kleur").Near = "kleuren"
	d := l.Add(unknown, Pos{"data/toelagen/2022.csv", 14, 7}, "de-meubelfabrik")
	d.Related = []Pos{{"data/organisaties.csv", 3, 1}, {File: "content/_index.md"}}
	return l
}

// hostile holds what may stand in a file name or an argument.
func hostile() List {
	nasty := "a\x1b[2J\r\n::error::b%0A,c:d\u009b\u202e\"</script>\xff\u2028[x](http://y){0}\U000e0041"
	var l List
	l.Add(unknown, Pos{nasty, 2, 3}, nasty).Related = []Pos{{nasty, 1, 1}}
	return l
}

func printed(t *testing.T, format, lang string, l List, options ...Option) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, lang, l, options...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteExactly(t *testing.T) {
	tests := []struct{ name, format, lang, want string }{
		{"Dutch text", "text", "nl", `data/toelagen/2022.csv:14:7: fout: geen organisatie met id "de-meubelfabrik" (verwijzing-onbekend)
    kijk na in data/organisaties.csv
    zie ook data/organisaties.csv:3:1
    zie ook content/_index.md
glashelder.toml: waarschuwing: onbekende sleutel kleur (sleutel-onbekend)
    bedoelde u "kleuren"?
1 fout, 1 waarschuwing
`},
		{"English text", "text", "en", `data/toelagen/2022.csv:14:7: error: no organisation with id "de-meubelfabrik" (verwijzing-onbekend)
    look in data/organisaties.csv
    see also data/organisaties.csv:3:1
    see also content/_index.md
glashelder.toml: warning: unknown key kleur (sleutel-onbekend)
    did you mean "kleuren"?
1 error, 1 warning
`},
		{"JSON lines", "json", "nl", `{"severity":"error","code":"verwijzing-onbekend","file":"data/toelagen/2022.csv","line":14,"column":7,"message":"geen organisatie met id \"de-meubelfabrik\"","hint":"kijk na in data/organisaties.csv","related":[{"file":"data/organisaties.csv","line":3,"column":1},{"file":"content/_index.md","line":0,"column":0}]}
{"severity":"warning","code":"sleutel-onbekend","file":"glashelder.toml","line":0,"column":0,"message":"onbekende sleutel kleur","hint":"bedoelde u \"kleuren\"?","related":[]}
`},
		{"GitHub", "github", "nl", `::error file=data/toelagen/2022.csv,line=14,col=7,title=verwijzing-onbekend::geen organisatie met id "de-meubelfabrik"%0Akijk na in data/organisaties.csv%0Azie ook data/organisaties.csv:3:1%0Azie ook content/_index.md
::warning file=glashelder.toml,title=sleutel-onbekend::onbekende sleutel kleur%0Abedoelde u "kleuren"?
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := printed(t, test.format, test.lang, sample()); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

func TestEmptyList(t *testing.T) {
	for format, want := range map[string]string{"text": "geen fouten\n", "json": "", "github": "", "gitlab": "[]\n"} {
		if got := printed(t, format, "nl", nil); got != want {
			t.Errorf("%s: got %q, want %q", format, got, want)
		}
	}
	if got := printed(t, "sarif", "nl", nil); !strings.Contains(got, `"rules": []`) || !strings.Contains(got, `"results": []`) {
		t.Errorf("sarif without results: %s", got)
	}
}

func TestSummary(t *testing.T) {
	var three List
	three.Add(unknown, Pos{})
	three.Add(unknown, Pos{Line: 1})
	three.Add(spare, Pos{})
	for _, test := range []struct {
		list     List
		lang, is string
	}{
		{nil, "nl", "geen fouten"}, {nil, "fr", "no errors"},
		{three, "nl", "2 fouten, 1 waarschuwing"}, {three, "en", "2 errors, 1 warning"},
		{three[2:], "nl", "geen fouten, 1 waarschuwing"},
	} {
		if got := test.list.Summary(test.lang); got != test.is {
			t.Errorf("Summary(%s) = %q, want %q", test.lang, got, test.is)
		}
	}
}

func TestColour(t *testing.T) {
	got := printed(t, "text", "nl", sample(), InColor)
	if !strings.Contains(got, "\x1b[31mfout:\x1b[0m") || !strings.Contains(got, "\x1b[33mwaarschuwing:\x1b[0m") {
		t.Errorf("no colour: %q", got)
	}
	plain := got
	for _, sequence := range []string{"\x1b[33m", "\x1b[31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"} {
		plain = strings.ReplaceAll(plain, sequence, "")
	}
	if plain != printed(t, "text", "nl", sample()) {
		t.Errorf("colour changes the words: %q", plain)
	}
}

func TestUnknownFormat(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, "xml", "nl", sample()); err == nil || !strings.Contains(err.Error(), "sarif") || b.Len() > 0 {
		t.Errorf("error %v, output %q", err, &b)
	}
}

func TestWriteLeavesTheListAlone(t *testing.T) {
	l := sample()
	printed(t, "text", "nl", l)
	if l[0].Code != spare {
		t.Error("Write sorted its caller's list")
	}
}

func TestNothingActsOnATerminal(t *testing.T) {
	for _, format := range Formats {
		got := printed(t, format, "nl", hostile())
		for _, r := range got {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
				t.Errorf("%s lets %U through: %q", format, r, got)
			}
		}
		if lines := strings.Count(got, "\n"); (format == "json" || format == "github") && lines != 1 {
			t.Errorf("%s: one diagnostic on %d lines: %q", format, lines, got)
		}
	}
	if got, want := visible("a\x1b\n\u202e\xffé\u00ad\U000e0041"), "a\\x1b\\n\\u202e\\xffé\u00ad\\U000e0041"; got != want {
		t.Errorf("visible: %q, want %q", got, want)
	}
}

func TestGitHubEscapes(t *testing.T) {
	got := printed(t, "github", "nl", hostile())
	properties, message, _ := strings.Cut(strings.TrimPrefix(got, "::"), "::")
	if n := strings.Count(properties, ","); n != 3 {
		t.Errorf("%d commas in %q, want three: file, line, col, title", n, properties)
	}
	if !strings.Contains(properties, "%0D%0A%3A%3Aerror%3A%3Ab%250A%2Cc%3Ad") || !strings.Contains(message, "b%250A,c:d") {
		t.Errorf("escapes: %q", got)
	}
}

func TestJSONKeepsEveryCharacter(t *testing.T) {
	l := hostile()
	var got struct{ File string }
	if err := json.Unmarshal([]byte(printed(t, "json", "nl", l)), &got); err != nil {
		t.Fatal(err)
	}
	if want := strings.ToValidUTF8(l[0].Pos.File, "\ufffd"); got.File != want {
		t.Errorf("file %q, want %q", got.File, want)
	}
}

func TestGitLab(t *testing.T) {
	l := append(sample(), hostile()...)
	l.Add(unknown, Pos{"data/toelagen/2022.csv", 20, 7}, "de-meubelfabrik")
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(printed(t, "gitlab", "nl", l)), &issues); err != nil {
		t.Fatal(err)
	}
	if len(issues) != len(l) {
		t.Fatalf("%d issues, want %d", len(issues), len(l))
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if i.Description == "" || i.CheckName == "" || i.Location.Path == "" || i.Location.Lines.Begin < 1 || seen[i.Fingerprint] {
			t.Errorf("incomplete or repeated: %+v", i)
		}
		if i.Severity != "major" && i.Severity != "minor" {
			t.Errorf("severity %q", i.Severity)
		}
		seen[i.Fingerprint] = true
	}
}

func TestFingerprintsSurviveMovedLines(t *testing.T) {
	before, after := sample(), sample()
	for i := range after {
		after[i].Pos.Line += 10
	}
	a, b := fingerprints(before), fingerprints(after)
	for i := range a {
		if a[i] != b[i] || len(a[i]) != 32 {
			t.Errorf("%s became %s", a[i], b[i])
		}
	}
}

func TestSARIF(t *testing.T) {
	l := append(sample(), hostile()...)
	l.Add(unknown, Pos{}, "nergens")
	var log sarifLog
	if err := json.Unmarshal([]byte(printed(t, "sarif", "nl", l)), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || !strings.HasSuffix(log.Schema, "sarif-2.1.0.json") || len(log.Runs) != 1 {
		t.Fatalf("log: %+v", log)
	}
	run := log.Runs[0]
	if run.Tool.Driver.Name != "Glashelder" || run.ColumnKind != "unicodeCodePoints" || len(run.Tool.Driver.Rules) != 2 || len(run.Results) != len(l) {
		t.Fatalf("run: %+v", run)
	}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.Message.Text == "" || (r.Level != "error" && r.Level != "warning") {
			t.Errorf("result %+v", r)
		}
		for _, where := range append(r.Locations, r.Related...) {
			if u, err := url.Parse(where.Physical.Artifact.URI); err != nil || u.IsAbs() || u.Host != "" {
				t.Errorf("uri %q: %v", where.Physical.Artifact.URI, err)
			}
			if g := where.Physical.Region; g != nil && (g.StartLine < 1 || g.StartColumn < 1) {
				t.Errorf("region %+v", g)
			}
		}
		if strings.Contains(r.Message.Text, "](") && !strings.Contains(r.Message.Text, `\](`) {
			t.Errorf("a message holds a link: %s", r.Message.Text)
		}
	}
}

func TestSARIFMessagesAreOnlyText(t *testing.T) {
	for text, want := range map[string]string{
		"[x](http://y)": `[x\](http://y)`, "{0} en {": "{{0}} en {{", "[a] (b)": "[a] (b)",
	} {
		if got := sarifPlain(text); got != want {
			t.Errorf("sarifPlain(%q) = %q, want %q", text, got, want)
		}
	}
}
