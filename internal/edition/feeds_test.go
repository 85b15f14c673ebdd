package edition

import (
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestEmbargoEndInZone: entries are sorted by their moments as text, so all of them are told in one zone.
func TestEmbargoEndInZone(t *testing.T) {
	d := decision("1")
	d.Date = campaign.Date{Year: 2018, Month: 12, Day: 20}
	d.PublishAt = time.Date(2018, 12, 24, 20, 0, 0, 0, time.UTC)
	zone := time.FixedZone("", 7*60*60)
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: d.PublishAt, Zone: zone}, Decisions: []*campaign.Decision{d}}
	c := &composer{l: l, say: vietnamese, gate: newGate(l, false), refs: map[*campaign.Decision]*DecisionRef{d: {}}}
	if es := c.awardEntries(); len(es) != 1 || es[0].Updated != "2018-12-25T03:00:00+07:00" {
		t.Errorf("%+v", es)
	}
}
