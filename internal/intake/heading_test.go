package intake

import (
	"strings"
	"testing"
)

// TestAliases: a heading names one column, is written folded, and none that is published is private.
func TestAliases(t *testing.T) {
	seen := map[string]column{}
	for c, list := range aliases {
		for a := range strings.SplitSeq(list, "|") {
			a = strings.TrimSpace(a)
			if a == "" {
				continue
			}
			if other, twice := seen[a]; twice {
				t.Errorf("%q is %s and %s", a, columnWords[other].key, columnWords[c].key)
			}
			seen[a] = c
			if headingKey(a) != a {
				t.Errorf("%q is not folded: %q", a, headingKey(a))
			}
			if isPrivate(a) {
				t.Errorf("%q is private", a)
			}
		}
	}
}

func TestHeadings(t *testing.T) {
	h := newHeadings(nil, nil)
	for text, want := range map[string]column{
		"STT": noColumn, "Số TT": noColumn, "HỌ VÀ TÊN": individualColumn, "Họ tên (chữ in hoa)": individualColumn, "Tên tập thể": collectiveColumn, "Chức vụ/Chức danh": positionColumn,
		"Nơi công tác": unitColumn, "Nội dung khen thưởng": citationColumn, "Số sổ vàng": goldenColumn, "Số CCCD": privateColumn, "Ngày sinh": privateColumn, "Họ tên (ghi cả số CMND)": privateColumn,
		"Chức vụ, đơn vị công tác": positionUnitColumn, "Họ tên vợ": privateColumn, "Họ và tên cha": privateColumn, "Đơn vị tính": unknown, "Trình độ văn hóa": privateColumn, "Số điện thoại liên hệ": privateColumn, "": unknown,
	} {
		if got := h.is(text); got != want {
			t.Errorf("%q is %q, want %q", text, columnWords[got].key, columnWords[want].key)
		}
	}
}
