package output

// What kill -9, a crowd of readers and half-done swaps do to a published
// folder: nothing. A second process (this test binary again) publishes trees
// without end and is killed for real.

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// helperVar names the folder that the helper process publishes; where it is
// set, the binary is the helper.
const helperVar = "OUTPUT_TEST_PUBLISH"

func TestMain(m *testing.M) {
	if dir := os.Getenv(helperVar); dir != "" {
		publishForEver(dir, os.Getenv(helperVar+"_IN_TWO") != "")
	}
	os.Exit(m.Run())
}

func publishForEver(dir string, inTwo bool) {
	start, _ := strconv.Atoi(os.Getenv(helperVar + "_FROM"))
	for generation := start; ; generation++ {
		if err := publishGeneration(dir, generation, inTwo); err != nil {
			fmt.Println(err)
			os.Exit(3)
		}
	}
}

// filesOf is how many files a generation has; odd and even ones differ, also in
// the names of their files.
func filesOf(generation int) int { return 200 + 60*(generation%2) }

func nameOf(generation, i int) string {
	return fmt.Sprintf("deel-%d/soort-%d/blad-%d.html", i%7, generation%2, i)
}

// publishGeneration publishes a tree whose files all hold its number, some of
// them under the same path in each generation.
func publishGeneration(dir string, generation int, inTwo bool) error {
	t, err := Begin(dir)
	if err != nil {
		return err
	}
	if inTwo {
		t.exchange = func(a, b string) error { return errors.ErrUnsupported }
	}
	body := []byte(fmt.Sprintf("%d\n%s", generation, strings.Repeat("x", 1000)))
	for i := range filesOf(generation) {
		name := nameOf(generation, i)
		if i%3 == 0 {
			name = fmt.Sprintf("vast/blad-%d.html", i)
		}
		if err := t.Write(name, body); err != nil {
			return errors.Join(err, t.Abort())
		}
	}
	_, err = t.Commit()
	return err
}

// generationOf reads a published folder and proves that it is one generation,
// whole: each file of its list, with its bytes, and nothing else of ours.
func generationOf(published fs.FS) (int, error) {
	list, err := Listed(published)
	if err != nil {
		return 0, err
	}
	generation, found := -1, 0
	err = fs.WalkDir(published, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ListName || strings.HasPrefix(name, "vreemd") {
			return err
		}
		data, err := fs.ReadFile(published, name)
		if err != nil {
			return err
		}
		head, _, _ := strings.Cut(string(data), "\n")
		n, err := strconv.Atoi(head)
		if err != nil || (generation >= 0 && n != generation) {
			return fmt.Errorf("%s is of generation %q among files of %d", name, head, generation)
		}
		if want := fileOf(name, data); found >= len(list.Files) || !contains(list.Files, want) {
			return fmt.Errorf("%s is not in the list, or differs from it", name)
		}
		generation, found = n, found+1
		return nil
	})
	if err != nil {
		return generation, err
	}
	if found != filesOf(generation) || found != len(list.Files) {
		return generation, fmt.Errorf("generation %d has %d files of %d, %d listed", generation, found, filesOf(generation), len(list.Files))
	}
	return generation, nil
}

func contains(files []File, want File) bool {
	for _, f := range files {
		if f == want {
			return true
		}
	}
	return false
}

func TestKilledAtRandomMoments(t *testing.T) {
	t.Run("exchange", func(t *testing.T) { killManyTimes(t, 60, false) })
	t.Run("two renames", func(t *testing.T) { killManyTimes(t, 30, true) })
}

// killManyTimes starts and kills the helper. After each kill a reader must find
// one generation, and the next Begin must leave nothing beside it.
func killManyTimes(t *testing.T, times int, inTwo bool) {
	dir := filepath.Join(t.TempDir(), "public")
	start := time.Now()
	if err := publishGeneration(dir, 0, inTwo); err != nil {
		t.Fatal(err)
	}
	span := 2 * time.Since(start) // kills fall within it; adapted so that some builds end and some do not
	writeForeign(t, dir)
	last, midway, gone := 0, 0, 0
	for i := range times {
		runAndKill(t, dir, last+1, inTwo, rand.N(span))
		if _, err := os.Lstat(dir); inTwo && errors.Is(err, fs.ErrNotExist) {
			gone++
		} else if _, err := generationOf(os.DirFS(dir)); err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		if exists(filepath.Join(filepath.Dir(dir), ".public.new")) || exists(filepath.Join(filepath.Dir(dir), ".public.old")) {
			midway++
		}
		before := last
		if last = healed(t, dir, last); last == before {
			span += span / 8
		} else {
			span -= span / 8
		}
	}
	t.Logf("%d kills, %d in the middle of a build, %d between two renames; %d generations published", times, midway, gone, last)
	if midway < times/4 || last < times/8 {
		t.Errorf("of %d kills only %d fell in a build, and %d trees were published: this proves little", times, midway, last)
	}
}

// runAndKill lets the helper publish for a while and kills it with SIGKILL.
func runAndKill(t *testing.T, dir string, from int, inTwo bool, after time.Duration) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), helperVar+"="+dir, helperVar+"_FROM="+strconv.Itoa(from))
	if inTwo {
		cmd.Env = append(cmd.Env, helperVar+"_IN_TWO=1")
	}
	var said strings.Builder
	cmd.Stdout = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if said.Len() > 0 {
		t.Fatalf("the helper failed by itself: %s", said.String())
	}
}

// healed runs a Begin and an Abort, and proves that they mended all.
func healed(t *testing.T, dir string, atLeast int) int {
	t.Helper()
	tree, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Abort(); err != nil {
		t.Fatal(err)
	}
	generation, err := generationOf(os.DirFS(dir))
	if err != nil || generation < atLeast {
		t.Fatalf("healed: generation %d after %d: %v", generation, atLeast, err)
	}
	checkForeign(t, dir)
	noRemains(t, dir)
	return generation
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// noRemains proves that nothing but the lock stands beside a published folder.
func noRemains(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	base := filepath.Base(dir)
	for _, e := range entries {
		if e.Name() != base && e.Name() != "."+base+".lock" && strings.HasPrefix(e.Name(), "."+base) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func writeForeign(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, "vreemd", "leeg"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "vreemd", "nota.txt"), []byte("van een ander"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../elders", filepath.Join(dir, "vreemd", "wijzer")); err != nil {
		t.Fatal(err)
	}
}

func checkForeign(t *testing.T, dir string) {
	t.Helper()
	if data, err := os.ReadFile(filepath.Join(dir, "vreemd", "nota.txt")); err != nil || string(data) != "van een ander" {
		t.Errorf("the foreign file: %q, %v", data, err)
	}
	if info, err := os.Lstat(filepath.Join(dir, "vreemd", "nota.txt")); err == nil && info.Mode().Perm() != 0o600 {
		t.Errorf("the foreign file has mode %v", info.Mode())
	}
	if to, err := os.Readlink(filepath.Join(dir, "vreemd", "wijzer")); err != nil || to != "../elders" {
		t.Errorf("the foreign link points to %q, %v", to, err)
	}
	if !exists(filepath.Join(dir, "vreemd", "leeg")) {
		t.Error("the foreign empty folder is gone")
	}
}

// TestReadersDuringSwaps lets readers look while trees are swapped: through the
// path there is always a folder, and an open folder never mixes two trees.
func TestReadersDuringSwaps(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := publishGeneration(dir, 0, false); err != nil {
		t.Fatal(err)
	}
	const swaps = 8
	stop := make(chan struct{})
	var readers sync.WaitGroup
	whole := make([]int, 2)
	for r := range whole {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					whole[r] += readOnce(t, dir)
					time.Sleep(10 * time.Millisecond)
				}
			}
		})
	}
	for generation := 1; generation <= swaps; generation++ {
		if err := publishGeneration(dir, generation, false); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	readers.Wait()
	t.Logf("trees read whole during %d swaps: %v", swaps, whole)
	if whole[0]+whole[1] == 0 {
		t.Error("no reader ever read a whole tree: this proves little")
	}
}

// readOnce opens the published folder and reads it. Files may vanish when a
// swap has made it the old one; a file of another generation may not appear.
func readOnce(t *testing.T, dir string) int {
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Errorf("the published folder is missing: %v", err)
		return 0
	}
	defer root.Close()
	_, err = generationOf(root.FS())
	switch {
	case err == nil:
		return 1
	case errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), " files of "):
		return 0 // it was swapped out and removed while we read
	}
	t.Errorf("a reader saw a mixture: %v", err)
	return 0
}

// TestHealsBetweenTwoRenames makes the one state in which no folder is there.
func TestHealsBetweenTwoRenames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := publishGeneration(dir, 4, true); err != nil {
		t.Fatal(err)
	}
	writeForeign(t, dir)
	beside := func(name string) string { return filepath.Join(filepath.Dir(dir), name) }
	if err := os.Rename(dir, beside(".public.old")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(beside(".public.new/half"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got := healed(t, dir, 4); got != 4 {
		t.Errorf("generation %d came back", got)
	}
}
