package cli

import (
	"bytes"
	"testing"
	"time"
)

func TestToldProgress(t *testing.T) {
	for _, c := range []struct {
		done, total int
		after       time.Duration
		want        string
	}{
		{0, 0, 400 * time.Millisecond, ""},
		{0, 0, 3200 * time.Millisecond, ", 3 giây"},
		{0, 9841, 2 * time.Second, ": 0 trong 9.841 tệp"},
		{3120, 9841, 300 * time.Millisecond, ": 3.120 trong 9.841 tệp"},
		{3120, 9841, 4 * time.Second, ": 3.120 trong 9.841 tệp, 780 tệp mỗi giây, còn khoảng 9 giây"},
		{1000, 70000, 10 * time.Second, ": 1.000 trong 70.000 tệp, 100 tệp mỗi giây, còn khoảng 11 phút 30 giây"},
		{70000, 70000, 10 * time.Second, ": 70.000 trong 70.000 tệp, 7.000 tệp mỗi giây"},
	} {
		if got := soFar(c.done, c.total, c.after); got != c.want {
			t.Errorf("%d of %d after %v: %q, want %q", c.done, c.total, c.after, got, c.want)
		}
	}
}

// The line comes after a second, follows the phases, and is gone at the end; nothing is written after that.
func TestMeter(t *testing.T) {
	var out bytes.Buffer
	start := time.Now()
	m := &meter{out: &out, start: start, begun: start}
	m.runs.Do(func() {}) // by hand here
	m.at("Đang soạn nội dung", 0, 0)
	m.tick(start.Add(900 * time.Millisecond))
	if out.Len() > 0 {
		t.Errorf("too early: %q", out.String())
	}
	m.tick(start.Add(1100 * time.Millisecond))
	m.at("Đang ghi", 0, 0)
	m.at("", 5, 10)
	m.tick(start.Add(1200 * time.Millisecond))
	m.clear()
	m.tick(start.Add(1300 * time.Millisecond))
	if want := "\r\x1b[KĐang soạn nội dung, 1 giây\r\x1b[KĐang ghi: 5 trong 10 tệp, 4 tệp mỗi giây, còn khoảng 1 giây\r\x1b[K"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

// Who reads from a pipe gets no such line.
func TestNoMeterInAPipe(t *testing.T) {
	var told bytes.Buffer
	s := &session{err: &told}
	if s.phase()("đọc dữ liệu"); s.progress() != nil || s.progressing() != nil || told.Len() > 0 {
		t.Error("a line that is written over, in a pipe")
	}
}
