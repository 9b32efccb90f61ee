package history

// How git is asked. What the user or the machine has configured must not change
// the answer, save for one thing: which folders git trusts (safe.directory).

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// read runs git: once to learn where dir lies in its repository (a millisecond
// or two), and once for the log of everything.
func read(ctx context.Context, dir string) (*History, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no folder %s", dir)
	}
	var place bytes.Buffer
	err := run(ctx, dir, func(r io.Reader) error { _, err := place.ReadFrom(r); return err },
		"rev-parse", "--is-shallow-repository", "--show-prefix")
	if err != nil {
		return nil, err
	}
	isShallow, prefix, _ := strings.Cut(place.String(), "\n")
	h := &History{Shallow: isShallow == "true", dir: dir, prefix: strings.TrimSuffix(prefix, "\n")}
	p := newParser(h, h.prefix)
	if err := run(ctx, dir, p.parse, logArgs...); err != nil {
		return nil, err
	}
	switch h.settle(); {
	case h.Shallow:
		h.explain(shallow)
	case len(h.lines) == 0:
		return &History{reason: notCommitted, Why: notCommitted.en}, nil
	}
	return h, nil
}

// logArgs ask for every commit with the files it changed (git-log(1)): children
// before parents, moved files as such, and of a merge those files that are as
// in neither parent. Fields end in NUL, which no name can hold.
var logArgs = []string{
	"-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.follow=false",
	"-c", "mailmap.file=/dev/null", "-c", "diff.renameLimit=1000", "-c", "diff.orderFile=/dev/null", "-c", "diff.ignoreSubmodules=none",
	"log", "--date-order", "-c", "-M50%", "--name-status", "-z", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv",
	"--no-notes", "--encoding=UTF-8",
	"--format=%x00" + mark + "%H%x00%P%x00%cI%x00%aN%x00%aE%x00%s%x00",
}

// run runs git in dir and gives its output to take, as it comes.
func run(ctx context.Context, dir string, take func(io.Reader) error, args ...string) error {
	return feed(ctx, dir, nil, take, args...)
}

// feed runs git as run does, with something to read.
func feed(ctx context.Context, dir string, input io.Reader, take func(io.Reader) error, args ...string) error {
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--no-replace-objects"}, args...)...)
	cmd.Dir, cmd.Env, cmd.WaitDelay, cmd.Stdin = dir, environment(os.Environ()), 2*time.Second, input
	said := &head{}
	cmd.Stderr = said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	takeErr := take(out)
	_, _ = io.Copy(io.Discard, out) // lets git end by itself where take gave up
	if err := cmd.Wait(); err != nil {
		return &gitError{err, string(said.text)}
	}
	return takeErr
}

// environment drops what would lead git to another repository or another
// language (in a hook, git itself sets GIT_DIR and more), and keeps how it is
// installed and configured.
func environment(all []string) []string {
	keep := []string{"GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"}
	env := make([]string, 0, len(all)+2)
	for _, v := range all {
		kept := !strings.HasPrefix(v, "GIT_")
		for _, name := range keep {
			kept = kept || strings.HasPrefix(v, name)
		}
		if kept && !strings.HasPrefix(v, "LC_ALL=") {
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
}

// head keeps the first kilobytes of what is written to it.
type head struct{ text []byte }

func (h *head) Write(p []byte) (int, error) {
	const most = 8 << 10
	h.text = append(h.text, p[:min(len(p), most-len(h.text))]...)
	return len(p), nil
}

// errForm is an answer of git that we do not understand.
var errForm = errors.New("git gave a log of an unknown form")
