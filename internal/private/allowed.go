package private

import (
	"strings"

	"bangvang/internal/viet"
)

// Allowed is what is public on purpose.
type Allowed struct {
	values    map[string]bool
	addresses []string
}

// Value allows what somebody wrote as a telephone number, an address of mail or any other value, however it is written elsewhere.
func (a *Allowed) Value(text string) {
	if a.values == nil {
		a.values = map[string]bool{}
	}
	for _, f := range Scan(text) {
		a.values[f.key] = true
	}
	if d := number(onlyDigits(text)); len(d) >= 6 {
		a.values[d] = true
	}
}

// Address allows a postal address.
func (a *Allowed) Address(text string) {
	if folded := viet.Fold(text); folded != "" {
		a.addresses = append(a.addresses, folded)
	}
}

// Has tells whether a finding is public on purpose.
func (a *Allowed) Has(f Finding) bool {
	if a == nil {
		return false
	}
	if f.Kind == Address {
		for _, known := range a.addresses {
			if strings.HasPrefix(f.key, known) || strings.Contains(known, f.key) && strings.Count(f.key, " ") >= 2 {
				return true
			}
		}
	}
	return a.values[f.key]
}

// Left are the findings that are not public on purpose.
func (a *Allowed) Left(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if !a.Has(f) {
			out = append(out, f)
		}
	}
	return out
}

// Same tells whether two findings are of one value, however it is written.
func (f Finding) Same(g Finding) bool { return f.key == g.key }

func onlyDigits(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, s)
}
