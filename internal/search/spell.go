package search

// Words that the site does not have: mistakes, and compounds that it writes
// apart (format.go, section 9 step 5).

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// unseen returns the unit of a token that neither is a key nor begins one, and
// what may have been meant.
func (s *Searcher) unseen(t token, suggested string) (*unit, string, error) {
	u := s.newUnit(t.key)
	n := utf8.RuneCountInString(t.key)
	if n < leastTypo || strings.ContainsAny(t.key, "0123456789") || slices.Contains(s.Manifest.Empty, t.key) {
		return u, suggested, nil
	}
	most := 1
	if n >= twoTypos {
		most = 2
	}
	candidates, err := s.candidates(t.key, most)
	if err != nil {
		return nil, "", err
	}
	if len(candidates) == 0 || candidates[0].distance > 1 {
		if found, err := s.addSplit(u); err != nil || found {
			return u, suggested, err
		}
	}
	for i, c := range candidates {
		if i == mostTypos || c.distance > candidates[0].distance {
			break
		}
		h, err := s.find(c.key)
		if err != nil {
			return nil, "", err
		}
		if h == nil {
			continue
		}
		if err := s.addFound(u, h, s.Manifest.Weights.Typo); err != nil {
			return nil, "", err
		}
		suggested = cmp.Or(suggested, c.key)
	}
	return u, suggested, nil
}

// candidate is a key that is nearly the word that was typed.
type candidate struct {
	key       string
	distance  int
	first     bool // begins with another letter
	documents int  // log2
}

// candidates returns the keys near a word, the likeliest first.
func (s *Searcher) candidates(word string, most int) ([]candidate, error) {
	var all []candidate
	typed, at := []rune(word), map[string]int{}
	add := func(key string, documents int) {
		if i, ok := at[key]; ok {
			all[i].documents = max(all[i].documents, documents)
			return
		}
		if isExact(key) || slices.Contains(s.Manifest.Empty, key) {
			return
		}
		if d := distance(typed, []rune(key), most); d <= most {
			first, _ := utf8.DecodeRuneInString(key)
			at[key] = len(all)
			all = append(all, candidate{key, d, first != typed[0], documents})
		}
	}
	if err := s.eachTermNear(word, add); err != nil {
		return nil, err
	}
	if err := s.eachSpellingNear(word, add); err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(a.distance-b.distance, cmp.Compare(number(a.first), number(b.first)), b.documents-a.documents, strings.Compare(a.key, b.key))
	})
	return all, nil
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// eachTermNear calls add for the keys of the t shard in which a word would be,
// with log2 of their documents; 0 for aliases of lexemes elsewhere.
func (s *Searcher) eachTermNear(word string, add func(string, int)) error {
	i, _, err := s.shardOf(&s.Manifest.Terms, word)
	if err != nil || s.Manifest.Terms.size() == 0 {
		return err
	}
	shard, err := s.terms(i)
	if err != nil {
		return err
	}
	for e, key := range shard.keys {
		documents := 0
		if h := shard.heads[shard.refs[e]]; h != nil {
			documents = bits.Len(uint(max(1, h.count))) - 1
		}
		add(key, documents)
	}
	return nil
}

// eachSpellingNear does the same for the s shard in which a word would be.
func (s *Searcher) eachSpellingNear(word string, add func(string, int)) error {
	i, _, err := s.shardOf(&s.Manifest.Spelling, reverse(word))
	if err != nil || s.Manifest.Spelling.size() == 0 {
		return err
	}
	name, err := s.fileAt(&s.Manifest.Spelling, i)
	if err != nil {
		return err
	}
	list, err := load(s, "s", name, decodeSpelling)
	for _, l := range list {
		add(l.text, l.documents)
	}
	return err
}

// decodeSpelling returns the keys of an s shard, the right way round, with log2
// of their documents.
func decodeSpelling(data []byte) ([]spelling, error) {
	in := scanner{data: data}
	n := in.count(3)
	keys := scanner{data: in.bytes(in.number())}
	list := make([]spelling, n)
	before := ""
	for i := range list {
		before = keys.front(before)
		list[i].text = reverse(before)
	}
	for i, b := range in.bytes(n) {
		list[i].documents = int(b)
	}
	in.bad = in.bad || keys.bad
	return list, in.err()
}

// addSplit looks for a word as two words.
func (s *Searcher) addSplit(u *unit) (bool, error) {
	tries := 0
	letters := []rune(u.key)
	for i := len(letters) - leastSplit; i >= leastSplit && tries < mostSplits; i-- {
		left, err := s.find(string(letters[:i]))
		if err != nil {
			return false, err
		}
		if left == nil {
			continue
		}
		tries++
		for _, right := range []string{string(letters[i:]), strings.TrimPrefix(string(letters[i:]), "s")} {
			if utf8.RuneCountInString(right) < leastSplit {
				continue
			}
			found, err := s.addTogether(u, []string{string(letters[:i]), right}, s.Manifest.Weights.Split)
			if err != nil || found {
				return found, err
			}
		}
	}
	return false, nil
}

// distance is the optimal string alignment distance: letters left out, added,
// changed, or two neighbours swapped; most+1 stands for all that is more.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[(i+2)%3], rows[i%3], rows[(i+1)%3]
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
	}
	return min(most+1, rows[(len(a)+1)%3][len(b)])
}
