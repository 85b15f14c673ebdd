package cli

import (
	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

func (s *session) placeCardsCommand() *cobra.Command {
	w := build.Paperwork{Kind: build.PlaceCardPapers}
	c := &cobra.Command{Use: "place-cards", Short: "Thẻ tên để bàn, gấp đôi, đọc được hai mặt (nội bộ)", Args: noArgs,
		Long: "Làm các tờ A4 có thẻ tên để bàn, với vạch cắt và vạch gấp: khách mời (guests trong data/ceremony.yaml) rồi người và tập thể được khen.\n" +
			"Cỡ thẻ ghi ở place_cards, tính bằng mm sau khi gấp; không ghi thì 95 × 60.",
		Example: "  bangvang place-cards\n  bangvang place-cards --form bang-khen -o noi-bo/the-bang-khen.pdf",
		RunE:    func(c *cobra.Command, _ []string) error { return s.paper(c, &w, "thẻ") }}
	paperFlags(c, &w, "the-de-ban.pdf", "tệp kết quả `FILE`")
	return c
}
