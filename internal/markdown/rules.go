package markdown

import "bangvang/internal/diag"

// Rules are all kinds of problems that Parse reports.
var Rules = []*diag.Rule{
	headingLevel, headingSkipped, imageForm, linkForm, linkTitle, markdownEntity, markdownHTML, markdownLimit, tableCells,
}

var headingLevel = &diag.Rule{
	ID:    "heading-level",
	Title: "Tên trang ghi ở phần khai báo; tiêu đề trong bài từ cấp 2 (##) và không để trống.",
	Wrong: "# Kế hoạch",
	Right: "## Mục đích",
}

var headingSkipped = &diag.Rule{
	ID:       "heading-skipped",
	Severity: diag.Warning,
	Title:    "Tiêu đề không nhảy cấp: dưới ## là ###.",
	Wrong:    "## Mục đích\n#### Yêu cầu",
	Right:    "## Mục đích\n### Yêu cầu",
}

var imageForm = &diag.Rule{
	ID:    "image-form",
	Title: "Ảnh nằm trong thư mục của tài liệu và có lời mô tả.",
	Wrong: "![](https://example.com/a.jpg)",
	Right: "![Lễ phát động tại quận](anh/phat-dong.jpg)",
}

var linkForm = &diag.Rule{
	ID:    "link-form",
	Title: "Liên kết có chữ và trỏ tới mục (#…), trang (/…/), https, mailto hoặc tel.",
	Wrong: "[bấm đây](javascript:alert(1))",
	Right: "[các chỉ tiêu](/chi-tieu/)",
}

var linkTitle = &diag.Rule{
	ID:       "link-title",
	Severity: diag.Warning,
	Title:    "Liên kết và ảnh không có phần tên trong ngoặc kép sau địa chỉ: trang không hiện phần đó.",
	Wrong:    `[chỉ tiêu](/chi-tieu/ "13 chỉ tiêu")`,
	Right:    "[13 chỉ tiêu](/chi-tieu/)",
}

var markdownEntity = &diag.Rule{
	ID:    "markdown-entity",
	Title: "Mã ký tự (&#…;) không tạo ra ký tự ẩn.",
	Wrong: "Sở&#8203; Nội vụ",
	Right: "Sở Nội vụ",
}

var markdownHTML = &diag.Rule{
	ID:    "markdown-html",
	Title: "Tài liệu Markdown không có HTML.",
	Wrong: "<b>Kế hoạch</b>",
	Right: "**Kế hoạch**",
}

var markdownLimit = &diag.Rule{
	ID:    "markdown-limit",
	Title: "Tài liệu không quá 1 MiB, không lồng quá 32 tầng, bảng không quá 64 cột và 20.000 ô.",
	Wrong: "> > > > … (33 lần)",
	Right: "> Trích dẫn",
}

var tableCells = &diag.Rule{
	ID:    "table-cells",
	Title: "Hàng của bảng không có nhiều ô hơn số cột: ô thừa sẽ mất.",
	Wrong: "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
	Right: "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |",
}
