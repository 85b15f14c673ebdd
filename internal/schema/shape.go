package schema

import (
	"bangvang/internal/check"
	"bangvang/internal/source"
)

// mapping is a record as a schema. whole tells whether it must have every key that is required.
func mapping(s *source.Shape, says string, whole bool) *node {
	if says == "" {
		says = records[s.Name].says
	}
	n := &node{Description: says, Type: "object", Additional: closed, Properties: map[string]*node{}}
	for i := range s.Keys {
		k := &s.Keys[i]
		n.Properties[k.Name] = key(s, k)
		if k.Required && whole && !(s.Alone() && k.Kind == source.TextKey) {
			n.Required = append(n.Required, k.Name)
		}
	}
	if s.Name == "Goal" {
		n.MinProperties, n.MaxProperties = 1, 1
	}
	return n
}

// key is what stands behind a key.
func key(s *source.Shape, k *source.Key) *node {
	says := records[s.Name].keys[k.Name]
	switch k.Kind {
	case source.TextsKey:
		return list(literal(check.MeaningOf(s.Name, k.Name), ""), says)
	case source.MappingKey:
		return mapping(k.Of, says, true)
	case source.ListKey:
		return list(mapping(k.Of, "", true), says)
	case source.TableKey:
		return &node{Description: says, Type: "object", Additional: entry(k.Of)}
	}
	return literal(check.MeaningOf(s.Name, k.Name), says)
}

// entry is what stands behind a free key.
func entry(s *source.Shape) *node {
	text := literal(check.Meaning{}, records[s.Name].says)
	switch {
	case s.Only():
		return text
	case s.Alone():
		return &node{Description: text.Description, AnyOf: []*node{text, mapping(s, "", false)}}
	}
	return mapping(s, "", false)
}
