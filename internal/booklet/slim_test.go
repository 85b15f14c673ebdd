package booklet

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"slices"
	"testing"
)

// program gives the tables of the font file within a document of gopdf's.
func program(t *testing.T, o objects) map[string][]byte {
	t.Helper()
	i := slices.IndexFunc(o, func(body []byte) bool { return bytes.Contains(body, []byte("/Length1 ")) })
	if i < 0 {
		t.Fatal("there is no font file")
	}
	data, err := streamOf(o[i])
	if err != nil {
		t.Fatal(err)
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		e := file[12+16*i:]
		at, n := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		out[string(e[:4])] = append(bytes.Clone(e[4:8]), file[at:at+n]...) // with its checksum
	}
	return out
}

// TestSlim: of a slim face gopdf makes the subset that it makes of the whole one, but for the advances of glyphs that are not in it, and says the
// same of it.
func TestSlim(t *testing.T) {
	l := &Layout{Width: 500, Height: 500, faces: testFaces(t)}
	for f := range faceCount {
		for _, text := range []string{"a", "Đượm ậỆ 1.790 %", string(Alphabet()), "明 và \U0001F600 ≥ ℃"} {
			ops := []Op{{Kind: OpText, Face: f, Text: text}}
			studio, err := l.newStudio(ops)
			if err != nil {
				t.Fatal(err)
			}
			got, err := studio.subset(f)
			if err != nil {
				t.Fatal(err)
			}
			pdf := wholeFaces(t, l, ops)
			pdf.AddPage()
			if err := pdf.SetFont(faceNames[f], "", 1); err != nil {
				t.Fatal(err)
			}
			if err := pdf.Text(string(studio.chars[f])); err != nil {
				t.Fatal(err)
			}
			p := pen{pdf: pdf}
			want, err := p.written(&bytes.Buffer{})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, l.faces[f], studio.chars[f], got.objects, want)
		}
	}
}

var subsetTag = regexp.MustCompile(`/[A-Z]{6}\+`)

// untagged gives an object with the plain name of its font.
func untagged(object []byte) []byte { return subsetTag.ReplaceAll(object, []byte("/")) }

func compare(t *testing.T, face *typeface, chars []rune, got, want objects) {
	t.Helper()
	for i := range want {
		if bytes.Contains(want[i], []byte("/Length1 ")) || bytes.HasSuffix(want[i], []byte("ET\nendstream\n")) { // looked at below; kerned
			continue
		}
		if !bytes.Equal(untagged(got[i]), want[i]) {
			t.Errorf("of %q gopdf says\n%s of the whole face\n%s", string(chars), got[i], want[i])
		}
	}
	slim, whole := program(t, got), program(t, want)
	a, b := slim["hmtx"], whole["hmtx"]
	delete(slim, "hmtx")
	delete(whole, "hmtx")
	for tag, data := range whole {
		if !bytes.Equal(slim[tag], data) {
			t.Errorf("the subset of %q has another table %s", string(chars), tag)
		}
	}
	if len(a) != len(b) {
		t.Fatalf("advances take %d bytes, in the whole face %d", len(a), len(b))
	}
	same := 0
	for _, r := range chars {
		g, err := face.sub.CharCodeToGlyphIndex(r)
		if err != nil || g >= face.sub.GetTTFParser().NumberOfHMetrics() {
			continue
		}
		for _, g := range append(face.parts(g), g) {
			at := 4 + 4*g // the checksum is before them
			if !bytes.Equal(a[at:at+4], b[at:at+4]) {
				t.Errorf("glyph %d of %q has another advance", g, r)
			}
			same++
		}
	}
	if kept := len(a) - bytes.Count(a, []byte{0}); same == 0 || kept > 4*same+16 {
		t.Errorf("%d advances are needed, and %d bytes are more than nothing", same, kept)
	}
}
