package source

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// holds reads what was written and compares it with what was there and what was meant. A difference is our fault.
func holds(old, out []byte, changes []Change, added [][]Field) error {
	root, err := rollNode(out)
	if err != nil {
		return fmt.Errorf("source: what was written cannot be read: %w", err)
	}
	var want []*yaml.Node
	if old != nil {
		was, err := rollNode(old)
		if err != nil {
			return err
		}
		want = valueOf(was, "awards").Content
	}
	got := valueOf(root, "awards")
	if got == nil || len(got.Content) != len(want)+len(added) {
		return fmt.Errorf("source: an award was lost in writing")
	}
	for i, n := range got.Content {
		var fields []Field
		if i < len(want) {
			fields = changed(fieldsOf(want[i]), changes)
		} else {
			fields = added[i-len(want)]
		}
		if !same(fieldsOf(n), fields) {
			return fmt.Errorf("source: award %d is not what was to be written", i+1)
		}
	}
	return nil
}

func fieldsOf(n *yaml.Node) []Field {
	var out []Field
	for i := 0; i+1 < len(n.Content); i += 2 {
		f := Field{Key: n.Content[i].Value}
		switch v := n.Content[i+1]; v.Kind {
		case yaml.ScalarNode:
			f.Text = v.Value
		case yaml.MappingNode:
			f.Of = fieldsOf(v)
		}
		out = append(out, f)
	}
	return out
}

func changed(fields []Field, changes []Change) []Field {
	for _, c := range changes {
		if i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == "id" && f.Text == c.ID }); i < 0 {
			continue
		}
		fields = slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.Key == c.Key })
		fields = append(fields, c.Field)
	}
	return fields
}

// same compares fields whatever their order; those without anything do not count.
func same(a, b []Field) bool {
	given := func(fields []Field) []Field {
		fields = slices.DeleteFunc(slices.Clone(fields), Field.nothing)
		slices.SortFunc(fields, func(a, b Field) int { return strings.Compare(a.Key, b.Key) })
		return fields
	}
	return slices.EqualFunc(given(a), given(b), func(a, b Field) bool {
		return a.Key == b.Key && a.Text == b.Text && same(a.Of, b.Of)
	})
}
