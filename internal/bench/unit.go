package bench

import (
	"bufio"
	"fmt"
	"strings"
)

// unitKinds are the kinds that UnitKinds are of, in the same order.
var unitKinds = strings.Fields("commune commune school school school school other other central-agency other enterprise enterprise mass-organisation mass-organisation mass-organisation armed-forces")

func unit(i int) string { return fmt.Sprintf("don-vi-%05d", i+1) }

func (c maker) units(w *bufio.Writer, part int) {
	in := NewInventor(c.seed, forUnits+uint64(part))
	for i := part * unitsInFile; i < min((part+1)*unitsInFile, c.Units); i++ {
		kind := in.IntN(len(UnitKinds))
		name := fmt.Sprintf("%s %s %s %d", UnitKinds[kind], in.Any(Givens), in.Any(Givens), i+1)
		fmt.Fprintf(w, "- id: %s\n  name: %s\n  kind: %s\n", unit(i), name, unitKinds[kind])
		if i >= 20 {
			fmt.Fprintf(w, "  parent: %s\n", unit(i%20))
		}
		fmt.Fprint(w, "  verified: false\n")
	}
}
