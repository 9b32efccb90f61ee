package model

import (
	"strconv"
	"testing"
)

// However many mistakes there are, looking for what was meant costs as much as
// for maxProposals of them.
func TestNearGivesUp(t *testing.T) {
	s, asked := &Site{}, 0
	names := func() []string { asked++; return []string{"vereniging"} }
	for i := range 10 * maxProposals {
		want := "vereniging"
		if i >= maxProposals {
			want = ""
		}
		if got := s.near("verenigin", names); got != want {
			t.Fatalf("mistake %s: got %q, want %q", strconv.Itoa(i), got, want)
		}
	}
	if asked != maxProposals {
		t.Errorf("asked for the names %d times, want %d", asked, maxProposals)
	}
}
