package check

import (
	"fmt"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// pair is two awards in the order of their ids.
type pair [2]*campaign.Award

func pairOf(a, b *campaign.Award) pair {
	if b.ID < a.ID {
		a, b = b, a
	}
	return pair{a, b}
}

// verdict is what people found of a pair, and where they wrote it.
type verdict struct {
	same bool
	at   diag.Place
}

// mostDecided is how many awards one entry may decide on: each is set against each.
const mostDecided = 20

// duplicates reads which awards people found to be one awardee's, or not. What is decided is not asked again.
func (r *resolver) duplicates(read map[*campaign.Award]*source.Award) {
	if len(r.tree.Duplicates) == 0 {
		return
	}
	r.decided = map[pair]verdict{}
	for i := range r.tree.Duplicates {
		s := &r.tree.Duplicates[i]
		same := r.flag(s.Same)
		var awards []*campaign.Award
		places, unknown := map[*campaign.Award]diag.Place{}, false
		for _, v := range s.Awards {
			a := find(r, &r.awardIDs, v)
			if _, twice := places[a]; a == nil || twice {
				unknown = unknown || a == nil
				continue
			}
			places[a] = v.Place
			awards = append(awards, a)
		}
		if n := len(awards); n > mostDecided || n < 2 && !unknown {
			r.add(duplicateFew, s.Place, fmt.Sprintf("mục này nêu %d lượt khen khác nhau", n), fmt.Sprintf("nêu từ hai đến %d mã khen thưởng khác nhau ở awards", mostDecided))
			continue
		}
		for j, a := range awards {
			for _, b := range awards[:j] {
				r.decide(a, b, verdict{same, places[a]}, read)
			}
			r.idle(a, awards, places[a])
		}
	}
}

// decide takes down what was found of a pair, and tells what cannot stand with it.
func (r *resolver) decide(a, b *campaign.Award, v verdict, read map[*campaign.Award]*source.Award) {
	p := pairOf(a, b)
	if first, ok := r.decided[p]; ok {
		text := fmt.Sprintf("cặp %s, %s đã quyết ở %s", b.ID, a.ID, seen(v.at, first.at))
		if first.same != v.same {
			text += ", và quyết khác"
		}
		r.add(duplicateTwice, v.at, text, "giữ một, bỏ một", first.at)
		return
	}
	r.decided[p] = v
	if !v.same || !standing(a) || !standing(b) {
		return
	}
	at, firstAt := read[a].Name.Place, read[b].Name.Place
	switch {
	case a.Decision == b.Decision:
		r.add(awardTwice, at, fmt.Sprintf("%q và %q ở %s đã được xác nhận là một (%s)", a.Name, b.Name, seen(at, firstAt), v.at.Short()),
			"bỏ một dòng; nếu là hai, sửa thành same: false", firstAt, v.at)
	case viet.SpellingKey(a.Name) != viet.SpellingKey(b.Name):
		r.add(duplicateSpelling, v.at, fmt.Sprintf("đã xác nhận là một nhưng tên viết khác nhau: %q ở %s, %q ở %s", b.Name, seen(v.at, firstAt), a.Name, seen(v.at, at)),
			"viết tên như nhau ở cả hai nơi", firstAt, at)
	}
}

// standing tells whether an award is on the roll: not withdrawn, nor its decision taken back.
func standing(a *campaign.Award) bool {
	return a.Withdrawn == nil && a.Decision != nil && a.Decision.Revoked == nil
}

// idle tells of an award that is like none of those that it was set against any more.
func (r *resolver) idle(a *campaign.Award, awards []*campaign.Award, at diag.Place) {
	for _, b := range awards {
		if b != a && (!standing(a) || !standing(b) || r.spelled(a).Like(r.spelled(b)) != viet.Apart) {
			return
		}
	}
	if len(awards) > 1 {
		r.add(duplicateIdle, at, fmt.Sprintf("tên ở %s (%q) không còn giống tên nào khác trong mục này", a.ID, a.Name), "mã này có thể viết nhầm; nếu không còn cần thì bỏ")
	}
}
