package cli

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// spoken is what a command that goes on has said so far.
type spoken struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *spoken) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *spoken) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// serving runs the preview, gives its address, and at the end sees to it that it ended well.
func serving(t *testing.T, args ...string) (address string, out *spoken) {
	t.Helper()
	out = &spoken{}
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int, 1)
	go func() { code <- Run(ctx, append([]string{"serve"}, args...), out, out) }()
	t.Cleanup(func() {
		cancel()
		select {
		case c := <-code:
			if c != exitFine {
				t.Errorf("serve ended with %d:\n%s", c, out)
			}
		case <-time.After(10 * time.Second):
			t.Error("serve does not end")
		}
	})
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if m := regexp.MustCompile(`http://\S+/`).FindString(out.String()); m != "" {
			return m, out
		}
	}
	t.Fatalf("serve tells no address:\n%s", out)
	return "", nil
}

func body(t *testing.T, address string) string {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestServe: the site is there and nothing is written; drafts only where they are asked for; an edit is seen; Ctrl+C is its right end.
func TestServe(t *testing.T) {
	dir := campaignIn(t, sea)
	edit(t, filepath.Join(dir, "data", "decisions.yaml"), "- id: thu-khen-01\n", "- id: thu-khen-01\n  publish_at: \"2030-01-01T00:00:00+07:00\"\n")
	before := tree(t, dir)
	address, out := serving(t, "--port", "0")
	if b := body(t, address); !strings.Contains(b, "preview.js") || !strings.Contains(b, "<h1") {
		t.Errorf("the first page:\n%.500s", b)
	}
	if b := body(t, address+"quyet-dinh/"); strings.Contains(b, "thu-khen-01") {
		t.Error("what is not public yet is shown without --drafts")
	}
	drafts, _ := serving(t, "--port", "0", "--drafts")
	if b := body(t, drafts+"quyet-dinh/"); !strings.Contains(b, "thu-khen-01") {
		t.Error("drafts are not shown with --drafts")
	}
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_name: Một ")
	for end := time.Now().Add(time.Minute); strings.Count(out.String(), "Đã dựng") < 2; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("an edit is not seen:\n%s", out)
		}
	}
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: Một ", "short_name: ")
	sameAs(t, before, tree(t, dir))
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("public/ was made")
	}
}

// TestServePorts: a port that was not asked for may be another, one that was asked for must be it.
func TestServePorts(t *testing.T) {
	campaignIn(t, sea)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	want(t, exitMachine, "", port, "serve", "--port", port)
	want(t, exitUsage, "", "--port", "serve", "--port", "70000")
	other, err := listen("127.0.0.1", taken.Addr().(*net.TCPAddr).Port, false)
	if err != nil {
		t.Fatal(err)
	}
	other.Close()
}

// TestServeForPhones: where others may look, they are told how.
func TestServeForPhones(t *testing.T) {
	campaignIn(t, sea)
	_, out := serving(t, "--host", "0.0.0.0", "--port", "0")
	for end := time.Now().Add(time.Minute); !strings.Contains(out.String(), "Dừng") && time.Now().Before(end); { // which is told after the code
		time.Sleep(time.Millisecond)
	}
	hosts, addresses := reachable("0.0.0.0", &net.TCPAddr{IP: net.IPv4zero, Port: 80})
	if len(addresses) > 1 && !strings.Contains(out.String(), "█") || len(hosts) < len(addresses) {
		t.Errorf("%q %q:\n%s", hosts, addresses, out)
	}
}
