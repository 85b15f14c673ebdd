package check

import (
	"fmt"
	"strings"
	"testing"
)

func TestYearsIn(t *testing.T) {
	for text, want := range map[string]string{
		"Hoàn thành nhiệm vụ năm 2017":                   "[2017]",
		"Nộp 1790 triệu đồng, trồng 2000 cây năm 2018":   "[2018]",
		"ngày 30/11/2018, quyết định số 12/2016/QĐ-UBND": "[2018]",
		"tăng 15% so với năm 2017; cùng kỳ năm 2016":     "[]",
		"từ năm 2015 đến năm 2018":                       "[]",
		"giai đoạn 2016 - 2020, tầm nhìn năm 2030":       "[2016 2020 2030]",
		"năm học 2017–2018":                              "[2017 2018]",
		"năm 20188, năm 208, NĂM 2108":                   "[2108]",
		"năm 2018":                                       "[2018]", "2018": "[]", "": "[]", "năm": "[]",
	} {
		if got := fmt.Sprint(yearsIn(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// FuzzCitation: whatever is written, its years are of four digits that stand in it, as often as they do.
func FuzzCitation(f *testing.F) {
	f.Add("giai đoạn 2016 - 2020, năm học 2017–2018, ngày 30/11/2018, số 12/2016/QĐ-UBND")
	f.Add("so với năm 2017năm 20188/2018–1999")
	f.Fuzz(func(t *testing.T, text string) {
		met := map[int]int{}
		for _, y := range yearsIn(text) {
			if met[y]++; y < 1000 || y > 2999 || met[y] > strings.Count(text, fmt.Sprint(y)) {
				t.Fatalf("%q: %d", text, y)
			}
		}
	})
}
