package build

// The same source gives the same bytes: at two paths, in two time zones, with
// one and with two processors, and whether files were parsed anew or remembered.

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"glashelder/internal/output"
)

// demo is the root of the repository: the demo site.
const demo = "../.."

var day = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

// pages builds a site into memory and gives a digest of every file.
func pages(t *testing.T, b *Builder, dir string) map[string][sha256.Size]byte {
	t.Helper()
	built, diags, err := b.Prove(context.Background(), Options{Dir: dir, Now: day})
	if err != nil {
		t.Fatal(err)
	}
	var memory output.Memory
	if _, err := built.Write(context.Background(), &memory); err != nil {
		t.Fatal(err)
	}
	digests := map[string][sha256.Size]byte{}
	for _, f := range memory.Files() {
		data, _ := memory.Get(f.Path)
		digests[f.Path] = sha256.Sum256(data)
	}
	var messages strings.Builder
	for _, d := range diags {
		messages.WriteString(d.Pos.String() + d.Message("nl") + "\n")
	}
	digests["(messages)"] = sha256.Sum256([]byte(messages.String()))
	return digests
}

func same(t *testing.T, what string, a, b map[string][sha256.Size]byte) {
	t.Helper()
	if len(a) < 2 {
		t.Fatalf("%s: only %d files", what, len(a))
	}
	names := map[string]bool{}
	for name := range a {
		names[name] = true
	}
	for name := range b {
		names[name] = true
	}
	for name := range names {
		if a[name] != b[name] {
			t.Errorf("%s: %s differs", what, name)
		}
	}
}

// copySite copies what makes the demo site into a folder of another name.
func copySite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "een andere plaats")
	for _, name := range []string{"content", "data"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(demo, name))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(demo, "glashelder.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "glashelder.toml"), config, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestSameBytes(t *testing.T) {
	dir := copySite(t)
	first := pages(t, &Builder{}, dir)

	same(t, "another path", first, pages(t, &Builder{}, copySite(t)))

	zone := time.Local
	time.Local = time.FixedZone("far", 13*3600)
	same(t, "another time zone", first, pages(t, &Builder{}, dir))
	time.Local = zone

	processors := runtime.GOMAXPROCS(1)
	same(t, "one processor", first, pages(t, &Builder{}, dir))
	runtime.GOMAXPROCS(8)
	same(t, "eight processors", first, pages(t, &Builder{}, dir))
	runtime.GOMAXPROCS(processors)
}

// TestIncrementalEqualsClean makes random edits and holds a builder that
// remembers against one that does not.
func TestIncrementalEqualsClean(t *testing.T) {
	dir := copySite(t)
	var remembering Builder
	pages(t, &remembering, dir)
	r := rand.New(rand.NewPCG(7, 7))
	for i := range 12 {
		what := edit(t, r, dir, i)
		same(t, what, pages(t, &Builder{}, dir), pages(t, &remembering, dir))
		if t.Failed() {
			return
		}
	}
}

// edit changes, adds, renames or deletes one file of the site.
func edit(t *testing.T, r *rand.Rand, dir string, i int) string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	file := files[r.IntN(len(files))]
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	what := ""
	switch i % 4 {
	case 0:
		what = "change " + file
		err = os.WriteFile(file, append(data, "\nNog een zin.\n"...), 0o644)
	case 1:
		what = "rename " + file
		err = os.Rename(file, filepath.Join(filepath.Dir(file), "hernoemd-"+filepath.Base(file)))
	case 2:
		what = "delete " + file
		err = os.Remove(file)
	case 3:
		what = "add"
		err = os.WriteFile(filepath.Join(dir, "content", "nieuw.md"), []byte("# Nieuw\n\nZie [de werven](werven/).\n"), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return what
}
