package build_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// canary is in what plant puts into a campaign, and nowhere else. It is ASCII, so that any encoding shows it.
const canary = "YenKinZq7"

// plant puts the canary wherever the input may hold something that nobody asked for: comments of every data file, the record of approvals, hidden and
// unknown files, and notes within every picture. It gives the number of places.
func plant(t *testing.T, folder string) int {
	t.Helper()
	places := 0
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 640, 480))); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(folder, "content", "ke-hoach.md")
	text, err := os.ReadFile(page)
	err = errors.Join(err, os.MkdirAll(filepath.Join(folder, "content", "anh"), 0o755), os.WriteFile(filepath.Join(folder, "content", "anh", "kin.png"), picture.Bytes(), 0o644),
		os.WriteFile(page, append(text, []byte("\n![Một ô xám](anh/kin.png)\n")...), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.Name() == ".bangvang" && d.IsDir() {
			return filepath.SkipDir // the cache is no input
		}
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		switch filepath.Ext(path) {
		case ".yaml":
			b = append([]byte("# "+canary+" đầu\n"), append(b, []byte("\n# "+canary+" cuối\n")...)...)
		case ".jpg", ".jpeg":
			note := "Exif\x00\x00MM\x00*" + canary
			b = bytes.Join([][]byte{b[:2], {0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(note)+2)), []byte(note), b[2:]}, nil)
		case ".png":
			note := []byte("tEXtComment\x00" + canary)
			chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(note)-4)), note...)
			chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(note))
			b = bytes.Join([][]byte{b[:33], chunk, b[33:]}, nil) // after the header
		default:
			return nil
		}
		places++
		return os.WriteFile(path, b, 0o644)
	})
	for name, text := range map[string]string{
		"data/approvals.yaml": "- hash: " + strings.Repeat("a", 64) + "\n  by: " + canary + "\n  at: 2018-12-05T08:00:00+07:00\n  as_of: 2018-12-05T07:00:00+07:00\n  note: " + canary + "\n", "data/.an.yaml": canary, "data/awards/.an.yaml": canary, "data/README.md": canary, "data/awards/cu.yaml~": canary,
		"data/" + canary + ".txt": canary, "content/.an.md": canary, "content/.kin/an.md": canary, "content/README.md": canary, "content/" + canary + ".txt": canary, "noi-bo/" + canary + ".md": canary, canary + ".md": canary,
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644))
		places++
	}
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// everyByte looks for words in every byte of every file and its name, also in what is packed in it: archives, streams of a PDF, notes of pictures.
func everyByte(t *testing.T, m *made, words ...string) {
	t.Helper()
	var needles [][]byte
	for _, w := range words {
		wide := []byte{}
		for _, u := range utf16.Encode([]rune(w)) {
			wide = binary.LittleEndian.AppendUint16(wide, u)
		}
		needles = append(needles, []byte(w), wide)
	}
	inflated := 0
	look := func(name string, b []byte) {
		for _, n := range needles {
			if bytes.Contains(b, n) || bytes.Contains([]byte(name), n) {
				t.Errorf("%s holds %q", name, n)
			}
		}
	}
	for name, b := range m.files {
		look(name, b)
		switch filepath.Ext(name) {
		case ".xlsx", ".zip":
			eachPacked(t, name, b, look)
		case ".pdf", ".png":
			for at := 0; ; at++ {
				i := bytes.IndexByte(b[at:], 0x78) // where zlib may begin
				if i < 0 {
					break
				}
				at += i
				if r, err := zlib.NewReader(bytes.NewReader(b[at:])); err == nil {
					if out, _ := io.ReadAll(r); len(out) > 0 {
						inflated++
						look(name+" (packed)", out)
					}
				}
			}
		}
	}
	if inflated < 100 {
		t.Errorf("only %d streams were unpacked", inflated)
	}
}
