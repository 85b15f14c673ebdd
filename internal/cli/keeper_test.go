package cli

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"bangvang/internal/build"
)

// TestKeeper: what the next preview opens with is kept once it is quiet, and never as another input's, which may have been saved before that.
func TestKeeper(t *testing.T) {
	dir := campaignIn(t, sea)
	opt := build.Options{Source: dir, Preview: true}
	r, err := build.Render(context.Background(), opt)
	if err != nil || r.Set == nil {
		t.Fatal(err)
	}
	opens := func() bool { set, _ := build.Remember(opt, previewed).Opening(); return set != nil }
	k := &keeper{opt: opt, quiet: 150 * time.Millisecond}
	k.later(r)
	for end := time.Now().Add(time.Minute); !opens(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nothing is kept")
		}
	}
	k.later(r)
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_name: Một ")
	k.stop() // as the build of that does when it begins, whatever comes of it
	time.Sleep(3 * k.quiet)
	if opens() {
		t.Error("the page of a build is kept as that of an input saved after it")
	}
}
