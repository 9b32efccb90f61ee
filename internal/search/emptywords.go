package search

// Empty words: what every text of a language is full of, so that how often
// and where it stands says nothing. They are found, in phrases too, but a
// document counts no more for them, and beside other words they are not looked
// for. A word is empty only in documents of its language: les is a lesson in
// Dutch.

import (
	"slices"
	"strings"
)

// emptyWords has the keys of empty words, each with its languages.
var emptyWords = readEmptyWords(map[languages]string{
	inDutch:   "de het een en of van in op te aan met voor door bij om tot uit naar over als dan dat die dit deze er ook niet is zijn was waren wordt worden werd ze zij we wij hij u ik je jij jullie mij me men zich mijn jouw uw ons onze hun haar wat wie waar wanneer hoe waarom welke welk kan kunnen zal zullen moet moeten mag heeft hebben had",
	inFrench:  "le la les l un une des du de d et ou en dans a au aux par pour sur avec que qui qu ne pas ce cette ces se s son sa ses leur leurs est sont il elle ils elles nous vous je tu mon ma mes notre nos votre vos quel quelle quels quelles comment pourquoi quand quoi peut peuvent ont",
	inEnglish: "the a an and or of in on to at by for from with as that this these those it its is are was were be been not we they he she you i me my your our their what who where when how why which can will have has had",
	inGerman:  "der die das den dem des ein eine einer einen einem eines und oder von vom in im an am auf zu zum zur mit fur durch bei aus nach uber als dass es ist sind war wird werden nicht sie wir er ich mein unser ihr was wer wo wann wie warum kann hat haben",
})

func readEmptyWords(lists map[languages]string) map[string]languages {
	words := map[string]languages{}
	for language, list := range lists {
		for _, word := range strings.Fields(list) {
			words[word] |= language
		}
	}
	return words
}

// emptyOf returns the keys of the words that are empty in most documents, in order.
func emptyOf(documents []entry) []string {
	var most languages
	counts := map[languages]int{}
	for i := range documents {
		spoken := documents[i].spoken
		counts[spoken]++
		if counts[spoken] > counts[most] || counts[spoken] == counts[most] && spoken < most {
			most = spoken
		}
	}
	empty := []string{}
	for key, of := range emptyWords {
		if of&most != 0 {
			empty = append(empty, key)
		}
	}
	slices.Sort(empty)
	return empty
}
