package build_test

import (
	"context"
	"crypto/sha256"
	"path/filepath"
	"slices"
	"testing"

	"bangvang/internal/build"
)

// What origins have looked at is not changed afterwards: a file has the same origin whenever it is asked for, before that of books or after.
func TestOriginsInAnyOrder(t *testing.T) {
	for _, campaign := range []string{"hai-dang", "gian-nan"} {
		folder := filepath.Join(t.TempDir(), campaign)
		if err := copyCampaign(filepath.Join("testdata/campaigns", campaign), folder); err != nil {
			t.Fatal(err)
		}
		origins := func(preview bool) map[string][sha256.Size]byte { // a preview does not ask for those of books
			r, err := build.Render(context.Background(), build.Options{Source: folder, Preview: preview})
			if err != nil || r.Set == nil {
				t.Fatal(err, r.Problems)
			}
			out, names := map[string][sha256.Size]byte{}, r.Set.Names()
			if preview {
				slices.Reverse(names)
			}
			for _, name := range names {
				if sum, ok := r.Set.Origin(name); ok {
					out[name] = sum
				}
			}
			return out
		}
		one, other := origins(false), origins(true)
		for name, sum := range one {
			if sum != other[name] {
				t.Errorf("%s: the origin of %s is another", campaign, name)
			}
		}
		if len(one) < 100 {
			t.Errorf("%s: only %d files tell their origin", campaign, len(one))
		}
	}
}
