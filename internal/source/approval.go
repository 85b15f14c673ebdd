package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
)

// ApprovalsFile is where it is written who approved what.
const ApprovalsFile = "data/approvals.yaml"

// Approval is an entry of data/approvals.yaml: who approved which bytes for publication, and when. It is private; the publish command adds to it.
type Approval struct {
	Place diag.Place
	Hash  Value `key:"hash"`
	By    Value `key:"by"`
	At    Value `key:"at"`
	AsOf  Value `key:"as_of"`
	Note  Value `key:"note?"`
}

const approvalsHead = `# Ai đã duyệt công bố bản nào, lúc nào; mục cuối là lần mới nhất. Lệnh bangvang publish --approve ghi thêm vào đây.
# Tệp nội bộ, không bao giờ công bố; lưu cùng dữ liệu (git). Có thể ghi thêm note cho từng mục.
`

// AddApproval adds an entry at the end of data/approvals.yaml, which was empty or is not there if b is nil. What stands there stays as it is. The
// word that the last entry holds already, of the same person on the same bytes, is not written twice.
func AddApproval(b []byte, fields []Field) ([]byte, error) {
	was, err := approvalNodes(b)
	if err != nil {
		return nil, err
	}
	if len(was) > 0 && saysSame(fieldsOf(was[len(was)-1]), fields) {
		return b, nil
	}
	eol := "\n"
	if bytes.Contains(b, []byte("\r\n")) {
		eol = "\r\n"
	}
	out := bytes.Clone(b)
	switch {
	case len(b) == 0:
		out = []byte(approvalsHead)
	case !bytes.HasSuffix(b, []byte("\n")):
		out = append(out, eol...)
	}
	indent := ""
	if len(was) > 0 {
		indent = strings.Repeat(" ", max(0, was[0].Column-3))
	}
	out = append(out, strings.Join(listed(indent, fields), eol)+eol...)
	is, err := approvalNodes(out)
	if err != nil || len(is) != len(was)+1 || !same(fieldsOf(is[len(was)]), fields) {
		return nil, &Unwritable{1, "cách viết tệp này không cho ghi thêm vào cuối; viết mỗi mục bắt đầu bằng “- hash:”"}
	}
	for i := range was {
		if !same(fieldsOf(was[i]), fieldsOf(is[i])) {
			return nil, fmt.Errorf("source: approval %d was changed in writing", i+1)
		}
	}
	return out, nil
}

// saysSame tells whether two entries are of one person on the same bytes.
func saysSame(a, b []Field) bool {
	who := func(fields []Field) []Field {
		return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.Key != "hash" && f.Key != "by" })
	}
	return same(who(a), who(b))
}

// approvalNodes are the entries of data/approvals.yaml.
func approvalNodes(b []byte) ([]*yaml.Node, error) {
	var doc yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(b)).Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	case doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Tag == "!!null":
		return nil, nil
	case doc.Content[0].Kind != yaml.SequenceNode || doc.Content[0].Style&yaml.FlowStyle != 0:
		return nil, &Unwritable{doc.Content[0].Line, "tệp không phải một danh sách, mỗi mục bắt đầu bằng “- hash:”"}
	}
	return doc.Content[0].Content, nil
}
