package edition

import (
	"path"
	"strconv"
	"strings"
)

// volumeMost is how many awards one book may hold: some 1,500 pages of A5.
const volumeMost = 10_000

// volumes divides a roll that is too long for one book into books of about the same length, between units.
func volumes(b *Booklet) []Volume {
	if len(b.Index) <= volumeMost {
		return nil
	}
	d := divider{total: rolled(b.Roll), of: map[*Award]int{}}
	d.books = (d.total + volumeMost - 1) / volumeMost
	for i := range b.Roll {
		for k := range b.Roll[i].Decisions {
			decision := &b.Roll[i].Decisions[k]
			for n := range decision.Blocks {
				for u := range decision.Blocks[n].Units {
					d.put(&b.Roll[i], decision, &decision.Blocks[n], u)
				}
			}
		}
	}
	for i := range d.volumes {
		v := &d.volumes[i]
		v.Number, v.Words, v.PDF = i+1, "Tập "+strconv.Itoa(i+1), volumePath(b.PDF, i+1)
	}
	for _, a := range b.Index {
		v := &d.volumes[d.of[a]]
		v.Index = append(v.Index, a)
	}
	return d.volumes
}

// volumePath is where a volume's PDF lies: the first one where the booklet's does.
func volumePath(whole Path, number int) Path {
	if number == 1 {
		return whole
	}
	ext := path.Ext(string(whole))
	return Path(strings.TrimSuffix(string(whole), ext) + "-tap-" + strconv.Itoa(number) + ext)
}

// rolled counts the awards of a roll.
func rolled(roll []RollForm) int {
	n := 0
	for _, f := range roll {
		for _, d := range f.Decisions {
			for _, b := range d.Blocks {
				for _, u := range b.Units {
					n += u.awards()
				}
			}
		}
	}
	return n
}

func (u *RollUnit) awards() int {
	n := 0
	for _, g := range u.Groups {
		n += len(g.Awards)
	}
	return n
}

// divider fills volumes with units, repeating above them in each volume what they belong to.
type divider struct {
	total, books, before int // awards of all, volumes wanted, awards set so far
	volumes              []Volume
	of                   map[*Award]int // volume, from 0

	form     *RollForm
	decision *RollDecision
	block    *RollBlock
}

// put puts unit u of a block into a volume. The units of one volume are the block's own list, from one to another.
func (d *divider) put(f *RollForm, dec *RollDecision, b *RollBlock, u int) {
	unit := &b.Units[u]
	n := unit.awards()
	if middle := d.before + n/2; len(d.volumes) == 0 || middle*d.books/d.total >= len(d.volumes) {
		d.volumes = append(d.volumes, Volume{})
		d.form, d.decision, d.block = nil, nil, nil
	}
	v := &d.volumes[len(d.volumes)-1]
	d.before += n
	if d.form != f {
		rest := *f
		rest.Decisions = nil
		v.Roll = append(v.Roll, rest)
		d.form, d.decision, d.block = f, nil, nil
	}
	form := &v.Roll[len(v.Roll)-1]
	if d.decision != dec {
		rest := *dec
		rest.Blocks = nil
		form.Decisions = append(form.Decisions, rest)
		d.decision, d.block = dec, nil
	}
	decision := &form.Decisions[len(form.Decisions)-1]
	if d.block != b {
		decision.Blocks = append(decision.Blocks, RollBlock{Name: b.Name, Units: b.Units[u:u]})
		d.block = b
	}
	block := &decision.Blocks[len(decision.Blocks)-1]
	block.Units = block.Units[:len(block.Units)+1]
	for _, g := range unit.Groups {
		for _, a := range g.Awards {
			d.of[a] = len(d.volumes) - 1
		}
	}
}
