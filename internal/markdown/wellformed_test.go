package markdown

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tags and attributes that this package may write, and nothing else.
var (
	anyTag     = regexp.MustCompile(`<[^>]*>?`)
	allowedTag = regexp.MustCompile(`^<(/?(p|em|strong|del|code|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|h[2-6]|sup|pre|div|span|a)|br|hr|img|input)( [a-z-]+(="[^"<>]*")?)*>$`)
	attribute  = regexp.MustCompile(` ([a-z-]+)(="([^"]*)")?`)
	anyID      = regexp.MustCompile(` id="([^"]*)"`)
)

var allowedAttributes = []string{"href", "src", "alt", "title", "class", "id", "rel", "role", "tabindex", "aria-label", "scope", "start", "type", "disabled", "checked", "loading", "width", "height"}

// wellFormed reports tags that do not nest, that this package does not write,
// addresses with a scheme that is not allowed, and ids that occur twice.
func wellFormed(t *testing.T, src []byte, html string) {
	t.Helper()
	var open []string
	for _, tag := range anyTag.FindAllString(html, -1) {
		if !allowedTag.MatchString(tag) {
			t.Fatalf("%q: wrote the tag %s", src, tag)
		}
		checkAttributes(t, src, tag)
		name, _, _ := strings.Cut(strings.Trim(tag, "</>"), " ")
		switch {
		case slices.Contains([]string{"br", "hr", "img", "input"}, name):
		case tag[1] != '/':
			if name == "a" && slices.Contains(open, "a") {
				t.Fatalf("%q: a link in a link:\n%s", src, html)
			}
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("%q: %s closes nothing:\n%s", src, tag, html)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("%q: %v never closed:\n%s", src, open, html)
	}
	seen := map[string]bool{}
	for _, id := range anyID.FindAllStringSubmatch(html, -1) {
		if id[1] == "" || seen[id[1]] {
			t.Fatalf("%q: the id %q is empty or occurs twice:\n%s", src, id[1], html)
		}
		seen[id[1]] = true
	}
}

func checkAttributes(t *testing.T, src []byte, tag string) {
	t.Helper()
	_, rest, _ := strings.Cut(tag, " ")
	for _, a := range attribute.FindAllStringSubmatch(" "+strings.TrimSuffix(rest, ">"), -1) {
		if strings.HasPrefix(tag, "</") || !slices.Contains(allowedAttributes, a[1]) && !insideValue(rest, a[0]) {
			t.Fatalf("%q: the attribute %s in %s", src, a[1], tag)
		}
		if a[1] == "href" || a[1] == "src" {
			if s := scheme(a[3]); !slices.Contains([]string{"", "http", "https", "mailto", "tel"}, s) {
				t.Fatalf("%q: the address %s", src, a[3])
			}
		}
	}
}

// insideValue reports whether what looks like an attribute is part of a value:
// the number of quotes before it is odd.
func insideValue(rest, found string) bool {
	at := strings.Index(" "+rest, found)
	return strings.Count((" " + rest)[:at], `"`)%2 == 1
}
