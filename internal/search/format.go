package search

// Format is the version of the files below; a reader must refuse any other.
const Format = 2

// The index is a folder (public/zoek/) of one manifest.json and many hashed,
// immutable files. Another program, the browser's engine, reads them from this
// description alone; change nothing here without raising Format.
//
// # 1. Basics
//
//   - All files but manifest.json are gzip (RFC 1952) around what is described
//     here, named FOLDER/NAME.bin; NAME is eight characters of a-z2-7. A reader
//     that finds no gzip magic (1f 8b) takes the bytes as already unpacked.
//   - varint: unsigned, little-endian groups of 7 bits, high bit = more follow
//     (LEB128, Go's binary.Uvarint). Values stay below 2^53; above 2^31
//     (amounts) JavaScript must multiply, not shift.
//   - zigzag(n): 2n for n >= 0, -2n-1 for n < 0.
//   - string: varint length in bytes, then UTF-8.
//   - "Order" of strings is that of their UTF-8 bytes (= code points). JavaScript's
//     < differs only between surrogates and U+E000..U+FFFF.
//   - front-coded: per string a varint of bytes shared with the previous one (0
//     for the first), then the rest as a string.
//   - A document is a number 0..documents-1, in the order of kind, date and address.
//   - A truncated or wrong file is an error of that file, never of the page.
//
// # 2. manifest.json (plain JSON, the only file to revalidate)
//
//	{"format":2,
//	 "documents":1000,        documents there are (N in the formulas)
//	 "terms":DIR,             t/, has bounds
//	 "spelling":DIR,          s/, has bounds
//	 "positions":DIR, "termsPerPositions":4,
//	                          p/; file j holds t shards 4j … 4j+3
//	 "cards":DIR, "cardsPerFile":32,
//	                          c/; file floor(number/32), place number%32
//	 "date":NAME, "amount":NAME,   columns; "" if no document has one
//	 "columns":NAME,          the f/ file that most facets share
//	 "facets":[{"name":"soort","column":0,"size":7,
//	            "values":[["beslissing","Beslissing",150], …]}, …],
//	                          values in id order: key, label, documents on the
//	                          whole site. If size > 64 there is "file":NAME
//	                          instead of column and values (section 7)
//	 "empty":["aan","de", …], words of which texts are full (section 9, step 2)
//	 "weights":{"prefix":50,"prefixUnseen":75,"typo":60,"split":80,"parts":45,
//	            "title":150,"accent":25}}
//	                          percentages used in section 9
//
// Absent lists are empty. DIR is {"names":"abcdefghijklmnop…","bounds":["","be","geme",…]}: names of
// eight characters each, one after the other; bounds (t and s only) the least
// string of every shard, the first always "". The shard of string x is the last
// one whose bound is <= x in Order. With more than 1024 shards DIR is
// {"per":256,"count":1800,"pages":"…names of d/ files…","bounds":[bound of the
// first shard of each page]}, and page k, d/NAME.bin, is gzip around the JSON of
// {"names":…,"bounds":…} for shards per*k … per*k+per-1 (per as it stands there;
// it differs between directories). Numbers of shards count over the whole.
//
// # 3. t/: term shards
//
// An entry is a key (a folded surface form, section 8) that is a lexeme itself
// or an alias of one. Every word on the site is a key, and so are its base form
// and the parts of compounds. Keys ascend within and over shards. A lexeme may
// have df 0: it is found, but in no document.
//
//	varint E              number of entries
//	varint L1 … L6        bytes of each section that follows
//	1 keys                E front-coded strings
//	2 refs                E varints: 0 = a lexeme; 1 = alias of a key in
//	                      another shard, the next string of section 3;
//	                      r >= 2 = alias of entry i + unzigzag(r-1) of this shard
//	                      (i is the alias's own index)
//	3 foreign             strings, in order of their aliases
//	4 heads               per lexeme, in order, two varints:
//	                      2*df + b; df documents; b=1: bitmap;
//	                      P = number of parts, then P pairs of varints: start and
//	                      length, in bytes, of a part in the key; keys with parts
//	                      are ASCII, and every such part is itself a key
//	5 documents           per lexeme, in order, gaps: document - previous - 1 as
//	                      varint, previous starting at -1; see below for b=1
//	6 impacts             per lexeme, in order, one byte a document:
//	                      bits 0-4 impact 0..31, bit 5 = the title has it
//
// Alias targets are always lexemes. Section 5 is walked by counting bytes below
// 0x80; it needs no offsets. For b=1 section 5 has: varint length of the bitmap
// in bytes, the bitmap (document d is bit d%8, 1<<(d%8), of byte floor(d/8)),
// varint B, then the gaps of the B best documents; section 6 has B bytes for
// those and one more: the impact (no title bit) of all others in the bitmap.
//
// A key with a space, "een één", is the exact spelling of a word that the site
// also writes without (or with another) accent: fold, space, accented (section
// 8). It is a lexeme with documents but without parts or positions; only
// section 9 step 3 looks it up; prefix and spelling pass it over.
//
// # 4. s/: spelling shards
//
// Keys that occur on the site, of 4 or more code points, with at least one
// letter and no space, each reversed by code points, so that a mistake at the
// beginning leaves its neighbours near:
//
//	varint E; varint L1; keys: E front-coded strings in Order;
//	then E bytes: floor(log2(max(1, df of the lexeme)))
//
// # 5. p/: positions
//
// File j holds blocks for the t shards j*K … j*K+K-1 that exist (K =
// termsPerPositions), one after the other, each for its lexemes in order:
//
//	varint Q              lexemes in the t shard
//	Q varints             bytes of each lexeme's list; 0 = positions not kept
//	                      (very common words, keys with a space), or no
//	                      documents
//	the lists             per document of the lexeme's list (for a bitmap: its
//	                      set bits, ascending): varint 0 = only a part of a
//	                      compound there, no position; else per position
//	                      2*(position - previous) + last, previous starting at
//	                      -1 for each document, last = 1 on the document's last
//
// Positions count atoms (section 8) through title, what the document is called,
// headings, summary, text, names, with a jump of 16 between fields (and between headings, and between
// names), so that no phrase crosses them.
//
// # 6. c/: cards
//
// gzip around JSON: an array of cardsPerFile cards (the last file may have
// fewer):
//
//	[title, address, kind, date, cents, labels, text, language]
//
// title, address, kind (the key of facet "soort" as given), date ("2021-05-03",
// EDTF as given, or ""), amount in cents or null, labels (array of strings to
// show: werf, organisation, …), text (about the first 120 characters),
// language ("nl").
//
// # 7. f/: columns
//
// The shared file has the columns of facets one after the other, counted from 0,
// each varint bytes and then those. Dates, amounts and a facet with more values
// than 64 have a file to themselves, without such a length.
// Facet: if size > 64 first the values: size × (string key, string label, varint
// documents). Then, for each document a varint x: 0 = no value; odd
// = one value, id (x-1)/2; even = x/2 values (>= 2), that many varints of ids
// ascending.
// Date: for each document zigzag(day - previous day) as varint, previous
// starting at 0; day = yyyymmdd as an integer (20210503; 20210500 and 20210000
// if day or month are unknown), 0 = none; a none counts as previous too.
// Amount: for each document a varint: 0 = none, else cents + 1.
//
// # 8. Folding and tokens
//
// Both sides must agree exactly; testdata/fold.json has vectors: {"fold":[[in,
// fold, accent]…], "tokens":[[text, [[key, accent, position, parts]…]]…]}.
//
// accent(s) = NFKD of each code point of s by itself (so that marks stay in the
// order in which they stand), to lower case (context-free), keep only \p{L} \p{N}
// \p{M}.
// fold(s) = accent(s) without \p{M} and U+0640, then mapped: ß→ss æ→ae œ→oe ø→o
// đ→d ð→d þ→th ł→l ħ→h ŋ→n ı→i ς→σ ٱ→ا ى→ي ة→ه ک→ك ی→ي, digits U+0660..9 and
// U+06F0..9 → 0..9. Both are cut after 64 code points, each at its own end.
//
// Atom characters: \p{L} \p{M} \p{N} \p{Cf} (Cf: soft hyphen, joiners, direction
// marks; folding drops them). An atom is a longest run of them, but one whose
// fold is empty is not an atom (it only separates).
// Number: 1-3 digits 0-9 not beginning with 0 and not after an atom character,
// then one or more times the same separator (one of . U+0020 U+00A0 U+2009
// U+202F) and exactly 3 digits, not followed by an atom character: one atom, its
// text without separators. As many groups as fit are taken.
// Connectors: one apostrophe (U+0027 U+2019 U+2018 U+02BC U+0060 U+00B4 U+2032),
// hyphen (U+002D U+2010 U+2011), full stop or _ directly between two atoms; / only
// if 0-9 stands directly on both sides of it. (U+02BC is a letter elsewhere, but
// here always a connector or separator, never an atom character.) Atoms linked so
// form a group of at most 8; the ninth begins a new one.
//
// Every atom takes the next position (0, 1, 2 …). A group gives tokens:
//   - of one atom: key = fold, accent, its position, no parts;
//   - of more: first the joined token: key = folds joined (cut after 64), accent
//     the same, position of the first atom, parts = the keys of its atom tokens;
//     then each atom as a token, except atoms whose fold is a single \p{L}.
//
// # 9. Searching
//
// All arithmetic is on integers; / is floor division. A query has at most 64 texts,
// phrases and exclusions, and 16 units (more are ignored: of every text before step
// 6, of all together after it), so that nothing exceeds 2^53. Searcher does the same
// in Go; testdata/queries.json has what it finds in the index of testdata/index.json
// (shared_test.go). Where this text differs, Searcher is right.
//
//  1. Syntax. Split at white space (Unicode's White_Space: with U+0085, without
//     U+FEFF). A quote (" “ „ «) that begins a word, also after its - or NAME:,
//     begins a phrase: up to the next closing quote of any kind (" ” “ »), or to the
//     end; what follows is a new word. Other quotes are plain characters. -x
//     excludes, if no white space follows the -. NAME:VALUE filters if NAME (up to
//     the word's first colon, with no quote in it, folded) is one of datum, date
//     (days) or bedrag, amount, montant (euros) or a facet (folded); else it is text.
//     Other words are one text again, joined by a space, if no phrase or exclusion is
//     between them; filters may be.
//     OR, OF or OU in capitals after a word, phrase or exclusion is not searched for.
//     A word or phrase y directly after it: its first unit (step 2; others of y do
//     not count) is a further alternative of the last unit before: per document the
//     greater value, w the greater weight. The words directly before and after it are
//     texts of their own. Without a unit before, y is as others.
//     VALUE is a key, compared after folding; or, with quotes or without, a..b, a..,
//     ..b, >n, >=n, <n, <=n: over the facet's keys that are whole numbers, over days
//     (yyyymmdd; a bound of 2021 or 2021-05 covers 20210000..20219999 or
//     20210500..20210599), over cents + 1 (euros, at most 13 figures: € at the ends
//     and dots dropped; two figures after a comma are cents, 12,5 = 12,50, what
//     follows them is dropped). An unreadable bound of a..b is open; any other fits
//     nothing, so does an unreadable bare value, which for days and amounts else is
//     a..a. Documents without date or amount never fit. Of filters of one NAME any
//     will do (datum and date are two); of excluded ones none may fit.
//
//  2. Words. A text is tokenised (section 8). A joined token with parts and its atoms
//     are one unit: its key is looked up; if that finds nothing (steps 3 and 4; a
//     lexeme of df 0 is something), the atoms are units instead. Every other token is
//     a unit, but not those of manifest.empty, if the text has any other. A token
//     whose accent has a, o or u with U+0308 also looks up (first paragraph of step
//     3) the fold of the accent with ae, oe, ue instead; x is found if either is.
//
//  3. Lookup of key x: its t shard, the entry equal to x; an alias is followed once.
//     Found: an alternative (lexeme, 100 %). If that lexeme has df < 10 and parts: an
//     alternative of all parts together, at "parts" %: a document needs every part
//     (each looked up as a key; if one is not found, no alternative); its value is
//     the least of max(1, idf*impact*percent/100) of each; no title bit; its idf is
//     the greatest of theirs.
//     If accent != x and the entry "x accent" exists: each document in it gets
//     idf*impact*accent/100 of that entry on top of its value so far; w stays.
//     What follows and step 4 are compared with the sum.
//     Not found, not a joined token with parts, x only a-z: for each ending etjes,
//     etje, pjes, pje, tjes, tje, jes, je, en, e, s, n, t that x has, stem = x
//     without it, if 4 or longer: try stem. But if the ending begins with e: if stem
//     ends in a consonant (not aeiouy) and the last two letters are the same, try
//     only stem without the last; else a z at its end is s, a v is f, and if it ends
//     in a consonant after a, e, o or u, that letter is doubled first, and then not
//     (schapen: schaap, schap). The lexeme of the first key found is an alternative
//     at 100 %, without its parts; x then counts as found, and that lexeme as its
//     own.
//
//  4. Prefix, if x has 3 or more code points and either is the query's last token
//     (with its parts, if joined), and the query ends in an atom character, or was
//     not found in step 3 and is no joined token with parts: entries that begin with
//     x, but for those with a space and aliases of another shard; only in the shard
//     of x, or, if that has none and the next shard's bound begins with x, in the
//     next. Of their lexemes, other than x's own, the 32 of highest df (then key in
//     Order) are alternatives at "prefix" % if x was found, else "prefixUnseen" %.
//
//  5. Still nothing, 4 or more code points, no digit 0-9, not in manifest.empty:
//     candidates are the keys without space, and not in manifest.empty, of the t shard of x, and of the s shard of reversed x, with
//     optimal string alignment distance (insert, delete, change, swap neighbours; in
//     code points) of 1 if x has 4-7 code points, up to 2 if 8 or more. Order:
//     distance, then those with the same first letter, then floor(log2(df)) downwards
//     (0 for an alias of another shard; the greater if in both shards), then key. If
//     none is at distance 1, first split: x = left + link + right, left and right 4
//     or more code points. For each of the longest 3 lefts that are keys, longest
//     first, link "" then "s": if right is a key too, an alternative of both together
//     at "split" %, as parts in step 3, and done, even if no document has both. Else
//     the first 3 candidates of the best distance are alternatives at "typo" %, and,
//     as in step 3, their parts together at parts*typo/100 %; the key of the query's
//     first such candidate is offered as "Bedoelde u".
//
//  6. Joined spelling, from left to right over the units of one text: at each unit
//     try the keys of three together, of two, of two with s between (cut after 64
//     code points); if one is found (step 3's first sentence), each document in it
//     gets: for every one of these units a value of at least 1, and for the first
//     unit max(0, idf*impact - the sum of their values before) more; the title bit of
//     the joined word counts for all of them; units without weight get weight 1. Then
//     go on after them; else with the next unit.
//
//  7. idf = max(1, round(16*log2(1 + (N-df+0.5)/(df+0.5)))). The value of a document
//     for an alternative is idf*impact*percent/100; for a unit the greatest of its
//     alternatives, with the title bit of that (the first, if equal). The unit's
//     weight w is the greatest idf of its alternatives. S = sum of the unit values, M
//     = sum of w of units with a value > 0, T = sum of w of all units; score = max(1,
//     (S*M/T)*M/T) where S > 0. If the title bits are set for as many units as have w
//     > 0: score*title/100.
//
//  8. Phrase: tokens without parts; each is looked up (an alias followed, no endings
//     or guesses; one not found: no document). A document must be in the lists of
//     all, and have their positions at the distances that the tokens have; tokens
//     whose positions are not kept are passed over in that. Value = sum of
//     idf*impact, w = sum of idf, title bit = all of them. A phrase is needed:
//     documents without it (or what OR adds to it) do not count; as y of OR it is
//     not. Of one not found w = 0. A phrase without tokens is nothing; of one with
//     more than 16 the first 16 count.
//
//  9. Exclusions and filters drop documents: -word by lookup of each token (the first
//     sentence of step 3; of a joined token its atoms, each by itself, only if it is
//     not found), -"phrase" as a phrase, -NAME:VALUE. Without text or phrase (one
//     without tokens is one too) all documents pass, by date downwards, then number
//     downwards. Otherwise by score, then number, downwards; documents without score
//     are no results. Sort by date or amount: downwards (or upwards), documents
//     without one last, then score, then number.

// Manifest is manifest.json.
type Manifest struct {
	Format            int       `json:"format"`
	Documents         int       `json:"documents"`
	Terms             Directory `json:"terms"`
	Spelling          Directory `json:"spelling"`
	Positions         Directory `json:"positions"`
	TermsPerPositions int       `json:"termsPerPositions"`
	Cards             Directory `json:"cards"`
	CardsPerFile      int       `json:"cardsPerFile"`
	Date              string    `json:"date"`
	Amount            string    `json:"amount"`
	Columns           string    `json:"columns"`
	Facets            []Facet   `json:"facets"`
	Empty             []string  `json:"empty"`
	Weights           Weights   `json:"weights"`
}

// Directory lists the files of a folder: names of nameSize characters each,
// and the least string of each shard; or, of many shards, pages of such lists.
type Directory struct {
	Names  string   `json:"names,omitempty"`
	Bounds []string `json:"bounds,omitempty"`
	Per    int      `json:"per,omitempty"`
	Count  int      `json:"count,omitempty"`
	Pages  string   `json:"pages,omitempty"`
}

// Facet is one property to filter by, with its values in id order.
type Facet struct {
	Name   string       `json:"name"`
	File   string       `json:"file,omitempty"`
	Column int          `json:"column"`
	Size   int          `json:"size"`
	Values []FacetValue `json:"values,omitempty"`
}

// Weights are percentages by which kinds of agreement count (section 9).
type Weights struct {
	Prefix       int `json:"prefix"`
	PrefixUnseen int `json:"prefixUnseen"`
	Typo         int `json:"typo"`
	Split        int `json:"split"`
	Parts        int `json:"parts"`
	Title        int `json:"title"`
	Accent       int `json:"accent"`
}

// defaultWeights were set by measuring relevance (relevance_test.go).
var defaultWeights = Weights{Prefix: 50, PrefixUnseen: 75, Typo: 60, Split: 80, Parts: 45, Title: 150, Accent: 25}

const (
	nameSize        = 8    // characters of a file's name
	facetInManifest = 64   // values of a facet that the manifest still lists
	directoryMost   = 1024 // shards that one directory lists without pages
	directoryPage   = 256  // shards a page
	directoryPlain  = 8192 // the same for files without bounds
	mostKey         = 64   // code points of a key
	mostAtoms       = 8    // atoms of a group
	fieldJump       = 16   // positions between fields
)
