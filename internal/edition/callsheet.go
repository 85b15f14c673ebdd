package edition

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// CallSheet is who comes on stage, with whom and when, for the announcer and for those who lead them up.
type CallSheet struct {
	Paper
	Lead   string // "59 lượt nhận trong 8 nhóm"
	Legend string // what the marks mean
	Words  CallWords
	Parts  []CallPart
}

// CallWords are what the pages themselves say.
type CallWords struct {
	Continued, Page string
	No              string // above the numbers over all
}

// CallPart is one kind of awardees of one decision.
type CallPart struct {
	Place    diag.Place
	Form     string // "Bằng khen của …"
	Decision string // "Quyết định số …"
	Counts   string // "12 tập thể, 2 nhóm"
	Sample   string
	Groups   []CallGroup
}

// CallGroup comes on stage together.
type CallGroup struct {
	Head  string // "Nhóm 3 · Cá nhân · 10 người"
	Calls []Call
}

// Call is one who is called.
type Call struct {
	Place  diag.Place
	ID     string
	No     int    // over the whole ceremony, from 1
	Seat   int    // in the group, from 1
	Name   string // "Ông Nguyễn Văn A"
	Line   string // office and unit
	Hard   []HardWord
	Note   string // "" if there is nothing to heed
	Hidden bool   // Name stands for one that may not be said
}

// HardWord is a word to be marked and how it is said.
type HardWord struct {
	Written string
	Words   string // "TNHH đọc là trách nhiệm hữu hạn"
}

// ComposeCallSheet decides who is called in which order: forms by rank, their decisions by date, within each the kinds in the order of the
// ceremony, each by number.
func ComposeCallSheet(l *campaign.Ledger, ch Choice) *CallSheet {
	s := &CallSheet{Words: CallWords{Continued: "tiếp theo", Page: "trang", No: "STT"},
		Legend: "Chữ có gạch chân là chữ khó đọc hoặc viết tắt; cách đọc ghi ở dòng dưới. Chỉ xét theo chữ viết: tên ghi bằng âm tiết tiếng Việt nhưng đọc khác thì không được đánh dấu."}
	var picked []handed
	s.Paper, picked = newPaper(l, "Danh sách gọi lên sân khấu", ch)
	say, longest := readings(l.Ceremony.Readings)
	no, groups := 0, 0
	for _, h := range picked {
		if !s.hands(l, h.decision) {
			continue
		}
		for _, kind := range l.Ceremony.Order {
			var calls []Call
			for _, a := range h.awards {
				if a.Kind == kind {
					no++
					calls = append(calls, call(a, no, say, longest))
				}
			}
			if len(calls) == 0 {
				continue
			}
			p := CallPart{Place: h.decision.Place, Form: h.decision.Form.Name, Decision: numbered(h.decision), Sample: across(h.decision)}
			for _, some := range dealt(calls, l.Ceremony.GroupSize) {
				groups++
				p.Groups = append(p.Groups, CallGroup{Head: fmt.Sprintf("Nhóm %d · %s · %s", groups, h.decision.Form.Short, counted(len(some), kind)), Calls: some})
			}
			p.Counts = counted(len(calls), kind) + ", " + viet.Count(len(p.Groups), "nhóm")
			s.Parts = append(s.Parts, p)
		}
	}
	s.Lead = viet.Count(no, "lượt nhận") + ", " + viet.Count(groups, "nhóm")
	return s
}

func counted(n int, kind campaign.AwardKind) string {
	return strings.ReplaceAll(viet.Count(n, kindWords[kind]), " ", nbsp)
}

// hands tells whether a decision's awards are handed over at the ceremony; if not, that is told.
func (p *Paper) hands(l *campaign.Ledger, d *campaign.Decision) bool {
	if l.Ceremony.Hands(d) {
		return true
	}
	p.LeftOut = append(p.LeftOut, numbered(d)+": không trao tại buổi lễ này (decisions trong data/ceremony.yaml)")
	return false
}

// dealt divides those who are called into groups of at most so many, none much smaller than the others.
func dealt(calls []Call, most int) [][]Call {
	n := (len(calls) + most - 1) / most
	var out [][]Call
	for i := range n {
		from, to := i*len(calls)/n, (i+1)*len(calls)/n
		group := calls[from:to]
		for k := range group {
			group[k].Seat = k + 1
		}
		out = append(out, group)
	}
	return out
}

// call words one award for being read aloud. One who may not be named is not.
func call(a *campaign.Award, no int, say func(string) (string, bool), longest int) Call {
	c := Call{Place: a.Place, ID: a.ID, No: no}
	if !named(a) {
		c.Name, c.Line, c.Hidden = hidden, a.Unit.Name, true
		c.Note = "Chưa có đồng ý nêu tên: không đọc tên, trao riêng."
	} else {
		c.Name, c.Line = addressed(a.Honorific, a.Name), joined(", ", a.Position, belongs(a))
	}
	read := c.Line
	if !c.Hidden {
		read = a.Name + " " + c.Line
	}
	for _, h := range viet.HardWords(read, say, longest) {
		c.Hard = append(c.Hard, HardWord{h.Written, pronounced(h)})
	}
	return c
}

// pronounced says how a hard word is said, as far as that is known.
func pronounced(h viet.Hard) string {
	switch {
	case h.Said != "":
		return h.Written + " đọc là " + h.Said
	case h.Why == viet.Rare:
		return h.Written + ": vần hiếm, đọc chậm"
	case h.Why == viet.Short:
		return h.Written + ": viết tắt, chưa có cách đọc"
	}
	return h.Written + ": hỏi trước cách đọc"
}

// readings makes data's readings ready to be looked up, and tells of how many words the longest is.
func readings(all []campaign.Reading) (say func(string) (string, bool), longest int) {
	said := make(map[string]string, len(all))
	for _, r := range all {
		said[r.Written] = r.Said
		longest = max(longest, len(strings.Fields(r.Written)))
	}
	return func(words string) (string, bool) { s, ok := said[words]; return s, ok }, longest
}

// Count is how many are called.
func (s *CallSheet) Count() int {
	n := 0
	for _, p := range s.Parts {
		for _, g := range p.Groups {
			n += len(g.Calls)
		}
	}
	return n
}
