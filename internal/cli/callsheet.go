package cli

import (
	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

func (s *session) callSheetCommand() *cobra.Command {
	w := build.Paperwork{Kind: build.CallSheetPaper}
	c := &cobra.Command{Use: "call-sheet", Short: "Danh sách gọi lên sân khấu cho người dẫn (nội bộ)", Args: noArgs,
		Long: "Làm danh sách khổ A4, chữ lớn, cho người dẫn chương trình và người xếp hàng: ai lên cùng nhóm nào, theo thứ tự nào.\n" +
			"Hình thức khen cao trước; trong mỗi quyết định theo order và group_size của data/ceremony.yaml.\n" +
			"Từ khó đọc và chữ viết tắt được gạch chân, kèm cách đọc; cách đọc riêng ghi ở readings.",
		Example: "  bangvang call-sheet\n  bangvang call-sheet --form bang-khen -o noi-bo/goi-ten-bang-khen.pdf",
		RunE:    func(c *cobra.Command, _ []string) error { return s.paper(c, &w, "lượt nhận") }}
	paperFlags(c, &w, "goi-ten.pdf", "tệp kết quả `FILE`")
	return c
}
