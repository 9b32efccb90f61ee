package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/diag"
	"glashelder/internal/history"
	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/source"
)

// past is a history of contents without git: what Changes would tell of it.
type past struct {
	rows  *PastRows
	texts map[string]string // by name
	names map[string]string // of the contents of each path now
}

func newPast() *past {
	return &past{NewPastRows(), map[string]string{}, map[string]string{}}
}

// write gives a file a text, and tells which lines that changed: those between
// the beginning and the end that both texts share.
func (p *past) write(path, text string) {
	before, after := splitLines(p.texts[p.names[path]]), splitLines(text)
	c := &history.Change{Path: path, Before: []string{p.names[path]}, Revision: history.Revision{Subject: fmt.Sprint(len(p.texts))}}
	if text != "" {
		c.After = fmt.Sprintf("%s@%d", path, len(p.texts))
		p.texts[c.After] = text
	}
	p.names[path] = c.After
	head, tail := 0, 0
	for head < min(len(before), len(after)) && before[head] == after[head] {
		head++
	}
	for tail < min(len(before), len(after))-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	p.tell(c, before, head, tail, 0)
	p.tell(c, after, head, tail, -1)
}

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

func (p *past) tell(c *history.Change, lines []string, head, tail, from int) {
	for i := head; i < len(lines)-tail; i++ {
		p.rows.Take(c, history.Line{Text: []byte(lines[i]), Number: i + 1, From: from})
	}
}

// gone lists what is reported for a site that has none of the rows but those
// at the known addresses.
func (p *past) gone(t *testing.T, known ...string) []string {
	t.Helper()
	site, diags := model.Build(&source.Project{}, model.Options{})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	a := Addresses{}
	for _, url := range known {
		a[strings.TrimPrefix(url, "/")+"index.html"] = true
	}
	g := a.GoneRows(site, p.rows)
	for _, name := range g.Contents() {
		g.Read(name, []byte(p.texts[name]))
	}
	g.Report(site, &diags)
	var out []string
	for _, d := range diags {
		out = append(out, d.Pos.File+" "+d.Args[1])
	}
	slices.Sort(out)
	return out
}

func TestGoneRows(t *testing.T) {
	const a, b = "data/toelagen/a.csv", "data/toelagen/b.csv"
	for name, c := range map[string]struct {
		texts [][2]string // path and text
		want  string
	}{
		"a row that went":               {[][2]string{{a, "id;titel\nt1;A\nt2;B\n"}, {a, "id;titel\nt2;B\n"}}, a + " /toelagen/t1/|" + a + " /toelagen/t2/"},
		"a file that went":              {[][2]string{{a, "id\nt1\n"}, {a, ""}}, a + " /toelagen/t1/"},
		"the last file counts":          {[][2]string{{a, "id\nt1\n"}, {b, "id\nt1\n"}, {a, "id\n"}}, b + " /toelagen/t1/"},
		"moved the other way round":     {[][2]string{{b, "id\nt1\n"}, {b, "id\n"}, {a, "id\nt1\n"}, {a, "id\n"}}, a + " /toelagen/t1/"},
		"an example":                    {[][2]string{{a, "id,voorbeeld\nt1,ja\n"}, {a, "id,voorbeeld\n"}}, ""},
		"an example at last":            {[][2]string{{a, "id,exemple\nt1,\n"}, {a, "id,exemple\nt1,oui\n"}, {a, ""}}, ""},
		"no example at last":            {[][2]string{{a, "id,example\nt1,yes\n"}, {a, "id,example\nt1,no\n"}, {a, ""}}, a + " /toelagen/t1/"},
		"a draft":                       {[][2]string{{a, "id,concept\nt1,ja\n"}, {a, ""}}, ""},
		"a mark, sep= and a blank line": {[][2]string{{a, "\ufeffsep=;\r\n\r\ntitel;\"ID\"\r\n\"A;B\";t1\r\n"}, {a, ""}}, a + " /toelagen/t1/"},
		"the middle of a row":           {[][2]string{{a, "id;nota\nt1;\"een\nt7;twee\nt8;drie\"\n"}, {a, "id;nota\nt1;\"een\nt8;drie\"\n"}, {a, "id;nota\n"}}, a + " /toelagen/t1/"},
		"a total":                       {[][2]string{{a, "id;titel\ntotaal;\nTotal:;\n"}, {a, ""}}, ""},
		"organisations have no total":   {[][2]string{{"data/organisaties.csv", "id;titel\ntotaal;T\n"}}, "data/organisaties.csv /organisaties/totaal/"},
		"no column id":                  {[][2]string{{a, "naam;titel\nt1;T\n"}, {a, ""}}, ""},
		"ids that are no slug":          {[][2]string{{a, "id;titel\nT 1;T\n"}, {a, ""}}, a + " /toelagen/t-1/"},
		"payments have no page":         {[][2]string{{"data/betalingen/a.csv", "id\nb1\n"}}, ""},
		"another file":                  {[][2]string{{"data/lijst.csv", "id\nb1\n"}, {"data/redacties.toml", "[x]\nid = \"b1\"\n"}}, ""},
		"a mistake in the old text":     {[][2]string{{a, "id;nota\nt1;\"a\"b\nt2;c\n"}, {a, ""}}, a + " /toelagen/t2/"},
		"a term": {[][2]string{{"data/themas.toml", "[a]\nnl = \"A\"\nbeschrijving = \"\"\"\n[b]\n\"\"\"\n[ \"c\" ] # zo\n[d]\nexample = true\n[e.f]\nnl = 'x'\n"}, {"data/themas.toml", ""}},
			"data/themas.toml /themas/a/|data/themas.toml /themas/c/"},
		"an envelope": {[][2]string{{"data/budgetten.toml", "[[budget]]\nvoorbeeld = true\nid = 'a'\n[[budget]]\nid=\"b\"\n[totaal]\nbedrag = 1\n"}, {"data/budgetten.toml", ""}},
			"data/budgetten.toml /budgetten/b/"},
		"envelopes in a list": {[][2]string{{"data/budgetten.toml", "budget = [{ id = \"a\", concept = true }, { id = \"b\" },\n{ titel = \"C\", id = \"c\" }]\n"}, {"data/budgetten.toml", ""}},
			"data/budgetten.toml /budgetten/b/|data/budgetten.toml /budgetten/c/"},
	} {
		p := newPast()
		for _, text := range c.texts {
			p.write(text[0], text[1])
		}
		if got := strings.Join(p.gone(t), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestGoneRowsKnown: what answers is not reported, and neither is anything of a
// kind whose files could not be read whole.
func TestGoneRowsKnown(t *testing.T) {
	p := newPast()
	p.write("data/toelagen/a.csv", "id\nt1\nt2\n")
	if got := strings.Join(p.gone(t, "/toelagen/t1/"), "|"); got != "data/toelagen/a.csv /toelagen/t2/" {
		t.Errorf("got %q", got)
	}
	site := &model.Site{Lang: locale.Get("nl"), Partial: map[string]bool{"allocation": true}}
	if g := (Addresses{}).GoneRows(site, p.rows); len(g.Contents()) != 0 {
		t.Errorf("of files that could not be read: %v", g.Contents())
	}
}

// TestGoneRowsProperty: over tables that were written by chance, with texts that
// look like rows, exactly the rows that once were and are no more are reported.
func TestGoneRowsProperty(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		p, last, ever := newPast(), map[string]map[string]bool{}, map[string]bool{}
		for range 2 + r.IntN(8) {
			path := fmt.Sprintf("data/toelagen/%d.csv", r.IntN(2))
			ids := map[string]bool{}
			for i := range r.IntN(10) {
				ids[fmt.Sprintf("t%d-%s", i, path[len("data/toelagen/"):len(path)-4])] = r.IntN(4) > 0
			}
			p.write(path, chanceTable(r, ids))
			last[path] = ids
			for id, in := range ids {
				ever[id] = ever[id] || in
			}
		}
		var known, want []string
		for id, was := range ever {
			path := "data/toelagen/" + id[strings.Index(id, "-")+1:] + ".csv"
			if last[path][id] {
				known = append(known, "/toelagen/"+id+"/")
			} else if was {
				want = append(want, path+" /toelagen/"+id+"/")
			}
		}
		slices.Sort(want)
		if got := p.gone(t, known...); !slices.Equal(got, want) {
			t.Fatalf("seed %d: got %q, want %q", seed, got, want)
		}
	}
}

// chanceTable writes a table with these ids in one of the forms that
// spreadsheets have, and notes that look like rows on lines of their own.
func chanceTable(r *rand.Rand, ids map[string]bool) string {
	sep, end := []string{";", ","}[r.IntN(2)], []string{"\n", "\r\n"}[r.IntN(2)]
	columns := []string{"id", "titel", "nota"}
	if r.IntN(3) == 0 {
		columns = []string{"titel", "id", "nota"}
	}
	lines := []string{[]string{"", "\ufeff"}[r.IntN(2)] + strings.Join(columns, sep)}
	for i := range 10 {
		for _, file := range []string{"0", "1"} {
			if id := fmt.Sprintf("t%d-%s", i, file); ids[id] {
				note := []string{"", "kort", `"een` + end + "x" + sep + "y" + end + `z"`, `"met ""woorden"" en ` + sep + `"`}[r.IntN(4)]
				cells := map[string]string{"id": id, "titel": fmt.Sprintf(`"A%sB %d"`, sep, r.IntN(2)), "nota": note}
				lines = append(lines, cells[columns[0]]+sep+cells[columns[1]]+sep+cells[columns[2]])
			}
		}
	}
	return strings.Join(lines, end) + end
}

// FuzzReadPast holds for any old text: no crash, and ids that are slugs.
func FuzzReadPast(f *testing.F) {
	for _, text := range []string{"id;voorbeeld\nt1;ja\n", "sep=;\n\nid\n\"a\nb\"\n", "[a]\nnl = \"A\"\n[[budget]]\nid = \"b\"\nvoorbeeld = true\n", "\ufeff\"id\n", "[\"a\"]\n'''\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, path := range []string{"data/toelagen.csv", "data/themas.toml", "data/budgetten.toml"} {
			p := newPast()
			p.write(path, text)
			readPast(path, []byte(text), func(id string, _ bool) {
				if id == "" || locale.Slug(id) != id {
					t.Errorf("%s: the id %q", path, id)
				}
			})
		}
	})
}

// TestRowCodeNamesWhatToDo: the words that the message promises are there.
func TestRowCodeNamesWhatToDo(t *testing.T) {
	p := newPast()
	p.write("data/toelagen/a.csv", "id\nt1\n")
	site, diags := model.Build(&source.Project{}, model.Options{})
	g := (Addresses{}).GoneRows(site, p.rows)
	g.Read(g.Contents()[0], []byte("id\nt1\n"))
	diags = diag.List{}
	g.Report(site, &diags)
	if len(diags) != 1 || !strings.Contains(diags[0].Hint("nl"), `"/toelagen/t1/" in "vroegere_adressen"`) {
		t.Errorf("got %v", diags)
	}
}
