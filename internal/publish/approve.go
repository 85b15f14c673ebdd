package publish

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"bangvang/internal/outdir"
	"bangvang/internal/source"
)

// ApprovalsFile is where approvals are taken down, below the campaign's folder.
const ApprovalsFile = source.ApprovalsFile

// Approval is somebody's word that the very bytes of a hash may be published.
type Approval struct {
	Hash string // Manifest.Sum of the site, in hexadecimal digits
	By   string
	At   time.Time
	AsOf time.Time // the clock of the site
}

// Approvals are those that were taken down in a campaign's folder, the newest last; none if nothing was ever approved there.
func Approvals(folder string) ([]Approval, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	tree, _, err := source.Read(root.FS())
	if err != nil || tree == nil {
		return nil, err
	}
	var out []Approval
	for _, a := range tree.Approvals {
		at, err := time.Parse(time.RFC3339, a.At.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %q không phải thời điểm RFC 3339", a.At.Place, a.At.Text)
		}
		out = append(out, Approval{Hash: strings.ToLower(a.Hash.Text), By: a.By.Text, At: at})
	}
	return out, nil
}

// Unapproved is a site that is not the one that was approved.
type Unapproved struct {
	Hash string // that was approved
	Site outdir.Manifest
}

func (e *Unapproved) Error() string { return "bản dựng không phải bản đã duyệt" }

// ErrRecord is a data/approvals.yaml that a person has to put right before anything is added to it.
var ErrRecord = errors.New("không ghi thêm được vào " + source.ApprovalsFile)

// judge holds the files that are about to be published to the approval, and takes that down. It is asked when they are all there and nothing of
// the old site is touched.
func (a *Approval) judge(data string, site outdir.Manifest) error {
	if sum := site.Sum(); hex.EncodeToString(sum[:]) != a.Hash {
		return &Unapproved{a.Hash, site}
	}
	return a.record(data)
}

// record adds the approval to data/approvals.yaml.
func (a *Approval) record(data string) error {
	name := path.Base(source.ApprovalsFile)
	if at, err := os.Stat(filepath.Join(data, strings.TrimSuffix(name, ".yaml"))); err == nil && at.IsDir() {
		return fmt.Errorf("%w: có cả thư mục data/approvals/; gộp các tệp trong đó về một tệp", ErrRecord)
	}
	was, err := os.ReadFile(filepath.Join(data, name))
	if errors.Is(err, fs.ErrNotExist) {
		was = nil
	} else if err != nil {
		return err
	}
	is, err := source.AddApproval(was, []source.Field{{Key: "hash", Text: a.Hash}, {Key: "by", Text: a.By},
		{Key: "at", Text: a.At.Format(time.RFC3339)}, {Key: "as_of", Text: a.AsOf.Format(time.RFC3339)}})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRecord, err)
	}
	if was != nil && string(was) == string(is) {
		return nil
	}
	return source.ReplaceRead(data, name, was, is)
}
