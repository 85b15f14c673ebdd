package serve

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"bangvang/internal/fileset"
)

// Built is what a build gave.
type Built struct {
	Site *fileset.Set // nil if problems stopped it
	Root string       // path of the site, "/" or "/thi-dua/"
	Told string       // what is wrong, as the terminal shows it; "" is nothing
}

// Options say what is served and to whom.
type Options struct {
	Build   func(context.Context) (*Built, error)
	First   func() *Built                                 // what is known of the site before it is built, a part of its files; nil, or gives nil: nothing
	Hosts   []string                                      // names and addresses that a request may ask for, without ports
	Watch   *Watcher                                      // nil: nothing is watched
	Rebuilt func(b *Built, err error, took time.Duration) // called after each build; may be nil
}

// Server is a preview. Make one with New.
type Server struct {
	opt    Options
	hosts  map[string]bool
	mu     sync.Mutex
	now    *version // nil before the first build
	builds int
	run    string        // tells this run of the program from others, of which pages may still be open
	ready  chan struct{} // closed after the first build
	soon   chan struct{} // closed when it is known whether there is something before that
	first  *version      // it, nil if there is nothing
	pages  *listeners
}

// New gives a server that has not built yet.
func New(opt Options) *Server {
	s := &Server{opt: opt, run: strconv.FormatInt(time.Now().UnixNano(), 36), hosts: map[string]bool{}, ready: make(chan struct{}), soon: make(chan struct{}), pages: newListeners()}
	for _, h := range opt.Hosts {
		s.hosts[strings.ToLower(h)] = true
	}
	return s
}

// Run builds, serves on a listener and builds again at each change, until the context ends.
func (s *Server) Run(ctx context.Context, on net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	h := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	done := make(chan struct{})
	go func() { defer close(done); s.follow(ctx) }()
	go s.open()
	stop := context.AfterFunc(ctx, func() { h.Close() })
	defer stop()
	err := h.Serve(on)
	cancel()
	<-done
	if err == http.ErrServerClosed {
		return nil
	}
	return err
}

// follow builds at first and then each time that the input has changed. A change during a build ends it.
func (s *Server) follow(ctx context.Context) {
	changes := make(chan Change, 1)
	if s.opt.Watch != nil {
		go s.opt.Watch.run(ctx, s.opt.Watch.look(), changes) // the state before anything is read, so that no change is missed
	}
	var change Change
	for {
		building, end := context.WithCancel(ctx)
		done := make(chan struct{})
		go func() { defer close(done); s.build(building, change) }()
		select {
		case <-done:
			end()
			select {
			case change = <-changes:
			case <-ctx.Done():
				return
			}
		case next := <-changes:
			end()
			<-done
			change = change.and(next)
		case <-ctx.Done():
			end()
			<-done
			return
		}
	}
}

// build makes the next version and tells the pages that are open.
func (s *Server) build(ctx context.Context, change Change) {
	start := time.Now()
	b, err := s.opt.Build(ctx)
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		b = &Built{Told: err.Error()}
	}
	if b.Site == nil && change.Half && !lasts(ctx) {
		return
	}
	s.mu.Lock()
	next := &version{told: b.Told}
	if s.now != nil {
		next.set, next.root, next.good, next.made = s.now.set, s.now.root, s.now.good, s.now.made
	}
	if s.builds++; b.Site != nil {
		next.set, next.root, next.good, next.made, next.told = b.Site, rooted(b.Root), fmt.Sprintf("%s-%d", s.run, s.builds), newMemory(), ""
	}
	news := next.news(s.now, change)
	first := s.now == nil
	s.now = next
	s.mu.Unlock()
	if first {
		close(s.ready)
	}
	s.pages.tell(news)
	if s.opt.Rebuilt != nil {
		s.opt.Rebuilt(b, err, time.Since(start))
	}
}

// reluctance is how long a state must last that has problems and looks as if something were still being written, before it is told of.
const reluctance = 250 * time.Millisecond

func lasts(ctx context.Context) bool {
	select {
	case <-time.After(reluctance):
		return true
	case <-ctx.Done():
		return false
	}
}

// open learns what is known before the first build.
func (s *Server) open() {
	defer close(s.soon)
	if s.opt.First == nil {
		return
	}
	if b := s.opt.First(); b != nil {
		s.first = &version{set: b.Site, root: rooted(b.Root), good: s.run + "-0", made: newMemory()}
	}
}

// early is what can answer for a path before the first build; nil if that must be waited for.
func (s *Server) early(ctx context.Context, path string) *version {
	select {
	case <-s.ready:
		return nil
	case <-ctx.Done():
		return nil
	case <-s.soon:
	}
	v := s.first
	if v == nil {
		return nil
	}
	below, ok := strings.CutPrefix(path, v.root)
	if path == "/" && !ok || ok && (below == "" && v.set.Has("index.html") || v.set.Has(below)) {
		return v
	}
	return nil
}

// current waits for the first build.
func (s *Server) current(ctx context.Context) *version {
	select {
	case <-s.ready:
	case <-ctx.Done():
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// rooted is a path from "/" to "/".
func rooted(p string) string {
	if p = strings.Trim(p, "/"); p == "" {
		return "/"
	}
	return "/" + p + "/"
}
