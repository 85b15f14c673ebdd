package export

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// readColumns does what the browser does with a file of the index.
func readColumns(t testing.TB, b []byte, columns any) {
	t.Helper()
	argument, ok := strings.CutPrefix(strings.TrimSuffix(string(b), ");\n"), "bangvangIndex(")
	if !ok {
		t.Fatalf("no call of bangvangIndex: %.60s", b)
	}
	if err := json.Unmarshal([]byte(argument), columns); err != nil {
		t.Fatal(err)
	}
}

// entries are the entries of rows, as the package comment says.
func (x rows) entries() []edition.Entry {
	if x.Names == "" {
		return nil
	}
	names, lines, paths := strings.Split(x.Names, "\n"), strings.Split(x.Line, "\n"), strings.Split(x.Path, "\n")
	kind, prefix := numbers(x.Kind), numbers(x.Prefix)
	out := make([]edition.Entry, len(names))
	for i, name := range names {
		var words []string
		for _, w := range numbers(lines[i]) {
			words = append(words, x.Words[w])
		}
		out[i] = edition.Entry{Kind: x.Kinds[kind[i]], Name: name, Also: x.Also[strconv.Itoa(i)], Line: strings.Join(words, lineJoint),
			Path: edition.Path("/" + x.Prefixes[prefix[i]] + paths[i])}
	}
	return out
}

// numbers reads what appendNumber wrote.
func numbers(text string) []int {
	var out []int
	value, shift := 0, 0
	for i := range len(text) {
		if digit := strings.IndexByte(digits, text[i]); digit < enders {
			out = append(out, value+digit<<shift)
			value, shift = 0, 0
		} else {
			value += (digit - enders) << shift
			shift += 4
		}
	}
	return out
}

func TestNumbers(t *testing.T) {
	var coded []byte
	var want []int
	for n := 0; n < 1<<22; n += 1 + n/3 {
		coded = appendNumber(coded, n)
		want = append(want, n)
	}
	if got := numbers(string(coded)); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func readSearch(t *testing.T, b []byte) []edition.Entry {
	t.Helper()
	var x index
	readColumns(t, b, &x)
	if x.Version != 5 {
		t.Errorf("version %d", x.Version)
	}
	return x.entries()
}

func TestSearch(t *testing.T) {
	for _, entries := range [][]edition.Entry{nil, sample().Search.Others, roll(1000)} {
		var b bytes.Buffer
		if err := writeColumns(&b, newIndex(&edition.Entries{Others: entries})); err != nil {
			t.Fatal(err)
		}
		if got := readSearch(t, b.Bytes()); len(got) != len(entries) || len(got) > 0 && !reflect.DeepEqual(got, entries) {
			t.Errorf("got %v, want %v", got, entries)
		}
		if strings.ContainsAny(b.String(), "<>\u2028\u2029") || strings.Count(b.String(), "\n") != 1 || strings.Contains(b.String(), "null") {
			t.Errorf("not safe within a page: %.300s", b.String())
		}
	}
}

// zipped is the size of a file as a server sends it.
func zipped(t testing.TB, b []byte) int {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Len()
}

// searchFiles are the files of the search index over entries.
func searchFiles(t testing.TB, entries []edition.Entry) map[string][]byte {
	t.Helper()
	set := fileset.New()
	if err := addSearch(&edition.Edition{Search: edition.Entries{Others: entries}}, "", set); err != nil {
		t.Fatal(err)
	}
	return setFiles(t, set)
}

func setFiles(t testing.TB, set *fileset.Set) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range set.Names() {
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b
	}
	return files
}

// TestSearchSize holds what a phone has to load for a search to a promise.
func TestSearchSize(t *testing.T) {
	for _, c := range []struct {
		name    string
		entries []edition.Entry
	}{{"roll", roll(7300)}, {"crowd", crowd(7300)}} {
		files := searchFiles(t, c.entries)
		n := zipped(t, files[searchIndex])
		t.Logf("%s of 7300: %d bytes, %d with gzip", c.name, len(files[searchIndex]), n)
		if n > 150_000 || len(files) != 1 {
			t.Errorf("%s: %d bytes with gzip, %d files", c.name, n, len(files))
		}
	}
}

// TestShardSize holds what a search of a large roll loads to a promise: the directory once, then for a query the lists of its words and
// the rows of what is shown, at worst of twelve places far apart.
func TestShardSize(t *testing.T) {
	long(t)
	entries := crowd(64_060)
	files := searchFiles(t, entries)
	var d directory
	readColumns(t, files[searchIndex], &d)
	sizes, most, sum := make([]int, len(d.Shards)), 0, 0
	for i := range d.Shards {
		sizes[i] = zipped(t, files[fmt.Sprintf(shardFile, i)])
		most, sum = max(most, sizes[i]), sum+sizes[i]
	}
	blocks, blockMost := (len(entries)+blockRows-1)/blockRows, 0
	for i := 0; i < blocks; i += 25 {
		blockMost = max(blockMost, zipped(t, files[fmt.Sprintf(blockFile, i)]))
	}
	t.Logf("directory %d; %d files of words, %d together, %d the largest; %d files of rows, each up to %d (bytes with gzip)",
		zipped(t, files[searchIndex]), len(sizes), sum, most, blocks, blockMost)
	besideMost, besideSum := 0, 0
	for i := range d.Beside {
		n := zipped(t, files[fmt.Sprintf(besideFile, i)])
		besideMost, besideSum = max(besideMost, n), besideSum+n
	}
	t.Logf("%d files of words beside names, %d together, %d the largest", len(d.Beside), besideSum, besideMost)
	if len(files) != 1+len(sizes)+len(d.Beside)+blocks {
		t.Errorf("%d files", len(files))
	}
	if n := zipped(t, files[searchIndex]); n > 10_000 {
		t.Errorf("the directory has %d bytes", n)
	}
	for _, query := range []string{"t", "n", "nguyen", "nguyen thi", "nguyen van an", "n v a", "tran thi thanh thao", "th", "ubnd phuong", "le h", "phuong anh"} {
		load := 12 * blockMost
		for i := range d.Shards {
			for _, w := range viet.Words(query) {
				if w = viet.SearchKey(w); (i+1 == len(d.Shards) || d.Shards[i+1] >= w) && (d.Shards[i] <= w || strings.HasPrefix(d.Shards[i], w)) {
					load += sizes[i]
					break
				}
			}
		}
		t.Logf("%s: %d", query, load)
		if load > 150_000 {
			t.Errorf("%s loads %d bytes with gzip", query, load)
		}
	}
}

func TestCutPath(t *testing.T) {
	for _, c := range []struct{ path, prefix, rest string }{
		{"", "", ""},
		{"vinh-danh/mau-01-001/", "vinh-danh/mau-01-", "001/"},
		{"don-vi/so-minh-hoa/", "don-vi/", "so-minh-hoa/"},
		{"ky-yeu/ky-yeu.pdf", "ky-yeu/", "ky-yeu.pdf"},
		{"bao-chi/", "", "bao-chi/"},
		{"bao-chi/#dinh-chinh-1", "bao-chi/#dinh-chinh-", "1"},
		{"2018/", "", "2018/"},
	} {
		if prefix, rest := cutPath(c.path); prefix != c.prefix || rest != c.rest {
			t.Errorf("cutPath(%q) = %q, %q", c.path, prefix, rest)
		}
	}
}

// What is packed looks like nobody's number or address, whatever it says: the last look at each file before it is published takes it as text.
func TestNumbersLookLikeNothingPersonal(t *testing.T) {
	if i := strings.IndexAny(digits, `0123456789@"\<>&`); i >= 0 {
		t.Errorf("%q is among the digits", digits[i])
	}
	seen := map[rune]bool{}
	for _, c := range digits {
		if seen[c] || c <= ' ' || c > '~' {
			t.Errorf("%q is no digit", c)
		}
		seen[c] = true
	}
}

// A letter for each place in each text, up to texts and places longer than any name.
func TestStands(t *testing.T) {
	seen := map[rune]string{}
	for size := 1; size <= manyWords; size++ {
		most := size
		if size == manyWords {
			most = 66
		}
		for place := range most {
			c, at := stands(place, size), fmt.Sprintf("%d of %d", place, size)
			if before, ok := seen[c]; ok || strings.ContainsRune("0123456789@\"\\<>&\u00ad", c) {
				t.Errorf("%q for %s, and for %q", c, at, before)
			}
			seen[c] = at
		}
	}
	if got := stands(7, 40); got != stands(7, manyWords) {
		t.Errorf("the eighth of 40 words: %q", got)
	}
	if len(seen) != len(standing) {
		t.Errorf("%d of %d letters say something", len(seen), len(standing))
	}
}

// What the directory says of a letter is what a search by it finds.
func TestFirst(t *testing.T) {
	entries := crowd(1500)
	var d directory
	occurrences(&edition.Entries{Others: entries}, &d)
	x := d.First
	counts, found := numbers(x.Counts), strings.Split(x.Found, "\n")
	kept := map[int]edition.Entry{}
	for i, e := range numbers(x.Of) {
		kept[e] = x.entries()[i]
	}
	for l, letter := range strings.Split(x.Letters, "") {
		want := findAll(entries, []string{letter})[0].Found
		if got := numbers(found[l]); counts[l] != len(want) || !slices.Equal(got, want[:min(firstFound, len(want))]) {
			t.Errorf("%s: %v of %d, want %v of %d", letter, got, counts[l], want, len(want))
		}
		for _, e := range want[:min(firstRows, len(want))] {
			if !reflect.DeepEqual(kept[e], entries[e]) {
				t.Errorf("%s: %v, want %v", letter, kept[e], entries[e])
			}
		}
	}
	if len(x.Letters) < 25 {
		t.Errorf("only %s", x.Letters)
	}
}
