package chart

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// toyEngine runs a script in place of ECharts, no longer than is given.
func toyEngine(t *testing.T, body string, most time.Duration) *Engine {
	t.Helper()
	_, regular, semibold := assets(t)
	e := NewEngine([]byte(`var charts = {setMeasure(f) { this.measure = f }, scene(json, w, h) {`+body+`}}`), regular, semibold, Store{})
	whole := e.works().machine
	own := &works{machine: func() (machine, error) { // shared with nobody
		m, err := whole()
		m.most = most
		return m, err
	}}
	e.works = func() *works { return own }
	return e
}

// Whatever a script does, it is an error of its scene, and the next scene is drawn as if nothing had been.
func TestScriptsThatGoWrong(t *testing.T) {
	const good = `return JSON.stringify({tag: 'svg', attrs: {width: w, height: h}, children: []})`
	for name, c := range map[string]struct{ script, want string }{
		"thrown":           {`throw new Error('no axis')`, "no axis"},
		"thrown word":      {`throw 'no axis'`, "no axis"},
		"thrown nothing":   {`throw undefined`, "undefined"},
		"error of a type":  {`return json.series.length`, "TypeError"},
		"warning":          {`console.warn('axis', 1); return '{}'`, "axis 1"},
		"warnings":         {`console.log('one'); console.error('two'); return '{}'`, "one; two"},
		"no text":          {`return {tag: 'svg'}`, "chart bundle"},
		"nothing":          {`return`, "chart bundle"},
		"endless":          {`for (;;);`, "interrupted"},
		"endless, caught":  {`for (;;) try { for (;;); } catch (e) {}`, "interrupted"},
		"endless pattern":  {`return /^(a+)+$/.test('a'.repeat(80) + 'b')`, "interrupted"},
		"deep":             {`const f = n => f(n + 1) + 1; return f(0)`, "stack overflow"},
		"deep, in array":   {`const f = () => [0].map(f); return f()`, "stack overflow"},
		"deep, in text":    {`const o = {toString() { return '' + o }}; return '' + o`, "stack overflow"},
		"deep, in JSON":    {`return JSON.parse('['.repeat(1e6))`, "stack overflow"},
		"deep, in pattern": {`return new RegExp('(?:'.repeat(1e6))`, ""},
		"memory":           {`const a = []; for (;;) a.push(new Array(1e4).fill(a.length))`, "out of memory"},
		"memory, caught":   {`const a = []; for (;;) try { for (;;) a.push('x'.repeat(1e6) + a.length) } catch (e) { throw e }`, "out of memory"},
		"memory of texts":  {`let a = 'x'; for (;;) a += a; `, ""},
		"wrong measure":    {`return this.measure({}, [])`, "measure"},
	} {
		t.Run(name, func(t *testing.T) {
			before := settled()
			e := toyEngine(t, "if (w === 1) {"+c.script+"}\n"+good, 300*time.Millisecond)
			if _, err := e.draw([]byte(`{}`), 2, 2); err != nil {
				t.Fatal(err)
			}
			if _, err := e.draw([]byte(`{}`), 1, 2); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v", err)
			}
			if s, err := e.draw([]byte(`{}`), 3, 2); err != nil || s.Width != 3 {
				t.Errorf("the next scene: %+v, %v", s, err)
			}
			if n := open.Load() - before; n > 1 {
				t.Errorf("%d machines are open", n)
			}
			runtime.KeepAlive(e)
		})
	}
}

// settled tells how many machines are open when the lost ones are closed.
func settled() int64 {
	for n, same := open.Load(), 0; ; same++ {
		runtime.GC()
		time.Sleep(2 * time.Millisecond)
		if now := open.Load(); now != n {
			n, same = now, 0
		} else if same == 3 {
			return n
		}
	}
}

func TestBundleThatIsNone(t *testing.T) {
	_, regular, semibold := assets(t)
	for bundle, want := range map[string]string{
		"}":                                "chart bundle",
		"":                                 "charts",
		"var charts = 1":                   "chart bundle",
		"var charts = {setMeasure() {}}":   "",
		"throw new Error('at load')":       "at load",
		"var charts = {scene() {}}; \x00;": "chart bundle",
	} {
		before := settled()
		_, err := NewEngine([]byte(bundle), regular, semibold, Store{}).draw([]byte("{}"), 1, 1)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", bundle, err)
		}
		if n := open.Load() - before; n > 0 {
			t.Errorf("%q: %d machines are open", bundle, n)
		}
	}
}

// A machine has neither clock nor chance, and measures by our fonts.
func TestWorldOfAScript(t *testing.T) {
	_, regular, semibold := assets(t)
	f, err := newFace(semibold)
	if err != nil {
		t.Fatal(err)
	}
	for script, want := range map[string]string{
		`Math.random()`:                           "0.5",
		`Date.now()`:                              "0",
		`new Date().getTime()`:                    "0",
		`+new Date()`:                             "0",
		`new Date(864e5 * 365).toISOString()`:     "1971-01-01T00:00:00.000Z",
		`new Date() instanceof Date`:              "true",
		`setTimeout(() => 1)`:                     "0",
		`typeof document + typeof window`:         "undefinedundefined",
		`typeof require + typeof std + typeof os`: "undefinedundefinedundefined",
		`this.measure('Đạt', '600 20px X')`:       fmt.Sprint(f.width("Đạt") * 20),
	} {
		e := NewEngine([]byte(`var charts = {setMeasure(f) { this.measure = f }, scene() { return String(`+script+`) }}`), regular, semibold, Store{})
		m, err := e.works().machine()
		if err != nil {
			t.Fatal(err)
		}
		v, err := newVM(m)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := v.draw(nil, 1, 1); err != nil || string(got) != want {
			t.Errorf("%s: %s, %v; want %s", script, got, err, want)
		}
		v.close()
	}
}

// serve makes an engine at each change, for days.
func TestMachinesOfALostEngineAreClosed(t *testing.T) {
	before, most := settled(), int64(0)
	for range 12 {
		e := toyEngine(t, `this.kept = new Array(1e6).fill(w); return JSON.stringify({tag: 'svg', attrs: {width: w, height: h}})`, mostTime)
		if _, err := e.draw([]byte("{}"), 1, 1); err != nil {
			t.Fatal(err)
		}
		most = max(most, open.Load()-before)
	}
	for range 1000 {
		if settled() <= before {
			break
		}
	}
	if n := open.Load() - before; n > 0 || most == 0 {
		t.Errorf("%d machines of %d are open", n, most)
	}
}

// A preview makes an engine at each change: what drew before the change draws after it, unless the bundle or a font is another.
func TestEnginesShareTheirMachines(t *testing.T) {
	_, regular, semibold := assets(t)
	before := settled()
	draws := func(e *Engine, want int64) {
		t.Helper()
		if _, err := e.draw([]byte("{}"), 1, 1); err != nil {
			t.Fatal(err)
		}
		if n := open.Load() - before; n > want {
			t.Errorf("%d machines are open, more than %d", n, want)
		}
	}
	first := NewEngine([]byte(toy), regular, semibold, Store{})
	draws(first, 1)
	second := NewEngine([]byte(toy), regular, semibold, Store{})
	draws(second, 1)
	other := NewEngine([]byte(toy), semibold, semibold, Store{})
	draws(other, 2)
	if first.works() != second.works() || first.works() == other.works() {
		t.Error("shared with the wrong one")
	}
}

// What a closed machine held, the next one gets.
func TestClosedMachinesHoldNoMemory(t *testing.T) {
	e := newTestEngine(t, Store{})
	m, err := e.works().machine()
	if err != nil {
		t.Fatal(err)
	}
	option, height := optionOf(t, 0)
	var first, last int
	for i := range 30 {
		v, err := newVM(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := v.draw(option, Wide, height); err != nil {
			t.Fatal(err)
		}
		v.close()
		if last = resident(t); i == 4 {
			first = last
		}
	}
	if last > first+8<<20 {
		t.Errorf("25 machines later %d bytes more are taken", last-first)
	}
}

func optionOf(t *testing.T, i int) (option []byte, height int) {
	t.Helper()
	d, err := build(samples()[i])
	if err != nil {
		t.Fatal(err)
	}
	if option, err = d.option(); err != nil {
		t.Fatal(err)
	}
	return option, d.height
}

// resident tells the memory of this process in bytes, where the system does.
func resident(t *testing.T) int {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("no /proc")
	}
	var size, pages int
	if _, err := fmt.Sscan(string(b), &size, &pages); err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// The code holds no text of functions: see forgetSource, which depends on the binding.
func TestCodeIsWithoutSource(t *testing.T) {
	bundle, _, _ := assets(t)
	code, err := compile(bundle)
	if err != nil {
		t.Fatal(err)
	}
	if len(code) > len(bundle)*5/4 || bytes.Contains(code, []byte("return ")) {
		t.Errorf("%d bytes of code for %d of the bundle", len(code), len(bundle))
	}
}
