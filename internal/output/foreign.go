package output

// What stands in the published folder and is not ours: it is carried into the
// new tree, so that the swap leaves it where it was. Files are linked, not
// moved, so the published folder stays whole until the swap; a file is copied
// only where it cannot be linked.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// foreigners is what a look at the published folder found.
type foreigners struct {
	top     string                 // the published folder
	files   map[string]bool        // our files in it
	folders map[string]bool        // the folders our files stand in
	found   []string               // not ours: files, links; empty folders end in "/"; sorted
	modes   map[string]os.FileMode // folders with something foreign in them, and the top
}

// carry puts everything foreign into the staging folder and names it, sorted.
// Errors: ErrForeign where it stands in the way of a file of ours, ErrPlace
// where it cannot be carried, and those of the disk.
func (t *Tree) carry(old List) ([]string, error) {
	w := foreigners{top: t.at.dir(), files: map[string]bool{ListName: true}, folders: map[string]bool{}, modes: map[string]os.FileMode{}}
	for _, f := range old.Files {
		w.files[f.Path] = true
		for dir := path.Dir(f.Path); dir != "." && !w.folders[dir]; dir = path.Dir(dir) {
			w.folders[dir] = true
		}
	}
	if _, err := w.look("."); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("look for files that are not ours: %w", err)
	}
	slices.Sort(w.found)
	if err := t.conflicts(w.found); err != nil {
		return nil, err
	}
	for _, name := range w.found {
		if err := t.bring(name); err != nil {
			return nil, fmt.Errorf("keep %s, which is not ours: %w", filepath.Join(w.top, name), err)
		}
	}
	return w.found, t.restoreModes(w.modes)
}

// look collects what is foreign in dir and below, and reports whether there is
// anything. Links are not followed.
func (w *foreigners) look(dir string) (bool, error) {
	at := filepath.Join(w.top, dir)
	info, err := os.Lstat(at)
	if err != nil {
		return false, err
	}
	if dir != "." && isMount(at) {
		return false, fmt.Errorf("%w: %s is a mount point inside the folder; mount it elsewhere, or publish to another folder", ErrPlace, at)
	}
	entries, err := os.ReadDir(at)
	if err != nil {
		return false, err
	}
	holds := dir == "."
	for _, e := range entries {
		foreign, err := w.entry(strings.TrimPrefix(dir+"/"+e.Name(), "./"), e.IsDir())
		if err != nil {
			return false, err
		}
		holds = holds || foreign
	}
	if len(entries) == 0 && dir != "." && !w.folders[dir] {
		w.found, holds = append(w.found, dir+"/"), true
	}
	if holds {
		w.modes[dir] = info.Mode()
	}
	return holds, nil
}

func (w *foreigners) entry(name string, isDir bool) (bool, error) {
	if isDir {
		return w.look(name)
	}
	if w.files[name] {
		return false, nil
	}
	w.found = append(w.found, name)
	return true, nil
}

// conflicts names the foreign files that stand where we want to write.
func (t *Tree) conflicts(found []string) error {
	var inTheWay []string
	for _, name := range found {
		bare := strings.TrimSuffix(name, "/")
		_, sameFile := t.names.files[bare]
		if sameFile || bare == ListName || t.names.fileAbove(bare) != "" || (bare == name && t.names.folders[bare]) {
			inTheWay = append(inTheWay, name)
		}
	}
	if len(inTheWay) == 0 {
		return nil
	}
	const most = 5
	more := ""
	if n := len(inTheWay) - most; n > 0 {
		inTheWay, more = inTheWay[:most], fmt.Sprintf(" and %d more", n)
	}
	return fmt.Errorf("%w: in %s: %s%s; move them away, or publish to another folder",
		ErrForeign, t.at.dir(), strings.Join(inTheWay, ", "), more)
}

// bring makes one foreign file, link or empty folder in the staging folder.
func (t *Tree) bring(name string) error {
	if folder, isFolder := strings.CutSuffix(name, "/"); isFolder {
		return t.staging.MkdirAll(folder, 0o755)
	}
	if err := t.staging.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	from := t.at.base + "/" + name
	info, err := t.parent.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := t.parent.Readlink(from)
		if err != nil {
			return err
		}
		return t.staging.Symlink(target, name)
	}
	linkErr := t.parent.Link(from, t.at.fresh()+"/"+name)
	if linkErr == nil || errors.Is(linkErr, fs.ErrExist) || !info.Mode().IsRegular() {
		return linkErr
	}
	return t.duplicate(from, name, info)
}

// duplicate copies a foreign file with its mode and time.
func (t *Tree) duplicate(from, name string, info fs.FileInfo) error {
	source, err := t.parent.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	to, err := t.staging.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, source)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	if err := t.staging.Chmod(name, info.Mode()); err != nil {
		return err
	}
	return t.staging.Chtimes(name, info.ModTime(), info.ModTime())
}

// restoreModes gives the folders that hold foreign files, and the published
// folder itself, the permissions they had; deepest first, as one may close a
// folder.
func (t *Tree) restoreModes(modes map[string]os.FileMode) error {
	folders := make([]string, 0, len(modes))
	for name := range modes {
		folders = append(folders, name)
	}
	slices.Sort(folders)
	for _, name := range slices.Backward(folders) {
		if err := t.staging.Chmod(name, modes[name]); err != nil {
			return fmt.Errorf("keep the permissions of %s: %w", filepath.Join(t.at.dir(), name), err)
		}
	}
	return nil
}
