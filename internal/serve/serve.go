// Package serve shows a site while it is being written: it builds, watches,
// serves on loopback and reloads the browser.
//
// What must stay true: readers see the last version without errors, with all
// mistakes of the present one over it; nothing but loopback is answered; and
// no mistake in the content ever ends the server.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"glashelder/internal/build"
	"glashelder/internal/diag"
)

// Server shows one site.
type Server struct {
	Options build.Options
	Lang    string                                       // of the messages; "" is that of the site
	Output  string                                       // a folder that Rebuilt writes to, which is not watched; may be empty
	Rebuilt func(*build.Built, diag.List, time.Duration) // called after each build; may be nil
	Found   func(*build.Built, diag.List)                // called with the mistakes that only finished pages show; may be nil
	Now     func() time.Time                             // the day of each build; nil means that of Options

	builder build.Builder
	mu      sync.Mutex
	good    *build.Built // the last version without errors, or until there is one the last version
	proven  bool         // good has no errors
	state   state
	changed chan struct{} // closed when there is another state
	latest  *build.Built
	give    context.CancelFunc // gives up proving the pages of an older version
}

// state is what browsers are told.
type state struct {
	Version  int       `json:"version"` // of the pages; a browser with another one reloads
	Mistakes []mistake `json:"mistakes"`
}

// mistake is one diagnostic as the browser shows it.
type mistake struct {
	Severity string `json:"severity"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Code     string `json:"code"`
}

// Run serves on listener until ctx ends, rebuilding whenever the site changes.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	changes, err := watch(ctx, s.Options.Dir, s.Output)
	if err != nil {
		return err
	}
	if err := s.Rebuild(ctx); err != nil {
		return err
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	for {
		select {
		case <-changes:
			if err := s.Rebuild(ctx); err != nil && ctx.Err() == nil {
				s.broken(err)
			}
		case err := <-failed:
			return err
		case <-ctx.Done():
			return stop(server)
		}
	}
}

// stop ends the server and cuts the connections that browsers keep open.
func stop(server *http.Server) error {
	if err := server.Close(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// Rebuild proves the site as it is now. The pages follow only when it has no errors.
func (s *Server) Rebuild(ctx context.Context) error {
	start := time.Now()
	opts := s.Options
	if s.Now != nil {
		opts.Now = s.Now()
	}
	built, diags, err := s.builder.Prove(ctx, opts)
	if err != nil {
		return err
	}
	s.adopt(built, diags)
	if s.Rebuilt != nil {
		s.Rebuilt(built, diags, time.Since(start))
	}
	s.proveLater(ctx, built, diags)
	return nil
}

// Finished pages are proven when nobody has written for a while, and on sites
// of up to so many pages; `build` and `check` always prove them.
const (
	proofPause = 300 * time.Millisecond
	proofPages = 3000
)

// proveLater fills every page of a version without errors in the background,
// and adds what only finished pages show to its mistakes.
func (s *Server) proveLater(ctx context.Context, built *build.Built, diags diag.List) {
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	if s.give != nil {
		s.give()
	}
	s.give = cancel
	s.mu.Unlock()
	if build.Stops(diags, false) || len(built.Pages) > proofPages {
		return
	}
	go func() {
		defer cancel()
		select {
		case <-time.After(proofPause):
		case <-ctx.Done():
			return
		}
		found, err := built.Proof(ctx)
		if err != nil || len(found) == 0 || !s.append(built, found) {
			return
		}
		if s.Found != nil {
			s.Found(built, found)
		}
	}()
}

// append adds mistakes to those of a version, unless there is a newer one.
func (s *Server) append(built *build.Built, found diag.List) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.latest != built {
		return false
	}
	s.state.Mistakes = append(s.state.Mistakes, s.describe(built, found)...)
	s.tell()
	return true
}

// adopt takes a new version: its pages if it has no errors, or if there was
// none without errors yet, and its mistakes always.
func (s *Server) adopt(built *build.Built, diags diag.List) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = built
	if proven := !build.Stops(diags, false); proven || !s.proven {
		s.good, s.proven = built, proven
		s.state.Version++
	}
	s.state.Mistakes = s.describe(built, diags)
	s.tell()
}

// broken shows a failure of the environment like a mistake; the last pages stay.
func (s *Server) broken(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.Mistakes = []mistake{{Severity: "error", Message: err.Error()}}
	s.tell()
}

// tell wakes every browser that waits. s.mu is held.
func (s *Server) tell() {
	if s.changed != nil {
		close(s.changed)
		s.changed = nil
	}
}

func (s *Server) describe(built *build.Built, diags diag.List) []mistake {
	lang := s.Lang
	if lang == "" && built != nil {
		lang = built.Site.Lang.Code()
	}
	out := []mistake{}
	for _, d := range diags {
		m := mistake{Severity: "warning", Place: d.Pos.String(), Message: d.Message(lang), Hint: d.Hint(lang), Code: d.Code.ID}
		if d.Code.Severity == diag.Error {
			m.Severity = "error"
		}
		out = append(out, m)
	}
	return out
}

// now is the version to show and a channel that closes when there is another.
func (s *Server) now() (*build.Built, state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changed == nil {
		s.changed = make(chan struct{})
	}
	return s.good, s.state, s.changed
}

func (s *Server) version() (*build.Built, state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.good, s.state
}
