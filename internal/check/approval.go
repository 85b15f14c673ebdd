package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

var hashLiteral = regexp.MustCompile(`^[0-9a-f]{64}$`)

// approvals reads who approved what was published.
func (r *resolver) approvals() {
	for i := range r.tree.Approvals {
		s := &r.tree.Approvals[i]
		r.ledger.Approvals = append(r.ledger.Approvals, campaign.Approval{Place: s.Place, Hash: r.hash(s.Hash), By: line(s.By),
			At: r.past(s.At), AsOf: r.past(s.AsOf)})
	}
}

// past reads when something was; what is missing is told by who read it.
func (r *resolver) past(v source.Value) time.Time {
	if !v.Given() {
		return time.Time{}
	}
	return r.moment(v.Text, v.Place)
}

// hash reads what stands for the bytes of a whole site.
func (r *resolver) hash(v source.Value) string {
	if v.Given() && !hashLiteral.MatchString(v.Text) {
		hint := "lấy lại mã từ bản lưu của tệp (git); tệp do bangvang publish ghi"
		if low := strings.ToLower(v.Text); hashLiteral.MatchString(low) {
			hint = "viết " + low
		}
		r.add(approvalHash, v.Place, fmt.Sprintf("%q không phải mã bản duyệt", clip(v.Text)), hint)
		return ""
	}
	return v.Text
}
