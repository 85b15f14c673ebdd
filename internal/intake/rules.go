package intake

import "bangvang/internal/diag"

// Rules are all kinds of problems that an import reports, beside those of package workbook.
var Rules = []*diag.Rule{
	fileRead, fileChanged, fileTwice, tableMissing, columnTwice, columnUnknown, columnPrivate, rowUnclear, rowHidden, cellFormula, cellDate, cellDitto, dittoNothing,
	nameWrong, nameHonorific, namePrivate, kindUnknown, unitUnmatched, unitOutside, textEncoding, textConverted, nameCapitals, citationMissing, numberGap, totalDiffers,
	awardRepeated, awardNamesake, awardGone, awardMended, fileNamesake, fileRenamed, listEmpty, sheetSkipped, rollUnwritable, areaUnmatched,
}

var fileRead = &diag.Rule{
	ID:    "import-file",
	Title: "Tệp nhập vào là một bảng tính đọc được, không phải tệp tạm.",
	Wrong: "~$danh-sach.xlsx (Excel đang mở tệp)",
	Right: "danh-sach.xlsx (đã đóng Excel)",
}

var fileChanged = &diag.Rule{
	ID:    "import-changed",
	Title: "Tệp không đổi trong lúc đang đọc.",
	Wrong: "Excel lưu tệp giữa lúc nhập",
	Right: "đóng Excel rồi nhập lại",
}

var fileTwice = &diag.Rule{
	ID:    "import-file-twice",
	Title: "Mỗi tệp chỉ nhập một lần trong một lệnh.",
	Wrong: "bangvang import a.xlsx ban-sao-a.xlsx",
	Right: "bangvang import a.xlsx",
}

var tableMissing = &diag.Rule{
	ID:    "import-table",
	Title: "Trang tính có một hàng tiêu đề nhận ra được: ít nhất cột tên và một cột khác.",
	Wrong: "bảng không có hàng tiêu đề",
	Right: "STT | Họ và tên | Chức vụ | Đơn vị | Thành tích",
}

var columnTwice = &diag.Rule{
	ID:    "import-column-twice",
	Title: "Mỗi tiêu đề chỉ đứng ở một cột.",
	Wrong: "Thành tích | Thành tích",
	Right: "Thành tích | Ghi chú",
}

var columnUnknown = &diag.Rule{
	ID:       "import-column-unknown",
	Severity: diag.Warning,
	Title:    "Cột có tiêu đề không nhận ra thì không được đọc.",
	Wrong:    "Nhiệm vụ được giao",
	Right:    "Chức vụ (hoặc ghi “position: [Nhiệm vụ được giao]” trong data/headings.yaml)",
}

var columnPrivate = &diag.Rule{
	ID:       "import-column-private",
	Severity: diag.Warning,
	Title:    "Dữ liệu cá nhân (căn cước, ngày sinh, địa chỉ, điện thoại, số tài khoản, dân tộc …) không được đọc và không vào tệp nào.",
	Wrong:    "Họ và tên | Số CCCD | Chức vụ",
	Right:    "Họ và tên | Chức vụ",
}

var rowUnclear = &diag.Rule{
	ID:    "import-row",
	Title: "Mỗi hàng trong bảng là một khen thưởng, một mục, một dòng cộng, hoặc hết bảng.",
	Wrong: "một hàng có chức vụ mà không có tên",
	Right: "mỗi người, mỗi tập thể một hàng, đủ cột",
}

var rowHidden = &diag.Rule{
	ID:    "import-hidden",
	Title: "Trong bảng không có hàng, cột, trang tính bị ẩn.",
	Wrong: "hàng 7 bị ẩn, có tên người",
	Right: "hiện hàng 7, hoặc xoá hẳn",
}

var cellFormula = &diag.Rule{
	ID:    "import-value",
	Title: "Ô được đọc là chữ hoặc số, không phải lỗi (#N/A), không phải công thức chưa có giá trị.",
	Wrong: "=VLOOKUP(…) → #N/A",
	Right: "Sở Y tế",
}

var cellDate = &diag.Rule{
	ID:       "import-date",
	Severity: diag.Warning,
	Title:    "Ô chữ mà bảng tính coi là ngày tháng: xem lại có phải một mã đã bị đổi.",
	Wrong:    "Số sổ vàng 05/12 thành ngày 05/12/2018",
	Right:    "'05/12 (ô dạng Văn bản)",
}

var cellDitto = &diag.Rule{
	ID:       "import-ditto",
	Severity: diag.Warning,
	Title:    "Ô ghi “như trên” (nt, -nt-, \") được lấy theo ô phía trên của cột ấy, và kể ra.",
	Wrong:    "Đơn vị: nt",
	Right:    "Đơn vị: Sở Y tế",
}

var dittoNothing = &diag.Rule{
	ID:    "import-ditto-first",
	Title: "Ô ghi “như trên” phải có chữ ở ô phía trên, trong cùng bảng và cùng mục.",
	Wrong: "hàng đầu của mục: nt",
	Right: "hàng đầu của mục: Sở Y tế",
}

var nameWrong = &diag.Rule{
	ID:    "import-name",
	Title: "Mỗi hàng có tên của đúng một người, một tập thể hoặc một hộ.",
	Wrong: "Nguyễn Văn A, Trần Thị B",
	Right: "Nguyễn Văn A",
}

var nameHonorific = &diag.Rule{
	ID:       "import-honorific",
	Severity: diag.Warning,
	Title:    "Chữ “Ông” đứng đầu tên có thể là họ Ông: không tự tách.",
	Wrong:    "Ông Ích Khiêm",
	Right:    "Ông Nguyễn Văn A",
}

var namePrivate = &diag.Rule{
	ID:    "import-private",
	Title: "Trong ô được công bố không lẫn số căn cước, điện thoại, tài khoản, thư điện tử.",
	Wrong: "Trưởng phòng, ĐT 0901 234 567",
	Right: "Trưởng phòng",
}

var kindUnknown = &diag.Rule{
	ID:    "import-kind",
	Title: "Biết được mỗi hàng là tập thể, cá nhân hay hộ gia đình: theo tiêu đề, mục, tên bảng hoặc tên trang tính.",
	Wrong: "Tập thể, cá nhân (một cột cho cả hai)",
	Right: "trang tính “Tập thể” và trang tính “Cá nhân”",
}

var unitUnmatched = &diag.Rule{
	ID:    "import-unit",
	Title: "Tên đơn vị trong bảng có trong data/units.yaml, với tên, tên gọi tắt hoặc bí danh.",
	Wrong: "Sở Nội Vu",
	Right: "Sở Nội vụ",
}

var unitOutside = &diag.Rule{
	ID:       "import-unit-part",
	Severity: diag.Warning,
	Title:    "Phòng, ban không có trong data/units.yaml được ghi vào chức vụ, đơn vị là đơn vị của --unit hoặc của mục.",
	Wrong:    "Đơn vị: Phòng Nghiệp vụ",
	Right:    "Chức vụ: Chuyên viên, Phòng Nghiệp vụ",
}

var textEncoding = &diag.Rule{
	ID:    "import-encoding",
	Title: "Biết chắc chữ của ô viết theo Unicode, TCVN3 hay VNI; còn ngờ thì không đoán.",
	Wrong: "ô có cả chữ Unicode và chữ TCVN3",
	Right: "chuyển cả tệp sang Unicode bằng bộ gõ rồi lưu lại",
}

var textConverted = &diag.Rule{
	ID:       "import-converted",
	Severity: diag.Warning,
	Title:    "Chữ viết theo phông TCVN3 hoặc VNI đã chuyển sang Unicode: đọc soát từng chữ.",
	Wrong:    "NguyÔn V¨n An",
	Right:    "Nguyễn Văn An",
}

var nameCapitals = &diag.Rule{
	ID:       "import-capitals",
	Severity: diag.Warning,
	Title:    "Họ tên viết toàn chữ in hoa hoặc toàn chữ thường được viết lại theo lối thường: đọc soát.",
	Wrong:    "NGUYỄN VĂN AN",
	Right:    "Nguyễn Văn An",
}

var citationMissing = &diag.Rule{
	ID:       "import-citation",
	Severity: diag.Warning,
	Title:    "Hàng không có thành tích thì lấy lý do ghi ở quyết định.",
	Wrong:    "cột Thành tích để trống",
	Right:    "Hoàn thành xuất sắc nhiệm vụ năm 2018",
}

var numberGap = &diag.Rule{
	ID:       "import-no",
	Severity: diag.Warning,
	Title:    "Số thứ tự liền nhau: nhảy số có thể là mất hàng.",
	Wrong:    "1, 2, 4",
	Right:    "1, 2, 3",
}

var totalDiffers = &diag.Rule{
	ID:    "import-total",
	Title: "Dòng cộng đúng với số hàng đã đọc.",
	Wrong: "Tổng cộng: 12 cá nhân (bảng có 11)",
	Right: "Tổng cộng: 11 cá nhân",
}

var awardRepeated = &diag.Rule{
	ID:    "import-twice",
	Title: "Một người, một tập thể chỉ có một dòng trong quyết định.",
	Wrong: "Nguyễn Văn A ở hàng 7 và hàng 19",
	Right: "Nguyễn Văn A ở hàng 7",
}

var awardNamesake = &diag.Rule{
	ID:       "import-namesake",
	Severity: diag.Warning,
	Title:    "Hai người trùng tên cùng đơn vị, khác chức vụ: xem lại có phải một người.",
	Wrong:    "Nguyễn Văn A, Trưởng phòng; Nguyễn Văn A, Phó Trưởng phòng",
	Right:    "(để nguyên nếu là hai người)",
}

var awardGone = &diag.Rule{
	ID:       "import-gone",
	Severity: diag.Warning,
	Title:    "Khen thưởng đã nhập từ tệp này mà nay không còn hàng nào: không tự xoá.",
	Wrong:    "tệp cũ có Nguyễn Văn A, tệp mới không",
	Right:    "ghi withdrawn, hoặc xoá tay nếu quyết định chưa ban hành",
}

var awardMended = &diag.Rule{
	ID:       "import-mended",
	Severity: diag.Warning,
	Title:    "Chỗ đã sửa tay trong data/awards/ mà tệp mới lại viết khác nữa: giữ phần sửa tay, và kể ra.",
	Wrong:    "nhập “Bí thư”, sửa tay thành “Phó Bí thư”, tệp mới ghi “Chủ tịch”",
	Right:    "xem ai đúng; theo tệp thì sửa tay thành “Chủ tịch”",
}

var fileRenamed = &diag.Rule{
	ID:    "import-renamed",
	Title: "Bản mới của một danh sách mang tên tệp cũ, để biết ai đã nhập rồi.",
	Wrong: "lần trước so-y-te.xlsx, lần này so-y-te (sửa).xlsx",
	Right: "so-y-te.xlsx",
}

var listEmpty = &diag.Rule{
	ID:       "import-empty",
	Severity: diag.Warning,
	Title:    "Danh sách có ít nhất một hàng dưới tiêu đề.",
	Wrong:    "chỉ có hàng tiêu đề",
	Right:    "STT | Họ và tên | …, và những hàng bên dưới",
}

var fileNamesake = &diag.Rule{
	ID:    "import-file-namesake",
	Title: "Hai tệp khác nhau nhập vào một quyết định mang hai tên khác nhau.",
	Wrong: "danh-sach.xlsx của Sở Y tế, danh-sach.xlsx của Sở Nội vụ",
	Right: "so-y-te.xlsx, so-noi-vu.xlsx",
}

var sheetSkipped = &diag.Rule{
	ID:       "import-sheet",
	Severity: diag.Warning,
	Title:    "Trang tính có chữ mà không có bảng nhận ra được thì không được đọc.",
	Wrong:    "trang tính “Danh sách 2” không có hàng tiêu đề",
	Right:    "trang tính “Danh sách 2” có hàng STT, Họ và tên …",
}

var rollUnwritable = &diag.Rule{
	ID:    "import-write",
	Title: "Tệp data/awards/ viết mỗi khoá một dòng thì mới sửa tự động được.",
	Wrong: "- {id: bk-001, name: Nguyễn Văn A}",
	Right: "- id: bk-001\n  name: Nguyễn Văn A",
}

var areaUnmatched = &diag.Rule{
	ID:       "import-area",
	Severity: diag.Warning,
	Title:    "Nội dung thi đua trong bảng là tên hoặc chữ của một nội dung trong data/areas.yaml.",
	Wrong:    "Nội dung thi đua: kinh tê",
	Right:    "Nội dung thi đua: Kinh tế",
}
