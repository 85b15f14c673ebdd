package build

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"bangvang/internal/booklet"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// Print says which file a booklet is made into, beside the one of the site.
type Print struct {
	Edition   string // screen, press, sheets or proof
	Output    string
	Cover     string  // file of the cover; "" leaves it with the pages
	Profile   string  // ICC file; "" is none
	Signature int     // see booklet.Order
	Leaf      float64 // see booklet.Order
	Decision  string  // the only one to be printed; "" is all
}

// Report is what a printing house asks of a file.
type Report = booklet.Report

// Printed is a file that was written. Report is nil for a cover.
type Printed struct {
	Name   string
	Bytes  int64
	Report *Report
}

// PrintEditions are the editions that a booklet is printed as.
var PrintEditions = []string{"screen", "press", "sheets", "proof"}

var orders = map[string]booklet.Edition{"screen": booklet.Screen, "proof": booklet.Screen, "press": booklet.Press, "sheets": booklet.Sheets}

// UnknownDecision is asked for and not there.
type UnknownDecision struct {
	ID    string
	Known []string
}

func (e *UnknownDecision) Error() string {
	return fmt.Sprintf("không có quyết định %q; kỷ yếu này có: %s", e.ID, strings.Join(e.Known, ", "))
}

func (p *Print) order() booklet.Order {
	return booklet.Order{Edition: orders[p.Edition], Apart: p.Cover != "", Signature: p.Signature, Leaf: p.Leaf}
}

// Wrong tells what cannot be done of what is asked for, in Vietnamese; "" is nothing.
func (p *Print) Wrong() string {
	o := p.order()
	return o.Check()
}

// Booklet makes a booklet's file, or those of its volumes, one volume at a time. If there are problems nothing is written. The proof alone shows
// drafts and what is not public yet.
func Booklet(ctx context.Context, opt Options, print Print) (*Result, []Printed, error) {
	root, err := os.OpenRoot(opt.Source)
	if err != nil {
		return &Result{}, nil, err
	}
	defer root.Close()
	r := &Result{}
	ledger, docs, err := r.resolve(root.FS(), opt)
	if err != nil || ledger == nil || r.Failed(false) {
		return r, nil, err
	}
	var links diag.List
	r.Edition, links = edition.Compose(ledger, docs, edition.Options{BaseURL: opt.BaseURL, Drafts: print.Edition == "proof"})
	r.Problems.Append(links)
	if r.Failed(false) || r.Edition.Booklet == nil {
		return r, nil, nil
	}
	look, err := lookIn(opt.Source, opt.Ask)
	if err != nil {
		return r, nil, err
	}
	p := &press{Result: r, Print: print, order: print.order(), look: look, opt: look.bookletOptions(folder(opt.Source))}
	if err := p.known(); err != nil {
		return r, nil, err
	}
	if err := r.portraits(folder(opt.Source)); err != nil {
		return r, nil, err
	}
	if err := p.readProfile(); err != nil {
		return r, nil, err
	}
	files, err := p.run(ctx, opt.Strict)
	return r, files, err
}

// press makes the files of one print.
type press struct {
	*Result
	Print
	order booklet.Order
	look  look
	opt   booklet.Options
}

// known tells whether the decision asked for is there.
func (p *press) known() error {
	p.opt.Decision = p.Decision
	if p.Decision == "" {
		return nil
	}
	e := &UnknownDecision{ID: p.Decision}
	for _, f := range p.Result.Edition.Booklet.Roll {
		for _, d := range f.Decisions {
			if d.ID == p.Decision {
				return nil
			}
			e.Known = append(e.Known, d.ID)
		}
	}
	return e
}

func (p *press) readProfile() error {
	if p.Profile == "" {
		return nil
	}
	data, err := os.ReadFile(p.Profile)
	if err != nil {
		return err
	}
	profile, wrong := booklet.ReadProfile(data)
	if wrong != "" {
		p.Problems.Add(booklet.ProfileUnusable, diag.Place{File: filepath.ToSlash(p.Profile)}, wrong, "xin nhà in tệp ICC của máy in sẽ dùng")
	}
	p.order.Profile = profile
	return nil
}

// run judges all books first and then writes them. A book that is one of several is laid again for that, so that only one is in memory.
func (p *press) run(ctx context.Context, strict bool) ([]Printed, error) {
	volumes := []int{0}
	if p.Decision == "" && p.Print.Edition != "proof" && len(p.Result.Edition.Booklet.Volumes) > 0 {
		volumes = nil
		for _, v := range p.Result.Edition.Booklet.Volumes {
			volumes = append(volumes, v.Number)
		}
	}
	var kept *booklet.Layout
	var reports []*Report
	for _, v := range volumes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		layout, problems, err := p.lay(v)
		if err != nil {
			return nil, err
		}
		p.add(problems)
		report, problems := layout.Preflight(p.order)
		report.Edition = p.Print.Edition
		p.add(problems)
		p.PDFPages += report.Pages
		reports = append(reports, report)
		kept = layout
	}
	if p.Failed(strict) {
		return nil, nil
	}
	var out []Printed
	for i, v := range volumes {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		if len(volumes) > 1 {
			var err error
			if kept, _, err = p.lay(v); err != nil {
				return out, err
			}
		}
		files, err := p.write(kept, v, reports[i])
		out = append(out, files...)
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

func (p *press) add(problems []diag.Problem) {
	for _, q := range problems {
		p.Problems.Add(q.Rule, q.Place, q.Text, q.Hint, q.Also...)
	}
}

func (p *press) lay(volume int) (*booklet.Layout, []diag.Problem, error) {
	lay, opt := booklet.Lay, p.opt
	if p.Print.Edition == "proof" {
		lay = booklet.LayProof
	}
	opt.Volume = volume
	layout, problems, err := lay(p.Result.Edition, opt)
	if err != nil {
		err = fmt.Errorf("booklet: %w", err)
	}
	return layout, problems, err
}

func (p *press) write(l *booklet.Layout, volume int, report *Report) ([]Printed, error) {
	name := volumeName(p.Output, volume)
	n, err := onto(name, func(w io.Writer) error { return l.Write(w, p.order) })
	if err != nil {
		return nil, err
	}
	out := []Printed{{name, n, report}}
	if p.Cover == "" {
		return out, nil
	}
	name = volumeName(p.Cover, volume)
	if n, err = onto(name, func(w io.Writer) error { return l.WriteCover(w, p.order) }); err != nil {
		return out, err
	}
	return append(out, Printed{Name: name, Bytes: n}), nil
}

// volumeName is the file of a volume beside one of the given name.
func volumeName(name string, volume int) string {
	if volume == 0 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s-tap-%d%s", strings.TrimSuffix(name, ext), volume, ext)
}

// WriteFile writes a private file whole or not at all, with the folder that it lies in.
func WriteFile(name string, write func(io.Writer) error) (int64, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return 0, unwritten(name, err)
	}
	return onto(name, write)
}

// onto writes a file whole, or leaves the one of that name as it is.
func onto(name string, write func(io.Writer) error) (n int64, err error) {
	defer func() {
		if err != nil {
			err = unwritten(name, err)
		}
	}()
	f, err := os.CreateTemp(filepath.Dir(name), ".bangvang-*")
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<18)
	if err := write(w); err != nil {
		return 0, err
	}
	if err := w.Flush(); err != nil {
		return 0, err
	}
	at, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if err := f.Chmod(0o644); err != nil {
		return 0, err
	}
	if err := f.Close(); err != nil {
		return 0, err
	}
	return at.Size(), os.Rename(f.Name(), name)
}

// unwritten says in Vietnamese why a file could not be written and what to do.
func unwritten(name string, err error) error {
	advice := "hệ thống báo lỗi"
	switch {
	case errors.Is(err, fs.ErrPermission):
		advice = "không có quyền ghi vào đó, hãy xin quyền hoặc chọn chỗ khác bằng --output"
	case errors.Is(err, syscall.EROFS):
		advice = "ổ đĩa chỉ cho đọc, hãy chọn chỗ khác bằng --output"
	case errors.Is(err, syscall.ENOSPC):
		advice = "đĩa đầy, hãy giải phóng chỗ trống rồi chạy lại"
	}
	return fmt.Errorf("không ghi được tệp %q: %s (%w)", filepath.ToSlash(name), advice, err)
}
