package edition

import (
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// Embargo says until when what the media were given ahead must not be published.
type Embargo struct {
	Words string // "CẤM CÔNG BỐ TRƯỚC 08:00 NGÀY 25/01/2019"
	Stamp string // the same for names of files: "CAM-CONG-BO-TRUOC-2019-01-25-0800"
}

// ahead is the embargo on a decision that has a number and whose time has not come; nil if there is none.
func (c *composer) ahead(d *campaign.Decision) *Embargo {
	now := c.l.Campaign.AsOf
	if d.Draft() || d.Public(now) {
		return nil
	}
	return embargoUntil(d.PublishAt.In(c.l.Campaign.Zone))
}

func embargoUntil(t time.Time) *Embargo {
	return &Embargo{Words: "CẤM CÔNG BỐ TRƯỚC " + viet.Clock(t.Hour(), t.Minute()) + " NGÀY " + viet.Date(t.Year(), int(t.Month()), t.Day()),
		Stamp: "CAM-CONG-BO-TRUOC-" + t.Format("2006-01-02-1504")}
}

// embargoes labels the data sets of decisions whose time has not come: in the title, and in a column of every row, as rows are what people copy.
func (c *composer) embargoes() {
	for _, d := range c.gate.decisions {
		e := c.refs[d].Embargo
		if e == nil {
			continue
		}
		for i := range c.ed.Datasets {
			set := &c.ed.Datasets[i]
			if set.ID != "quyet-dinh/"+d.ID {
				continue
			}
			set.Title, set.Description = e.Words+". "+set.Title, e.Words+". "+set.Description
			set.Table.Caption = set.Title
			set.Table.Columns = slices.Insert(slices.Clone(set.Table.Columns), 0, Column{Key: "embargo", Head: "Cấm công bố", Kind: TextValue, Always: true, Says: "Thời điểm mà trước đó không được công bố dòng này."})
			set.Table.Lines = &labelled{text(e.Words), set.Table.Lines}
		}
	}
}

// Embargoed are the decisions of an edition whose time has not come; none but in one that was composed for the media ahead of time.
func (e *Edition) Embargoed() []*DecisionRef {
	var out []*DecisionRef
	for i := range e.Pages {
		if p, ok := e.Pages[i].Body.(*DecisionPage); ok && p.Embargo != nil {
			out = append(out, p.DecisionRef)
		}
	}
	return out
}

// Owns tells whether a file is of this decision alone: below its page or those of its awards, or of its data set.
func (d *DecisionRef) Owns(name string) bool {
	if id, below := strings.CutPrefix("/"+name, string(rollPath)+d.ID+"-"); below {
		no, _, is := strings.Cut(id, "/")
		return is && strings.Trim(no, "0123456789") == ""
	}
	return strings.HasPrefix("/"+name, string(d.Path)) || strings.HasPrefix("/"+name, string(dataRoot)+"quyet-dinh/"+d.ID+".")
}
