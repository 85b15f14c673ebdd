package deliver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// both runs a test of a folder that is a link, and of one that is a real directory.
func both(t *testing.T, f func(t *testing.T, dir string)) {
	for _, kind := range []string{"link", "directory"} {
		t.Run(kind, func(t *testing.T) {
			dir := filepath.Join(memory(t), "srv", "bang-vang")
			if kind == "directory" {
				must(t, os.MkdirAll(dir, 0o755))
			}
			f(t, dir)
			st, err := os.Lstat(dir)
			must(t, err)
			if st.IsDir() != (kind == "directory") {
				t.Errorf("it is %v now", st.Mode())
			}
		})
	}
}

func TestFolder(t *testing.T) {
	both(t, func(t *testing.T, dir string) {
		p := open(t, "dir:"+dir, Options{Keep: 3})
		one, two := version(1, 6), version(2, 6)
		public := built(t, one)
		r := publishOK(t, p, public)
		if r.Was != "" || r.Sent != len(one) || r.Files != len(one) || len(r.Kept) != 1 {
			t.Errorf("first: %+v", r)
		}
		same(t, seen(t, dir), one)
		again := publishOK(t, p, public)
		if again.Sent != 0 || again.Release != r.Release || len(again.Kept) != 1 {
			t.Errorf("the same again: %+v", again)
		}
		two.write(t, public)
		r2 := publishOK(t, p, public)
		if r2.Was != r.Release || r2.Sent >= len(two) || r2.Sent == 0 {
			t.Errorf("second: %+v", r2)
		}
		same(t, seen(t, dir), two, "assets/site.0000000001.css")
		version(3, 5).write(t, public)
		r3 := publishOK(t, p, public)
		same(t, seen(t, dir), version(3, 5), "assets/site.0000000002.css")
		if r3.Removed != 2 { // the page that is gone, and the asset of two releases before
			t.Errorf("third: %+v", r3)
		}
		d, err := p.Verify(background, public)
		must(t, err)
		if !d.Clean() || d.Checked != len(version(3, 5))+1 || d.Release != r3.Release {
			t.Errorf("verify: %+v", d)
		}
		back, err := p.Rollback(background, "")
		must(t, err)
		if back.From != r2.Release || !strings.HasSuffix(back.Release, mark(manifestOf(t, two))) || len(back.Kept) != 3 {
			t.Errorf("back: %+v", back)
		}
		same(t, seen(t, dir), two, "assets/site.0000000003.css")
		if _, err := p.Rollback(background, r.Release); !errors.Is(err, ErrNone) || !strings.Contains(err.Error(), r3.Release) {
			t.Errorf("a release that is not kept: %v", err)
		}
		if d, err = p.Verify(background, public); err != nil || !d.Another || d.Clean() {
			t.Errorf("verify after going back: %+v %v", d, err)
		}
	})
}

// Purging leaves nothing of older releases, on the disk or for readers.
func TestFolderPurge(t *testing.T) {
	both(t, func(t *testing.T, dir string) {
		public := built(t, files{"index.html": "Nguyễn Văn A", "assets/a.0123456789.js": "Nguyễn Văn A"})
		publishOK(t, open(t, dir, Options{}), public)
		clean := files{"index.html": "đã rút", "assets/a.9876543210.js": "đã rút"}
		clean.write(t, public)
		publishOK(t, open(t, dir, Options{}), public)
		publishOK(t, open(t, dir, Options{Purge: true}), public)
		same(t, seen(t, dir), clean)
		for name, text := range seen(t, filepath.Dir(dir)) {
			if strings.Contains(text, "Nguyễn") {
				t.Errorf("%s names the person", name)
			}
		}
	})
}

// What others put there, took away or changed is told; what is ours is mended, what is theirs stays.
func TestFolderOfOthers(t *testing.T) {
	both(t, func(t *testing.T, dir string) {
		public := built(t, version(1, 3))
		p := open(t, dir, Options{})
		publishOK(t, p, public)
		must(t, os.Remove(filepath.Join(dir, "404.html")))
		must(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("defaced!"), 0o644))
		d, err := p.Verify(background, public)
		must(t, err)
		if fmt.Sprint(d.Missing, d.Changed, d.Extra) != "[404.html] [index.html] []" {
			t.Errorf("%+v", d)
		}
		if r := publishOK(t, p, public); r.Sent != 2 {
			t.Errorf("mended: %+v", r)
		}
		same(t, seen(t, dir), version(1, 3))
		must(t, os.WriteFile(filepath.Join(dir, "google-verify.html"), []byte("theirs"), 0o644))
		version(2, 3).write(t, public)
		_, err = p.Publish(background, public)
		if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "google-verify.html") || !strings.Contains(err.Error(), "giữ nguyên") {
			t.Errorf("a file of others: %v", err)
		}
		same(t, seen(t, dir), version(1, 3), "google-verify.html")
	})
}

func TestFolderRefuses(t *testing.T) {
	public := built(t, version(1, 1))
	home := t.TempDir()
	must(t, os.WriteFile(filepath.Join(home, "theirs"), nil, 0o644))
	must(t, os.Symlink(home, filepath.Join(t.TempDir(), "x")))
	link := filepath.Join(t.TempDir(), "link")
	must(t, os.Symlink(home, link))
	for _, dir := range []string{home, link} {
		if _, err := open(t, dir, Options{}).Publish(background, public); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	if _, err := open(t, filepath.Join(home, "theirs"), Options{}).Publish(background, public); !errors.Is(err, ErrAddress) {
		t.Errorf("a file: %v", err)
	}
	to := filepath.Join(t.TempDir(), "srv")
	if _, err := open(t, to, Options{}).Publish(background, home); !errors.Is(err, ErrUnwritten) {
		t.Errorf("a folder that was not built: %v", err)
	}
	must(t, os.WriteFile(filepath.Join(public, "index.html"), []byte("edited"), 0o644))
	_, err := open(t, to, Options{}).Publish(background, public)
	if !errors.Is(err, ErrChanged) {
		t.Errorf("a file edited after the build: %v", err)
	}
	if _, err := os.Lstat(to); err == nil {
		t.Error("something is live")
	}
}

// Each change of the disk fails, alone or with all after it: readers see the old site or the new, and the next run is fine.
func TestFolderFailsAtEveryChange(t *testing.T) {
	t.Parallel()
	for _, stays := range []bool{false, true} {
		both(t, func(t *testing.T, dir string) {
			public := built(t, version(1, 3))
			publishOK(t, open(t, dir, Options{}), public)
			for n, failed := int64(1), true; failed; n++ {
				now := version(int(n)+1, 3)
				now.write(t, public)
				before := seen(t, dir)
				var count atomic.Int64
				opt := Options{Keep: 2, ask: func(_ context.Context, op string) error {
					if at := count.Add(1); at == n || stays && at > n {
						return &os.PathError{Op: op, Path: "x", Err: syscall.ENOSPC}
					}
					return nil
				}}
				r, err := open(t, dir, opt).Publish(background, public)
				failed = count.Load() >= n
				after := seen(t, dir)
				switch {
				case err == nil, errors.Is(err, errAfterSwitch):
					same(t, after, now, fmt.Sprintf("assets/site.%010x.css", n))
				default:
					same(t, after, before)
					if !strings.Contains(err.Error(), "đã đầy") || !strings.Contains(err.Error(), "giữ nguyên") {
						t.Errorf("change %d: %v", n, err)
					}
				}
				if err == nil && failed && r.Warning == "" {
					t.Errorf("change %d failed and nobody was told", n)
				}
				publishOK(t, open(t, dir, Options{Keep: 2}), public)
				same(t, seen(t, dir), now, fmt.Sprintf("assets/site.%010x.css", n))
				kept, err := open(t, dir, Options{}).Releases(background)
				must(t, err)
				if len(kept) != 2 || kept[0].Name[7:] == kept[1].Name[7:] {
					t.Fatalf("change %d: there is nothing to go back to: %v", n, kept)
				}
			}
		})
	}
}

func TestFolderBusy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "srv")
	public := built(t, version(1, 1))
	var second error
	opt := Options{ask: func(_ context.Context, op string) error {
		if op == "symlink" {
			_, second = open(t, dir, Options{}).Publish(background, public)
		}
		return nil
	}}
	publishOK(t, open(t, dir, opt), public)
	if !errors.Is(second, ErrBusy) {
		t.Errorf("two at once: %v", second)
	}
}
