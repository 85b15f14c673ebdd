package build

import (
	"errors"
	"io/fs"
	"path"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/export"
)

var publicationDamaged = &diag.Rule{
	ID:    "publication-damaged",
	Title: "Tệp giữ lại từ lần công bố trước phải còn nguyên như lệnh publish đã ghi.",
	Wrong: "data/published/2019-01-15/so-lieu.json bị sửa tay, thiếu một dấu ngoặc",
	Right: "lấy lại tệp từ git",
}

// earlier is what the latest publication before the clock's day told; nil if there is none that kept it.
func (r *Result) earlier(input fs.FS, l *campaign.Ledger) (*edition.Snapshot, error) {
	const root = "data/published"
	days, err := fs.ReadDir(input, root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	today := campaign.Day(l.Campaign.AsOf).ISO()
	for i := len(days) - 1; i >= 0; i-- {
		if _, err := time.Parse(time.DateOnly, days[i].Name()); err != nil || days[i].Name() >= today || !days[i].IsDir() {
			continue // also what a run that was killed left behind
		}
		name := path.Join(root, days[i].Name(), export.SnapshotName)
		b, err := fs.ReadFile(input, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		s, wrong := export.ReadSnapshot(b)
		if wrong != nil {
			r.Problems.Addf(publicationDamaged, diag.Place{File: name}, "lấy lại tệp này từ git", "không đọc được số liệu của lần công bố trước: %v", wrong)
			return nil, nil
		}
		return s, nil
	}
	return nil, nil
}
