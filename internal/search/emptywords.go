package search

// Empty words: what every text of a language is full of, so that how often
// and where it stands says nothing. They are found, in phrases too, but a
// document counts no more for them. A word is empty only in documents of its
// language: les is a lesson in Dutch.

import "strings"

// emptyWords has the keys of empty words, each with its languages.
var emptyWords = readEmptyWords(map[languages]string{
	inDutch:   "de het een en of van in op te aan met voor door bij om tot uit naar over als dan dat die dit deze er ook niet is zijn was waren wordt worden werd ze zij we wij hij u",
	inFrench:  "le la les l un une des du de d et ou en dans a au aux par pour sur avec que qui qu ne pas ce cette ces se s son sa ses leur leurs est sont il elle ils elles nous vous",
	inEnglish: "the a an and or of in on to at by for from with as that this these those it its is are was were be been not we they he she you",
	inGerman:  "der die das den dem des ein eine einer einen einem eines und oder von vom in im an am auf zu zum zur mit fur durch bei aus nach uber als dass es ist sind war wird werden nicht sie wir er",
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
