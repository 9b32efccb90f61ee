package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestRevisions(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", text("a"))
	r.write("map/b.md", text("b"))
	r.commit("een")
	r.write("a.md", text("a")+"meer")
	r.commit("twee: \"aanhaling\" en één")
	r.commit("leeg")
	h := r.read(".")
	wantSubjects(t, h, map[string]string{"a.md": "twee: \"aanhaling\" en één een", "map/b.md": "een", "weg.md": ""})
	last, ok := h.Last("a.md")
	want := Revision{Commit: r.git("rev-parse", "HEAD~1"), Time: day.AddDate(0, 0, 1), Author: "Annelies Ghysels", Email: "a@stad.example", Subject: "twee: \"aanhaling\" en één"}
	if !ok || last.Commit != want.Commit || last.Author != want.Author || last.Email != want.Email || !last.Time.Equal(want.Time) {
		t.Errorf("last: %+v, want %+v", last, want)
	}
	if got := last.Time.Format(time.RFC3339); got != "2021-05-08T19:30:00+02:00" {
		t.Errorf("the offset is lost: %s", got)
	}
	if first, ok := h.First("a.md"); !ok || first.Subject != "een" {
		t.Errorf("first: %+v", first)
	}
	commit, at := h.Head()
	if commit != r.git("rev-parse", "HEAD") || !at.Equal(day.AddDate(0, 0, 2)) {
		t.Errorf("head: %s %s", commit, at)
	}
	if h.Why != "" || h.Shallow {
		t.Errorf("why %q, shallow %v", h.Why, h.Shallow)
	}
}

// TestSameOnEveryMachine proves that the zone of the machine does not show.
func TestSameOnEveryMachine(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "a")
	r.commit("een")
	local := time.Local
	defer func() { time.Local = local }()
	for _, hours := range []int{0, 2, -7} {
		time.Local = time.FixedZone("HIER", hours*3600)
		last, _ := r.read(".").Last("a.md")
		if got := last.Time.String(); got != "2021-05-07 19:30:00 +0200 +0200" {
			t.Errorf("at %+d: %s", hours, got)
		}
	}
}

func TestSubfolder(t *testing.T) {
	r := newRepo(t)
	r.write("site/a.md", text("a"))
	r.write("elders/b.md", text("b"))
	r.write("site-oud/c.md", text("c"))
	r.commit("een")
	r.move("elders/b.md", "site/b.md")
	r.commit("verhuis")
	r.write("elders/d.md", text("d"))
	r.commit("elders")
	h := r.read("site")
	wantSubjects(t, h, map[string]string{"a.md": "een", "b.md": "verhuis een", "site/a.md": "", "elders/d.md": "", "-oud/c.md": "", "../elders/d.md": ""})
	if commit, _ := h.Head(); commit != r.git("rev-parse", "HEAD") {
		t.Errorf("head: %s", commit)
	}
}

func TestMoves(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", text("a"))
	r.commit("1-maak-a")
	r.move("a.md", "b.md")
	r.commit("2-a-wordt-b")
	r.write("a.md", text("andere a"))
	r.commit("3-nieuwe-a")
	r.move("b.md", "map/c.md")
	r.write("map/c.md", text("a")+"nog een regel\n")
	r.commit("4-b-wordt-c")
	r.write("b.md", text("derde"))
	r.commit("5-nieuwe-b")
	r.move("b.md", "tussen.md")
	r.commit("6-weg")
	r.move("tussen.md", "b.md")
	r.commit("7-terug")
	wantSubjects(t, r.read("."), map[string]string{
		"map/c.md": "4-b-wordt-c 2-a-wordt-b 1-maak-a",
		"a.md":     "3-nieuwe-a",
		"b.md":     "7-terug 6-weg 5-nieuwe-b",
	})
}

// TestMoveOntoAnOldName moves a file to where another, since gone, once was.
func TestMoveOntoAnOldName(t *testing.T) {
	r := newRepo(t)
	r.write("x.md", text("eerste"))
	r.write("y.md", text("tweede"))
	r.commit("1")
	if err := os.Remove(filepath.Join(r.dir, "x.md")); err != nil {
		t.Fatal(err)
	}
	r.commit("2-x-weg")
	r.move("y.md", "x.md")
	r.commit("3-y-wordt-x")
	wantSubjects(t, r.read("."), map[string]string{"x.md": "3-y-wordt-x 1"})
}

func TestDeletedAndBack(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", text("a"))
	r.commit("1")
	r.git("rm", "--quiet", "a.md")
	r.commit("2")
	r.write("a.md", text("heel wat anders"))
	r.commit("3")
	wantSubjects(t, r.read("."), map[string]string{"a.md": "3 2 1"})
}

// TestBranches moves a file on one branch and changes it on another, and mends
// a conflict in the merge itself. After it, both files are as in neither branch.
func TestBranches(t *testing.T) {
	r := newRepo(t)
	r.write("y.md", text("y"))
	r.write("z.md", text("z"))
	r.commit("1")
	r.git("checkout", "--quiet", "-b", "zij")
	r.move("y.md", "x.md")
	r.write("z.md", text("z")+"zij\n")
	r.commit("2-zij-verhuist")
	r.git("checkout", "--quiet", "main")
	r.write("y.md", strings.Replace(text("y"), "regel 3", "regel drie", 1))
	r.write("z.md", text("z")+"hoofd\n")
	r.commit("3-hoofd-wijzigt")
	r.git("merge", "--quiet", "--no-commit", "--strategy-option=ours", "zij")
	r.write("z.md", text("z")+"beide\n")
	r.commit("4-samen")
	wantSubjects(t, r.read("."), map[string]string{
		"x.md": "4-samen 3-hoofd-wijzigt 2-zij-verhuist 1",
		"z.md": "4-samen 3-hoofd-wijzigt 2-zij-verhuist 1",
	})
}

// hostile are names that git would quote, or take for options, or that look
// like the log itself.
var hostile = []string{
	"regel\neinde.md", "\nvooraan.md", "tab\t.md", `"aanhaling".md`, `back\slash.md`, "-rf", "--format=x", "één & vraag.md",
	"commit 0123", "M", "R100", " spatie ", "\x01", "latijn-\xe9.md", ":(top)x", "*", "{a => b}.md", "-- ", "\"",
}

func TestHostileNames(t *testing.T) {
	r := newRepo(t)
	want := map[string]string{}
	for _, name := range hostile {
		sub := "de\n\"site\" -x"
		r.write(filepath.Join(sub, name), text(name))
		r.write(filepath.Join(sub, "map/"+name), text("map"+name))
		want[name], want["oud/"+name], want["nieuw/"+name] = "een", "", "verhuis een"
	}
	r.commit("een")
	r.move("de\n\"site\" -x/map", "de\n\"site\" -x/nieuw")
	r.commit("verhuis")
	wantSubjects(t, r.read("de\n\"site\" -x"), want)
}

func TestHostileCommits(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "a")
	r.git("add", "--all")
	r.git("commit", "--quiet", "--author=Jan \"de Script\" O'Ghent & Co <>", "--message=-- \x01commit abc\n\nM\n\ncommit 0123")
	r.write("b.md", "b")
	r.git("add", "--all")
	r.git("commit", "--quiet", "--allow-empty-message", "--message=")
	h := r.read(".")
	a, _ := h.Last("a.md")
	b, ok := h.Last("b.md")
	if a.Subject != "-- \x01commit abc" || a.Author != "Jan \"de Script\" O'Ghent & Co" || a.Email != "" || !ok || b.Subject != "" {
		t.Errorf("%+v\n%+v", a, b)
	}
}

func TestMailmap(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "a")
	r.write(".mailmap", "Anna G. <anna@stad.example> <a@stad.example>\n")
	r.commit("een")
	if last, _ := r.read(".").Last("a.md"); last.Author != "Anna G." || last.Email != "anna@stad.example" {
		t.Errorf("%+v", last)
	}
}

// TestConfigurationDoesNotCount gives git settings and an environment that
// would change its answers.
func TestConfigurationDoesNotCount(t *testing.T) {
	r := newRepo(t)
	r.write("site/a.md", text("a"))
	r.commit("een")
	r.move("site/a.md", "site/b.md")
	r.commit("twee")
	for _, pair := range [][2]string{
		{"diff.renames", "copies"}, {"diff.relative", "true"}, {"log.showRoot", "false"}, {"color.ui", "always"}, {"log.follow", "true"},
		{"format.pretty", "oneline"}, {"log.date", "relative"}, {"log.diffMerges", "separate"}, {"i18n.logOutputEncoding", "latin1"},
		{"log.decorate", "full"}, {"core.pager", "false"}, {"log.showSignature", "true"}, {"diff.orderFile", "/nergens"},
	} {
		r.git("config", pair[0], pair[1])
	}
	other := newRepo(t)
	other.write("a.md", "x")
	other.commit("ander")
	t.Setenv("GIT_DIR", filepath.Join(other.dir, ".git"))
	t.Setenv("GIT_WORK_TREE", other.dir)
	t.Setenv("GIT_INDEX_FILE", "/nergens")
	t.Setenv("GIT_TRACE", "2")
	t.Setenv("LC_ALL", "nl_BE.UTF-8")
	wantSubjects(t, r.read("site"), map[string]string{"b.md": "twee een"})
}

func TestShallow(t *testing.T) {
	r := newRepo(t)
	r.write("oud.md", text("oud"))
	r.write("gewijzigd.md", text("gewijzigd"))
	r.commit("1")
	r.commit("2")
	r.write("gewijzigd.md", text("gewijzigd")+"meer")
	r.write("nieuw.md", text("nieuw"))
	r.commit("3")
	clone := &repo{t, filepath.Join(t.TempDir(), "kloon"), day}
	r.git("clone", "--quiet", "--depth=2", "file://"+r.dir, clone.dir)
	h := clone.read(".")
	if !h.Shallow || !strings.Contains(h.Why, "unshallow") || !strings.Contains(h.WhyIn("nl"), "kloon") {
		t.Errorf("shallow %v, %q", h.Shallow, h.Why)
	}
	wantSubjects(t, h, map[string]string{"oud.md": "", "gewijzigd.md": "3", "nieuw.md": "3"})
	for path, want := range map[string]bool{"oud.md": false, "gewijzigd.md": false, "nieuw.md": true} {
		if _, got := h.First(path); got != want {
			t.Errorf("the first revision of %s is known: %v", path, got)
		}
	}
	if commit, _ := h.Head(); commit != r.git("rev-parse", "HEAD") {
		t.Errorf("head: %s", commit)
	}
}

// TestWhy proves that no trouble with git is an error, and each is named.
func TestWhy(t *testing.T) {
	empty := newRepo(t)
	unknown := newRepo(t)
	unknown.write("site/a.md", "a")
	unknown.git("commit", "--quiet", "--allow-empty", "--message=leeg")
	foreign := newRepo(t)
	foreign.write("a.md", "a")
	foreign.commit("een")
	broken := newRepo(t)
	broken.write("a.md", "a")
	broken.commit("een")
	tests := []struct {
		name, dir string
		prepare   func(t *testing.T)
		nl, en    string
	}{
		{"no repository", t.TempDir(), nil, "niet in een git-repository", "not in a git repository"},
		{"no commits", empty.dir, nil, "nog geen commits", "no commits yet"},
		{"not committed", filepath.Join(unknown.dir, "site"), nil, "geen enkel bestand", "no file of the folder"},
		{"no folder", filepath.Join(empty.dir, "nergens"), nil, "kan de geschiedenis niet lezen", "there is no folder"},
		{"no git", foreign.dir, func(t *testing.T) { t.Setenv("PATH", t.TempDir()) }, "niet geïnstalleerd", "not installed"},
		{"another owner", foreign.dir, func(t *testing.T) { giveAway(t, foreign.dir) }, "safe.directory", "safe.directory"},
		{"broken", broken.dir, func(t *testing.T) { breakObjects(t, broken.dir) }, "kan de geschiedenis niet lezen: ", "cannot read the history: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.prepare != nil {
				test.prepare(t)
			}
			h, err := Read(t.Context(), test.dir)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(h.WhyIn("nl"), test.nl) || !strings.Contains(h.Why, test.en) || h.WhyIn("fr") != h.Why || strings.Contains(h.Why, "\n") {
				t.Errorf("why: %q, %q", h.WhyIn("nl"), h.Why)
			}
			plain := strings.HasPrefix(test.name, "no repo") || strings.HasPrefix(test.name, "no commits") || test.name == "not committed"
			if trouble := h.TroubleIn("nl"); (trouble == "") != plain {
				t.Errorf("trouble: %q", trouble)
			}
			commit, _ := h.Head()
			if _, known := h.Last("a.md"); known || commit != "" || h.Of("a.md") != nil {
				t.Errorf("it knows something: %q", commit)
			}
		})
	}
}

// giveAway makes another user the owner of a repository.
func giveAway(t *testing.T, dir string) {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	for _, name := range []string{dir, filepath.Join(dir, ".git")} {
		if err := os.Chown(name, 65534, 65534); err != nil {
			t.Skipf("not proven here: a folder cannot be given to another user (%v)", err)
		}
	}
}

// breakObjects empties the store of a repository.
func breakObjects(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(dir, ".git", "objects")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, ".git", "objects"), 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestCancelled(t *testing.T) {
	r := newRepo(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if h, err := Read(ctx, r.dir); !errors.Is(err, context.Canceled) || h != nil {
		t.Errorf("%v, %v", h, err)
	}
}

func TestNilKnowsNothing(t *testing.T) {
	for _, h := range []*History{nil, {}} {
		_, first := h.First("a")
		_, last := h.Last("a")
		commit, _ := h.Head()
		if first || last || commit != "" || h.Of("a") != nil || h.WhyIn("nl") != "" {
			t.Errorf("%v knows something", h)
		}
	}
}
