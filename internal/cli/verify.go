package cli

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/deliver"
	"bangvang/internal/outdir"
	"bangvang/internal/publish"
)

func (s *session) verifyCommand() *cobra.Command {
	c := &cobra.Command{Use: "verify DEST", Short: "Đối chiếu những gì đang công bố với thư mục đã dựng",
		Long: "So từng tệp ở nơi công bố với thư mục kết quả (public/ hoặc --destination), theo SHA-256, và nói đó có phải bản được duyệt gần nhất\n" +
			"(data/approvals.yaml), ai duyệt, lúc nào; không ghi gì. Có tệp khác, hoặc đang công bố không phải bản ấy, thì kể ra và kết thúc với mã 1.\n" +
			"public/ đã dựng lại sau khi công bố thì so với sổ của nơi công bố. DEST là một nơi công bố, hoặc địa chỉ trang (https://…): khi đó hỏi máy chủ từng tệp như người đọc.\n" + destinations,
		Example: "  bangvang verify dir:/srv/www/bang-vang\n  bangvang verify https://thi-dua.example.vn/",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"verify cần đúng một nơi để đối chiếu"}
			}
			return s.verify(c.Context(), args[0])
		}}
	c.Flags().StringVarP(&s.destination, "destination", "d", "", "thư mục đã công bố `DIR` (mặc định: public/ trong thư mục nguồn)")
	return c
}

func (s *session) verify(ctx context.Context, address string) error {
	approvals, err := publish.Approvals(s.source)
	if err != nil {
		return err
	}
	dir := build.Destination(build.Options{Source: s.source, Destination: s.destination})
	sum := sumIn(dir)
	if n := len(approvals); n > 0 && approvals[n-1].Hash != sum && s.destination == "" && !deliver.IsWeb(address) {
		dir = "" // built over since
	}
	d, err := s.compare(ctx, address, dir)
	s.endProgress()
	if errors.Is(err, deliver.ErrAddress) {
		return &usageError{err.Error()}
	}
	if err != nil {
		return err
	}
	with := dir
	if dir == "" {
		with, sum = "sổ của nơi công bố", hex.EncodeToString(d.Record[:])
	}
	s.difference(address, with, d)
	s.vouched(approvals, sum, d.Clean())
	return nil
}

// sumIn is the hash of the site in a folder, "" if there is none.
func sumIn(dir string) string {
	m, err := outdir.ReadManifest(dir)
	if err != nil {
		return ""
	}
	sum := m.Sum()
	return hex.EncodeToString(sum[:])
}

// compare asks what is live; dir is the folder that it should be, "" for what the destination's own record says.
func (s *session) compare(ctx context.Context, address, dir string) (deliver.Difference, error) {
	if deliver.IsWeb(address) {
		s.started = true
		return deliver.VerifyWeb(ctx, address, dir, deliver.Options{Jobs: s.jobs, Progress: s.progressing()})
	}
	p, err := s.place(delivery{to: address, keep: 1})
	if err == nil && p == nil {
		err = &usageError{"verify cần đúng một nơi để đối chiếu"}
	}
	if err != nil {
		return deliver.Difference{}, err
	}
	s.started = true
	return p.Verify(ctx, dir)
}

// vouched tells who approved the site that was compared, if all of it is live.
func (s *session) vouched(approvals []publish.Approval, sum string, clean bool) {
	told := func(a publish.Approval) string { return a.By + ", " + a.At.Format("15:04 ngày 02/01/2006") }
	n := len(approvals)
	switch {
	case n == 0:
		if !s.quiet {
			s.line("Chưa duyệt", publish.ApprovalsFile+" không có lần duyệt nào")
		}
	case sum == approvals[n-1].Hash && clean:
		if !s.quiet {
			s.line("Đã duyệt", told(approvals[n-1])+", mã "+sum)
		}
	default:
		s.code = exitProblems
		text := "Đang công bố không phải bản được duyệt gần nhất (" + told(approvals[n-1]) + ", mã " + approvals[n-1].Hash + ")"
		if i := slices.IndexFunc(approvals, func(a publish.Approval) bool { return a.Hash == sum }); clean && i >= 0 {
			text += ", mà là bản duyệt trước đó (" + told(approvals[i]) + ")"
		}
		fmt.Fprintln(s.err, text+".")
	}
}

// differencesShown is how many names of a kind are told.
const differencesShown = 20

func (s *session) difference(address, dir string, d deliver.Difference) {
	if d.Another {
		fmt.Fprintf(s.err, "Nơi công bố đang có bản %s, không phải bản trong %s.\n", d.Release, dir)
	}
	for _, kind := range []struct {
		word  string
		names []string
	}{{"Thiếu", d.Missing}, {"Khác", d.Changed}, {"Thừa", d.Extra}} {
		for i, name := range kind.names {
			if i == differencesShown {
				s.line("", fmt.Sprintf("… và %d tệp nữa", len(kind.names)-i))
				break
			}
			s.line(headOnce(kind.word, i), name)
		}
	}
	if !d.Clean() {
		s.code = exitProblems
		fmt.Fprintf(s.err, "%s không khớp với %s: thiếu %d, khác %d, thừa %d tệp.\n", address, dir, len(d.Missing), len(d.Changed), len(d.Extra))
		return
	}
	if !s.quiet {
		text := address + ": " + strconv.Itoa(d.Checked) + " tệp, không tệp nào khác " + dir
		if d.Release != "" {
			text += "; bản " + d.Release
		}
		s.line("Khớp", text)
	}
}
