package output

// Where a tree is published, and the names beside it. A place that cannot be
// swapped is refused before anything is written.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// place is a published folder: base in the folder parent, which is absolute.
type place struct {
	parent, base string
}

func (p place) dir() string   { return filepath.Join(p.parent, p.base) }
func (p place) fresh() string { return "." + p.base + ".new" }
func (p place) stale() string { return "." + p.base + ".old" }
func (p place) path(name string) string {
	return filepath.Join(p.parent, name)
}

func locate(dir string) (place, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return place{}, err
	}
	p := place{filepath.Dir(abs), filepath.Base(abs)}
	if dir == "" || p.parent == abs {
		return place{}, fmt.Errorf("%w: %q is no folder within a folder; give the folder a name of its own", ErrPlace, dir)
	}
	return p, nil
}

// check refuses a place where no folder can be swapped in. A folder that does
// not exist yet is fine.
func (p place) check() error {
	info, err := os.Lstat(p.dir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrPlace, err)
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return p.refuse("is a symbolic link; give the folder that it points to")
	case !info.IsDir():
		return p.refuse("is a file; move it away or give another folder")
	case isMount(p.dir()):
		return p.refuse("is a mount point and cannot be replaced; give a folder inside it")
	case holdsWorkingDir(info):
		return p.refuse("holds the working directory and would be replaced as a whole; give a folder inside it")
	}
	return nil
}

func (p place) refuse(fault string) error {
	return fmt.Errorf("%w: %s %s", ErrPlace, p.dir(), fault)
}

// unwritable wraps the error of a first attempt to write beside the folder.
func (p place) unwritable(err error) error {
	return fmt.Errorf("%w: nothing can be written in %s, where the new %s is prepared: %w; "+
		"give write permission there, or another folder", ErrPlace, p.parent, p.base, err)
}

// holdsWorkingDir reports whether dir is the working directory or above it.
func holdsWorkingDir(dir fs.FileInfo) bool {
	at, err := os.Getwd()
	for err == nil {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, dir) {
			return true
		}
		up := filepath.Dir(at)
		if up == at {
			return false
		}
		at = up
	}
	return false
}

// acquire makes the folder above if need be and takes the lock in it. The lock
// file stays for ever: removing it would let two builds hold two locks.
func (p place) acquire(wait time.Duration) (io.Closer, error) {
	if err := os.MkdirAll(p.parent, 0o755); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPlace, err)
	}
	name := p.path("." + p.base + ".lock")
	lock, err := openLock(name)
	if err != nil {
		return nil, p.unwritable(err)
	}
	const pause = 20 * time.Millisecond
	for ; ; wait -= pause {
		held, err := tryLock(lock)
		switch {
		case err != nil:
			return nil, errors.Join(fmt.Errorf("%w: lock %s: %w", ErrPlace, name, err), lock.Close())
		case held:
			return lock, nil
		case wait <= 0:
			return nil, errors.Join(fmt.Errorf("%w: %s; wait until it is done, or stop it", ErrBusy, p.dir()), lock.Close())
		}
		time.Sleep(pause)
	}
}

// heal mends what a build that was killed left: between two renames the
// published folder is missing, at all other moments it is whole.
func (p place) heal(parent *os.Root) error {
	_, err := parent.Lstat(p.base)
	if errors.Is(err, fs.ErrNotExist) {
		err := parent.Rename(p.stale(), p.base)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: put back %s: %w", ErrPlace, p.dir(), err)
		}
	}
	return p.sweep(parent)
}

// sweep removes all that stands beside the published folder, the lock excepted.
func (p place) sweep(parent *os.Root) error {
	for _, name := range []string{p.fresh(), p.stale()} {
		if err := remove(parent, name); err != nil {
			return fmt.Errorf("remove %s: %w; remove it by hand", p.path(name), err)
		}
	}
	return nil
}

// remove deletes a folder and all in it, also where a folder in it is closed
// for writing.
func remove(parent *os.Root, name string) error {
	if _, err := parent.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return nil // also on a disk that nothing can be removed from
	}
	if parent.RemoveAll(name) == nil {
		return nil
	}
	top := filepath.Join(parent.Name(), name)
	_ = filepath.WalkDir(top, func(at string, d fs.DirEntry, err error) error {
		if d == nil || !d.IsDir() {
			return nil
		}
		if rel, relErr := filepath.Rel(parent.Name(), at); relErr == nil && err == nil {
			_ = parent.Chmod(rel, 0o700)
		}
		return nil
	})
	return parent.RemoveAll(name)
}
