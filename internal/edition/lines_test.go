package edition

import (
	"reflect"
	"slices"
	"testing"
)

// TestLinesHoldWhatTheySay: another citation changes the rows of awards, and not those of who is called: their files are not made again.
func TestLinesHoldWhatTheySay(t *testing.T) {
	composed := func(citation string) map[string]Lines {
		l, docs := twoTongues()
		l.Awards[0].Citation = citation
		ed, problems := Compose(l, docs, Options{})
		if problems.Failed(false) {
			t.Fatal(problems.Sorted())
		}
		lines := map[string]Lines{}
		for _, d := range ed.Datasets {
			lines[d.ID] = d.Table.Lines
		}
		return lines
	}
	one, other := composed("Một việc"), composed("Việc khác")
	if one[captionsID].Len() == 0 || !reflect.DeepEqual(one[captionsID], other[captionsID]) {
		t.Error("who is called is told otherwise after a citation has changed")
	}
	if reflect.DeepEqual(one["vinh-danh"], other["vinh-danh"]) {
		t.Error("a citation does not count in the list of awards")
	}
}

// TestAll: rows are the same whether they are held or made, and whoever stops early gets no more.
func TestAll(t *testing.T) {
	lines := calledLines{{ID: "a", Name: "Một", Kind: PersonEntry, Decision: &DecisionRef{}}, {ID: "b", Name: "Hai", Kind: CollectiveEntry, Decision: &DecisionRef{Sample: true}}}
	read := func(table Table) (rows [][]Cell) {
		for n, row := range table.All() {
			if n != len(rows) {
				t.Errorf("row %d after %d", n, len(rows))
			}
			rows = append(rows, slices.Clone(row))
		}
		if len(rows) != table.Len() {
			t.Errorf("%d rows of %d", len(rows), table.Len())
		}
		return rows
	}
	made := read(Table{Lines: lines})
	if held := read(Table{Rows: made}); !reflect.DeepEqual(held, made) || made[0][2].Value != "Một" || made[1][0].Value != "2" || made[1][9].Value != "true" {
		t.Errorf("%v, held %v", made, held)
	}
	labelled := read(Table{Lines: &labelled{text("nhãn"), lines}})
	for n, row := range labelled {
		if row[0] != text("nhãn") || !reflect.DeepEqual(row[1:], made[n]) {
			t.Errorf("labelled: %v", row)
		}
	}
	for n := range (&Table{Lines: lines}).All() {
		if n > 0 {
			t.Error("a row after the last that was wanted")
		}
		break
	}
}

// TestAnyOfAwards: what is asked of a column of awards is what their rows say, whichever way it is found out.
func TestAnyOfAwards(t *testing.T) {
	plain, sample, revoked := &DecisionRef{ID: "a"}, &DecisionRef{ID: "b", Sample: true}, &DecisionRef{ID: "c", Revoked: "bãi bỏ"}
	for _, of := range [][]*DecisionRef{nil, {plain}, {plain, sample}, {revoked, plain}, {sample, revoked}} {
		d := Dataset{Table: Table{Columns: awardColumns}}
		lines := &awardLines{Base: "https://a.example/"}
		for _, ref := range of {
			lines.Awards = append(lines.Awards, &Award{ID: ref.ID + "-1", Kind: PersonEntry, Decision: ref})
		}
		d.Table.Lines = lines
		held := Dataset{Table: Table{Columns: awardColumns}}
		for _, row := range d.Table.All() {
			held.Table.Rows = append(held.Table.Rows, slices.Clone(row))
		}
		for _, c := range awardColumns {
			for _, value := range []string{"true", "false", "individual", "b-1"} {
				if got, want := d.any(c.Key, value), held.any(c.Key, value); got != want {
					t.Errorf("%d awards, %s is %s: %v, by its rows %v", len(of), c.Key, value, got, want)
				}
			}
		}
	}
}
