package edition

import (
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

// TestResultTableHoldsAll: the table of results has a row for each report, and no column that says it is of the newest.
func TestResultTableHoldsAll(t *testing.T) {
	x := &campaign.Target{ID: "x", Results: []*campaign.Result{{Value: d(2, 0)}, {Value: d(1, 0)}}}
	table := (&composer{}).resultTable([]*campaign.Target{x})
	if len(table.Rows) != 2 || len(table.Rows[0]) != len(table.Columns) {
		t.Errorf("%d rows of %d cells under %d columns", len(table.Rows), len(table.Rows[0]), len(table.Columns))
	}
	for _, c := range table.Columns {
		if strings.Contains(c.Note, "mới nhất") {
			t.Errorf("%s: %s", c.Key, c.Note)
		}
	}
}
