package edition

import (
	"testing"
	"unsafe"

	"bangvang/internal/campaign"
)

// TestOwnTexts: nothing that a public award says is a part of the file that it was read from, which would be held as long as the edition; what many
// awards say is held once.
func TestOwnTexts(t *testing.T) {
	file := "id: d-001 name: Ngô Thử honorific: Em position: Học sinh lớp 5A group: học sinh citation: Giải nhất cuộc thi thử"
	read := func(from, to int) string { return file[from:to] }
	a := &campaign.Award{ID: read(4, 9), Name: read(16, 25), Honorific: read(37, 39), Position: read(50, 67), Group: read(75, 84), Citation: read(95, len(file)),
		Kind: campaign.Individual, Unit: &campaign.Unit{ID: "truong", Name: "Trường Thử"}}
	all := newCommon()
	first, second := publicAward(a, &DecisionRef{}, nil, all), publicAward(a, &DecisionRef{}, nil, all)
	begin := uintptr(unsafe.Pointer(unsafe.StringData(file)))
	for i, s := range []string{first.ID, first.Name, first.Honorific, first.Position, first.Group, first.Citation, string(first.Path)} {
		if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); s == "" || at >= begin && at < begin+uintptr(len(file)) {
			t.Errorf("text %d, %q, is a part of its file", i, s)
		}
	}
	if unsafe.StringData(first.Citation) != unsafe.StringData(second.Citation) || unsafe.StringData(string(first.Unit.Path)) != unsafe.StringData(string(second.Unit.Path)) {
		t.Error("what two awards say is held twice")
	}
}
