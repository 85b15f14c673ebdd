package edition

// Humans is who made the site and what it is, for those who read humans.txt: a heading and its facts.
type Humans struct {
	Heading string
	Facts   []Fact
}

func (c *composer) humans() {
	s := &c.ed.Site
	languages := c.say.name
	for _, k := range c.others {
		languages += ", " + k.say.name
	}
	c.ed.Humans = []Humans{
		{"Cơ quan", facts(Fact{Term: "Tổ chức đợt thi đua", Value: s.Organizer}, Fact{Term: "Thường trực", Value: s.Secretariat}, Fact{Term: "Liên hệ", Value: s.Contact.Name},
			Fact{Term: "Điện thoại", Value: s.Contact.Phone}, Fact{Term: "Thư điện tử", Value: s.Contact.Email}, Fact{Term: "Địa chỉ", Value: s.Contact.Address})},
		{"Trang", facts(Fact{Term: "Tên", Value: s.Name}, Fact{Term: "Địa chỉ", Value: s.BaseURL}, Fact{Term: "Ngôn ngữ", Value: languages}, Fact{Term: "Cập nhật", Value: s.DataDate},
			Fact{Term: "Sử dụng lại", Value: s.Licence}, Fact{Term: "Lưu ý", Value: s.Sample}, Fact{Term: "Phần mềm", Value: "Bảng Vàng"})},
	}
}

// facts leaves out those without a value.
func facts(all ...Fact) []Fact {
	var out []Fact
	for _, f := range all {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}
