package chart

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// assets reads what the engine is made of in the program.
func assets(t testing.TB) (bundle, regular, semibold []byte) {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join("..", "..", "templates", "assets", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return read("echarts/chart.js"), read("fonts/BeVietnamPro-Regular.ttf"), read("fonts/BeVietnamPro-SemiBold.ttf")
}

func newTestEngine(t testing.TB, store Store) *Engine {
	bundle, regular, semibold := assets(t)
	return NewEngine(bundle, regular, semibold, store)
}

var shared = sync.OnceValue(func() *Engine { return nil })

func TestZZ(t *testing.T) {
	e := newTestEngine(t, Store{})
	dir := os.Getenv("OUT")
	if dir == "" {
		t.Skip()
	}
	for _, c := range samples() {
		for _, w := range []int{Narrow, Wide, Column} {
			b, err := e.SVG(c, w)
			if err != nil {
				t.Error(err)
				continue
			}
			os.WriteFile(filepath.Join(dir, c.ID+"-"+map[int]string{Narrow: "narrow", Wide: "wide", Column: "column"}[w]+".svg"), b, 0o644)
		}
		if m, err := Mark(c, MarkWidth, MarkHeight); err != nil {
			t.Error(err)
		} else {
			os.WriteFile(filepath.Join(dir, c.ID+"-mark.svg"), m.Ornament(), 0o644)
		}
		l, err := Live(c)
		if err != nil {
			t.Error(err)
		}
		os.WriteFile(filepath.Join(dir, c.ID+".json"), l, 0o644)
	}
}
