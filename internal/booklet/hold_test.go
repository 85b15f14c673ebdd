package booklet

import (
	"strings"
	"testing"
)

// TestHold: which spaces do not end a line, shown as "_".
func TestHold(t *testing.T) {
	for _, want := range []string{
		"có 05_xã đạt chuẩn",
		"đạt 1.790_triệu_USD trong năm",
		"khoảng 1,2_tỷ_đồng từ",
		"đạt 84,5% kế hoạch",
		"ngày_05_tháng_9_năm_2018 tại",
		"từ tháng_5_năm_2018 đến ngày_30/11/2018",
		"Quyết định số_12/QĐ-UBND ngày_05",
		"tại TP._Cần_Thơ và các",
		"tại TP_Cần_Thơ, Quận Mẫu",
		"ở TP._Hồ_Chí_Minh Nguyễn",
		"ra (TX._Ngã_Bảy) rồi",
		"ở P._An_Bình, Quận",
		"gặp ông_Nguyễn Văn Mẫu và bà con",
		"trang_12 của sách",
		"quý III và", // not a figure
		"năm học mới",
		"Ông_Trần",
		"GẶP ÔNG_TRẦN VĂN MẪU",
		"một_– hai",
	} {
		given := strings.ReplaceAll(want, "_", " ")
		if got := strings.ReplaceAll(hold(given), string(nbsp), "_"); got != want {
			t.Errorf("%s is held as %s, want %s", given, got, want)
		}
	}
}
