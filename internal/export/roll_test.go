package export

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// manyHonoured is an invented roll: names, offices and citations as varied as people's, of so many decisions, units and groups.
func manyHonoured(n, decisions int) *edition.Roll {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(words string) string { all := strings.Fields(words); return all[r.IntN(len(all))] }
	facet := func(key string, n int) edition.Facet {
		f := edition.Facet{Key: key}
		for i := range n {
			f.Options = append(f.Options, edition.FacetOption{Value: fmt.Sprintf("%s-%d", key, i), Link: edition.Link{Words: fmt.Sprintf("Mục số %d", i), Path: edition.Path(fmt.Sprintf("/%s/%d/", key, i))}})
		}
		return f
	}
	sizes := []int{4, decisions, 12, 400, 3, 20, 7, 29}
	roll := &edition.Roll{}
	for i, key := range []string{"hinh-thuc", "quyet-dinh", "khoi", "don-vi", "doi-tuong", "nhom", "noi-dung", "van"} {
		roll.Facets = append(roll.Facets, facet(key, sizes[i]))
	}
	ranks := r.Perm(n)
	for i := range n {
		d := i * decisions / n
		of := []int32{int32(d % 4), int32(d)}
		for _, s := range sizes[2:] {
			of = append(of, int32(r.IntN(s+1)-1))
		}
		roll.Lines = append(roll.Lines, edition.RollLine{Of: of, ByName: int32(ranks[i]), Award: &edition.Award{
			Path: edition.Path(fmt.Sprintf("/vinh-danh/quyet-dinh-%d-%05d/", d, i)), Honorific: pick("Ông Bà"),
			Name:     pick("Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ") + " " + pick("Văn Thị Hữu Ngọc Minh Thanh Quốc Kim") + " " + pick("An Bình Châu Dũng Đạt Hà Khánh Linh Mai Ước"),
			Position: fmt.Sprintf("Chuyên viên phòng số %d", r.IntN(300)), Citation: fmt.Sprintf("Đã hoàn thành việc thứ %d trong đợt thi đua, được nhiều người ghi nhận", i),
			Decision: &edition.DecisionRef{Short: "Bằng khen", Words: fmt.Sprintf("Quyết định số %d", d), Path: edition.Path(fmt.Sprintf("/quyet-dinh/%d/", d))}}})
	}
	return roll
}

func rollFiles(t *testing.T, roll *edition.Roll) map[string][]byte {
	t.Helper()
	set := fileset.New()
	if err := addRoll(&edition.Edition{Roll: roll}, nil, set); err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, name := range set.Names() {
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = b
	}
	return out
}

func gzipLen(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// TestRollSize bounds what the live filter loads.
func TestRollSize(t *testing.T) {
	files := rollFiles(t, manyHonoured(rollWhole, 40))
	if len(files) != 1 {
		t.Errorf("%d files for %d awards", len(files), rollWhole)
	}
	size := gzipLen(t, files[rollIndex])
	t.Logf("%d awards: %d bytes, %d zipped", rollWhole, len(files[rollIndex]), size)
	if size > 400<<10 {
		t.Errorf("%d bytes zipped", size)
	}
	files = rollFiles(t, manyHonoured(64_060, 40))
	if len(files) != 41 {
		t.Errorf("%d files for 40 decisions", len(files))
	}
	head := gzipLen(t, files[rollIndex])
	t.Logf("64060 awards: first file %d bytes zipped", head)
	if head > 30<<10 {
		t.Errorf("the first file has %d bytes zipped", head)
	}
	lines, sum := 0, 0
	for name, b := range files {
		if name == rollIndex {
			continue
		}
		n := gzipLen(t, b)
		if n > 50<<10 {
			t.Errorf("%s has %d bytes zipped", name, n)
		}
		sum += n
		lines += bytes.Count(b, []byte(`\n`))/2 + 1
	}
	t.Logf("64060 awards: all files %d bytes zipped", sum)
	if sum > 1_200_000 {
		t.Errorf("all files have %d bytes zipped", sum)
	}
	if lines != 64_060 {
		t.Errorf("%d awards in all files", lines)
	}
}

func TestNoRoll(t *testing.T) {
	if files := rollFiles(t, nil); len(files) != 0 {
		t.Errorf("%d files of no roll", len(files))
	}
}
