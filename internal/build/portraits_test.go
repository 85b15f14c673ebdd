package build_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
)

// TestPortraits: a photograph is in the booklet if whom it shows agreed, without what its file says of it; one that is no picture stops the
// build at the award that names it.
func TestPortraits(t *testing.T) {
	dir := t.TempDir()
	if err := copyCampaign(filepath.Join("testdata", "campaigns", "hai-dang"), dir); err != nil {
		t.Fatal(err)
	}
	m := image.NewRGBA(image.Rect(0, 0, 900, 1200))
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 7)
	}
	m.Set(0, 0, color.White)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "content/anh/ut.jpg", b.String())
	awards, err := os.ReadFile(filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	const before = "    position: Thợ máy\n"
	with := func(consent string) string {
		return strings.Replace(string(awards), before, before+"    photo: {file: anh/ut.jpg, alt: Ông Út trên tàu, consent: "+consent+"}\n", 1)
	}
	pictures := func() int {
		r, err := build.Build(t.Context(), build.Options{Source: dir})
		if err != nil || r.Failed(false) {
			t.Fatalf("%v\n%s", err, problems(r))
		}
		return strings.Count(run(t, "pdfimages", "-list", filepath.Join(dir, "public", "ky-yeu", "ky-yeu.pdf")), " image ")
	}
	write(t, dir, "data/awards/thu-khen-01.yaml", with("false"))
	if n := pictures(); n != 0 {
		t.Errorf("without consent, %d pictures are in the booklet", n)
	}
	write(t, dir, "data/awards/thu-khen-01.yaml", with("true"))
	if n := pictures(); n != 1 {
		t.Errorf("with consent, %d pictures are in the booklet", n)
	}
	for _, broken := range []string{"không phải ảnh", b.String()[:b.Len()/2]} {
		write(t, dir, "content/anh/ut.jpg", broken)
		r, err := build.Build(t.Context(), build.Options{Source: dir})
		if got := r.Problems.Sorted(); err != nil || len(got) != 1 || got[0].Rule.ID != "photo-unfit" || got[0].Place.File != "data/awards/thu-khen-01.yaml" || got[0].Place.Line != 10 {
			t.Errorf("%v\n%v", err, got)
		}
	}
}
