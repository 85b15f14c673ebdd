package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// merits tells, once for a unit, of collectives honoured for meeting targets while their own unit missed one, met one late or has no figures.
func (r *resolver) merits() {
	if r.tree.Partial["assignments"] || r.tree.Partial["results"] {
		return
	}
	var bare []claim
	for _, u := range r.ledger.Units {
		c := claim{}
		for _, a := range u.Awards {
			if a.Kind == campaign.Collective && standing(a) && ofTargets(a.Citation) {
				c.first = cmp.Or(c.first, a)
				c.places = append(c.places, r.read[a].Citation.Place)
			}
		}
		switch owing, where := owed(u); {
		case c.first == nil:
		case len(u.Assignments) == 0:
			bare = append(bare, c)
		case owing != "":
			r.claim(c, owing, where)
		}
	}
	if len(bare) <= fewBare {
		for _, c := range bare {
			r.claim(c, "không có chỉ tiêu được giao nào trong dữ liệu", []diag.Place{c.first.Unit.Place})
		}
		return
	}
	var names []string
	for _, c := range bare[:fewBare] {
		names = append(names, c.first.Unit.Name)
	}
	r.add(meritMissed, bare[0].places[0], fmt.Sprintf("%d đơn vị có tập thể được khen vì hoàn thành chỉ tiêu nhưng không có chỉ tiêu được giao nào trong dữ liệu: %s …", len(bare), strings.Join(names, ", ")),
		"bổ sung data/assignments.yaml và kết quả, hoặc xem lại thành tích")
}

// fewBare is up to how many units that were given nothing are told of one by one.
const fewBare = 5

// claim is what collectives of a unit were honoured for.
type claim struct {
	first  *campaign.Award
	places []diag.Place // of the citations
}

func (r *resolver) claim(c claim, owing string, where []diag.Place) {
	text := fmt.Sprintf("%q được khen vì hoàn thành chỉ tiêu, nhưng %s %s", c.first.Name, c.first.Unit.Name, owing)
	if n := len(c.places) - 1; n > 0 {
		text += fmt.Sprintf(" (%d tập thể khác của đơn vị cũng vậy)", n)
	}
	r.add(meritMissed, c.places[0], text, "xem lại thành tích, hoặc bổ sung kết quả trong data/results/", slices.Concat(where, c.places[1:min(len(c.places), 4)])...)
}

// ofTargets tells whether a citation claims that targets were met.
func ofTargets(citation string) bool {
	text := strings.ToLower(citation)
	return strings.Contains(text, "chỉ tiêu") && (strings.Contains(text, "hoàn thành") || strings.Contains(text, "vượt") || strings.Contains(text, "đạt"))
}

// owed says what a unit has not done of what it was given, and where that is written.
func owed(u *campaign.Unit) (words string, where []diag.Place) {
	const most = 3
	var out []string
	more := 0
	for _, a := range u.Assignments {
		why := ""
		switch verdict := campaign.Attain(a.Goal, campaign.Newest(a.Results)); {
		case verdict == campaign.Missed:
			why = "chưa đạt"
		case verdict == campaign.Unknown:
			why = "chưa có kết quả"
		case campaign.Timely(a.Goal, a.Deadline, a.Results) == campaign.Late:
			why = "đạt sau thời hạn"
		default:
			continue
		}
		if len(out) == most {
			more++
			continue
		}
		out, where = append(out, fmt.Sprintf("%s %q", why, a.Name)), append(where, a.Place)
	}
	words = strings.Join(out, ", ")
	if more > 0 {
		words += fmt.Sprintf(" và %d chỉ tiêu nữa", more)
	}
	return words, where
}

// idleUnits tells, once and together, of units that nothing tells of: neither of them nor of any unit below them.
func (r *resolver) idleUnits() {
	l := r.ledger
	for _, name := range []string{"units", "assignments", "achievements", "decisions", "awards"} {
		if r.tree.Partial[name] {
			return
		}
	}
	if len(l.Assignments)+len(l.Achievements)+len(l.Awards) == 0 {
		return // the campaign is only being set up
	}
	busy := map[*campaign.Unit]bool{}
	mark := func(u *campaign.Unit) {
		for ; u != nil && !busy[u]; u = u.Parent {
			busy[u] = true
		}
	}
	for _, u := range l.Units {
		if len(u.Assignments)+len(u.Achievements)+len(u.Awards) > 0 {
			mark(u)
		}
	}
	for _, d := range l.Decisions {
		mark(d.IssuerUnit)
	}
	var idle []*campaign.Unit
	for _, u := range l.Units {
		if !busy[u] && r.unitIDs.entries[u.ID].record == u { // of two with one id, all is the first one's
			idle = append(idle, u)
		}
	}
	if len(idle) > 0 {
		first := slices.MinFunc(idle, func(a, b *campaign.Unit) int { return a.Place.Compare(b.Place) })
		r.add(unitIdle, first.Place, fmt.Sprintf("%d đơn vị chưa có chỉ tiêu được giao, thành tích hay khen thưởng nào: %s", len(idle), byKind(idle)),
			"đơn vị có tham gia thì bổ sung dữ liệu; không tham gia thì để vậy cũng được")
	}
}

// byKind names units or, if they are many, counts those of each kind, in their order.
func byKind(units []*campaign.Unit) string {
	const named = 10
	var out []string
	if len(units) <= named {
		for _, u := range units {
			out = append(out, u.Name)
		}
		return strings.Join(out, ", ")
	}
	for len(units) > 0 {
		n := 1
		for n < len(units) && units[n].Kind == units[0].Kind {
			n++
		}
		out = append(out, viet.Count(n, meansOf(unitWords, string(units[0].Kind))))
		units = units[n:]
	}
	return strings.Join(out, "; ")
}
