package cli

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"bangvang/internal/build"
	"bangvang/internal/outdir"
	"bangvang/internal/publish"
	"bangvang/internal/signoff"
	"bangvang/internal/viet"
)

// consent is what publish was told of who approved what.
type consent struct{ hash, by, at string }

func (a *consent) flags(c *cobra.Command) {
	c.Flags().StringVar(&a.hash, "approve", "", "công bố đúng bản có mã `HASH` mà diff đã in; bản khác thì từ chối")
	c.Flags().StringVar(&a.by, "by", "", "họ tên người duyệt `NAME`, ghi vào "+publish.ApprovalsFile)
	c.Flags().StringVar(&a.at, "at", "", "lúc duyệt `TIME` (RFC 3339), nếu duyệt trên giấy trước đó (mặc định: giờ của máy lúc chạy lệnh)")
}

var wholeHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// mostNamed is how long a name may be.
const mostNamed = 200

// approval reads the flags: nil without any. The clock of the machine is looked at here and nowhere else: this tells when somebody gave a word, and
// no byte of what is published depends on it.
func (a *consent) approval() (*publish.Approval, error) {
	if a.hash == "" {
		if a.by != "" || a.at != "" {
			return nil, &usageError{"--by, --at chỉ dùng cùng --approve MÃ (mã do bangvang diff in ra)"}
		}
		return nil, nil
	}
	out := &publish.Approval{Hash: strings.ToLower(strings.TrimSpace(a.hash)), By: strings.TrimSpace(viet.NFC(a.by)), At: time.Now().Truncate(time.Second)}
	if !wholeHash.MatchString(out.Hash) {
		return nil, &usageError{fmt.Sprintf("--approve cần đủ 64 chữ số của mã do bangvang diff in ra, không phải %q", a.hash)}
	}
	switch {
	case !strings.ContainsFunc(out.By, unicode.IsLetter):
		return nil, &usageError{`cần --by "HỌ TÊN": tên người duyệt, được giữ trong ` + publish.ApprovalsFile + ", không công bố"}
	case strings.ContainsFunc(out.By, func(r rune) bool { return !unicode.IsPrint(r) }) || len(out.By) > mostNamed:
		return nil, &usageError{"--by là họ tên trên một dòng"}
	}
	if a.at != "" {
		var err error
		if out.At, err = time.Parse(time.RFC3339, a.at); err != nil {
			return nil, &usageError{fmt.Sprintf("--at %q không phải thời điểm RFC 3339 như 2019-01-02T08:00:00+07:00", a.at)}
		}
	}
	return out, nil
}

// unapproved tells that what was made is not what was approved, and what differs from what was compared last, if that was the one.
func (s *session) unapproved(opt build.Options, approved string, site outdir.Manifest) {
	s.code = exitProblems
	sum := site.Sum()
	fmt.Fprintf(s.err, "Không công bố, không ghi gì: bản dựng bây giờ không phải bản đã duyệt.\n  mã đã duyệt: %s\n  mã bây giờ:  %x\n", approved, sum)
	if was, ok := weighedThen(opt, approved); ok {
		fmt.Fprint(s.err, otherwise(was, site))
	}
	fmt.Fprintln(s.err, "Dữ liệu, bài viết, mẫu trang, cờ lệnh (--as-of, --base-url) hoặc chương trình đã khác lúc đối chiếu. Chạy lại bangvang diff, đọc, duyệt mã mới.")
}

// weighedThen reads what was compared last, if it has the hash.
func weighedThen(opt build.Options, hash string) (outdir.Manifest, bool) {
	b, err := os.ReadFile(noteAt(opt, diffName))
	if err != nil {
		return nil, false
	}
	m, err := outdir.ParseManifest(string(b))
	if err != nil {
		return nil, false
	}
	sum := m.Sum()
	return m, hex.EncodeToString(sum[:]) == hash
}

// otherwise tells which files are not as they were: data sets first, since they say the most.
func otherwise(was, is outdir.Manifest) string {
	var names []string
	for _, e := range is {
		if old, ok := was.Find(e.Name); !ok || old.Sum != e.Sum {
			names = append(names, e.Name)
		}
	}
	for _, e := range was {
		if _, ok := is.Find(e.Name); !ok {
			names = append(names, e.Name+" (không còn)")
		}
	}
	rank := func(name string) int {
		switch {
		case strings.HasPrefix(name, "du-lieu/v1/") && strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, ".excel.csv"):
			return 0
		case strings.HasSuffix(name, ".html"):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	const most = 8
	text := fmt.Sprintf("  %d tệp khác: %s", len(names), strings.Join(names[:min(most, len(names))], ", "))
	if len(names) > most {
		text += fmt.Sprintf(" và %d tệp nữa", len(names)-most)
	}
	return text + "\n"
}

// rememberPublished keeps what the next comparison needs of what is published now, as the folder may be built over before that.
func (s *session) rememberPublished(opt build.Options, site outdir.Manifest) {
	folder := os.DirFS(build.Destination(opt))
	s.remember(opt, publishedName, func(w io.Writer) error {
		state, err := signoff.Read(folder, site)
		if err != nil {
			return err
		}
		return signoff.Pack(w, folder, state)
	})
}
