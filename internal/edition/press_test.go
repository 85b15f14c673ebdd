package edition

import (
	"slices"
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

// TestBoilerplates: never longer than they say, whole sentences, in both languages, and nobody in them who is a sample.
func TestBoilerplates(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("rất dài ", 40))
	for name, change := range map[string]func(*campaign.Ledger){
		"as it is":             func(*campaign.Ledger) {},
		"a long name":          func(l *campaign.Ledger) { l.Campaign.Name = "Đợt thi đua " + long },
		"a long organizer":     func(l *campaign.Ledger) { l.Campaign.Organizer = long },
		"all too long":         func(l *campaign.Ledger) { l.Campaign.Name, l.Campaign.ShortName = long+" "+long, long },
		"no targets, no areas": func(l *campaign.Ledger) { l.Targets, l.Areas, l.Twins = nil, nil, nil },
		"nobody yet":           func(l *campaign.Ledger) { l.Decisions[0].Sample, l.Decisions[1].Sample = true, true },
	} {
		l, docs := twoTongues()
		change(l)
		for _, twin := range l.Twins {
			change(twin.Ledger)
		}
		ed, _ := Compose(l, docs, Options{})
		texts := pageOf[*PressPage](t, ed, pressPath).Boilerplates
		if len(texts) != 2*(1+len(l.Twins)) {
			t.Fatalf("%s: %d texts", name, len(texts))
		}
		for i, b := range texts {
			if n := words(b.Text); n > []int{shortBoilerplate, longBoilerplate}[i%2] || n == 0 || strings.Contains(b.Text, nbsp) || strings.Contains(b.Text, "  ") || strings.Contains(b.Text, "..") {
				t.Errorf("%s: %d words: %q", name, n, b.Text)
			}
			if who := strings.Contains(b.Text, "02 cá nhân") || strings.Contains(b.Text, "2 individuals"); who != (name != "nobody yet") || strings.Contains(b.Text, "3 cá nhân") {
				t.Errorf("%s: who was commended: %q", name, b.Text)
			}
		}
	}
}

// TestFirmness: that estimates were used is said of what was reached by them, and of that alone.
func TestFirmness(t *testing.T) {
	for _, c := range []struct {
		unofficial, of int
		want           string
	}{{0, 3, ""}, {1, 3, " (có số ước)"}, {3, 3, " (số ước)"}} {
		if got := firmness(c.unofficial, c.of).words(" (số ước)", " (có số ước)"); got != c.want {
			t.Errorf("%d of %d: %q", c.unofficial, c.of, got)
		}
	}
	l, docs := twoTongues()
	told := func() string {
		ed, _ := Compose(l, docs, Options{})
		return pageOf[*PressPage](t, ed, pressPath).Boilerplates[0].Text
	}
	for _, status := range []campaign.Status{campaign.StatusEstimate, campaign.StatusOfficial} {
		for _, x := range l.Targets {
			for _, r := range x.Results {
				if a := x.Attainment(); a == campaign.Met || a == campaign.Exceeded {
					r.Status = status
				} else {
					r.Status = campaign.StatusEstimate
				}
			}
		}
		if text := told(); strings.Contains(text, "(số ước)") != (status == campaign.StatusEstimate) {
			t.Errorf("%s: %q", status, text)
		}
	}
}

// TestExtract: in the order and the words of the decision, without a name that may not be told, and of a revoked one nobody.
func TestExtract(t *testing.T) {
	l, docs := twoTongues()
	d := l.Decisions[1]
	d.Issuer, d.Reason, d.Signatory = "Chủ tịch", "Đã có thành tích", campaign.Signatory{Office: "Chủ tịch", Name: "Nguyễn Ký"}
	unit := l.Units[0]
	add := func(a campaign.Award) {
		a.ID, a.Decision, a.No, a.Unit = "x"+string(rune('0'+len(d.Awards))), d, len(d.Awards)+1, unit
		d.Awards, l.Awards = append(d.Awards, &a), append(l.Awards, &a)
	}
	d.Awards[0].Honorific, d.Awards[0].Position, d.Awards[0].Citation = "Bà", "Kế toán", "Có sáng kiến."
	add(campaign.Award{Kind: campaign.Individual, Name: "Trần Rút Lui", Withdrawn: &campaign.Withdrawal{Date: campaign.Date{Year: 2019, Month: 1, Day: 3}, Reason: "Lý do kín"}})
	add(campaign.Award{Kind: campaign.Individual, Name: "Lê Thị Nhỏ", Citation: "Giải nhất", Minor: &campaign.Minor{}})
	add(campaign.Award{Kind: campaign.Collective, Name: "Công đoàn Sở Mẫu"})
	extract := func() string {
		ed, _ := Compose(l, docs, Options{})
		p := pageOf[*ExtractPage](t, ed, decisionPath(d)+extractHTML)
		text := strings.Join(append(slices.Clone(p.Marks), p.Lead), "\n")
		for _, g := range p.Groups() {
			text += "\n" + g.Heading
			for _, line := range g.Lines {
				text += "\n" + line.Numbered()
			}
		}
		return text + "\n" + p.Signed + "\n" + p.Source
	}
	const end = "\nNgười ký: Nguyễn Ký, Chủ tịch\nNguồn: https://vi-du.vn/quyet-dinh/mau-2/. Dữ liệu đến ngày 15/01/2019."
	if got, want := extract(), "Chủ tịch tặng Bằng khen cho 01 tập thể, 03 cá nhân: Đã có thành tích.\nTập thể\n5. Công đoàn Sở Mẫu.\nCá nhân\n1. Bà Nguyễn Văn Mẫu, Kế toán, Sở Mẫu: Có sáng kiến.\n"+
		"2. Nguyễn Văn Mẫu, Sở Mẫu.\n3. Đã rút khỏi danh sách ngày 03/01/2019.\n4. "+hidden+", Sở Mẫu."+end; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	d.Sample = true
	if got := extract(); !strings.HasPrefix(got, "Dữ liệu mẫu, không có thật: không đăng\nChủ tịch tặng") {
		t.Errorf("of a sample: %s", got)
	}
	d.Sample, d.Revoked = false, &campaign.Revocation{Date: campaign.Date{Year: 2019, Month: 1, Day: 9}, Reason: "Sai thẩm quyền"}
	if got, want := extract(), "Đã bị thu hồi ngày 09/01/2019: Sai thẩm quyền\n"+end; got != want {
		t.Errorf("revoked: %q, want %q", got, want)
	}
}

// TestSampleReports: while a report is a sample no text for the press tells of verdicts, and pictures with verdicts say what they are.
func TestSampleReports(t *testing.T) {
	for _, sample := range []bool{false, true} {
		l, docs := twoTongues()
		at := slices.IndexFunc(l.Targets, func(t *campaign.Target) bool { return len(t.Results) > 0 })
		for _, k := range []*campaign.Ledger{l, l.Twins[0].Ledger} {
			k.Targets[at].Results[0].Sample = sample
		}
		ed, _ := Compose(l, docs, Options{})
		for _, b := range pageOf[*PressPage](t, ed, pressPath).Boilerplates {
			if told := strings.Contains(b.Text, "đạt hoặc vượt") || strings.Contains(b.Text, "met or exceeded") || strings.Contains(b.Text, "vượt kế hoạch"); told && sample {
				t.Errorf("a sample is told as real: %s", b.Text)
			}
		}
		marked := 0
		for _, d := range ed.Drawings {
			if d.Path == areaPath(l.Targets[at].Area)+cardName && d.Mark != "" {
				marked++
			}
		}
		if (marked > 0) != sample {
			t.Errorf("sample %t: %d cards of the area are marked", sample, marked)
		}
	}
}

// TestHiddenCorrection: of a correction that may not be told not even its day is seen.
func TestHiddenCorrection(t *testing.T) {
	updated := func(change func(*campaign.Ledger)) string {
		l, docs := twoTongues()
		l.Twins = nil
		l.Corrections = []*campaign.Correction{{Date: campaign.Date{Year: 2019, Month: 1, Day: 14}, Subject: "Tên", Was: "A", Now: "B", Reason: "C", Decision: l.Decisions[0]}}
		change(l)
		ed, _ := Compose(l, docs, Options{})
		for _, p := range ed.Pages {
			if p.Path == homePath {
				return p.Updated
			}
		}
		return ""
	}
	if got := updated(func(*campaign.Ledger) {}); got != "2019-01-14" {
		t.Errorf("a correction makes the home page new: %q", got)
	}
	if got := updated(func(l *campaign.Ledger) { l.Decisions[0].Number = "" }); got == "2019-01-14" {
		t.Error("the day of a correction of a draft is told")
	}
}
