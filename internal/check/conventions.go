package check

// How a file writes its amounts is stated by its name. A name that no file has
// states nothing, and amounts would be read otherwise than somebody meant.

import (
	"maps"
	"slices"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeConventionUnused = doubt("bedragen-bestand-onbekend",
	diag.Text{Message: "er is geen tabel {1}, zodat deze afspraak over bedragen niets doet", Hint: "schrijf het pad zoals het in data/ staat, bijvoorbeeld \"toelagen/2023.csv\"",
		Explain: "Onder `[bedragen.bestanden]` staat per tabel of de komma of de punt voor de centen staat. De naam is het pad van de tabel in data/. Staat er een schrijffout in, dan geldt de afspraak voor geen enkele tabel."},
	diag.Text{Message: "there is no table {1}, so that this statement about amounts does nothing", Hint: "write the path as it is in data/, such as \"toelagen/2023.csv\"",
		Explain: "`[amounts.files]` states for a table whether cents follow a comma or a dot. The name is the path of the table in data/. With a slip in it, the statement holds for no table."})

var conventions = Rule{
	Codes: []*diag.Code{codeConventionUnused},
	Check: func(s *model.Site, diags *diag.List) {
		for _, name := range slices.Sorted(maps.Keys(s.Config.DecimalAt)) {
			if !s.Files[name] && !s.Files["data/"+name] {
				diags.Add(codeConventionUnused, s.Config.DecimalAt[name], name)
			}
		}
	},
}
