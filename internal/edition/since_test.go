package edition

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestSince: what a publication changes is told in numbers, against what the one before kept, and nobody is named who was taken off.
func TestSince(t *testing.T) {
	l, docs := twoTongues()
	l.Twins = nil
	l.Stories = []*campaign.Story{{ID: "cu", Title: "Bài cũ", Date: oct}}
	l.Corrections = []*campaign.Correction{{Date: campaign.Date{Year: 2019, Month: 1, Day: 2}, Subject: "Cũ", Was: "a", Now: "b", Reason: "c"}}
	first, _ := Compose(l, docs, Options{})
	if s := pageOf[*PressPage](t, first, pressPath).Since; s != nil {
		t.Errorf("without a publication before: %+v", s)
	}
	before := first.Snapshot
	told := func() (string, []string) {
		ed, _ := Compose(l, docs, Options{Since: &before})
		s := pageOf[*PressPage](t, ed, pressPath).Since
		var lines []string
		for _, c := range s.Changes {
			lines = append(lines, loose(c.Words+": "+c.Detail))
		}
		return loose(s.Lead), lines
	}
	l.Campaign.AsOf = l.Campaign.AsOf.AddDate(0, 1, 0)
	if lead, lines := told(); lead != "Không có thay đổi so với lần công bố ngày 15/01/2019." || lines != nil {
		t.Errorf("nothing new: %q %q", lead, lines)
	}
	growth := l.Targets[0]
	growth.Results = append([]*campaign.Result{{AsOf: campaign.Date{Year: 2019, Month: 2, Day: 1}, Value: d(81, 1), Status: campaign.StatusOfficial}}, growth.Results...)
	l.Awards[2].Withdrawn = &campaign.Withdrawal{Date: campaign.Date{Year: 2019, Month: 2, Day: 3}, Reason: "kín"}
	l.Decisions[0].Revoked = &campaign.Revocation{Date: campaign.Date{Year: 2019, Month: 2, Day: 4}, Reason: "Sai"}
	fresh := &campaign.Decision{ID: "mau-3", Number: "MẪU-3", Form: l.Forms[0], Date: campaign.Date{Year: 2019, Month: 2, Day: 5}}
	fresh.Awards = []*campaign.Award{{ID: "mau-3-001", Decision: fresh, No: 1, Kind: campaign.Collective, Name: "Tổ Mới", Unit: l.Units[0]}}
	ahead := &campaign.Decision{ID: "mau-4", Number: "MẪU-4", Form: l.Forms[0], Date: campaign.Date{Year: 2019, Month: 2, Day: 5}, PublishAt: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}
	l.Decisions = append(l.Decisions, fresh, ahead)
	l.Stories = append(l.Stories, &campaign.Story{ID: "moi", Title: "Bài mới", Date: campaign.Date{Year: 2019, Month: 2, Day: 6}})
	l.Corrections = append(l.Corrections, &campaign.Correction{Date: campaign.Date{Year: 2019, Month: 2, Day: 7}, Subject: "Mới", Was: "a", Now: "b", Reason: "c"})
	lead, lines := told()
	want := []string{"Tăng trưởng: trước: trên 7,5%, chưa đủ căn cứ; nay: 8,1%, vượt", "Quyết định số MẪU-1 ngày 05/12/2018: đã bị thu hồi",
		"Quyết định số MẪU-2 ngày 05/12/2018: bớt 01 cá nhân", "Quyết định số MẪU-3 ngày 05/02/2019: quyết định mới: 01 tập thể", "Bài mới: bài mới", "Đính chính: 01 mục mới"}
	if lead != "So với lần công bố ngày 15/01/2019:" || !slices.Equal(lines, want) {
		t.Errorf("%q\ngot  %q\nwant %q", lead, lines, want)
	}
}

// TestSinceRenamed: what goes by another address is not new.
func TestSinceRenamed(t *testing.T) {
	l, docs := twoTongues()
	l.Twins = nil
	l.Stories = []*campaign.Story{{ID: "cu", Title: "Bài cũ", Date: oct}}
	first, _ := Compose(l, docs, Options{})
	l.Targets[0].ID, l.Decisions[1].ID, l.Stories[0].ID = "moi", "qd-moi", "bai-moi"
	l.Moves = []*campaign.Move{{From: "/chi-tieu/tang-truong/", To: "/chi-tieu/moi/"}, {From: "/quyet-dinh/" + first.Snapshot.Decisions[1].ID + "/", To: "/quyet-dinh/qd-moi/"},
		{From: "/dien-hinh/cu/", To: "/dien-hinh/bai-moi/"}}
	ed, _ := Compose(l, docs, Options{Since: &first.Snapshot})
	if s := pageOf[*PressPage](t, ed, pressPath).Since; len(s.Changes) > 0 {
		t.Errorf("told as changed: %+v", s.Changes)
	}
	l.Moves = nil
	ed, _ = Compose(l, docs, Options{Since: &first.Snapshot})
	if got := goneIn(t, ed); len(pageOf[*PressPage](t, ed, pressPath).Since.Changes) != 6 || !slices.Equal(got, []string{
		"Chỉ tiêu: 01 chỉ tiêu không còn trên trang", "Quyết định: 01 quyết định không còn trên trang", "Điển hình: 01 bài không còn trên trang"}) {
		t.Errorf("without a word of it they are new, and what they were is no more: %q", got)
	}
}

// TestSinceGone: what was taken back for good is told, with the page that says why.
func TestSinceGone(t *testing.T) {
	l, docs := twoTongues()
	l.Twins = nil
	l.Stories = []*campaign.Story{{ID: "cu", Title: "Bài cũ", Date: oct}, {ID: "hai", Title: "Bài hai", Date: oct}}
	first, _ := Compose(l, docs, Options{})
	d := l.Decisions[1]
	l.Decisions, l.Stories = l.Decisions[:1], nil
	l.Awards = slices.DeleteFunc(l.Awards, func(a *campaign.Award) bool { return a.Decision == d })
	l.Moves = []*campaign.Move{{From: "/quyet-dinh/" + d.ID + "/", Withdrawn: &campaign.Farewell{Date: oct, Reason: "Nhầm"}}}
	ed, _ := Compose(l, docs, Options{Since: &first.Snapshot})
	if got := goneIn(t, ed); !slices.Equal(got, []string{"Quyết định: 01 quyết định không còn trên trang /quyet-dinh/" + d.ID + "/", "Điển hình: 02 bài không còn trên trang"}) {
		t.Errorf("told as gone: %q", got)
	}
}

// goneIn are the lines on what is no more.
func goneIn(t *testing.T, ed *Edition) []string {
	var out []string
	for _, c := range pageOf[*PressPage](t, ed, pressPath).Since.Changes {
		if strings.Contains(c.Detail, "không còn") {
			out = append(out, strings.TrimSpace(loose(c.Words+": "+c.Detail)+" "+string(c.Path)))
		}
	}
	return out
}
