package dutch

// The list of words: base forms that are not compounds of others, from
// OpenTaal's list (words.NOTICE). What must stay true: a word in the list is
// never split and never taken for a form of another.

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"sync"
)

//go:generate go run ./wordlist/generate.go /usr/share/dict/dutch words.gz

//go:embed words.gz
var packedWords []byte

// Words is a set of Dutch base forms, and the forms that rules would get wrong.
type Words struct {
	bases map[string]byte   // with their flags
	forms map[string]string // exceptions of this list: form to base
}

// List returns the embedded list, unpacked once.
var List = sync.OnceValue(func() *Words {
	in, err := gzip.NewReader(bytes.NewReader(packedWords))
	if err != nil {
		panic("dutch: the embedded words: " + err.Error())
	}
	data, err := io.ReadAll(in)
	if err != nil {
		panic("dutch: the embedded words: " + err.Error())
	}
	return unpack(data)
})

// Packed words are front-coded: a byte above 127 with how many letters are
// shared with the word before (at most 15) and the flags of the word; then the
// other letters. A form with a base of its own has instead of flags, after its
// letters, a byte of how many letters of the form the base begins with (below
// 64), and the rest of the base.
const (
	control    = 128
	sharedMost = 15
	adjective  = 16 // takes -er and -st
	neverFirst = 32 // begins no compounds worth speaking of
	neverLast  = 64 // ends none
	basedMost  = 63
)

func unpack(data []byte) *Words {
	w := &Words{bases: make(map[string]byte, 100_000), forms: make(map[string]string, 20_000)}
	var word []byte
	for i := 0; i < len(data); {
		flags := data[i]
		rest := letters(data[i+1:])
		i += 1 + len(rest)
		word = append(word[:min(int(flags&sharedMost), len(word))], rest...)
		if i == len(data) || data[i] >= control {
			w.bases[string(word)] = flags &^ (control | sharedMost)
			continue
		}
		rest = letters(data[i+1:])
		w.forms[string(word)] = string(word[:min(int(data[i]), len(word))]) + string(rest)
		i += 1 + len(rest)
	}
	return w
}

// letters returns the letters that data begins with.
func letters(data []byte) []byte {
	n := 0
	for n < len(data) && data[n] >= 'a' && data[n] <= 'z' {
		n++
	}
	return data[:n]
}

// Has tells whether the list has the word as a base form.
func (w *Words) Has(word string) bool {
	_, ok := w.bases[word]
	return ok
}

// Base returns the base form of a form, by exceptions, the list and the rules;
// known is false where none of them knew it.
func (w *Words) Base(form string) (base string, known bool) {
	if base, ok := exceptions[form]; ok {
		return base, true
	}
	if base, ok := w.forms[form]; ok {
		return base, true
	}
	if w.Has(form) || len(form) < 4 {
		return form, w.Has(form)
	}
	base = form
	known = proposals(form, func(proposed string, class byte) bool {
		if to, ok := exceptions[proposed]; ok && class == plain {
			base = to
			return true
		}
		flags, ok := w.bases[proposed]
		if !ok || len(proposed) < least(class) || class == comparison && flags&adjective == 0 {
			return false
		}
		if to, ok := exceptions[proposed]; ok {
			proposed = to
		}
		base = proposed
		return true
	})
	return base, known
}

// least returns how many letters a base has at least.
func least(class byte) int {
	if class == classS {
		return 4
	}
	return 3
}

// Irregular yields every form whose base the rules would miss, with that base.
func (w *Words) Irregular(yield func(form, base string) bool) {
	for form, base := range exceptions {
		if form != base && !yield(form, base) {
			return
		}
	}
	for form, base := range w.forms {
		if exceptions[form] == "" && !yield(form, base) {
			return
		}
	}
}

// Bases returns all base forms of the list, in order.
func (w *Words) Bases() []string { return sorted(w.bases) }
