package build

import (
	"slices"
	"strings"

	"glashelder/internal/check"
	"glashelder/internal/diag"
	"glashelder/internal/markdown"
	"glashelder/internal/model"
	"glashelder/internal/render"
	"glashelder/internal/source"
)

// Codes lists every code that a build may report, by id.
func Codes() []*diag.Code {
	codes := slices.Concat(source.Codes, markdown.Codes, model.Codes, check.Codes(), render.Codes)
	slices.SortFunc(codes, func(a, b *diag.Code) int { return strings.Compare(a.ID, b.ID) })
	return slices.Compact(codes)
}
