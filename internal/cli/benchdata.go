package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"bangvang/internal/bench"
	"bangvang/internal/outdir"
)

// benchDataCommand is for those who measure the program, and hidden from those who use it.
func (s *session) benchDataCommand() *cobra.Command {
	var seed uint64
	c := &cobra.Command{Use: "bench-data CỠ DIR", Short: "Tạo một đợt thi đua giả định để đo tốc độ (cỡ: real, M, L, XL)", Hidden: true,
		Example: "  bangvang bench-data M do-toc-do", RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &usageError{"cần cỡ (real, M, L, XL) và thư mục"}
			}
			size, ok := bench.SizeNamed(args[0])
			if !ok {
				return &usageError{fmt.Sprintf("không có cỡ %q; có real, M, L, XL", args[0])}
			}
			s.started = true
			set, err := bench.Campaign(size, seed)
			if err != nil {
				return err
			}
			made, err := outdir.Replace(c.Context(), args[1], set, outdir.Options{Jobs: s.jobs})
			if err != nil {
				return err
			}
			// The folder is a campaign from here on, which keeps its cache by the name that a folder made here keeps its manifest by.
			if err := os.Remove(filepath.Join(args[1], ".bangvang")); err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "%s: %d tệp, %d khen thưởng, %d đơn vị, %d chỉ tiêu giao\n", args[1], made.Files, size.Awards, size.Units, size.Assignments)
			return err
		}}
	c.Flags().Uint64Var(&seed, "seed", 1, "`N` chọn tên nào; cùng số thì cùng dữ liệu")
	return c
}
