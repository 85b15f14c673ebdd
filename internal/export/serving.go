package export

import (
	"bufio"
	"fmt"
	"strings"
)

const servingHead = "\n# Trang báo không tìm thấy; bản nén sẵn (bangvang build --compress) được gửi đi nếu có.\n"

// smaller is a regular expression of the pages and files that a server may send made small.
func (n notes) smaller() string {
	return n.ours() + `(?:.*/)?(?:[^/]*\.(?:` + strings.Join(compressible, "|") + `))?$`
}

func (n notes) nginxServing(w *bufio.Writer) {
	n.nginxHeaders(w)
	w.WriteString(servingHead + "# Cần include mime.types. Có mô-đun brotli thì bỏ dấu # đầu dòng brotli_static.\n")
	fmt.Fprintf(w, "set $bangvang_404 \"/404.html\";\nif ($uri ~ \"%s\") {\n\tset $bangvang_404 \"%s/404.html\";\n}\nerror_page 404 $bangvang_404;\n", n.ours(), n.root)
	w.WriteString("charset utf-8;\ngzip on;\ngzip_static on;\ngzip_vary on;\n" +
		"gzip_types text/css text/csv text/javascript text/xml application/javascript application/json application/xml image/svg+xml;\n#brotli_static on;\n")
}

func (n notes) caddyServing(w *bufio.Writer) {
	n.caddyHeaders(w)
	w.WriteString(servingHead)
	handle := "handle"
	if n.root != "" {
		handle = "handle_path " + n.root + "/*"
	}
	fmt.Fprintf(w, "%s {\n\t@bangvang_mai {\n\t\tpath_regexp `%s`\n\t\tfile\n\t}\n\theader @bangvang_mai Cache-Control \"%s\"\n", handle, notes{}.hashed(), forGood)
	fmt.Fprintf(w, "\t@bangvang_nen path_regexp `%s`\n\theader @bangvang_nen {\n\t\tVary Accept-Encoding\n\t\tdefer\n\t}\n", notes{}.smaller())
	w.WriteString("\tencode gzip\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n}\n")
	fmt.Fprintf(w, "handle_errors {\n\t@bangvang_404 {\n\t\tpath %s/*\n\t\texpression {err.status_code} == 404\n\t}\n", n.root)
	w.WriteString("\thandle @bangvang_404 {\n\t\theader -Cache-Control\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n")
}

func (n notes) apacheServing(w *bufio.Writer) {
	n.apacheHeaders(w)
	w.WriteString(servingHead + "# Cần mod_mime; mod_rewrite cho bản nén sẵn.\nAddDefaultCharset utf-8\nAddType application/manifest+json .webmanifest\n<IfModule mod_rewrite.c>\nRewriteEngine On\n")
	for _, p := range []struct{ coding, ending string }{{"br", "br"}, {"gzip", "gz"}} {
		for _, index := range []string{"", "index.html"} {
			pattern := ".*[^/]"
			if index != "" {
				pattern = "(?:.*/)?"
			}
			fmt.Fprintf(w, "RewriteCond %%{HTTP:Accept-Encoding} \\b%s\\b\nRewriteCond %%{DOCUMENT_ROOT}%%{REQUEST_URI}%s.%s -f\nRewriteRule \"^(%s/%s)$\" \"$1%s.%[3]s\" [L,E=no-gzip:1,E=no-brotli:1]\n",
				p.coding, index, p.ending, n.root, pattern, index)
		}
	}
	fmt.Fprintf(w, "</IfModule>\n<FilesMatch \"\\.(?:%s)\\.(?:br|gz)$\">\n\tRemoveType .gz .br\n\tAddEncoding br .br\n\tAddEncoding gzip .gz\n</FilesMatch>\n", strings.Join(compressible, "|"))
	fmt.Fprintf(w, "<LocationMatch \"%s\">\n\tHeader merge Vary Accept-Encoding\n</LocationMatch>\n", n.smaller())
}
