package history

// Why there is no history, or not all of it: one sentence for people, and how
// it is told from what git says. Git is run in its own English (LC_ALL=C).

import (
	"errors"
	"os/exec"
	"strings"
)

// reason is one sentence, lower case and without a full stop.
type reason struct{ nl, en string }

var (
	noGit = reason{
		"git is niet geïnstalleerd: pagina's tonen geen geschiedenis",
		"git is not installed: pages show no history"}
	noRepository = reason{
		"de map staat niet in een git-repository: pagina's tonen geen geschiedenis",
		"the folder is not in a git repository: pages show no history"}
	noCommits = reason{
		"de git-repository heeft nog geen commits: pagina's tonen geen geschiedenis",
		"the git repository has no commits yet: pages show no history"}
	notCommitted = reason{
		"geen enkel bestand van de map zit in git: pagina's tonen geen geschiedenis",
		"no file of the folder is in git: pages show no history"}
	notTrusted = reason{
		"git vertrouwt de map niet, omdat ze van een andere gebruiker is: zet ze met git config --global --add safe.directory op de lijst",
		"git does not trust the folder, because another user owns it: add it with git config --global --add safe.directory"}
	shallow = reason{
		"de kloon bevat alleen de laatste commits: oudere wijzigingen en eerste data ontbreken; haal alles op met git fetch --unshallow",
		"the clone holds the latest commits only: older changes and first dates are missing; get them with git fetch --unshallow"}
)

// gitError is a run of git that failed, with what it said.
type gitError struct {
	err    error
	stderr string
}

func (e *gitError) Error() string { return e.err.Error() + ": " + e.stderr }
func (e *gitError) Unwrap() error { return e.err }

// signs are what git says, and what it means for us.
var signs = []struct {
	said string
	reason
}{
	{"dubious ownership", notTrusted},
	{"unsafe repository", notTrusted}, // git before 2.35.3
	{"not a git repository", noRepository},
	{"must be run in a work tree", noRepository},
	{"does not have any commits yet", noCommits},
}

// reasonOf says in one sentence why git failed.
func reasonOf(err error) reason {
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot) {
		return noGit
	}
	said := err.Error()
	var failed *gitError
	if errors.As(err, &failed) {
		for _, sign := range signs {
			if strings.Contains(failed.stderr, sign.said) {
				return sign.reason
			}
		}
		said = firstLine(failed)
	}
	return reason{
		"git kan de geschiedenis niet lezen: " + said,
		"git cannot read the history: " + said}
}

// firstLine is the first complaint of git, or else how it ended.
func firstLine(e *gitError) string {
	for line := range strings.Lines(e.stderr) {
		if line = strings.TrimSpace(line); line != "" {
			return strings.ToValidUTF8(line, "\uFFFD")
		}
	}
	return e.err.Error()
}
