package booklet

import "math"

// ink is a colour of four-colour print, in percent of each ink.
type ink struct{ C, M, Y, K uint8 }

func (k ink) total() int { return int(k.C) + int(k.M) + int(k.Y) + int(k.K) }

// inkLimit is how much ink may lie in one place, in percent: what coated paper takes in sheet-fed offset.
const inkLimit = 300

// separation turns screen colours into inks. It asks a model of print, not a formula: the colours of the sixteen overprints of four inks on
// coated paper (ISO 12647-2), mixed as dots mix (Neugebauer, with n = 2 for light caught in the paper), and takes the inks whose mixture is nearest to the wanted colour, the less ink the better. The paper of the screen is the paper of the press:
// it takes no ink. Greys are black alone, and text that is grey is all black.
type separation struct {
	paper [3]float64 // of the screen, XYZ
	known map[Colour]ink
	thin  map[Colour]ink                      // of lines below thinLine
	rich  bool                                // greys are of all inks
	look  func(c, m, y, k float64) [3]float64 // how inks look: as the model says, or the printing house's profile
}

// overprints are the colours of paper, C, M, CM, Y, CY, MY, CMY and of the same with black, in CIELAB, as FOGRA39L gives them. Of its 1,617
// patches the model misses half by less than 3 units and none by more than 8.2.
var overprints = [16][3]float64{
	{95, 0, -2}, {55, -37, -50}, {48, 74, -3}, {24, 22, -46}, {89, -5, 93}, {50, -65, 27}, {47, 68, 48}, {23, 0, 0},
	{16, 0, 0}, {10.4, -8.2, -10.3}, {10.4, 13.9, 1.4}, {7.9, 5.8, -5.9}, {15.7, -3.1, 11.7}, {11.3, -12.9, 3.6}, {11.3, 8.6, 7.3}, {8.7, -0.1, 2.1},
}

// solids are the square roots of the overprints' XYZ relative to the paper.
var solids = func() (out [16][3]float64) {
	paper := fromLab(overprints[0])
	for i, lab := range overprints {
		x := fromLab(lab)
		for c := range 3 {
			out[i][c] = math.Sqrt(x[c] / paper[c])
		}
	}
	return out
}()

var d50 = [3]float64{0.9642, 1, 0.8249}

func fromLab(lab [3]float64) [3]float64 {
	y := (lab[0] + 16) / 116
	f := [3]float64{y + lab[1]/500, y, y - lab[2]/200}
	for i, v := range f {
		if v > 6.0/29 {
			f[i] = d50[i] * v * v * v
		} else {
			f[i] = d50[i] * 3 * 36 / 841 * (v - 4.0/29)
		}
	}
	return f
}

// toLab gives the lightness and the hue of a colour whose XYZ are relative to white.
func toLab(x [3]float64) [3]float64 {
	var f [3]float64
	for i, v := range x {
		if v > 216.0/24389 {
			f[i] = math.Cbrt(v)
		} else {
			f[i] = (24389.0/27*v + 16) / 116
		}
	}
	return [3]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

// toXYZ gives a screen colour's XYZ under D50.
func toXYZ(c Colour) [3]float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	return [3]float64{
		0.43607*r + 0.38515*g + 0.14307*b,
		0.22249*r + 0.71687*g + 0.06061*b,
		0.01392*r + 0.09708*g + 0.71410*b,
	}
}

// newSeparation separates for a press of a profile; nil is that of the model.
func newSeparation(paper Colour, profile *Profile) *separation {
	s := &separation{paper: toXYZ(paper), known: map[Colour]ink{}, thin: map[Colour]ink{}, look: printed}
	if profile != nil {
		if t := profile.look(); t != nil {
			s.look = t.printed
		}
	}
	return s
}

// lab gives how a screen colour looks beside the paper.
func (s *separation) lab(c Colour) [3]float64 {
	x := toXYZ(c)
	for i := range x {
		x[i] /= s.paper[i]
	}
	return toLab(x)
}

// printed gives how inks look beside the paper; parts run from 0 to 1.
func printed(c, m, y, k float64) [3]float64 {
	var x [3]float64
	for i, solid := range solids {
		w := 1.0
		for bit, part := range [4]float64{c, m, y, k} {
			if i>>bit&1 == 1 {
				w *= part
			} else {
				w *= 1 - part
			}
		}
		for j := range x {
			x[j] += w * solid[j]
		}
	}
	for j := range x {
		x[j] *= x[j]
	}
	return toLab(x)
}

// Limits within which a colour is a grey and one is paper.
const (
	greyChroma  = 11
	paperChroma = 10
	paperLight  = 96
)

// of gives the inks of a colour. It remembers them, and is not for concurrent use; see prepare.
func (s *separation) of(c Colour) ink {
	if k, ok := s.known[c]; ok {
		return k
	}
	k := s.search(s.lab(c), 4)
	s.known[c] = k
	return k
}

// thinLine is the width in points below which a line takes two inks at most: four screens of dots do not meet within so little, and plates
// that are off by a hair would show it in rainbow colours. The two are those whose mixture is nearest: of gold yellow and black, as light and as yellow
// though a little greener, which a line of less than a point does not show.
const thinLine = 1

// ofThin gives the inks of a thin line's colour, as of does.
func (s *separation) ofThin(c Colour) ink {
	k, known := s.thin[c]
	if known {
		return k
	}
	if k = s.of(c); k.plates() > 2 {
		k = s.search(s.lab(c), 2)
	}
	s.thin[c] = k
	return k
}

// plates counts the inks that a colour takes.
func (k ink) plates() int {
	n := 0
	for _, part := range [4]uint8{k.C, k.M, k.Y, k.K} {
		if part > 0 {
			n++
		}
	}
	return n
}

// search looks for the inks that come nearest, so many of them at most.
func (s *separation) search(want [3]float64, most int) ink {
	chroma := math.Hypot(want[1], want[2])
	switch {
	case want[0] >= paperLight && chroma < paperChroma:
		return ink{}
	case s.rich:
		return s.rounded(want, chroma)
	case chroma < greyChroma && (want[0] < 80 || chroma < greyChroma/2):
		want[1], want[2] = 0, 0
		return s.greyInk(want[0])
	}
	best, least := [4]int{}, math.Inf(1)
	try := func(p [4]int) {
		k := ink{uint8(p[0]), uint8(p[1]), uint8(p[2]), uint8(p[3])}
		if k.total() > inkLimit || k.plates() > most {
			return
		}
		if d := s.miss(p, want); d < least {
			best, least = p, d
		}
	}
	const coarse = 20
	for c := 0; c <= 100; c += coarse {
		for m := 0; m <= 100; m += coarse {
			for y := 0; y <= 100; y += coarse {
				for k := 0; k <= 100; k += coarse {
					try([4]int{c, m, y, k})
				}
			}
		}
	}
	for step := coarse / 2; step >= 1; {
		before := best
		for i := range 81 { // all neighbours
			p := before
			for j, n := 0, i; j < 4; j, n = j+1, n/3 {
				p[j] = printable(p[j]+(n%3-1)*step, n%3 == 2)
			}
			try(p)
		}
		if best == before {
			step /= 2
		}
	}
	return ink{uint8(best[0]), uint8(best[1]), uint8(best[2]), uint8(best[3])}
}

// rounded gives the inks of a colour in a photograph. Black follows from how dark and how grey it is, so that neighbouring colours have neighbouring
// inks; the other three follow from the colour.
func (s *separation) rounded(want [3]float64, chroma float64) ink {
	const lightest, vivid = 65.0, 110.0 // where black begins, and where it ends
	depth := max(0, 1-want[0]/lightest)
	k := int(math.Round(95 * math.Pow(depth, 1.4) * max(0, 1-chroma/vivid)))
	best := [4]int{50, 50, 50, k}
	least := s.miss(best, want)
	for step := 32; step >= 1; {
		before := best
		for i := range 27 {
			p := before
			for j, n := 0, i; j < 3; j, n = j+1, n/3 {
				p[j] = min(max(p[j]+(n%3-1)*step, 0), 100)
			}
			if d := s.miss(p, want); d < least && p[0]+p[1]+p[2]+k <= inkLimit {
				best, least = p, d
			}
		}
		if best == before {
			step /= 2
		}
	}
	return ink{uint8(best[0]), uint8(best[1]), uint8(best[2]), uint8(k)}
}

// printable gives the nearest part of an ink that holds on the plate, upwards or downwards: the smallest dots vanish and the smallest gaps fill.
func printable(part int, up bool) int {
	const smallest, largest = 3, 94
	switch {
	case part < smallest && part > 0 && up:
		return smallest
	case part < smallest:
		return 0
	case part > largest && part < 100 && !up:
		return largest
	case part > largest:
		return 100
	}
	return part
}

// miss is how far a mixture is from a colour, with a little for every ink: rounded, so that the machine's arithmetic does not decide.
func (s *separation) miss(p [4]int, want [3]float64) float64 {
	const thrift = 0.04 // of squared CIELAB units for each percent
	got := s.look(float64(p[0])/100, float64(p[1])/100, float64(p[2])/100, float64(p[3])/100)
	d := thrift * float64(p[0]+p[1]+p[2]+p[3])
	for i := range got {
		d += (got[i] - want[i]) * (got[i] - want[i])
	}
	return math.Round(d * 1e6)
}

// greyInk is the black that is as light.
func (s *separation) greyInk(lightness float64) ink {
	best, least := 0, math.Inf(1)
	for k := 0; k <= 100; k++ {
		if d := math.Round(math.Abs(s.look(0, 0, 0, float64(k)/100)[0]-lightness) * 1e6); d < least {
			best, least = k, d
		}
	}
	if best > 94 {
		best = 100
	}
	return ink{K: uint8(best)}
}

// prepare finds the inks of all colours in use, after which of only reads.
func (s *separation) prepare(all [][]Op) {
	for _, ops := range all {
		for i := range ops {
			switch {
			case ops[i].thin():
				s.ofThin(ops[i].Colour)
			case ops[i].Kind != OpImage:
				s.of(ops[i].Colour)
			}
		}
	}
}

// thin tells whether an operation is a thin line.
func (o *Op) thin() bool { return o.Kind == OpStroke && o.Shape.Width < thinLine }

// inked gives the inks of an operation: text that is grey is all black, so that its edges are sharp, and thin lines are of two inks at most.
func (s *separation) inked(c Colour, o *Op) ink {
	if o.thin() {
		return s.ofThin(c)
	}
	k := s.of(c)
	if o.Kind == OpText && k.C+k.M+k.Y == 0 && k.K > 50 {
		k.K = 100
	}
	return k
}
