package main

import (
	"fmt"
	"net"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/serve"
)

func serveCommand() *cobra.Command {
	s := &site{}
	var dir string
	var port int
	c := &cobra.Command{
		Use:   "serve",
		Short: "Build, watch, serve on 127.0.0.1:1313 and reload the browser; drafts are shown and marked",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			opts, err := s.options()
			if err != nil {
				return err
			}
			if port < 0 || port > 65535 {
				return fmt.Errorf("--port is a number from 0 to 65535, not %d", port)
			}
			listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
			if err != nil {
				return fmt.Errorf("port %d cannot be had; choose another with --port: %w", port, err)
			}
			if opts.BaseURL == "" {
				opts.BaseURL = "http://" + listener.Addr().String() + "/"
			}
			if dir != "" && !filepath.IsAbs(dir) {
				dir = filepath.Join(opts.Dir, dir)
			}
			published := opts
			published.Drafts, published.BaseURL = c.Flags().Changed("drafts") && s.drafts, s.baseURL
			server := &serve.Server{Options: opts, Lang: s.lang, Output: dir, Rebuilt: s.rebuilt(c, published, dir), Found: s.found(c)}
			if s.now == "" {
				server.Now = time.Now
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s\n", opts.BaseURL)
			if err := server.Run(c.Context(), listener); err != nil {
				return err
			}
			return c.Context().Err() // serving ends when it is interrupted
		},
	}
	s.flags(c)
	f := c.Flags()
	f.StringVar(&dir, "output", "", "publish each good version in this directory too, as build does, relative to the source")
	f.StringVar(&s.baseURL, "base-url", "", "address of the site (default: that of the server)")
	f.BoolVar(&s.drafts, "drafts", true, "show drafts, marked")
	s.cacheFlags(c)
	f.IntVar(&port, "port", 1313, "port on 127.0.0.1; 0 takes any")
	return c
}

// rebuilt prints the mistakes of each version, and writes good ones to dir
// where one was asked for.
func (s *site) rebuilt(c *cobra.Command, opts build.Options, dir string) func(*build.Built, diag.List, time.Duration) {
	return func(built *build.Built, list diag.List, took time.Duration) {
		if err := s.show(c, s.language(built), list); err != nil {
			return
		}
		if !s.quiet {
			pages := locale.Get(s.language(built)).Count("cli.pages", len(built.Pages))
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s, %d ms\n", time.Now().Format(time.TimeOnly), pages, took.Milliseconds())
		}
		if dir == "" {
			return
		}
		var b build.Builder
		if _, _, _, err := b.Publish(c.Context(), opts, dir, s.strict); err != nil {
			fmt.Fprintln(c.ErrOrStderr(), "glashelder:", err)
		}
	}
}

// found prints the mistakes that only finished pages show.
func (s *site) found(c *cobra.Command) func(*build.Built, diag.List) {
	return func(built *build.Built, list diag.List) {
		if err := s.show(c, s.language(built), list); err != nil {
			fmt.Fprintln(c.ErrOrStderr(), "glashelder:", err)
		}
	}
}
