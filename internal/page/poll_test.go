package page

import (
	"fmt"
	"strings"
	"testing"

	"glashelder/internal/model"
)

func options(votes ...int) []model.Option {
	var out []model.Option
	for i, n := range votes {
		out = append(out, model.Option{Label: string(rune('a' + i)), Votes: n})
	}
	return out
}

func TestFoldSmall(t *testing.T) {
	for _, c := range []struct {
		votes []int
		want  string
	}{
		{[]int{17, 11, 6}, "a17 b11 c6"},
		{[]int{17, 5}, "a17 b5"},
		{[]int{17, 11, 2, 4}, "a17 b11 c+d6 folded"},
		{[]int{17, 11, 2}, "a17 c+b13 folded"}, // one alone would be known from the rest
		{[]int{17, 11, 1, 2}, "a17 c+d+b14 folded"},
		{[]int{20, 0, 3}, "b0 c+a23 folded"}, // nobody hides nobody
		{[]int{3, 2, 0}, "c0 a+b5 folded"},
		{[]int{2, 2}, ""},
		{[]int{0, 0}, ""},
		{nil, ""},
	} {
		rows, folded := foldSmall(options(c.votes...))
		var got []string
		for _, r := range rows {
			got = append(got, fmt.Sprint(strings.Join(r.labels, "+"), r.votes))
		}
		if folded {
			got = append(got, "folded")
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%v: %q, want %q", c.votes, text, c.want)
		}
	}
}

// No row that is shown may stand for one to four people, and no vote may be lost.
func TestFoldSmallShowsNoSmallGroup(t *testing.T) {
	for n := range 9 * 9 * 9 * 9 {
		votes := []int{n % 9, n / 9 % 9, n / 81 % 9, n / 729}
		rows, _ := foldSmall(options(votes...))
		sum := 0
		for _, r := range rows {
			sum += r.votes
			if r.votes > 0 && r.votes < fewest {
				t.Fatalf("%v: a row of %d", votes, r.votes)
			}
		}
		if total := votes[0] + votes[1] + votes[2] + votes[3]; len(rows) > 0 && sum != total || len(rows) == 0 && total >= fewest {
			t.Fatalf("%v: %d of %d votes are shown", votes, sum, total)
		}
	}
}

func TestPoll(t *testing.T) {
	v := newVoice(smallSite(t, nil), "nl")
	p := v.poll("x", model.Poll{Question: "Goed?", Invited: 50, Answered: 40, Options: options(30, 10)})
	if p.Hidden || p.Answered != "40 van 50 antwoordden" || len(p.Rows) != 2 || p.Rows[0].Share != "75%" {
		t.Errorf("%+v", p)
	}
	if p.Sentence != "Het antwoord dat het vaakst gekozen is: a (75%)." {
		t.Errorf("sentence %q", p.Sentence)
	}
	if p := v.poll("x", model.Poll{Answered: 4, Options: options(3, 1)}); !p.Hidden || p.Rows != nil || p.Answered != "" {
		t.Errorf("four people: %+v", p)
	}
	if p := v.poll("x", model.Poll{Options: options(8, 8)}); p.Sentence != "" || p.Answered != "16 mensen antwoordden" {
		t.Errorf("a tie: %+v", p)
	}
}
