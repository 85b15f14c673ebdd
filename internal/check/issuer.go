package check

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// organizerWord stands in issued_by for whoever organizes the campaign, beside the kinds of units.
const organizerWord = "organizer"

var issuerWords = slices.Concat([]Word{{organizerWord, "cơ quan tổ chức đợt thi đua"}}, unitWords)

// entitled are those who may give a form, as words; empty if nothing is said.
func (r *resolver) entitled(vs []source.Value) []string {
	var out []string
	for _, v := range vs {
		if w := r.oneOf(v, issuerWords); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// issuer tells of a decision whose issuer may not give its form. One taken back stands as it was.
func (r *resolver) issuer(s *source.Decision, d *campaign.Decision) {
	words := r.issuers[d.Form]
	if d.Form == nil || len(words) == 0 || d.Revoked != nil || s.IssuerUnit.Given() && d.IssuerUnit == nil {
		return
	}
	organizer := r.ledger.Campaign.Organizer
	at, text := s.Issuer.Place, ""
	switch u := d.IssuerUnit; {
	case u == nil && organizer != "" && len(viet.Mentions(d.Issuer, organizer)) > 0:
		if !slices.Contains(words, organizerWord) {
			text = fmt.Sprintf("%q không có trong những nơi được tặng %s", d.Issuer, d.Form.Short)
		}
	case u == nil && slices.Contains(words, organizerWord) && len(words) == 1:
		text = fmt.Sprintf("%s do %s tặng, quyết định này do %q ban hành", d.Form.Short, organizer, d.Issuer)
	case u == nil:
		text = fmt.Sprintf("quyết định không ghi đơn vị ban hành (issuer_unit), nên không biết %q có được tặng %s không", d.Issuer, d.Form.Short)
	case slices.Contains(words, organizerWord) && viet.SpellingKey(u.Name) == viet.SpellingKey(organizer):
	case !slices.Contains(words, string(u.Kind)) && u.Kind != "":
		at = s.IssuerUnit.Place
		text = fmt.Sprintf("%s (%s) không có trong những nơi được tặng %s", u.Name, meansOf(unitWords, string(u.Kind)), d.Form.Short)
	}
	if text != "" {
		var may []string
		for _, w := range words {
			may = append(may, meansOf(issuerWords, w))
		}
		r.add(formIssuer, at, text, fmt.Sprintf("hình thức này do: %s; sửa quyết định, hoặc issued_by của hình thức", strings.Join(may, "; ")), d.Form.Place)
	}
}

func meansOf(words []Word, key string) string {
	for _, w := range words {
		if w.Key == key {
			return w.Means
		}
	}
	return key
}
