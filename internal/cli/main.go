package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bangvang/internal/build"
	"bangvang/internal/viet"
)

// The codes that the program ends with. After an error it is never 0.
const (
	exitFine        = 0
	exitProblems    = 1 // in the input
	exitUsage       = 2
	exitMachine     = 3 // disk, permission, network, or a fault of ours
	exitInterrupted = 130
)

// Main runs a command line and gives the code to end with.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ease()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	run := func() int { return Run(ctx, args, stdout, stderr) }
	if slices.Contains(args, "publish") || slices.Contains(args, "rollback") {
		return run() // a delivery gives its lock back first
	}
	return promptly(ctx, patience, stderr, run)
}

// patience is how long a run that was told to stop may go on. Who lays out the booklet of a whole country looks up rarely; what it is doing then ends as
// if it were killed, which leaves every folder whole.
const patience = 700 * time.Millisecond

// promptly runs and gives the code to end with, without waiting for long if it is told to stop.
func promptly(ctx context.Context, patience time.Duration, stderr io.Writer, run func() int) int {
	code := make(chan int, 1)
	go func() { code <- run() }()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
	}
	select {
	case c := <-code:
		return c
	case <-time.After(patience):
		fmt.Fprintln(stderr, "Đã dừng theo yêu cầu, việc đang làm bỏ dở; thư mục kết quả vẫn trọn vẹn, phần dở được dọn ở lần chạy sau.")
		return exitInterrupted
	}
}

// Run is Main without signals, for tests.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	out := &results{w: stdout}
	s := &session{out: out, err: stderr, source: "."}
	root := s.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if out.err != nil {
		err, s.started = out.err, true
	}
	var use *usageError
	switch {
	case err == nil: // even if a signal came after the work was done
		return s.code
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "Đã dừng theo yêu cầu; thư mục kết quả giữ nguyên như trước.")
		return exitInterrupted
	case errors.As(err, &use) || !s.started:
		fmt.Fprintln(stderr, "bangvang: "+inVietnamese(err)+"\nXem “bangvang --help”.")
		return exitUsage
	}
	fmt.Fprintln(stderr, "bangvang: "+err.Error())
	return exitMachine
}

// results is standard output; it remembers that something could not be written, so that a command that says nothing of it does not end well.
type results struct {
	w   io.Writer
	err error
}

func (r *results) Write(p []byte) (int, error) {
	n, err := r.w.Write(p)
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("không ghi được kết quả: %w", err)
	}
	return n, err
}

// usageError is a command line that can't be carried out.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// session is one run of the program.
type session struct {
	out, err io.Writer
	code     int
	started  bool // a command began its work: what fails from here on is the machine's

	source, destination, baseURL, asOf string
	portable, compress                 bool
	strict, quiet, noColor             bool
	jobs                               int
	profile                            string // file that says where time went; "" is none
	timings                            bool
	meter                              *meter // of what is being done; nil while nothing is to be told
	table, allUnits                    bool   // check: a table of units in place of what is missing; all of them
}

func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use: "bangvang", Short: "Bảng vàng của một đợt thi đua: trang web, kỷ yếu và dữ liệu từ các tệp YAML và Markdown",
		SilenceUsage: true, SilenceErrors: true, DisableFlagsInUseLine: true, Args: noCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpCommand(&cobra.Command{Use: "help [LỆNH]", Short: "Hướng dẫn của một lệnh", RunE: func(c *cobra.Command, args []string) error {
		found, _, err := c.Root().Find(args)
		if err != nil {
			return &usageError{fmt.Sprintf("không có lệnh %q", args[0])}
		}
		return found.Help()
	}})
	f := root.PersistentFlags()
	f.SortFlags = false
	f.StringVarP(&s.source, "source", "s", ".", "thư mục `DIR` chứa data/ và content/")
	f.StringVar(&s.asOf, "as-of", "", "thời điểm `TIME` của bản dựng (RFC 3339), thay cho as_of trong campaign.yaml")
	f.StringVarP(&s.baseURL, "base-url", "b", "", "địa chỉ `URL` công bố của trang, thay cho base_url trong campaign.yaml")
	f.BoolVar(&s.strict, "strict", false, "coi cảnh báo như lỗi")
	f.IntVar(&s.jobs, "jobs", 0, "`N` việc làm cùng lúc (0: theo số nhân của máy)")
	f.BoolVar(&s.quiet, "quiet", false, "chỉ in lỗi và cảnh báo")
	f.BoolVar(&s.noColor, "no-color", false, "không tô màu (biến môi trường NO_COLOR cũng vậy)")
	f.BoolP("help", "h", false, "in hướng dẫn")
	root.AddCommand(s.buildCommand(), s.checkCommand(), s.serveCommand(), s.bookletCommand(), s.certificatesCommand(), s.callSheetCommand(), s.placeCardsCommand(), s.appraisalCommand(), s.pressKitCommand(), s.diffCommand(), s.publishCommand(), s.rollbackCommand(), s.verifyCommand(), s.withdrawCommand(),
		s.importCommand(), s.templateCommand(), s.schemaCommand(), s.explainCommand(), s.versionCommand(), s.benchDataCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	for _, c := range root.Commands() {
		c.DisableFlagsInUseLine = true
		c.Use += " [CỜ]"
	}
	f.Lookup("source").DefValue = "" // the usage line would tell it in English
	root.SetFlagErrorFunc(nearFlag)
	return root
}

// noCommand words what cobra sees as an argument of the program itself.
func noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return &usageError{fmt.Sprintf("không có lệnh %q", args[0]) + meant(args[0], names)}
}

// nearFlag adds to cobra's word on an unknown flag the one that was probably meant.
func nearFlag(c *cobra.Command, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return err
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return &usageError{fmt.Sprintf("không có cờ --%s", name) + meant("--"+name, names)}
}

func meant(word string, names []string) string {
	if near, ok := viet.Nearest(word, names); ok {
		return fmt.Sprintf("; có phải %q?", near)
	}
	return ""
}

func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &usageError{fmt.Sprintf("không hiểu %q", args[0])}
	}
	return nil
}

// options are the build's, from the flags.
func (s *session) options() (build.Options, error) {
	if i, err := os.Stat(s.source); err != nil || !i.IsDir() {
		return build.Options{}, &usageError{fmt.Sprintf("không có thư mục %q", s.source)}
	}
	if i, err := os.Stat(filepath.Join(s.source, "data")); err != nil || !i.IsDir() {
		return build.Options{}, &usageError{fmt.Sprintf("thư mục %q không có data/; hãy chỉ thư mục của đợt thi đua bằng --source", s.source)}
	}
	if s.jobs < 0 {
		return build.Options{}, &usageError{"--jobs phải là số không âm"}
	}
	if s.baseURL != "" {
		if u, err := url.Parse(s.baseURL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return build.Options{}, &usageError{fmt.Sprintf("--base-url %q không phải địa chỉ đầy đủ như https://vi-du.vn/", s.baseURL)}
		}
		s.baseURL = strings.TrimRight(s.baseURL, "/") + "/"
	}
	if _, err := time.Parse(time.RFC3339, s.asOf); s.asOf != "" && err != nil {
		return build.Options{}, &usageError{fmt.Sprintf("--as-of %q không phải thời điểm RFC 3339 như 2019-01-02T08:00:00+07:00", s.asOf)}
	}
	s.started = true
	return build.Options{Source: s.source, Destination: s.destination, BaseURL: s.baseURL, AsOf: s.asOf, Portable: s.portable, Compress: s.compress, Strict: s.strict,
		Jobs: s.jobs, Progress: s.progress()}, nil
}
