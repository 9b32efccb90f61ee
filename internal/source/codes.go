package source

import "glashelder/internal/diag"

// Codes are all diagnostics of this package.
var Codes = []*diag.Code{
	CodeUnreadable, symlink, topSymlink, notRegular, badName, unknownFile,
	utf16Text, nulByte, notUTF8, spoiler,
	tooLarge, tooDeep, tooManyDots, tooManyBlanks,
	emptyFile, lateFront, openFront,
	tomlOpenText, tomlTwice, tomlNoValue, tomlNoKey, tomlBareWord, tomlNoEquals, tomlBadDate, tomlBadNumber,
	tomlNoComma, tomlRest, tomlBadEscape, tomlBadHeader, tomlOther,
	yamlOpenText, yamlTab, yamlColon, yamlBracket, yamlReserved, yamlNoKey,
	yamlTwice, yamlSeveral, yamlNoTable, yamlRefused, yamlOther,
	openQuote, strayQuote, raggedRow, columnUnnamed, columnTwice,
	tooManyColumns, tooManyRows, cellTooLong, tooManyMistakes,
}
