package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// figures translates what stands beside figures: notes of results and formulas of what is computed. Those of targets must be.
func (t *translator) figures(notes, formulas []source.Phrase) {
	var saidNotes, saidFormulas []string
	add := func(c *source.Computed) {
		if c != nil {
			saidFormulas = append(saidFormulas, line(c.Formula))
		}
	}
	for i := range t.tree.Results {
		saidNotes = append(saidNotes, line(t.tree.Results[i].Note))
		add(t.tree.Results[i].Computed)
	}
	for i := range t.tree.Targets {
		if b := t.tree.Targets[i].Baseline; b != nil {
			add(b.Computed)
		}
	}
	note := t.phrases(notes, "notes", "ghi chú", saidNotes, t.whole("results"))
	formula := t.phrases(formulas, "formulas", "cách tính", saidFormulas, t.whole("results", "targets"))
	for _, g := range t.twin.Targets {
		for _, res := range g.Results {
			note.put(&res.Note, true)
			formula.computed(res.Computed, true)
		}
		if g.Baseline != nil {
			formula.computed(g.Baseline.Computed, true)
		}
	}
	for _, a := range t.twin.Assignments {
		for _, res := range a.Results {
			note.put(&res.Note, false)
			formula.computed(res.Computed, false)
		}
	}
}

// corrections translates the texts of corrections. Those of targets, whose pages a twin has, must be: "1.120" too, which is less than two elsewhere.
func (t *translator) corrections(of []source.Phrase) {
	var said []string
	for i := range t.tree.Corrections {
		c := &t.tree.Corrections[i]
		said = append(said, line(c.Subject), line(c.Was), line(c.Now), line(c.Reason))
	}
	text := t.phrases(of, "corrections", "lời đính chính", said, t.whole("corrections"))
	for _, k := range t.twin.Corrections {
		for _, into := range []*string{&k.Subject, &k.Was, &k.Now, &k.Reason} {
			text.put(into, k.Target != nil && strings.ContainsFunc(*into, func(c rune) bool { return unicode.IsLetter(c) || c == '.' || c == ',' }))
		}
	}
}

// phrases are texts that have no id: they are found by themselves.
type phrases struct {
	*translator
	section string
	what    string
	texts   map[string]string
	told    map[string]bool
}

// phrases reads what a section translates. Known are all texts that there are, if whole.
func (t *translator) phrases(of []source.Phrase, section, what string, known []string, whole bool) *phrases {
	p := &phrases{translator: t, section: section, what: what, texts: map[string]string{}, told: map[string]bool{"": true}}
	for _, s := range of {
		if whole && !slices.Contains(known, s.Of.Text) {
			t.unknown(s.Of, what, known)
		}
		text := s.Of.Text
		t.must(&text, s.Text, s.Place, fmt.Sprintf("%s %q", what, clip(s.Of.Text)))
		p.texts[s.Of.Text] = text
	}
	return p
}

func (p *phrases) put(into *string, needed bool) {
	text, ok := p.texts[*into]
	switch {
	case ok:
		*into = text
	case needed && !p.told[*into]:
		p.told[*into] = true
		p.missing(p.file, fmt.Sprintf("mục %s chưa có bản dịch của một %s", p.section, p.what), *into)
	}
}

func (p *phrases) computed(c *campaign.Computed, needed bool) {
	if c != nil {
		p.put(&c.Formula, needed)
	}
}
