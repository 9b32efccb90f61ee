//go:build ignore

// This program makes fold.gz anew from the Unicode Character Database, as
// Debian's package unicode-data brings it:
//
//	go run ./internal/search/folding/generate.go /usr/share/unicode/UnicodeData.txt internal/search/fold.gz
//
// Each line is a code point in hexadecimal, a space, and the letters, numbers
// and marks of its compatibility decomposition (NFKD) in lower case; only code
// points for which that is more than lower case are listed, and no Hangul
// syllables, which are computed.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
	"unicode"
)

func main() {
	in, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	decompositions := map[rune][]rune{}
	var order []rune
	for lines := bufio.NewScanner(in); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if fields[5] == "" {
			continue
		}
		from := hex(fields[0])
		for _, part := range strings.Fields(fields[5]) {
			if part[0] != '<' {
				decompositions[from] = append(decompositions[from], hex(part))
			}
		}
		order = append(order, from)
	}
	var text bytes.Buffer
	for _, r := range order {
		fmt.Fprintf(&text, "%x %s\n", r, string(decompose(nil, r, decompositions)))
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, 9)
	w.Write(text.Bytes())
	w.Close()
	if err := os.WriteFile(os.Args[2], packed.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func decompose(to []rune, r rune, table map[rune][]rune) []rune {
	if parts, ok := table[r]; ok {
		for _, p := range parts {
			to = decompose(to, p, table)
		}
		return to
	}
	if r = unicode.ToLower(r); unicode.In(r, unicode.L, unicode.N, unicode.M) {
		to = append(to, r)
	}
	return to
}

func hex(s string) rune {
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil {
		log.Fatal(err)
	}
	return rune(n)
}
