// Package history holds the git revisions of every path, read in one pass.
//
// A site shows when each page changed, and through which revision. What must
// stay true: what we do not know for certain we do not tell (a shallow clone
// does not know when its oldest files began), the same commit gives the same
// history on every machine, and no trouble with git stops a build: it is told
// in one line instead.
package history

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// Revision is one commit, as far as readers care. Time is the committer's, with
// the offset it was written with. Texts are valid UTF-8.
type Revision struct {
	Commit  string // the full hash, hexadecimal
	Time    time.Time
	Author  string // by the .mailmap of the repository
	Email   string
	Subject string
}

// History is what git knows of the files below one folder. A nil or
// zero History knows nothing and is ready to use; none is changed once read.
type History struct {
	Shallow bool   // only the latest commits are here: First may not know
	Why     string // why there is no history, or not all of it, in one English sentence; "" where all is well

	reason    reason
	revisions []Revision         // all commits, newest first
	lines     map[string]*line   // by today's path, or the last one
	names     map[string]life    // by every path that a file has or had
	folders   map[string][]int32 // commits that changed a file below a folder of dir, newest first
	dir       string             // of the folder, and
	prefix    string             // its place in the repository: "" or ending in "/"
}

// line is the life of one file: the commits that changed it, and whether the
// oldest of them is its beginning.
type line struct {
	name    string  // today's path, or the last one
	commits []int32 // into revisions, never empty
	born    bool
}

// line returns the life of a file, or nil.
func (h *History) line(path string) *line {
	if h == nil {
		return nil
	}
	return h.lines[path]
}

// Read asks git for the history of the folder dir, which may lie anywhere in a
// repository; paths are then relative to dir, with "/". Whatever is wrong with
// git or the repository ends up in Why; the only error is that of ctx.
func Read(ctx context.Context, dir string) (*History, error) {
	h, err := read(ctx, dir)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		h = &History{}
		h.explain(reasonOf(err))
	}
	return h, nil
}

// Of returns the revisions of a file, newest first, those under its former
// names included.
func (h *History) Of(path string) []Revision {
	l := h.line(path)
	if l == nil {
		return nil
	}
	revisions := make([]Revision, len(l.commits))
	for i, c := range l.commits {
		revisions[i] = h.revisions[c]
	}
	return revisions
}

// First returns the revision in which a file began, under whatever name; false
// where that is not known.
func (h *History) First(path string) (Revision, bool) {
	l := h.line(path)
	if l == nil || (h.Shallow && !l.born) {
		return Revision{}, false
	}
	return h.revisions[l.commits[len(l.commits)-1]], true
}

// Last returns the latest revision of a file; false where none is known.
func (h *History) Last(path string) (Revision, bool) {
	l := h.line(path)
	if l == nil {
		return Revision{}, false
	}
	return h.revisions[l.commits[0]], true
}

// Head returns the commit that is checked out and its time; "" and the zero
// time without a history. Changes that are not committed yet do not count.
func (h *History) Head() (commit string, at time.Time) {
	if h == nil || len(h.revisions) == 0 {
		return "", time.Time{}
	}
	return h.revisions[0].Commit, h.revisions[0].Time
}

// WhyIn is Why in Dutch for "nl", and in English for every other language.
func (h *History) WhyIn(lang string) string {
	switch {
	case h == nil:
		return ""
	case lang == "nl":
		return h.reason.nl
	}
	return h.Why
}

// TroubleIn is WhyIn where somebody has to do something: not where there is
// simply no history yet.
func (h *History) TroubleIn(lang string) string {
	if h == nil || h.reason == noRepository || h.reason == noCommits || h.reason == notCommitted {
		return ""
	}
	return h.WhyIn(lang)
}

func (h *History) explain(r reason) {
	h.reason, h.Why = r, r.en
}

// settle brings the commits of each file in order, each once.
func (h *History) settle() {
	for name, l := range h.lines {
		slices.SortFunc(l.commits, cmp.Compare[int32])
		l.commits = slices.Compact(l.commits)
		if len(l.commits) == 0 {
			delete(h.lines, name)
		}
	}
}
