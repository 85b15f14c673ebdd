package fileset

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A NameError says why a name was not added.
type NameError struct {
	Name  string // the refused name
	Other string // the name, or the part of Name, that it fails on
	Why   string // in Vietnamese
}

func (e *NameError) Error() string {
	return fmt.Sprintf("không thể xuất tệp %q: %s: %q", e.Name, e.Why, e.Other)
}

const (
	maxName = 1024 // bytes; an S3 key
	maxPart = 255  // bytes; a name on ext4, APFS, NTFS
)

// checkName refuses a name that cannot be a file everywhere, whatever else is
// in the set.
func checkName(name string) error {
	if isOrdinary(name) {
		return nil
	}
	return judgeName(name)
}

// judgeName is checkName of any name.
func judgeName(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return &NameError{name, name, "đường dẫn không hợp lệ"}
	}
	if len(name) > maxName {
		return &NameError{name, name, fmt.Sprintf("đường dẫn dài quá %d byte", maxName)}
	}
	for rest := name; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		if why := wrongPart(part); why != "" {
			return &NameError{name, part, why}
		}
	}
	return nil
}

// isOrdinary tells of most names that they are right: small letters, digits, hyphens, and points that neither begin nor end a part.
func isOrdinary(name string) bool {
	from := 0 // of the part
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			if !ordinary[name[i]] || name[i] == '.' && (i == from || name[i-1] == '.') {
				return false
			}
			continue
		}
		if n := i - from; n == 0 || n > maxPart || name[i-1] == '.' || isDevice(name[from:i]) {
			return false
		}
		from = i + 1
	}
	return len(name) <= maxName
}

var ordinary = func() (o [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		o[c] = true
	}
	for c := '0'; c <= '9'; c++ {
		o[c] = true
	}
	o['-'], o['.'] = true, true
	return o
}()

// wrongPart says what is wrong with one part of a path, or "".
func wrongPart(part string) string {
	last := part[len(part)-1]
	switch {
	case part[0] == '.' && part != ".well-known":
		return "có phần bắt đầu bằng dấu chấm"
	case last == '.' || last == ' ':
		return "có phần kết thúc bằng dấu chấm hoặc dấu cách, Windows không lưu được"
	case len(part) > maxPart:
		return fmt.Sprintf("có phần dài quá %d byte", maxPart)
	case isDevice(part):
		return "có phần là tên thiết bị của Windows"
	}
	for _, r := range part {
		switch {
		case r < 0x80 && strings.ContainsRune(`<>:"\|?*`, r):
			return fmt.Sprintf("có ký tự %q, Windows không lưu được", r)
		case r != ' ' && !unicode.IsGraphic(r), r != ' ' && unicode.IsSpace(r), r == utf8.RuneError:
			return fmt.Sprintf("có ký tự không nhìn thấy %U", r)
		}
	}
	return ""
}

// isDevice reports whether Windows takes part, whatever its ending, for a
// device (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
func isDevice(part string) bool {
	if !begins[part[0]] {
		return false
	}
	base, _, _ := strings.Cut(part, ".")
	base = strings.TrimRight(base, " ")
	if len(base) < 3 || len(base) > len("CONOUT$") {
		return false
	}
	switch base = strings.ToUpper(base); base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, ok := strings.CutPrefix(base, "COM")
	if !ok {
		number, ok = strings.CutPrefix(base, "LPT")
	}
	return ok && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// begins are the letters that a device's name begins with.
var begins = func() (b [256]bool) {
	for _, c := range "CPANLcpanl" {
		b[c] = true
	}
	return b
}()

// fold maps names that some disk takes for the same one to one key: canonical
// caseless matching, Unicode 3.13 D145. A lower-case ASCII name is its own key,
// at no cost.
func fold(name string) string {
	ascii, lower := true, true
	for i := range len(name) {
		c := name[i]
		ascii = ascii && c < utf8.RuneSelf
		lower = lower && (c < 'A' || c > 'Z')
	}
	switch {
	case ascii && lower:
		return name
	case ascii:
		return strings.ToLower(name)
	}
	return norm.NFD.String(cases.Fold().String(norm.NFD.String(name)))
}
