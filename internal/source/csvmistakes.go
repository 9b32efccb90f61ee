package source

import "glashelder/internal/diag"

// What goes wrong in tables, in plain words.

var openQuote = &diag.Code{
	ID: "csv-aanhalingsteken-open", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit aanhalingsteken wordt niet gesloten",
		Hint:    "sluit de cel met een aanhalingsteken, of haal dit weg",
		Explain: "Begint een cel met een aanhalingsteken, dan loopt ze door tot het volgende, ook over regels heen. Ontbreekt dat, dan zou de rest van de tabel in één cel belanden. Het lezen gaat verder op de volgende regel. Een aanhalingsteken dat bij de tekst hoort, schrijft u dubbel: \"De \"\"grote\"\" werf\".",
	},
	EN: diag.Text{
		Message: "this quote is not closed",
		Hint:    "close the cell with a quote, or remove this one",
		Explain: "If a cell begins with a quote, it runs on to the next one, over several lines if need be. Without it the rest of the table would end up in one cell. Reading goes on with the next line. A quote that belongs to the text is doubled: \"The \"\"great\"\" work\".",
	},
}

var strayQuote = &diag.Code{
	ID: "csv-aanhalingsteken-los", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier staat een los aanhalingsteken in een cel",
		Hint:    "zet de hele cel tussen aanhalingstekens en schrijf die binnenin dubbel",
		Explain: "Een aanhalingsteken staat in een tabel aan het begin en het einde van een cel. Hoort het bij de tekst, dan staat de hele cel tussen aanhalingstekens en is het binnenin dubbel: \"De \"\"grote\"\" werf\". Een rekenblad doet dit vanzelf bij het bewaren. De rij wordt overgeslagen.",
	},
	EN: diag.Text{
		Message: "there is a stray quote in a cell here",
		Hint:    "put the whole cell between quotes and double those inside",
		Explain: "In a table a quote stands at the beginning and the end of a cell. If it belongs to the text, the whole cell stands between quotes and the one inside is doubled: \"The \"\"great\"\" work\". A spreadsheet does this by itself when it saves. The row is passed over.",
	},
}

var raggedRow = &diag.Code{
	ID: "csv-aantal-cellen", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze rij telt {1} cellen, de kopregel {2}",
		Hint:    "zet tekst met een komma of puntkomma tussen aanhalingstekens, en laat lege cellen staan",
		Explain: "Elke rij heeft evenveel cellen als de kopregel, ook als de laatste leeg zijn. Een cel te veel komt meestal van een komma in een tekst of een bedrag: zet die cel tussen aanhalingstekens, zoals \"12.345,00\". Anders komt een bedrag in de verkeerde kolom terecht.",
	},
	EN: diag.Text{
		Message: "this row has {1} cells, the header {2}",
		Hint:    "put text with a comma or semicolon between quotes, and leave empty cells in place",
		Explain: "Every row has as many cells as the header, even if the last are empty. A cell too many mostly comes from a comma in a text or an amount: put that cell between quotes, as in \"12.345,00\". Otherwise an amount ends up in the wrong column.",
	},
}

var columnUnnamed = &diag.Code{
	ID: "csv-kolom-zonder-naam", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze kolom heeft geen naam in de kopregel",
		Hint:    "geef de kolom een naam, of verwijder ze",
		Explain: "De eerste rij van een tabel geeft elke kolom een naam, want daaraan wordt ze herkend. Cellen in een kolom zonder naam worden niet gelezen. Lege kolommen achteraan komen vaak uit een rekenblad: verwijder ze daar.",
	},
	EN: diag.Text{
		Message: "this column has no name in the header",
		Hint:    "give the column a name, or remove it",
		Explain: "The first row of a table gives every column a name, by which it is recognised. Cells in a column without a name are not read. Empty columns at the end often come from a spreadsheet: delete them there.",
	},
}

var columnTwice = &diag.Code{
	ID: "csv-kolom-dubbel", Severity: diag.Error,
	NL: diag.Text{
		Message: "de kolom {1} staat een tweede keer in de kopregel",
		Hint:    "geef één van beide een andere naam, of verwijder er één",
		Explain: "Twee kolommen met dezelfde naam maken niet duidelijk welke waarde geldt. Alleen de eerste wordt gelezen.",
	},
	EN: diag.Text{
		Message: "the column {1} is in the header a second time",
		Hint:    "give one of the two another name, or remove it",
		Explain: "With two columns of the same name it is not clear which value holds. Only the first is read.",
	},
}

var tooManyColumns = &diag.Code{
	ID: "csv-te-veel-kolommen", Severity: diag.Error,
	NL: diag.Text{
		Message: "de kopregel telt {1} kolommen, meer dan de 512 die gelezen worden",
		Hint:    "verwijder de overtollige kolommen",
		Explain: "Een tabel mag 512 kolommen hebben. Meer wijst op een fout bij het bewaren, of op een tabel die op haar kant staat: personen of jaren horen in rijen.",
	},
	EN: diag.Text{
		Message: "the header has {1} columns, more than the 512 that are read",
		Hint:    "remove the surplus columns",
		Explain: "A table may have 512 columns. More points to a mistake in saving, or to a table that lies on its side: persons or years belong in rows.",
	},
}

var cellTooLong = &diag.Code{
	ID: "csv-cel-te-lang", Severity: diag.Error,
	NL: diag.Text{
		Message: "de tekst hier is langer dan 64 KiB en wordt niet gelezen",
		Hint:    "zet lange tekst in een document en verwijs ernaar",
		Explain: "Een cel van een tabel mag 64 KiB tekst bevatten, zo'n twintig bladzijden. Meer betekent meestal dat een aanhalingsteken ver weg pas gesloten wordt, of dat er een afbeelding in geplakt is.",
	},
	EN: diag.Text{
		Message: "the text here is longer than 64 KiB and is not read",
		Hint:    "put long text in a document and refer to it",
		Explain: "A cell of a table may hold 64 KiB of text, some twenty pages. More mostly means that a quote is only closed far away, or that a picture was pasted in.",
	},
}

var tooManyRows = &diag.Code{
	ID: "csv-te-veel-rijen", Severity: diag.Error,
	NL: diag.Text{
		Message: "vanaf hier telt de tabel meer dan een miljoen rijen; de rest wordt niet gelezen",
		Hint:    "splits de tabel, bijvoorbeeld per jaar",
		Explain: "Een tabel mag een miljoen rijen hebben. Meer bestanden in dezelfde map worden samen gelezen, dus een tabel kan zonder meer in jaren gesplitst worden.",
	},
	EN: diag.Text{
		Message: "from here on the table has more than a million rows; the rest is not read",
		Hint:    "split the table, for instance by year",
		Explain: "A table may have a million rows. Several files in one folder are read together, so a table can be split into years without further ado.",
	},
}

var tooManyMistakes = &diag.Code{
	ID: "csv-te-veel-fouten", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tabel heeft meer dan {1} fouten; de volgende worden niet genoemd",
		Hint:    "kijk na of het scheidingsteken en de kopregel kloppen",
		Explain: "Zoveel fouten hebben meestal één oorzaak: een verkeerd scheidingsteken, een kopregel die ontbreekt, of een bestand dat geen tabel is. Los de eerste op en probeer opnieuw.",
	},
	EN: diag.Text{
		Message: "this table has more than {1} mistakes; those that follow are not named",
		Hint:    "see whether the separator and the header are right",
		Explain: "So many mistakes mostly have one cause: a wrong separator, a missing header, or a file that is no table. Mend the first and try again.",
	},
}
