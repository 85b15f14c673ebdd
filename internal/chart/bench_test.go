package chart

import (
	"encoding/json"
	"testing"
)

// BenchmarkScene is the cold cost of a scene in a machine that has been started, the mean over all forms.
func BenchmarkScene(b *testing.B) {
	e := newTestEngine(b, Store{})
	all := samples()
	if _, err := e.Scene(all[0], Wide); err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		if _, err := e.Scene(all[i%len(all)], Wide); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart is what the first scene of a process costs beyond its own.
func BenchmarkStart(b *testing.B) {
	bundle, regular, semibold := assets(b)
	for b.Loop() {
		m, err := newWorks(bundle, regular, semibold).machine()
		if err != nil {
			b.Fatal(err)
		}
		v, err := newVM(m)
		if err != nil {
			b.Fatal(err)
		}
		v.close()
	}
}

// BenchmarkWarm is a scene from the store, written as SVG.
func BenchmarkWarm(b *testing.B) {
	kept := map[string][]byte{}
	e := newTestEngine(b, Store{
		Load: func(k string) ([]byte, bool) { v, ok := kept[k]; return v, ok },
		Save: func(k string, v []byte) { kept[k] = v },
	})
	all := samples()
	for _, c := range all {
		if _, err := e.SVG(c, Wide); err != nil {
			b.Fatal(err)
		}
	}
	for i := 0; b.Loop(); i++ {
		if _, err := e.SVG(all[i%len(all)], Wide); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMark is a mark with its SVG.
func BenchmarkMark(b *testing.B) {
	all := samples()
	for i := 0; b.Loop(); i++ {
		s, err := Mark(all[i%len(all)], MarkWidth, MarkHeight)
		if err != nil {
			b.Fatal(err)
		}
		s.Ornament()
	}
}

// BenchmarkLive is the JSON for the browser.
func BenchmarkLive(b *testing.B) {
	all := samples()
	for i := 0; b.Loop(); i++ {
		v, err := Live(all[i%len(all)])
		if err != nil || !json.Valid(v) {
			b.Fatal(err)
		}
	}
}
