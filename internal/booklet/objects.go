package booklet

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// objects are the bodies of a PDF file's indirect objects by number; 0 is not used, nil is a free number.
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
	if table+entry*(count-1) > len(file) {
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
		if !isObject || !ends {
			return nil, errShape
		}
		out[k] = body
	}
	return out, nil
}

// add appends an object and gives its number.
func (o *objects) add(body []byte) int {
	*o = append(*o, body)
	return len(*o) - 1
}

// addf appends an object given by a format.
func (o *objects) addf(format string, args ...any) int {
	return o.add(fmt.Appendf(nil, format+"\n", args...))
}

// file puts the objects together; /ID is the hash of all that comes before the trailer.
func (o objects) file(info int) []byte {
	size := 1024
	for _, b := range o {
		size += len(b) + 40
	}
	w := bytes.NewBuffer(make([]byte, 0, size))
	w.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	starts := make([]int, len(o))
	for k := 1; k < len(o); k++ {
		if o[k] == nil {
			continue
		}
		starts[k] = w.Len()
		w.WriteString(strconv.Itoa(k))
		w.WriteString(" 0 obj\n")
		w.Write(o[k])
		w.WriteString("endobj\n")
	}
	sum := sha256.Sum256(w.Bytes())
	xref := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n", len(o))
	o.table(w, starts)
	id := strings.ToUpper(hex.EncodeToString(sum[:16]))
	fmt.Fprintf(w, "trailer\n<</Size %d /Root 1 0 R /Info %d 0 R /ID [<%s> <%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(o), info, id, id, xref)
	return w.Bytes()
}

// table writes the cross-reference entries; free numbers form the list that the format asks for.
func (o objects) table(w *bytes.Buffer, starts []int) {
	next := make([]int, len(o))
	free := 0
	for k := len(o) - 1; k >= 0; k-- {
		if k == 0 || o[k] == nil {
			next[k], free = free, k
		}
	}
	for k := range o {
		switch {
		case k == 0:
			fmt.Fprintf(w, "%010d 65535 f \n", next[0])
		case o[k] == nil:
			fmt.Fprintf(w, "%010d 00001 f \n", next[k])
		default:
			fmt.Fprintf(w, "%010d 00000 n \n", starts[k])
		}
	}
}

// stream gives a stream object. dict holds further entries of its dictionary.
func stream(dict string, data []byte) []byte {
	return fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n%s\nendstream\n", dict, len(data), data)
}

// packed gives a compressed stream object.
func packed(dict string, data []byte) []byte {
	var w bytes.Buffer
	z := zlib.NewWriter(&w)
	z.Write(data) // a bytes.Buffer does not fail
	z.Close()
	return stream(dict+" /Filter /FlateDecode", w.Bytes())
}

// textString gives a string that people read: UTF-16 with its mark, in hexadecimal.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// byteString gives a string of ASCII, as addresses are.
func byteString(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`, "\n", `\n`).Replace(s) + ")"
}
