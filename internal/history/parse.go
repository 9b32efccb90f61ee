package history

// The log of git, from the newest commit to the oldest, into the lives of files.
// Names change on the way back: what is called "b" in one commit was "a" before
// the commit that moved it. What must stay true: one pass, and work for each
// changed file that does not grow with the number of commits.

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"time"
)

// mark begins a commit in the log. No status of a file looks like it.
const mark = "commit "

// parser follows each file back through its names.
type parser struct {
	h      *History
	prefix string           // of the site's folder in the repository: "" or ending in "/"
	at     map[string]*line // by the name a file has at this point of the past, in the repository
	commit int32            // the commit being read, into h.revisions
	skip   bool             // its files are unknown: older commits were cut off
	in     *bufio.Reader
	long   []byte // a field longer than the reader's buffer
}

func newParser(h *History, prefix string) *parser {
	h.lines, h.names, h.folders = map[string]*line{}, map[string]life{}, map[string][]int32{}
	return &parser{h: h, prefix: prefix, at: map[string]*line{}}
}

// parse reads a log as logArgs asks for it. Between the fields of a commit and
// its files git puts a NUL, a newline or both, by kind of commit.
func (p *parser) parse(r io.Reader) error {
	p.in = bufio.NewReaderSize(r, 64<<10)
	for {
		field, err := p.field()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		token := strings.TrimLeft(string(field), "\n")
		hash, isCommit := strings.CutPrefix(token, mark)
		switch {
		case token == "":
		case isCommit:
			err = p.header(hash)
		case len(p.h.revisions) == 0:
			err = errForm
		default:
			err = p.change(token)
		}
		if err != nil {
			return err
		}
	}
}

// field returns what comes before the next NUL, valid until the next call. A
// rest without a NUL is a field cut off: an error, unless it is empty.
func (p *parser) field() ([]byte, error) {
	part, err := p.in.ReadSlice(0)
	if err == bufio.ErrBufferFull {
		p.long = append(p.long[:0], part...)
		for err == bufio.ErrBufferFull {
			part, err = p.in.ReadSlice(0)
			p.long = append(p.long, part...)
		}
		part = p.long
	}
	if err == io.EOF && len(part) > 0 {
		return nil, errForm
	}
	if err != nil {
		return nil, err
	}
	return part[:len(part)-1], nil
}

// header reads the fields of a commit, all but the first.
func (p *parser) header(hash string) error {
	var rest [5]string
	for i := range rest {
		field, err := p.field()
		if errors.Is(err, io.EOF) {
			return errForm
		}
		if err != nil {
			return err
		}
		rest[i] = strings.ToValidUTF8(string(field), "\uFFFD")
	}
	// In UTC, because Parse would otherwise give the machine's own zone to a
	// time whose offset happens to fit it.
	at, _ := time.ParseInLocation(time.RFC3339, rest[1], time.UTC)
	p.h.revisions = append(p.h.revisions, Revision{Commit: hash, Time: at, Author: rest[2], Email: rest[3], Subject: rest[4]})
	p.commit = int32(len(p.h.revisions) - 1)
	p.skip = p.h.Shallow && rest[0] == "" // cut off from its parents, git shows all files as new
	return nil
}

// change reads one changed file (git-diff(1), "raw output format"). A status is
// a letter, for a move or copy with how alike the two are ("R086"), and for a
// merge a letter for each parent.
func (p *parser) change(status string) error {
	if status[0] < 'A' || status[0] > 'Z' {
		return errForm
	}
	names := make([]string, 1, 2)
	moved := (status[0] == 'R' || status[0] == 'C') && len(status) > 1 && '0' <= status[1] && status[1] <= '9'
	if moved {
		names = append(names, "")
	}
	for i := range names {
		field, err := p.field()
		if errors.Is(err, io.EOF) {
			return errForm
		}
		if err != nil {
			return err
		}
		names[i] = string(field)
		if !p.skip {
			p.folder(names[i])
		}
	}
	switch {
	case p.skip:
	case moved && status[0] == 'R':
		p.move(names[0], names[1])
	default:
		isNew := strings.Trim(status, "A") == "" || status[0] == 'C'
		name := names[len(names)-1]
		l := p.touch(name, isNew)
		p.name(name, l, strings.Trim(status, "D") == "")
	}
	return nil
}

// folder notes that this commit changed a file below one of dir's own folders.
func (p *parser) folder(name string) {
	own, ours := strings.CutPrefix(name, p.prefix)
	top, _, inside := strings.Cut(own, "/")
	if !ours || !inside {
		return
	}
	known := p.h.folders[top]
	if len(known) == 0 || known[len(known)-1] != p.commit {
		p.h.folders[top] = append(known, p.commit)
	}
}

// touch notes that this commit changed the file then called name.
func (p *parser) touch(name string, isNew bool) *line {
	l := p.line(name)
	if l != nil {
		l.commits = append(l.commits, p.commit)
		l.born = isNew // of the commits so far, this one is the oldest
	}
	return l
}

// line is the file that was called name at this point; nil where it never was a
// file of the site. A name met for the first time is today's name.
func (p *parser) line(name string) *line {
	if l, known := p.at[name]; known {
		return l
	}
	today, ours := strings.CutPrefix(name, p.prefix)
	if !ours {
		return nil
	}
	l := &line{name: today}
	p.at[name], p.h.lines[today] = l, l
	return l
}

// move notes that this commit gave a file its later name. Before it, the later
// name was some other file's, whose life is not told further.
func (p *parser) move(before, after string) {
	l := p.touch(after, false)
	p.at[after] = nil
	if l == nil {
		return
	}
	p.name(after, l, false)
	p.name(before, l, true)
	// Newer changes under the old name belong to the same file if it was moved
	// on another branch meanwhile, and to a newer file if one began since.
	if newer := p.at[before]; newer != nil && newer != l && !newer.born {
		l.commits = append(l.commits, newer.commits...)
	}
	p.at[before] = l
}
