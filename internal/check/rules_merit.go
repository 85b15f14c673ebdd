package check

import "bangvang/internal/diag"

// Rules on what is honoured, and by whom.

var formIssuer = &diag.Rule{
	ID:       "form-issuer",
	Severity: diag.Warning,
	Title:    "Hình thức khen thưởng do đúng nơi có thẩm quyền tặng, theo issued_by của hình thức trong data/forms.yaml.",
	Wrong:    "form: bang-khen (issued_by: [organizer])\nissuer_unit: so-noi-vu",
	Right:    "form: giay-khen (issued_by: [department, urban-district])\nissuer_unit: so-noi-vu",
}

var citationUnit = &diag.Rule{
	ID:       "citation-unit",
	Severity: diag.Warning,
	Title:    "Thành tích nêu đơn vị nào thì là đơn vị của người được khen, đơn vị cấp trên hoặc trực thuộc; tên khác thường do chép nhầm dòng.",
	Wrong:    "unit: so-noi-vu\ncitation: Hoàn thành tốt công tác văn thư của Sở Y tế",
	Right:    "unit: so-noi-vu\ncitation: Hoàn thành tốt công tác văn thư của Sở Nội vụ",
}

var citationYear = &diag.Rule{
	ID:       "citation-year",
	Severity: diag.Warning,
	Title:    "Thành tích và lý do khen nêu năm nào thì là năm của đợt thi đua.",
	Wrong:    "citation: Hoàn thành xuất sắc nhiệm vụ năm 2017 (đợt thi đua năm 2018)",
	Right:    "citation: Hoàn thành xuất sắc nhiệm vụ năm 2018",
}

var meritMissed = &diag.Rule{
	ID:       "merit-missed",
	Severity: diag.Warning,
	Title:    "Tập thể được khen vì hoàn thành chỉ tiêu thì đơn vị phải đạt mọi chỉ tiêu được giao, đúng hạn, và có số liệu.",
	Wrong:    "citation: Hoàn thành vượt mức các chỉ tiêu được giao (đơn vị còn chỉ tiêu chưa đạt)",
	Right:    "citation: Giữ vững an ninh trật tự trên địa bàn",
}

var unitIdle = &diag.Rule{
	ID:       "unit-idle",
	Severity: diag.Warning,
	Title:    "Đơn vị khai báo thì có chỉ tiêu được giao, thành tích hoặc khen thưởng; kể một lần những đơn vị chưa có gì.",
	Wrong:    "data/units.yaml: so-noi-vu (không tệp nào khác nhắc tới)",
	Right:    "data/achievements.yaml: unit: so-noi-vu",
}
