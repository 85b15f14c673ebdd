package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"bangvang/internal/edition"
)

// TestUnitTable: a row for each unit that has something, what it lacks at its end, a sum; a terminal of 100 columns holds it.
func TestUnitTable(t *testing.T) {
	var b bytes.Buffer
	s := &session{out: &b}
	a := edition.Account{Plan: []string{"chưa có số liệu: 02 chỉ tiêu"}, Units: []edition.UnitAccount{
		{ID: "a", Unit: "Sở Mẫu", Assigned: 4, Reported: 3, Results: 12, Achievements: 2, Collectives: 1, Individuals: 10, Lacks: []string{"01\u00a0kết quả"}, Gaps: []string{"chưa có kết quả: 01\u00a0chỉ tiêu được giao"}},
		{ID: "b", Unit: "Trung tâm Nghiên cứu, Ứng dụng và Chuyển giao Mẫu", Achievements: 1, Households: 2},
		{ID: "c", Unit: "Chỉ có tên"},
		{ID: "d", Unit: "Xã Mẫu", Individuals: 1, Lacks: []string{"12 kết quả", "thành tích rất rất rất dài"}, Gaps: []string{"x", "y"}},
	}}
	s.unitTable(a)
	want := `Còn thiếu  Chỉ tiêu của kế hoạch: chưa có số liệu: 02 chỉ tiêu

Sẽ công bố của đơn vị            Giao Có KQ  KQ Th.tích Tập thể Cá nhân  Hộ  Còn thiếu
Sở Mẫu                              4     3  12       2       1      10   ·  01 kết quả
Trung tâm Nghiên cứu, Ứng dụng…     ·     ·   ·       1       ·       ·   2
Xã Mẫu                              ·     ·   ·       ·       ·       1   ·  12 kết quả, thành tích…
Cộng                                4     3  12       3       1      11   2
Giao: chỉ tiêu được giao; Có KQ: số đã có kết quả; KQ: số kết quả; Tập thể, Cá nhân, Hộ: lượt khen.
1 đơn vị khác chỉ có tên trong danh mục.

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestManyUnits: of many units so many are told, those first that lack something; with the flag all are.
func TestManyUnits(t *testing.T) {
	var a edition.Account
	for i := range 300 {
		u := edition.UnitAccount{ID: fmt.Sprint("u", i), Unit: fmt.Sprintf("Đơn vị số %03d", i), Assigned: 1, Reported: 1, Results: 1}
		if i >= 280 {
			u.Reported, u.Results, u.Lacks = 0, 0, []string{"01 kết quả"}
		}
		a.Units = append(a.Units, u)
	}
	var short, long bytes.Buffer
	(&session{out: &short}).unitTable(a)
	(&session{out: &long, allUnits: true}).unitTable(a)
	for text, n := range map[string]int{short.String(): unitsShown, long.String(): 300} {
		if got := strings.Count(text, "Đơn vị số"); got != n || strings.Count(text, "01 kết quả") != 20 || !strings.Contains(text, "Cộng                              300   280") {
			t.Errorf("%d units, want %d:\n%s", got, n, text)
		}
		for line := range strings.Lines(text) {
			if n := utf8.RuneCountInString(line); n > 101 {
				t.Errorf("%d columns: %s", n, line)
			}
		}
	}
	if !strings.Contains(short.String(), "… và 260 đơn vị khác: thêm --all-units") || strings.Contains(long.String(), "…") {
		t.Error(short.String())
	}
	if at := strings.Index(short.String(), "Đơn vị số 280"); at < 0 || at > strings.Index(short.String(), "Đơn vị số 000") {
		t.Error("units that lack something are not told first")
	}
}

// TestUnitsForMachines: check tells machines of every unit, build's last lines stay short.
func TestUnitsForMachines(t *testing.T) {
	campaignIn(t, sea)
	var got struct {
		Problems []any
		Units    []unitRecord
	}
	o := want(t, exitFine, `"units"`, "", "check", "--format", "json")
	if err := json.Unmarshal([]byte(o.out), &got); err != nil || got.Problems == nil || len(got.Units) < 4 {
		t.Fatal(err, o.out)
	}
	assigned, honoured := 0, 0
	for _, u := range got.Units {
		assigned += u.Assigned
		honoured += u.Awards.Collectives + u.Awards.Individuals + u.Awards.Households
	}
	text := want(t, exitFine, "Sẽ công bố của đơn vị", "", "check", "--all-units").out
	var sum []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "Cộng ") {
			sum = strings.Fields(strings.ReplaceAll(line, "·", "0"))
		}
	}
	if len(sum) != 8 || sum[1] != fmt.Sprint(assigned) || assigned == 0 || honoured == 0 {
		t.Errorf("%v; machines are told of %d targets, %d awards", sum, assigned, honoured)
	}
	var people int
	for _, n := range sum[5:] {
		var k int
		fmt.Sscan(n, &k)
		people += k
	}
	if people != honoured {
		t.Errorf("%d and %d awards", people, honoured)
	}
	if o := want(t, exitFine, "Đã dựng", "", "build"); strings.Contains(o.out, "Sẽ công bố") {
		t.Error(o.out)
	}
}
