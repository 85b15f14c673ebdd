package edition

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// Settled is what stands at addresses that were published before and have no page or file of the edition now.
type Settled struct {
	Standins []Standin // by From
	Pages    []Page    // those of them that are pages, by path
}

// Standin is what stands at one address. Exactly one of To, URL and Gone is set.
type Standin struct {
	Place     diag.Place // of the entry or the promise that it comes from
	From      Path
	To        Path   // where it leads on the site
	URL       string // where it leads on another site
	Gone      bool   // taken back for good
	Temporary bool   // a list that is shorter now and may grow again
	Page      bool   // a page of Settled stands there; else a copy of the file To if Copy, else nothing that can be written
	Copy      bool
}

// Settle decides what stands at addresses that were published (Ledger.Promises) or are said to have moved (Ledger.Moves). living are all
// addresses of the site, sorted. A promise that nothing stands for is a problem.
//
// What belongs to a page goes where the page goes, without a word in data: what lies below it; its versions in other languages; its data and
// embeds, whose addresses have its folder and id in them; of a decision, the pages of its awards. Lists cut into pages, the roll's lists by
// facet and the booklet's chapters come and go with what they list: where one is gone, it leads to the list that is left, for the time being.
// A clock that is set back shows the site as it was: what was published after its day is not asked for.
// What belonged to a decision that was revoked, or to an award that was withdrawn, and is not made any more, is gone.
func Settle(ed *Edition, l *campaign.Ledger, living []Path) (*Settled, diag.List) {
	s := &settler{ed: ed, ledger: l, living: living, moves: map[Path]*campaign.Move{}, out: &Settled{}}
	if len(l.Promises) == 0 && len(l.Moves) == 0 {
		return s.out, s.problems
	}
	for _, m := range l.Moves {
		s.moves[Path(m.From)] = m
	}
	s.undone = undone(l)
	for _, m := range l.Moves {
		s.move(m)
	}
	s.promises()
	slices.SortFunc(s.out.Standins, func(a, b Standin) int { return strings.Compare(string(a.From), string(b.From)) })
	s.pages()
	return s.out, s.problems
}

// Addresses are where the files of a site are found, sorted: "chi-tieu/index.html" is "/chi-tieu/".
func Addresses(files []string) []Path {
	out := make([]Path, len(files))
	for i, f := range files {
		out[i] = AddressOf(f)
	}
	slices.Sort(out)
	return out
}

// AddressOf is where a file of the site is found.
func AddressOf(file string) Path {
	if dir, ok := strings.CutSuffix("/"+file, "/index.html"); ok {
		return Path(dir + "/")
	}
	return Path("/" + file)
}

type settler struct {
	ed       *Edition
	ledger   *campaign.Ledger
	living   []Path
	moves    map[Path]*campaign.Move
	undone   map[Path]*campaign.Farewell // pages that stand and say that what they were about was taken back
	out      *Settled
	problems diag.List
}

func (s *settler) lives(p Path) bool {
	_, ok := slices.BinarySearch(s.living, p)
	return ok
}

// move settles an entry of the data.
func (s *settler) move(m *campaign.Move) {
	if s.lives(Path(m.From)) {
		s.problems.Addf(movedTaken, m.Place, "bỏ mục này nếu trang đã trở lại chỗ cũ; nếu là trang khác, đổi mã của trang ấy", "địa chỉ %s đang có", m.From)
		return
	}
	end := s.end(m)
	if end == m && m.To != "" && !s.lives(Path(m.To)) {
		hint := "ghi một địa chỉ đang có"
		if near, ok := s.nearest(Path(m.To)); ok {
			hint = fmt.Sprintf("có phải %s?", near)
		}
		s.problems.Addf(movedTarget, m.ToPlace, hint, "không có trang hay tệp nào ở %s", m.To)
		return
	}
	s.add(Path(m.From), m.Place, end)
}

// end follows entries that lead on to the last of them. Circles are refused before.
func (s *settler) end(m *campaign.Move) *campaign.Move {
	for range s.moves {
		next := s.moves[Path(m.To)]
		if next == nil || m.To == "" || s.lives(Path(m.To)) {
			break
		}
		m = next
	}
	return m
}

// add lets an address lead where an entry leads.
func (s *settler) add(from Path, at diag.Place, m *campaign.Move) {
	i := Standin{Place: at, From: from, To: Path(m.To), URL: m.URL, Gone: m.Withdrawn != nil}
	i.Page = isPage(from)
	i.Copy = !i.Page && i.To != "" && path.Ext(string(from)) == path.Ext(string(i.To)) && path.Ext(string(from)) != ""
	s.out.Standins = append(s.out.Standins, i)
}

// Words count the stand-ins for the last lines of a build; "" if there are none.
func (s *Settled) Words() string {
	moved, gone, lists, bare := 0, 0, 0, 0
	for i := range s.Standins {
		switch n := &s.Standins[i]; {
		case n.Gone:
			gone++
		case n.Temporary:
			lists++
		default:
			moved++
		}
		if n := &s.Standins[i]; !n.Page && !n.Copy {
			bare++
		}
	}
	if len(s.Standins) == 0 {
		return ""
	}
	words := fmt.Sprintf("%d đã chuyển, %d đã thu hồi, %d danh sách dẫn về danh sách còn lại", moved, gone, lists)
	if bare > 0 {
		words += fmt.Sprintf("; %d tệp trong đó chỉ máy chủ trả lời được (may-chu/)", bare)
	}
	return words
}

// Refuse reports that nothing can be written at a stand-in's address, and why.
func (i *Standin) Refuse(why string, problems *diag.List) {
	problems.Addf(movedTaken, i.Place, "bỏ mục này hoặc sửa from", "không đặt được gì ở %s: %s", i.From, why)
}

// isPage tells a page's address from a file's.
func isPage(p Path) bool { return strings.HasSuffix(string(p), "/") || path.Ext(string(p)) == ".html" }

// promises settles what was published and neither lives nor is named by an entry.
func (s *settler) promises() {
	var lost []*campaign.Promise
	today := campaign.Day(s.ledger.Campaign.AsOf)
	for i := range s.ledger.Promises {
		p := &s.ledger.Promises[i]
		at := Path(p.Address)
		if s.lives(at) || p.Since.After(today) || s.moves[at] != nil || s.carried(p) || s.list(p) {
			continue
		}
		lost = append(lost, p)
	}
	s.lost(lost)
}

// carried lets an address go along with the page that it belongs to.
func (s *settler) carried(p *campaign.Promise) bool {
	for _, h := range s.heads(Path(p.Address)) {
		if f := s.undone[h.at]; f != nil && s.lives(h.at) {
			s.add(Path(p.Address), p.Place, &campaign.Move{Withdrawn: f})
			return true
		}
		m := s.moves[h.at]
		if m == nil || s.lives(h.at) {
			continue
		}
		m = s.end(m)
		if m.Withdrawn != nil || m.URL != "" && isPage(Path(p.Address)) {
			s.add(Path(p.Address), p.Place, m)
			return true
		}
		for _, to := range h.follow(Path(m.To)) {
			if s.lives(to) {
				s.add(Path(p.Address), p.Place, &campaign.Move{To: string(to)})
				return true
			}
		}
	}
	return false
}

// undone are the pages of revoked decisions and their awards, and of withdrawn awards, whose reason is private.
func undone(l *campaign.Ledger) map[Path]*campaign.Farewell {
	out := map[Path]*campaign.Farewell{}
	for _, d := range l.Decisions {
		if d.Revoked != nil {
			out[decisionPath(d)] = &campaign.Farewell{Date: d.Revoked.Date, Reason: d.Revoked.Reason}
		}
		for _, a := range d.Awards {
			switch {
			case a.Withdrawn != nil:
				out[awardPath(a)] = &campaign.Farewell{Date: a.Withdrawn.Date}
			case d.Revoked != nil:
				out[awardPath(a)] = out[decisionPath(d)]
			}
		}
	}
	return out
}

// list lets an address of a list that is gone lead to the list that is left.
func (s *settler) list(p *campaign.Promise) bool {
	to, ok := leftOf(Path(p.Address))
	if ok && !s.lives(to) {
		to, ok = leftOf(to)
	}
	if !ok || !s.lives(to) {
		return false
	}
	s.add(Path(p.Address), p.Place, &campaign.Move{To: string(to)})
	s.out.Standins[len(s.out.Standins)-1].Temporary = true
	return true
}

// leftOf is the list that a list is a part of: of a further page its first, of a part of the roll the roll, of a chapter or volume of the
// booklet the booklet.
func leftOf(p Path) (Path, bool) {
	if first, page, ok := strings.Cut(string(p), "/trang/"); ok && strings.Count(page, "/") == 1 {
		return Path(first + "/"), true
	}
	if part, ok := strings.CutPrefix(string(p), string(rollPath)); ok {
		key, _, _ := strings.Cut(part, "/")
		if slices.Contains([]string{formKey, blockKey, kindKey, groupKey, areaKey, letterKey}, key) {
			return rollPath, true
		}
	}
	if strings.HasPrefix(string(p), string(bookletPath)) && p != bookletPath && p != pdfPath {
		return bookletPath, true
	}
	return "", false
}

// lost reports promises that nothing stands for. What belongs to a page that is lost too is told with it.
func (s *settler) lost(all []*campaign.Promise) {
	if len(all) == 0 {
		return
	}
	at := map[Path]*campaign.Promise{}
	for _, p := range all {
		at[Path(p.Address)] = p
	}
	along := map[*campaign.Promise][]*campaign.Promise{}
	var heads []*campaign.Promise
	for _, p := range all {
		head := p
		for _, h := range s.heads(Path(p.Address)) {
			if q := at[h.at]; q != nil {
				head = q
				break
			}
		}
		if head == p {
			heads = append(heads, p)
		} else {
			along[head] = append(along[head], p)
		}
	}
	newcomers := s.newcomers()
	for i, p := range heads {
		text := fmt.Sprintf("địa chỉ %s đã công bố ngày %s nay không còn", p.Address, vietnamese.date(p.Since))
		// What goes along with something that itself goes along is told where that is.
		if n := len(along[p]); n > 0 {
			text += fmt.Sprintf(", cùng %d địa chỉ thuộc nó (%s …)", n, along[p][0].Address)
		}
		hint := ""
		if i < diag.Most { // more are not shown
			hint = s.remedy(Path(p.Address), newcomers)
		}
		s.problems.Add(addressLost, p.Place, text, hint)
	}
}

// newcomers are the pages that were never published, by the folder they lie in.
func (s *settler) newcomers() map[Path][]Path {
	out := map[Path][]Path{}
	for _, p := range s.living {
		_, known := slices.BinarySearchFunc(s.ledger.Promises, string(p), func(q campaign.Promise, a string) int { return strings.Compare(q.Address, a) })
		if !known {
			out[folder(p)] = append(out[folder(p)], p)
		}
	}
	return out
}

// folder is where a page or file lies.
func folder(p Path) Path {
	t := strings.TrimSuffix(string(p), "/")
	return Path(t[:strings.LastIndexByte(t, '/')+1])
}

// remedy says what to write for an address that is lost. Only an address that was never published is suggested: one that was is another's.
func (s *settler) remedy(p Path, newcomers map[Path][]Path) string {
	to := "ĐỊA-CHỈ-MỚI"
	if near, ok := s.nearestOf(p, newcomers[folder(p)]); ok {
		to = string(near)
	} else if fresh := alike(p, newcomers[folder(p)]); len(fresh) == 1 {
		to = string(fresh[0])
	}
	hint := ""
	if day, ok := strings.CutPrefix(string(p), string(versionsPath)); ok {
		day, _, _ = strings.Cut(day, "/")
		hint = "mất thư mục data/published/" + day + "/ thì lấy lại từ bản lưu (git)\n"
	}
	switch folder(p) {
	case rollPath:
		hint = "người được rút khỏi danh sách: giữ dòng ấy trong data/awards/ và ghi withdrawn: {date: …}\n"
	case decisionsPath:
		hint = "quyết định bị thu hồi: giữ nó trong data/decisions.yaml và ghi revoked: {date: …, reason: …}\n"
	}
	day := campaign.Day(s.ledger.Campaign.AsOf).ISO()
	return hint + fmt.Sprintf("đổi địa chỉ thì ghi vào data/moved.yaml:\n- from: %s\n  to: %s\nthu hồi hẳn thì ghi:\n- from: %s\n  withdrawn: {date: %s, reason: LÝ DO}", p, to, p, day)
}

// alike are those that are pages as p is, or files with its ending.
func alike(p Path, of []Path) []Path {
	var out []Path
	for _, q := range of {
		if isPage(p) == isPage(q) && path.Ext(string(p)) == path.Ext(string(q)) {
			out = append(out, q)
		}
	}
	return out
}

// nearest is the living address in the same folder, or else of all, that was probably meant.
func (s *settler) nearest(p Path) (Path, bool) {
	var beside []Path
	for _, q := range s.living {
		if folder(q) == folder(p) {
			beside = append(beside, q)
		}
	}
	return s.nearestOf(p, beside)
}

func (s *settler) nearestOf(p Path, of []Path) (Path, bool) {
	var names []string
	for _, q := range alike(p, of) {
		names = append(names, path.Base(string(q)))
	}
	near, ok := viet.Nearest(path.Base(string(p)), names)
	for _, q := range of {
		if ok && path.Base(string(q)) == near {
			return q, true
		}
	}
	return "", false
}
