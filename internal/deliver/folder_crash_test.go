package deliver

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// secrets are those of the peers, in the environment of all tests, as many run at the same time.
var secrets = map[string]string{"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret secret", "RSYNC_PASSWORD": "mat khau"}

// The test binary is also the process that is killed: with DELIVER_FROM set it delivers that folder to DELIVER_TO.
func TestMain(m *testing.M) {
	from := os.Getenv("DELIVER_FROM")
	if from == "" {
		for name, value := range secrets {
			os.Setenv(name, value)
		}
		os.Exit(m.Run())
	}
	p, err := Open(os.Getenv("DELIVER_TO"), impatient(Options{Keep: 2}))
	if err != nil {
		panic(err)
	}
	fmt.Println("begin")
	if _, err := p.Publish(background, from); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	os.Exit(0)
}

// deliverer starts the process and returns when it has begun.
func deliverer(t *testing.T, from, to string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "DELIVER_FROM="+from, "DELIVER_TO="+to)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	if lines := bufio.NewScanner(out); !lines.Scan() || lines.Text() != "begin" {
		t.Fatalf("it says %q", lines.Text())
	}
	return cmd
}

// times is how often a sweep is done: n, or what DELIVER_TIMES says.
func times(n int) int {
	if more, err := strconv.Atoi(os.Getenv("DELIVER_TIMES")); err == nil {
		return more
	}
	return n
}

// long passes a test by that takes longer than an ordinary run may.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("DELIVER_TIMES") == "" {
		t.Skip("long: set DELIVER_TIMES to a number of times")
	}
}

// A reader polls pages and asks for the asset that each names.
type reader struct {
	read   func(name string) (string, error)
	stop   chan bool
	done   chan bool
	pages  atomic.Int64
	broken atomic.Int64
	late   atomic.Int64 // between a page and its asset two sites were delivered: the asset has had its time
	last   atomic.Value
}

func polling(read func(name string) (string, error), pages int) *reader {
	r := &reader{read: read, stop: make(chan bool), done: make(chan bool)}
	go func() {
		defer close(r.done)
		for i := 0; ; i++ {
			select {
			case <-r.stop:
				return
			default:
			}
			name := "index.html"
			if i%4 > 0 {
				name = fmt.Sprintf("vinh-danh/p-%03d/index.html", i%pages)
			}
			r.poll(name)
		}
	}()
	return r
}

func (r *reader) poll(name string) {
	text, err := r.read(name)
	r.pages.Add(1)
	if err == nil {
		_, asset, needs := strings.Cut(text, "needs ")
		if !needs {
			if !strings.HasSuffix(text, "of all versions") {
				err = fmt.Errorf("torn: %q", text)
			}
		} else if _, err = r.read(asset); err != nil {
			err = fmt.Errorf("%s needs %s: %w", name, asset, err)
			if now, e := r.read(name); e == nil && generation(now) >= generation(text)+2 {
				r.late.Add(1)
				return
			}
		}
	}
	if err != nil {
		r.broken.Add(1)
		r.last.Store(err.Error())
	}
}

// generation is the number of the version that a page is of.
func generation(text string) int64 {
	_, asset, _ := strings.Cut(text, "needs assets/site.")
	n, _ := strconv.ParseInt(strings.TrimSuffix(asset, ".css"), 16, 64)
	return n
}

// end stops the reader and fails the test if it saw a broken page.
func (r *reader) end(t *testing.T) {
	t.Helper()
	close(r.stop)
	<-r.done
	t.Logf("measured: %d pages read, %d broken, %d asked too late", r.pages.Load(), r.broken.Load(), r.late.Load())
	if r.late.Load() > r.pages.Load()/1000+1 {
		t.Errorf("%d came too late", r.late.Load())
	}
	if r.broken.Load() > 0 {
		t.Errorf("%d of %d pages read were broken, the last: %v", r.broken.Load(), r.pages.Load(), r.last.Load())
	}
	if r.pages.Load() < 50 {
		t.Errorf("only %d pages were read", r.pages.Load())
	}
}

func fromFolder(dir string) func(string) (string, error) {
	return func(name string) (string, error) {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		return string(b), err
	}
}

// kill -9 at random moments of deliveries, with a reader polling: no page is ever broken, and each state is a whole site.
func TestFolderKilled(t *testing.T) {
	t.Parallel()
	const pages = 30
	both(t, func(t *testing.T, dir string) {
		public := [2]string{built(t, version(1, pages)), built(t, version(2, pages))}
		publishOK(t, open(t, dir, Options{}), public[0])
		start := time.Now()
		must(t, deliverer(t, public[1], dir).Wait())
		whole := time.Since(start)
		r := polling(fromFolder(dir), pages)
		random, killed := rand.New(rand.NewPCG(1, 2)), 0
		for i := range times(15) {
			cmd := deliverer(t, public[i%2], dir)
			time.Sleep(time.Duration(random.Int64N(int64(whole))))
			_ = cmd.Process.Kill()
			if cmd.Wait() != nil {
				killed++
			}
			got := seen(t, dir)
			which := 1
			if got["index.html"] == version(2, pages)["index.html"] {
				which = 2
			}
			same(t, got, version(which, pages), "assets/site.0000000001.css", "assets/site.0000000002.css")
		}
		r.end(t)
		t.Logf("measured: %d deliveries, %d killed", times(15), killed)
		publishOK(t, open(t, dir, Options{}), public[0])
		same(t, seen(t, dir), version(1, pages), "assets/site.0000000002.css")
	})
}

// A reader polls while site after site is delivered.
func TestFolderReader(t *testing.T) {
	t.Parallel()
	const pages = 30
	both(t, func(t *testing.T, dir string) {
		public := filepath.Join(memory(t), "public")
		version(0, pages).write(t, public)
		p := open(t, dir, Options{Keep: 2})
		publishOK(t, p, public)
		r := polling(fromFolder(dir), pages)
		for n := range times(10) {
			version(n+1, pages).write(t, public)
			publishOK(t, p, public)
		}
		r.end(t)
	})
}
