package legible

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// packed reads what is in a ZIP, and the names in it.
func (r *Reader) packed(b []byte, see func(part, text string) (done bool)) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	z.RegisterDecompressor(zip.Deflate, inflated)
	note(see, "", z.Comment)
	room := rooms.Get().(*bytes.Buffer)
	defer func() {
		if room.Cap() <= mostRoom {
			rooms.Put(room)
		}
	}()
	for _, f := range z.File {
		see(f.Name, f.Name)
		note(see, f.Name, f.Comment)
		inner, err := unpack(f, room)
		if err != nil {
			return err
		}
		if err := r.read(f.Name, inner, func(part, text string) bool {
			if part == "" {
				return see(f.Name, text)
			}
			return see(f.Name+"!"+part, text)
		}); err != nil {
			return err
		}
	}
	return nil
}

// rooms are for what is unpacked, one file of an archive after the other.
var rooms = sync.Pool{New: func() any { return &bytes.Buffer{} }}

// unpack gives the bytes of a file in a ZIP, which tells how many they are but may be wrong. They are good until the next file is unpacked.
func unpack(f *zip.File, b *bytes.Buffer) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b.Reset()
	if f.UncompressedSize64 < largestGuess {
		b.Grow(int(f.UncompressedSize64) + bytes.MinRead)
	}
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// inflaters are used again: each has a window and tables.
var inflaters = sync.Pool{New: func() any { return &inflater{flate.NewReader(nil), bufio.NewReader(nil)} }}

// inflater is given back when it is closed.
type inflater struct {
	io.ReadCloser
	packed *bufio.Reader
}

func inflated(r io.Reader) io.ReadCloser {
	i := inflaters.Get().(*inflater)
	i.packed.Reset(r)
	_ = i.ReadCloser.(flate.Resetter).Reset(i.packed, nil) // which never fails
	return i
}

func (i *inflater) Close() error {
	defer inflaters.Put(i)
	return i.ReadCloser.Close()
}

// largestGuess is how much a ZIP is believed.
const largestGuess = 64 << 20

func note(see func(part, text string) bool, part, text string) {
	if text != "" {
		see(part, text)
	}
}

var (
	errPNG  = errors.New("không phải ảnh PNG trọn vẹn")
	errJPEG = errors.New("không phải ảnh JPEG trọn vẹn")
)

// png gives the notes in a picture: texts, plain or packed, and EXIF.
func png(b []byte, see func(string)) error {
	b, ok := bytes.CutPrefix(b, []byte("\x89PNG\r\n\x1a\n"))
	if !ok {
		return errPNG
	}
	for len(b) > 0 {
		if len(b) < 12 {
			return errPNG
		}
		n := binary.BigEndian.Uint32(b)
		if uint64(n)+12 > uint64(len(b)) {
			return errPNG
		}
		data := b[8 : 8+n]
		switch string(b[4:8]) {
		case "tEXt", "eXIf", "tIME":
			see(letters(data))
		case "iTXt", "zTXt":
			see(letters(data))
			see(letters(unpacked(data)))
		}
		b = b[12+n:]
	}
	return nil
}

// unpacked is what is packed in a note, after its keyword.
func unpacked(data []byte) []byte {
	for i := range data {
		if i > 0 && data[i] == 0x78 { // where zlib begins
			if r, err := zlib.NewReader(bytes.NewReader(data[i:])); err == nil {
				if out, err := io.ReadAll(io.LimitReader(r, 1<<20)); len(out) > 0 && (err == nil || errors.Is(err, io.ErrUnexpectedEOF)) {
					return out
				}
			}
		}
	}
	return nil
}

// jpeg gives the notes in a photograph: all that stands before the picture itself and does not draw it.
func jpeg(b []byte, see func(string)) error {
	if !bytes.HasPrefix(b, []byte{0xFF, 0xD8}) {
		return errJPEG
	}
	for b = b[2:]; len(b) >= 4 && b[0] == 0xFF; {
		kind, n := b[1], int(binary.BigEndian.Uint16(b[2:]))
		if kind == 0xDA {
			return nil
		}
		if n < 2 || n+2 > len(b) {
			return errJPEG
		}
		if kind >= 0xE0 && kind <= 0xEF || kind == 0xFE {
			see(letters(b[4 : 2+n]))
		}
		b = b[2+n:]
	}
	return errJPEG
}

// letters are the readable stretches of bytes, each on a paragraph of its own.
func letters(b []byte) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(string(b), "\x00"), func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' }), "\n\n")
}
