package search

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// changed returns the bytes of the files of a folder that another index lacks.
func changed(was, is Index, folder string) int {
	had := map[string]bool{}
	for _, f := range was.Files {
		had[f.Name] = true
	}
	n := 0
	for _, f := range is.Files {
		if path.Dir(f.Name) == folder && !had[f.Name] {
			n += len(f.Data)
		}
	}
	return n
}

func equal(a, b Index) bool {
	return slices.EqualFunc(a.Files, b.Files, func(x, y File) bool { return x.Name == y.Name && bytes.Equal(x.Data, y.Data) })
}

// TestDeterministic: neither the order of documents nor the number of
// processors or workers changes a byte.
func TestDeterministic(t *testing.T) {
	all := documents(300, 3)
	all = append(all, small()...)
	first := mustBuild(all)
	slices.Reverse(all)
	for _, processors := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(processors)
		again := mustBuild(all)
		runtime.GOMAXPROCS(before)
		if !equal(first, again) {
			t.Errorf("with %d processors and the documents in another order, the index differs", processors)
		}
	}
}

// TestEdits: one edited document changes few files.
func TestEdits(t *testing.T) {
	all := documents(1000, 4)
	was := mustBuild(all)
	edits, bytes := []int{3, 200, 400, 500, 700, 999}, 0
	for _, i := range edits {
		edited := slices.Clone(all)
		edited[i].Text = strings.Replace(edited[i].Text, " van ", " welzijn ", 1)
		n := changed(was, mustBuild(edited), "t")
		if n == 0 {
			t.Error("an edit changed nothing")
		}
		bytes += n
	}
	if bytes /= len(edits); bytes > 20_000 {
		t.Errorf("an edit changes %d bytes of t/", bytes)
	}
}

// TestCuts: keys that come and go leave most cuts where they were, and no shard
// is half as large again as it should be.
func TestCuts(t *testing.T) {
	texts := slices.Compact(slices.Sorted(slices.Values(vocabulary25k())))
	sizes := slices.Repeat([]int{7}, len(texts))
	was := boundsOf(texts, cutShards(texts, sizes, 1000))
	other := slices.Delete(slices.Clone(texts), 11_000, 11_020)
	is := boundsOf(other, cutShards(other, sizes[20:], 1000))
	n := 0
	for _, b := range is {
		if slices.Contains(was, b) {
			n++
		}
	}
	t.Logf("%d of %d bounds stay", n, len(was))
	if n*10 < len(was)*9 {
		t.Errorf("of %d bounds %d stay", len(was), n)
	}
	for _, huge := range []int{0, len(texts) / 2, len(texts) - 1} {
		one := slices.Clone(sizes)
		one[huge] = 50_000
		if n := len(cutShards(texts, one, 1000)); n < len(was)*9/10 {
			t.Errorf("with one huge key there are %d shards", n)
		}
	}
	starts := append(cutShards(texts, sizes, 1000), len(texts))
	for i := range len(starts) - 1 {
		if size := 7 * (starts[i+1] - starts[i]); size >= 1500 || size < 500 {
			t.Errorf("a shard of %d, where 1000 was wanted", size)
		}
	}
}

func TestMistakes(t *testing.T) {
	if _, err := Build(slices.Values([]Document{{ID: "a"}, {ID: "a"}}), Options{}); err == nil {
		t.Error("two documents of one ID are no error")
	}
	if s := open(t, nil); s.Manifest.Documents != 0 {
		t.Error("an empty site has documents")
	} else if found, _ := find(t, s, "subsidie"); found != nil {
		t.Error("an empty site finds something")
	}
}

// queries that together touch every kind of file.
var everyFile = []string{"reglement", "midden veld organisatie", `"burgemeester en schepenen"`, "subsidireglement", "werf:1", "bedrag:>10", "datum:2010..", "subs", "een vereniging"}

// TestDamage: a missing, truncated or altered file gives an error or an answer,
// never a panic.
func TestDamage(t *testing.T) {
	index := mustBuild(small())
	failed := 0
	for i, f := range index.Files {
		for _, damage := range damages(f.Data) {
			broken := Index{Files: slices.Clone(index.Files)}
			broken.Files[i].Data = damage
			if damage == nil {
				broken.Files[i].Name = "gone"
			}
			if err := searchAll(broken); err != nil {
				failed++
			}
		}
	}
	if failed < len(index.Files) {
		t.Errorf("only %d of many damages were noticed", failed)
	}
}

func damages(data []byte) [][]byte {
	content, err := unpack(data)
	if err != nil {
		return nil
	}
	all := [][]byte{nil, data[:len(data)/2], data[:1], {}, []byte("<html>")}
	for i := 0; i < len(content); i += 1 + len(content)/40 {
		altered := slices.Clone(content)
		altered[i] ^= 0xff
		all = append(all, altered, content[:i])
	}
	return all
}

func searchAll(index Index) error {
	s, err := Open(index.read)
	if err != nil {
		return err
	}
	var errs []error
	for _, query := range everyFile {
		found, err := s.Search(query, ByAmount)
		errs = append(errs, err)
		for _, d := range found.Documents {
			_, err := s.Card(d)
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// FuzzTerms: any bytes are a shard or an error.
func FuzzTerms(f *testing.F) {
	for _, file := range mustBuild(small()).Files {
		if content, err := unpack(file.Data); err == nil && path.Dir(file.Name) == "t" {
			f.Add(content)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		shard, err := decodeTerms(data, 0)
		if err != nil {
			return
		}
		for _, h := range shard.heads {
			h.each(1000, func(p posting) {
				if p.document < 0 || p.document >= 1000 {
					t.Errorf("document %d", p.document)
				}
			})
		}
		decodePositions(data)
		decodeSpelling(data)
	})
}

// TestBitmap: long lists that are kept as bitmaps say the same as short ones,
// but for the impact of the rest.
func TestBitmap(t *testing.T) {
	r := &ranker{units: make([][fieldCount]int, 20_000), worth: slices.Repeat([]int{100}, 20_000)}
	var places []place
	for d := range 20_000 {
		r.units[d][inText] = 100 + d%900
		if d%4 != 1 {
			places = append(places, newPlace(d, d%77, inText, 100, true))
		}
	}
	p := r.postings(places, false)
	if !p.bitmap || p.positions != nil {
		t.Fatalf("a list of %d is no bitmap or has positions", p.count)
	}
	k := key{text: "de", lexeme: &lexeme{key: "de"}, list: p}
	shard, err := decodeTerms(encodeTerms([]key{k}, 0, 1), 0)
	if err != nil {
		t.Fatal(err)
	}
	i, best := 0, 0
	err = shard.heads[0].each(20_000, func(got posting) {
		if got.document != places[i].document() {
			t.Fatalf("document %d, not %d", got.document, places[i].document())
		}
		if got.impact == int(r.impact(got.document, places[i:i+1])&mostImpact) {
			best++
		}
		i++
	})
	if err != nil || i != len(places) || best < bitmapBest {
		t.Errorf("%d of %d documents, %d with their impact, error %v", i, len(places), best, err)
	}
}

// TestDirectoryPages: a directory of many files leads to the same files.
func TestDirectoryPages(t *testing.T) {
	var names strings.Builder
	var bounds []string
	const n = directoryMost + 300
	for i := range n {
		fmt.Fprintf(&names, "f%07d", i)
		bounds = append(bounds, fmt.Sprintf("k%05d", 2*i))
	}
	bounds[0] = ""
	w := &writer{}
	w.manifest = Manifest{Format: Format, TermsPerPositions: 1, CardsPerFile: 1}
	w.manifest.Terms = w.directory(names.String(), bounds)
	w.finish()
	s := openIndex(t, Index{Files: w.files})
	for i := range n {
		for _, text := range []string{fmt.Sprintf("k%05d", 2*i), fmt.Sprintf("k%05d", 2*i+1)} {
			got, next, err := s.shardOf(&s.Manifest.Terms, text)
			if err != nil || got != i || i+1 < n && next != bounds[i+1] {
				t.Fatalf("%s is in shard %d before %q, not %d (%v)", text, got, next, i, err)
			}
		}
		if name, err := s.fileAt(&s.Manifest.Terms, i); err != nil || name != fmt.Sprintf("f%07d", i) {
			t.Fatalf("file %d is %q (%v)", i, name, err)
		}
	}
}
