package cli

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

// privateFolder is where the ceremony's papers are written unless told otherwise. It is ignored by git and never published.
const privateFolder = "noi-bo"

// paperFlags are those that the ceremony's papers have in common.
func paperFlags(c *cobra.Command, w *build.Paperwork, output, what string) {
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&w.Output, "output", "o", privateFolder+"/"+output, what+" (nếu không ghi: "+privateFolder+"/"+output+")")
	f.StringVar(&w.Choice.Decision, "decision", "", "chỉ làm cho quyết định `ID`")
	f.StringVar(&w.Choice.Form, "form", "", "chỉ làm cho hình thức khen `ID`")
	f.StringSliceVar(&w.Choice.Awards, "only", nil, "chỉ làm cho các mã khen thưởng `ID,ID`")
	f.Lookup("output").DefValue, f.Lookup("only").DefValue = "", "[]" // the usage line would tell them in English
}

// paper makes one of the ceremony's papers and tells what came of it. noun is what is counted.
func (s *session) paper(c *cobra.Command, w *build.Paperwork, noun string) error {
	if err := into(w); err != nil {
		return err
	}
	opt, err := s.options()
	if err != nil {
		return err
	}
	folder := w.Output
	if !w.Apart {
		folder = filepath.Dir(folder)
	}
	if isPublished(folder, build.Destination(opt)) {
		s.started = false
		return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; giấy tờ này là nội bộ, hãy ghi ra chỗ khác", filepath.ToSlash(w.Output))}
	}
	start := time.Now()
	r, made, err := build.Paper(c.Context(), opt, *w)
	var wrong *build.WrongChoice
	switch {
	case errors.As(err, &wrong):
		s.started = false
		return &usageError{wrong.Error()}
	case err != nil:
		if r != nil && r.Tree != nil {
			s.problems(r)
		}
		return err
	}
	s.problems(r)
	switch {
	case r.Failed(opt.Strict):
		s.code = exitProblems
		fmt.Fprintln(s.err, "Không ghi gì. Sửa các lỗi trên rồi chạy lại.")
	case len(made.Files) == 0:
		s.code = exitProblems
		s.leftOut(made, func(text string) { fmt.Fprintln(s.err, text) })
		fmt.Fprintf(s.err, "Không có %s nào để làm, nên không ghi gì.\n", noun)
	case !s.quiet:
		s.papers(made, noun, time.Since(start))
	}
	return nil
}

// into tells a folder from a file by what is there, or by the slash at the end.
func into(w *build.Paperwork) error {
	name := filepath.ToSlash(w.Output)
	if name == "" {
		return &usageError{"--output cần tên tệp"}
	}
	w.Apart = strings.HasSuffix(name, "/")
	at, err := os.Stat(strings.TrimRight(name, "/"))
	switch {
	case err == nil && at.IsDir():
		w.Apart = true
	case err == nil && w.Apart:
		return &usageError{fmt.Sprintf("%q là tệp, không phải thư mục", w.Output)}
	}
	if w.Apart && w.Kind != build.CertificatePapers {
		return &usageError{fmt.Sprintf("%q là thư mục; hãy ghi tên tệp", w.Output)}
	}
	return nil
}

// squeezedShown is how many squeezed texts are told of one by one.
const squeezedShown = 20

// papers tells what was made: how many, of what, into which file; what was made smaller; who was left out.
func (s *session) papers(made *build.Papers, noun string, took time.Duration) {
	text := fmt.Sprintf("%d %s, %d trang", made.Count, noun, made.Pages)
	if made.Lead != "" {
		text = made.Lead + fmt.Sprintf(", %d trang", made.Pages)
	}
	s.line("Đã làm", text)
	for i, q := range made.Squeezed {
		if i == squeezedShown {
			s.line("", fmt.Sprintf("… và %d chỗ khác", len(made.Squeezed)-squeezedShown))
			break
		}
		s.line(headOnce("Thu chữ", i), squeezed(&q))
	}
	s.leftOut(made, func(text string) { fmt.Fprintln(s.out, text) })
	for i, f := range made.Files {
		if i == 3 && len(made.Files) > 4 {
			s.line("", fmt.Sprintf("… và %d tệp khác", len(made.Files)-3))
			break
		}
		s.line(headOnce("Tệp", i), fmt.Sprintf("%s, %s", filepath.ToSlash(f.Name), size(f.Bytes)))
	}
	s.line("Nội bộ", "không đưa lên mạng, không gửi cho người không liên quan")
	s.line("Thời gian", lasted(took))
}

func lasted(took time.Duration) string {
	return strings.Replace(strconv.FormatFloat(took.Seconds(), 'f', 2, 64), ".", ",", 1) + " giây"
}

// leftOut tells who is not in the papers, and what must be heeded.
func (s *session) leftOut(made *build.Papers, tell func(string)) {
	for _, list := range []struct {
		head  string
		lines []string
	}{{"Không làm", made.Paper.LeftOut}, {"Lưu ý", made.Paper.Notes}} {
		for i, text := range list.lines {
			tell(fmt.Sprintf("%-10s %s", headOnce(list.head, i), strings.ReplaceAll(text, "\u00a0", " ")))
		}
	}
}

func headOnce(head string, i int) string {
	if i > 0 {
		return ""
	}
	return head
}

// squeezed words by how much a text was made smaller.
func squeezed(q *build.Squeezed) string {
	points := func(v float64) string {
		return strings.Replace(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), ".", ",", 1)
	}
	text := []rune(q.Text)
	if len(text) > 48 {
		text = append(text[:47], '…')
	}
	parts := []string{}
	if q.Size < q.Full {
		parts = append(parts, fmt.Sprintf("%s → %s pt", points(q.Full), points(q.Size)))
	}
	if q.Lines > 1 {
		parts = append(parts, fmt.Sprintf("%d dòng", q.Lines))
	}
	return fmt.Sprintf("%s (%s): %s “%s”, %s", q.Place.Short(), q.ID, q.Field, string(text), strings.Join(parts, ", "))
}
