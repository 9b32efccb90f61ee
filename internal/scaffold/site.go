package scaffold

// A whole new site: the files of site/LANGUAGE and of site/every, filled in
// with its title and with days around the one on which it begins. What must
// stay true: nothing that stands in the directory is touched, and what is
// written proves without a single message on its first day.

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"text/template"
	"time"
)

//go:embed all:site
var skeleton embed.FS

// every holds the files that a site in any language gets.
const every = "every"

// Errors of NewSite that a caller may want to tell apart.
var (
	ErrNotEmpty = errors.New("the directory is not empty; nothing was written")
	ErrLanguage = errors.New("there is no new site in this language")
)

// Site is what a new site begins with.
type Site struct {
	Lang  string    // one of Languages
	Title string    // may be empty: the language has one
	Day   time.Time // the day it begins; only the date counts
	Tool  string    // how its workflows call glashelder: Installed or Own
}

// How workflows call the program.
const (
	Installed = "glashelder"              // built from GLASHELDER_REPOSITORY before
	Own       = "go run ./cmd/glashelder" // in the repository of the program itself
)

var titles = map[string]string{"nl": "Onze samenwerking", "fr": "Notre collaboration", "en": "Working together"}

// Languages lists the languages that a new site may have, Dutch first.
func Languages() []string { return []string{"nl", "fr", "en"} }

// NewSite writes a new site into dir, which does not exist, or holds nothing
// but files whose names begin with a dot. It gives the paths it wrote, and the
// dot files that stood there already and were kept; both sorted, relative to dir.
func NewSite(dir string, s Site) (written, kept []string, err error) {
	files, err := Files(s)
	if err != nil {
		return nil, nil, err
	}
	if err := emptyDir(dir); err != nil {
		return nil, nil, err
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch err := create(dir, name, files[name]); {
		case errors.Is(err, ErrExists) && strings.HasPrefix(name, "."):
			kept = append(kept, name)
		case err != nil:
			return written, kept, err
		default:
			written = append(written, name)
		}
	}
	return written, kept, nil
}

// emptyDir makes dir, or finds nothing in it but dot files.
func emptyDir(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("make %s: %w", dir, err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", dir, err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return fmt.Errorf("%s holds %s: %w", dir, e.Name(), ErrNotEmpty)
		}
	}
	return nil
}

// Files gives the text of every file of a new site, by path.
func Files(s Site) (map[string]string, error) {
	if !slices.Contains(Languages(), s.Lang) {
		return nil, fmt.Errorf("%q: %w", s.Lang, ErrLanguage)
	}
	if s.Title = strings.Join(strings.Fields(s.Title), " "); s.Title == "" {
		s.Title = titles[s.Lang]
	}
	files := map[string]string{}
	for _, part := range []string{every, s.Lang} {
		if err := s.fill(path.Join("site", part), files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// fill adds the files under a folder of the skeleton.
func (s Site) fill(folder string, files map[string]string) error {
	return fs.WalkDir(skeleton, folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := skeleton.ReadFile(name)
		if err != nil {
			return err
		}
		filled, err := s.text(name, string(text))
		files[strings.TrimPrefix(name, folder+"/")] = filled
		return err
	})
}

// text fills in one file: <<.Title>>, <<quote .Title>>, and <<day -30>> and
// <<year -30>> for the day so many days after the first one, and its year.
func (s Site) text(name, text string) (string, error) {
	on := func(days int) time.Time { return s.Day.AddDate(0, 0, days) }
	t, err := template.New(name).Delims("<<", ">>").Option("missingkey=error").Funcs(template.FuncMap{
		"quote": quote,
		"day":   func(days int) string { return on(days).Format(time.DateOnly) },
		"year":  func(days int) string { return on(days).Format("2006") },
	}).Parse(text)
	if err != nil {
		return "", fmt.Errorf("skeleton: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, s); err != nil {
		return "", fmt.Errorf("skeleton: %w", err)
	}
	return b.String(), nil
}
