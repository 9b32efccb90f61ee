package history

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// head1 and head2 are headers of commits as git writes them.
const (
	head1 = "\x00commit 2222\x001111\x002021-05-08T19:30:00+02:00\x00Anna\x00a@x\x00twee\x00\x00"
	head2 = "\x00commit 1111\x00\x002021-05-07T19:30:00Z\x00Bart\x00b@x\x00een\x00\x00"
)

func parse(log, prefix string) (*History, error) {
	h := &History{}
	err := newParser(h, prefix).parse(iotest.OneByteReader(strings.NewReader(log)))
	h.settle()
	return h, err
}

func TestParse(t *testing.T) {
	long := strings.Repeat("lang", 50_000)
	h, err := parse(head1+"\nR090\x00a\x00b\x00M\x00"+long+"\x00"+head2+"\nA\x00a\x00A\x00"+long+"\x00A\x00commit x\x00", "")
	if err != nil {
		t.Fatal(err)
	}
	wantSubjects(t, h, map[string]string{"b": "twee een", "a": "", long: "twee een", "commit x": "een"})
}

// TestParseMerge reads the form git gives merges: no newline before the files,
// a letter for each parent, and one NUL less behind them.
func TestParseMerge(t *testing.T) {
	h, err := parse(head1+"\x00MM\x00s/b\x00RM\x00s/c"+head2+"\nA\x00s/b\x00", "s/")
	if err != nil {
		t.Fatal(err)
	}
	wantSubjects(t, h, map[string]string{"b": "twee een", "c": "twee"})
}

func TestParseRefusesOtherForms(t *testing.T) {
	for _, log := range []string{"M\x00a\x00", "x", head1 + "\nM\x00", head1 + "\nM\x00a", head1 + "\nR100\x00a\x00", head1 + "\nm\x00a\x00", "\x00commit 1\x00\x00", head1[:30]} {
		if _, err := parse(log, ""); !errors.Is(err, errForm) {
			t.Errorf("%q: %v", log, err)
		}
	}
	if h, err := parse("", ""); err != nil || len(h.revisions) != 0 {
		t.Errorf("an empty log: %v", err)
	}
}

// FuzzParse holds for any log: no crash, and each file's revisions are commits
// of the log, newest first, each once.
func FuzzParse(f *testing.F) {
	f.Add(head1+"\nR090\x00a\x00b\x00"+head2+"\nA\x00a\x00", "")
	f.Add(head1+"\x00MM\x00s/b\x00RM\x00s/c"+head2+"\nA\x00s/b\x00", "s/")
	f.Add(head1+"\nR100\x00a\x00b\x00R100\x00b\x00a\x00"+head2+"\nR100\x00b\x00a\x00C100\x00a\x00b\x00D\x00b\x00", "")
	f.Fuzz(func(t *testing.T, log, prefix string) {
		h, err := parse(log, prefix)
		if err != nil && !errors.Is(err, errForm) {
			t.Fatal(err)
		}
		for path, l := range h.lines {
			increasing := slices.IsSorted(l.commits) && len(slices.Compact(slices.Clone(l.commits))) == len(l.commits)
			if !increasing || len(h.Of(path)) == 0 || len(h.Of(path)) != len(l.commits) {
				t.Errorf("%q: %v", path, l.commits)
			}
		}
	})
}

// BenchmarkRead reads 10,000 commits over 10,000 files, ten files a commit and a
// folder of 100 files moved in every hundredth one.
func BenchmarkRead(b *testing.B) {
	dir := b.TempDir()
	importInto(b, dir, manyCommits(10_000))
	b.ResetTimer()
	for b.Loop() {
		h, err := Read(b.Context(), dir)
		if err != nil || h.Why != "" || len(h.revisions) != 10_000 {
			b.Fatalf("%v, %q, %d commits", err, h.Why, len(h.revisions))
		}
	}
}

// BenchmarkParse is our own part of it: a log of 10,000 commits of ten files.
func BenchmarkParse(b *testing.B) {
	var log strings.Builder
	for c := range 10_000 {
		fmt.Fprintf(&log, "\x00commit %040d\x00x\x002021-05-08T19:30:00+02:00\x00Anna\x00a@x\x00wijzig\x00\x00\n", c)
		for f := range 10 {
			fmt.Fprintf(&log, "M\x00map-%d/blad-%d.md\x00", f, (c*10+f)%10_000)
		}
	}
	b.SetBytes(int64(log.Len()))
	for b.Loop() {
		h := &History{}
		if err := newParser(h, "").parse(strings.NewReader(log.String())); err != nil {
			b.Fatal(err)
		}
		h.settle()
	}
}

// manyCommits is a repository in the form of git-fast-import(1).
func manyCommits(n int) string {
	var s strings.Builder
	folder := [100]int{}
	for c := range n {
		fmt.Fprintf(&s, "commit refs/heads/alles\ncommitter A <a@x> %d +0200\ndata 1\nx\n", 1_600_000_000+c*60)
		if d := c / 100 % 100; c%100 == 99 {
			fmt.Fprintf(&s, "R map-%d-%d map-%d-%d\n", d, folder[d], d, folder[d]+1)
			folder[d]++
		}
		for f := range 10 {
			file := (c*10 + f) % 10_000
			d := file / 100
			body := fmt.Sprintf("blad %d\nregel\nregel\nregel\n%d\n", file, c)
			fmt.Fprintf(&s, "M 100644 inline map-%d-%d/blad-%d.md\ndata %d\n%s\n", d, folder[d], file, len(body), body)
		}
		s.WriteByte('\n')
	}
	return s.String()
}
