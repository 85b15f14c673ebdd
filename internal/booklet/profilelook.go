package booklet

import (
	"encoding/binary"
	"math"
)

// lookTable is how a profile says that inks look: curves in, a grid of colours, curves out, to CIELAB relative to the paper.
type lookTable struct {
	in, out [][]float64 // 0 to 1, evenly spaced
	side    int
	grid    []float64 // cyan slowest, black fastest, three values each
	bits    int
}

// look gives the profile's table from inks to colours relative to the paper, nil if it has none in a form that is read here.
func (p *Profile) look() *lookTable {
	for _, name := range []string{"A2B1", "A2B0"} {
		if tag := p.tag(name); tag != nil && string(p.Data[20:24]) == "Lab " {
			if t := readLookTable(tag); t != nil {
				return t
			}
		}
	}
	return nil
}

// tag gives the bytes of one of the profile's tags.
func (p *Profile) tag(name string) []byte {
	count := int(binary.BigEndian.Uint32(p.Data[128:]))
	for i := 0; i < count && 132+12*(i+1) <= len(p.Data); i++ {
		entry := p.Data[132+12*i:]
		at, size := int64(binary.BigEndian.Uint32(entry[4:])), int64(binary.BigEndian.Uint32(entry[8:]))
		if string(entry[:4]) == name && at+size <= int64(len(p.Data)) {
			return p.Data[at : at+size]
		}
	}
	return nil
}

// readLookTable reads the two older forms of tables, of 8 and of 16 bits, for four inks in and three values out.
func readLookTable(tag []byte) *lookTable {
	const head = 48
	if len(tag) < head+4 || tag[8] != 4 || tag[9] != 3 || tag[10] < 2 {
		return nil
	}
	t := &lookTable{side: int(tag[10])}
	rest, inSize, outSize := tag[head:], 256, 256
	switch string(tag[:4]) {
	case "mft1":
		t.bits = 8
	case "mft2":
		t.bits = 16
		inSize, outSize = int(binary.BigEndian.Uint16(rest)), int(binary.BigEndian.Uint16(rest[2:]))
		rest = rest[4:]
	default:
		return nil
	}
	nodes := 3 * t.side * t.side * t.side * t.side
	if inSize < 2 || outSize < 2 || len(rest) < (4*inSize+nodes+3*outSize)*t.bits/8 {
		return nil
	}
	take := func(n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			if t.bits == 8 {
				out[i] = float64(rest[i]) / 255
			} else {
				out[i] = float64(binary.BigEndian.Uint16(rest[2*i:])) / 65535
			}
		}
		rest = rest[n*t.bits/8:]
		return out
	}
	for range 4 {
		t.in = append(t.in, take(inSize))
	}
	t.grid = take(nodes)
	for range 3 {
		t.out = append(t.out, take(outSize))
	}
	return t
}

// along reads off a curve.
func along(curve []float64, x float64) float64 {
	x = min(max(x, 0), 1) * float64(len(curve)-1)
	i := min(int(x), len(curve)-2)
	part := x - float64(i)
	return curve[i]*(1-part) + curve[i+1]*part
}

// printed gives how inks look beside the paper; parts run from 0 to 1.
func (t *lookTable) printed(c, m, y, k float64) [3]float64 {
	var low [4]int
	var part [4]float64
	for i, v := range [4]float64{c, m, y, k} {
		v = along(t.in[i], v) * float64(t.side-1)
		low[i] = min(int(v), t.side-2)
		part[i] = v - float64(low[i])
	}
	var sum [3]float64
	for corner := range 16 {
		w, at := 1.0, 0
		for i := range 4 {
			n := low[i]
			if corner>>i&1 == 1 {
				w *= part[i]
				n++
			} else {
				w *= 1 - part[i]
			}
			at = at*t.side + n
		}
		if w == 0 {
			continue
		}
		for j := range sum {
			sum[j] += w * t.grid[3*at+j]
		}
	}
	full, zero := 1.0, 128.0/255
	if t.bits == 16 { // the older encoding, in which 0xFF00 is full
		full, zero = 65280.0/65535, 32768.0/65535
	}
	lab := [3]float64{along(t.out[0], sum[0]) / full * 100}
	for j := 1; j < 3; j++ {
		lab[j] = (along(t.out[j], sum[j]) - zero) * 255 / full
	}
	for j := range lab {
		lab[j] = math.Round(lab[j]*1e6) / 1e6
	}
	return lab
}
