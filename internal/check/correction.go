package check

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// corrections reads the mistakes owned up to. One of the future is not believed; one on what the public may not see is kept and told.
func (r *resolver) corrections() {
	type told struct {
		date    campaign.Date
		subject string
	}
	first := map[told]diag.Place{}
	var shown []*source.Correction
	for i := range r.tree.Corrections {
		s := &r.tree.Corrections[i]
		c := &campaign.Correction{Place: s.Place, Date: r.date(s.Date), Subject: line(s.Subject), Was: line(s.Was), Now: line(s.Now), Reason: line(s.Reason),
			Target: find(r, &r.targetIDs, s.Target), Decision: find(r, &r.decisionIDs, s.Decision), Award: find(r, &r.awardIDs, s.Award),
			Unit: find(r, &r.unitIDs, s.Unit), Story: find(r, &r.storyIDs, s.Story)}
		if c.Award != nil {
			c.Decision = cmp.Or(c.Decision, c.Award.Decision)
		}
		if c.Was == c.Now && c.Was != "" {
			r.add(correctionSame, s.Now.Place, fmt.Sprintf("now giống hệt was: %q", clip(c.Now)), "ghi ở was điều đã đăng, ở now điều đúng", s.Was.Place)
		}
		if r.notAfterClock(s.Date, c.Date); r.future(c.Date) {
			continue
		}
		k := told{c.Date, viet.Slug(c.Subject)}
		if at, ok := first[k]; ok && k.subject != "" {
			r.add(correctionTwice, s.Subject.Place, fmt.Sprintf("ngày %s đã có đính chính về %q (%s)", s.Date.Text, clip(c.Subject), seen(s.Subject.Place, at)),
				"ghi rõ hơn chỗ được sửa, hoặc gộp hai đính chính", at)
		} else {
			first[k] = s.Subject.Place
		}
		if why, at := r.unseen(s, c); why != "" {
			r.add(correctionHidden, at, why+", nên đính chính này chưa được đăng", "sửa khoá này, hoặc bỏ đính chính; lời đính chính không được nêu tên đã rút")
		} else {
			shown = append(shown, s)
		}
		r.ledger.Corrections = append(r.ledger.Corrections, c)
	}
	r.namesIn(shown)
}

// unseen says why the public may not see what a correction is about, and where that is written; "" if it may.
func (r *resolver) unseen(s *source.Correction, c *campaign.Correction) (why string, at diag.Place) {
	switch {
	case c.Award != nil && !nameable(c.Award, &r.ledger.Campaign):
		return fmt.Sprintf("khen thưởng %q chưa công bố, đã rút hoặc không được nêu tên", c.Award.ID), s.Award.Place
	case c.Decision != nil && !c.Decision.Public(r.ledger.Campaign.AsOf):
		return fmt.Sprintf("quyết định %q chưa công bố", c.Decision.ID), s.Decision.Place
	case c.Story != nil && c.Story.Award != nil && (!nameable(c.Story.Award, &r.ledger.Campaign) || c.Story.Award.Decision.Revoked != nil):
		return fmt.Sprintf("bài %q không được đăng", c.Story.ID), s.Story.Place
	}
	return "", diag.Place{}
}

// nameable tells whether whoever has an award may be named in public.
func nameable(a *campaign.Award, k *campaign.Campaign) bool {
	return a.Decision != nil && a.Decision.Public(k.AsOf) && a.Withdrawn == nil && (a.Minor == nil || a.Minor.Consent)
}

// namesIn reports names of awardees in corrections that may not be told, unless somebody or a unit who may has the same.
func (r *resolver) namesIn(corrections []*source.Correction) {
	if len(corrections) == 0 {
		return
	}
	open, closed := map[string]bool{}, map[string]*campaign.Award{}
	for _, u := range r.ledger.Units {
		open[spoken(u.Name)] = true
	}
	var order []string
	for _, a := range r.ledger.Awards {
		switch key := spoken(a.Name); {
		case nameable(a, &r.ledger.Campaign):
			open[key] = true
		case strings.Count(key, " ") > 2 && closed[key] == nil: // of two words at least; each has a space around it
			closed[key] = a
			order = append(order, key)
		}
	}
	for _, s := range corrections {
		for _, v := range []source.Value{s.Subject, s.Was, s.Now, s.Reason} {
			text := spoken(line(v))
			for _, key := range order {
				if !open[key] && strings.Contains(text, key) {
					a := closed[key]
					r.add(correctionName, v.Place, fmt.Sprintf("nêu tên %q, là người hoặc tập thể không được nêu tên", a.Name), "viết lại, không nêu tên", a.Place)
				}
			}
		}
	}
}

// spoken is a text as its words alone, each between spaces, so that a name is found in it as whole words.
func spoken(s string) string {
	words := strings.FieldsFunc(strings.ToLower(viet.NFC(s)), func(c rune) bool { return !unicode.In(c, unicode.L, unicode.M, unicode.N) })
	return " " + strings.Join(words, " ") + " "
}
