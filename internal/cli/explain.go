package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/intake"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

func (s *session) explainCommand() *cobra.Command {
	return &cobra.Command{Use: "explain [QUY-TẮC]", Short: "Giải thích một quy tắc kiểm tra, có ví dụ sai và đúng",
		Example: "  bangvang explain unit-unknown\n  bangvang explain", RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{"mỗi lần chỉ giải thích một quy tắc"}
			}
			rules := slices.Concat(build.Rules(), intake.Rules, workbook.Rules)
			slices.SortFunc(rules, func(a, b *diag.Rule) int { return strings.Compare(a.ID, b.ID) })
			if len(args) == 0 {
				s.started = true
				for _, r := range rules {
					fmt.Fprintf(s.out, "%-26s %-8s %s\n", r.ID, r.Severity.Word(), r.Title)
				}
				return nil
			}
			i := slices.IndexFunc(rules, func(r *diag.Rule) bool { return r.ID == args[0] })
			if i < 0 {
				return unknownRule(args[0], rules)
			}
			s.started = true
			r := rules[i]
			_, err := fmt.Fprintf(s.out, "%s (%s)\n%s\n\nSai:\n%s\n\nĐúng:\n%s\n", r.ID, r.Severity.Word(), r.Title, indent(r.Wrong), indent(r.Right))
			return err
		}}
}

func unknownRule(id string, rules []*diag.Rule) error {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	if near, ok := viet.Nearest(id, ids); ok {
		return &usageError{fmt.Sprintf("không có quy tắc %q; có phải %q?", id, near)}
	}
	return &usageError{fmt.Sprintf("không có quy tắc %q; “bangvang explain” in mọi quy tắc", id)}
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}
