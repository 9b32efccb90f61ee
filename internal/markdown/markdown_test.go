package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/text"

	"glashelder/internal/diag"
)

// plainTarget resolves every reference to what was written.
func plainTarget(r Ref) Target {
	if r.Kind == Mention {
		return Target{URL: "/" + r.Dest + "/"}
	}
	return Target{URL: r.Dest}
}

// found lists diagnostics as "line:col code".
func found(list diag.List) string {
	var lines []string
	for _, d := range list {
		lines = append(lines, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Code.ID))
	}
	return strings.Join(lines, "\n")
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"paragraph", "Een *schuin* **vet** `a<b` ~~weg~~ &euro; \\* {{ .X }}", "<p>Een <em>schuin</em> <strong>vet</strong> <code>a&lt;b</code> <del>weg</del> € * {{ .X }}</p>\n"},
		{"breaks", "een  \ntwee<br>drie<BR />vier", "<p>een<br>\ntwee<br>\ndrie<br>\nvier</p>\n"},
		{"raw HTML", "a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"},
		{"raw block", "<div>\n*a*\n</div>", "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>\n"},
		{"comments", "<!-- a\n\nb -->\n\nc <!-- d --> e\n\n<!-- f --> g **h**", "<p>c  e</p>\n<p> g <strong>h</strong></p>\n"},
		{"lists", "3. a\n4. b\n\n- c\n\n- d", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li><p>c</p>\n</li>\n<li><p>d</p>\n</li>\n</ul>\n"},
		{"tasks", "- [x] **doe** `dit`\n- [ ] dat", "<ul>\n<li class=\"taak\"><input type=\"checkbox\" disabled checked aria-label=\"doe dit\"> <strong>doe</strong> <code>dit</code></li>\n<li class=\"taak\"><input type=\"checkbox\" disabled aria-label=\"dat\"> dat</li>\n</ul>\n"},
		{"link", "[a *b*](c.md#d \"e\\\"f\")", "<p><a href=\"c.md#d\" title=\"e&quot;f\">a <em>b</em></a></p>\n"},
		{"address", "[a](<b c.md>) [d](e%20f|g) [h](i?j&k)", "<p><a href=\"b%20c.md\">a</a> <a href=\"e%20f%7Cg\">d</a> <a href=\"i?j&amp;k\">h</a></p>\n"},
		{"bare links", "zie www.a.be, https://b.be/c. en d@e.be", "<p>zie <a href=\"http://www.a.be\">www.a.be</a>, <a href=\"https://b.be/c\">https://b.be/c</a>. en <a href=\"mailto:d@e.be\">d@e.be</a></p>\n"},
		{"link in link", "[a <https://b.be> c](d)", "<p><a href=\"d\">a https://b.be c</a></p>\n"},
		{"image", "![a \"b\"](c.png \"d\")", "<p><img src=\"c.png\" alt=\"a &quot;b&quot;\" title=\"d\" loading=\"lazy\"></p>\n"},
		{"decoration", "![](c.png \"decoratief\")", "<p><img src=\"c.png\" alt=\"\" loading=\"lazy\"></p>\n"},
		{"mentions", "#actie-1 (#b2) `#code` [#link](x) #1 #Kop \\#niet &#35;nee a#b #x_y #af- #é", "<p><a href=\"/actie-1/\">#actie-1</a> (<a href=\"/b2/\">#b2</a>) <code>#code</code> <a href=\"x\">#link</a> #1 #Kop #niet #nee a#b #x_y <a href=\"/af/\">#af</a>- #é</p>\n"},
		{"quote", "> # kop\n> tekst", "<blockquote>\n<p><strong>kop</strong></p>\n<p>tekst</p>\n</blockquote>\n"},
		{"code", "    a<b\n\n~~~ nietbekend\nc&d\n~~~", "<pre tabindex=\"0\"><code>a&lt;b\n</code></pre>\n<pre tabindex=\"0\"><code class=\"language-nietbekend\">c&amp;d\n</code></pre>\n"},
		{"colours", "```toml\na = \"<b>\" # c\n```", "<pre tabindex=\"0\"><code class=\"language-toml\">a = <span class=\"s\">\"&lt;b&gt;\"</span> <span class=\"c\"># c</span>\n</code></pre>\n"},
		{"table", "|A|B|\n|:-|-:|\n|1|2|", "<div class=\"tabel\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel 1: A, B\"><table>\n<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\" class=\"r\">B</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td class=\"r\">2</td></tr>\n</tbody>\n</table></div>\n"},
		{"table without headers", "| | |\n|:-:|-|\n|1|2|", "<div class=\"tabel\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel 1\"><table>\n<tbody>\n<tr><td class=\"c\">1</td><td>2</td></tr>\n</tbody>\n</table></div>\n"},
		{"footnote", "a[^x] b[^x]\n\n[^x]: noot", "<p>a<sup id=\"fnref:1\"><a href=\"#fn:1\" role=\"doc-noteref\" aria-label=\"Noot 1\">1</a></sup> b<sup id=\"fnref:1:2\"><a href=\"#fn:1\" role=\"doc-noteref\" aria-label=\"Noot 1\">1</a></sup></p>\n<div class=\"noten\" role=\"doc-endnotes\" aria-label=\"Noten\"><ol>\n<li id=\"fn:1\"><p>noot <a href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst, noot 1 (1)\">↩︎</a> <a href=\"#fnref:1:2\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst, noot 1 (2)\">↩︎</a></p>\n</li>\n</ol></div>\n"},
		{"controls", "a\x00b\x01c&#1;d\u0085e\r\nf\rg", "<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf\ng</p>\n"},
		{"no attributes", "# Kop {#id .x onclick=y}", "<h2 id=\"kop-id-x-onclick-y\">Kop {#id .x onclick=y}</h2>\n"},
	} {
		p, _ := Parse("x.md", []byte(c.src), 1, Options{})
		if got := p.HTML(plainTarget); got != c.want {
			t.Errorf("%s:\n%s\ngives\n%s\nwant\n%s", c.name, c.src, got, c.want)
		}
	}
}

func TestTargets(t *testing.T) {
	src := "[a](b) ![c](d) #ee"
	for _, c := range []struct {
		target Target
		want   string
	}{
		{Target{URL: "/x/", Class: "y", External: true, Width: 3, Height: 4}, `<p><a href="/x/" class="y" rel="external">a</a> <img src="/x/" alt="c" class="y" width="3" height="4" loading="lazy"> <a href="/x/" class="y" rel="external">#ee</a></p>`},
		{Target{URL: "/x/", Missing: true}, `<p><a class="ontbreekt">a</a> <span class="ontbreekt">c</span> #ee</p>`},
		{Target{}, `<p><a class="ontbreekt">a</a> <span class="ontbreekt">c</span> #ee</p>`},
		{Target{URL: `"><script>`}, `<p><a href="%22%3E%3Cscript%3E">a</a> <img src="%22%3E%3Cscript%3E" alt="c" loading="lazy"> <a href="%22%3E%3Cscript%3E">#ee</a></p>`},
	} {
		p, _ := Parse("x.md", []byte(src), 1, Options{})
		if got := p.HTML(func(Ref) Target { return c.target }); got != c.want+"\n" {
			t.Errorf("%+v gives\n%swant\n%s", c.target, got, c.want)
		}
	}
}

func TestDiagnostics(t *testing.T) {
	vague := func(text string) bool { return text == "klik hier" }
	for _, c := range []struct{ src, want string }{
		{"gewone tekst", ""},
		{"## a\n\n#### b\n\n# c\n\n## d", "3:1 koppen-niveau"},
		{"### a", "1:1 koppen-niveau"},
		{"a\n\n##", "3:1 kop-leeg"},
		{"é ![](a.png)", "1:3 afbeelding-zonder-alt"},
		{"![](a.png \"Decoratief\") ![x](b.png)", ""},
		{"zie [klik hier](a)", "1:5 link-vaag"},
		{"[](a)", "1:1 link-zonder-tekst"},
		{"[![b](c)](d)", ""},
		{"[a]() ![b]()", "1:1 link-leeg\n1:7 link-leeg"},
		{"a\n<b>x</b> <i> <b>", "2:1 html-in-tekst\n2:10 html-in-tekst"},
		{"a <!-- b --> <br>", ""},
		{"a\n\n<!-- b\n\nc", "3:1 opmerking-niet-gesloten"},
		{"\t[a](javascript:x)", ""}, // code
		{"[a](javascript:x) [b](https://c.be) [d](tel:+32) [e](mailto:f@g.be) [h](i:j)", "1:1 link-schema\n1:69 link-schema"},
		{"[a](JaVa&Tab;script:x) [b](javascript&colon;x) [c](<\tdata:x>) [d](//e) [f](/\\g) <vbscript:x>", "1:1 link-schema\n1:24 link-schema\n1:48 link-schema\n1:63 link-schema\n1:72 link-schema\n1:81 link-schema"},
		{"![a](data:image/png;base64,x) ![b](mailto:c@d.be)", "1:1 link-schema\n1:31 link-schema"},
		{"[a](./b:c.md) [d](e/f:g) [h](?i:j) [k](#l:m)", ""},
		{"| | |\n|-|-|\n|a|b|", "1:1 tabel-zonder-kop"},
		{"é\n\xffa", "2:1 tekst-geen-utf8"},
	} {
		_, list := Parse("x.md", []byte(c.src), 1, Options{Vague: vague})
		if got := found(list); got != c.want {
			t.Errorf("%q gives\n%s\nwant\n%s", c.src, got, c.want)
		}
	}
	_, list := Parse("x.md", []byte("a\n\n![](b)"), 8, Options{})
	if got := list[0].Pos; got != (diag.Pos{File: "x.md", Line: 10, Col: 1}) {
		t.Errorf("the first line of the text is line 8 of the file, but the image is at %v", got)
	}
}

func TestOutline(t *testing.T) {
	src := "# Één vraag\n\na\n\n## Één vraag\n\nb [x](y)\n\n# !!!\n\n### `Code` [link](z)\n\nc\n\n> # geen\n\n## Antwoord\n\n### Deel\n\nd[^1]\n\n[^1]: e"
	p, _ := Parse("x.md", []byte(src), 1, Options{})
	var got []string
	for _, h := range p.Headings {
		got = append(got, fmt.Sprintf("%d %s|%s|%s", h.Level, h.ID, h.Text, h.HTML))
	}
	want := "1 een-vraag|Één vraag|Één vraag\n2 een-vraag-2|Één vraag|Één vraag\n1 deel|!!!|!!!\n3 code-link|Code link|<code>Code</code> link\n2 antwoord|Antwoord|Antwoord\n3 deel-2|Deel|Deel"
	if strings.Join(got, "\n") != want {
		t.Errorf("outline\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if tags := levelsIn(p); tags != "h2 h3 h2 h3 h3 h4" {
		t.Errorf("without a title: %s", tags)
	}
	p.TitleHeading = 0
	if tags := levelsIn(p); tags != "h2 h2 h3 h3 h4" {
		t.Errorf("with the first heading as title: %s", tags)
	}
	from, to, ok := p.Section(func(h Heading) bool { return h.Text == "Antwoord" })
	section := p.Part(from, to, plainTarget)
	if !ok || !strings.HasPrefix(section, `<h4 id="deel-2">Deel</h4>`) || strings.Contains(section, "noten") {
		t.Errorf("section Antwoord: %v\n%s", ok, section)
	}
	if _, _, ok := p.Section(func(Heading) bool { return false }); ok {
		t.Error("found a section that no heading opens")
	}
	if notes := p.Part(p.Notes, len(p.Pieces), plainTarget); !strings.HasPrefix(notes, `<div class="noten"`) {
		t.Errorf("notes: %s", notes)
	}
}

func levelsIn(p *Prose) string {
	var tags []string
	html := p.HTML(plainTarget)
	for i := strings.Index(html, "<h"); i >= 0; {
		tags = append(tags, html[i+1:i+3])
		next := strings.Index(html[i+1:], "<h")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return strings.Join(tags, " ")
}

func TestDigest(t *testing.T) {
	long := strings.Repeat("Dit is een hele zin van acht gewone woorden. ", 10)
	for _, c := range []struct {
		src, summary, bold, lead string
		words                    int
	}{
		{"", "", "", "", 0},
		{"# Kop\n\nEen twee drie vier vijf &amp; zes.", "Een twee drie vier vijf & zes.", "", "Kop\nEen twee drie vier vijf & zes.", 7},
		{"**Titel van dit stuk**\n\nkort\n\nEen [twee](x) drie vier vijf zes.", "Een twee drie vier vijf zes.", "Titel van dit stuk", "Titel van dit stuk\nkort\nEen twee drie vier vijf zes.", 11},
		{"**Titel**\nEen twee drie vier vijf zes.", "Een twee drie vier vijf zes.", "Titel", "Titel Een twee drie vier vijf zes.", 7},
		{"**Titel** en meer", "Titel en meer", "", "Titel en meer", 3},
		{"- **geen**", "", "", "geen", 1},
		{long, strings.TrimSpace(long[:6*45]), "", strings.TrimSpace(long), 90},
	} {
		p, _ := Parse("x.md", []byte(c.src), 1, Options{})
		if p.Summary != c.summary || p.Bold != c.bold || p.Lead != c.lead || p.Words != c.words {
			t.Errorf("%q gives\nsummary %q\nbold %q\nlead %q\nwords %d", c.src, p.Summary, p.Bold, p.Lead, p.Words)
		}
	}
	if got := shorten(strings.Repeat("abc bv. ", 60), 20); got != "abc bv. abc bv. abc…" {
		t.Errorf("shorten gives %q", got)
	}
}

func TestText(t *testing.T) {
	src := "# Kop\n\n*a* [b](c) ![d](e) `f`[^1]\n\n|g|h|\n|-|-|\n|i|j|\n\n```\nk\n```\n\n<!-- l -->\n\n[^1]: m"
	if got, want := strings.Join(strings.Fields(Text([]byte(src))), " "), "Kop a b d f g h i j k m"; got != want {
		t.Errorf("Text gives %q, want %q", got, want)
	}
}

func TestShort(t *testing.T) {
	for src, want := range map[string]string{
		"1. Welkom":                   "1. Welkom",
		"*a* `b` <c> & \"d\"":         "<em>a</em> <code>b</code> &lt;c&gt; &amp; \"d\"",
		"[a](b) <https://c.be> <b>\\": "[a](b) &lt;https://c.be&gt; &lt;b&gt;\\",
		"# a\n# b":                    "# a # b",
		"":                            "",
	} {
		if got := Inline(src); got != want {
			t.Errorf("Inline(%q) gives %q, want %q", src, got, want)
		}
	}
	if got := InlineText("*a* `b` &amp; 1. c"); got != "a b & 1. c" {
		t.Errorf("InlineText gives %q", got)
	}
	for src, want := range map[string]string{
		"a\n\n# b": "<p>a</p>\n<p><strong>b</strong></p>\n",
		"[a](b.md) [c](https://d.be) ![e](f.png)": "<p>a <a href=\"https://d.be\" rel=\"external\">c</a> e</p>\n",
		"[a](javascript:b) #cc":                   "<p>a #cc</p>\n",
		strings.Repeat(">", 100) + "<b>":          "<p>" + strings.Repeat("&gt;", 100) + "&lt;b&gt;</p>\n",
	} {
		if got := Block(src); got != want {
			t.Errorf("Block(%q) gives %q, want %q", src, got, want)
		}
	}
}

// TestLinkifyOnlyWhereNeeded proves that the parser without bare links gives
// the same HTML wherever it is chosen.
func TestLinkifyOnlyWhereNeeded(t *testing.T) {
	for _, src := range corpus() {
		if !mayHoldLinks([]byte(src)) {
			sameParsers(t, []byte(src))
		}
	}
}

func sameParsers(t *testing.T, src []byte) {
	t.Helper()
	src = clean(bytes.ToValidUTF8(src, []byte("?")))
	if measure(src) != nil {
		return
	}
	var html [2]string
	for i, p := range []func() string{
		func() string { return write(src, false) },
		func() string { return write(src, true) },
	} {
		html[i] = p()
	}
	if html[0] != html[1] {
		t.Errorf("%q gives\n%s\nand looking for bare links\n%s", src, html[0], html[1])
	}
}

func write(src []byte, linkify bool) string {
	parser := plainParser()
	if linkify {
		parser = linkParser()
	}
	w := newWriter("", src, 1, Options{})
	defer w.release()
	w.document(parser.Parse(text.NewReader(src)))
	p, _ := w.finish()
	return p.HTML(plainTarget)
}

// corpus is the seeds of the fuzz targets and of the comparisons.
func corpus() []string {
	list := []string{ordinary(4 << 10), "a    \nb \n c\\\nd", "*a* \t\t\n\tb", "a\\ b *c* _d_ ~e~ (f) g\\\nh", "*a _b c_ d* (e) ~~f~~ \\_g h\\*", "# a\n\n[^1]\n\n[^1]: b\n\n- [ ] c", "[a]: b 'c'\n\n[a] ![a]"}
	for _, b := range bombs() {
		list = append(list, b.make(200))
	}
	return list
}

// ordinary is honest prose of a city, of about the given size.
func ordinary(size int) string {
	part := "## Wat er gezegd is\n\nOp 27 november 2021 kwamen vijftig deelnemers samen. Ze spraken over *drie vragen* en noteerden [dertig inzichten](../inzichten.md#een), met **zeven prioriteiten**.\n\n" +
		"- De stad geeft een overzicht van contacten (#actie-1).\n- Er komt een projectgroep:\n  - acht vergaderingen;\n  - een verslag na elke vergadering.\n\n" +
		"| Vraag | Stemmen |\n|---|---:|\n| Meer overleg? | 31 |\n| Minder papier? | 12 |\n\n" +
		"> \"We willen weten wat er met onze vragen gebeurt\", zei een deelnemer.\n\n1. Eerst de vragen\n2. Dan de antwoorden\n\n" +
		strings.Repeat("Een gewone alinea telt een paar zinnen, met komma's en haakjes (zoals hier), en zegt wat er is afgesproken. ", 5) + "\n\n"
	return strings.Repeat(part, size/len(part)+1)
}

// TestConcurrent parses the same texts in several goroutines at once.
func TestConcurrent(t *testing.T) {
	texts := append(corpus(), "```toml\na = 1\n```\n\nwww.a.be")
	var group sync.WaitGroup
	pages := make([]string, 4)
	for i := range pages {
		group.Go(func() {
			for _, src := range texts {
				p, _ := Parse("x.md", []byte(src), 1, Options{})
				pages[i] += p.HTML(plainTarget) + Inline(src)
			}
		})
	}
	group.Wait()
	for _, page := range pages[1:] {
		if page != pages[0] {
			t.Error("two goroutines wrote different pages")
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range corpus() {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p, list := Parse("x.md", src, 1, Options{})
		html := p.HTML(plainTarget)
		if html != p.Part(0, len(p.Pieces), plainTarget) {
			t.Error("HTML and Part of all pieces differ")
		}
		for _, d := range list {
			if d.Pos.Line < 0 || d.Pos.Line > 0 && d.Pos.Col < 1 {
				t.Errorf("%q: impossible place %v", src, d.Pos)
			}
		}
		wellFormed(t, src, html)
		if again, _ := Parse("x.md", src, 1, Options{}); again.HTML(plainTarget) != html {
			t.Errorf("%q gives two different pages", src)
		}
		if !mayHoldLinks(src) {
			sameParsers(t, src)
		}
		wellFormed(t, src, Block(string(src)))
		wellFormed(t, src, Inline(string(src)))
	})
}
