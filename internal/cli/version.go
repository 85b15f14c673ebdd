package cli

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"bangvang/internal/sbom"
)

func (s *session) versionCommand() *cobra.Command {
	var parts bool
	c := &cobra.Command{Use: "version", Short: "In phiên bản", Args: noArgs, RunE: func(*cobra.Command, []string) error {
		s.started = true
		if parts {
			b, ok := debug.ReadBuildInfo()
			if !ok {
				return errors.New("chương trình này dựng không kèm danh sách thành phần; hãy dựng bằng go build")
			}
			return sbom.Write(s.out, b)
		}
		version, revision, goVersion := "(devel)", "", ""
		if b, ok := debug.ReadBuildInfo(); ok {
			goVersion = b.GoVersion
			if b.Main.Version != "" {
				version = b.Main.Version
			}
			for _, kv := range b.Settings {
				if kv.Key == "vcs.revision" {
					revision = " " + kv.Value[:min(12, len(kv.Value))]
				}
			}
		}
		_, err := fmt.Fprintf(s.out, "bangvang %s%s (%s)\n", version, revision, goVersion)
		return err
	}}
	c.Flags().BoolVar(&parts, "sbom", false, "in mọi thành phần của chương trình, tên và phiên bản (CycloneDX, JSON)")
	return c
}
