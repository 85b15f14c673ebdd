package booklet

import (
	"bytes"
	"slices"
	"testing"

	"github.com/signintech/gopdf"
)

// wholeFaces opens a document of gopdf's that has the faces themselves, by their names and kerned, those alone that operations use.
func wholeFaces(t *testing.T, l *Layout, ops []Op) *gopdf.GoPdf {
	t.Helper()
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: l.Width, H: l.Height}})
	pdf.SetNoCompression()
	for f, chars := range used([][]Op{ops}) {
		if len(chars) == 0 {
			continue
		}
		kern := l.faces[f].kern
		if err := pdf.AddTTFFontDataWithOption(faceNames[f], l.faces[f].data, gopdf.TtfOption{UseKerning: kern != nil}); err != nil {
			t.Fatal(err)
		}
		if kern == nil {
			continue
		}
		if err := pdf.KernOverride(faceNames[f], func(left, right rune, _, _ uint, _ int16) int16 { return kern.pair(left, right) }); err != nil {
			t.Fatal(err)
		}
	}
	return pdf
}

// gopdfsOwn gives the content stream that gopdf makes of a page's texts, without any of our hands.
func gopdfsOwn(t *testing.T, l *Layout, ops []Op) []byte {
	t.Helper()
	p := pen{pdf: wholeFaces(t, l, ops)}
	p.pdf.AddPage()
	for i := range ops {
		o := &ops[i]
		if err := p.pdf.SetFont(faceNames[o.Face], "", o.Size); err != nil {
			t.Fatal(err)
		}
		if err := p.pdf.SetCharSpacing(o.Tracking); err != nil {
			t.Fatal(err)
		}
		p.pdf.SetTextColor(o.Colour.R, o.Colour.G, o.Colour.B)
		p.pdf.SetXY(o.X, o.Y)
		if err := p.pdf.Text(o.Text); err != nil {
			t.Fatal(err)
		}
	}
	o, err := p.written(&bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	for k := 1; k < len(o); k++ {
		if n := reference(o[k], "/Contents"); n > 0 {
			content, err := streamOf(o[n])
			if err != nil {
				t.Fatal(err)
			}
			return content
		}
	}
	t.Fatal("gopdf wrote no page")
	return nil
}

// TestGlyphsAreGopdfs: texts get the glyphs and the kerning that gopdf would give them, those of characters that a face lacks too.
func TestGlyphsAreGopdfs(t *testing.T) {
	l := layout(t, 40)
	for f := range faceCount {
		for i, text := range []string{"Võ Văn Tư · TUYÊN DƯƠNG ĐỢT VÀ TẶNG ỮA", string(Alphabet()), "明 và \U0001F600, ‰ ≥ → ℃ ﬁ", "", " ", "明"} {
			o := Op{Kind: OpText, Face: f, Size: 9, X: 20, Y: float64(20 + 12*i), Text: text}
			l.Pages[0].Ops = append(l.Pages[0].Ops, o)
		}
	}
	kerned := 0
	for i := range l.Pages {
		var texts []Op
		for _, o := range l.Pages[i].Ops {
			if o.Kind == OpText && o.Turn() == 0 {
				o.Spread = 0 // gopdf cannot
				texts = append(texts, o)
			}
		}
		if len(texts) == 0 {
			continue
		}
		studio, err := l.newStudio(texts)
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := studio.contents([][]Op{texts}, &bytes.Buffer{})
		if err != nil {
			t.Fatal(err)
		}
		b := &binder{Layout: l, studio: studio}
		got, err := b.dress(nil, drawn[0], &Page{Ops: texts}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := gopdfsOwn(t, l, texts)
		if !slices.Equal(got, want) {
			t.Fatalf("page %s:\n%s\ngopdf writes\n%s", l.Pages[i].Label, got, want)
		}
		if slices.ContainsFunc(texts, func(o Op) bool { return o.Face == Display }) {
			kerned++
		}
	}
	if kerned == 0 {
		t.Error("no page is set in the face that is kerned")
	}
}
