package cli

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestTimings: a build tells its phases and slowest files if asked, on standard error; one that is told again, that it only compared.
func TestTimings(t *testing.T) {
	campaignIn(t, sea)
	o := want(t, exitFine, "Thời gian", "ms  dựng và ghi tệp", "build", "--timings")
	if !regexp.MustCompile(`(?s)so với lần dựng trước.*đọc dữ liệu.*kiểm tra.*soạn nội dung.*dựng và ghi tệp.*tất cả\n\n10 tệp lâu nhất trong \d+:\n`).MatchString(o.err) {
		t.Error(o.err)
	}
	if again := want(t, exitFine, "(ghi 0, ", "so với lần dựng trước", "build", "--timings"); strings.Contains(again.err, "đọc dữ liệu") {
		t.Error(again.err)
	}
	want(t, exitFine, "(ghi 0, ", "", "build", "--profile", "cpu.prof")
	if b, err := os.ReadFile("cpu.prof"); err != nil || !bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		t.Errorf("no profile of a build that writes nothing: %d bytes, %v", len(b), err)
	}
	if silent := want(t, exitFine, "", "", "check"); strings.Contains(silent.err, " ms ") {
		t.Error(silent.err)
	}
}

// TestTimingsWords: the slowest files first, at most ten, whatever the order in which they ended.
func TestTimingsWords(t *testing.T) {
	x := &timings{}
	for i, name := range strings.Fields("a b c d e f g h i j k") {
		x.files = append(x.files, lap{name, time.Duration(i) * time.Millisecond})
	}
	got := x.tell()
	if !strings.Contains(got, "10 tệp lâu nhất trong 11:\n  10,0 ms  k\n   9,0 ms  j\n") || strings.Contains(got, "  a\n") {
		t.Error(got)
	}
}
