package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// awkwardReference has every sign that means something to LaTeX.
func awkwardReference() *edition.Reference {
	return &edition.Reference{Key: "bangvang2019-chi-tieu-a", Title: `100% "đạt" {a} & b_c #1 $2 ^x ~y \z`, Author: "Ban Thi đua", Publisher: "Ủy ban", Site: "Bảng vàng · 15 năm",
		Version: "2019-01-15", Dated: "Dữ liệu đến ngày\u00a015/01/2019", Note: "Dữ liệu mẫu.", URL: "https://vi-du.vn/a_b/?c=%20", Lang: "vi"}
}

func TestBibTeX(t *testing.T) {
	var out bytes.Buffer
	if err := writeBibTeX(&out, awkwardReference(), []int{2019, 1, 15}); err != nil {
		t.Fatal(err)
	}
	const want = `@misc{bangvang2019-chi-tieu-a,
  author = {{Ban Thi đua}},
  title = {{100\% "đạt" \textbraceleft{}a\textbraceright{} \& b\_c \#1 \$2 \textasciicircum{}x \textasciitilde{}y \textbackslash{}z}},
  howpublished = {Bảng vàng · 15 năm},
  publisher = {Ủy ban},
  year = {2019},
  version = {2019-01-15},
  url = {https://vi-du.vn/a_b/?c=%20},
  langid = {vietnamese},
  note = {Dữ liệu đến ngày~15/01/2019. Dữ liệu mẫu.},
  month = jan,
}
`
	if out.String() != want {
		t.Errorf("got %s", out.String())
	}
	if strings.Count(want, "{") != strings.Count(want, "}") {
		t.Error("braces do not pair")
	}
}

func TestCSL(t *testing.T) {
	r := awkwardReference()
	for _, dataset := range []bool{false, true} {
		r.Dataset = dataset
		var out bytes.Buffer
		if err := writeCSL(&out, r, []int{2019, 1, 15}); err != nil {
			t.Fatal(err)
		}
		var items []item
		d := json.NewDecoder(&out)
		d.DisallowUnknownFields()
		if err := d.Decode(&items); err != nil || len(items) != 1 {
			t.Fatalf("%v, %d", err, len(items))
		}
		i := items[0]
		if i.ID != r.Key || i.Title != r.Title || i.Author[0].Literal != r.Author || i.Issued.Parts[0][2] != 15 || i.URL != r.URL || (i.Type == "dataset") != dataset {
			t.Errorf("%+v", i)
		}
	}
}

func TestReferenceOfNoDay(t *testing.T) {
	r := awkwardReference()
	r.Version = "15/01/2019"
	if err := addReference(r, nil); err == nil {
		t.Error("no error")
	}
}
