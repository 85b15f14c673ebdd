package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// Up to how many awards each has a card of its own: where data says nothing, and at most.
const (
	usualCards = 1000
	mostCards  = 100000
)

// campaign reads the campaign and the clock, on which later rules rest.
func (r *resolver) campaign(opt Options) {
	c := &r.ledger.Campaign
	c.Zone = time.UTC
	s := r.tree.Campaign
	if s == nil {
		s = &source.Campaign{} // told by source
		s.Place.File = "data/campaign.yaml"
	}
	c.Place, c.Zone = s.Place, r.zone(s.TimeZone)
	c.AsOf = r.clock(s, opt)
	c.Name, c.ShortName, c.Theme = line(s.Name), line(s.ShortName), line(s.Theme)
	c.Anniversary, c.Period = r.span(s.Anniversary), r.span(s.Period)
	c.Lang = r.lang(s.Lang)
	c.Plan = campaign.Plan{
		Title: line(s.Plan.Title), Number: line(s.Plan.Number), Date: r.date(s.Plan.Date),
		Issuer: line(s.Plan.Issuer), Signatory: signatory(s.Plan.Signatory), Bases: lines(s.Plan.Bases),
	}
	c.Organizer, c.Secretariat = line(s.Organizer), line(s.Secretariat)
	c.Event = campaign.Event{Word: line(s.Event.Word), Date: r.date(s.Event.Date), Place: line(s.Event.Venue), Programme: r.programme(s.Event.Programme)}
	c.BaseURL, c.ShortURL, c.FirstURL = r.base(s.BaseURL), r.url(s.ShortURL), r.base(s.FirstURL)
	c.Contact = campaign.Contact{Name: line(s.Contact.Name), Phone: line(s.Contact.Phone), Email: r.email(s.Contact.Email), Address: line(s.Contact.Address)}
	c.Licence, c.LegalBasis = line(s.Licence), line(s.LegalBasis)
	c.Logo = r.asset(s.Logo)
	if s.Brand != nil {
		c.Brand = campaign.Brand{Red: r.colour(s.Brand.Red), Gold: r.colour(s.Brand.Gold)}
	}
	r.flag(s.Booklet)
	c.NoBooklet = NoBooklet(s)
	c.CardAwards = usualCards
	if s.Cards != nil {
		if n, ok := r.integer(s.Cards.Awards, 0, mostCards); ok {
			c.CardAwards = n
		}
	}
}

// NoBooklet tells whether a campaign says that it makes no booklet: one that says nothing makes it.
func NoBooklet(s *source.Campaign) bool { return s.Booklet.Text == "false" }

// clock is the moment that the build tells of: from the flag, else from data.
func (r *resolver) clock(s *source.Campaign, opt Options) time.Time {
	const flag = "--as-of"
	switch {
	case opt.AsOf != "":
		return r.moment(opt.AsOf, diag.Place{File: flag}).In(r.ledger.Campaign.Zone)
	case s.AsOf.Given():
		return r.moment(s.AsOf.Text, s.AsOf.Place).In(r.ledger.Campaign.Zone)
	}
	if r.tree.Partial["campaign"] {
		return time.Time{} // what could not be read is told, and may hold it
	}
	r.add(clockMissing, s.Place, "chưa có thời điểm của dữ liệu", "thêm khoá as_of, "+timeForm+", hoặc dùng cờ "+flag)
	return time.Time{}
}

func signatory(s source.Signatory) campaign.Signatory {
	return campaign.Signatory{Office: line(s.Office), Name: name(s.Name)}
}

// programme reads the name of a Markdown file of content/.
func (r *resolver) programme(v source.Value) string {
	if !v.Given() {
		return ""
	}
	if r.translated(v.Text) {
		r.add(contentMissing, v.Place, fmt.Sprintf("content/%s là bản dịch, không phải chương trình của đợt thi đua", v.Text), "ghi tên tệp của bài gốc")
		return ""
	}
	var files []string
	for _, f := range r.tree.Files {
		file, ok := strings.CutPrefix(f.Path, "content/")
		if ok && r.translated(file) {
			continue
		}
		if ok && file == v.Text {
			return v.Text
		}
		if ok {
			files = append(files, file)
		}
	}
	r.add(contentMissing, v.Place, fmt.Sprintf("không có tệp content/%s", v.Text), nearPath(v.Text, files))
	return ""
}

// translated tells whether a text is one of a twin's.
func (r *resolver) translated(file string) bool {
	return slices.ContainsFunc(r.tree.Translations, func(t source.Translation) bool { return strings.HasPrefix(file, t.Lang.Text+"/") })
}

// asset reads the path of a picture below content/.
func (r *resolver) asset(v source.Value) string {
	if !v.Given() {
		return ""
	}
	if r.hasAsset(v.Text) {
		return v.Text
	}
	r.add(contentMissing, v.Place, fmt.Sprintf("không có tệp content/%s", path.Clean(v.Text)), nearPath(v.Text, r.tree.Assets))
	return ""
}
