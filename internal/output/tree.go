package output

// A tree being written: the staging folder and what is in it. Everything is
// written through os.Root, so that nothing can land outside it. A file that
// could not be written spoils the tree for good: Commit then refuses.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"sync"
	"time"
)

// lockWait is how long Begin waits for another build of the same folder.
const lockWait = 10 * time.Second

// Tree is a folder in the making. Facts, if any, go into the list of files;
// they are to be set before Commit.
type Tree struct {
	Facts map[string]string

	at       place
	lock     io.Closer
	parent   *os.Root // the folder that holds the published one
	staging  *os.Root
	exchange func(a, b string) error // swaps two folders at once, or errors.ErrUnsupported

	mu    sync.Mutex
	names names
	spoil error // the first file that could not be written
	ended bool

	made sync.Map // folders of the staging folder that exist: path to true
}

// Begin readies a new tree for the published folder dir, which need not exist.
// It takes the lock, waiting up to ten seconds for another build, and mends what
// a build that was killed left behind. Every Begin ends with Commit or Abort.
// Errors: ErrPlace, ErrBusy, and those of the disk.
func Begin(dir string) (*Tree, error) {
	return begin(dir, lockWait)
}

func begin(dir string, wait time.Duration) (*Tree, error) {
	at, err := locate(dir)
	if err != nil {
		return nil, err
	}
	if err := at.check(); err != nil {
		return nil, err
	}
	t := &Tree{at: at, exchange: exchange}
	if t.lock, err = at.acquire(wait); err != nil {
		return nil, err
	}
	if err := t.open(); err != nil {
		return nil, errors.Join(err, t.Abort())
	}
	return t, nil
}

// open heals, and makes the staging folder.
func (t *Tree) open() (err error) {
	if t.parent, err = os.OpenRoot(t.at.parent); err != nil {
		return err
	}
	if err := t.at.heal(t.parent); err != nil {
		return err
	}
	if err := t.parent.Mkdir(t.at.fresh(), 0o755); err != nil {
		return t.at.unwritable(err)
	}
	t.staging, err = t.parent.OpenRoot(t.at.fresh())
	return err
}

// Write makes a file of data. Safe for concurrent use. Errors: ErrPath,
// ErrTwice (both change nothing), ErrClosed, and those of the disk.
func (t *Tree) Write(path string, data []byte) error {
	return t.add(path, func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	})
}

// Copy makes a file of what source holds in from, without holding it in
// memory. Safe for concurrent use. Errors: as Write, and those of reading.
func (t *Tree) Copy(path string, from fs.FS, source string) error {
	return t.add(path, func() (io.ReadCloser, error) { return from.Open(source) })
}

// add claims a path and writes there what open gives.
func (t *Tree) add(p string, open func() (io.ReadCloser, error)) error {
	name, err := Clean(p)
	if err != nil {
		return err
	}
	if err := t.claim(name); err != nil {
		return err
	}
	f, err := t.pour(name, open)
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil {
		err = fmt.Errorf("write %s for %s: %w", name, t.at.dir(), err)
		if t.spoil == nil {
			t.spoil = err
		}
		return err
	}
	t.names.done(f)
	return nil
}

func (t *Tree) claim(name string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ended {
		return ErrClosed
	}
	return t.names.claim(name)
}

// pour writes the file name from what open gives, and returns what it came to.
func (t *Tree) pour(name string, open func() (io.ReadCloser, error)) (_ File, err error) {
	from, err := open()
	if err != nil {
		return File{}, err
	}
	defer from.Close()
	to, err := t.create(name)
	if err != nil {
		return File{}, err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(sum, to), from)
	if err := errors.Join(err, to.Close()); err != nil {
		return File{}, err
	}
	return File{Path: name, Size: size, SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}

// create opens a new file in the staging folder, and makes the folders above.
func (t *Tree) create(name string) (*os.File, error) {
	if err := t.makeFolder(path.Dir(name)); err != nil {
		return nil, err
	}
	return t.staging.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// makeFolder makes a folder once; two goroutines may both try, which is harmless.
func (t *Tree) makeFolder(dir string) error {
	if _, made := t.made.Load(dir); made || dir == "." {
		return nil
	}
	if err := t.staging.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	t.made.Store(dir, true)
	return nil
}

// Files lists what was written so far, sorted by path.
func (t *Tree) Files() []File {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.names.sorted()
}

// Count is the number of files written so far.
func (t *Tree) Count() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.names.files)
}

// Bytes is the size of the files written so far, in bytes.
func (t *Tree) Bytes() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.names.bytes
}
