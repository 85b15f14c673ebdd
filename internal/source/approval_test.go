package source

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

var approved = []Field{{Key: "hash", Text: strings.Repeat("12", 32)}, {Key: "by", Text: "Trần Văn Mẫu: “Trưởng ban”"},
	{Key: "at", Text: "2018-10-02T08:00:00+07:00"}, {Key: "as_of", Text: "2018-10-02T07:00:00+07:00"}}

// TestAddApproval: each way in which a person may have left the file keeps every byte of it, and what was added is read back.
func TestAddApproval(t *testing.T) {
	before := []Field{{Key: "hash", Text: strings.Repeat("1", 64)}, approved[1], approved[2], approved[3]}
	first, err := AddApproval(nil, before)
	if err != nil {
		t.Fatal(err)
	}
	for _, was := range []string{"", string(first), "# Ghi chú\n", strings.TrimSuffix(string(first), "\n"), strings.ReplaceAll(string(first), "\n", "\r\n"),
		string(first) + "  note: |\n    Hai\n    dòng\n# hết\n", "  - hash: a\n    by: b # c\n", "- {hash: a, by: b}\n"} {
		out, err := AddApproval([]byte(was), approved)
		if err != nil {
			t.Errorf("%q: %v", was, err)
			continue
		}
		if !strings.HasPrefix(string(out), was) {
			t.Errorf("%q became %q", was, out)
		}
		if strings.Contains(was, "\r\n") && strings.Count(string(out), "\n") != strings.Count(string(out), "\r\n") {
			t.Errorf("two ends of lines: %q", out)
		}
		tree, _, err := Read(fstest.MapFS{ApprovalsFile: &fstest.MapFile{Data: out}})
		if err != nil || len(tree.Approvals) == 0 {
			t.Fatal(err, string(out))
		}
		last := tree.Approvals[len(tree.Approvals)-1]
		if last.Hash.Text != approved[0].Text || last.By.Text != approved[1].Text || last.At.Text != approved[2].Text {
			t.Errorf("read %+v of\n%s", last, out)
		}
	}
	if again, err := AddApproval(first, before); err != nil || string(again) != string(first) {
		t.Errorf("the same word is written twice: %v\n%s", err, again)
	}
	for _, was := range []string{"[]\n", "[{hash: a}]", "hash: a\n", "- hash: a\n by: [\n"} {
		out, err := AddApproval([]byte(was), approved)
		if err == nil {
			t.Errorf("%q became %q", was, out)
		}
		var hand *Unwritable
		if was[0] == '[' && !errors.As(err, &hand) {
			t.Errorf("%q: %v", was, err)
		}
	}
}

// FuzzAddApproval: whatever stands there, it stays and one entry more is read, or nothing is written.
func FuzzAddApproval(f *testing.F) {
	f.Add("- hash: a\n  by: b\n", "Trần Văn Mẫu")
	f.Add("# x\r\n- {hash: a}\r\n", "- “x”: #y")
	f.Add("---\n- a\n...\n", "\ttab\n")
	f.Add("- |\n  a", "")
	f.Fuzz(func(t *testing.T, was, by string) {
		fields := []Field{{Key: "hash", Text: "ab"}, {Key: "by", Text: by}}
		out, err := AddApproval([]byte(was), fields)
		if err != nil {
			return
		}
		if !strings.HasPrefix(string(out), was) {
			t.Errorf("%q became %q", was, out)
		}
		is, err := approvalNodes(out)
		if err != nil || len(is) == 0 || !same(fieldsOf(is[len(is)-1]), fields) {
			t.Errorf("%q is not read back: %v", out, err)
		}
	})
}
