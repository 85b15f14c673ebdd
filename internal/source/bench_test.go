package source

import (
	"syscall"
	"testing"
	"testing/fstest"

	"bangvang/internal/bench"
)

func BenchmarkRead(b *testing.B) {
	for _, size := range []string{"M", "L"} {
		b.Run(size, func(b *testing.B) {
			s, _ := bench.SizeNamed(size)
			set, err := bench.Campaign(s, 1)
			if err != nil {
				b.Fatal(err)
			}
			fsys, all := fstest.MapFS{}, 0
			for _, name := range set.Names() {
				text, err := set.Bytes(name)
				if err != nil {
					b.Fatal(err)
				}
				fsys[name] = &fstest.MapFile{Data: text}
				all += len(text)
			}
			b.SetBytes(int64(all))
			b.ReportAllocs()
			var from, to syscall.Rusage
			syscall.Getrusage(syscall.RUSAGE_SELF, &from)
			for b.Loop() {
				if _, _, err := Read(fsys); err != nil {
					b.Fatal(err)
				}
			}
			syscall.Getrusage(syscall.RUSAGE_SELF, &to)
			cpu := to.Utime.Nano() + to.Stime.Nano() - from.Utime.Nano() - from.Stime.Nano()
			b.ReportMetric(float64(cpu)/1e9/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(to.Maxrss)/1024, "peak-MB")
		})
	}
}
