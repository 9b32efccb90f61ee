package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"glashelder/internal/locale"
	"glashelder/internal/scaffold"
)

func initCommand() *cobra.Command {
	var lang, title, now string
	c := &cobra.Command{
		Use:   "init DIR",
		Short: "Write a new site: configuration, one document of each kind, the CI workflows",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			day := time.Now()
			if now != "" {
				var err error
				if day, err = time.Parse(time.DateOnly, now); err != nil {
					return fmt.Errorf("--now is a day such as 2026-05-01, not %q", now)
				}
			}
			written, kept, err := scaffold.NewSite(args[0], scaffold.Site{Lang: lang, Title: title, Day: day, Tool: scaffold.Installed})
			if errors.Is(err, scaffold.ErrLanguage) {
				return fmt.Errorf("--lang is one of %s, not %q", strings.Join(scaffold.Languages(), ", "), lang)
			}
			if err != nil {
				return err
			}
			w := c.ErrOrStderr()
			words := locale.Get(lang)
			fmt.Fprintf(w, "%s: %s\n", args[0], words.Count("cli.made", len(written)))
			if len(kept) > 0 {
				fmt.Fprintln(w, words.Word("cli.kept", strings.Join(kept, ", ")))
			}
			fmt.Fprintln(w, words.Word("cli.see", args[0]))
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&lang, "lang", "nl", "language of the site: "+strings.Join(scaffold.Languages(), ", "))
	f.StringVar(&title, "title", "", "title of the site")
	f.StringVar(&now, "now", "", "the day the site begins, 2006-01-02; its dates lie around it (default: today)")
	return c
}
