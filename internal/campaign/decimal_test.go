package campaign

import "testing"

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		d     Decimal
		text  string
		whole bool
	}{
		{Int(1790), "1790", true},
		{Decimal{845, 1}, "84.5", false},
		{Decimal{7250, 2}, "72.50", false},
		{Decimal{7200, 2}, "72.00", true},
		{Decimal{5, 2}, "0.05", false},
		{Decimal{-5, 2}, "-0.05", false},
		{Decimal{-125, 1}, "-12.5", false},
		{Decimal{0, 0}, "0", true},
	} {
		if got := c.d.String(); got != c.text {
			t.Errorf("%+v is %q, want %q", c.d, got, c.text)
		}
		if c.d.Whole() != c.whole {
			t.Errorf("%s: whole is %v", c.text, !c.whole)
		}
		if dec(c.text) != c.d {
			t.Errorf("%s does not read back", c.text)
		}
	}
	if f := dec("84.5").Float(); f != 84.5 {
		t.Error(f)
	}
}

func TestDecimalArithmetic(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		cmp      int
		sum, dif string
	}{
		{"84.7", "84.5", 1, "169.2", "0.2"},
		{"72", "72.00", 0, "144.00", "0.00"},
		{"-1.5", "1", -1, "-0.5", "-2.5"},
		{"0.1", "0.2", -1, "0.3", "-0.1"},
		{"9.9999", "10", -1, "19.9999", "-0.0001"},
	} {
		a, b := dec(c.a), dec(c.b)
		if a.Cmp(b) != c.cmp || b.Cmp(a) != -c.cmp || a.Add(b).String() != c.sum || a.Sub(b).String() != c.dif {
			t.Errorf("%s and %s: %d, %s, %s", c.a, c.b, a.Cmp(b), a.Add(b), a.Sub(b))
		}
	}
	big := Int(MaxUnscaled)
	if small := (Decimal{1, MaxScale + 1}); big.Cmp(small) != 1 || big.Add(small).Cmp(big) != 1 {
		t.Error("the greatest number overflows")
	}
}
