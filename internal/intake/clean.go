package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/private"
	"bangvang/internal/viet"
)

// tidied is what was taken out of texts, by what it is; nobody misses it, but it is told.
type tidied map[string]int

func (t *tidied) add(what string) {
	if *t == nil {
		*t = tidied{}
	}
	(*t)[what]++
}

func (t tidied) lines() []string {
	var out []string
	for what, n := range t {
		out = append(out, fmt.Sprintf("%d %s", n, what))
	}
	slices.Sort(out)
	return out
}

// clean writes a text in NFC on one line, without what no reader sees; t counts what that changed.
func clean(s string, t *tidied) string {
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F || s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	if !viet.IsNFC(s) {
		t.add("chữ dạng rời (NFD) ghép lại")
		s = viet.NFC(s)
	}
	for _, o := range viet.Invisible(s) {
		if o.Rune != '\t' && o.Rune != '\r' {
			t.add(viet.RuneName(o.Rune))
		}
	}
	var b strings.Builder
	space, last := 0, false
	for _, r := range s {
		switch {
		case r == 0xA0 || r == 0x202F:
			t.add("khoảng trắng không ngắt U+00A0")
			space++
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp):
			space++
		case len(viet.Invisible(string(r))) > 0:
		default:
			if space > 0 && last {
				b.WriteByte(' ')
			}
			if space > 1 || space > 0 && !last {
				t.add("khoảng trắng thừa")
			}
			space, last = 0, true
			b.WriteRune(r)
		}
	}
	if space > 0 {
		t.add("khoảng trắng thừa")
	}
	return viet.NFC(b.String())
}

// quote is a text of a cell as messages show it: short, and with long numbers and addresses of mail masked.
func quote(s string) string {
	s = mask(s)
	if r := []rune(s); len(r) > 80 {
		s = string(r[:79]) + "…"
	}
	return "“" + s + "”"
}

// longNumber is digits that no text for the public needs: whatever they are, messages do not show them.
var longNumber = regexp.MustCompile(`\d(?:[ .\-]?\d){5,}`)

func mask(s string) string {
	return longNumber.ReplaceAllStringFunc(private.Mask(s), func(n string) string {
		return strings.Repeat("•", len(n))
	})
}

// personal tells of what looks like personal data in a text that is to be published.
func personal(s string) string {
	if found := private.Scan(s); len(found) > 0 {
		return found[0].Kind.Word()
	}
	return ""
}
