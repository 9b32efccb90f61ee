package search

// The language of queries (format.go, section 9 step 1).

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// query is a query, taken apart.
type query struct {
	items   []item
	filters []filter
}

// item is words that were typed together, or a phrase.
type item struct {
	text     string
	phrase   bool
	excluded bool
	or       bool // an alternative of the item before it
	last     bool // ends where the query ends
}

// filter is NAME:VALUE.
type filter struct {
	name, value string
	excluded    bool
}

const mostItems = 64

// quotes that begin and end a phrase.
const (
	opening = "\"“„«"
	closing = "\"”“»"
)

// parseQuery takes a query apart; isName tells which names may stand before a
// colon.
func parseQuery(text string, isName func(string) bool) query {
	var q query
	or := false
	for rest := strings.TrimLeftFunc(text, unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		var part item
		if after, ok := strings.CutPrefix(rest, "-"); ok && after != "" {
			if r, _ := utf8.DecodeRuneInString(after); !unicode.IsSpace(r) {
				part.excluded, rest = true, after
			}
		}
		name, value, after := cutFilter(rest, isName)
		if name != "" {
			q.filters = append(q.filters, filter{name, value, part.excluded})
			rest, or = after, false
			continue
		}
		part.text, part.phrase, rest = cutText(rest)
		part.last = rest == "" && !part.phrase
		if !part.phrase && (part.text == "OR" || part.text == "OF" || part.text == "OU") && len(q.items) > 0 {
			or = true
			continue
		}
		part.or, or = or && !part.excluded, false
		q.items = append(q.items, part)
	}
	q.items = joinWords(q.items)
	q.items = q.items[:min(len(q.items), mostItems)]
	return q
}

// cutFilter reads NAME:VALUE at the beginning of a text; name is folded, and
// empty if there is none.
func cutFilter(text string, isName func(string) bool) (name, value, after string) {
	colon := strings.IndexByte(text, ':')
	if colon < 1 || strings.ContainsFunc(text[:colon], unicode.IsSpace) || strings.ContainsAny(text[:colon], opening+closing) {
		return "", "", text
	}
	name = Fold(text[:colon])
	if !isName(name) {
		return "", "", text
	}
	value, _, after = cutText(text[colon+1:])
	return name, value, after
}

// cutText reads a phrase, without its quotes, or all up to the next space.
func cutText(text string) (part string, phrase bool, after string) {
	for _, q := range opening {
		inner, ok := strings.CutPrefix(text, string(q))
		if !ok {
			continue
		}
		end := strings.IndexAny(inner, closing)
		if end < 0 {
			return inner, true, ""
		}
		for _, c := range closing {
			if after, ok := strings.CutPrefix(inner[end:], string(c)); ok {
				return inner[:end], true, after
			}
		}
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	return text[:end], false, text[end:]
}

// joinWords puts neighbouring words back together, so that 5 000 is a number;
// words beside OR stay apart.
func joinWords(items []item) []item {
	var joined []item
	for i, it := range items {
		plain := func(it item) bool { return !it.phrase && !it.excluded && !it.or }
		beforeOr := i+1 < len(items) && items[i+1].or
		afterOr := i > 0 && items[i-1].or
		if n := len(joined); n > 0 && plain(it) && plain(joined[n-1]) && !beforeOr && !afterOr {
			joined[n-1].text += " " + it.text
			joined[n-1].last = it.last
			continue
		}
		joined = append(joined, it)
	}
	return joined
}
