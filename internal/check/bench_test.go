package check

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/source"
)

// many is the base campaign with a decision of n awards, in files of at most 16,000.
func many(tb testing.TB, n int) fstest.MapFS {
	fsys := files(archive(tb, "testdata/base.txtar"))
	d := fsys["data/decisions.yaml"]
	d.Data = append(d.Data[:len(d.Data):len(d.Data)], fmt.Sprintf(`- id: bang-khen
  form: giay-khen
  number: MẪU-02
  date: 2018-10-01
  issuer: Ủy ban nhân dân thành phố
  signatory: {office: Chủ tịch, name: Trần Văn Mẫu}
  reason: Có thành tích
  bases: [Luật Thi đua, Khen thưởng năm 2003]
  expects: {individuals: %d}
  sample: true
`, n)...)
	var b bytes.Buffer
	for i := range n {
		if i%16_000 == 0 {
			b.Reset()
			b.WriteString("decision: bang-khen\nawards:\n")
		}
		fmt.Fprintf(&b, "  - id: bang-khen-%05d\n    no: %d\n    kind: individual\n    honorific: Bà\n    name: Nguyễn Thị Thí Dụ %s\n    position: Phó Trưởng phòng Hành chính\n"+
			"    group: công chức\n    unit: ap-dong\n    area: kinh-te\n    citation: Có thành tích xuất sắc trong đợt thi đua đặc biệt\n", i+1, i+1, invented(i))
		if i%16_000 == 15_999 || i == n-1 {
			fsys[fmt.Sprintf("data/awards/bang-khen-%d.yaml", i/16_000)] = &fstest.MapFile{Data: bytes.Clone(b.Bytes())}
		}
	}
	return fsys
}

// invented is a name for each number below 101,250, no two of which are alike.
func invented(i int) string {
	family := strings.Fields("Bông Cúc Đào Gạo Huệ Khế Lựu Mận Nhài Quế Rau Sen Táo Vải Xoài")
	return strings.Join([]string{family[i%15], "kim" + family[i/15%15], "phước" + family[i/225%15], "trường" + family[i/3375%15] + strings.Repeat("ngọc", i/3375/15)}, " ")
}

// TestMany: a roll as great as a large province's is read without a problem, and not in quadratic time.
func TestMany(t *testing.T) {
	if got, _ := run(many(t, 8_000), ""); got != "" {
		t.Error(got[:min(len(got), 2000)])
	}
}

func BenchmarkRead(b *testing.B) {
	fsys := many(b, 64_060)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := source.Read(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	tree, _, err := source.Read(many(b, 64_060))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Resolve(tree, Options{})
	}
}
