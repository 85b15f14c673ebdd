package booklet

import (
	"math"
	"strings"
	"unicode"
)

// greedily appends the first words of the lines to none, each line holding as many as it can.
func greedily(starts []int, words []word, p *Paragraph) []int {
	x := 0.0
	for i, w := range words {
		room := p.Width - p.Hang
		if len(starts) == 1 {
			room = p.Width - p.First
		}
		if len(starts) <= p.Short {
			room -= p.Beside
		}
		if i > 0 && !w.after && x+w.gap+w.w <= room+slack {
			x += w.gap + w.w
			continue
		}
		starts = append(starts, i)
		x = w.w
	}
	keepCompany(words, starts, (p.Width-p.Hang)*lonely)
	return starts
}

// lonely is the part of the width below which the last line of a ragged paragraph looks like a slip.
const lonely = 0.12

// keepCompany moves words from the last line but one to a last line that is narrower than least.
func keepCompany(words []word, starts []int, least float64) {
	n := len(starts)
	if n < 2 || words[starts[n-1]].after {
		return
	}
	width := 0.0
	for i := starts[n-1]; i < len(words); i++ {
		width += words[i].w + words[i].gap
	}
	for width < least && starts[n-1]-starts[n-2] > 2 && words[starts[n-1]].gap > 0 {
		starts[n-1]--
		width += words[starts[n-1]].w + words[starts[n-1]].gap
	}
}

// shortLast is the part of the width below which a justified paragraph's last line looks lost.
const shortLast = 0.16

// evenly gives the first words of the lines so that the white is spread as evenly as can be over all of them: in the spaces of
// justified lines, at the ends of centred ones. It takes the least sum of squares over all ways to break.
func evenly(words []word, p *Paragraph) []int {
	n := len(words)
	if n == 0 {
		return nil
	}
	cost := make([]float64, n+1) // of setting words[:i] in whole lines
	from := make([]int, n+1)
	for end := 1; end <= n; end++ {
		cost[end] = math.Inf(1)
		final := end == n || words[end].after // the last line of all, or before a forced break
		width, gaps := 0.0, 0
		for start := end - 1; start >= 0; start-- {
			width += words[start].w
			if start < end-1 {
				width += words[start+1].gap
				gaps++
			}
			room := p.Width - p.Hang
			if start == 0 {
				room = p.Width - p.First
			}
			if width > room+slack {
				break
			}
			c := cost[start] + lineCost(p.Align, room, width, gaps, final, start == 0)
			if !final && p.Align == Centred && bonded(words[end-1].text, words[end].text) {
				c += bondCost * room * room
			}
			if c < cost[end] {
				cost[end], from[end] = c, start
			}
			if words[start].after {
				break
			}
		}
	}
	var starts []int
	for end := n; end > 0; end = from[end] {
		starts = append(starts, from[end])
	}
	for i, j := 0, len(starts)-1; i < j; i, j = i+1, j-1 {
		starts[i], starts[j] = starts[j], starts[i]
	}
	return starts
}

// lineCost is how bad a line of a width looks.
func lineCost(align Align, room, width float64, gaps int, final, only bool) float64 {
	free := room - width
	switch {
	case align == Centred:
		return free * free
	case final:
		if width < shortLast*room && !only {
			return 60
		}
		return 0
	case gaps == 0:
		return 100 + free*free
	}
	each := free / float64(gaps)
	return each * each
}

// bondCost is how bad it is to break a centred line within a compound, as a part of a whole line left white.
const bondCost = 0.2

// compounds are two-syllable words that titles are made of, which a line's end should not part.
var compounds = set("ủy ban|uỷ ban|nhân dân|thành phố|trung ương|trực thuộc|thi đua|khen thưởng|kỷ niệm|thực hiện|thắng lợi|" +
	"nhiệm vụ|phát triển|kinh tế|xã hội|văn hóa|văn hoá|môi trường|bảo vệ|quốc phòng|an ninh|chủ tịch|đặc biệt|phát động|kế hoạch|" +
	"danh sách|vinh danh|kỷ yếu|quyết định|thành tích|phong trào|cải cách|hành chính|bằng khen|giấy khen|giám đốc|đơn vị")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.SplitSeq(words, "|") {
		out[w] = true
	}
	return out
}

// bonded tells whether two words belong together: a compound, or two parts of a proper name.
func bonded(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if unicode.IsUpper(firstRune(a)) && unicode.IsUpper(firstRune(b)) && !strings.HasSuffix(a, ",") {
		return true
	}
	return compounds[strings.ToLower(a+" "+strings.TrimRight(b, ",.;:)”"))]
}
