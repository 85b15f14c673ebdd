package check

import "bangvang/internal/diag"

// Rules on who was honoured twice, or seems to be.

var duplicateFew = &diag.Rule{
	ID:    "duplicate-few",
	Title: "Mỗi mục của data/duplicates.yaml nêu từ hai đến 20 lượt khen khác nhau.",
	Wrong: "awards: [bang-khen-1-003]",
	Right: "awards: [bang-khen-1-003, bang-khen-2-014]",
}

var duplicateTwice = &diag.Rule{
	ID:    "duplicate-twice",
	Title: "Mỗi cặp lượt khen chỉ được quyết một lần trong data/duplicates.yaml.",
	Wrong: "- {awards: [bang-khen-1-003, bang-khen-2-014], same: true}\n- {awards: [bang-khen-2-014, bang-khen-1-003], same: false}",
	Right: "- {awards: [bang-khen-1-003, bang-khen-2-014], same: false}",
}

var duplicateIdle = &diag.Rule{
	ID:       "duplicate-idle",
	Severity: diag.Warning,
	Title:    "Cặp đã quyết trong data/duplicates.yaml nhưng tên không còn giống nhau: mã viết nhầm, hoặc tên đã được sửa.",
	Wrong:    "awards: [bang-khen-1-003, bang-khen-2-041] (Nguyễn Văn Mẫu, Trần Thị Dụ)",
	Right:    "awards: [bang-khen-1-003, bang-khen-2-014] (Nguyễn Văn Mẫu, Nguyễn Văn Mâu)",
}

var duplicateSpelling = &diag.Rule{
	ID:       "duplicate-spelling",
	Severity: diag.Warning,
	Title:    "Một người, một tập thể được khen trong hai quyết định thì tên viết như nhau.",
	Wrong:    "same: true (Nguyễn Văn Mẫu, Nguyễn Văn Mâu)",
	Right:    "same: true (Nguyễn Văn Mẫu, Nguyễn Văn Mẫu)",
}

var awardAlike = &diag.Rule{
	ID:       "award-alike",
	Severity: diag.Warning,
	Title:    "Hai lượt khen có tên gần như nhau (khác một chữ, thứ tự, dấu) mà cùng đơn vị, chức vụ hoặc thành tích: xem lại có phải một người. Mỗi cặp quyết một lần trong data/duplicates.yaml.",
	Wrong:    "- name: Nguyễn Thị Thuý Mẫu\n  position: Giáo viên\n- name: Nguyễn Thị Thuỳ Mẫu\n  position: Giáo viên",
	Right:    "(bỏ một dòng nếu là một người; nếu là hai, ghi trong data/duplicates.yaml)\n- awards: [bang-khen-1-003, bang-khen-1-014]\n  same: false",
}

var awardNamesake = &diag.Rule{
	ID:       "award-namesake",
	Severity: diag.Warning,
	Title:    "Hai lượt khen trùng tên, có thêm một điều chung (đơn vị, chức vụ ít người giữ, thành tích, hoặc cùng hình thức của cùng nơi ban hành): xem lại có phải một người. Mỗi cặp quyết một lần trong data/duplicates.yaml.",
	Wrong:    "- name: Nguyễn Văn A\n  position: Trưởng phòng\n- name: Nguyễn Văn A\n  position: Phó Trưởng phòng",
	Right:    "(nếu là hai người, ghi trong data/duplicates.yaml)\n- awards: [bang-khen-1-003, bang-khen-1-014]\n  same: false",
}

var awardAgain = &diag.Rule{
	ID:       "award-again",
	Severity: diag.Warning,
	Title:    "Một thành tích không được khen hai lần: cùng người, cùng đơn vị, thành tích gần như nguyên văn trong hai quyết định.",
	Wrong:    "(quyết định 1) citation: Hiến 200 m² đất làm đường ở ấp Mẫu\n(quyết định 2) citation: Hiến 200 m² đất để làm đường ở ấp Mẫu",
	Right:    "(quyết định 2) citation: Vận động 30 hộ ở ấp Mẫu dùng nước sạch",
}
