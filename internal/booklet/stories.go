package booklet

import "strconv"

// stories sets the exemplary people and collectives, each on a page of its own.
func (b *book) stories(f *flow) {
	words := b.src.Words.Stories
	for i := range b.src.Stories {
		s := &b.src.Stories[i]
		anchor := "dien-hinh-" + strconv.Itoa(i+1)
		on := anySide
		if i == 0 {
			on = rightHand
			b.list(entry{level: partLevel, title: words, anchor: anchor, contents: true})
		}
		b.list(entry{level: chapterLevel, title: s.Title, anchor: anchor, contents: true})
		b.opener(f, on, words, s.Title, anchor)
		b.place = s.Place
		if s.Line != "" {
			b.pour(f, &Paragraph{Runs: of(b.aside(), s.Line), Width: typeWidth, Leading: textLeading, Align: Centred}, 0, 0, false)
			f.skip(6)
		}
		if s.Photo != nil {
			if o := b.open(s.Photo.File); o != nil {
				b.figureOf(f, o, s.Photo.Alt, 0, tallest*0.7, false)
				f.skip(6)
			}
		}
		(&article{book: b, flow: f, prefix: anchor + "-", file: s.Article.Doc.File, rank: TagHeading2}).blocks(s.Article.Doc.Blocks, 0, false)
		f.flush()
	}
}
