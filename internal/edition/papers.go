package edition

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// The ceremony's papers are composed beside the edition and out of its reach: they hold what nobody may publish (golden book numbers, decisions
// whose time has not come), so none of their types is in one of the edition's.

// PaperRules are the kinds of problems that the composing of papers reports.
var PaperRules = []*diag.Rule{certificateMissing, certificateBlank, certificateUnmeasured}

// Paper is what each of the ceremony's papers says of itself.
type Paper struct {
	Place    diag.Place // of the campaign
	Title    string     // "Danh sách gọi lên sân khấu"
	Private  string     // "NỘI BỘ"
	Dated    string     // "Dữ liệu đến ngày 15/01/2019": the clock
	Occasion string     // "Họp mặt kỷ niệm, 01/2019"
	Campaign string
	Author   string
	Lang     string
	Created  string   // the clock in RFC 3339
	LeftOut  []string // who is not in it, and why
	Notes    []string // what those who use it must know
}

// Choice narrows down whose papers are made; its zero value is everybody.
type Choice struct {
	Decision, Form string   // ids; "" is all
	Awards         []string // ids; empty is all
}

// Wrong says in Vietnamese which id of a choice there is none of; "" if all are there.
func (ch Choice) Wrong(l *campaign.Ledger) string {
	var decisions, forms, awards []string
	for _, d := range l.Decisions {
		decisions = append(decisions, d.ID)
	}
	for _, f := range l.Forms {
		forms = append(forms, f.ID)
	}
	for _, a := range l.Awards {
		awards = append(awards, a.ID)
	}
	if wrong := wrongID([]wantedID{{"quyết định", ch.Decision, decisions}, {"hình thức khen thưởng", ch.Form, forms}}); wrong != "" {
		return wrong
	}
	known := map[string]bool{}
	for _, id := range awards {
		known[id] = true
	}
	for _, id := range ch.Awards {
		if !known[id] {
			return unknownID("khen thưởng", id, awards)
		}
	}
	return ""
}

// wantedID is an id that was asked for among those that there are; "" asks for none.
type wantedID struct {
	noun, id string
	ids      []string
}

// wrongID says which of several ids there is none of; "" if all are there.
func wrongID(wanted []wantedID) string {
	for _, w := range wanted {
		if w.id != "" && !slices.Contains(w.ids, w.id) {
			return unknownID(w.noun, w.id, w.ids)
		}
	}
	return ""
}

func unknownID(noun, id string, ids []string) string {
	s := fmt.Sprintf("không có %s %q", noun, id)
	if near, ok := viet.Nearest(id, ids); ok {
		s += fmt.Sprintf("; có phải %q?", near)
	}
	return s
}

// handed is a decision with those of its awards that a paper is made for, by their number.
type handed struct {
	decision *campaign.Decision
	awards   []*campaign.Award
}

// newPaper begins a paper and picks whom it is for: the awards of decisions that have a number and stand, withdrawn ones left out, in the order
// in which they are handed over. A decision need not be public yet: papers are made before the ceremony.
func newPaper(l *campaign.Ledger, title string, ch Choice) (Paper, []handed) {
	p := paperOf(l, title)
	decisions := slices.Clone(l.Decisions)
	slices.SortStableFunc(decisions, func(a, b *campaign.Decision) int {
		return cmp.Or(a.Form.Rank-b.Form.Rank, a.Date.Compare(b.Date))
	})
	wanted := map[string]bool{}
	for _, id := range ch.Awards {
		wanted[id] = true
	}
	var out []handed
	for _, d := range decisions {
		if ch.Decision != "" && d.ID != ch.Decision || ch.Form != "" && d.Form.ID != ch.Form {
			continue
		}
		h := handed{decision: d}
		for _, a := range d.Awards {
			if len(wanted) == 0 || wanted[a.ID] {
				h.awards = append(h.awards, a)
			}
		}
		if p.open(&h, l.Campaign.AsOf) {
			out = append(out, h)
		}
	}
	return p, out
}

// paperOf is what a paper of the campaign says of itself.
func paperOf(l *campaign.Ledger, title string) Paper {
	k := &l.Campaign
	return Paper{Place: k.Place, Title: title, Private: "NỘI BỘ", Dated: vietnamese.site.asOf(vietnamese.dated(campaign.Day(k.AsOf))),
		Occasion: joined(", ", k.Event.Word, vietnamese.dated(k.Event.Date), k.Event.Place), Campaign: k.Name, Author: k.Organizer, Lang: printLang(k.Lang),
		Created: k.AsOf.Format(time.RFC3339)}
}

// open takes out of a decision what no paper is made for, and tells it.
func (p *Paper) open(h *handed, now time.Time) bool {
	d := h.decision
	lines := viet.Count(len(h.awards), "dòng")
	switch {
	case len(h.awards) == 0:
		return false
	case d.Revoked != nil:
		p.LeftOut = append(p.LeftOut, fmt.Sprintf("%s: %s của quyết định đã bị thu hồi", numbered(d), lines))
		return false
	case d.Draft():
		p.LeftOut = append(p.LeftOut, fmt.Sprintf("%s: %s của dự thảo, vì quyết định chưa có số", d.ID, lines))
		return false
	case !d.Public(now):
		p.Notes = append(p.Notes, fmt.Sprintf("%s chưa đến giờ công bố: giữ kín", numbered(d)))
	}
	kept := h.awards[:0:0]
	for _, a := range h.awards {
		if w := a.Withdrawn; w != nil {
			p.LeftOut = append(p.LeftOut, fmt.Sprintf("%s: đã rút khỏi danh sách %s", a.ID, vietnamese.dated(w.Date)))
			continue
		}
		kept = append(kept, a)
	}
	h.awards = kept
	return len(kept) > 0
}

func numbered(d *campaign.Decision) string {
	return "Quyết định số " + joined(" ", d.Number, vietnamese.dated(d.Date))
}

// addressed is a name as people are spoken of: "Ông Nguyễn Văn A".
func addressed(honorific, name string) string { return joined(" ", honorific, name) }

// sampleMark is what stands across a paper of a sample, so that it cannot pass for a real one.
const sampleMark = "MẪU"

func across(d *campaign.Decision) string {
	if d.Sample {
		return sampleMark
	}
	return ""
}
