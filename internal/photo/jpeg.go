package photo

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
)

// Markers of JPEG (ITU-T T.81, table B.1).
const (
	soi, eoi, sos = 0xd8, 0xd9, 0xda
	app0, app1    = 0xe0, 0xe1
	app2, app14   = 0xe2, 0xee
	com           = 0xfe
)

// cleanJPEG copies a JPEG segment by segment. Of the application segments it keeps JFIF, the colour profile and Adobe's, which tells how
// colours are coded; of EXIF the turn alone.
func cleanJPEG(w io.Writer, r *bufio.Reader) error {
	if _, err := io.CopyN(w, r, 2); err != nil {
		return err
	}
	sized := false
	m, err := marker(r)
	for ; ; m, err = after(w, r, m) {
		if err != nil {
			return err
		}
		switch {
		case m == eoi:
			if !sized {
				return ErrForm
			}
			_, err := w.Write([]byte{0xff, eoi})
			return err
		case m == soi || m >= 0xd0 && m <= 0xd7 || m == 0x01 || m == 0x00:
			return ErrForm // stands only within a scan
		}
		body, err := segment(r)
		if err != nil {
			return err
		}
		if isFrame(m) {
			if len(body) < 5 {
				return ErrForm
			}
			if err := checkSize(uint32(binary.BigEndian.Uint16(body[3:])), uint32(binary.BigEndian.Uint16(body[1:]))); err != nil {
				return err
			}
			sized = true
		}
		if body = kept(m, body); body != nil {
			if err := put(w, m, body); err != nil {
				return err
			}
		}
	}
}

// after gives the marker that follows the segment of m; behind a scan's head lies coded data.
func after(w io.Writer, r *bufio.Reader, m byte) (byte, error) {
	if m == sos {
		return scan(w, r)
	}
	return marker(r)
}

// marker reads the next marker.
func marker(r *bufio.Reader) (byte, error) {
	b, err := r.ReadByte()
	if err == nil && b != 0xff {
		err = ErrForm
	}
	if err != nil {
		return 0, err
	}
	return code(r)
}

// code reads what follows the 0xff of a marker, past fill bytes.
func code(r *bufio.Reader) (byte, error) {
	for {
		if b, err := r.ReadByte(); b != 0xff || err != nil {
			return b, err
		}
	}
}

func segment(r *bufio.Reader) ([]byte, error) {
	var n [2]byte
	if _, err := io.ReadFull(r, n[:]); err != nil {
		return nil, err
	}
	size := int(binary.BigEndian.Uint16(n[:]))
	if size < 2 {
		return nil, ErrForm
	}
	body := make([]byte, size-2)
	_, err := io.ReadFull(r, body)
	return body, err
}

func put(w io.Writer, m byte, body []byte) error {
	head := []byte{0xff, m, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

func isFrame(m byte) bool { return m >= 0xc0 && m <= 0xcf && m != 0xc4 && m != 0xc8 && m != 0xcc }

// kept is what remains of a segment, nil for nothing.
func kept(m byte, body []byte) []byte {
	switch {
	case m == app0 && bytes.HasPrefix(body, []byte("JFIF\x00")) && len(body) >= 14:
		return append(bytes.Clone(body[:12]), 0, 0) // without its thumbnail
	case m == app1:
		return turn(body)
	case m == app2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")), m == app14 && bytes.HasPrefix(body, []byte("Adobe")):
		return body
	case m >= app0 && m <= 0xef, m == com:
		return nil
	}
	return body
}

// scan copies coded data, in which a 0xff is followed by 0 or by a restart marker, and gives the marker that ends it.
func scan(w io.Writer, r *bufio.Reader) (byte, error) {
	for {
		part, err := r.ReadSlice(0xff)
		if err != nil && err != bufio.ErrBufferFull {
			return 0, err
		}
		data := part
		if err == nil {
			data = part[:len(part)-1]
		}
		if _, err := w.Write(data); err != nil {
			return 0, err
		}
		if err != nil {
			continue
		}
		b, err := code(r)
		if err != nil || b != 0 && (b < 0xd0 || b > 0xd7) {
			return b, err
		}
		if _, err := w.Write([]byte{0xff, b}); err != nil {
			return 0, err
		}
	}
}

// turn gives an EXIF segment that says nothing but how the picture is turned, or nil if it isn't (EXIF 2.32, 4.6.4, tag 0x0112).
func turn(body []byte) []byte {
	const head = "Exif\x00\x00"
	if !bytes.HasPrefix(body, []byte(head)) || len(body) < len(head)+8 {
		return nil
	}
	tiff := body[len(head):]
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return nil
	}
	for n, p := int(order.Uint16(tiff[at:])), at+2; n > 0 && p+12 <= len(tiff); n, p = n-1, p+12 {
		if order.Uint16(tiff[p:]) != 0x0112 {
			continue
		}
		if way := order.Uint16(tiff[p+8:]); way >= 2 && way <= 8 {
			return append([]byte(head), 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(way), 0, 0, 0, 0, 0, 0)
		}
	}
	return nil
}
