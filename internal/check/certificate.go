package check

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// Words of a certificate's layout.
var (
	alignWords = []Word{{"left", "dồn trái"}, {"center", "giữa"}, {"right", "dồn phải"}, {"justify", "đều hai bên"}}
	faceWords  = []Word{{"regular", "thường"}, {"bold", "đậm"}, {"italic", "nghiêng"}, {"bold-italic", "đậm nghiêng"}, {"display", "chữ tiêu đề"}}
	growWords  = []Word{{"down", "xuống"}, {"up", "lên"}, {"both", "hai phía"}}
	fitWords   = []Word{{"shrink", "thu chữ trước"}, {"wrap", "xuống dòng trước"}}
)

// certificates reads the layouts of the papers that are handed over.
func (r *resolver) certificates() {
	type use struct {
		form *campaign.Form
		kind campaign.AwardKind // "" is all
	}
	first := map[use]diag.Place{}
	for i := range r.tree.Certificates {
		s := &r.tree.Certificates[i]
		c := &campaign.Certificate{Place: s.Place, Form: find(r, &r.formIDs, s.Form), Measured: r.flag(s.Measured)}
		c.Width, c.Height = r.length(s.Width, 50, 1000), r.length(s.Height, 50, 1000)
		for _, k := range s.Kinds {
			if kind := campaign.AwardKind(r.oneOf(k, awardWords)); kind != "" {
				c.Kinds = append(c.Kinds, kind)
			}
		}
		uses := []use{{c.Form, ""}}
		if len(s.Kinds) > 0 {
			uses = uses[:0]
			for _, k := range c.Kinds {
				uses = append(uses, use{c.Form, k})
			}
		}
		for _, u := range uses {
			at, known := first[u]
			if c.Form != nil && known {
				r.add(certificateTwice, s.Form.Place, fmt.Sprintf("mẫu in của %q cho cùng đối tượng đã có ở %s", c.Form.ID, seen(s.Form.Place, at)),
					"bỏ một mẫu, hoặc ghi kinds khác nhau cho hai mẫu", at)
				break
			}
			first[u] = s.Form.Place
		}
		named := false
		for k := range s.Fields {
			f := r.certificateField(&s.Fields[k], c)
			named = named || f.Text.Has("name") || f.Text == nil
			c.Fields = append(c.Fields, f)
		}
		if !named && s.Form.Given() {
			r.add(certificateNameless, s.Place, fmt.Sprintf("mẫu in của %q không có ô nào ghi tên", s.Form.Text), `thêm một ô có text: "{name}"`)
		}
		r.ledger.Certificates = append(r.ledger.Certificates, c)
	}
}

// length reads a measure of so many millimetres or points; what is outside of the bounds is told.
func (r *resolver) length(v source.Value, low, high int64) campaign.Decimal {
	d, ok := r.number(v)
	if !ok {
		return d
	}
	if d.Cmp(campaign.Int(low)) < 0 || d.Cmp(campaign.Int(high)) > 0 {
		r.add(certificateSize, v.Place, fmt.Sprintf("%s không nằm trong khoảng từ %d đến %d", v.Text, low, high), "khổ giấy, vị trí tính bằng mm; cỡ chữ tính bằng điểm (pt)")
		return campaign.Decimal{}
	}
	return d
}

func (r *resolver) certificateField(s *source.CertificateField, c *campaign.Certificate) campaign.CertificateField {
	f := campaign.CertificateField{
		Place: s.Place, Name: line(s.Name), Text: r.wording(s.Text), X: r.length(s.X, 0, 1000), Y: r.length(s.Y, 0, 1000), Width: r.length(s.Width, 5, 1000),
		Align: r.choice(s.Align, alignWords, "left"), Face: r.choice(s.Face, faceWords, "regular"), Grow: r.choice(s.Grow, growWords, "down"),
		Fit: r.choice(s.Fit, fitWords, "shrink"), Size: r.length(s.Size, 6, 120), Least: r.length(s.Least, 6, 120), Leading: r.length(s.Leading, 6, 200),
		Upper: r.flag(s.Upper), Lines: 1,
	}
	if n, ok := r.integer(s.Lines, 1, 20); ok {
		f.Lines = n
	}
	switch {
	case !s.Least.Given():
		f.Least = f.Size
	case f.Least.Cmp(f.Size) > 0:
		r.add(certificateSize, s.Least.Place, fmt.Sprintf("cỡ nhỏ nhất %s lớn hơn cỡ chữ %s", s.Least.Text, s.Size.Text), "sửa một trong hai cỡ chữ", s.Size.Place)
	}
	switch {
	case !s.Leading.Given():
		f.Leading = campaign.Decimal{Unscaled: f.Size.Unscaled * 12, Scale: f.Size.Scale + 1}
	case f.Leading.Cmp(f.Size) < 0:
		r.add(certificateSize, s.Leading.Place, fmt.Sprintf("giãn dòng %s nhỏ hơn cỡ chữ %s: các dòng sẽ đè lên nhau", s.Leading.Text, s.Size.Text), "ghi leading khoảng 1.2 lần cỡ chữ, hoặc bỏ dòng này", s.Size.Place)
	}
	if right := f.X.Add(f.Width); c.Width.Unscaled > 0 && right.Cmp(c.Width) > 0 {
		r.add(certificateOutside, s.Width.Place, fmt.Sprintf("ô %q kết thúc ở %s mm, ngoài tờ giấy rộng %s mm", f.Name, right, c.Width), "sửa x hoặc width", s.X.Place)
	}
	if c.Height.Unscaled > 0 && f.Y.Cmp(c.Height) > 0 {
		r.add(certificateOutside, s.Y.Place, fmt.Sprintf("ô %q đặt ở %s mm, ngoài tờ giấy cao %s mm", f.Name, f.Y, c.Height), "y là khoảng cách từ mép trên đến chân chữ của dòng đầu")
	}
	return f
}

// choice reads one of the words, or what holds if none is given.
func (r *resolver) choice(v source.Value, words []Word, otherwise string) string {
	if w := r.oneOf(v, words); w != "" {
		return w
	}
	return otherwise
}

// wording reads a text with slots.
func (r *resolver) wording(v source.Value) campaign.Wording {
	w, ok := campaign.ParseWording(line(v))
	if !ok {
		r.add(certificateSlot, v.Place, fmt.Sprintf("ngoặc trong %q không khớp", v.Text), "viết {name} cho một mục, [ … ] quanh phần bỏ đi khi mục trong đó trống; không lồng vào nhau")
		return nil
	}
	for _, p := range w {
		if p.Slot == "" || slices.Contains(campaign.Slots, p.Slot) {
			continue
		}
		hint := "các mục: {" + strings.Join(campaign.Slots, "}, {") + "}"
		if near, found := viet.Nearest(p.Slot, campaign.Slots); found {
			hint = fmt.Sprintf("có phải {%s}?", near)
		}
		r.add(certificateSlot, v.Place, fmt.Sprintf("không có mục {%s}", p.Slot), hint)
	}
	return w
}
