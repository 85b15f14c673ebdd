package booklet

const contentsAnchor = "muc-luc"

// contents sets the table of contents. label gives the page that readers find an anchor on.
func (b *book) contents(f *flow, entries []entry, label func(e *entry) string) {
	b.opener(f, anySide, "", b.src.Words.Contents, contentsAnchor)
	for i := range entries {
		e := &entries[i]
		if !e.contents {
			continue
		}
		style, indent, before, leading := b.text(), 0.0, 2.5, 13.6
		switch e.level {
		case partLevel:
			style, before = b.strong().sized(10.5), 9
		case chapterLevel:
			indent = 14
		default:
			style, indent, leading = b.text().sized(9.5).inked(b.pal.Soft), 28, 12.8
		}
		p := piece{before: before, keep: e.level == partLevel && i+1 < len(entries) && entries[i+1].level > partLevel}
		p.height = b.leader(&p, style, e.title, label(e), typeWidth, indent, 10, leading, uint8(e.level)+1)
		p.links = append(p.links, Link{X: indent, W: typeWidth - indent, H: p.height, Target: "#" + e.anchor})
		f.add(p)
	}
	f.flush()
}
