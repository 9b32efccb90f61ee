package markdown

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// TestContrast computes the contrast of every shade on its background (WCAG
// 2.2, relative luminance).
func TestContrast(t *testing.T) {
	for _, s := range shades {
		if c := contrast(s.light, lightGround); c < 4.5 {
			t.Errorf("light .%s: %.2f", s.class, c)
		}
		if c := contrast(s.dark, darkGround); c < 4.5 {
			t.Errorf("dark .%s: %.2f", s.class, c)
		}
		if strings.Count(ChromaCSS(), "pre ."+s.class+"{color:") != 2 {
			t.Errorf(".%s is not in the stylesheet for light and dark", s.class)
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// TestColoursKeepText proves that what is coloured reads as it was written, and
// that every class has a colour.
func TestColoursKeepText(t *testing.T) {
	known := map[string]bool{"": true}
	for _, s := range shades {
		known[s.class] = true
	}
	for token := range chroma.StandardTypes {
		if class := tokenClass(token); !known[class] {
			t.Errorf("no colour for the class %q of %v", class, token)
		}
	}
	for _, language := range []string{"bash", "csv", "diff", "ini", "js", "json", "sql", "toml", "xml", "yaml"} {
		for _, code := range []string{"a = \"b\" # c\n", "<a b='c'>d</a>\n", "- a: 1\n+ b\n", "{\"a\": [1, true]}\n", "'\"`/*(", "\t\n\n  x"} {
			p, _ := Parse("x.md", []byte("```"+language+"\n"+code+"\n```\n"), 1, Options{})
			html := p.HTML(plainTarget)
			wellFormed(t, []byte(code), html)
			plain := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(anyTag.ReplaceAllString(html, ""))
			if plain != code+"\n\n" {
				t.Errorf("%s: %q became %q", language, code, plain)
			}
		}
	}
}

// TestCodes asks of every diagnostic that its words are whole in both languages.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Codes {
		if seen[c.ID] || c.ID != strings.ToLower(c.ID) {
			t.Errorf("the code %q occurs twice or has capitals", c.ID)
		}
		seen[c.ID] = true
		for _, lang := range []string{"nl", "en"} {
			words := c.In(lang)
			if words.Message == "" || words.Hint == "" || words.Explain == "" || strings.HasSuffix(words.Message, ".") {
				t.Errorf("%s: the words in %s are not whole: %q", c.ID, lang, words.Message)
			}
		}
	}
}
