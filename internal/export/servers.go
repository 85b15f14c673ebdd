package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// AddServers puts into set what tells web servers of addresses that moved or were taken back, and what other sites may frame: a file for each kind of server, always, so that
// a configuration may name it before there is anything in it.
func AddServers(ed *edition.Edition, settled *edition.Settled, set *fileset.Set) error {
	b, err := newBase(ed.Site.BaseURL)
	if err != nil {
		return err
	}
	u, err := url.Parse(string(b))
	if err != nil {
		return err
	}
	n := notes{root: strings.TrimSuffix(u.EscapedPath(), "/"), standins: settled.Standins, names: set.Names}
	for _, twin := range ed.Twins {
		n.langs = append(n.langs, twin.Site.Lang)
	}
	for _, f := range []struct {
		name string
		text func(*bufio.Writer)
	}{{"_redirects", n.redirects}, {"_headers", n.headers}, {"may-chu/nginx.conf", n.nginx}, {"may-chu/caddy.conf", n.caddy}, {"may-chu/apache.conf", n.apache}} {
		if err := set.Add(f.name, func(w io.Writer) error {
			b := buffered(w)
			f.text(b)
			return finish(b)
		}); err != nil {
			return err
		}
	}
	return nil
}

const notesHead = "# Địa chỉ đã chuyển hoặc đã thu hồi. Tệp do bangvang dựng, mỗi lần dựng ghi lại: không sửa tay.\n"

// notes are what servers are told.
type notes struct {
	root     string // the path of the base URL, without a slash at its end
	standins []edition.Standin
	langs    []string        // below which other languages stand
	names    func() []string // of all files, once a file is written
}

// to is where a stand-in leads, as the path or the address of a Location header. A dollar sign, which servers take for a variable, is encoded.
func (n notes) to(i *edition.Standin) string {
	if i.URL != "" {
		return strings.ReplaceAll(i.URL, "$", "%24")
	}
	return n.root + (&url.URL{Path: string(i.To)}).EscapedPath() // pictures are named with accents
}

func (n notes) from(i *edition.Standin) string { return n.root + string(i.From) }

// code is that of the answer: browsers remember 301 for good, so that what may come back is 302.
func code(i *edition.Standin) int {
	if i.Temporary {
		return 302
	}
	return 301
}

// redirects is read by Netlify and Cloudflare Pages at the root of what is published. Neither has 410 in common: the pages that say so stand
// there by themselves.
func (n notes) redirects(w *bufio.Writer) {
	w.WriteString(notesHead)
	for i := range n.standins {
		if s := &n.standins[i]; !s.Gone {
			fmt.Fprintf(w, "%s %s %d\n", n.from(s), n.to(s), code(s))
		}
	}
}

func (n notes) nginx(w *bufio.Writer) {
	w.WriteString(notesHead + "# Trong server { … }, sau dòng root: include THƯ-MỤC-CÔNG-BỐ/may-chu/nginx.conf;\n")
	for i := range n.standins {
		switch s := &n.standins[i]; {
		case s.Gone && s.Page:
			fmt.Fprintf(w, "location = %s { error_page 410 %s; return 410; }\n", n.from(s), n.file(s))
		case s.Gone:
			fmt.Fprintf(w, "location = %s { return 410; }\n", n.from(s))
		default:
			fmt.Fprintf(w, "location = %s { absolute_redirect off; return %d \"%s\"; }\n", n.from(s), code(s), n.to(s))
		}
	}
	n.nginxServing(w)
}

// file is the address of the page itself, which no rule is about.
func (n notes) file(i *edition.Standin) string {
	if strings.HasSuffix(string(i.From), "/") {
		return n.from(i) + "index.html"
	}
	return n.from(i)
}

func (n notes) caddy(w *bufio.Writer) {
	w.WriteString(notesHead + "# Trong khối của trang, sau root * THƯ-MỤC-CÔNG-BỐ và thay cho file_server: import THƯ-MỤC-CÔNG-BỐ/may-chu/caddy.conf\n")
	for i := range n.standins {
		switch s := &n.standins[i]; {
		case s.Gone && s.Page:
			strip := ""
			if n.root != "" {
				strip = "\turi strip_prefix " + n.root + "\n"
			}
			fmt.Fprintf(w, "handle %s {\n%s\tfile_server {\n\t\tstatus 410\n\t}\n}\n", n.from(s), strip)
		case s.Gone:
			fmt.Fprintf(w, "handle %s {\n\trespond 410\n}\n", n.from(s))
		default:
			fmt.Fprintf(w, "redir %s \"%s\" %d\n", n.from(s), n.to(s), code(s))
		}
	}
	n.caddyServing(w)
}

func (n notes) apache(w *bufio.Writer) {
	w.WriteString(notesHead + "# Trong <VirtualHost>: Include THƯ-MỤC-CÔNG-BỐ/may-chu/apache.conf (cần mod_alias)\n")
	for i := range n.standins {
		s := &n.standins[i]
		from := "^" + regexp.QuoteMeta(n.from(s)) + "$"
		switch {
		case s.Gone:
			fmt.Fprintf(w, "RedirectMatch 410 \"%s\"\n", from)
			if s.Page {
				fmt.Fprintf(w, "<LocationMatch \"%s\">\n\tErrorDocument 410 %s\n</LocationMatch>\n", from, n.file(s))
			}
		default:
			fmt.Fprintf(w, "RedirectMatch %d \"%s\" \"%s\"\n", code(s), from, strings.ReplaceAll(n.to(s), "&", `\&`))
		}
	}
	n.apacheServing(w)
}
