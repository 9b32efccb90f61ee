package check

import (
	"slices"
	"strings"
	"testing"

	"glashelder/internal/model"
	"glashelder/internal/source"
)

// TestTree proves that a tree finds the links that lead nowhere and the ids that
// stand twice, on whichever page the place is that a link leads to.
func TestTree(t *testing.T) {
	site, _ := model.Build(&source.Project{}, model.Options{})
	for _, c := range []struct{ name, a, b, want string }{
		{"a place of its own", `<p id="x">`, `<a href="#x">`, "pagina-link-gebroken /b/ /b/#x"},
		{"own place before and behind", `<a href="#x"><p id="x"><a href="#x">`, ``, ""},
		{"own place by address", `<p id="x"><a href="/a/#x">`, ``, ""},
		{"place of another", `<p id="x">`, `<a href="/a/#x">`, ""},
		{"no such place there", `<p id="x">`, `<a href="/a/#y">`, "pagina-link-gebroken /b/ /a/#y"},
		{"named by the first page", `<a href="/b/#y">`, `<a href="#y">`, "pagina-link-gebroken /a/ /b/#y"},
		{"escaped", `<p id="x&amp;y"><a href="#x&#38;y">`, `<a href="&#47;c/"><img src="/a/?x&amp;y">`, "pagina-link-gebroken /b/ /a/?x&y; pagina-link-gebroken /b/ /c/"},
		{"escaped in the address", `<p id="letter_д">`, `<a href="/a/#letter_%d0%b4"><a href="/a/#letter_%d0%b5">`, "pagina-link-gebroken /b/ /a/#letter_%d0%b5"},
		{"not of the site", `<a href="data:text/csv,/c/#x"><a href="https://c/"><a title="/c/">`, `<a href="">`, ""},
		{"the top", `<a href="#">`, ``, ""},
		{"twice", `<p id="x"><p id="x">`, `<p id="x">`, "pagina-id-dubbel /a/ x"},
	} {
		tree := NewTree(site)
		tree.Page("/a/", []byte(c.a))
		tree.Page("/b/", []byte(c.b))
		var got []string
		for _, d := range tree.Proof() {
			got = append(got, d.Code.ID+" "+strings.Join(d.Args, " "))
		}
		slices.Sort(got)
		if list := strings.Join(got, "; "); list != c.want {
			t.Errorf("%s: got %q, want %q", c.name, list, c.want)
		}
	}
}
