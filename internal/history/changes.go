package history

// Lines that were changed. The paths of a file tell nothing of what stood in
// it: a row of a table can go while its file stays. What must stay true: only
// commits that changed something below the folder are asked for, and one line
// at a time is held, so the work is that of git comparing them.

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Change is one file changed by one commit. Contents have the names that git
// gives them, which Contents understands.
type Change struct {
	Path     string // relative to the folder of the history, with "/"
	Revision Revision
	Before   []string // its contents in each parent of the commit; "" where it did not exist
	After    string   // its contents since; "" where the commit removed it
}

// Line is one line that a commit put in a file or took out of it.
type Line struct {
	Text   []byte // without its end, and no more than 64 KiB of it; valid until the next line comes
	Number int    // from 1, in the contents that it stands in
	From   int    // index in Before of the contents it was taken out of; -1 where it was put in
}

// Changes gives take every line below a folder of dir ("data") that a commit
// changed, parents before children, but for the files and folders of except. A file that was moved is one that was taken
// out and one that was put in. A line of a merge counts where it is in the
// result and not in each parent, or the other way round. What git does not tell
// is not known: the error is that of ctx.
func (h *History) Changes(ctx context.Context, folder string, except []string, take func(*Change, Line)) error {
	if h == nil || len(h.folders[folder]) == 0 {
		return nil
	}
	commits := h.folders[folder]
	var input bytes.Buffer
	for i := len(commits) - 1; i >= 0; i-- {
		input.WriteString(h.revisions[commits[i]].Commit + "\n")
	}
	p := &patches{h: h, take: take, next: len(commits), commits: commits}
	args := append(slices.Clone(patchArgs), ":(literal)"+folder)
	for _, path := range except {
		args = append(args, ":(exclude,literal)"+path)
	}
	_ = feed(ctx, h.dir, &input, p.parse, args...)
	return ctx.Err()
}

// patchArgs ask for the lines that the commits on standard input changed, and
// one beside them: of merges, git counts wrong where it shows none
// (git-diff-tree(1)).
var patchArgs = []string{
	"-c", "core.quotePath=false", "-c", "diff.orderFile=/dev/null", "-c", "diff.ignoreSubmodules=all",
	"diff-tree", "--stdin", "--root", "-r", "-c", "-p", "-U1", "--inter-hunk-context=0", "--full-index", "--text", "--no-renames",
	"--diff-algorithm=myers", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
	"--format=%x00%H", "--",
}

// Contents gives take the contents that have these names, in their order; those
// that git cannot give are left out. The error is that of ctx.
func (h *History) Contents(ctx context.Context, names []string, take func(name string, text []byte)) error {
	if h == nil || len(names) == 0 {
		return nil
	}
	return h.objects(ctx, strings.NewReader(strings.Join(names, "\n")+"\n"), names, take)
}

// patches reads what patchArgs ask for: "diff format for merges" and
// "generating patch text" in git-diff-tree(1).
type patches struct {
	h       *History
	take    func(*Change, Line)
	commits []int32 // into h.revisions; the last comes first
	next    int     // how many of them are still to come
	now     Revision
	in      *bufio.Reader
	change  *Change // nil until one begins
	numbers []int   // of the next line in each parent and, last, in the result; nil before a file's first hunk
}

func (p *patches) parse(r io.Reader) error {
	p.in = bufio.NewReaderSize(r, 64<<10)
	for {
		line, err := p.read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if p.numbers != nil && len(line) > 0 && strings.IndexByte("+- \\", line[0]) >= 0 {
			err = p.line(line)
		} else {
			err = p.header(string(line))
		}
		if err != nil {
			return err
		}
	}
}

// read returns the next line without its end; of a very long one, the beginning.
func (p *patches) read() ([]byte, error) {
	line, err := p.in.ReadSlice('\n')
	if err == nil {
		return line[:len(line)-1], nil
	}
	if err == io.EOF && len(line) > 0 {
		return line, nil
	}
	if errors.Is(err, bufio.ErrBufferFull) {
		line = bytes.Clone(line)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = p.in.ReadSlice('\n')
		}
		return line, nil
	}
	return nil, err
}

// header reads a line between hunks. One that we do not know says something
// about a file that we do not ask for, such as its mode.
func (p *patches) header(line string) error {
	switch key, rest, _ := strings.Cut(line, " "); {
	case strings.HasPrefix(line, "\x00"):
		p.change, p.numbers = nil, nil
		return p.commit(line[1:])
	case key == "diff":
		p.change, p.numbers = &Change{Revision: p.now}, nil
	case p.change == nil:
	case key == "index":
		return p.change.index(rest)
	case key == "---":
		p.name(strings.CutPrefix(rest, "a/"))
	case key == "+++":
		p.name(strings.CutPrefix(rest, "b/"))
	case strings.HasPrefix(key, "@@"):
		return p.begin(len(key), rest)
	}
	return nil
}

// commit begins a commit, which must be the one that was asked for.
func (p *patches) commit(hash string) error {
	for p.next > 0 { // of some commits there is nothing to say
		p.next--
		if p.now = p.h.revisions[p.commits[p.next]]; p.now.Commit == hash {
			return nil
		}
	}
	return errForm
}

// name sets the path of the file. Git ends one that has blanks with a tab, and
// quotes those that no site can have.
func (p *patches) name(path string, ok bool) {
	own, ours := strings.CutPrefix(strings.TrimSuffix(path, "\t"), p.h.prefix)
	if ok && ours {
		p.change.Path = own
	}
}

// index reads "aaa,bbb..ccc 100644": contents before, one for each parent, and
// after. A name of zeros means that there are none.
func (c *Change) index(text string) error {
	text, _, _ = strings.Cut(text, " ")
	before, after, ok := strings.Cut(text, "..")
	if !ok {
		return errForm
	}
	c.Before = strings.Split(before, ",")
	for i, name := range c.Before {
		c.Before[i] = contents(name)
	}
	c.After = contents(after)
	return nil
}

func contents(name string) string {
	if strings.Trim(name, "0") == "" {
		return ""
	}
	return name
}

// begin reads the rest of a line that begins a hunk: "-3,2 -1 +3,0 @@@", a place
// for each parent and one for the result.
func (p *patches) begin(columns int, text string) error {
	places := strings.Fields(text)
	if len(places) < columns || columns < 2 || len(p.change.Before) != columns-1 {
		return errForm
	}
	p.numbers = make([]int, columns)
	for i, place := range places[:columns] {
		first, _, _ := strings.Cut(strings.TrimLeft(place, "-+"), ",")
		number, err := strconv.Atoi(first)
		if err != nil {
			return errForm
		}
		p.numbers[i] = number
	}
	return nil
}

// line reads a line of a hunk. It begins with a column for each parent: "+"
// where that parent lacks the line, "-" where the result lacks it and that
// parent has it, and a blank where the two agree.
func (p *patches) line(line []byte) error {
	if line[0] == '\\' {
		return nil // "\ No newline at end of file"
	}
	result := len(p.numbers) - 1
	if len(line) < result {
		return errForm
	}
	columns, text := line[:result], line[result:]
	from := bytes.IndexByte(columns, '-')
	told := Line{Text: text, Number: p.numbers[result], From: from}
	if from >= 0 {
		told.Number = p.numbers[from]
	} else {
		p.numbers[result]++
	}
	for i, sign := range columns {
		if sign == '-' || sign == ' ' && from < 0 {
			p.numbers[i]++
		}
	}
	if p.change.Path != "" && bytes.ContainsAny(columns, "+-") {
		p.take(p.change, told)
	}
	return nil
}
