package deliver

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// A server is asked for every file, as readers ask; what differs, is gone or cannot be answered is told.
func TestVerifyWeb(t *testing.T) {
	f := version(1, 5)
	f["_redirects"] = "/a /b 301"
	public := built(t, f)
	dir := filepath.Join(t.TempDir(), "live")
	publishOK(t, open(t, dir, Options{}), public)
	must(t, os.Remove(filepath.Join(dir, "_redirects"))) // hosts that use it serve it to nobody
	var busy atomic.Int64
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.StripPrefix("/can-tho", http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if busy.Add(1)%7 == 0 {
			http.Error(w, "busy", http.StatusServiceUnavailable)
			return
		}
		files.ServeHTTP(w, q)
	})))
	defer server.Close()
	check := func(want string) {
		t.Helper()
		d, err := VerifyWeb(background, server.URL+"/can-tho", public, Options{})
		must(t, err)
		if got := fmt.Sprint(d.Missing, d.Changed, d.Checked); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	check("[] [] 13")
	must(t, os.Remove(filepath.Join(dir, "anh/the.png")))
	must(t, os.WriteFile(filepath.Join(dir, "sitemap.xml"), []byte("1 and more"), 0o644))
	check("[anh/the.png] [sitemap.xml] 13")
	if _, err := VerifyWeb(background, "http:///", public, Options{}); err == nil || !strings.Contains(err.Error(), "không hiểu") {
		t.Error(err)
	}
}
