package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/schema"
)

// settingsFile is what VS Code is to be told, in the folder of schemas.
const settingsFile = "vscode-settings.json"

func (s *session) schemaCommand() *cobra.Command {
	var folder string
	c := &cobra.Command{Use: "schema [TÊN]", Short: "JSON Schema để trình soạn thảo gợi ý, giải thích và bắt lỗi từng khoá",
		Long: "Không có TÊN: liệt kê các lược đồ. Có TÊN: in lược đồ ấy. Có -o: ghi tất cả vào một thư mục và chỉ cách cho trình soạn thảo biết.\n" +
			"Dùng không cần mạng. Lược đồ lấy từ chính phần đọc và kiểm tra của chương trình: cập nhật chương trình thì ghi lại.",
		Example: "  bangvang schema\n  bangvang schema targets\n  bangvang schema -o .bangvang/schema",
		RunE: func(c *cobra.Command, args []string) error {
			all := schema.All()
			switch {
			case len(args) > 1 || len(args) == 1 && c.Flags().Changed("output"):
				return &usageError{"ghi một TÊN, hoặc -o thư mục, không ghi cả hai"}
			case c.Flags().Changed("output"):
				return s.writeSchemas(all, folder)
			case len(args) == 1:
				return s.printSchema(all, args[0])
			}
			s.started = true
			for _, one := range all {
				fmt.Fprintf(s.out, "%-13s %s\n", one.Name, one.Title)
			}
			return nil
		}}
	c.Flags().StringVarP(&folder, "output", "o", "", "ghi tất cả vào thư mục `DIR`")
	return c
}

func (s *session) printSchema(all []schema.Schema, name string) error {
	i := slices.IndexFunc(all, func(one schema.Schema) bool { return one.Name == strings.TrimSuffix(name, ".yaml") })
	if i < 0 {
		var names []string
		for _, one := range all {
			names = append(names, one.Name)
		}
		return &usageError{fmt.Sprintf("không có lược đồ %q", name) + meant(name, names)}
	}
	s.started = true
	return all[i].Write(s.out)
}

// writeSchemas writes all of them into a folder, beside what else is there, and tells how an editor finds them.
func (s *session) writeSchemas(all []schema.Schema, folder string) error {
	if strings.TrimSpace(folder) == "" {
		return &usageError{"--output cần tên thư mục"}
	}
	if at, err := os.Stat(folder); err == nil && !at.IsDir() {
		return &usageError{fmt.Sprintf("%q là tệp, không phải thư mục", folder)}
	}
	if isPublished(folder, build.Destination(build.Options{Source: s.source})) {
		return &usageError{fmt.Sprintf("%s nằm trong thư mục công bố; hãy ghi ra chỗ khác", filepath.ToSlash(folder))}
	}
	s.started = true
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	from, to, err := s.toSchemas(folder)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for _, one := range all {
		b.Reset()
		if err := one.Write(&b); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, one.File()), b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	b.Reset()
	if err := schema.Settings(&b, from); err != nil {
		return err
	}
	settings := filepath.Join(folder, settingsFile)
	if err := os.WriteFile(settings, b.Bytes(), 0o644); err != nil || s.quiet {
		return err
	}
	s.line("Đã ghi", fmt.Sprintf("%d lược đồ vào %s", len(all), filepath.ToSlash(folder)))
	s.line("VS Code", fmt.Sprintf("cài tiện ích YAML (Red Hat), rồi chép nội dung %s vào .vscode/settings.json", filepath.ToSlash(settings)))
	s.line("Nơi khác", "ghi ở dòng đầu tệp dữ liệu, ví dụ đầu data/targets.yaml:")
	for _, one := range all {
		if one.Name == "targets" {
			s.line("", one.Modeline(to))
		}
	}
	return nil
}

// toSchemas gives the folder of schemas as named from the campaign's folder, and from the folder of its data.
func (s *session) toSchemas(folder string) (from, to string, err error) {
	source, err := filepath.Abs(s.source)
	if err != nil {
		return "", "", err
	}
	at, err := filepath.Abs(folder)
	if err != nil {
		return "", "", err
	}
	if from, err = filepath.Rel(source, at); err == nil {
		to, err = filepath.Rel(filepath.Join(source, "data"), at)
	}
	if err != nil { // another drive
		return filepath.ToSlash(at), filepath.ToSlash(at), nil
	}
	return filepath.ToSlash(from), filepath.ToSlash(to), nil
}
