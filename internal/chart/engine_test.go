package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func asset(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "templates", "assets", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// assets reads what the engine is made of in the program.
func assets(t testing.TB) (bundle, regular, semibold []byte) {
	t.Helper()
	return asset(t, "echarts/chart.js"), asset(t, "fonts/BeVietnamPro-Regular.ttf"), asset(t, "fonts/BeVietnamPro-SemiBold.ttf")
}

func newTestEngine(t testing.TB, store Store) *Engine {
	bundle, regular, semibold := assets(t)
	return NewEngine(bundle, regular, semibold, store)
}

// drawn are the scenes of all samples at the widths that pictures are wanted at, drawn once for all tests.
var drawn struct {
	sync.Mutex
	engine *Engine
	scenes map[string]*Scene
}

func drawnScene(t testing.TB, i, width int) *Scene {
	t.Helper()
	c := samples()[i]
	drawn.Lock()
	defer drawn.Unlock()
	if drawn.engine == nil {
		drawn.engine, drawn.scenes = newTestEngine(t, Store{}), map[string]*Scene{}
	}
	key := fmt.Sprint(c.ID, width)
	if s, ok := drawn.scenes[key]; ok {
		return s
	}
	s, err := drawn.engine.Scene(c, width)
	if err != nil {
		t.Fatal(err)
	}
	drawn.scenes[key] = s
	return s
}

func TestSameChartSameBytes(t *testing.T) {
	c := samples()[0]
	want := drawnScene(t, 0, Wide).SVG("x", c.Title, c.Sentence)
	t.Run("fresh machine", func(t *testing.T) {
		s, err := newTestEngine(t, Store{}).Scene(c, Wide)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(s.SVG("x", c.Title, c.Sentence), want) {
			t.Error("a fresh machine draws otherwise than a used one")
		}
	})
	t.Run("two goroutines", func(t *testing.T) {
		drawnScene(t, 1, Wide) // the machine has drawn something else since
		var wait sync.WaitGroup
		for range 2 {
			wait.Go(func() {
				for range 2 {
					s, err := drawn.engine.Scene(c, Wide)
					if err != nil {
						t.Error(err)
						return
					}
					if !bytes.Equal(s.SVG("x", c.Title, c.Sentence), want) {
						t.Error("a used machine draws otherwise")
					}
				}
			})
		}
		wait.Wait()
	})
	t.Run("through the store", func(t *testing.T) {
		s := drawnScene(t, 0, Wide)
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		kept := new(Scene)
		if err := json.Unmarshal(b, kept); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept.SVG("x", c.Title, c.Sentence), want) {
			t.Error("a kept scene differs from the one drawn")
		}
	})
}

// toy is a bundle that answers with a scene of one line, and tells how often it was asked.
const toy = `var charts = {setMeasure() {}, scene(json, w, h) {
	return JSON.stringify({tag: 'svg', attrs: {width: w, height: h}, children: [{tag: 'path', attrs: {d: 'M0 0L1 1', fill: 'none', stroke: '#000'}}]}) }}`

func TestWarmStoreNeedsNeitherBundleNorFonts(t *testing.T) {
	scene, err := json.Marshal(drawnScene(t, 0, Wide))
	if err != nil {
		t.Fatal(err)
	}
	e := NewEngine([]byte("}"), nil, nil, Store{Load: func(string) ([]byte, bool) { return scene, true }})
	if _, err := e.SVG(samples()[0], Wide); err != nil {
		t.Error(err)
	}
	if _, err := NewEngine([]byte("}"), nil, nil, Store{}).SVG(samples()[0], Wide); err == nil {
		t.Error("drew with neither bundle nor fonts")
	}
}

func TestSpoiltSceneIsDrawnAnew(t *testing.T) {
	_, regular, semibold := assets(t)
	for _, spoilt := range []string{"", "{}", `{"w":1,"h":1,"n":[{"t":"script","x":"alert(1)"}]}`, `{"w":1,"h":1,"n":[{"t":"path","a":[["onload","alert(1)"]]}]}`} {
		saved := ""
		e := NewEngine([]byte(toy), regular, semibold, Store{
			Load: func(string) ([]byte, bool) { return []byte(spoilt), true },
			Save: func(_ string, b []byte) { saved = string(b) },
		})
		s, err := e.Scene(samples()[0], Wide)
		if err != nil || len(s.Nodes) != 1 || s.Nodes[0].Tag != "path" {
			t.Errorf("from %q: %+v, %v", spoilt, s, err)
		}
		if !strings.Contains(saved, "M0 0L1 1") {
			t.Errorf("from %q: saved %q", spoilt, saved)
		}
	}
}

func TestKeyTellsAllThatMatters(t *testing.T) {
	_, regular, semibold := assets(t)
	base := NewEngine([]byte(toy), regular, semibold, Store{})
	keys := map[string]string{base.key([]byte("{}"), 1, 2): "the same"}
	for name, key := range map[string]string{
		"another bundle": NewEngine([]byte(toy+" "), regular, semibold, Store{}).key([]byte("{}"), 1, 2),
		"other fonts":    NewEngine([]byte(toy), semibold, regular, Store{}).key([]byte("{}"), 1, 2),
		"another option": base.key([]byte("[]"), 1, 2),
		"another width":  base.key([]byte("{}"), 2, 2),
		"another height": base.key([]byte("{}"), 1, 1),
	} {
		if other, ok := keys[key]; ok {
			t.Errorf("%s has the key of %s", name, other)
		}
		keys[key] = name
	}
}

func TestEChartsWarningIsAnError(t *testing.T) {
	_, regular, semibold := assets(t)
	warns := strings.Replace(toy, "return", "console.warn('axis', 'unknown'); return", 1)
	_, err := NewEngine([]byte(warns), regular, semibold, Store{}).Scene(samples()[0], Wide)
	if err == nil || !strings.Contains(err.Error(), "axis unknown") {
		t.Errorf("got %v", err)
	}
}

func TestUnknownNameInAnOptionIsAnError(t *testing.T) {
	e := newTestEngine(t, Store{})
	for _, option := range []string{
		`{"series":[{"type":"custom","renderItem":"alert","data":[]}],"xAxis":{},"yAxis":{},"tooltip":{"textStyle":{}}}`,
		`{"series":[{"type":"custom","renderItem":"constructor","data":[]}],"xAxis":{},"yAxis":{},"tooltip":{"textStyle":{}}}`,
		`{"series":[],"xAxis":{"axisLabel":{"formatter":"{value} %"}},"yAxis":{},"tooltip":{"textStyle":{}}}`,
	} {
		if _, err := e.draw([]byte(option), 100, 100); err == nil || !strings.Contains(err.Error(), "no such name") {
			t.Errorf("%s: %v", option, err)
		}
	}
}

// The bundle is made by make.sh and by nothing else.
func TestBundleIsAsMade(t *testing.T) {
	sum := sha256.Sum256(asset(t, "echarts/chart.js"))
	if line := hex.EncodeToString(sum[:]) + "  chart.js\n"; !strings.Contains(string(asset(t, "echarts/SHA256SUMS")), line) {
		t.Error("chart.js is not the file of SHA256SUMS: run templates/assets/echarts/make.sh")
	}
	if n := len(asset(t, "echarts/chart.js")); n > 612_000 {
		t.Errorf("chart.js has grown to %d bytes", n)
	}
}
