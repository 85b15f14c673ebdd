package outdir

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"bangvang/internal/fileset"
)

// The test binary is also the process that is killed: with OUTDIR_BUILD set it
// replaces that folder by the version and number of pages that OUTDIR_SITE
// names, and dies at the change of the disk that OUTDIR_DIE counts to.
func TestMain(m *testing.M) {
	dir := os.Getenv("OUTDIR_BUILD")
	if dir == "" {
		os.Exit(m.Run())
	}
	var version string
	var pages int
	if _, err := fmt.Sscan(os.Getenv("OUTDIR_SITE"), &version, &pages); err != nil {
		panic(err)
	}
	opt := Options{Jobs: 2, Spare: os.Getenv("OUTDIR_SPARE")}
	last, _ := strconv.Atoi(os.Getenv("OUTDIR_DIE"))
	opt.disk.ask = dieAt(last, os.Getenv("OUTDIR_NOEXCHANGE") != "")
	set := crashSite(version, pages)
	fmt.Println("begin")
	if _, err := Replace(context.Background(), dir, set, opt); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	os.Exit(0)
}

func dieAt(last int, noExchange bool) func(op, path string) error {
	var n atomic.Int64
	return func(op, path string) error {
		if n.Add(1) == int64(last) {
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		}
		if noExchange && op == "exchange" {
			return errNoExchange
		}
		return nil
	}
}

// errNoExchange is what a disk without exchange answers.
var errNoExchange = errors.Join(syscall.EINVAL, errors.ErrUnsupported)

func crashSite(version string, pages int) *fileset.Set {
	s := fileset.New()
	for i := range pages {
		v := version
		if i%3 == 0 {
			v = "every"
		}
		if err := s.Add(fmt.Sprintf("trang/%d/p%04d/index.html", i%4, i), func(w io.Writer) error {
			_, err := fmt.Fprintf(w, "page %d of %s version\n", i, v)
			return err
		}); err != nil {
			panic(err)
		}
	}
	if err := s.Add("only-"+version, func(w io.Writer) error { _, err := io.WriteString(w, version); return err }); err != nil {
		panic(err)
	}
	return s
}

// build starts the process; env is NAME=value.
func build(t *testing.T, dir, version string, pages int, env ...string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "OUTDIR_BUILD="+dir, fmt.Sprintf("OUTDIR_SITE=%s %d", version, pages))
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, bufio.NewScanner(out)
}

// memory is a folder on a disk in memory if there is one, for tests that replace
// hundreds of times.
func memory(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "outdir-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	return dir
}

// versions are the two complete states that a destination may have.
type versions struct{ old, new string }

func bothVersions(t *testing.T, pages int) versions {
	dir := filepath.Join(memory(t), "public")
	var v versions
	put(t, filepath.Join(dir, ".gitignore"), "*")
	replaceOK(t, dir, crashSite("old", pages), Options{})
	v.old = dump(t, dir)
	replaceOK(t, dir, crashSite("new", pages), Options{})
	v.new = dump(t, dir)
	if v.old == v.new {
		t.Fatal("the versions are equal")
	}
	return v
}

func (v versions) of(dump string) string {
	switch dump {
	case v.old:
		return "old"
	case v.new:
		return "new"
	}
	return "neither"
}

// Die at every single change of the disk, with exchange and without: the
// destination is old or new, and the next run ends what was begun.
func TestKilledAtEveryChange(t *testing.T) {
	const pages = 6
	v := bothVersions(t, pages)
	for _, mode := range []struct{ noExchange, spare bool }{{}, {noExchange: true}, {spare: true}} {
		noExchange, room := mode.noExchange, memory(t)
		dir, opt := filepath.Join(room, "public"), Options{}
		if mode.spare {
			opt.Spare = filepath.Join(room, "cache", "spare")
		}
		put(t, filepath.Join(dir, ".gitignore"), "*")
		seen := map[string]int{}
		for n, finished := 1, false; !finished; n++ {
			for _, version := range []string{"new", "old"} {
				replaceOK(t, dir, crashSite(version, pages), opt)
			}
			env := []string{"OUTDIR_DIE=" + strconv.Itoa(n), "OUTDIR_SPARE=" + opt.Spare}
			if _, err := os.Lstat(opt.Spare); mode.spare && err != nil {
				t.Fatal("nothing was spared:", err)
			}
			if noExchange {
				env = append(env, "OUTDIR_NOEXCHANGE=1")
			}
			cmd, _ := build(t, dir, "new", pages, env...)
			finished = cmd.Wait() == nil
			state := v.of(dump(t, dir))
			if _, err := os.Lstat(dir); noExchange && errors.Is(err, fs.ErrNotExist) {
				state = "absent"
				// The next run brings the old site back before it does anything else.
				boom := errors.New("boom")
				set := fileset.New()
				must(t, set.Add("x", func(io.Writer) error { return boom }))
				if _, err := Replace(background, dir, set, Options{}); !errors.Is(err, boom) {
					t.Fatal(err)
				}
				if v.of(dump(t, dir)) != "old" {
					t.Errorf("change %d: the old site did not come back", n)
				}
			}
			seen[state]++
			if state == "neither" {
				t.Errorf("%+v, killed at change %d: neither old nor new:\n%s", mode, n, dump(t, dir))
			}
			replaceOK(t, dir, crashSite("new", pages), opt)
			if v.of(dump(t, dir)) != "new" {
				t.Errorf("%+v, killed at change %d: the next run did not mend it", mode, n)
			}
			if n > 200 {
				t.Fatal("never finished")
			}
		}
		if seen["old"] < 15 || seen["new"] < 2 || noExchange && seen["absent"] != 1 {
			t.Errorf("%+v: killed in states %v", mode, seen)
		}
	}
}

// kill -9 at random moments of builds that go to and fro.
func TestKilledAtRandom(t *testing.T) {
	const pages, kills = 200, 20
	v := bothVersions(t, pages)
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, ".gitignore"), "*")
	replaceOK(t, dir, crashSite("old", pages), Options{})
	start := time.Now()
	cmd, _ := build(t, dir, "new", pages)
	must(t, cmd.Wait())
	whole := time.Since(start)
	random := rand.New(rand.NewPCG(1, 2))
	state, killed := "new", 0
	for range kills {
		next := "old"
		if state == "old" {
			next = "new"
		}
		cmd, lines := build(t, dir, next, pages)
		if !lines.Scan() || lines.Text() != "begin" {
			t.Fatalf("the builder says %q", lines.Text())
		}
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
		got := v.of(dump(t, dir))
		if runtime.GOOS != "linux" && got == "neither" && dump(t, dir) == "" {
			got = state
		}
		if got != state && got != next {
			t.Fatalf("neither old nor new after a kill")
		}
		state = got
	}
	if killed < kills/4 {
		t.Errorf("only %d of %d builds were killed in time", killed, kills)
	}
	replaceOK(t, dir, crashSite("old", pages), Options{})
	if v.of(dump(t, dir)) != "old" {
		t.Error("the run after all kills did not mend it")
	}
}

// A builder that is killed leaves no lock behind.
func TestKilledLeavesNoLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	cmd, _ := build(t, dir, "old", 3, "OUTDIR_DIE=5")
	if cmd.Wait() == nil {
		t.Fatal("it was not killed")
	}
	replaceOK(t, dir, crashSite("old", 3), Options{})
}

// Each single change of the disk fails, alone or with all after it: the
// destination is as before, or new and complete; and the next run is fine.
func TestFailsAtEveryChange(t *testing.T) {
	const pages = 9
	v := bothVersions(t, pages)
	for _, mode := range []struct{ stays, noExchange, noLink, spare bool }{{}, {stays: true}, {noExchange: true}, {stays: true, noLink: true},
		{spare: true}, {stays: true, spare: true}, {noLink: true, spare: true}} {
		room := memory(t)
		dir, opt := filepath.Join(room, "public"), Options{Jobs: 2}
		if mode.spare {
			opt.Spare = filepath.Join(room, "cache", "spare")
		}
		put(t, filepath.Join(dir, ".gitignore"), "*")
		failed := 0
		for last, n := int64(1), int64(0); last == 1 || n >= last-1; last++ {
			for _, version := range []string{"new", "old"} {
				replaceOK(t, dir, crashSite(version, pages), opt)
			}
			var count atomic.Int64
			d := disk{ask: func(op, path string) error {
				at := count.Add(1)
				if at == last || mode.stays && at > last {
					return &fs.PathError{Op: op, Path: path, Err: syscall.ENOSPC}
				}
				if mode.noExchange && op == "exchange" || mode.noLink && op == "link" {
					return errNoExchange
				}
				return nil
			}}
			failing := opt
			failing.disk = d
			_, err := Replace(background, dir, crashSite("new", pages), failing)
			n = count.Load()
			want := "old"
			if err == nil || errors.Is(err, ErrLeftover) {
				want = "new"
			}
			if got := v.of(dump(t, dir)); got != want {
				t.Fatalf("%+v, change %d fails: the destination is %s, want %s (%v)", mode, last, got, want, err)
			}
			if err != nil {
				failed++
				if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "đĩa đầy") {
					t.Errorf("%+v, change %d fails: %v", mode, last, err)
				}
			}
			replaceOK(t, dir, crashSite("new", pages), opt)
			if v.of(dump(t, dir)) != "new" {
				t.Fatalf("%+v, change %d fails: the next run did not mend it", mode, last)
			}
		}
		if failed < 20 {
			t.Errorf("%+v: only %d failures", mode, failed)
		}
	}
}

// If neither the new site comes in nor the old one back, it is kept aside, told,
// and brought back by the next run.
func TestRollBackFails(t *testing.T) {
	v := bothVersions(t, 3)
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, ".gitignore"), "*")
	replaceOK(t, dir, crashSite("old", 3), Options{})
	renames := 0
	_, err := Replace(background, dir, crashSite("new", 3), Options{disk: disk{ask: func(op, path string) error {
		switch {
		case op == "exchange":
			return errNoExchange
		case op == "rename":
			if renames++; renames > 1 {
				return syscall.EIO
			}
		}
		return nil
	}}})
	if !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), ".public.bangvang-old") {
		t.Errorf("err = %v", err)
	}
	boom := errors.New("boom")
	set := fileset.New()
	must(t, set.Add("x", func(io.Writer) error { return boom }))
	if _, err := Replace(background, dir, set, Options{}); !errors.Is(err, boom) || v.of(dump(t, dir)) != "old" {
		t.Errorf("the old site did not come back: %v", err)
	}
}
