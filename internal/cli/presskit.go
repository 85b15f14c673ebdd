package cli

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

func (s *session) pressKitCommand() *cobra.Command {
	var k build.Kit
	c := &cobra.Command{Use: "press-kit", Short: "Bộ tài liệu cho báo chí trong một tệp zip (nội bộ)", Args: noArgs,
		Long: "Gom vào một tệp zip những gì báo, đài dùng được: biểu đồ, ảnh cho liên kết, bảng số liệu, kỷ yếu, bản trích quyết định, đoạn giới thiệu\n" +
			"và tệp DOC-TRUOC.txt nêu điều kiện sử dụng, cách trích dẫn, nơi liên hệ. Không có ảnh chân dung.\n" +
			"Chỉ có những gì đã công bố. Với --embargoed, có thêm các quyết định đã có số mà chưa đến giờ công bố: mỗi tệp của chúng mang dòng\n" +
			"“CẤM CÔNG BỐ TRƯỚC …” trong tên và trong nội dung. Gửi bộ ấy cho ai là việc của người gửi.",
		Example: "  bangvang press-kit\n  bangvang press-kit --embargoed -o noi-bo/bao-chi-truoc-gio.zip",
		RunE:    func(c *cobra.Command, _ []string) error { return s.pressKit(c, k) }}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&k.Output, "output", "o", privateFolder+"/bao-chi.zip", "tệp kết quả `FILE` (nếu không ghi: "+privateFolder+"/bao-chi.zip)")
	f.BoolVar(&k.Embargoed, "embargoed", false, "đưa vào cả quyết định chưa đến giờ công bố, có nhãn")
	f.Lookup("output").DefValue = ""
	return c
}

func (s *session) pressKit(c *cobra.Command, k build.Kit) error {
	if k.Output == "" {
		return &usageError{"--output cần tên tệp"}
	}
	opt, err := s.options()
	if err != nil {
		return err
	}
	if isPublished(filepath.Dir(k.Output), build.Destination(opt)) {
		s.started = false
		return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; bộ tài liệu này là nội bộ, hãy ghi ra chỗ khác", filepath.ToSlash(k.Output))}
	}
	start := time.Now()
	r, made, err := build.PressKit(c.Context(), opt, k)
	if err != nil {
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	s.problems(r)
	switch {
	case made == nil:
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không ghi gì. Sửa các lỗi trên rồi chạy lại.")
	case !s.quiet:
		s.line("Đã làm", fmt.Sprintf("bộ tài liệu cho báo chí, %d tệp", made.Files))
		for i, d := range made.Ahead {
			s.line(headOnce("Có nhãn", i), d.Embargo.Words+": "+d.Words)
		}
		if made.Kept > 0 {
			s.line("Chưa có", fmt.Sprintf("%d quyết định chưa đến giờ công bố; --embargoed đưa vào, có nhãn", made.Kept))
		}
		s.line("Tệp", fmt.Sprintf("%s, %s", filepath.ToSlash(made.Name), size(made.Bytes)))
		s.line("Thời gian", lasted(time.Since(start)))
	}
	return nil
}
