package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/deliver"
	"bangvang/internal/publish"
)

func (s *session) publishCommand() *cobra.Command {
	var rehearsal string
	var replace bool
	var to delivery
	c := &cobra.Command{Use: "publish", Short: "Dựng bản công bố và ghi lại mọi địa chỉ đã công bố", Args: noArgs,
		Long: "Dựng trang web như build, rồi ghi mọi địa chỉ vào data/urls.lock và giữ phần cần cho các bản sau trong data/published/NGÀY/\n" +
			"(ngày của as_of). Từ đó không bản dựng nào được làm mất một địa chỉ: đổi địa chỉ hay thu hồi hẳn thì ghi vào data/moved.yaml.\n" +
			"Dữ liệu có lỗi hoặc còn dữ liệu mẫu thì không công bố và không ghi gì. Lệnh này chưa có bước duyệt. Có --to thì đưa trang lên nơi công bố;\n" +
			"không thì tự chép public/ lên máy chủ. Rồi lưu data/urls.lock và data/published/ cùng dữ liệu (git).\n" + destinations,
		Example: "  bangvang publish --rehearsal thu-cong-bo\n  bangvang publish --rehearsal thu-cong-bo --to dir:thu-cong-bo/may-chu",
		RunE: func(c *cobra.Command, _ []string) error {
			place, err := s.place(to)
			if err != nil {
				return err
			}
			opt, err := s.options()
			if err != nil {
				return err
			}
			return s.publish(c, opt, rehearsal, replace, place)
		}}
	c.Flags().SortFlags = false
	c.Flags().StringVarP(&s.destination, "destination", "d", "", "thư mục kết quả `DIR` (mặc định: public/ trong thư mục nguồn)")
	c.Flags().StringVar(&rehearsal, "rehearsal", "", "làm thử: ghi tất cả vào `DIR`, kể cả khi còn dữ liệu mẫu; data/ giữ nguyên")
	c.Flags().BoolVar(&replace, "replace", false, "thay bản đã giữ của cùng ngày, khi công bố lại trong ngày")
	to.flags(c)
	return c
}

func (s *session) publish(c *cobra.Command, opt build.Options, rehearsal string, replace bool, to *deliver.Place) error {
	start := time.Now()
	data := filepath.Join(opt.Source, "data")
	if rehearsal != "" {
		own := data
		if data = filepath.Join(rehearsal, "data"); truly(data) == truly(own) {
			s.started = false
			return &usageError{"--rehearsal cần một thư mục khác: làm thử không được ghi vào data/ của đợt thi đua"}
		}
		if s.destination == "" {
			opt.Destination = filepath.Join(rehearsal, "public")
		}
	}
	opt.Publishing = true
	r, err := build.Render(c.Context(), opt)
	if err != nil {
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	s.problems(r)
	switch {
	case r.Failed(opt.Strict):
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không công bố, không ghi gì. Sửa các lỗi trên rồi chạy lại.")
		return nil
	case r.Edition.Site.Sample != "" && rehearsal == "":
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không công bố, không ghi gì: trang còn dữ liệu mẫu (sample: true). Bỏ hết dữ liệu mẫu, hoặc làm thử với --rehearsal DIR.")
		return nil
	}
	stats, err := publish.Publish(c.Context(), publish.Publication{
		Edition: r.Edition, Site: r.Set, Promises: r.Promises, Day: r.Day, Destination: build.Destination(opt), Data: data, Replace: replace,
		Out: build.Output(opt),
	})
	s.endProgress()
	if errors.Is(err, build.ErrPersonal) {
		if err := r.TellPersonal(c.Context(), opt.Jobs); err != nil {
			return err
		}
		s.problems(r)
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không công bố, không ghi gì. Sửa các lỗi trên rồi chạy lại.")
		return nil
	}
	if errors.Is(err, publish.ErrKept) {
		s.code = exitProblems
		fmt.Fprintf(s.err, "Không công bố, không ghi gì: %s đã giữ một bản khác của ngày này.\n"+
			"Công bố ngày khác thì dời as_of; công bố lại trong cùng ngày thì thêm --replace, bản trước của ngày này sẽ được thay.\n", filepath.ToSlash(stats.Folder))
		return nil
	}
	if errors.Is(err, publish.ErrEarlier) {
		s.code = exitProblems
		fmt.Fprintf(s.err, "Không công bố, không ghi gì: as_of là ngày %s, mà data/urls.lock có địa chỉ công bố sau ngày đó. Dời as_of về sau.\n", r.Day.ISO())
		return nil
	}
	if err != nil {
		return err
	}
	if !s.quiet {
		r.Out = stats.Site
		s.account(opt, r, time.Since(start))
		s.published(stats, data, rehearsal != "", to != nil)
	}
	return s.deliver(c.Context(), to, build.Destination(opt))
}

// published tells what was promised and kept.
func (s *session) published(p publish.Stats, data string, rehearsal, delivered bool) {
	text := strconv.Itoa(p.Addresses) + " địa chỉ"
	if p.New > 0 {
		text += ", " + strconv.Itoa(p.New) + " địa chỉ mới"
	}
	s.line("Đã khoá", text+" trong "+filepath.ToSlash(filepath.Join(data, "urls.lock")))
	kept := filepath.ToSlash(p.Folder) + "/"
	if !p.Kept {
		kept += " (đã có, không đổi)"
	}
	s.line("Đã giữ", kept)
	if rehearsal {
		s.line("Làm thử", "data/ của đợt thi đua giữ nguyên")
		return
	}
	if delivered {
		s.line("Tiếp theo", "lưu data/urls.lock và data/published/ (git)")
		return
	}
	s.line("Tiếp theo", "chép thư mục kết quả lên máy chủ; lưu data/urls.lock và data/published/ (git)")
}
