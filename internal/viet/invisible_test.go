package viet

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestInvisible(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Odd
	}{
		{"Đỗ Đức Đạt, 84,5% – “đạt”…\n\r\n", nil},
		{norm.NFD.String("Đỗ Đức Đạt"), nil},
		{"a\u00a0b\u202fc", nil},
		{"北京 € ₫ 😀", nil},
		{"a\u200bb", []Odd{{1, 0x200B}}},
		{"\ufeffđ\u00adm", []Odd{{0, 0xFEFF}, {5, 0xAD}}},
		{"a\x00\t\x7f\u0085", []Odd{{1, 0}, {2, '\t'}, {3, 0x7F}, {4, 0x85}}},
		{"a\rb\r", []Odd{{1, '\r'}, {3, '\r'}}},
		{"\u202eab\u202c\u2066\u200f", []Odd{{0, 0x202E}, {5, 0x202C}, {8, 0x2066}, {11, 0x200F}}},
		{"\ue000\U000F0001", []Odd{{0, 0xE000}, {3, 0xF0001}}},
		{"\u0378\uffff\U000E0001", []Odd{{0, 0x378}, {2, 0xFFFF}, {5, 0xE0001}}},
		{"\ufffd\xff\ufffc", []Odd{{0, 0xFFFD}, {3, 0xFFFD}, {4, 0xFFFC}}},
		{"\u2003\u3000\u2028\u2800\u3164\ufe0f\u034f", []Odd{{0, 0x2003}, {3, 0x3000}, {6, 0x2028}, {9, 0x2800}, {12, 0x3164}, {15, 0xFE0F}, {18, 0x34F}}},
	} {
		if got := Invisible(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Invisible(%+q) = %x, want %x", c.in, got, c.want)
		}
	}
}

func TestLoose(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Odd
	}{
		{"Đỗ Đức Đạt", nil},
		{norm.NFD.String("Đỗ Đức Đạt Ợ"), nil},
		{"aq\u0323", []Odd{{1, 0x323}}},
		{"đế\u0301", []Odd{{2, 0x301}}},
		{"\u0300a", []Odd{{0, 0x300}}},
		{"ที่", nil},
	} {
		if got := Loose(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Loose(%+q) = %x, want %x", c.in, got, c.want)
		}
	}
}

func TestRuneName(t *testing.T) {
	for r, want := range map[rune]string{
		0x200B: "khoảng trắng không độ rộng U+200B", 0xFEFF: "dấu thứ tự byte (BOM) U+FEFF", 0x202E: "dấu ép hướng phải sang trái U+202E",
		7: "ký tự điều khiển U+0007", '\t': "dấu tab U+0009", 0xE000: "ký tự dùng riêng U+E000", 0x0378: "mã chưa được gán ký tự U+0378",
		0xFFFD: "ký tự thay thế (chữ gốc đã mất) U+FFFD", 0x2003: "khoảng trắng lạ U+2003", 0xFE0F: "ký tự định dạng ẩn U+FE0F",
		0xE0001: "ký tự định dạng ẩn U+E0001", 0x0301: "dấu rời U+0301", 'Đ': "ký tự “Đ” U+0110", 0x3164: "chữ đệm rỗng U+3164",
		0x00A0: "khoảng trắng không ngắt U+00A0",
	} {
		if got := RuneName(r); got != want {
			t.Errorf("RuneName(U+%04X) = %q, want %q", r, got, want)
		}
		if name := RuneName(r); strings.ContainsRune(name, r) && isInvisible(r) {
			t.Errorf("the name of U+%04X shows it", r)
		}
	}
}

func FuzzInvisible(f *testing.F) {
	f.Add("a\u200b\xff\ufeff")
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range Invisible(s) {
			r, _ := utf8.DecodeRuneInString(s[o.Offset:])
			if r != o.Rune {
				t.Errorf("%+q: U+%04X is not at %d", s, o.Rune, o.Offset)
			}
		}
		for _, o := range Loose(s) {
			if !strings.ContainsRune(norm.NFC.String(s[o.Offset:]), o.Rune) {
				t.Errorf("%+q: U+%04X is not after %d", s, o.Rune, o.Offset)
			}
		}
	})
}
