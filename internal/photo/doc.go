// Package photo is pictures of the input, JPEG and PNG: judged before they are believed, and written without what they say of where, when and
// by whom they were taken.
//
// A picture is never decoded: Check reads its header within bounds, Clean copies what is needed to draw it and leaves the rest out
// (EXIF with its GPS position, XMP, IPTC, comments, text, thumbnails, whatever follows the end). The turn that a camera noted is kept, since the
// picture would lie on its side without it; so is the colour profile. The package never knows who is in a picture or where it is shown.
package photo

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"bangvang/internal/diag"
)

// Bounds of a picture that is accepted.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 50_000_000
)

// Unfit is the kind of problem that a picture is.
var Unfit = &diag.Rule{
	ID:    "photo-unfit",
	Title: "Ảnh là tệp JPEG hoặc PNG nguyên vẹn, tối đa 20 MB và 50 triệu điểm ảnh.",
	Wrong: "![Lễ phát động](anh/phat-dong.heic)",
	Right: "![Lễ phát động](anh/phat-dong.jpg)",
}

// Rules are the kinds of problems that this package knows.
var Rules = []*diag.Rule{Unfit}

// What a picture may be refused for.
var (
	ErrForm  = errors.New("không phải ảnh JPEG hay PNG đọc được")
	ErrLarge = errors.New("ảnh quá lớn: tối đa 20 MB và 50 triệu điểm ảnh")
)

// Check reads a picture through, as Clean would, and reports at a place that it cannot be published. The error is the machine's.
func Check(fsys fs.FS, name string, at diag.Place, problems *diag.List) error {
	err := Clean(io.Discard, fsys, name)
	if errors.Is(err, ErrForm) || errors.Is(err, ErrLarge) {
		problems.Addf(Unfit, at, "lưu lại ảnh dạng JPEG hoặc PNG, thu nhỏ nếu cần", "%s: %v", name, err)
		return nil
	}
	return err
}

// Clean writes a picture without its metadata. The same file gives the same bytes.
func Clean(w io.Writer, fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	i, err := f.Stat()
	switch {
	case err != nil:
		return err
	case !i.Mode().IsRegular():
		return ErrForm
	case i.Size() > MaxBytes:
		return ErrLarge
	}
	r := bufio.NewReader(io.LimitReader(f, MaxBytes))
	head, _ := r.Peek(len(pngHead))
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xd8}):
		err = cleanJPEG(w, r)
	case bytes.Equal(head, []byte(pngHead)):
		err = cleanPNG(w, r)
	default:
		return ErrForm
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: tệp bị cắt ngắn", ErrForm)
	}
	return err
}

func checkSize(width, height uint32) error {
	if width == 0 || height == 0 {
		return ErrForm
	}
	if uint64(width)*uint64(height) > MaxPixels {
		return ErrLarge
	}
	return nil
}

const pngHead = "\x89PNG\r\n\x1a\n"

// pngKept are the chunks that a PNG is drawn by (PNG specification, 3rd edition, section 11).
var pngKept = map[string]bool{"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true, "cHRM": true, "gAMA": true, "iCCP": true,
	"sRGB": true, "cICP": true, "sBIT": true, "bKGD": true, "pHYs": true}

func cleanPNG(w io.Writer, r *bufio.Reader) error {
	if _, err := io.CopyN(w, r, int64(len(pngHead))); err != nil {
		return err
	}
	var head [8]byte
	for first := true; ; first = false {
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return err
		}
		n, kind := binary.BigEndian.Uint32(head[:4]), string(head[4:])
		if n > MaxBytes || first != (kind == "IHDR") {
			return ErrForm
		}
		if first {
			size, err := r.Peek(8)
			if err != nil {
				return err
			}
			if err := checkSize(binary.BigEndian.Uint32(size), binary.BigEndian.Uint32(size[4:])); err != nil {
				return err
			}
		}
		to := io.Discard
		if pngKept[kind] {
			to = w
			if _, err := w.Write(head[:]); err != nil {
				return err
			}
		}
		if _, err := io.CopyN(to, r, int64(n)+4); err != nil {
			return err
		}
		if kind == "IEND" {
			return nil
		}
	}
}
