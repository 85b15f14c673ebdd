package workbook

import "bangvang/internal/diag"

// Rules are all kinds of problems that reading a spreadsheet may report.
var Rules = []*diag.Rule{
	fileKind, fileLocked, fileHostile, filePart, sheetXML, cellPlace, cellIndex, cellNumber, cellFar, mergeWrong, readersDiffer, csvShape,
}

var fileKind = &diag.Rule{
	ID:    "sheet-kind",
	Title: "Bảng tính nhập vào là tệp .xlsx hoặc .csv thật, đúng với đuôi tên.",
	Wrong: "danh-sach.xls (Excel 97-2003)",
	Right: "danh-sach.xlsx (mở bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”)",
}

var fileLocked = &diag.Rule{
	ID:    "sheet-locked",
	Title: "Tệp không đặt mật khẩu, không có macro, không nối tới tệp khác.",
	Wrong: "tệp có mật khẩu mở",
	Right: "tệp lưu lại không mật khẩu",
}

var fileHostile = &diag.Rule{
	ID:    "sheet-hostile",
	Title: "Tệp không lớn hơn, không nén chặt hơn và không có nhiều ô hơn một danh sách khen thưởng có thể có.",
	Wrong: "tệp 2 MB bung ra 512 MB",
	Right: "tệp chỉ có danh sách, không kèm ảnh",
}

var filePart = &diag.Rule{
	ID:    "sheet-broken",
	Title: "Tệp còn nguyên vẹn: mọi phần của nó đọc được hết.",
	Wrong: "tệp tải về bị đứt giữa chừng",
	Right: "tệp mở được bằng Excel hoặc LibreOffice mà không phải sửa chữa",
}

var sheetXML = &diag.Rule{
	ID:    "sheet-xml",
	Title: "Bên trong tệp là XML đúng, không có DOCTYPE và thực thể riêng.",
	Wrong: "<!DOCTYPE x [<!ENTITY a \"…\">]>",
	Right: "tệp do Excel hoặc LibreOffice lưu",
}

var cellPlace = &diag.Rule{
	ID:    "cell-place",
	Title: "Hàng và ô đứng đúng thứ tự, không trùng, không sai địa chỉ.",
	Wrong: "hàng 7 có ô C8",
	Right: "hàng 7 có ô C7",
}

var cellIndex = &diag.Rule{
	ID:    "cell-index",
	Title: "Chữ và kiểu của mỗi ô có trong bảng chữ và bảng kiểu của tệp; số sai sẽ thành tên của người khác.",
	Wrong: "ô C7 trỏ tới chữ số 950, bảng chữ có 120",
	Right: "ô C7 trỏ tới chữ số 95",
}

var cellNumber = &diag.Rule{
	ID:    "cell-value",
	Title: "Giá trị của ô đúng với loại của nó.",
	Wrong: "ô số có giá trị “12a”",
	Right: "ô số có giá trị 12",
}

var cellFar = &diag.Rule{
	ID:    "cell-far",
	Title: "Dữ liệu nằm trong 256 cột và 20.000 hàng đầu.",
	Wrong: "ô XFD7 có chữ",
	Right: "xoá các ô ở xa, giữ danh sách từ cột A",
}

var mergeWrong = &diag.Rule{
	ID:    "cell-merge",
	Title: "Các vùng ô gộp không chồng lên nhau, và dưới ô gộp không giấu chữ.",
	Wrong: "A1:C1 và B1:D1",
	Right: "A1:D1",
}

var readersDiffer = &diag.Rule{
	ID:    "cell-differs",
	Title: "Hai cách đọc độc lập cho cùng một giá trị ở mỗi ô.",
	Wrong: "ô C7 đọc được hai giá trị khác nhau",
	Right: "mở tệp bằng Excel hoặc LibreOffice rồi lưu lại",
}

var csvShape = &diag.Rule{
	ID:    "csv-shape",
	Title: "Tệp CSV dùng một loại dấu ngăn (phẩy, chấm phẩy hoặc tab), ngoặc kép đóng mở đủ.",
	Wrong: "1,\"Nguyễn Văn A,Sở Y tế",
	Right: "1,\"Nguyễn Văn A\",Sở Y tế",
}
