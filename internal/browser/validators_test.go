package browser

// Judges of HTML that others wrote: html-validate and the Nu HTML checker. Their
// versions and hashes stand in package-lock.json; they are installed into the
// user's cache, never into the repository, and without running their scripts.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// needPackages gives the folder node_modules with the judges, and installs
// them where they are required.
func needPackages(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		lacks(t, "a cache folder: %v", err)
	}
	sum := sha256.New()
	for _, name := range []string{"package.json", "package-lock.json"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(data)
	}
	dir := filepath.Join(cache, "glashelder-validators", hex.EncodeToString(sum.Sum(nil)[:8]))
	modules := filepath.Join(dir, "node_modules")
	if _, err := os.Stat(modules); err == nil {
		return modules
	}
	if !required {
		lacks(t, "the judges of internal/browser/package.json; GLASHELDER_BROWSER=required installs them")
	}
	install(t, dir)
	return modules
}

// install runs npm in a folder beside dir and moves it there when it is whole.
func install(t *testing.T, dir string) {
	t.Helper()
	npm := needCommand(t, "npm")
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	half, err := os.MkdirTemp(filepath.Dir(dir), "half-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(half)
	for _, name := range []string{"package.json", "package-lock.json"} {
		data, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(half, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir = half
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci: %v\n%s", err, out)
	}
	if err := os.Rename(half, dir); err != nil && !errors.Is(err, os.ErrExist) {
		t.Fatal(err)
	}
}

func needCommand(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		lacks(t, "the command %s", name)
	}
	return path
}

// remark is one error or warning of a judge of HTML.
type remark struct {
	file, rule, text string
	line             int
}

// judgeHTML: no error and no warning on any page, and the judges do speak up
// about a page that is wrong.
func judgeHTML(t *testing.T, d *demo) {
	wrong := t.TempDir()
	page := `<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><p id="a">x<p id="a"><img src="x.png"></body></html>`
	if err := os.WriteFile(filepath.Join(wrong, "wrong.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, judge := range []struct {
		name string
		look func(*testing.T, string) []remark
	}{{"html-validate", htmlValidate}, {"nu", nu}} {
		t.Run(judge.name, func(t *testing.T) {
			if len(judge.look(t, wrong)) == 0 {
				t.Error("nothing is said about a page with mistakes")
			}
			for _, r := range judge.look(t, d.dir) {
				name, _ := filepath.Rel(d.dir, r.file)
				t.Errorf("%s:%d: %s %s", name, r.line, r.rule, r.text)
			}
		})
	}
}

func htmlValidate(t *testing.T, dir string) []remark {
	modules := needPackages(t)
	config, err := filepath.Abs("htmlvalidate.config.mjs")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "out.json") // a pipe would be cut off
	run(t, dir, needCommand(t, "node"), filepath.Join(modules, "html-validate", "bin", "html-validate.mjs"),
		"--config", config, "--formatter", "json="+file, "--ext", "html", dir)
	out, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var results []struct {
		FilePath string
		Messages []struct {
			RuleID, Message string
			Line            int
		}
	}
	if err := json.Unmarshal(out, &results); err != nil {
		t.Fatalf("html-validate: %v\n%s", err, out)
	}
	var all []remark
	for _, r := range results {
		for _, m := range r.Messages {
			all = append(all, remark{r.FilePath, m.RuleID, m.Message, m.Line})
		}
	}
	return all
}

func nu(t *testing.T, dir string) []remark {
	modules := needPackages(t)
	out := run(t, dir, needCommand(t, "java"), "-Xmx768m", "-jar", filepath.Join(modules, "vnu-jar", "build", "dist", "vnu.jar"),
		"--stdout", "--exit-zero-always", "--skip-non-html", "--format", "json", dir)
	var result struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		}
	}
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatalf("nu: %v\n%s", err, out)
	}
	var all []remark
	for _, m := range result.Messages {
		all = append(all, remark{strings.TrimPrefix(m.URL, "file:"), m.Type + " " + m.SubType, m.Message + "  " + m.Extract, m.LastLine})
	}
	return all
}

// run gives what a judge prints; that it exits with 1 because it found
// something is no failure.
func run(t *testing.T, dir, name string, args ...string) []byte {
	t.Helper()
	var complaints bytes.Buffer
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Stderr = dir, &complaints
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		t.Fatalf("%s: %v\n%s", name, err, complaints.String())
	}
	return out
}
