package export

import (
	"bytes"
	"reflect"
	"testing"

	"bangvang/internal/edition"
)

// TestEntryOrigin holds the origin of an index to depend on all that an entry says: each field changes it, one that is added later too.
func TestEntryOrigin(t *testing.T) {
	whole := edition.Entry{Kind: "k", Name: "n", Also: "a", Line: "l", Path: "/p/", Twins: []edition.EntryTwin{{Lang: "en", Name: "n", Line: "l"}}}
	want := appendEntry(nil, whole)
	for _, twin := range []bool{false, true} {
		other := whole
		other.Twins = []edition.EntryTwin{whole.Twins[0]}
		v := reflect.ValueOf(&other).Elem()
		if twin {
			v = reflect.ValueOf(&other.Twins[0]).Elem()
		}
		for i := range v.NumField() {
			f, was := v.Field(i), reflect.New(v.Field(i).Type()).Elem()
			was.Set(f)
			f.SetZero()
			if bytes.Equal(appendEntry(nil, other), want) {
				t.Errorf("%s.%s does not change the origin", v.Type(), v.Type().Field(i).Name)
			}
			f.Set(was)
		}
	}
	moved := whole
	moved.Name, moved.Also = "na", ""
	if bytes.Equal(appendEntry(nil, moved), want) {
		t.Error("a letter that moves to the next field does not change the origin")
	}
}
