package deliver

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bangvang/internal/outdir"
)

// What is refused, for errors.Is. The errors themselves say in Vietnamese what to do.
var (
	ErrForeign   = errors.New("nơi công bố có tệp không do bangvang đưa lên")
	ErrBusy      = errors.New("một lần đưa lên khác đang chạy")
	ErrNone      = errors.New("không có bản ấy")
	ErrUnwritten = errors.New("chưa có thư mục nào được dựng xong")
	ErrChanged   = errors.New("tệp đã bị sửa sau khi dựng")
	ErrAddress   = errors.New("không hiểu nơi công bố")
)

// Options say how to deliver. The zero value is fine.
type Options struct {
	Keep     int                                // releases that are kept, the live one among them; 5 if below 1
	Purge    bool                               // nothing of any older release stays, not even for readers who have a page open
	Jobs     int                                // files on their way at a time; a number that suits the destination if below 1
	Progress func(what string, done, total int) // never twice at a time; may be nil

	ask func(ctx context.Context, op string) error // called before each change; tests fail, or die, there
	// silence is how long a peer may say nothing, lease how long a lock that nobody renews is respected, pause the first one before trying again;
	// tests are less patient.
	silence, leased, pause time.Duration
}

func (o Options) keep() int {
	switch {
	case o.Purge:
		return 1
	case o.Keep < 1:
		return 5
	}
	return o.Keep
}

func (o Options) may(ctx context.Context, op string) error {
	if err := ctx.Err(); err != nil || o.ask == nil {
		return err
	}
	return o.ask(ctx, op)
}

func (o Options) progress(what string, done, total int) {
	if o.Progress != nil {
		o.Progress(what, done, total)
	}
}

// A Report says what a delivery did.
type Report struct {
	Release string // that is live now
	Was     string // that was live before, or ""
	From    string // the release that was brought back, or ""
	Files   int    // of the site
	Sent    int    // of them, whose bytes travelled
	Bytes   int64  // of those
	Removed int    // files that the public could read and now cannot
	Kept    []Release
	Warning string // what could not be tidied; the site is live and whole
}

// A Release is one that is kept at a destination.
type Release struct {
	Name  string
	Files int
	Bytes int64
	Live  bool
	From  string // the release that was brought back by it, or ""
}

// A destination is where the public reads.
type destination interface {
	publish(ctx context.Context, s *site) (Report, error)
	rollback(ctx context.Context, name string) (Report, error)
	releases(ctx context.Context) ([]Release, error)
	// verify compares what is live with a manifest; nil stands for what was delivered last.
	verify(ctx context.Context, m outdir.Manifest) (Difference, error)
}

// A Place is a destination by its address.
type Place struct {
	Address string
	to      destination
}

// Open understands an address. It reaches nothing yet.
func Open(address string, opt Options) (*Place, error) {
	p := &Place{Address: address}
	switch scheme, rest, _ := strings.Cut(address, ":"); {
	case address == "" || address == "dir:":
		return nil, unknown(address)
	case scheme == "dir":
		p.to = newFolder(rest, opt)
	case scheme == "s3":
		b, err := newBucket(address, opt)
		if err != nil {
			return nil, err
		}
		p.Address, p.to = b.shown, b
	case scheme == "rsync", sshAddress.MatchString(address) && !strings.Contains(address, "://"):
		r, err := newRemote(address, opt)
		if err != nil {
			return nil, err
		}
		p.to = r
	case strings.Contains(address, "://"):
		return nil, unknown(address)
	default:
		p.to = newFolder(address, opt)
	}
	return p, nil
}

func unknown(address string) error {
	return fmt.Errorf("%w %q: hãy viết dir:/THƯ/MỤC, s3://BUCKET/TIỀN-TỐ, rsync://MÁY/MODULE/THƯ-MỤC hoặc NGƯỜI-DÙNG@MÁY:THƯ/MỤC", ErrAddress, address)
}

// Publish delivers the folder that outdir made.
func (p *Place) Publish(ctx context.Context, dir string) (Report, error) {
	s, err := openSite(dir)
	if err != nil {
		return Report{}, err
	}
	return p.to.publish(ctx, s)
}

// Rollback delivers a kept release again; "" is the one before the live one that holds another site.
func (p *Place) Rollback(ctx context.Context, name string) (Report, error) {
	return p.to.rollback(ctx, name)
}

// Releases are those that are kept, the oldest first.
func (p *Place) Releases(ctx context.Context) ([]Release, error) { return p.to.releases(ctx) }

// A site is what is to be delivered.
type site struct {
	dir      string
	manifest outdir.Manifest
	from     string            // the release that is brought back
	tags     map[string]string // of its files, in a store that has them already
}

func openSite(dir string) (*site, error) {
	m, err := outdir.ReadManifest(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: %q không phải thư mục do bangvang dựng; hãy chạy build hoặc publish trước", ErrUnwritten, dir)
	case err != nil:
		return nil, fmt.Errorf("không đọc được danh mục tệp của %q: %w; hãy dựng lại", dir, err)
	case len(m) == 0:
		return nil, fmt.Errorf("%w: %q không có tệp nào", ErrUnwritten, dir)
	}
	return &site{dir: dir, manifest: m}, nil
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// copyTo gives the bytes of a file to w, and fails if they are not those of the manifest.
func (s *site) copyTo(w io.Writer, e outdir.Entry) error {
	f, err := os.Open(s.path(e.Name))
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(w, h), f); err != nil {
		return err
	}
	if [sha256.Size]byte(h.Sum(nil)) != e.Sum {
		return fmt.Errorf("%w: %q; hãy chạy publish lại để dựng lại thư mục", ErrChanged, s.path(e.Name))
	}
	return nil
}

// choose finds the release to bring back among those kept, the oldest first.
func choose(kept []*release, live *release, name string) (*release, error) {
	if name != "" {
		for _, r := range kept {
			if r.name == name {
				return r, nil
			}
		}
		var names []string
		for _, r := range kept {
			names = append(names, r.name)
		}
		return nil, fmt.Errorf("%w: %q; các bản còn giữ: %s", ErrNone, name, strings.Join(names, ", "))
	}
	for i := len(kept) - 1; i >= 0; i-- {
		if live == nil || kept[i].name != live.name && mark(kept[i].site) != mark(live.site) {
			return kept[i], nil
		}
	}
	return nil, fmt.Errorf("%w: không còn giữ bản nào khác bản đang công bố", ErrNone)
}

// listed words releases for the reader.
func listed(kept []*release, live string) []Release {
	out := make([]Release, 0, len(kept))
	for _, r := range kept {
		l := Release{Name: r.name, Files: len(r.site), Live: r.name == live, From: r.from}
		for _, e := range r.site {
			l.Bytes += e.Size
		}
		out = append(out, l)
	}
	return out
}
