package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

const lockName = "urls.lock"

const lockHead = `# Mọi địa chỉ đã công bố, mỗi dòng một địa chỉ và ngày công bố lần đầu.
# Tệp này do lệnh bangvang publish ghi: không sửa tay, không xoá, lưu cùng dữ liệu (git).
# Địa chỉ đã có ở đây thì trang web không được làm mất: đổi địa chỉ hay thu hồi hẳn thì ghi vào data/moved.yaml.
`

// WriteLock writes a lock: the promises by address, each once.
func WriteLock(w io.Writer, promises []campaign.Promise) error {
	b := bufio.NewWriter(w)
	b.WriteString(lockHead)
	for i := range promises {
		b.WriteString(promises[i].Address)
		b.WriteByte(' ')
		b.WriteString(promises[i].Since.ISO())
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "# hết: %d địa chỉ\n", len(promises))
	return b.Flush()
}

// lock replaces data/urls.lock, at once or not at all. It tells whether anything changed.
func lock(data string, promises []campaign.Promise) (bool, error) {
	var text bytes.Buffer
	if err := WriteLock(&text, promises); err != nil {
		return false, err
	}
	at := filepath.Join(data, lockName)
	old, err := os.ReadFile(at)
	switch {
	case err == nil && bytes.Equal(old, text.Bytes()):
		return false, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return false, err
	}
	return true, source.ReplaceFile(at, text.Bytes())
}
