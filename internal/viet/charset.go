package viet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Charset is how the bytes of a text file were read.
type Charset struct {
	Name     string   // as people know it: "UTF-8", "Windows-1258"
	Guessed  bool     // by what the words look like, as nothing in the file says
	Encoding Encoding // of the text, which is given as stored
}

// DecodeText reads the bytes of a text file: UTF-8 and UTF-16 with or without their mark, else Windows-1258 or a text for old fonts, whichever
// makes Vietnamese of it. ok is false if the bytes are no text or nothing makes Vietnamese of them; then the reason is in the name.
func DecodeText(b []byte) (text string, c Charset, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		b = b[3:]
		return string(b), Charset{Name: "UTF-8 có BOM"}, utf8.Valid(b) && bytes.IndexByte(b, 0) < 0
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return decode16(b[2:], binary.LittleEndian, Charset{Name: "UTF-16 LE"})
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return decode16(b[2:], binary.BigEndian, Charset{Name: "UTF-16 BE"})
	case bytes.IndexByte(b, 0) >= 0:
		return bare16(b)
	case utf8.Valid(b):
		return string(b), Charset{Name: "UTF-8"}, true
	}
	return single(b)
}

func decode16(b []byte, order binary.ByteOrder, c Charset) (string, Charset, bool) {
	if len(b)%2 != 0 {
		return "", c, false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	text := string(utf16.Decode(units))
	return text, c, !strings.ContainsRune(text, 0) && !strings.ContainsRune(text, utf8.RuneError)
}

// bare16 reads UTF-16 without its mark: separators and digits have a zero on one side.
func bare16(b []byte) (string, Charset, bool) {
	even, odd := 0, 0
	for i, c := range b {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	switch {
	case even == 0:
		return decode16(b, binary.LittleEndian, Charset{Name: "UTF-16 LE", Guessed: true})
	case odd == 0:
		return decode16(b, binary.BigEndian, Charset{Name: "UTF-16 BE", Guessed: true})
	}
	return "", Charset{Name: "không phải văn bản"}, false
}

// charsetSample is how many bytes of a text its charset is judged by.
const charsetSample = 1 << 16

// single reads a byte a letter.
func single(b []byte) (string, Charset, bool) {
	windows := func(b []byte) string {
		out, err := charmap.Windows1258.NewDecoder().Bytes(b)
		if err != nil {
			return ""
		}
		return norm.NFC.String(string(out))
	}
	western := func(b []byte) string {
		out := make([]rune, len(b))
		for i, c := range b {
			out[i] = rune(c)
		}
		return string(out)
	}
	readings := []struct {
		read func(b []byte) string
		c    Charset
	}{
		{windows, Charset{Name: "Windows-1258", Guessed: true}},
		{western, Charset{Name: TCVN3.String(), Guessed: true, Encoding: TCVN3}},
		{western, Charset{Name: VNI.String(), Guessed: true, Encoding: VNI}},
	}
	sample := b[:min(len(b), charsetSample)]
	best, most, second, words := 0, -1, -1, 0
	for i, r := range readings {
		good, all := syllables(r.c.Encoding.Decode(r.read(sample)))
		words = max(words, all)
		switch {
		case good > most:
			best, most, second = i, good, most
		case good > second:
			second = good
		}
	}
	if most == 0 || most*10 < words*7 || most == second {
		return "", Charset{Name: "không rõ bảng mã"}, false
	}
	return readings[best].read(b), readings[best].c, true
}

// syllables counts the words that are not ASCII and those of them that are syllables.
func syllables(s string) (good, all int) {
	for _, w := range strings.FieldsFunc(s, apart) {
		if isASCII(w) {
			continue
		}
		all++
		if IsSyllable(w) {
			good++
		}
	}
	return good, all
}
