package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
)

// What Replace refuses, for errors.Is. The errors themselves say in Vietnamese
// what to do.
var (
	ErrBusy     = errors.New("một lần dựng khác đang chạy")
	ErrForeign  = errors.New("thư mục có tệp không do bangvang tạo")
	ErrPlace    = errors.New("thư mục không dùng làm nơi xuất được")
	ErrLeftover = errors.New("bản cũ chưa được dọn")
)

// A ForeignError is a destination that holds what was not made here.
type ForeignError struct {
	Dir   string   // as the caller gave it
	Names []string // the first few, sorted; a folder ends with a slash
	Count int      // of all
	Why   string   // if it is the manifest itself that is wrong
}

func (e *ForeignError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "không ghi vào thư mục %q: ", e.Dir)
	if e.Why != "" {
		fmt.Fprintf(&b, "%s nên không biết tệp nào do bangvang tạo; hãy xem lại rồi xóa thư mục đó, hoặc chọn thư mục khác bằng --destination. Thư mục vẫn nguyên như trước", e.Why)
		return b.String()
	}
	b.WriteString("trong đó có tệp không do bangvang tạo: ")
	for i, name := range e.Names {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", name)
	}
	if more := e.Count - len(e.Names); more > 0 {
		fmt.Fprintf(&b, " và %d mục nữa", more)
	}
	b.WriteString("; hãy chuyển đi nơi khác, hoặc chọn thư mục khác bằng --destination. Thư mục vẫn nguyên như trước")
	return b.String()
}

// Is makes errors.Is(err, ErrForeign) true.
func (e *ForeignError) Is(target error) bool { return target == ErrForeign }

// worded is a refusal in words for a person and of a kind for the program.
type worded struct {
	text string
	kind error
}

func (e *worded) Error() string { return e.text }
func (e *worded) Unwrap() error { return e.kind }

// unfit says why the place cannot be a destination.
func (p place) unfit(format string, args ...any) error {
	return &worded{fmt.Sprintf("không dùng thư mục %q làm nơi xuất được: ", p.shown) + fmt.Sprintf(format, args...), ErrPlace}
}

// machine says what could not be done to path, why, and what to do.
func (p place) machine(failed, path string, err error) error {
	return fmt.Errorf("%s %q: %s (%w). Thư mục %q vẫn nguyên như trước", failed, path, advice(err), err, p.shown)
}

func (p place) stopped(cause error) error {
	return fmt.Errorf("đã dừng theo yêu cầu, thư mục %q vẫn nguyên như trước: %w", p.shown, cause)
}

// leftover is a failure after the exchange.
func (p place) leftover(err error) error {
	return fmt.Errorf("thư mục %q đã là bản mới và đầy đủ, nhưng %w: %s (%w); lần dựng sau sẽ dọn, hoặc hãy xóa thư mục %q",
		p.shown, ErrLeftover, advice(err), err, p.staging)
}

// advice says in Vietnamese what an error of the system means and what to do.
func advice(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "đĩa đầy, hãy giải phóng chỗ trống rồi chạy lại"
	case errors.Is(err, syscall.EDQUOT):
		return "hết hạn mức đĩa, hãy xóa bớt tệp rồi chạy lại"
	case errors.Is(err, syscall.EROFS):
		return "ổ đĩa chỉ cho đọc, hãy chọn thư mục khác bằng --destination"
	case errors.Is(err, fs.ErrPermission):
		return "không có quyền ghi, hãy xin quyền hoặc chọn thư mục khác bằng --destination"
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EXDEV):
		return "thư mục này đang bị hệ thống giữ, hãy xóa nó trước hoặc chọn thư mục khác bằng --destination"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "mở quá nhiều tệp, hãy giảm --jobs"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "đường dẫn quá dài, hãy chọn thư mục ngắn hơn bằng --destination"
	case errors.Is(err, syscall.EIO):
		return "ổ đĩa báo lỗi đọc ghi, hãy kiểm tra ổ đĩa"
	}
	return "hệ thống báo lỗi"
}
