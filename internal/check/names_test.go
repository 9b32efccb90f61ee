package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

func named(titles ...string) []name {
	var list []*model.Organisation
	for i, title := range titles {
		o := &model.Organisation{}
		o.ID, o.Title, o.Pos = fmt.Sprint(i), title, diag.Pos{File: "data/organisaties.csv", Line: i + 2, Col: 1}
		list = append(list, o)
	}
	return namesOf(list)
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Buurtwerk De Kapstok vzw", "Buurtwerk Kapstok", true},
		{"Buurtwerk Kapstok", "Buurtwerk Kapstock", true},
		{"Buurtwerk Kapstok", "Buurtwerk Kasptok", true},
		{"Één Hart V.Z.W.", "Een hart", true}, // only small words and legal forms differ
		{"Het Groene Huis", "Huis het groene", true},
		{"Kring Noord 12", "Kring Noord 13", false},
		{"Kring Noord A", "Kring Noord B", false},
		{"KAJ", "KAV", false},
		{"De Burg", "De Brug", false}, // too short for a slip
		{"Buurtwerk Kapstok", "Buurthuis Kapstok", false},
		{"De Vzw", "Vzw Gent", false},
	} {
		if got := len(alike(named(c.a, c.b))) > 0; got != c.want {
			t.Errorf("alike(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

// TestAlikeFindsAll holds the shared keys against comparing each with each, on
// families of names that differ in none to three letters.
func TestAlikeFindsAll(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var titles []string
	for range 60 {
		family := make([]byte, 7+random.IntN(4))
		for i := range family {
			family[i] = byte('a' + random.IntN(26))
		}
		for range 4 {
			titles = append(titles, slips(random, family))
		}
	}
	all := named(titles...)
	found := map[[2]string]bool{}
	for _, p := range alike(all) {
		found[[2]string{p[0].of.ID, p[1].of.ID}] = true
	}
	near := 0
	for i, a := range all {
		for _, b := range all[i+1:] {
			want := oneSlip(a.core, b.core)
			if got := found[[2]string{a.of.ID, b.of.ID}]; got != want {
				t.Errorf("%s and %s: alike is %t, want %t", a.text, b.text, got, want)
			}
			if want {
				near++
			}
		}
	}
	if near < 50 || near > 300 {
		t.Errorf("%d pairs are near: the names prove little", near)
	}
}

// slips changes, swaps or doubles up to two letters of a word.
func slips(random *rand.Rand, word []byte) string {
	out := slices.Clone(word)
	for range random.IntN(3) {
		at := random.IntN(len(out) - 1)
		switch random.IntN(3) {
		case 0:
			out[at] = byte('a' + random.IntN(26))
		case 1:
			out[at], out[at+1] = out[at+1], out[at]
		case 2:
			out = slices.Insert(out, at, out[at])
		}
	}
	return string(out)
}

// TestAlikeSameEveryTime: the hashes differ in each run, the list may not.
func TestAlikeSameEveryTime(t *testing.T) {
	all := named("Huis van de Wijk", "Huis van Wijk", "Huis van de Wiijk", "Huizen van de Wijk", "Huis der Wijk")
	texts := func() (out []string) {
		for _, p := range alike(all) {
			out = append(out, p[0].text+"/"+p[1].text)
		}
		return out
	}
	first := texts()
	if len(first) < 4 {
		t.Fatalf("only %q", first)
	}
	for range 20 {
		if again := texts(); !slices.Equal(first, again) {
			t.Fatalf("%q, then %q", first, again)
		}
	}
}

// BenchmarkAlike is to grow with the number of names, not with its square.
func BenchmarkAlike(b *testing.B) {
	for _, n := range []int{1500, 12000} {
		random := rand.New(rand.NewPCG(1, 2))
		var titles []string
		for i := range n {
			titles = append(titles, fmt.Sprintf("Vereniging %c%c%c%c%c voor wijk %d", 'a'+random.IntN(26), 'a'+random.IntN(26), 'a'+random.IntN(26), 'a'+random.IntN(26), 'a'+random.IntN(26), i%40))
		}
		all := named(titles...)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				alike(all)
			}
		})
	}
}
