package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// areaFolder holds one text for each area, named by its id.
const areaFolder = "noi-dung"

// articles reads the pages of text.
func (r *resolver) articles() {
	for _, s := range r.tree.Articles {
		if s.Lang != "" {
			continue // a twin's
		}
		if path.Dir(s.File) == areaFolder {
			id := strings.TrimSuffix(path.Base(s.File), ".md")
			find(r, &r.areaIDs, source.Value{Text: id, Place: diag.Place{File: "content/" + s.File}})
		}
		r.ledger.Articles = append(r.ledger.Articles, &campaign.Article{File: s.File, Title: line(s.Title), Description: line(s.Description)})
	}
}

// stories reads the pieces on exemplary people and collectives.
func (r *resolver) stories() {
	r.storyIDs.kind = &kind{"điển hình", storyUnknown, "stories"}
	for i := range r.tree.Stories {
		s := &r.tree.Stories[i]
		story := &campaign.Story{
			Place: s.Place, ID: s.ID, Title: line(s.Title), Date: r.date(s.Date),
			Award: find(r, &r.awardIDs, s.Award), Area: find(r, &r.areaIDs, s.Area), Photo: r.photo(s.Photo), Sample: r.flag(s.Sample),
		}
		if a := story.Award; a != nil && a.Decision != nil {
			story.Sample = story.Sample || a.Decision.Sample // whoever is made up did nothing
		}
		enter(r, &r.storyIDs, source.Value{Text: s.ID, Place: diag.Place{File: "content/" + s.File}}, story)
		if a := story.Award; a != nil && (a.Withdrawn != nil || a.Decision != nil && a.Decision.Revoked != nil) {
			r.add(storyWithdrawn, s.Award.Place, fmt.Sprintf("khen thưởng %q đã bị thu hồi", a.ID), "bỏ bài viết, hoặc bỏ khoá award và tên người, tập thể trong bài", a.Place)
		}
		if a := story.Award; a != nil && a.Minor != nil && !a.Minor.Consent {
			r.add(storyMinor, s.Award.Place, fmt.Sprintf("khen thưởng %q là của trẻ em chưa có đồng ý, bài sẽ không được đăng", a.ID), "ghi minor: {consent: true} khi đã có văn bản đồng ý, hoặc bỏ bài viết", a.Place)
		}
		r.ledger.Stories = append(r.ledger.Stories, story)
	}
}

// documents parses the Markdown of all articles and stories.
func (r *resolver) documents() {
	for i := range r.tree.Articles {
		a := &r.tree.Articles[i]
		r.document(a.File, a.BodyLine, a.Body)
	}
	for i := range r.tree.Stories {
		s := &r.tree.Stories[i]
		r.document(s.File, s.BodyLine, s.Body)
	}
}

func (r *resolver) document(file string, bodyLine int, body string) {
	doc, problems := markdown.Parse("content/"+file, bodyLine, []byte(body))
	r.problems.Append(problems)
	r.docs[file] = doc
	doc.Walk(nil, func(s *markdown.Span) {
		if s.Kind != markdown.ImageSpan || s.Href == "" {
			return
		}
		if p := path.Join(path.Dir(file), s.Href); !r.hasAsset(p) {
			r.add(contentMissing, s.Place, fmt.Sprintf("không có tệp content/%s", p), nearPath(p, r.tree.Assets))
		}
	})
}

// photo reads a picture. Without consent it is kept and told: it will not be published.
func (r *resolver) photo(s *source.Photo) *campaign.Photo {
	if s == nil {
		return nil
	}
	p := &campaign.Photo{File: r.asset(s.File), Alt: line(s.Alt), Consent: r.flag(s.Consent)}
	if !p.Consent && s.Consent.Text == "false" {
		r.add(photoConsent, s.Consent.Place, "chưa có đồng ý của người trong ảnh, ảnh sẽ không được đăng", "ghi true khi đã có văn bản đồng ý, hoặc bỏ khoá photo")
	}
	return p
}

// hasAsset tells whether a file lies below content/. Assets are sorted.
func (r *resolver) hasAsset(p string) bool {
	_, ok := slices.BinarySearch(r.tree.Assets, p)
	return ok
}

// nearPath suggests the file that was probably meant.
func nearPath(p string, files []string) string {
	for _, f := range files {
		if path.Base(f) == path.Base(p) {
			return fmt.Sprintf("có phải %q?", f)
		}
	}
	if near, ok := viet.Nearest(p, files); ok {
		return fmt.Sprintf("có phải %q?", near)
	}
	return "đường dẫn tính từ thư mục content/"
}
