//go:build ignore

// This program makes words.gz anew from OpenTaal's word list, as Debian's
// package wdutch brings it:
//
//	go run ./internal/search/dutch/wordlist/generate.go /usr/share/dict/dutch internal/search/dutch/words.gz
//
// It reduces 410,000 words to base forms that are no compounds of others, and
// adds the forms for which the rules of package dutch would find another base
// than the whole list shows.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"os"
	"strings"

	"glashelder/internal/search/dutch"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var words []string
	for word := range strings.Lines(string(text)) {
		if word = plain(strings.TrimSpace(word)); word != "" {
			words = append(words, word)
		}
	}
	data, report := dutch.Reduce(words)
	fmt.Println(report)
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	w.Write(data)
	w.Close()
	if err := os.WriteFile(os.Args[2], packed.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(packed.Len(), "bytes")
}

var accents = strings.NewReplacer("à", "a", "á", "a", "â", "a", "ä", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e", "ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "ö", "o", "ù", "u", "ú", "u", "û", "u", "ü", "u", "'", "")

// plain returns a word without accents and apostrophes (foto's: fotos), or ""
// for names and whatever else is not one word of small letters.
func plain(word string) string {
	word = accents.Replace(word)
	for _, c := range word {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	if len(word) < 2 || len(word) > 40 {
		return ""
	}
	return word
}
