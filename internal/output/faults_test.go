package output

// What others put in the way: their files in our folder, places that cannot be
// swapped, disks that are full. After each of them the published folder is as
// it was.

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// put makes files below dir, path to text; "-> target" makes a link, and a path
// with a "/" behind it an empty folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		err := error(nil)
		if target, link := strings.CutPrefix(text, "-> "); link {
			err = os.Symlink(target, at)
		} else if strings.HasSuffix(name, "/") {
			err = os.Mkdir(at, 0o755)
		} else {
			err = os.WriteFile(at, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestForeignIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, dir, map[string]string{"index.html": "oud", "weg/blad.html": "x", "weg/ook/blad.html": "x"}); err != nil {
		t.Fatal(err)
	}
	foreign := map[string]string{
		"CNAME": "stad.example", ".git": "gitdir: x", "weg/nota.txt": "blijft", "leeg/map/": "", "wijzer": "-> /etc/passwd",
		"dood": "-> nergens", "map-wijzer": "-> ..", "latijn-\xe9.txt": "e", "-rf": "x",
	}
	put(t, dir, foreign)
	closed := filepath.Join(dir, "leeg")
	if err := errors.Join(os.Chmod(closed, 0o511), os.Chmod(dir, 0o775)); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2021, 5, 7, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "CNAME"), day, day); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"nieuw", "nieuwer"} {
		result, err := publish(t, dir, map[string]string{"index.html": body})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "foreign", result.Foreign, []string{"-rf", ".git", "CNAME", "dood", "latijn-\xe9.txt", "leeg/map/", "map-wijzer", "weg/nota.txt", "wijzer"})
		want := map[string]string{"index.html": body}
		for name, text := range foreign {
			want[name] = text
		}
		same(t, "the folder", contents(t, dir), want)
		noRemains(t, dir)
	}
	for name, want := range map[string]os.FileMode{".": 0o775, "leeg": 0o511, "weg": 0o755} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "CNAME")); err != nil || !info.ModTime().Equal(day) {
		t.Errorf("CNAME is of %v, %v", info.ModTime(), err)
	}
}

// TestForeignWithoutList publishes over a folder that some other program made.
func TestForeignWithoutList(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, dir, map[string]string{"van/hugo.html": "hugo", "index.html": "hugo"})
	_, err := publish(t, dir, map[string]string{"index.html": "wij"})
	if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "index.html") || strings.Contains(err.Error(), "hugo.html") {
		t.Errorf("%v", err)
	}
	same(t, "the folder", contents(t, dir), map[string]string{"van/hugo.html": "hugo", "index.html": "hugo"})
	noRemains(t, dir)
	result, err := publish(t, dir, map[string]string{"home.html": "wij"})
	same(t, "result", result, Result{Written: 1, Bytes: 3, Foreign: []string{"index.html", "van/hugo.html"}})
	if err != nil {
		t.Error(err)
	}
}

func TestForeignInTheWay(t *testing.T) {
	tests := []struct {
		name    string
		foreign map[string]string
		write   string
	}{
		{"same file", map[string]string{"blad": "x"}, "blad"},
		{"link", map[string]string{"blad": "-> elders"}, "blad"},
		{"file where a folder is wanted", map[string]string{"map": "x"}, "map/blad"},
		{"link where a folder is wanted", map[string]string{"map": "-> /tmp"}, "map/blad"},
		{"file below a file", map[string]string{"blad/nota": "x"}, "blad"},
		{"empty folder", map[string]string{"blad/": ""}, "blad"},
		{"empty folder below", map[string]string{"blad/map/": ""}, "blad"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if _, err := publish(t, dir, map[string]string{"index.html": "oud"}); err != nil {
				t.Fatal(err)
			}
			put(t, dir, test.foreign)
			before := contents(t, dir)
			_, err := publish(t, dir, map[string]string{test.write: "wij"})
			if !errors.Is(err, ErrForeign) {
				t.Errorf("%v", err)
			}
			same(t, "the folder", contents(t, dir), before)
			noRemains(t, dir)
		})
	}
}

// TestOursBecomesFolder changes a file of ours into a folder and back.
func TestOursBecomesFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, files := range []map[string]string{{"a": "1"}, {"a/b": "2"}, {"a": "3"}} {
		if _, err := publish(t, dir, files); err != nil {
			t.Fatal(err)
		}
		same(t, "the folder", contents(t, dir), files)
	}
}

func TestBrokenList(t *testing.T) {
	for _, list := range []string{"", "{", `{"version":2,"files":{}}`, `{"version":1}`, `{"version":1,"files":{"../x":{}}}`, `{"version":1,"files":{"a/./b":{}}}`} {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, dir, map[string]string{ListName: list, "index.html": "oud"})
		if _, err := publish(t, dir, map[string]string{"nieuw.html": "x"}); !errors.Is(err, ErrList) || !strings.Contains(err.Error(), dir) {
			t.Errorf("%q: %v", list, err)
		}
		same(t, "the folder", contents(t, dir), map[string]string{"index.html": "oud"})
	}
}

func TestPlacesRefused(t *testing.T) {
	base := t.TempDir()
	put(t, base, map[string]string{"echt/x": "x", "bestand": "x", "wijzer": "-> echt", "dood": "-> nergens"})
	t.Chdir(filepath.Join(base, "echt"))
	for _, dir := range []string{"", "/", "bestand", "wijzer", "dood", "bestand/public", ".", "echt", "../echt", ".."} {
		at := dir
		if at != "" && !strings.HasPrefix(at, ".") && at != "/" {
			at = filepath.Join(base, dir)
		}
		tree, err := Begin(at)
		if !errors.Is(err, ErrPlace) {
			t.Errorf("%q: %v", dir, err)
		}
		if err == nil {
			_ = tree.Abort()
		}
	}
	same(t, "the folder", contents(t, base), map[string]string{"echt/x": "x", "bestand": "x", "wijzer": "-> echt", "dood": "-> nergens"})
}

// TestReplacedWhileBuilding puts a link in the place of the folder during a build.
func TestReplacedWhileBuilding(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "public")
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	put(t, base, map[string]string{"elders/x": "x", "public": "-> elders"})
	if _, err := tree.Commit(); !errors.Is(err, ErrPlace) {
		t.Errorf("%v", err)
	}
	same(t, "the folder", contents(t, filepath.Join(base, "elders")), map[string]string{"x": "x"})
	noRemains(t, dir)
}

// fullDisk proves for a disk with too little room that nothing changes.
func fullDisk(t *testing.T, disk string, spoil func(*Tree) error) {
	t.Helper()
	dir := filepath.Join(disk, "public")
	if _, err := publish(t, dir, map[string]string{"index.html": "oud"}); err != nil {
		t.Fatal(err)
	}
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := spoil(tree); !isDiskFull(err) || !strings.Contains(err.Error(), dir) {
		t.Errorf("write: %v", err)
	}
	if _, err := tree.Commit(); !isDiskFull(err) {
		t.Errorf("commit: %v", err)
	}
	same(t, "the folder", contents(t, dir), map[string]string{"index.html": "oud"})
	noRemains(t, dir)
	if _, err := publish(t, dir, map[string]string{"index.html": "nieuw"}); err != nil {
		t.Errorf("the next build: %v", err)
	}
}

func TestDiskFull(t *testing.T) {
	big := bytes.Repeat([]byte("vol"), 200_000)
	t.Run("write", func(t *testing.T) {
		fullDisk(t, smallDisk(t, false), func(tree *Tree) error {
			return errors.Join(tree.Write("een.bin", big), tree.Write("twee.bin", big))
		})
	})
	t.Run("copy", func(t *testing.T) {
		source := t.TempDir()
		put(t, source, map[string]string{"groot.bin": strings.Repeat(string(big), 3)})
		fullDisk(t, smallDisk(t, false), func(tree *Tree) error {
			return tree.Copy("groot.bin", os.DirFS(source), "groot.bin")
		})
	})
	t.Run("list", func(t *testing.T) {
		dir := filepath.Join(smallDisk(t, false), "public")
		if _, err := publish(t, dir, map[string]string{"index.html": "oud"}); err != nil {
			t.Fatal(err)
		}
		tree, err := Begin(dir)
		if err != nil {
			t.Fatal(err)
		}
		tree.Facts = map[string]string{"lang": strings.Repeat("x", 2_000_000)}
		if _, err := tree.Commit(); !isDiskFull(err) {
			t.Errorf("commit: %v", err)
		}
		same(t, "the folder", contents(t, dir), map[string]string{"index.html": "oud"})
		noRemains(t, dir)
	})
}

// TestReadOnlyParent needs a folder that even root cannot write in: a disk
// mounted read-only for root, a closed folder for all others.
func TestReadOnlyParent(t *testing.T) {
	parent := t.TempDir()
	if os.Getuid() == 0 {
		parent = smallDisk(t, true)
	} else if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err := Begin(filepath.Join(parent, "public"))
	if !errors.Is(err, ErrPlace) || !strings.Contains(err.Error(), parent) || !strings.Contains(err.Error(), "permission") {
		t.Errorf("%v", err)
	}
	entries, err := os.ReadDir(parent)
	if err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestMountPoints(t *testing.T) {
	disk := smallDisk(t, false)
	if _, err := Begin(disk); !errors.Is(err, ErrPlace) || !strings.Contains(err.Error(), "mount point") {
		t.Errorf("the folder itself: %v", err)
	}
	dir := filepath.Join(t.TempDir(), "public")
	put(t, dir, map[string]string{"media/": ""})
	mountAt(t, filepath.Join(dir, "media"), false)
	put(t, dir, map[string]string{"media/film.mp4": "film"})
	if _, err := publish(t, dir, map[string]string{"index.html": "x"}); !errors.Is(err, ErrPlace) || !strings.Contains(err.Error(), "media") {
		t.Errorf("a folder inside: %v", err)
	}
	same(t, "the folder", contents(t, dir), map[string]string{"media/film.mp4": "film"})
	noRemains(t, dir)
}

// TestCopiedWhereNotLinked carries a foreign file that cannot be linked.
func TestCopiedWhereNotLinked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, dir, map[string]string{"map/nota.txt": "nota"})
	day := time.Date(2021, 5, 8, 0, 0, 0, 0, time.UTC)
	at := filepath.Join(dir, "map/nota.txt")
	if err := errors.Join(os.Chmod(at, 0o640), os.Chtimes(at, day, day)); err != nil {
		t.Fatal(err)
	}
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(at)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tree.staging.Mkdir("map", 0o755), tree.duplicate("public/map/nota.txt", "map/nota.txt", info)); err != nil {
		t.Fatal(err)
	}
	copied, err := tree.staging.Stat("map/nota.txt")
	if err != nil || copied.Mode() != info.Mode() || !copied.ModTime().Equal(day) || os.SameFile(copied, info) {
		t.Errorf("%v, %v", copied, err)
	}
	data, err := fs.ReadFile(tree.staging.FS(), "map/nota.txt")
	if err != nil || string(data) != "nota" {
		t.Errorf("%q, %v", data, err)
	}
	if err := tree.Abort(); err != nil {
		t.Error(err)
	}
}
