package check

// Addresses of rows: an allocation, organisation, envelope or term that ever
// stood in a data file still has a page, or a redirect. Git sees lines and no
// rows, so this goes in two steps: PastRows gathers from changed lines what may
// have been a row, and of what is gone, GoneRows reads the whole file as it last
// was. What must stay true: nothing that is still there is reported, and
// nothing that was not a row in a whole file.

import (
	"maps"
	"slices"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeRowGone = mistake("rij-verdwenen",
	diag.Text{Message: "\"{1}\" stond hier en had een pagina op {2}; nu is daar niets meer (laatste wijziging: {3}, \"{4}\")", Hint: "zet {1} terug, of zet \"{2}\" in \"{5}\" van de rij of het document dat in de plaats komt",
		Explain: "Elke toelage, organisatie, elk budget en elke term in de map data heeft een pagina, en dat adres staat in brieven, verslagen en zoekmachines. Hier is een rij verwijderd of kreeg ze een andere id, en het oude adres geeft niets meer. Zet het in de kolom `vroegere_adressen` van de rij die in de plaats komt, zoals `/toelagen/t22-001/`; meer adressen scheidt u met een spatie. Was de rij fout, laat ze dan staan met wat er gebeurd is: een status zoals `geweigerd` of `teruggevorderd`, een opmerking, of een document met `rechtzettingen`. Alleen wat als voorbeeld verzonnen was, mag zomaar weg."},
	diag.Text{Message: "\"{1}\" stood here and had a page at {2}; now there is nothing (last change: {3}, \"{4}\")", Hint: "put {1} back, or put \"{2}\" in \"{5}\" of the row or document that takes its place",
		Explain: "Every allocation, organisation, envelope and term in the folder data has a page, and its address stands in letters, minutes and search engines. Here a row was removed or got another id, and the old address gives nothing any more. Put it in the column `aliases` of the row that takes its place, such as `/toelagen/t22-001/`; several addresses are separated by a space. If the row was wrong, leave it with what happened: a status such as `refused` or `recovered`, a note, or a document with `corrections`. Only what was invented as an example may simply go."})

// goneRow is a row that may be gone.
type goneRow struct {
	id, url string
	last    sight
	was     bool // a row, and published
}

// GoneRows are rows that git may know and the site has no more.
type GoneRows struct {
	rows []*goneRow
	in   map[string]map[string]map[string]*goneRow // by contents, path and id: where they were last
}

// GoneRows lists what past knows and what has no page, redirect or draft any
// more. Where a data file could not be read whole, its kind is passed over.
func (a Addresses) GoneRows(s *model.Site, past *PastRows) *GoneRows {
	g := &GoneRows{in: map[string]map[string]map[string]*goneRow{}}
	for _, kind := range slices.Sorted(maps.Keys(past.kinds)) {
		if s.Partial[kind] {
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(past.kinds[kind])) {
			if s.Holds(kind, id) {
				continue
			}
			if url := s.RowAddress(kind, id); a.lacks(url) {
				g.add(&goneRow{id: id, url: url, last: *past.kinds[kind][id]})
			}
		}
	}
	return g
}

func (g *GoneRows) add(row *goneRow) {
	contents, path := row.last.contents(), row.last.change.Path
	if g.in[contents] == nil {
		g.in[contents] = map[string]map[string]*goneRow{}
	}
	if g.in[contents][path] == nil {
		g.in[contents][path] = map[string]*goneRow{}
	}
	g.in[contents][path][row.id] = row
	g.rows = append(g.rows, row)
}

// Contents names the contents, as history does, that are to be Read before Report.
func (g *GoneRows) Contents() []string { return slices.Sorted(maps.Keys(g.in)) }

// Read looks which rows really stood in contents that are past.
func (g *GoneRows) Read(contents string, text []byte) {
	for path, rows := range g.in[contents] {
		readPast(path, text, func(id string, published bool) {
			if row := rows[id]; row != nil {
				row.was = published
			}
		})
	}
}

// Report reports every row that is gone.
func (g *GoneRows) Report(s *model.Site, diags *diag.List) {
	for _, row := range g.rows {
		if row.was {
			c := row.last.change
			diags.Add(codeRowGone, diag.Pos{File: c.Path}, row.id, row.url, c.Revision.Time.Format(time.DateOnly), c.Revision.Subject, s.Lang.Key("aliases"))
		}
	}
}
