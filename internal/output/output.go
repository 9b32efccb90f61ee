// Package output holds the files a build produced, and writes them so that no reader ever sees half a tree.
//
// A build fills a staging folder beside the published one; Commit swaps the
// two in one step and removes what stood there before. What must stay true:
// until that step the published folder is untouched, whatever happens (a full
// disk, kill -9, a missing permission), and after it the folder is the new tree
// whole. Of the files that stand in the published folder only those are ours
// that the list in it names (glashelder.json); all others are left alone. Nothing
// is forced onto the disk (fsync): after a power cut, build again.
//
// Beside a published folder "public" stand, while it is being written,
// ".public.new" (the staging folder) and on some systems ".public.old"; the
// lock ".public.lock" stays.
package output

import (
	"errors"
	"io/fs"
)

// Sink takes the files of a build. Both methods are safe for concurrent use and
// do not keep data. A path is as Clean wants it, and may be given only once.
type Sink interface {
	// Write makes a file of data.
	Write(path string, data []byte) error
	// Copy makes a file of what name holds in from.
	Copy(path string, from fs.FS, name string) error
}

var (
	_ Sink = (*Tree)(nil)
	_ Sink = (*Memory)(nil)
)

// File is one file of a tree. Path is relative with "/", Size is in bytes,
// SHA256 is in lower-case hexadecimals.
type File struct {
	Path   string `json:"-"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Result says what a Commit did.
type Result struct {
	Written int      // files of ours in the tree, the list excepted
	Removed int      // files of ours that the previous tree had and this one has not
	Foreign []string // what stands in the folder and is not ours, sorted; an empty folder ends in "/"
	Bytes   int64    // size of the files written, in bytes
}

// The kinds of errors a caller may want to tell apart, with errors.Is. Each
// error says what, where, and what to do.
var (
	ErrPath    = errors.New("not a path a file can be published at")    // Write, Copy
	ErrTwice   = errors.New("two files of the build have one path")     // Write, Copy
	ErrPlace   = errors.New("cannot publish there")                     // Begin, Commit
	ErrBusy    = errors.New("another build is writing the same folder") // Begin
	ErrForeign = errors.New("files that we did not write are in the way")
	ErrList    = errors.New("the list of published files cannot be read")
	ErrClosed  = errors.New("the tree is published or given up already")
)
