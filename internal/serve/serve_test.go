package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bangvang/internal/fileset"
)

const head = `<!doctype html><head><meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`

// site is a Set with pages that have a text, and more files.
func site(t testing.TB, text string, more ...string) *fileset.Set {
	t.Helper()
	s := fileset.New()
	put := func(name, text string) {
		if err := s.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			t.Fatal(err)
		}
	}
	put("index.html", head+"</head>"+text)
	put("404.html", head+"</head>không có")
	put("chi-tieu/a/index.html", head+"</head>a")
	put("nhung/a/index.html", "<head></head>a")
	for _, name := range more {
		put(name, name)
	}
	return s
}

// running gives a server of one site below a root.
func running(t *testing.T, opt Options) (*Server, string) {
	t.Helper()
	if opt.Hosts == nil {
		opt.Hosts = []string{"127.0.0.1", "localhost"}
	}
	on, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := New(opt)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx, on) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return s, "http://" + on.Addr().String()
}

func get(t *testing.T, address string) (int, string, http.Header) {
	t.Helper()
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b), r.Header
}

func TestPages(t *testing.T) {
	set := site(t, "chào", "assets/site.0123456789.css", "du-lieu/a.csv", "ky-yeu/ky-yeu.pdf", ".well-known/security.txt")
	_, at := running(t, Options{Build: func(context.Context) (*Built, error) { return &Built{Site: set, Root: "/thi-dua"}, nil }})
	for _, c := range []struct {
		path   string
		status int
		holds  string
		header string
	}{
		{"/", 302, "", "Location: /thi-dua/"},
		{"/thi-dua", 302, "", "Location: /thi-dua/"},
		{"/thi-dua/", 200, "preview.js", "Cache-Control: no-store"},
		{"/thi-dua/chi-tieu/a", 302, "", "Location: /thi-dua/chi-tieu/a/"},
		{"/thi-dua/chi-tieu/a/", 200, "</head>a", "Content-Type: text/html; charset=utf-8"},
		{"/thi-dua/khong/co/", 404, "không có", "Content-Type: text/html; charset=utf-8"},
		{"/khong-co", 404, "không có", ""},
		{"/thi-dua/assets/site.0123456789.css", 200, "site", "Cache-Control: max-age=31536000, immutable"},
		{"/thi-dua/du-lieu/a.csv", 200, "a.csv", "Content-Type: text/csv; charset=utf-8"},
		{"/thi-dua/ky-yeu/ky-yeu.pdf", 200, "pdf", "Content-Type: application/pdf"},
		{"/thi-dua/.well-known/security.txt", 200, "security", ""},
		{"/.bangvang/preview.js", 200, "EventSource", "Content-Type: text/javascript; charset=utf-8"},
		{"/.bangvang/preview.css", 200, "bangvang-preview", ""},
		{"/thi-dua/../data/campaign.yaml", 404, "", ""},
		{"/thi-dua/%2e%2e/data/campaign.yaml", 404, "", ""},
		{"/thi-dua//etc/passwd", 404, "", ""},
		{"/thi-dua/.git/config", 404, "", ""},
	} {
		status, body, headers := get(t, at+c.path)
		key, value, _ := strings.Cut(c.header, ": ")
		if status != c.status || !strings.Contains(body, c.holds) || c.header != "" && headers.Get(key) != value {
			t.Errorf("%s: %d %q %s=%q, want %d %q %q", c.path, status, body, key, headers.Get(key), c.status, c.holds, value)
		}
	}
	if _, body, _ := get(t, at+"/thi-dua/nhung/a/"); strings.Contains(body, "preview") {
		t.Errorf("a page that may not ask for news was given the script: %s", body)
	}
	if _, _, h := get(t, at+"/thi-dua/"); h.Get("X-Content-Type-Options") != "nosniff" {
		t.Error("no nosniff")
	}
}

// TestLocal: requests by another name, from another origin or with another method are refused.
func TestLocal(t *testing.T) {
	s := New(Options{Hosts: []string{"127.0.0.1", "localhost", "::1"}, Build: func(context.Context) (*Built, error) { return &Built{Site: site(t, "x")}, nil }})
	s.build(context.Background(), Change{})
	for _, c := range []struct {
		method, host, origin string
		status               int
	}{
		{"GET", "127.0.0.1:1319", "", 200}, {"GET", "LOCALHOST:1319", "", 200}, {"GET", "localhost", "", 200}, {"GET", "[::1]:1319", "", 200},
		{"HEAD", "localhost:1319", "http://localhost:1319", 200},
		{"GET", "evil.example:1319", "", 403}, {"GET", "127.0.0.1.evil.example", "", 403}, {"GET", "", "", 403}, {"GET", "192.168.1.2:1319", "", 403},
		{"GET", "localhost:1319", "http://evil.example", 403}, {"GET", "localhost:1319", "http://localhost:8080", 403}, {"GET", "localhost:1319", "null", 403},
		{"POST", "localhost:1319", "", 405}, {"PUT", "localhost:1319", "", 405}, {"OPTIONS", "localhost:1319", "", 405},
	} {
		for _, path := range []string{"/", "/.bangvang/preview.js"} {
			r := httptest.NewRequest(c.method, path, nil)
			r.Host = c.host
			if c.origin != "" {
				r.Header.Set("Origin", c.origin)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != c.status {
				t.Errorf("%s %s of host %q from %q: %d, want %d", c.method, path, c.host, c.origin, w.Code, c.status)
			}
		}
	}
}

// listen reads the news of a server.
func listen(t *testing.T, at string) (next func() news) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, "GET", at+"/.bangvang/news", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	all := make(chan news, 100)
	go func() {
		for lines.Scan() {
			if b, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var n news
				if json.Unmarshal([]byte(b), &n) == nil {
					all <- n
				}
			}
		}
	}()
	return func() news {
		select {
		case n := <-all:
			return n
		case <-time.After(20 * time.Second):
			t.Fatal("no news")
			return news{}
		}
	}
}

// TestChanges edits, breaks, mends, renames, replaces and deletes files: pages are told of each state that lasts, the last good site stays
// while there are problems, and a change of nothing but style sheets names them.
func TestChanges(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%v", poll), func(t *testing.T) {
			dir := t.TempDir()
			write := func(name, text string) {
				t.Helper()
				at := filepath.Join(dir, filepath.FromSlash(name))
				if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(text), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			write("data/a.yaml", "một")
			write("templates/site.css", "0")
			build := func(context.Context) (*Built, error) {
				b, err := os.ReadFile(filepath.Join(dir, "data", "a.yaml"))
				if err != nil {
					return &Built{Told: "không có a.yaml"}, nil
				}
				if strings.Contains(string(b), "lỗi") {
					return &Built{Told: "data/a.yaml:1:1: lỗi"}, nil
				}
				more, _ := filepath.Glob(filepath.Join(dir, "content", "*", "*.md"))
				css, err := os.ReadFile(filepath.Join(dir, "templates", "site.css"))
				return &Built{Site: site(t, string(b)+fmt.Sprint(len(more)), "assets/site.000000000"+string(css)+".css")}, err
			}
			_, at := running(t, Options{Build: build, Watch: &Watcher{Root: dir, Folders: []string{"data", "content", "templates"}, Poll: poll}})
			page := func() string { _, body, _ := get(t, at+"/"); return body[strings.Index(body, "</head>")+7:] }
			next := listen(t, at)
			first := next()
			if first.Told != "" || page() != "một0" {
				t.Fatalf("at first: %+v %s", first, page())
			}
			good := first.Good
			expect := func(what, text, told string) {
				t.Helper()
				n := next()
				if n.Told != told || page() != text || (n.Good == good) != (told != "") {
					t.Fatalf("%s: %+v (before %s), page %q; want %q, told %q", what, n, good, page(), text, told)
				}
				good = n.Good
			}
			write("data/a.yaml", "hai!")
			expect("edited", "hai!0", "")
			write("data/a.yaml", "lỗi")
			expect("broken", "hai!0", "data/a.yaml:1:1: lỗi")
			write("data/a.yaml", "ba")
			expect("mended", "ba0", "")
			write("data/.a.yaml.swp", "bốn!!")
			if err := os.Rename(filepath.Join(dir, "data", ".a.yaml.swp"), filepath.Join(dir, "data", "a.yaml")); err != nil {
				t.Fatal(err)
			}
			expect("replaced by an editor", "bốn!!0", "")
			write("content/dien-hinh/x.md", "x")
			expect("a new folder", "bốn!!1", "")
			write("content/dien-hinh/y.md", "y")
			expect("in the new folder", "bốn!!2", "")
			if err := os.Rename(filepath.Join(dir, "content", "dien-hinh"), filepath.Join(dir, "content", "khac")); err != nil {
				t.Fatal(err)
			}
			expect("a folder renamed", "bốn!!2", "")
			if err := os.RemoveAll(filepath.Join(dir, "content")); err != nil {
				t.Fatal(err)
			}
			expect("a folder deleted", "bốn!!0", "")
			if err := os.Remove(filepath.Join(dir, "data", "a.yaml")); err != nil {
				t.Fatal(err)
			}
			expect("deleted", "bốn!!0", "không có a.yaml")
			write("data/a.yaml", "năm")
			expect("there again", "năm0", "")
			write("templates/site.css", "1")
			if n := next(); len(n.Styles) != 1 || n.Styles["assets/site.0000000000.css"] != "assets/site.0000000001.css" || n.Good == good {
				t.Fatalf("a style sheet: %+v", n)
			}
		})
	}
}

// TestLatest: a change during a build ends that build, and what is served in the end is the last state.
func TestLatest(t *testing.T) {
	dir := t.TempDir()
	var cancelled atomic.Int32
	name := filepath.Join(dir, "a")
	if err := os.WriteFile(name, []byte("0"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := func(ctx context.Context) (*Built, error) {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if string(b) != "0" && string(b) != "99" {
			<-ctx.Done()
			cancelled.Add(1)
		}
		return &Built{Site: site(t, string(b))}, nil
	}
	_, at := running(t, Options{Build: build, Watch: &Watcher{Root: dir, Folders: []string{"."}}})
	next := listen(t, at)
	first := next()
	for _, text := range []string{"1", "2", "99"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond) // so that each is a state of its own
	}
	if n := next(); n.Good == first.Good {
		t.Fatalf("%+v", n)
	}
	if _, body, _ := get(t, at+"/"); !strings.HasSuffix(body, "99") || cancelled.Load() == 0 {
		t.Errorf("%s after %d builds that were ended", body, cancelled.Load())
	}
}

// TestHalfWritten: a file that is emptied or cut, and whole a moment later, is never told to be wrong; one that stays so is.
func TestHalfWritten(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.yaml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("0\n")
	built := make(chan string, 100)
	build := func(context.Context) (*Built, error) {
		b, err := os.ReadFile(name)
		defer func() { built <- string(b) }()
		if err != nil || !strings.HasSuffix(string(b), "\n") {
			return &Built{Told: "dở dang: " + string(b)}, nil
		}
		return &Built{Site: site(t, string(b))}, nil
	}
	_, at := running(t, Options{Build: build, Watch: &Watcher{Root: dir, Folders: []string{"."}}})
	next := listen(t, at)
	next()
	<-built
	for _, half := range []string{"", "1\n2"} {
		write(half)
		if b := <-built; b != half { // it was built, and is waited with
			t.Fatalf("%q was built, %q is there", b, half)
		}
		write("1\n2\n" + half + "\n")
		<-built
		if n := next(); n.Told != "" {
			t.Errorf("told %q of a file that was being written", n.Told)
		}
	}
	if err := os.Remove(name); err != nil { // an editor that deletes before it writes
		t.Fatal(err)
	}
	<-built
	write("3\n")
	<-built
	if n := next(); n.Told != "" {
		t.Errorf("told %q of a file that was being replaced", n.Told)
	}
	write("4")
	<-built
	if n := next(); n.Told != "dở dang: 4" {
		t.Errorf("a file that stays half is not told of: %+v", n)
	}
}

// TestFirst: what is known before the first build is served at once, and all else when it is built.
func TestFirst(t *testing.T) {
	begin := make(chan struct{})
	known := fileset.New()
	if err := known.Add("index.html", func(w io.Writer) error { _, err := io.WriteString(w, head+"</head>chào"); return err }); err != nil {
		t.Fatal(err)
	}
	_, at := running(t, Options{
		First: func() *Built { return &Built{Site: known, Root: "/thi-dua/"} },
		Build: func(context.Context) (*Built, error) {
			<-begin
			return &Built{Site: site(t, "chào"), Root: "/thi-dua"}, nil
		},
	})
	if status, body, _ := get(t, at+"/thi-dua/"); status != 200 || !strings.HasSuffix(body, "chào") || !strings.Contains(body, "data-good") {
		t.Fatalf("before the build: %d %s", status, body)
	}
	if status, _, h := get(t, at+"/"); status != 302 || h.Get("Location") != "/thi-dua/" {
		t.Errorf("/: %d %s", status, h.Get("Location"))
	}
	waiting := make(chan string, 1)
	go func() {
		_, body, _ := get(t, at+"/thi-dua/chi-tieu/a/")
		waiting <- body
	}()
	select {
	case body := <-waiting:
		t.Fatalf("a page that is not known came before the build: %s", body)
	case <-time.After(50 * time.Millisecond):
	}
	close(begin)
	if body := <-waiting; !strings.HasSuffix(body, "</head>a") {
		t.Errorf("after the build: %s", body)
	}
	if n := listen(t, at)(); strings.HasSuffix(n.Good, "-0") {
		t.Errorf("%+v", n)
	}
}

func TestChanged(t *testing.T) {
	was := map[string]stamp{"a": {size: 1}, "b": {size: 1}, "d": {mode: os.ModeDir}}
	is := map[string]stamp{"a": {size: 2}, "c": {size: 1}, "e": {mode: os.ModeDir}}
	if c := changed(was, is); !slices.Equal(c.Files, []string{"a", "b", "c"}) {
		t.Errorf("%q", c.Files)
	}
	if (Change{}).only(".css") || !(Change{Files: []string{"x/a.css"}}).only(".css") || (Change{Files: []string{"a.css", "b.yaml"}}).only(".css") {
		t.Error("only")
	}
}
