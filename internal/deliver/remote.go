package deliver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"bangvang/internal/outdir"
)

// A remote is a destination that the rsync program reaches.
type remote struct {
	shown string
	at    string // of the site, ending in a slash, as rsync takes it
	state string // of what lies beside it, ending in a slash
	base  string // the last part of the site's path
	ssh   bool
	wires string // a folder for the one connection that all calls share; "" if each makes its own
	opt   Options
}

var (
	daemonAddress = regexp.MustCompile(`^rsync://(?:[\w.-]+@)?[\w][\w.-]*(?::\d+)?/[\w.-]+(?:/[\w.-]+)+/?$`)
	sshAddress    = regexp.MustCompile(`^(?:[\w][\w.-]*@[\w][\w.-]*|[\w][\w.-]+):[\w./~-]*[\w-]/?$`)
)

func newRemote(address string, opt Options) (*remote, error) {
	ssh := !strings.HasPrefix(address, "rsync:")
	switch {
	case ssh && !sshAddress.MatchString(address):
		return nil, unknown(address)
	case !ssh && !daemonAddress.MatchString(address), strings.Contains(address+"/", "/../"):
		return nil, fmt.Errorf("%w %q: cần máy, module và một thư mục trong module, như rsync://may-chu/www/bang-vang", ErrAddress, address)
	}
	at := strings.TrimRight(address, "/")
	r := &remote{shown: address, at: at + "/", state: at + ".bangvang/", ssh: ssh, opt: opt}
	r.base = at[strings.LastIndexAny(at, "/:")+1:]
	return r, nil
}

// A rsyncError is what the program ended with.
type rsyncError struct {
	code int
	text string
}

func (e *rsyncError) Error() string {
	return fmt.Sprintf("rsync kết thúc với mã %d: %s", e.code, e.text)
}

// passing are the codes of what another attempt may mend: the line.
var passing = []int{10, 12, 30, 35}

// rsync runs the program, again if the line failed, and gives what it wrote.
func (r *remote) rsync(ctx context.Context, args ...string) (string, error) {
	program, err := exec.LookPath("rsync")
	if err != nil {
		return "", errors.New("máy này chưa có chương trình rsync; hãy cài rsync rồi chạy lại")
	}
	all := []string{"--timeout=60"}
	switch {
	case !r.ssh:
		all = append(all, "--sockopts=TCP_NODELAY") // else each of its short questions waits for the answer to the last
	case os.Getenv("RSYNC_RSH") == "":
		all = append(all, "--rsh="+r.shell())
	}
	all = append(all, args...)
	var out string
	err = r.opt.retry(ctx, func(ctx context.Context) error {
		if err := r.opt.may(ctx, "rsync"); err != nil {
			return final(err)
		}
		cmd := exec.CommandContext(ctx, program, all...)
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		said, err := os.CreateTemp("", "bangvang-rsync-") // a file: a shared connection keeps what it inherits open
		if err != nil {
			return final(err)
		}
		defer os.Remove(said.Name())
		defer said.Close()
		cmd.Stderr = said
		b, err := cmd.Output()
		out = string(b)
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			return err
		}
		text, _ := os.ReadFile(said.Name())
		failed := &rsyncError{ended.ExitCode(), lastLines(string(text), 3)}
		if !slices.Contains(passing, failed.code) {
			return final(failed)
		}
		return failed
	})
	return out, err
}

// shell is how ssh is called: it asks nothing, and one connection serves all calls of a run.
func (r *remote) shell() string {
	shell := "ssh -o BatchMode=yes -o ConnectTimeout=15"
	if r.wires != "" {
		shell += " -o ControlMaster=auto -o ControlPersist=10 -o ControlPath=" + filepath.Join(r.wires, "w")
	}
	return shell
}

// wire lets the calls that follow share a connection, where ssh can.
func (r *remote) wire() func() {
	dir, err := os.MkdirTemp("", "bv-")
	if err != nil || !r.ssh || runtime.GOOS == "windows" || strings.ContainsAny(dir, " '\"") {
		return func() { _ = os.RemoveAll(dir) }
	}
	r.wires = dir
	return func() { r.wires = ""; _ = os.RemoveAll(dir) }
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "; ")
}

// push sends the named files of a folder below a remote one; extra are more options.
func (r *remote) push(ctx context.Context, from, to string, names []string, extra ...string) (string, error) {
	if len(names) == 0 {
		return "", nil
	}
	list, err := os.CreateTemp("", "bangvang-rsync-")
	if err != nil {
		return "", err
	}
	defer os.Remove(list.Name())
	_, err = list.WriteString(strings.Join(names, "\x00") + "\x00")
	if err = errors.Join(err, list.Close()); err != nil {
		return "", err
	}
	args := []string{"--checksum", "--perms", "--chmod=D755,F644", "--from0", "--files-from=" + list.Name(), "--out-format=%i %n"}
	return r.rsync(ctx, slices.Concat(args, extra, []string{from + string(filepath.Separator), to})...)
}

// texts are the small files of the state, by their name in it.
func (r *remote) texts(ctx context.Context) (map[string]string, error) {
	dir, err := os.MkdirTemp("", "bangvang-rsync-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	_, err = r.rsync(ctx, "--recursive", "--include=/releases/", "--include=/releases/*.txt", "--include=/tries/", "--include=/tries/*.txt",
		"--include=/live.txt", "--include=/lock.txt", "--exclude=*", r.state, dir+string(filepath.Separator))
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	err = filepath.WalkDir(dir, func(at string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(at)
		rel, _ := filepath.Rel(dir, at)
		found[filepath.ToSlash(rel)] = string(b)
		return err
	})
	return found, err
}

// write puts small files of the state in their places.
func (r *remote) write(ctx context.Context, texts map[string]string, extra ...string) error {
	dir, err := os.MkdirTemp("", "bangvang-rsync-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var names []string
	for name, text := range texts {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			return err
		}
		names = append(names, name)
	}
	slices.Sort(names)
	_, err = r.push(ctx, dir, r.state, names, extra...)
	return err
}

// remove deletes names below a remote folder, folders whole.
func (r *remote) remove(ctx context.Context, below string, names []string) error {
	empty, err := os.MkdirTemp("", "bangvang-rsync-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(empty)
	for _, name := range names { // rsync asks for the folders of what is missing
		if err := os.MkdirAll(filepath.Join(empty, filepath.FromSlash(path.Dir(name))), 0o755); err != nil {
			return err
		}
	}
	_, err = r.push(ctx, empty, below, names, "--recursive", "--force", "--delete-missing-args")
	return err
}

// list tells the names of all files below the site.
func (r *remote) list(ctx context.Context) (map[string]object, error) {
	out, err := r.rsync(ctx, "--recursive", "--list-only", "--8-bit-output", r.at)
	if err != nil {
		return nil, err
	}
	found := map[string]object{}
	for line := range strings.Lines(out) {
		// -rw-r--r--         12,345 2026/11/27 22:36:44 name
		f := strings.Fields(line)
		if len(f) < 5 || strings.HasPrefix(line, "d") {
			continue
		}
		_, name, _ := strings.Cut(line, f[3]+" ")
		found[strings.TrimSuffix(name, "\n")] = object{}
	}
	return found, nil
}

// advice says what a failure of the program means, or "".
func (r *remote) advice(err error) string {
	var e *rsyncError
	if !errors.As(err, &e) {
		return ""
	}
	switch {
	case e.code == 5:
		return "máy chủ không nhận tên hoặc mật khẩu (RSYNC_PASSWORD), hoặc không có module ấy"
	case e.code == 10 || e.code == 30 || e.code == 35 || e.code == 12:
		return "đường truyền tới máy chủ bị đứt hoặc không nối được; hãy xem lại mạng và địa chỉ"
	case e.code == 255:
		return "ssh không vào được máy chủ: hãy thử đăng nhập bằng khoá (ssh, không hỏi mật khẩu) rồi chạy lại"
	case strings.Contains(e.text, "No space"):
		return "đĩa của nơi công bố đã đầy, hãy giải phóng chỗ trống rồi chạy lại"
	case strings.Contains(e.text, "Permission denied") || strings.Contains(e.text, "read only"):
		return "không có quyền ghi ở nơi công bố, hãy xin quyền hoặc chọn nơi khác"
	case strings.Contains(e.text, "No such file"):
		return "máy chủ không có thư mục chứa nơi công bố; hãy tạo thư mục ấy trên máy chủ"
	}
	return ""
}

func (r *remote) failed(err error, touched bool) error {
	if err == nil {
		return nil
	}
	if says := r.advice(err); says != "" {
		err = fmt.Errorf("%s (%w)", says, err)
	}
	return worded(err, "%s %s", r.shown, stateOf(touched))
}

// verify fetches what is live and compares every byte.
func (r *remote) verify(ctx context.Context, m outdir.Manifest) (Difference, error) {
	l, err := r.look(ctx)
	if err != nil {
		return Difference{}, r.failed(err, false)
	}
	dir, err := os.MkdirTemp("", "bangvang-rsync-")
	if err != nil {
		return Difference{}, err
	}
	defer os.RemoveAll(dir)
	if _, err := r.rsync(ctx, "--recursive", r.at, dir+string(filepath.Separator)); err != nil {
		return Difference{}, r.failed(err, false)
	}
	want, d := l.wanted(m)
	found, err := compareTree(ctx, dir, want)
	found.Release, found.Record, found.Another = d.Release, d.Record, d.Another
	return found, err
}
