package model

import "testing"

func TestUnguarded(t *testing.T) {
	for text, want := range map[string]string{
		"'=1+1": "=1+1", "'+10 plekken": "+10 plekken", "'-min": "-min", "'@dienst": "@dienst", "' =1": "=1", "'＝1": "＝1", "'|x": "|x",
		"'t Werkhuys": "'t Werkhuys", "'s avonds": "'s avonds", "'": "'", "''=1": "''=1", "=1": "=1", "": "", "a'=1": "a'=1", "' t": "' t",
	} {
		if got := unguarded(text); got != want {
			t.Errorf("unguarded(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestComputedAreNoKeys: what only downloads have is not offered to who writes
// a table, nor asked of one.
func TestComputedAreNoKeys(t *testing.T) {
	for _, kind := range []string{"allocation", "payment"} {
		if len(computed(kind)) == 0 {
			t.Errorf("downloads of %s have no columns of their own", kind)
		}
		for _, name := range computed(kind) {
			if names(Describe(kind), name) {
				t.Errorf("%s is a key of %s", name, kind)
			}
		}
	}
}
