package legible

import (
	"hash/maphash"
	"sync/atomic"
)

// memory is of many strings, by their hashes: it forgets one for another. By chance it takes a string that it never met for one of those that it keeps
// once in 2⁴⁸ times, as 2¹⁶ of 2⁶⁴ hashes are kept: among ten million strings, in one of 28 million sites, and it matters only if just that string is one to
// be found. Nobody can write a string for the hash of another, as no process hashes like the one before. Several goroutines may use it.
type memory struct {
	seed   maphash.Seed
	hashes []atomic.Uint64
}

const mostKept = 1 << 16

func newMemory() memory { return memory{maphash.MakeSeed(), make([]atomic.Uint64, mostKept)} }

// knows tells whether a string is kept, and its hash.
func (m *memory) knows(s string) (hash uint64, known bool) {
	hash = maphash.String(m.seed, s)
	return hash, m.hashes[hash%mostKept].Load() == hash
}

// keep keeps a string by its hash.
func (m *memory) keep(hash uint64) { m.hashes[hash%mostKept].Store(hash) }
