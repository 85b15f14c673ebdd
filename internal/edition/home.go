package edition

import "bangvang/internal/campaign"

func (c *composer) home() {
	k := &c.l.Campaign
	p := &Home{Occasion: k.ShortName, Dates: c.ed.Site.Dates, Lead: c.reached(), Tally: c.tally(), Doorway: c.doorway(),
		Targets: c.targetGroups(), Areas: c.areaLinks(), Event: c.event()}
	p.Theme, p.Gloss = c.theme()
	for _, s := range c.told[:min(3, len(c.told))] {
		p.Stories = append(p.Stories, c.card(s))
	}
	c.page(Head{Path: homePath, Title: c.ed.Site.Name, Description: short(k.Name+". "+p.Lead, 280), Updated: c.whole.said}, p)
}

func (c *composer) doorway() Doorway {
	d := Doorway{Words: c.say.sentences.hidden, Path: c.at(rollPath), Forms: c.formChips()}
	if len(d.Forms) > 0 {
		d.Words = c.say.sentences.honoured(c.honouredWords())
	}
	return d
}

func (c *composer) press() {
	p := &PressPage{Article: c.article(pressFile), Contact: c.ed.Site.Contact, Data: Link{Words: "Dữ liệu tải về", Path: dataPath},
		Address: c.absolute(homePath), Cite: c.cite(c.l.Campaign.Name, homePath)}
	for _, f := range c.ed.Feeds {
		p.Feeds = append(p.Feeds, Link{Words: f.Title, Path: f.Path})
	}
	p.Stills, p.Names = c.ed.Stills, c.nameFiles()
	for _, k := range c.corrections() {
		p.Corrections = append(p.Corrections, c.correction(k))
	}
	c.page(Head{Path: pressPath, Title: "Dành cho báo chí", Section: pressPath, Crumbs: c.crumbs(),
		Description: c.described(pressFile, "Liên kết, trích dẫn và tải dữ liệu của đợt thi đua."), Updated: c.whole.said}, p)
	d := &DataPage{Article: c.article(dataFile), Licence: c.l.Campaign.Licence, Updated: c.ed.Site.DataDate, Guide: c.ed.DataGuide}
	for i := range c.ed.Datasets {
		if c.ed.Datasets[i].Whole {
			d.Datasets = append(d.Datasets, &c.ed.Datasets[i])
		}
	}
	for _, s := range c.l.Sources {
		d.Sources = append(d.Sources, c.sourceRow(s))
	}
	c.page(Head{Path: dataPath, Title: "Dữ liệu", Section: dataPath, Crumbs: c.crumbs(),
		Description: c.described(dataFile, "Dữ liệu của đợt thi đua, tải về dạng Excel, CSV và JSON, có mô tả từng cột, nguồn và điều cần biết."), Updated: c.whole.said}, d)
}

func (c *composer) sourceRow(s *campaign.Source) SourceRow {
	return SourceRow{Title: s.Title, Publisher: s.Publisher, Date: c.say.date(s.Date), URL: s.URL}
}

func (c *composer) notFound() {
	p := &NotFoundPage{Links: append(c.crumbs(), c.ed.Site.Nav...)}
	c.ed.NotFound = Page{Head{Path: notFoundPath, Title: "Không tìm thấy trang", NoIndex: true, Updated: c.ed.Site.Updated,
		Description: "Địa chỉ này không có trên trang."}, p}
}
