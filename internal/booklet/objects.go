package booklet

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// objects are the bodies of a PDF file's indirect objects by number; 0 is not used.
type objects [][]byte

var errShape = errors.New("booklet: gopdf wrote a file of another shape than expected")

// readObjects takes gopdf's file apart: classic cross-reference table, objects in order, the first one the catalog.
func readObjects(file []byte) (objects, error) {
	i := bytes.LastIndex(file, []byte("startxref\n"))
	if i < 0 {
		return nil, errShape
	}
	number, _, _ := bytes.Cut(file[i+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(number))
	if err != nil || xref < 0 || xref >= len(file) {
		return nil, errShape
	}
	var count int
	if _, err := fmt.Sscanf(string(file[xref:min(xref+40, len(file))]), "xref\n0 %d\n", &count); err != nil {
		return nil, errShape
	}
	const entry = 20 // bytes a line
	table := xref + bytes.Index(file[xref:], []byte("65535 f \n")) + len("65535 f \n")
	if count < 1 || table+entry*(count-1) > len(file) {
		return nil, errShape
	}
	starts := make([]int, count+1)
	for k := 1; k < count; k++ {
		at := table + entry*(k-1)
		if starts[k], err = strconv.Atoi(string(file[at : at+10])); err != nil {
			return nil, errShape
		}
	}
	starts[count] = xref
	out := make(objects, count)
	for k := 1; k < count; k++ {
		if starts[k] >= starts[k+1] || starts[k+1] > len(file) {
			return nil, errShape
		}
		body := file[starts[k]:starts[k+1]]
		head := strconv.Itoa(k) + " 0 obj\n"
		body, isObject := bytes.CutPrefix(body, []byte(head))
		body, ends := bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj"))
		if !isObject || !ends || len(body) == 0 {
			return nil, errShape
		}
		out[k] = body
	}
	return out, nil
}

// streamOf gives the bytes of a stream object of gopdf's.
func streamOf(object []byte) ([]byte, error) {
	start := bytes.Index(object, []byte("stream\n"))
	end := bytes.LastIndex(object, []byte("endstream"))
	if start < 0 || end < start {
		return nil, errShape
	}
	return object[start+len("stream\n") : end], nil
}

// reference reads the number of the object that an entry of gopdf's dictionary refers to; 0 if there is none.
func reference(object []byte, key string) int {
	_, rest, _ := bytes.Cut(object, []byte(key))
	number, _, found := bytes.Cut(bytes.TrimLeft(rest, " ["), []byte(" 0 R"))
	n, err := strconv.Atoi(string(number))
	if !found || err != nil || n < 0 {
		return 0
	}
	return n
}

// references writes references to objects.
func references(numbers []int) string {
	b := make([]byte, 0, 8*len(numbers))
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendReference(b, n)
	}
	return string(b)
}

func appendReference(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...)
}

// textString gives a string that people read: UTF-16 with its mark, in hexadecimal.
func textString(s string) string { return string(appendTextString(make([]byte, 0, 8+4*len(s)), s)) }

func appendTextString(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
			h, l := codeOf(uint(high)), codeOf(uint(low))
			b = append(append(b, h[:]...), l[:]...)
			continue
		}
		c := codeOf(uint(r))
		b = append(b, c[:]...)
	}
	return append(b, '>')
}

// appendPoints writes lengths as they are written throughout, each after a blank but for the first.
func appendPoints(b []byte, lengths ...float64) []byte {
	for i, v := range lengths {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, v, 'f', 2, 64)
	}
	return b
}

// byteString gives a string of ASCII, as addresses are.
func byteString(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`, "\n", `\n`).Replace(s) + ")"
}
