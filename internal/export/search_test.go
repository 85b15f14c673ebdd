package export

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// readSearch does what the browser does with the index, as the package comment says.
func readSearch(t *testing.T, b []byte) []edition.Entry {
	t.Helper()
	argument, ok := strings.CutPrefix(strings.TrimSuffix(string(b), ");\n"), "bangvangIndex(")
	if !ok {
		t.Fatalf("no call of bangvangIndex: %.60s", b)
	}
	var x index
	if err := json.Unmarshal([]byte(argument), &x); err != nil {
		t.Fatal(err)
	}
	if x.Version != 1 {
		t.Errorf("version %d", x.Version)
	}
	out := make([]edition.Entry, len(x.Names))
	for i, name := range x.Names {
		var words []string
		for _, w := range x.Line[i] {
			words = append(words, x.Words[w])
		}
		out[i] = edition.Entry{Kind: x.Kinds[x.Kind[i]], Name: name, Also: x.Also[strconv.Itoa(i)], Line: strings.Join(words, " · "),
			Path: edition.Path("/" + x.Prefixes[x.Prefix[i]] + x.Path[i])}
	}
	return out
}

func TestSearch(t *testing.T) {
	for _, entries := range [][]edition.Entry{nil, sample().Search, roll(1000)} {
		var b bytes.Buffer
		if err := writeSearch(&b, entries); err != nil {
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

// TestSearchSize holds what a phone has to load for a search to a promise.
func TestSearchSize(t *testing.T) {
	var raw, packed bytes.Buffer
	if err := writeSearch(&raw, roll(7300)); err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(raw.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("7300 entries: %d bytes, %d with gzip", raw.Len(), packed.Len())
	if packed.Len() > 150_000 {
		t.Errorf("%d bytes with gzip", packed.Len())
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
