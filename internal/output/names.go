package output

// The names a tree holds. What must stay true: no path is a file twice, and
// none is a file and a folder at once, whatever the order of writing.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"
)

// names are the files of a tree and the folders they stand in. The zero value
// is ready to use; its owner guards it.
type names struct {
	files   map[string]File
	folders map[string]bool
	bytes   int64
}

// claim takes name for a file. Errors: ErrTwice.
func (n *names) claim(name string) error {
	if n.files == nil {
		n.files, n.folders = map[string]File{}, map[string]bool{}
	}
	if _, taken := n.files[name]; taken {
		return fmt.Errorf("%w: %s", ErrTwice, name)
	}
	if n.folders[name] {
		return fmt.Errorf("%w: %s is a file and a folder", ErrTwice, name)
	}
	if above := n.fileAbove(name); above != "" {
		return fmt.Errorf("%w: %s is a file, and the folder of %s", ErrTwice, above, name)
	}
	for dir := path.Dir(name); dir != "." && !n.folders[dir]; dir = path.Dir(dir) {
		n.folders[dir] = true
	}
	n.files[name] = File{Path: name}
	return nil
}

// fileAbove is the file of ours that name would have for a folder, or "".
func (n *names) fileAbove(name string) string {
	for dir := path.Dir(name); dir != "." && !n.folders[dir]; dir = path.Dir(dir) {
		if _, taken := n.files[dir]; taken {
			return dir
		}
	}
	return ""
}

// done notes what a claimed file came to be.
func (n *names) done(f File) {
	n.files[f.Path] = f
	n.bytes += f.Size
}

func (n *names) sorted() []File {
	return slices.SortedFunc(maps.Values(n.files), byPath)
}

func fileOf(name string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Path: name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
}
