package scaffold

// The text of a new document: the keys that count are there, the others of its
// kind stand below as comments, each with what it is for. A value that must be
// filled in is empty, so that the check names it until it is.

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// common are the keys of every kind that a new document shows; the rest of
// them is in the manual.
var common = map[string]bool{
	"title": true, "summary": true, "date": true, "werf": true, "themes": true, "organisations": true,
	"districts": true, "documents": true, "contact": true,
}

// shared are all keys of every kind.
func shared() map[string]bool {
	out := map[string]bool{}
	for _, k := range model.Describe("page") {
		out[k.Name] = true
	}
	return out
}

func text(d Document, lang *locale.Language) string {
	var active, comments strings.Builder
	base := shared()
	for _, k := range model.Describe(d.Kind) {
		if base[k.Name] && !common[k.Name] && !k.Required {
			continue
		}
		if value, ok := first(d, k); ok {
			fmt.Fprintf(&active, "%s = %s\n", lang.Key(k.Name), value)
			continue
		}
		if k.Required {
			fmt.Fprintf(&active, "%s = \"\"%s\n", lang.Key(k.Name), note(d.Kind, k, lang))
			continue
		}
		comment(&comments, d, k, lang)
	}
	return "+++\n" + active.String() + "\n" + comments.String() + "+++\n\n" + body(d.Kind, lang)
}

// first is the value that a key begins with, if it has one.
func first(d Document, k model.Key) (string, bool) {
	switch k.Name {
	case "title":
		return quote(d.Title), true
	case "date":
		if d.Kind == "page" || d.Kind == "organisation" || d.Kind == "forum" {
			return "", false
		}
		return d.Date.Format(time.DateOnly), true
	case "werf":
		if d.Werf != "" && d.Kind != "werf" {
			return "[" + quote(d.Werf) + "]", true
		}
	}
	return "", false
}

// note says behind a key what belongs there.
func note(kind string, k model.Key, lang *locale.Language) string {
	if k.Type == model.TypeChoice {
		return "  # " + strings.Join(choices(k, lang), " | ")
	}
	if help := lang.Help(kind, k.Name); help != "" {
		return "  # " + help
	}
	return ""
}

func choices(k model.Key, lang *locale.Language) []string {
	var out []string
	for _, v := range k.Values {
		if v != "" {
			out = append(out, lang.Value(k.Name, v))
		}
	}
	return out
}

// comment writes a key that may be filled in, behind "#".
func comment(b *strings.Builder, d Document, k model.Key, lang *locale.Language) {
	name := lang.Key(k.Name)
	help := note(d.Kind, k, lang)
	switch k.Type {
	case model.TypeTable, model.TypeTables:
		fmt.Fprintf(b, "# %s%s\n", name, colon(lang.Help(d.Kind, k.Name)))
		inner := make([]string, 0, len(k.Keys))
		for _, sub := range k.Keys {
			if sub.Type != model.TypeTables && sub.Type != model.TypeTable {
				inner = append(inner, lang.Key(sub.Name)+" = "+sample(d.Date, sub, lang))
			}
		}
		if k.Type == model.TypeTables {
			fmt.Fprintf(b, "# %s = [{ %s }]\n", name, strings.Join(inner, ", "))
		} else {
			fmt.Fprintf(b, "# %s = { %s }\n", name, strings.Join(inner, ", "))
		}
	default:
		fmt.Fprintf(b, "# %s = %s%s\n", name, sample(d.Date, k, lang), help)
	}
}

func colon(help string) string {
	if help == "" {
		return ""
	}
	return ": " + help
}

// sample is a value of the right form; days are that of the document.
func sample(day time.Time, k model.Key, lang *locale.Language) string {
	switch k.Type {
	case model.TypeInt:
		return "0"
	case model.TypeNumber, model.TypeMoney:
		return "0.00"
	case model.TypeBool:
		return strconv.FormatBool(k.Name == "public") // false would ask for a reason
	case model.TypeDate:
		return day.Format(time.DateOnly)
	case model.TypeMoment:
		return quote(day.Format(time.DateOnly) + " 19:00")
	case model.TypeClock:
		return `"19:00"`
	case model.TypeOffset:
		return `"00:10:00"`
	case model.TypeTexts, model.TypeRefs, model.TypeParties:
		return "[]"
	case model.TypeChoice:
		if c := choices(k, lang); len(c) > 0 {
			return quote(c[0])
		}
	}
	return `""`
}

// quote writes text as a basic string of TOML 1.0.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// body is what stands below the keys: what to write there, as a comment, so
// that it never reaches a reader.
func body(kind string, lang *locale.Language) string {
	if kind != "question" {
		return "<!-- " + lang.Word("new.body") + " -->\n"
	}
	return "<!-- " + lang.Word("new.question") + " -->\n\n<!--\n## " + lang.Word("question.answer") + "\n-->\n"
}

// entry is a new entry of a data file.
func entry(d Document, id string, lang *locale.Language) string {
	if d.Kind != "budget" {
		return fmt.Sprintf("\n[%s]\n%s = %s\n", id, lang.Code(), quote(d.Title))
	}
	text := fmt.Sprintf("\n[[budget]]\n%s = %s\n%s = %s\n%s = %d\n", lang.Key("id"), quote(id), lang.Key("title"), quote(d.Title), lang.Key("year"), d.Date.Year())
	if d.Werf != "" {
		text += fmt.Sprintf("%s = %s\n", lang.Key("werf"), quote(d.Werf))
	}
	return text + fmt.Sprintf("%s = \"\"\n", lang.Key("amount"))
}
