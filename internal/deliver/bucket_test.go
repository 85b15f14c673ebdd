package deliver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"
)

// program finds a peer; on a developer's machine without it the test is passed by, never where CI is set.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "" {
		t.Skip(name + " is not installed")
	}
	must(t, err)
	return path
}

// freePort is one that nobody listens on.
func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return l.Addr().String()
}

// started runs a peer until the test ends, and returns when it answers.
func started(t *testing.T, address string, cmd *exec.Cmd) {
	t.Helper()
	var log strings.Builder
	cmd.Stdout, cmd.Stderr = &log, &log
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	for range 200 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s does not answer: %s", cmd.Path, log.String())
}

// A gateway is versitygw: S3 over plain files, strict about signatures and sums.
type gateway struct{ endpoint, dir string }

func newGateway(t *testing.T) *gateway {
	t.Helper()
	path := program(t, "versitygw")
	g := &gateway{dir: memory(t)}
	must(t, os.Mkdir(filepath.Join(g.dir, "bucket"), 0o755))
	address := freePort(t)
	g.endpoint = "http://" + address
	cmd := exec.Command(path, "--port", address, "--access", "key", "--secret", "secret secret", "posix", g.dir)
	started(t, address, cmd)
	return g
}

func (g *gateway) address() string {
	return "s3://bucket/can-tho?endpoint=" + url.QueryEscape(g.endpoint)
}

// site is what readers see.
func (g *gateway) site() string { return filepath.Join(g.dir, "bucket", "can-tho") }

// impatient are options for peers that fail on purpose.
func impatient(o Options) Options {
	o.silence, o.leased, o.pause = 3*time.Second, 250*time.Millisecond, 5*time.Millisecond
	return o
}

func TestBucket(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	p := open(t, g.address(), impatient(Options{Keep: 3}))
	one, two := version(1, 6), version(2, 6)
	public := built(t, one)
	r := publishOK(t, p, public)
	if r.Was != "" || r.Sent != len(one) || len(r.Kept) != 1 {
		t.Errorf("first: %+v", r)
	}
	same(t, seen(t, g.site()), one)
	if again := publishOK(t, p, public); again.Sent != 0 || again.Release != r.Release || len(again.Kept) != 1 {
		t.Errorf("the same again: %+v", again)
	}
	two.write(t, public)
	r2 := publishOK(t, p, public)
	if r2.Was != r.Release || r2.Sent >= len(two) || r2.Sent == 0 {
		t.Errorf("second: %+v", r2)
	}
	same(t, seen(t, g.site()), two, "assets/site.0000000001.css")
	version(3, 5).write(t, public)
	r3 := publishOK(t, p, public)
	same(t, seen(t, g.site()), version(3, 5), "assets/site.0000000002.css")
	if r3.Removed != 2 {
		t.Errorf("third: %+v", r3)
	}
	d, err := p.Verify(background, public)
	must(t, err)
	if !d.Clean() || d.Release != r3.Release {
		t.Errorf("verify: %+v", d)
	}
	back, err := p.Rollback(background, "")
	must(t, err)
	if back.From != r2.Release || len(back.Kept) != 3 {
		t.Errorf("back: %+v", back)
	}
	same(t, seen(t, g.site()), two, "assets/site.0000000003.css")
	// Mended is what others changed; what they added is theirs.
	must(t, os.WriteFile(filepath.Join(g.site(), "index.html"), []byte("defaced"), 0o644))
	must(t, os.Remove(filepath.Join(g.site(), "404.html")))
	if d, err = p.Verify(background, public); err != nil || !d.Another || fmt.Sprint(d.Missing) != "[404.html]" {
		t.Errorf("verify: %+v %v", d, err)
	}
	two.write(t, public)
	publishOK(t, p, public)
	same(t, seen(t, g.site()), two, "assets/site.0000000003.css")
	publishOK(t, open(t, g.address(), impatient(Options{Purge: true})), public)
	same(t, seen(t, g.site()), two)
	if left := seen(t, filepath.Join(g.dir, "bucket", "can-tho.bangvang")); len(left) != 2 {
		t.Errorf("after purging %d objects of ours are left", len(left))
	}
	must(t, os.WriteFile(filepath.Join(g.site(), "theirs.html"), []byte("theirs"), 0o644))
	if _, err := p.Publish(background, public); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "theirs.html") {
		t.Errorf("a file of others: %v", err)
	}
}

func TestBucketHeaders(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	p := open(t, g.address(), impatient(Options{}))
	publishOK(t, p, built(t, version(1, 1)))
	b := p.to.(*bucket)
	for name, want := range map[string]string{
		"index.html": "text/html; charset=utf-8|public, no-cache", "assets/site.0000000001.css": "text/css; charset=utf-8|public, max-age=31536000, immutable",
		"feed/awards.xml": "application/atom+xml; charset=utf-8|public, no-cache", "anh/the.png": "image/png|public, no-cache",
	} {
		o, err := b.store.StatObject(background, "bucket", "can-tho/"+name, minio.StatObjectOptions{})
		must(t, err)
		if got := o.ContentType + "|" + o.Metadata.Get("Cache-Control"); got != want {
			t.Errorf("%s has %s, want %s", name, got, want)
		}
	}
}

// What stops a delivery is told with what to do, without the secret, and nothing is touched.
func TestBucketRefuses(t *testing.T) {
	g := newGateway(t)
	public := built(t, version(1, 1))
	tell := func(address, want string) {
		t.Helper()
		_, err := open(t, address, impatient(Options{})).Publish(background, public)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "giữ nguyên") || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
	tell(strings.Replace(g.address(), "bucket", "another", 1), "không có bucket")
	tell("s3://bucket/x?endpoint=http://"+freePort(t), "không nối được")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "wrong secret")
	tell(g.address(), "không nhận khoá")
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "")
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", filepath.Join(t.TempDir(), "none"))
	tell(g.address(), "chưa có khoá")
	if len(seen(t, g.site())) > 0 {
		t.Error("something was sent")
	}
	for _, address := range []string{"s3:///x", "s3://a:1/x", "s3://b/x?endpoint=ftp://a"} {
		if _, err := Open(address, Options{}); !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// Two at once: one delivers, the other is told. A lock that a killed run left is taken over.
func TestBucketLock(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	public := built(t, version(1, 2))
	var second error
	var once atomic.Bool
	patient := impatient(Options{})
	patient.leased = 4 * time.Second
	first := patient
	first.ask = func(context.Context, string) error {
		if once.CompareAndSwap(false, true) {
			_, second = open(t, g.address(), patient).Publish(background, public)
		}
		return nil
	}
	publishOK(t, open(t, g.address(), first), public)
	p := open(t, g.address(), impatient(Options{}))
	if !errors.Is(second, ErrBusy) {
		t.Errorf("two at once: %v", second)
	}
	lock := filepath.Join(g.dir, "bucket", "can-tho.bangvang", "lock")
	if _, err := os.Stat(lock); err == nil {
		t.Error("the lock stays")
	}
	b := open(t, g.address(), impatient(Options{})).to.(*bucket)
	_, err := b.store.Client.PutObject(background, "bucket", "can-tho.bangvang/lock", strings.NewReader("dead 1\n"), 7, minio.PutObjectOptions{})
	must(t, err)
	version(2, 2).write(t, public)
	publishOK(t, p, public)
	same(t, seen(t, g.site()), version(2, 2), "assets/site.0000000001.css")
}

// A proxy stands between us and the gateway and does something else at some requests.
type proxy struct {
	address string
	n       atomic.Int64
	fault   atomic.Pointer[func(n int64, w http.ResponseWriter, q *http.Request) (handled bool)]
	etag    atomic.Bool
}

func newProxy(t *testing.T, g *gateway) *proxy {
	to, err := url.Parse(g.endpoint)
	must(t, err)
	p := &proxy{}
	forward := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Host = r.In.Host },
		ModifyResponse: func(r *http.Response) error {
			if p.etag.Load() && r.Request.Method == http.MethodPut {
				r.Header.Set("ETag", `"00000000000000000000000000000000"`)
			}
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		n := p.n.Add(1)
		if f := p.fault.Load(); f != nil && (*f)(n, w, q) {
			return
		}
		forward.ServeHTTP(w, q)
	}))
	t.Cleanup(s.Close)
	p.address = strings.Replace(g.address(), url.QueryEscape(g.endpoint), url.QueryEscape(s.URL), 1)
	return p
}

func (p *proxy) set(f func(n int64, w http.ResponseWriter, q *http.Request) bool) {
	p.n.Store(0)
	if f == nil {
		p.fault.Store(nil)
		return
	}
	p.fault.Store(&f)
}

func reset(w http.ResponseWriter, q *http.Request) bool {
	_, _ = io.CopyN(io.Discard, q.Body, 10)
	if c, _, err := w.(http.Hijacker).Hijack(); err == nil {
		c.Close()
	}
	return true
}

func isSite(q *http.Request) bool {
	return q.Method == http.MethodPut && strings.HasPrefix(q.URL.Path, "/bucket/can-tho/")
}

// A store that answers badly now and then gets the whole site all the same.
func TestBucketFaults(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	x := newProxy(t, g)
	public := filepath.Join(memory(t), "public")
	var dropped sync.Map
	for i, c := range []struct {
		name  string
		fault func(n int64, w http.ResponseWriter, q *http.Request) bool
	}{
		{"503", func(n int64, w http.ResponseWriter, q *http.Request) bool {
			if n%3 == 0 {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
			return n%3 == 0
		}},
		{"reset", func(n int64, w http.ResponseWriter, q *http.Request) bool { return n%4 == 0 && reset(w, q) }},
		{"hang", func(n int64, w http.ResponseWriter, q *http.Request) bool {
			if n == 20 {
				time.Sleep(3500 * time.Millisecond)
				return reset(w, q)
			}
			return false
		}},
		{"nothing stored", func(n int64, w http.ResponseWriter, q *http.Request) bool {
			if _, again := dropped.LoadOrStore(q.URL.Path, true); isSite(q) && !again { // each file once
				_, _ = io.Copy(io.Discard, q.Body)
				w.Header().Set("ETag", `"0123"`)
				return true
			}
			return false
		}},
		{"wrong tags", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := version(i+1, 9)
			now.write(t, public)
			x.set(c.fault)
			x.etag.Store(c.name == "wrong tags")
			publishOK(t, open(t, x.address, impatient(Options{Keep: 2})), public)
			same(t, seen(t, g.site()), now, fmt.Sprintf("assets/site.%010x.css", i))
			x.etag.Store(false)
		})
	}
	x.set(func(n int64, w http.ResponseWriter, q *http.Request) bool {
		if !isSite(q) || hashed(q.URL.Path) {
			return false
		}
		_, _ = io.Copy(io.Discard, q.Body)
		return true
	})
	version(20, 9).write(t, public)
	if _, err := open(t, x.address, impatient(Options{})).Publish(background, public); err == nil || !strings.Contains(err.Error(), "không lưu") || !strings.Contains(err.Error(), "chạy lại") {
		t.Errorf("a store that stores nothing: %v", err)
	}
	whole(t, g.site(), 9)
	x.set(nil)
	publishOK(t, open(t, x.address, impatient(Options{Keep: 2})), public)
	same(t, seen(t, g.site()), version(20, 9), "assets/site.0000000005.css")
}

// whole fails if a page that is there needs an asset that is not.
func whole(t *testing.T, dir string, pages int) {
	t.Helper()
	f := seen(t, dir)
	for name, text := range f {
		if _, asset, needs := strings.Cut(text, "needs "); needs && f[asset] == "" {
			t.Errorf("%s needs %s, which is not there", name, asset)
		}
	}
}

// The line is cut after every request k: what is live stays whole, and the next run sends only what is missing.
func TestBucketCut(t *testing.T) {
	long(t)
	t.Parallel()
	const pages = 4
	g := newGateway(t)
	x := newProxy(t, g)
	public := filepath.Join(memory(t), "public")
	version(0, pages).write(t, public)
	publishOK(t, open(t, x.address, impatient(Options{Keep: 2})), public)
	steps, cuts := max(1, 20/times(1)), 0
	for k, cut := int64(1), true; cut; k += int64(steps) {
		cuts++
		now := version(cuts, pages)
		now.write(t, public)
		x.set(func(n int64, w http.ResponseWriter, q *http.Request) bool { return n > k && reset(w, q) })
		_, err := open(t, x.address, impatient(Options{Keep: 2})).Publish(background, public)
		cut = x.n.Load() > k
		if cut && err == nil && k > 12 {
			// only the release of the lock was cut
		} else if cut != (err != nil) {
			t.Fatalf("cut after %d requests: %v", k, err)
		}
		whole(t, g.site(), pages)
		x.set(nil)
		r := publishOK(t, open(t, x.address, impatient(Options{Keep: 2})), public)
		same(t, seen(t, g.site()), now, fmt.Sprintf("assets/site.%010x.css", cuts-1))
		if _, err := open(t, x.address, impatient(Options{Keep: 2})).Rollback(background, ""); err != nil {
			t.Fatalf("cut after %d requests, %s cannot be brought back: %v", k, r.Was, err)
		}
		same(t, seen(t, g.site()), version(cuts-1, pages), fmt.Sprintf("assets/site.%010x.css", cuts))
		now.write(t, public)
		publishOK(t, open(t, x.address, impatient(Options{Keep: 2})), public)
	}
	t.Logf("measured: %d cuts", cuts)
}

// kill -9 at random moments of deliveries to a bucket, a reader polling.
func TestBucketKilled(t *testing.T) {
	long(t)
	t.Parallel()
	const pages = 20
	g := newGateway(t)
	public := [2]string{built(t, version(1, pages)), built(t, version(2, pages))}
	publishOK(t, open(t, g.address(), impatient(Options{})), public[0])
	start := time.Now()
	must(t, deliverer(t, public[1], g.address()).Wait())
	whole := time.Since(start)
	r := polling(g.get(t), pages)
	random, killed := rand.New(rand.NewPCG(3, 4)), 0
	for i := range times(6) {
		cmd := deliverer(t, public[i%2], g.address())
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
	}
	r.end(t)
	t.Logf("measured: %d deliveries, %d killed", times(6), killed)
	publishOK(t, open(t, g.address(), impatient(Options{})), public[0])
	same(t, seen(t, g.site()), version(1, pages), "assets/site.0000000002.css")
}

// A reader polls while site after site is delivered to a bucket.
func TestBucketReader(t *testing.T) {
	t.Parallel()
	const pages = 20
	g := newGateway(t)
	public := filepath.Join(memory(t), "public")
	version(0, pages).write(t, public)
	p := open(t, g.address(), impatient(Options{Keep: 2}))
	publishOK(t, p, public)
	r := polling(g.get(t), pages)
	for n := range times(4) {
		version(n+1, pages).write(t, public)
		publishOK(t, p, public)
	}
	r.end(t)
}

// get reads as a reader of the bucket does, over HTTP.
func (g *gateway) get(t *testing.T) func(string) (string, error) {
	b := open(t, g.address(), Options{}).to.(*bucket)
	return func(name string) (string, error) {
		r, _, _, err := b.store.GetObject(background, "bucket", "can-tho/"+name, minio.GetObjectOptions{})
		if err != nil {
			return "", err
		}
		defer r.Close()
		text, err := io.ReadAll(r)
		return string(text), err
	}
}
