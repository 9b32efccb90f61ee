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

	"glashelder/internal/diag"
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

// CSV is one table of data/. Rows without any filled cell are left out.
type CSV struct {
	Path      string
	Columns   []Field // the header's cells: trimmed name and place, without value
	Rows      []*Row
	Separator byte // of cells: ',' ';' or '\t'
	Findings  []privacy.Finding
	Broken    bool // not read to its end, or without a usable header: an Error says why
	Partial   bool // a row or a cell was passed over, or may stand in the wrong column: sums over the table say nothing
}

// Row is one row of a table: its filled cells, in the order of the columns. A
// site has tens of thousands, kept as long as it is, so a cell does not repeat
// what its column and table say.
type Row struct {
	Pos    diag.Pos // where its first cell begins, also if that is empty
	Cells  []Cell
	Ragged bool // more or fewer cells than the header: an Error says so
}

// Cell is one filled cell.
type Cell struct {
	Text   string
	Line   int   // where it begins, from 1
	Col    int32 // likewise, in characters
	Column int32 // index of its column, which has a name
}

// Field is a cell as a field: the name and place of its column, and a value of
// kind Text.
func (t *CSV) Field(c Cell) Field {
	f := t.Columns[c.Column]
	f.Value = &Value{Kind: Text, Pos: t.At(c), Text: c.Text}
	return f
}

// At is where a cell begins.
func (t *CSV) At(c Cell) diag.Pos { return diag.Pos{File: t.Path, Line: c.Line, Col: int(c.Col)} }

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
