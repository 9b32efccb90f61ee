package markdown

// What is said about a text that is refused; limits.go counts.

import "glashelder/internal/diag"

// why is what the explanations of all refusals share.
const (
	whyNL = " Een tekst die heel veel rekenwerk vraagt, kan de hele site ophouden; daarom wordt hij geweigerd voordat hij gelezen wordt. Gewone teksten komen nooit in de buurt van deze grens."
	whyEN = " A text that takes very much work could hold up the whole site, so it is refused before it is read. Ordinary texts never come near this limit."
)

var codeTooLong = &diag.Code{
	ID: "tekst-te-lang", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tekst is langer dan {1} MB",
		Hint:    "verdeel de tekst over verschillende pagina's, of bied hem aan als bijlage",
		Explain: "Een pagina van meer dan twee megabyte tekst is niet te lezen op een telefoon en niet te doorzoeken." + whyNL,
	},
	EN: diag.Text{
		Message: "this text is longer than {1} MB",
		Hint:    "spread the text over several pages, or offer it as an attachment",
		Explain: "A page of more than two megabytes of text cannot be read on a telephone." + whyEN,
	},
}

var codeTooDeep = &diag.Code{
	ID: "tekst-te-diep", Severity: diag.Error,
	NL: diag.Text{
		Message: "citaten, lijsten of opmaak zitten hier te diep in elkaar: meer dan {1} niveaus",
		Hint:    "haal niveaus weg; drie zijn voor lezers al veel",
		Explain: "Elk teken `>` en elke inspringende lijst is een niveau. Voorbeeld van drie niveaus: `> - > tekst`." + whyNL,
	},
	EN: diag.Text{
		Message: "quotations, lists or markup are nested too deeply here: more than {1} levels",
		Hint:    "remove levels; three are many for readers",
		Explain: "Every `>` and every indented list is a level. Example of three levels: `> - > text`." + whyEN,
	},
}

var codeBlocks = &diag.Code{
	ID: "tekst-te-veel-delen", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tekst telt te veel alinea's, koppen, citaten en lijsten",
		Hint:    "verdeel de tekst over verschillende pagina's",
		Explain: "Geteld worden alinea's, koppen en punten van lijsten (hoogstens honderdduizend), en hoe lang lijsten en citaten doorlopen." + whyNL,
	},
	EN: diag.Text{
		Message: "this text has too many paragraphs, headings, quotations and lists",
		Hint:    "spread the text over several pages",
		Explain: "Paragraphs, headings and items of lists are counted (a hundred thousand at most), and how long lists and quotations go on." + whyEN,
	},
}

var codeBrackets = &diag.Code{
	ID: "tekst-te-veel-haken", Severity: diag.Error,
	NL: diag.Text{
		Message: "tot hier telt de tekst te veel vierkante haken zonder witregel ertussen",
		Hint:    "zet witregels tussen de links, of maak er een lijst van",
		Explain: "Vierkante haken zijn het begin van een link: `[tekst](adres)`. In een alinea passen er zo'n vijfduizend." + whyNL,
	},
	EN: diag.Text{
		Message: "up to here the text has too many square brackets without a blank line between them",
		Hint:    "put blank lines between the links, or make them a list",
		Explain: "Square brackets are the start of a link: `[text](address)`. A paragraph holds some five thousand." + whyEN,
	},
}

var codeEmphasis = &diag.Code{
	ID: "tekst-te-veel-nadruk", Severity: diag.Error,
	NL: diag.Text{
		Message: "tot hier telt de tekst te veel tekens voor nadruk (*, _ en ~) zonder witregel ertussen",
		Hint:    "zet witregels tussen de alinea's, en code tussen regels met drie omgekeerde accenten",
		Explain: "Sterretjes, lage streepjes en tildes geven nadruk: `*schuin*`, `**vet**`. In een alinea passen er zo'n veertienduizend." + whyNL,
	},
	EN: diag.Text{
		Message: "up to here the text has too many signs of emphasis (*, _ and ~) without a blank line between them",
		Hint:    "put blank lines between the paragraphs, and code between lines of three backticks",
		Explain: "Asterisks, underscores and tildes give emphasis: `*italic*`, `**bold**`. A paragraph holds some fourteen thousand." + whyEN,
	},
}

var codeBackticks = &diag.Code{
	ID: "tekst-te-veel-accenten", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze alinea heeft reeksen van omgekeerde accenten (`) in te veel verschillende lengten",
		Hint:    "zet code tussen regels met drie omgekeerde accenten",
		Explain: "Een of twee omgekeerde accenten staan om code in een zin: `code`. Meer dan zestien verschillende lengten in één alinea wijzen op een vergissing." + whyNL,
	},
	EN: diag.Text{
		Message: "this paragraph has runs of backticks (`) of too many different lengths",
		Hint:    "put code between lines of three backticks",
		Explain: "One or two backticks stand around code in a sentence: `code`. More than sixteen different lengths in one paragraph point to a mistake." + whyEN,
	},
}

var codeTable = &diag.Code{
	ID: "tabel-te-groot", Severity: diag.Error,
	NL: diag.Text{
		Message: "de tabellen in deze tekst zijn te groot: meer dan {1} cellen of strepen",
		Hint:    "bied de gegevens aan als CSV-bestand",
		Explain: "Een tabel krijgt in elke rij zoveel cellen als er kolommen zijn, ook als de rij korter is. Samen mogen de tabellen van een tekst 250.000 cellen tellen, en 3.000 strepen die met `\\|` geschreven zijn naast code." + whyNL,
	},
	EN: diag.Text{
		Message: "the tables in this text are too large: more than {1} cells or bars",
		Hint:    "offer the data as a CSV file",
		Explain: "A table gets as many cells in each row as it has columns, also where the row is shorter. Together the tables of a text may have 250,000 cells, and 3,000 bars written as `\\|` beside code." + whyEN,
	},
}

var codeDefinitions = &diag.Code{
	ID: "tekst-te-veel-verwijzingen", Severity: diag.Error,
	NL: diag.Text{
		Message: "tot hier telt de tekst te veel regels die met [ beginnen, zonder witregel ertussen",
		Hint:    "zet witregels tussen groepen van verwijzingen",
		Explain: "Een regel als `[naam]: adres` legt vast waar `[naam]` in de tekst naartoe leidt. Zet niet meer dan enkele duizenden van die regels onder elkaar." + whyNL,
	},
	EN: diag.Text{
		Message: "up to here the text has too many lines that begin with [, without a blank line between them",
		Hint:    "put blank lines between groups of references",
		Explain: "A line such as `[name]: address` says where `[name]` leads in the text. Put no more than some thousands of those lines below each other." + whyEN,
	},
}

var codeNotes = &diag.Code{
	ID: "tekst-te-veel-noten", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tekst telt meer dan {1} voetnoten en verwijzingen ernaar",
		Hint:    "verdeel de tekst over verschillende pagina's",
		Explain: "Een voetnoot is een teken in de tekst, `[^1]`, en een regel met de noot, `[^1]: de noot`." + whyNL,
	},
	EN: diag.Text{
		Message: "this text has more than {1} footnotes and marks of footnotes",
		Hint:    "spread the text over several pages",
		Explain: "A footnote is a mark in the text, `[^1]`, and a line with the note, `[^1]: the note`." + whyEN,
	},
}

var codeExpansion = &diag.Code{
	ID: "tekst-te-lange-adressen", Severity: diag.Error,
	NL: diag.Text{
		Message: "de adressen en titels van de links in deze tekst zijn samen langer dan {1} bytes",
		Hint:    "gebruik kortere adressen, of verwijs minder vaak",
		Explain: "Een verwijzing als [naam] herhaalt telkens het hele adres dat bij [naam] hoort. Een lang adres dat heel vaak gebruikt wordt, maakt de pagina veel groter dan de tekst." + whyNL,
	},
	EN: diag.Text{
		Message: "the addresses and titles of the links in this text are together longer than {1} bytes",
		Hint:    "use shorter addresses, or refer less often",
		Explain: "A reference such as [name] repeats the whole address that belongs to [name]. A long address that is used very often makes the page much larger than the text." + whyEN,
	},
}
