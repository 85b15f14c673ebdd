package export

import (
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// addRobots adds robots.txt (RFC 9309): everything may be read, and where the sitemap is.
func addRobots(_ *edition.Edition, b base, set *fileset.Set) error {
	sitemap, err := b.url(sitemapPath)
	if err != nil {
		return err
	}
	return set.Add("robots.txt", text("User-agent: *\nDisallow:\n\nSitemap: "+sitemap+"\n"))
}
