package stencil

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
)

// val is a value in a template: a text that a function gave, which lies in no variable, or anything else.
type val struct {
	v    reflect.Value // if kind is 0
	text string
	kind kind
}

type kind uint8

const (
	plain kind = iota + 1
	markup
	attribute
)

var (
	stringType = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
	attrType   = reflect.TypeFor[template.HTMLAttr]()
	intType    = reflect.TypeFor[int]()
	errorType  = reflect.TypeFor[error]()
	wordsType  = reflect.TypeFor[fmt.Stringer]()
)

// value is a val for reflection.
func (x val) value() reflect.Value {
	switch x.kind {
	case plain:
		return reflect.ValueOf(x.text)
	case markup:
		return reflect.ValueOf(template.HTML(x.text))
	case attribute:
		return reflect.ValueOf(template.HTMLAttr(x.text))
	}
	return x.v
}

// given is a val as it is given to a function that takes anything.
func (x val) given() any {
	switch v := x.value(); {
	case !v.IsValid():
		return nil
	case !v.CanInterface():
		panic(fault{})
	default:
		return v.Interface()
	}
}

// laidOpen is what lies in an "any".
func laidOpen(x val) val {
	if x.kind == 0 && x.v.Kind() == reflect.Interface && x.v.NumMethod() == 0 {
		x.v = x.v.Elem()
	}
	return x
}

// basic is what lies in any interface.
func basic(x val) val {
	if x.kind == 0 && x.v.Kind() == reflect.Interface {
		x.v = x.v.Elem()
	}
	return x
}

// words are a val's text, if it is one of any type.
func (x val) words() (string, bool) {
	if x.kind != 0 {
		return x.text, true
	}
	if x.v.Kind() == reflect.String {
		return x.v.String(), true
	}
	return "", false
}

// truth is what "if" asks.
func (x val) truth() bool {
	if x.kind != 0 {
		return x.text != ""
	}
	v := x.v
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len() > 0
	case reflect.Pointer, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	if v.CanFloat() || v.CanComplex() {
		panic(fault{})
	}
	return !v.IsZero()
}

// said is a val as it is printed, and whether it is markup or an attribute already.
func (x val) said() (string, kind) {
	if x.kind != 0 {
		return x.text, x.kind
	}
	v := x.v
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	if !v.IsValid() {
		return "", plain
	}
	switch t := v.Type(); {
	case t == stringType:
		return v.String(), plain
	case t == htmlType:
		return v.String(), markup
	case t == attrType:
		return v.String(), attribute
	case t == intType:
		return strconv.FormatInt(v.Int(), 10), plain
	case t.PkgPath() == "html/template", v.Kind() == reflect.Pointer, v.Kind() == reflect.Interface, !v.CanInterface():
		panic(fault{})
	case v.Kind() == reflect.String && !t.Implements(wordsType) && !t.Implements(errorType):
		return v.String(), plain
	default:
		return fmt.Sprint(v.Interface()), plain
	}
}
