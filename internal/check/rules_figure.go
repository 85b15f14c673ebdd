package check

import "bangvang/internal/diag"

// Rules on figures that are possible and yet smell.

var figureTenfold = &diag.Rule{
	ID:       "figure-tenfold",
	Severity: diag.Warning,
	Title:    "Số gấp khoảng mười lần hoặc bằng khoảng một phần mười số báo cáo khác, mức phải đạt hay số kỳ trước của cùng chỉ tiêu thường là lệch dấu thập phân hoặc nhầm đơn vị tính.",
	Wrong:    "goal: {at_least: 82.5} … value: 8.25",
	Right:    "goal: {at_least: 82.5} … value: 82.5",
}

var percentRange = &diag.Rule{
	ID:       "percent-range",
	Severity: diag.Warning,
	Title:    "Tỷ lệ của một phần trong cả nhóm (đơn vị tính %) từ 0 đến 100; mức tăng, mức hoàn thành có thể lớn hơn.",
	Wrong:    "name: Tỷ lệ hộ dân có nước sạch … value: 847",
	Right:    "name: Tỷ lệ hộ dân có nước sạch … value: 84.7",
}

var partsSum = &diag.Rule{
	ID:       "parts-sum",
	Severity: diag.Warning,
	Title:    "Số của chỉ tiêu chung không nhỏ hơn tổng các phần (part_of); tỷ lệ và số bình quân nằm giữa các phần.",
	Wrong:    "chung: 80; đô thị: 94; nông thôn: 85",
	Right:    "chung: 88; đô thị: 94; nông thôn: 85",
}

var estimateLate = &diag.Rule{
	ID:       "estimate-late",
	Severity: diag.Warning,
	Title:    "Đã có số chính thức của cả kỳ thì báo cáo sau đó không phải là số ước.",
	Wrong:    "as_of: 2019-01-10, status: official … as_of: 2019-02-01, status: estimate",
	Right:    "as_of: 2018-12-05, status: estimate … as_of: 2019-01-10, status: official",
}

var resultConflict = &diag.Rule{
	ID:       "result-conflict",
	Severity: diag.Warning,
	Title:    "Cùng một ngày, một chỉ tiêu có một số ước và một số chính thức, không có hai số khác nhau cùng loại.",
	Wrong:    "as_of: 2018-10, value: 84.7 … as_of: 2018-10, value: 85.2",
	Right:    "as_of: 2018-10, value: 84.7 … as_of: 2018-12, value: 85.2",
}

var cumulativeFalls = &diag.Rule{
	ID:       "cumulative-falls",
	Severity: diag.Warning,
	Title:    "Chỉ tiêu cộng dồn (cumulative: true) không có số sau nhỏ hơn số trước.",
	Wrong:    "as_of: 2018-09, value: 27 … as_of: 2018-10, value: 25",
	Right:    "as_of: 2018-09, value: 27 … as_of: 2018-10, value: 29",
}
