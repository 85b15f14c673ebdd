package build_test

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"bangvang/internal/edition"
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
http { access_log off; client_body_temp_path %[4]s/a; proxy_temp_path %[4]s/b; fastcgi_temp_path %[4]s/c; uwsgi_temp_path %[4]s/d; scgi_temp_path %[4]s/e;
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
	handle_path %s/* {
		file_server
	}
}
`, port, out, out, subPath)
	}},
	{"apache2", func(c string) []string { return []string{"-f", c, "-DFOREGROUND"} }, func(port int, root, out, scratch string) string {
		modules := ""
		for _, m := range []string{"mpm_event", "authz_core", "alias", "dir", "headers"} {
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
<VirtualHost *>
DocumentRoot %[2]s
Include %[3]s/may-chu/apache.conf
</VirtualHost>
`, port, root, out, scratch, modules, user)
	}},
}

// TestServers asks real servers, told by what a publication tells them, for every address that moved or was taken back.
func TestServers(t *testing.T) {
	v := theVersions(t)
	if err := os.Chmod(scratch, 0o755); err != nil { // servers give up root's rights
		t.Fatal(err)
	}
	for _, s := range servers {
		t.Run(s.program, func(t *testing.T) {
			at := s.start(t, v.out)
			for i := range v.settled.Settled.Standins {
				ask(t, at, &v.settled.Settled.Standins[i])
			}
			for path, code := range map[string]int{"/chi-tieu/san-luong-thuy-san/": 200, "/du-lieu/v1/chi-tieu.csv": 200, "/chi-tieu/khong-co/": 404} {
				if r, _ := fetch(t, at+subPath+path); r.StatusCode != code {
					t.Errorf("%s: %d", path, r.StatusCode)
				}
			}
			for _, p := range v.settled.Edition.Pages {
				framing(t, at, p.Path)
			}
			for _, path := range []edition.Path{"/", "/khong-co/", "/ky-yeu/ky-yeu.pdf", "/chi-tieu/nhung/", "/v/2021-09-01/chi-tieu/nhung/", "/v/2021-09-01/nhung/khong-co/"} {
				framing(t, at, path)
			}
		})
	}
}

// framing: other sites may frame what is below /nhung/, of whichever day, and nothing else.
func framing(t *testing.T, at string, path edition.Path) {
	t.Helper()
	r, _ := fetch(t, at+subPath+string(path))
	allowed := regexp.MustCompile(`^/(v/[^/]+/)?nhung/`).MatchString(string(path))
	if policy := strings.Contains(r.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'"); policy == allowed || (r.Header.Get("X-Frame-Options") == "DENY") == allowed {
		t.Errorf("%s: %q, %q", path, r.Header.Get("Content-Security-Policy"), r.Header.Get("X-Frame-Options"))
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

func fetch(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	client := http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.Get(address)
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
