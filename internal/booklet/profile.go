package booklet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"bangvang/internal/diag"
)

// ProfileUnusable is the rule that a colour profile describes a press.
var ProfileUnusable = &diag.Rule{
	ID:    "icc-profile-unusable",
	Title: "Tệp ICC phải mô tả điều kiện in bốn màu (CMYK)",
	Wrong: "bangvang booklet --edition press --icc sRGB.icc",
	Right: "bangvang booklet --edition press --icc CoatedFOGRA39.icc",
}

// Profile is an ICC profile of a press.
type Profile struct {
	Data []byte
	Name string
}

// ReadProfile judges an ICC profile. What is wrong with it is said in Vietnamese; "" is nothing.
func ReadProfile(data []byte) (*Profile, string) {
	const head = 128
	if len(data) < head+4 || string(data[36:40]) != "acsp" {
		return nil, "không phải tệp ICC"
	}
	if size := binary.BigEndian.Uint32(data); int64(size) != int64(len(data)) {
		return nil, fmt.Sprintf("tệp ICC không nguyên vẹn: ghi dài %d byte mà có %d", size, len(data))
	}
	if space := strings.TrimSpace(string(data[16:20])); space != "CMYK" {
		return nil, fmt.Sprintf("tệp ICC mô tả màu %s, không phải CMYK", plainASCII(space))
	}
	if class := string(data[12:16]); class != "prtr" {
		return nil, fmt.Sprintf("tệp ICC thuộc loại %s, không phải loại của thiết bị in (prtr)", plainASCII(class))
	}
	p := &Profile{Data: data, Name: "CMYK"}
	count := int(binary.BigEndian.Uint32(data[head:]))
	for i := 0; i < count && head+4+12*(i+1) <= len(data); i++ {
		entry := data[head+4+12*i:]
		at, size := int64(binary.BigEndian.Uint32(entry[4:])), int64(binary.BigEndian.Uint32(entry[8:]))
		if at+size > int64(len(data)) {
			return nil, "tệp ICC không nguyên vẹn: một mục nằm ngoài tệp"
		}
		if string(entry[:4]) == "desc" {
			if name := profileName(data[at : at+size]); name != "" {
				p.Name = name
			}
		}
	}
	return p, ""
}

// profileName reads a profile's description, in either spelling of the standard.
func profileName(tag []byte) string {
	switch {
	case len(tag) > 12 && string(tag[:4]) == "desc":
		n := int64(binary.BigEndian.Uint32(tag[8:]))
		if 12+n <= int64(len(tag)) {
			return plainASCII(string(bytes.TrimRight(tag[12:12+n], "\x00")))
		}
	case len(tag) > 28 && string(tag[:4]) == "mluc":
		n, at := int64(binary.BigEndian.Uint32(tag[20:])), int64(binary.BigEndian.Uint32(tag[24:]))
		if at+n <= int64(len(tag)) {
			units := make([]uint16, n/2)
			for i := range units {
				units[i] = binary.BigEndian.Uint16(tag[at+2*int64(i):])
			}
			return plainASCII(string(utf16.Decode(units)))
		}
	}
	return ""
}

// plainASCII leaves out what a name in a file's head must not hold.
func plainASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, s)
}
