package booklet

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"bangvang/internal/chart"
)

// Kept keeps from one book to the next what is made for it: subsets of fonts, since text that is changed rarely has a character that was in no text
// before; pages, see sheet; shelves of objects, see crate. The zero Kept keeps nothing. What Load gives is what Save was given, or nothing.
type Kept struct {
	Of string // what these depend on besides what they show: the program and the fonts
	chart.Store
}

// key is a subset's.
func (k *Kept) key(f Face, chars []rune) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %s %q", k.Of, faceNames[f], string(chars)))
	return hex.EncodeToString(sum[:])
}

// load gives a subset, if it is kept and whole.
func (k *Kept) load(key string) (embedded, bool) {
	if k.Load == nil {
		return nil, false
	}
	b, ok := k.Load(key)
	if !ok {
		return nil, false
	}
	out := make(embedded, 0, fontParts)
	for len(b) > 0 {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > uint64(len(b)-size) {
			return nil, false
		}
		b = b[size:]
		out, b = append(out, b[:n:n]), b[n:]
	}
	return out, len(out) == fontParts
}

func (k *Kept) save(key string, e embedded) {
	if k.Save == nil {
		return
	}
	var b []byte
	for _, part := range e {
		b = append(binary.AppendUvarint(b, uint64(len(part))), part...)
	}
	k.Save(key, b)
}
