package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
)

// own is the folder of the preview's own files, which no site can have: a name may not begin with a dot there.
const own = "/.bangvang/"

//go:embed preview.js
var script []byte

//go:embed preview.css
var style []byte

// ServeHTTP answers with a file of the site or of the preview.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !s.known(r):
		http.Error(w, "Máy chủ xem trước chỉ trả lời máy này.", http.StatusForbidden)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "Chỉ đọc.", http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case own + "news":
		s.news(w, r)
	case own + "preview.js":
		h.Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(script)
	case own + "preview.css":
		h.Set("Content-Type", "text/css; charset=utf-8")
		w.Write(style)
	default:
		s.page(w, r)
	}
}

// known tells whether a request asks for this host and comes from nowhere else.
func (s *Server) known(r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if !s.hosts[strings.ToLower(strings.Trim(host, "[]"))] {
		return false
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err == nil && u.Host == r.Host
	}
	return true
}

// news sends what happens, as it happens.
func (s *Server) news(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	c := s.pages.join()
	defer s.pages.leave(c)
	v := s.current(r.Context())
	if v == nil {
		return
	}
	// What a page missed before it listened it finds out by the build that it was made of.
	send := func(n news) bool {
		b, err := json.Marshal(n)
		if err == nil {
			_, err = fmt.Fprintf(w, "data: %s\n\n", b)
		}
		flusher.Flush()
		return err == nil
	}
	last := news{Good: v.good, Told: v.told}
	if !send(last) {
		return
	}
	alive := time.NewTicker(20 * time.Second) // so that a page that was closed is noticed
	defer alive.Stop()
	for {
		select {
		case n := <-c:
			if n.Good == last.Good && n.Told == last.Told {
				continue // the build that was waited for is told of to all
			}
			if last = n; !send(n) {
				return
			}
		case <-alive.C:
			if _, err := fmt.Fprint(w, ":\n\n"); err != nil {
				return
			}
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

// page answers with a file of the site.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	v := s.early(r.Context(), r.URL.Path)
	if v == nil {
		v = s.current(r.Context())
	}
	if v == nil {
		return
	}
	below, ok := strings.CutPrefix(r.URL.Path, v.root)
	switch {
	case v.set != nil && !ok && (r.URL.Path == "/" || r.URL.Path+"/" == v.root):
		http.Redirect(w, r, v.root, http.StatusFound)
		return
	case v.set == nil:
		s.write(w, r, "index.html", []byte(nothing), v, http.StatusOK)
		return
	}
	name := below
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	if !ok || !v.set.Has(name) {
		if ok && v.set.Has(below+"/index.html") {
			http.Redirect(w, r, path.Base(below)+"/", http.StatusFound)
			return
		}
		if name, status = "404.html", http.StatusNotFound; !v.set.Has(name) {
			http.NotFound(w, r)
			return
		}
	}
	start := time.Now()
	b, err := v.file(name)
	w.Header().Set("Server-Timing", fmt.Sprintf("made;dur=%.1f", float64(time.Since(start))/float64(time.Millisecond)))
	if err != nil {
		http.Error(w, "Không dựng được "+name+": "+err.Error(), http.StatusInternalServerError)
		return
	}
	s.write(w, r, name, b, v, status)
}

// nothing is shown as long as there was no good build.
const nothing = `<!doctype html><html lang="vi"><head><meta charset="utf-8">` +
	`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'">` +
	`<title>Chưa dựng được</title></head><body></body></html>`

// hashed is a name that changes with its content.
var hashed = regexp.MustCompile(`\.[0-9a-f]{8,}\.\w+$`)

func (s *Server) write(w http.ResponseWriter, r *http.Request, name string, b []byte, v *version, status int) {
	kind := mime.TypeByExtension(path.Ext(name))
	if known := kinds[path.Ext(name)]; known != "" {
		kind = known
	}
	if kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	if hashed.MatchString(name) {
		w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	}
	if path.Ext(name) == ".html" {
		b = inject(b, v.good)
	}
	if status != http.StatusOK {
		w.WriteHeader(status)
		if r.Method == http.MethodGet {
			w.Write(b)
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}

// kinds are the types of what a site has, which no machine's table may change.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon", ".woff2": "font/woff2",
	".pdf": "application/pdf", ".xml": "application/xml", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".webmanifest": "application/manifest+json", ".conf": "text/plain; charset=utf-8",
	".bib": "application/x-bibtex", ".yaml": "text/plain; charset=utf-8",
}

// inject puts the preview's script and style into a page that may have scripts and ask this server for news.
func inject(b []byte, good string) []byte {
	at := bytes.Index(b, []byte("</head>"))
	if at < 0 || !bytes.Contains(b[:at], []byte("connect-src 'self'")) {
		return b
	}
	head := fmt.Sprintf(`<link rel="stylesheet" href="%spreview.css"><script src="%spreview.js" data-good="%s"></script>`, own, own, good)
	out := make([]byte, 0, len(b)+len(head))
	return append(append(append(out, b[:at]...), head...), b[at:]...)
}
