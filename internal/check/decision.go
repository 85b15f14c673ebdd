package check

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

var formWords = []Word{{"form", "hình thức khen thưởng"}, {"title", "danh hiệu thi đua"}}

// forms reads forms of commendation and emulation titles and puts them by rank.
func (r *resolver) forms() {
	r.formIDs.kind = &kind{"hình thức khen thưởng", formUnknown, "forms"}
	r.issuers = make(map[*campaign.Form][]string, len(r.tree.Forms))
	for i := range r.tree.Forms {
		s := &r.tree.Forms[i]
		f := &campaign.Form{Place: s.Place, ID: s.ID.Text, Name: line(s.Name), Short: line(s.Short), Level: line(s.Level)}
		f.Rank, _ = r.integer(s.Rank, 1, 1000)
		f.Title = r.oneOf(s.Kind, formWords) == "title"
		r.issuers[f] = r.entitled(s.IssuedBy)
		enter(r, &r.formIDs, s.ID, f, f.Name, f.Short)
		r.ledger.Forms = append(r.ledger.Forms, f)
	}
	slices.SortStableFunc(r.ledger.Forms, func(a, b *campaign.Form) int { return a.Rank - b.Rank })
}

// decisions reads decisions without their awards.
func (r *resolver) decisions() {
	r.decisionIDs.kind = &kind{"quyết định", decisionUnknown, "decisions"}
	numbers := map[string]*source.Decision{}
	for i := range r.tree.Decisions {
		s := &r.tree.Decisions[i]
		d := &campaign.Decision{
			Place: s.Place, ID: s.ID.Text, Form: find(r, &r.formIDs, s.Form), Number: line(s.Number), Date: r.date(s.Date),
			Issuer: line(s.Issuer), IssuerUnit: find(r, &r.unitIDs, s.IssuerUnit), Signatory: signatory(s.Signatory),
			Reason: line(s.Reason), Bases: lines(s.Bases), Sample: r.flag(s.Sample),
		}
		d.Expects.Collectives, _ = r.integer(s.Expects.Collectives, 0, math.MaxInt32)
		d.Expects.Individuals, _ = r.integer(s.Expects.Individuals, 0, math.MaxInt32)
		d.Expects.Households, _ = r.integer(s.Expects.Households, 0, math.MaxInt32)
		if s.PublishAt.Given() {
			d.PublishAt = r.moment(s.PublishAt.Text, s.PublishAt.Place)
		}
		if s.Revoked != nil {
			d.Revoked = &campaign.Revocation{Date: r.date(s.Revoked.Date), Reason: line(s.Revoked.Reason)}
			r.inOrder(s.Revoked.Date, d.Revoked.Date, s.Date, d.Date, "thu hồi")
		}
		r.decisionDate(s, d)
		r.decisionSample(s, d)
		r.issuer(s, d)
		if d.Number != "" {
			key := d.Number + "\x00" + d.Issuer
			if first := numbers[key]; first != nil {
				r.add(numberDuplicate, s.Number.Place, fmt.Sprintf("số %q của %s đã có ở %s", d.Number, d.Issuer, seen(s.Number.Place, first.Number.Place)), "xem lại số của hai quyết định", first.Number.Place)
			} else {
				numbers[key] = s
			}
		}
		enter(r, &r.decisionIDs, s.ID, d)
		r.ledger.Decisions = append(r.ledger.Decisions, d)
	}
}

// decisionDate tells of a date that is missing, before the campaign or after the clock.
func (r *resolver) decisionDate(s *source.Decision, d *campaign.Decision) {
	c := &r.ledger.Campaign
	switch {
	case d.Date.IsZero():
		if !d.Draft() && !s.Date.Given() {
			r.add(decisionUndated, s.Place, fmt.Sprintf("quyết định %q có số nhưng không có ngày", d.ID), "thêm khoá date; quyết định chưa ban hành thì bỏ cả number")
		}
	case !c.Period.From.IsZero() && d.Date.Before(c.Period.From):
		r.add(decisionEarly, s.Date.Place, fmt.Sprintf("quyết định ngày %s, trước khi phát động đợt thi đua (%s)", s.Date.Text, c.Period.From.ISO()), "sửa ngày này, hoặc sửa period trong data/campaign.yaml", r.tree.Campaign.Period.From.Place)
	case !c.AsOf.IsZero() && d.Date.After(campaign.Day(c.AsOf)):
		r.add(decisionFuture, s.Date.Place, fmt.Sprintf("quyết định ngày %s, sau thời điểm của dữ liệu (%s)", s.Date.Text, campaign.Day(c.AsOf).ISO()),
			"sửa ngày, hoặc dời as_of trong data/campaign.yaml; quyết định chưa ban hành thì bỏ number và date")
	}
}

// sampleNumber begins the number of a sample decision.
const sampleNumber = "MẪU"

// decisionSample tells of a sample with a real-looking number, and of a sample's number on what is not said to be a sample.
func (r *resolver) decisionSample(s *source.Decision, d *campaign.Decision) {
	if d.Draft() || s.Sample.Given() && s.Sample.Text != "true" && s.Sample.Text != "false" {
		return
	}
	switch marked := strings.HasPrefix(strings.ToUpper(d.Number), sampleNumber); {
	case d.Sample && !marked:
		r.add(sampleReal, s.Number.Place, fmt.Sprintf("quyết định mẫu mang số %q như quyết định thật", d.Number), `số của quyết định mẫu mở đầu bằng "MẪU", ví dụ MẪU-01; nếu là quyết định thật thì bỏ sample: true`)
	case !d.Sample && marked:
		r.add(sampleReal, s.Number.Place, fmt.Sprintf("quyết định số %q không ghi là mẫu", d.Number), "thêm sample: true, hoặc ghi số thật của quyết định")
	}
}

// inOrder tells of something that is dated before the decision it undoes.
func (r *resolver) inOrder(v source.Value, d campaign.Date, decided source.Value, decision campaign.Date, what string) {
	if !d.IsZero() && !decision.IsZero() && d.Before(decision) {
		r.add(withdrawnEarly, v.Place, fmt.Sprintf("%s ngày %s, trước ngày quyết định %s", what, v.Text, decided.Text), "sửa một trong hai ngày", decided.Place)
	}
}
