package booklet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// plainObjects are the dictionaries of a plain file by number, on one line each, without what their streams hold.
func plainObjects(plain string) map[int]string {
	out := map[int]string{}
	for _, m := range regexp.MustCompile(`(?ms)^(\d+) 0 obj\n(.*?)\n(?:stream|endobj)\n`).FindAllStringSubmatch(plain, -1) {
		n, _ := strconv.Atoi(m[1])
		out[n] = strings.Join(strings.Fields(m[2]), " ")
	}
	return out
}

var (
	structKind = regexp.MustCompile(`^<<.*/P \d+ 0 R .*/S /(\w+) >>$`)
	reference1 = regexp.MustCompile(`(\d+) 0 R`)
	number1    = regexp.MustCompile(`-?\d+`)
)

// entryOf gives what follows a key of a dictionary on one line: an array, a dictionary or a single value.
func entryOf(dict, key string) string {
	i := strings.Index(dict, "/"+key+" ")
	if i < 0 {
		return ""
	}
	rest := dict[i+len(key)+2:]
	depth := 0
	for k, r := range rest {
		switch r {
		case '[', '<':
			depth++
		case ']', '>':
			depth--
			if depth == 0 {
				return rest[:k+1]
			}
			if depth < 0 {
				return strings.TrimSpace(rest[:k])
			}
		case '/':
			if depth == 0 && k > 0 {
				return strings.TrimSpace(rest[:k])
			}
		}
	}
	return rest
}

// TestAccessible holds the file to what PDF/UA-1 asks and a program can judge: every element where its kind belongs, pictures in words, links
// described and in the structure, tables regular with heads, headings without a skip, marked contents and elements leading to each other.
func TestAccessible(t *testing.T) {
	proof, problems, err := LayProof(synthetic(24), Options{Fonts: testFonts(t)})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for name, l := range map[string]*Layout{"booklet": pictured(t), "proof": proof} {
		t.Run(name, func(t *testing.T) { checkAccessible(t, l) })
	}
}

func checkAccessible(t *testing.T, l *Layout) {
	t.Helper()
	objects := plainObjects(plainly(t, saved(t, "b.pdf", written(t, l))))
	kinds, parents := map[int]string{}, map[int]int{}
	var root, catalog string
	for n, o := range objects {
		switch {
		case strings.Contains(o, "/Type /Catalog"):
			catalog = o
		case strings.Contains(o, "/Type /StructTreeRoot"):
			root = o
			kinds[n] = "root"
		case structKind.MatchString(o) && !strings.Contains(o, "/Title"):
			kinds[n] = structKind.FindStringSubmatch(o)[1]
			parents[n], _ = strconv.Atoi(reference1.FindStringSubmatch(entryOf(o, "P"))[1])
		}
	}
	if len(kinds) < 150 || root == "" {
		t.Fatalf("%d elements", len(kinds))
	}
	for _, want := range []string{"/Marked true", "/Lang (vi-VN)", "/DisplayDocTitle true", "/Metadata "} {
		if !strings.Contains(catalog, want) {
			t.Errorf("the catalog lacks %s: %s", want, catalog)
		}
	}
	within := map[string]string{"root": "", "Document": "root", "Part": "Document", "Sect": "Part", "LI": "L", "Lbl": "LI", "LBody": "LI", "TR": "Table",
		"TH": "TR", "TD": "TR", "TOCI": "TOC", "Reference": "TOCI"}
	for n, kind := range kinds {
		if want, held := within[kind]; held && kinds[parents[n]] != want {
			t.Errorf("a %s lies in a %s", kind, kinds[parents[n]])
		}
		o := objects[n]
		switch kind {
		case "Figure":
			if alt := entryOf(o, "Alt"); len(alt) < 6 || !strings.Contains(o, "/BBox") {
				t.Errorf("a picture without words or box: %s", o)
			}
		case "TH":
			if !strings.Contains(o, "/Scope /Column") && !strings.Contains(o, "/Scope /Row") {
				t.Errorf("a head without a direction: %s", o)
			}
		case "Link":
			if !strings.Contains(o, "/OBJR") {
				t.Errorf("a link without its annotation: %s", o)
			}
		}
		if kids := entryOf(o, "K"); kind != "root" && (kids == "" || kids == "[ ]") {
			t.Errorf("an empty %s", kind)
		}
	}
	checkHeadings(t, objects, kinds, root)
	checkTables(t, objects, kinds)
	checkParents(t, l, objects, kinds, root)
}

func countLinks(l *Layout) (n int) {
	for i := range l.Pages {
		n += len(l.Pages[i].Links)
	}
	return n
}

// checkHeadings walks the structure in order.
func checkHeadings(t *testing.T, objects map[int]string, kinds map[int]string, root string) {
	t.Helper()
	rank, seen := 0, 0
	var walk func(n int)
	walk = func(n int) {
		if kind := kinds[n]; len(kind) == 2 && kind[0] == 'H' && kind[1] >= '1' && kind[1] <= '6' {
			if r := int(kind[1] - '0'); r > rank+1 {
				t.Errorf("H%d follows H%d", r, rank)
			}
			rank = int(kind[1] - '0')
			seen++
		}
		for _, m := range reference1.FindAllStringSubmatch(entryOf(objects[n], "K"), -1) {
			if k, _ := strconv.Atoi(m[1]); kinds[k] != "" {
				walk(k)
			}
		}
	}
	first, _ := strconv.Atoi(reference1.FindStringSubmatch(entryOf(root, "K"))[1])
	walk(first)
	if seen < 10 {
		t.Errorf("%d headings", seen)
	}
}

// checkTables holds every row of a table to as many cells as the first, which are heads.
func checkTables(t *testing.T, objects map[int]string, kinds map[int]string) {
	t.Helper()
	for n, kind := range kinds {
		if kind != "Table" {
			continue
		}
		width := 0
		for i, m := range reference1.FindAllStringSubmatch(entryOf(objects[n], "K"), -1) {
			row, _ := strconv.Atoi(m[1])
			cells := reference1.FindAllStringSubmatch(entryOf(objects[row], "K"), -1)
			if i == 0 {
				width = len(cells)
			}
			if len(cells) != width {
				t.Errorf("a row of %d cells in a table of %d columns", len(cells), width)
			}
			for _, c := range cells {
				if cell, _ := strconv.Atoi(c[1]); (kinds[cell] == "TH") != (i == 0) {
					t.Errorf("row %d of a table has a %s", i, kinds[cell])
				}
			}
		}
	}
}

// checkParents follows the parent tree: from each marked content of each page, and from each link, to an element that holds just that.
func checkParents(t *testing.T, l *Layout, objects map[int]string, kinds map[int]string, root string) {
	t.Helper()
	tree, _ := strconv.Atoi(reference1.FindStringSubmatch(entryOf(root, "ParentTree"))[1])
	leads := map[int]string{}
	for _, m := range reference1.FindAllStringSubmatch(entryOf(objects[tree], "Kids"), -1) {
		leaf, _ := strconv.Atoi(m[1])
		nums := entryOf(objects[leaf], "Nums")
		for _, e := range regexp.MustCompile(`(\d+) (\[[^\]]*\]|\d+ 0 R)`).FindAllStringSubmatch(nums[1:len(nums)-1], -1) {
			key, _ := strconv.Atoi(e[1])
			leads[key] = e[2]
		}
	}
	pages, links := 0, 0
	for n, o := range objects {
		switch {
		case strings.Contains(o, "/Type /Page "):
			pages++
			if !strings.Contains(o, "/Tabs /S") {
				t.Error("a page whose order of tabs is not that of the structure")
			}
			key, _ := strconv.Atoi(number1.FindString(entryOf(o, "StructParents")))
			for id, m := range reference1.FindAllStringSubmatch(leads[key], -1) {
				e, _ := strconv.Atoi(m[1])
				if !holds(objects[e], n, id) {
					t.Fatalf("content %d of page %d leads to %s, which does not hold it: %s", id, key, kinds[e], objects[e])
				}
			}
		case strings.Contains(o, "/Subtype /Link"):
			links++
			key, _ := strconv.Atoi(number1.FindString(entryOf(o, "StructParent")))
			e, _ := strconv.Atoi(reference1.FindStringSubmatch(leads[key] + " 0 0 R")[1])
			if kinds[e] != "Link" || !strings.Contains(objects[e], fmt.Sprintf("/Obj %d 0 R", n)) {
				t.Errorf("a link leads to a %s: %s", kinds[e], objects[e])
			}
			if len(entryOf(o, "Contents")) < 3 || !strings.Contains(o, "/F 4") {
				t.Errorf("a link that says nothing: %s", o)
			}
		}
	}
	if wanted := countLinks(l); pages != len(l.Pages) || links != wanted {
		t.Errorf("%d pages, %d links, want %d, %d", pages, links, len(l.Pages), wanted)
	}
}

// holds tells whether an element holds marked content of a page.
func holds(elem string, page, id int) bool {
	kids := entryOf(elem, "K")
	own := strings.Contains(entryOf(elem, "Pg"), fmt.Sprintf("%d 0 R", page))
	for _, m := range regexp.MustCompile(`<<[^>]*>>`).FindAllString(kids, -1) {
		if strings.Contains(m, fmt.Sprintf("/MCID %d ", id)) && strings.Contains(m, fmt.Sprintf("/Pg %d 0 R", page)) {
			return true
		}
	}
	bare := regexp.MustCompile(`<<[^>]*>>|\d+ 0 R`).ReplaceAllString(kids, "")
	for _, m := range number1.FindAllString(bare, -1) {
		if own && m == strconv.Itoa(id) {
			return true
		}
	}
	return false
}

// TestPictures: a photograph is in the file once, wherever it is placed, and others' readers draw it.
func TestPictures(t *testing.T) {
	l := pictured(t)
	path := saved(t, "b.pdf", written(t, l))
	plain := plainly(t, path)
	if n := strings.Count(plain, "/Subtype /Image"); n != 1 {
		t.Errorf("%d pictures in the file", n)
	}
	if n := strings.Count(plain, "/Im0 Do"); n != 2 {
		t.Errorf("it is placed %d times", n)
	}
	if out := tool(t, "pdfcpu", "validate", "-m", "strict", path); !strings.Contains(out, "validation ok") {
		t.Error(out)
	}
	for _, edition := range []Edition{Screen, Press, Sheets} {
		list := tool(t, "pdfimages", "-list", saved(t, "i.pdf", ordered(t, l, Order{Edition: edition})))
		want := map[Edition]string{Screen: "rgb", Press: "cmyk", Sheets: "rgb"}[edition]
		if strings.Count(list, want) != 2 {
			t.Errorf("edition %d:\n%s", edition, list)
		}
	}
	r, problems := l.Preflight(Order{Edition: Press})
	if len(r.Images) != 2 || r.Images[0].DPI != 72 || len(problems) != 2 || problems[0].Rule != ImageCoarse {
		t.Errorf("%+v %v", r.Images, problems)
	}
}
