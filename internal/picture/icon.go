package picture

import (
	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// icon draws the design's icon: the star in a ring, gold on red. A maskable one fills its square and keeps all within the middle four fifths
// across, as systems cut it to shapes of their own.
func (p *pen) icon(size int, maskable bool, b edition.Brand) {
	s := float64(size)
	ring, star := rgb("#d9b65c"), rgb("#f3dc9b")
	k := 1.0
	if maskable {
		k = 0.86
	}
	p.ring(s/2, s/2, s*(12.75/32)*k, max(1, s*1.5/32*k), ring)
	p.star(s/2, s/2+s*0.012*k, s*9/32*k, star)
}

// ground is the icon's red.
func iconGround(b edition.Brand) chart.RGB { return brand(b.Red, "#7a1416") }
