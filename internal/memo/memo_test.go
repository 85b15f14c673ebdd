package memo

import (
	"strconv"
	"strings"
	"sync"
	"testing"
	"unsafe"
)

// TestMemo: what is asked for again and again is made once, and there are never more than twice as many as may be.
func TestMemo(t *testing.T) {
	m := Memo[int, string]{Most: 10}
	made := map[int]int{}
	name := func(n int) string { made[n]++; return strconv.Itoa(n) }
	for n := range 1000 {
		for _, k := range []int{n, 7} {
			if got := m.Of(k, name); got != strconv.Itoa(k) {
				t.Fatalf("%d is %q", k, got)
			}
		}
		if kept := len(m.now) + len(m.before); kept > 2*m.Most {
			t.Fatalf("%d are kept", kept)
		}
	}
	if made[7] != 1 || made[5] != 1 {
		t.Errorf("7 was made %d times, 5 %d times", made[7], made[5])
	}
	m.Of(5, name)
	if made[5] != 2 {
		t.Error("5 was not forgotten")
	}
}

func TestTogether(t *testing.T) {
	m := Memo[int, int]{Most: 8}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for n := range 10_000 {
				if k := n % 31; m.Of(k, func(k int) int { return k * k }) != k*k {
					t.Error(k)
				}
			}
		})
	}
	wait.Wait()
}

// TestOwn: neither what is kept nor what it is made of is a part of a longer text.
func TestOwn(t *testing.T) {
	text := "Nguyễn Văn A"
	m := Memo[string, string]{Most: 1, Own: strings.Clone}
	for range 2 { // made, and taken over from before
		name := text[:len("Nguyễn")]
		if got := m.Of(name, func(s string) string { return s[:2] }); got != "Ng" || unsafe.StringData(got) == unsafe.StringData(text) {
			t.Errorf("%q is a part of the text", got)
		}
		for key := range m.now {
			if unsafe.StringData(key) == unsafe.StringData(text) {
				t.Errorf("%q is kept with the text", key)
			}
		}
		m.now, m.before = nil, m.now
	}
}
