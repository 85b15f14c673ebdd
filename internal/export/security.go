package export

import (
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

const securityPath = edition.Path("/.well-known/security.txt")

// addSecurity adds security.txt (RFC 9116): whom to tell of a hole, and until when that holds.
func addSecurity(ed *edition.Edition, b base, set *fileset.Set) error {
	clock, err := time.Parse(time.RFC3339, ed.Site.Updated)
	if err != nil {
		return fmt.Errorf("%q không phải thời điểm theo RFC 3339", ed.Site.Updated)
	}
	contact, err := securityContact(ed, b)
	if err != nil {
		return err
	}
	address, err := b.url(securityPath)
	if err != nil {
		return err
	}
	lines := []string{
		"Contact: " + contact,
		"Expires: " + clock.AddDate(1, 0, -1).Format(time.RFC3339), // less than a year ahead, as RFC 9116, 2.5.5 recommends
		"Canonical: " + address,
	}
	if lang := ed.Site.Lang; lang != "" {
		lines = append(lines, "Preferred-Languages: "+lang)
	}
	return set.Add(fileName(securityPath), text(strings.Join(lines, "\n")+"\n"))
}

// securityContact returns the URI of the contact: its e-mail, else the press page, else the home page.
func securityContact(ed *edition.Edition, b base) (string, error) {
	if a, err := mail.ParseAddress(ed.Site.Contact.Email); err == nil {
		return (&url.URL{Scheme: "mailto", Opaque: url.PathEscape(a.Address)}).String(), nil
	}
	if slices.ContainsFunc(ed.Pages, func(p edition.Page) bool { return p.Path == pressPage }) {
		return b.url(pressPage)
	}
	return b.url("/")
}
