package edition

import (
	"fmt"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

var certificateMissing = &diag.Rule{
	ID:       "certificate-missing",
	Severity: diag.Warning,
	Title:    "Hình thức khen được in giấy phải có mẫu in trong data/certificates.yaml.",
	Wrong:    "(không có mục nào với form: giay-khen)",
	Right:    "- form: giay-khen\n  width: 297\n  height: 210\n  fields: […]",
}

var certificateBlank = &diag.Rule{
	ID:       "certificate-blank",
	Severity: diag.Warning,
	Title:    "Mục mà mẫu in cần (không đặt trong ngoặc vuông) phải có trong dữ liệu, ví dụ số sổ vàng.",
	Wrong:    `text: "{golden_book_no}" … (không có golden_book_no)`,
	Right:    "golden_book_no: SV-0001",
}

var certificateUnmeasured = &diag.Rule{
	ID:       "certificate-unmeasured",
	Severity: diag.Warning,
	Title:    "Vị trí của mẫu in phải được đo trên phôi thật trước khi in.",
	Wrong:    "measured: false",
	Right:    "measured: true (sau khi in trang căn chỉnh và đo)",
}

// Certificates are the texts of the papers that are handed over, in the order of their decisions.
type Certificates struct {
	Paper
	Stocks       []Stock
	Certificates []Certificate
}

// Stock is printed paper with the places where text goes. Lengths are millimetres from the upper left corner, sizes points.
type Stock struct {
	Place         diag.Place
	Name          string // "Bằng khen, tập thể"
	Width, Height float64
	Fields        []StockField
}

// StockField is where one text goes: its first baseline begins at X, Y.
type StockField struct {
	Place       diag.Place
	Name        string
	X, Y, Width float64
	Size, Least float64
	Leading     float64
	Lines       int
	Align       string // left, center, right, justify
	Face        string // regular, bold, italic, bold-italic, display
	Grow        string // down, up, both
	Wrap        bool   // a text that is too long takes another line before it is made smaller
}

// Certificate is one sheet.
type Certificate struct {
	Place  diag.Place
	ID     string
	Name   string
	Stock  int      // of Stocks
	Texts  []string // by field; "" is none
	Sample string   // what stands across it, "" for a real one
}

// ComposeCertificates decides what is printed on the certificates of a choice of awards.
func ComposeCertificates(l *campaign.Ledger, ch Choice) (*Certificates, diag.List) {
	out := &Certificates{}
	var picked []handed
	out.Paper, picked = newPaper(l, "Bằng khen, giấy khen in trên phôi", ch)
	var problems diag.List
	at := map[*campaign.Certificate]int{}
	var without shortage
	silent := 0
	for _, h := range picked {
		for _, a := range h.awards {
			layout := l.CertificateOf(a)
			if layout == nil {
				without.see(a)
				continue
			}
			if _, known := at[layout]; !known {
				at[layout] = len(out.Stocks)
				out.Stocks = append(out.Stocks, stock(layout))
				unmeasured(layout, &problems)
			}
			out.Certificates = append(out.Certificates, certificate(a, layout, at[layout], &problems))
			if !named(a) {
				silent++
			}
		}
	}
	without.tell(out, &problems)
	if silent > 0 {
		out.Notes = append(out.Notes, viet.Count(silent, "giấy")+" của người chưa thành niên chưa có đồng ý nêu tên: trao tận tay, không trưng bày, không chụp ảnh")
	}
	return out, problems
}

// shortage gathers awards without a layout, by form and kind.
type shortage struct {
	groups []*lacking
}

type lacking struct {
	first *campaign.Award
	n     int
}

func (s *shortage) see(a *campaign.Award) {
	for _, g := range s.groups {
		if g.first.Decision.Form == a.Decision.Form && g.first.Kind == a.Kind {
			g.n++
			return
		}
	}
	s.groups = append(s.groups, &lacking{a, 1})
}

func (s *shortage) tell(c *Certificates, problems *diag.List) {
	for _, g := range s.groups {
		form, kind := g.first.Decision.Form, kindWords[g.first.Kind]
		c.LeftOut = append(c.LeftOut, fmt.Sprintf("%s: không có mẫu in cho %s", form.Short, counted(g.n, g.first.Kind)))
		problems.Add(certificateMissing, form.Place, fmt.Sprintf("không có mẫu in %q cho %s", form.ID, kind), "thêm mẫu vào data/certificates.yaml", g.first.Place)
	}
}

// ComposeStocks gives the layouts of a choice's form, or of all, for a page on which they are checked.
func ComposeStocks(l *campaign.Ledger, ch Choice) (*Certificates, diag.List) {
	out := &Certificates{Paper: paperOf(l, "Trang căn chỉnh phôi")}
	for _, layout := range l.Certificates {
		if ch.Form == "" || layout.Form.ID == ch.Form {
			out.Stocks = append(out.Stocks, stock(layout))
		}
	}
	return out, diag.List{}
}

func unmeasured(layout *campaign.Certificate, problems *diag.List) {
	if !layout.Measured {
		problems.Add(certificateUnmeasured, layout.Place, fmt.Sprintf("vị trí của mẫu in %q chưa đo trên phôi thật", layout.Form.ID),
			"in trang căn chỉnh (--calibrate) lên giấy trắng, chồng lên phôi, sửa các ô cho khớp, rồi ghi measured: true")
	}
}

func stock(c *campaign.Certificate) Stock {
	s := Stock{Place: c.Place, Name: c.Form.Short, Width: c.Width.Float(), Height: c.Height.Float()}
	var kinds []string
	for _, k := range c.Kinds {
		kinds = append(kinds, kindWords[k])
	}
	s.Name = joined(", ", s.Name, strings.Join(kinds, ", "))
	for _, f := range c.Fields {
		s.Fields = append(s.Fields, StockField{Place: f.Place, Name: f.Name, X: f.X.Float(), Y: f.Y.Float(), Width: f.Width.Float(), Size: f.Size.Float(),
			Least: f.Least.Float(), Leading: f.Leading.Float(), Lines: f.Lines, Align: f.Align, Face: f.Face, Grow: f.Grow, Wrap: f.Fit == "wrap"})
	}
	return s
}

// certificate fills the fields of a layout with what an award says.
func certificate(a *campaign.Award, layout *campaign.Certificate, stock int, problems *diag.List) Certificate {
	c := Certificate{Place: a.Place, ID: a.ID, Name: a.Name, Stock: stock, Sample: across(a.Decision)}
	for _, f := range layout.Fields {
		text, blank := f.Text.Fill(func(slot string) string { return slotOf(a, slot) })
		for _, slot := range blank {
			problems.Add(certificateBlank, a.Place, fmt.Sprintf("%s không có {%s} cho ô %q", a.ID, slot, f.Name),
				"điền vào dữ liệu, hoặc đặt mục đó trong ngoặc vuông nếu được phép để trống", f.Place)
		}
		if f.Upper {
			text = strings.ToUpper(text)
		}
		c.Texts = append(c.Texts, text)
	}
	return c
}

// slotOf is what an award says in a slot.
func slotOf(a *campaign.Award, slot string) string {
	d := a.Decision
	figure := func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf("%02d", n)
	}
	switch slot {
	case "honorific":
		return a.Honorific
	case "name":
		return a.Name
	case "position":
		return a.Position
	case "group":
		return a.Group
	case "unit":
		return belongs(a)
	case "citation":
		return a.Citation
	case "reason":
		return d.Reason
	case "number":
		return d.Number
	case "date":
		return signed(d.Date)
	case "day":
		return figure(d.Date.Day)
	case "month":
		if d.Date.Month > 2 {
			return strconv.Itoa(d.Date.Month) // as dates are written in words
		}
		return figure(d.Date.Month)
	case "year":
		return strconv.Itoa(d.Date.Year)
	case "issuer":
		return d.Issuer
	case "office":
		return d.Signatory.Office
	case "signatory":
		return d.Signatory.Name
	case "golden_book_no":
		return a.GoldenBookNo
	case "no":
		return strconv.Itoa(a.No)
	case "award":
		return a.ID
	}
	return ""
}

// signed is a date as papers are dated: "ngày 20 tháng 12 năm 2018".
func signed(d campaign.Date) string {
	switch {
	case d.IsZero() || d.Month == 0:
		return vietnamese.dated(d)
	case d.Day == 0:
		return viet.LongMonth(d.Year, d.Month)
	}
	return viet.LongDate(d.Year, d.Month, d.Day)
}
