package outdir

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// What people read when it goes wrong.
func TestMessages(t *testing.T) {
	p := place{shown: "public", dir: "/s/public", staging: "/s/.public.bangvang-new"}
	var got strings.Builder
	for _, err := range []error{
		&ForeignError{Dir: "public", Names: []string{"CNAME"}, Count: 1},
		&ForeignError{Dir: "public", Names: []string{"a", "b", "c", "d", "e/"}, Count: 12},
		&ForeignError{Dir: "public", Names: []string{manifestName}, Count: 1, Why: "tệp .bangvang trong đó bị hỏng"},
		p.unfit("đây là một tệp"),
		p.machine("không ghi được tệp", "public/a", &fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}),
		p.machine("không ghi được tệp", "public/a", syscall.EACCES),
		p.machine("không ghi được tệp", "public/a", syscall.EROFS),
		p.machine("không ghi được tệp", "public/a", errors.New("x")),
		p.leftover(syscall.EIO),
		p.stopped(context.Canceled),
	} {
		got.WriteString(err.Error() + "\n")
	}
	const want = `không ghi vào thư mục "public": trong đó có tệp không do bangvang tạo: "CNAME"; hãy chuyển đi nơi khác, hoặc chọn thư mục khác bằng --destination. Thư mục vẫn nguyên như trước
không ghi vào thư mục "public": trong đó có tệp không do bangvang tạo: "a", "b", "c", "d", "e/" và 7 mục nữa; hãy chuyển đi nơi khác, hoặc chọn thư mục khác bằng --destination. Thư mục vẫn nguyên như trước
không ghi vào thư mục "public": tệp .bangvang trong đó bị hỏng nên không biết tệp nào do bangvang tạo; hãy xem lại rồi xóa thư mục đó, hoặc chọn thư mục khác bằng --destination. Thư mục vẫn nguyên như trước
không dùng thư mục "public" làm nơi xuất được: đây là một tệp
không ghi được tệp "public/a": đĩa đầy, hãy giải phóng chỗ trống rồi chạy lại (write a: no space left on device). Thư mục "public" vẫn nguyên như trước
không ghi được tệp "public/a": không có quyền ghi, hãy xin quyền hoặc chọn thư mục khác bằng --destination (permission denied). Thư mục "public" vẫn nguyên như trước
không ghi được tệp "public/a": ổ đĩa chỉ cho đọc, hãy chọn thư mục khác bằng --destination (read-only file system). Thư mục "public" vẫn nguyên như trước
không ghi được tệp "public/a": hệ thống báo lỗi (x). Thư mục "public" vẫn nguyên như trước
thư mục "public" đã là bản mới và đầy đủ, nhưng bản cũ chưa được dọn: ổ đĩa báo lỗi đọc ghi, hãy kiểm tra ổ đĩa (input/output error); lần dựng sau sẽ dọn, hoặc hãy xóa thư mục "/s/.public.bangvang-new"
đã dừng theo yêu cầu, thư mục "public" vẫn nguyên như trước: context canceled
`
	if got.String() != want {
		t.Errorf("got:\n%s", got.String())
	}
}
