package export

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// wideWriter writes UTF-8 as UTF-16, with a mark and the low byte first, as Excel knows text that it is given.
type wideWriter struct {
	to    io.Writer
	begun bool
	rest  []byte // of a letter that goes on in the next piece
	out   []byte
}

func (w *wideWriter) Write(b []byte) (int, error) {
	n := len(b)
	w.out = w.out[:0]
	w.mark()
	for len(b) > 0 && len(w.rest) > 0 { // until the letter is whole, or is none
		w.rest, b = append(w.rest, b[0]), b[1:]
		for len(w.rest) > 0 && utf8.FullRune(w.rest) {
			w.rest = w.rest[w.decode(w.rest):]
		}
	}
	for len(b) > 0 {
		if c := b[0]; c < utf8.RuneSelf {
			w.out = append(w.out, c, 0)
			b = b[1:]
			continue
		}
		if !utf8.FullRune(b) {
			w.rest = append(w.rest[:0], b...)
			break
		}
		b = b[w.decode(b):]
	}
	_, err := w.to.Write(w.out)
	return n, err
}

// decode writes the first letter and tells how many bytes it has.
func (w *wideWriter) decode(b []byte) int {
	r, size := utf8.DecodeRune(b)
	w.letters(r)
	return size
}

// Close writes what is left of a letter that does not go on.
func (w *wideWriter) Close() error {
	w.out = w.out[:0]
	w.mark()
	for range w.rest {
		w.letters(utf8.RuneError)
	}
	w.rest = nil
	_, err := w.to.Write(w.out)
	return err
}

func (w *wideWriter) mark() {
	if !w.begun {
		w.out, w.begun = append(w.out, 0xFF, 0xFE), true
	}
}

func (w *wideWriter) letters(r rune) {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		w.out = append(w.out, byte(high), byte(high>>8), byte(low), byte(low>>8))
		return
	}
	w.out = append(w.out, byte(r), byte(r>>8))
}
