package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/build"
)

// handingOver is the sea's campaign with layouts and a ceremony.
func handingOver(t *testing.T) string {
	t.Helper()
	dir := campaignIn(t, sea)
	for name, text := range map[string]string{
		"certificates.yaml": `- form: ky-niem-chuong
  width: 297
  height: 210
  measured: true
  fields:
    - {name: Tên, text: "[{honorific} ]{name}", x: 40, y: 100, width: 217, align: center, face: display, size: 28, least: 18, lines: 2}
- form: thu-khen
  width: 210
  height: 148
  measured: true
  fields:
    - {name: Tên, text: "[{honorific} ]{name}", x: 20, y: 70, width: 170, align: center, face: bold, size: 24, least: 16, lines: 2}
    - {name: Số sổ vàng, text: "[Số {golden_book_no}]", x: 20, y: 120, width: 80, size: 11}
`,
		"ceremony.yaml": "group_size: 4\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "data", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestPapers writes each paper where it is told and nothing else, the same bytes each time.
func TestPapers(t *testing.T) {
	dir := handingOver(t)
	before := tree(t, dir)
	all := [][]string{
		{"noi-bo/giay-khen.pdf", "giấy, ", "certificates"},
		{"noi-bo/can-chinh.pdf", "2 mẫu in, 2 trang", "certificates", "--calibrate"},
		{"can-chinh.pdf", "2 mẫu in, 2 trang", "certificates", "--calibrate", "-o", "can-chinh.pdf"},
		{"mot.pdf", "1 giấy, 1 trang", "certificates", "--only", "thu-khen-01-004", "-o", "mot.pdf", "--nudge", "-1.5,2"},
		{"noi-bo/goi-ten.pdf", "lượt nhận, ", "call-sheet"},
		{"noi-bo/the-de-ban.pdf", "thẻ, ", "place-cards"},
		{"sau/day/the.pdf", "4 thẻ, 1 trang", "place-cards", "--form", "thu-khen", "-o", "sau/day/the.pdf"},
	}
	first := map[string][]byte{}
	for range 2 {
		for _, c := range all {
			o := want(t, exitFine, c[1], "", c[2:]...)
			if !strings.Contains(o.out, "Nội bộ") {
				t.Errorf("%q does not say that it is private:\n%s", c[2:], o.out)
			}
			b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c[0])))
			if err != nil || !bytes.HasPrefix(b, []byte("%PDF-1.7\n")) {
				t.Fatalf("%s: %v", c[0], err)
			}
			if known, ok := first[c[0]]; ok && !bytes.Equal(known, b) {
				t.Errorf("%s differs the second time", c[0])
			}
			first[c[0]] = b
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(c[0]))); err != nil {
				t.Error(err)
			}
		}
	}
	if !same(before, tree(t, dir)) {
		t.Error("something else was written or changed")
	}
}

// TestCertificatesApart: a folder takes a file for each, called by its award's id; what else is there stays.
func TestCertificatesApart(t *testing.T) {
	dir := handingOver(t)
	folder := filepath.Join(dir, "tung-giay")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "cua-toi.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitFine, "4 giấy, 4 trang", "", "certificates", "--decision", "thu-khen-01", "-o", "tung-giay")
	want(t, exitFine, "1 giấy, 1 trang", "", "certificates", "--only", "thu-khen-01-002", "-o", "rieng/moi/")
	var names []string
	for name := range tree(t, folder) {
		names = append(names, strings.TrimPrefix(name, "/"))
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "cua-toi.txt thu-khen-01-001.pdf thu-khen-01-002.pdf thu-khen-01-003.pdf thu-khen-01-004.pdf" {
		t.Error(got)
	}
	a, err1 := os.ReadFile(filepath.Join(folder, "thu-khen-01-002.pdf"))
	b, err2 := os.ReadFile(filepath.Join(dir, "rieng", "moi", "thu-khen-01-002.pdf"))
	if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
		t.Error("a certificate that is printed again differs", err1, err2)
	}
}

// TestPapersStayPrivate: no way leads into a folder that is published, be it there or not, named by a link, or that of another campaign.
func TestPapersStayPrivate(t *testing.T) {
	dir := handingOver(t)
	refused := func(args ...string) {
		t.Helper()
		want(t, exitUsage, "", "nằm trong thư mục công bố", args...)
	}
	for _, command := range []string{"certificates", "call-sheet", "place-cards", "press-kit"} {
		refused(command, "-o", "public/x.pdf")
	}
	refused("certificates", "-o", "public/")
	refused("certificates", "-o", "public/giay/")
	refused("certificates", "-o", "noi-bo/../public/giay/x.pdf")
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Fatal("a refusal made the folder")
	}
	want(t, exitFine, "", "", "build")
	want(t, exitFine, "", "", "build", "-d", "khac")
	before := tree(t, filepath.Join(dir, "public"))
	if err := os.Symlink("public", filepath.Join(dir, "tat")); err != nil {
		t.Skip(err)
	}
	refused("call-sheet", "-o", "tat/x.pdf")
	refused("call-sheet", "-o", "tat/chua/co/x.pdf")
	refused("call-sheet", "-o", "khac/x.pdf")
	refused("certificates", "-o", "khac/vinh-danh/")
	if !same(before, tree(t, filepath.Join(dir, "public"))) {
		t.Error("public/ changed")
	}
	for name, text := range before {
		if strings.Contains(text, "NỘI BỘ") {
			t.Errorf("%s holds a private paper", name)
		}
	}
}

// TestPaperRefusals: what cannot be done is said, with the code that belongs to it, and files stay as they were.
func TestPaperRefusals(t *testing.T) {
	dir := handingOver(t)
	old := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(old, []byte("cũ"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		says string
		args []string
	}{
		{`có phải "thu-khen-01"?`, []string{"certificates", "--decision", "thu-khen-1"}},
		{`không có hình thức khen thưởng "huan-chuong"`, []string{"call-sheet", "--form", "huan-chuong"}},
		{`không có khen thưởng "thu-khen-01-999"`, []string{"place-cards", "--only", "thu-khen-01-001,thu-khen-01-999"}},
		{"--nudge", []string{"certificates", "--nudge", "1,5,2"}},
		{"--nudge", []string{"certificates", "--nudge", "1.5"}},
		{"--nudge", []string{"certificates", "--nudge", "NaN,1"}},
		{"từ -30 đến 30 mm", []string{"certificates", "--nudge", "300,1"}},
		{"--only không dùng với --calibrate", []string{"certificates", "--calibrate", "--only", "thu-khen-01-001"}},
		{"là thư mục; hãy ghi tên tệp", []string{"call-sheet", "-o", "data"}},
		{"là thư mục; hãy ghi tên tệp", []string{"place-cards", "-o", "the/"}},
		{"là thư mục; hãy ghi tên tệp", []string{"certificates", "--calibrate", "-o", "can/"}},
		{"là tệp, không phải thư mục", []string{"certificates", "-o", "x.pdf/"}},
		{"--output cần tên tệp", []string{"certificates", "-o", ""}},
		{"không có cờ --nudge", []string{"call-sheet", "--nudge", "1,1"}},
		{"không hiểu", []string{"place-cards", "thua"}},
	} {
		want(t, exitUsage, "", c.says, c.args...)
	}
	edit(t, filepath.Join(dir, "data", "certificates.yaml"), "least: 16, lines: 2}", "least: 24}")
	edit(t, filepath.Join(dir, "data", "certificates.yaml"), "x: 20, y: 70, width: 170", "x: 20, y: 70, width: 40")
	o := want(t, exitProblems, "", "[paper-overfull]", "certificates", "-o", "x.pdf")
	if !strings.Contains(o.err, "data/awards/thu-khen-01.yaml:3:5") || !strings.Contains(o.err, "Không ghi gì") {
		t.Error(o.err)
	}
	edit(t, filepath.Join(dir, "data", "certificates.yaml"), "measured: true", "measured: false")
	want(t, exitProblems, "", "[certificate-unmeasured]", "certificates", "--form", "ky-niem-chuong", "--strict", "-o", "x.pdf")
	edit(t, filepath.Join(dir, "data", "certificates.yaml"), "x: 40,", "x: 240,")
	want(t, exitProblems, "", "[certificate-outside]", "place-cards", "-o", "x.pdf")
	if b, err := os.ReadFile(old); err != nil || string(b) != "cũ" {
		t.Error("the file changed", err)
	}
}

// TestPaperHelp: help is in Vietnamese, defaults too, and says that the papers are private.
func TestPaperHelp(t *testing.T) {
	for _, command := range []string{"certificates", "call-sheet", "place-cards", "press-kit"} {
		o := want(t, exitFine, "noi-bo/", "", command, "--help")
		if strings.Contains(o.out, "default") || !strings.Contains(want(t, exitFine, command, "", "--help").out, "(nội bộ)") {
			t.Error(o.out)
		}
	}
}

// TestNobodyToPrint: a choice that leaves nobody writes nothing, says why, and does not end well.
func TestNobodyToPrint(t *testing.T) {
	dir := handingOver(t)
	edit(t, filepath.Join(dir, "data", "decisions.yaml"), "  number: 16/TK-HĐ\n  date: 2021-08-12\n", "")
	for _, command := range []string{"certificates", "call-sheet", "place-cards"} {
		o := want(t, exitProblems, "", "nên không ghi gì", command, "--decision", "thu-khen-01")
		if !strings.Contains(o.err, "của dự thảo") {
			t.Error(o.err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "noi-bo")); err == nil {
		t.Error("a folder was made for nothing")
	}
}

// TestPaperUnwritable: a disk that refuses is the machine's failing, and leaves neither half a file nor a nameless one.
func TestPaperUnwritable(t *testing.T) {
	dir := handingOver(t)
	if err := os.WriteFile(filepath.Join(dir, "noi-bo"), []byte("a file, where a folder is due"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	want(t, exitMachine, "", "noi-bo", "call-sheet")
	if !same(before, tree(t, dir)) {
		t.Error("something was left")
	}
}

// TestSqueezed: how much smaller a text is stands there as a printer says it.
func TestSqueezed(t *testing.T) {
	got := squeezed(&build.Squeezed{ID: "a-001", Field: "Thẻ", Text: "Bà Lê Thị Mẫu", Full: 30.968503937007874, Size: 24.968503937007874, Lines: 2})
	if want := "a-001): Thẻ “Bà Lê Thị Mẫu”, 31 → 25 pt, 2 dòng"; !strings.HasSuffix(got, want) {
		t.Errorf("%q, want …%q", got, want)
	}
}

// TestAppraisal: the Board's sheet is written where it is told, says what is in it, and stays out of what is published.
func TestAppraisal(t *testing.T) {
	dir := handingOver(t)
	for name, magic := range map[string]string{"noi-bo/binh-xet.xlsx": "PK", "phieu.pdf": "%PDF-1.7", "noi-bo/x.PDF": "%PDF"} {
		args := []string{"appraisal", "-o", name}
		if name == "noi-bo/binh-xet.xlsx" {
			args = args[:1]
		}
		if o := want(t, exitFine, "phiếu bình xét: ", "", args...); !strings.Contains(o.out, "Nội bộ") || strings.Contains(o.out, "trang A4") != strings.EqualFold(filepath.Ext(name), ".pdf") {
			t.Error(o.out)
		}
		if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.HasPrefix(string(b), magic) {
			t.Errorf("%s: %v", name, err)
		}
	}
	before := tree(t, dir)
	for says, args := range map[string][]string{
		"đuôi .xlsx hoặc .pdf":        {"-o", "a.docx"},
		"không có đơn vị":             {"--unit", "khong-co"},
		"không có cụm, khối":          {"--block", "khong-co"},
		"là thư mục":                  {"-o", "data.pdf"},
		"nằm trong thư mục công bố":   {"-o", "public/a.pdf"},
		"không hiểu":                  {"thua"},
		"không có cờ --form; có phải": {"--form", "x"},
	} {
		if says == "là thư mục" {
			if err := os.Mkdir(filepath.Join(dir, "data.pdf"), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		want(t, exitUsage, "", strings.Split(says, ";")[0], append([]string{"appraisal"}, args...)...)
	}
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "unit: ", "unit: khong-co-")
	want(t, exitProblems, "", "Không ghi gì", "appraisal", "-o", "phieu.pdf")
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "unit: khong-co-", "unit: ")
	if !same(before, tree(t, dir)) {
		t.Error("something was written")
	}
}

// TestPapersPersonal: papers are made of texts that hold nothing personal, private as they are.
func TestPapersPersonal(t *testing.T) {
	dir := campaignIn(t, sea)
	if err := os.WriteFile(filepath.Join(dir, "data", "ceremony.yaml"), []byte("guests:\n  - {name: Khách Mẫu, position: \"Trưởng phòng, 0939 123 456\"}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, paper := range []string{"call-sheet", "place-cards", "certificates", "appraisal"} {
		if o := want(t, exitProblems, "", "data/ceremony.yaml:2:", paper); !strings.Contains(o.err, "[personal-data]") || strings.Contains(o.err, "0939") {
			t.Error(paper, o.err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, privateFolder)); err == nil {
		t.Error("something was written")
	}
}

// TestPressKitPersonal: what only the last look at the files finds stops the media's kit, and is told as any problem.
func TestPressKitPersonal(t *testing.T) {
	page, err := os.ReadFile("../../templates/extract.html")
	if err != nil {
		t.Fatal(err)
	}
	dir := campaignIn(t, sea)
	at := filepath.Join(dir, "templates", "extract.html")
	err = errors.Join(os.Mkdir(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(strings.Replace(string(page), "<h1>{{.Title}}</h1>", "<h1>{{.Title}}</h1><p>0939 123 456</p>", 1)), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	if o := want(t, exitProblems, "", "[personal-published]", "press-kit"); strings.Contains(o.err, "0939") || !strings.Contains(o.err, "trich.html") {
		t.Error(o.err)
	}
	if _, err := os.Stat(filepath.Join(dir, privateFolder, "bao-chi.zip")); err == nil {
		t.Error("the kit was written")
	}
}
