package build

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"sync"
)

// ownSum stands for the program: templates, rules and formats are in it.
var ownSum = sync.OnceValues(func() (sum [sha256.Size]byte, err error) {
	name, err := os.Executable()
	if err != nil {
		return sum, err
	}
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	return programSum(f)
})

// The linker writes into each program, near its head, what "go tool buildid" shows: hashes of all that it was made from and of the program itself. On
// systems with ELF that is a note with this head, elsewhere it stands before the first function.
var (
	elfNote  = []byte("\x04\x00\x00\x00Go\x00\x00")
	textHead = []byte("\xff Go build ID: \"")
)

// headSize is how much of a program is looked through for its build ID: what the toolchain itself reads.
const headSize = 32 << 10

// programSum is of a program's build ID; of one that has none, of all its bytes.
func programSum(f io.ReadSeeker) (sum [sha256.Size]byte, err error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return sum, err
	}
	if id := buildID(head[:n]); len(id) > 0 {
		return sha256.Sum256(id), nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return sum, err
	}
	h := sha256.New()
	_, err = io.Copy(h, f)
	h.Sum(sum[:0])
	return sum, err
}

// buildID finds a program's build ID near its head, if it is one that the toolchain gave and not a word of whoever built it.
func buildID(head []byte) []byte {
	if _, id, ok := bytes.Cut(head, textHead); ok {
		id, _, _ = bytes.Cut(id, []byte{'"'})
		return given(id)
	}
	i := bytes.Index(head, elfNote)
	if i < 4 || head[i-4] == 0 || !bytes.Equal(head[i-3:i], []byte{0, 0, 0}) {
		return nil
	}
	id := head[i+len(elfNote):]
	return given(id[:min(int(head[i-4]), len(id))])
}

// given returns an ID of four hashes, as the toolchain gives them, else nothing.
func given(id []byte) []byte {
	parts := bytes.Split(id, []byte{'/'})
	if len(parts) != 4 {
		return nil
	}
	for _, p := range parts {
		if len(p) < 20 {
			return nil
		}
	}
	return id
}
