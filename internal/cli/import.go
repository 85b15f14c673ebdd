package cli

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/campaign"
	"bangvang/internal/intake"
)

func (s *session) importCommand() *cobra.Command {
	var o intake.Order
	c := &cobra.Command{Use: "import FILE…", Short: "Nhập danh sách khen thưởng từ bảng tính (.xlsx, .csv) vào data/awards/",
		Long: "Đọc bảng tính của các đơn vị và ghi thành khen thưởng của một quyết định trong data/awards/.\n" +
			"Tìm bảng dưới tiêu ngữ, tên danh sách; nhiều bảng, nhiều trang tính; nhận tiêu đề cột theo tên, thêm tên riêng trong data/headings.yaml.\n" +
			"Cột dữ liệu cá nhân (căn cước, ngày sinh, điện thoại, địa chỉ, số tài khoản …) không được đọc. Chữ TCVN3, VNI được chuyển và kể lại trước → sau.\n" +
			"Một tệp có lỗi thì không ghi gì của cả lượt. Nhập lại cùng tệp không đổi gì; tệp đã sửa thì kể rõ khác chỗ nào; phần sửa tay trong data/awards/ được giữ.",
		Example: "  bangvang import mau-so-y-te.xlsx --decision bang-khen-mau-01 --dry-run\n  bangvang import mau-so-y-te.xlsx --decision bang-khen-mau-01 --unit so-y-te",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"cần tên tệp bảng tính"}
			}
			if o.Decision == "" {
				return &usageError{"cần --decision ID: quyết định mà danh sách kèm theo"}
			}
			if _, err := s.options(); err != nil {
				return err
			}
			o.Source, o.Files, o.Strict = s.source, args, s.strict
			start := time.Now()
			out, err := intake.Import(c.Context(), o)
			var wrong *intake.WrongOrder
			if errors.As(err, &wrong) {
				s.started = false
				return &usageError{wrong.Error()}
			}
			if out != nil {
				s.imported(o, out, time.Since(start))
			}
			return err
		}}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.Decision, "decision", "", "mã quyết định `ID` trong data/decisions.yaml")
	f.StringVar(&o.Unit, "unit", "", "đơn vị `ID` của những hàng không ghi đơn vị")
	f.BoolVar(&o.DryRun, "dry-run", false, "chỉ xem sẽ đổi gì, không ghi")
	return c
}

// imported tells what became of each sheet, what was changed on the way, and what the data will be.
func (s *session) imported(o intake.Order, out *intake.Outcome, took time.Duration) {
	if !s.quiet {
		for i := range out.Sheets {
			s.importedSheet(&out.Sheets[i])
		}
		for i, u := range out.Units {
			s.line(headOnce("Đơn vị", i), fmt.Sprintf("“%s” → %s (%s), %d hàng", u.Text, u.Name, u.ID, u.Times))
		}
		for i, t := range out.Told {
			s.line(headOnce("Đã đổi", i), fmt.Sprintf("%s  %s: %s → %s", t.Place, t.What, t.Before, t.After))
		}
		s.importedDiff(out)
	}
	s.listProblems(&out.Problems, out.Lines)
	switch failed := out.Problems.Failed(s.strict); {
	case failed:
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không ghi gì. Sửa các lỗi trên rồi chạy lại.")
	case s.quiet:
	case out.File == "":
		s.line("Kết quả", fmt.Sprintf("không có gì đổi: %d khen thưởng đã có trong data/awards/", out.Same))
	case !out.Written:
		s.line("Kết quả", fmt.Sprintf("chưa ghi gì (--dry-run); sẽ ghi %s", out.File))
	default:
		s.line("Kết quả", fmt.Sprintf("đã ghi %s; xem lại bằng “bangvang check”", out.File))
	}
	if !s.quiet && len(out.Sheets) > 0 {
		s.line("Quyết định", fmt.Sprintf("%s: nay có %s; quyết định ghi %s", o.Decision, tally(out.Now), tally(out.Says)))
		s.line("Thời gian", strings.Replace(fmt.Sprintf("%.2f", took.Seconds()), ".", ",", 1)+" giây")
	}
}

func (s *session) importedSheet(a *intake.SheetAccount) {
	name := a.File
	if a.Sheet != "" {
		name += "!" + a.Sheet
	}
	text := "đọc " + tally(a.Read)
	if a.Read == (campaign.Tally{}) {
		text = "không có khen thưởng"
	}
	if len(a.Skipped) > 0 {
		text += "; bỏ qua " + strings.Join(a.Skipped, ", ")
	}
	s.line("Đọc", name+": "+text)
	for _, l := range []struct {
		what  string
		names []string
	}{{"cột", a.Columns}, {"không đọc, dữ liệu cá nhân", a.Private}, {"không đọc", a.LeftOut}, {"đã dọn", a.Tidied}} {
		if len(l.names) > 0 {
			s.line("", l.what+": "+strings.Join(l.names, "; "))
		}
	}
}

func tally(t campaign.Tally) string {
	var parts []string
	for _, k := range []struct {
		n    int
		word string
	}{{t.Collectives, "tập thể"}, {t.Individuals, "cá nhân"}, {t.Households, "hộ gia đình"}} {
		if k.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", k.n, k.word))
		}
	}
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, ", ")
}

func (s *session) importedDiff(out *intake.Outcome) {
	n := 0
	for _, d := range out.Diff {
		if d.New {
			s.line(headOnce("Thêm", n), fmt.Sprintf("+ %s  %s (%s) ← %s", d.ID, d.Name, d.Unit, d.From))
			n++
		}
	}
	n = 0
	for _, d := range out.Diff {
		if d.New {
			continue
		}
		s.line(headOnce("Sửa", n), fmt.Sprintf("~ %s  %s (%s) ← %s", d.ID, d.Name, d.Unit, d.From))
		for _, c := range d.Changes {
			s.line("", fmt.Sprintf("    %s: %s → %s", intake.KeyWords[c.Key], orNothing(c.Before), orNothing(c.After)))
		}
		n++
	}
}

func orNothing(text string) string {
	if text == "" {
		return "(không có)"
	}
	return "“" + text + "”"
}
