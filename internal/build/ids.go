package build

import (
	"bangvang/internal/edition"
	"bangvang/internal/source"
)

// ids are the ids that records give, whatever else is wrong with them, by the folder of their pages.
func ids(t *source.Tree) edition.Ids {
	out := edition.Ids{}
	add := func(folder edition.Path, v source.Value) { out[folder] = append(out[folder], v.Text) }
	for i := range t.Areas {
		add("/noi-dung/", t.Areas[i].ID)
	}
	for i := range t.Targets {
		add("/chi-tieu/", t.Targets[i].ID)
	}
	for i := range t.Units {
		add("/don-vi/", t.Units[i].ID)
	}
	for i := range t.Blocks {
		add("/khoi/", t.Blocks[i].ID)
	}
	for i := range t.Decisions {
		add("/quyet-dinh/", t.Decisions[i].ID)
	}
	for i := range t.Stories {
		add("/dien-hinh/", source.Value{Text: t.Stories[i].ID})
	}
	for i := range t.Rolls {
		for j := range t.Rolls[i].Awards {
			add("/vinh-danh/", t.Rolls[i].Awards[j].ID)
		}
	}
	return out
}
