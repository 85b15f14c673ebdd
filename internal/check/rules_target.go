package check

import "bangvang/internal/diag"

// Rules on targets and units.

var goalKeys = &diag.Rule{
	ID:    "goal-keys",
	Title: "Mức phải đạt có đúng một khoá: at_least, at_most, between hoặc count.",
	Wrong: "goal: {at_least: 8, at_most: 9}",
	Right: "goal: {between: {from: 8, to: 9}}",
}

var boundsReversed = &diag.Rule{
	ID:    "range-reversed",
	Title: "Khoảng số có đầu dưới không lớn hơn đầu trên.",
	Wrong: "between: {from: 8, to: 7.5}",
	Right: "between: {from: 7.5, to: 8}",
}

var countWhole = &diag.Rule{
	ID:    "count-whole",
	Title: "Số lượng (count) là số nguyên không âm.",
	Wrong: "goal: {count: 5.5}",
	Right: "goal: {count: 5}",
}

var valueDecimals = &diag.Rule{
	ID:    "value-decimals",
	Title: "Số liệu không có nhiều chữ số thập phân hơn chỉ tiêu khai báo ở decimals.",
	Wrong: "decimals: 1\ngoal: {at_least: 82.55}",
	Right: "decimals: 2\ngoal: {at_least: 82.55}",
}

var measureMissing = &diag.Rule{
	ID:    "measure-missing",
	Title: "Số liệu phải có đơn vị tính.",
	Wrong: "name: Số mô hình\ngoal: {count: 3}",
	Right: "name: Số mô hình\nmeasure: mô hình\ngoal: {count: 3}",
}

var partWhole = &diag.Rule{
	ID:    "part-whole",
	Title: "Phần và chỉ tiêu chung cùng nội dung; chỉ tiêu chung không phải là phần của chỉ tiêu khác.",
	Wrong: "- id: nuoc-sach\n  part_of: nuoc-sach",
	Right: "- id: nuoc-sach-do-thi\n  part_of: nuoc-sach",
}

var resultOwner = &diag.Rule{
	ID:    "result-owner",
	Title: "Kết quả ghi đúng một trong target và assignment.",
	Wrong: "- as_of: 2018-12\n  value: 8",
	Right: "- target: grdp\n  as_of: 2018-12\n  value: 8",
}

var resultLate = &diag.Rule{
	ID:       "result-late",
	Severity: diag.Warning,
	Title:    "Kết quả của chỉ tiêu giao nên có trước thời hạn; kết quả sau thời hạn không tính là đúng hạn.",
	Wrong:    "deadline: 2018-11-30 … as_of: 2018-12-05",
	Right:    "deadline: 2018-11-30 … as_of: 2018-11-25",
}

var computedFormula = &diag.Rule{
	ID:    "computed-formula",
	Title: "Số tự tính (status: computed) phải ghi cách tính, và chỉ số tự tính mới ghi.",
	Wrong: "status: computed",
	Right: "status: computed\ncomputed: {formula: 1790 / 1.0119}",
}

var sourceMissing = &diag.Rule{
	ID:    "source-missing",
	Title: "Số liệu thật phải có nguồn.",
	Wrong: "- target: grdp\n  value: 7.5",
	Right: "- target: grdp\n  value: 7.5\n  source: vietnamplus-2018-10",
}

var dateAfterClock = &diag.Rule{
	ID:       "date-after-clock",
	Severity: diag.Warning,
	Title:    "Ngày của số liệu, thành tích và đính chính không sau thời điểm của dữ liệu (as_of).",
	Wrong:    "as_of: 2020-01-01",
	Right:    "as_of: 2018-12-05",
}

var unitCycle = &diag.Rule{
	ID:    "unit-cycle",
	Title: "Đơn vị cấp trên không nối thành vòng.",
	Wrong: "- id: a\n  parent: b\n- id: b\n  parent: a",
	Right: "- id: a\n- id: b\n  parent: a",
}

var leadOutside = &diag.Rule{
	ID:       "lead-outside",
	Severity: diag.Warning,
	Title:    "Đơn vị đứng đầu khối thuộc khối đó.",
	Wrong:    "lead: so-noi-vu",
	Right:    "- id: so-noi-vu\n  block: khoi-1",
}

var assignmentName = &diag.Rule{
	ID:    "assignment-name",
	Title: "Chỉ tiêu giao lấy từ chỉ tiêu chung (target), hoặc là của riêng đơn vị (name, measure, decimals).",
	Wrong: "- id: a\n  unit: so-noi-vu\n  goal: {count: 3}",
	Right: "- id: a\n  unit: so-noi-vu\n  target: ho-ngheo\n  goal: {at_most: 3}",
}
