package booklet

import "fmt"

// node is an outline entry with its neighbours, as indices; -1 is none.
type node struct {
	parent, prev, next, first, final int
	children                         int
}

// outline writes the outline tree and gives the number of its root. The first level is shown open, what lies below is closed.
func (l *Layout) outline(f *pdfFile, pages []int) int {
	root := f.reserve(1)
	nodes, top := arrange(l.Outline)
	first := f.reserve(len(nodes))
	for i, n := range nodes {
		m := l.Outline[i]
		parent := root
		if n.parent >= 0 {
			parent = first + n.parent
		}
		s := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest %s", textString(m.Title), parent, l.destination(m.Spot, pages))
		for _, link := range []struct {
			name string
			to   int
		}{{"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.final}} {
			if link.to >= 0 {
				s = fmt.Appendf(s, " /%s %d 0 R", link.name, first+link.to)
			}
		}
		if n.children > 0 {
			s = fmt.Appendf(s, " /Count -%d", n.children) // closed: the children that opening it would show
		}
		f.put(first+i, append(s, ">>"...))
	}
	f.putf(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", first+top[0], first+top[len(top)-1], len(top))
	return root
}

// arrange links marks into a tree by their levels and gives the topmost ones. A level that skips one hangs from the nearest above.
func arrange(marks []Mark) (nodes []node, top []int) {
	nodes = make([]node, len(marks))
	var path, levels []int
	for i, m := range marks {
		nodes[i] = node{parent: -1, prev: -1, next: -1, first: -1, final: -1}
		for len(path) > 0 && levels[len(levels)-1] >= m.Level {
			path, levels = path[:len(path)-1], levels[:len(levels)-1]
		}
		before := -1
		if len(path) == 0 {
			if len(top) > 0 {
				before = top[len(top)-1]
			}
			top = append(top, i)
		} else {
			p := &nodes[path[len(path)-1]]
			nodes[i].parent, before = path[len(path)-1], p.final
			if p.first < 0 {
				p.first = i
			}
			p.final = i
			p.children++
		}
		if before >= 0 {
			nodes[before].next, nodes[i].prev = i, before
		}
		path, levels = append(path, i), append(levels, m.Level)
	}
	return nodes, top
}
