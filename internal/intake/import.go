package intake

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/private"
	"bangvang/internal/source"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// Order is what is asked for.
type Order struct {
	Source   string   // folder with data/
	Files    []string // spreadsheets
	Decision string   // id
	Unit     string   // id of the unit of rows that name none; "" is none
	DryRun   bool     // nothing is written
	Strict   bool     // warnings stop it too
}

// Outcome is what came of it. Nothing was written if the problems failed.
type Outcome struct {
	Problems  diag.List
	Told      []Told
	Sheets    []SheetAccount
	Units     []UnitAccount
	Diff      []Difference
	Same      int    // awards of the files that are in the data already, as they are
	File      string // that is written, from the source folder: "data/awards/bk-01.yaml"; "" if nothing changes
	Written   bool
	Now, Says campaign.Tally // awards of the decision after it, and what the decision expects
	Lines     func(file string) []byte
}

// WrongOrder is something asked for that is not there.
type WrongOrder struct{ Text string }

func (e *WrongOrder) Error() string { return e.Text }

// Import reads spreadsheets into the awards of a decision. Whatever is wrong with the files is in the outcome; the error is the machine's, or a
// WrongOrder.
func Import(ctx context.Context, o Order) (*Outcome, error) {
	tree, lines, problems, err := readData(o.Source)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Problems: problems, Lines: lines}
	if problems.Failed(false) {
		return out, nil
	}
	in, err := newIntake(tree, o)
	if err != nil {
		return nil, err
	}
	files := make([]*input, 0, len(o.Files))
	sums, named := map[[32]byte]string{}, map[string]string{}
	for _, name := range o.Files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, err := in.open(o.Source, name)
		if err != nil {
			return nil, err
		}
		if f == nil {
			continue
		}
		if first, ok := sums[f.sum]; ok {
			in.problems.Add(fileTwice, diag.Place{File: f.name}, fmt.Sprintf("tệp giống hệt %s", first), "bỏ một tệp")
			continue
		}
		if other, ok := named[f.from]; ok {
			in.problems.Add(fileNamesake, diag.Place{File: f.name}, fmt.Sprintf("trùng tên với %s, từ thư mục khác: lần nhập sau không phân biệt được hai tệp", other), "đổi tên một tệp, ví dụ thêm tên đơn vị")
		}
		sums[f.sum], named[f.from] = f.name, f.name
		files = append(files, f)
		in.read(f)
		f.bytes = nil
	}
	in.unmatched()
	in.finish(out)
	roll := in.merge(out)
	for _, f := range files {
		in.unchanged(f)
	}
	out.Problems.Append(in.problems)
	if out.Problems.Failed(o.Strict) || roll == nil || o.DryRun {
		return out, nil
	}
	out.Written = true
	return out, roll.write(o.Source)
}

// readData reads the data that an import stands on. Problems of other files are no concern of it.
func readData(folder string) (*source.Tree, func(string) []byte, diag.List, error) {
	tree, all, err := source.Read(os.DirFS(folder))
	if err != nil {
		return nil, nil, diag.List{}, err
	}
	var problems diag.List
	for _, p := range all.Sorted() {
		name := strings.TrimPrefix(p.Place.File, "data/")
		for _, kind := range []string{"units", "decisions", "awards", "headings", "areas"} {
			if p.Rule.Severity == diag.Error && (name == kind+".yaml" || strings.HasPrefix(name, kind+"/")) {
				problems.Add(p.Rule, p.Place, p.Text, p.Hint, p.Also...)
			}
		}
	}
	files := map[string]string{}
	for _, f := range tree.Files {
		files[f.Path] = f.Text
	}
	return tree, func(name string) []byte { return []byte(private.Mask(files[name])) }, problems, nil
}

func newIntake(tree *source.Tree, o Order) (*intake, error) {
	in := &intake{tree: tree, units: newRegister(tree), matched: map[string]*UnitAccount{}, unknown: map[string]*unmatched{}}
	in.headings = newHeadings(tree.Headings, &in.problems)
	var ids []string
	for i := range tree.Decisions {
		ids = append(ids, tree.Decisions[i].ID.Text)
		if tree.Decisions[i].ID.Text == o.Decision {
			in.decision = &tree.Decisions[i]
		}
	}
	if in.decision == nil {
		return nil, &WrongOrder{fmt.Sprintf("không có quyết định %q trong data/decisions.yaml", o.Decision) + meant(o.Decision, ids)}
	}
	if o.Unit == "" {
		return in, nil
	}
	if in.unit = in.units.find(o.Unit); in.unit == nil {
		return nil, unknownUnit(tree, o.Unit)
	}
	return in, nil
}

func unknownUnit(tree *source.Tree, id string) error {
	var ids []string
	for i := range tree.Units {
		ids = append(ids, tree.Units[i].ID.Text)
	}
	return &WrongOrder{fmt.Sprintf("không có đơn vị %q trong data/units.yaml", id) + meant(id, ids)}
}

func meant(word string, known []string) string {
	if near, ok := viet.Nearest(word, known); ok {
		return fmt.Sprintf("; có phải %q?", near)
	}
	return ""
}

// input is a file that is read.
type input struct {
	name  string // as given
	from  string // as awards remember it: from the source folder, or the last part of its name
	bytes []byte
	sum   [32]byte
	info  os.FileInfo
}

// open reads a file once. It gives nil if there is a problem.
func (in *intake) open(folder, name string) (*input, error) {
	f := &input{name: filepath.ToSlash(name), from: fromName(folder, name)}
	tell := func(text, hint string) (*input, error) {
		in.problems.Add(fileRead, diag.Place{File: f.name}, text, hint)
		return nil, nil
	}
	base := filepath.Base(name)
	if strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~lock.") {
		return tell("đây là tệp tạm mà Excel hoặc LibreOffice tạo khi đang mở tệp", "đóng Excel, rồi nhập tệp không có ~$ ở đầu tên")
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return tell("không có tệp này", "xem lại tên và thư mục")
	case errors.Is(err, fs.ErrPermission):
		return tell("không có quyền đọc tệp", "")
	case err != nil:
		return nil, err
	case info.IsDir():
		return tell("đây là thư mục", "ghi tên từng tệp, ví dụ thu-muc/*.xlsx")
	case !info.Mode().IsRegular():
		return tell("không phải tệp thường", "chép thành tệp thường")
	case info.Size() > workbook.MaxFile:
		return tell(fmt.Sprintf("tệp lớn %d MB, quá %d MB", info.Size()>>20, workbook.MaxFile>>20), "bỏ ảnh và các trang tính khác, chỉ giữ danh sách")
	}
	f.info = info
	if f.bytes, err = slurp(name); err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return tell("không có quyền đọc tệp", "")
		}
		return nil, err
	}
	f.sum = sha256.Sum256(f.bytes)
	return f, nil
}

// slurp reads a file, as far as one may be long.
func slurp(name string) ([]byte, error) {
	r, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, workbook.MaxFile+1))
}

// fromName is how awards remember a file: by its path from the source folder if it lies there, else by its name.
func fromName(folder, name string) string {
	base, err1 := filepath.Abs(folder)
	file, err2 := filepath.Abs(name)
	if err1 == nil && err2 == nil {
		if rel, err := filepath.Rel(base, file); err == nil && filepath.IsLocal(rel) {
			return viet.NFC(filepath.ToSlash(rel))
		}
	}
	return viet.NFC(filepath.Base(name))
}

// unchanged tells of a file that is not what it was when it was read.
func (in *intake) unchanged(f *input) {
	info, err := os.Stat(f.name)
	if err == nil && info.Size() == f.info.Size() && info.ModTime().Equal(f.info.ModTime()) {
		if b, err := slurp(f.name); err == nil && sha256.Sum256(b) == f.sum {
			return
		}
	}
	in.problems.Add(fileChanged, diag.Place{File: f.name}, "tệp đã đổi trong lúc đang đọc", "đóng chương trình đang mở tệp, rồi nhập lại")
}

// read reads the tables of a file.
func (in *intake) read(f *input) {
	book, assumed := in.book(f)
	if book == nil {
		return
	}
	found, tried := false, in.tried
	var skipped []*workbook.Sheet
	for _, s := range book.Sheets {
		if in.page(s, f.from, assumed) {
			found = true
		} else if len(s.Rows) > 0 && !in.guide(s) {
			in.sheets = append(in.sheets, SheetAccount{File: f.from, Sheet: s.Name, Skipped: []string{fmt.Sprintf("%d hàng, không có bảng", len(s.Rows))}})
			skipped = append(skipped, s)
		}
	}
	for _, s := range skipped {
		if found {
			in.problems.Add(sheetSkipped, s.AtRow(s.Rows[0].No), fmt.Sprintf("trang tính %q có %d hàng mà không có bảng nhận ra được, nên không đọc", s.Name, len(s.Rows)), "nếu là danh sách, thêm hàng tiêu đề; nếu không, bỏ qua")
		}
	}
	if found && in.tried == tried {
		in.problems.Add(listEmpty, diag.Place{File: f.name}, "danh sách không có hàng nào: dưới tiêu đề không có ai", "hỏi lại đơn vị, hoặc bỏ tệp này")
	}
	if !found {
		in.problems.Add(tableMissing, diag.Place{File: f.name}, "không thấy bảng nào: không có hàng tiêu đề nhận ra được", "cần một hàng có ít nhất cột tên (“Họ và tên”, “Tên tập thể”) và một cột khác; xem “bangvang template”")
	}
}

// guide tells whether a sheet is the one that explains a workbook of ours.
func (in *intake) guide(s *workbook.Sheet) bool { return s.Name == guideSheet }

// book opens a file by what it is called and what it is.
func (in *intake) book(f *input) (*workbook.Book, viet.Encoding) {
	ext := strings.ToLower(path.Ext(f.name))
	packed := bytes.HasPrefix(f.bytes, []byte("PK\x03\x04"))
	switch {
	case ext == ".csv" && packed:
		in.problems.Add(fileRead, diag.Place{File: f.name}, "tệp là .xlsx mang đuôi .csv", "đổi đuôi tên thành .xlsx")
		return nil, 0
	case ext == ".csv" && !bytes.HasPrefix(f.bytes, []byte("\xD0\xCF\x11\xE0")):
		return in.csv(f)
	case ext == ".xlsx" || ext == ".xls" || ext == ".xlsm" || ext == ".xlsb" || ext == ".ods" || ext == ".csv":
		book, problems := workbook.Read(f.name, f.bytes)
		in.problems.Append(problems)
		if problems.Failed(false) {
			return nil, 0
		}
		return book, viet.Unicode
	}
	in.problems.Add(fileRead, diag.Place{File: f.name}, fmt.Sprintf("không đọc được tệp đuôi %q", ext), "lưu thành .xlsx hoặc .csv")
	return nil, 0
}

func (in *intake) csv(f *input) (*workbook.Book, viet.Encoding) {
	text, charset, ok := viet.DecodeText(f.bytes)
	at := diag.Place{File: f.name}
	if !ok {
		in.problems.Add(textEncoding, at, fmt.Sprintf("không đọc được chữ trong tệp (%s)", charset.Name), "mở bằng Excel, lưu thành .xlsx hoặc “CSV UTF-8”")
		return nil, 0
	}
	if charset.Guessed {
		in.problems.Add(textConverted, at, fmt.Sprintf("tệp không ghi bảng mã; nhận ra là %s theo cách ghép chữ", charset.Name), "đọc soát tên; chắc hơn thì lưu thành .xlsx")
	}
	book, problems := workbook.ReadCSV(f.name, text)
	in.problems.Append(problems)
	if problems.Failed(false) {
		return nil, 0
	}
	return book, charset.Encoding
}

const (
	mostPlaces = 3   // of an unknown unit that are named
	mostMeant  = 500 // unknown units that the nearest is searched for: with more it is another city's list
)

// unmatched tells of each name of a unit that was not found, once.
func (in *intake) unmatched() {
	for i, text := range in.order {
		u := in.unknown[text]
		hint := "thêm đơn vị, hoặc thêm tên này vào aliases của đơn vị, trong data/units.yaml"
		what := "không có đơn vị %s trong data/units.yaml"
		if near := in.nearestUnit(text, i); near != nil {
			hint = fmt.Sprintf("có phải %q (%s)? nếu phải, thêm tên này vào aliases của đơn vị đó (%s)", near.Name.Text, near.ID.Text, near.Place.Short())
		}
		if len(u.found) > 1 {
			var names []string
			for _, m := range u.found {
				names = append(names, m.unit.ID.Text)
			}
			what = "%s có thể là nhiều đơn vị: " + strings.Join(names, ", ")
			hint = "ghi đủ tên, hoặc chạy riêng tệp này với --unit của đơn vị cấp trên"
		}
		message := fmt.Sprintf(what, quote(text))
		if n := len(u.places); n > 1 {
			message += fmt.Sprintf(" (%d hàng)", n)
		}
		in.problems.Add(unitUnmatched, u.places[0], message, hint, u.places[1:min(len(u.places), mostPlaces)]...)
	}
}

func (in *intake) nearestUnit(text string, asked int) *source.Unit {
	if asked >= mostMeant {
		return nil
	}
	return in.units.nearest(text)
}

// finish puts the accounts in order.
func (in *intake) finish(out *Outcome) {
	out.Told, out.Sheets = in.told, in.sheets
	for _, a := range in.matched {
		out.Units = append(out.Units, *a)
	}
	slices.SortFunc(out.Units, func(a, b UnitAccount) int { return cmp.Compare(a.Text, b.Text) })
}
