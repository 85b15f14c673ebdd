package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/edition"
)

func (s *session) appraisalCommand() *cobra.Command {
	var ch edition.AppraisalChoice
	output := privateFolder + "/binh-xet.xlsx"
	c := &cobra.Command{Use: "appraisal", Short: "Phiếu để Hội đồng bình xét, thẩm định (nội bộ)", Args: noArgs,
		Long: "Làm phiếu cho Hội đồng: của mỗi đơn vị có chỉ tiêu được giao, kết quả, nguồn, đúng hạn hay không, đạt hay vượt, thành tích,\n" +
			"người và tập thể đề nghị khen (cả dự thảo), điều cần xem lại; tổng hợp theo cụm, khối; cột trống để Hội đồng ghi.\n" +
			"Đuôi .xlsx là bảng tính, .pdf là bản in A4 ngang, mỗi đơn vị bắt đầu một trang. Cảnh báo của “check” ở dòng nào của đơn vị thì vào phiếu của đơn vị ấy.",
		Example: "  bangvang appraisal\n  bangvang appraisal -o noi-bo/binh-xet.pdf",
		RunE:    func(c *cobra.Command, _ []string) error { return s.appraisal(c, ch, output) }}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&output, "output", "o", output, "tệp kết quả `FILE`.xlsx hoặc .pdf (nếu không ghi: "+output+")")
	f.StringVar(&ch.Unit, "unit", "", "chỉ làm cho đơn vị `ID`")
	f.StringVar(&ch.Block, "block", "", "chỉ làm cho cụm, khối `ID`")
	f.Lookup("output").DefValue = ""
	return c
}

func (s *session) appraisal(c *cobra.Command, ch edition.AppraisalChoice, output string) error {
	if ext := strings.ToLower(filepath.Ext(output)); ext != ".xlsx" && ext != ".pdf" {
		return &usageError{"cần -o tệp có đuôi .xlsx hoặc .pdf"}
	}
	if at, err := os.Stat(output); err == nil && at.IsDir() {
		return &usageError{fmt.Sprintf("%q là thư mục; hãy ghi tên tệp", output)}
	}
	opt, err := s.options()
	if err != nil {
		return err
	}
	if isPublished(filepath.Dir(output), build.Destination(opt)) {
		s.started = false
		return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; phiếu này là nội bộ, hãy ghi ra chỗ khác", filepath.ToSlash(output))}
	}
	start := time.Now()
	r, made, err := build.Appraise(c.Context(), opt, ch, output)
	var wrong *build.WrongChoice
	switch {
	case errors.As(err, &wrong):
		s.started = false
		return &usageError{wrong.Error()}
	case err != nil:
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
	case len(made.Sheet.Units) == 0:
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không có đơn vị nào được giao chỉ tiêu, có thành tích hay được đề nghị khen, nên không ghi gì.")
	case !s.quiet:
		s.line("Đã làm", "phiếu bình xét: "+made.Sheet.Lead)
		text := fmt.Sprintf("%s, %s", filepath.ToSlash(made.Name), size(made.Bytes))
		if made.Pages > 0 {
			text += fmt.Sprintf(", %d trang A4 ngang", made.Pages)
		}
		s.line("Tệp", text)
		s.line("Nội bộ", "không đưa lên mạng, không gửi cho người không liên quan")
		s.line("Thời gian", lasted(time.Since(start)))
	}
	return nil
}
