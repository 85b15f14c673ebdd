package edition

import (
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestAges: a page is as old as what it shows, and no younger for a clock set forward.
func TestAges(t *testing.T) {
	l, docs := twoTongues()
	l.Twins = nil
	l.Stories = []*campaign.Story{{ID: "bai", Title: "Một bài", Date: campaign.Date{Year: 2018, Month: 12, Day: 9}, Award: l.Awards[1]}}
	l.Awards[2].Withdrawn = &campaign.Withdrawal{Date: campaign.Date{Year: 2019, Month: 1, Day: 3}}
	l.Decisions[0].PublishAt = time.Date(2018, 12, 7, 1, 0, 0, 0, time.UTC)
	l.Campaign.Zone = time.FixedZone("", 7*60*60)
	for range 2 {
		ed, _ := Compose(l, docs, Options{})
		got := map[Path]string{}
		for _, p := range ed.Pages {
			got[p.Path] = p.Updated
		}
		for p, want := range map[Path]string{
			homePath: "2019-01-03", targetsPath: "2018-12", targetPath(l.Targets[0]): "2018-12", targetPath(l.Targets[1]): "2018-10-01", targetPath(l.Targets[2]): "",
			areaPath(l.Areas[0]): "2018-12", areaPath(l.Areas[1]): "", decisionsPath: "2019-01-03", decisionPath(l.Decisions[0]): "2018-12-07T08:00:00+07:00",
			decisionPath(l.Decisions[1]): "2019-01-03", awardPath(l.Awards[0]): "2018-12-07T08:00:00+07:00", awardPath(l.Awards[1]): "2018-12-05", awardPath(l.Awards[2]): "2019-01-03",
			unitPath(l.Units[0]): "2019-01-03", storiesPath: "2018-12-09", storyPath(l.Stories[0]): "2018-12-09", rollPath: "2019-01-03", statisticsPath: "2019-01-03",
		} {
			if got[p] != want {
				t.Errorf("%s: %q, want %q", p, got[p], want)
			}
		}
		l.Campaign.AsOf = l.Campaign.AsOf.AddDate(1, 0, 0)
	}
}
