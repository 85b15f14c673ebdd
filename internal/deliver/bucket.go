package deliver

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"bangvang/internal/outdir"
)

// A bucket is a destination in a store that speaks S3.
type bucket struct {
	shown  string
	name   string
	prefix string // of the site's keys: "" or ending in a slash
	state  string // of what lies beside the site: ending in a slash
	opt    Options
	store  *minio.Core
}

// newBucket understands s3://bucket/prefix?endpoint=URL&region=NAME; the endpoint and the region may be in the environment.
func newBucket(address string, opt Options) (*bucket, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Port() != "" {
		return nil, unknown(address)
	}
	b := &bucket{shown: "s3://" + u.Host + u.Path, name: u.Host, opt: opt}
	b.prefix = strings.Trim(u.Path, "/")
	b.state = b.prefix + ".bangvang/"
	if b.prefix != "" {
		b.prefix += "/"
	}
	host, secure, err := endpoint(cmp.Or(u.Query().Get("endpoint"), os.Getenv("AWS_ENDPOINT_URL_S3"), os.Getenv("AWS_ENDPOINT_URL"), "https://s3.amazonaws.com"))
	if err != nil {
		return nil, err
	}
	b.store, err = minio.NewCore(host, &minio.Options{
		Creds: credentials.NewChainCredentials([]credentials.Provider{
			&credentials.EnvAWS{}, &credentials.EnvMinio{}, &credentials.FileAWSCredentials{},
		}),
		Secure: secure, Transport: transport(opt), MaxRetries: 1, // retry is ours
		Region: cmp.Or(u.Query().Get("region"), os.Getenv("AWS_REGION"), os.Getenv("AWS_DEFAULT_REGION"), "us-east-1"),
	})
	if err != nil {
		return nil, fmt.Errorf("%w %q: %w", ErrAddress, address, err)
	}
	return b, nil
}

func endpoint(text string) (host string, secure bool, err error) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.Trim(u.Path, "/") != "" {
		return "", false, fmt.Errorf("%w: điểm truy cập kho S3 %q phải như https://kho.vi-du.vn (AWS_ENDPOINT_URL, hoặc ?endpoint= trong địa chỉ)", ErrAddress, text)
	}
	return u.Host, u.Scheme == "https", nil
}

// transport gives up on a store that does not answer.
func transport(opt Options) *http.Transport {
	return &http.Transport{
		Proxy:       http.ProxyFromEnvironment,
		DialContext: (&net.Dialer{Timeout: 15 * time.Second, KeepAlive: 15 * time.Second}).DialContext, TLSHandshakeTimeout: 15 * time.Second,
		ResponseHeaderTimeout: opt.patience(), MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute,
		DisableCompression: true,
	}
}

// patience is how long a store may be silent.
func (o Options) patience() time.Duration { return cmp.Or(o.silence, 30*time.Second) }

func (b *bucket) key(name string) string            { return b.prefix + name }
func (b *bucket) blob(sum [32]byte) string          { return b.state + "blobs/" + hex.EncodeToString(sum[:]) }
func (b *bucket) record(folder, name string) string { return b.state + folder + "/" + name }
func (b *bucket) live() string                      { return b.state + "live" }
func (b *bucket) lockKey() string                   { return b.state + "lock" }
func (b *bucket) isState(key string) bool           { return strings.HasPrefix(key, b.state) }

// try asks the store until it answers; what asking again does not mend is told at once. Each attempt has its time, more for many bytes.
func (b *bucket) try(ctx context.Context, bytes int64, ask func(context.Context) error) error {
	return b.opt.retry(ctx, func(ctx context.Context) error {
		ctx, stop := context.WithTimeout(ctx, b.opt.patience()+time.Duration(bytes/(32<<10))*time.Second)
		defer stop()
		err := ask(ctx)
		if r := minio.ToErrorResponse(err); err != nil && (r.StatusCode >= 400 && r.StatusCode < 500 && r.StatusCode != http.StatusRequestTimeout && r.StatusCode != http.StatusTooManyRequests) {
			return final(err)
		}
		if errors.Is(err, ErrChanged) {
			return final(err)
		}
		return err
	})
}

func isMissing(err error) bool {
	r := minio.ToErrorResponse(err)
	return r.Code == "NoSuchKey" || r.StatusCode == http.StatusNotFound && r.Code != "NoSuchBucket"
}

// refusedCondition reports whether a conditional write found another state than it was for.
func refusedCondition(err error) bool {
	s := minio.ToErrorResponse(err).StatusCode
	return s == http.StatusPreconditionFailed || s == http.StatusConflict
}

// An object is what a listing says of a key.
type object struct {
	tag  string
	size int64
}

// list tells of all keys below a prefix, by what follows it.
func (b *bucket) list(ctx context.Context, prefix string) (map[string]object, error) {
	var all map[string]object
	err := b.try(ctx, 1<<20, func(ctx context.Context) error {
		all = map[string]object{}
		for o := range b.store.ListObjectsIter(ctx, b.name, minio.ListObjectsOptions{Prefix: prefix, Recursive: true}) {
			if o.Err != nil {
				return o.Err
			}
			if prefix == b.prefix && b.isState(o.Key) || strings.HasSuffix(o.Key, "/") && o.Size == 0 {
				continue
			}
			all[strings.TrimPrefix(o.Key, prefix)] = object{strings.Trim(o.ETag, `"`), o.Size}
		}
		return ctx.Err()
	})
	return all, err
}

// failed words an error and says what state the live site is in.
func (b *bucket) failed(err error, touched bool) error {
	if err == nil {
		return nil
	}
	if says := b.advice(err); says != "" {
		err = fmt.Errorf("%s (%w)", says, err)
	}
	return worded(err, "%s %s", b.shown, stateOf(touched))
}

// advice says what an answer of the store means, or "".
func (b *bucket) advice(err error) string {
	switch r := minio.ToErrorResponse(err); r.Code {
	case "NoSuchBucket":
		return fmt.Sprintf("kho không có bucket %q; hãy tạo bucket ấy hoặc sửa --to", b.name)
	case "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken":
		return "kho không nhận khoá truy cập này, hoặc khoá không có quyền; hãy xem lại AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (hoặc ~/.aws/credentials) và quyền đọc, ghi, xoá, liệt kê của khoá"
	case "RequestTimeTooSkewed":
		return "đồng hồ của máy này lệch so với kho; hãy chỉnh lại giờ"
	}
	var n net.Error
	if errors.As(err, &n) || errors.Is(err, context.DeadlineExceeded) {
		return "không nối được với kho; hãy xem lại mạng và AWS_ENDPOINT_URL"
	}
	return ""
}

// hasKeys says what to do if there are no credentials, before anything is asked without them.
func (b *bucket) hasKeys() error {
	v, err := b.store.GetCreds()
	if err != nil || v.AccessKeyID == "" || v.SecretAccessKey == "" {
		return errors.New("chưa có khoá truy cập kho S3; hãy đặt AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY, hoặc ghi vào ~/.aws/credentials (AWS_PROFILE nêu tên mục)")
	}
	return nil
}

func (b *bucket) releases(ctx context.Context) ([]Release, error) {
	if err := b.hasKeys(); err != nil {
		return nil, err
	}
	l, err := b.look(ctx)
	if err != nil {
		return nil, b.failed(err, false)
	}
	return listed(l.kept, nameOf(l.live)), nil
}

func (b *bucket) rollback(ctx context.Context, name string) (Report, error) {
	return b.run(ctx, func(l *looked) (*site, error) {
		back, err := choose(l.kept, l.live, name)
		if err != nil {
			return nil, err
		}
		return &site{manifest: back.site, from: back.name, tags: back.tags}, nil
	})
}

func (b *bucket) publish(ctx context.Context, s *site) (Report, error) {
	return b.run(ctx, func(*looked) (*site, error) { return s, nil })
}

// run delivers what is chosen, under the lock.
func (b *bucket) run(ctx context.Context, choose func(*looked) (*site, error)) (Report, error) {
	if err := b.hasKeys(); err != nil {
		return Report{}, b.failed(err, false)
	}
	ctx, unlock, err := b.lock(ctx)
	if err != nil {
		return Report{}, b.failed(err, false)
	}
	defer unlock()
	l, err := b.look(ctx)
	if err != nil {
		return Report{}, b.failed(err, false)
	}
	s, err := choose(l)
	if err != nil {
		return Report{}, b.failed(err, false)
	}
	d := &upload{bucket: b, looked: l, site: s}
	if err := d.deliver(ctx); err != nil {
		return Report{}, b.failed(err, d.touched.Load())
	}
	return d.report, nil
}

func (b *bucket) verify(ctx context.Context, m outdir.Manifest) (Difference, error) {
	if err := b.hasKeys(); err != nil {
		return Difference{}, err
	}
	l, err := b.look(ctx)
	if err != nil {
		return Difference{}, b.failed(err, false)
	}
	want, d := l.wanted(m)
	return b.compare(ctx, l.listing, want, d)
}
