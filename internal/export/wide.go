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
	if len(w.rest) > 0 {
		b = append(w.rest, b...)
		w.rest = nil
	}
	for len(b) > 0 {
		if c := b[0]; c < utf8.RuneSelf {
			w.out = append(w.out, c, 0)
			b = b[1:]
			continue
		}
		if !utf8.FullRune(b) {
			w.rest = append([]byte(nil), b...)
			break
		}
		r, size := utf8.DecodeRune(b)
		w.letters(r)
		b = b[size:]
	}
	_, err := w.to.Write(w.out)
	return n, err
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
