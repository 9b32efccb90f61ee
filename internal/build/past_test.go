package build

// Rows in real repositories: what was removed, moved and merged, in versions
// that git compares itself.

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/check"
	"glashelder/internal/history"
	"glashelder/internal/model"
	"glashelder/internal/sitetest"
)

// repository is a site in git.
type repository struct {
	testing.TB
	dir string
}

func newRepository(t testing.TB) repository {
	r := repository{t, t.TempDir()}
	r.git("init", "-q", "--initial-branch=main")
	return r
}

func (r repository) git(args ...string) {
	r.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@stad.example", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"}, args...)...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_COMMITTER_DATE=2022-01-01T12:00:00Z", "GIT_AUTHOR_DATE=2022-01-01T12:00:00Z", "GIT_CONFIG_GLOBAL="+os.DevNull)
	if out, err := cmd.CombinedOutput(); err != nil {
		r.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r repository) write(name, text string) {
	r.Helper()
	path := filepath.Join(r.dir, name)
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o644)
	}
	if err != nil {
		r.Fatal(err)
	}
}

func (r repository) commit(subject string) {
	r.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", subject)
}

// gone lists the rows that are reported, with the change that is named.
func (r repository) gone() string {
	r.Helper()
	var b Builder
	_, diags, err := b.Prove(context.Background(), Options{Dir: r.dir, Now: moneyDay})
	if err != nil {
		r.Fatal(err)
	}
	var out []string
	for _, d := range diags {
		if d.Code.ID == "rij-verdwenen" {
			out = append(out, fmt.Sprintf("%s %s %s", d.Pos, d.Args[0], d.Args[3]))
		}
	}
	return strings.Join(out, "|")
}

func TestRowsNotCommitted(t *testing.T) {
	r := newRepository(t)
	r.write("content/_index.md", "Welkom.\n")
	r.write("data/organisaties.csv", "id;titel\na;A\nb;B\nc;C\n")
	if got := r.gone(); got != "" {
		t.Errorf("without a commit: %s", got)
	}
	r.commit("begin")
	r.write("data/organisaties.csv", "id;titel\na;A\nb;De B\nc;C\n")
	r.commit("B heet anders")
	if got := r.gone(); got != "" {
		t.Errorf("where all is there: %s", got)
	}
	r.write("data/organisaties.csv", "id;titel\na;A\n")
	if got, want := r.gone(), "data/organisaties.csv b B heet anders|data/organisaties.csv c begin"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	r.write("data/organisaties.csv", "id;titel\na;A\nb;B;te veel\n")
	if got := r.gone(); got != "" {
		t.Errorf("of a table with a mistake: %s", got)
	}
	r.write("data/organisaties.csv", "id;titel;concept\na;A;\nb;B;ja\nc;C;ja\n")
	if got := r.gone(); got != "" {
		t.Errorf("of drafts: %s", got)
	}
}

func TestRowsOfBranches(t *testing.T) {
	r := newRepository(t)
	r.write("content/_index.md", "Welkom.\n")
	r.write("data/organisaties.csv", "id;titel\na;A\nb;B\nc;C\nd;D\ne;E\n")
	r.commit("begin")
	r.git("checkout", "-q", "-b", "zijtak")
	r.write("data/organisaties.csv", "id;titel\nb;B\nc;C\nd;D\ne;E\n")
	r.commit("zonder A")
	r.git("checkout", "-q", "main")
	r.write("data/organisaties.csv", "id;titel\na;A\nb;B\nc;C\nd;D\n")
	r.commit("zonder E")
	r.git("merge", "-q", "--no-commit", "zijtak")
	r.write("data/organisaties.csv", "id;titel\nb;B\nd;D\n")
	r.commit("samen, zonder C")
	r.git("mv", "data/organisaties.csv", "data/toelagen.csv") // another kind: other addresses
	r.write("content/organisaties/d.md", "# D\n\nTekst.\n")
	r.commit("verhuisd")
	want := "data/organisaties.csv a samen, zonder C|data/organisaties.csv b verhuisd|data/organisaties.csv c samen, zonder C|data/organisaties.csv e samen, zonder C"
	if got := r.gone(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	clone := repository{t, t.TempDir()}
	clone.git("clone", "-q", "--depth=1", "file://"+r.dir, ".")
	if got := clone.gone(); got != "" {
		t.Errorf("a shallow clone: %s", got)
	}
}

// TestRowsByChance edits tables by chance; what is reported is what is known to be
// gone from what was written.
func TestRowsByChance(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	r := newRepository(t)
	r.write("content/_index.md", "Welkom.\n")
	ever, at := map[string]bool{}, map[string]string{}
	for c := range 15 {
		for i := range 40 {
			id := fmt.Sprintf("o%d", i)
			if random.IntN(6) == 0 {
				at[id] = []string{"", "data/organisaties.csv", "data/organisaties/meer.csv"}[random.IntN(3)]
			}
			ever[id] = ever[id] || at[id] != ""
		}
		for _, file := range []string{"data/organisaties.csv", "data/organisaties/meer.csv"} {
			rows, sep := "", []string{";", ","}[random.IntN(2)]
			for i := range 40 {
				if id := fmt.Sprintf("o%d", i); at[id] == file {
					rows += fmt.Sprintf("%s%sO %d%s\"nota %d%s\nx%sy\"\n", id, sep, i, sep, random.IntN(2), sep, sep)
				}
			}
			r.write(file, "id"+sep+"titel"+sep+"samenvatting\n"+rows)
		}
		r.commit(fmt.Sprint(c))
	}
	var want []string
	for id, was := range ever {
		if was && at[id] == "" {
			want = append(want, id)
		}
	}
	var got []string
	for report := range strings.SplitSeq(r.gone(), "|") {
		got = append(got, strings.Fields(report)[1])
	}
	slices.Sort(want)
	slices.Sort(got)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// BenchmarkRows looks for rows of 25,000 allocations in twenty revisions: the
// first, eighteen that change fifty rows, and one that writes all anew.
func BenchmarkRows(b *testing.B) {
	for _, rows := range []int{5_000, 25_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) { benchmarkRows(b, rows) })
	}
}

func benchmarkRows(b *testing.B, rows int) {
	r := newRepository(b)
	if _, err := sitetest.GenerateMoney(r.dir, rows, rows/2, 1); err != nil {
		b.Fatal(err)
	}
	r.commit("begin")
	tables, _ := filepath.Glob(filepath.Join(r.dir, "data/toelagen/*.csv"))
	for c := range 19 {
		for i, table := range tables {
			text, err := os.ReadFile(table)
			if err != nil {
				b.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
			for k := range lines {
				if c == 18 || k > 0 && (k*7+c+i)%(rows/50) == 0 {
					lines[k] += ";"
				}
			}
			r.write("data/toelagen/"+filepath.Base(table), strings.Join(lines, "\n")+"\n")
		}
		r.commit(fmt.Sprint(c))
	}
	var builder Builder
	built, _, err := builder.Prove(context.Background(), Options{Dir: r.dir, Now: moneyDay})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		past := check.NewPastRows()
		lines := 0
		err := built.History.Changes(context.Background(), "data", model.RowsWithoutPage(), func(c *history.Change, l history.Line) {
			lines++
			past.Take(c, l)
		})
		if err != nil || lines < 3*rows {
			b.Fatal(lines, err)
		}
		check.Addresses{}.GoneRows(built.Site, past)
	}
}
