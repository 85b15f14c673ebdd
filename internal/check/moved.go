package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// promises reads which addresses were published. Of one that is there twice the earlier day counts.
func (r *resolver) promises() {
	if r.tree.Lock == nil {
		return
	}
	told := 0
	for _, s := range r.tree.Lock.Lines {
		if why, _ := badAddress(s.Address.Text); why != "" {
			if told++; told <= maxLockTold {
				r.add(addressForm, s.Address.Place, fmt.Sprintf("%q không phải địa chỉ trong trang: %s", s.Address.Text, why), "lấy lại tệp này từ bản lưu (git); tệp do bangvang publish ghi, không sửa tay")
			}
			continue
		}
		r.ledger.Promises = append(r.ledger.Promises, campaign.Promise{Place: s.Address.Place, Address: s.Address.Text, Since: r.date(s.Since)})
	}
	slices.SortStableFunc(r.ledger.Promises, func(a, b campaign.Promise) int {
		if c := strings.Compare(a.Address, b.Address); c != 0 {
			return c
		}
		return a.Since.Compare(b.Since)
	})
	r.ledger.Promises = slices.CompactFunc(r.ledger.Promises, func(a, b campaign.Promise) bool { return a.Address == b.Address })
}

// maxLockTold is how many wrong addresses of the lock are told of: with more, the file is beyond mending line by line.
const maxLockTold = 20

// moves reads what has become of addresses.
func (r *resolver) moves() {
	first := map[string]*campaign.Move{}
	for i := range r.tree.Moves {
		s := &r.tree.Moves[i]
		m := &campaign.Move{Place: s.From.Place, From: r.address(s.From), ToPlace: s.To.Place}
		switch {
		case s.To.Given() == (s.Withdrawn != nil):
			text := "không ghi địa chỉ này đi đâu"
			if s.To.Given() {
				text = "ghi cả địa chỉ mới và thu hồi"
			}
			r.add(movedWay, s.Place, text, "ghi đúng một trong hai: to: địa chỉ mới, hoặc withdrawn: {date: …, reason: …} nếu thu hồi hẳn")
			continue
		case s.Withdrawn != nil:
			m.Withdrawn = r.farewell(s.Withdrawn)
		default:
			m.To, m.URL = r.destination(s.To)
		}
		if m.From == "" || m.To == "" && m.URL == "" && m.Withdrawn == nil {
			continue
		}
		if f := first[m.From]; f != nil {
			r.add(movedTwice, m.Place, fmt.Sprintf("địa chỉ %s đã ghi ở %s", m.From, seen(m.Place, f.Place)), "giữ một, bỏ một", f.Place)
			continue
		}
		first[m.From] = m
		r.ledger.Moves = append(r.ledger.Moves, m)
	}
	r.circles(first)
}

func (r *resolver) farewell(s *source.Farewell) *campaign.Farewell {
	f := &campaign.Farewell{Date: r.date(s.Date), Reason: line(s.Reason)}
	if r.future(f.Date) {
		r.add(farewellEarly, s.Date.Place, fmt.Sprintf("thu hồi ngày %s, sau thời điểm của dữ liệu (%s)", s.Date.Text, campaign.Day(r.ledger.Campaign.AsOf).ISO()),
			"sửa ngày này, hoặc dời as_of trong data/campaign.yaml")
	}
	return f
}

// destination reads where an address moved to: within the site, or to another.
func (r *resolver) destination(v source.Value) (to, url string) {
	if !strings.Contains(v.Text, "://") {
		return r.address(v), ""
	}
	base := r.ledger.Campaign.BaseURL
	if inside, ok := strings.CutPrefix(v.Text, base); ok && base != "" {
		r.add(addressForm, v.Place, "địa chỉ của chính trang này", fmt.Sprintf("viết phần sau tên miền: %q", "/"+inside))
		return "", ""
	}
	return "", r.url(v)
}

// address reads an address within the site.
func (r *resolver) address(v source.Value) string {
	if !v.Given() {
		return ""
	}
	if why, hint := badAddress(v.Text); why != "" {
		r.add(addressForm, v.Place, fmt.Sprintf("%q không phải địa chỉ trong trang: %s", v.Text, why), hint)
		return ""
	}
	return v.Text
}

var addressPart = regexp.MustCompile(`^[a-z0-9_]([a-z0-9._-]*[a-z0-9_-])?$`)

// pictures is the folder of the site whose files have the names that people gave them: in capitals, with accents.
const pictures = "anh"

var picturePart = regexp.MustCompile(`^[\p{L}\p{M}\p{Nd}_.-]+$`)

// sumsName matches the names in capitals that files of checksums and the like have everywhere.
var sumsName = regexp.MustCompile(`^[A-Z0-9]+$`)

// badAddress says what is wrong with an address within the site and what to write, or "".
func badAddress(s string) (why, hint string) {
	const form = "viết như /chi-tieu/ho-ngheo/: bắt đầu bằng dấu /, và nếu là trang thì kết thúc bằng dấu /"
	switch {
	case strings.Contains(s, "://"):
		return "có tên miền", "chỉ viết phần sau tên miền, như /chi-tieu/ho-ngheo/"
	case !strings.HasPrefix(s, "/"):
		return "không bắt đầu bằng dấu /", form
	case strings.ContainsAny(s, "?#"):
		return "có dấu ? hoặc #", "chỉ viết phần trước dấu đó"
	case strings.HasSuffix(s, "/index.html"):
		return "tên tệp index.html không thuộc địa chỉ", fmt.Sprintf("viết %q", strings.TrimSuffix(s, "index.html"))
	case s == "/":
		return "", ""
	}
	parts := strings.Split(strings.TrimSuffix(s[1:], "/"), "/")
	for i, p := range parts {
		if i == 0 && p == ".well-known" || i == len(parts)-1 && p == sums || addressPart.MatchString(p) {
			continue
		}
		if i > 0 && parts[0] == pictures && p != "." && p != ".." && picturePart.MatchString(p) {
			continue
		}
		if i == len(parts)-1 && !strings.HasSuffix(s, "/") && sumsName.MatchString(p) {
			continue
		}
		if slug := viet.Slug(p); slug != "" && slug != p && !strings.Contains(p, ".") {
			return fmt.Sprintf("phần %q có ký tự không dùng trong địa chỉ", p), fmt.Sprintf("có phải %q? địa chỉ chỉ gồm chữ thường không dấu, chữ số, gạch nối và dấu chấm", slug)
		}
		return fmt.Sprintf("phần %q có ký tự không dùng trong địa chỉ", p), "địa chỉ chỉ gồm chữ thường không dấu, chữ số, gạch nối và dấu chấm"
	}
	return "", ""
}

// sums is the one file of a site that is named as the tools that read it expect.
const sums = "SHA256SUMS"

// circles tells of addresses that lead to each other and nowhere else, once for each circle.
func (r *resolver) circles(by map[string]*campaign.Move) {
	done := map[string]bool{}
	for _, m := range r.ledger.Moves {
		var way []string
		at := map[string]int{}
		for x := m; x != nil && !done[x.From]; x = by[x.To] {
			if i, met := at[x.From]; met {
				circle := append(way[i:], x.From)
				r.add(movedCircle, x.Place, "các địa chỉ dẫn vòng tròn: "+strings.Join(circle, " → "), "sửa một mục cho dẫn tới địa chỉ đang có, hoặc bỏ mục ấy")
				break
			}
			at[x.From] = len(way)
			way = append(way, x.From)
		}
		for _, p := range way {
			done[p] = true
		}
	}
}
