package build_test

import (
	"context"
	"testing"

	"bangvang/internal/build"
)

// BenchmarkPreview is what a saved file costs a preview before a page is asked for.
func BenchmarkPreview(b *testing.B) {
	folder := theReal(b).folder
	b.ReportAllocs()
	for b.Loop() {
		if r, err := build.Render(context.Background(), build.Options{Source: folder, Preview: true}); err != nil || r.Failed(false) {
			b.Fatal(err)
		}
	}
}
