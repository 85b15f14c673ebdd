package check

import "bangvang/internal/diag"

// Rules on the ceremony's papers.

var certificateSlot = &diag.Rule{
	ID:    "certificate-slot",
	Title: "Mục trong ngoặc nhọn là một trong các mục đã định; ngoặc vuông bao phần bỏ đi khi mục trong đó trống.",
	Wrong: `text: "{ten}"`,
	Right: `text: "[{honorific} ]{name}"`,
}

var certificateNameless = &diag.Rule{
	ID:    "certificate-nameless",
	Title: "Mẫu in bằng khen, giấy khen phải có ô ghi tên.",
	Wrong: `fields: [{name: Thành tích, text: "{citation}", …}]`,
	Right: `fields: [{name: Họ và tên, text: "{name}", …}, …]`,
}

var certificateOutside = &diag.Rule{
	ID:    "certificate-outside",
	Title: "Mọi ô của mẫu in nằm trong tờ giấy.",
	Wrong: "width: 297 … fields: [{x: 200, width: 120, …}]",
	Right: "width: 297 … fields: [{x: 160, width: 120, …}]",
}

var certificateSize = &diag.Rule{
	ID:    "certificate-size",
	Title: "Khổ giấy, vị trí (mm) và cỡ chữ (pt) nằm trong khoảng dùng được; cỡ nhỏ nhất không lớn hơn cỡ chữ, giãn dòng không nhỏ hơn cỡ chữ.",
	Wrong: "size: 18\nleast: 24",
	Right: "size: 24\nleast: 18",
}

var certificateTwice = &diag.Rule{
	ID:    "certificate-twice",
	Title: "Mỗi hình thức khen có một mẫu in cho mỗi loại đối tượng.",
	Wrong: "- form: giay-khen (hai lần, không ghi kinds)",
	Right: "- form: giay-khen\n  kinds: [collective]\n- form: giay-khen\n  kinds: [individual, household]",
}

var readingEmpty = &diag.Rule{
	ID:    "reading-empty",
	Title: "Mỗi từ trong readings có cách đọc.",
	Wrong: "readings:\n  H'Hen:",
	Right: "readings:\n  H'Hen: Hơ Hen",
}

var orderTwice = &diag.Rule{
	ID:    "order-twice",
	Title: "Thứ tự gọi lên sân khấu nêu mỗi loại đối tượng một lần.",
	Wrong: "order: [collective, collective]",
	Right: "order: [collective, individual, household]",
}

var cardSize = &diag.Rule{
	ID:    "card-size",
	Title: "Thẻ để bàn, khi chưa gấp, nằm vừa trên giấy A4.",
	Wrong: "place_cards: {width: 250, height: 90}",
	Right: "place_cards: {width: 95, height: 60}",
}
