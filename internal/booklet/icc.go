package booklet

import (
	"bytes"
	"encoding/binary"
	"math"
	"sync"
)

// sRGB gives an ICC profile of sRGB (IEC 61966-2-1), version 2.1, built here from the standard's numbers: its primaries adapted to D50 and its
// transfer curve at 256 places. It is ours and free of any licence.
var sRGB = sync.OnceValue(func() []byte {
	curve := append([]byte("curv\x00\x00\x00\x00"), 0, 0, 1, 0)
	for i := range 256 {
		v, u := float64(i)/255, 0.0
		if v <= 0.04045 {
			u = v / 12.92
		} else {
			u = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(u*65535)))
	}
	type tag struct {
		name string
		data []byte
	}
	tags := []tag{
		{"desc", description("sRGB IEC61966-2.1")}, {"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.82491)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)}, {"gXYZ", xyz(0.38515, 0.71687, 0.09708)}, {"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // the same
	}
	var table, body []byte
	start := 128 + 4 + 12*len(tags)
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = start+len(body), len(t.data)
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = binary.BigEndian.AppendUint32(append(table, t.name...), uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	head := make([]byte, 128, start)
	binary.BigEndian.PutUint32(head, uint32(start+len(body)))
	binary.BigEndian.PutUint32(head[8:], 0x02100000)
	copy(head[12:], "mntrRGB XYZ ")
	for i, n := range []uint16{2019, 1, 2, 0, 0, 0} { // when it was made: fixed
		binary.BigEndian.PutUint16(head[24+2*i:], n)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.9642, 1, 0.82491)[8:])
	return bytes.Join([][]byte{binary.BigEndian.AppendUint32(head, uint32(len(tags))), table, body}, nil)
})

func xyz(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

// description is a text as ICC version 2 has it: in ASCII, and empty in Unicode and Macintosh script.
func description(s string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}
