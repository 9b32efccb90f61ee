package export

// The search documents for engines of others: as NDJSON (one JSON object a
// line), as requests of OpenSearch's bulk API, and the definition of an index
// that takes them (OpenSearch 2 and Elasticsearch 8: "Create index", "Bulk").
// What must stay true: every line stands by itself, and every field of a
// document is in the mapping.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"glashelder/internal/model"
	"glashelder/internal/search"
	"glashelder/internal/search/dutch"
)

// SearchFormats are what WriteSearch can write.
var SearchFormats = []string{"ndjson", "opensearch", "opensearch-index"}

// WriteSearch writes the search documents of a site to w: "ndjson" one a line,
// "opensearch" as bulk requests, "opensearch-index" the definition of the index
// that these are for. The error is that of w.
func WriteSearch(w io.Writer, s *model.Site, overviews []Overview, format string) error {
	if format == "opensearch-index" {
		return writeJSON(w, searchDefinition(SearchDocuments(s, overviews)))
	}
	for d := range SearchDocuments(s, overviews) {
		if format == "opensearch" {
			if err := writeJSON(w, bulkAction{bulkID{bulkIDOf(d.ID)}}); err != nil {
				return err
			}
		}
		if err := writeJSON(w, lineOf(s, d)); err != nil {
			return err
		}
	}
	return nil
}

// bulkAction says what becomes of the line that follows it.
type bulkAction struct {
	Index bulkID `json:"index"`
}

type bulkID struct {
	ID string `json:"_id"`
}

// bulkIDOf is an address as an id, of which the engine takes at most 512 bytes.
func bulkIDOf(address string) string {
	if len(address) <= 512 {
		return address
	}
	sum := sha256.Sum256([]byte(address))
	return hex.EncodeToString(sum[:])
}

// searchLine is a search document as JSON.
type searchLine struct {
	URL      string                 `json:"url"`
	Kind     string                 `json:"kind"`
	Called   string                 `json:"called,omitempty"` // the kind in its own language
	Language string                 `json:"language"`
	Date     string                 `json:"date,omitempty"`  // yyyy, yyyy-mm or yyyy-mm-dd
	Cents    int64                  `json:"cents,omitempty"` // amount
	Title    string                 `json:"title"`
	Headings []string               `json:"headings,omitempty"`
	Summary  string                 `json:"summary,omitempty"`
	Text     string                 `json:"text,omitempty"`
	Names    []string               `json:"names,omitempty"`
	Labels   []string               `json:"labels,omitempty"`
	Card     string                 `json:"card,omitempty"`
	Ages     bool                   `json:"ages,omitempty"`   // counts a little less every year
	Aside    bool                   `json:"aside,omitempty"`  // of the site itself: counts less
	Facets   map[string][]facetLine `json:"facets,omitempty"` // JSON sorts its keys
}

type facetLine struct {
	Key   string `json:"key"`
	Label string `json:"label,omitempty"`
}

func lineOf(s *model.Site, d search.Document) searchLine {
	l := searchLine{
		URL:  s.Config.BaseURL + strings.TrimPrefix(d.ID, s.Config.Prefix()+"/"),
		Kind: d.Kind, Called: d.Called, Language: d.Language, Date: d.Date, Cents: d.Cents, Title: d.Title, Headings: d.Headings, Summary: d.Summary,
		Text: d.Text, Names: d.Names, Labels: d.Labels, Card: d.Card, Ages: d.Ages, Aside: d.Aside, Facets: map[string][]facetLine{},
	}
	for _, f := range d.Facets {
		if v := (facetLine{f.Key, f.Label}); !slices.Contains(l.Facets[f.Facet], v) {
			l.Facets[f.Facet] = append(l.Facets[f.Facet], v)
		}
	}
	return l
}

// writeJSON writes a value on one line.
func writeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic("export: " + err.Error()) // strings, numbers and bools only
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write the search documents: %w", err)
	}
	return nil
}

type object = map[string]any

// searchDefinition is the body of "create index". Texts are analysed with the
// engine's own Dutch stemmer, after our base forms; a compound is indexed under
// its parts too. (That a part counts less than a word, as in our own index,
// cannot be said in a mapping.)
func searchDefinition(documents iter.Seq[search.Document]) object {
	forms, parts := lexemes(documents)
	text := object{"type": "text", "analyzer": "tekst", "search_analyzer": "vraag"}
	keyword := object{"type": "keyword"}
	facets := object{}
	for _, name := range SearchFacets {
		facets[name] = object{"properties": object{"key": keyword, "label": keyword}}
	}
	before := []string{"lowercase", "asciifolding", "grondvormen"}
	return object{
		"settings": object{"analysis": object{
			"filter": object{
				"grondvormen":     object{"type": "synonym", "lenient": true, "synonyms": forms},
				"samenstellingen": object{"type": "synonym", "lenient": true, "synonyms": parts},
				"stam":            object{"type": "stemmer", "language": "dutch"},
			},
			"analyzer": object{
				"tekst": object{"type": "custom", "tokenizer": "standard", "filter": slices.Concat(before, []string{"samenstellingen", "stam"})},
				"vraag": object{"type": "custom", "tokenizer": "standard", "filter": slices.Concat(before, []string{"stam"})},
			},
		}},
		"mappings": object{"dynamic": "strict", "properties": object{
			"url": keyword, "kind": keyword, "language": keyword, "cents": object{"type": "long"}, "ages": object{"type": "boolean"}, "aside": object{"type": "boolean"},
			"date":  object{"type": "date", "format": "yyyy-MM-dd||yyyy-MM||yyyy"},
			"title": text, "called": text, "headings": text, "summary": text, "text": text, "names": text,
			"labels": object{"type": "keyword", "index": false}, "card": object{"type": "keyword", "index": false, "doc_values": false},
			"facets": object{"properties": facets},
		}},
	}
}

// lexemes gives the words of the Dutch documents as synonym rules: inflected
// forms with their base, and compounds with their parts.
func lexemes(documents iter.Seq[search.Document]) (forms, parts []string) {
	words := map[string]bool{}
	for d := range documents {
		if d.Language == "nl" {
			for _, text := range slices.Concat([]string{d.Title, d.Called, d.Summary, d.Text}, d.Headings, d.Names) {
				dutchWords(text, words)
			}
		}
	}
	list, compounds := dutch.List(), map[string]string{}
	for word := range words {
		base, split := settled(list, word, words)
		if base != word {
			forms = append(forms, word+" => "+base)
		}
		if len(split) > 0 {
			rule := base + " => " + base
			for _, p := range split {
				rule += ", " + base[p.Start:p.Start+p.Length]
			}
			compounds[base] = rule
		}
	}
	for _, rule := range compounds {
		parts = append(parts, rule)
	}
	slices.Sort(forms)
	slices.Sort(parts)
	return forms, parts
}

// settled is the base form of a word that is no form of another word itself, as
// an engine replaces a word once; with its parts.
func settled(list *dutch.Words, word string, words map[string]bool) (base string, parts []dutch.Part) {
	const most = 4
	base = word
	for range most {
		was := base
		if base, parts = list.Lemma(base, func(w string) bool { return words[w] }); base == was {
			break
		}
	}
	return base, parts
}

// dutchWords adds the folded words of a text that have letters a-z only.
func dutchWords(text string, to map[string]bool) {
	letter := func(c rune) bool { return c >= 'a' && c <= 'z' }
	for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(" \n\t.,;:!?()[]\"'’-/", c) }) {
		if key := search.Fold(word); len(key) > 3 && strings.TrimFunc(key, letter) == "" {
			to[key] = true
		}
	}
}
