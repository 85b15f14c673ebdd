package kept

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// MaxFile is the size above which a file is refused: 1 MiB.
const MaxFile = 1 << 20

// dir is where diag places of these files begin.
const dir = "data/published/"

// Read reads what publications kept, from the files of data/published/ in any order; those outside of a Folder are not this package's. A
// publication with a problem is left out. The others are by day, the oldest first.
func Read(files []File) ([]*Publication, diag.List) {
	r := reader{files: map[string][]byte{}, read: map[string]bool{}}
	files = slices.Clone(files)
	sortFiles(files)
	var days []string
	for _, f := range files {
		day, rest, _ := strings.Cut(f.Path, "/")
		if !strings.HasPrefix(rest, Folder+"/") {
			continue
		}
		r.files[f.Path] = f.Bytes
		if !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	var out []*Publication
	for _, day := range days {
		before := r.problems.Count(diag.Error)
		p := r.publication(day)
		r.strays(day, files)
		if r.problems.Count(diag.Error) == before && p != nil {
			out = append(out, p)
		}
	}
	return out, r.problems
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

type reader struct {
	files    map[string][]byte
	read     map[string]bool
	problems diag.List
}

func (r *reader) publication(day string) *Publication {
	name := day + "/" + Folder + "/" + cover
	p := &Publication{}
	if !r.decode(name, p, func() int { return p.V }) {
		return nil
	}
	p.Day = day
	at := diag.Place{File: dir + name}
	v := verifier{at: at, list: &r.problems}
	v.cover(p)
	for i := range p.Volumes {
		vol := &p.Volumes[i]
		for _, id := range vol.Order {
			if !slug.MatchString(id) || !language.MatchString(vol.Lang) {
				continue // told
			}
			name := path.Join(day, Folder, vol.Lang, id+".json")
			t := &Target{}
			if !r.decode(name, t, func() int { return t.V }) {
				continue
			}
			v := verifier{at: diag.Place{File: dir + name}, list: &r.problems}
			v.target(t, id, vol.Order)
			if (t.Data != nil) != (i == 0) {
				v.bad("data", "chỉ có, và phải có, ở ngôn ngữ của đợt thi đua")
			}
			vol.Targets = append(vol.Targets, t)
		}
	}
	return p
}

// strays reports files of a day that no list names.
func (r *reader) strays(day string, files []File) {
	for _, f := range files {
		if strings.HasPrefix(f.Path, day+"/"+Folder+"/") && !r.read[f.Path] {
			r.problems.Add(keptStray, diag.Place{File: dir + f.Path}, "tệp này không có trong "+Folder+"/"+cover, restore)
		}
	}
}

const restore = "lấy lại tệp từ bản lưu (git); tệp do bangvang publish ghi, không sửa tay"

// decode reads a file into a value, strictly; what is wrong is told.
func (r *reader) decode(name string, into any, version func() int) bool {
	at := diag.Place{File: dir + name}
	b, ok := r.files[name]
	r.read[name] = true
	switch {
	case !ok:
		r.problems.Add(keptMissing, at, "không có tệp này", restore)
		return false
	case len(b) > MaxFile:
		r.problems.Add(keptDamaged, at, fmt.Sprintf("tệp lớn %d byte, quá 1 MiB", len(b)), restore)
		return false
	}
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")) // as a checkout on Windows has it
	var head struct {
		V *int `json:"v"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		r.damaged(at, b, err)
		return false
	}
	if head.V == nil || *head.V != Version {
		r.problems.Add(keptVersion, at, "tệp không thuộc phiên bản 1 của bản lưu", "dùng bản mới hơn của bangvang, hoặc "+restore)
		return false
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		r.damaged(at, b, err)
		return false
	}
	again, err := Encode(into)
	if err != nil {
		r.damaged(at, b, err)
		return false
	}
	if n := firstDifference(again, b); n >= 0 {
		at.Line, at.Col = place(b, n)
		r.problems.Add(keptDamaged, at, "tệp không còn như khi bangvang publish ghi: khoá lạ, khoá viết hai lần, sai thứ tự hoặc thụt dòng", restore)
		return false
	}
	return true
}

// damaged reports what is no JSON of the format.
func (r *reader) damaged(at diag.Place, b []byte, err error) {
	text := "tệp không đọc được: " + err.Error()
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at.Line, at.Col = place(b, int(syntax.Offset)-1)
		text = "tệp không phải JSON đúng cú pháp"
	case errors.As(err, &kind):
		at.Line, at.Col = place(b, int(kind.Offset)-1)
		text = fmt.Sprintf("khoá %q không đúng kiểu", kind.Field)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		text = "tệp bị cắt ngang"
	case strings.Contains(err.Error(), "unknown field"):
		text = "tệp có khoá lạ" + strings.TrimPrefix(err.Error(), "json: unknown field")
	}
	r.problems.Add(keptDamaged, at, text, restore)
}

// firstDifference is the first byte in which two texts differ, or -1.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return -1
	}
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// place is the line and column, both from 1, of a byte.
func place(b []byte, at int) (line, col int32) {
	before := b[:min(max(at, 0), len(b))]
	line = 1 + int32(bytes.Count(before, []byte("\n")))
	return line, 1 + int32(utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]))
}

var (
	slug     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)
)

// cover checks what ban-luu.json says.
func (v *verifier) cover(p *Publication) {
	if _, err := time.Parse(time.DateOnly, p.Day); err != nil {
		v.report(keptName, fmt.Sprintf("thư mục %q không mang tên một ngày", p.Day), "đặt lại tên thư mục theo ngày công bố, ví dụ 2019-01-15")
	} else if at, err := time.Parse(time.RFC3339, p.At); err != nil {
		v.bad("at", "không phải thời điểm")
	} else if day := at.Format(time.DateOnly); day != p.Day {
		v.report(keptName, fmt.Sprintf("thư mục mang tên ngày %s, bản lưu là của ngày %s", p.Day, day), "đặt lại tên thư mục")
	}
	v.address("base", p.Base)
	if !strings.HasSuffix(p.Base, "/") {
		v.bad("base", "không kết thúc bằng /")
	}
	if len(p.Volumes) == 0 {
		v.bad("volumes", "không có ngôn ngữ nào")
	}
	langs := map[string]bool{}
	for _, vol := range p.Volumes {
		if !language.MatchString(vol.Lang) || langs[vol.Lang] {
			v.bad("lang", fmt.Sprintf("%q không phải mã ngôn ngữ, hoặc có hai lần", vol.Lang))
		}
		langs[vol.Lang] = true
		v.texts("volumes", vol.Site, vol.Author, vol.Publisher, vol.Licence, vol.Sample)
		ids := map[string]bool{}
		for _, id := range vol.Order {
			if !slug.MatchString(id) || ids[id] {
				v.bad("targets", fmt.Sprintf("%q không phải mã, hoặc có hai lần", id))
			}
			ids[id] = true
		}
		if len(vol.Order) > maxTargets {
			v.bad("targets", "quá nhiều chỉ tiêu")
		}
	}
}
