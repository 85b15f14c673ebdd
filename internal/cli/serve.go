package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/serve"
)

// previewPort is where a preview is, or on the next port that is free.
const previewPort = 1319

// preview is what the command line says of a preview.
type preview struct {
	host               string
	port               int
	drafts, open, poll bool
}

func (s *session) serveCommand() *cobra.Command {
	var p preview
	c := &cobra.Command{Use: "serve", Short: "Xem trước trang trên máy này; sửa tệp nào, trình duyệt đổi theo", Args: noArgs,
		Long: "Dựng trang trong bộ nhớ và mở ở http://127.0.0.1:1319/ (cổng bận thì lấy cổng kế tiếp). Lưu một tệp trong data/, content/, templates/ là trình duyệt\n" +
			"đổi theo. Dữ liệu có lỗi thì trang giữ bản tốt gần nhất và hiện lỗi đè lên, sửa xong thì tự mất. Không ghi gì vào public/. Dừng: Ctrl+C.\n" +
			"Chỉ máy này xem được, trừ khi có --host; khi đó in thêm mã QR cho điện thoại.",
		RunE: func(c *cobra.Command, _ []string) error {
			opt, err := s.options()
			if err != nil {
				return err
			}
			if p.port < 0 || p.port > 65535 {
				s.started = false
				return &usageError{"--port phải từ 0 đến 65535"}
			}
			opt.Preview, opt.Drafts, opt.Progress, opt.Earlier = true, p.drafts, nil, &build.Earlier{}
			return s.serve(c.Context(), opt, p, c.Flags().Changed("port"))
		}}
	f := c.Flags()
	f.SortFlags = false
	f.BoolVar(&p.drafts, "drafts", false, "hiện cả quyết định chưa có số, chưa đến giờ công bố")
	f.StringVar(&p.host, "host", "127.0.0.1", "địa chỉ `HOST` để nghe; 0.0.0.0: cả máy khác trong mạng xem được")
	f.IntVar(&p.port, "port", previewPort, "cổng `N` (0: cổng trống bất kỳ)")
	f.BoolVar(&p.open, "open", false, "mở trình duyệt")
	f.BoolVar(&p.poll, "poll", false, "tự dò thay đổi, cho thư mục mạng không báo")
	s.measures(c)
	return c
}

// serve previews until it is interrupted, which is its right end.
func (s *session) serve(ctx context.Context, opt build.Options, p preview, fixed bool) error {
	on, err := listen(p.host, p.port, fixed)
	if err != nil {
		return err
	}
	hosts, addresses := reachable(p.host, on.Addr().(*net.TCPAddr))
	for i, a := range addresses {
		s.line(headOnce("Xem trước", i), a+"/")
	}
	if len(addresses) > 1 { // for a phone
		code, err := serve.Code(addresses[len(addresses)-1] + "/")
		if err != nil {
			return err
		}
		fmt.Fprint(s.out, code)
	}
	s.line("Dừng", "Ctrl+C")
	if p.open {
		openBrowser(addresses[0] + "/")
	}
	var times *timings
	keep := &keeper{opt: opt, quiet: time.Second}
	defer keep.stop()
	server := serve.New(serve.Options{
		Build: func(ctx context.Context) (*serve.Built, error) {
			opt := opt
			times = s.timed(&opt)
			keep.stop()
			b, r, err := s.preview(ctx, opt)
			if err == nil && b.Site != nil {
				keep.later(r)
			}
			return b, err
		},
		First: func() *serve.Built {
			set, root := build.Remember(opt, previewed).Opening()
			if set == nil {
				return nil
			}
			return &serve.Built{Site: set, Root: root}
		},
		Hosts: hosts,
		Watch: &serve.Watcher{Root: opt.Source, Folders: []string{"data", "content", "templates"}, Poll: p.poll},
		Rebuilt: func(b *serve.Built, err error, took time.Duration) {
			s.rebuilt(b, err, took)
			io.WriteString(s.err, times.tell())
		},
	})
	defer roomy()()
	return s.profiled(func() error { return server.Run(ctx, on) })
}

// roomy lets garbage lie longer than Go does by itself: a preview waits for its user, and then its user waits for it. What it may take has an end.
// Where GOMEMLIMIT or GOGC say what to do, that is done.
func roomy() (undo func()) {
	if memoryDecided() {
		return func() {}
	}
	const most = 3 << 30 // five years of a city hold one
	waiting.Store(true)
	before, limit := debug.SetGCPercent(easy(live())), debug.SetMemoryLimit(most)
	return func() {
		waiting.Store(false)
		debug.SetGCPercent(before)
		debug.SetMemoryLimit(limit)
	}
}

// previewed stands for all that decides how a preview is made besides its options.
const previewed = "serve"

// preview makes the site for a preview. What stops it is told as the terminal shows it.
func (s *session) preview(ctx context.Context, opt build.Options) (*serve.Built, *build.Result, error) {
	r, err := build.Render(ctx, opt)
	if err != nil {
		return nil, nil, err
	}
	b := &serve.Built{Site: r.Set}
	if r.Failed(opt.Strict) {
		b.Site = nil
	} else {
		b.Root = r.Root()
	}
	if n := r.Problems.Count(diag.Error); n+r.Problems.Count(diag.Warning) > 0 {
		var text strings.Builder
		(&diag.Print{Lines: lines(r)}).Text(&text, &r.Problems)
		b.Told = text.String()
	}
	return b, r, nil
}

// rebuilt tells on the terminal what came of a build.
func (s *session) rebuilt(b *serve.Built, err error, took time.Duration) {
	switch {
	case err != nil:
		fmt.Fprintln(s.err, "bangvang: "+err.Error())
	case b.Site == nil:
		fmt.Fprint(s.err, b.Told)
		fmt.Fprintln(s.err, "Trang giữ bản tốt gần nhất.")
	case !s.quiet:
		fmt.Fprintf(s.out, "Đã dựng trong %d ms\n", took.Milliseconds())
	}
}

// listen takes a port, or, unless it was asked for, the next that is free.
func listen(host string, port int, fixed bool) (net.Listener, error) {
	for n := port; ; n++ {
		on, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(n)))
		if err == nil || fixed || !errors.Is(err, syscall.EADDRINUSE) || n == port+50 {
			return on, err
		}
	}
}

// reachable are the names by which a listener may be asked for, and the addresses to tell: this machine's own first.
func reachable(host string, at *net.TCPAddr) (hosts, addresses []string) {
	port := strconv.Itoa(at.Port)
	add := func(name string) { addresses = append(addresses, "http://"+net.JoinHostPort(name, port)) }
	hosts = []string{"localhost", "127.0.0.1", "::1"}
	if at.IP.IsLoopback() {
		add(at.IP.String())
		return append(hosts, at.IP.String()), addresses
	}
	if !at.IP.IsUnspecified() {
		add(at.IP.String())
		add(at.IP.String())
		return append(hosts, host, at.IP.String()), addresses
	}
	add("127.0.0.1")
	all, _ := net.InterfaceAddrs() // without them this machine alone is told
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok && !n.IP.IsLoopback() && n.IP.To4() != nil {
			hosts = append(hosts, n.IP.String())
			add(n.IP.String())
		}
	}
	return hosts, addresses
}

// openBrowser opens an address in the user's browser, where there is one.
func openBrowser(address string) {
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	c := exec.Command(command[0], append(command[1:], address)...)
	c.Stderr = os.Stderr
	if c.Start() == nil {
		go c.Wait()
	}
}
