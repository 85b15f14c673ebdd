package outdir

import (
	"slices"
	"strings"
)

// A branch is a folder of a manifest.
type branch struct {
	name     string // slash path; "" is the root
	from, to int    // places in the manifest of the files below it
	next     int    // place among the branches of the first one that is not below it
}

// branches are the folders of a manifest, the root first, each before those in it.
func (m Manifest) branches() []branch {
	all, open := []branch{{}}, []int{0} // open are those that the file lies in
	leave := func(file int) {
		b := &all[open[len(open)-1]]
		b.to, b.next = file, len(all)
		open = open[:len(open)-1]
	}
	for i := range m {
		name := m[i].Name
		for !all[open[len(open)-1]].holds(name) {
			leave(i)
		}
		for at := len(all[open[len(open)-1]].name) + 1; at < len(name); at++ {
			if name[at] == '/' {
				open = append(open, len(all))
				all = append(all, branch{name: name[:at], from: i})
			}
		}
	}
	for len(open) > 0 {
		leave(len(m))
	}
	return all
}

// holds tells whether a file lies below it.
func (b *branch) holds(name string) bool {
	return b.name == "" || len(name) > len(b.name) && name[len(b.name)] == '/' && strings.HasPrefix(name, b.name)
}

// compare gives the order in which branches stand: that of the files in them, as if each name ended in a slash.
func (b branch) compare(name string) int {
	n := min(len(b.name), len(name))
	if c := strings.Compare(b.name[:n], name[:n]); c != 0 || len(b.name) == len(name) {
		return c
	}
	longer := name
	if len(b.name) > n {
		longer = b.name
	}
	if n == 0 || longer[n] >= '/' {
		return len(b.name) - len(name)
	}
	return len(name) - len(b.name)
}

// branchOf is the place of a folder among branches.
func branchOf(all []branch, name string) (int, bool) {
	return slices.BinarySearchFunc(all, name, branch.compare)
}

// inside calls file with the files that lie in a branch itself, and within with the branches that do.
func inside(all []branch, k int, file func(i int) error, within func(k int) error) error {
	at, err := all[k].from, error(nil)
	files := func(to int) {
		for ; at < to && err == nil; at++ {
			err = file(at)
		}
	}
	for in := k + 1; in < all[k].next && err == nil; in = all[in].next {
		if files(all[in].from); err == nil {
			err = within(in)
		}
		at = all[in].to
	}
	files(all[k].to)
	return err
}

// moved gives what is said of branches by their places among others; of those that are new, nothing.
func moved(said []stamp, from, to []branch) []stamp {
	out, k := make([]stamp, len(to)), 0
	for i := range to {
		for k < len(from) && from[k].compare(to[i].name) < 0 {
			k++
		}
		if k < len(from) && from[k].name == to[i].name {
			out[i] = said[k]
		}
	}
	return out
}
