package chart

import (
	"fmt"
	"reflect"
	"runtime"
	"sync/atomic"
	"time"

	"modernc.org/libquickjs"
	"modernc.org/quickjs"
)

// What a script may use before it is an error. A chart takes some hundredths of a second, a machine a few million bytes.
const (
	mostTime   = time.Minute
	mostMemory = 128 << 20 // bytes
)

// setting is the world in which the bundle finds itself: no document and no canvas, no clock, no chance.
const setting = `
Math.random = () => 0.5;
Date = class extends Date {
	constructor(...when) { super(...(when.length ? when : [0])) }
	static now() { return 0 }
};
var setTimeout = () => 0, clearTimeout = () => 0, console = {};
`

// entry gives the function that draws. What ECharts warns about is an error: in a page nobody would see it.
const entry = `
charts.setMeasure(measure);
(json, width, height) => {
	const told = [];
	console.log = console.warn = console.error = (...words) => { told.push(words.join(' ')) };
	const list = charts.scene(json, width, height);
	if (told.length) throw new Error(told.join('; '));
	return list;
}`

// compile makes code of the bundle, which any number of machines load in a tenth of the time.
func compile(bundle []byte) ([]byte, error) {
	js, err := newMachine(mostTime)
	if err != nil {
		return nil, err
	}
	defer js.Close()
	forgetSource(js)
	return js.Compile(string(bundle), quickjs.EvalGlobal)
}

// forgetSource has functions compiled without their text, each of which would hold those of all within it again: three quarters of
// the code and of a machine's memory. Where the binding, which has no way to say it, is not as it was, they stay.
func forgetSource(js *quickjs.VM) {
	const sourceAndPlaces = 3
	r := reflect.ValueOf(js).Elem().FieldByName("runtime")
	if r.Kind() != reflect.Pointer || r.IsNil() {
		return
	}
	if at := r.Elem().FieldByName("cRuntime"); at.Kind() == reflect.Uintptr {
		libquickjs.XJS_SetStripInfo(nil, uintptr(at.Uint()), sourceAndPlaces)
	}
}

func newMachine(most time.Duration) (*quickjs.VM, error) {
	js, err := quickjs.NewVM()
	if err != nil {
		return nil, err
	}
	js.SetMemoryLimit(mostMemory)
	return js, js.SetEvalTimeout(most)
}

// vm is one JavaScript machine with the bundle loaded. It belongs to one goroutine at a time.
// Its memory is not Go's: close frees it, or the garbage collector once nobody has the machine any more.
type vm struct {
	scene quickjs.Value // the function
	lost  runtime.Cleanup
}

// open counts the machines whose memory is not freed.
var open atomic.Int64

// newVM loads the compiled bundle.
func newVM(m machine) (*vm, error) {
	js, err := newMachine(m.most)
	if err != nil {
		return nil, err
	}
	scene, err := load(js, m)
	if err != nil {
		js.Close()
		return nil, fmt.Errorf("chart bundle: %w", err)
	}
	open.Add(1)
	v := &vm{scene: scene}
	v.lost = runtime.AddCleanup(v, shut, scene)
	return v, nil
}

func load(js *quickjs.VM, m machine) (scene quickjs.Value, err error) {
	if err := js.RegisterFunc("measure", m.faces.width, false); err != nil {
		return scene, err
	}
	if _, err := js.Eval(setting, quickjs.EvalGlobal); err != nil {
		return scene, err
	}
	if _, err := js.EvalBytecode(m.code); err != nil {
		return scene, err
	}
	return js.EvalValue(entry, quickjs.EvalGlobal)
}

// draw answers with the display list of an option.
func (v *vm) draw(option []byte, width, height int) ([]byte, error) {
	result, err := v.scene.Call(quickjs.UndefinedValue, string(option), width, height)
	if err != nil {
		return nil, err
	}
	list, ok := result.(string)
	if !ok {
		return nil, fmt.Errorf("chart bundle: a scene is a %T", result)
	}
	return []byte(list), nil
}

// close frees the machine's memory. Nobody may use it afterwards.
func (v *vm) close() {
	v.lost.Stop()
	shut(v.scene)
}

func shut(scene quickjs.Value) {
	js := scene.VM()
	scene.Free()
	js.Close()
	open.Add(-1)
}
