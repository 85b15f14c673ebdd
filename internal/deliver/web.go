package deliver

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"bangvang/internal/outdir"
)

// IsWeb reports whether an address is that of the public itself: it can be looked at, nothing can be put there.
func IsWeb(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")
}

// VerifyWeb asks a web server for every file of a published folder, as a reader does, and compares the bytes. Files for servers (whose name begins
// with "_") are not asked for: hosts that use them serve them to nobody. What is there beside the site cannot be seen this way.
func VerifyWeb(ctx context.Context, address, dir string, opt Options) (Difference, error) {
	s, err := openSite(dir)
	if err != nil {
		return Difference{}, err
	}
	base, err := url.Parse(strings.TrimRight(address, "/") + "/")
	if err != nil || base.Host == "" {
		return Difference{}, unknown(address)
	}
	asked := slices.DeleteFunc(slices.Clone(s.manifest), func(e outdir.Entry) bool { return strings.HasPrefix(e.Name, "_") })
	d := Difference{Checked: len(asked)}
	var mu sync.Mutex
	done := 0
	err = each(ctx, opt.jobs(8), asked, func(ctx context.Context, e outdir.Entry) error {
		status, ok, err := opt.asks(ctx, base, e)
		mu.Lock()
		defer mu.Unlock()
		done++
		opt.progress("Đang đối chiếu", done, len(asked))
		switch {
		case err != nil:
			return err
		case ok:
		case status == http.StatusNotFound || status == http.StatusGone || status == http.StatusForbidden:
			d.Missing = append(d.Missing, e.Name)
		default:
			d.Changed = append(d.Changed, e.Name)
		}
		return nil
	})
	slices.Sort(d.Missing)
	slices.Sort(d.Changed)
	return d, err
}

var asker = &http.Client{Timeout: 2 * time.Minute}

// asks a server for one file and reports whether the bytes are right.
func (o Options) asks(ctx context.Context, base *url.URL, e outdir.Entry) (status int, ok bool, err error) {
	name := e.Name
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	at := base.ResolveReference(&url.URL{Path: "./" + name})
	err = o.retry(ctx, func(ctx context.Context) error {
		q, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
		if err != nil {
			return final(err)
		}
		q.Header.Set("Cache-Control", "no-cache")
		r, err := asker.Do(q)
		if err != nil {
			return err
		}
		defer r.Body.Close()
		if r.StatusCode >= 500 || r.StatusCode == http.StatusTooManyRequests {
			return fmt.Errorf("%s: máy chủ trả lời %s", at, r.Status)
		}
		h := sha256.New()
		if _, err := io.Copy(h, io.LimitReader(r.Body, e.Size+1)); err != nil {
			return err
		}
		status = r.StatusCode
		right := status == http.StatusOK || status == http.StatusNotFound && path.Base(name) == "404.html"
		ok = right && [sha256.Size]byte(h.Sum(nil)) == e.Sum
		return nil
	})
	if err != nil {
		err = fmt.Errorf("không hỏi được %s: %w", at, err)
	}
	return status, ok, err
}
