package booklet

import (
	"path/filepath"
	"strconv"
	"testing"

	"rsc.io/qr"
)

// TestCode: on a screen and on paper, the modules of the code are black and white where the address has them, and four of them are clear around it.
func TestCode(t *testing.T) {
	l := layout(t, 3)
	const address = "https://thidua.example.vn/"
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	page, at := -1, Point{}
	for i := range l.Pages {
		for k := range l.Pages[i].Ops {
			if o := &l.Pages[i].Ops[k]; o.Alt() == "Mã QR: "+address {
				page, at = i, o.Points()[0] // of the module in the corner, which is black in every code
			}
		}
	}
	if page < 0 {
		t.Fatal("no code")
	}
	const dots, quiet, dark, light = 300, 4, 60, 230
	module := qrSide / float64(code.Size)
	for edition, edge := range map[Edition]float64{Screen: 0, Press: slug} {
		name, number := filepath.Join(t.TempDir(), "p"), strconv.Itoa(page+1)
		tool(t, "pdftoppm", "-r", strconv.Itoa(dots), "-gray", "-f", number, "-l", number, saved(t, "b.pdf", ordered(t, l, Order{Edition: edition})), name)
		found, err := filepath.Glob(name + "*.pgm")
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		picture := grey(t, found[0])
		for y := -quiet; y < code.Size+quiet; y++ {
			for x := -quiet; x < code.Size+quiet; x++ {
				shade := picture.GrayAt(int((at.X+edge+(float64(x)+0.5)*module)*dots/72), int((at.Y+edge+(float64(y)+0.5)*module)*dots/72)).Y
				if black := code.Black(x, y); black && shade > dark || !black && shade < light {
					t.Fatalf("edition %d: the module %d, %d is of the grey %d", edition, x, y, shade)
				}
			}
		}
	}
}
