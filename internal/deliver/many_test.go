package deliver

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"
	"time"
)

// So many objects as DELIVER_MANY says, or a few: a delivery that is cut half-way goes on where it was, memory stays small, and a second one sends nothing.
func TestBucketMany(t *testing.T) {
	pages, _ := strconv.Atoi(os.Getenv("DELIVER_MANY"))
	if pages == 0 {
		pages = 300 // a few, so that the test itself is seen to run; DELIVER_MANY=65000 for what it is for
	}
	g := newGateway(t)
	f := version(1, pages)
	public := built(t, f)
	f = nil
	var puts, shown atomic.Int64
	var peak atomic.Uint64
	stop := errors.New("stopped half-way")
	opt := Options{Progress: func(string, int, int) { shown.Add(1) }, ask: func(_ context.Context, op string) error {
		if n := puts.Add(1); n%1000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapInuse))
		} else if n == int64(pages/2) {
			return stop
		}
		return nil
	}}
	runtime.GC()
	start := time.Now()
	if _, err := open(t, g.address(), opt).Publish(background, public); !errors.Is(err, stop) {
		t.Fatal(err)
	}
	half := time.Since(start)
	opt.leased = time.Second
	r := publishOK(t, open(t, g.address(), opt), public)
	whole := time.Since(start)
	if r.Sent > pages/2+100 || r.Sent < pages/2-100 || shown.Load() < int64(pages) {
		t.Errorf("%d of %d sent after half of it, %d times shown", r.Sent, r.Files, shown.Load())
	}
	start = time.Now()
	if again := publishOK(t, open(t, g.address(), opt), public); again.Sent != 0 {
		t.Errorf("again %d are sent", again.Sent)
	}
	t.Logf("measured: %d objects, half %v, all %v, again %v, heap at most %d MiB", r.Files, half, whole, time.Since(start), peak.Load()>>20)
}
