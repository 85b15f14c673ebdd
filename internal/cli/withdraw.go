package cli

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/publish"
)

func (s *session) withdrawCommand() *cobra.Command {
	var w publish.Withdrawal
	c := &cobra.Command{Use: "withdraw ID", Short: "Rút một người, tập thể khỏi bảng vàng và khỏi các bản đã giữ",
		Long: "Ghi withdrawn vào khen thưởng có mã ID trong data/awards/ và bỏ tên ấy trong mọi bản đã giữ ở data/published/.\n" +
			"Bản dựng sau không còn nêu tên ở trang, dữ liệu, ảnh, kỷ yếu, bản lưu nào; địa chỉ vẫn còn, chỉ nói là đã rút. Lý do không bao giờ công bố.\n" +
			"Nơi khác trong data/ và content/ có nêu tên ấy thì được kể ra để người xem lại. Sau đó cần publish để trang trên mạng cũng đổi.",
		Example: "  bangvang withdraw bang-khen-mau-01-001 --reason \"Rút theo đơn\" --dry-run",
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return &usageError{"cần đúng một mã khen thưởng"}
			case strings.TrimSpace(w.Reason) == "":
				return &usageError{"cần --reason TEXT: vì sao rút (được giữ trong data/, không công bố)"}
			}
			if _, err := s.options(); err != nil {
				return err
			}
			w.Source, w.Award = s.source, args[0]
			out, err := publish.Withdraw(c.Context(), w)
			var wrong *publish.WrongWithdrawal
			if errors.As(err, &wrong) {
				s.started = false
				return &usageError{wrong.Text}
			}
			if out != nil {
				s.withdrawn(w, out)
			}
			return err
		}}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&w.Reason, "reason", "", "lý do `TEXT`, không công bố")
	f.StringVar(&w.Day, "date", "", "ngày rút `DAY`, như 2019-01-15 (mặc định: ngày của as_of)")
	f.BoolVar(&w.DryRun, "dry-run", false, "chỉ xem sẽ đổi gì, không ghi")
	return c
}

// mostMentions are as many lines as one looks through.
const mostMentions = 20

// withdrawn tells what was done and where a person still has to look.
func (s *session) withdrawn(w publish.Withdrawal, out *publish.Withdrawn) {
	if s.quiet {
		return
	}
	switch {
	case out.Already:
		s.line("Khen thưởng", fmt.Sprintf("%s (%s) đã được ghi là rút, %s", w.Award, out.Name, out.Roll))
	default:
		s.line("Rút", fmt.Sprintf("%s (%s), ngày %s, ghi ở %s", w.Award, out.Name, out.Day, out.Roll))
	}
	for i, name := range out.Copies {
		s.line(headOnce("Bỏ tên", i), path.Join("data/published", name))
	}
	for i, at := range out.Mentions {
		if i == mostMentions {
			s.line("", fmt.Sprintf("và %d dòng nữa", len(out.Mentions)-i))
			break
		}
		s.line(headOnce("Xem lại", i), at.String()+" cũng nêu tên này")
	}
	if w.DryRun {
		s.line("Kết quả", "chưa ghi gì (--dry-run)")
		return
	}
	s.line("Tiếp theo", "bangvang diff, rồi publish --approve: tới lúc đó trang đang công bố vẫn như cũ")
}
