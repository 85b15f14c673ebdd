package deliver

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/minio/minio-go/v7"

	"bangvang/internal/outdir"
)

// An upload is one delivery to a bucket.
type upload struct {
	*bucket
	*looked
	site    *site
	next    *release
	report  Report
	touched atomic.Bool // readers may see something new

	mu    sync.Mutex
	saved map[string]object // blobs in the bucket
}

// deliver makes the site live, unless it is.
func (u *upload) deliver(ctx context.Context) error {
	if others := u.others(); len(others) > 0 {
		return foreign(u.shown, others)
	}
	var err error
	if u.saved, err = u.list(ctx, u.state+"blobs/"); err != nil {
		return err
	}
	if err := u.plan(ctx); err != nil {
		return err
	}
	sending := u.differing(u.listing)
	u.report = Report{Was: nameOf(u.looked.live), From: u.site.from, Files: len(u.site.manifest), Sent: len(sending)}
	for _, e := range sending {
		u.report.Bytes += e.Size
	}
	fresh := !u.looked.live.is(u.site) || u.opt.Purge && len(u.looked.live.old) > 0
	if !fresh {
		u.next.name = u.looked.live.name
	}
	if fresh || len(sending) > 0 {
		if err := u.write(ctx, u.record("tries", u.next.name), u.next.text()); err != nil {
			return err
		}
		if err := u.send(ctx, sending); err != nil {
			return err
		}
		if err := u.goLive(ctx, fresh); err != nil {
			return err
		}
	}
	u.report.Release = u.next.name
	return u.tidy(ctx)
}

// plan says what the bucket is to hold: names, hashes, and the tags that the store should give them.
func (u *upload) plan(ctx context.Context) error {
	before := slices.Concat(u.kept, u.tries)
	u.next = &release{name: nameAfter(names(before), u.site.manifest), from: u.site.from, site: u.site.manifest, tags: map[string]string{}}
	if !u.opt.Purge {
		u.next.old = u.outliving(u.site)
		for _, e := range u.next.old {
			u.next.tags[e.Name] = u.listing[e.Name].tag
		}
	}
	var mu sync.Mutex
	return each(ctx, u.opt.jobs(4), u.site.manifest, func(ctx context.Context, e outdir.Entry) error {
		tag := u.site.tags[e.Name]
		if was, ok := find(u.looked.live.siteOrNone(), e.Name); tag == "" && ok && was.Sum == e.Sum {
			tag = u.looked.live.tags[e.Name]
		}
		if tag == "" {
			h := md5.New()
			if err := u.site.copyTo(h, e); err != nil {
				return err
			}
			tag = hex.EncodeToString(h.Sum(nil))
		}
		mu.Lock()
		defer mu.Unlock()
		u.next.tags[e.Name] = tag
		return nil
	})
}

func (r *release) siteOrNone() outdir.Manifest {
	if r == nil {
		return nil
	}
	return r.site
}

// differing are the files of the site that a listing does not have, or has with another tag.
func (u *upload) differing(listing map[string]object) []outdir.Entry {
	var all []outdir.Entry
	for _, e := range u.site.manifest {
		if o, ok := listing[e.Name]; !ok || o.tag != u.next.tags[e.Name] || o.size != e.Size {
			all = append(all, e)
		}
	}
	return all
}

// send makes one step after the other, each known to be complete before the next begins.
func (u *upload) send(ctx context.Context, all []outdir.Entry) error {
	if u.site.dir == "" {
		for _, e := range all {
			if _, ok := u.saved[hex.EncodeToString(e.Sum[:])]; !ok {
				return fmt.Errorf("%w: %s của bản %s không còn được giữ", ErrNone, e.Name, u.site.from)
			}
		}
	}
	var done atomic.Int64
	for at := range steps {
		var now []outdir.Entry
		for _, e := range all {
			if _, live := u.listing[e.Name]; stepOf(e.Name, live) == at {
				now = append(now, e)
			}
		}
		for round := 1; len(now) > 0; round++ {
			if round > 3 {
				return fmt.Errorf("kho trả lời đã nhận nhưng không lưu đúng %d tệp, trong đó có %s", len(now), now[0].Name)
			}
			err := each(ctx, u.opt.jobs(16), now, func(ctx context.Context, e outdir.Entry) error {
				err := u.replace(ctx, e)
				u.mu.Lock()
				defer u.mu.Unlock()
				u.opt.progress("Đang gửi "+at.String(), int(done.Add(1)), len(all))
				return err
			})
			if err != nil {
				return err
			}
			if now, err = u.unconfirmed(ctx, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// replace puts one file in its place; what was there is kept first, if a kept release needs it.
func (u *upload) replace(ctx context.Context, e outdir.Entry) error {
	if err := u.save(ctx, e.Name); err != nil {
		return err
	}
	if err := u.opt.may(ctx, "put"); err != nil {
		return err
	}
	u.touched.Store(true)
	if u.site.dir == "" {
		return u.copy(ctx, u.blob(e.Sum), u.key(e.Name), e.Size)
	}
	tag, err := u.md5(e)
	if err != nil {
		return err
	}
	opts := minio.PutObjectOptions{ContentType: contentType(e.Name), CacheControl: cacheControl(e.Name)}
	return u.try(ctx, e.Size, func(ctx context.Context) error {
		f, err := os.Open(u.site.path(e.Name))
		if err != nil {
			return final(err)
		}
		defer f.Close()
		_, err = u.store.PutObject(ctx, u.bucket.name, u.key(e.Name), f, e.Size, base64.StdEncoding.EncodeToString(tag), hex.EncodeToString(e.Sum[:]), opts)
		return err
	})
}

func (u *upload) md5(e outdir.Entry) ([]byte, error) {
	if tag, err := hex.DecodeString(u.next.tags[e.Name]); err == nil && len(tag) == md5.Size {
		return tag, nil
	}
	h := md5.New()
	err := u.site.copyTo(h, e)
	return h.Sum(nil), err
}

// save keeps the bytes that are live at a name, if a kept release put them there.
func (u *upload) save(ctx context.Context, name string) error {
	was, there := u.known(name), u.listing[name]
	sum := hex.EncodeToString(was.Sum[:])
	u.mu.Lock()
	_, saved := u.saved[sum]
	u.mu.Unlock()
	if u.opt.keep() < 2 || was.Name == "" || saved {
		return nil
	}
	if err := u.opt.may(ctx, "copy"); err != nil {
		return err
	}
	if err := u.copy(ctx, u.key(name), u.blob(was.Sum), was.Size); err != nil {
		return err
	}
	err := u.try(ctx, 0, func(ctx context.Context) error {
		o, err := u.store.StatObject(ctx, u.bucket.name, u.blob(was.Sum), minio.StatObjectOptions{})
		if err == nil && o.Size != was.Size {
			err = fmt.Errorf("kho không giữ được bản cũ của %s", name)
		}
		return err
	})
	u.mu.Lock()
	defer u.mu.Unlock()
	u.saved[sum] = object{there.tag, was.Size}
	return err
}

// known tells which file of a kept release the bucket holds at a name; that of no name if it is none.
func (u *upload) known(name string) outdir.Entry {
	there, listed := u.listing[name]
	for _, r := range u.kept {
		if e, ok := find(r.site, name); ok && listed && r.tags[name] == there.tag {
			return e
		}
	}
	return outdir.Entry{}
}

// copy lets the store copy one of its objects.
func (u *upload) copy(ctx context.Context, from, to string, size int64) error {
	return u.try(ctx, size, func(ctx context.Context) error {
		_, err := u.store.Client.CopyObject(ctx, minio.CopyDestOptions{Bucket: u.bucket.name, Object: to}, minio.CopySrcOptions{Bucket: u.bucket.name, Object: from})
		return err
	})
}

// fewStats is how many objects are asked for one by one rather than by a listing.
const fewStats = 64

// unconfirmed are those of the files that the store does not hold as sent. Where its tags say nothing, the bytes are read.
func (u *upload) unconfirmed(ctx context.Context, sent []outdir.Entry) ([]outdir.Entry, error) {
	found, err := u.stats(ctx, sent)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	var wrong []outdir.Entry
	err = each(ctx, u.opt.jobs(16), sent, func(ctx context.Context, e outdir.Entry) error {
		o, there := found[e.Name]
		mu.Lock()
		want := u.next.tags[e.Name]
		mu.Unlock()
		if there && o.size == e.Size && o.tag == want {
			return nil
		}
		if there && o.size == e.Size {
			sum, err := u.sum(ctx, u.key(e.Name), e.Size)
			if err != nil && !isMissing(err) {
				return err
			}
			if err == nil && sum == e.Sum {
				mu.Lock()
				defer mu.Unlock()
				u.next.tags[e.Name] = o.tag
				return nil
			}
		}
		mu.Lock()
		defer mu.Unlock()
		wrong = append(wrong, e)
		return nil
	})
	return wrong, err
}

func (u *upload) stats(ctx context.Context, sent []outdir.Entry) (map[string]object, error) {
	if len(sent) > fewStats {
		return u.list(ctx, u.prefix)
	}
	found := map[string]object{}
	var mu sync.Mutex
	err := each(ctx, u.opt.jobs(16), sent, func(ctx context.Context, e outdir.Entry) error {
		return u.try(ctx, 0, func(ctx context.Context) error {
			o, err := u.store.StatObject(ctx, u.bucket.name, u.key(e.Name), minio.StatObjectOptions{})
			if isMissing(err) {
				return nil
			}
			mu.Lock()
			defer mu.Unlock()
			found[e.Name] = object{o.ETag, o.Size}
			return err
		})
	})
	return found, err
}

// goLive writes down that the release is live.
func (u *upload) goLive(ctx context.Context, fresh bool) error {
	if err := u.write(ctx, u.record("releases", u.next.name), u.next.text()); err != nil {
		return err
	}
	if !fresh {
		u.kept = slices.DeleteFunc(u.kept, func(r *release) bool { return r.name == u.next.name })
	}
	u.kept = append(u.kept, u.next)
	return u.write(ctx, u.bucket.live(), []byte(u.next.name+"\n"))
}

// write puts a small object of ours, and reads it again.
func (u *upload) write(ctx context.Context, key string, text []byte) error {
	if err := u.opt.may(ctx, "put"); err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	for range 3 {
		err := u.try(ctx, int64(len(text)), func(ctx context.Context) error {
			tag := md5.Sum(text)
			_, err := u.store.PutObject(ctx, u.bucket.name, key, bytes.NewReader(text), int64(len(text)), base64.StdEncoding.EncodeToString(tag[:]), hex.EncodeToString(sum[:]),
				minio.PutObjectOptions{ContentType: "text/plain; charset=utf-8", CacheControl: "no-store"})
			return err
		})
		if err != nil {
			return err
		}
		back, err := u.sum(ctx, key, int64(len(text)))
		if err == nil && back == sum {
			return nil
		}
		if err != nil && !isMissing(err) {
			return err
		}
	}
	return fmt.Errorf("kho trả lời đã nhận nhưng không lưu %s", key)
}
