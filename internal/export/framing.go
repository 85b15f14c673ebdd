package export

import (
	"bufio"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// What keeps other sites from framing a page. A page cannot say so of itself, only a server can.
const (
	unframed       = "frame-ancestors 'none'"
	unframedLegacy = "DENY" // X-Frame-Options, for browsers that do not know frame-ancestors
)

// framed is a regular expression of the paths that other sites may frame: /nhung/, in every language and of every day that is kept.
func (n notes) framed() string {
	parts := []string{"v/[^/]+"}
	for _, lang := range n.langs {
		parts = append(parts, regexp.QuoteMeta(lang))
	}
	return "^" + regexp.QuoteMeta(n.root) + "/(?:(?:" + strings.Join(parts, "|") + ")/)*nhung/"
}

const framingHead = "\n# Trang khác chỉ được đóng khung những trang dưới /nhung/. Nếu máy chủ đặt Content-Security-Policy ở chỗ khác, thêm frame-ancestors vào đó.\n"

func (n notes) nginxFraming(w *bufio.Writer) {
	w.WriteString(framingHead + "# Trong location nào có add_header riêng thì chép hai dòng add_header này vào.\n")
	fmt.Fprintf(w, "set $bangvang_khung \"%s\";\nset $bangvang_khung_cu \"%s\";\n", unframed, unframedLegacy)
	fmt.Fprintf(w, "if ($uri ~ \"%s\") {\n\tset $bangvang_khung \"\";\n\tset $bangvang_khung_cu \"\";\n}\n", n.framed()) // an empty header is not sent
	w.WriteString("add_header Content-Security-Policy $bangvang_khung always;\nadd_header X-Frame-Options $bangvang_khung_cu always;\n")
}

func (n notes) caddyFraming(w *bufio.Writer) {
	w.WriteString(framingHead)
	fmt.Fprintf(w, "@bangvang_khung not path_regexp `%s`\nheader @bangvang_khung {\n\tContent-Security-Policy \"%s\"\n\tX-Frame-Options %s\n}\n", n.framed(), unframed, unframedLegacy)
}

func (n notes) apacheFraming(w *bufio.Writer) {
	w.WriteString(framingHead + "# Cần mod_headers.\n")
	fmt.Fprintf(w, "<LocationMatch \"^(?!%s)\">\n\tHeader always set Content-Security-Policy \"%s\"\n\tHeader always set X-Frame-Options %s\n</LocationMatch>\n",
		strings.TrimPrefix(n.framed(), "^"), unframed, unframedLegacy)
}

// headers is read by Netlify and Cloudflare Pages at the root of what is published. What one rule sets no other can take back, so that every
// folder but those of frames has a rule.
func (n notes) headers(w *bufio.Writer) {
	w.WriteString("# Trang khác chỉ được đóng khung những trang dưới /nhung/. Tệp do bangvang dựng, mỗi lần dựng ghi lại: không sửa tay.\n")
	inside := map[string][]string{"": nil, "v/:ngay/": nil} // the folders below each
	for _, lang := range n.langs {
		inside[lang+"/"], inside["v/:ngay/"+lang+"/"] = nil, nil
	}
	for _, name := range n.names() {
		below, day := "", ""
		if rest, kept := strings.CutPrefix(name, "v/"); kept {
			_, name, _ = strings.Cut(rest, "/")
			day = "v/:ngay/"
		}
		if lang, rest, _ := strings.Cut(name, "/"); slices.Contains(n.langs, lang) {
			below, name = lang+"/", rest
		}
		folder, _, deeper := strings.Cut(name, "/")
		if at := day + below; deeper && folder != "nhung" && !slices.Contains(inside[at], folder) {
			inside[at] = append(inside[at], folder)
		}
	}
	rule := func(path string) {
		fmt.Fprintf(w, "\n%s/%s\n  Content-Security-Policy: %s\n  X-Frame-Options: %s\n", n.root, path, unframed, unframedLegacy)
	}
	rule("404.html")
	for _, at := range slices.Sorted(maps.Keys(inside)) {
		rule(at)
		rule(at + "index.html")
		for _, folder := range inside[at] {
			rule(at + folder + "/*")
		}
	}
}
