package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"

	"bangvang/internal/diag"
)

// MaxFile is the size above which a file is refused.
const MaxFile = 8 << 20

const (
	maxParts    = 1000
	maxUnpacked = 16 << 20 // all parts together
	maxXML      = 6 << 20  // all parts that we read
	maxRatio    = 100      // of a part larger than bombFrom
	bombFrom    = 1 << 20
)

const saveAgain = "mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành, kiểu .xlsx, rồi nhập tệp mới"

// pack is an opened zip.
type pack struct {
	file     string
	parts    map[string]*zip.File
	left     int64 // of maxXML
	problems *diag.List
}

func (p *pack) fail(r *diag.Rule, text, hint string) {
	p.problems.Add(r, diag.Place{File: p.file}, text, hint)
}

// openPack looks at the zip's directory. It gives nil if there is a problem.
func openPack(file string, b []byte, problems *diag.List) *pack {
	p := &pack{file: file, parts: map[string]*zip.File{}, left: maxXML, problems: problems}
	if len(b) > MaxFile {
		p.fail(fileHostile, fmt.Sprintf("tệp lớn %d MB, quá %d MB", len(b)>>20, MaxFile>>20), "bỏ ảnh và các trang tính khác, chỉ giữ danh sách")
		return nil
	}
	if n, ok := declaredParts(b); ok && n > maxParts {
		p.fail(fileHostile, fmt.Sprintf("tệp có %d phần, quá %d", n, maxParts), saveAgain)
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		p.fail(filePart, "tệp bị hỏng hoặc bị cắt ngắn: không mở được gói nén", "lấy lại tệp từ nơi gửi")
		return nil
	}
	if len(z.File) > maxParts {
		p.fail(fileHostile, fmt.Sprintf("tệp có %d phần, quá %d", len(z.File), maxParts), saveAgain)
		return nil
	}
	seen, total := map[string]bool{}, uint64(0)
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/")
		switch {
		case strings.HasSuffix(name, "/"):
			continue
		case path.Clean(name) != name || strings.HasPrefix(name, ".."):
			p.fail(filePart, "trong tệp có phần mang tên lạ", saveAgain)
			return nil
		case seen[strings.ToLower(name)]:
			p.fail(filePart, "trong tệp có hai phần cùng tên", saveAgain)
			return nil
		case f.Flags&1 != 0:
			p.fail(fileLocked, "tệp có mật khẩu", "bỏ mật khẩu rồi lưu lại")
			return nil
		case f.UncompressedSize64 > bombFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64:
			p.fail(fileHostile, "một phần của tệp nén chặt bất thường (bom nén)", saveAgain)
			return nil
		}
		seen[strings.ToLower(name)] = true
		p.parts[name] = f
		if total += f.UncompressedSize64; total > maxUnpacked || f.UncompressedSize64 > maxUnpacked {
			p.fail(fileHostile, fmt.Sprintf("tệp bung ra quá %d MB", maxUnpacked>>20), "bỏ ảnh và các trang tính khác, chỉ giữ danh sách")
			return nil
		}
	}
	return p
}

// declaredParts reads the number of parts from the zip's last record, before anything is allocated for them.
func declaredParts(b []byte) (int, bool) {
	at := bytes.LastIndex(b, []byte("PK\x05\x06"))
	if at < 0 || at+12 > len(b) {
		return 0, false
	}
	return int(binary.LittleEndian.Uint16(b[at+10:])), true
}

// read unpacks a part. Nil means that the reason is told.
func (p *pack) read(name string) []byte {
	f := p.parts[name]
	if f == nil {
		p.fail(filePart, fmt.Sprintf("tệp thiếu phần %s", name), saveAgain)
		return nil
	}
	if int64(f.UncompressedSize64) > p.left {
		p.fail(fileHostile, fmt.Sprintf("các trang tính bung ra quá %d MB", maxXML>>20), "xoá các hàng, cột và trang tính thừa")
		return nil
	}
	r, err := f.Open()
	if err == nil {
		defer r.Close()
		var b bytes.Buffer
		b.Grow(int(f.UncompressedSize64) + bytes.MinRead)
		_, err = io.Copy(&b, io.LimitReader(r, int64(f.UncompressedSize64)+1))
		if err == nil && uint64(b.Len()) == f.UncompressedSize64 {
			p.left -= int64(b.Len())
			return b.Bytes()
		}
	}
	p.fail(filePart, fmt.Sprintf("phần %s của tệp bị hỏng", name), "lấy lại tệp từ nơi gửi")
	return nil
}

// foreign tells of a file that is no zip: what it is, and how to make an .xlsx of it.
func foreign(file string, b []byte, problems *diag.List) {
	add := func(r *diag.Rule, text, hint string) { problems.Add(r, diag.Place{File: file}, text, hint) }
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 512)], []byte("\xEF\xBB\xBF")), " \t\r\n"))
	switch {
	case len(b) == 0:
		add(filePart, "tệp rỗng", "lấy lại tệp từ nơi gửi")
	case bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if bytes.Contains(b, wide("EncryptedPackage")) || bytes.Contains(b, wide("EncryptionInfo")) {
			add(fileLocked, "tệp có mật khẩu mở", "mở bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu, xoá mật khẩu, rồi lưu lại")
			return
		}
		add(fileKind, "tệp ở dạng .xls của Excel 97-2003", "mở bằng Excel hoặc LibreOffice, chọn Tệp → Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi nhập tệp .xlsx đó")
	case bytes.HasPrefix(head, []byte("<html")), bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<table")):
		add(fileKind, "tệp là trang web (HTML) mang tên bảng tính", saveAgain)
	case bytes.HasPrefix(head, []byte("<?xml")), bytes.HasPrefix(head, []byte("<workbook")):
		add(fileKind, "tệp là XML 2003 mang tên bảng tính", saveAgain)
	case bytes.HasPrefix(head, []byte("%pdf")):
		add(fileKind, "tệp là PDF", "xin tệp bảng tính gốc của đơn vị")
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		add(fileKind, "tệp là văn bản Word (RTF)", "chép bảng vào Excel rồi lưu thành .xlsx")
	case bytes.IndexByte(b[:min(len(b), 512)], 0) < 0 || bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")):
		add(fileKind, "tệp là văn bản (CSV) mang đuôi .xlsx", "đổi đuôi tên thành .csv, hoặc mở bằng Excel và lưu thành .xlsx")
	default:
		add(filePart, "tệp không phải .xlsx, hoặc đã hỏng", "lấy lại tệp từ nơi gửi")
	}
}

// wide is a text as OLE directories name their entries.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
