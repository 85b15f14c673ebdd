package markdown

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

const maxHrefs = 1 << 20 // bytes of all addresses of a document: a reference used often repeats its own

// link holds a link's address against the dialect: an anchor of this page, a path of this site, or https, mailto and tel.
func (r *reader) link(n ast.Node, s *Span) {
	if why, hint := badLink(s.Href); why != "" {
		r.add(linkForm, begin(n), fmt.Sprintf("liên kết %q %s", clip(s.Href), why), hint)
	}
	if strings.TrimSpace(Plain(s.Children)) == "" && len(s.Children) == 0 {
		r.add(linkForm, begin(n), fmt.Sprintf("liên kết tới %q không có chữ", clip(s.Href)), "viết [chữ](địa chỉ)")
	}
	r.address(n, s)
}

// address counts the bytes of addresses; over the limit they are dropped.
func (r *reader) address(n ast.Node, s *Span) {
	before := r.hrefs
	r.hrefs += len(s.Href)
	if r.hrefs <= maxHrefs {
		return
	}
	s.Href = ""
	if before <= maxHrefs {
		r.add(markdownLimit, begin(n), "các địa chỉ của tài liệu dài quá 1 MiB", "chia tài liệu thành nhiều tệp nhỏ hơn")
	}
}

// badLink says what is wrong with a link's address and what to write, or "".
func badLink(href string) (why, hint string) {
	const forms = "viết /trang/, #mục, https://…, mailto:… hoặc tel:…"
	scheme, rest, hasScheme := strings.Cut(href, ":")
	switch {
	case href == "":
		return "không có địa chỉ", forms
	case strings.ContainsFunc(href, func(c rune) bool { return c <= ' ' || c == '\\' || c == '<' || c == '>' || c == '"' || c == 0x7F }):
		return "có dấu cách hoặc ký tự không dùng trong địa chỉ", forms
	case strings.HasPrefix(href, "//"):
		return "thiếu https: ở đầu", "viết https:" + href
	case strings.HasPrefix(href, "#"):
		if href == "#" {
			return "không nêu mục nào", "viết tên mục sau dấu #"
		}
		return "", ""
	case strings.HasPrefix(href, "/"):
		return badPath(href)
	case hasScheme && !strings.ContainsAny(scheme, "/?#."):
		return badScheme(strings.ToLower(scheme), rest, href)
	case strings.HasPrefix(href, "www."):
		return "thiếu https:// ở đầu", "viết https://" + href
	case strings.HasSuffix(strings.SplitN(href, "#", 2)[0], ".md"):
		return "trỏ tới tệp .md", "viết địa chỉ của trang, ví dụ /ke-hoach/"
	}
	return "không bắt đầu bằng /", "viết địa chỉ tính từ trang chủ, ví dụ /chi-tieu/"
}

func badPath(href string) (why, hint string) {
	p, _, _ := strings.Cut(href, "#")
	if strings.Contains(p, "//") || p != "/" && path.Clean(p) != strings.TrimSuffix(p, "/") {
		return "có đoạn .. hoặc // trong đường dẫn", "viết đường dẫn đầy đủ từ trang chủ"
	}
	return "", ""
}

func badScheme(scheme, rest, href string) (why, hint string) {
	switch scheme {
	case "https":
		if u, err := url.Parse(href); err != nil || u.Host == "" || u.User != nil {
			return "không phải địa chỉ đầy đủ", "viết https://tên-máy-chủ/…"
		}
	case "http":
		return "dùng http, không an toàn", "viết https:" + rest
	case "mailto":
		if !strings.Contains(rest, "@") {
			return "không phải địa chỉ thư", "viết mailto:ten@donvi.vn"
		}
	case "tel":
		if rest == "" || strings.Trim(rest, "+0123456789-.()") != "" {
			return "không phải số điện thoại", "viết tel:+842923…"
		}
	default:
		return fmt.Sprintf("dùng %s:, không được phép", scheme), "chỉ dùng https, mailto, tel hoặc đường dẫn trong trang"
	}
	return "", ""
}

// image holds a picture's address and alternative text against the dialect: a file below the document's folder, with a text.
func (r *reader) image(n ast.Node, s *Span) {
	if why := badImage(s.Href); why != "" {
		r.add(imageForm, begin(n), fmt.Sprintf("ảnh %q %s", clip(s.Href), why), "chép ảnh vào thư mục của tài liệu và viết đường dẫn từ thư mục đó, ví dụ anh/le-phat-dong.jpg")
		s.Href = ""
	}
	if s.Text == "" {
		r.add(imageForm, begin(n), fmt.Sprintf("ảnh %q không có lời mô tả", clip(s.Href)), "viết ![mô tả ảnh](đường dẫn)")
	}
	r.address(n, s)
}

func badImage(href string) string {
	switch {
	case href == "":
		return "không có đường dẫn"
	case strings.Contains(href, ":") || strings.HasPrefix(href, "//"):
		return "nằm ngoài trang"
	case strings.ContainsAny(href, " \\<>\"?#%") || strings.HasPrefix(href, "/"):
		return "không phải đường dẫn tương đối"
	case strings.ContainsFunc(href, unwritable):
		return "có ký tự không dùng trong địa chỉ; tên ảnh chỉ gồm chữ, chữ số, gạch nối, gạch dưới và dấu chấm"
	case path.Clean(href) != href || strings.HasPrefix(href, ".."):
		return "ra ngoài thư mục của tài liệu"
	}
	return ""
}

// unwritable tells what a picture's path may not have, since the path becomes an address that servers are told of.
func unwritable(c rune) bool {
	return !unicode.In(c, unicode.L, unicode.M, unicode.Nd) && !strings.ContainsRune("-_./", c)
}

func clip(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
