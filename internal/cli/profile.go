package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"

	"github.com/spf13/cobra"
)

// measures adds the flags of those who want to know what a command costs.
func (s *session) measures(c *cobra.Command) {
	c.Flags().BoolVar(&s.timings, "timings", false, "kể mỗi bước và mười tệp lâu nhất hết bao lâu")
	c.Flags().StringVar(&s.profile, "profile", "", "ghi vào `FILE` thời gian của bộ xử lý đi vào đâu, xem bằng go tool pprof")
}

// profiled writes where the processor's time goes while do runs, if it is asked for: a file for "go tool pprof".
func (s *session) profiled(do func() error) (err error) {
	if s.profile == "" {
		return do()
	}
	f, err := os.Create(s.profile)
	if err != nil {
		return fmt.Errorf("không ghi được tệp %q: %w", filepath.ToSlash(s.profile), err)
	}
	defer func() {
		pprof.StopCPUProfile()
		if e := f.Close(); err == nil && e != nil {
			err = fmt.Errorf("không ghi được tệp %q: %w", filepath.ToSlash(s.profile), e)
		}
	}()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	return do()
}
