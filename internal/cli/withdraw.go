package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
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
	s.line("Tiếp theo", "bangvang diff, đọc, duyệt, rồi công bố, xoá cả các bản cũ còn giữ ở nơi công bố; tới lúc đó trang trên mạng vẫn như cũ:")
	for _, at := range s.places(build.Options{Source: s.source}) {
		s.line("", s.purging("MÃ", at))
	}
}

// deliveredName is the note of where publications were delivered from here, an address a line.
const deliveredName = "delivered"

// places lists where publications went; if nobody knows, what stands for it.
func (s *session) places(opt build.Options) []string {
	b, _ := os.ReadFile(noteAt(opt, deliveredName))
	if all := strings.Fields(string(b)); len(all) > 0 {
		return all
	}
	return []string{"NƠI-CÔNG-BỐ"}
}

// rememberPlace adds an address to those.
func (s *session) rememberPlace(opt build.Options, address string) {
	b, _ := os.ReadFile(noteAt(opt, deliveredName))
	if all := strings.Fields(string(b)); strings.ContainsAny(address, " \t\n") || slices.Contains(all, address) {
		return
	}
	s.remember(opt, deliveredName, func(w io.Writer) error { _, err := fmt.Fprintf(w, "%s%s\n", b, address); return err })
}

// purging is the command line that publishes what was approved and leaves nothing older there.
func (s *session) purging(hash, address string) string {
	return s.approving(hash) + " --to " + quoted(address) + " --purge"
}

// withdrawnSince counts the awards that were taken off since the publication before.
func withdrawnSince(r *build.Result) int {
	if len(r.Approvals) == 0 {
		return 0
	}
	n, day := 0, r.Approvals[len(r.Approvals)-1].AsOf.Format("2006-01-02")
	for _, roll := range r.Tree.Rolls {
		for _, a := range roll.Awards {
			if a.Withdrawn != nil && a.Withdrawn.Date.Text >= day {
				n++
			}
		}
	}
	return n
}
