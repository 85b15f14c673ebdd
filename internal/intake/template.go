package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/workbook"
)

// TemplateOrder asks for the empty list that a unit fills in.
type TemplateOrder struct {
	Source string // folder with data/
	Unit   string // id
	Output string // file; one that is there is not replaced
}

// Template is what was made.
type Template struct {
	Problems diag.List // of the data; nothing is made if there are errors
	Lines    func(file string) []byte
	Unit     string   // its name
	Sheets   []string // that it has
	Bytes    int
}

// guideSheet is the sheet of a workbook of ours that explains it.
const guideSheet = "Hướng dẫn"

// unitLine opens the line above a table that says whose it is.
const unitLine = "Đơn vị: "

// emptyRows are those of each sheet that wait to be filled in.
const emptyRows = 40

// MakeTemplate writes the workbook of a unit. What comes back filled in imports without a question.
func MakeTemplate(o TemplateOrder) (*Template, error) {
	tree, lines, problems, err := readData(o.Source)
	if err != nil {
		return nil, err
	}
	t := &Template{Problems: problems, Lines: lines}
	if problems.Failed(false) {
		return t, nil
	}
	r := newRegister(tree)
	unit := r.find(o.Unit)
	if unit == nil {
		return nil, unknownUnit(tree, o.Unit)
	}
	if _, err := os.Lstat(o.Output); err == nil {
		return nil, &WrongOrder{fmt.Sprintf("đã có tệp %s; không ghi đè, vì có thể là danh sách đã điền: hãy chọn tên khác", filepath.ToSlash(o.Output))}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	form := formOf(tree, unit)
	t.Unit = unit.Name.Text
	for _, s := range form.Sheets {
		t.Sheets = append(t.Sheets, s.Name)
	}
	var b bytes.Buffer
	if err := workbook.WriteForm(&b, form); err != nil {
		return nil, err
	}
	t.Bytes = b.Len()
	return t, source.ReplaceFile(o.Output, b.Bytes())
}

// formOf lays out the workbook of a unit.
func formOf(tree *source.Tree, unit *source.Unit) workbook.Form {
	const areas, units, groups, honorifics = "Nội dung thi đua", "Đơn vị", "Đối tượng", "Ông/Bà"
	name, short := "", ""
	if c := tree.Campaign; c != nil {
		name, short = c.Name.Text, c.Secretariat.Text
	}
	var below, areaNames []string
	for i := range tree.Units {
		if u := &tree.Units[i]; u.Parent.Text == unit.ID.Text {
			below = append(below, u.Name.Text)
		}
	}
	for i := range tree.Areas {
		areaNames = append(areaNames, tree.Areas[i].Name.Text)
	}
	form := workbook.Form{Title: "Danh sách đề nghị khen thưởng: " + unit.Name.Text, Author: short}
	form.Guide = workbook.FormGuide{Name: guideSheet, Lines: guideLines(unit.Name.Text), Lists: []workbook.FormList{
		{Name: honorifics, Texts: []string{"Ông", "Bà"}},
		{Name: groups, Texts: []string{"công chức", "viên chức", "công nhân", "người lao động", "nông dân", "doanh nhân", "lực lượng vũ trang", "học sinh", "sinh viên", "trí thức"}},
		{Name: areas, Texts: areaNames},
	}}
	columns := func(before ...workbook.FormColumn) []workbook.FormColumn {
		out := append([]workbook.FormColumn{{Heading: "STT", Width: 6}}, before...)
		if len(below) > 0 {
			out = append(out, workbook.FormColumn{Heading: units, Width: 26, Choices: units, Note: "Đơn vị trực thuộc; để trống nếu là " + unit.Name.Text})
		}
		if len(areaNames) > 0 {
			out = append(out, workbook.FormColumn{Heading: areas, Width: 30, Choices: areas, Note: "Chọn một nội dung, hoặc để trống."})
		}
		return append(out, workbook.FormColumn{Heading: "Thành tích", Width: 60, Note: "Viết như sẽ ghi trong quyết định, một ô cho một người."})
	}
	if len(below) > 0 {
		form.Guide.Lists = append(form.Guide.Lists, workbook.FormList{Name: units, Texts: append([]string{unit.Name.Text}, below...)})
	}
	add := func(kind campaign.AwardKind, title string, example []string, columns []workbook.FormColumn) {
		s := workbook.FormSheet{Name: title, Columns: columns, Rows: emptyRows, Example: placed(columns, example)}
		s.Title = []string{"DANH SÁCH " + strings.ToUpper(title) + " ĐỀ NGHỊ KHEN THƯỞNG", name, unitLine + unit.Name.Text}
		form.Sheets = append(form.Sheets, s)
	}
	nameNote := "Viết hoa chữ cái đầu mỗi tiếng, gõ Unicode. Mỗi người một hàng; không ghi ông, bà, học vị vào ô này."
	add(campaign.Collective, "Tập thể", exampleRows[0], columns(workbook.FormColumn{Heading: "Tên tập thể", Width: 40, Note: "Tên đầy đủ, không viết tắt."}))
	add(campaign.Individual, "Cá nhân", exampleRows[1], columns(
		workbook.FormColumn{Heading: honorifics, Width: 8, Choices: honorifics}, workbook.FormColumn{Heading: "Họ và tên", Width: 28, Note: nameNote},
		workbook.FormColumn{Heading: "Chức vụ", Width: 32, Note: "Chức vụ, nghề nghiệp; kèm phòng, ban nếu cần."},
		workbook.FormColumn{Heading: groups, Width: 16, Choices: groups, Free: true}))
	if hasHouseholds(unit.Kind.Text) {
		add(campaign.Household, "Hộ gia đình", exampleRows[2], columns(workbook.FormColumn{Heading: honorifics, Width: 8, Choices: honorifics}, workbook.FormColumn{Heading: "Họ tên chủ hộ", Width: 28, Note: nameNote}))
	}
	return form
}

// hasHouseholds tells whether units of a kind may propose households.
func hasHouseholds(kind string) bool {
	switch campaign.UnitKind(kind) {
	case campaign.UrbanDistrict, campaign.RuralDistrict, campaign.Commune, campaign.MassOrganisation, campaign.Front:
		return true
	}
	return false
}

// placed puts an example's texts under their headings: all but the last from the left, the last under the last.
func placed(columns []workbook.FormColumn, texts []string) []string {
	out := make([]string, len(columns))
	copy(out, texts[:len(texts)-1])
	out[len(out)-1] = texts[len(texts)-1]
	return out
}

func guideLines(unit string) []string {
	return []string{
		"HƯỚNG DẪN ĐIỀN DANH SÁCH – " + unit,
		"1. Điền từ hàng số 1 của từng trang tính (Tập thể, Cá nhân …). Hàng chữ nghiêng màu xám là ví dụ, không được nhập; để nguyên hoặc xoá.",
		"2. Mỗi tập thể, mỗi người, mỗi hộ một hàng. Không gộp ô, không ẩn hàng hay cột, không thêm cột.",
		"3. Gõ tiếng Việt Unicode (phông Times New Roman, Arial …), không dùng phông .VnTime, VNI.",
		"4. KHÔNG ghi ngày sinh, số căn cước, điện thoại, địa chỉ, số tài khoản: danh sách này sẽ được công bố.",
		"5. Không dùng công thức, không liên kết tới tệp khác. Thiếu hàng thì chép thêm hàng trống cuối bảng xuống dưới.",
		"6. Lưu thành .xlsx, không đặt mật khẩu.",
	}
}
