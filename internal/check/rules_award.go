package check

import "bangvang/internal/diag"

// Rules on decisions and awards.

var decisionUndated = &diag.Rule{
	ID:    "decision-undated",
	Title: "Quyết định có số thì có ngày.",
	Wrong: "number: 123/QĐ-UBND",
	Right: "number: 123/QĐ-UBND\ndate: 2018-12-20",
}

var decisionEarly = &diag.Rule{
	ID:    "decision-early",
	Title: "Quyết định khen thưởng không có trước khi phát động đợt thi đua.",
	Wrong: "date: 2017-12-20",
	Right: "date: 2018-12-20",
}

var decisionFuture = &diag.Rule{
	ID:    "decision-future",
	Title: "Quyết định đã có số không có ngày sau thời điểm của dữ liệu (as_of).",
	Wrong: "date: 2028-12-20",
	Right: "date: 2018-12-20",
}

var numberDuplicate = &diag.Rule{
	ID:    "number-duplicate",
	Title: "Một nơi ban hành không có hai quyết định cùng số.",
	Wrong: "number: 123/QĐ-UBND (hai lần)",
	Right: "number: 123/QĐ-UBND, number: 124/QĐ-UBND",
}

var sampleReal = &diag.Rule{
	ID:    "sample-real",
	Title: "Quyết định mẫu mang số mở đầu bằng MẪU và ghi sample: true; quyết định thật thì không.",
	Wrong: "number: 123/QĐ-UBND\nsample: true",
	Right: "number: MẪU-01\nsample: true",
}

var decisionCounts = &diag.Rule{
	ID:    "decision-counts",
	Title: "Danh sách của quyết định có đúng số tập thể, cá nhân, hộ gia đình ghi ở expects, kể cả những dòng đã thu hồi.",
	Wrong: "expects: {individuals: 2} … danh sách có 1 cá nhân",
	Right: "expects: {individuals: 1} … danh sách có 1 cá nhân",
}

var draftCounts = &diag.Rule{
	ID:       "draft-counts",
	Severity: diag.Warning,
	Title:    "Danh sách của dự thảo (quyết định chưa có số) nên đủ như expects.",
	Wrong:    "expects: {individuals: 2} … danh sách có 1 cá nhân",
	Right:    "expects: {individuals: 1} … danh sách có 1 cá nhân",
}

var awardID = &diag.Rule{
	ID:    "award-id",
	Title: "Mã khen thưởng có dạng <quyết định>-NNN, cấp một lần, không đổi và không chứa tên người.",
	Wrong: "id: nguyen-van-a",
	Right: "id: bang-khen-1-001",
}

var noDuplicate = &diag.Rule{
	ID:    "no-duplicate",
	Title: "Số thứ tự không lặp lại trong một quyết định.",
	Wrong: "no: 1 (hai lần)",
	Right: "no: 1, no: 2",
}

var awardTwice = &diag.Rule{
	ID:    "award-twice",
	Title: "Trong một quyết định, một người của một đơn vị chỉ được khen một lần.",
	Wrong: "- name: Nguyễn Văn A\n- name: Nguyễn Văn A",
	Right: "- name: Nguyễn Văn A\n- name: Nguyễn Văn B",
}

var givenName = &diag.Rule{
	ID:    "given-name",
	Title: "Tên (given) là phần cuối của họ và tên (name).",
	Wrong: "name: Nguyễn Minh Họa\ngiven: Minh",
	Right: "name: Nguyễn Minh Họa\ngiven: Minh Họa",
}

var nameDigit = &diag.Rule{
	ID:    "name-digit",
	Title: "Họ và tên cá nhân không có chữ số: số điện thoại, số thứ tự, năm sinh không phải tên.",
	Wrong: "name: Nguyễn Văn A 0901234567",
	Right: "name: Nguyễn Văn A",
}

var nameCapitals = &diag.Rule{
	ID:       "name-capitals",
	Severity: diag.Warning,
	Title:    "Họ và tên cá nhân, hộ gia đình viết hoa chữ cái đầu mỗi tiếng, không viết toàn chữ in hoa.",
	Wrong:    "name: NGUYỄN VĂN A",
	Right:    "name: Nguyễn Văn A",
}

var withdrawnEarly = &diag.Rule{
	ID:    "withdrawn-early",
	Title: "Thu hồi không trước ngày quyết định.",
	Wrong: "date: 2018-12-20 … withdrawn: {date: 2018-12-01}",
	Right: "date: 2018-12-20 … withdrawn: {date: 2019-01-05}",
}

var photoConsent = &diag.Rule{
	ID:       "photo-consent",
	Severity: diag.Warning,
	Title:    "Ảnh chỉ được đăng khi người trong ảnh đồng ý.",
	Wrong:    "consent: false",
	Right:    "consent: true",
}

var minorConsent = &diag.Rule{
	ID:       "minor-consent",
	Severity: diag.Warning,
	Title:    "Trẻ em được khen chỉ nêu tên khi trẻ em và cha mẹ đồng ý; nếu chưa, chỉ ghi đơn vị.",
	Wrong:    "minor: {consent: false}",
	Right:    "minor: {consent: true}",
}

var storyWithdrawn = &diag.Rule{
	ID:    "story-withdrawn",
	Title: "Bài về điển hình không dựa trên khen thưởng đã thu hồi.",
	Wrong: "award: bang-khen-1-003 (đã thu hồi)",
	Right: "award: bang-khen-1-004",
}

var storyMinor = &diag.Rule{
	ID:       "story-minor",
	Severity: diag.Warning,
	Title:    "Bài về trẻ em được khen chỉ đăng khi trẻ em và cha mẹ đồng ý.",
	Wrong:    "award: giay-khen-2-008 (minor: {consent: false})",
	Right:    "minor: {consent: true}",
}
