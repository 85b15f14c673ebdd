package check

import "bangvang/internal/diag"

// Rules on addresses that were published.

var addressForm = &diag.Rule{
	ID:    "address-form",
	Title: "Địa chỉ trong trang viết từ dấu / đầu, không có tên miền; trang kết thúc bằng dấu /, tệp thì bằng tên tệp; chỉ gồm chữ thường không dấu, chữ số, gạch nối và dấu chấm.",
	Wrong: "from: https://www.example.vn/chi-tieu/hộ-nghèo",
	Right: "from: /chi-tieu/ho-ngheo/",
}

var movedWay = &diag.Rule{
	ID:    "moved-way",
	Title: "Mỗi địa chỉ cũ trong data/moved.yaml có địa chỉ mới (to) hoặc được thu hồi (withdrawn), không cả hai.",
	Wrong: "- from: /dien-hinh/con-hem/",
	Right: "- from: /dien-hinh/con-hem/\n  withdrawn: {date: 2019-03-01, reason: Theo đề nghị của gia đình}",
}

var movedTwice = &diag.Rule{
	ID:    "moved-twice",
	Title: "Mỗi địa chỉ cũ chỉ ghi một lần trong data/moved.yaml.",
	Wrong: "- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieu/\n- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/",
	Right: "- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieu/",
}

var movedCircle = &diag.Rule{
	ID:    "moved-circle",
	Title: "Địa chỉ cũ phải dẫn tới một địa chỉ đang có, không dẫn vòng tròn.",
	Wrong: "- from: /chi-tieu/a/\n  to: /chi-tieu/b/\n- from: /chi-tieu/b/\n  to: /chi-tieu/a/",
	Right: "- from: /chi-tieu/a/\n  to: /chi-tieu/b/",
}

var farewellEarly = &diag.Rule{
	ID:    "farewell-early",
	Title: "Ngày thu hồi một địa chỉ không sau thời điểm của dữ liệu (as_of).",
	Wrong: "withdrawn: {date: 2091-03-01, reason: Theo đề nghị của gia đình}",
	Right: "withdrawn: {date: 2019-01-03, reason: Theo đề nghị của gia đình}",
}

var groupMeets = &diag.Rule{
	ID:       "group-meets",
	Severity: diag.Warning,
	Title:    "Hai nhóm chỉ khác nhau ở dấu, chữ hoa hay dấu câu thì chung một địa chỉ và một danh sách; mỗi nhóm viết một cách.",
	Wrong:    "group: nông dân … group: Nông Dân",
	Right:    "group: nông dân … group: nông dân",
}
