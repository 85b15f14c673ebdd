package intake

import (
	"fmt"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// column is what a column of a table holds.
type column uint8

const (
	unknown column = iota
	noColumn
	kindColumn
	nameColumn // of whatever kind
	collectiveColumn
	individualColumn
	householdColumn
	wholeColumn  // name, position and unit in one text
	familyColumn // họ và tên đệm
	givenColumn  // tên
	honorificColumn
	positionColumn
	positionUnitColumn // both in one text
	unitColumn
	groupColumn
	areaColumn
	citationColumn
	goldenColumn
	ignored
	privateColumn
)

// dittoed tells whether people write “as above” in the column. Nobody is called that.
func (c column) dittoed() bool {
	return c == positionColumn || c == positionUnitColumn || c == unitColumn || c == groupColumn || c == areaColumn || c == citationColumn
}

// key is the column's name in headings.yaml, word what people call it.
var columnWords = [...]struct{ key, word string }{
	noColumn: {"no", "số thứ tự"}, kindColumn: {"kind", "loại"}, nameColumn: {"name", "tên"}, collectiveColumn: {"collective", "tên tập thể"},
	individualColumn: {"individual", "họ và tên"}, householdColumn: {"household", "hộ gia đình"}, wholeColumn: {"name", "họ và tên, chức vụ, đơn vị"}, familyColumn: {"family", "họ và tên đệm"}, givenColumn: {"given", "tên"},
	honorificColumn: {"honorific", "ông/bà"}, positionColumn: {"position", "chức vụ"}, positionUnitColumn: {"position_unit", "chức vụ, đơn vị"},
	unitColumn: {"unit", "đơn vị"}, groupColumn: {"group", "đối tượng"}, areaColumn: {"area", "nội dung thi đua"}, citationColumn: {"citation", "thành tích"},
	goldenColumn: {"golden_book_no", "số sổ vàng"}, ignored: {"leave_out", "không đọc"}, privateColumn: {"", "dữ liệu cá nhân"},
}

// aliases are the headings that people write, folded: no accents, capitals or punctuation.
var aliases = map[column]string{
	noColumn:         `stt|tt|so tt|so thu tu|thu tu|s tt|stt so|no`,
	kindColumn:       `loai|loai hinh|loai doi tuong|tap the hay ca nhan|tap the hoac ca nhan`,
	nameColumn:       `ten|ho va ten tap the ca nhan|ten tap the ca nhan|ten tap the va ca nhan|tap the ca nhan|ten ca nhan tap the|ca nhan tap the|ho ten ten tap the|ho va ten ten tap the|ho ten tap the ca nhan|tap the va ca nhan|ten don vi ca nhan|don vi ca nhan|ho va ten ten don vi|ho va ten don vi|doi tuong khen thuong|doi tuong duoc khen|doi tuong duoc khen thuong|nguoi duoc khen|ten don vi ca nhan duoc khen thuong|ten tap the ca nhan ho gia dinh|tap the ca nhan ho gia dinh|tap the ho gia dinh ca nhan`,
	collectiveColumn: `ten tap the|tap the|tap the duoc khen|ten tap the duoc khen|ten tap the duoc khen thuong|ten tap the de nghi khen thuong|tap the de nghi khen thuong|ten don vi tap the|tap the don vi|ten tap the don vi|don vi tap the|ten don vi duoc khen thuong|don vi duoc khen thuong|danh sach tap the`,
	individualColumn: `ho va ten|ho ten|ho va ten ca nhan|ho ten ca nhan|ten ca nhan|ca nhan|ho va ten nguoi duoc khen|ho ten nguoi duoc khen|ho va ten nguoi duoc khen thuong|ho ten nguoi duoc khen thuong|ho va ten ca nhan de nghi khen thuong|ho va ten ong ba|ho ten ong ba|ho chu lot va ten|ho va chu lot va ten|ho dem va ten|ho va ten khai sinh|ten nguoi duoc khen|ho ten can bo|ho va ten can bo|ho va ten cong chuc|danh sach ca nhan|ho va ten day du|hovaten|hoten|full name`,
	householdColumn:  `ho gia dinh|ten ho gia dinh|ho ten chu ho|ho va ten chu ho|chu ho|ten chu ho|ho ten chu ho gia dinh|ho va ten chu ho gia dinh|gia dinh|ten gia dinh|gia dinh ong ba|ho ong ba`,
	wholeColumn:      `ho va ten chuc vu|ho ten chuc vu|ho va ten chuc danh|ho ten chuc danh|ho va ten chuc vu don vi|ho ten chuc vu don vi|ho va ten chuc vu don vi cong tac|ho ten chuc vu don vi cong tac|ho va ten chuc vu noi cong tac|ho ten chuc vu noi cong tac|ho va ten chuc danh don vi cong tac|ho va ten chuc danh don vi|ho va ten chuc vu va don vi cong tac|ho va ten chuc vu co quan don vi|ho va ten chuc vu co quan don vi cong tac|ho ten chuc vu co quan don vi|ho va ten don vi cong tac|ho ten don vi cong tac|ho va ten noi cong tac|ho va ten nghe nghiep don vi cong tac`,
	familyColumn:     `ho dem|ho va dem|ho va ten dem|ho ten dem|ho chu lot|ho va chu lot|ho lot|ho va ten lot|ho va lot|ho chu dem|ho va chu dem`,
	givenColumn:      ``,
	honorificColumn:  `ong ba|danh xung|xung ho|ong hoac ba`,
	positionColumn: `chuc vu|chuc danh|nghe nghiep|chuc vu chuc danh|chuc danh chuc vu|chuc vu nghe nghiep|chuc danh nghe nghiep|nghe nghiep chuc vu|chuc vu hien nay|chuc vu cong tac|
chuc vu hoac nghe nghiep|chuc vu chuc danh nghe nghiep|cap bac chuc vu|cap bac|chuc vu hien tai|chuc vu dang va chinh quyen|chuc vu cap bac|chuc vu nghe nghiep hien nay|chuc vu dang nhiem|nhiem vu`,
	positionUnitColumn: `chuc vu don vi|chuc vu don vi cong tac|chuc vu noi cong tac|chuc vu va don vi cong tac|chuc vu va noi cong tac|chuc danh don vi cong tac|chuc danh don vi|chuc danh noi cong tac|don vi chuc vu|
chuc vu co quan don vi cong tac|chuc vu co quan cong tac|chuc vu co quan don vi|nghe nghiep don vi cong tac|nghe nghiep noi cong tac|chuc vu chuc danh don vi cong tac|chuc vu don vi noi cong tac|chuc danh chuc vu don vi cong tac|chuc vu va don vi`,
	unitColumn: `don vi|noi cong tac|don vi cong tac|co quan|co quan don vi|co quan cong tac|ten don vi|don vi de nghi|don vi trinh|co quan don vi cong tac|noi lam viec|phong ban|phong ban don vi|thuoc don vi|truc thuoc|
don vi truc thuoc|don vi chu quan|don vi dia phuong|dia phuong don vi|ten co quan don vi|don vi de nghi khen thuong|don vi trinh khen|don vi quan ly|noi cong tac hien nay|don vi noi cong tac|co quan noi cong tac`,
	groupColumn:    `thanh phan|nhom doi tuong|nhom|doi tuong|doi tuong nhom|thanh phan doi tuong`,
	areaColumn:     `linh vuc|noi dung thi dua|linh vuc thi dua|linh vuc noi dung thi dua`,
	citationColumn: `thanh tich|noi dung khen thuong|thanh tich dat duoc|tom tat thanh tich|tom tat thanh tich dat duoc|noi dung thanh tich|ly do khen thuong|ly do khen|noi dung khen|thanh tich khen thuong|noi dung thanh tich khen thuong|thanh tich tieu bieu|noi dung|thanh tich chinh|ly do|thanh tich noi bat|thanh tich noi dung khen thuong|da co thanh tich|ve thanh tich|thanh tich de nghi khen thuong|thanh tich duoc khen|thanh tich xuat sac|tom tat thanh tich chinh`,
	goldenColumn:   `so vang|so so vang|so vao so vang|vao so vang so|vao so vang|so vao so|so dang ky so vang|so so|so vang so|so vao so khen thuong`,
	ignored:        `ghi chu|ky nhan|ky ten|chu ky|diem|so phieu|ty le|ti le|ty le phieu|hinh thuc khen thuong|hinh thuc khen|hinh thuc|danh hieu|hinh thuc de nghi|de nghi hinh thuc khen|hinh thuc de nghi khen thuong|y kien|y kien cua hoi dong|hinh thuc khen thuong de nghi|danh hieu thi dua`,
}

// privateWords make a column private wherever they stand in its heading, as whole words.
var privateWords = strings.Split(strings.ReplaceAll(`cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|ngay sinh|nam sinh|sinh ngay|sinh nam|thang sinh|tuoi|noi sinh|que quan|nguyen quan|quoc tich|
dia chi|cho o|noi o|thuong tru|tam tru|ho khau|cu tru|cu ngu|dien thoai|sdt|dt|dtdd|di dong|so may|zalo|facebook|email|e mail|mail|thu dien tu|hop thu|tai khoan|ngan hang|stk|tk|ma so thue|mst|dan toc|ton giao|gioi tinh|
nam nu|phai|hon nhan|suc khoe|bac luong|he so|tien luong|muc luong|bhxh|bao hiem|vao dang|dang vien|trinh do|ngay cap|noi cap|so tien|tien thuong|muc thuong|bien so|ten cha|ten me|ten vo|ten chong|ten con|
phu huynh|hoc van|ngach|lien he|phone|birth|address|bank|account`, "\n", ""), "|")

// headings knows the columns by their headings.
type headings map[string]column

func newHeadings(own *source.Headings, problems *diag.List) headings {
	h := headings{}
	for c := noColumn; c <= ignored; c++ {
		for a := range strings.SplitSeq(aliases[c], "|") {
			if a = strings.TrimSpace(a); a != "" {
				h[a] = c
			}
		}
	}
	if own == nil {
		return h
	}
	first := map[string]source.Value{}
	for c := noColumn; c <= ignored; c++ {
		for _, v := range ownOf(own, c) {
			key := headingKey(v.Text)
			switch other, twice := first[key]; {
			case isPrivate(v.Text):
				problems.Add(columnPrivate, v.Place, fmt.Sprintf("tiêu đề %s là dữ liệu cá nhân: cột này không bao giờ được đọc", quote(v.Text)), "bỏ dòng này")
			case twice && h[key] != c:
				problems.Add(columnTwice, v.Place, fmt.Sprintf("tiêu đề %s đã ghi ở khoá %q", quote(v.Text), columnWords[h[key]].key), "giữ một, bỏ một", other.Place)
			default:
				h[key], first[key] = c, v
			}
		}
	}
	return h
}

// headingKey folds a heading; what stands in brackets is a note.
func headingKey(s string) string {
	for {
		from := strings.IndexByte(s, '(')
		if from < 0 {
			break
		}
		to := strings.IndexByte(s[from:], ')')
		if to < 0 {
			s = s[:from]
			break
		}
		s = s[:from] + " " + s[from+to+1:]
	}
	return viet.Fold(s)
}

// is tells what a heading says its column holds. A private word anywhere makes it private, brackets included.
func (h headings) is(text string) column {
	if isPrivate(text) {
		return privateColumn
	}
	return h[headingKey(text)]
}

func isPrivate(text string) bool {
	padded := " " + viet.Fold(text) + " "
	for _, w := range privateWords {
		if strings.Contains(padded, " "+w+" ") {
			return true
		}
	}
	return false
}

// names tells whether a column has names of awardees.
func (c column) names() bool {
	return c == nameColumn || c == collectiveColumn || c == individualColumn || c == householdColumn || c == wholeColumn
}

// ownOf are the headings that data adds to a column.
func ownOf(own *source.Headings, c column) []source.Value {
	return map[column][]source.Value{
		noColumn: own.No, kindColumn: own.Kind, nameColumn: own.Name, collectiveColumn: own.Collective, individualColumn: own.Individual, householdColumn: own.Household,
		familyColumn: own.Family, givenColumn: own.Given, honorificColumn: own.Honorific, positionColumn: own.Position, positionUnitColumn: own.PositionUnit,
		unitColumn: own.Unit, groupColumn: own.Group, areaColumn: own.Area, citationColumn: own.Citation, goldenColumn: own.GoldenBookNo, ignored: own.LeaveOut,
	}[c]
}
