// Package search is the index engine: it makes plain files out of documents, in
// which a browser, or Searcher, finds words as people write them. It knows
// documents, not the site. All linguistics happens when the index is built.
//
// Building, in the order of time: document.go (what goes in), collect.go (which
// form stands where; tokens.go, fold.go), finish.go (the order of the rest),
// plan.go (numbers, averages, sizes), lexemes.go (forms of one word, parts of compounds;
// languages.go, dutch), postings.go (what a word says of a document), shards.go
// and columns.go (files), pack.go (bytes). Everywhere: emptywords.go (words that
// say nothing), parallel.go. Searching: reader.go, syntax.go,
// filter.go, units.go, spell.go, phrase.go, rank.go. format.go is what both agree
// on, with each other and with the browser.
package search
