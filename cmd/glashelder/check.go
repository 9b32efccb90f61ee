package main

import (
	"github.com/spf13/cobra"

	"glashelder/internal/build"
)

func checkCommand() *cobra.Command {
	s := &site{}
	c := &cobra.Command{
		Use:   "check",
		Short: "Prove everything that build proves, writing nothing",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			opts, err := s.options()
			if err != nil {
				return err
			}
			var b build.Builder
			built, diags, err := b.Check(c.Context(), opts)
			s.tellHistory(c, built)
			s.tell(c, built)
			if showErr := s.show(c, s.language(built), diags); err == nil {
				err = showErr
			}
			if err != nil {
				return err
			}
			return s.verdict(diags)
		},
	}
	s.flags(c)
	c.Flags().BoolVar(&s.drafts, "drafts", false, "check drafts as if they were published")
	return c
}
