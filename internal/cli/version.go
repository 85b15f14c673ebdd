package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (s *session) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "In phiên bản", Args: noArgs, RunE: func(*cobra.Command, []string) error {
		s.started = true
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
}
