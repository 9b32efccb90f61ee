package markdown

// The colours of code. Both palettes keep a contrast of 4.5:1 or more on their
// background (WCAG 2.2, 1.4.3); css_test.go computes it.

import "strings"

// shade is the colour of one class of token, in hexadecimal.
type shade struct{ class, light, dark string }

// The backgrounds that the shades were chosen on. The stylesheet leaves the
// background alone: the site's own may be up to this dark, or this light.
const (
	lightGround = "f2f2ee"
	darkGround  = "262b30"
)

var shades = []shade{
	{"c", "5c6166", "a9b1b8"},
	{"k", "8a2a6b", "f0a6d8"},
	{"m", "7a4a00", "e9b96e"},
	{"n", "0b5394", "8cc4ff"},
	{"s", "1e6433", "9bd69b"},
	{"gi", "1e6433", "9bd69b"},
	{"gd", "a32020", "ffa8a0"},
}

// ChromaCSS is the stylesheet of code blocks: one class for each kind of token,
// in light, and in dark where the reader prefers it.
func ChromaCSS() string {
	var b strings.Builder
	for _, s := range shades {
		b.WriteString("pre ." + s.class + "{color:#" + s.light + "}\n")
	}
	b.WriteString("pre .c{font-style:italic}\npre .k{font-weight:600}\n")
	b.WriteString("@media (prefers-color-scheme:dark){\n")
	for _, s := range shades {
		b.WriteString("pre ." + s.class + "{color:#" + s.dark + "}\n")
	}
	b.WriteString("}\n")
	return b.String()
}
