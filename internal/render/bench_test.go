package render

import (
	"testing"

	"glashelder/layouts"
)

// BenchmarkLoad is what every command pays before the first page.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := Load(layouts.Files, nil, "", "nl"); err != nil {
			b.Fatal(err)
		}
	}
}
