package kept

import "bangvang/internal/diag"

// Rules are all kinds of problems that Read reports.
var Rules = []*diag.Rule{keptDamaged, keptVersion, keptName, keptMissing, keptStray, keptValue}

var keptDamaged = &diag.Rule{
	ID:    "kept-damaged",
	Title: "Tệp của bản lưu (data/published/) giữ nguyên như khi bangvang publish ghi.",
	Wrong: "{\n \"v\": 1,\n \"ghi_chu\": \"sửa tay\"",
	Right: "{\n \"v\": 1,\n \"id\": \"ho-ngheo\"",
}

var keptVersion = &diag.Rule{
	ID:    "kept-version",
	Title: "Bản lưu thuộc phiên bản mà chương trình này đọc được.",
	Wrong: `"v": 2`,
	Right: `"v": 1`,
}

var keptName = &diag.Rule{
	ID:    "kept-name",
	Title: "Thư mục của bản lưu mang tên ngày công bố.",
	Wrong: "data/published/ban-cu/",
	Right: "data/published/2019-01-15/",
}

var keptMissing = &diag.Rule{
	ID:    "kept-missing",
	Title: "Bản lưu có đủ các tệp ghi trong ban-luu.json.",
	Wrong: `"targets": ["ho-ngheo"] (không có vi/ho-ngheo.json)`,
	Right: `"targets": ["ho-ngheo"] (có vi/ho-ngheo.json)`,
}

var keptStray = &diag.Rule{
	ID:    "kept-stray",
	Title: "Bản lưu chỉ có các tệp ghi trong ban-luu.json.",
	Wrong: "data/published/2019-01-15/ban-luu/vi/them.json",
	Right: "(không có tệp thừa)",
}

var keptValue = &diag.Rule{
	ID:    "kept-value",
	Title: "Giá trị trong bản lưu đúng kiểu: số, ngày, địa chỉ, mã.",
	Wrong: `"standing": "gần đạt"`,
	Right: `"standing": "missed"`,
}
