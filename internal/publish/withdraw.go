package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/fileset"
	"bangvang/internal/kept"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// Withdrawal is who is to be taken off the roll, and why.
type Withdrawal struct {
	Source string // the campaign's folder
	Award  string // its id
	Reason string // private
	Day    string // 2019-01-15; "" is the day of the campaign's clock
	DryRun bool   // nothing is written
}

// Withdrawn is what Withdraw did, or would do.
type Withdrawn struct {
	Name     string
	Day      string
	Roll     string       // the file of data/awards/ that says so
	Already  bool         // it said so before
	Copies   []string     // files that publications kept and that named whom it is
	Mentions []diag.Place // where data and content name somebody so, the award's own line left out: a person has to look
}

// WrongWithdrawal is a Withdrawal that cannot be carried out as it was given.
type WrongWithdrawal struct{ Text string }

func (e *WrongWithdrawal) Error() string { return e.Text }

// blot stands in a kept copy where a name stood.
const blot = "[đã rút tên]"

// Withdraw marks an award as withdrawn in data/awards/, and takes the name out of every text that earlier publications kept, so that the next
// build tells of that person nowhere, in no frozen copy either (of a collective the copies may go on telling). Addresses stay: they hold no names. What it wrote stays written if a later
// step fails; run again, it does the rest. *WrongWithdrawal tells what was wrong with the order.
func Withdraw(ctx context.Context, w Withdrawal) (*Withdrawn, error) {
	tree, _, err := source.Read(os.DirFS(w.Source))
	if err != nil {
		return nil, err
	}
	a, roll, err := awardOf(tree, w.Award)
	if err != nil {
		return nil, err
	}
	out := &Withdrawn{Name: a.Name.Text, Roll: roll.Path, Already: a.Withdrawn != nil, Day: w.Day, Mentions: mentions(tree, a)}
	if out.Day == "" && tree.Campaign != nil {
		out.Day, _, _ = strings.Cut(tree.Campaign.AsOf.Text, "T")
	}
	if out.Already {
		out.Day = a.Withdrawn.Date.Text
	} else if _, err := time.Parse(time.DateOnly, out.Day); err != nil {
		return nil, &WrongWithdrawal{fmt.Sprintf("ngày rút %q không phải ngày như 2019-01-15", out.Day)}
	}
	was := []byte(roll.Text)
	edited, err := source.EditRoll(was, []source.Change{{ID: w.Award, Field: source.Field{Key: "withdrawn", Of: []source.Field{
		{Key: "date", Text: out.Day}, {Key: "reason", Text: w.Reason}}}}}, nil)
	var hand *source.Unwritable
	if errors.As(err, &hand) {
		return nil, &WrongWithdrawal{fmt.Sprintf("%s:%d: %s; hãy tự ghi withdrawn: {date: %s, reason: …} vào dòng này", roll.Path, hand.Line, hand.Why, out.Day)}
	}
	if err != nil {
		return nil, err
	}
	if !out.Already && !w.DryRun {
		if err := source.ReplaceRead(w.Source, roll.Path, was, edited); err != nil {
			return nil, err
		}
	}
	if a.Kind.Text == "collective" {
		return out, nil // no person, and a unit's name stands in sources by right
	}
	out.Copies, err = redact(ctx, filepath.Join(w.Source, "data", "published"), w.DryRun, func(text string) string {
		return viet.ReplaceMentions(text, out.Name, blot)
	})
	return out, err
}

// awardOf finds an award and the file it stands in.
func awardOf(tree *source.Tree, id string) (*source.Award, *source.File, error) {
	var ids []string
	for i := range tree.Rolls {
		for j := range tree.Rolls[i].Awards {
			a := &tree.Rolls[i].Awards[j]
			if ids = append(ids, a.ID.Text); a.ID.Text != id {
				continue
			}
			f := slices.IndexFunc(tree.Files, func(f source.File) bool { return f.Path == a.Place.File })
			if f < 0 {
				return nil, nil, fmt.Errorf("không đọc lại được %s", a.Place.File)
			}
			return a, &tree.Files[f], nil
		}
	}
	for i := range tree.Decisions {
		if tree.Decisions[i].ID.Text == id {
			return nil, nil, &WrongWithdrawal{fmt.Sprintf("%q là một quyết định; thu hồi cả quyết định thì ghi revoked: {date, reason} ở %s", id, tree.Decisions[i].Place)}
		}
	}
	text := fmt.Sprintf("không có khen thưởng %q trong data/awards/", id)
	if near, ok := viet.Nearest(id, ids); ok {
		text += fmt.Sprintf("; có phải %q?", near)
	}
	return nil, nil, &WrongWithdrawal{text}
}

// mentions are the lines of data and content that hold a name, but for the award's own and what publications kept.
func mentions(tree *source.Tree, a *source.Award) []diag.Place {
	var out []diag.Place
	for _, f := range tree.Files {
		if strings.HasPrefix(f.Path, "data/published/") {
			continue
		}
		for n, text := range strings.Split(f.Text, "\n") {
			at := diag.Place{File: f.Path, Line: int32(n + 1)}
			if at.File == a.Name.Place.File && at.Line == a.Name.Place.Line {
				continue
			}
			if found := viet.Mentions(text, a.Name.Text); len(found) > 0 {
				at.Col = int32(1 + len([]rune(text[:found[0][0]])))
				out = append(out, at)
			}
		}
	}
	slices.SortFunc(out, func(a, b diag.Place) int { return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	return out
}

// redact rewrites the texts that publications kept, with their sums, and gives the files that changed, as paths below root.
func redact(ctx context.Context, root string, dry bool, edit func(string) string) ([]string, error) {
	days, err := os.ReadDir(root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []string
	for _, day := range days {
		if _, err := time.Parse(time.DateOnly, day.Name()); err != nil || !day.IsDir() {
			continue
		}
		changed, err := redactDay(ctx, filepath.Join(root, day.Name()), dry, edit)
		if err != nil {
			return out, err
		}
		for _, name := range changed {
			out = append(out, day.Name()+"/"+name)
		}
	}
	return out, nil
}

func redactDay(ctx context.Context, folder string, dry bool, edit func(string) string) ([]string, error) {
	files, err := filesIn(folder)
	if err != nil {
		return nil, err
	}
	changed, err := kept.Redact(files, edit)
	if err != nil || len(changed) == 0 {
		return nil, err
	}
	var names []string
	for _, f := range changed {
		names = append(names, f.Path)
	}
	if dry {
		return names, nil
	}
	set := fileset.New()
	for _, f := range files {
		if i := slices.Index(names, f.Path); i >= 0 {
			f = changed[i]
		}
		if err := set.Add(f.Path, func(w io.Writer) error { _, err := w.Write(f.Bytes); return err }); err != nil {
			return nil, err
		}
	}
	k, err := stage(ctx, folder, set, true)
	if err != nil {
		return nil, err
	}
	defer k.drop()
	_, err = k.put()
	return names, err
}

// filesIn are the files of a kept publication without their sums, which are made anew.
func filesIn(folder string) ([]kept.File, error) {
	var out []kept.File
	fsys := os.DirFS(folder)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == sums {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		out = append(out, kept.File{Path: name, Bytes: b})
		return err
	})
	return out, err
}
