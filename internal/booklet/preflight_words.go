package booklet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Finding is a line of the report: what, and how it stands.
type Finding struct{ Head, Text string }

const (
	wrappedShown = 5
)

var boxWords = map[string]string{"media": "giấy", "bleed": "tràn lề", "trim": "thành phẩm", "cover": "bìa mở ra"}

// Words gives the report line by line for people.
func (r *Report) Words() []Finding {
	var out []Finding
	say := func(head, format string, args ...any) { out = append(out, Finding{head, fmt.Sprintf(format, args...)}) }
	say("Số trang", "%s", r.pageWords())
	if r.Edition == "sheets" {
		say("Gấp", "%d tờ A4 in hai mặt, %d tay, mỗi tay nhiều nhất %d trang; tờ trong cùng dịch về gáy %s mm", r.Sheets, r.Signatures, r.PerSignature, points(r.Creep))
	}
	if r.Spine > 0 {
		say("Gáy bìa", "%s mm", points(r.Spine))
	}
	var sizes []string
	for _, b := range r.Boxes {
		sizes = append(sizes, fmt.Sprintf("%s %s × %s mm", boxWords[b.Name], points(b.Width), points(b.Height)))
	}
	say("Khung", "%s", strings.Join(sizes, "; "))
	var fonts []string
	for _, f := range r.Fonts {
		fonts = append(fonts, fmt.Sprintf("%s (%d ký tự)", f.Name, f.Characters))
	}
	say("Phông chữ", "nhúng cả %d: %s", len(r.Fonts), strings.Join(fonts, ", "))
	if len(r.Missing) == 0 {
		say("Ký tự", "không thiếu ký tự nào")
	} else {
		say("Ký tự", "thiếu %s", strings.Join(r.Missing, ", "))
	}
	out = append(out, r.imageWords()...)
	if r.Edition == "press" {
		say("Mực in", "%d màu, tổng nhiều nhất %d%%; chữ đen chỉ dùng mực đen: %s", r.colours(), r.MostInk, r.inkWords())
		switch {
		case r.Profile == "":
			say("Hồ sơ màu", "chưa gắn (thêm bằng --icc FILE); đổi màu theo mô hình giấy tráng phủ FOGRA39")
		case r.SeparatedBy == "profile":
			say("Hồ sơ màu", "%s, đổi màu theo hồ sơ này", r.Profile)
		default:
			say("Hồ sơ màu", "%s; bảng màu của hồ sơ viết theo dạng chưa đọc được nên đổi màu theo mô hình giấy tráng phủ FOGRA39", r.Profile)
		}
	}
	say("Nét mảnh", "%s pt%s", points(r.ThinnestLine), map[bool]string{true: " (đã làm dày " + strconv.Itoa(r.Raised) + " nét)"}[r.Raised > 0])
	if t := r.SmallestText; t != nil {
		say("Chữ nhỏ", "%s pt: “%s”%s", points(t.Size), t.Text, onPage(t.Page))
	}
	say("Tên", "%d tên trong danh sách; thu nhỏ %d; xuống dòng %d", r.Names, r.Shrunk, len(r.Wrapped))
	for i, n := range r.Wrapped {
		if i == wrappedShown {
			say("", "… và %d tên khác", len(r.Wrapped)-wrappedShown)
			break
		}
		say("", "%d dòng: %s%s", n.Lines, n.Name, onPage(n.Page))
	}
	return out
}

func (r *Report) pageWords() string {
	s := strconv.Itoa(r.Pages)
	if len(r.Added) > 0 {
		s += fmt.Sprintf(", trong đó thêm %d trang trắng cho chẵn tờ (%s)", len(r.Added), listed(r.Added))
	}
	var own []int
	for _, n := range r.Blank {
		if !slices.Contains(r.Added, n) {
			own = append(own, n)
		}
	}
	if len(own) > 0 {
		s += fmt.Sprintf("; trong sách để trắng %d trang (%s)", len(own), listed(own))
	}
	return s
}

func (r *Report) imageWords() []Finding {
	if len(r.Images) == 0 {
		return []Finding{{"Ảnh", "không có"}}
	}
	least := r.Images[0]
	for _, m := range r.Images {
		if m.DPI < least.DPI {
			least = m
		}
	}
	return []Finding{{"Ảnh", fmt.Sprintf("%d; ít điểm nhất %d điểm/inch: %s, %s × %s mm%s", len(r.Images), least.DPI, least.File, points(least.Width), points(least.Height), onPage(least.Page))}}
}

// colours counts the colours of the design that take ink.
func (r *Report) colours() int {
	seen := map[string]bool{}
	for _, k := range r.Inks {
		seen[k.Colour] = true
	}
	return len(seen)
}

func (r *Report) inkWords() string {
	var out []string
	for _, k := range r.Inks {
		line := ""
		if k.Thin {
			line = "nét dưới 1 pt "
		}
		out = append(out, fmt.Sprintf("%s%s = C%d M%d Y%d K%d", line, k.Colour, k.Cyan, k.Magenta, k.Yellow, k.Black))
	}
	return strings.Join(out, "; ")
}

func onPage(label string) string {
	if label == "" {
		return ""
	}
	return " (tr. " + label + ")"
}

func listed(numbers []int) string {
	const most = 12
	var out []string
	for i, n := range numbers {
		if i == most {
			out = append(out, "…")
			break
		}
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ", ")
}
