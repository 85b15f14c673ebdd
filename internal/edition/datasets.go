package edition

import (
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// downloads are the files that export makes of a data set.
func (c *composer) downloads(id string) []Download {
	p := dataRoot + Path(id)
	return []Download{
		{Words: "Excel (XLSX)", Path: p + ".xlsx", Format: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{Words: "CSV", Path: p + ".csv", Format: "text/csv"},
		{Words: c.say.target.excel, Path: p + ".excel.csv", Format: "text/csv"},
		{Words: "JSON", Path: p + ".json", Format: "application/json"},
		{Words: "ZIP", Path: p + ".zip", Format: "application/zip"},
	}
}

// dataset completes a data set whose ID, Shape, Title, Description, Page and Table are given.
func (c *composer) dataset(d Dataset, sources []*campaign.Source) {
	d.Whole = d.Shape == d.ID
	d.Table.Caption, d.Table.Columns = d.Title, saying(d.Table.Columns)
	d.Size = viet.FormatDecimal(int64(d.Table.Len()), 0) + " hàng, " + strconv.Itoa(len(d.Table.Columns)) + " cột"
	d.Downloads = c.downloads(d.ID)
	d.Cite = c.cite(d.Title, d.Page)
	if d.Whole {
		d.Reference = c.referenceOfDataset(d.ID, d.Title)
	}
	d.Caveats = caveats(&d)
	seen := map[*campaign.Source]bool{nil: true}
	for _, s := range sources {
		if !seen[s] {
			seen[s] = true
			d.Sources = append(d.Sources, c.sourceRow(s))
		}
	}
	d.Notes = c.notes(&d)
	c.ed.Datasets = append(c.ed.Datasets, d)
}

// wholeSets are what the campaign's tables hold.
var wholeSets = map[string]string{
	"chi-tieu":        "Các chỉ tiêu của kế hoạch, mức phải đạt và mức hoàn thành theo báo cáo mới nhất.",
	"ket-qua":         "Mọi báo cáo về kết quả của các chỉ tiêu, có nguồn.",
	"don-vi":          "Các đơn vị và việc kiểm chứng tên.",
	"chi-tieu-giao":   "Chỉ tiêu giao cho từng đơn vị, kết quả mới nhất và thời hạn.",
	"thanh-tich":      "Thành tích của các đơn vị.",
	"quyet-dinh-khen": "Các quyết định khen thưởng đã công bố.",
	"vinh-danh":       "Tập thể, cá nhân, hộ gia đình được khen, theo quyết định.",
	"nguon":           "Các nguồn của số liệu.",
	"noi-dung":        "Các nội dung thi đua của kế hoạch.",
	"khoi":            "Các cụm, khối thi đua và đơn vị phụ trách.",
}

// datasets are the tables for download: the campaign's whole ones, then one for each target and each decision.
func (c *composer) datasets() {
	whole := func(id string, t Table, sources []*campaign.Source) {
		c.dataset(Dataset{ID: id, Shape: id, Title: c.say.tables[id], Description: wholeSets[id], Page: dataPath, Table: t}, sources)
	}
	whole("chi-tieu", c.targetTable(), sourcesOf(c.l.Targets))
	whole("ket-qua", c.resultTable(c.l.Targets), resultSources(c.l.Targets))
	whole("don-vi", c.unitTable(), each(c.l.Units, func(u *campaign.Unit) *campaign.Source { return u.Source }))
	whole("chi-tieu-giao", c.lists().given, assignmentSources(c.l.Assignments))
	whole("thanh-tich", c.achievementTable(), each(c.l.Achievements, func(a *campaign.Achievement) *campaign.Source { return a.Source }))
	whole("quyet-dinh-khen", c.decisionTable(), nil)
	whole("vinh-danh", c.lists().whole, nil)
	whole("nguon", c.sourceTable(), nil)
	whole("noi-dung", c.areaTable(), nil)
	whole("khoi", c.blockTable(), nil)
	for _, t := range c.l.Targets {
		only := []*campaign.Target{t}
		c.dataset(Dataset{ID: "chi-tieu/" + t.ID, Shape: "ket-qua", Title: t.Name, Description: "Mọi báo cáo về kết quả của chỉ tiêu này.",
			Page: targetPath(t), Table: c.resultTable(only)}, resultSources(only))
	}
	for _, d := range c.gate.decisions {
		c.dataset(Dataset{ID: "quyet-dinh/" + d.ID, Shape: "vinh-danh", Title: c.refs[d].Words, Description: "Danh sách được khen theo quyết định này.",
			Page: decisionPath(d), Table: c.lists().ofDecision[d]}, nil)
	}
}

// sourcesOf are the sources of what is said of targets: their newest reports, the City's own goals.
func sourcesOf(ts []*campaign.Target) []*campaign.Source {
	var out []*campaign.Source
	for _, t := range ts {
		if r := campaign.Newest(t.Results); r != nil {
			out = append(out, reportOf(r))
		}
		if t.Official != nil {
			out = append(out, t.Official.Source)
		}
		if t.Baseline != nil {
			out = append(out, t.Baseline.Source)
		}
	}
	return out
}

func resultSources(ts []*campaign.Target) []*campaign.Source {
	var out []*campaign.Source
	for _, t := range ts {
		out = append(out, each(t.Results, reportOf)...)
	}
	return out
}

func assignmentSources(as []*campaign.Assignment) []*campaign.Source {
	var out []*campaign.Source
	for _, a := range as {
		if r := campaign.Newest(a.Results); r != nil {
			out = append(out, reportOf(r))
		}
	}
	return out
}

// each is what of makes of all.
func each[T, U any](all []T, of func(T) U) []U {
	out := make([]U, len(all))
	for i, t := range all {
		out[i] = of(t)
	}
	return out
}

// frozenDownloads are the files that a data set has in every publication, below a folder.
func (c *composer) frozenDownloads(root Path, id string) []Download {
	p := root + Path(id)
	return []Download{{Words: "CSV", Path: p + ".csv", Format: "text/csv"}, {Words: c.say.target.excel, Path: p + ".excel.csv", Format: "text/csv"},
		{Words: "JSON", Path: p + ".json", Format: "application/json"}}
}
