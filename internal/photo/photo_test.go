package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

const secret = "GPS 10.0452N 105.7469E"

func picture() image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 37, 23))
	for i := range 37 * 23 {
		m.Set(i%37, i/37, color.RGBA{uint8(i * 7), uint8(i * 3), uint8(i), 255})
	}
	return m
}

// withEXIF is a JPEG with an EXIF segment that says a turn and a secret, a comment and bytes after its end.
func withEXIF(way byte) []byte {
	var b bytes.Buffer
	jpeg.Encode(&b, picture(), nil)
	exif := append([]byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00"), way, 0, 0, 0, 0, 0, 0, 0)
	exif = append(exif, secret...)
	var out bytes.Buffer
	out.Write([]byte{0xff, soi})
	put(&out, app1, exif)
	put(&out, com, []byte(secret))
	out.Write(b.Bytes()[2:])
	out.WriteString(secret)
	return out.Bytes()
}

func withText() []byte {
	var b bytes.Buffer
	png.Encode(&b, picture())
	body := append([]byte("tEXtComment\x00"), secret...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	chunk = append(chunk, body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
	return append(append(append(b.Bytes()[:33:33], chunk...), b.Bytes()[33:]...), secret...)
}

func clean(in []byte) ([]byte, error) {
	var w bytes.Buffer
	err := Clean(&w, fstest.MapFS{"a": {Data: in}}, "a")
	return w.Bytes(), err
}

// TestClean: what is left shows the same picture, turned the same way, and says nothing else.
func TestClean(t *testing.T) {
	for name, in := range map[string][]byte{"jpeg": withEXIF(6), "png": withText()} {
		if !bytes.Contains(in, []byte(secret)) {
			t.Fatal("the picture has no secret to lose")
		}
		out, err := clean(in)
		if err != nil || bytes.Contains(out, []byte(secret)) {
			t.Fatalf("%s: %v, or the secret is still there", name, err)
		}
		a, _, err1 := image.Decode(bytes.NewReader(in))
		b, _, err2 := image.Decode(bytes.NewReader(out))
		if err1 != nil || err2 != nil {
			t.Fatal(name, err1, err2)
		}
		for y := range 23 {
			for x := range 37 {
				if a.At(x, y) != b.At(x, y) {
					t.Fatalf("%s: another picture at %d,%d", name, x, y)
				}
			}
		}
	}
	out, _ := clean(withEXIF(6))
	if !bytes.Contains(out, []byte("Exif\x00\x00MM")) {
		t.Error("the turn is lost")
	}
	if out, _ = clean(withEXIF(1)); bytes.Contains(out, []byte("Exif")) {
		t.Error("a picture that isn't turned needs no EXIF")
	}
}

func TestRefused(t *testing.T) {
	huge := withText()
	binary.BigEndian.PutUint32(huge[16:], 40000)
	binary.BigEndian.PutUint32(huge[20:], 40000)
	whole := withEXIF(6)
	whole = whole[:len(whole)-len(secret)]
	for name, c := range map[string]struct {
		in   []byte
		want error
	}{"text": {[]byte("not a picture"), ErrForm}, "empty": {nil, ErrForm}, "svg": {[]byte("<svg onload=alert(1)>"), ErrForm}, "bomb": {huge, ErrLarge},
		"cut jpeg": {whole[:len(whole)-2], ErrForm}, "cut png": {withText()[:60], ErrForm}, "bytes": {[]byte(strings.Repeat("x", MaxBytes+1)), ErrLarge}} {
		if _, err := clean(c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(withEXIF(6))
	f.Add(withText())
	f.Fuzz(func(t *testing.T, in []byte) {
		out, err := clean(in)
		if err != nil {
			return
		}
		again, err := clean(out)
		if err != nil || !bytes.Equal(out, again) {
			t.Fatalf("cleaning what is clean changes it: %v", err)
		}
	})
}
