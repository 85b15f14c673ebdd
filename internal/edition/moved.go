package edition

import (
	"net/url"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// MovedPage stands at the address of a page that moved, and leads on at once.
type MovedPage struct {
	To  Link
	URL string // where it leads if that is another site, else ""; To has only words then
}

// WithdrawnPage stands at the address of a page that was taken back.
type WithdrawnPage struct {
	Reason   string // in the campaign's own language
	Links    []Link // where to go from there
	Embedded bool   // it stands in others' pages: without menus
}

func (*MovedPage) Template() string     { return "moved" }
func (*WithdrawnPage) Template() string { return "withdrawn" }

// pages words the pages among the stand-ins.
func (s *settler) pages() {
	titles := map[Path]string{}
	for _, ed := range append([]*Edition{s.ed}, s.ed.Twins...) {
		for i := range ed.Pages {
			titles[ed.Pages[i].Path] = ed.Pages[i].Title
		}
	}
	for _, i := range s.out.Standins {
		if !i.Page {
			continue
		}
		ed, say := s.spoken(i.From)
		if i.Gone {
			s.out.Pages = append(s.out.Pages, s.withdrawn(i, ed, say))
			continue
		}
		b := &MovedPage{To: Link{Words: titles[i.To], Path: i.To}, URL: i.URL}
		if b.To.Words == "" {
			b.To.Words = strings.TrimPrefix(string(i.To), "/")
		}
		if u, err := url.Parse(i.URL); err == nil && i.URL != "" {
			b.To.Words = u.Host
		}
		s.out.Pages = append(s.out.Pages, Page{Head{Path: i.From, Title: say.site.moved, Description: say.site.movedTo(b.To.Words), Updated: ed.Site.Updated}, b})
	}
}

func (s *settler) withdrawn(i Standin, ed *Edition, say *tongue) Page {
	f := s.farewell(i.From)
	b := &WithdrawnPage{Reason: f.Reason, Links: append([]Link{{Words: say.titles[homePath], Path: homePath}}, ed.Site.Nav...)}
	if ed != s.ed {
		b.Links[0].Path = Path("/"+ed.Site.Lang) + homePath
	}
	for _, folder := range embedFolders {
		b.Embedded = b.Embedded || strings.HasPrefix(string(i.From), "/"+folder+"/")
	}
	return Page{Head{Path: i.From, Title: say.site.withdrawn, NoIndex: true, Updated: ed.Site.Updated,
		Description: say.site.withdrawnOn(say.dated(f.Date))}, b}
}

// farewell is why and when an address was taken back: it, or the page it belongs to.
func (s *settler) farewell(p Path) *campaign.Farewell {
	if m := s.moves[p]; m != nil {
		if end := s.end(m); end.Withdrawn != nil {
			return end.Withdrawn
		}
	}
	for _, h := range s.heads(p) {
		if f := s.undone[h.at]; f != nil {
			return f
		}
		if m := s.moves[h.at]; m != nil {
			if end := s.end(m); end.Withdrawn != nil {
				return end.Withdrawn
			}
		}
	}
	return &campaign.Farewell{}
}

// spoken is the edition whose language an address is in, and its tongue.
func (s *settler) spoken(p Path) (*Edition, *tongue) {
	for _, t := range s.ed.Twins {
		if strings.HasPrefix(string(p), "/"+t.Site.Lang+"/") {
			return t, tongueOf(t.Site.Lang)
		}
	}
	return s.ed, vietnamese
}

// movedTaken is about an address that is said to have moved and is in use.
var movedTaken = &diag.Rule{
	ID:    "moved-taken",
	Title: "Địa chỉ ghi trong data/moved.yaml là đã chuyển hay thu hồi thì không còn trang hay tệp nào ở đó.",
	Wrong: "- from: /chi-tieu/ho-ngheo/ (data/targets.yaml vẫn có ho-ngheo)\n  to: /chi-tieu/ngheo-da-chieu/",
	Right: "- from: /chi-tieu/ho-ngheo/ (data/targets.yaml chỉ còn ngheo-da-chieu)\n  to: /chi-tieu/ngheo-da-chieu/",
}

var movedTarget = &diag.Rule{
	ID:    "moved-target",
	Title: "Địa chỉ mới ghi trong data/moved.yaml phải là một trang hay tệp đang có.",
	Wrong: "- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieeu/",
	Right: "- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieu/",
}

var addressLost = &diag.Rule{
	ID:    "address-lost",
	Title: "Địa chỉ đã công bố (data/urls.lock) không được mất: báo, đài đã dẫn tới đó. Đổi mã hay bỏ trang thì data/moved.yaml nói trang nay ở đâu, hoặc vì sao thu hồi.",
	Wrong: "(đổi mã ho-ngheo thành ngheo-da-chieu trong data/targets.yaml)",
	Right: "- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieu/",
}
