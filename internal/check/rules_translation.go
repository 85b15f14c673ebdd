package check

import "bangvang/internal/diag"

// Rules on translations.

var translationOwn = &diag.Rule{
	ID:    "translation-own",
	Title: "data/i18n/ chỉ có bản dịch sang ngôn ngữ khác, mỗi ngôn ngữ một tệp; ngôn ngữ của chính đợt thi đua ghi ở các tệp dữ liệu.",
	Wrong: "data/i18n/vi.yaml (khi lang: vi)",
	Right: "data/i18n/en.yaml",
}

var translationUnread = &diag.Rule{
	ID:       "translation-unread",
	Severity: diag.Warning,
	Title:    "Trang chỉ có ở những ngôn ngữ mà chương trình có sẵn câu chữ; bản dịch sang ngôn ngữ khác chưa được dùng.",
	Wrong:    "data/i18n/fr.yaml",
	Right:    "data/i18n/en.yaml",
}

var translationMissing = &diag.Rule{
	ID:       "translation-missing",
	Severity: diag.Warning,
	Title:    "Trang tiếng nước ngoài cần bản dịch của tên gọi chung, nội dung, chỉ tiêu, đơn vị tính, ghi chú và kế hoạch; chưa dịch thì trang hiện nguyên văn.",
	Wrong:    "areas:\n  kinh-te:\n    name:",
	Right:    "areas:\n  kinh-te:\n    name: Economic development",
}

var translationUnknown = &diag.Rule{
	ID:       "translation-unknown",
	Severity: diag.Warning,
	Title:    "Bản dịch phải ứng với một đoạn chữ, một bài hoặc một từ của giao diện có thật, chép đúng nguyên văn; nếu không thì không được dùng.",
	Wrong:    "measures:\n  triệu đô: million USD",
	Right:    "measures:\n  triệu USD: million USD",
}

var wordSlots = &diag.Rule{
	ID:    "word-slots",
	Title: "Từ của giao diện viết lại phải giữ các chỗ trống như {n}, {q}: khi dựng trang, số hoặc chữ được điền vào đó.",
	Wrong: "interface:\n  search-many: Many results",
	Right: "interface:\n  search-many: \"{n} results\"",
}
