package source

// Decoders of TOML and YAML can be made to run for minutes or to die by a few
// kilobytes of brackets or dots. What is counted here, in one cheap pass and
// before any decoder sees the text, keeps them within bounds. No honest file
// comes near these limits.

import (
	"strings"

	"glashelder/internal/diag"
)

const (
	maxMarkdown = 4 << 20  // bytes of a Markdown file
	maxFront    = 64 << 10 // bytes of front matter
	maxData     = 8 << 20  // bytes of a TOML data file
	maxNesting  = 64       // brackets, or levels of indentation, within each other
	maxDots     = 32       // dots in one key
	maxBlankRun = 256      // blank lines in a row in YAML: the decoder is quadratic in them
)

// tomlGuard walks over TOML as a decoder would, as far as the text is valid:
// strings and comments are passed over, brackets and dots are counted.
type tomlGuard struct {
	text  string
	at    int
	depth int
	dots  int // in the key that we are in
}

// tomlLimits says which limit TOML text goes over, and at which byte; nil where
// it stays within all.
func tomlLimits(text string) (code *diag.Code, at int) {
	g := tomlGuard{text: text}
	for g.at < len(g.text) {
		if code := g.step(); code != nil {
			return code, min(g.at, len(g.text))
		}
	}
	return nil, 0
}

// step passes over one token.
func (g *tomlGuard) step() *diag.Code {
	switch c := g.text[g.at]; c {
	case '#':
		g.to(strings.IndexByte(g.text[g.at:], '\n'))
		return nil
	case '"', '\'':
		g.quoted()
		return nil
	case '[', '{':
		g.depth++
		g.dots = 0
	case ']', '}':
		g.depth = max(0, g.depth-1)
	case '.':
		g.dots++
	case '=', ',', '\n':
		g.dots = 0
	}
	switch {
	case g.depth > maxNesting:
		return tooDeep
	case g.dots > maxDots:
		return tooManyDots
	}
	g.at++
	return nil
}

// to moves on by n bytes, or to the end where n is negative: not found.
func (g *tomlGuard) to(n int) {
	if n < 0 {
		g.at = len(g.text)
		return
	}
	g.at += n
}

// quoted passes over a string. One that is not closed ends with its line, or
// with the text if it was to have several: a decoder stops there too.
func (g *tomlGuard) quoted() {
	quote, rest := g.text[g.at], g.text[g.at:]
	mark := string(quote)
	several := strings.HasPrefix(rest, mark+mark+mark)
	if several {
		mark = mark + mark + mark
	}
	i := len(mark)
	for i < len(rest) && !strings.HasPrefix(rest[i:], mark) {
		switch {
		case rest[i] == '\\' && quote == '"':
			i++
		case rest[i] == '\n' && !several:
			g.to(i)
			return
		}
		i++
	}
	i += len(mark)
	for n := 0; several && n < 2 && i < len(rest) && rest[i] == quote; n++ {
		i++ // a string may end in one or two quotes of its own
	}
	g.at = min(g.at+i, len(g.text))
}

// yamlLimits says which limit YAML text goes over, and on which line (0-based).
// Brackets in quoted text count too: nobody writes sixty-four of those.
func yamlLimits(text string) (code *diag.Code, line int) {
	var indents []int
	depth, blank := 0, 0
	for i, row := range strings.Split(text, "\n") {
		content := strings.TrimLeft(row, " \t")
		if content == "" {
			if blank++; blank > maxBlankRun {
				return tooManyBlanks, i
			}
			continue
		}
		blank = 0
		indents = indented(indents, row)
		deepest := 0
		depth, deepest = brackets(depth, content)
		if max(len(indents), deepest) > maxNesting {
			return tooDeep, i
		}
	}
	return nil, 0
}

// brackets follows the brackets of a row that begins at a depth, and returns
// the depth at its end and the greatest on the way.
func brackets(depth int, row string) (end, deepest int) {
	for i := range len(row) {
		switch row[i] {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return depth, deepest
}

// indented closes the levels of indentation that row ends, and opens its own:
// each "- " or "? " before the content is a level too.
func indented(open []int, row string) []int {
	for i := 0; i < len(row); i++ {
		if row[i] == ' ' || row[i] == '\t' {
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= i {
			open = open[:len(open)-1]
		}
		open = append(open, i)
		if (row[i] != '-' && row[i] != '?' && row[i] != ':') || i+1 < len(row) && row[i+1] != ' ' && row[i+1] != '\t' {
			return open
		}
	}
	return open
}

var tooDeep = &diag.Code{
	ID: "te-diep", Severity: diag.Error,
	NL: diag.Text{
		Message: "meer dan 64 haken of niveaus staan hier in elkaar",
		Hint:    "kijk na of er een haak niet gesloten is",
		Explain: "Lijsten en tabellen mogen tot 64 niveaus diep in elkaar staan. Wie gewone gegevens schrijft, heeft er drie of vier nodig. Vaak is een haak niet gesloten, of is er iets uit een ander programma geplakt. Het bestand wordt niet verder gelezen.",
	},
	EN: diag.Text{
		Message: "more than 64 brackets or levels stand within each other here",
		Hint:    "see whether a bracket was not closed",
		Explain: "Lists and tables may stand within each other up to 64 levels deep. Ordinary data need three or four. Often a bracket was not closed, or something was pasted from another program. The file is not read any further.",
	},
}

var tooManyDots = &diag.Code{
	ID: "te-veel-punten", Severity: diag.Error,
	NL: diag.Text{
		Message: "een sleutel heeft hier meer dan 32 punten",
		Hint:    "zet tekst tussen aanhalingstekens",
		Explain: "In TOML betekent een punt in een sleutel een tabel in een tabel: contact.email = \"…\". Meer dan 32 punten is nooit bedoeld. Vaak is het tekst die tussen aanhalingstekens hoort.",
	},
	EN: diag.Text{
		Message: "a key has more than 32 dots here",
		Hint:    "put text between quotes",
		Explain: "In TOML a dot in a key means a table within a table: contact.email = \"…\". More than 32 dots is never meant. Often it is text that belongs between quotes.",
	},
}

var tooManyBlanks = &diag.Code{
	ID: "te-veel-lege-regels", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier staan meer dan 256 lege regels na elkaar in de YAML",
		Hint:    "haal de lege regels weg",
		Explain: "Lange reeksen lege regels maken het lezen van YAML zeer traag, en ze hebben geen betekenis. Haal ze weg.",
	},
	EN: diag.Text{
		Message: "more than 256 blank lines follow each other here in the YAML",
		Hint:    "remove the blank lines",
		Explain: "Long runs of blank lines make reading YAML very slow, and they mean nothing. Remove them.",
	},
}

var tooLarge = &diag.Code{
	ID: "te-groot", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit is groter dan {1} en wordt niet gelezen",
		Hint:    "splits het op, of maak er een bijlage van",
		Explain: "Een Markdownbestand mag 4 MiB groot zijn, het voorblad daarvan 64 KiB, en een gegevensbestand in TOML 8 MiB. Dat is ruim: een verslag van honderd bladzijden is nog geen 300 KiB. Meestal is er een afbeelding als tekst in geplakt. Bewaar die als bestand naast het document en verwijs ernaar.",
	},
	EN: diag.Text{
		Message: "this is larger than {1} and is not read",
		Hint:    "split it, or make it an attachment",
		Explain: "A Markdown file may be 4 MiB, its front matter 64 KiB, and a TOML data file 8 MiB. That is ample: a report of a hundred pages is less than 300 KiB. Most often a picture was pasted in as text. Save that as a file next to the document and refer to it.",
	},
}
