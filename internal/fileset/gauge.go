package fileset

import (
	"crypto/sha256"
	"hash"
)

// A Gauge takes the bytes of a file to tell their number and their SHA-256. Whoever is to write a file that it knows these of may tell them instead.
type Gauge struct {
	size int64
	hash hash.Hash
	told *[sha256.Size]byte
}

// Write takes bytes.
func (g *Gauge) Write(p []byte) (int, error) {
	g.size += int64(len(p))
	return g.hash.Write(p)
}

// Tell is instead of all bytes.
func (g *Gauge) Tell(size int64, sum [sha256.Size]byte) { g.size, g.told = size, &sum }

// Gauge gives how many bytes an earlier file has, and their sum.
func (e Earlier) Gauge(name string) (size int64, sum [sha256.Size]byte, err error) {
	g := &Gauge{hash: sha256.New()}
	if err := e.Write(name, g); err != nil {
		return 0, sum, err
	}
	if g.told != nil {
		return g.size, *g.told, nil
	}
	g.hash.Sum(sum[:0])
	return g.size, sum, nil
}
