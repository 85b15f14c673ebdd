package chart

import (
	"fmt"
	"sync"
	"time"
	"weak"
)

// works is what draws by one bundle and its fonts: the code made of them, and the machines that rest.
type works struct {
	machine func() (machine, error)
	mu      sync.Mutex
	idle    []*vm
}

// machine is what all machines of a kind are made from.
type machine struct {
	code  []byte
	faces faces
	most  time.Duration // that a script may take
}

func newWorks(bundle, regular, semibold []byte) *works {
	return &works{machine: sync.OnceValues(func() (m machine, err error) {
		m.most = mostTime
		if m.faces.regular, err = newFace(regular); err != nil {
			return m, err
		}
		if m.faces.semibold, err = newFace(semibold); err != nil {
			return m, err
		}
		if m.code, err = compile(bundle); err != nil {
			return m, fmt.Errorf("chart bundle: %w", err)
		}
		return m, nil
	})}
}

// latest are the works that were made last.
var latest struct {
	sync.Mutex
	hash  string
	works weak.Pointer[works]
}

// shared gives the works of a hash that another engine has, for as long as anybody has them: a preview makes an engine at each
// change, and what it changes is seldom the bundle, which takes longer to compile than its charts to draw.
func shared(hash string, make func() *works) *works {
	latest.Lock()
	defer latest.Unlock()
	if latest.hash == hash {
		if w := latest.works.Value(); w != nil {
			return w
		}
	}
	w := make()
	latest.hash, latest.works = hash, weak.Make(w)
	return w
}

// list has a machine draw an option.
func (w *works) list(m machine, option []byte, width, height int) ([]byte, error) {
	v := w.take()
	if v == nil {
		var err error
		if v, err = newVM(m); err != nil {
			return nil, err
		}
	}
	list, err := v.draw(option, width, height)
	if err != nil {
		v.close() // as nobody knows its state
		return nil, err
	}
	w.give(v)
	return list, nil
}

func (w *works) take() *vm {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(w.idle)
	if n == 0 {
		return nil
	}
	v := w.idle[n-1]
	w.idle = w.idle[:n-1]
	return v
}

func (w *works) give(v *vm) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.idle = append(w.idle, v)
}
