package booklet

import (
	"fmt"
	"strings"
	"time"
)

const producer = "bangvang (gopdf)"

// writeCatalog writes the root of the screen edition and all that hangs from it but the pages and the structure, and gives the number of the
// information dictionary.
func (l *Layout) writeCatalog(f *pdfFile, root int, pages []int, structure int, as dialect) (info int) {
	c := fmt.Appendf(nil, "<</Type /Catalog /Pages %d 0 R /ViewerPreferences <</DisplayDocTitle true>> /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R",
		root+1, structure)
	if l.Meta.Lang != "" {
		c = fmt.Appendf(c, " /Lang %s", byteString(l.Meta.Lang))
	}
	claims := claim{archive: "2", accessible: true}
	if as == archaic {
		claims = claim{archive: "1"}
	}
	c = fmt.Appendf(c, " /Metadata %d 0 R", f.addStream("/Type /Metadata /Subtype /XML", l.xmp(claims)))
	profile := f.addPacked("/N 3", sRGB())
	c = fmt.Appendf(c, " /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]", profile)
	if len(l.Labels) > 0 {
		c = append(c, " /PageLabels <</Nums ["...)
		for _, r := range l.Labels {
			c = append(c, r.entry()...)
		}
		c = append(c, "]>>"...)
	}
	if len(l.Outline) > 0 {
		c = fmt.Appendf(c, " /Outlines %d 0 R /PageMode /UseOutlines", l.outline(f, pages))
	}
	f.put(root, append(c, ">>"...))
	return l.writeInfo(f, "")
}

// writeInfo writes the information dictionary. What it says, the metadata packet says too.
func (l *Layout) writeInfo(f *pdfFile, more string) int {
	if d := l.pdfDate(); d != "" {
		more = fmt.Sprintf(" /CreationDate (%s) /ModDate (%s)", d, d) + more
	}
	return f.addf("<</Title %s /Author %s /Subject %s /Creator %s /Producer %s%s>>",
		textString(l.Meta.Title), textString(l.Meta.Author), textString(l.Meta.Subject), byteString("bangvang"), byteString(producer), more)
}

// entry is a range of labels in a number tree.
func (r LabelRange) entry() string {
	s := fmt.Sprintf("%d <<", r.First)
	if r.Style != "" {
		s += "/S /" + r.Style
	}
	if r.Prefix != "" {
		s += " /P " + textString(r.Prefix)
	}
	if r.Start > 1 {
		s += fmt.Sprintf(" /St %d", r.Start)
	}
	return s + ">> "
}

func (l *Layout) pdfDate() string {
	t, err := time.Parse(time.RFC3339, l.Meta.Date)
	if err != nil {
		return ""
	}
	return "D:" + t.Format("20060102150405") + strings.Replace(t.Format("-07:00"), ":", "'", 1) + "'"
}
