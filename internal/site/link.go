package site

import (
	"path"
	"strings"

	"bangvang/internal/edition"
)

// appendRelative appends the address to as it stands in the page at from: "../ho-ngheo/#nguon". Both begin with "/"; from ends with "/" or is
// a file. With portable, a folder's address names its index.html, for where no server adds it.
func appendRelative(b []byte, from, to edition.Path, portable bool) []byte {
	target, rest := splitTail(string(to))
	if portable && strings.HasSuffix(target, "/") {
		target += "index.html"
	}
	base := string(from[:strings.LastIndexByte(string(from), '/')+1])
	common := 0
	for i := 0; i < len(base) && i < len(target) && base[i] == target[i]; i++ {
		if base[i] == '/' {
			common = i + 1
		}
	}
	up, down := strings.Count(base[common:], "/"), target[common:]
	switch first, _, _ := strings.Cut(down, "/"); {
	case up > 0:
		for range up {
			b = append(b, "../"...)
		}
	case down == "" && rest != "" && rest[0] == '#' && target == string(from):
	case down == "" || strings.Contains(first, ":"):
		b = append(b, "./"...)
	}
	return append(append(b, down...), rest...)
}

// place is where a link of the page at from leads, on the site whose absolute address is base; false for any other site. It undoes appendRelative.
func place(from edition.Path, href, base string) (edition.Path, bool) {
	if inside, ok := strings.CutPrefix(href, base); ok {
		return edition.Path("/" + inside), true
	}
	target, rest := splitTail(href)
	if first, _, _ := strings.Cut(target, "/"); strings.Contains(first, ":") || strings.HasPrefix(target, "/") {
		return "", false
	}
	if target == "" {
		return from + edition.Path(rest), true
	}
	at := path.Join(string(from[:strings.LastIndexByte(string(from), '/')+1]), target)
	if strings.HasSuffix(target, "/") && at != "/" {
		at += "/"
	}
	return edition.Path(at + rest), true
}

// splitTail parts an address from its query and fragment.
func splitTail(address string) (path, tail string) {
	for i := range len(address) {
		if address[i] == '?' || address[i] == '#' {
			return address[:i], address[i:]
		}
	}
	return address, ""
}

// fileName is the name in the output of what is at an address: "/chi-tieu/" is chi-tieu/index.html.
func fileName(p edition.Path) string {
	path, _ := splitTail(string(p))
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return strings.TrimPrefix(path, "/")
}
