package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
)

// MaxFile is the size above which a file is refused: 8 MiB.
const MaxFile = 8 << 20

// Read reads data/ and content/. Whatever is wrong with the input is in the list, and the tree holds what could be read in spite of it;
// the error is the machine's: a folder that cannot be listed, a disk that fails.
//
// A file of data/ may be split: data/units.yaml and data/units/*.yaml are read as one, in the order of their paths.
func Read(fsys fs.FS) (*Tree, diag.List, error) { return new(Reader).Read(fsys) }

// Read is the package's Read. What a file gave before is taken for it as long as its bytes are the same.
func (r *Reader) Read(fsys fs.FS) (*Tree, diag.List, error) {
	var problems diag.List
	files, assets, err := find(fsys, &problems)
	if err != nil {
		return nil, problems, err
	}
	parts := make([]part, len(files))
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, f := range files {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			parts[i] = r.part(fsys, f)
		})
	}
	wait.Wait()
	r.keep(parts)
	tree := &Tree{Assets: assets, Partial: map[string]bool{}}
	tree.makeRoom(parts)
	for i := range parts {
		if parts[i].err != nil {
			return nil, problems, parts[i].err
		}
		problems.Append(parts[i].problems)
		parts[i].into(tree)
		if parts[i].lossy && parts[i].kind != nil {
			tree.Partial[parts[i].kind.Name] = true
		}
	}
	finish(tree, parts, &problems)
	if tree.Published, err = findPublished(fsys, &problems); err != nil {
		return nil, problems, err
	}
	tree.Files = append(tree.Files, tree.Published...)
	slices.SortFunc(tree.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return r.again(tree, &problems), problems, nil
}

// found is a file to read: data if kind is set, the lock, else Markdown.
type found struct {
	path    string
	kind    *DataFile
	lang    string // of a translation
	refused bool   // not to be read: its name is wrong, which is told
	lock    bool   // data/urls.lock, neither data nor Markdown
}

// part is what one file gave.
type part struct {
	found
	text     *string // of the file, nil if it was not read
	locked   *Lock
	record   reflect.Value // a mapping file's record, invalid if it gave none; Article and Story too
	list     reflect.Value // a list file's records, invalid if it gave none
	seen     []sighting    // of a mapping file's keys
	finding  *finding      // out of records that are not joined with those of other files
	excused  []string
	lossy    bool // not all of it could be read
	problems diag.List
	err      error
}

// part reads one file, and walks it if it is not known.
func (r *Reader) part(fsys fs.FS, f found) part {
	p := part{found: f}
	if f.refused {
		p.lossy = true
		return p
	}
	most := int64(MaxFile)
	if f.lock {
		most = maxLock
	}
	b, err := slurp(fsys, f.path, most, &p.problems)
	switch known, ok := r.known[f.path]; {
	case err != nil:
		p.err = err
	case b == nil:
		p.lossy = true
	case ok && known.found == f && *known.text == string(b):
		return known.again()
	default:
		return walked(f, b)
	}
	return p
}

// walked walks the bytes of a file.
func walked(f found, b []byte) part {
	text := string(b)
	p := part{found: f, text: &text}
	w := walker{file: f.path}
	clean, ok := w.spelling(b)
	if f.kind != nil && len(clean) > 0 && len(clean) == len(b) && &clean[0] == &b[0] {
		w.whole = text
	}
	switch {
	case !ok:
		w.lossy = true
	case f.lock:
		p.locked = w.lock(clean)
	case f.kind != nil:
		p.data(&w, w.document(clean))
	default:
		p.markdown(&w, clean)
	}
	w.plain.release()
	p.finding = &finding{}
	p.problems, p.lossy = w.problems, w.lossy
	return p
}

// slurp reads a file that is a plain one and not too big. Nil bytes mean that the reason is in the list.
func slurp(fsys fs.FS, file string, most int64, problems *diag.List) ([]byte, error) {
	at := diag.Place{File: file}
	st, err := fs.Stat(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problems.Add(fileUnreadable, at, "liên kết tới một tệp không có", "chép tệp vào đây thay cho liên kết")
		return nil, nil
	case errors.Is(err, fs.ErrPermission):
		problems.Add(fileUnreadable, at, "không có quyền đọc tệp", "")
		return nil, nil
	case err != nil:
		return nil, err
	case !st.Mode().IsRegular():
		problems.Add(fileUnreadable, at, "không phải tệp thường", "thay bằng một tệp thường")
		return nil, nil
	case st.Size() > most:
		problems.Add(fileSize, at, fmt.Sprintf("tệp lớn %d MiB, quá %d MiB", (st.Size()+1<<20-1)>>20, most>>20), splitHint(file))
		return nil, nil
	}
	b, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrPermission) {
		problems.Add(fileUnreadable, at, "không có quyền đọc tệp", "")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if b == nil {
		b = []byte{}
	}
	return b, nil
}

func splitHint(file string) string {
	dir, name := path.Split(file)
	switch {
	case dir == "data/awards/":
		return "chia danh sách thành nhiều tệp cùng khoá decision"
	case dir == "data/":
		dir += strings.TrimSuffix(name, ".yaml") + "/"
	}
	return fmt.Sprintf("chia thành nhiều tệp trong thư mục %s", dir)
}

// data walks a data file.
func (p *part) data(w *walker, root *yaml.Node) {
	if root == nil {
		p.nothing(w)
		return
	}
	what := "tệp " + p.path
	if p.kind.List {
		p.list = reflect.New(reflect.SliceOf(p.kind.Shape.record)).Elem()
		w.list(p.kind.Shape, root, p.list, what)
		return
	}
	if root.Kind != yaml.MappingNode {
		w.wrongShape(root, what, MappingKey)
		w.lossy = true
		return
	}
	p.record = reflect.New(p.kind.Shape.record).Elem()
	p.seen = make([]sighting, len(p.kind.Shape.Keys))
	p.excused = w.keys(p.kind.Shape, root, p.record, p.seen)
	p.record.Field(p.kind.Shape.place).Set(reflect.ValueOf(w.at(root)))
	if p.kind.many && !p.kind.tongues {
		w.missing(p.kind.Shape, p.record, p.seen, p.excused)
	}
}

// nothing takes an empty file for one that lacks every key; an empty list is a list.
func (p *part) nothing(w *walker) {
	if p.kind.List || w.lossy {
		return
	}
	record := reflect.New(p.kind.Shape.record).Elem()
	record.Field(p.kind.Shape.place).Set(reflect.ValueOf(diag.Place{File: p.path}))
	seen := make([]sighting, len(p.kind.Shape.Keys))
	if p.kind.many && !p.kind.tongues {
		w.missing(p.kind.Shape, record, seen, nil)
		w.lossy = true
		return
	}
	p.record, p.seen = record, seen
}

// makeRoom gives each list that is split the length of all its parts together, so that it is not copied again and again as it grows.
func (t *Tree) makeRoom(parts []part) {
	count, files := map[*DataFile]int{}, map[*DataFile]int{}
	for i := range parts {
		if p := &parts[i]; p.list.IsValid() {
			count[p.kind] += p.list.Len()
			files[p.kind]++
		}
	}
	for i := range dataFiles {
		if k := &dataFiles[i]; files[k] > 1 {
			whole := reflect.ValueOf(t).Elem().Field(k.field)
			whole.Set(reflect.MakeSlice(whole.Type(), 0, count[k]))
		}
	}
}

// into adds a part to the tree.
func (p *part) into(t *Tree) {
	if p.text != nil {
		t.Files = append(t.Files, File{p.path, *p.text})
	}
	sheet := func(s *Shape, at reflect.Value) { t.sheets = append(t.sheets, &Sheet{s, at, p.finding}) }
	switch {
	case p.lock:
		t.Lock = p.locked
	case p.kind == nil && p.record.IsValid():
		switch r := p.record.Interface().(type) {
		case Article:
			t.Articles = append(t.Articles, r)
			sheet(articleShape, p.record)
		case Story:
			t.Stories = append(t.Stories, r)
			sheet(storyShape, p.record)
		}
	case p.list.IsValid():
		whole := reflect.ValueOf(t).Elem().Field(p.kind.field)
		from := whole.Len()
		if whole.IsNil() {
			whole.Set(p.list)
		} else {
			whole.Set(reflect.AppendSlice(whole, p.list))
			p.list = reflect.Value{}
		}
		sheet(p.kind.Shape, whole.Slice(from, whole.Len()))
	case p.record.IsValid() && p.kind.many && !p.kind.tongues:
		whole := reflect.ValueOf(t).Elem().Field(p.kind.field)
		whole.Set(reflect.Append(whole, p.record))
		sheet(p.kind.Shape, p.record)
	}
}

// finish joins the parts of each mapping that may be split and reports what all of them together lack.
func finish(t *Tree, parts []part, problems *diag.List) {
	for i := range dataFiles {
		kind := &dataFiles[i]
		if kind.tongues {
			translations(t, parts, problems)
		}
		if kind.List || kind.many {
			continue
		}
		if whole := of(parts, kind, ""); len(whole) > 0 {
			reflect.ValueOf(t).Elem().Field(kind.field).Set(join(kind.Shape, whole, problems).Addr())
		}
	}
}

// of are the parts of a kind, in one language, that gave a record.
func of(parts []part, kind *DataFile, lang string) []*part {
	var out []*part
	for i := range parts {
		if p := &parts[i]; p.kind == kind && p.lang == lang && p.record.IsValid() {
			out = append(out, p)
		}
	}
	return out
}

// translations joins the files of each language.
func translations(t *Tree, parts []part, problems *diag.List) {
	var langs []string
	for i := range parts {
		if p := &parts[i]; p.kind != nil && p.kind.tongues && p.record.IsValid() {
			langs = append(langs, p.lang)
		}
	}
	slices.Sort(langs)
	for _, lang := range slices.Compact(langs) {
		whole := of(parts, fileNamed("i18n"), lang)
		r := join(whole[0].kind.Shape, whole, problems).Interface().(Translation)
		r.Lang = Value{Text: lang, Place: diag.Place{File: whole[0].path}}
		t.Translations = append(t.Translations, r)
	}
}

// join makes one record of several files' keys.
func join(s *Shape, parts []*part, problems *diag.List) reflect.Value {
	w := walker{}
	first := parts[0]
	for _, p := range parts[1:] {
		for i := range s.Keys {
			switch f := s.Keys[i].field; {
			case !p.seen[i].place.Known():
			case first.seen[i].place.Known() && s.Keys[i].Kind == TableKey:
				w.append(&s.Keys[i], first.record.Field(f), p.record.Field(f))
			case first.seen[i].place.Known():
				w.duplicateKey(s.Keys[i].Name, p.seen[i].place, first.seen[i].place)
			default:
				first.seen[i] = p.seen[i]
				first.record.Field(f).Set(p.record.Field(f))
			}
		}
		first.excused = append(first.excused, p.excused...)
	}
	w.missing(s, first.record, first.seen, first.excused)
	problems.Append(w.problems)
	return first.record
}

// append adds the records of a table to those of an earlier file, which are left as they are.
func (w *walker) append(k *Key, to, more reflect.Value) {
	to.Set(to.Slice3(0, to.Len(), to.Len()))
	key := func(record reflect.Value) Value { return record.Field(k.Of.free).Interface().(Value) }
	first := map[string]diag.Place{}
	for i := range to.Len() {
		first[key(to.Index(i)).Text] = key(to.Index(i)).Place
	}
	for i := range more.Len() {
		v := key(more.Index(i))
		if at, ok := first[v.Text]; ok {
			w.duplicateKey(v.Text, v.Place, at)
			continue
		}
		to.Set(reflect.Append(to, more.Index(i)))
	}
}
