package model

// The mistakes that decoding and linking find. Rules that look at the linked
// site stand in package check.

import "glashelder/internal/diag"

// Codes lists every code of this package.
var Codes = []*diag.Code{
	CodeKeyUnknown, CodeKeyPlace, CodeKeyTwice, CodeKeyMissing, CodeWrongType, CodeUnlisted,
	CodeBadDate, CodeDayFirst, CodeBadMoment, CodeBadClock, CodeBadMoney, CodeMoneyAmbiguous, CodeMoneyForeign, CodeBadURL, CodeBadBase, CodeBadMail, CodeBadID, CodeBadAlias,
	CodeRefUnknown, CodeRefDraft, CodeItemAmbiguous, CodeItemTwice, CodeIDTwice, CodeAddressTwice,
	CodeLinkBroken, CodeImageMissing, CodeAnchorUnknown, CodeFileMissing, CodeNoTarget, CodeNoReason,
	CodeDatesDisagree, CodeWithheld, CodeTranslationAlone, CodeTableUnknown, CodeTableEmpty, CodeColumnMissing, CodeTotalTwice, CodeTotalNotLast, CodeRedaction,
	CodeBadLanguage, CodeBadZone, CodeCurrency, CodeBadFolder, CodeBadColour, CodeSectionTwice,
}

func errorCode(id string, nl, en diag.Text) *diag.Code {
	return &diag.Code{ID: id, Severity: diag.Error, NL: nl, EN: en}
}

func warningCode(id string, nl, en diag.Text) *diag.Code {
	return &diag.Code{ID: id, Severity: diag.Warning, NL: nl, EN: en}
}

// Mistakes in keys and values.
var (
	CodeKeyUnknown = errorCode("sleutel-onbekend",
		diag.Text{Message: "de sleutel \"{1}\" bestaat hier niet", Hint: "`glashelder fields` toont de sleutels van elke soort",
			Explain: "Elke soort document heeft een vaste lijst sleutels. Een sleutel die niet op die lijst staat, is meestal een tikfout: wat erachter staat, zou nergens verschijnen. Schrijf bijvoorbeeld `titel` of `title`, niet `tietel`. De handleiding van de site en `glashelder fields SOORT` tonen de hele lijst."},
		diag.Text{Message: "there is no key \"{1}\" here", Hint: "`glashelder fields` lists the keys of every kind",
			Explain: "Every kind of document has a fixed list of keys. A key that is not on it is usually a slip of the pen: what stands behind it would appear nowhere. Write `title`, not `titel` in an English site. The manual of the site and `glashelder fields KIND` show the whole list."})
	CodeKeyPlace = errorCode("sleutel-verkeerde-plaats",
		diag.Text{Message: "\"{1}\" staat hier bij \"{2}\", maar hoort bij de gewone gegevens", Hint: "zet die regel hoger: boven de eerste regel die met [ begint",
			Explain: "In TOML hoort alles wat onder een regel met haken staat bij dat blok. Staat `status = \"goedgekeurd\"` onder `[[documenten]]`, dan is het de status van dat document, en die bestaat niet. Zet de gewone gegevens bovenaan en de blokken eronder."},
		diag.Text{Message: "\"{1}\" stands under \"{2}\" here, but belongs to the plain keys", Hint: "move the line up: above the first line that begins with [",
			Explain: "In TOML all that stands under a line in brackets is part of that block. With `status = \"approved\"` under `[[documents]]` it is the status of that file, and there is no such thing. Put the plain keys first and the blocks below them."})
	CodeKeyTwice = errorCode("sleutel-dubbel",
		diag.Text{Message: "\"{1}\" en \"{2}\" zijn twee namen voor dezelfde sleutel", Hint: "laat één van de twee staan",
			Explain: "Een sleutel heeft een Engelse naam en een naam in de taal van de site; beide mogen, maar niet samen in één document. Anders is niet te zeggen welke waarde geldt: `titel = \"A\"` en `title = \"B\"`. Laat er één staan."},
		diag.Text{Message: "\"{1}\" and \"{2}\" are two names of one key", Hint: "keep one of them",
			Explain: "A key has an English name and one in the language of the site. Both are accepted, but not in one document: nobody could say which value counts. Keep one."})
	CodeKeyMissing = errorCode("sleutel-verplicht",
		diag.Text{Message: "de sleutel \"{1}\" is niet ingevuld", Hint: "vul die sleutel in: zonder klopt de pagina niet",
			Explain: "Sommige sleutels zijn verplicht, omdat een pagina zonder die gegevens niets zegt of niet te controleren is. Een toelage heeft bijvoorbeeld altijd een organisatie, een budget, een titel, een status en een datum, en wie ze toekende."},
		diag.Text{Message: "the key \"{1}\" is not filled in", Hint: "fill it in: the page makes no sense without it",
			Explain: "Some keys are required, because a page without them says nothing or cannot be checked. An allocation always has an organisation, a budget, a title, a status and a date, and the decision that grants it."})
	CodeWrongType = errorCode("waarde-soort",
		diag.Text{Message: "bij \"{1}\" hoort {2}", Hint: "kijk na of de waarde juist geschreven is",
			Explain: "Elke sleutel verwacht een bepaald soort waarde: tekst, een getal, ja of nee, een datum, een lijst. `aantal_aanwezigen = 50` is een getal, `aantal_aanwezigen = \"vijftig\"` niet."},
		diag.Text{Message: "\"{1}\" takes {2}", Hint: "check how the value is written",
			Explain: "Every key expects a certain sort of value: text, a number, true or false, a date, a list. `attendance = 50` is a number, `attendance = \"fifty\"` is not."})
	CodeUnlisted = errorCode("waarde-onbekend",
		diag.Text{Message: "\"{1}\" is geen waarde van \"{2}\"", Hint: "kies uit: {3}",
			Explain: "Sommige sleutels kennen een vaste lijst waarden, zodat ze geteld en vergeleken kunnen worden. De status van een beslissing is bijvoorbeeld voorgesteld, aangenomen, verworpen, ingetrokken of vervangen. De melding noemt de waarden die mogen."},
		diag.Text{Message: "\"{1}\" is not a value of \"{2}\"", Hint: "choose from: {3}",
			Explain: "Some keys have a fixed list of values, so that they can be counted and compared. The status of a decision is proposed, adopted, rejected, withdrawn or superseded. The message names the values that may be used."})
	CodeBadDate = errorCode("datum-ongeldig",
		diag.Text{Message: "\"{1}\" is geen datum", Hint: "schrijf 2021-11-27, 2021-11, 2021 of 2020-05/2021-02",
			Explain: "Datums staan in de vorm jaar-maand-dag (EDTF, niveau 1), en moeten bestaan: 30 februari is geen dag. Een maand (2021-05), een jaar (2021), een seizoen (2022-21 is de lente), een periode (2020-05/2021-02) en bij benadering (2022~) mogen ook."},
		diag.Text{Message: "\"{1}\" is not a date", Hint: "write 2021-11-27, 2021-11, 2021 or 2020-05/2021-02",
			Explain: "Dates are written year-month-day (EDTF, level 1) and must exist: 30 February is no day. A month (2021-05), a year (2021), a season (2022-21 is spring), an interval (2020-05/2021-02) and an approximate date (2022~) are fine too."})
	CodeDayFirst = errorCode("datum-dag-eerst",
		diag.Text{Message: "\"{1}\" begint met de dag; schrijf het jaar eerst: {2}", Hint: "geef de datums in het rekenblad de opmaak jjjj-mm-dd en bewaar het bestand opnieuw; in een tabel wordt alleen de eerste genoemd",
			Explain: "Een rekenblad schrijft datums graag als 15/03/2022. Maar 03/04/2022 leest niet iedereen gelijk: is het april of maart? Daarom staat het jaar vooraan: 2022-03-15. Kies in Excel bij Celeigenschappen de categorie Aangepast, schrijf jjjj-mm-dd en bewaar het bestand opnieuw als CSV."},
		diag.Text{Message: "\"{1}\" begins with the day; write the year first: {2}", Hint: "give the dates in the spreadsheet the format yyyy-mm-dd and save the file again; in a table only the first is named",
			Explain: "A spreadsheet likes to write dates as 15/03/2022, and not everybody reads 03/04/2022 alike. So the year comes first: 2022-03-15. In Excel, choose Format Cells, Custom, write yyyy-mm-dd and save the file as CSV again."})
	CodeBadMoment = errorCode("tijdstip-ongeldig",
		diag.Text{Message: "\"{1}\" is geen tijdstip", Hint: "schrijf 2021-01-21T09:45 of alleen de dag, 2021-01-21",
			Explain: "Een begin, einde of uiterste tijdstip is een dag, en als het kan een uur: 2021-01-21T09:45. De tijd geldt in de tijdzone van de site."},
		diag.Text{Message: "\"{1}\" is not a day or a day with a time", Hint: "write 2021-01-21T09:45 or just the day, 2021-01-21",
			Explain: "A start, end or deadline is a day, with a time where it is known: 2021-01-21T09:45. The time is local, in the time zone of the site."})
	CodeBadClock = errorCode("uur-ongeldig",
		diag.Text{Message: "\"{1}\" is geen uur", Hint: "schrijf 19:30, en voor een plaats in een opname 00:11:20",
			Explain: "Een uur in een programma staat als 19:30 (19.30 en 19u30 mogen ook). Een plaats in een opname staat als uren:minuten:seconden, 00:11:20."},
		diag.Text{Message: "\"{1}\" is not a time", Hint: "write 19:30, and for a place in a recording 00:11:20",
			Explain: "A time in a programme is written 19:30. A place in a recording is hours:minutes:seconds, 00:11:20."})
	CodeBadMoney = errorCode("bedrag-ongeldig",
		diag.Text{Message: "\"{1}\" is geen bedrag", Hint: "schrijf 1234,56 of 1.234,56, met hoogstens twee cijfers na de komma",
			Explain: "Een bedrag is een getal met hoogstens twee cijfers na de komma, met of zonder teken van de munt: 1234.56, 1.234,56 en € 1 234,56 zijn hetzelfde. Glashelder rekent in hele centen en rondt nooit af."},
		diag.Text{Message: "\"{1}\" is not an amount", Hint: "write 1234.56 or 1.234,56, with at most two decimals",
			Explain: "An amount is a number with at most two decimals, with or without the sign of the currency: 1234.56, 1.234,56 and € 1 234,56 are the same. Glashelder counts in whole cents and never rounds."})
	CodeMoneyAmbiguous = errorCode("bedrag-dubbelzinnig",
		diag.Text{Message: "\"{1}\" kan op twee manieren gelezen worden: {2} of {3}", Hint: "schrijf de centen erbij, of zeg in glashelder.toml onder [bedragen] hoe dit bestand bedragen schrijft",
			Explain: "In 1.234 kan de punt duizendtallen scheiden of een komma zijn. Glashelder kiest niet in uw plaats. Schrijf 1.234,00 of 1234, of zet in glashelder.toml onder `[bedragen]`: `decimaalteken = \",\"`. Voor één bestand kan het onder `[bedragen.bestanden]`."},
		diag.Text{Message: "\"{1}\" can be read in two ways: {2} or {3}", Hint: "write the cents, or say in glashelder.toml under [amounts] how this file writes amounts",
			Explain: "In 1.234 the point may group thousands or be a decimal point. Glashelder does not choose for you. Write 1234.00 or 1234, or put `[amounts]` and `decimal = \",\"` in glashelder.toml, or name the file under `[amounts.files]`."})
	CodeBadURL = errorCode("webadres-ongeldig",
		diag.Text{Message: "\"{1}\" is geen webadres", Hint: "een webadres begint met https:// en bevat geen spaties",
			Explain: "Hier hoort een volledig adres op het web, zoals https://stad.gent/trajectmiddenveld. Een adres zonder https:// of met spaties leidt nergens heen."},
		diag.Text{Message: "\"{1}\" is not a web address", Hint: "a web address begins with https:// and has no spaces",
			Explain: "A whole address on the web belongs here, such as https://stad.gent/trajectmiddenveld. An address without https:// or with spaces leads nowhere."})
	CodeBadBase = errorCode("basisadres-ongeldig",
		diag.Text{Message: "op \"{1}\" kan geen site staan", Hint: "schrijf het adres zonder ?, # en .., zoals https://stad.example/werven/",
			Explain: "Het basisadres is het begin van elk adres op de site. Er mag een pad in staan, zoals https://stad.example/werven/. Een vraagteken, een hekje, een wachtwoord of twee punten kunnen niet: elke link zou dan verkeerd uitkomen."},
		diag.Text{Message: "a site cannot stand at \"{1}\"", Hint: "write the address without ?, # and .., such as https://stad.example/werven/",
			Explain: "The base address is the beginning of every address on the site. It may have a path, such as https://stad.example/werven/. A question mark, a hash, a password or two dots are not possible: every link would lead astray."})
	CodeBadMail = errorCode("mailadres-ongeldig",
		diag.Text{Message: "\"{1}\" is geen mailadres", Hint: "schrijf één adres, zoals dienst@stad.example",
			Explain: "Hier hoort één mailadres, zonder naam of haakjes erbij. Gebruik het adres van een dienst, niet dat van een persoon."},
		diag.Text{Message: "\"{1}\" is not a mail address", Hint: "write one address, such as service@city.example",
			Explain: "One mail address belongs here, without a name or brackets. Use the address of a service, not of a person."})
	CodeBadID = errorCode("id-ongeldig",
		diag.Text{Message: "\"{1}\" kan geen deel van een adres zijn", Hint: "schrijf \"{2}\"",
			Explain: "Een id wordt deel van een webadres. Gebruik kleine letters, cijfers en koppeltekens: `gelijke-stem`, niet `Gelijke stem!`."},
		diag.Text{Message: "\"{1}\" cannot be part of an address", Hint: "write \"{2}\"",
			Explain: "An id becomes part of a web address. Use lower-case letters, digits and hyphens: `equal-voice`, not `Equal voice!`."})
	CodeBadAlias = errorCode("alias-ongeldig",
		diag.Text{Message: "\"{1}\" kan geen oud adres van deze site zijn", Hint: "schrijf het pad, zoals /verslagen/kick-off/",
			Explain: "In `vroegere_adressen` staan adressen op deze site die moeten blijven werken, elk als pad vanaf de eerste schuine streep. Zo'n pad mag niet buiten de site leiden (`..`) en geen vreemde tekens bevatten."},
		diag.Text{Message: "\"{1}\" cannot be an old address of this site", Hint: "write the path, such as /verslagen/kick-off/",
			Explain: "An alias is a former address on this site that must keep working, written as a path from the first slash. It must not lead outside the site (`..`) nor hold strange characters."})
)

// Mistakes in references and addresses.
var (
	CodeRefUnknown = errorCode("verwijzing-onbekend",
		diag.Text{Message: "geen {1} met id \"{2}\"", Hint: "de id is de bestandsnaam zonder .md, of de id in de tabel",
			Explain: "Documenten verwijzen naar elkaar met een id: de bestandsnaam zonder .md, of de kolom id in een tabel. Deze id bestaat niet. Vaak is het een tikfout, of is het bestand hernoemd."},
		diag.Text{Message: "no {1} with id \"{2}\"", Hint: "the id is the file name without .md, or the id in the table",
			Explain: "Documents refer to one another by id: the file name without .md, or the id column of a table. This id does not exist. Often it is a slip of the pen, or the file was renamed."})
	CodeRefDraft = errorCode("verwijzing-ontwerp",
		diag.Text{Message: "\"{1}\" is nog een concept en wordt niet gepubliceerd", Hint: "publiceer het concept mee, of haal de verwijzing weg",
			Explain: "Een document met `concept = true` komt niet op de site. Een verwijzing ernaar zou doodlopen."},
		diag.Text{Message: "\"{1}\" is still a draft and is not published", Hint: "publish the draft too, or remove the reference",
			Explain: "A document with `draft = true` does not reach the site. A reference to it would lead nowhere."})
	CodeItemAmbiguous = errorCode("inzicht-dubbelzinnig",
		diag.Text{Message: "meer dan één verslag heeft een inzicht \"{1}\"", Hint: "schrijf \"verslag#{1}\", met de id van het verslag ervoor",
			Explain: "De id van een inzicht is uniek in zijn verslag. Komt dezelfde id in twee verslagen voor, zet dan de id van het verslag en een hekje ervoor: `kick-off#transparantie`."},
		diag.Text{Message: "more than one report has an insight \"{1}\"", Hint: "write \"report#{1}\", with the id of the report in front",
			Explain: "The id of an insight is unique in its minutes. Where two minutes use the same id, put the id of the minutes and a hash sign in front: `kick-off#transparency`."})
	CodeItemTwice = errorCode("onderdeel-dubbel",
		diag.Text{Message: "\"{1}\" komt in dit document meer dan één keer voor als id", Hint: "geef elk inzicht, agendapunt en opvolgpunt een eigen id",
			Explain: "Een inzicht, agendapunt of opvolgpunt heeft een eigen adres: dat van de pagina met #id erachter. Twee met dezelfde id zouden één adres delen."},
		diag.Text{Message: "\"{1}\" is used more than once as an id in this document", Hint: "give every insight, agenda item and action its own id",
			Explain: "An insight, agenda item or action has an address of its own: that of the page followed by #id. Two with the same id would share one address."})
	CodeIDTwice = errorCode("id-dubbel",
		diag.Text{Message: "er is al een {1} met id \"{2}\"", Hint: "hernoem één van de twee",
			Explain: "Een id is uniek in zijn soort, ook als hoofdletters, accenten en spaties wegvallen: `Kick off.md` en `kick-off.md` geven dezelfde id. In tabellen geldt dat over alle bestanden heen."},
		diag.Text{Message: "there already is a {1} with id \"{2}\"", Hint: "rename one of the two",
			Explain: "An id is unique in its kind, also once capitals, accents and spaces are folded away: `Kick off.md` and `kick-off.md` give the same id. In tables this holds over all files."})
	CodeAddressTwice = errorCode("adres-dubbel",
		diag.Text{Message: "het adres {1} wordt al gebruikt", Hint: "hernoem één van beide, of haal het vroegere adres weg",
			Explain: "Twee pagina's, bijlagen of oude adressen kunnen niet op hetzelfde adres staan. Adressen die alleen in hoofdletters verschillen, gelden als hetzelfde."},
		diag.Text{Message: "the address {1} is already taken", Hint: "rename one of the two, or remove the alias",
			Explain: "Two pages, attachments or old addresses cannot share one address. Addresses that differ in capitals only count as the same."})
	CodeLinkBroken = errorCode("link-gebroken",
		diag.Text{Message: "de link \"{1}\" leidt nergens heen", Hint: "een link naar een ander document is het pad naar het bestand, zoals ../verslagen/kick-off.md",
			Explain: "Links tussen documenten zijn gewone relatieve paden naar bestanden, zodat ze ook werken op de plek waar u de bestanden bewerkt. Dit bestand bestaat niet op die plaats."},
		diag.Text{Message: "the link \"{1}\" leads nowhere", Hint: "a link to another document is the path to its file, such as ../verslagen/kick-off.md",
			Explain: "Links between documents are ordinary relative paths to files, so that they work on the forge too. There is no such file at that place."})
	CodeImageMissing = errorCode("beeld-ontbreekt",
		diag.Text{Message: "de afbeelding \"{1}\" bestaat niet", Hint: "zet het bestand naast het document en let op hoofdletters",
			Explain: "Een afbeelding is een bestand naast het document, of een pad ernaartoe. Afbeeldingen van andere sites worden niet geladen: de site vraagt niets aan derden."},
		diag.Text{Message: "the image \"{1}\" does not exist", Hint: "put the file beside the document and mind capitals",
			Explain: "An image is a file beside the document, or a path to it. Images of other sites are not loaded: the site asks nothing of third parties."})
	CodeAnchorUnknown = errorCode("anker-onbekend",
		diag.Text{Message: "\"#{1}\" bestaat niet in {2}", Hint: "gebruik de id van een kop, inzicht, agendapunt of opvolgpunt",
			Explain: "Het stuk na # wijst een plaats in een document aan: een kop (`## Eén vraag` is #een-vraag) of de id van een inzicht, agendapunt of opvolgpunt. Die plaats is er niet."},
		diag.Text{Message: "\"#{1}\" does not exist in {2}", Hint: "use the id of a heading, insight, agenda item or action",
			Explain: "What follows # points to a place in a document: a heading (`## One question` is #one-question) or the id of an insight, agenda item or action. There is no such place."})
	CodeFileMissing = errorCode("bijlage-ontbreekt",
		diag.Text{Message: "het bestand \"{1}\" bestaat niet", Hint: "zet het naast het document en let op hoofdletters",
			Explain: "Een bijlage staat naast het document, of op het pad dat u noemt, gezien vanuit het document. Dit bestand is er niet."},
		diag.Text{Message: "the file \"{1}\" does not exist", Hint: "put it beside the document and mind capitals",
			Explain: "An attachment stands beside the document, or at the path you give, as seen from the document. There is no such file."})
	CodeNoTarget = errorCode("document-zonder-doel",
		diag.Text{Message: "dit document heeft geen bestand en geen webadres", Hint: "geef `bestand` of `url`, of `openbaar = false` met een reden",
			Explain: "Een document in de lijst is te openen (een bestand of een webadres), of bestaat zonder gepubliceerd te zijn: dan staat er `openbaar = false` met een reden."},
		diag.Text{Message: "this document has neither a file nor a web address", Hint: "give `file` or `url`, or `public = false` with a reason",
			Explain: "A document in the list can be opened (a file or a web address), or exists without being published: then it says `public = false` with a reason."})
	CodeNoReason = errorCode("reden-ontbreekt",
		diag.Text{Message: "er staat niet waarom dit document niet gepubliceerd is", Hint: "voeg `reden` toe",
			Explain: "Dat een document bestaat maar niet openbaar is, mag, als er een reden bij staat. Lezers zien het document en de reden."},
		diag.Text{Message: "it does not say why this document is not published", Hint: "add `reason`",
			Explain: "A document may exist without being public, if a reason is given. Readers see the document and the reason."})
	CodeWithheld = errorCode("bijlage-niet-openbaar",
		diag.Text{Message: "het bestand \"{1}\" is niet openbaar, en hier wordt ernaar verwezen", Hint: "haal de verwijzing weg, of `openbaar = false` als het bestand toch op de site mag",
			Explain: "Een document met `openbaar = false` bestaat, maar komt niet op de site: lezers zien de titel en de reden. Een link naar het bestand, of een tweede vermelding zonder `openbaar = false`, zou het toch publiceren. Wie de bestanden van de site mag lezen, kan ook dit bestand lezen: bewaar wat geheim is ergens anders."},
		diag.Text{Message: "the file \"{1}\" is not public, and this refers to it", Hint: "remove the reference, or `public = false` if the file may be on the site after all",
			Explain: "A document with `public = false` exists but does not reach the site: readers see its title and the reason. A link to the file, or a second entry without `public = false`, would publish it all the same. Whoever may read the files of the site can read this one too: keep what is secret somewhere else."})
	CodeTranslationAlone = errorCode("vertaling-zonder-origineel",
		diag.Text{Message: "deze vertaling ({1}) heeft geen origineel in de taal van de site", Hint: "een vertaling van naam.md heet naam.{1}.md en staat ernaast",
			Explain: "Een vertaling staat naast het document dat ze vertaalt en draagt dezelfde naam met de taalcode erbij: kick-off.md en kick-off.fr.md."},
		diag.Text{Message: "this translation ({1}) has no original in the language of the site", Hint: "a translation of name.md is called name.{1}.md and stands beside it",
			Explain: "A translation stands beside the document it translates and has the same name with the language code: kick-off.md and kick-off.fr.md."})
)

// Mistakes in what is derived, in tables and in the configuration.
var (
	CodeDatesDisagree = warningCode("datums-oneens",
		diag.Text{Message: "{1} zegt {2}, maar {3} zegt {4}", Hint: "zet de juiste datum in het document of verander de naam",
			Explain: "De datum van een document kan op verschillende plaatsen staan: in het document zelf, in de bestandsnaam, in de naam van de map, in de eerste regels. Hier spreken twee plaatsen elkaar tegen. De eerste in die volgorde telt."},
		diag.Text{Message: "{1} says {2}, but {3} says {4}", Hint: "write the right date in the document or change the name",
			Explain: "The date of a document may stand in several places: in the document itself, in the file name, in the name of the folder, in the first lines. Here two of them disagree. The first in that order counts."})
	CodeTableUnknown = warningCode("databestand-onbekend",
		diag.Text{Message: "{1} wordt niet gelezen: deze naam kent Glashelder niet", Hint: "toelagen staan in data/toelagen/, betalingen in data/betalingen/, organisaties in data/organisaties.csv",
			Explain: "In data/ hebben bestanden een vaste naam of map, zodat Glashelder weet wat erin staat. Een bestand met een andere naam wordt niet gelezen."},
		diag.Text{Message: "{1} is not read: Glashelder does not know this name", Hint: "allocations stand in data/toelagen/, payments in data/betalingen/, organisations in data/organisaties.csv",
			Explain: "Files in data/ have fixed names or folders, so that Glashelder knows what they hold. A file of another name is not read."})
	CodeTableEmpty = errorCode("tabel-leeg",
		diag.Text{Message: "deze tabel is leeg: ook de regel met de namen van de kolommen ontbreekt", Hint: "zet de tabel terug, of verwijder het bestand als het niet meer nodig is",
			Explain: "Een tabel begint met een regel die de kolommen noemt, zoals `id;toelage;datum;bedrag`. In dit bestand staat niets, zodat niemand weet welke rijen erin hoorden. Misschien is het bewaren mislukt. De vorige inhoud staat, als die er was, nog in de geschiedenis van git. Een tabel zonder rijen mag: dan blijft alleen de eerste regel staan."},
		diag.Text{Message: "this table is empty: even the line with the names of the columns is missing", Hint: "put the table back, or remove the file if it is no longer needed",
			Explain: "A table begins with a line that names its columns, such as `id;allocation;date;amount`. This file holds nothing, so nobody knows which rows belonged in it. Perhaps saving it failed. Its former content, if there was any, is still in the history of git. A table without rows is fine: only the first line remains then."})
	CodeColumnMissing = errorCode("kolom-ontbreekt",
		diag.Text{Message: "de kolom \"{1}\" ontbreekt", Hint: "zet de naam van de kolom in de eerste regel",
			Explain: "De eerste regel van een tabel noemt de kolommen. Zonder deze kolom kunnen de rijen niet gelezen worden."},
		diag.Text{Message: "the column \"{1}\" is missing", Hint: "name the column in the first line",
			Explain: "The first line of a table names its columns. Without this one the rows cannot be read."})
	CodeTotalTwice = errorCode("totaal-dubbel",
		diag.Text{Message: "deze tabel heeft al een totaal, op regel {1}", Hint: "laat één totaal staan, onder alle rijen",
			Explain: "Een rij met `totaal` als id zegt waarop de bedragen van een tabel samen uitkomen. Er kan er maar één zijn, want tussentotalen kent de tabel niet. Alleen het eerste totaal wordt nagerekend."},
		diag.Text{Message: "this table already has a total, on line {1}", Hint: "keep one total, under all rows",
			Explain: "A row with `total` as its id says what the amounts of a table come to. There can be only one, for a table knows no subtotals. Only the first is checked."})
	CodeTotalNotLast = warningCode("totaal-niet-onderaan",
		diag.Text{Message: "onder het totaal staan nog rijen, vanaf regel {1}", Hint: "zet het totaal onderaan, en tel de nieuwe rijen mee",
			Explain: "Het totaal geldt voor alle rijen van de tabel, ook voor die eronder. Wie de tabel leest, verwacht het onderaan. Meestal is een nieuwe rij per ongeluk onder het totaal geschreven."},
		diag.Text{Message: "there are rows under the total, from line {1} on", Hint: "move the total to the end, and count the new rows in it",
			Explain: "The total holds for all rows of the table, those under it too. Who reads the table expects it at the end. Mostly a new row was written under the total by mistake."})
	CodeRedaction = errorCode("weglating-onmogelijk",
		diag.Text{Message: "deze versie van Glashelder kan nog niets weglaten", Hint: "haal de waarde zelf uit de tekst en uit de geschiedenis van git voor u publiceert",
			Explain: "data/redacties.toml vraagt om waarden weg te laten van de pagina's, uit hun geschiedenis en uit de gegevens. Deze versie kan dat nog niet. Ze publiceert dan liever niets dan dat er toch iets blijft staan."},
		diag.Text{Message: "this version of Glashelder cannot redact yet", Hint: "take the value out of the text and out of git's history yourself before you publish",
			Explain: "data/redacties.toml asks for values to be left out of pages, of their history and of the data. This version cannot do so yet. It rather publishes nothing than leave something standing."})
	CodeBadLanguage = errorCode("taal-onbekend",
		diag.Text{Message: "de taal \"{1}\" kent Glashelder niet", Hint: "kies uit: {2}",
			Explain: "Een taal heeft een tabel met woorden nodig. Er zijn tabellen voor de talen die de melding noemt."},
		diag.Text{Message: "Glashelder does not know the language \"{1}\"", Hint: "choose from: {2}",
			Explain: "A language needs a table of words. There are tables for the languages that the message names."})
	CodeBadZone = errorCode("tijdzone-onbekend",
		diag.Text{Message: "de tijdzone \"{1}\" bestaat niet", Hint: "schrijf bijvoorbeeld Europe/Brussels",
			Explain: "Tijden op de site gelden in één tijdzone, met een naam uit de IANA-lijst, zoals Europe/Brussels."},
		diag.Text{Message: "there is no time zone \"{1}\"", Hint: "write Europe/Brussels, for example",
			Explain: "Times on the site are in one time zone, with a name from the IANA list, such as Europe/Brussels."})
	CodeCurrency = errorCode("munt-onbekend",
		diag.Text{Message: "in de munt \"{1}\" kan deze site niet rekenen", Hint: "kies uit: {2}",
			Explain: "Alle bedragen op de site zijn in één munt: de euro, of de munt waarvan `munt` de code van drie hoofdletters geeft (ISO 4217). Een munt zonder centen, of met duizendsten, kan niet: dan kloppen de bedragen en totalen niet. Voorbeeld: `munt = \"EUR\"`."},
		diag.Text{Message: "this site cannot count in the currency \"{1}\"", Hint: "choose from: {2}",
			Explain: "All amounts on the site are in one currency: the euro, or the one whose code of three capitals `currency` gives (ISO 4217). A currency without cents, or with thousandths, is not possible: amounts and totals would be wrong. Example: `currency = \"EUR\"`."})
	CodeMoneyForeign = errorCode("bedrag-andere-munt",
		diag.Text{Message: "\"{1}\" is een bedrag in {2}, maar deze site rekent in {3}", Hint: "reken het bedrag om naar {3}, en zeg in de opmerking hoe",
			Explain: "Bedragen in verschillende munten zijn niet op te tellen. Daarom staan alle bedragen in de munt van de site: die in glashelder.toml bij `munt`, anders de euro. Was het bedrag in een andere munt, schrijf dan hoeveel het waard was op de dag van de beslissing, en zet het oorspronkelijke bedrag in de kolom `opmerking`."},
		diag.Text{Message: "\"{1}\" is an amount in {2}, but this site counts in {3}", Hint: "convert the amount to {3}, and say how in the note",
			Explain: "Amounts in several currencies cannot be added up. So all amounts are in the currency of the site: the one in glashelder.toml under `currency`, else the euro. If the amount was in another one, write what it was worth on the day of the decision, and put the original amount in the column `note`."})
	CodeBadColour = errorCode("kleur-ongeldig",
		diag.Text{Message: "\"{1}\" kan hier geen kleur zijn", Hint: "schrijf #rrggbb, donker genoeg om op wit te lezen",
			Explain: "De accentkleur is die van links en knoppen. Schrijf ze als #rrggbb, bijvoorbeeld #00606b. Het contrast met wit moet minstens 4,5 zijn, anders kan niet iedereen de links lezen (WCAG 2.2). In het donkere thema blijft de eigen kleur van Glashelder staan."},
		diag.Text{Message: "\"{1}\" cannot be a colour here", Hint: "write #rrggbb, dark enough to be read on white",
			Explain: "The accent is the colour of links and buttons. Write it as #rrggbb, #00606b for example. Its contrast with white must be at least 4.5, or not everybody can read the links (WCAG 2.2). The dark theme keeps Glashelder's own colour."})
	CodeBadFolder = errorCode("map-ongeldig",
		diag.Text{Message: "\"{1}\" kan geen naam van een map zijn", Hint: "schrijf \"{2}\"",
			Explain: "De naam van een map wordt het begin van een webadres. Gebruik kleine letters, cijfers en koppeltekens, zonder schuine strepen."},
		diag.Text{Message: "\"{1}\" cannot be the name of a folder", Hint: "write \"{2}\"",
			Explain: "The name of a folder becomes the beginning of a web address. Use lower-case letters, digits and hyphens, without slashes."})
	CodeSectionTwice = errorCode("map-dubbel",
		diag.Text{Message: "de map \"{1}\" is al die van \"{2}\"", Hint: "geef elke soort een eigen map",
			Explain: "De map zegt van welke soort een document is. Twee soorten kunnen niet dezelfde map hebben."},
		diag.Text{Message: "the folder \"{1}\" already belongs to \"{2}\"", Hint: "give every kind a folder of its own",
			Explain: "The folder says what kind a document is. Two kinds cannot share one folder."})
)

// What the same two mistakes are called in a table, whose keys are columns. They
// have the identity of those codes, and so are not in the list.
var (
	columnUnknown = inTable(CodeKeyUnknown,
		diag.Text{Message: "de kolom \"{1}\" bestaat hier niet", Hint: "kijk na of de naam juist geschreven is; `glashelder fields` toont de kolommen van elke soort"},
		diag.Text{Message: "there is no column \"{1}\" here", Hint: "see whether the name is written right; `glashelder fields` lists the columns of every kind"})
	columnEmpty = inTable(CodeKeyMissing,
		diag.Text{Message: "de kolom \"{1}\" is in deze rij niet ingevuld", Hint: "vul die cel in: zonder klopt de rij niet"},
		diag.Text{Message: "the column \"{1}\" is not filled in in this row", Hint: "fill in that cell: the row makes no sense without it"})
)

// inTable is a code in other words, with the explanation that it has.
func inTable(code *diag.Code, nl, en diag.Text) *diag.Code {
	nl.Explain, en.Explain = code.NL.Explain, code.EN.Explain
	return &diag.Code{ID: code.ID, Severity: code.Severity, NL: nl, EN: en}
}
