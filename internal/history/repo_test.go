package history

// Real repositories for the tests, made by git itself.

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// day is the date of the first commit; each further one is a day later, in
// Ghent's summer time.
var day = time.Date(2021, 5, 7, 19, 30, 0, 0, time.FixedZone("", 2*3600))

// repo is a repository in a folder of its own.
type repo struct {
	t    *testing.T
	dir  string
	next time.Time
}

func newRepo(t *testing.T) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("not proven here: git is not installed")
	}
	r := &repo{t, t.TempDir(), day}
	r.git("init", "--quiet", "--initial-branch=main")
	return r
}

// git runs git in the repository and returns what it says.
func (r *repo) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Annelies Ghysels", "-c", "user.email=a@stad.example",
		"-c", "commit.gpgSign=false", "-c", "merge.conflictStyle=merge", "-c", "protocol.file.allow=always"}, args...)...)
	cmd.Dir = r.dir
	at := r.next.Format(time.RFC3339)
	cmd.Env = append(environment(os.Environ()), "GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r *repo) write(name, text string) {
	r.t.Helper()
	at := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

// move renames a file and leaves its text as it is.
func (r *repo) move(from, to string) {
	r.t.Helper()
	at := filepath.Join(r.dir, to)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(r.dir, from), at); err != nil {
		r.t.Fatal(err)
	}
}

// commit commits all that changed, and moves the clock on by a day.
func (r *repo) commit(subject string) {
	r.t.Helper()
	r.git("add", "--all")
	r.git("commit", "--quiet", "--allow-empty", "--message="+subject)
	r.next = r.next.AddDate(0, 0, 1)
}

// read reads the history of a folder of the repository.
func (r *repo) read(sub string) *History {
	r.t.Helper()
	h, err := Read(r.t.Context(), filepath.Join(r.dir, sub))
	if err != nil {
		r.t.Fatal(err)
	}
	return h
}

// text is a page that is like no other.
func text(name string) string {
	var b bytes.Buffer
	for i := range 30 {
		fmt.Fprintf(&b, "%s: regel %d van het verslag\n", name, i)
	}
	return b.String()
}

// subjects are the subjects of the revisions of a file, newest first.
func subjects(h *History, path string) string {
	var all []string
	for _, r := range h.Of(path) {
		all = append(all, r.Subject)
	}
	return strings.Join(all, " ")
}

func wantSubjects(t *testing.T, h *History, want map[string]string) {
	t.Helper()
	for path, subs := range want {
		if got := subjects(h, path); got != subs {
			t.Errorf("%q: got %q, want %q", path, got, subs)
		}
	}
}
