package markdown

// Texts made to cost much more than their size. Each shape is cut to the size
// asked for.

import (
	"fmt"
	"strconv"
	"strings"
)

type bomb struct {
	name string
	make func(size int) string
}

// repeated is a shape that repeats one string.
func repeated(name, unit string) bomb {
	return bomb{name, func(size int) string { return strings.Repeat(unit, size/len(unit)) }}
}

// between is a shape with something before and after what it repeats.
func between(name, before, unit, after string) bomb {
	return bomb{name, func(size int) string {
		return before + strings.Repeat(unit, max(0, size-len(before)-len(after))/len(unit)) + after
	}}
}

// counted is a shape whose parts depend on their number.
func counted(name string, part func(i int) string) bomb {
	return bomb{name, func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(part(i))
		}
		return b.String()
	}}
}

// halves puts two shapes one behind the other.
func halves(name string, first, second bomb) bomb {
	return bomb{name, func(size int) string { return first.make(size/2) + second.make(size/2) }}
}

// table is a shape of columns columns whose rows are all alike.
func table(name string, columns func(size int) int, row string) bomb {
	return bomb{name, func(size int) string {
		n := columns(size)
		head := strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n"
		return head + strings.Repeat(row, max(0, size-len(head))/len(row))
	}}
}

func number(format string) func(int) string {
	return func(i int) string { return fmt.Sprintf(format, i) }
}

func bombs() []bomb {
	return []bomb{
		repeated("quotes on one line", ">"),
		repeated("quotes and blanks on one line", "> "),
		{"quotes deeper by the line", func(size int) string {
			var b strings.Builder
			for i := 1; b.Len() < size; i++ {
				b.WriteString(strings.Repeat(">", i%1000) + "a\n")
			}
			return b.String()
		}},
		{"deep quote, lazy lines", func(size int) string {
			return strings.Repeat(">", 1000) + "a\n" + strings.Repeat("a\n", size/2)
		}},
		{"quotes of sixty, many lines", func(size int) string {
			return strings.Repeat(strings.Repeat(">", 60)+"a\n", size/62)
		}},
		{"quotes of sixty, then lazy", func(size int) string {
			return strings.Repeat(strings.Repeat(">", 60)+"a\n"+strings.Repeat("a\n", 100), size/262)
		}},
		repeated("numbered lists on one line", "1. "),
		repeated("bullets on one line", "- "),
		repeated("bullets and quotes on one line", "- > "),
		{"list nested by indentation", func(size int) string {
			var b strings.Builder
			for i := 0; b.Len() < size; i++ {
				b.WriteString(strings.Repeat(" ", i*2) + "- a\n")
			}
			return b.String()
		}},
		{"numbers nested by indentation", func(size int) string {
			var b strings.Builder
			for i := 0; b.Len() < size; i++ {
				b.WriteString(strings.Repeat(" ", i*3) + "1. a\n")
			}
			return b.String()
		}},
		{"list of sixty levels, then lines", func(size int) string {
			var b strings.Builder
			for i := range 60 {
				b.WriteString(strings.Repeat(" ", i*2) + "- a\n")
			}
			b.WriteString(strings.Repeat(strings.Repeat(" ", 120)+"a\n\n", size/123))
			return b.String()
		}},
		{"list of many levels, then blank lines", func(size int) string {
			var b strings.Builder
			for i := range 300 {
				b.WriteString(strings.Repeat(" ", i*2) + "- a\n")
			}
			b.WriteString(strings.Repeat("\n", size))
			return b.String()[:size]
		}},
		{"list of sixty levels, then blank lines", func(size int) string {
			var b strings.Builder
			for i := range 60 {
				b.WriteString(strings.Repeat(" ", i*2) + "- a\n")
			}
			b.WriteString(strings.Repeat("\n", size))
			return b.String()[:size]
		}},
		{"backticks of sixteen lengths, then lines", func(size int) string {
			var b strings.Builder
			for i := 1; i <= 16; i++ {
				b.WriteString(strings.Repeat("`", i) + "a ")
			}
			return b.String() + strings.Repeat("a\n", size/2)
		}},
		repeated("empty items", "-\n"),
		repeated("items", "- a\n"),
		repeated("list kinds in turn", "- a\n* a\n+ a\n"),
		repeated("empty links", "[]()"),
		repeated("links not closed", "[a]("),
		repeated("links not closed, angle", "[a](<b"),
		repeated("links with open brackets", "[a](b("),
		repeated("links with open titles", "[a](b \""),
		repeated("links", "[a](b)"),
		repeated("links on lines", "[a](b)\n"),
		repeated("links without an address in paragraphs", "[a]()\n\n"),
		repeated("images without text", "![](b)\n\n"),
		repeated("brackets open", "["),
		repeated("brackets closed", "]"),
		repeated("brackets open, then text", "[a"),
		halves("brackets nested", repeated("", "["), repeated("", "]")),
		halves("links nested", repeated("", "["), repeated("", "](a)")),
		halves("images nested", repeated("", "!["), repeated("", "](a)")),
		repeated("images open", "![["),
		repeated("shortcut references", "[a][b]"),
		between("one definition used often", "[a]: "+strings.Repeat("x", 900)+"\n\n", "[a]", ""),
		between("one long definition used often", "[a]: "+strings.Repeat("x", 100<<10)+"\n\n", "[a] ", ""),
		between("one long title used often", "[a]: b '"+strings.Repeat("x", 100<<10)+"'\n\n", "[a] ", ""),
		counted("definitions", number("[a%d]: b\n")),
		counted("definitions in paragraphs", number("[a%d]: b\n\n")),
		repeated("definitions the same", "[a]: b\n"),
		repeated("definitions with open titles", "[a]: b 'c\n"),
		repeated("definitions broken", "[a\n"),
		halves("definitions, then uses", counted("", number("[a%d]: b\n")), counted("", number("[a%d]\n\n"))),
		repeated("emphasis mixed", "a**b_c*"),
		repeated("emphasis open", "*a "),
		repeated("emphasis close", "a* "),
		repeated("emphasis open, underscore", "_a "),
		repeated("emphasis both", "*a_"),
		repeated("emphasis runs", "a***b**c*d___e__f_"),
		repeated("one run of stars", "*"),
		repeated("one run of underscores", "_"),
		halves("emphasis nested", repeated("", "*"), between("", "a", "*", "")),
		halves("emphasis nested, spaced", repeated("", "*a "), repeated("", "b* ")),
		halves("strong nested", repeated("", "**a "), repeated("", "b** ")),
		halves("emphasis of two kinds", repeated("", "*a _b "), repeated("", "c_ d* ")),
		repeated("emphasis open and strike", "*a ~~b "),
		repeated("tildes", "~"),
		repeated("strikes", "~~a "),
		repeated("emphasis in paragraphs", "*a _b **c\n\n"),
		repeated("backticks in pairs", "`a`"),
		repeated("backtick runs", "`` ` "),
		counted("backticks longer and longer", func(i int) string { return strings.Repeat("`", i+1) + "a" }),
		counted("backticks of changing length on lines", func(i int) string { return strings.Repeat("`", i%700+1) + "a\n" }),
		repeated("fences", "```\n"),
		repeated("fences open in quotes", "> ```\n\n"),
		repeated("tags open", "<a "),
		repeated("tags", "<a>"),
		repeated("tags with attributes", "<a b='"),
		between("one tag with many attributes", "<a", " b", ""),
		between("one tag with many attributes, closed", "<a", " b", ">"),
		repeated("tags with attributes on lines", "<a b=c\n"),
		repeated("close tags open", "</a"),
		repeated("comments open", "<!--"),
		repeated("comments open in text", "a <!-- b "),
		repeated("comments open on lines", "a\n<!--b\n"),
		repeated("comments", "<!-- -->"),
		repeated("instructions open", "<?"),
		repeated("declarations open", "<!A"),
		repeated("CDATA open", "<![CDATA["),
		repeated("addresses open", "<a:"),
		repeated("addresses open, mail", "<a@b"),
		between("one address, long", "<a:", "b", ""),
		repeated("less than", "<"),
		repeated("ampersands", "&"),
		repeated("entities", "&amp;"),
		repeated("entities that grow", "&NotEqualTilde;"),
		between("one entity, long", "&", "a", ";"),
		between("one number, long", "&#", "0", ";"),
		repeated("entities open", "&a"),
		repeated("backslashes", "\\"),
		repeated("backslashes and stars", "\\*"),
		repeated("bare links", "http://a.b "),
		repeated("bare links, dots", "www.a."),
		repeated("bare links, brackets", "http://a.b/(((("),
		between("one bare link, closing", "http://a.bc/", ")", ""),
		between("one bare link, dots", "http://a.bc/", ".", ""),
		between("one bare link, entities", "http://a.bc/", "&a;", ""),
		repeated("at signs", "@"),
		repeated("mail addresses", "a@b.c "),
		repeated("mail addresses without end", "a@b"),
		repeated("mail starts", "aaaa aaaa_aaaa*"),
		between("mail, one at the end", "", "a ", "@b.cd"),
		between("mail, one at the end, no blanks", "", "a", "@b.cd"),
		between("mail, stars", "", "a*", "@b.cd"),
		between("mail, dots", "a@b", ".a", ""),
		table("wide table, short rows", func(size int) int { return size / 8 }, "|\n"),
		table("wide table, tiny rows", func(size int) int { return size / 40 }, "a\n"),
		table("one table of long rows", func(size int) int { return 3 }, "|a|b|c|d|e|f|\n"),
		table("table of many rows", func(size int) int { return 3 }, "|a|b|c|\n"),
		table("table of escaped bars", func(size int) int { return 2 }, "|`\\|`|`\\|`|\n"),
		table("table of escaped bars in one row", func(size int) int { return 2 }, "`\\|"),
		table("table of links", func(size int) int { return 2 }, "|[a](b)|[a](b)|\n"),
		table("table of open links", func(size int) int { return 2 }, "|[a](|*b|\n"),
		repeated("tables by the hundred", "|a|\n|-|\n\n"),
		repeated("delimiter rows", "|-|\n"),
		repeated("delimiter rows, uneven", "|-|-|\n|a|\n"),
		repeated("bars", "|"),
		repeated("bars on lines", "|\n"),
		repeated("setext headings", "a\n=\n"),
		repeated("setext lines", "=\n"),
		repeated("headings", "# a\n"),
		repeated("headings empty", "#\n"),
		repeated("hashes", "#"),
		between("heading with closing hashes", "# ", "#", "a"),
		between("heading with closing hashes and blanks", "# a ", "# ", ""),
		counted("headings all different", func(i int) string { return "# a" + strconv.Itoa(i) + "\n" }),
		counted("headings that look counted", func(i int) string { return "# a\n# a-" + strconv.Itoa(i) + "\n" }),
		repeated("mentions", "#ab "),
		repeated("mentions that are none", "#ab-"),
		repeated("tasks", "- [ ] a\n"),
		repeated("tasks without text", "- [ ]\n"),
		halves("notes", counted("", number("[^%d] ")), counted("", func(i int) string { return fmt.Sprintf("\n[^%d]: a\n", i) })),
		between("one note, many marks", "[^1]: a\n\n", "[^1]", ""),
		counted("notes without marks", number("[^%d]: a\n")),
		counted("notes in notes", number("[^%d]: [^1]\n")),
		repeated("notes nested", "[^a]: "),
		repeated("note marks open", "[^"),
		repeated("note marks with bang", "![^a"),
		repeated("blank lines", "\n"),
		repeated("blanks", " "),
		repeated("tabs", "\t"),
		repeated("blanks and lines", " \n"),
		repeated("hard breaks", "a  \n"),
		repeated("hard breaks, backslash", "a\\\n"),
		repeated("short lines", "a\n"),
		repeated("one long word", "a"),
		repeated("short words", "a "),
		repeated("rules", "---\n"),
		repeated("rules of stars", "* * *\n"),
		repeated("code by indentation", "    a\n\n"),
		repeated("not UTF-8", "\xff"),
		repeated("NUL", "\x00"),
		repeated("carriage returns", "\r"),
		repeated("marks that join", "a\u0301\u0302"),
		between("code in TOML", "```toml\n", "a = \"", "\n```\n"),
		repeated("blocks in TOML", "```toml\na = \"\"\"\n```\n"),
		between("code in JSON", "```json\n", "{\"a\":", "\n```\n"),
		between("code in JavaScript", "```js\n", "/*/(`${", "\n```\n"),
		between("code in XML", "```xml\n", "<a b=<!--", "\n```\n"),
		between("code in YAML", "```yaml\n", "- &a ? : |\n", "\n```\n"),
		between("code in shell", "```sh\n", "$(${`'\"", "\n```\n"),
		between("code in SQL", "```sql\n", "/*'\"--", "\n```\n"),
	}
}
