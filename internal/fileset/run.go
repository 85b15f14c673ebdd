package fileset

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
)

// A PanicError is a recipe that panicked.
type PanicError struct {
	Name  string // of its file
	Value any    // what it panicked with
	Stack []byte
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("không dựng được %s: lỗi trong chương trình: %v", e.Name, e.Value)
}

// Unwrap returns the value if the recipe panicked with an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Earlier is what a recipe sees of the set: the files that it named when it was
// added, all of them added before it.
type Earlier struct {
	needs []string
	read  func(name string, w io.Writer) error
}

// Names returns the names that can be read, sorted.
func (e Earlier) Names() []string { return slices.Clone(e.needs) }

// Write copies an earlier file to w.
func (e Earlier) Write(name string, w io.Writer) error {
	if _, ok := slices.BinarySearch(e.needs, name); !ok {
		return fmt.Errorf("%s: tệp này không được khai là cần đọc", name)
	}
	return e.read(name, w)
}

// Bytes returns the content of an earlier file.
func (e Earlier) Bytes(name string) ([]byte, error) {
	var b bytes.Buffer
	err := e.Write(name, &b)
	return b.Bytes(), err
}

// Write runs the recipe of a file. Earlier files that it reads are made anew.
func (s *Set) Write(name string, w io.Writer) error {
	i, ok := s.find(name)
	if !ok {
		return errUnknown(name)
	}
	return s.run(i, w, s.Write)
}

// Bytes runs the recipe of a file and returns what it wrote.
func (s *Set) Bytes(name string) ([]byte, error) {
	var b bytes.Buffer
	if err := s.Write(name, &b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// run runs one recipe; read is how it comes to earlier files.
func (s *Set) run(i int32, w io.Writer, read func(string, io.Writer) error) (err error) {
	f := &s.files[i]
	if s.begin != nil {
		defer s.begin(f.name)()
	}
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{f.name, v, debug.Stack()}
		}
	}()
	recipe := f.recipe
	if f.from != nil {
		recipe = func(w io.Writer) error { return f.from.recipe(w, Earlier{f.from.needs, read}) }
	}
	err = s.watched(f.name, w, recipe)
	if err != nil {
		return fmt.Errorf("không dựng được %s: %w", f.name, err)
	}
	return nil
}

// Each calls visit once for every file, on jobs goroutines (GOMAXPROCS if jobs
// is below 1), with the place of the file in Names, its name and its recipe.
//
// Files are taken in order of their names, hastened ones first and then those that others read; among the others, from their middle on, are those that read
// others, in the order in which they were added. visit is not called for one of these before
// the visits of all that it reads have returned without error. When such a
// recipe runs, it reads earlier files through read, which finds what visit has
// stored; if read is nil, they are made anew.
//
// After an error no file later in this order is begun, and the error of the
// first in this order is returned: the same one however many goroutines ran.
// When ctx ends, its cause is returned.
func (s *Set) Each(ctx context.Context, jobs int, read func(name string, w io.Writer) error, visit func(i int, name string, r Recipe) error) error {
	if read == nil {
		read = s.Write
	}
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	round := s.newRound()
	round.ctx, round.read, round.visit = ctx, read, visit
	var workers sync.WaitGroup
	for range min(jobs, len(s.files)) {
		workers.Go(func() {
			for at := round.next.Add(1) - 1; at < int64(len(round.queue)); at = round.next.Add(1) - 1 {
				round.take(at)
			}
		})
	}
	workers.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return round.err
}

// A round is one call of Each.
type round struct {
	set   *Set
	index *index
	ctx   context.Context
	read  func(string, io.Writer) error
	visit func(int, string, Recipe) error

	queue []int32                  // places in index, in the order of taking
	done  map[string]chan struct{} // of the files that others read: closed when left behind
	next  atomic.Int64             // place in queue

	failed atomic.Int64 // the lowest place in queue that failed
	mu     sync.Mutex   // over failed and err
	err    error        // of failed
}

func (s *Set) newRound() *round {
	r := &round{set: s, index: s.index(), done: make(map[string]chan struct{})}
	var first, rest, last []int32
	for i, at := range r.index.files {
		switch f := &s.files[at]; {
		case f.early:
			first = append(first, int32(i))
		case f.from == nil:
			rest = append(rest, int32(i))
		default:
			last = append(last, int32(i))
			r.await(f.from.needs)
		}
	}
	slices.SortFunc(last, func(a, b int32) int { return int(r.index.files[a] - r.index.files[b]) })
	r.queue = append(first, r.mixed(rest, last)...)
	r.failed.Store(int64(len(r.queue)))
	return r
}

// mixed puts files that read others among those that nobody reads, after the files that are read: whoever takes one finds them made, and the longest chain
// of such files, sums of archives of tables, is not what a round ends with on one goroutine.
func (r *round) mixed(rest, last []int32) []int32 {
	read := func(i int32) bool { return r.done[r.index.names[i]] != nil }
	queue := slices.DeleteFunc(slices.Clone(rest), func(i int32) bool { return !read(i) })
	rest = slices.DeleteFunc(rest, read)
	half := len(rest) / 2
	queue, rest = append(queue, rest[:half]...), rest[half:]
	apart := max(1, len(rest)/max(1, len(last)))
	for _, i := range last {
		n := min(apart, len(rest))
		queue, rest = append(append(queue, i), rest[:n]...), rest[n:]
	}
	return append(queue, rest...)
}

// await has it told when files are done.
func (r *round) await(names []string) {
	for _, name := range names {
		if r.done[name] == nil {
			r.done[name] = make(chan struct{})
		}
	}
}

// take visits the file at a place of the queue, unless the round has failed
// before it. What it may wait for has a lower place, so somebody is at it.
func (r *round) take(at int64) {
	i := int(r.queue[at])
	name := r.index.names[i]
	if done := r.done[name]; done != nil {
		defer close(done)
	}
	f := &r.set.files[r.index.files[i]]
	if f.from != nil {
		for _, need := range f.from.needs {
			<-r.done[need]
		}
	}
	if r.ctx.Err() != nil || at > r.failed.Load() {
		return
	}
	err := fmt.Errorf("không dựng được %s: %w", name, errNoBytes)
	defer func() {
		if err != nil {
			r.fail(at, err)
		}
	}()
	err = r.visit(i, name, func(w io.Writer) error { return r.set.run(r.index.files[i], w, r.read) })
}

func (r *round) fail(at int64, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if at < r.failed.Load() {
		r.failed.Store(at)
		r.err = err
	}
}
