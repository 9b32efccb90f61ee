package build

import (
	"context"

	"glashelder/internal/check"
	"glashelder/internal/diag"
	"glashelder/internal/model"
)

// rows proves that whatever once was a row of a data file still has a page or a
// redirect. The error is that of ctx.
func (b *Built) rows(ctx context.Context, known check.Addresses, diags *diag.List) error {
	past := check.NewPastRows()
	if err := b.History.Changes(ctx, "data", model.RowsWithoutPage(), past.Take); err != nil {
		return err
	}
	gone := known.GoneRows(b.Site, past)
	if err := b.History.Contents(ctx, gone.Contents(), gone.Read); err != nil {
		return err
	}
	gone.Report(b.Site, diags)
	return nil
}
