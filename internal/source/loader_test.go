package source

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// lay writes files below a new directory.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, dir, name, text)
	}
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, l *Loader, dir string) (*Project, string) {
	t.Helper()
	p, list, err := l.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range mine(list).Sort() {
		out = append(out, d.Pos.String()+" "+d.Code.ID)
	}
	return p, strings.Join(out, ", ")
}

// paths lists what a project has, by kind.
func paths(p *Project) string {
	var b strings.Builder
	if p.Bare {
		b.WriteString("bare ")
	}
	if p.Config != nil {
		b.WriteString("config ")
	}
	for _, d := range p.Documents {
		b.WriteString("doc:" + d.Path + " ")
	}
	for _, c := range p.Tables {
		b.WriteString("csv:" + c.Path + " ")
	}
	for _, d := range p.Data {
		b.WriteString("data:" + d.Path + " ")
	}
	for _, f := range p.Files {
		b.WriteString("file:" + f.Path + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestLoadSite(t *testing.T) {
	dir := lay(t, map[string]string{
		"glashelder.toml": "title = 'x'\n", "content/_index.md": "# a\n", "content/a-b.md": "x", "content/a/b.md": "x",
		"content/a/foto.jpg": "jpg", "content/public/x.MD": "x", "content/.obsidian/x.md": "x", "content/oud.md~": "x", "content/Thumbs.db": "x",
		"content/node_modules/x.md": "x", "data/toelagen/2022.csv": "id\n1\n", "data/themas.toml": "[a]\nnl = 'b'\n", "data/wijken.geojson": "{}",
		"data/lijst.xlsx": "x", "data/README.md": "x", "layouts/x.html": "x", "public/x.md": "x", "README.md": "x",
	})
	p, mistakes := load(t, &Loader{}, dir)
	want := "config doc:content/_index.md doc:content/a-b.md doc:content/a/b.md doc:content/public/x.MD csv:data/toelagen/2022.csv data:data/themas.toml file:content/a/foto.jpg file:data/wijken.geojson"
	if got := paths(p); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if mistakes != "data/lijst.xlsx gegevens-onbekend" {
		t.Errorf("mistakes: %s", mistakes)
	}
	if f, _ := p.Config.Root.Get("title"); f.Value.Text != "x" || f.Pos.File != "glashelder.toml" {
		t.Errorf("title: %+v", f)
	}
}

func TestLoadBare(t *testing.T) {
	dir := lay(t, map[string]string{
		"README.md": "x", "2021/verslag.markdown": "x", "2021/foto.png": "x", "LICENSE": "x", "package.json": "{}", "public/x.md": "x",
		".git/x.md": "x", "data/a.csv": "a\n1\n", "layouts/x.md": "x",
	})
	p, mistakes := load(t, &Loader{}, dir)
	want := "bare doc:2021/verslag.markdown doc:README.md csv:data/a.csv file:2021/foto.png"
	if got := paths(p); got != want || mistakes != "" {
		t.Errorf("got  %s (%s)\nwant %s", got, mistakes, want)
	}
}

func TestLoadPassesOverWhatIsNoFile(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": "x", "geheim.md": "x", "elders/x.md": "x", "content/b\nc.md": "x", "content/d\xff.md": "x"})
	for link, to := range map[string]string{"content/link.md": "../geheim.md", "content/map": "../elders", "data": "elders", "glashelder.toml": "geheim.md"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "content", "pijp.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	p, mistakes := load(t, &Loader{}, dir)
	if got := paths(p); got != "doc:content/a.md" {
		t.Errorf("got %s", got)
	}
	want := "content bestand-naam, content bestand-naam, content/link.md bestand-koppeling, content/map bestand-koppeling, content/pijp.md bestand-bijzonder, data map-koppeling, glashelder.toml map-koppeling"
	got := strings.Split(mistakes, ", ")
	slices.Sort(got)
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLoadContentIsALink(t *testing.T) {
	dir := lay(t, map[string]string{"elders/x.md": "x", "README.md": "x"})
	if err := os.Symlink("elders", filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	p, mistakes := load(t, &Loader{}, dir)
	if got := paths(p); got != "" || mistakes != "content map-koppeling" {
		t.Errorf("got %s (%s)", got, mistakes)
	}
}

func TestLoadRefusesLargeFiles(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": strings.Repeat("x", maxMarkdown+1), "data/b.toml": strings.Repeat("#", maxData+1)})
	p, mistakes := load(t, &Loader{}, dir)
	if mistakes != "content/a.md te-groot, data/b.toml te-groot" {
		t.Errorf("mistakes: %s", mistakes)
	}
	if !p.Documents[0].Broken || p.Documents[0].Prose == nil || !p.Data[0].Broken {
		t.Errorf("%+v %+v", p.Documents[0], p.Data[0])
	}
}

func TestLoadFileThatVanished(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": "x"})
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	l := &Loader{}
	for _, role := range []role{document, table, dataFile} {
		r := l.read(root, entry{path: "content/weg", role: role, size: 3}, "")
		if got := spots(r.list); got != "0:0 bestand-onleesbaar" || r.doc == nil && r.csv == nil && r.data == nil {
			t.Errorf("role %d: %s %+v", role, got, r)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	if _, _, err := (&Loader{}).Load(context.Background(), filepath.Join(t.TempDir(), "weg")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no directory: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := (&Loader{}).Load(ctx, lay(t, map[string]string{"content/a.md": "x"})); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// What a Loader remembers is what a fresh one reads, after any change.
func TestLoadAgain(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": "+++\nn = 1\n+++\neen", "content/b.md": "x", "data/t.csv": "a\n1\n", "data/d.toml": "a = 1\n"})
	l := &Loader{Jobs: 3}
	then := time.Now()
	steps := []struct {
		name string
		do   func()
	}{
		{"first", func() {}},
		{"nothing", func() {}},
		{"same size and time, other content", func() { put(t, dir, "content/a.md", "+++\nn = 2\n+++\neen") }},
		{"same again, in a table", func() { put(t, dir, "data/t.csv", "a\n2\n") }},
		{"a new file", func() { put(t, dir, "content/c.md", "nieuw") }},
		{"a mistake", func() { put(t, dir, "data/d.toml", "a = b\n") }},
		{"mended", func() { put(t, dir, "data/d.toml", "a = 3\n") }},
		{"removed", func() { os.Remove(filepath.Join(dir, "content/b.md")) }},
	}
	for _, s := range steps {
		s.do()
		for _, name := range []string{"content/a.md", "data/t.csv"} {
			if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
				t.Fatal(err)
			}
		}
		again, mistakes := load(t, l, dir)
		fresh, want := load(t, &Loader{Jobs: 1}, dir)
		if !reflect.DeepEqual(again, fresh) || mistakes != want {
			t.Errorf("%s: what is remembered differs from what is there (%s; %s)", s.name, mistakes, want)
		}
	}
}

func TestLoadParsesOnlyWhatChanged(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": "x", "content/b.md": "y", "data/t.csv": "a\n1\n"})
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"content/a.md", "content/b.md", "data/t.csv"} {
		os.Chtimes(filepath.Join(dir, name), old, old)
	}
	l := &Loader{}
	first, _ := load(t, l, dir)
	records := l.known
	put(t, dir, "content/b.md", "z")
	second, _ := load(t, l, dir)
	if l.known["content/a.md"] != records["content/a.md"] || l.known["content/b.md"] == records["content/b.md"] {
		t.Error("not exactly the changed file was parsed again")
	}
	if first.Tables[0] != second.Tables[0] {
		t.Error("the table was parsed again")
	}
	if first.Documents[0].Prose == second.Documents[0].Prose {
		t.Error("two loads share a Prose that their users may change")
	}
}

func TestText(t *testing.T) {
	dir := lay(t, map[string]string{"content/a.md": byteOrderMark + "een\r\ntwee\r"})
	p, _ := load(t, &Loader{}, dir)
	if got, err := p.Text("content/a.md"); err != nil || string(got) != "een\ntwee\n" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := p.Text("../x"); err == nil {
		t.Error("a path outside the project was read")
	}
	if _, err := p.Text("content/weg.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("gone: %v", err)
	}
}
