package cli

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/edition"
	"bangvang/internal/outdir"
)

// gapsShown is how many units' gaps are listed before "và N đơn vị khác".
const gapsShown = 15

// planTargets are the targets of the plan itself, beside those given to units.
const planTargets = "Chỉ tiêu của kế hoạch"

// account tells what was used and made: counts by kind, what is missing per unit (for check a table of what is published of each), the folder,
// the time.
func (s *session) account(opt build.Options, r *build.Result, took time.Duration) {
	s.used(r)
	if r.Out.Files > 0 {
		defer s.opens(opt, pdfOf(r))
		s.folder(opt, r.Out)
	}
	s.line("Thời gian", lasted(took))
}

// used tells what was used and made, wherever it came to lie.
func (s *session) used(r *build.Result) {
	a := r.Edition.Account
	var used []string
	for _, c := range a.Used {
		used = append(used, c.Words)
	}
	s.line("Đã dùng", strings.Join(used, ", "))
	if s.table {
		s.unitTable(a)
	} else {
		s.gaps(a)
	}
	head := "Đã dựng"
	if r.Out.Files == 0 {
		head = "Dựng thử"
	}
	s.line(head, made(r))
	if old := r.Settled.Words(); old != "" {
		s.line("Địa chỉ cũ", old)
	}
}

// folder tells what a build did to its folder.
func (s *session) folder(opt build.Options, did outdir.Stats) {
	s.line("Thư mục", fmt.Sprintf("%s: %d tệp, %s (ghi %d, giữ nguyên %d, bỏ %d)", filepath.ToSlash(build.Destination(opt)), did.Files, size(did.Bytes), did.Written, did.Unchanged, did.Removed))
}

// pdfOf is where the booklet lies; "" if there is none.
func pdfOf(r *build.Result) edition.Path {
	if r.Edition.Booklet == nil {
		return ""
	}
	return r.Edition.Booklet.PDF
}

// opens tells which files to look at.
func (s *session) opens(opt build.Options, pdf edition.Path) {
	out := build.Destination(opt)
	files := filepath.ToSlash(filepath.Join(out, "index.html"))
	if pdf != "" {
		files += " và " + filepath.ToSlash(filepath.Join(out, string(pdf)))
	}
	s.line("Mở xem", files)
}

// gaps lists what is missing, of so many units at most.
func (s *session) gaps(a edition.Account) {
	var lines []string
	for _, g := range a.Plan {
		lines = append(lines, planTargets+": "+g)
	}
	for i := range a.Units {
		if u := &a.Units[i]; len(u.Gaps) > 0 {
			lines = append(lines, u.Unit+": "+strings.Join(u.Gaps, "; "))
		}
	}
	for i, line := range lines {
		if i == gapsShown {
			s.line("", fmt.Sprintf("… và %d đơn vị khác", len(lines)-gapsShown))
			break
		}
		s.line(headOnce("Còn thiếu", i), line)
	}
}

func (s *session) line(head, text string) {
	fmt.Fprintf(s.out, "%-10s %s\n", head, strings.ReplaceAll(text, "\u00a0", " "))
}

// made counts what a build made, by kind.
func made(r *build.Result) string {
	charts := 0
	for _, p := range r.Edition.Pages {
		if _, ok := p.Body.(*edition.TargetPage); ok {
			charts++
		}
	}
	pages := strconv.Itoa(len(r.Edition.Pages)+1) + " trang"
	for _, twin := range r.Edition.Twins {
		pages += fmt.Sprintf(" và %d trang bản %s", len(twin.Pages), twin.Site.Lang)
	}
	book := "không làm kỷ yếu"
	if r.Edition.Booklet != nil {
		book = fmt.Sprintf("kỷ yếu %d trang", r.PDFPages)
	}
	return fmt.Sprintf("%s, %d biểu đồ, %d bộ dữ liệu, %d nguồn tin, %s, %d mục tra cứu",
		pages, charts, len(r.Edition.Datasets), len(r.Edition.Feeds), book, r.Edition.Search.Len())
}

func size(n int64) string {
	if n < 1<<20 {
		return strconv.FormatInt((n+1023)/1024, 10) + " KB"
	}
	return strings.Replace(strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64), ".", ",", 1) + " MB"
}
