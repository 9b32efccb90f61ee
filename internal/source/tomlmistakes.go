package source

// What goes wrong in TOML, in the words of people who do not know TOML. The
// decoder's English messages are recognised by a part of their text; a test
// provokes each, so a new version of the decoder cannot silently lose one.

import "glashelder/internal/diag"

// tomlMistakes are tried from top to bottom.
var tomlMistakes = []struct {
	says string
	code *diag.Code
}{
	{"strings cannot contain newlines", tomlOpenText},
	{`unexpected EOF; expected '"`, tomlOpenText},
	{`unexpected EOF; expected "'`, tomlOpenText},
	{"already", tomlTwice},
	{`expected value but found '\n'`, tomlNoValue},
	{"key name appears blank", tomlNoKey},
	{"unexpected '.'", tomlNoKey},
	{"unexpected EOF; expected value", tomlNoValue},
	{"expected value but found", tomlBareWord},
	{"expected '.' or '='", tomlNoEquals},
	{"invalid datetime", tomlBadDate},
	{"Invalid integer", tomlBadNumber},
	{"Invalid float", tomlBadNumber},
	{"invalid float", tomlBadNumber},
	{"floats must start", tomlBadNumber},
	{"out of range", tomlBadNumber},
	{"expected a digit", tomlBadNumber},
	{"expected a comma", tomlNoComma},
	{"expected a top-level item to end", tomlRest},
	{"escape", tomlBadEscape},
	{"hexadecimal digits", tomlBadEscape},
	{"table name", tomlBadHeader},
	{"table array name", tomlBadHeader},
}

var tomlOpenText = &diag.Code{
	ID: "toml-tekst-open", Severity: diag.Error,
	NL: diag.Text{
		Message: "deze tekst heeft geen aanhalingsteken op het einde",
		Hint:    "sluit de tekst op dezelfde regel met hetzelfde aanhalingsteken als waarmee ze begint",
		Explain: "Tekst in TOML staat tussen aanhalingstekens, op één regel: titel = \"Verslag van de werf\". Tekst van meer dan één regel staat tussen drie aanhalingstekens: `\"\"\"`. Staat er een aanhalingsteken in de tekst zelf, schrijf daar dan `\\\"`, of zet de hele tekst tussen enkele aanhalingstekens.",
	},
	EN: diag.Text{
		Message: "this text has no closing quote",
		Hint:    "close the text on the same line with the quote it begins with",
		Explain: "Text in TOML stands between quotes, on one line: title = \"Report of the work stream\". Text of several lines takes three quotes before and after: `\"\"\"`. For a quote within the text write `\\\"`, or put the whole text between single quotes.",
	},
}

var tomlTwice = &diag.Code{
	ID: "toml-sleutel-dubbel", Severity: diag.Error,
	NL: diag.Text{
		Message: "de sleutel {1} is hier een tweede keer gegeven",
		Hint:    "houd één van beide over; staan er meer blokken van één soort, geef ze dan dubbele haken, zoals [[agenda]]",
		Explain: "Een sleutel mag in een tabel maar één keer voorkomen, want anders is niet duidelijk welke waarde geldt. Meer dan één waarde zet u in een lijst: themas = [\"wonen\", \"zorg\"]. Meer tabellen met dezelfde naam krijgen dubbele haken: [[opvolgpunten]].",
	},
	EN: diag.Text{
		Message: "the key {1} is given a second time here",
		Hint:    "keep one of the two; several blocks of one sort take double brackets, such as [[agenda]]",
		Explain: "A key may occur only once in a table, or it would not be clear which value holds. Several values take a list: themes = [\"housing\", \"care\"]. Several tables of one name take double brackets: [[actions]].",
	},
}

var tomlNoKey = &diag.Code{
	ID: "toml-sleutel-ontbreekt", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier ontbreekt de naam van een sleutel",
		Hint:    "schrijf een naam voor het isgelijkteken of tussen de haken, of verwijder de regel",
		Explain: "In TOML heeft elke waarde een naam: titel = \"…\". Ook een tabel heeft er een: [uitgever]. Een naam zonder letters kan niet, en een punt aan het begin of het einde van een naam evenmin.",
	},
	EN: diag.Text{
		Message: "the name of a key is missing here",
		Hint:    "write a name before the equals sign or between the brackets, or remove the line",
		Explain: "In TOML every value has a name: title = \"…\". So has a table: [publisher]. A name without letters is not possible, nor is a dot at the beginning or the end of a name.",
	},
}

var tomlNoValue = &diag.Code{
	ID: "toml-waarde-ontbreekt", Severity: diag.Error,
	NL: diag.Text{
		Message: "na het isgelijkteken ontbreekt een waarde",
		Hint:    "vul een waarde in, of verwijder de regel",
		Explain: "In TOML heeft elke sleutel een waarde: titel = \"…\". Weet u de waarde nog niet, verwijder dan de regel of zet er een # voor. Lege tekst schrijft u als \"\".",
	},
	EN: diag.Text{
		Message: "there is no value after the equals sign",
		Hint:    "fill in a value, or remove the line",
		Explain: "In TOML every key has a value: title = \"…\". If you do not know the value yet, remove the line or put a # before it. Empty text is written as \"\".",
	},
}

var tomlBareWord = &diag.Code{
	ID: "toml-waarde-kaal", Severity: diag.Error,
	NL: diag.Text{
		Message: "{1} is geen waarde: tekst moet tussen aanhalingstekens staan",
		Hint:    "schrijf tekst tussen rechte aanhalingstekens: \"Zo\"; ja en nee zijn true en false",
		Explain: "In TOML staan alleen getallen, datums, true en false zonder aanhalingstekens. Alle andere waarden zijn tekst en staan er wel tussen: status = \"goedgekeurd\". Ja en nee schrijft u als true en false.",
	},
	EN: diag.Text{
		Message: "{1} is not a value: text must stand between quotes",
		Hint:    "write text between straight quotes: \"like this\"; yes and no are true and false",
		Explain: "In TOML only numbers, dates, true and false stand without quotes. Every other value is text and needs them: status = \"adopted\". Yes and no are written as true and false.",
	},
}

var tomlNoEquals = &diag.Code{
	ID: "toml-isgelijk-ontbreekt", Severity: diag.Error,
	NL: diag.Text{
		Message: "na een sleutel moet een isgelijkteken staan",
		Hint:    "schrijf sleutel = waarde; een sleutel met spaties, accenten of leestekens staat tussen aanhalingstekens",
		Explain: "Een regel TOML is sleutel = waarde, bijvoorbeeld titel = \"Verslag\". Een dubbelepunt hoort bij YAML: daar staat het voorblad tussen --- in plaats van tussen +++. Een gewone zin hoort onder het voorblad, of achter een #.",
	},
	EN: diag.Text{
		Message: "a key must be followed by an equals sign",
		Hint:    "write key = value; a key with spaces, accents or punctuation stands between quotes",
		Explain: "A line of TOML is key = value, for example title = \"Report\". A colon belongs to YAML: there the front matter stands between --- rather than +++. An ordinary sentence belongs below the front matter, or after a #.",
	},
}

var tomlBadDate = &diag.Code{
	ID: "toml-datum", Severity: diag.Error,
	NL: diag.Text{
		Message: "{1} is geen bestaande datum of tijd",
		Hint:    "schrijf jaar-maand-dag, zoals 2021-11-27; een onvolledige datum staat tussen aanhalingstekens: \"2021-11\"",
		Explain: "Een datum zonder aanhalingstekens is volledig en bestaat: 2021-11-27, of 2021-11-27T20:00:00 met een uur erbij. Kent u alleen de maand of het jaar, of is het een periode, schrijf de datum dan als tekst: \"2021-11\", \"2020-05/2021-02\".",
	},
	EN: diag.Text{
		Message: "{1} is not an existing date or time",
		Hint:    "write year-month-day, as in 2021-11-27; an incomplete date stands between quotes: \"2021-11\"",
		Explain: "A date without quotes is complete and exists: 2021-11-27, or 2021-11-27T20:00:00 with an hour. If you only know the month or the year, or it is a period, write the date as text: \"2021-11\", \"2020-05/2021-02\".",
	},
}

var tomlBadNumber = &diag.Code{
	ID: "toml-getal", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit is geen geldig getal ({1})",
		Hint:    "schrijf 1500 of 1500.50; een nummer dat met 0 begint of een bedrag met komma staat tussen aanhalingstekens",
		Explain: "Een getal in TOML heeft een punt voor de decimalen, geen nul vooraan en geen punten tussen de duizendtallen: 1500000.50. Ondernemingsnummers, telefoonnummers en bedragen zoals ze in de tabellen staan, schrijft u als tekst: kbo = \"0207.451.227\".",
	},
	EN: diag.Text{
		Message: "this is not a valid number ({1})",
		Hint:    "write 1500 or 1500.50; a number that begins with 0 or an amount with a comma stands between quotes",
		Explain: "A number in TOML has a point before its decimals, no zero in front and nothing between the thousands: 1500000.50. Enterprise numbers, telephone numbers and amounts as in the tables are written as text: kbo = \"0207.451.227\".",
	},
}

var tomlNoComma = &diag.Code{
	ID: "toml-komma-ontbreekt", Severity: diag.Error,
	NL: diag.Text{
		Message: "hier ontbreekt een komma of een sluitende haak",
		Hint:    "zet een komma tussen de waarden en sluit een lijst met ] en een tabel met }",
		Explain: "In een lijst of een tabel op één regel staan komma's tussen de waarden: themas = [\"wonen\", \"zorg\"], contact = { naam = \"…\", email = \"…\" }. Elke haak die opent, moet ook sluiten.",
	},
	EN: diag.Text{
		Message: "a comma or a closing bracket is missing here",
		Hint:    "put a comma between the values and close a list with ] and a table with }",
		Explain: "In a list, or a table on one line, commas stand between the values: themes = [\"housing\", \"care\"], contact = { name = \"…\", email = \"…\" }. Every bracket that opens must close too.",
	},
}

var tomlRest = &diag.Code{
	ID: "toml-regel", Severity: diag.Error,
	NL: diag.Text{
		Message: "na de waarde staat nog iets op de regel",
		Hint:    "zet elke sleutel op een eigen regel; een aanhalingsteken in tekst schrijft u als `\\\"`, een datum als 2022-03-17",
		Explain: "Op een regel TOML staat één sleutel met één waarde. Vaak staat er een aanhalingsteken in de tekst zelf, zodat ze te vroeg eindigt: `titel = \"De \"grote\" werf\"`. Schrijf dan `titel = 'De \"grote\" werf'`. Een opmerking begint met #.",
	},
	EN: diag.Text{
		Message: "something follows the value on this line",
		Hint:    "put every key on a line of its own; a quote within text is written as `\\\"`, a date as 2022-03-17",
		Explain: "A line of TOML has one key with one value. Often there is a quote within the text itself, so that it ends too soon: `title = \"The \"great\" work\"`. Write `title = 'The \"great\" work'` instead. A remark begins with #.",
	},
}

var tomlBadEscape = &diag.Code{
	ID: "toml-schuine-streep", Severity: diag.Error,
	NL: diag.Text{
		Message: "na een omgekeerde schuine streep staat hier geen geldig teken",
		Hint:    "schrijf `\\\\` voor één omgekeerde schuine streep, of zet de tekst tussen enkele aanhalingstekens",
		Explain: "Tussen dubbele aanhalingstekens heeft `\\` een eigen betekenis: `\\n` is een nieuwe regel, `\\\"` een aanhalingsteken. Tussen enkele aanhalingstekens is `\\` een gewoon teken: `pad = 'C:\\Verslagen'`. In verwijzingen naar bestanden gebruikt u altijd /.",
	},
	EN: diag.Text{
		Message: "the backslash here is not followed by a valid character",
		Hint:    "write `\\\\` for one backslash, or put the text between single quotes",
		Explain: "Between double quotes `\\` has a meaning of its own: `\\n` is a new line, `\\\"` a quote. Between single quotes `\\` is an ordinary character: `path = 'C:\\Reports'`. In references to files always use /.",
	},
}

var tomlBadHeader = &diag.Code{
	ID: "toml-kop", Severity: diag.Error,
	NL: diag.Text{
		Message: "de naam van deze tabel is niet goed geschreven",
		Hint:    "schrijf [naam] voor een tabel, en [[naam]] als er meer tabellen met die naam zijn",
		Explain: "Een tabel begint met haar naam tussen haken op een eigen regel: [contact]. Zijn er meer van, dan zijn het dubbele haken: [[opvolgpunten]]. De haken moeten gelijk openen en sluiten. Een naam met spaties of leestekens staat tussen aanhalingstekens.",
	},
	EN: diag.Text{
		Message: "the name of this table is not written well",
		Hint:    "write [name] for a table and [[name]] for one of several tables",
		Explain: "A table begins with its name between brackets on a line of its own: [contact]. If there are several, the brackets are double: [[actions]]. As many brackets must close as open. A name with spaces or punctuation stands between quotes.",
	},
}

var tomlOther = &diag.Code{
	ID: "toml-fout", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit is geen geldige TOML: {1}",
		Hint:    "vergelijk de regel met die van een ander document",
		Explain: "Het voorblad tussen +++ en de gegevensbestanden zijn geschreven in TOML: één sleutel = waarde per regel, tekst tussen aanhalingstekens. De melding komt van het programma dat TOML leest en is in het Engels. De regels van TOML staan op toml.io.",
	},
	EN: diag.Text{
		Message: "this is not valid TOML: {1}",
		Hint:    "compare the line with that of another document",
		Explain: "The front matter between +++ and the data files are written in TOML: one key = value a line, text between quotes. The message comes from the program that reads TOML. The rules of TOML are on toml.io.",
	},
}
