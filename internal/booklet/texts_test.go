package booklet

import "testing"

// The number of a page in the index is a text of its own: “… Văn Sinh” and page 1985 are nobody's birth.
func TestTextsPartNumbersOfPages(t *testing.T) {
	seen := map[string]bool{}
	layout(t, 24).Texts(func(_, text string) { seen[text] = true })
	index := synthetic(24).Booklet.Index
	if len(index) == 0 {
		t.Fatal("no index")
	}
	for _, e := range index {
		if !seen[e.Name] {
			t.Errorf("%q stands with something else", e.Name)
		}
	}
}
