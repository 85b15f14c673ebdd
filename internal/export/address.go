package export

import (
	"fmt"
	"net/url"
	"strings"

	"bangvang/internal/edition"
)

// base is where the site lies: absolute, ending in "/".
type base string

func newBase(s string) (base, error) {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "", fmt.Errorf("địa chỉ gốc %q không hợp lệ: %w", s, err)
	case u.Scheme != "https" && u.Scheme != "http", u.Host == "":
		return "", fmt.Errorf("địa chỉ gốc %q không bắt đầu bằng https:// và tên máy chủ", s)
	case u.RawQuery != "", u.Fragment != "", !strings.HasSuffix(u.Path, "/"):
		return "", fmt.Errorf("địa chỉ gốc %q không kết thúc bằng dấu gạch chéo", s)
	}
	return base(u.String()), nil
}

// url returns the absolute address of p.
func (b base) url(p edition.Path) (string, error) {
	u, err := url.Parse(string(b) + fileName(p))
	if err != nil {
		return "", fmt.Errorf("địa chỉ %q không hợp lệ: %w", p, err)
	}
	return u.String(), nil
}
