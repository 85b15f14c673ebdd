package outdir

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"bangvang/internal/fileset"
)

// mount mounts a file system for the test. Where that is not allowed the test
// is left out, but never in CI.
func mount(t *testing.T, kind, at, data string) {
	t.Helper()
	if err := unix.Mount(kind, at, kind, 0, data); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("cannot mount %s, and CI=true forbids to leave this test out: %v", kind, err)
		}
		t.Skipf("cannot mount %s: %v", kind, err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(at, 0); err != nil {
			t.Error(err)
		}
	})
}

// A real full disk of 2 MB.
func TestDiskFull(t *testing.T) {
	small := t.TempDir()
	mount(t, "tmpfs", small, "size=2m")
	dir := filepath.Join(small, "public")
	put(t, filepath.Join(dir, ".gitignore"), "*")
	pages := func(n int, version string) *fileset.Set {
		s := fileset.New()
		for i := range n {
			must(t, s.Add(fmt.Sprintf("p%03d/index.html", i), func(w io.Writer) error {
				_, err := io.WriteString(w, strings.Repeat(version, 10_000/len(version)))
				return err
			}))
		}
		return s
	}
	replaceOK(t, dir, pages(60, "old"), Options{})
	before := dump(t, dir)
	for _, jobs := range []int{1, 2, 8} {
		_, err := Replace(background, dir, pages(200, "new"), Options{Jobs: jobs})
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "đĩa đầy") || !strings.Contains(err.Error(), "public") {
			t.Fatalf("jobs %d: %v", jobs, err)
		}
		if dump(t, dir) != before {
			t.Fatalf("jobs %d: the destination changed", jobs)
		}
		onlyLockBeside(t, dir)
	}
	// What is unchanged needs no place: 60 pages and 60 more fit, twice 60 would not.
	if st := replaceOK(t, dir, pages(120, "old"), Options{}); st.Unchanged != 60 || st.Written != 60 {
		t.Errorf("%+v", st)
	}
}

// A full disk in the middle of a file that is larger than memory may hold.
func TestDiskFullInOneFile(t *testing.T) {
	small := t.TempDir()
	mount(t, "tmpfs", small, "size=2m")
	dir := filepath.Join(small, "public")
	set := fileset.New()
	must(t, set.Add("big", func(w io.Writer) error {
		block := make([]byte, 100_000)
		for range 100 {
			if _, err := w.Write(block); err != nil {
				return fmt.Errorf("the recipe saw it: %w", err)
			}
		}
		return nil
	}))
	if _, err := Replace(background, dir, set, Options{}); !errors.Is(err, syscall.ENOSPC) || dump(t, dir) != "" {
		t.Errorf("err = %v", err)
	}
	onlyLockBeside(t, dir)
}

func TestMountPointRefused(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "size=1m")
	if _, err := Replace(background, dir, fileset.New(), Options{}); !errors.Is(err, ErrPlace) {
		t.Errorf("err = %v", err)
	}
	replaceOK(t, filepath.Join(dir, "public"), fileset.New(), Options{})
}

// In a container image public/ with its .gitignore lies in a lower layer, where
// no folder can be renamed.
func TestOverlay(t *testing.T) {
	base := t.TempDir()
	for _, name := range []string{"lower", "layers", "merged"} {
		must(t, os.Mkdir(filepath.Join(base, name), 0o755))
	}
	mount(t, "tmpfs", base+"/layers", "size=20m")
	must(t, os.Mkdir(base+"/layers/upper", 0o755))
	must(t, os.Mkdir(base+"/layers/work", 0o755))
	put(t, base+"/lower/public/.gitignore", "*")
	replaceOK(t, base+"/lower/made", site(t, "old", 3), Options{})
	must(t, os.Remove(base+"/lower/.made.bangvang-lock"))
	mount(t, "overlay", base+"/merged", fmt.Sprintf("lowerdir=%s/lower,upperdir=%s/layers/upper,workdir=%s/layers/work", base, base, base))
	dir := base + "/merged/public"
	for _, version := range []string{"one", "two"} {
		set := site(t, version, 3)
		replaceOK(t, dir, set, Options{})
		holdsSet(t, dir, set, ".gitignore")
	}
	// A site that was made in a lower layer cannot be replaced whole: it stays.
	made := base + "/merged/made"
	before := dump(t, made)
	_, err := Replace(background, made, site(t, "new", 3), Options{})
	if !errors.Is(err, syscall.EXDEV) || dump(t, made) != before {
		t.Errorf("err = %v", err)
	}
	onlyLockBeside(t, made)
}

// Whatever the umask, files come out the same.
func TestUmask(t *testing.T) {
	base := t.TempDir()
	dumps := map[string]bool{}
	for i, mask := range []int{0o000, 0o022, 0o077, 0o027} {
		dir := filepath.Join(base, fmt.Sprint(i))
		old := unix.Umask(mask)
		_, err := Replace(background, dir, site(t, "one", 6), Options{Jobs: 4})
		unix.Umask(old)
		must(t, err)
		dumps[dump(t, dir)] = true
	}
	for text := range dumps {
		for line := range strings.Lines(text) {
			if mode, _, _ := strings.Cut(line, " "); mode != "drwxr-xr-x" && mode != "-rw-r--r--" {
				t.Errorf("%.80s", line)
			}
		}
	}
	if len(dumps) != 1 {
		t.Errorf("%d different results", len(dumps))
	}
}

// A reader who opens pages by path while the site is replaced finds each of them.
func TestReaderMissesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	sets := []*fileset.Set{crashSite("old", 12), crashSite("new", 12)}
	replaceOK(t, dir, sets[0], Options{})
	var reads, missing, torn atomic.Int64
	var over atomic.Bool
	var reader sync.WaitGroup
	reader.Go(func() {
		for i := 0; !over.Load(); i = (i + 1) % 12 {
			b, err := os.ReadFile(fmt.Sprintf("%s/trang/%d/p%04d/index.html", dir, i%4, i))
			reads.Add(1)
			if err != nil {
				missing.Add(1)
			} else if text := string(b); !strings.HasPrefix(text, fmt.Sprintf("page %d of ", i)) || !strings.HasSuffix(text, " version\n") {
				torn.Add(1)
			}
		}
	})
	for i := range 100 {
		replaceOK(t, dir, sets[(i+1)%2], Options{})
	}
	over.Store(true)
	reader.Wait()
	t.Logf("%d reads during 100 replacements", reads.Load())
	if missing.Load() > 0 || torn.Load() > 0 || reads.Load() < 100 {
		t.Errorf("of %d reads %d found nothing and %d half a page", reads.Load(), missing.Load(), torn.Load())
	}
}

// Of a disk of another machine's, where what others do shows late, folders are always read.
func TestFarDisks(t *testing.T) {
	if isFarType(unix.EXT4_SUPER_MAGIC) || isFarType(unix.TMPFS_MAGIC) || isFarType(unix.BTRFS_SUPER_MAGIC) || !isFarType(unix.NFS_SUPER_MAGIC) || !isFarType(unix.CIFS_SUPER_MAGIC) {
		t.Error("a disk is taken for one of another machine's, or the other way round")
	}
	if !isFar(filepath.Join(t.TempDir(), "nothing")) {
		t.Error("what is not there is taken for near")
	}
}
