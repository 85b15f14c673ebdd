package site

import (
	"strings"

	"bangvang/internal/edition"
)

// relative writes the address to as it stands in the page at from: "../ho-ngheo/#nguon". Both begin with "/"; from ends with "/" or is
// a file. With portable, a folder's address names its index.html, for where no server adds it.
func relative(from, to edition.Path, portable bool) string {
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
	path := strings.Repeat("../", strings.Count(base[common:], "/")) + target[common:]
	switch first, _, _ := strings.Cut(path, "/"); {
	case path == "" && rest != "" && rest[0] == '#' && target == string(from):
		return rest
	case path == "" || strings.Contains(first, ":"):
		path = "./" + path
	}
	return path + rest
}

// splitTail parts an address from its query and fragment.
func splitTail(address string) (path, tail string) {
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		return address[:i], address[i:]
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
