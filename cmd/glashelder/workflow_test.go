package main

// The workflows of this repository and those of a new site come from one
// skeleton, and what they call is run here, in order, in a clean clone.

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"glashelder/internal/scaffold"
)

var update = flag.Bool("update", false, "rewrite the workflows of this repository from the skeleton")

const repository = "../.."

var workflows = []string{".github/workflows/site.yml", ".gitlab-ci.yml"}

// TestOwnWorkflows holds the workflows of this repository against the skeleton.
func TestOwnWorkflows(t *testing.T) {
	files, err := scaffold.Files(scaffold.Site{Lang: "nl", Tool: scaffold.Own})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range workflows {
		file := filepath.Join(repository, name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(files[name]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != files[name] {
			t.Errorf("%s differs from internal/scaffold/site/every (%v); go test ./cmd/glashelder -run TestOwnWorkflows -update", name, err)
		}
	}
}

// TestWorkflowsRun runs the steps of this repository's workflows in a clean
// clone: first on the site as it is, then on one with a mistake.
func TestWorkflowsRun(t *testing.T) {
	clone := cleanClone(t)
	for _, name := range workflows {
		steps := stepsOf(t, filepath.Join(clone, name), scaffold.Own)
		if len(steps) != 3 {
			t.Fatalf("%s: found %d steps, want check, preview and publication: %q", name, len(steps), steps)
		}
		for _, step := range steps {
			if out, code := shell(t, clone, step); code != 0 {
				t.Errorf("%s: %s: exit code %d\n%s", name, step, code, out)
			}
			if strings.Contains(step, " build ") {
				published(t, clone, filepath.Base(name))
			}
		}
	}
	broken := filepath.Join(clone, "content", "over-deze-site.md")
	write(t, broken, "+++\ntitel = \"Over deze site\"\nsamenvatting = \"Fout.\"\nwerff = 1\n+++\nTekst.\n")
	failing(t, clone, workflows[0], "::error file=content/over-deze-site.md,line=4,col=1,", "")
	failing(t, clone, workflows[1], "content/over-deze-site.md:4:1: ", `"path": "content/over-deze-site.md"`)
}

// TestNewSiteWorkflowsRun runs those of a new site, the tool's installation
// included, as its README says it is done.
func TestNewSiteWorkflowsRun(t *testing.T) {
	clone, dir := cleanClone(t), t.TempDir()
	if _, _, err := scaffold.NewSite(dir, scaffold.Site{Lang: "nl", Day: time.Now(), Tool: scaffold.Installed}); err != nil {
		t.Fatal(err)
	}
	commit(t, dir)
	bin := t.TempDir()
	t.Setenv("RUNNER_TEMP", bin)
	t.Setenv("GLASHELDER_REPOSITORY", clone)
	t.Setenv("GITHUB_PATH", filepath.Join(bin, "path"))
	steps := stepsOf(t, filepath.Join(dir, workflows[0]), "git clone", "go build", "echo", scaffold.Installed)
	if len(steps) != 9 {
		t.Fatalf("found %d steps, want 9: %q", len(steps), steps)
	}
	t.Setenv("PATH", filepath.Join(bin, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, step := range steps[:5] { // the rest gets the tool once more, for the other job
		if out, code := shell(t, dir, step); code != 0 {
			t.Fatalf("%s: exit code %d\n%s", step, code, out)
		}
	}
	if out, code := shell(t, dir, steps[8]); code != 0 {
		t.Errorf("%s: exit code %d\n%s", steps[8], code, out)
	}
	published(t, dir, "new site")
}

// failing runs the first step of a workflow on a site with a mistake, and wants
// said in what it prints, and reported in GitLab's report.
func failing(t *testing.T, dir, workflow, said, reported string) {
	t.Helper()
	check := stepsOf(t, filepath.Join(dir, workflow), scaffold.Own)[0]
	out, code := shell(t, dir, check)
	if code == 0 || !strings.Contains(out, said) {
		t.Errorf("%s: %s: exit code %d, want 1 and %q in\n%s", workflow, check, code, said, out)
	}
	if reported == "" {
		return
	}
	if report, err := os.ReadFile(filepath.Join(dir, "gl-code-quality-report.json")); err != nil || !strings.Contains(string(report), reported) {
		t.Errorf("%s: the report lacks %q (%v):\n%s", workflow, reported, err, report)
	}
}

// published holds public/ against what a published site always has.
func published(t *testing.T, dir, what string) {
	t.Helper()
	for _, name := range []string{"index.html", "404.html", "sitemap.xml", "glashelder.json", "werven/index.html", "over-deze-site/index.html"} {
		if info, err := os.Stat(filepath.Join(dir, "public", name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: public/%s is missing or empty (%v)", what, name, err)
		}
	}
}

var step = regexp.MustCompile(`(?m)^ +(?:run: |- |)(\S.*)$`)

// stepsOf lists the shell lines of a workflow that begin with one of some commands.
func stepsOf(t *testing.T, file string, commands ...string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	for _, m := range step.FindAllStringSubmatch(string(text), -1) {
		for _, c := range commands {
			if strings.HasPrefix(m[1], c+" ") {
				steps = append(steps, m[1])
			}
		}
	}
	return steps
}

// shell runs a line as the runners of GitHub and GitLab do.
func shell(t *testing.T, dir, line string) (out string, code int) {
	t.Helper()
	c := exec.CommandContext(t.Context(), "bash", "-eo", "pipefail", "-c", line)
	c.Dir = dir
	c.Env = append(os.Environ(), "BASE_URL=https://stad.example/pad", "CI_PAGES_URL=https://stad.example/pad")
	text, err := c.CombinedOutput()
	if c.ProcessState == nil {
		t.Fatalf("%s: %v", line, err)
	}
	return string(text), c.ProcessState.ExitCode()
}

// cleanClone commits the files of this repository, as they are now, to a new
// one, and clones that.
func cleanClone(t *testing.T) string {
	t.Helper()
	names := git(t, repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	origin, clone := t.TempDir(), filepath.Join(t.TempDir(), "clone")
	for name := range strings.SplitSeq(strings.TrimSuffix(names, "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(repository, name))
		if os.IsNotExist(err) {
			continue // removed, and not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(origin, name), string(text))
	}
	commit(t, origin)
	git(t, origin, "clone", "--quiet", origin, clone)
	return clone
}

func commit(t *testing.T, dir string) {
	t.Helper()
	git(t, dir, "init", "--quiet", "--initial-branch=main")
	git(t, dir, "add", "--all")
	git(t, dir, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message=Alles")
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	var out, problem bytes.Buffer
	c := exec.CommandContext(t.Context(), "git", args...)
	c.Dir, c.Stdout, c.Stderr = dir, &out, &problem
	if err := c.Run(); err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, problem.String())
	}
	return out.String()
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
