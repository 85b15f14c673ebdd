package cli

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/deliver"
	"bangvang/internal/publish"
)

// publication is what publish was told to do.
type publication struct {
	rehearsal string
	replace   bool
	consent   consent
	to        *deliver.Place // nil: nowhere
	purge     bool           // nothing older stays there
}

func (s *session) publishCommand() *cobra.Command {
	var p publication
	var to delivery
	c := &cobra.Command{Use: "publish", Short: "Công bố đúng bản đã duyệt và ghi lại mọi địa chỉ đã công bố", Args: noArgs,
		Long: "Dựng trang web như build, rồi ghi mọi địa chỉ vào data/urls.lock và giữ phần cần cho các bản sau trong data/published/NGÀY/\n" +
			"(ngày của as_of). Từ đó không bản dựng nào được làm mất một địa chỉ: đổi địa chỉ hay thu hồi hẳn thì ghi vào data/moved.yaml.\n" +
			"Trước khi công bố phải duyệt: chạy diff, đọc, rồi đưa mã nó in ra cho --approve cùng tên người duyệt; bản khác mã thì bị từ chối.\n" +
			"Ai duyệt bản nào, lúc nào được ghi thêm vào data/approvals.yaml. Làm thử thì không cần duyệt.\n" +
			"Dữ liệu có lỗi hoặc còn dữ liệu mẫu thì không công bố và không ghi gì. Có --to thì đưa trang lên nơi công bố; không thì tự chép\n" +
			"public/ lên máy chủ. Rồi lưu data/approvals.yaml, data/urls.lock và data/published/ cùng dữ liệu (git).\n" + destinations,
		Example: "  bangvang publish --rehearsal thu-cong-bo\n  bangvang publish --rehearsal thu-cong-bo --to dir:thu-cong-bo/may-chu",
		RunE: func(c *cobra.Command, _ []string) error {
			approval, err := p.consent.approval()
			if err != nil {
				return err
			}
			p.to, err = s.place(to)
			p.purge = to.purge
			if err != nil {
				return err
			}
			opt, err := s.options()
			if err != nil {
				return err
			}
			return s.publish(c, opt, p, approval)
		}}
	c.Flags().SortFlags = false
	p.consent.flags(c)
	c.Flags().StringVarP(&s.destination, "destination", "d", "", "thư mục kết quả `DIR` (mặc định: public/ trong thư mục nguồn)")
	c.Flags().StringVar(&p.rehearsal, "rehearsal", "", "làm thử: ghi tất cả vào `DIR`, kể cả khi còn dữ liệu mẫu; data/ giữ nguyên")
	c.Flags().BoolVar(&p.replace, "replace", false, "thay bản đã giữ của cùng ngày, khi công bố lại trong ngày")
	to.flags(c)
	c.Flags().BoolVar(&s.compress, "compress", false, "ghi thêm bản nén sẵn .br, .gz cạnh mỗi tệp, cho máy chủ gửi đi (xem may-chu/)")
	return c
}

func (s *session) publish(c *cobra.Command, opt build.Options, p publication, approval *publish.Approval) error {
	start := time.Now()
	data := filepath.Join(opt.Source, "data")
	if p.rehearsal != "" {
		own := data
		if data = filepath.Join(p.rehearsal, "data"); truly(data) == truly(own) {
			s.started = false
			return &usageError{"--rehearsal cần một thư mục khác: làm thử không được ghi vào data/ của đợt thi đua"}
		}
		if s.destination == "" {
			opt.Destination = filepath.Join(p.rehearsal, "public")
		}
	}
	opt.Publishing, opt.Phase = true, s.phase()
	r, err := build.Render(c.Context(), opt)
	s.endProgress()
	if err != nil {
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	s.problems(r)
	if stop := s.unready(opt, r, p, approval); stop != "" {
		fmt.Fprintln(s.err, "Không công bố, không ghi gì"+stop)
		return nil
	}
	if approval != nil {
		approval.AsOf, approval.At = r.AsOf, approval.At.In(r.AsOf.Location())
	}
	opt.Phase("dựng và ghi tệp")
	stats, err := publish.Publish(c.Context(), publish.Publication{
		Edition: r.Edition, Site: r.Set, Promises: r.Promises, Day: r.Day, Destination: build.Destination(opt), Data: data, Replace: p.replace,
		Approval: approval, Out: build.Output(opt),
	})
	s.endProgress()
	if err != nil {
		return s.refused(c.Context(), opt, r, stats, err)
	}
	if p.rehearsal == "" {
		s.rememberPublished(opt, stats.Manifest)
	}
	if !s.quiet {
		r.Out = stats.Site
		s.account(opt, r, time.Since(start))
		s.published(stats, data, p, approval)
	}
	if err := s.deliver(c.Context(), p.to, build.Destination(opt)); err != nil || p.to == nil || p.rehearsal != "" {
		return err
	}
	s.rememberPlace(opt, p.to.Address)
	if n := withdrawnSince(r); n > 0 && !p.purge {
		fmt.Fprintf(s.err, "Chú ý: %d lượt khen đã rút từ lần công bố trước, mà các bản cũ còn giữ ở %s vẫn nêu tên; xoá chúng bằng\n  %s\n", n, p.to.Address, s.purging(approval.Hash, p.to.Address))
	}
	return nil
}

// unready says why a site may not be published, before any of its files is made; "" if it may.
func (s *session) unready(opt build.Options, r *build.Result, p publication, approval *publish.Approval) string {
	s.code = exitProblems
	switch {
	case r.Failed(opt.Strict):
		return ". Sửa các lỗi trên rồi chạy lại."
	case p.rehearsal != "":
	case r.Edition.Site.Sample != "":
		return ": trang còn dữ liệu mẫu (sample: true). Bỏ hết dữ liệu mẫu, hoặc làm thử với --rehearsal DIR."
	case approval == nil:
		s.code = exitUsage
		return ": chưa có người duyệt.\n" +
			"1. Chạy bangvang diff --format html, mở tệp nó ghi và đọc: ai thêm, ai bỏ, con số nào đổi, trường nào mới công khai.\n" +
			"2. Người có thẩm quyền duyệt; chép mã 64 chữ số ở cuối.\n" +
			"3. Chạy bangvang publish --approve MÃ --by \"HỌ TÊN NGƯỜI DUYỆT\".\n" +
			"Chỉ làm thử thì thêm --rehearsal DIR."
	}
	s.code = exitFine
	return ""
}

// refused words why a publication was not carried out; what is no refusal stays an error.
func (s *session) refused(ctx context.Context, opt build.Options, r *build.Result, stats publish.Stats, err error) error {
	var other *publish.Unapproved
	switch {
	case errors.Is(err, build.ErrPersonal):
		if err := s.personal(ctx, opt, r); err != nil {
			return err
		}
		fmt.Fprintln(s.err, "Không công bố, không ghi gì. Sửa các lỗi trên rồi chạy lại.")
	case errors.As(err, &other):
		s.unapproved(opt, other.Hash, other.Site)
	case errors.Is(err, publish.ErrRecord):
		fmt.Fprintf(s.err, "Không công bố, trang giữ nguyên như trước: %s.\n", err)
	case errors.Is(err, publish.ErrKept):
		fmt.Fprintf(s.err, "Không công bố, không ghi gì: %s đã giữ một bản khác của ngày này.\n"+
			"Công bố ngày khác thì dời as_of; công bố lại trong cùng ngày thì thêm --replace, bản trước của ngày này sẽ được thay.\n", filepath.ToSlash(stats.Folder))
	case errors.Is(err, publish.ErrEarlier):
		fmt.Fprintf(s.err, "Không công bố, không ghi gì: as_of là ngày %s, mà data/urls.lock có địa chỉ công bố sau ngày đó. Dời as_of về sau.\n", r.Day.ISO())
	default:
		return err
	}
	s.code = exitProblems
	return nil
}

// personal tells what of the files is personal data.
func (s *session) personal(ctx context.Context, opt build.Options, r *build.Result) error {
	if err := r.TellPersonal(ctx, opt); err != nil {
		return err
	}
	s.problems(r)
	s.code = exitProblems
	return nil
}

// published tells what was promised and kept.
func (s *session) published(p publish.Stats, data string, as publication, approval *publish.Approval) {
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
	if approval != nil {
		s.line("Đã duyệt", fmt.Sprintf("%s, %s, mã %s, ghi ở %s", approval.By, approval.At.Format("15:04 ngày 02/01/2006"), approval.Hash,
			filepath.ToSlash(filepath.Join(data, path.Base(publish.ApprovalsFile)))))
	}
	if as.rehearsal != "" {
		s.line("Làm thử", "data/ của đợt thi đua giữ nguyên")
		return
	}
	if as.to != nil {
		s.line("Tiếp theo", "lưu data/approvals.yaml, data/urls.lock và data/published/ (git)")
		return
	}
	s.line("Tiếp theo", "chép thư mục kết quả lên máy chủ; lưu data/approvals.yaml, data/urls.lock và data/published/ (git)")
}
