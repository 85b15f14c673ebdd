package check

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// gaps tells, once for a decision, of numbers between 1 and its last that no award has. The awards are by number.
func (r *resolver) gaps(d *campaign.Decision, read map[*campaign.Award]*source.Award) {
	if len(d.Awards) == 0 || r.tree.Partial["awards"] {
		return
	}
	const most = 5
	var missing []string
	var after *campaign.Award
	left, last := 0, 0
	for _, a := range d.Awards {
		switch {
		case a.No == 0:
			return // told, and it may be any number
		case a.No > last+1 && len(missing) == most:
			left += a.No - last - 1
		case a.No > last+1:
			if after == nil {
				after = a
			}
			missing = append(missing, span(last+1, a.No-1))
		}
		last = a.No
	}
	if after == nil {
		return
	}
	text := fmt.Sprintf("danh sách của quyết định %q đi đến số %d mà không có số %s", d.ID, last, strings.Join(missing, ", "))
	if left > 0 {
		text += fmt.Sprintf(" và %d số nữa", left)
	}
	r.add(noGap, read[after].No.Place, text, "xem trong quyết định có dòng nào bị sót; dòng đã rút vẫn giữ, thêm withdrawn", d.Place)
}

func span(from, to int) string {
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}
