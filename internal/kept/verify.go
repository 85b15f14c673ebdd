package kept

import (
	"fmt"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// No publication comes near these; they bound what a build draws.
const (
	maxTargets = 1000
	maxRows    = 1000
	maxTally   = 24
)

// verifier holds what is said in one file to what can be meant.
type verifier struct {
	at   diag.Place
	list *diag.List
}

func (v *verifier) report(rule *diag.Rule, text, hint string) { v.list.Add(rule, v.at, text, hint) }

func (v *verifier) bad(key, why string) {
	v.report(keptValue, fmt.Sprintf("khoá %q: %s", key, why), restore)
}

// target checks one target. order are the ids of its volume.
func (v *verifier) target(t *Target, id string, order []string) {
	if t.ID != id {
		v.bad("id", fmt.Sprintf("%q không phải mã trong tên tệp", t.ID))
	}
	for _, p := range t.Parts {
		if !slices.Contains(order, p) {
			v.bad("parts", fmt.Sprintf("không có chỉ tiêu %q trong bản lưu này", p))
		}
	}
	v.texts("title", t.Title, t.Area, t.Sentence, t.Second, t.Goal, t.Newest, t.Report, t.Source, t.Sample, t.Note)
	if t.Title == "" || t.Sentence == "" || t.Goal == "" {
		v.bad("title", "để trống tên, câu nhận định hoặc mức phải đạt")
	}
	v.verdict("verdict", &t.Verdict)
	if t.Other != nil {
		v.verdict("second_verdict", t.Other)
	}
	for _, f := range t.Facts {
		v.texts("facts", f.Term, f.Value)
	}
	v.table("reports", &t.Reports)
	v.chart(&t.Chart)
	if t.Data != nil {
		v.texts("data", append([]string{t.Data.Title, t.Data.Description, t.Data.Cite}, t.Data.Caveats...)...)
		if !slug.MatchString(t.Data.Shape) {
			v.bad("shape", fmt.Sprintf("%q không phải mã", t.Data.Shape))
		}
		for _, s := range t.Data.Sources {
			v.texts("sources", s.Title, s.Publisher, s.Date)
			if s.URL != "" {
				v.address("sources", s.URL)
			}
		}
		v.table("data", &t.Data.Table)
	}
}

func (v *verifier) verdict(key string, d *Verdict) {
	v.texts(key, d.Words)
	if !slices.Contains(Standings, d.Standing) {
		v.bad(key, fmt.Sprintf("không có kết luận %q", d.Standing))
	}
}

// texts refuses what no text of an edition holds: control characters but line breaks, and those that turn the direction of writing.
func (v *verifier) texts(key string, texts ...string) {
	for _, s := range texts {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(c rune) bool {
			return c != '\n' && unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == utf8.RuneError
		}) {
			v.bad(key, "có ký tự điều khiển hoặc ký tự hỏng")
		}
	}
}

func (v *verifier) address(key, s string) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		v.bad(key, fmt.Sprintf("%q không phải địa chỉ http", s))
	}
}

func (v *verifier) table(key string, t *Table) {
	v.texts(key, t.Caption)
	if len(t.Columns) == 0 || len(t.Rows) > maxRows {
		v.bad(key, "bảng không có cột, hoặc quá nhiều dòng")
	}
	keys := map[string]bool{}
	for _, c := range t.Columns {
		v.texts(key, c.Key, c.Head, c.Note, c.Of)
		for _, k := range c.Codes {
			v.texts(key, k.Words, k.Value)
		}
		if !slices.Contains(Kinds, c.Kind) || c.Key == "" || keys[c.Key] {
			v.bad(key, fmt.Sprintf("cột %q không đúng kiểu, hoặc có hai lần", c.Key))
		}
		keys[c.Key] = true
	}
	for n, row := range t.Rows {
		if len(row) != len(t.Columns) {
			v.bad(key, fmt.Sprintf("dòng %d có %d ô, bảng có %d cột", n+1, len(row), len(t.Columns)))
			continue
		}
		for i, c := range row {
			v.texts(key, c.Words, c.Value)
			if !fits(t.Columns[i].Kind, c.Value) {
				v.bad(key, fmt.Sprintf("dòng %d, cột %s: %q không đúng kiểu", n+1, t.Columns[i].Key, c.Value))
			}
			if c.URL != "" {
				v.address(key, c.URL)
			}
		}
	}
}

var (
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	whole   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
)

// fits tells whether a value is of a kind; nothing is of every kind.
func fits(kind, value string) bool {
	switch {
	case value == "":
		return true
	case kind == "number":
		return decimal.MatchString(value)
	case kind == "integer":
		return whole.MatchString(value)
	case kind == "boolean":
		return value == "true" || value == "false"
	case kind == "date":
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			if _, err := time.Parse(layout, value); err == nil {
				return true
			}
		}
		return false
	}
	return true
}

func (v *verifier) chart(c *Chart) {
	v.texts("chart", c.Measure, c.NoData, c.Key)
	if !slices.Contains(Forms, c.Form) || c.Decimals < 0 || c.Decimals > 9 || !(c.Min < c.Max) || !moderate(c.Min, c.Max) {
		v.bad("chart", "dạng, số chữ số thập phân hoặc khoảng của trục không dùng được")
	}
	if (len(c.Points) == 0) != (c.NoData != "") || len(c.Points) > maxRows {
		v.bad("points", "không có số liệu mà không ghi no_data, hoặc ngược lại, hoặc quá nhiều")
	}
	v.goal("goal", &c.Goal)
	if c.Official != nil {
		v.goal("official", c.Official)
	}
	if c.Form == "tally" && (c.Goal.From == nil || *c.Goal.From > maxTally) {
		v.bad("goal", "quá nhiều để vẽ từng ô")
	}
	points := slices.Clone(c.Points)
	if c.Baseline != nil {
		points = append(points, *c.Baseline)
	}
	for i, p := range points {
		v.texts("points", p.Words, p.Label, p.Long)
		if !moderate(p.Value) || p.Open < -1 || p.Open > 1 || p.Day < -400_000 || p.Day > 3_000_000 {
			v.bad("points", fmt.Sprintf("điểm %d không dùng được", i+1))
		}
		if c.Form == "tally" && i < len(c.Points) && (p.Value < 0 || p.Value > maxTally) {
			v.bad("points", "quá nhiều để vẽ từng ô")
		}
		if i > 0 && i < len(c.Points) && p.Day < points[i-1].Day {
			v.bad("points", "các điểm không theo thứ tự thời gian")
		}
		if i < len(c.Points) && p.Newest != (i == len(c.Points)-1) {
			v.bad("points", "điểm mới nhất không phải điểm cuối")
		}
	}
}

func (v *verifier) goal(key string, g *Goal) {
	v.texts(key, g.Name, g.Label, g.Words)
	switch {
	case g.From == nil && g.To == nil:
		v.bad(key, "không có mức nào")
	case g.From != nil && !moderate(*g.From), g.To != nil && !moderate(*g.To), g.From != nil && g.To != nil && *g.From > *g.To:
		v.bad(key, "mức không dùng được")
	}
}

// moderate tells whether numbers can stand on an axis.
func moderate(all ...float64) bool {
	for _, f := range all {
		if math.IsNaN(f) || math.Abs(f) > 1e18 {
			return false
		}
	}
	return true
}
