package cli

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
)

func (s *session) certificatesCommand() *cobra.Command {
	var w build.Paperwork
	var nudge string
	var calibrate bool
	c := &cobra.Command{Use: "certificates", Short: "In chữ lên phôi bằng khen, giấy khen (nội bộ)", Args: noArgs,
		Long: "Làm tệp PDF chỉ có chữ, để in lên phôi bằng khen, giấy khen đã in sẵn. Mỗi người một trang, theo thứ tự của quyết định.\n" +
			"Vị trí từng ô tính bằng mm, ghi trong data/certificates.yaml. Tên dài thì thu chữ, rồi xuống dòng; vẫn không vừa thì báo lỗi và không ghi gì.\n" +
			"Quyết định mẫu in chữ MẪU chéo trang. Dự thảo, quyết định đã thu hồi và dòng đã rút không được in.\n\n" +
			"In trang căn chỉnh (--calibrate, ghi vào " + privateFolder + "/can-chinh.pdf) lên giấy trắng trước, chồng lên phôi và đo; máy in lệch thì thêm --nudge.",
		Example: "  bangvang certificates --calibrate\n  bangvang certificates --form bang-khen --nudge 1.5,-2\n  bangvang certificates -o noi-bo/giay-khen/",
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if w.Right, w.Down, err = moved(nudge); err != nil {
				return err
			}
			noun := "giấy"
			if calibrate {
				w.Kind, noun = build.CalibrationPaper, "mẫu in"
				if !c.Flags().Changed("output") { // what was made for the stock is not written over
					w.Output = privateFolder + "/can-chinh.pdf"
				}
				for _, flag := range []string{"only", "decision"} {
					if c.Flags().Changed(flag) {
						return &usageError{fmt.Sprintf("--%s không dùng với --calibrate", flag)}
					}
				}
			}
			return s.paper(c, &w, noun)
		}}
	paperFlags(c, &w, "giay-khen.pdf", "tệp kết quả `FILE`, hoặc thư mục FOLDER/ để mỗi giấy một tệp")
	c.Flags().StringVar(&nudge, "nudge", "", "dời mọi chữ sang phải, xuống dưới `MM,MM` (số âm: sang trái, lên trên)")
	c.Flags().BoolVar(&calibrate, "calibrate", false, "làm trang căn chỉnh: thước, chữ thập và khung của từng ô")
	return c
}

// furthest is by how many millimetres print may be moved.
const furthest = 30

// moved reads "1.5,-2".
func moved(nudge string) (right, down float64, err error) {
	if nudge == "" {
		return 0, 0, nil
	}
	parts := strings.Split(nudge, ",")
	if len(parts) != 2 {
		return 0, 0, &usageError{fmt.Sprintf("--nudge %q: ghi hai số mm cách nhau bằng dấu phẩy, dấu thập phân là dấu chấm, ví dụ 1.5,-2", nudge)}
	}
	for i, into := range []*float64{&right, &down} {
		*into, err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		if err != nil || math.IsNaN(*into) || math.Abs(*into) > furthest {
			return 0, 0, &usageError{fmt.Sprintf("--nudge %q: mỗi số từ -%d đến %d mm, ví dụ 1.5,-2", nudge, furthest, furthest)}
		}
	}
	return right, down, nil
}
