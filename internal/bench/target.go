package bench

import (
	"bufio"
	"fmt"
)

// targetCount is how many a plan has.
const targetCount = 13

func target(i int) string { return fmt.Sprintf("chi-tieu-%02d", i+1) }

// goal is what a target of this number asks of a city: at least, or at most if the number is odd.
func goal(i int) (key string, value float64) {
	return [...]string{"at_least", "at_most"}[i%2], 40.5 + 4*float64(i)
}

func (c maker) targets(w *bufio.Writer) {
	for i := range targetCount {
		key, value := goal(i)
		fmt.Fprintf(w, "- id: %s\n  area: %s\n  name: Tỷ lệ giả định thứ %d\n  measure: \"%%\"\n  decimals: 1\n  goal:\n    %s: %.1f\n  baseline:\n    period: 2017\n    value: %.1f\n    source: bao-cao-gia-dinh\n  period: 2018\n",
			target(i), areas[i%len(areas)].id, i+1, key, value, value-2)
	}
}

// results are two reports a target, the later one of what it came to.
func (c maker) results(w *bufio.Writer) {
	for i := range targetCount {
		_, value := goal(i)
		for month, status := range []string{"estimate", "official"} {
			fmt.Fprintf(w, "- target: %s\n  as_of: 2018-%02d-28\n  value: %.1f\n  status: %s\n  source: bao-cao-gia-dinh\n  sample: true\n", target(i), 10+month, value+float64(i%5-2)*0.5*float64(month+1), status)
		}
	}
}

// assignments give each unit in turn the next target.
func (c maker) assignments(w *bufio.Writer, part int) {
	for i := part * assignmentsInFile; i < min((part+1)*assignmentsInFile, c.Assignments); i++ {
		key, value := goal(c.targetOf(i))
		fmt.Fprintf(w, "- id: %s\n  unit: %s\n  target: %s\n  goal:\n    %s: %.1f\n  deadline: 2018-11-30\n  sample: true\n", c.assignment(i), unit(i%c.Units), target(c.targetOf(i)), key, value)
	}
}

func (c maker) targetOf(i int) int { return i / c.Units % targetCount }

func (c maker) assignment(i int) string { return unit(i%c.Units) + "-" + target(i/c.Units) }

// reports are what came of the assignments; one in twenty has none.
func (c maker) reports(w *bufio.Writer, part int) {
	in := NewInventor(c.seed, forAssignments+uint64(part))
	for i := part * assignmentsInFile; i < min((part+1)*assignmentsInFile, c.Assignments); i++ {
		_, value := goal(c.targetOf(i))
		reached := value + float64(in.IntN(120)-60)/10
		if in.IntN(20) == 0 {
			continue
		}
		fmt.Fprintf(w, "- assignment: %s\n  as_of: 2018-11-%02d\n  value: %.1f\n  status: estimate\n  sample: true\n", c.assignment(i), 1+in.IntN(30), reached)
	}
}
