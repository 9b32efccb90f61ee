package output

// The list of the files that are ours, as it stands in the published folder:
// glashelder.json. It is how the next build knows what it may remove, and how
// a copy elsewhere can be verified. Its bytes depend on the files and the facts
// only: sorted, one file a line.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// ListName is where the list stands, at the top of the published folder.
const ListName = "glashelder.json"

// listVersion is the form of the list that this program writes and reads.
const listVersion = 1

// List is what the status file of a published folder says. Files are sorted by
// path; the list itself is not among them.
type List struct {
	Facts map[string]string // what the build says of itself, such as its commit
	Files []File
}

// Listed reads the list of a published folder. The error is fs.ErrNotExist
// where there is none, and of kind ErrList where it cannot be understood.
func Listed(published fs.FS) (List, error) {
	data, err := fs.ReadFile(published, ListName)
	if err != nil {
		return List{}, err
	}
	return decodeList(data)
}

// encode gives the bytes of the status file.
func (l List) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\"version\": %d,\n\"facts\": ", listVersion)
	facts := l.Facts
	if facts == nil {
		facts = map[string]string{}
	}
	b.Write(quote(facts))
	b.WriteString(",\n\"files\": {")
	for i, f := range l.Files {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(quote(f.Path))
		fmt.Fprintf(&b, `: {"size": %d, "sha256": "%s"}`, f.Size, f.SHA256)
	}
	b.WriteString("\n}\n}\n")
	return b.Bytes()
}

// quote is v as JSON; v is text, or a map of text, which always succeeds.
func quote(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

func decodeList(data []byte) (List, error) {
	var on struct {
		Version int
		Facts   map[string]string
		Files   map[string]File
	}
	if err := json.Unmarshal(data, &on); err != nil {
		return List{}, fmt.Errorf("%w: %s: %w", ErrList, ListName, err)
	}
	if on.Version != listVersion || on.Files == nil {
		return List{}, fmt.Errorf("%w: %s is not a list of version %d", ErrList, ListName, listVersion)
	}
	l := List{Facts: on.Facts}
	for _, path := range slices.Sorted(maps.Keys(on.Files)) {
		if clean, err := Clean(path); err != nil || clean != path {
			return List{}, fmt.Errorf("%w: %s names %q, which we never write", ErrList, ListName, path)
		}
		f := on.Files[path]
		l.Files = append(l.Files, File{Path: path, Size: f.Size, SHA256: f.SHA256})
	}
	return l, nil
}

// byPath orders files by their path, byte by byte.
func byPath(a, b File) int { return strings.Compare(a.Path, b.Path) }
