package booklet

import (
	"bytes"
	"os"
	"testing"
)

// layout lays a synthetic booklet without problems.
func layout(t testing.TB, awardees int) *Layout {
	t.Helper()
	l, problems, err := Lay(synthetic(awardees), testFonts(t), paintBars)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Place, p.Text)
	}
	return l
}

func written(t testing.TB, l *Layout) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.WritePDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteFile(t *testing.T) {
	out := os.Getenv("BOOKLET_OUT")
	if out == "" {
		t.Skip("BOOKLET_OUT names no file to look at")
	}
	if err := os.WriteFile(out, written(t, layout(t, 120)), 0o644); err != nil {
		t.Fatal(err)
	}
}
