// Package scaffold writes the first text of what people begin: a document with
// the right keys in the site's language, or a whole new site.
//
// It only ever makes new files; a file that exists is an error, and nothing of
// it is lost. The keys come from the decoders (model.Describe).
package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// Errors a caller may want to tell apart.
var (
	ErrKind   = errors.New("there is no such kind")
	ErrExists = errors.New("it exists already; nothing was written")
	ErrTitle  = errors.New("a title needs at least one letter or digit")
)

// Document is what a new document begins with.
type Document struct {
	Kind  string // English
	Title string
	Date  time.Time // of the meeting, decision …; kinds without a date ignore it
	Werf  string    // id or number; may be empty
}

// dated are the kinds whose file names begin with their day.
var dated = map[string]bool{"minutes": true, "decision": true, "event": true}

// New writes a new document in the site in dir and gives its path, relative to
// dir. A term or envelope is added to its data file.
func New(dir string, config *model.Config, lang *locale.Language, d Document) (string, error) {
	slug := locale.Slug(d.Title)
	if slug == "" {
		return "", ErrTitle
	}
	where := model.FolderOf(d.Kind)
	if strings.HasSuffix(where, ".toml") && d.Kind != "config" {
		return where, appendEntry(dir, where, entry(d, slug, lang))
	}
	if !strings.HasPrefix(where, "content/") || model.Describe(d.Kind) == nil {
		return "", fmt.Errorf("%s: %w", d.Kind, ErrKind)
	}
	folder := "content"
	if section := config.Sections[d.Kind]; section != "" {
		folder += "/" + section
	}
	if year := d.Date.Format("2006"); dated[d.Kind] && isDir(filepath.Join(dir, folder, year)) {
		folder += "/" + year
	}
	name := slug + ".md"
	if dated[d.Kind] {
		name = d.Date.Format(time.DateOnly) + "-" + name
	}
	file := path.Join(folder, name)
	return file, create(dir, file, text(d, lang))
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// create writes a file that does not exist yet, with the folders above it.
func create(dir, file, content string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("open %s: %w", dir, err)
	}
	defer root.Close()
	if folder := path.Dir(file); folder != "." {
		if err := root.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("make %s: %w", folder, err)
		}
	}
	f, err := root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: %w", file, ErrExists)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	_, err = f.WriteString(content)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}

// appendEntry adds an entry at the end of a data file, which keeps everything
// it held.
func appendEntry(dir, file, content string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("open %s: %w", dir, err)
	}
	defer root.Close()
	before, err := root.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return create(dir, file, strings.TrimPrefix(content, "\n"))
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	head, _, _ := strings.Cut(strings.TrimSpace(content), "\n")
	if strings.HasPrefix(head, "[") && !strings.HasPrefix(head, "[[") && strings.Contains("\n"+string(before), "\n"+head) {
		return fmt.Errorf("%s in %s: %w", head, file, ErrExists)
	}
	if n := len(before); n > 0 && before[n-1] != '\n' {
		content = "\n" + content
	}
	f, err := root.OpenFile(file, os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	_, err = f.WriteString(content)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
