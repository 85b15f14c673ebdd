package serve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestEditsLeaveNothing edits, breaks, renames, replaces and deletes files a thousand times at random, with a page that listens and pages that
// are asked for: then there are as many goroutines, open files and watches as before, and no more memory.
func TestEditsLeaveNothing(t *testing.T) {
	times := 200
	if os.Getenv("CI") != "" {
		times = 1000
	}
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	build := func(context.Context) (*Built, error) {
		var all []string
		err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				b, _ := os.ReadFile(name)
				all = append(all, string(b))
			}
			return nil
		})
		if text := strings.Join(all, ""); strings.Contains(text, "lỗi") {
			return &Built{Told: text[:min(len(text), 100)]}, nil
		}
		return &Built{Site: site(t, strings.Repeat("x", 10_000))}, err
	}
	s, at := running(t, Options{Build: build, Watch: &Watcher{Root: dir, Folders: []string{"data", "content"}}})
	next := listen(t, at)
	next()
	edit := func() {
		name := filepath.Join(dir, []string{"data", "content"}[random.IntN(2)], string(rune('a'+random.IntN(4))), string(rune('a'+random.IntN(6)))+".yaml")
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		text := []byte(fmt.Sprintln(random.Int(), []string{"lỗi", ""}[min(1, random.IntN(30))]))
		switch random.IntN(5) {
		case 0:
			os.Remove(name)
		case 1:
			os.RemoveAll(filepath.Dir(name))
		case 2:
			os.Rename(filepath.Dir(name), filepath.Dir(name)+"z")
		case 3:
			os.WriteFile(filepath.Join(dir, "data", ".neu"), text, 0o644)
			os.Rename(filepath.Join(dir, "data", ".neu"), name)
		default:
			os.WriteFile(name, text, 0o644)
		}
		time.Sleep(time.Duration(random.IntN(40)) * time.Millisecond)
		if random.IntN(5) == 0 {
			get(t, at+"/")
		}
	}
	measure := func() (routines, files int, heap uint64) {
		os.RemoveAll(filepath.Join(dir, "data"))
		os.RemoveAll(filepath.Join(dir, "content"))
		time.Sleep(600 * time.Millisecond) // what was begun has ended
		http.DefaultClient.CloseIdleConnections()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		open, _ := os.ReadDir("/proc/self/fd") // none elsewhere
		return runtime.NumGoroutine(), len(open), m.HeapAlloc
	}
	for range times / 10 {
		edit()
	}
	routines, files, heap := measure()
	for range times {
		edit()
	}
	r, f, h := measure()
	if r > routines+2 || f > files+2 || h > heap+2<<20 {
		t.Errorf("%d goroutines, %d before; %d open files, %d before; %d bytes, %d before", r, routines, f, files, h, heap)
	}
	s.mu.Lock()
	builds := s.builds
	s.mu.Unlock()
	if builds < times/10 {
		t.Errorf("only %d builds: nothing is shown", builds)
	}
	t.Logf("%d builds; %d goroutines, %d open files, %d kB", builds, r, f, h>>10)
}

// TestNoLeak: a thousand changes, with pages that come and go, leave as much as there was.
func TestNoLeak(t *testing.T) {
	s := New(Options{Hosts: []string{"localhost"}, Build: func(context.Context) (*Built, error) { return &Built{Site: site(t, "x")}, nil }})
	s.build(context.Background(), Change{})
	measure := func() (int, uint64) {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	change := func(n int) {
		for range n {
			c := s.pages.join()
			s.build(context.Background(), Change{Files: []string{"a"}})
			r := httptest.NewRequest("GET", "/", nil)
			r.Host = "localhost"
			s.ServeHTTP(httptest.NewRecorder(), r)
			s.pages.leave(c)
		}
	}
	change(50)
	routines, heap := measure()
	change(1000)
	if r, h := measure(); r > routines || h > heap+1<<20 || len(s.pages.all) > 0 {
		t.Errorf("%d goroutines, %d before; %d bytes, %d before; %d pages", r, routines, h, heap, len(s.pages.all))
	}
}
