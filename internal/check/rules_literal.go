package check

import "bangvang/internal/diag"

// Rules on literals and ids.

var numberForm = &diag.Rule{
	ID:    "number-form",
	Title: "Số viết bằng chữ số, dấu chấm cho phần thập phân, không ngăn hàng nghìn; dấu chấm và ba chữ số bị từ chối vì có hai cách đọc.",
	Wrong: "value: 1.790",
	Right: "value: 1790",
}

var numberRange = &diag.Rule{
	ID:    "number-range",
	Title: "Số có nhiều nhất bốn chữ số thập phân và nhỏ hơn chín mươi nghìn tỷ.",
	Wrong: "value: 84.12345",
	Right: "value: 84.1235",
}

var integerForm = &diag.Rule{
	ID:    "integer-form",
	Title: "Số đếm, số thứ tự, số chữ số thập phân là số nguyên trong khoảng cho phép.",
	Wrong: "no: 0",
	Right: "no: 1",
}

var dateForm = &diag.Rule{
	ID:    "date-form",
	Title: "Ngày viết năm-tháng-ngày, và phải có thật.",
	Wrong: "date: 31/12/2018",
	Right: "date: 2018-12-31",
}

var momentForm = &diag.Rule{
	ID:    "time-form",
	Title: "Thời điểm viết theo RFC 3339; không ghi múi giờ thì hiểu theo time_zone của đợt thi đua.",
	Wrong: "publish_at: 8 giờ 02/01/2019",
	Right: "publish_at: 2019-01-02T08:00:00+07:00",
}

var zoneUnknown = &diag.Rule{
	ID:    "zone-unknown",
	Title: "Múi giờ là một tên trong cơ sở dữ liệu múi giờ IANA.",
	Wrong: "time_zone: Asia/Hanoi",
	Right: "time_zone: Asia/Ho_Chi_Minh",
}

var spanReversed = &diag.Rule{
	ID:    "span-reversed",
	Title: "Khoảng thời gian bắt đầu trước khi kết thúc.",
	Wrong: "period: {from: 2018-11-30, to: 2018-05}",
	Right: "period: {from: 2018-05, to: 2018-11-30}",
}

var clockMissing = &diag.Rule{
	ID:    "clock-missing",
	Title: "Thời điểm của dữ liệu phải có: as_of trong data/campaign.yaml hoặc cờ --as-of; đồng hồ của máy không bao giờ được dùng.",
	Wrong: "(không có as_of)",
	Right: "as_of: 2019-01-15T08:00:00+07:00",
}

var boolForm = &diag.Rule{
	ID:    "bool-form",
	Title: "Có và không viết true và false.",
	Wrong: "verified: có",
	Right: "verified: true",
}

var wordUnknown = &diag.Rule{
	ID:    "word-unknown",
	Title: "Giá trị phải là một từ trong danh sách cho phép.",
	Wrong: "kind: tap-the",
	Right: "kind: collective",
}

var nameLetterless = &diag.Rule{
	ID:    "name-letterless",
	Title: "Tên phải có chữ cái: tên chỉ gồm chữ số thường là số thứ tự chép nhầm cột.",
	Wrong: "name: 007",
	Right: "name: Tổ dân phố 7",
}

var idForm = &diag.Rule{
	ID:    "id-form",
	Title: "Mã gồm chữ thường không dấu, chữ số và gạch nối đơn.",
	Wrong: "id: Sở Nội vụ",
	Right: "id: so-noi-vu",
}

var idDuplicate = &diag.Rule{
	ID:    "id-duplicate",
	Title: "Mỗi mã chỉ dùng một lần trong một loại bản ghi.",
	Wrong: "- id: so-noi-vu\n- id: so-noi-vu",
	Right: "- id: so-noi-vu\n- id: so-tai-chinh",
}

var urlForm = &diag.Rule{
	ID:    "url-form",
	Title: "Địa chỉ mạng viết đầy đủ, mở đầu bằng https:// hoặc http://.",
	Wrong: "url: www.example.vn",
	Right: "url: https://www.example.vn",
}

var emailForm = &diag.Rule{
	ID:    "email-form",
	Title: "Địa chỉ thư điện tử viết đúng cú pháp, không kèm tên người.",
	Wrong: "email: Ban TĐKT <tdkt@example.vn>",
	Right: "email: tdkt@example.vn",
}

var colourForm = &diag.Rule{
	ID:    "colour-form",
	Title: "Màu viết #rrggbb trong ngoặc kép.",
	Wrong: "red: đỏ",
	Right: `red: "#b01116"`,
}

var langForm = &diag.Rule{
	ID:    "lang-form",
	Title: "Ngôn ngữ viết bằng mã BCP 47.",
	Wrong: "lang: tiếng Việt",
	Right: "lang: vi",
}

var approvalHash = &diag.Rule{
	ID:    "approval-hash",
	Title: "Mã bản duyệt trong data/approvals.yaml là 64 chữ số thập lục (0–9, a–f), do lệnh diff in ra.",
	Wrong: "hash: 3fa9",
	Right: "hash: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
}
