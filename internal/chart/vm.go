package chart

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// vm is one JavaScript machine with the bundle loaded. It belongs to one goroutine at a time.
type vm struct {
	scene    goja.Callable
	runtime  *goja.Runtime
	warnings []string
}

// newVM loads the compiled bundle. The bundle needs no document and no canvas; it gets no clock and no chance either.
func newVM(program *goja.Program, f faces) (*vm, error) {
	r := goja.New()
	v := &vm{runtime: r}
	r.SetRandSource(func() float64 { return 0.5 })
	nothing := func(goja.FunctionCall) goja.Value { return r.ToValue(0) }
	warn := func(c goja.FunctionCall) goja.Value {
		var words []string
		for _, a := range c.Arguments {
			words = append(words, a.String())
		}
		v.warnings = append(v.warnings, strings.Join(words, " "))
		return goja.Undefined()
	}
	console := r.NewObject()
	for _, name := range []string{"log", "warn", "error"} {
		if err := console.Set(name, warn); err != nil {
			return nil, err
		}
	}
	for name, value := range map[string]any{"setTimeout": nothing, "clearTimeout": nothing, "console": console} {
		if err := r.Set(name, value); err != nil {
			return nil, err
		}
	}
	if _, err := r.RunProgram(program); err != nil {
		return nil, fmt.Errorf("chart bundle: %w", err)
	}
	exports := r.Get("charts")
	if exports == nil {
		return nil, errors.New("chart bundle: no charts in it")
	}
	set, ok := goja.AssertFunction(exports.ToObject(r).Get("setMeasure"))
	scene, ok2 := goja.AssertFunction(exports.ToObject(r).Get("scene"))
	if !ok || !ok2 {
		return nil, errors.New("chart bundle: no charts.scene or charts.setMeasure in it")
	}
	measure := func(c goja.FunctionCall) goja.Value {
		return r.ToValue(f.width(c.Argument(0).String(), c.Argument(1).String()))
	}
	if _, err := set(goja.Undefined(), r.ToValue(measure)); err != nil {
		return nil, fmt.Errorf("chart bundle: %w", err)
	}
	v.scene = scene
	return v, nil
}

// draw answers with the display list of an option. What ECharts warns about is an error: in a page nobody would see it.
func (v *vm) draw(option []byte, width, height int) ([]byte, error) {
	v.warnings = nil
	result, err := v.scene(goja.Undefined(), v.runtime.ToValue(string(option)), v.runtime.ToValue(width), v.runtime.ToValue(height))
	if err != nil {
		return nil, err
	}
	if len(v.warnings) > 0 {
		return nil, errors.New(strings.Join(v.warnings, "; "))
	}
	return []byte(result.String()), nil
}
