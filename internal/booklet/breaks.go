package booklet

import "math"

// greedily gives the first words of the lines, each line holding as many as it can.
func greedily(words []word, p *Paragraph) []int {
	var starts []int
	x := 0.0
	for i, w := range words {
		room := p.Width - p.Hang
		if len(starts) == 1 {
			room = p.Width - p.First
		}
		if i > 0 && !w.after && x+w.gap+w.w <= room+slack {
			x += w.gap + w.w
			continue
		}
		starts = append(starts, i)
		x = w.w
	}
	return starts
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
		final := end == n || words[end].after
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
			if c := cost[start] + lineCost(p.Align, room, width, gaps, final, start == 0); c < cost[end] {
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
