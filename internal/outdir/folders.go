package outdir

import (
	"hash/maphash"
	"sync"
)

// folders are those that were made, each once; several goroutines may ask. Of very many files nearly each lies in one of its own.
type folders [64]struct {
	mu   sync.Mutex
	made map[string]struct{}
}

var folderSeed = maphash.MakeSeed()

// has tells whether a folder was made.
func (f *folders) has(name string) bool {
	part := &f[maphash.String(folderSeed, name)%uint64(len(f))]
	part.mu.Lock()
	defer part.mu.Unlock()
	_, ok := part.made[name]
	return ok
}

// once makes a folder unless it was made; meanwhile who asks for it waits.
func (f *folders) once(name string, make func() error) error {
	part := &f[maphash.String(folderSeed, name)%uint64(len(f))]
	part.mu.Lock()
	defer part.mu.Unlock()
	if _, ok := part.made[name]; ok {
		return nil
	}
	err := make()
	if err == nil {
		if part.made == nil {
			part.made = map[string]struct{}{}
		}
		part.made[name] = struct{}{}
	}
	return err
}

// forget is as if none had been made. Nobody may ask meanwhile.
func (f *folders) forget() {
	for i := range f {
		f[i].made = nil
	}
}
