package site

import "bytes"

// execute appends what a template says. The first time, and whenever it fails, it is html/template that executes it.
func (k *worker) execute(to []byte, name string, data any) ([]byte, error) {
	targets, links := len(k.targets), k.opened()
	out, done := k.stencils.Append(to, name, data)
	if done {
		return out, nil
	}
	k.targets = k.targets[:targets]
	if k.links != nil {
		*k.links = (*k.links)[:links]
	}
	b := bytes.NewBuffer(to)
	err := k.templates.ExecuteTemplate(b, name, data)
	if err == nil {
		k.stencils.Executed(name)
	}
	return b.Bytes(), err
}

// opened is how many links there are in what is left open.
func (k *worker) opened() int {
	if k.links == nil {
		return 0
	}
	return len(*k.links)
}
