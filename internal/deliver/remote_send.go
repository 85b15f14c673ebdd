package deliver

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"bangvang/internal/outdir"
)

// look reads the records and lists the site; there may be none yet.
func (r *remote) look(ctx context.Context) (*looked, error) {
	texts, err := r.texts(ctx)
	if err != nil {
		return nil, err
	}
	l := &looked{}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		folder, _, _ := strings.Cut(name, "/")
		if folder != "releases" && folder != "tries" {
			continue
		}
		one, err := parseRelease(texts[name])
		switch {
		case err != nil:
			return nil, fmt.Errorf("%w: %s%s", err, r.state, name)
		case folder == "tries":
			l.tries = append(l.tries, one)
		default:
			l.kept = append(l.kept, one)
		}
	}
	older := func(a, b *release) int { return number(a.name) - number(b.name) }
	slices.SortFunc(l.kept, older)
	slices.SortFunc(l.tries, older)
	l.settle(strings.TrimSpace(texts["live.txt"]))
	l.listing, err = r.list(ctx)
	var none *rsyncError
	if errors.As(err, &none) && none.code == 23 && l.live == nil {
		l.listing, err = map[string]object{}, nil
	}
	return l, err
}

func (r *remote) releases(ctx context.Context) ([]Release, error) {
	l, err := r.look(ctx)
	if err != nil {
		return nil, r.failed(err, false)
	}
	return listed(l.kept, nameOf(l.live)), nil
}

func (r *remote) publish(ctx context.Context, s *site) (Report, error) {
	return r.run(ctx, func(*looked) (*site, error) { return s, nil })
}

// rollback fetches a kept release, and delivers it.
func (r *remote) rollback(ctx context.Context, name string) (Report, error) {
	dir, err := os.MkdirTemp("", "bangvang-rsync-")
	if err != nil {
		return Report{}, err
	}
	defer os.RemoveAll(dir)
	return r.run(ctx, func(l *looked) (*site, error) {
		back, err := choose(l.kept, l.live, name)
		if err != nil {
			return nil, err
		}
		_, err = r.rsync(ctx, "--recursive", r.state+back.name+"/", dir+string(filepath.Separator))
		return &site{dir: dir, manifest: back.site, from: back.name}, err
	})
}

func (r *remote) run(ctx context.Context, choose func(*looked) (*site, error)) (Report, error) {
	defer r.wire()()
	unlock, err := r.lock(ctx)
	if err != nil {
		return Report{}, r.failed(err, false)
	}
	defer unlock()
	l, err := r.look(ctx)
	if err != nil {
		return Report{}, r.failed(err, false)
	}
	s, err := choose(l)
	if err != nil {
		return Report{}, r.failed(err, false)
	}
	touched := false
	report, err := r.deliver(ctx, l, s, &touched)
	return report, r.failed(err, touched)
}

// lock makes the state's folder and puts our name there, unless another's is. The name of a run that was killed on this machine gives way.
func (r *remote) lock(ctx context.Context) (func(), error) {
	host, _ := os.Hostname()
	mine := fmt.Sprintf("%s %d %s\n", host, os.Getpid(), rand.Text())
	for range 2 {
		if err := r.write(ctx, map[string]string{"lock.txt": mine}, "--ignore-existing"); err != nil {
			return nil, err
		}
		texts, err := r.texts(ctx)
		if err != nil {
			return nil, err
		}
		theirs := texts["lock.txt"]
		if theirs == mine {
			return func() {
				free, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
				defer stop()
				_ = r.remove(free, r.state, []string{"lock.txt"})
			}, nil
		}
		if f := strings.Fields(theirs); len(f) != 3 || f[0] != host || alive(f[1]) {
			return nil, fmt.Errorf("%w tới %s (máy %s); hãy chờ nó xong rồi chạy lại. Nếu chắc chắn không còn lần nào đang chạy thì xoá tệp %slock.txt",
				ErrBusy, r.shown, strings.Join(f[:min(1, len(f))], ""), r.state)
		}
		if err := r.remove(ctx, r.state, []string{"lock.txt"}); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w tới %s", ErrBusy, r.shown)
}

// alive reports whether a process of this machine runs, or may.
func alive(pid string) bool {
	n, err := strconv.Atoi(pid)
	if err != nil || runtime.GOOS == "windows" {
		return true
	}
	p, err := os.FindProcess(n)
	return err == nil && p.Signal(syscall.Signal(0)) == nil
}

// deliver makes the site live, unless it is.
func (r *remote) deliver(ctx context.Context, l *looked, s *site, touched *bool) (Report, error) {
	if others := l.others(); len(others) > 0 {
		return Report{}, foreign(r.shown, others)
	}
	for _, e := range s.manifest { // rsync sends what it finds
		if err := errors.Join(s.copyTo(io.Discard, e), ctx.Err()); err != nil {
			return Report{}, err
		}
	}
	report := Report{Was: nameOf(l.live), From: s.from, Files: len(s.manifest)}
	next := &release{name: nameAfter(names(slices.Concat(l.kept, l.tries)), s.manifest), from: s.from, site: s.manifest}
	if !r.opt.Purge {
		next.old = l.outliving(s)
	}
	fresh := !l.live.is(s) || r.opt.Purge && len(l.live.old) > 0
	if fresh {
		if err := r.write(ctx, map[string]string{"tries/" + next.name + ".txt": string(next.text())}); err != nil {
			return report, err
		}
	} else {
		next.name, next.from = l.live.name, l.live.from
	}
	*touched = true
	if err := r.send(ctx, l, s, &report); err != nil {
		return report, err
	}
	if fresh {
		if err := r.keep(ctx, s, next); err != nil {
			return report, err
		}
		l.kept = append(l.kept, next)
	}
	report.Release = next.name
	return report, r.tidy(ctx, l, next, &report)
}

// send makes one step after the other; rsync finds out by sums what differs.
func (r *remote) send(ctx context.Context, l *looked, s *site, report *Report) error {
	done := 0
	for at := range steps {
		var now []string
		for _, e := range s.manifest {
			if _, live := l.listing[e.Name]; stepOf(e.Name, live) == at {
				now = append(now, e.Name)
			}
		}
		r.opt.progress("Đang gửi "+at.String(), done, len(s.manifest))
		out, err := r.push(ctx, s.dir, r.at, now)
		if err != nil {
			return err
		}
		for line := range strings.Lines(out) {
			if what, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); strings.HasPrefix(what, "<f") {
				e, _ := find(s.manifest, name)
				report.Sent++
				report.Bytes += e.Size
			}
		}
		done += len(now)
	}
	return nil
}

// keep makes the release's tree out of what is live, by hard links, then writes down that it is a release, and live.
func (r *remote) keep(ctx context.Context, s *site, next *release) error {
	var all []string
	for _, e := range s.manifest {
		all = append(all, e.Name)
	}
	if r.opt.keep() > 1 {
		if _, err := r.push(ctx, s.dir, r.state+next.name+"/", all, "--link-dest=../../"+r.base+"/"); err != nil {
			return err
		}
	}
	if err := r.write(ctx, map[string]string{"releases/" + next.name + ".txt": string(next.text())}); err != nil {
		return err
	}
	return r.write(ctx, map[string]string{"live.txt": next.name + "\n"})
}

// tidy deletes what no reader needs any more, and releases beyond those that are kept.
func (r *remote) tidy(ctx context.Context, l *looked, next *release, report *Report) error {
	gone := l.gone(next)
	if err := r.remove(ctx, r.at, gone); err != nil {
		return err
	}
	report.Removed = len(gone)
	var old []string
	for _, t := range l.tries {
		if old = append(old, "tries/"+t.name+".txt"); !l.isKept(t.name) {
			old = append(old, "releases/"+t.name+".txt", t.name)
		}
	}
	old = append(old, "tries/"+next.name+".txt")
	for len(l.kept) > r.opt.keep() {
		i := slices.IndexFunc(l.kept, func(k *release) bool { return k.name != next.name })
		old = append(old, l.kept[i].name, "releases/"+l.kept[i].name+".txt")
		l.kept = slices.Delete(l.kept, i, i+1)
	}
	report.Kept = listed(l.kept, next.name)
	return r.remove(ctx, r.state, old)
}

// gone are the names that are there and neither of the release nor outliving.
func (l *looked) gone(next *release) []string {
	all := next.all()
	return slices.DeleteFunc(slices.Sorted(maps.Keys(l.listing)), func(name string) bool { _, ok := find(all, name); return ok })
}

// wanted is what should be live, by a manifest or by the record if there is none.
func (l *looked) wanted(m outdir.Manifest) (outdir.Manifest, Difference) {
	d := Difference{Release: nameOf(l.live), Record: sumOf(l.live), Another: m != nil && l.live != nil && mark(m) != mark(l.live.site)}
	want := &release{site: m}
	if l.live != nil {
		want.old = l.live.old
		if m == nil {
			want = l.live
		}
	}
	return want.all(), d
}
