package check

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

var (
	plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	threePlaces = regexp.MustCompile(`^-?[1-9][0-9]{0,2}\.[0-9]{3}$`)
	manyPoints  = regexp.MustCompile(`^-?[0-9]{1,3}(\.[0-9]{3}){2,}$`)
	pointsComma = regexp.MustCompile(`^-?[0-9]{1,3}(\.[0-9]{3})*,[0-9]+$`)
	commasPoint = regexp.MustCompile(`^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
	someComma   = regexp.MustCompile(`^-?[0-9]+,[0-9]+$`)
	grouped     = regexp.MustCompile(`^-?[0-9]{1,3}([ \x{00A0}\x{202F}_'][0-9]{3})+([.,][0-9]+)?$`)
	leadingZero = regexp.MustCompile(`^-?0+[0-9]+(\.[0-9]+)?$`)
	withUnit    = regexp.MustCompile(`^(-?[0-9][0-9., ]*?)\s*[\p{L}%‰$°].*$`)
	otherBase   = regexp.MustCompile(`^-?0[xXoObB][0-9a-fA-F]+$`)
	hours       = regexp.MustCompile(`^[0-9]+(:[0-9]{2})+$`)
	ratio       = regexp.MustCompile(`^[0-9]+ ?/ ?[0-9]+$`)
	notFinite   = regexp.MustCompile(`(?i)^[-+]?\.?(inf|infinity|nan|∞)$`)
	exponent    = regexp.MustCompile(`^[-+]?[0-9.]+[eE][-+]?[0-9]+$`)
)

// number reads a number: digits, at most one decimal point, no grouping. A point and three digits after one to three others is refused,
// being a thousand to one reader and a fraction to another. ok is false if it is not given or is told.
func (r *resolver) number(v source.Value) (d campaign.Decimal, ok bool) {
	if !v.Given() {
		return d, false
	}
	if n, ok := plainWhole(v.Text); ok {
		return campaign.Int(n), true
	}
	if !plainNumber.MatchString(v.Text) || threePlaces.MatchString(v.Text) {
		r.add(numberForm, v.Place, fmt.Sprintf("%q không phải số viết đúng cách", v.Text), numberHint(v.Text))
		return d, false
	}
	whole, fraction, _ := strings.Cut(v.Text, ".")
	if len(fraction) > campaign.MaxScale {
		r.add(numberRange, v.Place, fmt.Sprintf("số %s có %d chữ số thập phân, quá %d", v.Text, len(fraction), campaign.MaxScale), "làm tròn trước khi ghi")
		return d, false
	}
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || n > campaign.MaxUnscaled || n < -campaign.MaxUnscaled {
		r.add(numberRange, v.Place, fmt.Sprintf("số %s quá lớn", v.Text), "đổi sang đơn vị tính lớn hơn")
		return d, false
	}
	return campaign.Decimal{Unscaled: n, Scale: uint8(len(fraction))}, true
}

// plainWhole reads a whole number of a few digits, as most are.
func plainWhole(s string) (n int64, ok bool) {
	if len(s) == 0 || len(s) > 9 || s[0] == '0' && len(s) > 1 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}

// numberHint says what to write instead of a number written otherwise.
func numberHint(s string) string {
	t := uncurled(norm.NFKC.String(s)) // full-width digits
	t = strings.NewReplacer("\u2212", "-", "\u2013", "-").Replace(t)
	t = strings.TrimPrefix(t, "+")
	strip := func(cut string) string { return strings.NewReplacer(mapAway(cut)...).Replace(t) }
	switch {
	case threePlaces.MatchString(t):
		whole := strings.Replace(t, ".", "", 1)
		return fmt.Sprintf("viết %s nếu dấu chấm ngăn hàng nghìn; viết %s0 nếu là số thập phân", whole, t)
	case plainNumber.MatchString(t):
		return "viết " + t
	case manyPoints.MatchString(t):
		return "viết " + strip(".") + ": không ngăn hàng nghìn"
	case pointsComma.MatchString(t) && strings.Contains(t, "."):
		return "viết " + strings.Replace(strip("."), ",", ".", 1) + ": không ngăn hàng nghìn, dấu thập phân là dấu chấm"
	case someComma.MatchString(t):
		return "viết " + strings.Replace(t, ",", ".", 1) + ": dấu thập phân là dấu chấm"
	case commasPoint.MatchString(t):
		return "viết " + strip(",") + ": không ngăn hàng nghìn"
	case grouped.MatchString(t):
		return "viết " + strings.Replace(strip(" \u00A0\u202F_'"), ",", ".", 1) + ": không ngăn hàng nghìn"
	case leadingZero.MatchString(t):
		return "viết " + trimZeros(t) + ": không có số 0 ở đầu"
	case exponent.MatchString(t):
		return "viết đủ các chữ số, không dùng số mũ"
	case otherBase.MatchString(t):
		return "viết số thường, hệ mười"
	case hours.MatchString(t):
		return "đây là giờ hay tỷ số; ở đây chỉ viết một số, ví dụ 8.5"
	case ratio.MatchString(t):
		return "viết một số, không viết phân số: lấy kết quả của phép chia, hoặc chỉ số đứng trước dấu /"
	case notFinite.MatchString(t):
		return "viết một số; chưa có số liệu thì bỏ cả bản ghi này"
	}
	if m := withUnit.FindStringSubmatch(t); m != nil {
		return fmt.Sprintf("chỉ viết số; đơn vị tính ghi ở khoá measure (%s)", strings.TrimSpace(m[1]))
	}
	return "viết chữ số, dấu chấm cho phần thập phân, không ngăn hàng nghìn: 1790, 84.5"
}

// mapAway makes the arguments of a Replacer that drops each character.
func mapAway(cut string) []string {
	var pairs []string
	for _, c := range cut {
		pairs = append(pairs, string(c), "")
	}
	return pairs
}

func trimZeros(s string) string {
	rest, negative := strings.CutPrefix(s, "-")
	rest = strings.TrimLeft(rest, "0")
	if rest == "" || rest[0] == '.' {
		rest = "0" + rest
	}
	if negative {
		return "-" + rest
	}
	return rest
}

// integer reads a whole number of at least low; not given is 0 and not ok.
func (r *resolver) integer(v source.Value, low, high int) (n int, ok bool) {
	d, ok := r.number(v)
	if !ok {
		return 0, false
	}
	if d.Scale != 0 || d.Unscaled < int64(low) || d.Unscaled > int64(high) {
		within := fmt.Sprintf("từ %d đến %d", low, high)
		if high == math.MaxInt32 {
			within = fmt.Sprintf("từ %d trở lên", low)
		}
		r.add(integerForm, v.Place, fmt.Sprintf("%s phải là số nguyên %s", v.Text, within), "")
		return 0, false
	}
	return int(d.Unscaled), true
}
