package history

// Paths that files had and have no more: an address that was ever published is
// to be kept, so others must be able to ask what stood there.

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Past is a path that a file of the folder has or had.
type Past struct {
	Path string // relative to the folder, with "/"
	Now  string // the same file's latest path; Path itself where it never moved
}

// life is when git last saw a file under a name: in a commit, or where that
// commit took the name away, in its parent.
type life struct {
	line   *line
	commit int32 // into revisions
	before bool
}

// name notes the latest commit that knows a file by this name. Commits come
// from new to old, so the first note holds.
func (p *parser) name(name string, l *line, before bool) {
	own, ours := strings.CutPrefix(name, p.prefix)
	if !ours || l == nil {
		return
	}
	if _, known := p.h.names[own]; !known {
		p.h.names[own] = life{l, p.commit, before}
	}
}

// Paths lists every path that a file of the folder has or ever had, sorted.
func (h *History) Paths() []Past {
	if h == nil {
		return nil
	}
	var out []Past
	for _, name := range slices.Sorted(maps.Keys(h.names)) {
		out = append(out, Past{name, h.names[name].line.name})
	}
	return out
}

// LastTexts asks git for what the files last held under the given paths. A path
// that git does not know, or whose bytes it cannot give, is left out. The error
// is that of ctx.
func (h *History) LastTexts(ctx context.Context, paths []string) (map[string][]byte, error) {
	texts := map[string][]byte{}
	if h == nil {
		return texts, nil
	}
	var input bytes.Buffer
	var asked []string
	for _, path := range paths {
		if l, known := h.names[path]; known && !strings.Contains(path, "\n") {
			parent := ""
			if l.before {
				parent = "^"
			}
			fmt.Fprintf(&input, "%s%s:%s%s\n", h.revisions[l.commit].Commit, parent, h.prefix, path)
			asked = append(asked, path)
		}
	}
	if len(asked) == 0 {
		return texts, nil
	}
	return texts, h.objects(ctx, &input, asked, func(path string, text []byte) { texts[path] = text })
}

// objects asks git for what input names, line by line; names are what to call
// each. What git does not tell is not known: the error is that of ctx.
func (h *History) objects(ctx context.Context, input io.Reader, names []string, take func(name string, text []byte)) error {
	_ = feed(ctx, h.dir, input, func(r io.Reader) error { return readTexts(r, names, take) }, "cat-file", "--batch")
	return ctx.Err()
}

// readTexts reads the answer of git-cat-file(1), "batch output": for each object
// a line with its hash, type and size and then its bytes, or "… missing".
func readTexts(r io.Reader, asked []string, take func(name string, text []byte)) error {
	in := bufio.NewReader(r)
	for _, name := range asked {
		head, err := in.ReadString('\n')
		if err != nil {
			return errForm
		}
		parts := strings.Fields(head)
		if len(parts) != 3 || parts[1] != "blob" {
			if strings.HasSuffix(head, " missing\n") {
				continue
			}
			return errForm
		}
		size, err := strconv.Atoi(parts[2])
		if err != nil || size < 0 {
			return errForm
		}
		var text bytes.Buffer
		if _, err := io.CopyN(&text, in, int64(size)+1); err != nil {
			return errForm
		}
		take(name, text.Bytes()[:size])
	}
	return nil
}
