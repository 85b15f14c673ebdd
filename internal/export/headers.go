package export

import (
	"bufio"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// What a page may do: use the site's own files, name one policy for scripts that are loaded late, and nothing else. The pages say the same of
// themselves, for hosts that send no headers (templates/layout.html), but for what only a server can: who may frame them.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types bangvang"

// filePolicy is of what browsers show in a page of their own making, which has styles within. Such a file runs nothing.
const filePolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

// What keeps other sites from framing a page.
const (
	unframed       = "; frame-ancestors 'none'"
	unframedLegacy = "DENY" // X-Frame-Options, for browsers that do not know frame-ancestors
)

// Pages are asked for again after a minute, so that what was withdrawn is gone; a name with a hash never means other bytes.
const (
	briefly = "public, max-age=60"
	forGood = "public, max-age=31536000, immutable"
)

// everywhere is what all answers say.
var everywhere = []struct{ name, value string }{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "strict-origin-when-cross-origin"},
	{"Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"},
}

// ours is a regular expression of all paths of the site.
func (n notes) ours() string { return "^" + regexp.QuoteMeta(n.root) + "/" }

// framed is a regular expression of the paths that other sites may frame: /nhung/, in every language and of every day that is kept.
func (n notes) framed() string {
	parts := []string{"v/[^/]+"}
	for _, lang := range n.langs {
		parts = append(parts, regexp.QuoteMeta(lang))
	}
	return n.ours() + "(?:(?:" + strings.Join(parts, "|") + ")/)*nhung/"
}

// alone is a regular expression of the files that a browser shows by themselves.
func (n notes) alone() string {
	return n.ours() + `.*\.(?:xml|svg|png|jpe?g|webp|ico|pdf|json|csv|txt|bib)$`
}

// hashed is a regular expression of the files whose names change with their bytes.
func (n notes) hashed() string { return n.ours() + `assets/.*\.[0-9a-f]{10}\.[a-z0-9]+$` }

const headersHead = "\n# Điều trình duyệt được làm với trang; trang khác chỉ được đóng khung những trang dưới /nhung/; giữ bản sao bao lâu.\n"

func (n notes) nginxHeaders(w *bufio.Writer) {
	w.WriteString(headersHead + "# Trong location nào có add_header riêng thì chép các dòng add_header này vào.\n")
	when := func(pattern string, sets ...string) {
		fmt.Fprintf(w, "if ($uri ~ \"%s\") {\n", pattern)
		for i := 0; i < len(sets); i += 2 {
			fmt.Fprintf(w, "\tset $bangvang_%s \"%s\";\n", sets[i], sets[i+1])
		}
		w.WriteString("}\n")
	}
	all := []string{"chinh_sach", pagePolicy + unframed, "khung", unframedLegacy, "giu", briefly}
	add := []string{"Content-Security-Policy $bangvang_chinh_sach always", "X-Frame-Options $bangvang_khung always", "Cache-Control $bangvang_giu"}
	for i, h := range everywhere {
		name := fmt.Sprintf("chung_%d", i+1)
		all, add = append(all, name, h.value), append(add, h.name+" $bangvang_"+name+" always")
	}
	for i := 0; i < len(all); i += 2 { // an empty header is not sent: other sites of the same server have theirs
		fmt.Fprintf(w, "set $bangvang_%s \"\";\n", all[i])
	}
	when(n.ours(), all...)
	when(n.alone(), "chinh_sach", filePolicy+unframed)
	when(n.framed(), "chinh_sach", pagePolicy, "khung", "")
	when(n.hashed(), "giu", forGood)
	for _, a := range add {
		w.WriteString("add_header " + a + ";\n")
	}
}

func (n notes) caddyHeaders(w *bufio.Writer) {
	w.WriteString(headersHead)
	matcher := func(name, pattern string, not ...string) {
		fmt.Fprintf(w, "@bangvang_%s {\n\tpath_regexp `%s`\n", name, pattern)
		for _, p := range not {
			fmt.Fprintf(w, "\tnot path_regexp `%s`\n", p)
		}
		w.WriteString("}\n")
	}
	matcher("trang", n.ours(), n.framed(), n.alone())
	matcher("tep", n.alone(), n.framed())
	matcher("nhung", n.framed())
	matcher("giu", n.ours(), n.hashed())
	fmt.Fprintf(w, "header %s/* {\n", n.root)
	for _, h := range everywhere {
		fmt.Fprintf(w, "\t%s \"%s\"\n", h.name, h.value)
	}
	w.WriteString("}\n")
	for _, k := range []struct{ name, policy string }{{"trang", pagePolicy}, {"tep", filePolicy}} {
		fmt.Fprintf(w, "header @bangvang_%s {\n\tContent-Security-Policy \"%s\"\n\tX-Frame-Options %s\n}\n", k.name, k.policy+unframed, unframedLegacy)
	}
	fmt.Fprintf(w, "header @bangvang_nhung Content-Security-Policy \"%s\"\nheader @bangvang_giu Cache-Control \"%s\"\n", pagePolicy, briefly)
}

func (n notes) apacheHeaders(w *bufio.Writer) {
	w.WriteString(headersHead + "# Cần mod_headers.\n")
	where := func(pattern string, lines ...string) {
		fmt.Fprintf(w, "<LocationMatch \"%s\">\n\t%s\n</LocationMatch>\n", pattern, strings.Join(lines, "\n\t"))
	}
	policy := func(p string) string { return `Header always set Content-Security-Policy "` + p + `"` }
	cache := func(p string) string { return `Header set Cache-Control "` + p + `"` } // not of errors
	all := []string{policy(pagePolicy + unframed), "Header always set X-Frame-Options " + unframedLegacy, cache(briefly)}
	for _, h := range everywhere {
		all = append(all, fmt.Sprintf("Header always set %s \"%s\"", h.name, h.value))
	}
	where(n.ours(), append(all, "ErrorDocument 404 "+n.root+"/404.html")...)
	where(n.alone(), policy(filePolicy+unframed))
	where(n.framed(), policy(pagePolicy), "Header always unset X-Frame-Options")
	where(n.hashed(), cache(forGood))
}

// headers is read by Netlify and Cloudflare Pages at the root of what is published. What one rule sets no other can take back, so that every
// folder but those of frames has a rule.
func (n notes) headers(w *bufio.Writer) {
	w.WriteString("# Trang khác chỉ được đóng khung những trang dưới /nhung/. Tệp do bangvang dựng, mỗi lần dựng ghi lại: không sửa tay.\n")
	fmt.Fprintf(w, "\n%s/*\n", n.root)
	for _, h := range everywhere {
		fmt.Fprintf(w, "  %s: %s\n", h.name, h.value)
	}
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
		if at := day + below; deeper && !slices.Contains(inside[at], folder) {
			inside[at] = append(inside[at], folder)
		}
	}
	rule := func(path, folder string) {
		if folder == "nhung" {
			fmt.Fprintf(w, "\n%s/%s\n  Content-Security-Policy: %s\n", n.root, path, pagePolicy)
			return
		}
		fmt.Fprintf(w, "\n%s/%s\n  Content-Security-Policy: %s\n  X-Frame-Options: %s\n", n.root, path, pagePolicy+unframed, unframedLegacy)
	}
	rule("404.html", "")
	for _, at := range slices.Sorted(maps.Keys(inside)) {
		rule(at, "")
		rule(at+"index.html", "")
		for _, folder := range inside[at] {
			rule(at+folder+"/*", folder)
		}
	}
	n.keptForGood(w)
}

// keptForGood names each file of a hashed name by itself: a rule has no other way to tell them. How long the others are kept is left to the
// host, which asks for them anew unless told.
func (n notes) keptForGood(w *bufio.Writer) {
	hashed := regexp.MustCompile(n.hashed())
	for _, name := range n.names() {
		if path := n.root + "/" + name; hashed.MatchString(path) {
			fmt.Fprintf(w, "\n%s\n  Cache-Control: %s\n", path, forGood)
		}
	}
}
