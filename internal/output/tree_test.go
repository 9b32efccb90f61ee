package output

// What a tree promises when all goes as it should, and what it refuses.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// publish writes files, path to text, to dir and commits.
func publish(t *testing.T, dir string, files map[string]string) (Result, error) {
	t.Helper()
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := tree.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return tree.Commit()
}

// contents maps what stands in dir: files to their text, links to "-> target",
// empty folders ("name/") to "". The list is left out.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, at)
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir():
			if entries, _ := os.ReadDir(at); len(entries) == 0 {
				got[name+"/"] = ""
			}
		case d.Type()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(at)
			got[name] = "-> " + to
		case name != ListName:
			data, _ := os.ReadFile(at)
			got[name] = string(data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func TestPublishAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nog", "niet", "public")
	first, err := publish(t, dir, map[string]string{"index.html": "een", "weg/index.html": "twee", "blijft.txt": "x"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "first", first, Result{Written: 3, Bytes: 8})
	second, err := publish(t, dir, map[string]string{"index.html": "nieuw", "blijft.txt": "x"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "second", second, Result{Written: 2, Removed: 1, Bytes: 6})
	same(t, "the folder", contents(t, dir), map[string]string{"index.html": "nieuw", "blijft.txt": "x"})
	noRemains(t, dir)
}

func TestModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, dir, map[string]string{"map/blad.html": "x"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{".": 0o755, "map": 0o755, "map/blad.html": 0o644, ListName: 0o644} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
		}
	}
}

// TestList holds the bytes of the list: sorted, no clock, nothing of this machine.
func TestList(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	tree.Facts = map[string]string{"source": "0123abc", "base-url": "https://stad.example/"}
	for _, name := range []string{"b.txt", "a/\"é\n<&.txt", "a.txt"} {
		if err := tree.Write(name, []byte("abc")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
	const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-2, appendix B.1
	want := `{
"version": 1,
"facts": {"base-url":"https://stad.example/","source":"0123abc"},
"files": {
"a.txt": {"size": 3, "sha256": "` + sum + `"},
"a/\"é\n\u003c\u0026.txt": {"size": 3, "sha256": "` + sum + `"},
"b.txt": {"size": 3, "sha256": "` + sum + `"}
}
}
`
	got, err := os.ReadFile(filepath.Join(dir, ListName))
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	list, err := Listed(os.DirFS(dir))
	if err != nil || len(list.Files) != 3 || list.Files[1] != (File{"a/\"é\n<&.txt", 3, sum}) {
		t.Errorf("%v %v", list, err)
	}
}

func TestCopyStreams(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	from := fstest.MapFS{"map/foto.jpg": {Data: []byte(strings.Repeat("foto", 100_000))}}
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Copy("img/foto.jpg", from, "map/foto.jpg"); err != nil {
		t.Fatal(err)
	}
	same(t, "files", tree.Files(), []File{fileOf("img/foto.jpg", from["map/foto.jpg"].Data)})
	same(t, "count and bytes", []int64{int64(tree.Count()), tree.Bytes()}, []int64{1, 400_000})
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "img/foto.jpg"))
	if err != nil || string(got) != string(from["map/foto.jpg"].Data) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// TestCopyOfWhatVanished proves that a tree with a hole is never published.
func TestCopyOfWhatVanished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, dir, map[string]string{"index.html": "oud"}); err != nil {
		t.Fatal(err)
	}
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Copy("weg.pdf", fstest.MapFS{}, "weg.pdf"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("copy: %v", err)
	}
	if err := tree.Write("index.html", []byte("nieuw")); err != nil {
		t.Error(err)
	}
	if _, err := tree.Commit(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("commit: %v", err)
	}
	same(t, "the folder", contents(t, dir), map[string]string{"index.html": "oud"})
	noRemains(t, dir)
}

func TestAbort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, dir, map[string]string{"index.html": "oud"}); err != nil {
		t.Fatal(err)
	}
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Write("index.html", []byte("nieuw")); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tree.Abort(), tree.Abort()); err != nil {
		t.Fatal(err)
	}
	if err := tree.Write("na.html", nil); !errors.Is(err, ErrClosed) {
		t.Errorf("write after abort: %v", err)
	}
	if _, err := tree.Commit(); !errors.Is(err, ErrClosed) {
		t.Errorf("commit after abort: %v", err)
	}
	same(t, "the folder", contents(t, dir), map[string]string{"index.html": "oud"})
	noRemains(t, dir)
}

// badPaths must be refused by every Sink.
var badPaths = []string{
	"", ".", "/", "..", "../x", "a/../../x", "a/..", "a/../x", "/etc/passwd", "//x", "a/", "./", "%2e%2e/x", "a/%2E./x", ".%2e/x",
	`..\x`, `a\b`, "a\x00b", "\x00", "C:/x", "c:x", "z:", "con", "CON.html", "map/nul", "aux.tar.gz", "lpt1", "COM¹.txt", "con /x", "prn:x",
	"\xff\xfe", "a/\xc3.html", strings.Repeat("n", 256), strings.Repeat("é", 128), "a/" + strings.Repeat("n", 256) + "/b",
	strings.Repeat("a/", 1100) + "b", ListName, "./" + ListName, "Glashelder.JSON",
}

func TestBadPaths(t *testing.T) {
	parent := t.TempDir()
	tree, err := Begin(filepath.Join(parent, "public"))
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{"x": {Data: []byte("x")}}
	for _, sink := range []Sink{tree, new(Memory)} {
		for _, p := range badPaths {
			if err := sink.Write(p, []byte("x")); !errors.Is(err, ErrPath) {
				t.Errorf("%T: write %.40q: %v", sink, p, err)
			}
			if err := sink.Copy(p, source, "x"); !errors.Is(err, ErrPath) {
				t.Errorf("%T: copy %.40q: %v", sink, p, err)
			}
		}
	}
	if tree.Count() != 0 {
		t.Errorf("files: %v", tree.Files())
	}
	if _, err := tree.Commit(); err != nil {
		t.Errorf("a refused path spoils nothing, yet: %v", err)
	}
	same(t, "beside the folder", contents(t, parent), map[string]string{".public.lock": "", "public/" + ListName: contents(t, parent)["public/"+ListName]})
}

func TestGoodPaths(t *testing.T) {
	tests := map[string]string{
		"a.html": "a.html", "./a//b.html": "a/b.html", "één vraag.pdf": "één vraag.pdf", "...": "...", "a..b": "a..b",
		"100% klaar.txt": "100% klaar.txt", "console.html": "console.html", "notulen 10:30.txt": "notulen 10:30.txt",
		strings.Repeat("n", 255): strings.Repeat("n", 255), "-rf": "-rf", ".well-known/x": ".well-known/x", "a\nb": "a\nb",
	}
	dir := filepath.Join(t.TempDir(), "public")
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range tests {
		if got, err := Clean(p); err != nil || got != want {
			t.Errorf("Clean(%q) = %q, %v", p, got, err)
		}
		if err := tree.Write(p, []byte(p)); err != nil {
			t.Errorf("write %q: %v", p, err)
		}
	}
	if _, err := tree.Commit(); err != nil {
		t.Fatal(err)
	}
	for p, name := range tests {
		if got := contents(t, dir)[name]; got != p {
			t.Errorf("%s holds %q", name, got)
		}
	}
}

func TestTwice(t *testing.T) {
	tests := [][2]string{{"a", "a"}, {"a", "./a"}, {"a", "a/b"}, {"a/b", "a"}, {"a/b/c", "a"}, {"a", "a/b/c"}, {"a/b", "a/b/c/d"}}
	for _, pair := range tests {
		tree, err := Begin(filepath.Join(t.TempDir(), "public"))
		if err != nil {
			t.Fatal(err)
		}
		for _, sink := range []Sink{tree, new(Memory)} {
			if err := sink.Write(pair[0], nil); err != nil {
				t.Error(err)
			}
			if err := sink.Write(pair[1], nil); !errors.Is(err, ErrTwice) {
				t.Errorf("%T %v: %v", sink, pair, err)
			}
		}
		if result, err := tree.Commit(); err != nil || result.Written != 1 {
			t.Errorf("%v: %v, %v", pair, result, err)
		}
	}
}

// TestConcurrentWriters lets eight writers fight over the same paths: one each wins.
func TestConcurrentWriters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	memory := new(Memory)
	var wg sync.WaitGroup
	var mu sync.Mutex
	won := 0
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				name := fmt.Sprintf("map-%d/%d.html", i%5, i)
				_ = memory.Write(name, []byte(name))
				if tree.Write(name, []byte(name)) == nil {
					mu.Lock()
					won++
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	same(t, "memory and tree", memory.Files(), tree.Files())
	if result, err := tree.Commit(); err != nil || result.Written != 200 || won != 200 {
		t.Errorf("%v, %d won, %v", result, won, err)
	}
}

func TestMemoryKeepsACopy(t *testing.T) {
	m, buffer := new(Memory), []byte("eerst")
	if err := m.Write("a", buffer); err != nil {
		t.Fatal(err)
	}
	copy(buffer, "later")
	if got, ok := m.Get("a"); !ok || string(got) != "eerst" {
		t.Errorf("%q", got)
	}
	if _, ok := m.Get("b"); ok || m.Count() != 1 || m.Bytes() != 5 {
		t.Errorf("count %d, bytes %d", m.Count(), m.Bytes())
	}
}

func TestSecondBuildWaits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := begin(dir, 50*time.Millisecond); !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), dir) {
		t.Errorf("second: %v", err)
	}
	go func() {
		time.Sleep(100 * time.Millisecond)
		if _, err := first.Commit(); err != nil {
			t.Error(err)
		}
	}()
	second, err := begin(dir, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Abort(); err != nil {
		t.Error(err)
	}
	if _, err := Listed(os.DirFS(dir)); err != nil {
		t.Errorf("the second did not wait for the first: %v", err)
	}
}

func FuzzClean(f *testing.F) {
	for _, p := range badPaths {
		f.Add(p)
	}
	f.Add("verslagen/2021/één.html")
	f.Fuzz(func(t *testing.T, p string) {
		clean, err := Clean(p)
		if err != nil {
			return
		}
		if !filepath.IsLocal(clean) || !fs.ValidPath(clean) || slices.Contains(strings.Split(clean, "/"), "..") {
			t.Errorf("Clean(%q) = %q", p, clean)
		}
		if again, err := Clean(clean); err != nil || again != clean {
			t.Errorf("Clean(%q) = %q, then %q, %v", p, clean, again, err)
		}
	})
}

func FuzzDecodeList(f *testing.F) {
	f.Add([]byte(`{"version":1,"files":{"a/b":{"size":3,"sha256":"x"}}}`))
	f.Add([]byte(`{"version":1,"files":{"../b":{}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := decodeList(data)
		if err != nil {
			if !errors.Is(err, ErrList) {
				t.Error(err)
			}
			return
		}
		again, err := decodeList(list.encode())
		if err != nil && utf8Sums(list) {
			t.Errorf("%q: %v", data, err)
		}
		if utf8Sums(list) {
			same(t, "round trip", again.Files, list.Files)
		}
	})
}

// utf8Sums reports whether all sums are plain text, as ours are.
func utf8Sums(l List) bool {
	return !slices.ContainsFunc(l.Files, func(f File) bool {
		return strings.ContainsFunc(f.SHA256, func(r rune) bool { return r < '0' || r > 'z' || r == '\\' })
	})
}
