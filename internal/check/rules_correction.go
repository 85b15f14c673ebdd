package check

import "bangvang/internal/diag"

// Rules on corrections.

var correctionSame = &diag.Rule{
	ID:    "correction-same",
	Title: "Đính chính nêu điều đã đăng (was) khác điều sửa lại (now).",
	Wrong: "was: 1.210 tấn\nnow: 1.210 tấn",
	Right: "was: 1.120 tấn\nnow: 1.210 tấn",
}

var correctionTwice = &diag.Rule{
	ID:    "correction-twice",
	Title: "Hai đính chính cùng ngày nêu nội dung (subject) khác nhau: nguồn tin phân biệt chúng bằng ngày và nội dung.",
	Wrong: "- {date: 2018-10-10, subject: Sản lượng lúa, …}\n- {date: 2018-10-10, subject: Sản lượng lúa, …}",
	Right: "- {date: 2018-10-10, subject: Sản lượng lúa, …}\n- {date: 2018-10-10, subject: \"Sản lượng lúa, năm trước\", …}",
}

var correctionHidden = &diag.Rule{
	ID:       "correction-hidden",
	Severity: diag.Warning,
	Title:    "Đính chính về điều chưa công bố hoặc không còn được nêu tên thì không được đăng.",
	Wrong:    "award: giay-khen-1-003 (đã rút khỏi danh sách)",
	Right:    "decision: giay-khen-1",
}

var correctionName = &diag.Rule{
	ID:    "correction-name",
	Title: "Đính chính không nêu tên người, tập thể đã rút khỏi danh sách, chưa công bố, hoặc trẻ em chưa có đồng ý.",
	Wrong: "was: Nguyễn Văn Mẫu (đã rút khỏi danh sách)",
	Right: "was: 12 cá nhân",
}
