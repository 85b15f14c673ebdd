package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// crowd invents n entries as many and as varied as a whole province's: names as common and as rare as they are, people by given name
// first as an edition lists them, then units with their short names, and decisions. The same n gives the same entries.
func crowd(n int) []edition.Entry {
	c := crowdMaker{rand.New(rand.NewPCG(uint64(n), 15))}
	units, unitEntries := c.units()
	decisions, decisionEntries := c.decisions()
	type keyed struct {
		key []byte
		edition.Entry
	}
	col := viet.NewCollator()
	var people []keyed
	for i := len(unitEntries) + len(decisionEntries); i < n; i++ {
		d := c.skewed(decisions)
		e := edition.Entry{Kind: edition.PersonEntry, Name: c.person(), Path: edition.Path(fmt.Sprintf("/vinh-danh/%s-%03d/", viet.Slug(d), i))}
		unit := c.skewed(units)
		if c.IntN(6) == 0 {
			e.Kind = edition.CollectiveEntry
			e.Name = c.skewed(crowdGroups) + " " + c.skewed(crowdFields) + ", " + unit
			e.Line = unit + lineJoint + d
		} else {
			e.Line = c.office() + lineJoint + unit + lineJoint + d
		}
		name := viet.Name{Given: e.Name}
		if e.Kind == edition.PersonEntry {
			name = viet.ParseName(e.Name, "")
		}
		people = append(people, keyed{col.NameKey(name), e})
	}
	slices.SortStableFunc(people, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	out := make([]edition.Entry, 0, n)
	for _, p := range people {
		out = append(out, p.Entry)
	}
	return append(append(out, unitEntries...), decisionEntries...)
}

var (
	crowdFamilies = strings.Fields("Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Mai Trịnh Đoàn Cao Thái Tạ Tô Châu Quách La Kiều " +
		"Hà Đào Lương Phùng Vương Từ Hứa Quan Triệu Tăng Thạch Danh Sơn Kim Liêu Mạc Nghiêm Ông Giang Khưu Âu Bành Bạch Doãn Đàm Điền Lại Lục Lữ Mã Ninh Tiêu Tống Viên Cù Chu")
	crowdMiddles = strings.Fields("Thị Văn Minh Ngọc Thanh Hữu Quốc Hoàng Kim Thu Đức Công Xuân Hồng Bích Thùy Anh Phương Trung Tuấn Mỹ Như Thành Gia Khánh Bảo Tấn Phước Nhật Diễm " +
		"Thế Đình Duy Quang Phú Trọng Chí Mạnh Thúy Cẩm Tuyết Lan Hải Trường Thiện Hoài Huyền Kiều Tường Vĩnh Việt Đăng Thái Bá Viết Ánh Yến Trúc Mộng Nguyên Phi Hùng Nam Sỹ")
	crowdGivens = strings.Fields("Anh Hương Hùng Dũng Linh Hà Lan Nga Thảo Tuấn An Bảo Bình Châu Chi Cường Danh Đào Đạt Diễm Điền Duy Duyên Dung Dương Đông Đức Giang Giàu Hải Hằng Hạnh " +
		"Hậu Hiền Hiếu Hiệp Hoa Hòa Hoàng Hồng Huệ Huy Huyền Khang Khánh Khoa Kiên Kiệt Lâm Lành Lập Liên Liễu Loan Lộc Lợi Long Luân Ly Mai Mẫn Minh My Mỹ Nam Ngân " +
		"Nghĩa Ngọc Nguyên Nguyệt Nhàn Nhân Nhật Nhi Như Nhung Oanh Phát Phong Phú Phúc Phước Phương Phượng Quân Quang Quí Quyên Quyền Quỳnh Sang Sáu Sen Sinh Sơn Sương Tài " +
		"Tâm Tân Thái Thanh Thành Thắm Thắng Thi Thiện Thịnh Thoa Thơ Thông Thu Thuận Thúy Thủy Thư Thương Tiên Tiến Tín Toàn Trà Trang Trâm Trân Trí Triều Trinh Trọng Trúc " +
		"Trung Trường Tú Tuyền Tuyết Tùng Tường Uyên Út Vân Vi Viễn Việt Vinh Vũ Vui Vượng Vy Xuân Xuyến Ý Yên Yến Ân Ái Ẩn Âu Bền Biên Ca Cẩm Công Cúc Điệp Gấm Hân Hên Hiển")
	crowdOffices = strings.Split("Chuyên viên|Giáo viên|Trưởng phòng|Hiệu trưởng|Bác sĩ|Điều dưỡng|Giám đốc|Kế toán|Công nhân|Nông dân|Đội trưởng|Bí thư Đoàn|Chủ tịch Hội|Cán bộ|Chủ tịch|"+
		"Thanh tra viên|Kỹ sư|Văn thư|Lái xe|Thủ quỹ|Tổ trưởng chuyên môn|Bí thư Chi bộ|Trưởng ấp|Kiểm soát viên|Kỹ thuật viên|Hộ lý|Thủ thư|Nhân viên bảo vệ|Dược sĩ|Chấp hành viên", "|")
	crowdGroups = strings.Split("Tập thể Phòng|Tập thể Tổ|Chi bộ|Công đoàn cơ sở|Ban Chỉ huy|Đội|Khoa|Trạm|Chi đoàn|Hội đồng", "|")
	crowdFields = strings.Split("Kinh tế|Tổng hợp|Tài chính - Kế hoạch|Văn hóa và Thông tin|Quản lý đô thị|Kế hoạch - Nghiệp vụ|Hành chính - Quản trị|Nội tổng hợp|Cảnh sát khu vực|Kỹ thuật|"+
		"Tổ chức cán bộ|Thanh tra|Xét nghiệm|Khuyến nông|Thủy lợi|Giáo dục nghề nghiệp|Lao động - Thương binh và Xã hội|Chăm sóc khách hàng|Ngữ văn|Toán - Tin", "|")
	crowdUnits = strings.Split("Ủy ban nhân dân phường|Ủy ban nhân dân xã|Trường Tiểu học|Trường Trung học cơ sở|Trường Trung học phổ thông|Trường Mầm non|Trung tâm Y tế|Bệnh viện|Chi cục Thuế|"+
		"Ban Quản lý|Công ty Cổ phần|Hợp tác xã|Hội Nông dân xã|Hội Liên hiệp Phụ nữ phường|Liên đoàn Lao động huyện|Công an phường", "|")
)

type crowdMaker struct{ *rand.Rand }

// skewed picks the first ones most, as Zipf found.
func (c crowdMaker) skewed(of []string) string {
	at := c.Float64() * c.Float64() * c.Float64()
	return of[int(at*float64(len(of)))]
}

func (c crowdMaker) any(of []string) string { return of[c.IntN(len(of))] }

func (c crowdMaker) person() string {
	parts := []string{"Nguyễn"}
	if c.IntN(10) > 2 {
		parts[0] = c.skewed(crowdFamilies)
	}
	for range 1 + c.IntN(4)/3 + c.IntN(6)/5 {
		parts = append(parts, c.skewed(crowdMiddles))
	}
	return strings.Join(append(parts, crowdGivens[int(c.Float64()*(0.3+0.7*c.Float64())*float64(len(crowdGivens)))]), " ")
}

func (c crowdMaker) office() string {
	office := c.skewed(crowdOffices)
	if c.IntN(3) == 0 {
		office = "Phó " + office
	}
	if c.IntN(3) == 0 {
		office += " " + c.skewed(crowdFields)
	}
	return office
}

func (c crowdMaker) units() (names []string, entries []edition.Entry) {
	seen := map[string]bool{}
	for len(names) < 500 {
		kind := c.any(crowdUnits)
		name := kind + " " + c.any(crowdGivens) + " " + c.any(crowdGivens)
		if seen[name] {
			continue
		}
		seen[name] = true
		names = append(names, name)
		var short strings.Builder
		for _, w := range strings.Fields(kind) {
			short.WriteString(strings.ToUpper(string([]rune(w)[:1])))
		}
		entries = append(entries, edition.Entry{Kind: edition.UnitEntry, Name: name, Also: short.String() + strings.TrimPrefix(name, kind) + alsoJoint + "Đơn vị " + strings.TrimPrefix(name, kind+" "),
			Line: "Đơn vị trực thuộc", Path: edition.Path("/don-vi/" + viet.Slug(name) + "/")})
	}
	return names, entries
}

func (c crowdMaker) decisions() (short []string, entries []edition.Entry) {
	for i := range 80 {
		number := fmt.Sprintf("%d/QĐ-UBND", 100+41*i)
		form := []string{"Giấy khen", "Bằng khen"}[i%2]
		short = append(short, form+" "+number)
		entries = append(entries, edition.Entry{Kind: edition.DecisionEntry, Name: fmt.Sprintf("Quyết định số %s ngày %02d/12/2018", number, i%28+1), Also: number,
			Line: form + " · Chủ tịch Ủy ban nhân dân thành phố", Path: edition.Path("/quyet-dinh/" + viet.Slug(form+" "+number) + "/")})
	}
	return short, entries
}

// crowdQuery is what a search over a crowd must find: numbers of entries, best first.
type crowdQuery struct {
	Query  string `json:"query"`
	Found  []int  `json:"found"`
	Beside int    `json:"beside"` // how many of them with what stands beside their name
	Near   bool   `json:"near"`   // only with a letter wrong
}

// TestCrowd writes, if CROWD names a folder, what .ci/browser/index.once.mjs searches in: indexes over crowds of 7,300 and 64,060, one
// of 2,000 whole and in parts, and what Go finds there, text by text.
func TestCrowd(t *testing.T) {
	folder := os.Getenv("CROWD")
	n := 2000
	if folder == "" {
		n = 400
	}
	small := crowd(n)
	queries := findAll(small, crowdQueries(small))
	none, beside := 0, 0
	for _, q := range queries {
		if len(q.Found) == 0 {
			none++
		}
		if q.Beside > 0 {
			beside++
		}
	}
	if len(queries) < 200 || none > len(queries)/3 || beside < 60 {
		t.Errorf("%d queries, %d find nothing, %d something with what stands beside a name", len(queries), none, beside)
	}
	if folder == "" {
		return
	}
	parted := fileset.New()
	if err := addShards(small, parted); err != nil {
		t.Fatal(err)
	}
	writeCrowd(t, filepath.Join(folder, "whole"), searchFiles(t, small))
	writeCrowd(t, filepath.Join(folder, "parted"), setFiles(t, parted))
	writeCrowd(t, filepath.Join(folder, "7300"), searchFiles(t, crowd(7300)))
	writeCrowd(t, filepath.Join(folder, "64060"), searchFiles(t, crowd(64_060)))
	b, err := json.Marshal(map[string]any{"entries": small, "queries": queries})
	if err != nil {
		t.Fatal(err)
	}
	writeCrowd(t, folder, map[string][]byte{"queries.json": b})
}

func writeCrowd(t *testing.T, folder string, files map[string][]byte) {
	t.Helper()
	for name, b := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, b, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
}

// crowdQueries are names, parts of them, and what slips on the way.
func crowdQueries(entries []edition.Entry) []string {
	c := crowdMaker{rand.New(rand.NewPCG(7, 15))}
	out := strings.Fields("t n a ng th nguyen nguyễn phuong phương dduowngf d9u7o7ng2 nvd ubnd ubndp 123 qđ ý y zzz nguyenn phuonh nguyne phuogn truongg nguyenx thahnh")
	out = append(out, "t h", "n v a", "quyet dinh 141", "truong tieu hoc", "ubnd phuong an", "đơn vị", "nguyne van a", "phuonh thao", "don vi an", "t t t", "")
	for range 200 {
		words := strings.Fields(entries[c.IntN(len(entries))].Name)
		c.Shuffle(len(words), func(i, j int) {
			if c.IntN(2) == 0 {
				words[i], words[j] = words[j], words[i]
			}
		})
		words = words[:1+c.IntN(min(4, len(words)))]
		last := []rune(words[len(words)-1])
		words[len(words)-1] = string(last[:1+c.IntN(len(last))])
		query := strings.Join(words, " ")
		if c.IntN(2) == 0 {
			query = viet.Fold(query)
		}
		out = append(out, query)
	}
	for range 80 {
		e := entries[c.IntN(len(entries))]
		words := strings.Fields(e.Name)
		if len(words) > 2 {
			words = words[c.IntN(2):]
		}
		phrases := strings.Split(e.Line, lineJoint)
		words = append(words, strings.Fields(phrases[c.IntN(len(phrases))])...)
		if c.IntN(4) == 0 {
			words = append(words, strings.Fields(phrases[c.IntN(len(phrases))])[0])
		}
		if c.IntN(3) == 0 {
			c.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		}
		last := []rune(words[len(words)-1])
		words[len(words)-1] = string(last[:1+c.IntN(len(last))])
		query := strings.Join(words, " ")
		if c.IntN(2) == 0 {
			query = viet.Fold(query)
		}
		out = append(out, query)
	}
	return out
}

// findAll searches as the package comment says, without an index.
func findAll(entries []edition.Entry, queries []string) []crowdQuery {
	var out []crowdQuery
	for _, text := range queries {
		q := viet.NewQuery(text)
		ranks := rankAll(entries, func(_ edition.Entry, text string) (int, bool) {
			rank, ok := q.Match(text)
			return rank, ok && rank < viet.Typo
		})
		enough, near := len(ranks) >= 12, false
		for _, rank := range ranks {
			enough = enough || rank/2%2 == 0
		}
		if !enough && len(viet.SearchWords(text)) > 1 {
			ranks = rankAll(entries, func(e edition.Entry, text string) (int, bool) {
				rank, ok := q.MatchBeside(text, strings.Split(e.Line, lineJoint)...)
				return rank, ok && rank < viet.Typo
			})
		}
		if len(ranks) == 0 {
			ranks = rankAll(entries, func(e edition.Entry, text string) (int, bool) {
				return q.MatchBeside(text, strings.Split(e.Line, lineJoint)...)
			})
			near = len(ranks) > 0
		}
		found := []int{}
		beside := 0
		for i := range entries {
			if rank, ok := ranks[i]; ok {
				found = append(found, i)
				if rank&(2*viet.Beside) != 0 {
					beside++
				}
			}
		}
		slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
		out = append(out, crowdQuery{text, found, beside, near})
	}
	return out
}

// rankAll ranks entries by the best of their names, by number.
func rankAll(entries []edition.Entry, match func(e edition.Entry, text string) (int, bool)) map[int]int {
	ranks := map[int]int{}
	for i, e := range entries {
		texts := []string{e.Name}
		if e.Also != "" {
			texts = append(texts, strings.Split(e.Also, alsoJoint)...)
		}
		for j, text := range texts {
			rank, ok := match(e, text)
			if !ok {
				continue
			}
			rank = 2*rank + min(j, 1)
			if best, known := ranks[i]; !known || rank < best {
				ranks[i] = rank
			}
		}
	}
	return ranks
}
