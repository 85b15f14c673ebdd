package viet

import (
	"strings"
	"unicode"
)

// Hard is a word that a reader may stumble over. Said is how it is said, "" if only somebody who knows can tell.
type Hard struct {
	Written, Said string
	Why           Hardness
}

// Hardness is why a word is hard to read aloud.
type Hardness uint8

const (
	Told    Hardness = iota // its reading was given
	Short                   // an abbreviation
	Foreign                 // not spelled as a Vietnamese syllable
	Rare                    // a rhyme that few words have
)

// HardWords gives the words of a text that are hard to read aloud, in their order, each once. readings come first: words, as they are written,
// and how they are said; of those that begin alike the longest counts. Then come abbreviations that administrative papers use, then what
// is not spelled as a Vietnamese syllable, then rare rhymes. The rule sees spelling alone: a name of another people that is spelled with
// Vietnamese syllables is not found, nor is a word that is said otherwise than it is spelled.
func HardWords(text string, readings func(words string) (said string, ok bool), longest int) []Hard {
	var out []Hard
	met := map[string]bool{}
	note := func(h Hard) {
		if !met[h.Written] {
			met[h.Written] = true
			out = append(out, h)
		}
	}
	words := strings.Fields(NFC(text))
	for i := 0; i < len(words); {
		n, said := given(words[i:], readings, longest)
		if n > 0 {
			note(Hard{bare(strings.Join(words[i:i+n], " ")), said, Told})
			i += n
			continue
		}
		for _, h := range hardWord(words[i], readings) {
			note(h)
		}
		i++
	}
	return out
}

// given finds the longest reading that words begin with.
func given(words []string, readings func(string) (string, bool), longest int) (n int, said string) {
	if readings == nil {
		return 0, ""
	}
	for n = min(longest, len(words)); n > 0; n-- {
		if said, ok := readings(bare(strings.Join(words[:n], " "))); ok {
			return n, said
		}
	}
	return 0, ""
}

// bare drops what is around a word and not of it. A point may be.
func bare(w string) string {
	w = strings.TrimLeft(w, "(“\"‘[")
	return strings.TrimRight(w, ")”\"’],;:")
}

// hardWord judges one word, and each part of one that is joined by hyphens and the like.
func hardWord(w string, readings func(string) (string, bool)) []Hard {
	w = bare(w)
	if said, ok := shortForms[w]; ok {
		return []Hard{{w, said, Short}}
	}
	var out []Hard
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("-–/.,&+", r) }) {
		if n, said := given([]string{part}, readings, 1); n > 0 {
			out = append(out, Hard{part, said, Told})
			continue
		}
		said, ok := shortForms[part]
		if !ok && strings.Contains(w, part+".") {
			said, ok = shortForms[part+"."]
		}
		if ok {
			out = append(out, Hard{part, said, Short})
			continue
		}
		if h, hard := judged(part); hard {
			out = append(out, h)
		}
	}
	return out
}

// longestShort is how many letters an abbreviation has at most.
const longestShort = 8

// judged judges a word by its spelling alone.
func judged(w string) (Hard, bool) {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsDigit(r):
			return Hard{}, false // a number, or a class: 5A
		case unicode.IsLetter(r):
			letters++
		}
	}
	if letters < 2 || isRoman(w) {
		return Hard{}, false
	}
	rhyme, ok := rhymeOf(w)
	switch {
	case !ok && w == strings.ToUpper(w) && letters <= longestShort:
		return Hard{w, "", Short}, true
	case !ok:
		return Hard{w, "", Foreign}, true
	case rareRhymes[rhyme]:
		return Hard{w, "", Rare}, true
	}
	return Hard{}, false
}

// IsSyllable reports whether a word is spelled as a Vietnamese syllable, in any case and with any tone.
func IsSyllable(w string) bool {
	_, ok := rhymeOf(w)
	return ok
}

// rhymeOf gives the rhyme of a syllable, without tone.
func rhymeOf(w string) (rhyme string, ok bool) {
	plain := toneless(strings.ToLower(NFC(w)))
	for _, onset := range onsets {
		if rest, found := strings.CutPrefix(plain, onset); found && rhymes[rest] {
			return rest, true
		}
	}
	return "", false
}

// toneless takes the tones off, and leaves the letters ă â ê ô ơ ư đ.
func toneless(s string) string { return toneMarks.Replace(s) }

var toneMarks = func() *strings.Replacer {
	var pairs []string
	for _, row := range strings.Fields("aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ") {
		letters := []rune(row)
		for _, toned := range letters[1:] {
			pairs = append(pairs, string(toned), string(letters[0]))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// onsets are what a syllable may begin with, the longest first; "gi" and "qu" have taken a letter of what follows.
var onsets = []string{"ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""}

// rhymes are all that a syllable may end with.
var rhymes = setOf(`
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yt`)

// rareRhymes are rhymes that few words and hardly a name have.
var rareRhymes = setOf("uyu ươu oeo oao oam oap oăc oăm oen oong ooc ôông uêch uênh uơ uya uych uyp")

// shortForms are the abbreviations of administrative papers that have one reading, some of them only with a point after them. Those that have
// several ("TM") are for data to tell.
var shortForms = map[string]string{
	"TP": "thành phố", "TP.": "thành phố", "TX": "thị xã", "TX.": "thị xã", "TT.": "thị trấn", "Q.": "quận", "H.": "huyện", "P.": "phường", "X.": "xã",
	"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
	"TNHH": "trách nhiệm hữu hạn", "MTV": "một thành viên", "CP": "cổ phần", "DNTN": "doanh nghiệp tư nhân", "HTX": "hợp tác xã", "THT": "tổ hợp tác",
	"XNK": "xuất nhập khẩu", "KCN": "khu công nghiệp", "KCX": "khu chế xuất",
	"MN": "mầm non", "THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "ĐH": "đại học", "CĐ": "cao đẳng",
	"GDTX": "giáo dục thường xuyên", "GDNN": "giáo dục nghề nghiệp",
	"BCH": "Ban Chấp hành", "BCĐ": "Ban Chỉ đạo", "BTV": "Ban Thường vụ", "LĐLĐ": "Liên đoàn Lao động", "CĐCS": "công đoàn cơ sở",
	"CLB": "câu lạc bộ", "CCB": "cựu chiến binh", "LHPN": "Liên hiệp Phụ nữ", "TNCS": "Thanh niên Cộng sản", "HCM": "Hồ Chí Minh",
	"BHXH": "bảo hiểm xã hội", "BHYT": "bảo hiểm y tế", "PCCC": "phòng cháy và chữa cháy", "CNCH": "cứu nạn, cứu hộ", "CSGT": "cảnh sát giao thông",
	"KHKT": "khoa học kỹ thuật", "KH&CN": "Khoa học và Công nghệ", "GD&ĐT": "Giáo dục và Đào tạo", "GDĐT": "Giáo dục và Đào tạo",
	"TN&MT": "Tài nguyên và Môi trường", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
	"LĐ-TB&XH": "Lao động, Thương binh và Xã hội", "LĐTBXH": "Lao động, Thương binh và Xã hội", "KT-XH": "kinh tế - xã hội", "NTM": "nông thôn mới",
	"GS.": "giáo sư", "PGS.": "phó giáo sư", "TS.": "tiến sĩ", "ThS.": "thạc sĩ", "BS.": "bác sĩ", "DS.": "dược sĩ", "KS.": "kỹ sư", "CN.": "cử nhân",
	"NSND": "Nghệ sĩ nhân dân", "NSƯT": "Nghệ sĩ ưu tú", "NGND": "Nhà giáo nhân dân", "NGƯT": "Nhà giáo ưu tú", "TTƯT": "Thầy thuốc ưu tú", "TTND": "Thầy thuốc nhân dân",
}
