package source

import "bangvang/internal/diag"

// Rules are all kinds of problems that Read reports.
var Rules = []*diag.Rule{
	keyUnknown, keyDuplicate, keyMissing, shapeWrong, valueComment, quoteCurly,
	yamlSyntax, yamlDocuments, yamlAnchor, yamlTag, yamlTab, yamlDepth,
	textEncoding, textNFD, charInvisible, markLoose,
	fileMissing, fileUnknown, fileIgnored, fileSize, problemsMany, fileUnreadable, frontMissing,
	lockDamaged, lockUnsorted, lockMissing,
}

var keyUnknown = &diag.Rule{
	ID:    "key-unknown",
	Title: "Mỗi bản ghi chỉ có những khoá đã định; khoá lạ thường là khoá viết sai.",
	Wrong: "- id: so-noi-vu\n  nmae: Sở Nội vụ",
	Right: "- id: so-noi-vu\n  name: Sở Nội vụ",
}

var keyDuplicate = &diag.Rule{
	ID:    "key-duplicate",
	Title: "Trong một bản ghi, mỗi khoá chỉ viết một lần.",
	Wrong: "name: Sở Nội vụ\nname: Sở Tài chính",
	Right: "name: Sở Nội vụ",
}

var keyMissing = &diag.Rule{
	ID:    "key-missing",
	Title: "Khoá bắt buộc phải có và không được để trống.",
	Wrong: "- id: so-noi-vu\n  name:",
	Right: "- id: so-noi-vu\n  name: Sở Nội vụ",
}

var shapeWrong = &diag.Rule{
	ID:    "shape-wrong",
	Title: "Giá trị phải đúng dạng: một đoạn chữ, một danh sách hoặc một nhóm khoá.",
	Wrong: "aliases: Sở NV",
	Right: "aliases: [Sở NV]",
}

var valueComment = &diag.Rule{
	ID:    "value-comment",
	Title: "Sau dấu cách, dấu # mở đầu ghi chú; giá trị có dấu # phải đặt trong ngoặc kép.",
	Wrong: "red: #b01116",
	Right: `red: "#b01116"`,
}

var quoteCurly = &diag.Rule{
	ID:    "quote-curly",
	Title: "Giá trị đặt trong ngoặc kép thẳng (\"), không trong ngoặc cong (“ ”) của trình soạn văn bản: ngoặc cong là một phần của giá trị.",
	Wrong: "name: “Sở Nội vụ”",
	Right: `name: "Sở Nội vụ"`,
}

var yamlSyntax = &diag.Rule{
	ID:    "yaml-syntax",
	Title: "Tệp phải viết đúng cú pháp YAML.",
	Wrong: "name: Kế hoạch: đợt 1",
	Right: `name: "Kế hoạch: đợt 1"`,
}

var yamlDocuments = &diag.Rule{
	ID:    "yaml-documents",
	Title: "Giữa tệp không có dòng ---: phần sau nó sẽ không được đọc.",
	Wrong: "- id: so-noi-vu\n---\n- id: so-tai-chinh",
	Right: "- id: so-noi-vu\n- id: so-tai-chinh",
}

var yamlAnchor = &diag.Rule{
	ID:    "yaml-anchor",
	Title: "Không dùng các ký hiệu &tên, *tên và << của YAML: mỗi giá trị viết đầy đủ tại chỗ; dấu & hay * thuộc giá trị thì đặt cả giá trị trong ngoặc kép.",
	Wrong: "unit: &u so-noi-vu\nissuer_unit: *u",
	Right: "unit: so-noi-vu\nissuer_unit: so-noi-vu",
}

var yamlTag = &diag.Rule{
	ID:    "yaml-tag",
	Title: "Không dùng ký hiệu chỉ kiểu của YAML (!!str, !x): kiểu của giá trị đã định theo khoá.",
	Wrong: "name: !!str Sở Nội vụ",
	Right: "name: Sở Nội vụ",
}

var yamlTab = &diag.Rule{
	ID:    "yaml-tab",
	Title: "Thụt đầu dòng bằng dấu cách thường, không bằng dấu tab hay dấu cách không ngắt.",
	Wrong: "- id: so-noi-vu\n\tname: Sở Nội vụ",
	Right: "- id: so-noi-vu\n  name: Sở Nội vụ",
}

var yamlDepth = &diag.Rule{
	ID:    "yaml-depth",
	Title: "Các nhóm lồng nhau không quá 64 tầng.",
	Wrong: "name: [[[[[[[[…]]]]]]]]",
	Right: "name: Sở Nội vụ",
}

var textEncoding = &diag.Rule{
	ID:    "text-encoding",
	Title: "Tệp phải lưu với bảng mã UTF-8.",
	Wrong: "name: S\\xF4 Nội vụ",
	Right: "name: Sở Nội vụ",
}

var textNFD = &diag.Rule{
	ID:       "text-nfd",
	Severity: diag.Warning,
	Title:    "Chữ có dấu nên ở dạng dựng sẵn (NFC), không phải chữ và dấu rời (NFD); khi đọc, chương trình đổi sang NFC.",
	Wrong:    "name: Nguye\u0302\u0303n",
	Right:    "name: Nguyễn",
}

var charInvisible = &diag.Rule{
	ID:    "char-invisible",
	Title: "Không có ký tự điều khiển, ký tự ẩn và ký tự đảo chiều chữ: chúng làm hai tên giống nhau thành khác nhau.",
	Wrong: "name: Sở\\u200B Nội vụ",
	Right: "name: Sở Nội vụ",
}

var markLoose = &diag.Rule{
	ID:       "mark-loose",
	Severity: diag.Warning,
	Title:    "Dấu thanh và dấu chữ phải ghép được vào chữ mang nó.",
	Wrong:    "name: q\\u0323uốc",
	Right:    "name: quốc",
}

var fileMissing = &diag.Rule{
	ID:    "file-missing",
	Title: "Phải có tệp data/campaign.yaml.",
	Wrong: "(không có data/campaign.yaml)",
	Right: "data/campaign.yaml",
}

var fileUnknown = &diag.Rule{
	ID:    "file-unknown",
	Title: "Trong data/ và content/ chỉ có những tệp dữ liệu đã định; tệp lạ thường là tệp đặt sai tên và sẽ không được đọc.",
	Wrong: "data/unit.yaml",
	Right: "data/units.yaml",
}

var fileIgnored = &diag.Rule{
	ID:       "file-ignored",
	Severity: diag.Warning,
	Title:    "Tệp không phải dữ liệu đặt trong data/ hoặc content/ thì không được đọc.",
	Wrong:    "data/ghi-chu.docx",
	Right:    "(để tệp ở nơi khác)",
}

var fileSize = &diag.Rule{
	ID:    "file-size",
	Title: "Mỗi tệp không quá 8 MiB và một triệu giá trị; tệp lớn hơn thì chia thành nhiều tệp trong một thư mục.",
	Wrong: "data/units.yaml (9 MiB)",
	Right: "data/units/so-nganh.yaml, data/units/quan-huyen.yaml",
}

var problemsMany = &diag.Rule{
	ID:    "problems-many",
	Title: "Một tệp có quá 1000 lỗi thì chỉ kể 1000 lỗi đầu.",
	Wrong: "data/units.yaml (bảng của chương trình khác, đổi tên)",
	Right: "data/units.yaml (danh sách đơn vị)",
}

var fileUnreadable = &diag.Rule{
	ID:    "file-unreadable",
	Title: "Tệp dữ liệu phải là tệp thường và đọc được.",
	Wrong: "data/units.yaml (thư mục, ống dẫn hoặc liên kết hỏng)",
	Right: "data/units.yaml (tệp thường)",
}

var frontMissing = &diag.Rule{
	ID:    "front-missing",
	Title: "Tệp Markdown mở đầu bằng phần khai báo đặt giữa hai dòng ---.",
	Wrong: "# Kế hoạch\n\nNội dung",
	Right: "---\ntitle: Kế hoạch\n---\n\nNội dung",
}
