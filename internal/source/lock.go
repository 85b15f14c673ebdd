package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// lockFile is where the addresses lie that were published. It is the machine's own: a text of lines, not YAML, so that a hundred thousand
// of them are quickly read and a merge of two branches shows line by line.
//
//	# a comment
//	/chi-tieu/ho-ngheo/ 2019-01-15
//	# hết: 1 địa chỉ
const lockFile = "data/urls.lock"

// publishedDir is what publications kept; where it is, there was one.
const publishedDir = "data/published"

// maxLock is the size above which the lock is refused: some five million addresses.
const maxLock = 256 << 20

// findLock finds the lock. Where something was published there must be one.
func findLock(fsys fs.FS, problems *diag.List) ([]found, error) {
	_, err := fs.Stat(fsys, lockFile)
	if !errors.Is(err, fs.ErrNotExist) {
		return []found{{path: lockFile, lock: true}}, nil // what else is wrong shows when it is read
	}
	kept, err := list(fsys, publishedDir)
	if slices.ContainsFunc(kept, func(e fs.DirEntry) bool { return !aside(e.Name()) }) {
		problems.Add(lockMissing, diag.Place{File: lockFile}, "không có tệp này, dù đã có bản công bố trong "+publishedDir+"/", "lấy lại tệp từ bản lưu (git)")
	}
	return nil, err
}

// Lock is data/urls.lock: every address that was published.
type Lock struct {
	Place diag.Place
	Lines []LockLine // as they stand, which should be sorted by address, each once
}

// LockLine is an address and the day on which it was first published.
type LockLine struct {
	Address Value
	Since   Value
}

var lockEnd = regexp.MustCompile(`^# hết: ([0-9]+) địa chỉ$`)

// LockEnd is the last line of a lock of so many addresses. A file that was cut off lacks it.
func LockEnd(addresses int) string { return fmt.Sprintf("# hết: %d địa chỉ", addresses) }

// lock reads the lines of a lock. What is no line is told, and the rest is read.
func (w *walker) lock(b []byte) *Lock {
	l := &Lock{Place: diag.Place{File: w.file}}
	end, told := 0, 0 // the line of the end, and what it says
	said := 0
	n := 0
	for text := range bytes.Lines(b) {
		n++
		line := strings.TrimRight(string(text), "\r\n")
		address, since, parted := strings.Cut(line, " ")
		switch {
		case parted && address != "" && address[0] == '/' && since != "" && !strings.Contains(since, " "):
			l.Lines = append(l.Lines, LockLine{
				Address: Value{Text: address, Place: w.spot(n, 1)},
				Since:   Value{Text: since, Place: w.spot(n, utf8.RuneCountInString(address)+2)},
			})
		case lockEnd.MatchString(line):
			end = n
			said, _ = strconv.Atoi(lockEnd.FindStringSubmatch(line)[1])
		case line == "" || line[0] == '#':
		default:
			if told++; told <= maxOfAKind {
				w.strangeLine(line, n)
			}
		}
	}
	w.lossy = w.lossy || told > 0
	if told == 0 {
		w.lockWhole(l, n, end, said)
	}
	w.lockOrder(l)
	return l
}

// strangeLine reports a line that is no address.
func (w *walker) strangeLine(line string, n int) {
	const restore = "lấy lại tệp này từ bản lưu (git); tệp do bangvang publish ghi, không sửa tay"
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if strings.HasPrefix(line, mark) {
			w.add(lockDamaged, w.spot(n, 1), "dấu xung đột do git ghi khi gộp hai nhánh",
				"xoá các dòng dấu <<<<<<<, =======, >>>>>>>, giữ dòng địa chỉ của cả hai nhánh, rồi sửa số ở dòng cuối")
			return
		}
	}
	w.add(lockDamaged, w.spot(n, 1), "dòng này không phải một địa chỉ và ngày công bố", restore)
}

// lockWhole reports a lock that lacks its end, or has more or fewer lines than the end says: addresses may be lost from it.
func (w *walker) lockWhole(l *Lock, lines, end, said int) {
	if end > 0 && said == len(l.Lines) {
		return
	}
	text, at := "tệp không có dòng cuối, có thể đã bị cắt mất một phần", w.spot(max(lines, 1), 0)
	if end > 0 {
		text, at = fmt.Sprintf("dòng cuối ghi %d địa chỉ nhưng tệp có %d", said, len(l.Lines)), w.spot(end, 1)
	}
	w.lossy = true
	w.add(lockDamaged, at, text, fmt.Sprintf("lấy lại tệp từ bản lưu (git); nếu chắc không thiếu dòng nào, ghi dòng cuối là %q", LockEnd(len(l.Lines))))
}

// lockOrder reports lines that stand out of order or twice, once: nothing is lost by it, and the next publication writes them in order.
func (w *walker) lockOrder(l *Lock) {
	var first diag.Place
	count := 0
	for i := 1; i < len(l.Lines); i++ {
		if a := &l.Lines[i].Address; a.Text <= l.Lines[i-1].Address.Text {
			if count++; count == 1 {
				first = a.Place
			}
		}
	}
	if count > 0 {
		w.add(lockUnsorted, first, fmt.Sprintf("%d dòng viết hai lần hoặc sai thứ tự; dòng đầu tiên ở đây", count),
			"không phải sửa: bangvang publish lần sau sẽ xếp lại")
	}
}
