package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/deliver"
)

const destinations = "Nơi công bố viết là dir:/srv/www/bang-vang (một thư mục), s3://BUCKET/TIỀN-TỐ (kho S3 bất kỳ; khoá truy cập và điểm truy cập\n" +
	"lấy từ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL, AWS_REGION hoặc ~/.aws/credentials),\n" +
	"rsync://MÁY/MODULE/THƯ-MỤC (mật khẩu lấy từ RSYNC_PASSWORD) hoặc NGƯỜI-DÙNG@MÁY:THƯ/MỤC (rsync qua ssh, vào bằng khoá)."

// delivery is where a publication goes.
type delivery struct {
	to    string
	keep  int
	purge bool
}

func (d *delivery) flags(c *cobra.Command) {
	c.Flags().StringVar(&d.to, "to", "", "đưa trang đã dựng lên nơi công bố `DEST`: dir:/THƯ/MỤC, s3://BUCKET/TIỀN-TỐ, rsync://… hoặc NGƯỜI-DÙNG@MÁY:THƯ/MỤC")
	c.Flags().IntVar(&d.keep, "keep", 5, "giữ `N` bản ở nơi công bố để lùi lại được (mặc định: 5)")
	c.Flags().Lookup("keep").DefValue = "0" // the usage line would tell it in English
	c.Flags().BoolVar(&d.purge, "purge", false, "xoá ngay mọi bản cũ ở nơi công bố, không để lại gì (sau khi rút tên một người)")
}

// place is the destination, nil if none is wanted.
func (s *session) place(d delivery) (*deliver.Place, error) {
	if d.keep < 1 {
		return nil, &usageError{"--keep phải là số từ 1 trở lên"}
	}
	if d.to == "" {
		return nil, nil
	}
	p, err := deliver.Open(d.to, deliver.Options{Keep: d.keep, Purge: d.purge, Jobs: s.jobs, Progress: s.progressing()})
	if err != nil {
		return nil, &usageError{err.Error()}
	}
	return p, nil
}

// deliver carries a folder to its destination, if there is one, and tells what came of it.
func (s *session) deliver(ctx context.Context, p *deliver.Place, dir string) error {
	if p == nil {
		return nil
	}
	r, err := p.Publish(ctx, dir)
	return s.delivered(ctx, p, r, err)
}

func (s *session) delivered(ctx context.Context, p *deliver.Place, r deliver.Report, err error) error {
	s.endProgress()
	if err != nil {
		if ctx.Err() != nil { // Run says only that it was stopped
			fmt.Fprintln(s.err, "bangvang: "+err.Error())
		}
		return fmt.Errorf("chưa đưa lên được %s: %w", p.Address, err)
	}
	if r.Warning != "" {
		fmt.Fprintln(s.err, "Chú ý: "+r.Warning)
	}
	if s.quiet {
		return nil
	}
	text := "bản " + r.Release
	switch {
	case r.Was == r.Release:
		text += " đã ở đó từ trước"
	case r.Was != "":
		text += ", thay bản " + r.Was
	}
	s.line("Đã đưa lên", fmt.Sprintf("%s: %s; gửi %d trong %d tệp (%s), bỏ %d", p.Address, text, r.Sent, r.Files, size(r.Bytes), r.Removed))
	s.kept(r.Kept)
	return nil
}

// kept lists releases that can be brought back.
func (s *session) kept(all []deliver.Release) {
	for i, r := range all {
		text := fmt.Sprintf("%s  %d tệp, %s", r.Name, r.Files, size(r.Bytes))
		if r.From != "" {
			text += ", lấy lại từ bản " + r.From
		}
		if r.Live {
			text += "  ← đang công bố"
		}
		s.line(headOnce("Còn giữ", i), text)
	}
}

func (s *session) rollbackCommand() *cobra.Command {
	d := delivery{}
	var list bool
	c := &cobra.Command{Use: "rollback [BẢN]", Short: "Lấy lại một bản đã công bố trước đó ở nơi công bố",
		Long: "Đưa lên lại một bản còn giữ ở nơi công bố; không nêu BẢN thì lấy bản trước bản đang công bố. Lùi lại cũng là một bản mới,\n" +
			"nên lùi nhầm thì lùi lần nữa. Dữ liệu trên máy này không đổi.\n" + destinations,
		Example: "  bangvang rollback --to dir:/srv/www/bang-vang --list\n  bangvang rollback --to dir:/srv/www/bang-vang",
		RunE: func(c *cobra.Command, args []string) error {
			p, err := s.place(d)
			switch {
			case err != nil:
				return err
			case p == nil:
				return &usageError{"thiếu nơi công bố; hãy thêm --to DEST"}
			case len(args) > 1:
				return &usageError{fmt.Sprintf("không hiểu %q", args[1])}
			}
			s.started = true
			if list {
				all, err := p.Releases(c.Context())
				if err == nil && len(all) == 0 {
					err = fmt.Errorf("%s chưa có bản nào", p.Address)
				}
				s.kept(all)
				return err
			}
			r, err := p.Rollback(c.Context(), strings.Join(args, ""))
			return s.delivered(c.Context(), p, r, err)
		}}
	c.Flags().SortFlags = false
	d.flags(c)
	c.Flags().BoolVar(&list, "list", false, "chỉ kể các bản còn giữ")
	return c
}
