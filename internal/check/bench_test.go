package check

import (
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"bangvang/internal/bench"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// invented is a campaign of a size that the project is measured by, held in memory.
func invented(tb testing.TB, size string) fstest.MapFS {
	tb.Helper()
	s, _ := bench.SizeNamed(size)
	set, err := bench.Campaign(s, 1)
	if err != nil {
		tb.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, name := range set.Names() {
		b, err := set.Bytes(name)
		if err != nil {
			tb.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: b}
	}
	return fsys
}

// TestMany: a roll as great as a city's is read without an error, and not in quadratic time.
func TestMany(t *testing.T) {
	tree, problems, err := source.Read(invented(t, "M"))
	if err != nil {
		t.Fatal(err)
	}
	_, _, more := Resolve(tree, Options{})
	problems.Append(more)
	if n := problems.Count(diag.Error); n > 0 {
		var b strings.Builder
		diag.Print{Most: 5}.Text(&b, &problems)
		t.Errorf("%d errors:\n%s", n, b.String())
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, size := range []string{"M", "L"} {
		b.Run(size, func(b *testing.B) {
			tree, _, err := source.Read(invented(b, size))
			if err != nil {
				b.Fatal(err)
			}
			spent(b, func() { Resolve(tree, Options{}) })
		})
	}
}

// BenchmarkReadResolve is both, as a command does them: what issue 6 gives a budget for.
func BenchmarkReadResolve(b *testing.B) {
	for _, size := range []string{"M", "L"} {
		b.Run(size, func(b *testing.B) {
			fsys := invented(b, size)
			spent(b, func() {
				tree, _, err := source.Read(fsys)
				if err != nil {
					b.Fatal(err)
				}
				Resolve(tree, Options{})
			})
		})
	}
}

// spent adds to what a benchmark tells the processor's time, which other programs take less part in than in the clock's, and the most
// memory that the process had: of one benchmark only if it is run alone.
func spent(b *testing.B, do func()) {
	b.ReportAllocs()
	var from, to syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &from)
	for b.Loop() {
		do()
	}
	syscall.Getrusage(syscall.RUSAGE_SELF, &to)
	cpu := to.Utime.Nano() + to.Stime.Nano() - from.Utime.Nano() - from.Stime.Nano()
	b.ReportMetric(float64(cpu)/1e9/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(to.Maxrss)/1024, "peak-MB")
}
