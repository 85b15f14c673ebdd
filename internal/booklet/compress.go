package booklet

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"strconv"
	"sync"
)

var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// compress deflates gopdf's plain content streams on all cores, having justified the lines of the pages that ask for it.
// Every stream goes back to its own place, so the result does not depend on timing.
func (l *Layout) compress(o objects, pages []pageParts) error {
	ops := make(map[int][]Op, len(pages))
	for i, p := range pages {
		ops[p.content] = l.Pages[i].Ops
	}
	work := make(chan int, 64)
	failed := make([]error, len(o))
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for k := range work {
				o[k], failed[k] = l.packContent(o[k], ops[k])
			}
		})
	}
	for k := 1; k < len(o); k++ {
		if bytes.HasPrefix(o[k], isContent) {
			work <- k
		}
	}
	close(work)
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *Layout) packContent(object []byte, ops []Op) ([]byte, error) {
	start := bytes.Index(object, []byte("stream\n"))
	end := bytes.LastIndex(object, []byte("endstream"))
	if start < 0 || end < start {
		return nil, errShape
	}
	content := object[start+len("stream\n") : end]
	content, err := l.spread(content, ops)
	if err != nil {
		return nil, err
	}
	var w bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	z.Reset(&w)
	z.Write(content) // a bytes.Buffer does not fail
	z.Close()
	deflaters.Put(z)
	return stream(" /Filter /FlateDecode", w.Bytes()), nil
}

var (
	textBegins = []byte("BT\n")
	showBegins = []byte("[<")
	showEnds   = []byte(">] TJ\n")
)

// spread widens the spaces of justified lines, which gopdf cannot: in the file they are adjustments between glyphs. gopdf writes
// one text object for each text operation, in order.
func (l *Layout) spread(content []byte, ops []Op) ([]byte, error) {
	wanted := false
	for i := range ops {
		wanted = wanted || ops[i].Spread != 0
	}
	if !wanted {
		return content, nil
	}
	out := make([]byte, 0, len(content)+len(content)/4)
	for i := range ops {
		if ops[i].Kind != OpText {
			continue
		}
		at := bytes.Index(content, textBegins)
		if at < 0 {
			return nil, errShape
		}
		from := bytes.Index(content[at:], showBegins)
		to := bytes.Index(content[at:], showEnds)
		if from < 0 || to < from {
			return nil, errShape
		}
		from, to = at+from+len(showBegins), at+to
		out = append(out, content[:from]...)
		if ops[i].Spread == 0 {
			out = append(out, content[from:to]...)
		} else {
			out = l.spreadGlyphs(out, content[from:to], &ops[i])
		}
		content = content[to:]
	}
	return append(out, content...), nil
}

// spreadGlyphs copies hexadecimal glyph numbers, putting an adjustment after each space. Adjustments are in 1/1000 em, to the left.
func (l *Layout) spreadGlyphs(out, glyphs []byte, o *Op) []byte {
	g, err := l.faces[o.Face].sub.CharCodeToGlyphIndex(' ')
	if err != nil {
		return append(out, glyphs...)
	}
	space := fmt.Appendf(nil, "%04X", g)
	adjust := strconv.AppendFloat([]byte{'>'}, -o.Spread*1000/o.Size, 'f', 1, 64)
	adjust = append(adjust, '<')
	for len(glyphs) >= 4 {
		if glyphs[0] == '>' { // an adjustment of gopdf's
			end := bytes.IndexByte(glyphs, '<') + 1
			out = append(out, glyphs[:end]...)
			glyphs = glyphs[end:]
			continue
		}
		out = append(out, glyphs[:4]...)
		if bytes.Equal(glyphs[:4], space) {
			out = append(out, adjust...)
		}
		glyphs = glyphs[4:]
	}
	return append(out, glyphs...)
}
