package legible

import "sync"

// Readers are for many files that have much in common: a line of markup whose texts were done with is not read again, nor is such a text shown again,
// whichever Reader read it. The zero value is ready; several goroutines may use it.
type Readers struct {
	idle sync.Pool // of *Reader
	once sync.Once
	all  *done
}

// A Reader reads one file after another.
type Reader struct {
	done        *done
	bytes, text []byte // room for a Stream
}

// done is what nobody wants to see again.
type done struct{ lines, texts memory }

// Take gives a Reader that nobody else uses.
func (r *Readers) Take() *Reader {
	if k, ok := r.idle.Get().(*Reader); ok {
		return k
	}
	r.once.Do(func() { r.all = &done{newMemory(), newMemory()} })
	return &Reader{done: r.all}
}

// Give takes it back.
func (r *Readers) Give(k *Reader) { r.idle.Put(k) }

// unlessDone shows texts but those that were done with.
func (r *Reader) unlessDone(see func(part, text string) (done bool)) func(part, text string) (done bool) {
	if r == nil {
		return see
	}
	return func(part, text string) bool {
		if len(text) < 8 { // sooner looked at than for
			return see(part, text)
		}
		hash, known := r.done.texts.knows(text)
		if known {
			return true
		}
		done := see(part, text)
		if done {
			r.done.texts.keep(hash)
		}
		return done
	}
}
