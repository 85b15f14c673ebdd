package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/booklet"
	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/fileset"
	"bangvang/internal/legible"
	"bangvang/internal/outdir"
	"bangvang/internal/private"
)

// ErrPersonal is what making a file of the Set comes to if there is personal data in it. TellPersonal makes problems of it.
var ErrPersonal = errors.New("tệp có dữ liệu cá nhân")

var personalPublished = &diag.Rule{
	ID: "personal-published",
	Title: "Không tệp nào được công bố có dữ liệu cá nhân: mỗi tệp được soát lần cuối khi ghi ra, gồm cả chữ trong PDF, XLSX, biểu đồ và lời ghi kèm ảnh. " +
		"Số và địa chỉ công khai của ban tổ chức ghi ở contact trong data/campaign.yaml.",
	Wrong: "ảnh chụp còn ghi số điện thoại của người chụp",
	Right: "ảnh đã bỏ lời ghi kèm",
}

// leak is personal data found in a file of the Set.
type leak struct {
	finding private.Finding
	masked  string
	file    string // with the place in it: "du-lieu/v1/x.xlsx, xl/sharedStrings.xml"
}

// scan looks through what is made, for personal data that is not public on purpose. The private papers of a ceremony are not looked through again:
// they hold texts of data alone, each of which has passed check, and the number in the golden book. Nor is a preview: who sees it is who writes it.
type scan struct {
	set    *fileset.Set // that nobody looks at
	public *private.Allowed

	readers legible.Readers

	mu    sync.Mutex
	leaks []leak
}

// text looks through a text of a file and tells whether there is nothing in it.
func (s *scan) text(file, part, text string) bool {
	if len(s.public.Left(private.Scan(text))) == 0 {
		return true
	}
	text = strings.Clone(text) // it goes with the file's bytes
	found := s.public.Left(private.Scan(text))
	if part != "" {
		file += ", " + part
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range found {
		s.leaks = append(s.leaks, leak{f, f.Masked(text), file})
	}
	return false
}

// book looks through the words of a book, which its PDF has as numbers of glyphs only.
func (s *scan) book(file string, l *booklet.Layout) {
	l.Texts(func(page, text string) {
		if page != "" {
			page = "trang " + page
		}
		s.text(file, page, text)
	})
}

// eye looks at each file that may hold what people wrote; stop makes an error of the first finding.
func (s *scan) eye(stop bool) fileset.Eye {
	return func(name string) io.WriteCloser {
		switch {
		case strings.HasPrefix(name, "assets/"): // the program's own: scripts, fonts, licences
			return nil
		case path.Ext(name) == ".pdf": // see book
			return nil
		case len(s.set.Needs(name)) > 0: // packed from files that are looked at by themselves
			return nil
		}
		r := s.readers.Take()
		l := &sight{scan: s, reader: r, stop: stop, clean: true}
		l.Stream = r.Stream(name, func(part, text string) bool {
			done := s.text(name, part, text)
			l.clean = done && l.clean
			return done
		})
		return l
	}
}

// sight is of one file that is being made.
type sight struct {
	*legible.Stream
	scan   *scan
	reader *legible.Reader
	stop   bool
	clean  bool // so far
}

// Close tells of a whole file what was found.
func (l *sight) Close() error {
	defer l.scan.readers.Give(l.reader)
	if err := l.Stream.Close(); err != nil {
		return err
	}
	if l.stop && !l.clean {
		return ErrPersonal
	}
	return nil
}

// TellPersonal makes every file once more, to say of all of them what personal data they hold.
func (r *Result) TellPersonal(ctx context.Context, opt Options) error {
	return r.lookThrough(ctx, opt, nil)
}

// lookThrough makes every file that is not known and looks through it. What is known was found clean.
func (r *Result) lookThrough(ctx context.Context, opt Options, before *outdir.Known) error {
	r.scan.leaks = nil
	if _, err := outdir.Weigh(ctx, r.scan.set.Watched(r.scan.eye(false)), outdir.Options{Jobs: opt.Jobs, Progress: opt.Progress, Known: before}); err != nil {
		return err
	}
	if err := r.tellBooks(); err != nil {
		return err
	}
	r.tellLeaks()
	return nil
}

// tellLeaks makes a problem of each value that was found, at the place of the input that it comes from if that is known, and else at the first
// file that holds it.
func (r *Result) tellLeaks() {
	leaks := r.scan.leaks
	slices.SortStableFunc(leaks, func(a, b leak) int {
		return strings.Compare(a.file, b.file)
	})
	for len(leaks) > 0 {
		first := leaks[0]
		same, rest := []string{}, leaks[:0:0]
		for _, l := range leaks {
			if !l.finding.Same(first.finding) {
				rest = append(rest, l)
			} else if !slices.Contains(same, l.file) {
				same = append(same, l.file)
			}
		}
		leaks = rest
		file := first.file
		if len(same) > 1 {
			file = fmt.Sprintf("%s và %d chỗ khác", file, len(same)-1)
		}
		at, ok := r.origin(first.finding)
		if !ok {
			at.File, _, _ = strings.Cut(first.file, ", ")
		}
		r.Problems.Add(personalPublished, at, fmt.Sprintf("sắp công bố %s: %s, trong %s", first.finding.Kind.Word(), first.masked, file),
			"xoá ở dữ liệu, bài viết hoặc ảnh gốc; nếu là thông tin công khai của ban tổ chức thì ghi vào contact của data/campaign.yaml")
	}
}

// origin finds in the input what was found in the output.
func (r *Result) origin(f private.Finding) (diag.Place, bool) {
	for _, path := range r.paths() {
		text := r.Text(path)
		for _, g := range private.Scan(text) {
			if g.Same(f) {
				return check.PlaceAt(path, text, g.From), true
			}
		}
	}
	return diag.Place{}, false
}

// inspected hands a whole set over to those who write it: each file is looked through as it is made.
func (r *Result) inspected(set *fileset.Set, opt Options) *fileset.Set {
	if opt.File != nil {
		set = set.Told(opt.File)
	}
	r.scan.set = set
	return set.Watched(r.scan.eye(true))
}

// refused makes problems of an error that personal data caused; any other stays one.
func (r *Result) refused(ctx context.Context, err error, opt Options) error {
	if errors.Is(err, ErrPersonal) {
		return r.TellPersonal(ctx, opt)
	}
	return err
}
