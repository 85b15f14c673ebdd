package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bangvang/internal/edition"
)

// unitsShown is how many units the table has unless all are asked for. Of more, those come first that lack something.
const unitsShown = 40

// The table is 100 columns wide.
const (
	unitWide = 32
	lackWide = 23
)

// unitColumns are the columns of numbers: how wide, and the number of a unit.
var unitColumns = []struct {
	head string
	wide int
	of   func(u *edition.UnitAccount) int
}{
	{"Giao", 5, func(u *edition.UnitAccount) int { return u.Assigned }},
	{"Có KQ", 6, func(u *edition.UnitAccount) int { return u.Reported }},
	{"KQ", 4, func(u *edition.UnitAccount) int { return u.Results }},
	{"Th.tích", 8, func(u *edition.UnitAccount) int { return u.Achievements }},
	{"Tập thể", 8, func(u *edition.UnitAccount) int { return u.Collectives }},
	{"Cá nhân", 8, func(u *edition.UnitAccount) int { return u.Individuals }},
	{"Hộ", 4, func(u *edition.UnitAccount) int { return u.Households }},
}

// unitTable tells what is published of each unit that has something, and what is missing.
func (s *session) unitTable(a edition.Account) {
	for i, g := range a.Plan {
		s.line(headOnce("Còn thiếu", i), planTargets+": "+g)
	}
	var rows []*edition.UnitAccount
	sum := edition.UnitAccount{Unit: "Cộng"}
	for i := range a.Units {
		if u := &a.Units[i]; !u.Idle() {
			rows = append(rows, u)
			sum = added(sum, u)
		}
	}
	if len(rows) == 0 {
		return
	}
	hidden := 0
	if !s.allUnits && len(rows) > unitsShown {
		hidden = len(rows) - unitsShown
		slices.SortStableFunc(rows, func(a, b *edition.UnitAccount) int { return complete(a) - complete(b) })
		rows = rows[:unitsShown]
	}
	fmt.Fprintln(s.out, "\n"+unitRow("Sẽ công bố của đơn vị", func(i int) string { return unitColumns[i].head }, "Còn thiếu"))
	for _, u := range rows {
		fmt.Fprintln(s.out, unitNumbers(u))
	}
	if hidden > 0 {
		fmt.Fprintf(s.out, "… và %d đơn vị khác: thêm --all-units, hoặc --format json\n", hidden)
	}
	fmt.Fprintln(s.out, unitNumbers(&sum))
	legend := "Giao: chỉ tiêu được giao; Có KQ: số đã có kết quả; KQ: số kết quả; Tập thể, Cá nhân, Hộ: lượt khen."
	if idle := len(a.Units) - len(rows) - hidden; idle > 0 {
		legend += fmt.Sprintf("\n%d đơn vị khác chỉ có tên trong danh mục.", idle)
	}
	fmt.Fprintln(s.out, legend+"\n")
}

// complete is 1 of a unit that lacks nothing.
func complete(u *edition.UnitAccount) int {
	if len(u.Lacks) == 0 {
		return 1
	}
	return 0
}

func added(sum edition.UnitAccount, u *edition.UnitAccount) edition.UnitAccount {
	sum.Assigned += u.Assigned
	sum.Reported += u.Reported
	sum.Results += u.Results
	sum.Achievements += u.Achievements
	sum.Collectives += u.Collectives
	sum.Individuals += u.Individuals
	sum.Households += u.Households
	return sum
}

func unitNumbers(u *edition.UnitAccount) string {
	return unitRow(u.Unit, func(i int) string {
		if n := unitColumns[i].of(u); n > 0 {
			return strconv.Itoa(n)
		}
		return "·"
	}, strings.Join(u.Lacks, ", "))
}

// unitRow sets a row: the name at the left, numbers at the right of their columns, then what is missing.
func unitRow(name string, number func(i int) string, lacks string) string {
	row := clipped(name, unitWide)
	row += strings.Repeat(" ", unitWide-utf8.RuneCountInString(row))
	for i := range unitColumns {
		n := number(i)
		row += strings.Repeat(" ", max(0, unitColumns[i].wide-utf8.RuneCountInString(n))) + n
	}
	row += "  " + clipped(lacks, lackWide)
	return strings.ReplaceAll(strings.TrimRight(row, " "), "\u00a0", " ")
}

// clipped shortens a text to so many letters.
func clipped(text string, most int) string {
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	return strings.TrimRight(string(r[:most-1]), " ") + "…"
}

// unitRecord is what machines are told of a unit.
type unitRecord struct {
	ID           string      `json:"id"`
	Name         string      `json:"name"`
	Assigned     int         `json:"assigned"`
	Reported     int         `json:"reported"`
	Results      int         `json:"results"`
	Achievements int         `json:"achievements"`
	Awards       tallyRecord `json:"awards"`
	Missing      []string    `json:"missing,omitempty"`
}

type tallyRecord struct {
	Collectives int `json:"collectives"`
	Individuals int `json:"individuals"`
	Households  int `json:"households"`
}

// unitRecords are those of all units.
func unitRecords(a edition.Account) []unitRecord {
	out := make([]unitRecord, len(a.Units))
	for i := range a.Units {
		u := &a.Units[i]
		var missing []string
		for _, g := range u.Gaps {
			missing = append(missing, strings.ReplaceAll(g, "\u00a0", " "))
		}
		out[i] = unitRecord{u.ID, u.Unit, u.Assigned, u.Reported, u.Results, u.Achievements, tallyRecord{u.Collectives, u.Individuals, u.Households}, missing}
	}
	return out
}
