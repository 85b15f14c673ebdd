package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/intake"
)

func (s *session) templateCommand() *cobra.Command {
	var o intake.TemplateOrder
	c := &cobra.Command{Use: "template", Short: "Làm bảng tính trống để một đơn vị điền danh sách khen thưởng", Args: noArgs,
		Long: "Làm tệp .xlsx có trang tính Tập thể, Cá nhân (và Hộ gia đình nếu đơn vị có hộ), ô chọn sẵn, lời nhắc và một hàng ví dụ.\n" +
			"Đơn vị điền xong gửi lại, “bangvang import” đọc được ngay. Tệp đã có thì không ghi đè.",
		Example: "  bangvang template --unit so-y-te -o mau-so-y-te.xlsx",
		RunE: func(_ *cobra.Command, _ []string) error {
			if o.Unit == "" {
				return &usageError{"cần --unit ID: đơn vị sẽ điền"}
			}
			if !strings.EqualFold(filepath.Ext(o.Output), ".xlsx") {
				return &usageError{"cần -o tệp có đuôi .xlsx"}
			}
			opt, err := s.options()
			if err != nil {
				return err
			}
			if isPublished(filepath.Dir(o.Output), build.Destination(opt)) {
				s.started = false
				return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; hãy ghi ra chỗ khác", filepath.ToSlash(o.Output))}
			}
			o.Source = s.source
			return s.template(o)
		}}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.Unit, "unit", "", "mã đơn vị `ID` trong data/units.yaml")
	f.StringVarP(&o.Output, "output", "o", "", "tệp kết quả `FILE`.xlsx")
	return c
}

func (s *session) template(o intake.TemplateOrder) error {
	t, err := intake.MakeTemplate(o)
	var wrong *intake.WrongOrder
	switch {
	case errors.As(err, &wrong):
		s.started = false
		return &usageError{wrong.Error()}
	case err != nil:
		return err
	}
	if t.Problems.Failed(false) {
		s.code = exitProblems
		s.listProblems(&t.Problems, t.Lines)
		fmt.Fprintln(s.err, "Không ghi gì. Sửa các lỗi trên rồi chạy lại.")
		return nil
	}
	if !s.quiet {
		s.line("Đã làm", fmt.Sprintf("bảng trống của %s: %s", t.Unit, strings.Join(t.Sheets, ", ")))
		s.line("Tệp", fmt.Sprintf("%s, %s", filepath.ToSlash(o.Output), size(int64(t.Bytes))))
		s.line("Nhập lại", fmt.Sprintf("bangvang import %s --decision ID", filepath.ToSlash(o.Output)))
	}
	return nil
}
