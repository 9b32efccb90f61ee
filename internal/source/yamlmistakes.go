package source

// What goes wrong in YAML, in plain words. As for TOML, the parser's English
// messages are recognised by a part of their text, and a test provokes each.

import "glashelder/internal/diag"

// yamlMistakes are tried from top to bottom.
var yamlMistakes = []struct {
	says string
	code *diag.Code
}{
	{"could not find end character", yamlOpenText},
	{"tab character", yamlTab},
	{"found character '\t'", yamlTab},
	{"mapping value is not allowed", yamlColon},
	{"must be specified", yamlBracket},
	{"end token", yamlBracket},
	{"could not find '", yamlBracket},
	{"reserved character", yamlReserved},
	{"non-map value is specified", yamlNoKey},
	{"unexpected key name", yamlNoKey},
}

var yamlOpenText = &diag.Code{
	ID: "yaml-tekst-open", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tekst heeft geen aanhalingsteken op het einde",
		Hint:    "sluit de tekst met hetzelfde aanhalingsteken als waarmee ze begint",
		Explain: "Begint een waarde in YAML met een aanhalingsteken, dan moet ze er ook mee eindigen: titel: \"Verslag van de werf\". Een aanhalingsteken binnen dubbele aanhalingstekens schrijft u als `\\\"`.",
	},
	EN: diag.Text{
		Message: "this text has no closing quote",
		Hint:    "close the text with the quote it begins with",
		Explain: "If a value in YAML begins with a quote, it must end with one: title: \"Report of the work stream\". A quote within double quotes is written as `\\\"`.",
	},
}

var yamlTab = &diag.Code{
	ID: "yaml-tab", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier staat een tab, en YAML springt alleen in met spaties",
		Hint:    "vervang de tab door twee spaties",
		Explain: "In YAML toont de insprong wat bij wat hoort, en die mag alleen uit spaties bestaan. Een tab ziet er in elk programma anders uit. Vervang hem door twee spaties, en gebruik overal evenveel.",
	},
	EN: diag.Text{
		Message: "there is a tab here, and YAML is only indented with spaces",
		Hint:    "replace the tab by two spaces",
		Explain: "In YAML the indentation shows what belongs to what, and it may only be made of spaces. A tab looks different in every program. Replace it by two spaces, and use as many everywhere.",
	},
}

var yamlColon = &diag.Code{
	ID: "yaml-dubbelepunt", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier staat een dubbelepunt of een insprong te veel",
		Hint:    "zet tekst waarin een dubbelepunt voorkomt tussen aanhalingstekens",
		Explain: "Een dubbelepunt met een spatie erna scheidt in YAML een sleutel van haar waarde. Komt ze in de tekst zelf voor, zet de tekst dan tussen aanhalingstekens: titel: \"Werf 1: de start\". Dezelfde melding komt er als een regel verder inspringt dan die erboven.",
	},
	EN: diag.Text{
		Message: "there is a colon or an indentation too many here",
		Hint:    "put text that has a colon in it between quotes",
		Explain: "A colon followed by a space separates a key from its value in YAML. If it occurs in the text itself, put the text between quotes: title: \"Work 1: the start\". The same message comes where a line is indented further than the one above.",
	},
}

var yamlBracket = &diag.Code{
	ID: "yaml-haak", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier ontbreekt een komma of een haak",
		Hint:    "zet komma's tussen de waarden en sluit een lijst met ] en een tabel met }",
		Explain: "Een lijst op één regel staat in YAML tussen [ en ], een tabel tussen { en }, met komma's ertussen: themas: [wonen, zorg]. Elke haak die opent, moet ook sluiten. Een haak die bij de tekst hoort, staat tussen aanhalingstekens.",
	},
	EN: diag.Text{
		Message: "a comma or a bracket is missing here",
		Hint:    "put commas between the values and close a list with ] and a table with }",
		Explain: "A list on one line stands between [ and ] in YAML, a table between { and }, with commas in between: themes: [housing, care]. Every bracket that opens must close too. A bracket that belongs to the text stands between quotes.",
	},
}

var yamlReserved = &diag.Code{
	ID: "yaml-teken", Severity: diag.Error,
	NL: diag.Text{
		Message: "een waarde in YAML kan niet met dit teken beginnen",
		Hint:    "zet de waarde tussen aanhalingstekens",
		Explain: "De tekens @ en ` (een omgekeerd accent) mogen in YAML niet vooraan staan. Zet de waarde tussen aanhalingstekens: naam: \"@middenveld\".",
	},
	EN: diag.Text{
		Message: "a value in YAML cannot begin with this character",
		Hint:    "put the value between quotes",
		Explain: "The characters @ and ` may not come first in YAML. Put the value between quotes: name: \"@civilsociety\".",
	},
}

var yamlNoKey = &diag.Code{
	ID: "yaml-sleutel-ontbreekt", Severity: diag.Error,
	NL: diag.Text{
		Message: "op deze regel staat geen sleutel met een waarde",
		Hint:    "schrijf sleutel: waarde, met een spatie na de dubbelepunt; laat vervolgregels inspringen",
		Explain: "Een regel YAML is sleutel: waarde. Zonder spatie na de dubbelepunt is het geen sleutel. Loopt een tekst over meer regels, dan springen de volgende regels in. Gewone tekst hoort onder het voorblad, na de tweede ---.",
	},
	EN: diag.Text{
		Message: "there is no key with a value on this line",
		Hint:    "write key: value, with a space after the colon; indent lines that continue a text",
		Explain: "A line of YAML is key: value. Without a space after the colon it is not a key. If a text runs over several lines, the next lines are indented. Ordinary text belongs below the front matter, after the second ---.",
	},
}

var yamlTwice = &diag.Code{
	ID: "yaml-sleutel-dubbel", Severity: diag.Error,
	NL: diag.Text{
		Message: "de sleutel {1} is hier een tweede keer gegeven",
		Hint:    "houd één van beide over",
		Explain: "Een sleutel mag maar één keer voorkomen, want anders is niet duidelijk welke waarde geldt. Meer dan één waarde zet u in een lijst: themas: [wonen, zorg].",
	},
	EN: diag.Text{
		Message: "the key {1} is given a second time here",
		Hint:    "keep one of the two",
		Explain: "A key may occur only once, or it would not be clear which value holds. Several values take a list: themes: [housing, care].",
	},
}

var yamlSeveral = &diag.Code{
	ID: "yaml-documenten", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier begint een tweede YAML-document",
		Hint:    "voeg de sleutels samen tot één voorblad",
		Explain: "Een voorblad is één YAML-document tussen twee regels met ---. Een regel met drie punten sluit een document af, en wat daarna komt is een nieuw. Verwijder de regel met de drie punten.",
	},
	EN: diag.Text{
		Message: "a second YAML document begins here",
		Hint:    "bring the keys together in one front matter",
		Explain: "Front matter is one YAML document between two lines of ---. A line with three dots ends a document, and what follows is a new one. Remove the line with the three dots.",
	},
}

var yamlNoTable = &diag.Code{
	ID: "yaml-geen-tabel", Severity: diag.Error,
	NL: diag.Text{
		Message: "het voorblad heeft geen sleutels",
		Hint:    "schrijf sleutel: waarde op elke regel; als dit gewone tekst is, begin het bestand dan niet met ---",
		Explain: "Wat tussen twee regels met --- bovenaan een bestand staat, is het voorblad, en dat bestaat uit sleutels met een waarde: titel: Verslag. Is de eerste --- als streep bedoeld, zet er dan een lege regel boven of schrijf `***`.",
	},
	EN: diag.Text{
		Message: "the front matter has no keys",
		Hint:    "write key: value on every line; if this is ordinary text, do not begin the file with ---",
		Explain: "What stands between two lines of --- at the top of a file is the front matter, which consists of keys with a value: title: Report. If the first --- is meant as a rule, put an empty line above it or write `***`.",
	},
}

var yamlRefused = &diag.Code{
	ID: "yaml-niet-toegelaten", Severity: diag.Error,
	NL: diag.Text{
		Message: "{1} heeft in YAML een bijzondere betekenis die hier niet kan",
		Hint:    "schrijf de waarde voluit, of zet ze tussen aanhalingstekens",
		Explain: "Van YAML worden alleen tekst, getallen, datums, lijsten en tabellen gelezen. Ankers (&naam), verwijzingen (*naam), samenvoegingen (<<) en tags (!naam) worden geweigerd: een klein bestand kan er een computer mee doen vastlopen. Is het gewone tekst die met zo'n teken begint, zet ze dan tussen aanhalingstekens.",
	},
	EN: diag.Text{
		Message: "{1} has a special meaning in YAML that cannot be used here",
		Hint:    "write the value in full, or put it between quotes",
		Explain: "Of YAML only text, numbers, dates, lists and tables are read. Anchors (&name), aliases (*name), merges (<<) and tags (!name) are refused: a small file can make a computer hang with them. If it is ordinary text that begins with such a character, put it between quotes.",
	},
}

var yamlOther = &diag.Code{
	ID: "yaml-fout", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit is geen geldige YAML: {1}",
		Hint:    "vergelijk de regel met die van een ander document, of schrijf het voorblad in TOML tussen +++",
		Explain: "Het voorblad tussen --- is geschreven in YAML: één sleutel: waarde per regel. De melding komt van het programma dat YAML leest en is in het Engels. Tekst tussen aanhalingstekens zetten lost de meeste fouten op.",
	},
	EN: diag.Text{
		Message: "this is not valid YAML: {1}",
		Hint:    "compare the line with that of another document, or write the front matter in TOML between +++",
		Explain: "The front matter between --- is written in YAML: one key: value a line. The message comes from the program that reads YAML. Putting text between quotes mends most mistakes.",
	},
}
