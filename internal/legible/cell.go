package legible

import "strings"

// pointer is a cell that points at a text of the workbook, which is read where it stands: <c r="B7" s="2" t="s"><v>667</v></c>. Before each part are as
// many letters and digits at most.
var pointer = [...]struct {
	most int
	part string
}{{0, `<c r="`}, {10, `" s="`}, {5, `" t="s"><v>`}, {7, `</v></c>`}}

// overPointers goes over such cells, of which a long table is made.
func overPointers(s string) string {
	for rest := s; ; s = rest {
		for _, p := range pointer {
			i := 0
			for i < len(rest) && (rest[i] >= '0' && rest[i] <= '9' || rest[i] >= 'A' && rest[i] <= 'Z') {
				i++
			}
			var ok bool
			if rest, ok = strings.CutPrefix(rest[i:], p.part); !ok || i > p.most {
				return s
			}
		}
	}
}
