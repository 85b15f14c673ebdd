package source

import "bangvang/internal/diag"

// Rules on data/urls.lock.

var lockDamaged = &diag.Rule{
	ID:    "lock-damaged",
	Title: "data/urls.lock ghi mọi địa chỉ đã công bố và chỉ do bangvang publish ghi: mỗi dòng một địa chỉ và ngày công bố lần đầu, dòng cuối ghi có bao nhiêu.",
	Wrong: "/chi-tieu/ho-ngheo/ 2019-01-15\n<<<<<<< HEAD",
	Right: "/chi-tieu/ho-ngheo/ 2019-01-15\n# hết: 1 địa chỉ",
}

var lockUnsorted = &diag.Rule{
	ID:       "lock-unsorted",
	Severity: diag.Warning,
	Title:    "Trong data/urls.lock, các địa chỉ xếp theo thứ tự và mỗi địa chỉ viết một lần.",
	Wrong:    "/chi-tieu/ho-ngheo/ 2019-01-15\n/bao-chi/ 2019-01-15",
	Right:    "/bao-chi/ 2019-01-15\n/chi-tieu/ho-ngheo/ 2019-01-15",
}

var lockMissing = &diag.Rule{
	ID:    "lock-missing",
	Title: "Đã có bản công bố trong data/published/ thì phải có data/urls.lock, nơi ghi mọi địa chỉ đã công bố.",
	Wrong: "data/published/2019-01-15/ (không có data/urls.lock)",
	Right: "data/published/2019-01-15/, data/urls.lock",
}
