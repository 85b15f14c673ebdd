package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Encoding is how a text's letters are meant: as Unicode, or as places in an old font that draws Vietnamese in place of Western letters.
type Encoding uint8

// The encodings that people's files hold.
const (
	Unicode Encoding = iota
	TCVN3            // ABC fonts: .VnTime, .VnArial …
	VNI              // VNI-Windows fonts: VNI-Times, VNI-Helve …
)

// String is the name that people know it by.
func (e Encoding) String() string { return [...]string{"Unicode", "TCVN3 (ABC)", "VNI"}[e] }

// FontEncoding tells what a font makes of letters, and whether it draws small letters as capitals, as .VnTimeH does.
func FontEncoding(font string) (e Encoding, capitals bool) {
	lower := strings.ToLower(strings.TrimSpace(font))
	switch {
	case strings.HasPrefix(lower, ".vn"):
		return TCVN3, strings.HasSuffix(lower, "h") && lower != ".vnmemorandumh" || strings.HasSuffix(lower, "hb")
	case strings.HasPrefix(lower, "vni-") || strings.HasPrefix(lower, "vni "):
		return VNI, false
	}
	return Unicode, false
}

// Decode gives the Vietnamese that a text written for a font of an encoding shows, in NFC. What the encoding does not know stays.
func (e Encoding) Decode(s string) string {
	switch e {
	case TCVN3:
		return norm.NFC.String(strings.Map(func(r rune) rune {
			if v, ok := tcvn3[r]; ok {
				return v
			}
			return r
		}, s))
	case VNI:
		return decodeVNI(s)
	}
	return norm.NFC.String(s)
}

// tcvn3 are the places of TCVN 5712:1993, VN3, as the Western letters that stand there.
var tcvn3 = pairRunes(
	"¡¢£¤¥¦§¨©ª«¬\u00AD®"+"µ¶·¸¹"+"»¼½¾Æ"+"ÇÈÉÊË"+"ÌÎÏÐÑ"+"ÒÓÔÕÖ"+"×ØÜÝÞ"+"ßáâãä"+"åæçèé"+"êëìíî"+"ïñòóô"+"õö÷øù"+"úûüýþ",
	"ĂÂÊÔƠƯĐăâêôơưđ"+"àảãáạ"+"ằẳẵắặ"+"ầẩẫấậ"+"èẻẽéẹ"+"ềểễếệ"+"ìỉĩíị"+"òỏõóọ"+"ồổỗốộ"+"ờởỡớợ"+"ùủũúụ"+"ừửữứự"+"ỳỷỹýỵ")

func pairRunes(from, to string) map[rune]rune {
	m, letters := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		m[r] = letters[i]
	}
	return m
}

// What VNI writes after a vowel: a tone, or a shape with its tone, as combining marks.
var (
	vniTones  = map[rune]string{'ù': "\u0301", 'ø': "\u0300", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323"}
	vniHats   = map[rune]string{'â': "\u0302", 'á': "\u0302\u0301", 'à': "\u0302\u0300", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323"}
	vniBreves = map[rune]string{'ê': "\u0306", 'é': "\u0306\u0301", 'è': "\u0306\u0300", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323"}
	vniAlone  = pairRunes("ôöñîíìæóòÔÖÑÎÍÌÆÓÒ", "ơưđỵíìỉĩịƠƯĐỴÍÌỈĨỊ")
)

// decodeVNI reads a vowel with what follows it as one letter.
func decodeVNI(s string) string {
	var b strings.Builder
	runes := []rune(norm.NFC.String(s))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		base := r
		if v, ok := vniAlone[r]; ok {
			base = v
		}
		b.WriteRune(base)
		if i+1 == len(runes) {
			break
		}
		if marks := vniMarks(unicode.ToLower(base), unicode.ToLower(runes[i+1])); marks != "" {
			b.WriteString(marks)
			i++
		}
	}
	return norm.NFC.String(b.String())
}

func vniMarks(vowel, mark rune) string {
	switch vowel {
	case 'a':
		if m := vniBreves[mark]; m != "" {
			return m
		}
		fallthrough
	case 'e', 'o':
		if m := vniHats[mark]; m != "" {
			return m
		}
		return vniTones[mark]
	case 'u', 'y', 'ơ', 'ư':
		return vniTones[mark]
	}
	return ""
}

// Evidence counts the words of a text that can be read in one encoding only. A word of ASCII says nothing, and one that is a syllable in
// several encodings, as Võ is (Vừ in TCVN3), is in doubt.
type Evidence struct {
	Words    [3]int // by Encoding
	Doubtful [3]int // words in doubt that are syllables in an encoding
	Neither  int    // words that are no syllables in any
}

// Add adds what another text says.
func (e *Evidence) Add(o Evidence) {
	for i := range e.Words {
		e.Words[i] += o.Words[i]
		e.Doubtful[i] += o.Doubtful[i]
	}
	e.Neither += o.Neither
}

// Weigh looks at the words of a text that are not ASCII.
func Weigh(s string) Evidence {
	var ev Evidence
	for _, w := range strings.FieldsFunc(norm.NFC.String(s), apart) {
		if isASCII(w) {
			continue
		}
		if onlyUnicode(w) {
			ev.Words[Unicode]++
			continue
		}
		var reads [3]bool
		n := 0
		for e := range reads {
			if reads[e] = readsAs(w, Encoding(e)); reads[e] {
				n++
			}
		}
		if n == 0 {
			ev.Neither++
		}
		for e, ok := range reads {
			switch {
			case ok && n == 1:
				ev.Words[e]++
			case ok:
				ev.Doubtful[e]++
			}
		}
	}
	return ev
}

// readsAs tells whether a word is a syllable in an encoding, written as people write: no capital after a small letter.
func readsAs(w string, e Encoding) bool {
	decoded := e.Decode(w)
	if !IsSyllable(decoded) {
		return false
	}
	for i, r := range []rune(decoded) {
		if i > 0 && unicode.IsUpper(r) && decoded != strings.ToUpper(decoded) && e == Unicode {
			return false
		}
	}
	return true
}

// apart tells what stands between words: ASCII that is no letter or digit. Old fonts have letters where Unicode has symbols.
func apart(r rune) bool {
	return r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') || r == 0xA0 || r >= 0x2000 && r <= 0x206F
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// onlyUnicode tells whether a word has a letter that no old font has the place of.
func onlyUnicode(w string) bool {
	for _, r := range w {
		if r > 0xFF && unicode.In(r, unicode.L, unicode.M) {
			return true
		}
	}
	return false
}
