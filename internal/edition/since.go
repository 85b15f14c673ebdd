package edition

import (
	"maps"
	"slices"
	"time"

	"bangvang/internal/campaign"
)

// Snapshot is what a publication told, so that a later one can say what is new. It holds numbers and ids and names nobody.
type Snapshot struct {
	Day       string             `json:"day"` // of the edition's clock: 2019-01-15
	Targets   []SnapshotTarget   `json:"targets"`
	Decisions []SnapshotDecision `json:"decisions"`
	Stories   []string           `json:"stories"`
}

// SnapshotTarget is a target with its newest figure in words, "" without one, and how it stood.
type SnapshotTarget struct {
	ID       string   `json:"id"`
	Newest   string   `json:"newest"`
	Standing Standing `json:"standing"`
}

// SnapshotDecision is a public decision with how many it honoured.
type SnapshotDecision struct {
	ID          string `json:"id"`
	Collectives int    `json:"collectives"`
	Individuals int    `json:"individuals"`
	Households  int    `json:"households"`
	Revoked     bool   `json:"revoked"`
}

// Since is what has changed since the publication before.
type Since struct {
	Lead    string
	Changes []Change
}

// Change is one thing that is new: what, and how it was and is.
type Change struct {
	Link
	Detail string
}

func (c *composer) snapshot() Snapshot {
	s := Snapshot{Day: campaign.Day(c.l.Campaign.AsOf).ISO()}
	for _, t := range c.l.Targets {
		x := SnapshotTarget{ID: t.ID, Standing: Standing(t.Attainment())}
		if r := campaign.Newest(t.Results); r != nil {
			x.Newest = loose(c.measured(t).result(r))
		}
		s.Targets = append(s.Targets, x)
	}
	for _, d := range c.gate.decisions {
		n := standing(d)
		s.Decisions = append(s.Decisions, SnapshotDecision{d.ID, n.Collectives, n.Individuals, n.Households, d.Revoked != nil})
	}
	for _, story := range c.told {
		s.Stories = append(s.Stories, story.ID)
	}
	return s
}

// changed says what is new after an earlier publication; nil without one.
func (c *composer) changed(before *Snapshot) *Since {
	if before == nil {
		return nil
	}
	at, err := time.Parse(time.DateOnly, before.Day)
	if err != nil {
		return nil // who reads a snapshot has judged it
	}
	day := campaign.Day(at)
	out := &Since{Lead: "So với lần công bố " + c.say.dated(day) + ":"}
	out.Changes = append(out.Changes, c.newFigures(before)...)
	out.Changes = append(out.Changes, c.newDecisions(before)...)
	out.Changes = append(out.Changes, c.newStories(before)...)
	n := 0
	for _, k := range c.corrections() {
		if k.Date.After(day) {
			n++
		}
	}
	if n > 0 {
		out.Changes = append(out.Changes, Change{Link{Words: "Đính chính"}, c.say.count(n, same("mục mới"))})
	}
	if len(out.Changes) == 0 {
		out.Lead = "Không có thay đổi so với lần công bố " + c.say.dated(day) + "."
	}
	return out
}

func (c *composer) newFigures(before *Snapshot) []Change {
	had := map[string]SnapshotTarget{}
	for _, t := range before.Targets {
		if to, ok := c.livingPath(t.ID); ok {
			t.ID = lastOf(to)
		}
		had[t.ID] = t
	}
	var out []Change
	for i, now := range c.ed.Snapshot.Targets {
		t := c.l.Targets[i]
		then, known := had[t.ID]
		told := func(s SnapshotTarget) string {
			return joined(", ", s.Newest, c.say.verdicts[campaign.Attainment(s.Standing)])
		}
		switch link := (Link{t.Name, targetPath(t)}); {
		case !known:
			out = append(out, Change{link, "chỉ tiêu mới trên trang: " + told(now)})
		case then != now:
			out = append(out, Change{link, "trước: " + told(then) + "; nay: " + told(now)})
		}
		delete(had, t.ID)
	}
	return c.gone(out, "Chỉ tiêu", "chỉ tiêu", targetsPath, slices.Sorted(maps.Keys(had)))
}

// gone adds what was told before and is no more. Of one alone the page that stands at its address says why.
func (c *composer) gone(out []Change, what, one string, root Path, ids []string) []Change {
	if len(ids) == 0 {
		return out
	}
	link, at := Link{Words: what}, under(root, ids[0])
	if len(ids) == 1 && slices.ContainsFunc(c.l.Moves, func(m *campaign.Move) bool { return Path(m.From) == at }) {
		link.Path = at
	}
	return append(out, Change{link, c.say.count(len(ids), same(one+" không còn trên trang"))})
}

// newStories are stories that are new, and those that are gone.
func (c *composer) newStories(before *Snapshot) []Change {
	had := map[string]bool{}
	for _, id := range before.Stories {
		if to, ok := c.movedTo(under(storiesPath, id), func(at Path) bool {
			return slices.ContainsFunc(c.told, func(s *campaign.Story) bool { return storyPath(s) == at })
		}); ok {
			id = lastOf(to)
		}
		had[id] = true
	}
	var out []Change
	for _, s := range c.told {
		if !had[s.ID] {
			out = append(out, Change{Link{s.Title, storyPath(s)}, "bài mới"})
		}
		delete(had, s.ID)
	}
	return c.gone(out, "Điển hình", "bài", storiesPath, slices.Sorted(maps.Keys(had)))
}

// newDecisions are decisions that are new, were revoked or are gone, and how many were added to and taken off the others.
func (c *composer) newDecisions(before *Snapshot) []Change {
	had := map[string]SnapshotDecision{}
	for _, d := range before.Decisions {
		to, ok := c.movedTo(under(decisionsPath, d.ID), func(at Path) bool {
			return slices.ContainsFunc(c.gate.decisions, func(d *campaign.Decision) bool { return decisionPath(d) == at })
		})
		if ok {
			d.ID = lastOf(to)
		}
		had[d.ID] = d
	}
	var out []Change
	for i, now := range c.ed.Snapshot.Decisions {
		d := c.gate.decisions[i]
		then, known := had[d.ID]
		link := Link{c.refs[d].Words, decisionPath(d)}
		tally := vietnamese.tally(standing(d))
		switch {
		case !known && now.Revoked:
		case !known:
			out = append(out, Change{link, joined(": ", "quyết định mới", tally)})
		case now.Revoked && !then.Revoked:
			out = append(out, Change{link, "đã bị thu hồi"})
		default:
			was := campaign.Tally{Collectives: then.Collectives, Individuals: then.Individuals, Households: then.Households}
			if more := added(was, standing(d)); more != "" {
				out = append(out, Change{link, more})
			}
		}
		delete(had, d.ID)
	}
	return c.gone(out, "Quyết định", "quyết định", decisionsPath, slices.Sorted(maps.Keys(had)))
}

// added says how many of each kind there are more or fewer.
func added(was, is campaign.Tally) string {
	say := func(n int, of noun) string {
		switch {
		case n > 0:
			return "thêm " + vietnamese.count(n, of)
		case n < 0:
			return "bớt " + vietnamese.count(-n, of)
		}
		return ""
	}
	return joined(", ", say(is.Collectives-was.Collectives, vietnamese.collectives), say(is.Individuals-was.Individuals, vietnamese.individuals),
		say(is.Households-was.Households, vietnamese.households))
}
