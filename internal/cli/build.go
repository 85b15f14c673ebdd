package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

func (s *session) buildCommand() *cobra.Command {
	c := &cobra.Command{Use: "build", Short: "Dựng trang web, kỷ yếu và dữ liệu vào public/", Args: noArgs,
		Long: "Đọc data/ và content/, kiểm tra, rồi dựng trang web, kỷ yếu và dữ liệu vào public/.\n" +
			"Dữ liệu có lỗi thì không ghi gì: public/ giữ nguyên như trước.",
		Example: "  bangvang build\n  bangvang build --portable -d /mnt/usb/bang-vang",
		RunE: func(c *cobra.Command, _ []string) error {
			opt, err := s.options()
			if err != nil {
				return err
			}
			opt.Phase = s.phase()
			return s.build(c.Context(), opt)
		}}
	c.Flags().StringVarP(&s.destination, "destination", "d", "", "thư mục kết quả `DIR` (mặc định: public/ trong thư mục nguồn)")
	s.measures(c)
	c.Flags().BoolVar(&s.portable, "portable", false, "liên kết ghi rõ index.html, để xem được từ USB hay thư mục bất kỳ")
	c.Flags().BoolVar(&s.compress, "compress", false, "ghi thêm bản nén sẵn .br, .gz cạnh mỗi tệp, cho máy chủ gửi đi (xem may-chu/)")
	return c
}

func (s *session) checkCommand() *cobra.Command {
	var format string
	c := &cobra.Command{Use: "check", Short: "Kiểm tra như build nhưng không ghi gì", Args: noArgs,
		Long: "Làm mọi việc như build trừ việc ghi: đọc, kiểm tra, dựng thử từng trang và kỷ yếu.\n" +
			"Không có lỗi thì kể sẽ công bố những gì của từng đơn vị, còn thiếu gì.",
		Example: "  bangvang check\n  bangvang check --all-units\n  bangvang check --strict --format github",
		RunE: func(c *cobra.Command, _ []string) error {
			if !knownFormat(format) {
				return &usageError{fmt.Sprintf("không có dạng %q; hãy dùng text, json, github hoặc sarif", format)}
			}
			opt, err := s.options()
			if err != nil {
				return err
			}
			opt.Phase = s.phase()
			times := s.timed(&opt)
			defer func() { io.WriteString(s.err, times.tell()) }()
			if format == "text" {
				s.table = true
				return s.run(opt, func() (*build.Result, error) { return build.Check(c.Context(), opt) })
			}
			var r *build.Result
			if err := s.profiled(func() (err error) {
				r, err = build.Check(c.Context(), opt)
				s.endProgress()
				return err
			}); err != nil {
				return err
			}
			return s.machine(r, format)
		}}
	s.measures(c)
	c.Flags().StringVar(&format, "format", "text", "dạng `FORMAT` của danh sách lỗi: text (nếu không ghi), json, github, sarif")
	c.Flags().Lookup("format").DefValue = ""
	c.Flags().BoolVar(&s.allUnits, "all-units", false, "bảng cuối kể mọi đơn vị, không rút gọn")
	return c
}

// run carries out a build or a check and tells what came of it.
func (s *session) run(opt build.Options, do func() (*build.Result, error)) error {
	start := time.Now()
	var r *build.Result
	err := s.profiled(func() (err error) {
		r, err = do()
		return err
	})
	s.endProgress()
	if err != nil {
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	s.problems(r)
	if r.Failed(opt.Strict) {
		s.code = exitProblems
		fmt.Fprintln(s.err, s.refusal(opt, r))
		return nil
	}
	if !s.quiet {
		s.account(opt, r, time.Since(start))
	}
	return nil
}

// refusal says that nothing was written, and why.
func (s *session) refusal(opt build.Options, r *build.Result) string {
	out := build.Destination(opt)
	if _, err := os.Stat(out); errors.Is(err, os.ErrNotExist) {
		return "Không ghi gì. Sửa các lỗi trên rồi chạy lại."
	}
	return fmt.Sprintf("Không ghi gì: %s giữ nguyên như trước. Sửa các lỗi trên rồi chạy lại.", filepath.ToSlash(out))
}
