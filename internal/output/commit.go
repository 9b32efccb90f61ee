package output

// The end of a tree: published whole, or given up without a trace. The order of
// Commit is what makes it safe: list, carry, swap, and only then remove. Up to
// the swap every error leads to Abort.

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// Commit publishes the tree in the place of the one before. Files of ours that
// are gone are thereby removed; what we did not write is kept, and named. On an
// error the folder is as it was and the tree is given up, except that an error
// beside a Result with files means: published, but remains could not be removed.
//
// Someone who has the old folder open (not: its path) sees its files go, and
// never one of the new tree among them. Where the system cannot swap folders
// in one step (other than Linux and macOS), the folder is missing for a moment;
// killed in that moment, the next Begin puts it back.
//
// Errors: ErrForeign, ErrList, ErrPlace, ErrClosed, and those of the disk.
func (t *Tree) Commit() (Result, error) {
	t.mu.Lock()
	ended, spoil := t.ended, t.spoil
	t.mu.Unlock()
	if ended {
		return Result{}, ErrClosed
	}
	if spoil != nil {
		return Result{}, errors.Join(fmt.Errorf("not published: %w", spoil), t.Abort())
	}
	result, err := t.publish()
	if err != nil {
		return Result{}, errors.Join(fmt.Errorf("not published: %w", err), t.Abort())
	}
	return result, t.Abort() // what was staging is now the old tree
}

// Abort gives the tree up: the published folder stays as it is, the staging
// folder goes, the lock is released. After Commit or Abort it does nothing.
func (t *Tree) Abort() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ended {
		return nil
	}
	t.ended = true
	var errs []error
	if t.staging != nil {
		errs = append(errs, ignoreClosed(t.staging.Close()))
	}
	if t.parent != nil {
		errs = append(errs, t.at.sweep(t.parent), t.parent.Close())
	}
	return errors.Join(append(errs, t.lock.Close())...)
}

func ignoreClosed(err error) error {
	if errors.Is(err, fs.ErrClosed) {
		return nil
	}
	return err
}

// publish does all of Commit but the cleaning up.
func (t *Tree) publish() (Result, error) {
	if err := t.at.check(); err != nil {
		return Result{}, err
	}
	old, err := t.published()
	if err != nil {
		return Result{}, err
	}
	if err := t.writeList(); err != nil {
		return Result{}, err
	}
	foreign, err := t.carry(old)
	if err != nil {
		return Result{}, err
	}
	if err := t.swap(); err != nil {
		return Result{}, err
	}
	return t.result(old, foreign), nil
}

func (t *Tree) result(old List, foreign []string) Result {
	r := Result{Written: len(t.names.files), Foreign: foreign, Bytes: t.names.bytes}
	for _, f := range old.Files {
		if _, stays := t.names.files[f.Path]; !stays {
			r.Removed++
		}
	}
	return r
}

// published reads the list of the folder as it stands; a folder without a list
// has no files of ours.
func (t *Tree) published() (List, error) {
	data, err := t.parent.ReadFile(path.Join(t.at.base, ListName))
	if errors.Is(err, fs.ErrNotExist) {
		return List{}, nil
	}
	if err != nil {
		return List{}, t.unlisted(fmt.Errorf("%w: %w", ErrList, err))
	}
	list, err := decodeList(data)
	if err != nil {
		return List{}, t.unlisted(err)
	}
	return list, nil
}

func (t *Tree) unlisted(err error) error {
	return fmt.Errorf("%w; without it we cannot tell which files of %s are ours: move the folder away, and build again",
		err, t.at.dir())
}

func (t *Tree) writeList() error {
	f, err := t.create(ListName)
	if err != nil {
		return fmt.Errorf("write %s for %s: %w", ListName, t.at.dir(), err)
	}
	_, err = f.Write(List{t.Facts, t.names.sorted()}.encode())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write %s for %s: %w", ListName, t.at.dir(), err)
	}
	return nil
}

// swap puts the staging folder in the place of the published one.
func (t *Tree) swap() error {
	if err := t.staging.Close(); err != nil {
		return err
	}
	_, err := t.parent.Lstat(t.at.base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = t.parent.Rename(t.at.fresh(), t.at.base)
	case err == nil:
		err = t.exchange(t.at.path(t.at.fresh()), t.at.dir())
		if errors.Is(err, errors.ErrUnsupported) {
			err = t.swapInTwo()
		}
	}
	if err != nil {
		return fmt.Errorf("%w: put the new %s in its place: %w", ErrPlace, t.at.dir(), err)
	}
	return nil
}

// swapInTwo is for systems that cannot exchange two folders at once.
func (t *Tree) swapInTwo() error {
	if err := t.parent.Rename(t.at.base, t.at.stale()); err != nil {
		return err
	}
	err := t.parent.Rename(t.at.fresh(), t.at.base)
	if err != nil {
		err = errors.Join(err, t.parent.Rename(t.at.stale(), t.at.base))
	}
	return err
}
