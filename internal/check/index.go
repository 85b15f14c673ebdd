package check

import (
	"fmt"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// index finds the records of a kind by their ids.
type index[T any] struct {
	kind    *kind
	entries map[string]entry[T]
	ids     []string          // in file order
	names   map[string]string // spelling key of a name → id, for those who write the name where the id is due
	hints   map[string]string // of unknown ids, which tend to repeat
	empty   bool              // that there is none at all is told
}

type entry[T any] struct {
	record *T
	place  diag.Place
}

// kind is what an index holds, in words.
type kind struct {
	noun    string // "đơn vị"
	unknown *diag.Rule
	data    string // name of the file of data/ that ids of the kind are written in
}

// file is where ids of the kind are written, as users know it.
func (k *kind) file() string {
	switch k.data {
	case "awards":
		return "data/awards/"
	case "stories":
		return "content/dien-hinh/"
	}
	return "data/" + k.data + ".yaml"
}

// enter adds a record under its id. An id that is no slug or not the first of its name is told; the first keeps it.
func enter[T any](r *resolver, x *index[T], id source.Value, record *T, names ...string) {
	if x.entries == nil {
		x.entries, x.names, x.hints = map[string]entry[T]{}, map[string]string{}, map[string]string{}
	}
	if !id.Given() {
		return
	}
	r.slug(id)
	if first, ok := x.entries[id.Text]; ok {
		r.add(idDuplicate, id.Place, fmt.Sprintf("mã %q đã có ở %s", id.Text, seen(id.Place, first.place)), "mỗi mã chỉ dùng một lần; đổi một trong hai", first.place)
		return
	}
	x.entries[id.Text] = entry[T]{record, id.Place}
	x.ids = append(x.ids, id.Text)
	for _, n := range names {
		if k := viet.SpellingKey(n); k != "" {
			if _, ok := x.names[k]; !ok {
				x.names[k] = id.Text
			}
		}
	}
}

// seen names a place as seen from another: by its line alone in the same file.
func seen(here, there diag.Place) string {
	if here.File == there.File {
		return fmt.Sprintf("dòng %d", there.Line)
	}
	return there.Short()
}

// find gives the record that a value refers to, or nil: the value is not given, or is unknown, which is told.
func find[T any](r *resolver, x *index[T], v source.Value) *T {
	if !v.Given() {
		return nil
	}
	if e, ok := x.entries[v.Text]; ok {
		return e.record
	}
	if r.tree.Partial[x.kind.data] {
		return nil // it may be among what could not be read
	}
	if len(x.ids) == 0 {
		if !x.empty {
			x.empty = true
			r.add(x.kind.unknown, v.Place, fmt.Sprintf("không có %s %q: %s không khai báo %s nào", x.kind.noun, v.Text, x.kind.file(), x.kind.noun),
				fmt.Sprintf("khai báo trong %s; những chỗ khác dùng %s cũng gặp lỗi này", x.kind.file(), x.kind.noun))
		}
		return nil
	}
	r.add(x.kind.unknown, v.Place, fmt.Sprintf("không có %s %q", x.kind.noun, v.Text), x.hint(v.Text))
	return nil
}

// maxHints bounds the number of different unknown ids that the nearest id is searched for.
const maxHints = 500

// hint says which id was probably meant.
func (x *index[T]) hint(word string) string {
	if h, ok := x.hints[word]; ok {
		return h
	}
	if len(x.hints) >= maxHints {
		return ""
	}
	if x.hints == nil {
		x.hints = map[string]string{}
	}
	h := x.search(word)
	x.hints[word] = h
	return h
}

func (x *index[T]) search(word string) string {
	const few = 12
	if id, ok := x.names[viet.SpellingKey(word)]; ok {
		return fmt.Sprintf("viết mã %q, không viết tên (%s)", id, x.entries[id].place.Short())
	}
	if id, ok := viet.Nearest(word, x.ids); ok {
		return fmt.Sprintf("có phải %q? (%s)", id, x.entries[id].place.Short())
	}
	if len(x.ids) <= few {
		return fmt.Sprintf("các mã có trong %s: %s", x.kind.file(), strings.Join(x.ids, ", "))
	}
	return fmt.Sprintf("chọn một mã có trong %s hoặc khai báo thêm", x.kind.file())
}
