package search

// Shards: all keys in order, cut into files of about one size (format.go,
// sections 3 to 5).

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"glashelder/internal/search/dutch"
)

// key is an entry of a term shard.
type key struct {
	text   string
	lexeme *lexeme // nil for an alias
	target int     // of an alias: the index of its lexeme
	list   postings
}

// keys returns all keys of the index in order, with their postings.
func (v *vocabulary) keys(r *ranker) []key {
	all := make([]key, 0, len(v.lexemes)+len(v.aliases))
	for text, l := range v.lexemes {
		all = append(all, key{text: text, lexeme: l})
	}
	for text := range v.aliases {
		all = append(all, key{text: text})
	}
	slices.SortFunc(all, func(a, b key) int { return strings.Compare(a.text, b.text) })
	index := make(map[string]int, len(all))
	for i := range all {
		index[all[i].text] = i
	}
	buffers := sync.Pool{New: func() any { return new([]place) }}
	parallel(len(all), func(i int) {
		k := &all[i]
		if k.lexeme == nil {
			k.target = index[v.aliases[k.text]]
			return
		}
		exact := strings.Contains(k.text, " ")
		places := buffers.Get().(*[]place)
		*places = r.places(v.forms, k.lexeme, (*places)[:0])
		k.list = r.postings(*places, exact)
		buffers.Put(places)
		for _, p := range k.lexeme.parts {
			if _, ok := index[k.text[p.Start:p.Start+p.Length]]; !ok {
				k.lexeme.parts = nil
				break
			}
		}
	})
	for i := range v.forms {
		v.forms[i].places = nil // they are in the lists now
	}
	return all
}

// weigh estimates the packed bytes of a key.
func weigh(k *key) int { return 3 + len(k.list.documents)*9/10 + len(k.list.impacts)*4/10 }

// cutShards returns the index at which each shard begins. Sizes are estimates;
// what is more than half as
// large again as the target is cut. Where, the keys themselves say: at that with
// the least hash of those about the middle, so that other keys that come and go
// leave the cuts where they were.
func cutShards(texts []string, sizes []int, target int) []int {
	if len(texts) == 0 {
		return nil
	}
	ends := make([]int, len(sizes)) // sums of sizes, this one's too
	sum := 0
	for i, size := range sizes {
		sum += size
		ends[i] = sum
	}
	starts := []int{0}
	var cut func(from, to int)
	cut = func(from, to int) {
		before := ends[from] - sizes[from]
		size := ends[to-1] - before
		if size < target*3/2 || to-from < 2 {
			return
		}
		low, _ := slices.BinarySearch(ends[from:to-1], before+size*2/5)
		high, _ := slices.BinarySearch(ends[from:to-1], before+size*3/5)
		first := min(from+low+1, to-1) // one key may be as large as all others
		at := leastHash(texts, first, max(first+1, min(from+high+1, to)))
		cut(from, at)
		starts = append(starts, at)
		cut(at, to)
	}
	cut(0, len(texts))
	return starts
}

// leastHash returns the index of the text with the least hash (FNV-1a), of
// those from..to.
func leastHash(texts []string, from, to int) int {
	best, least := from, uint32(math.MaxUint32)
	for i := from; i < to; i++ {
		h := fnv.New32a()
		_, _ = io.WriteString(h, texts[i])
		if sum := h.Sum32(); sum < least {
			best, least = i, sum
		}
	}
	return best
}

// bound returns the shortest string above the last key of one shard and not
// above the first of the next.
func bound(last, first string) string {
	for i := range first {
		if i > 0 && first[:i] > last {
			return first[:i]
		}
	}
	return first
}

// boundsOf returns the bounds of shards that begin at starts.
func boundsOf(texts []string, starts []int) []string {
	bounds := make([]string, len(starts))
	for i, at := range starts[min(1, len(starts)):] {
		bounds[i+1] = bound(texts[at-1], texts[at])
	}
	return bounds
}

// end returns where shard i ends.
func end(starts []int, i, n int) int {
	if i+1 < len(starts) {
		return starts[i+1]
	}
	return n
}

// encodeTerms returns the content of the t shard with the keys from..to.
func encodeTerms(all []key, from, to int) []byte {
	var sections [6][]byte
	before := ""
	for i := from; i < to; i++ {
		k := &all[i]
		sections[0] = appendFront(sections[0], before, k.text)
		before = k.text
		switch {
		case k.lexeme != nil:
			sections[1] = append(sections[1], 0)
			sections[3] = appendHead(sections[3], k.list, k.lexeme.parts)
			sections[4] = append(sections[4], k.list.documents...)
			sections[5] = append(sections[5], k.list.impacts...)
		case k.target < from || k.target >= to:
			sections[1] = append(sections[1], 1)
			sections[2] = appendString(sections[2], all[k.target].text)
		default:
			sections[1] = binary.AppendUvarint(sections[1], zigzag(k.target-i)+1)
		}
	}
	content := binary.AppendUvarint(nil, uint64(to-from))
	for _, s := range sections {
		content = binary.AppendUvarint(content, uint64(len(s)))
	}
	return append(content, slices.Concat(sections[:]...)...)
}

func appendHead(head []byte, list postings, parts []dutch.Part) []byte {
	count := uint64(list.count) << 1
	if list.bitmap {
		count |= 1
	}
	head = binary.AppendUvarint(head, count)
	head = binary.AppendUvarint(head, uint64(len(parts)))
	for _, p := range parts {
		head = binary.AppendUvarint(head, uint64(p.Start))
		head = binary.AppendUvarint(head, uint64(p.Length))
	}
	return head
}

// encodePositions returns the block of the t shard with the keys from..to.
func encodePositions(to []byte, keys []key) []byte {
	var lengths, lists []byte
	n := 0
	for i := range keys {
		if keys[i].lexeme != nil {
			n++
			lengths = binary.AppendUvarint(lengths, uint64(len(keys[i].list.positions)))
			lists = append(lists, keys[i].list.positions...)
		}
	}
	to = binary.AppendUvarint(to, uint64(n))
	return append(append(to, lengths...), lists...)
}

// spelling is a key of a spelling shard: reversed, with the documents it has.
type spelling struct {
	text      string
	documents int
}

// spellings returns the keys that occur, reversed, in order.
func (v *vocabulary) spellings(all []key) []spelling {
	var list []spelling
	for i := range all {
		k := &all[i]
		if _, occurs := v.index[k.text]; !occurs || !spellable(k.text) {
			continue
		}
		lexeme := k
		if k.lexeme == nil {
			lexeme = &all[k.target]
		}
		list = append(list, spelling{reverse(k.text), lexeme.list.count})
	}
	slices.SortFunc(list, func(a, b spelling) int { return strings.Compare(a.text, b.text) })
	return list
}

// spellable tells whether a key may be what someone meant.
func spellable(text string) bool {
	letters := false
	for _, r := range text {
		if r == ' ' {
			return false
		}
		letters = letters || r > '9'
	}
	return letters && utf8.RuneCountInString(text) >= 4
}

func reverse(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}

func encodeSpelling(list []spelling) []byte {
	var keys, counts []byte
	before := ""
	for _, s := range list {
		keys = appendFront(keys, before, s.text)
		before = s.text
		counts = append(counts, byte(bits.Len(uint(max(1, s.documents)))-1))
	}
	content := binary.AppendUvarint(nil, uint64(len(list)))
	content = binary.AppendUvarint(content, uint64(len(keys)))
	return append(append(content, keys...), counts...)
}
