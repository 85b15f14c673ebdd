package deliver

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
)

// lease is how long a lock that nobody renews is respected. It is measured by watching the lock, not by comparing clocks.
func (o Options) lease() time.Duration { return cmp.Or(o.leased, 30*time.Second) }

// A held lock is an object that says who holds it and how often it was renewed.
type held struct {
	*bucket
	id  string
	n   int
	tag string
}

// lock makes the lock object, if it is not there: the store itself decides between two who try at once. A lock that nobody renewed for so long as it
// is watched is that of a run that was killed, and is taken over. The context ends when the lock is lost.
func (b *bucket) lock(ctx context.Context) (context.Context, func(), error) {
	h := &held{bucket: b, id: rand.Text()}
	var none minio.PutObjectOptions
	none.SetMatchETagExcept("*")
	err := h.put(ctx, none)
	if err != nil && refusedCondition(err) {
		err = h.takeOver(ctx)
	}
	if err != nil {
		return nil, nil, err
	}
	ctx, lost := context.WithCancelCause(ctx)
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		h.renew(ctx, stop, lost)
	}()
	return ctx, func() {
		close(stop)
		<-done
		lost(nil)
		free, end := context.WithTimeout(context.WithoutCancel(ctx), b.opt.patience())
		defer end()
		if text, err := b.text(free, b.lockKey()); err == nil && strings.HasPrefix(text, h.id) {
			_ = b.store.RemoveObject(free, b.name, b.lockKey(), minio.RemoveObjectOptions{}) // else it is taken over later
		}
	}, nil
}

// put writes the lock under a condition, and reads it again: not every store knows conditions.
func (h *held) put(ctx context.Context, opts minio.PutObjectOptions) error {
	h.n++
	text := fmt.Appendf(nil, "%s %d\n", h.id, h.n)
	err := h.try(ctx, 0, func(ctx context.Context) error {
		_, err := h.store.PutObject(ctx, h.name, h.lockKey(), bytes.NewReader(text), int64(len(text)), "", "", opts)
		return err
	})
	if err != nil && !refusedCondition(err) {
		return err
	}
	// A refusal may be of an attempt after one whose answer was lost.
	at, text2, e := h.now(ctx)
	switch {
	case e != nil:
		return e
	case text2 == string(text):
		h.tag = at
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf("%w tới %s", ErrBusy, h.shown)
}

func (h *held) now(ctx context.Context) (tag, text string, err error) {
	if text, err = h.text(ctx, h.lockKey()); err != nil {
		return "", "", err
	}
	err = h.try(ctx, 0, func(ctx context.Context) error {
		o, err := h.store.StatObject(ctx, h.name, h.lockKey(), minio.StatObjectOptions{})
		tag = o.ETag
		return err
	})
	return tag, text, err
}

func (h *held) takeOver(ctx context.Context) error {
	tag, _, err := h.now(ctx)
	for waited := time.Duration(0); err == nil && waited < h.opt.lease(); waited += h.opt.lease() / 10 {
		h.opt.progress("Đang chờ khoá của lần trước", 0, 0)
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(h.opt.lease() / 10):
		}
		var now string
		if now, _, err = h.now(ctx); err == nil && now != tag {
			return fmt.Errorf("%w tới %s; hãy chờ nó xong rồi chạy lại", ErrBusy, h.shown)
		}
	}
	if err != nil && !isMissing(err) {
		return err
	}
	var only minio.PutObjectOptions
	if only.SetMatchETag(tag); err != nil { // freed meanwhile
		only = minio.PutObjectOptions{}
		only.SetMatchETagExcept("*")
	}
	if err = h.put(ctx, only); err != nil && refusedCondition(err) {
		err = fmt.Errorf("%w tới %s; hãy chờ nó xong rồi chạy lại", ErrBusy, h.shown)
	}
	return err
}

// renew shows that the run lives.
func (h *held) renew(ctx context.Context, stop chan bool, lost context.CancelCauseFunc) {
	for {
		select {
		case <-stop:
			return
		case <-ctx.Done():
			return
		case <-time.After(h.opt.lease() / 4):
		}
		var only minio.PutObjectOptions
		only.SetMatchETag(h.tag)
		if err := h.put(ctx, only); err != nil && ctx.Err() == nil {
			lost(fmt.Errorf("mất khoá của %s, có thể %w: %w", h.shown, ErrBusy, err))
			return
		}
	}
}
