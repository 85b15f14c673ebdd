package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// settle settles promises and moves ("from to", "from !reason") against living addresses, and prints what came of them.
func settle(t *testing.T, living, promises, moves string) string {
	t.Helper()
	l := &campaign.Ledger{}
	l.Campaign.AsOf = time.Date(2019, 1, 15, 8, 0, 0, 0, time.UTC)
	for _, a := range slices.Sorted(slices.Values(strings.Fields(promises))) {
		l.Promises = append(l.Promises, campaign.Promise{Address: a, Since: campaign.Date{Year: 2019, Month: 1, Day: 2}})
	}
	for line := range strings.Lines(moves) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		m := &campaign.Move{From: from, To: to}
		if why, ok := strings.CutPrefix(to, "!"); ok {
			m.To, m.Withdrawn = "", &campaign.Farewell{Date: campaign.Date{Year: 2019, Month: 3, Day: 1}, Reason: why}
		}
		if strings.Contains(to, "://") {
			m.To, m.URL = "", to
		}
		if from != "" {
			l.Moves = append(l.Moves, m)
		}
	}
	ed := &Edition{Site: Site{Lang: "vi"}, Twins: []*Edition{{Site: Site{Lang: "en"}}}}
	var paths []Path
	for _, a := range slices.Sorted(slices.Values(strings.Fields(living))) {
		paths = append(paths, Path(a))
	}
	out, problems := Settle(ed, l, paths)
	var b strings.Builder
	for _, s := range out.Standins {
		to := string(s.To) + s.URL
		if s.Gone {
			to = "gone"
		}
		fmt.Fprintf(&b, "%s %s", s.From, to)
		for _, is := range []struct {
			so   bool
			word string
		}{{s.Temporary, "temporary"}, {s.Page, "page"}, {s.Copy, "copy"}} {
			if is.so {
				b.WriteString(" " + is.word)
			}
		}
		b.WriteString("\n")
	}
	for _, p := range problems.Sorted() {
		fmt.Fprintf(&b, "[%s] %s\n", p.Rule.ID, p.Text)
	}
	return b.String()
}

func TestSettle(t *testing.T) {
	for _, c := range []struct{ name, living, promises, moves, want string }{
		{"nothing is lost", "/ /a/", "/ /a/", "", ""},
		{"a page takes along what is its own, in both languages; what it has no longer is told",
			"/chi-tieu/b/ /en/chi-tieu/b/ /chi-tieu/b/chart.svg /nhung/b/ /oembed/b.json /du-lieu/v1/chi-tieu/b.csv /du-lieu/v1/chi-tieu/b.excel.csv /en/nhung/b/ /don-vi/b/",
			"/chi-tieu/a/ /en/chi-tieu/a/ /chi-tieu/a/chart.svg /chi-tieu/a/gone.png /nhung/a/ /oembed/a.json /du-lieu/v1/chi-tieu/a.csv /du-lieu/v1/chi-tieu/a.excel.csv /du-lieu/v1/chi-tieu/a-la.csv /en/nhung/a/ /don-vi/a/",
			"/chi-tieu/a/ /chi-tieu/b/",
			`/chi-tieu/a/ /chi-tieu/b/ page
/chi-tieu/a/chart.svg /chi-tieu/b/chart.svg copy
/du-lieu/v1/chi-tieu/a.csv /du-lieu/v1/chi-tieu/b.csv copy
/du-lieu/v1/chi-tieu/a.excel.csv /du-lieu/v1/chi-tieu/b.excel.csv copy
/en/chi-tieu/a/ /en/chi-tieu/b/ page
/en/nhung/a/ /en/nhung/b/ page
/nhung/a/ /nhung/b/ page
/oembed/a.json /oembed/b.json copy
[address-lost] địa chỉ /chi-tieu/a/gone.png đã công bố ngày 02/01/2019 nay không còn
[address-lost] địa chỉ /don-vi/a/ đã công bố ngày 02/01/2019 nay không còn
[address-lost] địa chỉ /du-lieu/v1/chi-tieu/a-la.csv đã công bố ngày 02/01/2019 nay không còn
`},
		{"stills go along with what they show, in their grounds", "/chi-tieu/b/ /quyet-dinh/n/ /bao-chi/truyen-hinh/chi-tieu/b-sang.png /bao-chi/truyen-hinh/chi-tieu/b-toi.png /bao-chi/truyen-hinh/quyet-dinh/n-toi.png",
			"/bao-chi/truyen-hinh/chi-tieu/a-sang.png /bao-chi/truyen-hinh/chi-tieu/a-toi.png /bao-chi/truyen-hinh/chi-tieu/c-sang.png /bao-chi/truyen-hinh/quyet-dinh/m-toi.png",
			"/chi-tieu/a/ /chi-tieu/b/\n/quyet-dinh/m/ /quyet-dinh/n/", `/bao-chi/truyen-hinh/chi-tieu/a-sang.png /bao-chi/truyen-hinh/chi-tieu/b-sang.png copy
/bao-chi/truyen-hinh/chi-tieu/a-toi.png /bao-chi/truyen-hinh/chi-tieu/b-toi.png copy
/bao-chi/truyen-hinh/quyet-dinh/m-toi.png /bao-chi/truyen-hinh/quyet-dinh/n-toi.png copy
/chi-tieu/a/ /chi-tieu/b/ page
/quyet-dinh/m/ /quyet-dinh/n/ page
[address-lost] địa chỉ /bao-chi/truyen-hinh/chi-tieu/c-sang.png đã công bố ngày 02/01/2019 nay không còn
`},
		{"a page without a version in the other language leads to its own", "/chi-tieu/b/", "/chi-tieu/a/ /en/chi-tieu/a/", "/chi-tieu/a/ /chi-tieu/b/",
			"/chi-tieu/a/ /chi-tieu/b/ page\n/en/chi-tieu/a/ /chi-tieu/b/ page\n"},
		{"a decision takes along its awards, and not those of another", "/quyet-dinh/n/ /vinh-danh/n-001/ /nhung/quyet-dinh/n/", "/quyet-dinh/m/ /vinh-danh/m-001/ /vinh-danh/m-2-001/ /nhung/quyet-dinh/m/",
			"/quyet-dinh/m/ /quyet-dinh/n/", `/nhung/quyet-dinh/m/ /nhung/quyet-dinh/n/ page
/quyet-dinh/m/ /quyet-dinh/n/ page
/vinh-danh/m-001/ /vinh-danh/n-001/ page
[address-lost] địa chỉ /vinh-danh/m-2-001/ đã công bố ngày 02/01/2019 nay không còn
`},
		{"a page that is taken back takes along all of it", "/", "/dien-hinh/a/ /dien-hinh/a/anh.jpg /en/dien-hinh/a/", "/dien-hinh/a/ !x",
			"/dien-hinh/a/ gone page\n/dien-hinh/a/anh.jpg gone\n/en/dien-hinh/a/ gone page\n"},
		{"a chain is one step, to its end", "/d/", "/a/ /b/ /c/", "/a/ /b/\n/b/ /c/\n/c/ /d/", "/a/ /d/ page\n/b/ /d/ page\n/c/ /d/ page\n"},
		{"a chain may end in a farewell or abroad", "/", "/a/ /c.pdf", "/a/ /b/\n/b/ !x\n/c.pdf https://bao.example/x", "/a/ gone page\n/b/ gone page\n/c.pdf https://bao.example/x\n"},
		{"lists shrink", "/vinh-danh/ /vinh-danh/hinh-thuc/x/ /ky-yeu/ /ky-yeu/ky-yeu.pdf",
			"/vinh-danh/trang/9/ /vinh-danh/hinh-thuc/x/trang/2/ /vinh-danh/van/dd/ /vinh-danh/nhom/nong-dan/trang/3/ /ky-yeu/a/ /ky-yeu/ky-yeu-tap-2.pdf", "",
			`/ky-yeu/a/ /ky-yeu/ temporary page
/ky-yeu/ky-yeu-tap-2.pdf /ky-yeu/ temporary
/vinh-danh/hinh-thuc/x/trang/2/ /vinh-danh/hinh-thuc/x/ temporary page
/vinh-danh/nhom/nong-dan/trang/3/ /vinh-danh/ temporary page
/vinh-danh/trang/9/ /vinh-danh/ temporary page
/vinh-danh/van/dd/ /vinh-danh/ temporary page
`},
		{"what is in use has not moved, and what is nowhere is no place to move to", "/a/ /bao-chi/", "", "/a/ /bao-chi/\n/b/ /bao-chii/",
			"[moved-taken] địa chỉ /a/ đang có\n[moved-target] không có trang hay tệp nào ở /bao-chii/\n"},
		{"a file of another kind is no copy", "/b.json /c.csv", "", "/a.csv /b.json\n/b.csv /c.csv\n/old /c.csv", "/a.csv /b.json\n/b.csv /c.csv copy\n/old /c.csv\n"},
		{"what belongs to a page that is lost is told with it", "/", "/chi-tieu/a/ /du-lieu/v1/chi-tieu/a.csv /en/chi-tieu/a/", "",
			"[address-lost] địa chỉ /chi-tieu/a/ đã công bố ngày 02/01/2019 nay không còn, cùng 2 địa chỉ thuộc nó (/du-lieu/v1/chi-tieu/a.csv …)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := settle(t, c.living, c.promises, c.moves); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// TestRemedy: what to write is said with the new address, if it can be told.
func TestRemedy(t *testing.T) {
	l := &campaign.Ledger{Promises: []campaign.Promise{{Address: "/chi-tieu/"}, {Address: "/chi-tieu/ho-ngheo/"}, {Address: "/chi-tieu/nuoc-sach/"},
		{Address: "/dien-hinh/x/"}, {Address: "/v/2019-01-15/"}, {Address: "/vinh-danh/a-001/"}}}
	_, problems := Settle(&Edition{}, l, []Path{"/chi-tieu/", "/chi-tieu/ngheo-da-chieu/", "/chi-tieu/nuoc-sach/", "/vinh-danh/"})
	for rule, words := range map[string][]string{
		"/chi-tieu/ho-ngheo/": {"- from: /chi-tieu/ho-ngheo/\n  to: /chi-tieu/ngheo-da-chieu/\n"},
		"/dien-hinh/x/":       {"withdrawn: {date: ", "to: ĐỊA-CHỈ-MỚI"},
		"/v/2019-01-15/":      {"data/published/2019-01-15/ thì lấy lại"},
		"/vinh-danh/a-001/":   {"giữ dòng ấy trong data/awards/"},
	} {
		i := slices.IndexFunc(problems.Sorted(), func(p diag.Problem) bool { return strings.Contains(p.Text, rule) })
		if i < 0 {
			t.Errorf("%s is not missed", rule)
			continue
		}
		for _, w := range words {
			if hint := problems.Sorted()[i].Hint; !strings.Contains(hint, w) {
				t.Errorf("%s: the hint does not say %q:\n%s", rule, w, hint)
			}
		}
	}
}

// TestSettleEarlier: a clock set back asks for nothing that was published after its day.
func TestSettleEarlier(t *testing.T) {
	l := &campaign.Ledger{Promises: []campaign.Promise{{Address: "/a/", Since: campaign.Date{Year: 2019, Month: 1, Day: 2}}, {Address: "/b/", Since: campaign.Date{Year: 2019, Month: 2, Day: 2}}}}
	for day, lost := range map[int]string{1: "", 2: "/a/", 40: "/a/ /b/"} {
		l.Campaign.AsOf = time.Date(2019, 1, day, 8, 0, 0, 0, time.UTC)
		_, problems := Settle(&Edition{}, l, nil)
		var got []string
		for _, p := range problems.Sorted() {
			got = append(got, strings.Fields(p.Text)[2])
		}
		if strings.Join(got, " ") != lost {
			t.Errorf("on day %d of the year %q is lost, want %q", day, got, lost)
		}
	}
}
