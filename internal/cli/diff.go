package cli

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/outdir"
	"bangvang/internal/publish"
	"bangvang/internal/signoff"
)

// comparison is what diff was told to do.
type comparison struct{ against, format, output string }

func (s *session) diffCommand() *cobra.Command {
	var d comparison
	c := &cobra.Command{Use: "diff", Short: "Đối chiếu bản sắp công bố với bản đang công bố, để người duyệt ký", Args: noArgs,
		Long: "Dựng bản sẽ công bố mà không ghi ra, rồi kể so với bản đang công bố: ai được thêm, rút, sửa; con số nào đổi; trang và địa chỉ\n" +
			"nào thêm, chuyển, mất; trường nào lần đầu công khai; số người từng quyết định; cảnh báo còn mở. Cuối cùng là mã của đúng bản đó.\n" +
			"Người duyệt đọc xong thì công bố bằng publish --approve MÃ --by \"HỌ TÊN\"; dữ liệu đổi một chữ là mã khác.\n\n" +
			"  text  in ra màn hình, rút gọn danh sách dài; dòng cuối là mã\n" +
			"  html  một tệp đầy đủ để đọc, in, ký (" + privateFolder + "/doi-chieu.html)\n" +
			"  json  đầy đủ, cho chương trình khác\n\n" +
			"Bản đối chiếu là nội bộ: nó nêu cả tên người bị rút.",
		Example: "  bangvang diff\n  bangvang diff --format html -o noi-bo/doi-chieu.html",
		RunE: func(c *cobra.Command, _ []string) error {
			opt, err := s.options()
			if err != nil {
				return err
			}
			if err := d.judge(opt); err != nil {
				s.started = false
				return err
			}
			return s.diff(c, opt, d)
		}}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&d.against, "against", "", "so với trang đã công bố trong thư mục `DIR` (mặc định: bản được duyệt gần nhất)")
	f.StringVar(&d.format, "format", "text", "dạng `FORMAT`: text (nếu không ghi), html, json")
	f.StringVarP(&d.output, "output", "o", "", "ghi ra tệp `FILE` (html: nếu không ghi thì "+privateFolder+"/doi-chieu.html)")
	f.StringVarP(&s.destination, "destination", "d", "", "thư mục công bố `DIR` (mặc định: public/ trong thư mục nguồn)")
	f.Lookup("format").DefValue = ""
	return c
}

// judge holds the command line to what can be done.
func (d *comparison) judge(opt build.Options) error {
	if formats := []string{"text", "html", "json"}; !slices.Contains(formats, d.format) {
		return &usageError{fmt.Sprintf("không có dạng %q; hãy dùng text, html hoặc json", d.format) + near(d.format, formats)}
	}
	if d.format == "html" && d.output == "" {
		d.output = filepath.Join(opt.Source, privateFolder, "doi-chieu.html")
	}
	if d.output == "" {
		return nil
	}
	if i, err := os.Stat(d.output); err == nil && i.IsDir() {
		return &usageError{fmt.Sprintf("%q là thư mục; hãy ghi tên tệp", d.output)}
	}
	if isPublished(filepath.Dir(d.output), build.Destination(opt)) {
		return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; bản đối chiếu là nội bộ, hãy ghi ra chỗ khác", filepath.ToSlash(d.output))}
	}
	return nil
}

func (s *session) diff(c *cobra.Command, opt build.Options, d comparison) error {
	start := time.Now()
	opt.Publishing, opt.Phase = true, s.phase()
	r, err := build.Render(c.Context(), opt)
	s.endProgress()
	if err != nil {
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	if r.Failed(opt.Strict) {
		s.problems(r)
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không đối chiếu được. Sửa các lỗi trên rồi chạy lại.")
		return nil
	}
	before, against, err := s.lastPublished(opt, r, d.against)
	if err != nil {
		return err
	}
	opt.Phase("dựng thử tệp")
	site, err := outdir.Weigh(c.Context(), r.Set, build.Output(opt))
	s.endProgress()
	if errors.Is(err, build.ErrPersonal) {
		if err := s.personal(c.Context(), opt, r); err != nil {
			return err
		}
		fmt.Fprintln(s.err, "Không đối chiếu được. Sửa các lỗi trên rồi chạy lại.")
		return nil
	}
	if err != nil {
		return err
	}
	after, err := signoff.Read(r.Set.FS(), site)
	if err != nil {
		return err
	}
	s.remember(opt, diffName, func(w io.Writer) error { _, err := site.WriteTo(w); return err })
	notes := signoff.Notes{Against: against, Decisions: r.Edition.Account.Decisions, Problems: &r.Problems, Promised: publish.Promised}
	if r.Edition.Site.Sample != "" {
		notes.Stops = []string{"trang còn dữ liệu mẫu (sample: true); bỏ hết dữ liệu mẫu, hoặc chỉ làm thử với publish --rehearsal DIR"}
	} else {
		sum := site.Sum()
		notes.Next = s.approving(hex.EncodeToString(sum[:]))
	}
	return s.compared(signoff.Compare(before, after, notes), d, time.Since(start))
}

// compared writes the report to where it is wanted.
func (s *session) compared(r *signoff.Report, d comparison, took time.Duration) error {
	write := map[string]func(io.Writer) error{"text": r.Text, "html": r.HTML, "json": r.JSON}[d.format]
	if d.output == "" {
		return write(s.out)
	}
	n, err := build.WriteFile(d.output, write)
	if err != nil {
		return err
	}
	if s.quiet {
		return nil
	}
	for _, part := range r.Sections() {
		s.line("Đối chiếu", part.Title+": "+part.Count)
	}
	for _, stop := range r.Stops {
		s.line("Chưa được", stop)
	}
	s.line("Tệp", filepath.ToSlash(d.output)+", "+size(n))
	s.line("Nội bộ", "không đưa lên mạng, không gửi cho người không liên quan")
	s.line("Thời gian", lasted(took))
	if r.Next != "" {
		s.line("Tiếp theo", "người duyệt đọc, ký; rồi "+r.Next)
	}
	s.line("Mã", r.Hash)
	return nil
}

// approving is the command line that publishes what was compared.
func (s *session) approving(hash string) string {
	parts := []string{"bangvang publish --approve " + hash + ` --by "HỌ TÊN"`}
	for _, f := range []struct{ flag, value string }{{"--source", s.source}, {"--destination", s.destination}, {"--base-url", s.baseURL}, {"--as-of", s.asOf}} {
		if f.value != "" && f.value != "." {
			parts = append(parts, f.flag+" "+quoted(filepath.ToSlash(f.value)))
		}
	}
	return strings.Join(parts, " ")
}

// quoted is a word as a shell takes it.
func quoted(word string) string {
	if strings.ContainsAny(word, " \t'\"$&;()*?") {
		return `"` + word + `"`
	}
	return word
}

// lastPublished finds the site that is published: the one that was asked for, or else the one that was approved last, in the folder that is
// published or, where another was built over it, as it was remembered.
func (s *session) lastPublished(opt build.Options, r *build.Result, asked string) (*signoff.State, signoff.Against, error) {
	if asked != "" {
		_, absent := os.Stat(asked)
		state, err := signoff.Open(asked)
		switch {
		case errors.Is(err, signoff.ErrNoSite) || absent != nil:
			s.started = false
			return nil, signoff.Against{}, &usageError{fmt.Sprintf("--against %q không phải thư mục có trang do bangvang công bố", filepath.ToSlash(asked))}
		case err != nil:
			return nil, signoff.Against{}, err
		}
		return state, against(state, "trang trong "+filepath.ToSlash(asked)), nil
	}
	if len(r.Approvals) == 0 {
		words := "chưa có lần công bố nào được duyệt: mọi thứ đều là mới"
		if len(r.Promises) > 0 {
			words = "không có lần duyệt nào trong " + publish.ApprovalsFile + " dù đã có địa chỉ công bố: kể như mới tất cả; có thư mục đang công bố thì chỉ bằng --against"
		}
		return nil, signoff.Against{None: true, Words: words}, nil
	}
	last := r.Approvals[len(r.Approvals)-1]
	words := fmt.Sprintf("bản %s duyệt lúc %s", last.By, last.At.Format("15:04 ngày 02/01/2006"))
	for _, at := range []string{build.Destination(opt), noteAt(opt, publishedName)} {
		state, err := signoff.Open(at)
		if err != nil {
			continue
		}
		if sum := state.Manifest.Sum(); hex.EncodeToString(sum[:]) == last.Hash {
			return state, against(state, words), nil
		}
	}
	return nil, signoff.Against{None: true, Words: fmt.Sprintf("không tìm thấy %s trên máy này (%s không phải bản đó): kể như mới tất cả; hãy chỉ thư mục đang công bố bằng --against",
		words, filepath.ToSlash(build.Destination(opt)))}, nil
}

func against(s *signoff.State, words string) signoff.Against {
	sum := s.Manifest.Sum()
	return signoff.Against{Words: words, AsOf: s.AsOf, Hash: hex.EncodeToString(sum[:])}
}

// What is remembered of publications, in the cache: a copy of the data that was published, and the names and sums of what was compared last.
const (
	publishedName = "published.zip"
	diffName      = "diff"
)

func noteAt(opt build.Options, name string) string {
	return filepath.Join(opt.Source, ".bangvang", "cache", "signoff", name)
}

// remember keeps something for a later comparison. What cannot be kept is done without.
func (s *session) remember(opt build.Options, name string, write func(io.Writer) error) {
	_, _ = build.WriteFile(noteAt(opt, name), write)
}
