package signoff

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"bangvang/internal/diag"
)

// mostShown is how many of a kind the text names before "và N nữa".
const mostShown = 20

// Text writes the report for a terminal. The last line is the hash.
func (r *Report) Text(w io.Writer) error {
	t := &teller{bufio.NewWriter(w)}
	t.line("BẢN ĐỐI CHIẾU TRƯỚC KHI CÔNG BỐ (nội bộ)")
	for _, f := range r.Facts() {
		t.line("%-15s %s", f[0], f[1])
	}
	for i, s := range r.Stops {
		t.line("%-15s %s", []string{"CHƯA CÔNG BỐ", ""}[min(i, 1)], s)
	}
	for _, s := range r.Sections() {
		t.section(&s)
	}
	t.line("\nMã của đúng bản này (%d tệp); khác một byte là khác mã:", r.Files.All)
	t.line("%s", r.Hash)
	return t.w.Flush()
}

// JSON writes the report for machines.
func (r *Report) JSON(w io.Writer) error { return diag.Encode(w, r) }

type teller struct{ w *bufio.Writer }

func (t *teller) line(format string, args ...any) {
	t.w.WriteString(plain(fmt.Sprintf(format, args...)))
	t.w.WriteByte('\n')
}

func (t *teller) section(s *Section) {
	t.line("\n%s: %s", strings.ToUpper(s.Title), s.Count)
	for _, g := range s.Groups {
		if g.Title != "" {
			t.line("  %s (%d)", g.Title, len(g.Lines))
		}
		for i, l := range g.Lines {
			if i == mostShown && len(g.Lines) > mostShown+1 {
				t.line("    … và %d %s nữa", len(g.Lines)-i, g.Of)
				break
			}
			t.entry(&l)
		}
	}
}

func (t *teller) entry(l *Line) {
	text := strings.Join(nonempty(l.Head, l.Text), ", ")
	if l.Code != "" && l.Code != l.Head {
		text += " [" + l.Code + "]"
	}
	t.line("    %s %s", l.Mark, text)
	for _, f := range l.Fields {
		t.line("        %s: %s → %s", f.Title, shown(f.Was), shown(f.Is))
	}
}

// shown is a value that may be none.
func shown(s string) string {
	if s == "" {
		return "(trống)"
	}
	return s
}

func nonempty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Facts are what the report is about, as terms and values.
func (r *Report) Facts() [][2]string {
	facts := [][2]string{{"Đợt thi đua", r.Title}, {"Địa chỉ trang", r.BaseURL}, {"Thời điểm", moment(r.AsOf)}, {"So với", r.Against.Words}}
	if r.Against.AsOf != "" {
		facts = append(facts, [2]string{"", "thời điểm của bản đó: " + moment(r.Against.AsOf)})
	}
	files := fmt.Sprintf("%d tệp: %d tệp mới, %d tệp đổi, %d tệp bỏ", r.Files.All, r.Files.Added, r.Files.Changed, r.Files.Removed)
	if r.Unchanged() {
		files = fmt.Sprintf("%d tệp, không tệp nào đổi", r.Files.All)
	}
	return append(facts, [2]string{"Sẽ công bố", files})
}

// moment words a moment of RFC 3339: "08:00 ngày 15/01/2019".
func moment(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return t.Format("15:04 ngày 02/01/2006")
}
