package check

import "bangvang/internal/diag"

// Rules on how names are written.

var nameShort = &diag.Rule{
	ID:       "name-short",
	Severity: diag.Warning,
	Title:    "Họ và tên có ít nhất hai tiếng, ba chữ cái.",
	Wrong:    "name: Mẫu",
	Right:    "name: Nguyễn Văn Mẫu",
}

var nameBare = &diag.Rule{
	ID:       "name-bare",
	Severity: diag.Warning,
	Title:    "Họ và tên viết đủ dấu.",
	Wrong:    "name: Nguyen Van Mau",
	Right:    "name: Nguyễn Văn Mẫu",
}

var nameCase = &diag.Rule{
	ID:       "name-case",
	Severity: diag.Warning,
	Title:    "Mỗi tiếng của họ và tên viết hoa chữ đầu, các chữ sau viết thường.",
	Wrong:    "name: Lê Thí Dụ và các cộng sự",
	Right:    "name: Lê Thí Dụ",
}

var nameSwitch = &diag.Rule{
	ID:       "name-switch",
	Severity: diag.Warning,
	Title:    "Không có tên nào chỉ là no, on, yes, off, true, false hay một số viết theo lối máy: YAML ở nơi khác đọc đó là không, có, hoặc số.",
	Wrong:    "name: no",
	Right:    "name: Nguyễn Văn No",
}

var nameInitial = &diag.Rule{
	ID:       "name-initial",
	Severity: diag.Warning,
	Title:    "Họ và tên không viết tắt.",
	Wrong:    "name: Nguyễn V. Mẫu",
	Right:    "name: Nguyễn Văn Mẫu",
}

var nameTitle = &diag.Rule{
	ID:       "name-title",
	Severity: diag.Warning,
	Title:    "Họ và tên chỉ có họ và tên: Ông, Bà ghi ở honorific, học vị, cấp bậc ở position.",
	Wrong:    "name: Ông Nguyễn Văn Mẫu",
	Right:    "honorific: Ông\nname: Nguyễn Văn Mẫu",
}

var nameLookalike = &diag.Rule{
	ID:    "name-lookalike",
	Title: "Tên viết bằng chữ Latinh: chữ Nga, chữ Hy Lạp, chữ Ð của Iceland trông giống nhưng máy không tìm thấy.",
	Wrong: "name: Nguyễn Văn Аn (chữ А của tiếng Nga)",
	Right: "name: Nguyễn Văn An",
}

var nameLetter = &diag.Rule{
	ID:       "name-letter",
	Severity: diag.Warning,
	Title:    "Họ và tên chỉ có chữ mà tiếng Việt viết; chữ lạ thường do chép từ tệp dùng phông cũ.",
	Wrong:    "name: TrÇn ThÞ MÉu",
	Right:    "name: Trần Thị Mẫu",
}

var namePunctuation = &diag.Rule{
	ID:       "name-punctuation",
	Severity: diag.Warning,
	Title:    "Họ và tên không có dấu câu; tên tập thể không mở đầu, kết thúc bằng dấu câu, ngoặc thì có đóng có mở.",
	Wrong:    "name: Nguyễn Văn Mẫu;",
	Right:    "name: Nguyễn Văn Mẫu",
}

var noGap = &diag.Rule{
	ID:       "no-gap",
	Severity: diag.Warning,
	Title:    "Số thứ tự trong một quyết định đi liền từ 1; số bị bỏ thường là dòng bị sót.",
	Wrong:    "no: 1, no: 2, no: 4",
	Right:    "no: 1, no: 2, no: 3",
}
