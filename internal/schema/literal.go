package schema

import (
	"math"
	"strings"

	"bangvang/internal/check"
)

// form is how a literal is written, in words, and what YAML may take it for.
type form struct {
	says  string
	types any
}

var forms = map[check.Literal]form{
	check.FreeText:           {"", scalar},
	check.SlugLiteral:        {"Chữ thường không dấu, chữ số và gạch nối đơn: so-noi-vu.", []string{"string", "integer"}},
	check.DateLiteral:        {"Viết năm-tháng-ngày: 2018-12-05, 2018-12 hoặc 2018.", []string{"string", "integer"}},
	check.MomentLiteral:      {"Viết cả giờ và múi giờ: 2019-01-02T08:00:00+07:00.", "string"},
	check.NumberLiteral:      {"Chữ số, dấu chấm cho phần thập phân, không ngăn hàng nghìn: 1790, 84.5.", []string{"number", "string"}},
	check.WholeLiteral:       {"Số nguyên, không ngăn hàng nghìn.", []string{"integer", "string"}},
	check.FlagLiteral:        {"true (có) hoặc false (không).", "boolean"},
	check.WordLiteral:        {"", "string"},
	check.URLLiteral:         {"Địa chỉ đầy đủ: https://www.example.vn/.", "string"},
	check.EmailLiteral:       {"Viết như tdkt@example.vn.", "string"},
	check.ColourLiteral:      {`Mã màu trong ngoặc kép: "#b01116".`, "string"},
	check.LanguageLiteral:    {"Mã ngôn ngữ: vi, en.", "string"},
	check.ZoneLiteral:        {"", "string"},
	check.ContentFile:        {"Đường dẫn tính từ content/.", scalar},
	check.AddressLiteral:     {"Địa chỉ trong trang, như /chi-tieu/ho-ngheo/.", "string"},
	check.HashLiteral:        {"64 chữ số thập lục, do lệnh diff in ra.", "string"},
	check.DestinationLiteral: {"Địa chỉ trong trang, như /chi-tieu/ho-ngheo/, hoặc địa chỉ đầy đủ của trang khác.", "string"},
}

// literal is a text as a schema.
func literal(m check.Meaning, says string) *node {
	f := forms[m.Literal]
	if m.Literal == check.Reference {
		f = form{"Mã đã khai báo trong " + where(m.Of) + ".", []string{"string", "integer"}}
	}
	n := &node{Description: strings.TrimSpace(says + "\n\n" + f.says), Type: f.types, Pattern: m.Literal.Pattern()}
	switch {
	case m.Literal == check.Reference:
		n.PatternMessage = "Viết mã, không viết tên. " + f.says
	case n.Pattern != "":
		n.PatternMessage = f.says
	}
	switch m.Literal {
	case check.FreeText:
		n.MinLength = 1
	case check.SlugLiteral:
		n.MaxLength = check.MaxID
	case check.WordLiteral:
		for _, w := range m.Words {
			n.Enum, n.EnumDescriptions = append(n.Enum, w.Key), append(n.EnumDescriptions, w.Means)
		}
	case check.DateLiteral:
		n.Minimum, n.Maximum = bound(1000), bound(9999)
	}
	if m.Bounded() {
		n.Minimum = bound(m.Low)
		if m.High < math.MaxInt32 {
			n.Maximum = bound(m.High)
		}
	}
	return n
}

func bound(n int) *int { return &n }

// where names the place in which records of a kind are written.
func where(file string) string {
	switch file {
	case "stories":
		return "content/dien-hinh/ (tên tệp không có .md)"
	case "awards":
		return "data/awards/"
	}
	return "data/" + file + ".yaml"
}
