package booklet

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"unsafe"

	"bangvang/internal/edition"
)

// counted counts the bytes that go through it.
type counted struct {
	io.Writer
	n int
}

func (c *counted) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.Writer.Write(p)
}

// inVolumes divides a synthetic booklet as an edition divides one of more than 10,000 awards.
func inVolumes(ed *edition.Edition) int {
	b := ed.Booklet
	const most = 10_000
	if len(b.Index) <= most {
		return 0
	}
	for i, form := range b.Roll { // one form a volume: the generator makes two of the same length
		v := edition.Volume{Number: i + 1, Words: "Tập " + strconv.Itoa(i+1), Roll: []edition.RollForm{form}}
		for _, e := range b.Index {
			if e.Decision.ID == form.Decisions[0].ID {
				v.Index = append(v.Index, e)
			}
		}
		b.Volumes = append(b.Volumes, v)
	}
	return len(b.Volumes)
}

// makeBooklet lays and writes a synthetic booklet, volume by volume, and gives its pages and bytes.
func makeBooklet(tb testing.TB, ed *edition.Edition, fonts Fonts) (pages, bytes int) {
	first, last := 0, 0
	if n := len(ed.Booklet.Volumes); n > 0 {
		first, last = 1, n
	}
	to := counted{Writer: io.Discard}
	for v := first; v <= last; v++ {
		l, _, err := Lay(ed, Options{Fonts: fonts, Paint: paintBars, Volume: v})
		if err != nil {
			tb.Fatal(err)
		}
		pages += len(l.Pages)
		if err := l.WritePDF(&to); err != nil {
			tb.Fatal(err)
		}
	}
	return pages, to.n
}

// peakOf is the variable that makes a run of this test's program the one whose memory is measured.
const peakOf = "BOOKLET_PEAK_OF"

// BenchmarkPeak makes one booklet in a process of its own, for BenchmarkBooklet; in any other it makes a small one.
func BenchmarkPeak(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv(peakOf))
	if err != nil {
		n = 200
	}
	ed := synthetic(n)
	inVolumes(ed)
	for range b.N {
		makeBooklet(b, ed, testFonts(b))
	}
}

// peak gives the most memory, in MB, and the time of all cores, in seconds, that a process used to make one booklet.
func peak(tb testing.TB, awardees int) (megabytes, seconds float64) {
	tb.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkPeak$", "-test.benchtime=1x")
	c.Env = append(os.Environ(), fmt.Sprintf("%s=%d", peakOf, awardees))
	if out, err := c.CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	use := c.ProcessState.SysUsage().(*syscall.Rusage)
	return float64(use.Maxrss) / 1024, (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
}

// BenchmarkBooklet lays and writes whole booklets: pages a second, bytes of the file for each awardee, and of a process that does nothing
// else the memory at its highest and the time of all cores together.
func BenchmarkBooklet(b *testing.B) {
	for _, awardees := range []int{200, 2_000, 20_000} {
		b.Run(strconv.Itoa(awardees), func(b *testing.B) {
			ed, fonts := synthetic(awardees), testFonts(b)
			inVolumes(ed)
			pages, bytes := 0, 0
			for b.Loop() {
				pages, bytes = makeBooklet(b, ed, fonts)
			}
			b.ReportMetric(float64(pages)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(bytes)/float64(awardees), "B/awardee")
			megabytes, seconds := peak(b, awardees)
			b.ReportMetric(megabytes, "peak-MB")
			b.ReportMetric(seconds, "cpu-s")
		})
	}
}

// TestOperationIsSmall: there are a dozen operations for each awardee, so the size of one decides what a long booklet takes.
func TestOperationIsSmall(t *testing.T) {
	if size := unsafe.Sizeof(Op{}); size > 96 {
		t.Errorf("an operation takes %d bytes: what few have belongs in Shape", size)
	}
	l := layout(t, 1000)
	ops := 0
	for i := range l.Pages {
		ops += len(l.Pages[i].Ops)
		if spare := cap(l.Pages[i].Ops) - len(l.Pages[i].Ops); spare > 2*furniture && i < len(l.Pages)-1 && i != l.Anchors["ket-qua-a"].Page-1 {
			t.Errorf("page %s keeps room for %d operations more", l.Pages[i].Label, spare)
		}
	}
	if ops > 16*1000 {
		t.Errorf("%d operations for 1,000 awardees", ops)
	}
}
