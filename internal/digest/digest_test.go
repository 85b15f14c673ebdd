package digest

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

type inner struct{ a, B string }

type outer struct {
	Name  string
	Next  *outer
	Any   any
	List  []inner
	Words map[string]int
	open  func()
}

func sum(t *testing.T, v any) Sum {
	t.Helper()
	s, ok := Of(v)
	if !ok {
		t.Fatalf("%v has no sum", v)
	}
	return s
}

func TestEqualIsEqual(t *testing.T) {
	make := func() any {
		shared := &outer{Name: "x", Words: map[string]int{"một": 1, "hai": 2, "ba": 3}}
		return &outer{Name: "y", Next: shared, Any: []*outer{shared, shared, nil}, List: []inner{{"1", "2"}}}
	}
	if a, b := sum(t, make()), sum(t, make()); a != b {
		t.Error("equal values have two sums")
	}
	b := new(Book)
	first, _ := b.Of(make())
	again, _ := b.Of(make())
	if first != again || first != sum(t, make()) {
		t.Error("what a Book has seen changes a sum")
	}
}

// Each of these differs from all others.
func TestOtherIsOther(t *testing.T) {
	at := time.Date(2018, 12, 5, 0, 0, 0, 0, time.UTC)
	values := []any{
		nil, 0, int64(0), uint(0), false, true, "", "0", "a", []string{}, []string{""}, []string{"", ""}, []string{"ab", "c"}, []string{"a", "bc"},
		inner{"a", ""}, inner{"", "a"}, &inner{"a", ""}, (*inner)(nil), [2]string{"ab", "c"}, map[string]int{}, map[string]int{"a": 1}, map[string]int{"a": 2},
		outer{Name: "a"}, outer{Any: "a"}, outer{Any: inner{}}, outer{Any: &inner{}}, outer{Next: &outer{}}, outer{Next: &outer{Next: &outer{}}},
		outer{List: []inner{{}}}, outer{Words: map[string]int{"a": 1}}, 0.5, 1.5, []byte("a"), []byte("b"), at, at.Add(1),
		[]any{1, 2}, []any{2, 1}, []any{[]any{1}, 2}, []any{1, []any{2}},
	}
	known := map[Sum]any{}
	for _, v := range values {
		s := sum(t, v)
		if other, ok := known[s]; ok {
			t.Errorf("%#v has the sum of %#v", v, other)
		}
		known[s] = v
	}
	one, _ := Of("a", "b")
	other, _ := Of("b", "a")
	if one == other {
		t.Error("the order of values does not count")
	}
}

// TestOnce: what is asked for once has the sum that it has else, and is not remembered; what it leads to is.
func TestOnce(t *testing.T) {
	shared := &outer{Name: "x"}
	of := func() *outer { return &outer{Name: "y", Next: shared} }
	for _, v := range []any{of(), (*outer)(nil), nil} {
		if sum(t, Once{v}) != sum(t, v) || sum(t, []any{Once{v}}) != sum(t, []any{v}) {
			t.Errorf("%v has another sum when it is asked for once", v)
		}
	}
	b := new(Book)
	for range 10 {
		if s, _ := b.Of(Once{of()}); s != sum(t, of()) {
			t.Fatal("what a Book has seen changes a sum")
		}
	}
	n := 0
	for i := range b.shelves {
		n += len(b.shelves[i].known)
	}
	if n != 1 {
		t.Errorf("%d places are remembered, want 1", n)
	}
	loop := &outer{}
	loop.Next = loop
	if _, ok := b.Of(Once{loop}); ok {
		t.Error("a loop has a sum")
	}
}

type where struct{ line int }

func (where) Untold() {}

func TestUntold(t *testing.T) {
	type placed struct {
		Name   string
		At     where
		Others []where
	}
	if sum(t, placed{"a", where{1}, nil}) != sum(t, placed{"a", where{2}, []where{{3}}}) {
		t.Error("what is untold counts")
	}
	if sum(t, placed{"a", where{1}, nil}) == sum(t, placed{"b", where{1}, nil}) {
		t.Error("what is told does not count")
	}
}

func TestNoSum(t *testing.T) {
	loop := &outer{Name: "x"}
	loop.Next = &outer{Next: loop}
	for _, v := range []any{loop, outer{open: func() {}}, make(chan int), []any{func() {}}, map[string]any{"a": make(chan int)}} {
		if _, ok := Of(v); ok {
			t.Errorf("%T has a sum", v)
		}
	}
	b := new(Book)
	for range 2 { // remembered, too
		if _, ok := b.Of(loop); ok {
			t.Error("a loop has a sum")
		}
	}
}

func BenchmarkOf(b *testing.B) {
	list := make([]inner, 1000)
	for i := range list {
		list[i] = inner{"Ủy ban nhân dân quận", "Hoàn thành xuất sắc nhiệm vụ"}
	}
	b.ReportAllocs()
	for b.Loop() {
		Of(list)
	}
}

// TestLong: how much is noted at once does not change a sum, and each of many values counts, in lists, maps and what is pointed to.
func TestLong(t *testing.T) {
	const n = 5000 // some times as long as what is held
	of := func(change int) map[string]any {
		list, words, deep := make([]inner, n), map[string]int{}, &outer{Name: "x"}
		for i := range list {
			list[i] = inner{"Ủy ban nhân dân quận", strconv.Itoa(i)}
			words["Hoàn thành xuất sắc nhiệm vụ "+strconv.Itoa(i)] = i
		}
		if change >= 0 {
			list[change].a = "Sở"
			words["Hoàn thành xuất sắc nhiệm vụ "+strconv.Itoa(change)] = -1
		}
		deep.List = list
		return map[string]any{"list": list, "words": words, "deep": deep, "in a map": map[string][]inner{"a": list, "b": list[:n-1]}, "twice": []*outer{deep, {List: list[1:]}, deep}}
	}
	plain := of(-1)
	for name, v := range plain {
		s := sum(t, v)
		if again := sum(t, of(-1)[name]); again != s {
			t.Errorf("%s: equal values have two sums", name)
		}
		for _, change := range []int{1, n / 2, n - 2} {
			if sum(t, of(change)[name]) == s {
				t.Errorf("%s: value %d does not count", name, change)
			}
		}
	}
	before := map[string]Sum{"a": sum(t, "a"), "list": sum(t, plain["list"])}
	if _, ok := Of(make([]inner, n), []func(){func() {}}); ok {
		t.Error("what has no sum has one after what is long")
	}
	if sum(t, "a") != before["a"] || sum(t, plain["list"]) != before["list"] {
		t.Error("what was long before changes a sum")
	}
}

// BenchmarkBook is of as many places as a large campaign has.
func BenchmarkBook(b *testing.B) {
	list := make([]*outer, 200_000)
	for i := range list {
		list[i] = &outer{Name: strconv.Itoa(i), Next: &outer{Name: "x"}}
	}
	b.ReportAllocs()
	for b.Loop() {
		book := new(Book)
		for range 2 {
			for part := range slices.Chunk(list, 1000) {
				book.Of(part)
			}
		}
	}
}
