package build_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/edition"
	"bangvang/internal/export"
)

// server is a program that serves a folder, told by the notes that lie in it.
type server struct {
	program string
	args    func(config string) []string
	config  func(port int, root, out, scratch string) string
}

var servers = []server{
	{"nginx", func(c string) []string { return []string{"-c", c, "-g", "daemon off;"} }, func(port int, root, out, scratch string) string {
		return fmt.Sprintf(`pid %[4]s/nginx.pid; error_log stderr; events {}
http { access_log off; include /etc/nginx/mime.types; client_body_temp_path %[4]s/a; proxy_temp_path %[4]s/b; fastcgi_temp_path %[4]s/c; uwsgi_temp_path %[4]s/d; scgi_temp_path %[4]s/e;
server { listen 127.0.0.1:%[1]d; root %[2]s; include %[3]s/may-chu/nginx.conf; } }
`, port, root, out, scratch)
	}},
	{"caddy", func(c string) []string { return []string{"run", "--adapter", "caddyfile", "--config", c} }, func(port int, root, out, scratch string) string {
		return fmt.Sprintf(`{
	admin off
	auto_https off
}
http://127.0.0.1:%d {
	root * %s
	import %s/may-chu/caddy.conf
}
`, port, out, out)
	}},
	{"apache2", func(c string) []string { return []string{"-f", c, "-DFOREGROUND"} }, func(port int, root, out, scratch string) string {
		modules := ""
		for _, m := range []string{"mpm_event", "authz_core", "alias", "dir", "headers", "mime", "rewrite"} {
			modules += fmt.Sprintf("LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
		}
		user := ""
		if os.Getuid() == 0 {
			user = "User www-data\nGroup www-data\n"
		}
		return fmt.Sprintf(`ServerRoot %[4]s
%[5]s%[6]sServerName 127.0.0.1
PidFile %[4]s/apache.pid
DefaultRuntimeDir %[4]s
ErrorLog %[4]s/apache.log
Listen 127.0.0.1:%[1]d
DirectoryIndex index.html
TypesConfig /etc/mime.types
<VirtualHost *>
DocumentRoot %[2]s
Include %[3]s/may-chu/apache.conf
</VirtualHost>
`, port, root, out, scratch, modules, user)
	}},
}

// TestServers asks real servers, told by what a publication tells them, for every address that moved or was taken back, and for every page
// and a file of each kind.
func TestServers(t *testing.T) {
	long(t)
	v := theVersions(t)
	if err := os.Chmod(scratch, 0o755); err != nil { // servers give up root's rights
		t.Fatal(err)
	}
	opt := v.options("")
	opt.Compress, opt.Destination = true, v.place("served")
	r, err := build.Build(context.Background(), opt)
	if err != nil || r.Set == nil {
		t.Fatal(err)
	}
	files, err := readTree(opt.Destination)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range servers {
		t.Run(s.program, func(t *testing.T) {
			at := s.start(t, opt.Destination)
			for i := range r.Settled.Standins {
				ask(t, at, &r.Settled.Standins[i])
			}
			for path, code := range map[string]int{"/chi-tieu/san-luong-thuy-san/": 200, "/du-lieu/v1/chi-tieu.csv": 200, "/chi-tieu/khong-co/": 404} {
				if r, _ := fetch(t, at+subPath+path); r.StatusCode != code {
					t.Errorf("%s: %d", path, r.StatusCode)
				}
			}
			for _, path := range toAsk(r, files) {
				headers(t, at, path)
				if s.program == "nginx" {
					small(t, at, path, files, "gzip")
				} else { // Debian's nginx has no module for brotli
					small(t, at, path, files, "br", "gzip")
				}
			}
			for _, path := range []edition.Path{"/khong-co/", "/assets/khong-co.0123456789.css", "/chi-tieu/nhung/", "/v/2021-09-01/chi-tieu/nhung/"} {
				headers(t, at, path)
				if r, body := fetch(t, at+subPath+string(path)); r.StatusCode != 404 || !strings.Contains(body, "page-notfound") || strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
					t.Errorf("%s: %d, kept %q: %.100s", path, r.StatusCode, r.Header.Get("Cache-Control"), body)
				}
			}
			if r, _ := fetch(t, at+"/trang-khac/"); len(r.Header["Content-Security-Policy"])+len(r.Header["Permissions-Policy"]) > 0 {
				t.Errorf("another site of the same server is told %v", r.Header)
			}
		})
	}
}

// toAsk are all pages and, of all other files, one of each ending in each folder at the root.
func toAsk(r *build.Result, files map[string][]byte) []edition.Path {
	var paths []edition.Path
	for _, p := range r.Edition.Pages {
		paths = append(paths, p.Path)
	}
	seen := map[string]bool{}
	for _, name := range names(files) {
		folder, _, _ := strings.Cut(name, "/")
		if kind := folder + path.Ext(name); !seen[kind] && path.Ext(name) != ".html" && !strings.HasPrefix(name, "_") && !export.Compressed(name) && standin(r, name) == nil {
			seen[kind] = true
			paths = append(paths, edition.AddressOf(name))
		}
	}
	return paths
}

func standin(r *build.Result, name string) *edition.Standin {
	for i := range r.Settled.Standins {
		if s := &r.Settled.Standins[i]; s.From == edition.AddressOf(name) {
			return s
		}
	}
	return nil
}

var (
	embedded = regexp.MustCompile(`^/(v/[^/]+/)?nhung/`)
	lasting  = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)
	viewed   = regexp.MustCompile(`\.(xml|svg|png|jpg|ico|pdf|json|csv|txt|bib)$`)
)

// headers: a page may use the site's own files alone, a file that a browser shows by itself runs nothing; other sites may frame what is below
// /nhung/, of whichever day, and nothing else; only what never changes is kept for good.
func headers(t *testing.T, at string, path edition.Path) {
	t.Helper()
	r, _ := fetch(t, at+subPath+string(path))
	said := func(name string) string {
		if n := len(r.Header[name]); n > 1 {
			t.Errorf("%s: %d times %s", path, n, name)
		}
		return r.Header.Get(name)
	}
	policy, framed := said("Content-Security-Policy"), embedded.MatchString(string(path))
	if !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.Contains(policy, "; base-uri 'none'") || strings.Contains(policy, "frame-ancestors 'none'") == framed || (said("X-Frame-Options") == "DENY") == framed {
		t.Errorf("%s: %q, %q", path, policy, r.Header.Get("X-Frame-Options"))
	}
	if runs := strings.Contains(policy, "script-src 'self'; style-src 'self'; ") && strings.Contains(policy, "; require-trusted-types-for 'script'; trusted-types bangvang"); runs == viewed.MatchString(string(path)) {
		t.Errorf("%s: %q", path, policy)
	}
	if strings.Contains(policy, "script-src") && strings.Contains(policy, "unsafe") {
		t.Errorf("%s: %q", path, policy)
	}
	if said("X-Content-Type-Options") != "nosniff" || said("Referrer-Policy") != "strict-origin-when-cross-origin" || !strings.Contains(said("Permissions-Policy"), "geolocation=()") {
		t.Errorf("%s: %v", path, r.Header)
	}
	kept := said("Cache-Control")
	if r.StatusCode == http.StatusOK && (kept != "public, max-age=60" && kept != "public, max-age=31536000, immutable" || strings.Contains(kept, "immutable") != lasting.MatchString(string(path))) {
		t.Errorf("%s: kept %q", path, kept)
	}
}

// small: who takes a coding is sent what was made small before, the same bytes in it and of the same kind; caches are told so either way.
func small(t *testing.T, at string, path edition.Path, files map[string][]byte, codings ...string) {
	t.Helper()
	name := strings.TrimPrefix(string(path), "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	plain, body := fetch(t, at+subPath+string(path))
	if plain.Header.Get("Content-Encoding") != "" || body != string(files[name]) {
		t.Errorf("%s: not asked for, %q", path, plain.Header.Get("Content-Encoding"))
	}
	for _, coding := range codings {
		made, ok := files[name+map[string]string{"br": ".br", "gzip": ".gz"}[coding]]
		if !ok {
			continue
		}
		r, got := fetch(t, at+subPath+string(path), coding)
		if got != string(made) || r.Header.Get("Content-Encoding") != coding {
			t.Errorf("%s: asked for %s: %q, %d bytes of %d", path, coding, r.Header.Get("Content-Encoding"), len(got), len(made))
		}
		if r.Header.Get("Content-Type") != plain.Header.Get("Content-Type") {
			t.Errorf("%s: %q, in %s %q", path, plain.Header.Get("Content-Type"), coding, r.Header.Get("Content-Type"))
		}
		for _, h := range []http.Header{plain.Header, r.Header} {
			if !strings.Contains(strings.Join(h["Vary"], ","), "Accept-Encoding") {
				t.Errorf("%s: %s: Vary %q", path, coding, h["Vary"])
			}
		}
	}
}

func ask(t *testing.T, at string, s *edition.Standin) {
	t.Helper()
	r, body := fetch(t, at+subPath+string(s.From))
	to, _ := url.Parse(r.Header.Get("Location"))
	switch {
	case s.Gone:
		if r.StatusCode != 410 || s.Page != strings.Contains(body, "<h1>Đã thu hồi</h1>") {
			t.Errorf("%s: %d\n%s", s.From, r.StatusCode, body)
		}
	case s.URL != "":
		if r.StatusCode != 301 || to.String() != s.URL {
			t.Errorf("%s: %d %s", s.From, r.StatusCode, to)
		}
	default:
		code := 301
		if s.Temporary {
			code = 302
		}
		if r.StatusCode != code || to.Path != subPath+string(s.To) || to.Host != "" && "http://"+to.Host != at {
			t.Errorf("%s: %d %s", s.From, r.StatusCode, to)
		}
		if r, _ := fetch(t, at+to.Path); r.StatusCode != 200 {
			t.Errorf("%s leads to %s: %d", s.From, to.Path, r.StatusCode)
		}
	}
}

// fetch asks as whoever takes the codings, plain if there are none.
func fetch(t *testing.T, address string, codings ...string) (*http.Response, string) {
	t.Helper()
	client := http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	asked, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	asked.Header.Set("Accept-Encoding", strings.Join(append(codings, "identity"), ", "))
	r, err := client.Do(asked)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(b)
}

// start starts a server on a free port of this machine alone, and stops it when the test ends.
func (s server) start(t *testing.T, out string) string {
	t.Helper()
	if _, err := exec.LookPath(s.program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed: run .ci/test, which installs it", s.program)
		}
		t.Skipf("%s is not installed", s.program)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	own := filepath.Join(scratch, s.program)
	config := filepath.Join(own, "config")
	if err := os.MkdirAll(own, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, []byte(s.config(port, strings.TrimSuffix(out, subPath), out, own)), 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd := exec.Command(s.program, s.args(config)...)
	cmd.Stdout, cmd.Stderr, cmd.Env = &said, &said, append(os.Environ(), "HOME="+own, "XDG_DATA_HOME="+own, "XDG_CONFIG_HOME="+own)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(20 * time.Second):
			cmd.Process.Kill()
		}
	})
	address := fmt.Sprintf("127.0.0.1:%d", port)
	for range 600 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "http://" + address
		}
		select {
		case <-ended:
			t.Fatalf("%s ended:\n%s", s.program, said.String())
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("%s does not listen", s.program)
	return ""
}
