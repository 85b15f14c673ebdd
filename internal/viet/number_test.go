package viet

import (
	"math"
	"math/big"
	"strings"
	"testing"
)

func TestFormatInt(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 5: "5", 999: "999", 1000: "1.000", 1790: "1.790", 61000: "61.000", 1234567: "1.234.567",
		-5: "−5", -1790: "−1.790",
		math.MaxInt64: "9.223.372.036.854.775.807", math.MinInt64: "−9.223.372.036.854.775.808",
	} {
		if got := FormatInt(n); got != want {
			t.Errorf("FormatInt(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFormatDecimal(t *testing.T) {
	for _, c := range []struct {
		unscaled int64
		scale    int
		want     string
	}{
		{845, 1, "84,5"}, {8450, 2, "84,50"}, {-5, 1, "−0,5"}, {5, 3, "0,005"}, {0, 0, "0"}, {0, 2, "0,00"},
		{155, 2, "1,55"}, {8048, 2, "80,48"}, {1790, 0, "1.790"}, {11076, 0, "11.076"}, {123456789, 2, "1.234.567,89"},
		{5, -2, "500"}, {0, -2, "0"}, {math.MinInt64, 18, "−9,223372036854775808"}, {1, 20, "0,00000000000000000001"},
	} {
		if got := FormatDecimal(c.unscaled, c.scale); got != c.want {
			t.Errorf("FormatDecimal(%d, %d) = %q, want %q", c.unscaled, c.scale, got, c.want)
		}
	}
}

func TestFormatFixed(t *testing.T) {
	for _, c := range []struct {
		unscaled        int64
		scale, decimals int
		want            string
	}{
		{825, 1, 2, "82,50"}, {825, 1, 1, "82,5"}, {825, 1, 0, "83"}, {824, 1, 0, "82"},
		{655, 2, 1, "6,6"}, {-655, 2, 1, "−6,6"}, {654, 2, 1, "6,5"},
		{995, 1, 0, "100"}, {9995, 1, 0, "1.000"}, {99995, 2, 1, "1.000,0"},
		{-4, 1, 0, "0"}, {-5, 1, 0, "−1"}, {4, 3, 1, "0,0"}, {5, 1, 0, "1"}, {5, 2, 0, "0"}, {99, 3, 0, "0"}, {500, 3, 0, "1"},
		{7, 0, 2, "7,00"}, {0, 0, 2, "0,00"}, {-0, 5, 0, "0"}, {1, 1, -3, "0"}, {12, -1, 1, "120,0"},
		{math.MaxInt64, 0, 2, "9.223.372.036.854.775.807,00"},
	} {
		if got := FormatFixed(c.unscaled, c.scale, c.decimals); got != c.want {
			t.Errorf("FormatFixed(%d, %d, %d) = %q, want %q", c.unscaled, c.scale, c.decimals, got, c.want)
		}
	}
}

// FuzzFormatFixed holds the digits against exact arithmetic.
func FuzzFormatFixed(f *testing.F) {
	f.Add(int64(-655), 2, 1)
	f.Add(int64(math.MinInt64), 19, 0)
	f.Fuzz(func(t *testing.T, unscaled int64, scale, decimals int) {
		if scale < -9 || scale > 30 || decimals < 0 || decimals > 30 {
			t.Skip()
		}
		power := func(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }
		exact := new(big.Rat).SetFrac(big.NewInt(unscaled), power(max(scale, 0)))
		exact.Mul(exact, new(big.Rat).SetInt(power(max(-scale, 0))))
		want := exact.FloatString(decimals) // rounds half away from zero
		if strings.Trim(want, "-0.") == "" {
			want = strings.TrimPrefix(want, "-")
		}
		got := FormatFixed(unscaled, scale, decimals)
		plain := strings.NewReplacer(".", "", ",", ".", minus, "-").Replace(got)
		if plain != want {
			t.Errorf("FormatFixed(%d, %d, %d) = %q, want %s", unscaled, scale, decimals, got, want)
		}
	})
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		n    int
		noun string
		want string
	}{
		{0, "xã", "0 xã"}, {1, "hộ gia đình", "01 hộ gia đình"}, {5, "xã", "05 xã"}, {9, "tập thể", "09 tập thể"},
		{10, "xã", "10 xã"}, {1790, "cá nhân", "1.790 cá nhân"}, {-3, "xã", "−3 xã"}, {6, "", "06"},
	} {
		if got := Count(c.n, c.noun); got != c.want {
			t.Errorf("Count(%d, %q) = %q, want %q", c.n, c.noun, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Date(2019, 1, 2), "02/01/2019"}, {Date(2018, 11, 30), "30/11/2018"},
		{MonthYear(2018, 12), "12/2018"}, {MonthYear(2018, 9), "09/2018"},
		{LongDate(2018, 9, 5), "ngày 05 tháng 9 năm 2018"},
		{LongDate(2019, 1, 2), "ngày 02 tháng 01 năm 2019"},
		{LongDate(2019, 2, 28), "ngày 28 tháng 02 năm 2019"},
		{LongDate(2018, 3, 10), "ngày 10 tháng 3 năm 2018"},
		{LongDate(2018, 11, 30), "ngày 30 tháng 11 năm 2018"},
		{LongMonth(2018, 10), "tháng 10 năm 2018"}, {LongMonth(2019, 1), "tháng 01 năm 2019"},
		{Clock(7, 30), "07:30"}, {Clock(0, 5), "00:05"}, {Clock(23, 59), "23:59"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
