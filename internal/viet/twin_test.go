package viet

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// twinCase is a random query and text, and what MatchBeside says of them.
type twinCase struct {
	Query  string   `json:"query"`
	Text   string   `json:"text"`
	Beside []string `json:"beside"`
	Rank   int      `json:"rank"` // -1 if the query does not find the text
}

// TestTwin writes cases for the browser's twin of Match to the file that TWIN names, random by the number TWIN_SEED;
// .ci/browser/match.once.mjs asks for them. Without TWIN it only sees to it that the cases are worth comparing.
func TestTwin(t *testing.T) {
	seed, err := strconv.ParseUint(os.Getenv("TWIN_SEED"), 10, 64)
	if err != nil {
		seed = 2019
	}
	count := 2000
	path := os.Getenv("TWIN")
	if path != "" {
		count = 40_000
	}
	cases := twinCases(rand.New(rand.NewPCG(seed, 3)), count)
	var found, typos, late, beside int
	for _, c := range cases {
		switch {
		case c.Rank >= Typo:
			typos++
		case c.Rank >= Beside:
			beside++
		case c.Rank >= 24:
			late++
		case c.Rank >= 0:
			found++
		}
	}
	if found < count/10 || typos < count/200 || late < count/50 || beside < count/30 || found+typos+late+beside > count*9/10 {
		t.Errorf("of %d cases: %d found, %d late, %d typos, %d beside", count, found, late, typos, beside)
	}
	if path == "" {
		return
	}
	b, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

func twinCases(rnd *rand.Rand, count int) []twinCase {
	pick := func(of []string) string { return of[rnd.IntN(len(of))] }
	syllables := strings.Fields("Nguyễn Văn Thị Đạt Dũng Đường Dương Hòa Hoà Thủy Thuỷ Lý Lí Kỷ Ý An Ân Anh Ánh Phương Hường Thưởng Quý Quí Yến Huỳnh Trường " +
		"Khuê Toàn Nghĩa H'Hen Niê 123/QĐ-UBND KH&ĐT Müller Straße Łódź Đắk (GRDP) 1.790 05/QĐ-UBND 007 TP thành phố ubnd Lê Lee Bảo")
	letters := strings.Split("a ă â e ê i o ô ơ u ư y b c d đ g h k l m n p q r s t v x w f j z n g h c t 1 2 5 6 7 8 9 0", " ")
	marks := []string{"\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b", "\u0308"}
	// The keys of a syllable, some out of their usual order.
	keys := strings.Fields("nguyeenx nguyenex vawn va8n thij ddatj d9at5 dduowngf duongdwf d9u7o7ng2 hoaf hoa2 thuyr ly1 lys quys qui1 kyr ris oo ww dd d9 duwowng thuowr uow kddawm kd9a8m kroong mloo")
	out := make([]twinCase, count)
	for i := range out {
		var text, query []string
		for range 1 + rnd.IntN(4) {
			text = append(text, pick(syllables))
		}
		beside := []string{}
		for range rnd.IntN(3) {
			beside = append(beside, strings.Repeat(pick(syllables)+" ", 1+rnd.IntN(2))+pick(syllables))
		}
		for range 1 + rnd.IntN(3) {
			w := []rune(pick(text))
			if len(beside) > 0 && rnd.IntN(3) == 0 {
				w = []rune(pick(strings.Fields(pick(beside))))
			}
			switch rnd.IntN(12) {
			case 0:
				w = []rune(Fold(string(w)))
			case 1:
				w = w[:1+rnd.IntN(len(w))]
			case 2:
				w = []rune(Fold(strings.Join(text, " ")))[:1]
				for _, f := range Words(strings.Join(text, " "))[1:] {
					w = append(w, []rune(f)[0])
				}
			case 3:
				w = []rune(strings.ToUpper(string(w)))
			case 4:
				at := rnd.IntN(len(w))
				w[at] = []rune(pick(letters))[0]
			case 5:
				at := rnd.IntN(len(w))
				w = append(w[:at:at], w[at+1:]...)
			case 6:
				w = []rune(strings.ReplaceAll(strings.Join(text, ""), " ", ""))
			case 7:
				w = []rune(pick(keys))
			case 8:
				w = nil
				for range 1 + rnd.IntN(6) {
					w = append(w, []rune(pick(letters))...)
				}
			case 9:
				w = append(w, []rune(pick(marks))...)
			case 10:
				w = []rune(pick(syllables))
			}
			query = append(query, string(w))
		}
		c := twinCase{Query: strings.Join(query, " "), Text: strings.Join(text, " "), Beside: beside, Rank: -1}
		if rank, ok := NewQuery(c.Query).MatchBeside(c.Text, beside...); ok {
			c.Rank = rank
		}
		out[i] = c
	}
	return out
}
