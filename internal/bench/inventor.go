package bench

import (
	"math/rand/v2"
	"strings"
)

// Inventor makes names by chance. The same source of chance gives the same names in the same order.
type Inventor struct{ *rand.Rand }

// NewInventor makes an inventor of a seed and a number of what it is for.
func NewInventor(seed, of uint64) Inventor { return Inventor{rand.New(rand.NewPCG(seed, of))} }

var (
	families = strings.Fields("Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Mai Trịnh Đoàn Cao Thái Tạ Tô Châu Quách La Kiều " +
		"Hà Đào Lương Phùng Vương Từ Hứa Quan Triệu Tăng Thạch Danh Sơn Kim Liêu Mạc Nghiêm Ông Giang Khưu Âu Bành Bạch Doãn Đàm Điền Lại Lục Lữ Mã Ninh Tiêu Tống Viên Cù Chu")
	middles = strings.Fields("Thị Văn Minh Ngọc Thanh Hữu Quốc Hoàng Kim Thu Đức Công Xuân Hồng Bích Thùy Anh Phương Trung Tuấn Mỹ Như Thành Gia Khánh Bảo Tấn Phước Nhật Diễm " +
		"Thế Đình Duy Quang Phú Trọng Chí Mạnh Thúy Cẩm Tuyết Lan Hải Trường Thiện Hoài Huyền Kiều Tường Vĩnh Việt Đăng Thái Bá Viết Ánh Yến Trúc Mộng Nguyên Phi Hùng Nam Sỹ")
	// Givens are given names, common ones first.
	Givens = strings.Fields("Anh Hương Hùng Dũng Linh Hà Lan Nga Thảo Tuấn An Bảo Bình Châu Chi Cường Danh Đào Đạt Diễm Điền Duy Duyên Dung Dương Đông Đức Giang Giàu Hải Hằng Hạnh " +
		"Hậu Hiền Hiếu Hiệp Hoa Hòa Hoàng Hồng Huệ Huy Huyền Khang Khánh Khoa Kiên Kiệt Lâm Lành Lập Liên Liễu Loan Lộc Lợi Long Luân Ly Mai Mẫn Minh My Mỹ Nam Ngân " +
		"Nghĩa Ngọc Nguyên Nguyệt Nhàn Nhân Nhật Nhi Như Nhung Oanh Phát Phong Phú Phúc Phước Phương Phượng Quân Quang Quí Quyên Quyền Quỳnh Sang Sáu Sen Sinh Sơn Sương Tài " +
		"Tâm Tân Thái Thanh Thành Thắm Thắng Thi Thiện Thịnh Thoa Thơ Thông Thu Thuận Thúy Thủy Thư Thương Tiên Tiến Tín Toàn Trà Trang Trâm Trân Trí Triều Trinh Trọng Trúc " +
		"Trung Trường Tú Tuyền Tuyết Tùng Tường Uyên Út Vân Vi Viễn Việt Vinh Vũ Vui Vượng Vy Xuân Xuyến Ý Yên Yến Ân Ái Ẩn Âu Bền Biên Ca Cẩm Công Cúc Điệp Gấm Hân Hên Hiển")
	offices = strings.Split("Chuyên viên|Giáo viên|Trưởng phòng|Hiệu trưởng|Bác sĩ|Điều dưỡng|Giám đốc|Kế toán|Công nhân|Nông dân|Đội trưởng|Bí thư Đoàn|Chủ tịch Hội|Cán bộ|Chủ tịch|"+
		"Thanh tra viên|Kỹ sư|Văn thư|Lái xe|Thủ quỹ|Tổ trưởng chuyên môn|Bí thư Chi bộ|Trưởng ấp|Kiểm soát viên|Kỹ thuật viên|Hộ lý|Thủ thư|Nhân viên bảo vệ|Dược sĩ|Chấp hành viên", "|")
	// Groups and Fields are what collectives are, and of what; UnitKinds is how names of units begin.
	Groups = strings.Split("Tập thể Phòng|Tập thể Tổ|Chi bộ|Công đoàn cơ sở|Ban Chỉ huy|Đội|Khoa|Trạm|Chi đoàn|Hội đồng", "|")
	Fields = strings.Split("Kinh tế|Tổng hợp|Tài chính - Kế hoạch|Văn hóa và Thông tin|Quản lý đô thị|Kế hoạch - Nghiệp vụ|Hành chính - Quản trị|Nội tổng hợp|Cảnh sát khu vực|Kỹ thuật|"+
		"Tổ chức cán bộ|Thanh tra|Xét nghiệm|Khuyến nông|Thủy lợi|Giáo dục nghề nghiệp|Lao động - Thương binh và Xã hội|Chăm sóc khách hàng|Ngữ văn|Toán - Tin", "|")
	UnitKinds = strings.Split("Ủy ban nhân dân phường|Ủy ban nhân dân xã|Trường Tiểu học|Trường Trung học cơ sở|Trường Trung học phổ thông|Trường Mầm non|Trung tâm Y tế|Bệnh viện|Chi cục Thuế|"+
		"Ban Quản lý|Công ty Cổ phần|Hợp tác xã|Hội Nông dân xã|Hội Liên hiệp Phụ nữ phường|Liên đoàn Lao động huyện|Công an phường", "|")
)

// Skewed picks the first ones most, as Zipf found.
func (c Inventor) Skewed(of []string) string {
	at := c.Float64() * c.Float64() * c.Float64()
	return of[int(at*float64(len(of)))]
}

// Any picks any, one as often as another.
func (c Inventor) Any(of []string) string { return of[c.IntN(len(of))] }

// Person is a name of a person.
func (c Inventor) Person() string {
	parts := []string{"Nguyễn"}
	if c.IntN(10) > 2 {
		parts[0] = c.Skewed(families)
	}
	for range 1 + c.IntN(4)/3 + c.IntN(6)/5 {
		parts = append(parts, c.Skewed(middles))
	}
	return strings.Join(append(parts, Givens[int(c.Float64()*(0.3+0.7*c.Float64())*float64(len(Givens)))]), " ")
}

// Office is what a person is by profession.
func (c Inventor) Office() string {
	office := c.Skewed(offices)
	if c.IntN(3) == 0 {
		office = "Phó " + office
	}
	if c.IntN(3) == 0 {
		office += " " + c.Skewed(Fields)
	}
	return office
}
