// Package build is the order of the phases: Read, Resolve, Compose, Render, and then either Replace or nothing.
//
// Each phase ends with a value and nothing later reaches back. The package knows in which order they come, what each needs from the machine
// (folders, templates, fonts, a place for the cache) and how to count what they did. It never knows a rule or a format. A problem of the
// input is in Result.Problems; an error is the machine's or ours.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/fileset"
	"bangvang/internal/kept"
	"bangvang/internal/markdown"
	"bangvang/internal/outdir"
	"bangvang/internal/picture"
	"bangvang/internal/private"
	"bangvang/internal/site"
	"bangvang/internal/source"
)

// Options are what the command line decides. Source is the folder that holds data/, content/ and perhaps templates/.
type Options struct {
	Source      string
	Destination string // "" is public/ in Source
	BaseURL     string // overrides the campaign's; ends in "/"
	AsOf        string // RFC 3339, overrides the campaign's clock
	Portable    bool
	Compress    bool // beside each file that grows smaller stand its .br and .gz
	Strict      bool // a warning stops the build
	Publishing  bool // the site holds a frozen copy of itself, as every later one will
	Preview     bool // booklets are laid when they are asked for, and what only that would show is not told
	Drafts      bool // decisions are shown that have no number or whose time has not come: for a preview only
	Jobs        int  // 0 is one a core
	Progress    func(done, total int)
	Ask         Ask      // before each change of the disk, in tests
	Earlier     *Earlier // what renderings before this one gave; nil is nothing

	once bool // nobody asks for what was read when pages are made: see forget

	// Who wants to know what a build is at; nil is nobody. There is no clock here.
	Phase func(name string)              // one begins, and what was before it has ended
	File  func(name string) (end func()) // one is being made; several at the same time
}

// Result is what a run of the phases gave.
type Result struct {
	Tree     *source.Tree     // of Build and Check as good as empty, if no rule stopped them: see Text
	Edition  *edition.Edition // nil if the input did not resolve
	Settled  *edition.Settled
	Set      *fileset.Set // nil if problems stopped the build; a file with personal data cannot be made: ErrPersonal
	Problems diag.List
	PDFPages int
	Promises []campaign.Promise // the addresses published before, by address
	Day      campaign.Date      // of the clock
	AsOf     time.Time          // the clock
	Out      outdir.Stats       // zero after Check
	Manifest outdir.Manifest    // of what was built; nil after Check

	Approvals []campaign.Approval // of what was published, as they were given

	books []*book // of which it is not told yet what there is to tell
	scan  scan
	input input    // what Tree was read from, when it is empty
	shown struct { // files of the input with problems, as they were shown
		sync.Mutex
		files map[string][]byte
	}
	seen *digest.Book         // of Edition, which nobody changes once its files are thought of
	look func() (look, error) // nil if nobody has begun to look
	kept func() *known        // the same
}

// Shown is a text of the input as it may be shown: what is personal in it is masked.
func (r *Result) Shown(text string) string {
	if r.Tree == nil {
		return private.Mask(text)
	}
	return r.public().Mask(text)
}

// public is what of personal data is public on purpose.
func (r *Result) public() *private.Allowed {
	if r.scan.public == nil {
		r.scan.public = check.Public(r.Tree)
	}
	return r.scan.public
}

// Failed tells whether problems of the input stopped the build.
func (r *Result) Failed(strict bool) bool { return r.Problems.Failed(strict) }

// errRefused is why nothing is published: what there is to tell of what was made.
var errRefused = errors.New("có lỗi trong dữ liệu")

// Build makes the site and puts it in the place of the destination, or leaves that untouched.
func Build(ctx context.Context, opt Options) (*Result, error) {
	opt.once = true
	r, err := begin(ctx, opt)
	if err != nil || r.Failed(opt.Strict) {
		return r, err
	}
	opt.at("dựng và ghi tệp")
	out, before := Output(opt), r.known(opt)
	out.Known = before.Known
	stamps, keep := opt.stamps()
	out.Stamps = stamps
	out.Judge = func(m outdir.Manifest) error {
		if err := r.judgeBooks(opt); err != nil {
			return err
		}
		r.Manifest = m
		return nil
	}
	r.Out, err = outdir.Replace(ctx, opt.destination(), r.Set, out)
	if err == nil {
		before.keep()
		keep()
		r.sweep(opt)
	}
	err = r.refused(ctx, unlessRefused(err), opt)
	r.drop()
	return r, err
}

// Check does everything that Build does except write: each recipe runs into nowhere.
func Check(ctx context.Context, opt Options) (*Result, error) {
	opt.once = true
	r, err := begin(ctx, opt)
	if err != nil || r.Failed(opt.Strict) {
		return r, err
	}
	opt.at("dựng thử tệp")
	before := r.known(opt)
	if err := r.lookThrough(ctx, opt, before.Known); err != nil {
		return r, err
	}
	if r.drop(); r.Set != nil {
		before.keep()
	}
	return r, nil
}

// drop drops the Set if problems stop the build.
func (r *Result) drop() {
	if r.Failed(false) {
		r.Set = nil
	}
}

// at tells that a phase begins.
func (o Options) at(phase string) {
	if o.Phase != nil {
		o.Phase(phase)
	}
}

// Destination is the folder that Build writes.
func (o Options) destination() string {
	if o.Destination != "" {
		return o.Destination
	}
	return filepath.Join(o.Source, "public")
}

// Destination is the folder that a build with these options writes.
func Destination(o Options) string { return o.destination() }

// Output is how the folder of a build with these options is written.
func Output(o Options) outdir.Options {
	return outdir.Options{Jobs: o.Jobs, Progress: o.Progress, Source: o.Source, Ask: o.Ask, Spare: o.spare()}
}

// Render runs the phases up to the Set of files, and tells all that there is to tell before one is made.
func Render(ctx context.Context, opt Options) (*Result, error) {
	r, err := begin(ctx, opt)
	if err == nil && !r.Failed(opt.Strict) {
		if len(r.books) > 0 {
			opt.at("xếp kỷ yếu")
		}
		err = unlessRefused(r.judgeBooks(opt))
	}
	r.drop()
	return r, err
}

// begin is Render, but for what there is to tell of books: that is known when they are made. Where other problems stop a build, books are laid for that.
func begin(ctx context.Context, opt Options) (*Result, error) {
	root, err := os.OpenRoot(opt.Source)
	if err != nil {
		return &Result{}, err
	}
	defer root.Close()
	r := &Result{look: lookAhead(opt)}
	if !opt.Preview {
		r.kept = opt.knownAhead()
	}
	ledger, docs, rest, err := r.believe(root.FS(), opt)
	if err != nil || ledger == nil {
		return r, err
	}
	if !opt.Preview || r.Failed(false) { // a preview is in a hurry, and else what is in vain is not begun
		rest()
	}
	if err := ctx.Err(); err != nil || r.Failed(false) {
		return r, err
	}
	if opt.once {
		r.forget(opt)
	}
	if err = r.compose(ledger, docs, opt, edition.Options{BaseURL: opt.BaseURL, Drafts: opt.Drafts}); err == nil {
		rest()
	}
	if err == nil && r.Failed(opt.Strict) {
		err = r.tellBooks()
		r.tellLeaks()
	}
	return r, err
}

// compose composes an edition and renders its site.
func (r *Result) compose(ledger *campaign.Ledger, docs map[string]markdown.Doc, opt Options, as edition.Options) error {
	var err error
	if as.Since, err = r.earlier(folder(opt.Source), ledger); err != nil {
		return err
	}
	r.Promises, r.Approvals = ledger.Promises, ledger.Approvals
	r.AsOf, r.Day = ledger.Campaign.AsOf, campaign.Day(ledger.Campaign.AsOf)
	opt.at("soạn nội dung")
	r.decide(ledger, docs, opt, as)
	if r.Failed(false) {
		return nil
	}
	if r.look == nil {
		r.look = lookAhead(opt)
	}
	look, err := r.look()
	if err != nil {
		return err
	}
	return r.render(ledger, look, opt)
}

// decide makes the edition, with the copies of earlier publications; when publishing, with one of itself.
func (r *Result) decide(ledger *campaign.Ledger, docs map[string]markdown.Doc, opt Options, as edition.Options) {
	var problems diag.List
	r.Edition, problems = opt.Earlier.compose(ledger, func(names *edition.Names) (ed *edition.Edition, problems diag.List) {
		earlier, problems := kept.Read(published(r.Tree))
		as.Kept, as.Names = earlier, names
		ed, links := edition.Compose(ledger, docs, as)
		if opt.Publishing {
			own := edition.Keep(ed)
			earlier = slices.DeleteFunc(earlier, func(p *kept.Publication) bool { return p.Day == own.Day })
			as.Kept = append(earlier, own)
			ed, links = edition.Compose(ledger, docs, as)
		}
		problems.Append(links)
		return ed, problems
	})
	r.Problems.Append(problems)
}

// published are the files that publications kept, as package kept names them.
func published(tree *source.Tree) []kept.File {
	var out []kept.File
	for _, f := range tree.Published {
		out = append(out, kept.File{Path: strings.TrimPrefix(f.Path, "data/published/"), Bytes: []byte(f.Text)})
	}
	return out
}

// resolve reads and checks.
func (r *Result) resolve(fsys fs.FS, opt Options) (*campaign.Ledger, map[string]markdown.Doc, error) {
	ledger, docs, rest, err := r.believe(fsys, opt)
	if err == nil && ledger != nil {
		rest()
	}
	return ledger, docs, err
}

// believe is resolve without the rules on which nothing else depends, until rest is called.
func (r *Result) believe(fsys fs.FS, opt Options) (ledger *campaign.Ledger, docs map[string]markdown.Doc, rest func(), err error) {
	opt.at("đọc dữ liệu")
	tree, problems, err := opt.Earlier.read(fsys)
	r.Tree = tree
	r.Problems.Append(problems)
	if err != nil || tree == nil {
		return nil, nil, nil, err
	}
	opt.at("kiểm tra")
	langs, own, err := words(templatesIn(opt.Source))
	if err != nil {
		return nil, nil, nil, fmt.Errorf("từ của giao diện: %w", err)
	}
	ledger, docs, problems, more := opt.Earlier.believe(tree, check.Options{AsOf: opt.AsOf, Langs: langs, Words: own})
	r.Problems.Append(problems)
	return ledger, docs, sync.OnceFunc(func() {
		r.Problems.Append(more())
		r.Problems.Reword(r.Shown) // whatever is wrong with a text, no message quotes what is personal in it
		if r.Failed(false) && len(tree.Partial) == 0 && r.Edition == nil {
			r.Problems.Append(edition.DraftLinks(docs, ids(tree)))
		}
	}), nil
}

// render turns the edition into a Set of recipes.
func (r *Result) render(ledger *campaign.Ledger, l look, opt Options) error {
	opt.at("chuẩn bị trang")
	r.seen = new(digest.Book)
	set := fileset.New()
	set.Grow(len(r.Edition.Pages) + len(r.Edition.Pages)/4)
	r.public()
	pages, err := site.RenderSite(r.Edition, site.Options{Templates: l.templates, Charts: l.site(), Portable: opt.Portable, Image: imageAddress, Seen: r.seen}, set)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := picture.Add(r.Edition, l.pictures, set); err != nil {
		return fmt.Errorf("ảnh: %w", err)
	}
	if err := export.Add(r.Edition, l.packed, r.seen, set); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := r.images(folder(opt.Source), set); err != nil {
		return err
	}
	if err := r.booklet(l, folder(opt.Source), set, opt); err != nil {
		return err
	}
	if err := r.settle(ledger, pages, set, opt.Compress); err != nil {
		return err
	}
	switch {
	case r.Failed(false):
	case opt.Preview:
		r.Set = set
	default:
		r.Set = r.inspected(set, opt)
	}
	return nil
}
