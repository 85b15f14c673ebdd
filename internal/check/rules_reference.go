package check

import "bangvang/internal/diag"

// Rules on references.

var areaUnknown = &diag.Rule{
	ID:    "area-unknown",
	Title: "Nội dung được nhắc đến phải có trong data/areas.yaml.",
	Wrong: "area: kinh-tee",
	Right: "area: kinh-te",
}

var sourceUnknown = &diag.Rule{
	ID:    "source-unknown",
	Title: "Nguồn được nhắc đến phải có trong data/sources.yaml.",
	Wrong: "source: bao-cao-2017",
	Right: "source: bao-cao-2017-12",
}

var blockUnknown = &diag.Rule{
	ID:    "block-unknown",
	Title: "Khối, cụm được nhắc đến phải có trong data/blocks.yaml.",
	Wrong: "block: khoi-1",
	Right: "block: khoi-truong",
}

var unitUnknown = &diag.Rule{
	ID:    "unit-unknown",
	Title: "Đơn vị được nhắc đến phải có trong data/units.yaml.",
	Wrong: "unit: so-tai-chinnh",
	Right: "unit: so-tai-chinh",
}

var targetUnknown = &diag.Rule{
	ID:    "target-unknown",
	Title: "Chỉ tiêu được nhắc đến phải có trong data/targets.yaml.",
	Wrong: "target: ho-ngeo",
	Right: "target: ho-ngheo",
}

var assignmentUnknown = &diag.Rule{
	ID:    "assignment-unknown",
	Title: "Chỉ tiêu giao được nhắc đến phải có trong data/assignments.yaml.",
	Wrong: "assignment: quan-a-ho-ngeo",
	Right: "assignment: quan-a-ho-ngheo",
}

var formUnknown = &diag.Rule{
	ID:    "form-unknown",
	Title: "Hình thức khen thưởng được nhắc đến phải có trong data/forms.yaml.",
	Wrong: "form: bang-khenn",
	Right: "form: bang-khen",
}

var decisionUnknown = &diag.Rule{
	ID:    "decision-unknown",
	Title: "Danh sách khen thưởng phải thuộc một quyết định có trong data/decisions.yaml.",
	Wrong: "decision: bang-khen-9",
	Right: "decision: bang-khen-1",
}

var awardUnknown = &diag.Rule{
	ID:    "award-unknown",
	Title: "Khen thưởng được nhắc đến phải có trong data/awards/.",
	Wrong: "award: bang-khen-1-999",
	Right: "award: bang-khen-1-001",
}

var storyUnknown = &diag.Rule{
	ID:    "story-unknown",
	Title: "Bài về điển hình được nhắc đến phải có trong content/dien-hinh/.",
	Wrong: "story: nguoi-giu-lu",
	Right: "story: nguoi-giu-lua",
}

var contentMissing = &diag.Rule{
	ID:    "content-missing",
	Title: "Ảnh và tệp được nhắc đến phải có trong content/.",
	Wrong: "logo: logo.png",
	Right: "logo: anh/logo.png",
}
