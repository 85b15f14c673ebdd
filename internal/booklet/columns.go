package booklet

// columned sets pieces in columns of equal width from the cursor on; on the last page the columns are of about the same height.
// Pieces of a chain (keep) stay in one column. width gives the width of a column.
func (f *flow) columned(pieces []piece, columns int) {
	f.flush()
	pieces = f.fitting(pieces)
	for len(pieces) > 0 {
		if f.y+pieces[0].height > f.area.height {
			f.newPage()
		}
		top, limit := f.y, f.area.height
		ends := fill(pieces, columns, top, limit)
		if ends[columns-1] == len(pieces) {
			ends = level(pieces, columns, top, limit)
		}
		from, deepest := 0, top
		for c, to := range ends {
			f.y, f.fresh, f.shift = top, true, float64(c)*(columnWidth(columns)+columnGap)
			for i := range pieces[from:to] {
				p := &pieces[from+i]
				if !f.fresh {
					f.y += p.before
				}
				f.stamp(p)
			}
			from, deepest = to, max(deepest, f.y)
		}
		f.y, f.shift = deepest, 0
		pieces = pieces[from:]
		if len(pieces) > 0 {
			f.newPage()
		}
	}
}

// fitting gives pieces that are no taller than a column, with a letter above them.
func (f *flow) fitting(pieces []piece) []piece {
	most := f.area.height * 0.9
	out := make([]piece, 0, len(pieces))
	for i := range pieces {
		p := &pieces[i]
		for p.height > most {
			rest := p.cut(most)
			if rest == nil {
				break
			}
			out = append(out, *p)
			p = rest
		}
		out = append(out, *p)
	}
	return out
}

func columnWidth(columns int) float64 {
	return (typeWidth - columnGap*float64(columns-1)) / float64(columns)
}

// fill tells how far each column reaches if all end above limit.
func fill(pieces []piece, columns int, top, limit float64) []int {
	ends := make([]int, columns)
	at := 0
	for c := range ends {
		y := top
		for first := true; at < len(pieces); first = false {
			next, h := chainFrom(pieces, at, first)
			if y+h > limit+slack && !(first && top == 0) {
				break
			}
			y += h
			at = next
		}
		ends[c] = at
	}
	return ends
}

// level is fill with the least height that takes all pieces.
func level(pieces []piece, columns int, top, most float64) []int {
	const step = 2.0
	for limit := top + step; limit < most; limit += step {
		if ends := fill(pieces, columns, top, limit); ends[columns-1] == len(pieces) {
			return ends
		}
	}
	return fill(pieces, columns, top, most)
}

// chainFrom gives the end and the height of the chain of pieces that begins at i; the first of a column drops its space above.
func chainFrom(pieces []piece, i int, first bool) (next int, height float64) {
	for k := i; k < len(pieces); k++ {
		height += pieces[k].height
		if k > i || !first {
			height += pieces[k].before
		}
		if !pieces[k].keep {
			return k + 1, height
		}
	}
	return len(pieces), height
}
