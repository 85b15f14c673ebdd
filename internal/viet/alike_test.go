package viet

import (
	"slices"
	"strings"
	"testing"
)

func TestLike(t *testing.T) {
	var p Speller
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"Nguyễn Thị Hòa", "NGUYỄN  THỊ HOÀ", Same},
		{"Lý Kỷ", "Lí Kỉ", Same},
		{"Trần Thủy", "Trần Thu\u0309y", Same},
		{"Tổ 1", "Tổ 01", Same},
		{"Tổ 0", "Tổ 00", Apart},
		{"Nguyen Thi Hoa", "Nguyễn Thị Hòa", Bare},
		{"Nguyễn Thị Hoa", "Nguyễn Thị Hòa", OneLetter},
		{"Nguyễn Văn Ân", "Nguyên Văn An", Apart},
		{"Đỗ Đức Đạt", "Đạt Đỗ Đức", Reordered},
		{"Nguyễn Văn An", "Nguyễn Văn Anh", OneLetter},
		{"Nguyễn Thuý Hằng", "Nguyễn ThuýHằng", Joined}, {"Tổ 1 2", "Tổ 12", Apart},
		{"Phan Đnìh Phùng", "Phan Đình Phùng", OneLetter},
		{"Nguyễn Văn An", "Nguyễn Văn Tâm", Apart},
		{"Nguyễn Văn A", "Nguyễn Văn B", Apart},
		{"Tổ 1", "Tổ 2", Apart}, {"Tổ II", "Tổ III", Apart}, {"Lớp 5A1", "Lớp 5A2", Apart},
		{"", "", Apart}, {"...", "A", Apart},
	} {
		a, b := p.Spell(c.a), p.Spell(c.b)
		if got := a.Like(b); got != c.want || b.Like(a) != got {
			t.Errorf("%q, %q: %d and %d, want %d", c.a, c.b, got, b.Like(a), c.want)
		}
	}
}

// FuzzLike: whatever two names are, they are alike both ways, a name is the same as itself, and two alike share a key.
func FuzzLike(f *testing.F) {
	f.Add("Nguyễn Thị Hòa", "Nguyễn Thị Hoà")
	f.Add("Nguyen Van An", "Nguyễn Văn Ân")
	f.Add("Tổ 01", "1 tổ")
	f.Add("Đ\u0309ỗ Ⅳ", "\u0301a ½")
	f.Fuzz(func(t *testing.T, a, b string) {
		var p Speller
		s, u := p.Spell(a), p.Spell(b)
		like := s.Like(u)
		if u.Like(s) != like {
			t.Fatalf("%q, %q: %d one way, %d the other", a, b, like, u.Like(s))
		}
		if s.Key != SpellingKey(a) && !strings.ContainsAny(s.Key+SpellingKey(a), "0123456789") {
			t.Fatalf("%q is %q, SpellingKey %q", a, s.Key, SpellingKey(a))
		}
		if s.Key != "" && s.Like(p.Spell(a)) != Same {
			t.Fatalf("%q is not itself", a)
		}
		if like != Apart && !slices.ContainsFunc(s.AppendKeys(nil), func(k uint64) bool { return slices.Contains(u.AppendKeys(nil), k) }) {
			t.Fatalf("%q and %q are alike and share no key", a, b)
		}
	})
}

func BenchmarkSpell(b *testing.B) {
	var p Speller
	var keys []uint64
	for b.Loop() {
		keys = p.Spell("Nguyễn Thị Minh Hòa").AppendKeys(keys[:0])
	}
}
