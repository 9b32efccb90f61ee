package serve

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glashelder/internal/build"
	"glashelder/internal/diag"
)

// write writes a file of a site, with the folders above it.
func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// shown is what a browser sees at an address.
func shown(s *Server, url string) string {
	r := httptest.NewRequest("GET", url, nil)
	r.Host = "localhost:1313"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Body.String()
}

// TestPagesFollowTheText: while a site has never been free of errors its pages
// follow what is written all the same; once it was, they stay as they were.
func TestPagesFollowTheText(t *testing.T) {
	dir := t.TempDir()
	const wrong, right = "[weg](weg.md)", "niets"
	s := &Server{Options: build.Options{Dir: dir, Now: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), Jobs: 1}}
	for _, step := range []struct{ word, link, want string }{
		{"Appel", wrong, "Appel"}, {"Peer", wrong, "Peer"}, {"Pruim", right, "Pruim"}, {"Druif", wrong, "Pruim"}, {"Kers", right, "Kers"},
	} {
		write(t, dir, "content/fruit.md", "+++\ntitel = \"Fruit\"\n+++\n"+step.word+" en "+step.link+".\n")
		_, _, next := s.now()
		if err := s.Rebuild(context.Background()); err != nil {
			t.Fatal(err)
		}
		select {
		case <-next:
		default:
			t.Errorf("%s: a browser that waits was not told", step.word)
		}
		if got := shown(s, "/fruit/"); !strings.Contains(got, step.want) {
			t.Errorf("%s: the page does not say %s", step.word, step.want)
		}
	}
}

// TestOutputIsNoChange: what a rebuild writes does not make it build again.
func TestOutputIsNoChange(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/fruit.md", "Appel.\n")
	write(t, dir, "uit/index.html", "oud")
	changes, err := watch(t.Context(), dir, filepath.Join(dir, "uit"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "uit/index.html", "nieuw")
	select {
	case <-changes:
		t.Error("writing the output is a change of the site")
	case <-time.After(4 * pause):
	}
	write(t, dir, "content/fruit.md", "Peer.\n")
	select {
	case <-changes:
	case <-time.After(10 * time.Second):
		t.Error("writing the content is no change of the site")
	}
}

// TestFinishedPagesAreProven: a mistake that only a finished page shows, here a
// dead link in a template of the site's own, comes after the pages.
func TestFinishedPagesAreProven(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/over.md", "# Over\n\nTekst.\n")
	write(t, dir, "layouts/page.html", "{{define \"main\"}}<h1>{{.Title}}</h1><a href=\"/nergens/\">weg</a>{{end}}")
	found := make(chan diag.List, 1)
	s := &Server{
		Options: build.Options{Dir: dir, Now: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), Jobs: 1},
		Found:   func(_ *build.Built, list diag.List) { found <- list },
	}
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	select {
	case list := <-found:
		if len(list) != 1 || list[0].Code.ID != "pagina-link-gebroken" {
			t.Errorf("found %v", list)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was found")
	}
	if _, state := s.version(); len(state.Mistakes) != 1 || state.Mistakes[0].Code != "pagina-link-gebroken" {
		t.Errorf("browsers are told %v", state.Mistakes)
	}
}
