package build

import (
	"slices"
	"strings"

	"bangvang/internal/booklet"
	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/kept"
	"bangvang/internal/markdown"
	"bangvang/internal/photo"
	"bangvang/internal/source"
)

// Rules are all kinds of problems that a build may report, by id.
func Rules() []*diag.Rule {
	all := slices.Concat(source.Rules, check.Rules, markdown.Rules, edition.Rules, edition.PaperRules, kept.Rules, booklet.Rules(), booklet.PaperRules(), photo.Rules, []*diag.Rule{publicationDamaged, personalPublished})
	slices.SortFunc(all, func(a, b *diag.Rule) int { return strings.Compare(a.ID, b.ID) })
	return all
}
