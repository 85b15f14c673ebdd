package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"sync"

	"bangvang/internal/chart"
	"bangvang/internal/digest"
	"bangvang/internal/outdir"
)

// known is what the last build into the same folder made of what, if it was by this very program and passed over the same data as public; else
// nothing. A file of the same origin is then neither made nor looked through again. Publications do without: all of them is made when it is
// signed.
type known struct {
	*outdir.Known
	store chart.Store
	key   string // of the folder
	head  []byte // what stands before what is kept: under which conditions it holds
}

func (r *Result) known(opt Options) *known {
	if r.kept == nil {
		r.kept = opt.knownAhead()
	}
	under, ok := r.conditions()
	k := r.kept()
	if !ok || k.Known == nil {
		return &known{}
	}
	if head := fmt.Appendf(nil, "%x\n", under); !bytes.Equal(head, k.head) {
		k.Known, k.head = outdir.NewKnown(nil), head
	}
	return k
}

// knownAhead begins to read what is kept, while something else is done.
func (o Options) knownAhead() func() *known {
	ahead := sync.OnceValue(func() *known {
		folder, err := filepath.Abs(o.destination())
		if err != nil {
			return &known{}
		}
		k := &known{store: cacheIn(filepath.Join(o.Source, ".bangvang", "cache"), "made", ".txt", o.Ask), key: keyOf(folder)}
		b, _ := k.store.Load(k.key)
		head := bytes.IndexByte(b, '\n') + 1
		k.head, k.Known = bytes.Clone(b[:head]), outdir.NewKnown(b[head:])
		return k
	})
	go ahead()
	return ahead
}

// conditions is one number for what all files depend on beside their origins: the program, and what it passes over as public.
func (r *Result) conditions() (sum digest.Sum, ok bool) {
	program, err := ownSum()
	if err != nil {
		return sum, false
	}
	return digest.Of(program, *r.public())
}

// keep keeps what was made, for the next build.
func (k *known) keep() {
	if k.Known != nil {
		k.store.Save(k.key, append(k.head, k.Bytes()...))
	}
}

// keyOf is a folder's, in the cache.
func keyOf(folder string) string {
	sum := sha256.Sum256([]byte(folder))
	return hex.EncodeToString(sum[:8])
}

// stamps are those of the folder that is built, as the last build into it left them, and what keeps those of this one.
func (o Options) stamps() (of *outdir.Stamps, keep func()) {
	folder, err := filepath.Abs(o.destination())
	if err != nil {
		return nil, func() {}
	}
	store, key := cacheIn(filepath.Join(o.Source, ".bangvang", "cache"), "made", ".stamps", o.Ask), keyOf(folder)
	b, _ := store.Load(key)
	of = outdir.NewStamps(b)
	return of, func() {
		if b := of.Bytes(); b != nil {
			store.Save(key, b)
		}
	}
}

// spare is where a second site lies, ready to become the next one. Whatever this source makes of the destination is made of it too: the page of somebody
// who was withdrawn is in neither. Only public/ has one: that of a folder which is built once and deleted would stay for ever.
func (o Options) spare() string {
	folder, err := filepath.Abs(o.destination())
	public, e := filepath.Abs(Options{Source: o.Source}.destination())
	if err != nil || e != nil || folder != public {
		return ""
	}
	return filepath.Join(o.Source, ".bangvang", "cache", spareKind, keyOf(folder))
}
