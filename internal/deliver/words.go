package deliver

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// worded adds to an error of the machine what it means and what to do, and says at the end what state the destination is in.
func worded(err error, state string, args ...any) error {
	if advice := advice(err); advice != "" {
		err = fmt.Errorf("%s (%w)", advice, err)
	}
	return fmt.Errorf("%w. %s", err, fmt.Sprintf(state, args...))
}

// advice says in Vietnamese what an error of the system means, or "".
func advice(err error) string {
	for _, known := range [...]struct {
		err  error
		says string
	}{
		{syscall.ENOSPC, "đĩa của nơi công bố đã đầy, hãy giải phóng chỗ trống rồi chạy lại"},
		{syscall.EDQUOT, "hết hạn mức đĩa của nơi công bố, hãy xoá bớt tệp rồi chạy lại"},
		{syscall.EROFS, "nơi công bố chỉ cho đọc, hãy chọn nơi khác"},
		{syscall.EBUSY, "hệ thống đang giữ thư mục này (thường là điểm gắn của một ổ đĩa), hãy chọn một thư mục con của nó"},
		{syscall.EIO, "ổ đĩa báo lỗi đọc ghi, hãy kiểm tra ổ đĩa"},
		{syscall.EMFILE, "mở quá nhiều tệp, hãy giảm --jobs"},
		{fs.ErrPermission, "không có quyền ghi ở nơi công bố, hãy xin quyền hoặc chọn nơi khác"},
	} {
		if errors.Is(err, known.err) {
			return known.says
		}
	}
	return ""
}

// stateOf says what readers have where files travel one by one.
func stateOf(touched bool) string {
	if touched {
		return "vẫn đọc được: mỗi trang là bản cũ hoặc bản mới, trang nào cũng đủ tệp; chạy lại lệnh để gửi nốt"
	}
	return "giữ nguyên như trước"
}
