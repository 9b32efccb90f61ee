package build

// Looking first: a build whose inputs and outputs are all as the last one left
// them has nothing to do. The cache holds one fingerprint of both; it is never
// needed for correctness, and without it, or with a broken one, the site is
// built.
//
// What must stay true: only a build without any message is remembered, as the
// messages would have to be said again; and only one whose inputs had all
// settled before it began, as a file system's clock ticks slowly.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"glashelder/internal/history"
	"glashelder/internal/output"
)

// settled is how old an input must be before its size and time prove that it
// is the same.
const settled = 2 * time.Second

// errYoung says that an input changed too recently to be remembered.
var errYoung = errors.New("an input changed just now")

// cacheFile is where the fingerprint of what was published in dir is kept.
func cacheFile(opts Options, dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(opts.Cache, "published-"+hex.EncodeToString(sum[:6]))
}

// unchanged tells whether dir holds what a build of the site would give, and
// the language of that site.
func unchanged(ctx context.Context, opts Options, dir string, strict bool) (lang string, same bool) {
	if opts.Cache == "" {
		return "", false
	}
	known, err := os.ReadFile(cacheFile(opts, dir))
	if err != nil {
		return "", false
	}
	lang, print, _ := strings.Cut(string(known), " ")
	in, err := inputs(ctx, opts, dir, strict)
	if err != nil {
		return "", false
	}
	out, err := outputs(dir)
	return lang, err == nil && print == in+out
}

// remember keeps the fingerprint of a build; in is that of its inputs from
// before it began. A cache that cannot be written is none.
func remember(opts Options, dir, in, lang string) {
	out, err := outputs(dir)
	if err != nil || os.MkdirAll(opts.Cache, 0o755) != nil {
		return
	}
	file := cacheFile(opts, dir)
	if os.WriteFile(file+".new", []byte(lang+" "+in+out), 0o644) == nil {
		_ = os.Rename(file+".new", file)
	}
}

// inputs is the fingerprint of all that a build depends on: the program, what
// it was told, the commit, and path, size and time of every file.
func inputs(ctx context.Context, opts Options, dir string, strict bool) (string, error) {
	h := sha256.New()
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(program)
	if err != nil {
		return "", err
	}
	fmt.Fprintln(h, info.Size(), info.ModTime().UnixNano(), opts.Drafts, opts.BaseURL, strict, history.Tip(ctx, opts.Dir))
	fmt.Fprintln(h, opts.Now.UTC().Truncate(15*time.Minute).Unix()) // where the day begins depends on the site's zone
	err = filepath.WalkDir(opts.Dir, func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case file == opts.Dir:
			return nil
		case e.IsDir() && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules" || file == dir):
			return filepath.SkipDir
		case strings.HasPrefix(e.Name(), "."): // no part of the site
			return nil
		}
		return note(h, file, e)
	})
	return hex.EncodeToString(h.Sum(nil)), err
}

func note(h hash.Hash, file string, e fs.DirEntry) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	if e.IsDir() {
		fmt.Fprintln(h, file)
		return nil
	}
	if time.Since(info.ModTime()) < settled {
		return errYoung
	}
	fmt.Fprintln(h, file, info.Size(), info.ModTime().UnixNano(), info.Mode())
	return nil
}

// outputs is the fingerprint of a published folder: its list, and path and
// size of every file in it.
func outputs(dir string) (string, error) {
	h := sha256.New()
	err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintln(h, file, info.Size(), info.ModTime().UnixNano())
		return nil
	})
	if err != nil {
		return "", err
	}
	list, err := os.ReadFile(filepath.Join(dir, output.ListName))
	h.Write(list)
	return hex.EncodeToString(h.Sum(nil)), err
}
