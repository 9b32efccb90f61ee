package build_test

// One cent more or less, anywhere in the money of the demo site. What must stay
// true: publication stops, and a message names the place of the change or that
// of the total it no longer agrees with, with the sums.

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/locale"
)

// centsAtOnce is how many of the amounts of one column are tried, each with a
// cent more and a cent less; GLASHELDER_ALL=1 tries them all.
const centsAtOnce = 3

func TestOneCent(t *testing.T) {
	dir, _ := copyDemo(t)
	var b build.Builder
	prove := func() diag.List {
		_, diags, err := b.Prove(context.Background(), build.Options{Dir: dir, Now: november, Jobs: 2})
		if err != nil {
			t.Fatal(err)
		}
		return diags
	}
	if diags := prove(); len(diags) > 0 {
		t.Fatalf("the demo site itself is not well: %s", said(diags))
	}
	for _, a := range sampled(writtenAmounts(t, dir)) {
		before, err := os.ReadFile(filepath.Join(dir, a.file))
		if err != nil {
			t.Fatal(err)
		}
		for _, cent := range []locale.Money{1, -1} {
			write(t, filepath.Join(dir, a.file), a.changed(t, string(before), cent))
			if diags := prove(); !a.noticed(diags) {
				t.Errorf("%s:%d: %q is changed by %d cent, and nobody says where: %s", a.file, a.line, a.text, cent, said(diags))
			}
		}
		write(t, filepath.Join(dir, a.file), string(before))
	}
}

// writtenAmount is an amount as it stands in a file.
type writtenAmount struct {
	file, column, text string
	line, at           int // of its line, the index in bytes
}

// writtenAmounts finds every amount in the tables, the envelopes, the
// decisions and the documents of allocations in a copy of the demo site.
func writtenAmounts(t *testing.T, dir string) []writtenAmount {
	t.Helper()
	var out []writtenAmount
	for _, pattern := range []string{"data/toelagen/*.csv", "data/betalingen/*.csv", "data/budgetten.toml", "content/beslissingen/*.md", "content/toelagen/t*.md"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name, _ := filepath.Rel(dir, file)
			if path.Ext(file) == ".csv" {
				out = append(out, amountsInTable(t, filepath.ToSlash(name), string(data))...)
			} else {
				out = append(out, amountsUnderKey(filepath.ToSlash(name), string(data))...)
			}
		}
	}
	return out
}

func amountsInTable(t *testing.T, file, text string) (out []writtenAmount) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	header, err := r.Read()
	for err == nil {
		var row []string
		row, err = r.Read()
		for i, cell := range row {
			if slices.Contains([]string{"aangevraagd", "toegekend", "waarde", "bedrag"}, header[i]) && cell != "" {
				line, col := r.FieldPos(i)
				out = append(out, writtenAmount{file, header[i], cell, line, col - 1})
			}
		}
	}
	if err != io.EOF {
		t.Fatal(err)
	}
	return out
}

var amountKey = regexp.MustCompile(`^(?:bedrag|aangevraagd|toegekend|waarde) = "?([0-9.,]+)"?$`)

func amountsUnderKey(file, text string) (out []writtenAmount) {
	for i, line := range strings.Split(text, "\n") {
		if m := amountKey.FindStringSubmatchIndex(line); m != nil {
			out = append(out, writtenAmount{file, "bedrag", line[m[2]:m[3]], i + 1, m[2]})
		}
	}
	return out
}

// sampled keeps some amounts of every column of every file, and all of them
// where the environment asks for it.
func sampled(all []writtenAmount) []writtenAmount {
	if os.Getenv("GLASHELDER_ALL") != "" {
		return all
	}
	rand.New(rand.NewPCG(2026, 5)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	kept := map[string]int{}
	return slices.DeleteFunc(all, func(a writtenAmount) bool {
		kept[a.file+a.column]++
		return kept[a.file+a.column] > centsAtOnce
	})
}

// changed is the text of the file with some cents more in this amount.
func (a writtenAmount) changed(t *testing.T, text string, cents locale.Money) string {
	t.Helper()
	decimal := byte(',')
	if !strings.Contains(a.text, ",") {
		decimal = '.'
	}
	m, err := locale.ParseMoney(a.text, decimal)
	if err != nil {
		t.Fatal(err)
	}
	other := (m + cents).String()
	if decimal == ',' {
		other = strings.Replace(other, ".", ",", 1)
	}
	lines := strings.Split(text, "\n")
	line := &lines[a.line-1]
	if !strings.HasPrefix((*line)[a.at:], a.text) {
		t.Fatalf("%s:%d: there is no %q at %d", a.file, a.line, a.text, a.at)
	}
	*line = (*line)[:a.at] + other + (*line)[a.at+len(a.text):]
	return strings.Join(lines, "\n")
}

var anAmount = regexp.MustCompile(`€\x{a0}[0-9.]+,[0-9]{2}`)

// noticed tells whether an error names a place in the file of the amount, and sums.
func (a writtenAmount) noticed(diags diag.List) bool {
	for _, d := range diags {
		places := append([]diag.Pos{d.Pos}, d.Related...)
		here := slices.ContainsFunc(places, func(p diag.Pos) bool { return (p.File == a.file || p.File == "data/budgetten.toml") && p.Line > 0 })
		if sums := anAmount.FindAllString(fmt.Sprint(d.Message("nl")), -1); d.Code.Severity == diag.Error && here && len(sums) >= 2 {
			return true
		}
	}
	return false
}
