package check

import (
	"fmt"
	"net/mail"
	"net/url"
	"strings"

	"bangvang/internal/source"
)

// url reads an absolute address of the web.
func (r *resolver) url(v source.Value) string {
	if !v.Given() {
		return ""
	}
	if why, hint := badURL(v.Text); why != "" {
		r.add(urlForm, v.Place, fmt.Sprintf("%q không phải địa chỉ đầy đủ: %s", v.Text, why), hint)
		return ""
	}
	return v.Text
}

// badURL says what is wrong with an address and what to write, or "".
func badURL(s string) (why, hint string) {
	const form = "viết như https://www.example.vn/"
	if strings.ContainsAny(s, " \t\n\"<>\\^`{|}") {
		return "có dấu cách hoặc ký tự không dùng trong địa chỉ", form
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "sai cú pháp", form
	case u.Scheme == "" && strings.Contains(strings.SplitN(s, "/", 2)[0], "."):
		return "thiếu https:// ở đầu", "viết https://" + s
	case u.Scheme != "http" && u.Scheme != "https":
		return "phải mở đầu bằng https:// hoặc http://", form
	case u.Host == "" || u.Hostname() == "":
		return "thiếu tên máy chủ", form
	case u.User != nil:
		return "không được có tên và mật khẩu", form
	}
	return "", ""
}

// base reads the address that the whole site lies under; it ends in a slash.
func (r *resolver) base(v source.Value) string {
	s := r.url(v)
	if s == "" {
		return ""
	}
	if strings.ContainsAny(s, "?#") {
		r.add(urlForm, v.Place, fmt.Sprintf("%q có dấu ? hoặc #", s), "chỉ viết phần trước dấu đó")
		return ""
	}
	return strings.TrimSuffix(s, "/") + "/"
}

// email reads an address of mail, without a name.
func (r *resolver) email(v source.Value) string {
	if !v.Given() {
		return ""
	}
	a, err := mail.ParseAddress(v.Text)
	if err != nil || a.Address != v.Text || a.Name != "" {
		r.add(emailForm, v.Place, fmt.Sprintf("%q không phải địa chỉ thư điện tử", v.Text), "viết như tdkt@example.vn")
		return ""
	}
	return v.Text
}
