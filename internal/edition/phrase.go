package edition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/viet"
)

// longestPhrase is how many letters are held on one line: more would not fit a title on the narrowest phone.
const longestPhrase = 16

// Phrases cuts a title at the spaces where a line of it may end: not between a number and what it counts, not within a compound word or
// a name of places and people, not before a dot that parts. Joined by spaces, the phrases are the title.
func Phrases(title string) []string {
	bound := viet.Bind(title) // the same letters, with a no-break space where numbers want one
	var out []string
	last, held, from := "", false, 0 // the word before, whether the space before this word holds, and where the phrase begins
	for at := 0; at <= len(title); {
		w, _, _ := strings.Cut(title[at:], " ")
		end, n := at+len(w), len(out)-1
		compound := last != "" && oneWord(title[at-len(" ")-len(last):end])
		if n >= 0 && (held || w == "·" || compound || oneName(last, w)) && utf8.RuneCountInString(title[from:end]) <= longestPhrase {
			out[n], last = title[from:end], w
			if compound {
				last = "" // a word has two syllables
			}
		} else {
			out, last, from = append(out, w), w, at
		}
		bound = bound[len(w):]
		space, size := utf8.DecodeRuneInString(bound)
		held, bound = size > 0 && space != ' ', bound[size:]
		at = end + len(" ")
	}
	return out
}

// oneName tells whether two words are parts of a name: each begins with a capital, and nothing parts them.
func oneName(left, right string) bool {
	return capital(left) && capital(right) && !strings.ContainsAny(left, ",;:.()")
}

// capital tells whether a word is written as a syllable of a name is: one capital, then small letters.
func capital(w string) bool {
	first, size := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“"))
	return unicode.IsUpper(first) && strings.IndexFunc(strings.TrimLeft(w, "(“")[size:], unicode.IsUpper) < 0
}

// oneWord tells whether two syllables are a word.
func oneWord(both string) bool {
	return compounds[strings.ToLower(strings.TrimRight(both, ",;:.)”"))]
}

var compounds = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(compoundWords, ",") {
		set[strings.Join(strings.Fields(w), " ")] = true
	}
	return set
}()

// compoundWords are words of two syllables in which titles of this kind abound.
const compoundWords = `thành phố, trực thuộc, trung ương, thành lập, kỷ niệm, truyền thống, ủy ban, uỷ ban, nhân dân, hội đồng, mặt trận, tổ quốc,
	chính quyền, nhà nước, đơn vị, cơ quan, địa phương, địa bàn, khu vực, nông thôn, đô thị, miền núi, biển đảo, thi đua, khen thưởng, bằng khen,
	giấy khen, thư khen, danh hiệu, chiến sĩ, kỷ niệm, chương trình, kế hoạch, quyết định, chỉ tiêu, nội dung, thành tích, điển hình, vinh danh,
	bảng vàng, thống kê, dữ liệu, báo chí, họp mặt, chuyên đề, đặc biệt, phong trào, tiên tiến, xuất sắc, tiêu biểu, tập thể, cá nhân, gia đình,
	cán bộ, công chức, viên chức, công nhân, nông dân, lao động, doanh nghiệp, hợp tác, kinh tế, xã hội, văn hóa, văn hoá, chính trị, quốc phòng,
	an ninh, an toàn, trật tự, môi trường, tài nguyên, khí hậu, nông nghiệp, công nghiệp, lâm nghiệp, thủy sản, thương mại, dịch vụ, du lịch,
	xây dựng, giao thông, vận tải, đầu tư, ngân sách, tài chính, kế toán, xuất khẩu, nhập khẩu, kim ngạch, doanh thu, ngoại tệ, sản xuất,
	giá trị, tăng trưởng, bình quân, đầu người, giáo dục, đào tạo, khoa học, công nghệ, kỹ thuật, nghiên cứu, ứng dụng, chuyển giao, tiến bộ,
	y tế, bảo hiểm, bao phủ, bệnh viện, trường học, dân tộc, tôn giáo, thanh niên, phụ nữ, trẻ em, hộ nghèo, hộ dân, nước sạch, chất thải,
	thu gom, cung cấp, công nhận, hoàn thành, tỷ lệ, thực hiện, thắng lợi, nhiệm vụ, phát triển, nâng cao, hiệu lực, hiệu quả, chất lượng,
	quản lý, bộ máy, cải cách, hành chính, phòng chống, tham nhũng, thực hành, tiết kiệm, lãng phí, giải quyết, khiếu nại, tố cáo, công tác,
	bảo vệ, giữ gìn, tiếp tục, đẩy mạnh, học tập, làm theo, tư tưởng, đạo đức, phong cách, trung tâm, văn phòng, công ty, công trình,
	dự án, tổ chức, chỉ huy, quân sự, công an, tư pháp, thanh tra, kiểm tra, giám sát, phục vụ, bảo đảm, đoàn kết, sáng tạo, quyết tâm,
	vượt mức, trước hạn, thời gian, quy định, toàn quốc, toàn dân, quê hương, đất nước, nhân lực, nguồn lực, hạ tầng, đời sống, chăm sóc, sức khỏe`
