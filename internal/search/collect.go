package search

// Collecting: documents become lists of where each word form stands. Workers
// share nothing while they read; what they found is put together in Finish, in
// an order that does not depend on who read what.

import (
	"encoding/binary"
	"encoding/json"
	"runtime"
	"strings"
	"sync"
)

// Fields of a document; a word counts by the field that it stands in.
const (
	inTitle = iota
	inHeadings
	inSummary
	inText
	inNames
	fieldCount
)

// Builder takes documents one by one; it may be used by one goroutine.
type Builder struct {
	options   Options
	documents []entry // in the order in which they came
	work      chan job
	segments  []*segment
	running   sync.WaitGroup
}

// entry is what is kept of a document.
type entry struct {
	id, kind, date string
	cents          int64
	card           []byte // JSON
	facets         []FacetOf
	year           int // 0 if it does not age
	aside          bool
	spoken         languages
	lengths        [fieldCount]int
}

type job struct {
	number   int
	document Document
}

// NewBuilder returns a builder of an empty index. Its workers run until Finish.
func NewBuilder(options Options) *Builder {
	if options.Workers <= 0 {
		options.Workers = runtime.GOMAXPROCS(0)
	}
	b := &Builder{options: options, work: make(chan job, 2*options.Workers)}
	for range options.Workers {
		s := &segment{forms: map[string]int32{}, lengths: map[int][fieldCount]int{}}
		b.segments = append(b.segments, s)
		b.running.Go(func() {
			for j := range b.work {
				s.read(j)
			}
		})
	}
	return b
}

// Add takes one document.
func (b *Builder) Add(d Document) {
	e := entry{id: d.ID, kind: d.Kind, date: d.Date, cents: d.Cents, card: card(d), facets: d.Facets, aside: d.Aside, spoken: languageOf(d.Language)}
	if day := dayNumber(d.Date); d.Ages && day > 0 {
		e.year = day / 10000
	}
	b.documents = append(b.documents, e)
	b.work <- job{len(b.documents) - 1, d}
}

// card returns the card of a document (format.go, section 6).
func card(d Document) []byte {
	var cents any
	if d.Cents != 0 {
		cents = d.Cents
	}
	labels := d.Labels
	if labels == nil {
		labels = []string{}
	}
	var text strings.Builder
	w := json.NewEncoder(&text)
	w.SetEscapeHTML(false)
	w.Encode([]any{d.Title, d.ID, d.Kind, d.Date, cents, labels, d.Card, d.Language}) // plain data: no error
	return []byte(strings.TrimSuffix(text.String(), "\n"))
}

// segment is what one worker found.
type segment struct {
	forms   map[string]int32
	lists   []formList
	lengths map[int][fieldCount]int
	tokens  tokenizer
}

// formList has the places of one form in this worker's documents, as varints:
// 8*(position - previous) + field, previous being -1 at first in a document;
// before a document's places 8*(document - previous) + newDocument.
type formList struct {
	places       []byte
	document     int // the last one
	position     int
	languages    languages
	parts        []string // of a joined token
	spelledPlain bool     // stood as a word by itself
}

const newDocument = 7

// read adds one document.
func (s *segment) read(j job) {
	d := &j.document
	spoken := languageOf(d.Language)
	var lengths [fieldCount]int
	field := inTitle
	s.tokens.next = 0
	s.tokens.emit = func(t token) { s.add(j.number, field, spoken, t) }
	read := func(in int, text string) {
		if text == "" {
			return
		}
		field = in
		before := s.tokens.next
		s.tokens.text(text)
		lengths[in] += s.tokens.next - before
		s.tokens.next += fieldJump
	}
	read(inTitle, d.Title)
	read(inTitle, d.Called)
	for _, h := range d.Headings {
		read(inHeadings, h)
	}
	read(inSummary, d.Summary)
	read(inText, d.Text)
	for _, n := range d.Names {
		read(inNames, n)
	}
	s.lengths[j.number] = lengths
}

// add notes a token; and, apart, its exact spelling if that has accents.
func (s *segment) add(document, field int, spoken languages, t token) {
	l := s.note(t.key, document, field, t.position)
	l.languages |= spoken
	if t.parts == nil {
		l.spelledPlain = true
	} else if l.parts == nil || strings.Join(t.parts, " ") < strings.Join(l.parts, " ") {
		l.parts = t.parts
	}
	if t.accent != t.key {
		s.note(t.key+" "+t.accent, document, field, t.position)
	}
}

func (s *segment) note(key string, document, field, position int) *formList {
	i, ok := s.forms[key]
	if !ok {
		i = int32(len(s.lists))
		s.forms[strings.Clone(key)] = i
		s.lists = append(s.lists, formList{document: -1})
	}
	l := &s.lists[i]
	if l.document != document {
		l.places = binary.AppendUvarint(l.places, uint64(document-l.document)<<3|newDocument)
		l.document, l.position = document, -1
	}
	l.places = binary.AppendUvarint(l.places, uint64(position-l.position)<<3|uint64(field))
	l.position = position
	return l
}

// eachPlace walks the places that note wrote.
func eachPlace(places []byte, each func(document, field, position int)) {
	document, position := -1, -1
	for len(places) > 0 {
		n, size := binary.Uvarint(places)
		places = places[size:]
		if n&7 == newDocument {
			document, position = document+int(n>>3), -1
			continue
		}
		position += int(n >> 3)
		each(document, int(n&7), position)
	}
}
