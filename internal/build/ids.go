package build

import (
	"bangvang/internal/check"
	"bangvang/internal/edition"
	"bangvang/internal/source"
)

// ids are the ids that records give, whatever else is wrong with them.
func ids(t *source.Tree) edition.Ids {
	out := edition.Ids{
		Areas:     texts(t.Areas, func(r *source.Area) string { return r.ID.Text }),
		Targets:   texts(t.Targets, func(r *source.Target) string { return r.ID.Text }),
		Units:     texts(t.Units, func(r *source.Unit) string { return r.ID.Text }),
		Blocks:    texts(t.Blocks, func(r *source.Block) string { return r.ID.Text }),
		Decisions: texts(t.Decisions, func(r *source.Decision) string { return r.ID.Text }),
		Stories:   texts(t.Stories, func(r *source.Story) string { return r.ID }),
	}
	out.NoBooklet = t.Campaign != nil && check.NoBooklet(t.Campaign)
	for i := range t.Rolls {
		out.Awards = append(out.Awards, texts(t.Rolls[i].Awards, func(r *source.Award) string { return r.ID.Text })...)
	}
	return out
}

func texts[R any](records []R, text func(*R) string) []string {
	out := make([]string, len(records))
	for i := range records {
		out[i] = text(&records[i])
	}
	return out
}
