package publish

import (
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/fileset"
)

// cardName is the file of the picture that other sites show beside a link.
const cardName = "the.png"

// ownFolders hold what only the site's own pages call, or what is for servers.
var ownFolders = []string{"/assets/", "/tim-kiem/", "/may-chu/"}

// Promised tells whether an address, once published, must never be lost.
func Promised(address string) bool {
	name := address[strings.LastIndexByte(address, '/')+1:]
	switch {
	case strings.HasSuffix(name, ".js"), strings.HasSuffix(name, ".css"), name == cardName, address == "/404.html":
		return false
	case export.Compressed(name), strings.HasPrefix(address, "/_"), strings.HasPrefix(address, "/sitemap-"):
		return false
	}
	return !slices.ContainsFunc(ownFolders, func(f string) bool { return strings.HasPrefix(address, f) })
}

// Merge adds to the promises so far those of a site published on a day. Both lists are by address, each once.
func Merge(sofar []campaign.Promise, site *fileset.Set, day campaign.Date) []campaign.Promise {
	all := slices.Clone(sofar)
	for _, name := range site.Names() {
		if a := string(edition.AddressOf(name)); Promised(a) {
			all = append(all, campaign.Promise{Address: a, Since: day})
		}
	}
	slices.SortStableFunc(all, func(a, b campaign.Promise) int { return strings.Compare(a.Address, b.Address) })
	return slices.CompactFunc(all, func(a, b campaign.Promise) bool { return a.Address == b.Address })
}
