package site

import (
	"net/url"
	"testing"

	"bangvang/internal/edition"
)

// relative is appendRelative alone.
func relative(from, to edition.Path, portable bool) string {
	return string(appendRelative(nil, from, to, portable))
}

func TestRelative(t *testing.T) {
	tests := []struct{ from, to, want, portable string }{
		{"/", "/", "./", "index.html"},
		{"/", "/chi-tieu/", "chi-tieu/", "chi-tieu/index.html"},
		{"/", "/feed.xml", "feed.xml", "feed.xml"},
		{"/chi-tieu/", "/", "../", "../index.html"},
		{"/chi-tieu/", "/chi-tieu/", "./", "index.html"},
		{"/chi-tieu/", "/chi-tieu/#a", "#a", "index.html#a"},
		{"/chi-tieu/", "/chi-tieu/ho-ngheo/", "ho-ngheo/", "ho-ngheo/index.html"},
		{"/chi-tieu/ho-ngheo/", "/chi-tieu/", "../", "../index.html"},
		{"/chi-tieu/ho-ngheo/", "/chi-tieu/ho-khac/", "../ho-khac/", "../ho-khac/index.html"},
		{"/chi-tieu/ho-ngheo/", "/chi-tieu/ho/", "../ho/", "../ho/index.html"},
		{"/vinh-danh/van/dd/", "/vinh-danh/mau-01-002/", "../../mau-01-002/", "../../mau-01-002/index.html"},
		{"/vinh-danh/van/dd/", "/assets/site.0123.css", "../../../assets/site.0123.css", "../../../assets/site.0123.css"},
		{"/vinh-danh/", "/vinh-danh/?tim=a/b#c", "./?tim=a/b#c", "index.html?tim=a/b#c"},
		{"/404.html", "/chi-tieu/", "chi-tieu/", "chi-tieu/index.html"},
		{"/404.html", "/404.html#a", "404.html#a", "404.html#a"},
		{"/", "/a:b/", "./a:b/", "./a:b/index.html"},
	}
	for _, test := range tests {
		from, to := edition.Path(test.from), edition.Path(test.to)
		if got := relative(from, to, false); got != test.want {
			t.Errorf("relative(%q, %q) = %q, want %q", from, to, got, test.want)
		}
		if got := relative(from, to, true); got != test.portable {
			t.Errorf("relative(%q, %q) portable = %q, want %q", from, to, got, test.portable)
		}
		base, _ := url.Parse("https://example.vn/sub" + test.from)
		ref, err := base.Parse(test.want)
		if err != nil || ref.String() != "https://example.vn/sub"+test.to {
			t.Errorf("relative(%q, %q) = %q leads to %v, %v", from, to, test.want, ref, err)
		}
	}
}

func FuzzRelative(f *testing.F) {
	f.Add("a/b/", "a/c/d.html#e")
	f.Add("", "b:c/")
	f.Fuzz(func(t *testing.T, from, to string) {
		base, err := url.Parse("https://example.vn/x/" + from)
		if err != nil || base.Path != "/x/"+from || base.EscapedPath() != base.Path || base.RawQuery != "" || base.Fragment != "" {
			t.Skip()
		}
		want, err := url.Parse("https://example.vn/x/" + to)
		if err != nil || want.EscapedPath() != want.Path || base.JoinPath().Path != base.Path || want.JoinPath().Path != want.Path {
			t.Skip()
		}
		got, err := base.Parse(relative(edition.Path("/"+from), edition.Path("/"+to), false))
		if err != nil || got.String() != want.String() {
			t.Errorf("relative(%q, %q) leads to %v, %v", from, to, got, err)
		}
	})
}
