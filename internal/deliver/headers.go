package deliver

import (
	"path"
	"strings"
)

// contentTypes are said to a store that would not know them. They do not depend on the machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
	".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".pdf": "application/pdf", ".zip": "application/zip", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".conf": "text/plain; charset=utf-8", ".bib": "application/x-bibtex; charset=utf-8", ".webmanifest": "application/manifest+json",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "": "text/plain; charset=utf-8",
}

func contentType(name string) string {
	if kind := path.Ext(name); kind == ".xml" && (strings.HasPrefix(name, "feed") || strings.Contains(name, "/feed")) {
		return "application/atom+xml; charset=utf-8"
	} else if known, ok := contentTypes[kind]; ok {
		return known
	}
	return "application/octet-stream"
}

// cacheControl lets a reader keep for ever what changes its name when it changes, and asks for everything else anew.
func cacheControl(name string) string {
	if hashed(name) {
		return "public, max-age=31536000, immutable"
	}
	return "public, no-cache"
}
