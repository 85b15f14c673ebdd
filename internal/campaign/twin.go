package campaign

// Copy gives the same ledger a second time, but for its Twins: the same things with the same ids in the same order, of which no pointer
// leads back into the first. What is changed in one does not show in the other.
func (l *Ledger) Copy() *Ledger {
	out := &Ledger{Campaign: l.Campaign}
	out.Campaign.Plan.Bases = clone(l.Campaign.Plan.Bases)
	c := copies{
		areas: double(l.Areas, &out.Areas), sources: double(l.Sources, &out.Sources), targets: double(l.Targets, &out.Targets),
		blocks: double(l.Blocks, &out.Blocks), units: double(l.Units, &out.Units), forms: double(l.Forms, &out.Forms),
		decisions: double(l.Decisions, &out.Decisions), assignments: double(l.Assignments, &out.Assignments),
		achievements: double(l.Achievements, &out.Achievements), awards: double(l.Awards, &out.Awards),
	}
	stories := double(l.Stories, &out.Stories)
	double(l.Corrections, &out.Corrections)
	double(l.Articles, &out.Articles)
	double(l.Certificates, &out.Certificates)
	out.Ceremony, out.Promises, out.Approvals = l.Ceremony, clone(l.Promises), clone(l.Approvals)
	double(l.Moves, &out.Moves)
	for _, m := range out.Moves {
		m.Withdrawn = one(m.Withdrawn)
	}
	for _, a := range out.Areas {
		a.Targets = c.targets.all(a.Targets)
	}
	for _, t := range out.Targets {
		c.target(t)
	}
	for _, b := range out.Blocks {
		b.Lead, b.Units = c.units[b.Lead], c.units.all(b.Units)
	}
	for _, u := range out.Units {
		c.unit(u)
	}
	for _, d := range out.Decisions {
		d.Form, d.IssuerUnit, d.Awards = c.forms[d.Form], c.units[d.IssuerUnit], c.awards.all(d.Awards)
		d.Bases, d.Revoked = clone(d.Bases), one(d.Revoked)
	}
	for _, a := range out.Assignments {
		a.Unit, a.Target, a.Results = c.units[a.Unit], c.targets[a.Target], c.results(a.Results)
	}
	for _, a := range out.Achievements {
		a.Unit, a.Area, a.Target, a.Source = c.units[a.Unit], c.areas[a.Area], c.targets[a.Target], c.sources[a.Source]
		a.Value = one(a.Value)
	}
	for _, a := range out.Awards {
		a.Decision, a.Unit, a.Area = c.decisions[a.Decision], c.units[a.Unit], c.areas[a.Area]
		a.Photo, a.Minor, a.Withdrawn = one(a.Photo), one(a.Minor), one(a.Withdrawn)
	}
	for _, s := range out.Stories {
		s.Award, s.Area, s.Photo = c.awards[s.Award], c.areas[s.Area], one(s.Photo)
	}
	for _, k := range out.Corrections {
		k.Target, k.Decision, k.Award, k.Unit, k.Story = c.targets[k.Target], c.decisions[k.Decision], c.awards[k.Award], c.units[k.Unit], stories[k.Story]
	}
	c.papers(out)
	return out
}

// papers leads what is private of a ledger's copy to the copies.
func (c *copies) papers(out *Ledger) {
	for _, p := range out.Certificates {
		p.Form, p.Kinds, p.Fields = c.forms[p.Form], clone(p.Kinds), clone(p.Fields)
		for i := range p.Fields {
			p.Fields[i].Text = clone(p.Fields[i].Text)
		}
	}
	k := &out.Ceremony
	k.Order, k.Decisions, k.Readings, k.Guests = clone(k.Order), c.decisions.all(k.Decisions), clone(k.Readings), clone(k.Guests)
}

// copies finds the copy of each thing that others point to.
type copies struct {
	areas        pairs[Area]
	sources      pairs[Source]
	targets      pairs[Target]
	blocks       pairs[Block]
	units        pairs[Unit]
	forms        pairs[Form]
	decisions    pairs[Decision]
	assignments  pairs[Assignment]
	achievements pairs[Achievement]
	awards       pairs[Award]
}

func (c *copies) target(t *Target) {
	t.Area, t.Whole, t.Parts, t.Results = c.areas[t.Area], c.targets[t.Whole], c.targets.all(t.Parts), c.results(t.Results)
	if t.Official = one(t.Official); t.Official != nil {
		t.Official.Source = c.sources[t.Official.Source]
	}
	if t.Baseline = one(t.Baseline); t.Baseline != nil {
		t.Baseline.Source, t.Baseline.Computed = c.sources[t.Baseline.Source], c.computed(t.Baseline.Computed)
	}
}

func (c *copies) unit(u *Unit) {
	u.Block, u.Parent, u.Children, u.Source = c.blocks[u.Block], c.units[u.Parent], c.units.all(u.Children), c.sources[u.Source]
	u.Aliases, u.Order = clone(u.Aliases), one(u.Order)
	u.Assignments, u.Achievements, u.Awards = c.assignments.all(u.Assignments), c.achievements.all(u.Achievements), c.awards.all(u.Awards)
}

func (c *copies) results(of []*Result) []*Result {
	var out []*Result
	double(of, &out)
	for _, r := range out {
		r.Source, r.Computed = c.sources[r.Source], c.computed(r.Computed)
	}
	return out
}

func (c *copies) computed(of *Computed) *Computed {
	out := one(of)
	if out != nil {
		out.From = c.sources[out.From]
	}
	return out
}

// pairs leads from a thing to its copy, and from nil to nil.
type pairs[T any] map[*T]*T

// all are the copies of a list, in its order.
func (p pairs[T]) all(of []*T) []*T {
	if of == nil {
		return nil
	}
	out := make([]*T, len(of))
	for i, t := range of {
		out[i] = p[t]
	}
	return out
}

// double copies each of a list into another.
func double[T any](of []*T, into *[]*T) pairs[T] {
	if of == nil {
		return nil
	}
	p, room := make(pairs[T], len(of)), make([]T, len(of))
	*into = make([]*T, len(of))
	for i, t := range of {
		room[i] = *t
		p[t], (*into)[i] = &room[i], &room[i]
	}
	return p
}

// one copies a thing that nothing else points to.
func one[T any](of *T) *T {
	if of == nil {
		return nil
	}
	out := *of
	return &out
}

func clone[S ~[]T, T any](of S) S { return append(S(nil), of...) }
