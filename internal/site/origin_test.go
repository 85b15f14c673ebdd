package site

import (
	"strings"
	"testing"
)

// Every page tells its origin, the same each time; another one if anything that it shows is another, or what all pages share.
func TestOrigins(t *testing.T) {
	first, again := render(t, sample(), false), render(t, sample(), false)
	portable := render(t, sample(), true)
	changed := sample()
	changed.Site.Contact.Phone = "0123"
	contact := render(t, changed, false)
	for _, name := range first.Names() {
		page := strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "oembed/")
		a, ok := first.Origin(name)
		if ok != page {
			t.Errorf("%s tells its origin: %v", name, ok)
		}
		if !ok {
			continue
		}
		if b, _ := again.Origin(name); a != b {
			t.Errorf("%s has two origins", name)
		}
		if b, _ := portable.Origin(name); a == b {
			t.Errorf("%s has the origin of a page for a folder", name)
		}
		if b, _ := contact.Origin(name); a == b {
			t.Errorf("%s has the same origin with another contact", name)
		}
	}
}
