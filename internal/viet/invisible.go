package viet

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Odd is a rune that should not stand where it stands.
type Odd struct {
	Offset int // in bytes from the beginning of the text
	Rune   rune
}

// Invisible finds what a reader of s cannot see or no font can draw: controls
// (but the end of a line), zero-width, direction and other format characters,
// byte order marks, fillers, odd spaces (but the no-break ones U+00A0 and
// U+202F), line separators, replacement characters, bytes that are not UTF-8,
// private and unassigned code points.
func Invisible(s string) []Odd {
	var odd []Odd
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		lineEnd := r == '\n' || r == '\r' && i+1 < len(s) && s[i+1] == '\n'
		if !lineEnd && isInvisible(r) {
			odd = append(odd, Odd{i, r})
		}
		i += size
	}
	return odd
}

func isInvisible(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7F:
		return false
	case r == 0x00A0 || r == 0x202F:
		return false
	case r == utf8.RuneError || isFormat(r) || fillers[r] != "":
		return true
	}
	return !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}

// Loose finds combining marks that do not join their letter into one rune, as in
// “q̣” or “ớ́”: a typing slip in Vietnamese, and drawn out of place.
func Loose(s string) []Odd {
	var odd []Odd
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		at := it.Pos()
		for _, r := range string(it.Next()) {
			if _, _, ok := mark(r); ok && !isInvisible(r) {
				odd = append(odd, Odd{at, r})
			}
		}
	}
	return odd
}

// RuneName describes a rune in Vietnamese and gives its code point: “khoảng
// trắng không độ rộng U+200B”.
func RuneName(r rune) string { return fmt.Sprintf("%s U+%04X", describe(r), r) }

func describe(r rune) string {
	if name := fillers[r]; name != "" {
		return name
	}
	if name := named[r]; name != "" {
		return name
	}
	switch {
	case unicode.IsControl(r):
		return "ký tự điều khiển"
	case isFormat(r):
		return "ký tự định dạng ẩn"
	case unicode.Is(unicode.Co, r):
		return "ký tự dùng riêng"
	case unicode.Is(unicode.Zs, r):
		return "khoảng trắng lạ"
	case unicode.Is(unicode.M, r):
		return "dấu rời"
	case unicode.IsGraphic(r):
		return fmt.Sprintf("ký tự “%c”", r)
	}
	return "mã chưa được gán ký tự"
}

// fillers take room or none and show nothing, though Unicode calls them letters,
// marks or symbols.
var fillers = map[rune]string{
	0x034F: "ký tự nối dấu ẩn",
	0x115F: "chữ đệm rỗng",
	0x1160: "chữ đệm rỗng",
	0x17B4: "nguyên âm ẩn",
	0x17B5: "nguyên âm ẩn",
	0x2800: "ô chữ nổi trống",
	0x3164: "chữ đệm rỗng",
	0xFFA0: "chữ đệm rỗng",
	0xFFFC: "chỗ của đối tượng nhúng",
}

var named = map[rune]string{
	0x0000: "ký tự rỗng",
	'\t':   "dấu tab",
	'\n':   "dấu xuống dòng",
	'\r':   "dấu về đầu dòng",
	0x0020: "khoảng trắng",
	0x00A0: "khoảng trắng không ngắt",
	0x00AD: "dấu nối mềm",
	0x2007: "khoảng trắng rộng bằng chữ số",
	0x200B: "khoảng trắng không độ rộng",
	0x200C: "ký tự ngăn nối không độ rộng",
	0x200D: "ký tự nối không độ rộng",
	0x200E: "dấu hướng viết trái sang phải",
	0x200F: "dấu hướng viết phải sang trái",
	0x2028: "dấu ngắt dòng",
	0x2029: "dấu ngắt đoạn",
	0x202A: "dấu nhúng hướng trái sang phải",
	0x202B: "dấu nhúng hướng phải sang trái",
	0x202C: "dấu hết đổi hướng viết",
	0x202D: "dấu ép hướng trái sang phải",
	0x202E: "dấu ép hướng phải sang trái",
	0x202F: "khoảng trắng hẹp không ngắt",
	0x2060: "ký tự nối từ không độ rộng",
	0x2066: "dấu cô lập hướng trái sang phải",
	0x2067: "dấu cô lập hướng phải sang trái",
	0x2068: "dấu cô lập hướng viết",
	0x2069: "dấu hết cô lập hướng viết",
	0x3000: "khoảng trắng toàn cỡ",
	0xFEFF: "dấu thứ tự byte (BOM)",
	0xFFFD: "ký tự thay thế (chữ gốc đã mất)",
}
