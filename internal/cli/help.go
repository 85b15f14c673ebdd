package cli

import "strings"

const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}{{end}}

{{.UsageString}}`

const usageTemplate = `Cách dùng:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} LỆNH [CỜ]

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Cờ:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Cờ chung:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}
`

// inVietnamese words the few errors that cobra makes itself.
func inVietnamese(err error) string {
	s := err.Error()
	for _, w := range [...]struct{ en, vi string }{
		{"unknown command ", "không có lệnh "}, {"unknown flag: ", "không có cờ "}, {"unknown shorthand flag: ", "không có cờ "},
		{"flag needs an argument: ", "cờ này cần một giá trị: "}, {"invalid argument ", "giá trị không hợp lệ "},
	} {
		if rest, ok := strings.CutPrefix(s, w.en); ok {
			rest, _, _ = strings.Cut(rest, "\n")
			if value, why, ok := strings.Cut(rest, " for \"--"); ok { // what strconv says is English and adds nothing
				flag, _, _ := strings.Cut(why, "\"")
				rest = value + " của --" + flag
			}
			return w.vi + strings.ReplaceAll(strings.ReplaceAll(rest, " for \"bangvang\"", ""), " in -", " trong -")
		}
	}
	return s
}
