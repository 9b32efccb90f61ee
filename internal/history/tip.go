package history

import (
	"bytes"
	"context"
	"io"
	"strings"
)

// Tip is the commit that Read would begin at, in a millisecond or two; "" where
// there is none, for whatever reason.
func Tip(ctx context.Context, dir string) string {
	var out bytes.Buffer
	err := run(ctx, dir, func(r io.Reader) error { _, err := out.ReadFrom(r); return err }, "rev-parse", "--is-shallow-repository", "--verify", "HEAD")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(out.String())
}
