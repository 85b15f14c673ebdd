package booklet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// nestedFont gives a copy of a font in which a part of "ậ" is itself made of parts, as in fonts that gopdf draws without their marks.
func nestedFont(t *testing.T, data []byte) []byte {
	t.Helper()
	face, err := parseFont(data)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := face.sub.CharCodeToGlyphIndex('ậ')
	if err != nil {
		t.Fatal(err)
	}
	composite, err := face.sub.CharCodeToGlyphIndex('á')
	if err != nil {
		t.Fatal(err)
	}
	if len(face.parts(whole)) == 0 || len(face.parts(composite)) == 0 {
		t.Fatal("the font has no composite glyphs to nest")
	}
	p := face.sub.GetTTFParser()
	at := p.GetTables()["glyf"].Offset + p.LocaTable[whole] + outlineHeader + 2
	out := bytes.Clone(data)
	binary.BigEndian.PutUint16(out[at:], uint16(composite))
	return out
}

func TestLoadFontsRefuses(t *testing.T) {
	fonts := testFonts(t)
	fonts[Regular] = nestedFont(t, fonts[Regular])
	if _, err := loadFonts(fonts); err == nil || !strings.Contains(err.Error(), `nested too deeply for gopdf: "ậ"`) {
		t.Errorf("a font with nested composites: %v", err)
	}
	fonts = testFonts(t)
	fonts[Bold] = []byte("OTTO")
	if _, err := loadFonts(fonts); err == nil || !strings.Contains(err.Error(), "Tinos-Bold") {
		t.Errorf("a file that is no TrueType font: %v", err)
	}
	fonts[Bold] = testFonts(t)[Bold]
	fonts[Bold] = fonts[Bold][:len(fonts[Bold])-1000]
	if _, err := loadFonts(fonts); err == nil {
		t.Error("a font file that was cut off is taken")
	}
	if _, err := loadFonts(Fonts{}); err == nil {
		t.Error("no font at all is taken")
	}
}

func TestAlphabet(t *testing.T) {
	all := string(Alphabet())
	for _, r := range "ạẬễỰỡđĐ₫ỴỹƯ–”0%" {
		if !strings.ContainsRune(all, r) {
			t.Errorf("%c is not asked of a font", r)
		}
	}
}
