package check

import "bangvang/internal/diag"

var personalData = &diag.Rule{
	ID: "personal-data",
	Title: "Không bài viết, thành tích, ghi chú nào có dữ liệu cá nhân: số CCCD, CMND, điện thoại, tài khoản, thư điện tử, ngày sinh, địa chỉ nhà. " +
		"Liên hệ công khai của ban tổ chức ghi ở contact trong data/campaign.yaml; số khác cố ý công khai, như đường dây nóng, ghi ở contact.public.",
	Wrong: "citation: Hiến 500 m2 đất làm đường (liên hệ 0939 123 456)",
	Right: "citation: Hiến 500 m2 đất làm đường",
}
