package build_test

// Whole sites as text archives, each with what must be said of it. What must
// stay true: every code that a build may report is shown by one of them, with
// its exact message at file, line and column.

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/output"
	"glashelder/internal/sitetest"
)

// today is the day the archives are built for.
var today = time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)

func TestSites(t *testing.T) {
	sitetest.Each(t, "testdata/*.txtar", func(dir string) (map[string][]byte, string, int) {
		return buildSite(t, dir)
	})
}

// buildSite checks the site in dir, and publishes it into memory where nothing
// stops that.
func buildSite(t *testing.T, dir string) (map[string][]byte, string, int) {
	t.Helper()
	commitPast(t, dir)
	var b build.Builder
	built, diags, err := b.Check(context.Background(), build.Options{Dir: dir, Now: today, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	said := say(t, built, diags)
	if build.Stops(diags, false) {
		return nil, said, 1
	}
	var sink output.Memory
	if _, err := built.Write(context.Background(), &sink); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range sink.Files() {
		files[f.Path], _ = sink.Get(f.Path)
	}
	return files, said, 0
}

// say prints diagnostics as the command line does. Without any, it is silent.
func say(t *testing.T, built *build.Built, diags diag.List) string {
	t.Helper()
	if len(diags) == 0 {
		return ""
	}
	lang := "nl"
	if built != nil {
		lang = built.Site.Lang.Code()
	}
	var text strings.Builder
	if err := diag.Write(&text, "text", lang, diags); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// commitPast gives a site the history that its folder "vroeger" tells: what is
// in there was committed first, then the site as it is.
func commitPast(t *testing.T, dir string) {
	t.Helper()
	past := filepath.Join(dir, "vroeger")
	if _, err := os.Stat(past); err != nil {
		return
	}
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@stad.example", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_COMMITTER_DATE=2022-01-01T12:00:00Z", "GIT_AUTHOR_DATE=2022-01-01T12:00:00Z", "GIT_CONFIG_GLOBAL="+os.DevNull)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args[0], err, out)
		}
	}
	git("init", "-q")
	git("--work-tree=vroeger", "add", "-A")
	git("commit", "-q", "-m", "vroeger")
	if err := os.RemoveAll(past); err != nil {
		t.Fatal(err)
	}
	git("add", "-A")
	git("commit", "-q", "-m", "nu")
}

// TestEveryCodeIsShown walks the codes of all packages: one that no archive
// shows is a rule without a test.
func TestEveryCodeIsShown(t *testing.T) {
	shown := map[string]bool{}
	paths, err := fs.Glob(os.DirFS("testdata"), "*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`(?m)^\S.*: (?:fout|waarschuwing|error|warning): .* \(([a-z0-9-]+)\)$`)
	for _, path := range paths {
		a := sitetest.Load(t, filepath.Join("testdata", path))
		for _, m := range code.FindAllStringSubmatch(a.Want["diagnostics"], -1) {
			shown[m[1]] = true
		}
	}
	for _, c := range build.Codes() {
		if !shown[c.ID] && unshown[c.ID] == "" {
			t.Errorf("no archive in testdata shows %s: %s", c.ID, c.NL.Message)
		}
		if shown[c.ID] && unshown[c.ID] != "" {
			t.Errorf("%s is shown by an archive: take it off the list of those that are not", c.ID)
		}
	}
}

// unshown are the codes that a text archive cannot show, and where they are shown.
var unshown = map[string]string{
	"bestand-bijzonder":          "a pipe: TestSurvey of source",
	"bestand-onleesbaar":         "a file that vanishes or may not be read: source, loader_test.go",
	"csv-te-veel-fouten":         "a thousand mistakes: source, csv_test.go",
	"som-te-groot":               "thousands of amounts: TestSumsOverflow of check",
	"tekst-geen-utf8":            "source finds the byte first: markdown, markdown_test.go",
	"tekst-te-veel-verwijzingen": "the limit of brackets is always reached first",
}

// TestCodesHaveWords proves that each code says all it must, in both languages.
func TestCodesHaveWords(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range build.Codes() {
		if seen[c.ID] {
			t.Errorf("two codes are called %s", c.ID)
		}
		seen[c.ID] = true
		for lang, text := range map[string]diag.Text{"nl": c.NL, "en": c.EN} {
			if text.Message == "" || text.Hint == "" || len(strings.Fields(text.Explain)) < 10 {
				t.Errorf("%s (%s): message, hint or explanation is missing", c.ID, lang)
			}
			if strings.HasSuffix(text.Message, ".") || strings.HasSuffix(text.Hint, ".") {
				t.Errorf("%s (%s): message and hint have no full stop", c.ID, lang)
			}
		}
	}
}
