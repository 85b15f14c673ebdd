package booklet

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"sync"
)

// inkTable holds the inks of a grid of screen colours, between which pictures are read off.
type inkTable [tableSide][tableSide][tableSide][4]float64

const (
	tableSide = 17
	tableStep = 16
)

// pictureTable makes the table for photographs, whose greys are of all inks, for depth. Each layer of it is made by itself.
func (s *separation) pictureTable() *inkTable {
	var t inkTable
	at := func(i int) uint8 { return uint8(min(i*tableStep, 255)) }
	var group sync.WaitGroup
	for r := range tableSide {
		group.Go(func() {
			rich := &separation{paper: s.paper, known: map[Colour]ink{}, rich: true, look: s.look}
			for g := range tableSide {
				for b := range tableSide {
					k := rich.of(Colour{at(r), at(g), at(b)})
					t[r][g][b] = [4]float64{float64(k.C), float64(k.M), float64(k.Y), float64(k.K)}
				}
			}
		})
	}
	group.Wait()
	return &t
}

// inks reads off a colour, each part 0 to 255, and gives how much of each ink it takes, 0 to 255.
func (t *inkTable) inks(c [3]float64) (out [4]byte) {
	var low [3]int
	var part [3]float64
	for i, v := range c {
		v /= tableStep
		low[i] = min(int(v), tableSide-2)
		part[i] = v - float64(low[i])
	}
	var sum [4]float64
	for corner := range 8 {
		w := 1.0
		at := low
		for i := range 3 {
			if corner>>i&1 == 1 {
				w *= part[i]
				at[i]++
			} else {
				w *= 1 - part[i]
			}
		}
		if w == 0 {
			continue
		}
		for i, v := range t[at[0]][at[1]][at[2]] {
			sum[i] += w * v
		}
	}
	for i, v := range sum {
		out[i] = byte(v*2.55 + 0.5)
	}
	return out
}

// carryInked writes all pictures in four inks and gives the resources that name them.
func (s *studio) carryInked(f *pdfFile) (string, error) {
	if len(s.order) == 0 {
		return "", nil
	}
	table := s.separation.pictureTable()
	var names strings.Builder
	for _, i := range s.order {
		n := f.reserve(1)
		fmt.Fprintf(&names, "/Im%d %d 0 R ", i, n)
		data, file := s.images[i].Data, s.images[i].File
		f.later(func() (streams, error) {
			m, _, err := image.Decode(bytes.NewReader(data))
			if err != nil {
				return nil, fmt.Errorf("booklet: %s: %w", file, err)
			}
			size := m.Bounds().Size()
			dict := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceCMYK /BitsPerComponent 8", size.X, size.Y)
			return streams{{number: n, dict: dict, data: deflated(table.separated(m))}}, nil
		})
	}
	return " /XObject <<" + names.String() + ">>", nil
}

// separated gives a picture's inks, row by row.
func (t *inkTable) separated(m image.Image) []byte {
	r := m.Bounds()
	out := make([]byte, 0, 4*r.Dx()*r.Dy())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := m.At(x, y).RGBA()
			k := t.inks([3]float64{float64(red) / 257, float64(green) / 257, float64(blue) / 257})
			out = append(out, k[:]...)
		}
	}
	return out
}
