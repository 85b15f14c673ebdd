package serve

import (
	"strings"

	"rsc.io/qr"
)

// Code is an address as a QR code for a terminal: two rows of squares in each line, light on dark and with its quiet zone, so that a phone reads it
// on a dark terminal and on a light one.
func Code(address string) (string, error) {
	c, err := qr.Encode(address, qr.L)
	if err != nil {
		return "", err
	}
	const edge = 2
	light := func(x, y int) bool { return !c.Black(x-edge, y-edge) }
	var b strings.Builder
	for y := 0; y < c.Size+2*edge; y += 2 {
		for x := range c.Size + 2*edge {
			b.WriteString(squares[light(x, y)][light(x, y+1)])
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

var squares = map[bool]map[bool]string{true: {true: "█", false: "▀"}, false: {true: "▄", false: " "}}
