package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/scaffold"
)

func newCommand() *cobra.Command {
	s := &site{}
	var date, werf string
	c := &cobra.Command{
		Use:   `new KIND "TITLE"`,
		Short: "Write a new document with the right keys in the site's language, placed where it belongs",
		Args:  cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			opts, err := s.options()
			if err != nil {
				return err
			}
			var b build.Builder
			built, _, err := b.Prove(c.Context(), opts)
			if err != nil {
				return err
			}
			lang := built.Site.Lang
			kind, _, err := keysOf(args[0], lang)
			if err != nil {
				return err
			}
			day := opts.Now
			if date != "" {
				if day, err = time.Parse(time.DateOnly, date); err != nil {
					return fmt.Errorf("--date is a day such as 2026-05-01, not %q", date)
				}
			}
			file, err := scaffold.New(opts.Dir, built.Site.Config, lang, scaffold.Document{Kind: kind, Title: args[1], Date: day, Werf: werf})
			if err != nil {
				return err
			}
			fmt.Fprintln(c.OutOrStdout(), file)
			return nil
		},
	}
	s.flags(c)
	c.Flags().StringVar(&date, "date", "", "day of the meeting, decision …, 2006-01-02 (default: today)")
	c.Flags().StringVar(&werf, "werf", "", "number or id of the werf it belongs to")
	return c
}
