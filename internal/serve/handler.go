package serve

// Answering browsers. Only loopback names are served, so that no foreign page
// can read a site that is not published yet.

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"

	"glashelder/internal/build"
)

// The addresses of our own files; no page of a site begins so.
const (
	own       = "/_glashelder/"
	eventsURL = own + "events"
)

//go:embed live.js
var liveScript []byte

//go:embed live.css
var liveStyle []byte

// Policy is the strict content security policy that pages must live under.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'"

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !loopback(r.Host) || !sameOrigin(r) {
		http.Error(w, "403: only this computer may see this", http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "405: only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	switch r.URL.Path {
	case eventsURL:
		s.events(w, r)
	case own + "live.js":
		send(w, "live.js", liveScript, http.StatusOK)
	case own + "live.css":
		send(w, "live.css", liveStyle, http.StatusOK)
	default:
		s.site(w, r)
	}
}

// loopback tells whether a Host header names this computer.
func loopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if name == "localhost" {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// sameOrigin tells whether a request comes from no page or from one of ours.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host
}

// site answers with a page or file of the site.
func (s *Server) site(w http.ResponseWriter, r *http.Request) {
	built, _ := s.version()
	prefix := decoded(built.Site.Config.Prefix())
	at, ok := strings.CutPrefix(r.URL.Path, prefix)
	if !ok || at == "" {
		http.Redirect(w, r, prefix+"/", http.StatusFound)
		return
	}
	page, ok, err := built.Page(at)
	switch {
	case err != nil:
		fail(w, err)
	case ok:
		send(w, "index.html", withScript(page), http.StatusOK)
	case s.file(w, built, at):
	default:
		s.missing(w, r, built, at)
	}
}

// decoded is a path as requests have it, without escapes.
func decoded(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		return plain
	}
	return path
}

func (s *Server) file(w http.ResponseWriter, built *build.Built, at string) bool {
	data, ok, err := built.File(strings.TrimPrefix(at, "/"))
	if !ok {
		return false
	}
	if err != nil {
		fail(w, err)
		return true
	}
	send(w, at, data, http.StatusOK)
	return true
}

// missing sends on to the address with a "/" where there is one, else answers
// with the site's own page for what does not exist.
func (s *Server) missing(w http.ResponseWriter, r *http.Request, built *build.Built, at string) {
	if _, ok, _ := built.Page(at + "/"); ok {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	}
	page, ok, err := built.Page("/404.html")
	if err != nil || !ok {
		http.NotFound(w, r)
		return
	}
	send(w, "404.html", withScript(page), http.StatusNotFound)
}

func fail(w http.ResponseWriter, err error) {
	http.Error(w, "500: "+err.Error(), http.StatusInternalServerError)
}

// withScript adds the script that reloads to a page; the published page has none.
func withScript(page []byte) []byte {
	const script = `<script src="` + own + `live.js" defer></script></body>`
	i := bytes.LastIndex(page, []byte("</body>"))
	if i < 0 {
		return page
	}
	return append(append(page[:i:i], script...), page[i+len("</body>"):]...)
}

func send(w http.ResponseWriter, name string, data []byte, status int) {
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write(data)
}

// events tells a browser the present state and every following one
// (server-sent events, HTML Living Standard 9.2).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "500: no streaming", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		_, state, next := s.now()
		data, err := json.Marshal(state)
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-next:
		case <-r.Context().Done():
			return
		}
	}
}
