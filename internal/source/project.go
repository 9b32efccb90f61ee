// Package source turns content and data files into records that remember
// where everything was written.
//
// It knows formats (Markdown with front matter, TOML, YAML, CSV), not what the
// keys mean. What must stay true: a mistake in a file is a diagnostic and
// never stops the other files; limits are tested before a decoder sees the
// text; positions count lines and characters from 1 in the file as its writer
// sees it; the same files give the same Project and the same diagnostics.
package source

import (
	"fmt"
	"io"
	"os"

	"glashelder/internal/markdown"
	"glashelder/internal/privacy"
)

// Project is all that was found in a source directory. Paths are relative to
// that directory, with "/"; every list is sorted by path. What a Project
// points to may be shared with later Projects of the same Loader: read only.
type Project struct {
	Bare      bool      // no content/ folder: the Markdown in the directory itself is the content
	Config    *DataFile // glashelder.toml; nil when there is none
	Documents []*Document
	Tables    []*CSV
	Data      []*DataFile
	Files     []File

	dir string
}

// Document is one Markdown file.
type Document struct {
	Path       string
	Front      *Value // a Table, never nil; without fields where there is no (readable) front matter
	FrontLines int    // number of the line on which the prose starts, from 1
	Prose      *markdown.Prose
	Findings   []privacy.Finding // over the whole file, front matter included
	Empty      bool              // nothing but white space
	Broken     bool              // could not be read, or its front matter could not: an Error says why; what lacks is no mistake of its own
	Size       int64             // bytes
}

// CSV is one table of data/. Each row is a Value of kind Table: its fields
// have the names of the columns and values of kind Text; empty cells are left
// out, and so are rows without any cell.
type CSV struct {
	Path      string
	Columns   []Field // the header's cells: trimmed name and place, without value
	Rows      []*Value
	Semicolon bool // cells are separated by ";" rather than ","
	Findings  []privacy.Finding
	Broken    bool // not read to its end, or without a usable header: an Error says why
}

// DataFile is one TOML file: glashelder.toml or a file of data/.
type DataFile struct {
	Path     string
	Root     *Value // a Table, never nil
	Findings []privacy.Finding
	Broken   bool // not valid TOML: an Error says why
}

// File is a file that is passed on and not read: an attachment, a map.
type File struct {
	Path string
	Size int64 // bytes
}

// Text reads a file of the project again: UTF-8 without byte-order mark and
// with "\n" ending its lines, so that the positions of its record fit; nothing
// where it is no text. The error is the file system's.
func (p *Project) Text(path string) ([]byte, error) {
	f, err := os.OpenInRoot(p.dir, path)
	if err != nil {
		return nil, fmt.Errorf("read %s again: %w", path, err)
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("read %s again: %w", path, err)
	}
	text, _, _ := cleanText(path, raw)
	return text, nil
}
