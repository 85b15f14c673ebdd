package deliver

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/outdir"
)

// A release is a site that was delivered.
type release struct {
	name string
	from string          // the release that was brought back, or ""
	site outdir.Manifest // what was delivered
	old  outdir.Manifest // hashed files of the release before, which readers of its pages may ask for
	tags map[string]string
}

var releaseName = regexp.MustCompile(`^[0-9]{6,}-[0-9a-f]{10}$`)

// nameAfter is the name of a release of this site that follows the others.
func nameAfter(names []string, site outdir.Manifest) string {
	last := 0
	for _, name := range names {
		last = max(last, number(name))
	}
	return fmt.Sprintf("%06d-%s", last+1, mark(site))
}

func number(name string) int {
	digits, _, _ := strings.Cut(name, "-")
	n, _ := strconv.Atoi(digits)
	return n
}

// mark is the beginning of the site's hash, by which a release is known to hold it.
func mark(site outdir.Manifest) string {
	sum := site.Sum()
	return hex.EncodeToString(sum[:5])
}

// byNumber sorts names of releases, the oldest first.
func byNumber(names []string) {
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(number(a)-number(b), strings.Compare(a, b)) })
}

// is reports whether the release holds just this site.
func (r *release) is(s *site) bool { return r != nil && mark(r.site) == mark(s.manifest) }

// all is the site with what outlived the release before, by name.
func (r *release) all() outdir.Manifest {
	if r == nil {
		return nil
	}
	all := slices.Concat(r.site, r.old)
	slices.SortFunc(all, func(a, b outdir.Entry) int { return strings.Compare(a.Name, b.Name) })
	return all
}

func find(m outdir.Manifest, name string) (outdir.Entry, bool) {
	i, ok := slices.BinarySearchFunc(m, name, func(e outdir.Entry, name string) int { return strings.Compare(e.Name, name) })
	if !ok {
		return outdir.Entry{}, false
	}
	return m[i], true
}

const recordHead = "bang-vang-ban 1 "

// text is the record of a release: its name, where it came from, the two manifests, and the store's tags by name.
func (r *release) text() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s%s %s\n", recordHead, r.name, cmp.Or(r.from, "-"))
	_, _ = r.site.WriteTo(&b)
	b.WriteByte('\n')
	_, _ = r.old.WriteTo(&b)
	b.WriteByte('\n')
	for _, e := range r.all() {
		if tag := r.tags[e.Name]; tag != "" {
			b.WriteString(tag + " " + e.Name + "\n")
		}
	}
	b.WriteString("het\n")
	return b.Bytes()
}

var errRecord = errors.New("bản ghi của bản đã đưa lên bị hỏng")

// parseRelease reads what text wrote and nothing else.
func parseRelease(text string) (*release, error) {
	head, rest, _ := strings.Cut(text, "\n")
	head, ok := strings.CutPrefix(head, recordHead)
	name, from, _ := strings.Cut(head, " ")
	if !ok || !releaseName.MatchString(name) || from != "-" && !releaseName.MatchString(from) {
		return nil, errRecord
	}
	r := &release{name: name}
	if from != "-" {
		r.from = from
	}
	site, rest, _ := strings.Cut(rest, "\n\n")
	old, tags, _ := strings.Cut(rest, "\n\n")
	var err error
	if r.site, err = outdir.ParseManifest(site + "\n"); err != nil {
		return nil, errRecord
	}
	if r.old, err = outdir.ParseManifest(old + "\n"); err != nil || !strings.HasSuffix(r.name, mark(r.site)) {
		return nil, errRecord
	}
	tags, ok = strings.CutSuffix(tags, "het\n")
	if !ok {
		return nil, errRecord
	}
	if r.tags, err = parseTags(tags, r.all()); err != nil {
		return nil, err
	}
	return r, nil
}

func parseTags(text string, of outdir.Manifest) (map[string]string, error) {
	if text == "" {
		return nil, nil
	}
	tags := map[string]string{}
	for line := range strings.Lines(text) {
		tag, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if _, known := find(of, name); !ok || !known || tag == "" {
			return nil, errRecord
		}
		tags[name] = tag
	}
	return tags, nil
}
