package model

// What a translation takes over from its original: every key that it does not
// write itself.

import (
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// merge gives the keys of original with those of translation in their place,
// whichever of its names a key goes by. The title, summary, plain text and old
// addresses are never taken over: a translation that lacks them derives its own.
func merge(lang *locale.Language, original, translation *source.Value) *source.Value {
	if original == nil {
		return translation
	}
	own := map[string]bool{"title": true, "summary": true, "plain": true, "aliases": true}
	for _, f := range translation.Fields {
		own[english(lang, f.Name)] = true
	}
	merged := &source.Value{Kind: source.Table, Pos: translation.Pos, Fields: translation.Fields}
	for _, f := range original.Fields {
		if !own[english(lang, f.Name)] {
			merged.Fields = append(merged.Fields[:len(merged.Fields):len(merged.Fields)], f)
		}
	}
	return merged
}

// english is the English name of a key; a key that no table knows keeps its own.
func english(lang *locale.Language, key string) string {
	if name, known := lang.English(key); known {
		return name
	}
	return key
}
