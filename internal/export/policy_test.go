package export

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/templates"
)

// TestPagesSayTheSame: for hosts that send no headers a page says itself what it may do, and no page more than the header lets it.
func TestPagesSayTheSame(t *testing.T) {
	header := directives(pagePolicy)
	says := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="(.*?)"`)
	seen := map[string]bool{}
	names, err := fs.Glob(templates.FS, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range says.FindAllSubmatch(b, -1) {
			seen[name] = true
			for kind, allowed := range directives(string(m[1])) {
				if allowed != header[kind] && allowed != "'none'" {
					t.Errorf("%s: %s %s, in the header %q", name, kind, allowed, header[kind])
				}
			}
			for _, kind := range []string{"default-src", "base-uri"} { // the second does not follow the first
				if directives(string(m[1]))[kind] != "'none'" {
					t.Errorf("%s: no %s 'none'", name, kind)
				}
			}
			if name == "layout.html" && !maps.Equal(directives(string(m[1])), header) {
				t.Errorf("%s differs from the header", name)
			}
		}
		if starts := strings.Count(string(b), "<!doctype html>"); starts != len(says.FindAll(b, -1)) {
			t.Errorf("%s: %d pages begin in it, %d say what they may do", name, starts, len(says.FindAll(b, -1)))
		}
	}
	if want := []string{"embed.html", "extract.html", "layout.html", "moved.html"}; !slices.Equal(slices.Sorted(maps.Keys(seen)), want) {
		t.Errorf("policies in %v", seen)
	}
}

func directives(policy string) map[string]string {
	all := map[string]string{}
	for _, d := range strings.Split(policy, "; ") {
		kind, value, _ := strings.Cut(d, " ")
		all[kind] = value
	}
	return all
}
