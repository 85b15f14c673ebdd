package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// bookletNames are the files that a booklet is written to unless told otherwise.
var bookletNames = map[string]string{"screen": "ky-yeu.pdf", "press": "ky-yeu-in.pdf", "sheets": "ky-yeu-gap.pdf", "proof": "ky-yeu-doc-soat.pdf"}

func (s *session) bookletCommand() *cobra.Command {
	var p build.Print
	var format string
	c := &cobra.Command{Use: "booklet", Short: "Làm tệp kỷ yếu để in, để gấp, để đọc soát", Args: noArgs,
		Long: "Làm một tệp PDF của kỷ yếu và in bản kiểm tra trước khi in.\n\n" +
			"  screen  để xem và gửi: có mục lục, liên kết, đọc được bằng phần mềm đọc màn hình\n" +
			"  press   cho nhà in: tràn lề 3 mm, vạch cắt, bốn màu mực, chữ đen chỉ dùng mực đen\n" +
			"  sheets  cho máy in văn phòng: hai trang một mặt A4, in hai mặt rồi gấp đôi, đóng ghim\n" +
			"  proof   để đọc soát: danh sách cỡ chữ 14, có số dòng, kèm cả quyết định chưa công bố\n\n" +
			"Không ghi vào public/. Kỷ yếu trên 10.000 người chia thành tập, mỗi tập một tệp.",
		Example: "  bangvang booklet\n  bangvang booklet --edition press -o ky-yeu-in.pdf --cover bia.pdf\n  bangvang booklet --edition sheets --signature 16\n  bangvang booklet --edition proof --format json",
		RunE: func(c *cobra.Command, _ []string) error {
			if err := s.judge(c, &p, format); err != nil {
				return err
			}
			opt, err := s.options()
			if err != nil {
				return err
			}
			for _, name := range []string{p.Output, p.Cover} {
				if name != "" && isPublished(filepath.Dir(name), build.Destination(opt)) {
					s.started = false
					return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; hãy ghi ra chỗ khác", filepath.ToSlash(name))}
				}
			}
			start := time.Now()
			r, files, err := build.Booklet(c.Context(), opt, p)
			var unknown *build.UnknownDecision
			switch {
			case errors.As(err, &unknown):
				s.started = false
				return &usageError{unknown.Error() + near(unknown.ID, unknown.Known)}
			case err != nil:
				if r != nil && r.Tree != nil {
					s.problems(r)
				}
				return err
			}
			return s.printed(opt, r, files, format, time.Since(start))
		}}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&p.Edition, "edition", "screen", "loại tệp `EDITION`: screen (nếu không ghi), press, sheets, proof")
	f.StringVarP(&p.Output, "output", "o", "", "tệp kết quả `FILE` (nếu không ghi: ky-yeu.pdf, ky-yeu-in.pdf, ky-yeu-gap.pdf, ky-yeu-doc-soat.pdf)")
	f.StringVar(&p.Cover, "cover", "", "với press: ghi bìa (bốn mặt và gáy) ra tệp riêng `FILE`")
	f.StringVar(&p.Profile, "icc", "", "với press: hồ sơ màu CMYK `FILE` của nhà in")
	f.IntVar(&p.Signature, "signature", 0, "với sheets: một tay gồm `N` trang, chia hết cho 4 (nếu không ghi: cả cuốn, hoặc 16 nếu trên 64 trang)")
	f.Float64Var(&p.Leaf, "leaf", 0, "với press, sheets: một tờ giấy ruột dày `MM` (nếu không ghi: 0.1)")
	f.StringVar(&p.Decision, "decision", "", "chỉ in danh sách của quyết định `ID`")
	f.StringVar(&format, "format", "text", "dạng `FORMAT` của bản kiểm tra: text (nếu không ghi), json")
	f.Lookup("edition").DefValue, f.Lookup("format").DefValue, f.Lookup("signature").DefValue, f.Lookup("leaf").DefValue = "", "", "0", "0"
	return c
}

// judge holds a command line to what can be done.
func (s *session) judge(c *cobra.Command, p *build.Print, format string) error {
	if !slices.Contains(build.PrintEditions, p.Edition) {
		return &usageError{fmt.Sprintf("không có loại %q; hãy dùng screen, press, sheets hoặc proof", p.Edition) + near(p.Edition, build.PrintEditions)}
	}
	if format != "text" && format != "json" {
		return &usageError{fmt.Sprintf("không có dạng %q; hãy dùng text hoặc json", format)}
	}
	for _, only := range []struct{ flag, editions string }{{"cover", "press"}, {"icc", "press"}, {"signature", "sheets"}, {"leaf", "press sheets"}} {
		if c.Flags().Changed(only.flag) && !slices.Contains(strings.Fields(only.editions), p.Edition) {
			return &usageError{fmt.Sprintf("--%s chỉ dùng với --edition %s", only.flag, strings.ReplaceAll(only.editions, " ", " hoặc "))}
		}
	}
	if p.Leaf < 0 || p.Leaf > 1 {
		return &usageError{"--leaf là bề dày một tờ giấy, tính bằng mm, từ 0 đến 1"}
	}
	if wrong := p.Wrong(); wrong != "" {
		return &usageError{"--signature: " + wrong}
	}
	if p.Output == "" {
		p.Output = bookletNames[p.Edition]
	}
	for _, name := range []string{p.Output, p.Cover} {
		if name == "" {
			continue
		}
		if i, err := os.Stat(name); err == nil && i.IsDir() {
			return &usageError{fmt.Sprintf("%q là thư mục, không phải tệp", name)}
		}
		if i, err := os.Stat(filepath.Dir(name)); err != nil || !i.IsDir() {
			return &usageError{fmt.Sprintf("không có thư mục %q để ghi tệp vào", filepath.ToSlash(filepath.Dir(name)))}
		}
	}
	if sameFile(p.Output, p.Cover) {
		return &usageError{"--output và --cover không được là cùng một tệp"}
	}
	if p.Profile != "" {
		if i, err := os.Stat(p.Profile); err != nil || i.IsDir() {
			return &usageError{fmt.Sprintf("không có tệp %q", p.Profile)}
		}
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err1 := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	return b != "" && err1 == nil && err2 == nil && x == y
}

func near(word string, names []string) string {
	if name, ok := viet.Nearest(word, names); ok {
		return fmt.Sprintf("; có phải %q?", name)
	}
	return ""
}

// printed tells what was made and how it was judged.
func (s *session) printed(opt build.Options, r *build.Result, files []build.Printed, format string, took time.Duration) error {
	failed := r.Failed(opt.Strict)
	none := !failed && r.Edition.Booklet == nil
	if failed || none {
		s.code = exitProblems
	}
	if none {
		defer fmt.Fprintln(s.err, "Không ghi gì: đợt này không làm kỷ yếu (booklet: false trong data/campaign.yaml).")
	}
	if format == "json" {
		return s.printedJSON(r, files)
	}
	s.problems(r)
	if failed {
		fmt.Fprintln(s.err, "Không ghi gì. Sửa các lỗi trên rồi chạy lại.")
		return nil
	}
	if none || s.quiet {
		return nil
	}
	for _, f := range files {
		s.line("Tệp", fmt.Sprintf("%s, %s", filepath.ToSlash(f.Name), size(f.Bytes)))
		if f.Report == nil {
			continue
		}
		for _, w := range f.Report.Words() {
			s.line(w.Head, w.Text)
		}
	}
	s.line("Thời gian", lasted(took))
	return nil
}

// printedJSON writes the report for machines, problems and all.
func (s *session) printedJSON(r *build.Result, files []build.Printed) error {
	type file struct {
		Name   string        `json:"file"`
		Bytes  int64         `json:"bytes"`
		Report *build.Report `json:"report,omitempty"` // absent for a cover
	}
	out := struct {
		Files    []file          `json:"files"`
		Problems json.RawMessage `json:"problems"`
	}{Files: []file{}}
	for _, f := range files {
		out.Files = append(out.Files, file{filepath.ToSlash(f.Name), f.Bytes, f.Report})
	}
	var b strings.Builder
	if err := diag.JSON(&b, &r.Problems); err != nil {
		return err
	}
	out.Problems = json.RawMessage(b.String())
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
