package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// A place is where the destination lies and what lies beside it.
type place struct {
	shown   string // as the caller gave it
	dir     string // absolute, links followed
	parent  string
	staging string // the new site until the exchange, the old one after it
	aside   string // the old site between two renames
	lock    string
}

// locate finds the destination, or says why it cannot be one.
func locate(dir, source string) (place, error) {
	p := place{shown: dir}
	if dir == "" {
		return p, p.unfit("chưa có tên thư mục; hãy nêu bằng --destination")
	}
	var err error
	if p.dir, err = filepath.Abs(dir); err != nil {
		return p, p.machine("không tìm được thư mục", dir, err)
	}
	real, err := filepath.EvalSymlinks(p.dir)
	switch {
	case err == nil:
		p.dir = real
	case !errors.Is(err, fs.ErrNotExist):
		return p, p.machine("không đọc được thư mục", dir, err)
	default:
		if _, err := os.Lstat(p.dir); err == nil {
			return p, p.unfit("đây là liên kết tới một nơi không còn; hãy sửa hoặc xóa liên kết")
		}
	}
	p.parent = filepath.Dir(p.dir)
	if p.parent == p.dir {
		return p, p.unfit("đây là thư mục gốc của ổ đĩa; hãy chọn một thư mục con")
	}
	beside := filepath.Join(p.parent, "."+filepath.Base(p.dir)+".bangvang-")
	p.staging, p.aside, p.lock = beside+"new", beside+"old", beside+"lock"
	return p, p.refuse(source)
}

// refuse says why what is there now cannot be replaced, whatever lies in it.
func (p place) refuse(source string) error {
	st, err := os.Stat(p.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return p.machine("không đọc được thư mục", p.shown, err)
	}
	if !st.IsDir() {
		return p.unfit("đây là một tệp, không phải thư mục; hãy chọn tên khác bằng --destination")
	}
	home, _ := os.UserHomeDir()
	if holds(st, home) {
		return p.unfit("đây là thư mục riêng của người dùng hoặc chứa thư mục đó; hãy chọn một thư mục con")
	}
	if holds(st, source) {
		return p.unfit("thư mục nguồn %q nằm trong đó và sẽ bị ghi đè; hãy chọn thư mục khác bằng --destination", source)
	}
	if work, _ := os.Getwd(); holds(st, work) {
		return p.unfit("lệnh đang chạy từ trong thư mục đó; hãy chuyển ra ngoài (cd ..) rồi chạy lại")
	}
	if isMountPoint(p.dir) {
		return p.unfit("đây là điểm gắn của một ổ đĩa, không thay được trọn vẹn; hãy chọn một thư mục con của nó")
	}
	return nil
}

// holds reports whether path is the folder outer or lies in it.
func holds(outer fs.FileInfo, path string) bool {
	if path == "" {
		return false
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	for {
		if st, err := os.Stat(path); err == nil && os.SameFile(outer, st) {
			return true
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}

// acquire takes the lock of the destination. The lock file stays for ever: who
// removed it could remove that of the next run.
func (p place) acquire(d disk) (release func(), err error) {
	if st, err := os.Lstat(p.lock); err == nil && !st.Mode().IsRegular() {
		return nil, p.unfit("%q phải là một tệp thường; hãy xóa nó", p.lock)
	}
	if err := d.may("lock", p.lock); err != nil {
		return nil, p.machine("không tạo được tệp khóa", p.lock, err)
	}
	l := flock.New(p.lock, flock.SetPermissions(0o644)) // others of the house may build too
	ok, err := l.TryLock()
	if err != nil {
		return nil, p.machine("không tạo được tệp khóa", p.lock, err)
	}
	if !ok {
		return nil, &worded{fmt.Sprintf("một lần dựng khác đang ghi vào %q; hãy chờ nó xong rồi chạy lại", p.shown), ErrBusy}
	}
	return func() { _ = l.Unlock() }, nil
}

// clearLeftovers ends what a killed run began: it brings back a site that was
// set aside and removes what is neither the old nor the new one.
func (p place) clearLeftovers(d disk) error {
	if err := d.removeAll(p.staging); err != nil {
		return p.machine("không dọn được thư mục tạm", p.staging, err)
	}
	if _, err := os.Lstat(p.aside); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(p.dir); errors.Is(err, fs.ErrNotExist) {
		if err := d.rename(p.aside, p.dir); err != nil {
			return p.machine("không khôi phục được bản cũ từ", p.aside, err)
		}
		return nil
	}
	if err := d.removeAll(p.aside); err != nil {
		return p.machine("không dọn được thư mục tạm", p.aside, err)
	}
	return nil
}

// swap puts the staged site in the place of what is there. It leaves the old
// site at staging or aside.
func (p place) swap(d disk, before *survey) error {
	failed := func(err error) error { return p.machine("không thay được thư mục", p.shown, err) }
	if !before.exists {
		if err := d.rename(p.staging, p.dir); err != nil {
			return failed(err)
		}
		return nil
	}
	err := d.exchange(p.staging, p.dir)
	switch {
	case err == nil:
		return nil
	case !cannotExchange(err):
		return failed(err)
	}
	if err := p.setAside(d, before); err != nil {
		return failed(err)
	}
	if err := d.rename(p.staging, p.dir); err != nil {
		if back := d.rename(p.aside, p.dir); back != nil {
			return fmt.Errorf("không thay được thư mục %q (%w) và không đưa bản cũ về được (%w); bản cũ còn nguyên ở %q, lần dựng sau sẽ đưa về", p.shown, err, back, p.aside)
		}
		return failed(err)
	}
	return nil
}

// setAside moves the old site to aside.
func (p place) setAside(d disk, before *survey) error {
	err := d.rename(p.dir, p.aside)
	if err == nil || before.ours || !errors.Is(err, syscall.EXDEV) {
		return err
	}
	// A folder of a lower layer of a container image cannot be renamed. One that
	// holds only .gitignore can be made again.
	if err := d.mkdir(p.aside); err != nil {
		return err
	}
	live, kept := p.live(gitignoreName), filepath.Join(p.aside, gitignoreName)
	if before.gitignore {
		if err := d.copyFile(live, kept); err != nil {
			return err
		}
		if err := d.remove(live); err != nil {
			return err
		}
	}
	if err := d.remove(p.dir); err != nil {
		if before.gitignore {
			err = errors.Join(err, d.copyFile(kept, live))
		}
		return err
	}
	return nil
}
